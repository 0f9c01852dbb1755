"""Picture: a drawing in shapes as a line of a printed page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from companion.output.timeline.shapes import Bar, Caption, Stroke
from companion.ui.print.paper import UNIT, Ink
from companion.ui.print.typesetting import Line

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

    from companion.output.timeline.shapes import Shape, Strip

_AIR = 0.06
"""A picture's line is that much higher than the picture: lines may be set a little closer than they are."""


class Picture(NamedTuple):
    """A strip, painted in vectors."""

    strip: Strip
    ink: Ink
    x: float = 0.0

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws it in a line whose upper left corner is at that place."""
        painter.save()
        painter.translate(x + self.x, y)
        for shape in self.strip.shapes:
            self._draw(painter, shape)
        painter.restore()

    def moved(self, x: float) -> Picture:
        """The same so much further to the right."""
        return self._replace(x=self.x + x)

    def _draw(self, painter: QPainter, shape: Shape) -> None:
        tones = self.ink.tones
        match shape:
            case Stroke(points=points, tone=tone, width=width):
                painter.setPen(_pen(tones[tone], width))
                painter.drawPolyline([QPointF(x * UNIT, y * UNIT) for x, y in points])
            case Bar():
                self._draw_bar(painter, shape)
            case Caption(x=x, y=y, words=words, tone=tone, small=small):
                painter.setFont(self.ink.small if small else self.ink.label)
                painter.setPen(tones[tone])
                painter.drawText(QPointF(x * UNIT, y * UNIT), words)

    def _draw_bar(self, painter: QPainter, bar: Bar) -> None:
        inset = 0.6 if bar.outline else 0.0
        if bar.outline:
            pen = _pen(self.ink.tones[bar.outline], 1.2)
            if bar.dashed:
                pen.setDashPattern([2.5, 1.8])
            painter.setPen(pen)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.ink.tones[bar.fill])
        rect = QRectF(bar.x + inset, bar.y + inset, bar.width - 2 * inset, bar.height - 2 * inset)
        radius = bar.radius * UNIT
        painter.drawRoundedRect(
            QRectF(rect.x() * UNIT, rect.y() * UNIT, rect.width() * UNIT, rect.height() * UNIT),
            radius,
            radius,
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)


def picture_line(strip: Strip, ink: Ink, before: float = 0.0) -> Line:
    """A strip as a line of a page."""
    return Line((Picture(strip, ink),), strip.height * UNIT * (1 + _AIR), before)


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(
        colour, width * UNIT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin
    )
