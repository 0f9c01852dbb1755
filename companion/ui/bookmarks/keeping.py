"""Keeping: what the reader does is written down in the background, soon and without being asked."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from companion.core.anchors import anchor
from companion.core.document import Span
from companion.store.device import device_in
from companion.store.generations import notes_of
from companion.store.notes_file import NotesFile
from companion.ui.bookmarks.kinship import Kinship
from companion.ui.bookmarks.marginalia import now
from companion.ui.bookmarks.recalling import Recall, Recalled
from companion.ui.bookmarks.saving import Earlier, Fold, Look, Move, Save, tell_nobody
from companion.ui.program.jobs import Jobs, unexpected

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow

    from companion.core.notes import Notes
    from companion.store.generations import State
    from companion.ui.bookmarks.saving import Looked, Moved, Saved
    from companion.ui.program.jobs import Job
    from companion.ui.program.settings import Settings
    from companion.ui.reading import Reading

_SOON_MS, _LATER_MS, _AGAIN_MS = 300, 3000, 30_000
"""A bookmark is written down so soon, a place so soon; what could not be written is tried again so soon."""
_IDLE_MS = 60_000
"""So long after the last change the journal of this device is folded into the main file."""
_WORDS_BEFORE = 40
"""Code points: the words before the furthest place by which it is found again."""
_LAST_MS = 8000
"""For so long, at most, the program waits at its end for what is being written."""


def notes_folder() -> Path:
    """Where the notes of all texts are kept, as the system has it."""
    kind = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(kind)) / "notes"


def folders_of(settings: Settings) -> tuple[Path, ...]:
    """The folders that hold notes; the last one is where they are saved."""
    chosen = settings.notes_folder
    return (notes_folder(), chosen) if chosen is not None else (notes_folder(),)


class Keeper(QObject):
    """Stands between a reading and the notes files of the texts that are opened in it.

    Signals:
        failed(Message): something could not be written; the sentence says why. It stays in memory.
        recovered(): what could not be written before is written now.
        remarked(tuple[Message, ...]): what is to be said of the notes that were found.
        kept(): something was written down.
    """

    failed = Signal(object)
    recovered = Signal()
    remarked = Signal(object)
    kept = Signal()

    def __init__(self, reading: Reading, settings: Settings) -> None:
        super().__init__(reading)
        self._reading, self._settings = reading, settings
        self._jobs = Jobs(self, threads=1)
        self.kinship = Kinship(self, reading, self._jobs)
        self._path: Path | None = None
        self._file: NotesFile | None = None
        self._on_disk: Notes | None = None
        self._unsaved: dict[str, Saved] = {}
        self._under_way = 0
        self._soon = self._timer(_SOON_MS)
        self._later = self._timer(_LATER_MS)
        self._idle = self._timer(_IDLE_MS, self._fold)
        reading.bookmarks_changed.connect(self._bookmarks_changed)
        reading.marginalia.mended.connect(self._bookmarks_changed)
        reading.place_changed.connect(self._session_changed)
        reading.entry_focused.connect(self._session_changed)
        reading.horizon_changed.connect(self._session_changed)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._look_for_others)

    def _timer(self, milliseconds: int, verb: Callable[[], None] | None = None) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(verb or self.save)
        return timer

    @cached_property
    def _device(self) -> str:
        kind = QStandardPaths.StandardLocation.AppLocalDataLocation
        return device_in(Path(QStandardPaths.writableLocation(kind)))

    # -- from one text to the next

    def recall(self, path: Path) -> Recall:
        """Work that finds what is kept of the text at `path`, given its document."""
        live, settings = self.live_of(path), self._settings
        former = self._file.identity if live is not None and self._file else settings.identity_of(path)
        namesakes = () if former else settings.identities_of_name(path.name)
        return Recall(path, self._folders, former, live, self._device, namesakes)

    def live_of(self, path: Path) -> Notes | None:
        """What the reader did in the text at `path`, as it is now; None where another one is open."""
        return self._gathered() if path == self._path and self._file is not None else None

    def recalled(self) -> Recalled | None:
        """What is kept of the open text, as it is now, so that it can be shown again; None without one."""
        if self._path is None or self._file is None:
            return None
        reading, notes = self._reading, self._gathered()
        marginalia = reading.marginalia
        return Recalled(
            self._path,
            self._file,
            notes,
            notes,
            marginalia.places,
            (),
            reading.place.start,
            reading.furthest,
            reading.wanted_focus,
            marginalia.shaky,
        )

    def companion_of(self, path: Path) -> Path | None:
        """The companion file that the reader chose for a text, if it is still there."""
        found = self._settings.companion_of(path)
        return found if found is not None and found.is_file() else None

    def keep_companion(self, path: Path, companion: Path | None) -> None:
        """Writes down the companion file that the reader chose for a text; None for the one beside it."""
        self._settings.keep_companion(path, companion)

    def encoding_of(self, path: Path) -> str:
        """The encoding that the reader chose for a plain text; empty where it is found."""
        return self._settings.encoding_of(path)

    def keep_encoding(self, path: Path, encoding: str) -> None:
        """Writes down the encoding that the reader chose for a plain text."""
        self._settings.keep_encoding(path, encoding)

    def leave(self) -> None:
        """Writes down what is open; another text is about to be shown."""
        self.save(always=True)
        self._fold()
        self.kinship.leave()
        for timer in (self._soon, self._later, self._idle):
            timer.stop()
        self._file = self._path = self._on_disk = None

    def begin(self, recalled: Recalled) -> None:
        """Takes what was found of the text that is shown now."""
        waiting = self._unsaved.get(recalled.file.identity)
        self._path, self._file = recalled.path, recalled.file
        self._settings.keep_identity(recalled.path, recalled.file.identity)
        self._on_disk = recalled.on_disk
        self._reading.furthest = max(self._reading.furthest, recalled.furthest)
        self._reading.take_notes(recalled.notes, recalled.places, recalled.shaky)
        self.kinship.begin(recalled, self._folders)
        if waiting is not None:
            self._reading.take_notes(waiting.given)
        self._session_changed()  # what came over from another file is written down too
        if recalled.remarks:
            self.remarked.emit(recalled.remarks)

    # -- saving

    def save(self, *, always: bool = False) -> None:
        """Writes down in the background what has changed; `always` also while something is being written."""
        if self._under_way and not always:
            self._soon.start()
            return
        for identity, waiting in self._unsaved.items():
            if self._file is None or identity != self._file.identity:
                self._run(Save(waiting.file, waiting.given))
        if self._file is None:
            return
        notes = self._gathered()
        if notes != self._on_disk or self._file.identity in self._unsaved:
            self._run(Save(self._file, notes))

    def save_elsewhere(self, folder: Path) -> None:
        """Keeps the notes in another folder from now on, also those that could not be written before."""
        self._settings.keep_notes_folder(folder)
        for waiting in list(self._unsaved.values()):
            file = self._in(folder, waiting.file)
            if self._file is not None and file.identity == self._file.identity:
                self._file = file
            else:
                self._run(Save(file, waiting.given))
        if self._file is not None:
            self._file = self._in(folder, self._file)
            self._run(Save(self._file, self._gathered()))

    def move_notes(self, folder: Path) -> None:
        """Copies the notes of all texts into another folder, compares them, and keeps them there then.

        What came of it is told by `remarked`, or by `failed`; then they stay where they are.
        """
        self.save(always=True)
        self._fold()
        job = self._jobs.run("", Move(self._folders[-1], folder))
        job.succeeded.connect(self._moved)
        job.failed.connect(unexpected)

    def _moved(self, moved: Moved) -> None:
        if moved.sentence is not None:
            self.failed.emit(moved.sentence)
            return
        self.save_elsewhere(moved.folder)
        self.remarked.emit((moved.remark,))

    @property
    def folder(self) -> Path:
        """Where the notes of all texts are written."""
        return self._folders[-1]

    def earlier(self) -> Job | None:
        """Work that lists the earlier states of the open text's notes; None while no text is open."""
        if self._file is None:
            return None
        self.save()
        return self._jobs.run("", Earlier(self._folders, self._file.identity))

    def state(self, state: State) -> Notes | None:
        """The notes as they once were; None when they cannot be read any more."""
        return notes_of(state, self._file.identity) if self._file is not None else None

    def finish(self) -> str:
        """Writes down what is left, at the end; gives the sentence why that was not possible, or nothing."""
        self.kinship.leave()
        for timer in (self._soon, self._later, self._idle):
            timer.stop()
        if not self._jobs.finish(_LAST_MS):
            return self.tr("Your notes are still being written; the disk does not answer.")
        self._under_way = 0
        left = {identity: Save(it.file, it.given) for identity, it in self._unsaved.items()}
        if self._file is not None:
            notes = self._gathered()
            if notes != self._on_disk or self._file.identity in left:
                left[self._file.identity] = Save(self._file, notes)
        saved = [save(tell_nobody) for save in left.values()]
        self._unsaved = {it.file.identity: it for it in saved if it.sentence}
        if self._file is not None and not self._unsaved:
            Fold(self._file)(tell_nobody)
        return next((it.sentence for it in saved if it.sentence), "")

    def _fold(self) -> None:
        if self._file is not None:
            job = self._jobs.run("", Fold(self._file))
            job.failed.connect(unexpected)

    def _run(self, save: Save) -> None:
        self._under_way += 1
        job = self._jobs.run("", save)
        job.succeeded.connect(self._told)
        job.ended.connect(self._ended)
        job.failed.connect(unexpected)

    def _ended(self, _: object) -> None:
        self._under_way = max(0, self._under_way - 1)

    def _told(self, saved: Saved) -> None:
        identity = saved.file.identity
        if saved.sentence:
            known = self._unsaved.get(identity)
            self._unsaved[identity] = saved
            if known is None or known.sentence != saved.sentence:
                self.failed.emit(saved.sentence)
            self._later.start(_AGAIN_MS)
            return
        had_failed = self._unsaved.pop(identity, None) is not None
        if saved.file is self._file:
            self._on_disk = saved.kept
            self._reading.take_notes(saved.kept)
            self._idle.start()
        self.kept.emit()
        if had_failed and not self._unsaved:
            self.recovered.emit()

    # -- other windows

    def _look_for_others(self, window: QWindow | None) -> None:
        """A window of the program has the keyboard again: perhaps somebody else wrote meanwhile."""
        if window is not None and self._file is not None and not self._under_way:
            self._under_way += 1
            job = self._jobs.run("", Look(self._file))
            job.succeeded.connect(self._take_of_others)
            job.ended.connect(self._ended)
            job.failed.connect(unexpected)

    def _take_of_others(self, looked: Looked) -> None:
        if looked.notes is not None and looked.file is self._file:
            self._reading.take_notes(looked.notes)

    # -- what there is to keep

    @property
    def _folders(self) -> tuple[Path, ...]:
        return folders_of(self._settings)

    @staticmethod
    def _in(folder: Path, file: NotesFile) -> NotesFile:
        return NotesFile(folder, file.identity, file.title, device=file.device, document=file.document)

    def _gathered(self) -> Notes:
        """The notes with the place, the furthest place and the focus as they are now."""
        reading, time = self._reading, now()
        notes = reading.marginalia.notes
        document, start = reading.document, reading.place.start
        if start or reading.is_guarded or notes.session.place.value is not None:
            notes = notes.at_place(anchor(document, Span(start, start)), time)
            end = reading.furthest
            before = anchor(document, Span(max(0, end - _WORDS_BEFORE), end)) if end else None
            notes = notes.read_up_to(before, time)
        notes = notes.focused_on(reading.wanted_focus, time)
        reading.marginalia.notes = notes
        return notes

    def _bookmarks_changed(self) -> None:
        if self._file is not None and self._reading.marginalia.notes != self._on_disk:
            self._soon.start()

    def _session_changed(self) -> None:
        if self._file is not None and not self._later.isActive():
            self._later.start(_LATER_MS)
