"""Kinship: other editions of the open text that have notes are found, and share them if she says so."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from companion.core.anchors import placings
from companion.store.notes_file import NotesFile, NotSavedError
from companion.ui.bookmarks.marginalia import now

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.core.anchors import Anchor
    from companion.core.document import Document, Span
    from companion.core.notes import Notes
    from companion.store.known_texts import KnownText
    from companion.ui.bookmarks.recalling import Recalled
    from companion.ui.program.jobs import Jobs
    from companion.ui.reading import Reading

_AFTER_MS = 4000
"""So long after a text was opened its kin is sought, so that nothing of the opening waits for it."""


class Kinship(QObject):
    """Asks, of a text without marks, which of the texts with notes are the same work.

    Signals:
        found(tuple[KnownText, ...]): these are probably other editions; the reader decides about each, once.
        bringing(Job): the marks of another edition are being placed in this text.
        brought(Counts): they came over; so many were placed.
    """

    found = Signal(object)
    bringing = Signal(object)
    brought = Signal(object)

    def __init__(self, parent: QObject, reading: Reading, jobs: Jobs) -> None:
        super().__init__(parent)
        self._reading, self._jobs = reading, jobs
        self._file: NotesFile | None = None
        self._folders: tuple[Path, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._seek)

    def begin(self, recalled: Recalled, folders: tuple[Path, ...]) -> None:
        """Takes the text that is shown now."""
        self._file, self._folders = recalled.file, folders
        if not recalled.notes.versions:
            self._timer.start()

    def leave(self) -> None:
        """The text is not shown any more."""
        self._timer.stop()
        self._file = None

    def decide(self, text: KnownText, is_same: bool) -> None:
        """What the reader says: the two texts share their notes from now on, or are not asked about again."""
        if self._file is None:
            return
        self._reading.take_notes(self._reading.marginalia.notes.akin(text.identity, is_same, now()))
        if is_same:
            work = _Bring(self._file.identity, text, self._reading.document)
            job = self._jobs.run(self.tr("Placing the marks of {0}").format(text.title), work)
            job.succeeded.connect(self._brought)
            self.bringing.emit(job)

    def _seek(self) -> None:
        if self._file is not None:
            job = self._jobs.run("", _Seek(self._file.identity, self._reading.document, self._folders))
            job.succeeded.connect(self._found)

    def _found(self, sought: _Sought) -> None:
        if self._file is None or self._file.identity != sought.identity:
            return
        decided = self._reading.marginalia.notes.kin
        if texts := tuple(text for text in sought.texts if text.identity not in decided):
            self.found.emit(texts)

    def _brought(self, brought: _Brought) -> None:
        if self._file is not None and self._file.identity == brought.identity:
            self._reading.take_notes(brought.notes, brought.places, brought.shaky)
            self.brought.emit(brought.counts)


class _Sought(NamedTuple):
    """The kin of the text with that identity."""

    identity: str
    texts: list[KnownText]


class _Seek:
    """Work for a thread: finds the kin of a text."""

    def __init__(self, identity: str, document: Document, folders: tuple[Path, ...]) -> None:
        self._identity, self._document, self._folders = identity, document, folders

    def __call__(self, _: Callable[[float], None]) -> _Sought:
        from companion.store.known_texts import kin_of

        return _Sought(self._identity, kin_of(self._document, self._folders, self._identity))


class Counts(NamedTuple):
    """How many of the marks of another edition stand in this text for sure, perhaps, and not."""

    title: str
    placed: int
    shaky: int
    lost: int


class _Brought(NamedTuple):
    """The notes of another edition, for the text with that identity, and where they stand in it."""

    identity: str
    notes: Notes
    places: dict[Anchor, Span | None]
    shaky: frozenset[Anchor]
    counts: Counts


class _Bring:
    """Work for a thread: reads the notes of another edition, tells its file of this one, and places them."""

    def __init__(self, identity: str, text: KnownText, document: Document) -> None:
        self._identity, self._text, self._document = identity, text, document

    def __call__(self, tell: Callable[[float], None]) -> _Brought:
        file = NotesFile(self._text.path.parent, self._text.identity, self._text.title)
        notes = file.load().notes
        with suppress(NotSavedError):  # this text knows, and that is enough to share
            notes = file.save(notes.akin(self._identity, True, now()))
        return self._placed(notes, tell)

    def _placed(self, notes: Notes, tell: Callable[[float], None]) -> _Brought:
        anchors = [mark.anchor for mark in notes.bookmarks if mark.anchor is not None]
        found = placings(self._document, anchors, progress=tell)
        places = {words: placing.span for words, placing in zip(anchors, found, strict=True)}
        shaky = {words for words, placing in zip(anchors, found, strict=True) if placing.is_shaky}
        lost = sum(placing.span is None for placing in found)
        unsure = sum(placing.is_shaky and placing.span is not None for placing in found)
        counts = Counts(self._text.title, len(found) - lost - unsure, unsure, lost)
        return _Brought(self._identity, notes, places, frozenset(shaky), counts)
