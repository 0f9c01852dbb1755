"""Notes sentences: what the reader is told when her notes could not be read or saved."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from companion.core.message import Message
from companion.core.system_errors import why

if TYPE_CHECKING:
    from pathlib import Path

BUSY = Message("another window is writing there")
"""Why nothing was written while somebody else held the lock."""

_WHY = {
    errno.EACCES: Message("writing there is not permitted"),
    errno.EPERM: Message("writing there is not permitted"),
    errno.ENOENT: Message("the folder is not there any more"),
    errno.ENOTDIR: Message("this is not a folder"),
}


def why_not_written(error: OSError) -> Message:
    """The reason in words: "the disk is full"."""
    return _WHY.get(error.errno or 0) or why(error)


def not_saved(folder: Path, reason: Message) -> Message:
    """Nothing could be written into `folder`."""
    return Message(
        "Your bookmarks and notes could not be saved in ‘{folder}’ because {why}; they are kept as long as "
        "this window is open, and can be saved in another folder.",
        folder=str(folder),
        why=reason,
    )


def newer(path: Path) -> Message:
    """The file has a format that this program does not know."""
    return Message(
        "The bookmarks and notes in ‘{path}’ were written by a newer version of this program, so they are "
        "shown but not changed; what you add can be saved in another folder.",
        path=str(path),
    )


def restored(path: Path, aside: str) -> Message:
    """The file was damaged, or gone when `aside` is empty, and an earlier one was taken."""
    if not aside:
        return Message(
            "The bookmarks and notes in ‘{path}’ could not be read, so the copy before it was taken; the "
            "last change may be missing.",
            path=str(path),
        )
    return Message(
        "The bookmarks and notes in ‘{path}’ were damaged, so the file was kept as ‘{aside}’ and the copy "
        "before it was taken; the last change may be missing.",
        path=str(path),
        aside=aside,
    )


def lost(path: Path, aside: str) -> Message:
    """The file was damaged and there is no earlier one."""
    if not aside:
        return Message(
            "The bookmarks and notes in ‘{path}’ could not be read; there is no earlier copy, so the notes "
            "begin anew.",
            path=str(path),
        )
    return Message(
        "The bookmarks and notes in ‘{path}’ were damaged, and the file was kept as ‘{aside}’; there is no "
        "earlier copy, so the notes begin anew.",
        path=str(path),
        aside=aside,
    )


def lines_lost(path: Path, count: int) -> Message:
    """Some lines of a journal are damaged."""
    return Message(
        "Some changes in ‘{path}’ were damaged and could not be read ({count}); all others were taken, and "
        "the file is kept under another name.",
        path=str(path),
        count=count,
    )


def cut_short(path: Path) -> Message:
    """The last line of this device's own journal was never whole."""
    return Message(
        "The last change in ‘{path}’ was not written to its end, so it is missing; all others were taken, "
        "and the file is kept under another name.",
        path=str(path),
    )


def copies_found(count: int, folder: Path) -> Message:
    """A program that keeps folders alike had left copies of the notes; they were taken in."""
    return Message(
        "Other copies of your notes of this text were found ({count}), as programs leave them that keep "
        "folders alike; all that they hold was taken over, and they were put into ‘{folder}’.",
        count=count,
        folder=str(folder),
    )


def not_copied(folder: Path, reason: Message) -> Message:
    """The notes of all texts could not be copied into `folder`."""
    return Message(
        "Your notes could not be copied to ‘{folder}’ because {why}; they are kept where they were.",
        folder=str(folder),
        why=reason,
    )


def copied(count: int, old: Path, new: Path) -> Message:
    """The notes of so many texts were copied, and are kept in the new folder from now on."""
    return Message(
        "The notes of all your texts ({count}) were copied to ‘{new}’ and compared, and are kept there from "
        "now on; those in ‘{old}’ were left as they are.",
        count=count,
        old=str(old),
        new=str(new),
    )
