"""People: the names of single persons, brought together into the persons they name."""
