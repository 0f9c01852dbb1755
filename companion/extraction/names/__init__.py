"""Names: what a text writes with capitals and could name something, and which of it names single persons."""

from companion.extraction.names.choosing import find_names, score_people
from companion.extraction.names.finding import Name

__all__ = ["Name", "find_names", "score_people"]
