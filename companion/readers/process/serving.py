"""Serving: what every shut-in process begins and ends with, whatever it reads."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from typing import TYPE_CHECKING

from companion.readers.process.frames import BrokenOffError

if TYPE_CHECKING:
    from collections.abc import Callable

ASKED, ANSWERED = 0, 1
"""The handles through which it hears and speaks."""


def served(serve: Callable[[], None]) -> int:
    """Serves until nobody asks any more; the status is 0."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which then ends this one
    if sys.platform == "win32":
        import msvcrt

        for handle in (ASKED, ANSWERED):  # or it would take some bytes for the ends of lines
            msvcrt.setmode(handle, os.O_BINARY)
    with contextlib.suppress(BrokenOffError, BrokenPipeError):
        serve()
    return 0


def end(status: int) -> None:
    """Ends the process at once: nothing of it is to be kept."""
    sys.stdout = None  # it was only ever a pipe
    os._exit(status)
