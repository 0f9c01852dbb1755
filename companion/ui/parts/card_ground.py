"""Card ground: the paper, hairline and soft shadow of what lies above the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from companion.ui.looks.theme import Role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.ui.looks.look import Look

SHADOW = 14
"""Pixels round a card in which its shadow is drawn."""
_DROP = 3
_RADIUS = 10


def paint_card(widget: QWidget, look: Look) -> None:
    """Paints a card over the whole of a widget but the room that its shadow takes."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    card = QRectF(widget.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    _paint_shadow(painter, card, look)
    painter.setBrush(look[Role.PAPER])
    painter.setPen(QPen(look[Role.LINE], 1))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def _paint_shadow(painter: QPainter, card: QRectF, look: Look) -> None:
    is_dark = look.theme.is_dark
    shade = look[Role.WINDOW].darker(400) if is_dark else QColor(look[Role.INK])
    painter.setPen(Qt.PenStyle.NoPen)
    for ring in range(1, SHADOW):
        shade.setAlphaF((0.1 if is_dark else 0.022) * (1 - ring / SHADOW) ** 2)
        painter.setBrush(shade)
        grown = card.adjusted(-ring, -ring + _DROP, ring, min(ring + _DROP, SHADOW))
        painter.drawRoundedRect(grown, _RADIUS + ring, _RADIUS + ring)
