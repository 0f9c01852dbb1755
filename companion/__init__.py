"""A desktop reading companion: a text with its glossary, people and timeline, all linked."""

__version__ = "0.1.0"
