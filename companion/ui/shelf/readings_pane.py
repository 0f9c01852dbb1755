"""Readings pane: the readings as covers or as a list beside their collections, and what is done to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.shelf.books import Book, Catalogue, sought
from companion.shelf.changes import collected, now, renamed, taken_off
from companion.shelf.ordering import Order, ordered
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.paragraph import Plain
from companion.ui.parts.quiet_button import QuietButton
from companion.ui.shelf.book_delegate import BookDelegate
from companion.ui.shelf.book_menu import BookMenu
from companion.ui.shelf.book_rows import BookRows
from companion.ui.shelf.book_view import BookView
from companion.ui.shelf.book_words import title_of
from companion.ui.shelf.collections_list import ALL, MISSING, CollectionsList, Group

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from companion.shelf.changes import Change
    from companion.ui.looks.look import Look
    from companion.ui.shelf.covers import Covers

_SIDE, _NARROW = 210, 712
"""The width of the collections, and the width of the pane below which they are not shown."""


class ReadingsPane(QWidget):
    """Shows the books of a catalogue that a filter lets through, of all or of one collection.

    Signals:
        book_wanted(str): the reading of that identity is to be opened.
        change_wanted(Change): the catalogue is to be another.
        file_wanted(tuple[Book, ...]): the missing files of these books are to be found again.
        folder_wanted(Book): the folder of a book's file is to be shown.
        shown(): other books are shown than before.
        typed(str): a letter was typed, which is for the filter.
        left_up(): Up was pressed in the first row.
    """

    book_wanted = Signal(str)
    change_wanted = Signal(object)
    file_wanted = Signal(object)
    folder_wanted = Signal(object)
    shown = Signal()
    typed = Signal(str)
    left_up = Signal()

    def __init__(self, look: Look, covers: Covers, parent: QWidget) -> None:
        super().__init__(parent)
        self.catalogue = Catalogue()
        self.order = Order.OPENED
        self._filter = ""
        self._waiting: tuple[Book, ...] = ()
        self._undone: Change | None = None
        self.collections = CollectionsList(look, self)
        self.rows = BookRows(self)
        self.delegate = BookDelegate(look, self.rows, covers, self)
        self.view = BookView(self.rows, self.delegate, self)
        self._told = Plain(look, self, Role.INK)
        self.undo_button = QuietButton(look, self.tr("Undo"), "", self)
        covers.arrived.connect(self.view.viewport().update)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        middle, foot = QHBoxLayout(), QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self.collections)
        middle.addWidget(self.view, 1)
        foot.setContentsMargins(12, 8, 12, 0)
        foot.addWidget(self._told, 1)
        foot.addWidget(self.undo_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addLayout(foot)
        self.collections.setFixedWidth(max(_SIDE, 13 * self.fontMetrics().height()))
        self._tell("")

    def _connect(self) -> None:
        view = self.view
        self.collections.chosen.connect(self._show_books)
        self.collections.named.connect(self._name_collection)
        self.collections.dissolved.connect(self._dissolve)
        view.chosen.connect(self._choose)
        view.menu_wanted.connect(self._open_menu)
        view.removal_wanted.connect(self._take_off)
        view.collecting_wanted.connect(self._open_collections)
        view.undo_wanted.connect(self._undo)
        view.typed.connect(self.typed)
        view.left_up.connect(self.left_up)
        self.undo_button.clicked.connect(self._undo)

    # -- what is shown

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Shows the books that stand in this catalogue."""
        self.catalogue = catalogue
        self._show_books()

    def show_missing(self, missing: frozenset[str]) -> None:
        """Shows which books have no file where it was."""
        self.rows.show_missing(missing)
        self._show_groups()

    def filter(self, words: str) -> None:
        """Shows only the books that have these words in their title, author or collections."""
        self._filter = words
        self._show_books()

    def arrange_as(self, order: Order, *, is_list: bool) -> None:
        """Shows the books in this order, as a list or as covers."""
        self.order = order
        if is_list is not self.delegate.is_list:
            self.view.show_as(is_list=is_list)
        self._show_books()

    def open_first(self) -> None:
        """Has the first book opened, if there is one."""
        if self.rows.books:
            self._choose(0)

    def take_keyboard(self) -> None:
        """Goes down to the books."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> str:
        """What there is to say of the books; nothing where they speak for themselves."""
        if not self.catalogue.standing:
            return self.tr(
                "No reading stands here yet. Open a text, drop one on the window, or add a folder."
            )
        if not self.rows.books:
            return self.tr("No reading has this in its title, its author or its collections.")
        if len(self.catalogue.standing) == 1:
            return self.tr("Open a text, drop one on the window, or add a folder: it will stand here.")
        return ""

    def _show_books(self, _: object = None) -> None:
        key, books = self.collections.key, self.catalogue.standing
        if key == MISSING:
            books = tuple(book for book in books if self.rows.is_missing(book))
        elif key != ALL:
            books = tuple(book for book in books if key in book.collections)
        kept = {book.identity for book in self.view.picked}
        self.rows.show_books(ordered(sought(books, self._filter), self.order))
        if not self.view.currentIndex().isValid() and self.rows.books and self.view.hasFocus():
            self.view.make_current(max(0, *(self.rows.row_of(one) for one in kept), 0))
        self._show_groups()
        self.shown.emit()

    def _show_groups(self) -> None:
        books = self.catalogue.standing
        missing = sum(self.rows.is_missing(book) for book in books)
        groups = [Group(ALL, self.tr("All readings"), len(books))]
        if missing:
            groups.append(Group(MISSING, self.tr("File missing"), missing))
        for name in self.catalogue.collections:
            groups.append(Group(name, name, sum(name in book.collections for book in books)))
        self.collections.show_groups(groups)

    def _fold(self) -> None:
        """Where the pane is narrow there is no room for the collections."""
        is_used = self.collections.isAncestorOf(self.focusWidget() or self)
        self.collections.setVisible(self.width() >= _NARROW or is_used)

    def _tell(self, words: str, undone: Change | None = None) -> None:
        """Says at the foot what was done, and offers to undo it."""
        self._undone = undone
        self._told.setText(words)
        self._told.setVisible(bool(words))
        self.undo_button.setVisible(undone is not None)

    # -- what is done with the picked books

    def _choose(self, row: int) -> None:
        book = self.rows.books[row]
        if self.rows.is_missing(book):
            self.file_wanted.emit((book,))
        else:
            self.book_wanted.emit(book.identity)

    def _open_menu(self, place: QPoint) -> None:
        self._menu().popup(place)

    def _open_collections(self) -> None:
        """The collections of the picked books, by key."""
        if self.view.picked:
            menu = self._menu()
            place = self.view.visualRect(self.view.currentIndex()).center()
            menu.popup(self.view.viewport().mapToGlobal(place))
            menu.setActiveAction(menu.collections_menu.menuAction())

    def _menu(self) -> BookMenu:
        books = self.view.picked
        is_missing = any(self.rows.is_missing(book) for book in books)
        menu = BookMenu(books, self.catalogue.collections, is_missing=is_missing, parent=self)
        menu.open_wanted.connect(self._open_picked)
        menu.folder_wanted.connect(self._show_folder)
        menu.search_wanted.connect(self._find_files)
        menu.removal_wanted.connect(self._take_off)
        menu.collected.connect(self._collect)
        menu.new_collection_wanted.connect(self._ask_for_collection)
        return menu

    def _open_picked(self) -> None:
        if picked := self.view.picked:
            self._choose(self.rows.row_of(picked[0].identity))

    def _show_folder(self) -> None:
        if picked := self.view.picked:
            self.folder_wanted.emit(picked[0])

    def _find_files(self) -> None:
        self.file_wanted.emit(tuple(book for book in self.view.picked if self.rows.is_missing(book)))

    def _take_off(self) -> None:
        if books := self.view.picked:
            identities = [book.identity for book in books]
            if len(books) == 1:
                words = self.tr("“%1” is off the shelf. Your marks in it are kept.").replace(
                    "%1", title_of(books[0])
                )
            else:
                words = self.tr(
                    "%Ln readings are off the shelf. Your marks in them are kept.", "", len(books)
                )
            row = self.view.currentIndex().row()
            self.change_wanted.emit(taken_off(identities, now()))
            self._tell(words, taken_off(identities, now(), is_off=False))
            self.view.make_current(min(row, len(self.rows.books) - 1))

    def _undo(self) -> None:
        if self._undone is not None:
            undone = self._undone
            self._tell("")
            self.take_keyboard()
            self.change_wanted.emit(undone)

    # -- collections

    def _collect(self, name: str, is_in: bool) -> None:
        books = self._waiting or tuple(self.view.picked)
        identities = [book.identity for book in books]
        self._waiting = ()
        if identities:
            self.change_wanted.emit(collected(identities, name, now(), is_in=is_in))

    def _ask_for_collection(self) -> None:
        self._waiting = tuple(self.view.picked)
        self.collections.show()
        self.collections.ask_for_name()

    def _name_collection(self, old: str, new: str) -> None:
        if old:
            self.change_wanted.emit(renamed(old, new, now()))
            self.collections.choose(new)
        else:
            self._collect(new, True)
        self._fold()

    def _dissolve(self, name: str) -> None:
        inside = [book.identity for book in self.catalogue.books.values() if name in book.collections]
        self.change_wanted.emit(renamed(name, "", now()))
        words = self.tr("The collection “%1” is dissolved; its readings stand where they stood.")
        self._tell(words.replace("%1", name), collected(inside, name, now()))

    # -- overrides of Qt

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
