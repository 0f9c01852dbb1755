"""Marks: how a date is drawn: dot or bar, dashed if approximate, hollow if uncertain, running out if open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from companion.ui.looks.theme import mixed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.core.dates import Date
    from companion.output.timeline.lanes import Box

_PALE = 0.68
"""How much of the ground is mixed into the filling of an approximate date."""

_SOFT = 0.16
"""How much of the ground is mixed into a bar, which is heavier than a dot."""

_SLIM = 0.8
"""The height of a bar as a part of a dot's."""

_CUT = 3.0

_SQUARE = 0.8
"""Half the side of a square as a part of a dot's radius."""


class Brushing(NamedTuple):
    """With what a mark is drawn: its colour, the ground it stands on, and half its height in pixels."""

    colour: QColor
    ground: QColor
    radius: float


def draw_mark(painter: QPainter, box: Box, y: float, date: Date, brushing: Brushing) -> None:
    """Draws the mark of a date over `box`, its middle at `y`."""
    is_dot = box.right - box.left <= 2 * brushing.radius + 3
    if not is_dot:
        soft = mixed(brushing.colour, brushing.ground, _SOFT)
        brushing = Brushing(soft, brushing.ground, brushing.radius * _SLIM)
    _take_up(painter, date, brushing)
    if date.open_start or date.open_end:
        _draw_open(painter, box, y, date, brushing)
    elif is_dot:
        inset = _outline(date)
        radius = brushing.radius - inset
        painter.drawEllipse(QPointF((box.left + box.right) / 2, y), radius, radius)
    else:
        painter.drawRoundedRect(
            _bar(box.left, box.right, y, date, brushing), brushing.radius, brushing.radius
        )


def draw_square(painter: QPainter, box: Box, y: float, brushing: Brushing) -> None:
    """Draws a square in the middle of `box`: what is no person among people has another form than they."""
    half = brushing.radius * _SQUARE
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brushing.colour)
    middle = QPointF((box.left + box.right) / 2, y)
    painter.drawRect(QRectF(middle - QPointF(half, half), middle + QPointF(half, half)))


def cut(painter: QPainter, breaks: Iterable[float], box: Box, y: float, brushing: Brushing) -> None:
    """Cuts a bar through where the axis leaves time out."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brushing.ground)
    high = brushing.radius + 2
    for x in breaks:
        if box.left < x - high and x + high < box.right:
            slant = QPolygonF(
                [
                    QPointF(x - _CUT - 3, y + high),
                    QPointF(x + 3, y - high),
                    QPointF(x + 3 + _CUT, y - high),
                    QPointF(x - 3, y + high),
                ]
            )
            painter.drawPolygon(slant)


def _take_up(painter: QPainter, date: Date, brushing: Brushing) -> None:
    """Chooses pen and brush: hollow for an uncertain date, dashed and pale for an approximate one."""
    if not (date.approximate or date.uncertain):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brushing.colour)
        return
    pen = QPen(brushing.colour, 1.6)
    if date.approximate:
        pen.setDashPattern([1.9, 1.4])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    hollow = brushing.ground if date.uncertain else mixed(brushing.colour, brushing.ground, _PALE)
    painter.setBrush(hollow)


def _outline(date: Date) -> float:
    return 0.8 if date.approximate or date.uncertain else 0.0


def _bar(left: float, right: float, y: float, date: Date, brushing: Brushing) -> QRectF:
    inset = _outline(date)
    radius = brushing.radius - inset
    return QRectF(left + inset, y - radius, right - left - 2 * inset, 2 * radius)


def _draw_open(painter: QPainter, box: Box, y: float, date: Date, brushing: Brushing) -> None:
    """A bar that runs out in ever shorter strokes and an arrow on the side that is open."""
    if date.open_start and date.open_end:
        painter.drawRect(_bar(box.left + 8, box.right - 8, y, date, brushing))
        _draw_arrow(painter, box.left, y, -1, brushing)
        _draw_arrow(painter, box.right, y, 1, brushing)
        return
    way = 1 if date.open_end else -1
    start, end = (box.left, box.right) if way > 0 else (box.right, box.left)
    radius = brushing.radius
    left, right = sorted((start, start + way * 22))
    painter.drawRoundedRect(_bar(left, right, y, date, brushing), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brushing.colour)
    for begin, length, height in ((26, 8, 0.7), (38, 5, 0.45)):
        left, right = sorted((start + way * begin, start + way * (begin + length)))
        high = max(1.2, radius * height)
        painter.drawRoundedRect(QRectF(left, y - high, right - left, 2 * high), min(high, 2), min(high, 2))
    _draw_arrow(painter, end, y, way, brushing)


def _draw_arrow(painter: QPainter, tip: float, y: float, way: int, brushing: Brushing) -> None:
    painter.setPen(
        QPen(brushing.colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    back = tip - way * 5
    painter.drawPolyline([QPointF(back, y - 4), QPointF(tip - way, y), QPointF(back, y + 4)])
