"""Saving: what is done with notes files in a thread of its own, so that no window ever waits for a disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.store.generations import State, states
from companion.store.notes_file import NotSavedError
from companion.store.notes_sentences import copied

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.core.message import Message
    from companion.core.notes import Notes
    from companion.store.notes_file import NotesFile


class Saved(NamedTuple):
    """What came of saving: the notes that were given, those that are on disk now, or why they are not."""

    file: NotesFile
    given: Notes
    kept: Notes
    sentence: str = ""


class Save:
    """Work for a thread: notes are written; what was written by others meanwhile comes back with them."""

    def __init__(self, file: NotesFile, notes: Notes) -> None:
        self.file, self.notes = file, notes

    def __call__(self, _: Callable[[float], None]) -> Saved:
        try:
            return Saved(self.file, self.notes, self.file.save(self.notes))
        except NotSavedError as error:
            return Saved(self.file, self.notes, self.notes, error.sentence)


class Fold:
    """Work for a thread: what stands in this device's journal is written into the main file."""

    def __init__(self, file: NotesFile) -> None:
        self._file = file

    def __call__(self, _: Callable[[float], None]) -> None:
        try:
            self._file.fold()
        except NotSavedError:  # nothing is lost by it: the journal holds all
            return


class Moved(NamedTuple):
    """What came of copying all notes: the folder they are in now and what is to be said, or why not."""

    folder: Path
    remark: Message | None = None
    sentence: Message | None = None


class Move:
    """Work for a thread: the notes of all texts are copied into another folder."""

    def __init__(self, old: Path, new: Path) -> None:
        self._old, self._new = old, new

    def __call__(self, tell: Callable[[float], None]) -> Moved:
        from companion.store.copying import copy_notes

        try:
            count = copy_notes(self._old, self._new, tell)
        except NotSavedError as error:
            return Moved(self._new, sentence=error.sentence)
        return Moved(self._new, remark=copied(count, self._old, self._new))


class Earlier:
    """Work for a thread: the earlier states of the notes of a text, the newest first."""

    def __init__(self, folders: tuple[Path, ...], identity: str) -> None:
        self._folders, self._identity = folders, identity

    def __call__(self, _: Callable[[float], None]) -> list[State]:
        found = [state for folder in dict.fromkeys(self._folders) for state in states(folder, self._identity)]
        return sorted(found, key=lambda state: state.time, reverse=True)


class Looked(NamedTuple):
    """What others wrote; None when they wrote nothing."""

    file: NotesFile
    notes: Notes | None


class Look:
    """Work for a thread: the notes are read again if they are not as they were written last."""

    def __init__(self, file: NotesFile) -> None:
        self._file = file

    def __call__(self, _: Callable[[float], None]) -> Looked:
        return Looked(self._file, self._file.load().notes if self._file.has_changed() else None)


def tell_nobody(_: float) -> None:
    """At the end nobody follows how far a save is."""
