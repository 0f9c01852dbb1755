"""Glossary and people: their lists, the entry that opens in its place, and the card at the pointer."""
