"""Book menu: what can be done with the books that are picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from companion.shelf.books import Book


class BookMenu(QMenu):
    """The menu of some books; it goes when it is closed.

    Signals:
        open_wanted(): the book is to be opened.
        folder_wanted(): the folder is wanted in which its file lies.
        search_wanted(): its missing file is to be found again.
        removal_wanted(): the books are to be taken off the shelf.
        collected(str, bool): they are to be in that collection, or in it no more.
        new_collection_wanted(): they are to be put into a new collection.
    """

    open_wanted = Signal()
    folder_wanted = Signal()
    search_wanted = Signal()
    removal_wanted = Signal()
    collected = Signal(str, bool)
    new_collection_wanted = Signal()

    def __init__(
        self, books: Sequence[Book], collections: Sequence[str], *, is_missing: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("book_menu")
        self.setAccessibleName(self.tr("Readings that are picked"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_one = len(books) == 1
        if is_missing:
            self._offer(self.tr("Find the file again"), self.search_wanted)
        elif is_one:
            self._offer(self.tr("Open"), self.open_wanted, "Return")
            self._offer(self.tr("Show in its folder"), self.folder_wanted)
        self.addSeparator()
        self.collections_menu = self._collections(books, collections)
        self.addMenu(self.collections_menu)
        self.addSeparator()
        self._offer(self.tr("Take off the shelf"), self.removal_wanted, "Del")

    def _offer(self, words: str, wanted: SignalInstance, key: str = "") -> None:
        action = self.addAction(words)
        action.triggered.connect(wanted)
        if key:
            action.setShortcut(key)

    def _collections(self, books: Sequence[Book], collections: Sequence[str]) -> QMenu:
        menu = QMenu(self.tr("Collections"), self)
        for name in collections:
            action = menu.addAction(name.replace("&", "&&"))
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(all(name in book.collections for book in books))
        if collections:
            menu.addSeparator()
        menu.addAction(self.tr("New collection…")).setData("")
        menu.triggered.connect(self._collect)
        return menu

    def _collect(self, action: QAction) -> None:
        if action.data():
            self.collected.emit(str(action.data()), action.isChecked())
        else:
            self.new_collection_wanted.emit()
