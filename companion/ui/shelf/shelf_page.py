"""Shelf page: all readings in the window's middle, with their collections, a filter and a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from companion.shelf.books import Book, Catalogue, sought
from companion.shelf.changes import collected, now, renamed, taken_off
from companion.shelf.ordering import Order, ordered
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.controls import Choice
from companion.ui.parts.field import Field
from companion.ui.parts.lettering import lettered
from companion.ui.parts.paragraph import Paragraph, Plain
from companion.ui.parts.quiet_button import QuietButton, Switch
from companion.ui.parts.row_view import RowView
from companion.ui.program.language import translated
from companion.ui.shelf.book_delegate import BookDelegate
from companion.ui.shelf.book_menu import BookMenu
from companion.ui.shelf.book_rows import BookRows
from companion.ui.shelf.book_view import BookView
from companion.ui.shelf.book_words import title_of
from companion.ui.shelf.collections_list import ALL, MISSING, CollectionsList, Group
from companion.ui.shelf.hit_rows import HitDelegate, HitRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from companion.shelf.changes import Change
    from companion.shelf.hits import Hit
    from companion.ui.looks.look import Look
    from companion.ui.shelf.covers import Covers

_PADDING = 24
_SIDE, _NARROW = 210, 760
"""The width of the collections, and the width of the page below which they are not shown."""


class ShelfPage(QWidget):
    """Shows a catalogue. What opens and searches connects to its signals; it knows of no file itself.

    Signals:
        book_wanted(str): the reading of that identity is to be opened.
        hit_wanted(Hit): the reading is to be opened where something was found.
        query_changed(str): all readings are to be searched for these words.
        change_wanted(Change): the catalogue is to be another.
        file_wanted(tuple[Book, ...]): the missing files of these books are to be found again.
        folder_wanted(Book): the folder of a book's file is to be shown.
        adding_wanted(): a folder of books is to be read in.
        left(): the text is wanted again.
        arranged(): the reader chose another order, or covers instead of a list.
    """

    book_wanted = Signal(str)
    hit_wanted = Signal(object)
    query_changed = Signal(str)
    change_wanted = Signal(object)
    file_wanted = Signal(object)
    folder_wanted = Signal(object)
    adding_wanted = Signal()
    left = Signal()
    arranged = Signal()

    def __init__(self, look: Look, covers: Covers, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shelf_page")
        self.setAccessibleName(self.tr("Shelf"))
        self._look = look
        self.catalogue = Catalogue()
        self._waiting: tuple[Book, ...] = ()
        self._undone: Change | None = None
        self._make(covers)
        self._arrange()
        self._connect()
        self._show_mode()

    def _make(self, covers: Covers) -> None:
        look = self._look
        self._title = Plain(look, self, Role.INK)
        self._title.setText(self.tr("Shelf"))
        self.field = Field(look, self.tr("Filter"), self)
        self.field.setObjectName("shelf_field")
        self.for_books = Switch(look, self.tr("Readings"), self.tr("Filter the readings"), self)
        self.for_words = Switch(look, self.tr("All that is in them"), self.tr("Search in all readings"), self)
        self.order_choice = Choice(look, self)
        for part in (self.order_choice, self.order_choice.view()):
            part.setAccessibleName(self.tr("Order"))
        for order, words in _orders():
            self.order_choice.addItem(words, order.value)
        self.as_list = Switch(look, self.tr("As a list"), self.tr("Show a list instead of covers"), self)
        self.add_button = QuietButton(look, self.tr("Add a folder…"), "", self)
        self.close_button = QuietButton(look, "×", self.tr("Back to the text"), self)
        self.close_button.setToolTip(self.tr("Back to the text (Esc)"))
        self.collections = CollectionsList(look, self)
        self.rows = BookRows(self)
        self.delegate = BookDelegate(look, self.rows, covers, self)
        self.view = BookView(self.rows, self.delegate, self)
        self.hits = HitRows(self)
        self.hit_view = RowView(self.tr("What was found in all readings"), self)
        self.hit_view.setModel(self.hits)
        self._hit_delegate = HitDelegate(look, self.hits, self.hit_view)
        self.hit_view.setItemDelegate(self._hit_delegate)
        self.hit_view.set_row_height(self._hit_delegate.row_height(self.font()))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.hit_view)
        self._word = Paragraph(look, self, Role.DIM)
        self._told = Plain(look, self, Role.INK)
        self.undo_button = QuietButton(look, self.tr("Undo"), "", self)
        covers.arrived.connect(self.view.viewport().update)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        before: list[QWidget] = [self._title, self.for_books, self.for_words]
        after: list[QWidget] = [self.order_choice, self.as_list, self.add_button, self.close_button]
        for part in (*before, self.field, *after):
            head.addWidget(part)
        head.setStretchFactor(self.field, 1)
        head.setContentsMargins(_PADDING, 14, _PADDING - 8, 10)
        words = QVBoxLayout()
        words.setContentsMargins(_PADDING, 0, _PADDING, 6)
        words.addWidget(self._word)
        middle = QHBoxLayout()
        middle.setContentsMargins(_PADDING - 12, 4, _PADDING - 12, 8)
        middle.setSpacing(14)
        middle.addWidget(self.collections)
        middle.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(_PADDING, 0, _PADDING, 8)
        foot.addWidget(self._told, 1)
        foot.addWidget(self.undo_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(words)
        column.addLayout(middle, 1)
        column.addLayout(foot)
        self._title.setFont(lettered(self.font(), size=1.4, bold=True))
        self.collections.setFixedWidth(max(_SIDE, 13 * self.fontMetrics().height()))
        self._tell("")

    def _connect(self) -> None:
        view = self.view
        self.field.textChanged.connect(self._typed)
        self.field.left_down.connect(self._go_down)
        self.field.returnPressed.connect(self._enter_field)
        self.field.escaped.connect(self._escape_field)
        self.for_books.clicked.connect(self.filter_readings)
        self.for_words.clicked.connect(self.search_everything)
        self.order_choice.activated.connect(self._rearranged)
        self.as_list.toggled.connect(self._rearranged)
        self.add_button.clicked.connect(self.adding_wanted)
        self.close_button.clicked.connect(self.left)
        self.collections.chosen.connect(self._show_books)
        self.collections.named.connect(self._name_collection)
        self.collections.dissolved.connect(self._dissolve)
        view.chosen.connect(self._choose)
        view.menu_wanted.connect(self._open_menu)
        view.removal_wanted.connect(self._take_off)
        view.collecting_wanted.connect(self._open_collections)
        view.undo_wanted.connect(self._undo)
        view.typed.connect(self._type)
        view.left_up.connect(self.field.setFocus)
        self.hit_view.chosen.connect(self._choose_hit)
        self.undo_button.clicked.connect(self._undo)
        self._look.changed.connect(self.update)

    # -- what is shown

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Shows the books that stand in this catalogue."""
        was_empty = not self.rows.books
        self.catalogue = catalogue
        self._show_books()
        if was_empty and self.field.hasFocus() and not self.field.text():
            self.begin()

    def show_missing(self, missing: frozenset[str]) -> None:
        """Shows which books have no file where it was."""
        self.rows.show_missing(missing)
        self._show_groups()

    def show_hits(self, query: str, hits: Sequence[Hit]) -> None:
        """Shows what was found for these words, unless others have been typed meanwhile."""
        if query == self.field.text().strip() and self.for_words.isChecked():
            self.hits.show_hits(hits)
            self._say(self._words_on_hits())

    def arrange_as(self, order: Order, *, is_list: bool) -> None:
        """Shows the books in this order, as a list or as covers."""
        self.order_choice.setCurrentIndex(max(0, self.order_choice.findData(order.value)))
        self.as_list.setChecked(is_list)

    @property
    def order(self) -> Order:
        """The order of the books."""
        return Order(self.order_choice.currentData())

    def filter_readings(self) -> None:
        """What is typed filters the readings."""
        self.for_words.setChecked(False)
        self._show_mode()

    def search_everything(self) -> None:
        """What is typed is sought in all readings."""
        self.for_words.setChecked(True)
        self._show_mode()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.query_changed.emit(self.field.text().strip())

    def begin(self) -> None:
        """Takes the keyboard: to the books, or to the field when there is something to be sought."""
        where = self.field if self.for_words.isChecked() or not self.rows.books else self.view
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_mode(self) -> None:
        is_search = self.for_words.isChecked()
        self.for_books.setChecked(not is_search)
        name = (
            self.tr("Words in texts, entries and notes")
            if is_search
            else self.tr("Title, author or collection")
        )
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self._stack.setCurrentWidget(self.hit_view if is_search else self.view)
        for part in (self.order_choice, self.as_list):
            part.setVisible(not is_search)
        self._fold()
        self._typed()

    def _show_books(self, _: object = None) -> None:
        key, books = self.collections.key, self.catalogue.standing
        if key == MISSING:
            books = tuple(book for book in books if self.rows.is_missing(book))
        elif key != ALL:
            books = tuple(book for book in books if key in book.collections)
        words = "" if self.for_words.isChecked() else self.field.text()
        kept = {book.identity for book in self.view.picked}
        self.rows.show_books(ordered(sought(books, words), self.order))
        if not self.view.currentIndex().isValid() and self.rows.books and self.view.hasFocus():
            self.view.make_current(max(0, *(self.rows.row_of(one) for one in kept), 0))
        self._show_groups()
        if not self.for_words.isChecked():
            self._say(self._words_on_books())

    def _show_groups(self) -> None:
        books = self.catalogue.standing
        missing = sum(self.rows.is_missing(book) for book in books)
        groups = [Group(ALL, self.tr("All readings"), len(books))]
        if missing:
            groups.append(Group(MISSING, self.tr("File missing"), missing))
        for name in self.catalogue.collections:
            groups.append(Group(name, name, sum(name in book.collections for book in books)))
        self.collections.show_groups(groups)

    def _words_on_books(self) -> str:
        if not self.catalogue.standing:
            return self.tr(
                "No reading stands here yet. Open a text, drop one on the window, or add a folder."
            )
        if not self.rows.books:
            return self.tr("No reading has this in its title, its author or its collections.")
        if len(self.catalogue.standing) == 1:
            return self.tr("Open a text, drop one on the window, or add a folder: it will stand here.")
        return ""

    def _words_on_hits(self) -> str:
        if not self.field.text().strip():
            return self.tr(
                "All readings that were opened once are searched, with their entries and your notes."
            )
        return "" if self.hits.rows else self.tr("No reading has these words together.")

    def _say(self, words: str) -> None:
        self._word.say(words)

    def _tell(self, words: str, undone: Change | None = None) -> None:
        """Says at the foot what was done, and offers to undo it."""
        self._undone = undone
        self._told.setText(words)
        self._told.setVisible(bool(words))
        self.undo_button.setVisible(undone is not None)

    # -- what is done

    def _typed(self, _: str = "") -> None:
        if self.for_words.isChecked():
            if not self.field.text().strip():
                self.hits.show_hits(())
            self._say(self._words_on_hits() if not self.field.text().strip() else "")
            self.query_changed.emit(self.field.text().strip())
        else:
            self._show_books()

    def _type(self, letter: str) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.setText(self.field.text() + letter)

    def _go_down(self) -> None:
        list_of = self.hit_view if self.for_words.isChecked() else self.view
        list_of.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter_field(self) -> None:
        """Enter in the field opens what stands first."""
        if self.for_words.isChecked():
            if self.hits.rows:
                self._choose_hit(0, False)
        elif self.rows.books:
            self._choose(0)

    def _escape_field(self) -> None:
        if self.field.text():
            self.field.clear()
        else:
            self.left.emit()

    def _choose(self, row: int) -> None:
        book = self.rows.books[row]
        if self.rows.is_missing(book):
            self.file_wanted.emit((book,))
        else:
            self.book_wanted.emit(book.identity)

    def _choose_hit(self, row: int, _: bool) -> None:
        self.hit_wanted.emit(self.hits.rows[row][0])

    def _rearranged(self, _: object = None) -> None:
        if self.as_list.isChecked() is not self.delegate.is_list:
            self.view.show_as(is_list=self.as_list.isChecked())
        self._show_books()
        self.arranged.emit()

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
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.change_wanted.emit(undone)

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

    def _fold(self) -> None:
        """Where the page is narrow there is no room for the collections."""
        is_wide = self.width() >= _NARROW or self.collections.isAncestorOf(self.focusWidget() or self)
        self.collections.setVisible(is_wide and not self.for_words.isChecked())

    # -- overrides of Qt

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @guarded
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.hit_view.set_row_height(self._hit_delegate.row_height(self.font()))

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._look[Role.PAPER])


def _orders() -> tuple[tuple[Order, str], ...]:
    return (
        (Order.OPENED, translated("Last opened")),
        (Order.TITLE, translated("Title")),
        (Order.AUTHOR, translated("Author")),
        (Order.SHARE, translated("How far read")),
        (Order.ADDED, translated("Newest here")),
    )
