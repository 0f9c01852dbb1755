"""Received books: the goals of an import from which it is not clear which book of the file is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.ui.bookmarks.bookmark_words import bookmarks_in_words
from companion.ui.finding.goals import Goal
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from companion.exchange.arrived import Arrived


class ReceivedBooks(QObject):
    """The books of a file, as the other program calls them.

    Signals:
        chosen(int): the marks of the book of that number are wanted.
    """

    chosen = Signal(int)

    lines = 2

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.arrived: Arrived | None = None

    @property
    def prompt(self) -> str:
        """What can be typed."""
        return translated("Which book of the file is this text?")

    def find(self, typed: str) -> list[Goal]:
        """The books in whose title or author stands what was typed."""
        wanted = typed.strip().casefold()
        books = self.arrived.books if self.arrived is not None else ()
        goals = [
            Goal(
                str(number),
                book.title or translated("without a title"),
                aside=book.author,
                below=bookmarks_in_words(len(book.marks)),
            )
            for number, book in enumerate(books)
        ]
        return [goal for goal in goals if wanted in f"{goal.words} {goal.aside}".casefold()]

    def nothing(self, typed: str) -> str:
        """A sentence for when there is no such book."""
        return translated("There is no such book in the file.")

    def follow(self, goal: Goal) -> None:
        """Tells which book was chosen."""
        self.chosen.emit(int(goal.key))
