"""Find anything and go to: one field for actions, entries, sections, bookmarks and places."""
