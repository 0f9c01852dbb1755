"""Taken in: which texts stand in the index as they are now, known without opening the index."""

from __future__ import annotations

import hashlib
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from companion.core.notes import Mark

_TRUSTED = 14 * 86_400
"""Seconds after which the index is asked itself again: a disk may have lost what was written to it last."""


class TakenIn:
    """A small file for each text, beside the index at `path`. What cannot be written or read is not known."""

    def __init__(self, path: Path) -> None:
        self._index, self._folder = path, path.with_name(f"{path.name}.taken")

    def knows(self, identity: str, stamp: str, marks: Iterable[Mark]) -> bool:
        """Whether the text stands in the index with this stamp and these marks, as was noted not long ago."""
        file = self._file(identity)
        try:
            age = time.time() - file.stat().st_mtime
            noted = file.read_text("ascii", "replace")
        except OSError:
            return False
        return 0 <= age < _TRUSTED and noted == _state(stamp, marks) and self._index.is_file()

    def note(self, identity: str, stamp: str, marks: Iterable[Mark]) -> None:
        """Notes that the text now stands in the index so."""
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            self._file(identity).write_text(_state(stamp, marks), "ascii")

    def forget(self, identity: str) -> None:
        """Takes the text for one that may not stand in the index, or not so."""
        with suppress(OSError):
            self._file(identity).unlink()

    def forget_all(self) -> None:
        """The same for all texts."""
        with suppress(OSError):
            for file in self._folder.iterdir():
                file.unlink(missing_ok=True)

    def _file(self, identity: str) -> Path:
        return self._folder / hashlib.blake2b(identity.encode("utf-8", "replace"), digest_size=16).hexdigest()


def _state(stamp: str, marks: Iterable[Mark]) -> str:
    """What changes when the text, its entries or the marks in it do."""
    told = "\n".join((stamp, *(f"{mark.id} {mark.version}" for mark in marks)))
    return hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=16).hexdigest()
