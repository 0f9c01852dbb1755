"""Building: what is found in the open text is looked up or searched for, and told when it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QStandardPaths, Signal

from companion.ui.program.jobs import unexpected
from companion.ui.quest import Quest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from companion.core.document import Document
    from companion.core.found import Found
    from companion.ui.program.jobs import Jobs
    from companion.ui.program.searching import Search
    from companion.ui.reading import Reading


def found_folder() -> Path:
    """Where what was found in texts is kept; it may be deleted at any time."""
    from pathlib import Path

    where = QStandardPaths.StandardLocation.GenericCacheLocation
    return Path(QStandardPaths.writableLocation(where)) / "reading-companion" / "found"


class _Wanted(NamedTuple):
    """A text that is to be searched, and the file it was read from."""

    document: Document
    path: Path


class Building(QObject):
    """Finds the entries of one text at a time; another one takes its place.

    Signals:
        started(Search): a search has begun; it tells how far it is and can be cancelled.
        found(Found): what was found in the reading's document.
        failed(str): a sentence that tells why nothing was found.
    """

    started = Signal(object)
    found = Signal(object)
    failed = Signal(str)

    def __init__(self, reading: Reading, jobs: Jobs) -> None:
        super().__init__(reading)
        self._reading, self._jobs = reading, jobs
        self._wanted: _Wanted | None = None
        self._search: Search | None = None
        self._is_over = True
        self.found.connect(self._be_over)
        self.failed.connect(self._be_over)

    @property
    def is_under_way(self) -> bool:
        """Whether a text is being searched, or looked up."""
        return self._wanted is not None and not self._is_over

    # -- verbs

    def begin(self, path: Path) -> None:
        """Finds what is in the open text, which was read from `path`."""
        self.stop()
        self._wanted, self._is_over = _Wanted(self._reading.document, path), False
        self._reading.tell_quest(Quest.UNDER_WAY)
        job = self._jobs.run("", _LookUp(self._wanted.document))
        job.succeeded.connect(self._looked_up)
        job.failed.connect(unexpected)

    def again(self) -> None:
        """Tries once more what has failed."""
        if self._wanted is not None and self._search is None:
            self.begin(self._wanted.path)

    def stop(self) -> None:
        """Ends the search that is under way; nothing of it is told any more."""
        if self.is_under_way and self._reading.quest is Quest.UNDER_WAY:
            self._reading.tell_quest(Quest.NONE)
        self._wanted = None
        if self._search is not None:
            self._search.cancel()

    def finish(self) -> None:
        """Ends everything, and waits until it has ended."""
        search, self._wanted = self._search, None
        if search is not None:
            search.finish()

    # -- what comes back

    def _looked_up(self, looked: _Looked) -> None:
        if self._wanted is None or looked.document is not self._wanted.document:
            return
        if looked.found is not None:
            self.found.emit(looked.found)
        else:
            self._begin_search(self._wanted, looked.parts)

    def _begin_search(self, wanted: _Wanted, parts: Iterable[bytes]) -> None:
        from companion.ui.program import searching

        title = self.tr("Finding people, terms and dates in %1").replace("%1", wanted.path.name)
        self._search = searching.Search(title, searching.search_command(), self, parts)
        self._search.succeeded.connect(self._searched)
        self._search.failed.connect(self._search_failed)
        self._search.ended.connect(self._search_ended)
        self._search.start()
        self.started.emit(self._search)

    def _searched(self, data: bytes) -> None:
        if self._wanted is not None:
            job = self._jobs.run("", _Take(self._wanted.document, data))
            job.succeeded.connect(self._taken)
            job.failed.connect(unexpected)

    def _taken(self, looked: _Looked) -> None:
        if self._wanted is None or looked.document is not self._wanted.document:
            return
        if looked.found is not None:
            self.found.emit(looked.found)
        else:
            self._reading.tell_quest(Quest.BROKEN_OFF)
            words = self.tr("%1 says something else now than when it was opened; read it again.")
            self.failed.emit(words.replace("%1", self._wanted.path.name))

    def _search_failed(self, why: str) -> None:
        if self._wanted is not None:
            self._reading.tell_quest(Quest.BROKEN_OFF)
            words = self.tr("The search for people, terms and dates came to no end.")
            self.failed.emit(f"{words} {why}".strip())

    def _search_ended(self, search: Search) -> None:
        if search is self._search:
            self._search = None
        if search.is_cancelled:
            if self._wanted is not None:
                self._reading.tell_quest(Quest.BROKEN_OFF)
            self._be_over()

    def _be_over(self, _: object = None) -> None:
        self._is_over = True


class _Looked(NamedTuple):
    """What was found in a document; None where that is not known, with parts of what is to be searched."""

    document: Document
    found: Found | None
    parts: Iterable[bytes] = ()


class _LookUp:
    """Work for a thread: what was found in a text before is taken from the disk."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def __call__(self, _: Callable[[float], None]) -> _Looked:
        from companion.extraction.edition import edition
        from companion.readers.process.document_form import encoded_in_parts
        from companion.store.found_file import FoundFiles

        found = FoundFiles(found_folder(), edition()).find(self._document)
        return _Looked(self._document, found, () if found else encoded_in_parts(self._document))


class _Take:
    """Work for a thread: what the process has found is checked and kept."""

    def __init__(self, document: Document, data: bytes) -> None:
        self._document, self._data = document, data

    def __call__(self, _: Callable[[float], None]) -> _Looked:
        from companion.extraction.edition import edition
        from companion.store.found_file import FoundFiles, read
        from companion.store.seal import DamagedError

        try:
            found = read(self._data, self._document)
        except DamagedError:
            return _Looked(self._document, None)
        FoundFiles(found_folder(), edition()).keep(self._document, self._data)
        return _Looked(self._document, found)
