"""Generations: what the notes of a text were at earlier times, so that any of it can be had again."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from companion.core.notes import MarkKind, Notes
from companion.store import atomic
from companion.store.notes_json import from_bytes
from companion.store.notes_names import ENDING, names_of, stem_of
from companion.store.seal import DamagedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path

    from companion.store.notes_json import NotesText
    from companion.store.notes_names import Generation

FOLDER = "earlier"
"""Where the generations lie, within the folder of the notes."""

_LAST, _DAYS, _WEEKS, _MONTHS = 10, 5, 4, 12
"""So many of the last are kept, and the last of so many days, weeks and months that have any."""


class State(NamedTuple):
    """What the notes once were: when (ISO 8601, UTC; a date alone where no more is known) and how many.

    `marks` are all bookmarks, highlights, underlines and notes, `notes` those of them that say something.
    """

    path: Path
    time: str
    marks: int
    notes: int
    corrections: int


def generations_of(folder: Path, identity: str) -> list[Generation]:
    """The files of earlier states of the notes of a text, the newest first by their counting."""
    found = [*names_of(folder, identity).generations]
    with suppress(OSError):
        found += names_of(folder / FOLDER, identity).generations
    return sorted(found, reverse=True)


def keep_generation(main: Path, identity: str, data: bytes, counter: int, now: datetime) -> None:
    """Keeps what was written into the main file in one of its own; forgets those that are wanted no longer.

    Raises `OSError`.
    """
    folder = main.parent / FOLDER
    folder.mkdir(exist_ok=True)
    atomic.write(folder / f"{stem_of(main, identity)}.{now:%Y-%m-%dT%H%M%S}.{counter}{ENDING}", data)
    for one in unwanted(generations_of(main.parent, identity)):
        atomic.remove(one.path)


def unwanted(generations: Iterable[Generation]) -> list[Generation]:
    """Those, of all given the newest first, that are kept no longer."""
    left: dict[str, int] = {"day": _DAYS, "week": _WEEKS, "month": _MONTHS}
    seen: set[tuple[str, object]] = set()
    found = []
    for number, one in enumerate(generations):
        fits = False
        for span, key in _spans(one.time):
            if left[span] and (span, key) not in seen:
                seen.add((span, key))
                left[span] -= 1
                fits = True
        if not fits and number >= _LAST:
            found.append(one)
    return found


def _spans(time: str) -> list[tuple[str, object]]:
    """The day, the week and the month of a time; a week begins on Monday, counted from the year 1."""
    from datetime import date

    try:
        week = date.fromisoformat(time[:10]).toordinal() // 7
    except ValueError:  # somebody gave a file such a name
        return []
    return [("day", time[:10]), ("week", week), ("month", time[:7])]


def read_state(path: Path, identity: str) -> NotesText | None:
    """What a file of notes says; None when it is damaged, gone, or of another text."""
    try:
        told = from_bytes(path.read_bytes())
    except (DamagedError, OSError):
        return None
    return told if told.identity == identity else None


def states(folder: Path, identity: str, tell: Callable[[float], None] = lambda _: None) -> list[State]:
    """The earlier states of the notes of a text, the newest first; `tell` hears how far that is, 0 to 1.

    Those that say the same as the one after them are left out. `notes_of` reads one, and `restored` of
    `companion.core.reconciling` makes the notes again what they were.
    """
    found = generations_of(folder, identity)
    listed: list[State] = []
    said: Notes | None = None
    for number, one in enumerate(found):
        told = read_state(one.path, identity)
        if told is not None and (said is None or not told.notes.is_marked_like(said)):
            listed.append(_state(one, told.notes))
            said = told.notes
        tell((number + 1) / len(found))
    return listed


def notes_of(state: State, identity: str) -> Notes | None:
    """The notes as they once were; None when the file is not there any more, or damaged."""
    told = read_state(state.path, identity)
    return None if told is None else told.notes


def _state(one: Generation, notes: Notes) -> State:
    day, _, clock = one.time.partition("T")
    time = f"{day}T{clock[:2]}:{clock[2:4]}:{clock[4:]}Z" if clock else day
    says = sum(bool(mark.note) or mark.kind is MarkKind.NOTE for mark in notes.bookmarks)
    return State(one.path, time, len(notes.bookmarks), says, len(notes.corrections))
