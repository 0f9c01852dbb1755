"""Index desk: the index over all readings is asked and written in threads, never in the window's own."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from companion.shelf.taken_in import TakenIn
from companion.ui.program.jobs import Jobs
from companion.ui.shelf.shelving import shelf_cache

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.core.companion import Companion
    from companion.core.entries import Kind
    from companion.core.notes import Mark
    from companion.shelf.hits import Hit
    from companion.shelf.index import Elsewhere, Index
    from companion.ui.program.jobs import Job


def index_file() -> Path:
    """Where the index is kept; it may be deleted at any time."""
    return shelf_cache() / "index.sqlite3"


class IndexDesk(QObject):
    """Asks and writes the index. What cannot be written is left out: it is a cache.

    Signals:
        found(str, list[Hit]): what was found for these words.
        also_in(Asked, list[Elsewhere]): the other readings that have the entry that was asked about.
        indexed(str): the text of that identity is in the index as it is now.
    """

    found = Signal(str, object)
    also_in = Signal(object, object)
    indexed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asking, self._writing = Jobs(self, threads=1), Jobs(self, threads=1)
        self._for_asking, self._for_writing = _Open(), _Open()
        self._search: Job | None = None

    def search(self, query: str) -> None:
        """Searches all readings; a search that is still waiting is given up for this one."""
        if self._search is not None:
            self._search.cancel()
            self._search = None
        if query:
            self._search = self._asking.run("", _Search(self._for_asking, query))
            self._search.succeeded.connect(self._searched)
            self._search.failed.connect(_leave)
            self._search.ended.connect(self._search_ended)

    def ask_elsewhere(self, asked: Asked) -> None:
        """Asks which other readings have an entry."""
        job = self._asking.run("", _AlsoIn(self._for_asking, asked))
        job.succeeded.connect(self._answered)
        job.failed.connect(_leave)

    def put(self, identity: str, companion: Companion, marks: tuple[Mark, ...]) -> None:
        """Takes a text with its entries and marks into the index, unless it is there as it is."""
        job = self._writing.run("", PutIn(self._for_writing, identity, companion, marks))
        job.succeeded.connect(self._put)
        job.failed.connect(_leave)

    def put_marks(self, identity: str, marks: tuple[Mark, ...]) -> None:
        """Takes the marks of a text as they are now."""
        job = self._writing.run("", _PutMarks(self._for_writing, identity, marks))
        job.failed.connect(_leave)

    def finish(self) -> None:
        """Ends what is under way, and lets go of the file, unless a thread still uses it."""
        for jobs, opened in ((self._asking, self._for_asking), (self._writing, self._for_writing)):
            if jobs.finish():
                opened.close()

    def _searched(self, answer: tuple[str, list[Hit]]) -> None:
        self.found.emit(*answer)

    def _search_ended(self, job: Job) -> None:
        if job is self._search:
            self._search = None

    def _answered(self, answer: tuple[Asked, list[Elsewhere]]) -> None:
        self.also_in.emit(*answer)

    def _put(self, identity: str) -> None:
        if identity:
            self.indexed.emit(identity)


class Asked(NamedTuple):
    """An entry of one text that is looked for in the others."""

    identity: str
    entry: str
    kind: Kind
    names: tuple[str, ...]


class _Open:
    """The index as one thread after the other uses it; opened when it is first wanted."""

    def __init__(self) -> None:
        self._index: Index | None = None

    def index(self) -> Index:
        """The index. Raises `sqlite3.Error` and `OSError`."""
        from companion.shelf.index import Index

        if self._index is None:
            self._index = Index(index_file())
        return self._index

    def close(self) -> None:
        """Lets go of the file."""
        if self._index is not None:
            self._index.close()
            self._index = None


class _Search:
    """Work for a thread: all readings are searched."""

    def __init__(self, opened: _Open, query: str) -> None:
        self._opened, self._query = opened, query

    def __call__(self, report: Callable[[float], None]) -> tuple[str, list[Hit]]:
        report(0.0)
        return self._query, self._opened.index().search(self._query)


class _AlsoIn:
    """Work for a thread: the other readings with an entry are looked up."""

    def __init__(self, opened: _Open, asked: Asked) -> None:
        self._opened, self._asked = opened, asked

    def __call__(self, report: Callable[[float], None]) -> tuple[Asked, list[Elsewhere]]:
        asked = self._asked
        return asked, self._opened.index().elsewhere(asked.kind, asked.names, asked.identity)


class PutIn:
    """Work for a thread: a text is taken into the index, if it is not there as it is."""

    def __init__(self, opened: _Open, identity: str, companion: Companion, marks: tuple[Mark, ...]) -> None:
        self._opened, self._identity = opened, identity
        self._companion, self._marks = companion, marks

    def __call__(self, report: Callable[[float], None]) -> str:
        identity, stamp, marks = self._identity, stamp_of(self._companion), self._marks
        taken = TakenIn(index_file())
        if taken.knows(identity, stamp, marks):  # what reads the index would take memory for nothing
            return ""
        index = self._opened.index()
        is_new = index.stamp(identity) != stamp
        if is_new:
            report(0.0)
            index.put(identity, self._companion, marks, stamp, report)
        else:
            index.put_marks(identity, marks)
        taken.note(identity, stamp, marks)
        return identity if is_new else ""


class _PutMarks:
    """Work for a thread: the marks of a text are taken into the index."""

    def __init__(self, opened: _Open, identity: str, marks: tuple[Mark, ...]) -> None:
        self._opened, self._identity, self._marks = opened, identity, marks

    def __call__(self, report: Callable[[float], None]) -> None:
        TakenIn(index_file()).forget(self._identity)
        self._opened.index().put_marks(self._identity, self._marks)


def stamp_of(companion: Companion) -> str:
    """What changes when the index would hold something else of a text: its entries, its title."""
    made = hashlib.sha256()
    document = companion.document
    for words in (document.title, document.author, str(len(document.text))):
        made.update(f"{words}\0".encode("utf-8", "replace"))
    for entry in companion.entries:
        names = "\1".join((entry.kind.value, entry.heading, *(alias.text for alias in entry.aliases)))
        made.update(f"{names}\1{entry.text}\0".encode("utf-8", "replace"))
    return made.hexdigest()


def _leave(error: Exception) -> None:
    """The index is a cache: where the disk does not take it, nothing is found; all else goes on its way."""
    import sqlite3

    if not isinstance(error, OSError | sqlite3.Error):
        raise error
