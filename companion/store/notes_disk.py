"""Notes disk: all that the files of a folder say of the notes of one text, damaged or doubled."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from companion.core.notes import Notes
from companion.core.reconciling import gathered
from companion.store import atomic
from companion.store.generations import generations_of
from companion.store.journal import read_journal
from companion.store.notes_json import FORMAT, from_bytes
from companion.store.notes_names import BACKUP, ENDING, JOURNAL, names_of, readable
from companion.store.notes_sentences import cut_short, lines_lost, lost, restored
from companion.store.seal import DamagedError, seal_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from companion.core.message import Message
    from companion.store.notes_names import Names
    from companion.store.works import Work

SEAL_LENGTH = 400
"""Bytes that hold the first line of a file."""


class Main(NamedTuple):
    """The file of a text that holds all that was written down for good."""

    path: Path
    data: bytes
    format: int
    identity: str
    notes: Notes
    work: Work | None


class Journal(NamedTuple):
    """A journal as it was read: its first line, and how many bytes of it."""

    path: Path
    head: bytes
    size: int
    format: int
    notes: Notes
    is_sound: bool


class OnDisk(NamedTuple):
    """What a folder holds of one text.

    `path` is that of the main file, whether or not it is there; `main` what it says. `copies` are files whose
    notes are in `notes` too and that are to be set aside once these are written down.
    """

    path: Path
    main: Main | None
    journals: dict[Path, Journal]
    copies: tuple[Path, ...]
    notes: Notes
    format: int
    remarks: tuple[Message, ...] = ()


def backup_of(path: Path, form: int = 0) -> Path:
    """The name of the main file that was there before; of the last one in an older format."""
    return path.with_name(path.name + (f".v{form}" if form else "") + BACKUP)


def grown(path: Path, known: Journal | None, data: bytes) -> Journal:
    """A journal with `data` added at its end; `known` is what it was, None when it begins with it."""
    if known is not None and known.size:
        return known._replace(size=known.size + len(data))
    return Journal(path, seal_of(data[:SEAL_LENGTH]), len(data), FORMAT, Notes(), is_sound=True)


def followed(disk: OnDisk, journals: tuple[Path, ...], identity: str) -> OnDisk | None:
    """What is on disk when others have only added to their journals; None when more has become of it.

    Raises `OSError`.
    """
    if set(journals) != set(disk.journals):
        return None
    now, new = dict(disk.journals), []
    for path, known in disk.journals.items():
        size = size_of(path)
        if first_line(path) != known.head or size < known.size or not known.is_sound:
            return None
        if size > known.size:
            with open(path, "rb") as file:
                file.seek(known.size)
                data = file.read()
            told = read_journal(data, identity)
            if told.lost or told.is_cut or not known.head:
                return None
            new.append(told.notes)
            now[path] = known._replace(size=known.size + len(data))
    return disk._replace(journals=now, notes=gathered([disk.notes, *new])) if new else disk


def size_of(path: Path) -> int:
    """The length of a file in bytes; 0 when it is gone."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def first_line(path: Path) -> bytes:
    """The first line of a file, by which two states of it are told apart; empty when it is gone."""
    try:
        with open(path, "rb") as file:
            return seal_of(file.read(SEAL_LENGTH))
    except FileNotFoundError:
        return b""


class Reading:
    """One reading of a folder for the notes of one text. `may_mend` while its lock is held."""

    def __init__(self, folder: Path, identity: str, title: str, device: str, *, may_mend: bool) -> None:
        self._folder, self._identity, self._title = folder, identity, title
        self._device, self._may_mend = device, may_mend
        self._remarks: list[Message] = []

    def result(self) -> OnDisk:
        """Everything there is. Raises `OSError` when something can neither be read nor set aside."""
        names = names_of(self._folder, self._identity)
        if self._may_mend:
            for left in names.fresh:
                atomic.remove(left)
        path, mains = self._mains(names)
        journals = {found.path: found for found in map(self._journal, names.journals) if found is not None}
        copies = dict(self._copies(names)) | {main.path: main.notes for main in mains[1:]}
        held = [main.notes for main in mains[:1]] + [journal.notes for journal in journals.values()]
        notes = gathered([*held, *copies.values()]) if held or copies else Notes()
        formats = [main.format for main in mains] + [journal.format for journal in journals.values()]
        main = mains[0] if mains else None
        form = max(formats, default=0)
        return OnDisk(path, main, journals, tuple(copies), notes, form, tuple(self._remarks))

    def _mains(self, names: Names) -> tuple[Path, list[Main]]:
        """The files of this text; the first is the one that is written on, damaged ones are restored."""
        found, damaged = [], []
        for path in names.mains:
            try:
                main = read_main(path)
            except (DamagedError, FileNotFoundError):  # only a file with a backup is listed and not there
                damaged.append(path)
                continue
            if main.identity == self._identity:
                found.append(main)
        for path in damaged:
            if found and not path.exists():
                continue  # the backup of a file that was taken over into another
            if (copy := self._mended(path, is_needed=not found)) is not None:
                found.append(copy)
        if found:
            return found[0].path, found
        digits = (
            8 if not names.mains or damaged else 16
        )  # another text's identity begins with the same digits
        name = f"{readable(self._title)}-{self._identity[:digits]}{ENDING}"
        return damaged[0] if damaged else self._folder / name, []

    # -- what is damaged

    def _mended(self, path: Path, *, is_needed: bool) -> Main | None:
        """The newest that can be had in the place of a damaged file, which is set aside first."""
        copy = self._newest_copy(path)
        if not self._may_mend:
            if is_needed:
                self._remarks.append(lost(path, "") if copy is None else restored(path, ""))
            return copy
        aside = atomic.set_aside(path).name if path.exists() else ""
        if copy is None:
            if backup_of(path).exists():
                atomic.set_aside(backup_of(path))
            if is_needed:
                self._remarks.append(lost(path, aside))
            return None
        self._remarks.append(restored(path, aside))
        atomic.write(path, copy.data)
        return copy

    def _newest_copy(self, path: Path) -> Main | None:
        """The backup or the last generation, whichever knows more changes."""
        earlier = (one.path for one in generations_of(self._folder, self._identity))
        backup, last = next(self._readable([backup_of(path)]), None), next(self._readable(earlier), None)
        known = [copy for copy in (last, backup) if copy is not None]
        newest = max(known, key=lambda copy: copy.notes.counter, default=None)
        return newest and newest._replace(path=path)

    def _readable(self, paths: Iterator[Path] | list[Path]) -> Iterator[Main]:
        for path in paths:
            with suppress(DamagedError, OSError):
                if (main := read_main(path)).identity == self._identity:
                    yield main

    # -- what was added

    def _journal(self, path: Path) -> Journal | None:
        """A journal of this text; None when it is another text's. Says what of it cannot be read."""
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
        told = read_journal(data, self._identity)
        if not told.is_of_text:
            return None
        is_own = path.name.endswith(f".{self._device}{JOURNAL}")
        is_cut = told.is_cut and is_own  # another device's may still be on its way
        if told.lost:
            self._remarks.append(lines_lost(path, told.lost + is_cut))
        elif is_cut:
            self._remarks.append(cut_short(path))
        is_sound = not (told.lost or is_cut)
        return Journal(path, seal_of(data[:SEAL_LENGTH]), len(data), told.format, told.notes, is_sound)

    def _copies(self, names: Names) -> Iterator[tuple[Path, Notes]]:
        """The files that a program left which keeps folders alike, and their notes."""
        for path in names.copies:
            with suppress(OSError):
                data = path.read_bytes()
                if path.name.endswith(JOURNAL):
                    told = read_journal(data, self._identity)
                    if told.is_of_text and not told.is_cut:
                        yield path, told.notes
                else:
                    with suppress(DamagedError):
                        main = from_bytes(data)
                        if main.identity == self._identity:
                            yield path, main.notes


def read_main(path: Path) -> Main:
    """What a file holds. Raises `DamagedError` when it is not as it was written, and `OSError`."""
    data = path.read_bytes()
    told = from_bytes(data)
    return Main(path, data, told.format, told.identity, told.notes, told.work)
