"""Help inside: pages to read, and the keys, which can be changed."""
