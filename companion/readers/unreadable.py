"""UnreadableError: why a file cannot be opened, in one sentence for the reader."""

from __future__ import annotations

from companion.core.message import ToldError


class UnreadableError(ToldError):
    """A file that cannot become a document; its sentence names the file."""
