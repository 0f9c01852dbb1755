"""Kept texts: what was read from a file is kept until the file or the reading changes; may be deleted."""

from __future__ import annotations

import contextlib
import os
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

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
        fresh = path.with_suffix(f".{os.getpid()}.tmp")
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with fresh.open("wb") as file:
                file.write(_seal(*parts))
                file.writelines(parts)
            fresh.replace(path)
            self._make_room()
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.text"

    def _make_room(self) -> None:
        room = _MOST_BYTES
        found = sorted(((*_told(path), path) for path in self._folder.glob("*.text")), reverse=True)
        for place, (_, size, path) in enumerate(found):
            room -= size
            if room < 0 or place >= _MOST_FILES:
                path.unlink(missing_ok=True)


def _seal(*parts: bytes) -> bytes:
    """A checksum against damage: CRC-32, since whoever can write here could also write a right one."""
    sum_of_all = 0
    for part in parts:
        sum_of_all = zlib.crc32(part, sum_of_all)
    return sum_of_all.to_bytes(_SEAL, "little")


def _told(path: Path) -> tuple[int, int]:
    """When a file was used last, and its size."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
