"""File search: which files of the shelf are missing, and where they lie now, found out in the background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from companion.shelf.finding_again import found_again
from companion.ui.program.jobs import CancelledError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from companion.shelf.books import Book

_BETWEEN = 20
"""Books that are looked for before it is asked whether to go on."""


class Missing:
    """Work for a thread: the identities of the books of which no file is where it was."""

    def __init__(self, books: Iterable[Book]) -> None:
        self._books = tuple(books)

    def __call__(self, report: Callable[[float], None]) -> frozenset[str]:
        missing = set()
        for number, book in enumerate(self._books):
            if not number % _BETWEEN:
                report(number / len(self._books))
            if book.paths and not any(_is_there(path) for path in book.paths):
                missing.add(book.identity)
        return frozenset(missing)


class FindAgain:
    """Work for a thread: missing files are found by their bytes, in folders and all below them."""

    def __init__(self, books: Iterable[Book], folders: Iterable[Path]) -> None:
        self._books, self._folders = tuple(books), tuple(folders)

    def __call__(self, report: Callable[[float], None]) -> dict[str, Path]:
        asked = _Asked(report)
        found = found_again(self._books, self._folders, is_unwanted=asked.is_unwanted)
        report(1.0)
        return found


class _Asked:
    """Tells how far a search is, which nobody can know before its end: it draws near, ever more slowly."""

    def __init__(self, report: Callable[[float], None]) -> None:
        self._report, self._count = report, 0

    def is_unwanted(self) -> bool:
        self._count += 1
        try:
            self._report(self._count / (self._count + 2000))
        except CancelledError:
            return True
        return False


def folders_round(books: Iterable[Book]) -> tuple[Path, ...]:
    """The folders in which the files of books lie or lay, each once; none that lies in another of them."""
    folders = {Path(path).parent for book in books for path in book.paths}
    return tuple(sorted(folder for folder in folders if not folders.intersection(folder.parents)))


def _is_there(path: str) -> bool:
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False
