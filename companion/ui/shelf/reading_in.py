"""Reading in: one book of a folder is read, searched and taken into the index, in a thread that waits."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import companion as program
from companion.ui.program.building import found_folder
from companion.ui.program.jobs import CancelledError
from companion.ui.program.searching import search_command
from companion.ui.shelf.covers import cover_file, keep_cover
from companion.ui.shelf.index_desk import stamp_of
from companion.ui.shelf.shelving import facts_of, with_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.core.companion import Companion
    from companion.core.document import Document
    from companion.core.found import Found
    from companion.core.message import Message
    from companion.core.notes import Mark
    from companion.shelf.books import Book
    from companion.texts import Texts

_GLANCE = 0.2
"""Seconds after which the reader's wish to cancel is noticed."""
_LOW = 10
"""The niceness of the processes that search: whatever the reader does goes before."""
_READ, _SEARCHED = 0.2, 0.9
"""The share that is done when a book is read, and when it is searched, about."""


class ReadIn(NamedTuple):
    """What came of a book: the book as it stands on the shelf, or a sentence that tells why it does not."""

    path: Path
    book: Book | None
    why: Message | str = ""


class ReadBook:
    """Work for a thread: a book is read, what is in it is found, and all of it is taken into the index."""

    def __init__(self, path: Path, texts: Texts, notes: tuple[Path, ...]) -> None:
        """`notes` are the folders in which marks are kept."""
        self._path, self._texts, self._notes = path, texts, notes
        self._command = search_command()

    def __call__(self, report: Callable[[float], None]) -> ReadIn:
        from companion.readers import UnreadableError
        from companion.store.identity import identity

        try:
            opened = self._texts.open(self._path, progress=_Part(report, _READ))
        except UnreadableError as error:
            return ReadIn(self._path, None, error.sentence)
        document, pictures = opened.document, opened.pictures
        known = opened.identity or identity(document)
        try:
            if document.cover and not cover_file(known).is_file():
                keep_cover(cover_file(known), pictures, document.cover)
        finally:
            pictures.end()
        report(_READ)
        companion = self._companion(document, report)
        if companion is None:
            return ReadIn(self._path, None, "")
        report(_SEARCHED)
        self._take_in(known, companion)
        return ReadIn(self._path, with_bytes(facts_of(document, known), pictures))

    def _companion(self, document: Document, report: Callable[[float], None]) -> Companion | None:
        """The companion beside the book, or what is found in it; None where the search came to no end."""
        from companion.core.found import companion_of, without_doubtful
        from companion.linking import link
        from companion.store.companion_file import CompanionFileError, companion_path, read_companion

        beside = companion_path(self._path)
        if beside is not None:
            try:
                return link(document, read_companion(beside))
            except CompanionFileError as error:
                return link(document, error.entries)
        found = self._found(document, report)
        return None if found is None else companion_of(document, without_doubtful(found))

    def _found(self, document: Document, report: Callable[[float], None]) -> Found | None:
        """What was found in the text before, or else what a process finds in it now; kept for the window."""
        from companion.extraction.edition import edition
        from companion.readers.process.document_form import encoded
        from companion.store.found_file import FoundFiles, read
        from companion.store.seal import DamagedError

        files = FoundFiles(found_folder(), edition())
        found = files.find(document)
        if found is None:
            data = _searched(self._command, encoded(document), report)
            try:
                found = read(data, document) if data else None
            except DamagedError:
                return None
            if found is not None:
                files.keep(document, data)
        return found

    def _take_in(self, identity: str, companion: Companion) -> None:
        import sqlite3
        from contextlib import closing, suppress

        from companion.shelf.index import Index
        from companion.ui.shelf.index_desk import index_file

        stamp = stamp_of(companion)
        with suppress(OSError, sqlite3.Error), closing(Index(index_file())) as index:
            if index.stamp(identity) != stamp:
                index.put(identity, companion, self._marks(identity), stamp)

    def _marks(self, identity: str) -> tuple[Mark, ...]:
        from companion.store.notes_file import NotesFile

        return tuple(
            mark for folder in self._notes for mark in NotesFile(folder, identity).load().notes.bookmarks
        )


class _Part:
    """Tells a part of the work as a share of the whole."""

    def __init__(self, report: Callable[[float], None], share: float) -> None:
        self._report, self._share = report, share

    def __call__(self, done: float) -> None:
        self._report(done * self._share)


def _searched(command: list[str], form: bytes, report: Callable[[float], None]) -> bytes:
    """What a process finds in the document of that form; empty where it came to no end."""
    low = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=low,
    )
    with process:
        try:
            _give_way(process.pid)
            given: bytes | None = form
            while True:
                try:
                    made, _ = process.communicate(given, timeout=_GLANCE)
                except subprocess.TimeoutExpired:
                    given = None
                    report((_READ + _SEARCHED) / 2)
                else:
                    return made if process.returncode == 0 else b""
        except CancelledError:
            process.kill()
            process.communicate()
            raise


def _give_way(process: int) -> None:
    """Lets a process have what others leave of the processor, where the system can be told so."""
    if sys.platform != "win32":
        from contextlib import suppress

        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process, _LOW)


def _environment() -> dict[str, str]:
    """This one, in which the process finds the program from wherever it was started."""
    places = [str(Path(program.__file__).resolve().parents[1]), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places)), "PYTHONUNBUFFERED": "1"}


def is_known(path: Path, sizes: dict[str, int], indexed: frozenset[str], identities: dict[str, str]) -> bool:
    """Whether a book was read in before, and its file is as large as it was."""
    try:
        return sizes.get(str(path)) == path.stat().st_size and identities[str(path)] in indexed
    except (OSError, KeyError):
        return False


class ListBooks:
    """Work for a thread: the books of folders that were not read in before."""

    def __init__(self, folders: tuple[Path, ...], books: tuple[Book, ...]) -> None:
        self._folders, self._books = folders, books

    def __call__(self, report: Callable[[float], None]) -> tuple[list[Path], int]:
        """The paths, and how many books there are that need not be read again."""
        from companion.shelf.folders import books_below

        sizes = {path: book.size for book in self._books for path in book.paths}
        identities = {path: book.identity for book in self._books for path in book.paths}
        indexed = _indexed()
        found = []
        known = 0
        for folder in self._folders:
            for path in books_below(folder):
                report(0.0)
                if is_known(path, sizes, indexed, identities):
                    known += 1
                else:
                    found.append(path)
        return found, known


def _indexed() -> frozenset[str]:
    import sqlite3
    from contextlib import closing

    from companion.shelf.index import Index
    from companion.ui.shelf.index_desk import index_file

    try:
        with closing(Index(index_file())) as index:
            return frozenset(index.identities())
    except (OSError, sqlite3.Error):
        return frozenset()
