"""A desktop reading companion: a text with its glossary, people and timeline, all linked."""

SEARCH_COMMAND = "--found"
"""With this before a text's name on its command line the program searches that text for a window."""

__version__ = "0.1.0"
