"""How the terms of a text are found: abbreviations, names and words that need explaining."""

from companion.extraction.glossary.abbreviations import Abbreviation, find_abbreviations
from companion.extraction.glossary.terms import FoundTerm, find_terms

__all__ = ["Abbreviation", "FoundTerm", "find_abbreviations", "find_terms"]
