"""Notes sentences: what the reader is told when her notes could not be read or saved."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_WHY = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the space that you may use on this disk is full",
    errno.EFBIG: "the disk takes no file of this size",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "writing there is not permitted",
    errno.EPERM: "writing there is not permitted",
    errno.ENOENT: "the folder is not there any more",
    errno.ENOTDIR: "this is not a folder",
    errno.EIO: "the disk reports an error",
}


def why_not_written(error: OSError) -> str:
    """The reason in words: "the disk is full"."""
    return _WHY.get(error.errno or 0, f"the system says ‘{error.strerror or error}’")


def not_saved(folder: Path, why: str) -> str:
    """Nothing could be written into `folder`."""
    return (
        f"Your bookmarks and notes could not be saved in ‘{folder}’ because {why}; they are kept as long as "
        "this window is open, and can be saved in another folder."
    )


def newer(path: Path) -> str:
    """The file has a format that this program does not know."""
    return (
        f"The bookmarks and notes in ‘{path}’ were written by a newer version of this program, so they are "
        "shown but not changed; what you add can be saved in another folder."
    )


def restored(path: Path, aside: str) -> str:
    """The file was damaged, or gone when `aside` is empty, and an earlier one was taken."""
    what = f"were damaged, so the file was kept as ‘{aside}’ and" if aside else "could not be read, so"
    return (
        f"The bookmarks and notes in ‘{path}’ {what} the copy before it was taken; "
        "the last change may be missing."
    )


def lost(path: Path, aside: str) -> str:
    """The file was damaged and there is no earlier one."""
    what = f"were damaged, and the file was kept as ‘{aside}’" if aside else "could not be read"
    return f"The bookmarks and notes in ‘{path}’ {what}; there is no earlier copy, so the notes begin anew."
