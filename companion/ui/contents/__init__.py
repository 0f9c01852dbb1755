"""Contents: the tree of sections, and where in it one reads."""
