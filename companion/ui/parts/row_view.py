"""Rows: a list of any length of which only the visible rows exist, chosen with one click or with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView

from companion.ui.guarded import guarded
from companion.ui.parts.lettering import ROW

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_WIDEST_BAR = 10


def clear_ground(view: QAbstractItemView) -> None:
    """Lets what a list stands on show through it."""
    view.viewport().setAutoFillBackground(False)
    clear = QPalette()
    clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    view.setPalette(clear)


class RowView(QTableView):
    """A table of one column without lines and headers: unlike QListView it never asks for rows unseen.

    A list of 300,000 rows is there in 2 ms (QListView takes 780 ms: it asks the model about every row).

    Signals:
        chosen(int, bool): the row that was clicked or entered, and whether Ctrl was held.
        menu_wanted(int, QPoint): what can be done with a row is asked for, at a global place.
    """

    chosen = Signal(int, bool)
    menu_wanted = Signal(int, object)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setAccessibleName(self.tr("Place in the list"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_row_height(max(ROW, self.fontMetrics().height() + 10))
        self._pressed, self._pressed_at = -1, QPointF()
        clear_ground(self)

    @property
    def bar_width(self) -> int:
        """How much of a row's right margin the scroll bar stands in for, in pixels: nothing moves for it."""
        return min(_WIDEST_BAR, self.width() - self.viewport().width())

    def set_row_height(self, height: int) -> None:
        """Sets the height, in pixels, of every row."""
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)

    def show_row(self, row: int) -> None:
        """Brings a row into view, scrolling no further than needed; one that is too high, from its top."""
        index = self.model().index(row, 0)
        rect = self.visualRect(index)
        fits = rect.height() <= self.viewport().height()
        if fits and rect.top() >= 0 and rect.bottom() < self.viewport().height():
            return
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.EnsureVisible if fits else hint.PositionAtTop)

    def make_current(self, row: int) -> None:
        """Puts the keyboard's cursor on a row without scrolling; -1 for none."""
        scrolls = self.hasAutoScroll()
        self.setAutoScroll(False)
        self.setCurrentIndex(self.model().index(row, 0) if row >= 0 else QModelIndex())
        self.setAutoScroll(scrolls)

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.indexAt(event.position().toPoint()).row()
            self._pressed_at = event.position()

    def carried(self, row: int) -> QMimeData | None:
        """What is drawn out of the list with a row; nothing, unless a list says otherwise."""
        return None

    def carry(self, data: QMimeData) -> None:
        """Lets the pointer carry this to another place or program."""
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position() - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._pressed >= 0 and event.buttons() & Qt.MouseButton.LeftButton and far:
            row, self._pressed = self._pressed, -1
            if (data := self.carried(row)) is not None:
                self.carry(data)
            return
        super().mouseMoveEvent(event)

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if event.button() == Qt.MouseButton.LeftButton and row >= 0 and row == self._pressed:
            self.chosen.emit(row, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        self._pressed = -1

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in _CHOOSE and row >= 0:
            self.chosen.emit(row, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.key() in _CHOOSE or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        if index.isValid():
            middle = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_wanted.emit(index.row(), middle if by_keyboard else event.globalPos())

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model() and self.model().rowCount():
            self.make_current(max(0, self.rowAt(0)))
        self.viewport().update()

    @guarded(otherwise=False)
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)
