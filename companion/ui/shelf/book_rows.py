"""Book rows: the books that the shelf shows, in their order, as Qt's views ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from companion.ui.guarded import guarded
from companion.ui.parts.plain import plain_tooltip
from companion.ui.shelf.book_words import all_in_words, author_of, marks_in_words, progress_in_words, title_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from companion.shelf.books import Book

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


class BookRows(QAbstractListModel):
    """A row for each book. `missing` are the identities of those whose files are not where they were."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.books: list[Book] = []
        self.missing: frozenset[str] = frozenset()

    def show_books(self, books: Sequence[Book]) -> None:
        """Shows these books. Where they are the same in the same order, the rows stay."""
        if [book.identity for book in books] == [book.identity for book in self.books]:
            changed = list(books) != self.books
            self.books = list(books)
            if changed and self.books:
                self.dataChanged.emit(self.index(0), self.index(len(self.books) - 1))
            return
        self.beginResetModel()
        self.books = list(books)
        self.endResetModel()

    def show_missing(self, missing: frozenset[str]) -> None:
        """Shows which files are missing."""
        if missing != self.missing:
            self.missing = missing
            if self.books:
                self.dataChanged.emit(self.index(0), self.index(len(self.books) - 1))

    def is_missing(self, book: Book) -> bool:
        """Whether none of its files is where it was."""
        return book.identity in self.missing

    def row_of(self, identity: str) -> int:
        """The row of a book; -1 where it is not shown."""
        return next((row for row, book in enumerate(self.books) if book.identity == identity), -1)

    # -- overrides of Qt

    @guarded(otherwise=0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.books)

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.books):
            return None
        book = self.books[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title_of(book)
            case Qt.ItemDataRole.AccessibleTextRole:
                return all_in_words(book, is_missing=self.is_missing(book))
            case Qt.ItemDataRole.ToolTipRole:
                read = ", ".join(filter(None, (progress_in_words(book), marks_in_words(book))))
                lines = (title_of(book), author_of(book), read, book.path)
                return plain_tooltip("\n".join(line for line in lines if line))
        return None
