"""The shelf: the readings that a reader has, where they lie, and an index over all that stands in them."""
