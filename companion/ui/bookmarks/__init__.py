"""The reader's own: bookmarks in panel and margin, undo, and keeping them on disk."""
