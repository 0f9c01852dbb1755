"""Room: a cache folder stays small: what was not used for longest goes, and what nobody wrote to its end."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HALF = ".tmp"
"""What the name of a file ends in that is still being written."""

_ABANDONED = 3_600
"""Seconds after which nobody writes on such a file any more: the process that did was ended."""


def make_room(folder: Path, ending: str, most_files: int, most_bytes: float = float("inf")) -> None:
    """Takes away the files of that ending beyond so many, or so many bytes; those used last are kept."""
    found = sorted(((*_told(path), path) for path in folder.glob(f"*{ending}")), reverse=True)
    for place, (_, size, path) in enumerate(found):
        most_bytes -= size
        if most_bytes < 0 or place >= most_files:
            with suppress(OSError):  # on Windows somebody may be reading it
                path.unlink(missing_ok=True)
    for path in folder.glob(f"*{HALF}"):
        used, _ = _told(path)
        if used < time.time() - _ABANDONED:
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _told(path: Path) -> tuple[float, int]:
    """When a file was used last, in seconds since 1970, and its size in bytes."""
    try:
        found = path.stat()
    except OSError:
        return 0.0, 0
    return found.st_mtime, found.st_size
