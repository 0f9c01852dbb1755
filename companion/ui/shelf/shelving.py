"""Shelving: the catalogue of the shelf is kept in the background; what cannot be written is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QStandardPaths, Signal

from companion.shelf.books import Book, Catalogue
from companion.shelf.changes import left, now
from companion.ui.program.jobs import Jobs, unexpected

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.core.document import Document, Span
    from companion.core.message import Message
    from companion.readers.process.book_pictures import BookPictures
    from companion.shelf.changes import Change
    from companion.ui.program.settings import Settings
    from companion.ui.reading import Reading

_LAST_MS = 5000


def shelf_folder() -> Path:
    """Where the catalogue is kept, as the system has it."""
    kind = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(kind))


def shelf_cache() -> Path:
    """Where covers and the index are kept; it may be deleted at any time."""
    kind = QStandardPaths.StandardLocation.GenericCacheLocation
    return Path(QStandardPaths.writableLocation(kind)) / "reading-companion" / "shelf"


class Shelving(QObject):
    """Keeps the catalogue: every text that is opened is put on it, and how far it is read when it is left.

    Signals:
        changed(Catalogue): the catalogue was loaded, or is another.
        opened(Book): the open text is on it now.
        failed(Message): it could not be written; the sentence says why. What was done is tried again.
    """

    changed = Signal(object)
    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, reading: Reading, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._reading, self._settings = reading, settings
        self._jobs = Jobs(self, threads=1)
        self.catalogue = Catalogue()
        self.is_loaded = False
        self._waiting: list[Change] = []
        self._document = reading.document
        self._identity, self._share, self._marks = "", 0.0, 0
        reading.document_changed.connect(self._leave)
        reading.place_changed.connect(self._move)
        reading.bookmarks_changed.connect(self._count)

    @property
    def identity(self) -> str:
        """The identity of the open text; empty as long as none is open."""
        return self._identity

    # -- the open text

    def begin(self, path: Path, pictures: BookPictures | None = None) -> None:
        """Puts the open text, which was read from `path` and has these pictures, on the catalogue."""
        self._document = document = self._reading.document
        self._identity = self._settings.identity_of(path)
        self._share, self._marks = 0.0, len(self._reading.bookmarks)
        known = self.catalogue.books.get(self._identity)
        if known is not None:
            self._share = known.share
        self._move(self._reading.place)
        facts = with_bytes(facts_of(document, self._identity), pictures)
        job = self._jobs.run("", _Put(shelf_folder(), self.catalogue, self._taken(), facts, path))
        job.succeeded.connect(self._put)
        job.failed.connect(unexpected)

    def _put(self, kept: _Kept) -> None:
        self._kept(kept)
        book = self.catalogue.books.get(kept.identity)
        if book is None or kept.identity != self._identity:
            return
        if not self._share:
            self._share = book.share
        self.opened.emit(book)

    @property
    def _is_open(self) -> bool:
        """Whether the reading still has the text that was put on the catalogue: it tells of marks first."""
        return bool(self._identity) and self._reading.document is self._document

    def _move(self, place: Span) -> None:
        length = len(self._reading.document.text)
        if self._is_open and length and place.end:
            is_at_start = not place.start and place.end < length
            self._share = 0.0 if is_at_start else min(1.0, place.end / length)

    def _count(self) -> None:
        if self._is_open:
            self._marks = len(self._reading.bookmarks)

    def _leave(self, _: Document) -> None:
        if self._identity:
            identity, self._identity = self._identity, ""
            self.alter(left(identity, self._share, self._marks, now()))

    def tell_open(self) -> None:
        """Has the catalogue say how far the open text is read by now, and how many marks stand in it."""
        if self.is_loaded and self._identity in self.catalogue.books:
            book = self.catalogue.books[self._identity]
            if (book.share, book.marks) != (self._share, self._marks):
                self.alter(left(self._identity, self._share, self._marks, now()))

    # -- the catalogue

    def load(self) -> None:
        """Reads what is on disk; `changed` tells when it is there."""
        self._run(())

    def alter(self, change: Change) -> None:
        """Makes a change at once, and writes it down in the background."""
        if self.is_loaded:
            self.catalogue = change(self.catalogue)
            self.changed.emit(self.catalogue)
        self._run((change,))

    def _run(self, changes: tuple[Change, ...]) -> None:
        job = self._jobs.run("", _Alter(shelf_folder(), self.catalogue, (*self._taken(), *changes)))
        job.succeeded.connect(self._kept)
        job.failed.connect(unexpected)

    def _taken(self) -> tuple[Change, ...]:
        """What could not be written before."""
        waiting, self._waiting = tuple(self._waiting), []
        return waiting

    def _kept(self, kept: _Kept) -> None:
        """Takes what stands on the disk, with what was done here since."""
        self.catalogue = self.catalogue.merged(kept.catalogue) if self.is_loaded else kept.catalogue
        self.is_loaded = True
        self.changed.emit(self.catalogue)
        if kept.sentence is not None:
            self._waiting += kept.changes
            self.failed.emit(kept.sentence)

    def finish(self) -> None:
        """Writes down how far the open text is read, and waits until all is written."""
        if self._identity:
            identity, self._identity = self._identity, ""
            self._run((left(identity, self._share, self._marks, now()),))
        elif self._waiting:
            self._run(())
        self._jobs.finish(_LAST_MS)


def facts_of(document: Document, identity: str) -> Book:
    """What a text tells of itself."""
    return Book(identity, document.title, document.author, document.format, document.language)


class _Kept(NamedTuple):
    """What stands on the disk now; or why what was changed does not, which stands in `changes` then."""

    catalogue: Catalogue
    changes: tuple[Change, ...] = ()
    sentence: Message | None = None
    identity: str = ""


class _Alter:
    """Work for a thread: changes are made on the catalogue as it stands on the disk, and as it is `known`."""

    def __init__(self, folder: Path, known: Catalogue, changes: tuple[Change, ...]) -> None:
        self._folder, self._known, self._changes = folder, known, changes

    def __call__(self, _: Callable[[float], None]) -> _Kept:
        from companion.shelf.shelf_file import ShelfFile, ShelfNotSavedError

        file = ShelfFile(self._folder)
        on_disk = file.load()
        catalogue = on_disk.merged(self._known)
        for change in self._changes:
            catalogue = change(catalogue)
        if catalogue.books == on_disk.books:
            return _Kept(on_disk)
        try:
            return _Kept(file.save(catalogue))
        except ShelfNotSavedError as error:
            return _Kept(catalogue, self._changes, error.sentence)


class _Put:
    """Work for a thread: a text that was opened is put on the catalogue."""

    def __init__(
        self, folder: Path, known: Catalogue, waiting: tuple[Change, ...], facts: Book, path: Path
    ) -> None:
        self._folder, self._known, self._waiting = folder, known, waiting
        self._facts, self._path = facts, path
        self._time = now()

    def __call__(self, report: Callable[[float], None]) -> _Kept:
        from companion.shelf.changes import opened

        change = opened(self._facts, str(self._path), self._time)
        kept = _Alter(self._folder, self._known, (*self._waiting, change))(report)
        return kept._replace(identity=self._facts.identity)


def with_bytes(facts: Book, pictures: BookPictures | None) -> Book:
    """A book with the size and the digest of its file, which whoever read it has for its pictures."""
    if pictures is None:
        return facts
    return replace(facts, size=pictures.size, digest=pictures.checksum)
