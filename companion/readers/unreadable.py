"""UnreadableError: why a file cannot be opened, in one sentence for the reader."""

from __future__ import annotations


class UnreadableError(Exception):
    """A file that cannot become a document; `str` of it is one sentence that names the file."""
