"""Pointer: what the mouse does in the text: pointing, clicking, selecting, scrolling, zooming."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from companion.ui.reading_view.selecting import Unit

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QWheelEvent

    from companion.core.document import Span
    from companion.ui.reading_view.view import ReadingView

_NOTCH = 120
_EDGE_MS = 30


class Pointer(QObject):
    """Turns mouse events of the viewport into verbs of the view."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed_at: QPointF | None = None
        self._last = QPointF()
        self._clicks = 0
        self._pointed: Span | None = None
        self._notches = 0
        self._beyond_edge = QTimer(self)
        self._beyond_edge.setInterval(_EDGE_MS)
        self._beyond_edge.timeout.connect(self._scroll_beyond_edge)
        self._since_click = QTimer(self)
        self._since_click.setSingleShot(True)

    # -- pressing and selecting

    def press(self, event: QMouseEvent) -> None:
        """A click begins a selection; with Shift it extends the one there is; a third one takes the block."""
        if event.button() != Qt.MouseButton.LeftButton or not self._view.flow.document.blocks:
            return
        self._view.leave_links()
        self._pressed_at = self._last = event.position()
        offset = self._view.offset_at(event.position())
        selecting = self._view.selecting
        if self._since_click.isActive() and self._clicks == 2:
            self._clicks = 3
            selecting.begin(offset, Unit.BLOCK)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            selecting.extend(offset)
        else:
            self._clicks = 1
            selecting.clear(at=offset)

    def double_click(self, event: QMouseEvent) -> None:
        """A double click selects the word."""
        if event.button() != Qt.MouseButton.LeftButton or not self._view.flow.document.blocks:
            return
        self._clicks = 2
        self._since_click.start(QApplication.doubleClickInterval())
        self._pressed_at = self._last = event.position()
        over = self._view.offset_over(event.position())
        offset = self._view.offset_at(event.position()) if over is None else over
        self._view.selecting.begin(offset, Unit.WORD)

    def move(self, event: QMouseEvent) -> None:
        """Moving points at names; with the button down it selects, and past the edge it scrolls on."""
        self._last = event.position()
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._point(event.position())
            return
        far = (event.position() - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if far or self._view.selecting.span.end > self._view.selecting.span.start:
            self._view.selecting.extend(self._view.offset_at(event.position()))
        outside = not 0 <= event.position().y() < self._view.viewport().height()
        if outside and not self._beyond_edge.isActive():
            self._beyond_edge.start()
        elif not outside:
            self._beyond_edge.stop()

    def release(self, event: QMouseEvent) -> None:
        """Letting go ends a selection; without one it follows the name that was clicked."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        self._pressed_at = None
        self._beyond_edge.stop()
        selecting = self._view.selecting
        if selecting.span.end > selecting.span.start:
            clipboard = QGuiApplication.clipboard()
            if clipboard.supportsSelection():
                clipboard.setText(selecting.text, QClipboard.Mode.Selection)
            return
        offset = self._view.offset_over(event.position())
        if offset is not None and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._view.follow(offset, add=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def _scroll_beyond_edge(self) -> None:
        height = self._view.viewport().height()
        beyond = self._last.y() if self._last.y() < 0 else self._last.y() - height
        self._view.scroll_by(max(-60.0, min(60.0, beyond * 0.4)))
        edge = QPointF(self._last.x(), min(max(self._last.y(), 1.0), height - 1.0))
        self._view.selecting.extend(self._view.offset_at(edge))

    # -- pointing

    def _point(self, position: QPointF) -> None:
        offset = self._view.offset_over(position)
        name = None if offset is None else self._view.name_at(offset)
        if name is not None:
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = Qt.CursorShape.IBeamCursor if offset is not None else Qt.CursorShape.ArrowCursor
        if self._view.viewport().cursor().shape() != shape:
            self._view.viewport().setCursor(shape)
        if name != self._pointed:
            self._pointed = name
            pointed = None
            if name is not None and offset is not None:
                pointed = self._view.pointed_at(name, offset)
            self._view.entry_pointed.emit(pointed)

    def leave(self) -> None:
        """The pointer has left the text."""
        if self._pointed is not None:
            self._pointed = None
            self._view.entry_pointed.emit(None)

    # -- the wheel and the menu

    def wheel(self, event: QWheelEvent) -> None:
        """The wheel scrolls; with Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._notches += event.angleDelta().y()
            steps, self._notches = divmod(self._notches, _NOTCH) if self._notches > 0 else self._zoom_out()
            if steps:
                self._view.look.set_size(self._view.look.type.size + steps)
            return
        pixels = float(event.pixelDelta().y())
        if not pixels:
            lines = QApplication.wheelScrollLines() * event.angleDelta().y() / _NOTCH
            pixels = lines * self._view.look.type.size * self._view.look.type.line_height
        self.leave()
        self._view.scroll_by(-pixels)

    def _zoom_out(self) -> tuple[int, int]:
        steps, rest = divmod(-self._notches, _NOTCH)
        return -steps, -rest

    def open_menu(self, where: QPoint) -> None:
        """What can be done with the selected words."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        has_selection = self._view.selecting.span.end > self._view.selecting.span.start
        copy = menu.addAction(self.tr("Copy"), self._view.copy)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setEnabled(has_selection)
        search = menu.addAction(self.tr("Find these words"), self._search_selection)
        search.setEnabled(has_selection)
        menu.addSeparator()
        menu.addAction(self.tr("Select all"), self._view.selecting.select_all)
        menu.popup(where)

    def _search_selection(self) -> None:
        self._view.reading.search(" ".join(self._view.selecting.text.split())[:200])
