"""Files on disk: companion files, the reader's own things, the cache. Core only."""
