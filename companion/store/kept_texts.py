"""Kept texts: what was read from a file is kept until the file or the reading changes; may be deleted."""

from __future__ import annotations

import contextlib
import os
import zlib
from typing import TYPE_CHECKING

from companion.store.room import HALF, make_room

if TYPE_CHECKING:
    from pathlib import Path

_ENDING = ".text"
_MOST_BYTES = 256 * 1024 * 1024
_MOST_FILES = 200
"""What the folder may hold; beyond that, those that were not opened longest go."""

_SEAL = 4


class KeptTexts:
    """A folder with the forms of texts. A file that cannot be used is as if it were not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, key: str) -> bytes | None:
        """What was kept under a key, which can be a file's name; None when it is not there or not whole."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        kept = data[_SEAL:]
        if _seal(kept) != data[:_SEAL]:
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return kept

    def keep(self, key: str, *parts: bytes) -> None:
        """Keeps a form, given in parts, under a key; where it cannot be kept, nothing is.

        It need not reach the disk: what does not, fails its seal, and is read anew.
        """
        path = self._path(key)
        fresh = path.with_suffix(f".{os.getpid()}{HALF}")
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with fresh.open("wb") as file:
                file.write(_seal(*parts))
                file.writelines(parts)
            fresh.replace(path)
            make_room(self._folder, _ENDING, _MOST_FILES, _MOST_BYTES)
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{_ENDING}"


def _seal(*parts: bytes) -> bytes:
    """A checksum against damage: CRC-32, since whoever can write here could also write a right one."""
    sum_of_all = 0
    for part in parts:
        sum_of_all = zlib.crc32(part, sum_of_all)
    return sum_of_all.to_bytes(_SEAL, "little")
