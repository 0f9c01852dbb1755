"""Notes file: what a reader keeps of one text, on disk; survives crashes, full disks, second windows."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from companion.core.message import Message, ToldError
from companion.core.notes import Notes
from companion.store import atomic
from companion.store.lock import BusyError, locked
from companion.store.notes_json import FORMAT, from_json, to_bytes
from companion.store.notes_sentences import BUSY, lost, newer, not_saved, restored, why_not_written
from companion.store.seal import DamagedError, seal_of, unsealed

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

_ENDING = ".notes.json"
_BACKUP = ".bak"

_PATIENCE = 5.0
"""Seconds to wait for another window that is writing."""

_DAYS = 5
"""Of so many days the file with which the day began is kept."""

_LONGEST, _LONGEST_BYTES = 40, 120
"""Code points and bytes of a title in a file's name, at most."""

_SEAL_LENGTH = 200
"""Bytes that hold the first line."""


class NotSavedError(ToldError):
    """The notes could not be written.

    What is on disk is as it was, and the notes in memory hold all.
    """


@dataclass(frozen=True, slots=True)
class Loaded:
    """The notes of a text as they were found, and sentences for the reader about what was wrong.

    `is_read_only` when a newer program wrote them: `NotesFile.save` refuses to change them.
    """

    notes: Notes = field(default_factory=Notes)
    remarks: tuple[Message, ...] = ()
    is_read_only: bool = False


class _Found(NamedTuple):
    """What a file holds."""

    data: bytes
    format: int
    identity: str
    notes: Notes


class _OnDisk(NamedTuple):
    """The file of a text and what it holds; None when it is not there, or not as it was written."""

    path: Path
    found: _Found | None
    is_damaged: bool


class NotesFile:
    """The notes file of one text in one folder: ``<title>-<8 digits of the identity>.notes.json``.

    It is found again by the identity alone; `title` only makes its name readable. One thread at a time may
    use an object; any number of objects, windows and programs may use the same file. `remarks` are the
    sentences for the reader of the last `load` or `save`. `today` says what day it is.
    """

    def __init__(
        self, folder: Path, identity: str, title: str = "", *, today: Callable[[], date] = date.today
    ) -> None:
        self.folder = folder
        self.identity = identity
        self.title = title
        self.remarks: tuple[Message, ...] = ()
        self._today = today
        self._path: Path | None = None
        self._seal = b""
        self._is_newer = False
        self._lines: dict[str, str] = {}

    @property
    def path(self) -> Path | None:
        """Where the notes lie, once they were loaded or saved; None when there are none yet."""
        return self._path

    # -- reading

    def load(self) -> Loaded:
        """The notes that are kept of the text; none when there are none. Never raises for what is on disk.

        A damaged file gets another name and the one before it is taken; the remarks say so.
        """
        self.remarks = ()
        try:
            disk = self._on_disk()
            if disk.is_damaged:
                with self._locked():
                    disk = self._mended()
        except (OSError, BusyError):
            disk = self._unreachable()
        found = disk.found
        if found is None:
            return Loaded(remarks=self.remarks)
        if found.format > FORMAT:
            self.remarks += (newer(disk.path),)
        return Loaded(found.notes, self.remarks, is_read_only=found.format > FORMAT)

    def has_changed(self) -> bool:
        """Whether somebody else has written since this object last read or wrote; costs next to nothing."""
        try:
            return self._seal_on_disk() != self._seal if self._path else bool(self._names())
        except OSError:
            return False

    # -- writing

    def save(self, notes: Notes) -> Notes:
        """Writes the notes together with what others have written meanwhile, and gives back both as one.

        On return they have reached the disk. Raises `NotSavedError`.
        """
        self.remarks = ()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self._locked():
                return self._saved(notes)
        except BusyError:
            raise NotSavedError(not_saved(self.folder, BUSY)) from None
        except OSError as error:
            raise NotSavedError(not_saved(self.folder, why_not_written(error))) from error

    def save_to(self, folder: Path, notes: Notes) -> Path:
        """Writes the notes into another folder, as `save` does; the file. Raises `NotSavedError`."""
        other = NotesFile(folder, self.identity, self.title, today=self._today)
        other.save(notes)
        return other.path or folder

    def _saved(self, notes: Notes) -> Notes:
        if self._path is None or self._is_newer or self._seal_on_disk() != self._seal:
            self._path, self._seal = None, b""  # whatever was known, it is not there any more
            disk = self._mended()
            if disk.found is not None:
                if disk.found.format > FORMAT:
                    raise NotSavedError(newer(disk.path))
                notes = notes.merged(disk.found.notes)
            self._path = disk.path
        data = to_bytes(notes, self.identity, self.title, self._lines)
        if seal_of(data) != self._seal:
            self._keep_the_day(self._path)
            atomic.write(self._path, data, _backup(self._path))
            self._seal = seal_of(data)
        return notes

    def _keep_the_day(self, path: Path) -> None:
        """Keeps the file with which a day begins beside the newest, and forgets that of long ago."""
        stem = path.name.removesuffix(_ENDING)
        kept = path.with_name(f"{stem}.{self._today().isoformat()}{_ENDING}")
        with suppress(OSError):  # what matters is that the newest is saved
            if path.exists() and not kept.exists():
                atomic.write(kept, path.read_bytes())  # a second name would share its damage
                for old in self._days(path)[_DAYS:]:
                    old.unlink()

    # -- what is on disk

    def _locked(self) -> AbstractContextManager[None]:
        return locked(self.folder / f".{self.identity[:8]}.lock", _PATIENCE)

    def _seal_on_disk(self) -> bytes:
        """The first line of the file, by which two states of it are told apart; empty when it is gone."""
        if self._path is None:
            return b""
        try:
            with open(self._path, "rb") as file:
                return seal_of(file.read(_SEAL_LENGTH))
        except FileNotFoundError:
            return b""

    def _on_disk(self) -> _OnDisk:
        """The file of this text as it is now. Raises `OSError` when it cannot be read at all."""
        names = self._names()
        for name in names:
            path = self.folder / name
            try:
                found = _read(path)
            except (DamagedError, FileNotFoundError):  # only a file with a backup is listed and not there
                return _OnDisk(path, None, is_damaged=True)
            if found.identity == self.identity:
                self._remember(path, found)
                return _OnDisk(path, found, is_damaged=False)
        digits = 8 if not names else 16  # another text's identity begins with the same digits
        return _OnDisk(
            self.folder / f"{readable(self.title)}-{self.identity[:digits]}{_ENDING}", None, is_damaged=False
        )

    def _remember(self, path: Path, found: _Found) -> None:
        self._path = path
        self._seal = seal_of(found.data)
        self._is_newer = found.format > FORMAT

    def _names(self) -> list[str]:
        """The names of all files that may be this text's, by the beginning of its identity."""
        endings = tuple(f"-{self.identity[:digits]}{_ENDING}" for digits in (8, 16))
        with suppress(FileNotFoundError):
            names = (path.name.removesuffix(_BACKUP) for path in self.folder.iterdir())
            return sorted({name for name in names if name.endswith(endings)})
        return []

    # -- what is damaged

    def _mended(self) -> _OnDisk:
        """The file of this text; when it is damaged it is set aside first and the one before it restored."""
        disk = self._on_disk()
        if not disk.is_damaged:
            return disk
        aside = atomic.set_aside(disk.path).name if disk.path.exists() else ""
        copy = self._newest_copy(disk.path)
        if copy is None:
            if _backup(disk.path).exists():
                atomic.set_aside(_backup(disk.path))
            self.remarks += (lost(disk.path, aside),)
            return _OnDisk(disk.path, None, is_damaged=False)
        self.remarks += (restored(disk.path, aside),)
        atomic.write(disk.path, copy.data)
        self._remember(disk.path, copy)
        return _OnDisk(disk.path, copy, is_damaged=False)

    def _unreachable(self) -> _OnDisk:
        """What can be read when the file can neither be read nor set aside."""
        path = self.folder
        with suppress(OSError):
            for path in (self.folder / name for name in self._names()):
                if (copy := self._newest_copy(path)) is not None:
                    self.remarks += (restored(path, ""),)
                    return _OnDisk(path, copy, is_damaged=False)
        self.remarks += (lost(path, ""),)
        return _OnDisk(path, None, is_damaged=False)

    def _newest_copy(self, path: Path) -> _Found | None:
        for copy in (_backup(path), *self._days(path)):
            with suppress(DamagedError, OSError):
                found = _read(copy)
                if found.identity == self.identity:
                    return found
        return None

    def _days(self, path: Path) -> list[Path]:
        """The files of earlier days, the newest first."""
        stem = re.escape(path.name.removesuffix(_ENDING))
        name = re.compile(rf"{stem}\.\d{{4}}-\d\d-\d\d{re.escape(_ENDING)}")
        return sorted((kept for kept in self.folder.iterdir() if name.fullmatch(kept.name)), reverse=True)


def _read(path: Path) -> _Found:
    """What a file holds. Raises `DamagedError` when it is not as it was written, and `OSError`."""
    data = path.read_bytes()
    told = from_json(unsealed(data))
    return _Found(data, told.format, told.identity, told.notes)


def _backup(path: Path) -> Path:
    return path.with_name(path.name + _BACKUP)


def readable(title: str) -> str:
    """A title as part of a file's name: letters and digits of any script with hyphens, 40 at most."""
    words = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", title)).strip("-")[:_LONGEST].strip("-")
    while len(words.encode()) > _LONGEST_BYTES:
        words = words[:-1]
    return words or "text"
