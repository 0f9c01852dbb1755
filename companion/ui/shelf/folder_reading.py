"""Folder reading: the books of a folder are read in one after the other, and go on after the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.shelf.changes import added, now
from companion.ui.program.jobs import Jobs, unexpected
from companion.ui.program.language import told

if TYPE_CHECKING:
    from pathlib import Path

    from companion.texts import Texts
    from companion.ui.program.jobs import Job
    from companion.ui.program.settings import Settings
    from companion.ui.shelf.reading_in import ReadIn
    from companion.ui.shelf.shelving import Shelving


class FolderReading(QObject):
    """Reads folders of books in the background, one book at a time.

    Signals:
        started(Job): a book is being read; its Cancel ends the reading of the folders.
        arrived(str): the text of that identity stands on the shelf and in the index now.
        finished(str, tuple[str, ...]): all is read; a sentence, and a line for each book that could not be.
    """

    started = Signal(object)
    arrived = Signal(str)
    finished = Signal(str, object)

    def __init__(self, shelving: Shelving, texts: Texts, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._shelving, self._texts, self._settings = shelving, texts, settings
        self._jobs = Jobs(self, threads=1)
        self._notes: tuple[Path, ...] = ()
        self._waiting: list[Path] = []
        self._failed: list[str] = []
        self._count = self._done = self._known = 0
        self._is_listing = self._is_over = False

    @property
    def is_under_way(self) -> bool:
        """Whether books are being read, or folders looked through for them."""
        return self._is_listing or bool(self._waiting)

    def add(self, folder: Path, notes: tuple[Path, ...]) -> None:
        """Reads the books of a folder, too; `notes` are the folders in which marks are kept."""
        self._settings.keep_unfinished([*self._settings.unfinished, folder])
        self.go_on(notes)

    def go_on(self, notes: tuple[Path, ...]) -> None:
        """Reads what is left of the folders that were added; what was read before is not read again."""
        folders = tuple(self._settings.unfinished)
        if not folders or self._is_listing:
            return
        from companion.ui.shelf.reading_in import ListBooks

        self._notes, self._is_listing = notes, True
        work = ListBooks(folders, tuple(self._shelving.catalogue.books.values()))
        job = self._jobs.run(self.tr("Looking for books in %1").replace("%1", folders[-1].name), work)
        job.succeeded.connect(self._listed)
        job.failed.connect(unexpected)
        job.ended.connect(self._list_ended)
        self.started.emit(job)

    def finish(self) -> None:
        """Ends what is under way; it goes on at the next start."""
        self._is_over = True
        self._waiting = []
        self._jobs.finish()

    def _listed(self, found: tuple[list[Path], int]) -> None:
        paths, self._known = found
        self._is_listing = False
        if self._waiting:
            new = [path for path in paths if path not in self._waiting]
            self._waiting += new
            self._count += len(new)
            return
        self._waiting, self._failed = list(paths), []
        self._count, self._done = len(paths), 0
        self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._settings.keep_unfinished([])
            self.finished.emit(self._sentence(), tuple(self._failed))
            return
        from companion.ui.shelf.reading_in import ReadBook

        path = self._waiting[0]
        words = self.tr("Reading %1 of %2: %3").replace("%1", str(self._done + 1))
        title = words.replace("%2", str(self._count)).replace("%3", path.name)
        job = self._jobs.run(title, ReadBook(path, self._texts, self._notes))
        job.succeeded.connect(self._read)
        job.failed.connect(self._broke)
        job.ended.connect(self._book_ended)
        self.started.emit(job)

    def _read(self, read: ReadIn) -> None:
        if read.book is None:
            self._failed.append(told(read.why) or self._no_end(read.path))
        else:
            self._shelving.alter(added(read.book, str(read.path), now()))
            self.arrived.emit(read.book.identity)

    def _broke(self, error: Exception) -> None:
        """An error that nobody expected must not keep the other books from being read."""
        self._failed.append(self._no_end(self._waiting[0]))
        unexpected(error)

    def _no_end(self, path: Path) -> str:
        return self.tr("The search in “%1” came to no end.").replace("%1", path.name)

    def _list_ended(self, job: Job) -> None:
        self._is_listing = False
        if job.is_cancelled and not self._waiting:
            self._break_off()

    def _book_ended(self, job: Job) -> None:
        if job.is_cancelled:
            self._break_off()
        elif self._waiting:
            self._waiting.pop(0)
            self._done += 1
            self._next()

    def _break_off(self) -> None:
        if not self._is_over:
            self._waiting = []
            self._settings.keep_unfinished([])
            self.finished.emit(self.tr("Reading the folder was ended; what was read stands here."), ())

    def _sentence(self) -> str:
        count = self._count - len(self._failed)
        if self._failed:
            words = self.tr("%Ln books could not be read.", "", len(self._failed))
            if len(self._failed) == 1:
                words = self.tr("One book could not be read.")
        elif not self._count and not self._known:
            return self.tr("No books that can be opened lie in this folder.")
        elif not self._count:
            return self.tr("All books of this folder stand here already.")
        else:
            words = self.tr("All books of the folder are read.")
        if count <= 0:
            return words
        new = self.tr("%Ln new readings stand on the shelf.", "", count)
        if count == 1:
            new = self.tr("One new reading stands on the shelf.")
        return f"{words} {new}"
