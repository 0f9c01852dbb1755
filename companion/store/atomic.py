"""Atomic: a file is written so that at every moment either all of the old or all of the new is there."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from pathlib import Path

_PATIENCE = (0.0, 0.01, 0.03, 0.1, 0.3)
"""Seconds to wait before each attempt to rename: on Windows a virus scanner may hold a file for a moment."""


def write(path: Path, data: bytes, backup: Path | None = None) -> None:
    """Writes `data` to `path`; what was there becomes `backup`. On return it has reached the disk.

    The order (new file, its sync, backup, rename, sync of the folder) leaves something whole to read
    after every crash and loss of power. A link stays one: what it leads to is written. Whoever calls it
    holds a lock on the path. Raises `OSError`, and then `path` is as it was.
    """
    path = _led_to(path)
    fresh = _beside(path, ".tmp")
    try:
        with open(fresh, "wb") as file:
            file.write(data)
            file.flush()
            _sync(file.fileno())
        if backup is not None and path.exists():
            keep(path, backup)
        _rename(fresh, path)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    if backup is not None and backup.parent != path.parent:
        sync_folder(backup.parent)


def append(path: Path, data: bytes) -> None:
    """Adds `data` at the end of a file, which begins with it. On return it has reached the disk.

    Raises `OSError`; then the file is as it was, as far as the disk still lets it be.
    """
    is_new = not path.exists()
    with open(path, "ab", 0) as file:
        size = os.fstat(file.fileno()).st_size
        try:
            left = memoryview(data)
            while left:
                left = left[file.write(left) :]
            _sync(file.fileno())
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(file.fileno(), size)
            raise
    if is_new:
        sync_folder(path.parent)


def remove(path: Path) -> None:
    """Takes a file away, if it is there. Raises `OSError`."""
    path.unlink(missing_ok=True)


def keep(path: Path, copy: Path) -> None:
    """Makes `copy` a second name of the file, or a copy where a disk knows no second names.

    A file is only ever replaced, never written into, so a second name keeps what it says. Raises `OSError`.
    """
    if copy.exists() and path.samefile(copy):
        return  # as when the rename after it failed the last time
    path, fresh = _led_to(path), _beside(copy, ".tmp")
    fresh.unlink(missing_ok=True)
    try:
        os.link(path, fresh)
    except OSError:
        shutil.copyfile(path, fresh)
        with open(fresh, "rb+") as file:
            _sync(file.fileno())
    _rename(fresh, copy)


def set_aside(path: Path) -> Path:
    """Gives a file that cannot be used a name that says so, which nothing else has; the new path."""
    number = 1
    while (aside := _beside(path, f".damaged-{number}")).exists():
        number += 1
    _rename(path, aside)
    sync_folder(path.parent)
    return aside


def move_into(path: Path, folder: Path) -> Path:
    """Moves a file into a folder on the same disk, under a name that nothing there has; its new path."""
    folder.mkdir(exist_ok=True)
    number, moved = 1, folder / path.name
    while moved.exists():
        number += 1
        moved = folder / f"{path.stem}-{number}{path.suffix}"
    _rename(path, moved)
    sync_folder(folder)
    sync_folder(path.parent)
    return moved


def sync_folder(folder: Path) -> None:
    """Waits until the names in a folder have reached the disk, where a system knows how."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):  # some network disks refuse it; the names are there all the same
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _led_to(path: Path) -> Path:
    """The file that a link leads to, whether or not it is there; the path itself when it is no link."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _sync(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # fsync alone leaves it in the drive's own memory
            return
    os.fsync(handle)


def _rename(old: Path, new: Path) -> None:
    for wait in _PATIENCE:
        time.sleep(wait)
        try:
            return os.replace(old, new)
        except PermissionError:
            if sys.platform != "win32":
                raise
    return os.replace(old, new)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
