"""How a companion becomes a page or a stream of data."""
