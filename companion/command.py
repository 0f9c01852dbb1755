"""Command: what the command line asks for, as one value."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

WINDOW = "window"


class Command(NamedTuple):
    """What the command line asks for: WINDOW or a key of COMMANDS, and what was named with it.

    `parts` are those of a summary, all of them unless any is named; `focus` are the names of the entries
    whose passages stand in it, and `most` is how many of each list of found entries do, as many as usual
    if 0. `form` is that of an export, or all forms are to be listed; `source` is the file of another
    program, `book` part of a title in it, and a dry run only tells what would be taken in.
    """

    name: str
    file: Path | None = None
    companion: Path | None = None
    batch: Path | None = None
    out: str = ""
    format: str = ""
    paper: str = "a4"
    parts: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    most: int = 0
    new_window: bool = False
    doubtful: bool = False
    form: str = ""
    is_list: bool = False
    source: Path | None = None
    book: str = ""
    is_dry: bool = False
    jobs: int = 0


class RefusedError(Exception):
    """Why a command is not done: a sentence for the reader, or a line for each thing that is wrong."""
