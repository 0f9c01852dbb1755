"""Helping: the process that searches a text for a window, so that the window never waits for it."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from companion.core.message import Message, ToldError

if TYPE_CHECKING:
    from pathlib import Path

_MOST_MEMORY = 3 * 1024**3
_MOST_SECONDS = 1_200
"""What the process may take, in bytes and in seconds of the processor; it ends where it wants more."""


def found_in(path: Path) -> bytes:
    """The sealed file of everything that is found in the text at `path`.

    How far it is goes to standard error, as one number from 0 to 1 a line. Raises `ToldError`.
    """
    _limit_itself()
    try:
        return _searched(path)
    except MemoryError:
        raise ToldError(Message("There is not enough memory to search this text.")) from None


def _searched(path: Path) -> bytes:
    from companion.extraction.edition import edition
    from companion.extraction.extractor import extract
    from companion.readers import read_document
    from companion.store.found_file import written

    document = read_document(path)
    return written(extract(document, progress=_tell), document, edition())


def _tell(done: float) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"{done:.3f}\n")
        sys.stderr.flush()


def _limit_itself() -> None:
    """Takes no more than its share, where a system can be told so."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in ((resource.RLIMIT_AS, _MOST_MEMORY), (resource.RLIMIT_CPU, _MOST_SECONDS)):
        _, hard = resource.getrlimit(what)
        if hard == resource.RLIM_INFINITY or hard > most:
            with contextlib.suppress(OSError, ValueError):  # macOS refuses the first
                resource.setrlimit(what, (most, hard))
