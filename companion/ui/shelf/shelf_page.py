"""Shelf page: all readings in the window's middle, to be filtered, or what was found in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from companion.shelf.ordering import Order
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.field import Field
from companion.ui.parts.lettering import lettered
from companion.ui.parts.menu_choice import MenuChoice
from companion.ui.parts.paragraph import Paragraph, Plain
from companion.ui.parts.quiet_button import QuietButton, Switch
from companion.ui.program.language import translated
from companion.ui.shelf.found_pane import FoundPane
from companion.ui.shelf.readings_pane import ReadingsPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from companion.shelf.books import Catalogue
    from companion.shelf.hits import Hit
    from companion.ui.looks.look import Look
    from companion.ui.shelf.covers import Covers

_PADDING = 24


class ShelfPage(QWidget):
    """One field over two panes: the readings that it filters, and what is found for it in all of them.

    What opens and searches connects to its signals; it knows of no file itself.

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
        self.readings = ReadingsPane(look, covers, self)
        self.found = FoundPane(look, self)
        self._make_head()
        self._word = Paragraph(look, self, Role.DIM)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.readings)
        self._stack.addWidget(self.found)
        self._arrange()
        self._connect()
        self._show_mode()

    def _make_head(self) -> None:
        look = self._look
        self._title = Plain(look, self, Role.INK)
        self._title.setText(self.tr("Shelf"))
        self.field = Field(look, self.tr("Filter"), self)
        self.field.setObjectName("shelf_field")
        self.for_books = Switch(look, self.tr("Readings"), self.tr("Filter the readings"), self)
        self.for_words = Switch(look, self.tr("Search inside"), self.tr("Search in all readings"), self)
        self.order_choice = MenuChoice(look, self.tr("Order"), _orders(), self)
        self.as_list = Switch(look, self.tr("As a list"), self.tr("Show a list instead of covers"), self)
        self.add_button = QuietButton(look, self.tr("Add a folder…"), "", self)
        self.close_button = QuietButton(look, "×", self.tr("Back to the text"), self)
        self.close_button.setToolTip(self.tr("Back to the text (Esc)"))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        before: list[QWidget] = [self._title, self.for_books, self.for_words]
        after: list[QWidget] = [self.order_choice, self.as_list, self.add_button, self.close_button]
        for part in (*before, self.field, *after):
            head.addWidget(part)
        head.setStretchFactor(self.field, 1)
        head.setContentsMargins(_PADDING, 14, _PADDING - 8, 10)
        words, middle = QVBoxLayout(), QVBoxLayout()
        words.setContentsMargins(_PADDING, 0, _PADDING, 6)
        words.addWidget(self._word)
        middle.setContentsMargins(_PADDING - 12, 4, _PADDING - 12, 8)
        middle.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(words)
        column.addLayout(middle, 1)
        self._title.setFont(lettered(self.font(), size=1.4, bold=True))

    def _connect(self) -> None:
        readings = self.readings
        self.field.textChanged.connect(self._typed)
        self.field.left_down.connect(self._go_down)
        self.field.returnPressed.connect(self._enter_field)
        self.field.escaped.connect(self._escape_field)
        self.for_books.clicked.connect(self.filter_readings)
        self.for_words.clicked.connect(self.search_everything)
        self.order_choice.chosen.connect(self._rearranged)
        self.as_list.toggled.connect(self._rearranged)
        self.add_button.clicked.connect(self.adding_wanted)
        self.close_button.clicked.connect(self.left)
        readings.book_wanted.connect(self.book_wanted)
        readings.change_wanted.connect(self.change_wanted)
        readings.file_wanted.connect(self.file_wanted)
        readings.folder_wanted.connect(self.folder_wanted)
        readings.shown.connect(self._say)
        readings.typed.connect(self._type)
        readings.left_up.connect(self.field.setFocus)
        self.found.hit_wanted.connect(self.hit_wanted)
        self._look.changed.connect(self.update)

    # -- what is shown

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Shows the books that stand in this catalogue."""
        was_empty = not self.readings.rows.books
        self.readings.show_catalogue(catalogue)
        if was_empty and self.field.hasFocus() and not self.field.text():
            self.begin()

    def show_missing(self, missing: frozenset[str]) -> None:
        """Shows which books have no file where it was."""
        self.readings.show_missing(missing)

    def show_hits(self, query: str, hits: Sequence[Hit]) -> None:
        """Shows what was found for these words, unless others have been typed meanwhile."""
        if query == self.field.text().strip() and self._is_search:
            self.found.show_hits(hits)
            self._word.say(self.found.words(query))

    def arrange_as(self, order: Order, *, is_list: bool) -> None:
        """Shows the books in this order, as a list or as covers."""
        self.order_choice.choose(order.value)
        self.as_list.setChecked(is_list)
        self.readings.arrange_as(self.order, is_list=is_list)

    @property
    def order(self) -> Order:
        """The order of the books."""
        return Order(self.order_choice.chosen_key)

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
        if self._is_search or not self.readings.rows.books:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.readings.take_keyboard()

    @property
    def _is_search(self) -> bool:
        return self.for_words.isChecked()

    @property
    def _pane(self) -> ReadingsPane | FoundPane:
        return self.found if self._is_search else self.readings

    def _show_mode(self) -> None:
        is_search = self._is_search
        self.for_books.setChecked(not is_search)
        name = (
            self.tr("Words in texts, entries and notes")
            if is_search
            else self.tr("Title, author or collection")
        )
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self._stack.setCurrentWidget(self._pane)
        for part in (self.order_choice, self.as_list):
            part.setVisible(not is_search)
        self._typed()

    def _say(self) -> None:
        """Says what there is to say of the readings, where they are shown."""
        if not self._is_search:
            self._word.say(self.readings.words())

    # -- what is done

    def _typed(self, _: str = "") -> None:
        words = self.field.text()
        if not self._is_search:
            self.readings.filter(words)
            return
        self.readings.filter("")
        if not words.strip():
            self.found.show_hits(())
        self._word.say("" if words.strip() else self.found.words(""))
        self.query_changed.emit(words.strip())

    def _type(self, letter: str) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.setText(self.field.text() + letter)

    def _go_down(self) -> None:
        self._pane.take_keyboard()

    def _enter_field(self) -> None:
        """Enter in the field opens what stands first."""
        self._pane.open_first()

    def _escape_field(self) -> None:
        if self.field.text():
            self.field.clear()
        else:
            self.left.emit()

    def _rearranged(self, _: object = None) -> None:
        self.readings.arrange_as(self.order, is_list=self.as_list.isChecked())
        self.arranged.emit()

    # -- overrides of Qt

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._look[Role.PAPER])


def _orders() -> tuple[tuple[str, str], ...]:
    return (
        (Order.OPENED.value, translated("Last opened")),
        (Order.TITLE.value, translated("Title")),
        (Order.AUTHOR.value, translated("Author")),
        (Order.SHARE.value, translated("How far read")),
        (Order.ADDED.value, translated("Newest here")),
    )
