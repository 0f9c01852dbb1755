"""Wheel: what turning the wheel, or two fingers on a pad, does in the text: scrolling and zooming."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from companion.ui.reading_view.view import ReadingView

_NOTCH = 120


class Wheel:
    """Turns wheel events of the viewport into verbs of the view."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view
        self._turned = 0

    def turn(self, event: QWheelEvent) -> None:
        """Scrolls; with Ctrl it zooms, and the line under the pointer stays there."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(event.angleDelta().y(), event.position().y())
            return
        self._turned = 0
        angle, pixels = event.angleDelta().y(), event.pixelDelta().y()
        if pixels and QGuiApplication.platformName() != "xcb":  # Qt says that X11's pixels are unreliable
            self._view.scroll_by(-float(pixels))
        elif angle:
            line = self._view.flow.page.line_height if self._view.flow.page else 1.0
            way = -angle / _NOTCH * QApplication.wheelScrollLines() * line
            # Whole notches come far apart; small steps already are as even as the hand that makes them.
            if angle % _NOTCH:
                self._view.scroll_by(way)
            else:
                self._view.scroll_softly(way)

    def _zoom(self, angle: int, y: float) -> None:
        """One size up or down for each notch; the small steps of a fine wheel add up to notches."""
        if angle * self._turned < 0:
            self._turned = 0
        self._turned += angle
        notches = int(self._turned / _NOTCH)
        if notches:
            self._turned -= notches * _NOTCH
            self._view.zoom(notches, y)
