"""Ribbon: the signs of marks, each in its colour and with its letter, wherever they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from companion.core.notes import Colour, MarkKind
from companion.ui.looks.theme import SEEN, Role, contrast, mixed, seen_on
from companion.ui.parts.lettering import lettered

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter

    from companion.ui.looks.look import Look

WIDTH, HEIGHT = 13, 17
"""Pixels: a ribbon beside a line."""

_NOTCH = 3.5
_TURNED = 5.0
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


class HighlightColours(NamedTuple):
    """What highlighted words stand on, the hatching of that, and its edge."""

    ground: QColor
    hatching: QColor
    edge: QColor


_READ = 7.0
"""The contrast that ink has at least on highlighted words, where the theme's paper gives it as much."""
_STILL_READ = 4.5
_SHARES = (0.36, 0.32, 0.28, 0.24, 0.2, 0.16, 0.12, 0.08)
"""How much of the mark's colour is mixed into the paper; the first on which everything can be read."""
_HATCHING = 0.13


def highlight_colours(look: Look, colour: Colour) -> HighlightColours:
    """The colours of highlighted words in the present theme; ink and dim words are read on all of them."""
    key = (look.theme.name, colour)
    if key not in _highlights:
        _highlights[key] = _mixed_for(look, colour)
    return _highlights[key]


_highlights: dict[tuple[str, Colour], HighlightColours] = {}
"""By theme and colour: they are asked for with every painting."""


def _mixed_for(look: Look, colour: Colour) -> HighlightColours:
    paper, strong = look[Role.PAPER], ribbon_colour(look, colour)
    for share in _SHARES:
        ground = mixed(paper, strong, share)
        hatching = mixed(paper, strong, min(1.0, share + _HATCHING))
        is_read = (
            contrast(look[Role.INK], ground) >= _READ and contrast(look[Role.INK], hatching) >= _STILL_READ
        )
        if is_read and contrast(look[Role.DIM], ground) >= _STILL_READ:
            break
    return HighlightColours(ground, hatching, seen_on([ground, paper], strong, SEEN))


def draw_ribbon(
    painter: QPainter, corner: QPointF, colour: Colour, look: Look, font: QFont, *, is_chosen: bool = False
) -> None:
    """Draws the ribbon of a bookmark with its upper left corner there; the chosen one has a line round it."""
    draw_sign(painter, corner, MarkKind.BOOKMARK, colour, look, font, is_chosen=is_chosen)


def draw_sign(
    painter: QPainter,
    corner: QPointF,
    kind: MarkKind,
    colour: Colour,
    look: Look,
    font: QFont,
    *,
    is_chosen: bool = False,
) -> None:
    """Draws the sign of a mark with its upper left corner there; the chosen one has a line round it.

    A bookmark is a ribbon, a highlight a field, an underline a letter over a line, a note a turned leaf.
    """
    box = QRectF(corner.x(), corner.y(), WIDTH, HEIGHT)
    strong = ribbon_colour(look, colour)
    painter.save()
    painter.setPen(look[Role.INK] if is_chosen else Qt.PenStyle.NoPen)
    painter.setBrush(strong)
    if kind is MarkKind.UNDERLINE:
        painter.setPen(QPen(strong, 1))
        painter.setBrush(look[Role.PAPER])
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -1), 3, 3)
        painter.fillRect(QRectF(box.left() + 2, box.bottom() - 5, WIDTH - 4, 2.5), strong)
    else:
        painter.drawPolygon(_shape(kind, box))
    letter = lettered(font, bold=True)
    letter.setPixelSize(_LETTER)
    painter.setFont(letter)
    painter.setPen(strong if kind is MarkKind.UNDERLINE else look[Role.PAPER])
    below = {MarkKind.BOOKMARK: _NOTCH, MarkKind.UNDERLINE: _NOTCH + 2}.get(kind, 0.0)
    painter.drawText(box.adjusted(0, 0, 0, -below), Qt.AlignmentFlag.AlignCenter, colour.letter)
    if is_chosen and kind is MarkKind.UNDERLINE:
        painter.setPen(QPen(look[Role.INK], 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
    painter.restore()


def _shape(kind: MarkKind, box: QRectF) -> QPolygonF:
    left, right, top, bottom = box.left(), box.right(), box.top(), box.bottom()
    if kind is MarkKind.HIGHLIGHT:
        return QPolygonF(box.adjusted(0, 1, 0, -1))
    if kind is MarkKind.NOTE:
        corners = [
            (left, top),
            (right - _TURNED, top),
            (right, top + _TURNED),
            (right, bottom),
            (left, bottom),
        ]
    else:
        corners = [
            (left, top),
            (right, top),
            (right, bottom),
            (box.center().x(), bottom - _NOTCH),
            (left, bottom),
        ]
    return QPolygonF([QPointF(x, y) for x, y in corners])
