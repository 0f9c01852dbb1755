"""Opening: a file becomes the open text and its companion in the background; changes are taken up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from companion.core.document import Document
from companion.store.beside import companion_path
from companion.ui.bookmarks.recalling import overtaken
from companion.ui.program.jobs import unexpected
from companion.ui.program.opening_work import Failure, MakeSearchable, ReadCompanion, ReadText
from companion.ui.program.watching import Watching, stamp
from companion.ui.quest import Quest

if TYPE_CHECKING:
    from pathlib import Path

    from companion.readers.process.book_pictures import BookPictures
    from companion.texts import Texts
    from companion.ui.bookmarks.keeping import Keeper
    from companion.ui.bookmarks.recalling import Recalled
    from companion.ui.program.jobs import Job, Jobs, Work
    from companion.ui.program.layers import Layers
    from companion.ui.program.opening_work import Begun, Built, Read, Searchable
    from companion.ui.program.watching import Stamp
    from companion.ui.reading import Reading


class Opening(QObject):
    """Opens texts and their companions for one reading.

    Signals:
        started(Job): something is being read; the job tells how far it is and can be cancelled.
        text_begun(Begun): the beginning of the text can be shown; no other text is open now.
        text_forsaken(): the text that was begun is not read on; its beginning is not to be shown any more.
            The text that was open before is opened again after that, as it was.
        text_opened(Path): the text is on the screen; its companion may follow.
        text_failed(Failure): the text could not be read; the one before stays open.
        companion_read(Companion): a companion was read and linked.
        text_changed(Path): somebody has written the open text's file anew.
        companion_missing(): there is no companion file for the text that was opened.
        companion_gone(Path): the companion's file is no longer there; what it said stays.
        companion_failed(Failure): the companion file cannot be used; the one before stays.
        finished(): the text and its companion, if it has one, are there.
    """

    started = Signal(object)
    text_begun = Signal(object)
    text_forsaken = Signal()
    text_opened = Signal(object)
    text_failed = Signal(object)
    companion_read = Signal(object)
    text_changed = Signal(object)
    companion_missing = Signal()
    companion_gone = Signal(object)
    companion_failed = Signal(object)
    finished = Signal()

    def __init__(
        self, reading: Reading, jobs: Jobs, keeper: Keeper, texts: Texts, layers: Layers | None = None
    ) -> None:
        super().__init__(reading)
        self._reading, self._jobs, self._keeper, self._texts = reading, jobs, keeper, texts
        self._taking = layers or reading
        reading.search_expected.connect(self._make_searchable)
        self._text_job: Job | None = None
        self._companion_job: Job | None = None
        self.path: Path | None = None
        self.pictures: BookPictures | None = None
        self.encoding = ""
        self.companion_path: Path | None = None
        self._named: Path | None = None
        self._opening: _Wanted | None = None
        self._begun: Begun | None = None
        self._left: _Left | None = None
        self._seen: Stamp | None = None
        self._text_seen: Stamp | None = None
        self._watching = Watching(self._look_again, self)

    @property
    def is_reading(self) -> bool:
        """Whether a text or a companion is being read."""
        return self._text_job is not None or self._companion_job is not None

    # -- verbs

    def open(self, path: Path, companion: Path | None = None) -> None:
        """Opens a text, with the companion that is named or else the one that lies beside it."""
        self._open(_Wanted(path, companion, self._keeper.encoding_of(path)))

    def open_in(self, encoding: str) -> None:
        """Opens the open text once more, read in an encoding; that is kept if the text makes sense in it."""
        if self.path is not None:
            self._open(_Wanted(self.path, self._named, encoding))

    def _open(self, wanted: _Wanted) -> None:
        self._opening = wanted
        path, _, encoding = wanted
        title = self.tr("Reading %1").replace("%1", path.name)
        _cancel(self._text_job)
        self._forsake()
        is_another = path != self.path  # read again, a text stays as long as less than all of it is there
        recall = self._keeper.recall(path)
        work = ReadText(path, self._texts, encoding, recall, tells_beginning=is_another)
        job = self._text_job = self._run(title, work)
        job.begun.connect(self._text_is_begun)
        job.succeeded.connect(self._text_is_read)
        job.failed.connect(self._text_is_unreadable)

    def open_companion(self, path: Path) -> None:
        """Lays another companion file over the open text."""
        self._choose_companion(path)
        self._read_companion()

    def read_again(self) -> None:
        """Reads the open text and its companion again."""
        if self.path is not None:
            self.open(self.path, self._named)

    def open_pictures(self) -> BookPictures | None:
        """The pictures of the open text; they are told of before it is shown."""
        return self.pictures

    def finish(self) -> None:
        """Ends what reads for the open text; its pictures are shown no more."""
        for pictures in (self.pictures, self._left.pictures if self._left else None):
            if pictures is not None:
                pictures.end()

    # -- the text

    def _run(self, title: str, work: Work) -> Job:
        job = self._jobs.run(title, work)
        job.ended.connect(self._job_ended)
        self.started.emit(job)
        return job

    def _job_ended(self, job: Job) -> None:
        if job is self._text_job:
            self._text_job = None
            self._forsake()
        elif job is self._companion_job:
            self._companion_job = None
            if self._reading.quest is Quest.READ:
                self._reading.tell_quest(Quest.NONE)
        else:
            return  # another has taken its place
        if not self.is_reading:
            self.finished.emit()

    def _text_is_begun(self, begun: Begun) -> None:
        if self._reading.document.text and not self._leave(begun.document.title):
            return
        self._begun = begun
        self.pictures = begun.pictures
        self._reading.tell_quest(Quest.TEXT)
        self.text_begun.emit(begun)

    def _leave(self, title: str) -> bool:
        """The open text makes room for one of that title: the panels are of the same text as the page.

        It is kept as it is, to come back to. False where nobody knows how.
        """
        kept = self._keeper.recalled()
        if self.path is None or kept is None:
            return False
        wanted = _Wanted(self.path, self._named, self.encoding)
        self._left = _Left(wanted, self._reading.document, self.pictures, kept)
        _cancel(self._companion_job)
        self._keeper.leave()
        self.path = self._named = self.companion_path = self.pictures = None
        self.encoding = ""
        self._reading.show(Document("", title=title))
        self._watch()
        return True

    def _forsake(self) -> None:
        """The beginning of a text that is not read on goes away again: it must not pass for the whole."""
        begun, self._begun = self._begun, None
        if begun is None:
            return
        begun.pictures.end()
        self.pictures = None
        self._reading.tell_quest(Quest.NONE)
        self.text_forsaken.emit()
        if self._left is not None:
            left, self._left = self._left, None
            self._show(left.wanted, left.document, left.pictures, left.kept)

    def _text_is_read(self, read: Read) -> None:
        if self._opening is None:
            return
        if read.pictures is not self.pictures:
            self.finish()
        elif self._left is not None and self._left.pictures is not None:
            self._left.pictures.end()
        self._left = None
        live = self._keeper.live_of(self._opening.path)
        kept = read.recalled if live is None else overtaken(read.recalled, read.document, live)
        self._show(self._opening, read.document, read.pictures, kept)

    def _show(
        self, wanted: _Wanted, document: Document, pictures: BookPictures | None, kept: Recalled
    ) -> None:
        self.pictures = pictures
        self.path, named, self.encoding = wanted
        self._keeper.keep_encoding(self.path, self.encoding)
        self._choose_companion(named or self._keeper.companion_of(self.path))
        self.companion_path = None
        self._text_seen = stamp(self.path)
        begun, self._begun = self._begun, None
        self._keeper.leave()
        is_there = begun is not None and begun.place == kept.place  # and may have read on from there
        self._reading.show(document, 0 if is_there else kept.place, kept.focus)
        self._keeper.begin(kept)
        self._reading.tell_quest(Quest.TEXT)  # until it is known whether there is a companion
        self.text_opened.emit(self.path)
        self._read_companion()

    def _make_searchable(self) -> None:
        job = self._jobs.run("", MakeSearchable(self._reading.document))
        job.succeeded.connect(self._is_searchable)
        job.failed.connect(self._is_unsearchable)
        self._reading.promise_search(True)

    def _is_searchable(self, searchable: Searchable) -> None:
        self._reading.be_searchable(*searchable)

    def _is_unsearchable(self, error: Exception) -> None:
        self._reading.promise_search(False)
        raise error

    def _text_is_unreadable(self, error: Exception) -> None:
        from companion.readers import UnreadableError

        if not isinstance(error, UnreadableError):
            raise error
        self._forsake()  # what was open is open again when it is told
        self.text_failed.emit(Failure(error.sentence))

    # -- the companion

    def _read_companion(self) -> None:
        path = self._companion_beside()
        self.companion_path = path
        self._watch()
        _cancel(self._companion_job)
        if path is None:
            self.companion_missing.emit()
            if self._reading.quest is Quest.TEXT:
                self._reading.tell_quest(Quest.NONE)
            return
        self._seen = stamp(path)
        title = self.tr("Reading %1").replace("%1", path.name)
        is_first = not len(self._reading.whole.entries)
        if is_first:
            self._reading.tell_quest(Quest.READ)
        job = self._companion_job = self._run(title, ReadCompanion(path, self._reading.document, is_first))
        job.succeeded.connect(self._companion_is_read)
        job.failed.connect(unexpected)

    def _choose_companion(self, named: Path | None) -> None:
        """Takes the file that was named, and keeps its name for the next time this text is opened."""
        self._named = named
        if self.path is not None and named is not None:
            self._keeper.keep_companion(self.path, None if named == companion_path(self.path) else named)

    def _companion_beside(self) -> Path | None:
        if self._named is not None or self.path is None:
            return self._named
        return companion_path(self.path)

    def _companion_is_read(self, built: Built) -> None:
        if built.companion is not None:
            self._taking.take(built.companion)
        if built.failure is not None:
            self.companion_failed.emit(built.failure)
        elif built.companion is not None:
            self.companion_read.emit(built.companion)

    # -- changes on disk

    def _watch(self) -> None:
        self._watching.watch((self.companion_path, self.path))

    def _look_again(self) -> None:
        self._look_at_text()
        path = self._companion_beside()
        present = None if path is None else stamp(path)
        if present is not None and present != self._seen:
            self._read_companion()
            return
        if present is None and self._seen is not None and self.companion_path is not None:
            self._seen = None
            self.companion_gone.emit(self.companion_path)
        self._watch()

    def _look_at_text(self) -> None:
        present = None if self.path is None else stamp(self.path)
        if present is not None and present != self._text_seen:
            self._text_seen = present
            self.text_changed.emit(self.path)


class _Wanted(NamedTuple):
    """A text that is to be opened, the companion that is named for it, and the encoding chosen for it."""

    path: Path
    companion: Path | None
    encoding: str


class _Left(NamedTuple):
    """A text that was open when another was begun: how it was opened, and all that is kept of it."""

    wanted: _Wanted
    document: Document
    pictures: BookPictures | None
    kept: Recalled


def _cancel(job: Job | None) -> None:
    if job is not None:
        job.cancel()
