"""Passages and search hits: words round what was found, one below the other."""
