"""Touch: a finger drags the text along and throws it; a tap stays a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF
from PySide6.QtGui import QScrollEvent, QScrollPrepareEvent
from PySide6.QtWidgets import QScroller

if TYPE_CHECKING:
    from PySide6.QtGui import QPointerEvent

    from companion.ui.reading_view.view import ReadingView

_ENDLESS = 1e6
"""Pixels: as far as a throw may go; the flow knows where the text ends."""


def is_touch(event: QPointerEvent) -> bool:
    """Whether an event, of the mouse perhaps, was made by a finger."""
    from PySide6.QtGui import QInputDevice

    return event.deviceType() == QInputDevice.DeviceType.TouchScreen


class Touch:
    """Turns what Qt's scroller makes of fingers into scrolling."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view
        self._at = 0.0

    def listen(self) -> None:
        """Has Qt make its scroller for the viewport; Qt sends it events at once."""
        QScroller.grabGesture(self._view.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def hear(self, event: QEvent) -> bool:
        """Takes the scroller's events of the viewport; False for all others."""
        if isinstance(event, QScrollPrepareEvent):
            event.setViewportSize(QSizeF(self._view.viewport().size()))
            event.setContentPosRange(QRectF(0, -_ENDLESS, 0, 2 * _ENDLESS))
            event.setContentPos(QPointF(0, 0))
            self._at = 0.0
        elif isinstance(event, QScrollEvent):
            way, self._at = event.contentPos().y() - self._at, event.contentPos().y()
            self._scroll_by(way)
        else:
            return False
        event.accept()
        return True

    def _scroll_by(self, pixels: float) -> None:
        flow = self._view.flow
        before = (flow.top, flow.off)
        self._view.scroll_by(pixels)
        if pixels and (flow.top, flow.off) == before:
            QScroller.scroller(self._view.viewport()).stop()
