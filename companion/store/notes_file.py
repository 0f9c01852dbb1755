"""Notes file: what a reader keeps of one text, on disk; survives crashes, full disks, second windows."""

from __future__ import annotations

import errno
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from companion.core.message import ToldError
from companion.core.notes import Notes
from companion.store import atomic
from companion.store.generations import generations_of, keep_generation
from companion.store.journal import change_line, head_line
from companion.store.lock import BusyError, locked
from companion.store.notes_disk import Main, OnDisk, Reading, backup_of, first_line, followed, grown
from companion.store.notes_json import FORMAT, format_of, to_bytes
from companion.store.notes_names import JOURNAL, names_of, readable, stem_of
from companion.store.notes_sentences import BUSY, copies_found, lost, newer, not_saved, why_not_written
from companion.store.seal import seal_of
from companion.store.works import work_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from companion.core.document import Document
    from companion.core.message import Message

__all__ = ["Loaded", "NotSavedError", "NotesFile", "readable"]

COPIES = "merged copies"
"""Where copies lie whose notes were taken over, within the folder of the notes."""

_PATIENCE, _READING_PATIENCE = 5.0, 1.0
"""Seconds to wait for another window that is writing: before writing, and before reading all the same."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""After these errors a file is what it was before; after others nobody knows what the disk has kept."""

_LONG, _LONG_SHARE = 256_000, 4
"""A journal is folded when it has so many bytes, and this part of the main file."""


class NotSavedError(ToldError):
    """The notes could not be written; what is on disk is as it was, and the notes in memory hold all."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The notes of a text as they were found, and sentences for the reader about what was wrong.

    `is_read_only` when a newer program wrote them: `NotesFile.save` refuses to change them.
    """

    notes: Notes = field(default_factory=Notes)
    remarks: tuple[Message, ...] = ()
    is_read_only: bool = False


class NotesFile:
    """The notes of one text in one folder: ``<title>-<8 digits of the identity>.notes.json`` and journals.

    It is found again by the identity alone; `title` only makes its name readable. With a `device` (see
    `device_in`) a change is added to that device's journal, ``<title>-<digits>.<device>.log``, and `fold`
    writes it into the main file; without one every save writes the main file. No two devices ever write the
    same journal, and what is read is the union of all. The `document`, where given, is described in the
    file, so that another edition of the work finds these notes.

    One thread at a time may use an object; any number of objects, windows and programs may use the same
    folder. `remarks` are the sentences for the reader of the last `load` or `save`. `now` is the clock.
    """

    def __init__(
        self,
        folder: Path,
        identity: str,
        title: str = "",
        *,
        device: str = "",
        document: Document | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.folder = folder
        self.identity = identity
        self.title = title
        self.device = device
        self.document = document
        self.remarks: tuple[Message, ...] = ()
        self._now = now
        self._disk: OnDisk | None = None
        self._seal = b""
        self._length = 0
        self._seen: tuple[tuple[Path, ...], tuple[Path, ...]] = ((), ())
        self._lines: dict[str, str] = {}
        self._is_shaky = False

    @property
    def path(self) -> Path | None:
        """Where the notes lie, once they were loaded or saved; None when there are none yet."""
        return self._disk.path if self._disk is not None and self._seal else None

    @property
    def wants_folding(self) -> bool:
        """Whether there are changes in this device's journal."""
        disk = self._disk
        return disk is not None and self._own_journal(disk) in disk.journals

    # -- reading

    def load(self) -> Loaded:
        """The notes that are kept of the text; none when there are none. Never raises for what is on disk.

        A damaged file gets another name and the one before it is taken; copies that a program left which
        keeps several machines alike are taken in and set aside; the remarks say so.
        """
        self.remarks = ()
        try:
            if not names_of(self.folder, self.identity):
                self._disk, self._seal = None, b""
                return Loaded()
            with self._locked(_READING_PATIENCE):
                disk = self._read(may_mend=True)
                is_untidy = disk.copies or not all(journal.is_sound for journal in disk.journals.values())
                if is_untidy and disk.format <= FORMAT:
                    with suppress(OSError):  # all is there; it only lies about as it did before
                        self._write(disk, disk.notes)
        except (OSError, BusyError):
            disk = self._read_as_it_is()
        if disk.format > FORMAT:
            self.remarks += (newer(disk.path),)
        return Loaded(disk.notes, self.remarks, is_read_only=disk.format > FORMAT)

    def has_changed(self) -> bool:
        """Whether somebody else has written since this object last read or wrote; costs next to nothing."""
        try:
            if self._disk is None:
                return bool(names_of(self.folder, self.identity))
            return self._followed() is not self._disk
        except OSError:
            return False

    # -- writing

    def save(self, notes: Notes) -> Notes:
        """Writes the notes together with what others have written meanwhile, and gives back both as one.

        On return they have reached the disk. Raises `NotSavedError`.
        """
        return self._writing(lambda: self._saved(notes))

    def fold(self) -> None:
        """Writes what is in this device's journal into the main file. Raises `NotSavedError`."""
        if self.wants_folding:
            self._writing(self._folded)

    def save_to(self, folder: Path, notes: Notes) -> Path:
        """Writes the notes into another folder, as `save` does; the file. Raises `NotSavedError`."""
        other = NotesFile(folder, self.identity, self.title, document=self.document, now=self._now)
        other.save(notes)
        return other.path or folder

    def _writing(self, work: Callable[[], Notes]) -> Notes:
        self.remarks = ()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self._locked(_PATIENCE):
                return work()
        except BusyError:
            raise NotSavedError(not_saved(self.folder, BUSY)) from None
        except OSError as error:
            raise NotSavedError(not_saved(self.folder, why_not_written(error))) from error

    def _saved(self, notes: Notes) -> Notes:
        disk = self._up_to_date()
        if disk.format > FORMAT:
            raise NotSavedError(newer(disk.path))
        notes = notes.merged(disk.notes)
        own = disk.journals.get(self._own_journal(disk))
        is_fit = own is None or own.is_sound
        if self.device and self._seal and is_fit and not (self._is_shaky or disk.copies):
            if notes != disk.notes:
                self._append(disk, notes)
            self._fold_what_is_long()
        else:
            self._write(disk, notes)
        return notes

    def _folded(self) -> Notes:
        disk = self._up_to_date()
        if disk.format <= FORMAT:
            self._write(disk, disk.notes)
        return disk.notes

    def _append(self, disk: OnDisk, notes: Notes) -> None:
        path = self._own_journal(disk)
        known = disk.journals.get(path)
        data = change_line(notes.since(disk.notes), self.identity)
        if known is None or not known.size:
            data = head_line(self.identity, self.device) + data
        try:
            atomic.append(path, data)
        except OSError as error:
            self._is_shaky = error.errno not in _FULL
            raise
        self._disk = disk._replace(notes=notes, journals={**disk.journals, path: grown(path, known, data)})

    def _fold_what_is_long(self) -> None:
        disk = self._disk
        own = disk and disk.journals.get(self._own_journal(disk))
        if disk and own and own.size > max(_LONG, self._length // _LONG_SHARE):
            with suppress(OSError):  # it is saved; the journal is only longer than it should be
                self._write(disk, disk.notes)

    def _write(self, disk: OnDisk, notes: Notes) -> None:
        """Writes the main file, and takes away what is superfluous then."""
        main = disk.main
        work = main.work if main is not None else None
        if work is None and self.document is not None:
            work = work_of(self.document)
        data = to_bytes(notes, self.identity, self.title, self._lines, work)
        if seal_of(data) != self._seal:
            form = format_of(notes)
            if main is not None and main.format < form:
                atomic.keep(disk.path, backup_of(disk.path, main.format))
            atomic.write(disk.path, data, backup_of(disk.path))
            former = main.notes if main is not None else Notes()
            if not former.is_marked_like(notes) or not generations_of(self.folder, self.identity):
                with suppress(OSError):  # what matters is that the newest is saved
                    keep_generation(disk.path, self.identity, data, notes.counter, self._now())
            self._seal, self._length, self._is_shaky = seal_of(data), len(data), False
            main = Main(disk.path, b"", form, self.identity, notes, work)
        self._disk = disk._replace(main=main, notes=notes, format=max(disk.format, format_of(notes)))
        self._tidy(self._disk)

    def _tidy(self, disk: OnDisk) -> None:
        """Takes away the journals and copies that say nothing more than the main file does."""
        left = dict(disk.journals)
        for path, journal in disk.journals.items():
            if not journal.is_sound:
                atomic.set_aside(path)
            elif path == self._own_journal(disk):
                atomic.remove(path)
            else:
                continue
            del left[path]
            self._disk = disk = disk._replace(journals=dict(left))
        if disk.copies:
            for path in disk.copies:
                atomic.move_into(path, self.folder / COPIES)
            self.remarks += (copies_found(len(disk.copies), self.folder / COPIES),)
            self._disk = disk._replace(copies=())
        self._look_round()

    # -- what is on disk

    def _locked(self, patience: float) -> AbstractContextManager[None]:
        return locked(self.folder / f".{self.identity[:8]}.lock", patience)

    def _own_journal(self, disk: OnDisk) -> Path:
        return disk.path.with_name(f"{stem_of(disk.path, self.identity)}.{self.device}{JOURNAL}")

    def _up_to_date(self) -> OnDisk:
        """What is on disk now: what is known and what others have added, or else what is read anew."""
        self._disk = self._followed()
        return self._disk or self._read(may_mend=True)

    def _followed(self) -> OnDisk | None:
        names = names_of(self.folder, self.identity)
        if self._disk is None or (names.mains, names.copies) != self._seen:
            return None
        is_same = first_line(self._disk.path) == self._seal
        return followed(self._disk, names.journals, self.identity) if is_same else None

    def _read(self, *, may_mend: bool) -> OnDisk:
        """Reads all there is; with `may_mend`, under the lock, what is damaged is set aside and restored."""
        self._disk, self._seal = None, b""  # whatever was known, it is not there any more
        reading = Reading(self.folder, self.identity, self.title, self.device, may_mend=may_mend)
        disk = reading.result()
        self.remarks += disk.remarks
        if disk.main is not None:
            self._seal, self._length = seal_of(disk.main.data), len(disk.main.data)
            disk = disk._replace(main=disk.main._replace(data=b""))
        self._disk = disk
        self._look_round()
        return disk

    def _look_round(self) -> None:
        """Remembers which files there are, so that others are noticed."""
        names = names_of(self.folder, self.identity)
        self._seen = names.mains, names.copies

    def _read_as_it_is(self) -> OnDisk:
        """What can be read where nothing can be written, or somebody else writes all the time."""
        self.remarks = ()
        try:
            return self._read(may_mend=False)
        except OSError:
            self.remarks += (lost(self.folder, ""),)
            return OnDisk(self.folder, None, {}, (), Notes(), 0)
