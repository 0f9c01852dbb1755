"""The pictures of one book, each decoded by a reading process when it is to be seen."""

from __future__ import annotations

import hashlib
from threading import Lock, Timer
from typing import TYPE_CHECKING

from companion.readers.file_kinds import read_bytes, shown_name
from companion.readers.process.frames import BrokenOffError
from companion.readers.process.reading_process import Book, ReadingProcess
from companion.readers.unreadable import UnreadableError

if TYPE_CHECKING:
    from pathlib import Path

    from companion.readers.process.pixels import Pixels
    from companion.readers.process.spare import Spare

WIDEST = 8_000
"""Pixels across or down that a picture is shown in at most."""

_IDLE = 15.0
"""Seconds after the last picture at which the process ends; it takes memory, and a new one is soon there."""


class BookPictures:
    """Shows the pictures of the book at `path` as long as its bytes are those of this checksum.

    `size` is how many these are.
    No process is there before the first picture is asked for, nor for long after the last. For all threads;
    one picture is decoded after the other.
    """

    def __init__(self, path: Path, checksum: str, form: str, spare: Spare, size: int = 0) -> None:
        self._path, self._form, self._spare = path, form, spare
        self.checksum, self.size = checksum, size
        self._process: ReadingProcess | None = None
        self._idle: Timer | None = None
        self._is_over = False
        self._lock = Lock()

    def picture(self, source: str, most_width: int, most_height: int) -> Pixels | None:
        """The picture that the document calls `source`, with at most so many pixels across and down.

        None when there is none that can be shown: it is damaged, far too large, or of a kind that is not
        decoded, such as a drawing; or the file is no longer what it was.
        """
        width, height = (max(1, min(WIDEST, most)) for most in (most_width, most_height))
        with self._lock:
            try:
                return None if self._is_over else self._decoded(source, width, height)
            except (BrokenOffError, UnreadableError, OSError):
                self._process = None
                return None
            finally:
                self._look_at_the_clock()

    def end(self) -> None:
        """Shows nothing any more, and ends its process, also while that decodes a picture."""
        self._is_over = True
        process, idle = self._process, self._idle
        if idle is not None:
            idle.cancel()
        if process is not None:
            process.end()

    def rest(self) -> None:
        """Ends its process, unless that decodes a picture just now; the next picture begins another one."""
        if self._lock.acquire(blocking=False):
            try:
                process, self._process = self._process, None
                if process is not None:
                    process.end()
            finally:
                self._lock.release()

    def __del__(self) -> None:
        """Nobody looks any more."""
        self.end()

    def _decoded(self, source: str, width: int, height: int) -> Pixels | None:
        if self._process is not None and self._process.is_alive:
            return self._process.picture(None, self._form, source, width, height)
        book = self._book()
        if book is None:
            return None
        self._process = self._spare.take()
        if self._is_over:  # since a moment ago
            self._process.end()
            return None
        return self._process.picture(book, self._form, source, width, height)

    def _look_at_the_clock(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
        self._idle = None
        if self._process is not None and not self._is_over:
            self._idle = Timer(_IDLE, self.rest)
            self._idle.daemon = True
            self._idle.start()

    def _book(self) -> Book | None:
        data = read_bytes(self._path, shown_name(self._path))
        return Book(data, self._path.name) if checksum_of(data) == self.checksum else None


def checksum_of(data: bytes) -> str:
    """What the bytes of a file are known again by, as hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=32).hexdigest()
