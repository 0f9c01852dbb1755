"""Canvas: what one block is painted on: a painter that stands at the block's corner, on whole dots."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

_ROUND = 3.5


class Canvas(NamedTuple):
    """The painter, the part of the block that is on the screen, and the dots of the screen in a pixel.

    Edges are put on whole dots of the screen, so that two lines of a passage meet without a seam.
    """

    painter: QPainter
    top: float
    bottom: float
    dots: float

    @property
    def part(self) -> tuple[float, float]:
        """The heights between which the block is seen."""
        return (self.top, self.bottom)

    def snapped(self, length: float) -> float:
        """The nearest whole dot."""
        return round(length * self.dots) / self.dots

    def on_dots(self, rect: QRectF) -> QRectF:
        """The rectangle with its edges on whole dots."""
        left, top = self.snapped(rect.left()), self.snapped(rect.top())
        return QRectF(left, top, self.snapped(rect.right()) - left, self.snapped(rect.bottom()) - top)

    def fill(self, rect: QRectF, colour: QColor) -> None:
        """Fills a rectangle."""
        self.painter.fillRect(self.on_dots(rect), QBrush(colour))

    def fill_round(self, rect: QRectF, colour: QColor) -> None:
        """Fills a rectangle with round corners."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawRoundedRect(self.on_dots(rect), _ROUND, _ROUND)

    def outline_round(self, rect: QRectF, colour: QColor, width: float) -> None:
        """Draws a line, `width` pixels wide, round a rectangle with round corners."""
        pen = self.painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setColor(colour)
        pen.setWidthF(width)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2
        self.painter.drawRoundedRect(
            self.on_dots(rect).adjusted(inset, inset, -inset, -inset), _ROUND, _ROUND
        )
