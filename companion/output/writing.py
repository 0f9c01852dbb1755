"""Writing: a page reaches its file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Writes `data` to a file beside `path` and then puts that in its place; OSError leaves `path` as it was.

    A link is followed; what is no file but a device or a pipe is written to as it is.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        with path.open("wb") as device:
            device.write(data)
        return
    with _half_written(path, data) as half:
        if path.exists():
            shutil.copymode(path, half)
        half.replace(path)


def write_new(path: Path, data: bytes) -> None:
    """Writes `data` to a file that is not there yet; FileExistsError where one is, which stays as it is."""
    if path.exists() and not path.is_file():  # a device or a pipe
        write_whole(path, data)
        return
    path = path.resolve()
    with _half_written(path, data) as half:
        if sys.platform == "win32":
            half.rename(path)
            return
        try:
            os.link(half, path)
        except FileExistsError:
            raise
        except OSError:  # a disk that knows no second names
            if path.exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
            half.replace(path)


@contextlib.contextmanager
def _half_written(path: Path, data: bytes) -> Iterator[Path]:
    """A file beside `path` that holds `data`; it is gone afterwards, or has become another."""
    half = path.with_name(f".{path.name[:20]}.{secrets.token_hex(4)}.part")
    try:
        with half.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield half
    finally:
        with contextlib.suppress(OSError):
            half.unlink(missing_ok=True)
