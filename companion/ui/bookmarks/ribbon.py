"""Ribbon: the sign of a bookmark, in its colour and with its letter, wherever it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF

from companion.core.notes import Colour
from companion.ui.looks.theme import Role, mixed
from companion.ui.parts.lettering import lettered

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont, QPainter

    from companion.ui.looks.look import Look

WIDTH, HEIGHT = 13, 17
"""Pixels: a ribbon beside a line."""

_NOTCH = 3.5
_LETTER = 10

_ROLES = {
    Colour.YELLOW: Role.EVENT,
    Colour.GREEN: Role.TERM,
    Colour.BLUE: Role.PERSON,
}
_ROSE = 0.6
"""The part of the accent in rose; the rest is blue. So every theme has four hues that can be told apart."""


def ribbon_colour(look: Look, colour: Colour) -> QColor:
    """The colour of a bookmark in the present theme; the paper's colour can be read on it."""
    if colour in _ROLES:
        return look[_ROLES[colour]]
    return mixed(look[Role.PERSON], look[Role.ACCENT], _ROSE)


def draw_ribbon(
    painter: QPainter, corner: QPointF, colour: Colour, look: Look, font: QFont, *, is_chosen: bool = False
) -> None:
    """Draws a ribbon with its upper left corner there; the one that the reader is at has a line round it."""
    box = QRectF(corner.x(), corner.y(), WIDTH, HEIGHT)
    shape = QPolygonF(
        [
            box.topLeft(),
            box.topRight(),
            box.bottomRight(),
            QPointF(box.center().x(), box.bottom() - _NOTCH),
            box.bottomLeft(),
        ]
    )
    painter.save()
    painter.setPen(look[Role.INK] if is_chosen else Qt.PenStyle.NoPen)
    painter.setBrush(ribbon_colour(look, colour))
    painter.drawPolygon(shape)
    letter = lettered(font, bold=True)
    letter.setPixelSize(_LETTER)
    painter.setFont(letter)
    painter.setPen(look[Role.PAPER])
    painter.drawText(box.adjusted(0, 0, 0, -_NOTCH), Qt.AlignmentFlag.AlignCenter, colour.letter)
    painter.restore()
