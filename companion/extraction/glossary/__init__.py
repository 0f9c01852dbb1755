"""How the terms of a text are found: abbreviations, names and words that need explaining."""
