"""Names: what a text writes with capitals and could name something, and which of it names single persons."""

from companion.extraction.names.finding import Name, find_names
from companion.extraction.names.scoring import score_people

__all__ = ["Name", "find_names", "score_people"]
