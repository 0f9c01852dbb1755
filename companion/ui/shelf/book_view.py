"""Book view: the books as a grid of covers or as a list, chosen with one click or with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from companion.ui.guarded import guarded
from companion.ui.parts.row_view import clear_ground

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from companion.shelf.books import Book
    from companion.ui.shelf.book_delegate import BookDelegate
    from companion.ui.shelf.book_rows import BookRows

_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PICKING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class BookView(QListView):
    """The books of a shelf. Several can be picked with Ctrl or Shift; what is typed goes to the filter.

    Signals:
        chosen(int): the row that was clicked or entered.
        menu_wanted(QPoint): what can be done with the picked books is wanted here, in global coordinates.
        removal_wanted(): Delete was pressed.
        collecting_wanted(): Insert was pressed.
        undo_wanted(): the key for undoing was pressed.
        typed(str): a letter was typed.
        left_up(): Up was pressed in the first row.
    """

    chosen = Signal(int)
    menu_wanted = Signal(object)
    removal_wanted = Signal()
    collecting_wanted = Signal()
    undo_wanted = Signal()
    typed = Signal(str)
    left_up = Signal()

    def __init__(self, rows: BookRows, delegate: BookDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shelf_books")
        self.setAccessibleName(self.tr("Readings"))
        self._rows, self._delegate = rows, delegate
        self.setModel(rows)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setAccessibleName(self.tr("Place in the list"))
        self._pressed = -1
        clear_ground(self)
        self.show_as(is_list=False)

    def show_as(self, *, is_list: bool) -> None:
        """Shows the books as rows of a list, or as covers."""
        current = self.currentIndex()
        self._delegate.is_list = is_list
        self.setViewMode(QListView.ViewMode.ListMode if is_list else QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom if is_list else QListView.Flow.LeftToRight)
        self.setWrapping(not is_list)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionRectVisible(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._fit()
        if current.isValid():
            self.scrollTo(current)

    @property
    def picked(self) -> list[Book]:
        """The books that are picked, in the order of the shelf; or the one that has the keyboard."""
        rows = {index.row() for index in self.selectionModel().selectedIndexes()}
        if self.currentIndex().isValid():
            rows = rows or {self.currentIndex().row()}
        return [self._rows.books[row] for row in sorted(rows) if row < len(self._rows.books)]

    def make_current(self, row: int) -> None:
        """Puts the keyboard's cursor on a row, and brings it into view."""
        if 0 <= row < len(self._rows.books):
            index = self._rows.index(row)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def _fit(self) -> None:
        """Shares the width among as many covers as there is room for."""
        cell = self._delegate.cell(self.font())
        width = max(1, self.viewport().width())
        if self._delegate.is_list:
            cell.setWidth(width)
        else:
            across = max(1, width // cell.width())
            cell.setWidth(max(cell.width(), min(width // across, round(cell.width() * 1.25))))
        if cell != self.gridSize():
            self.setGridSize(cell)
        self.verticalScrollBar().setSingleStep(max(20, cell.height() // 4))

    # -- overrides of Qt

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not event.modifiers() & _PICKING:
            self._pressed = self.indexAt(event.position().toPoint()).row()

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row, pressed = self.indexAt(event.position().toPoint()).row(), self._pressed
        self._pressed = -1
        if event.button() == Qt.MouseButton.LeftButton and row >= 0 and row == pressed:
            self.chosen.emit(row)

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.picked:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).center()
        elif not self.indexAt(event.pos()).isValid():
            return
        else:
            place = event.pos()
        self.menu_wanted.emit(self.viewport().mapToGlobal(QPoint(place)))

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.books:
            self.make_current(0)

    @guarded(otherwise=False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Undo) or event.key() == Qt.Key.Key_Delete:
                event.accept()
                return True
            if _letter_of(event):  # the keys of the text are letters, too
                event.accept()
                return True
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        return super().event(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in _CHOOSE and row >= 0:
            self.chosen.emit(row)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.collecting_wanted.emit()
        elif letter := _letter_of(event):
            self.typed.emit(letter)
        elif event.key() in (*_CHOOSE, Qt.Key.Key_Escape):
            event.ignore()
        elif event.key() == Qt.Key.Key_Up and self._is_in_first_line():
            self.left_up.emit()
        else:
            super().keyPressEvent(event)

    def _is_in_first_line(self) -> bool:
        index = self.currentIndex()
        first = self.visualRect(self._rows.index(0)) if self._rows.books else self.rect()
        return not index.isValid() or self.visualRect(index).top() == first.top()


def _letter_of(event: QKeyEvent) -> str:
    """The letter that a key types; empty for all other keys. A blank picks a book, as everywhere."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    words = event.text()
    return words if words and words.isprintable() and not words.isspace() and not held else ""
