"""Helping: the process that searches a text for a window, so that the window never waits for it."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from companion import thrift
from companion.core.message import Message, ToldError
from companion.readers.process.document_reading import decoded
from companion.readers.process.message_form import MalformedError
from companion.texts import read_text_at

if TYPE_CHECKING:
    from pathlib import Path

    from companion.core.document import Document

_MOST_MEMORY = 3 * 1024**3
_MOST_SECONDS = 1_200
"""What the process may take, in bytes and in seconds of the processor; it ends where it wants more."""


def found_in(path: Path) -> bytes:
    """The sealed file of everything that is found in the text at `path`.

    For ``-`` it is the form of a document on standard input: what a window has read need not be read again.
    How far it is goes to standard error, as one number from 0 to 1 a line. Raises `ToldError`.
    """
    thrift.give_back_memory()
    try:
        document = _given() if str(path) == "-" else read_text_at(path)
        _limit_itself()
        return _searched(document)
    except MemoryError:
        raise ToldError(Message("There is not enough memory to search this text.")) from None


def _given() -> Document:
    try:
        return decoded(sys.stdin.buffer.read())
    except MalformedError:
        raise ToldError(Message("What is to be searched did not arrive as it was sent.")) from None


def _searched(document: Document) -> bytes:
    from companion.extraction.edition import edition
    from companion.extraction.extractor import extract
    from companion.store.found_file import written

    return written(extract(document, progress=_tell), document, edition())


def _tell(done: float) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"{done:.3f}\n")
        sys.stderr.flush()


def _limit_itself() -> None:
    """Takes no more than its share, where a system can be told so."""
    if sys.platform == "win32":
        from companion.readers.process.windows_job import limit_itself

        limit_itself(_MOST_MEMORY, _MOST_SECONDS)
        return
    import resource

    for what, most in ((resource.RLIMIT_AS, _MOST_MEMORY), (resource.RLIMIT_CPU, _MOST_SECONDS)):
        _, hard = resource.getrlimit(what)
        if hard == resource.RLIM_INFINITY or hard > most:
            with contextlib.suppress(OSError, ValueError):  # macOS refuses the first
                resource.setrlimit(what, (most, hard))
