"""The entry bench: where a reader mends the companion, in place and step by step."""
