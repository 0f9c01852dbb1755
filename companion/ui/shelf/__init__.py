"""The shelf: all readings as covers or as a list, what stands in them, and folders of books read in."""
