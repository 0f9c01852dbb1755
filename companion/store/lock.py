"""Lock: of several windows and programs one at a time writes; a lock ends with the process that holds it."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STEP = 0.003
"""Seconds between two attempts."""

_BUSY = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class BusyError(Exception):
    """Somebody else held the lock all the time."""


@contextmanager
def locked(path: Path, patience: float) -> Iterator[None]:
    """Holds the lock that the file `path` stands for; the file stays, empty.

    Raises `BusyError` after `patience` seconds, and `OSError` when the file cannot be made. The system
    itself lets go of the lock when a process ends in whatever way, so there are no stale ones. On a disk
    that knows no locks there is none.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        last = time.monotonic() + patience
        while not _take(handle):
            if time.monotonic() > last:
                raise BusyError
            time.sleep(_STEP)
        yield
    finally:
        os.close(handle)  # and lets go


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            return error.errno not in _BUSY
        return True

else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return error.errno not in _BUSY
        return True
