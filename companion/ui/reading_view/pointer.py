"""Pointer: what the mouse does in the text: pointing, clicking, selecting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, Qt, QTimer
from PySide6.QtWidgets import QApplication

from companion.ui.reading_view.selecting import Unit
from companion.ui.reading_view.touch import is_touch

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from companion.ui.reading_view.view import ReadingView

_EDGE_MS = 16
_EDGE_SPEED, _EDGE_MOST = 0.2, 40.0
"""Pixels, for each one that the pointer is beyond the edge, that a drag scrolls every 16 ms; and at most."""


class Pointer(QObject):
    """Turns mouse events of the viewport into verbs of the view."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed_at: QPointF | None = None
        self._last = QPointF()
        self._rested_at: QPointF | None = None
        self._is_dragging = False
        self._clicks = 0
        self._clicked_at = QPointF()
        self._since_double_click = QElapsedTimer()
        self._beyond_edge = QTimer(self)
        self._beyond_edge.setInterval(_EDGE_MS)
        self._beyond_edge.timeout.connect(self._scroll_beyond_edge)

    # -- pressing and selecting

    def press(self, event: QMouseEvent) -> None:
        """A click begins a selection, with Shift it extends the one there is, a third one takes the block."""
        view, position = self._view, event.position()
        if event.button() == Qt.MouseButton.BackButton:
            view.reading.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            view.reading.forward()
        if event.button() != Qt.MouseButton.LeftButton or not view.flow.document.blocks:
            return
        if (marked := view.bookmark_at(position)) is not None:
            view.reading.choose_bookmark(marked.id)
            return
        self._take_hold(position)
        if is_touch(event):
            return
        if self._is_third(position):
            self._clicks = 3
            view.selecting.begin(view.sight.character_at(position), Unit.BLOCK)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._extend(position)
        else:
            self._clicks = 1
            view.selecting.clear(at=view.sight.offset_at(position))

    def double_click(self, event: QMouseEvent) -> None:
        """A double click selects the word."""
        if event.button() != Qt.MouseButton.LeftButton or not self._view.flow.document.blocks:
            self.press(event)
            return
        self._take_hold(event.position())
        self._clicks, self._clicked_at = 2, event.position()
        self._since_double_click.start()
        self._view.selecting.begin(self._view.sight.character_at(event.position()), Unit.WORD)

    def move(self, event: QMouseEvent) -> None:
        """Moving points at names; with the button down it selects, and past the edge it scrolls on."""
        position = event.position()
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self.let_go()
            if event.globalPosition() != self._rested_at:  # else a card went away under it, and nobody moved
                self._rested_at = event.globalPosition()
                self._point(position)
            return
        self._last = position
        if not self._is_dragging:
            way = (position - self._pressed_at).manhattanLength()
            self._is_dragging = way >= QApplication.startDragDistance()
        if self._is_dragging and not is_touch(event):
            self._view.signs.leave()
            self._extend(position)
            self._scroll_if_beyond_edge()

    def release(self, event: QMouseEvent) -> None:
        """Letting go ends a selection; without one it follows the name that was clicked."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        view, is_click = self._view, not self._is_dragging
        self.let_go()
        if not view.selecting.is_empty and not is_touch(event):
            view.selecting.offer()
            view.selection_made.emit(view.selecting.span)
        elif is_click and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            offset = view.sight.offset_over(event.position())
            if offset is not None:
                add = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                if not view.follow(offset, add=add):
                    view.open_mark(event.position())

    def let_go(self) -> None:
        """Ends a press that was not released here."""
        self._pressed_at, self._is_dragging = None, False
        self._beyond_edge.stop()

    def _take_hold(self, position: QPointF) -> None:
        self._view.begin_by_pointer()
        self._pressed_at = self._last = position
        self._is_dragging = False

    def _is_third(self, position: QPointF) -> bool:
        near = (position - self._clicked_at).manhattanLength() < QApplication.startDragDistance()
        soon = (
            self._since_double_click.isValid()
            and self._since_double_click.elapsed() <= QApplication.doubleClickInterval()
        )
        return self._clicks == 2 and near and soon

    def _extend(self, position: QPointF) -> None:
        view = self._view
        by_characters = view.selecting.unit is Unit.CHARACTER
        view.selecting.extend(
            view.sight.offset_at(position) if by_characters else view.sight.character_at(position)
        )

    def _scroll_if_beyond_edge(self) -> None:
        if 0 <= self._last.y() < self._view.viewport().height():
            self._beyond_edge.stop()
        elif not self._beyond_edge.isActive():
            self._beyond_edge.start()

    def _scroll_beyond_edge(self) -> None:
        height = self._view.viewport().height()
        beyond = self._last.y() if self._last.y() < 0 else self._last.y() - height + 1
        self._view.scroll_by(max(-_EDGE_MOST, min(_EDGE_MOST, beyond * _EDGE_SPEED)))
        self._extend(QPointF(self._last.x(), min(max(self._last.y(), 0.0), height - 1.0)))

    def _point(self, position: QPointF) -> None:
        """Shows by its shape what the pointer is over: a name, text, or nothing."""
        offset = self._view.sight.offset_over(position)
        shape = Qt.CursorShape.ArrowCursor if offset is None else Qt.CursorShape.IBeamCursor
        view = self._view
        if view.signs.point(offset) or view.bookmark_at(position) or view.mark_over(position):
            shape = Qt.CursorShape.PointingHandCursor
        viewport = self._view.viewport()
        if viewport.cursor().shape() != shape:
            viewport.setCursor(shape)
