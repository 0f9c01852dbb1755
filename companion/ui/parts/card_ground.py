"""Card ground: the paper, hairline and soft shadow of what lies above the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPaintEvent

    from companion.ui.looks.look import Look

_SHADOW = 14
"""Pixels round a card in which its shadow is drawn."""
_DROP = 3
_RADIUS = 10
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange)
"""What a card does that its shadow does, too."""


class CardShadow(QWidget):
    """What lies round a card, and goes with it; the pointer reaches through it what lies below."""

    def __init__(self, look: Look, card: QWidget) -> None:
        super().__init__(card.parentWidget())
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        card.installEventFilter(self)
        card.destroyed.connect(self.deleteLater)
        look.changed.connect(self.update)

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and isinstance(watched, QWidget):
            is_shown = event.type() != QEvent.Type.Hide and not watched.isHidden()
            if is_shown:
                self.setGeometry(watched.geometry().adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW))
                self.stackUnder(watched)
            self.setVisible(is_shown)
        return False

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        _paint_shadow(painter, card, self._look)


def paint_card(widget: QWidget, look: Look) -> None:
    """Paints a card over the whole of a widget."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look[Role.PAPER])
    painter.setPen(QPen(look[Role.LINE], 1))
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def _paint_shadow(painter: QPainter, card: QRectF, look: Look) -> None:
    is_dark = look.theme.is_dark
    shade = look[Role.WINDOW].darker(400) if is_dark else QColor(look[Role.INK])
    painter.setPen(Qt.PenStyle.NoPen)
    for ring in range(1, _SHADOW):
        shade.setAlphaF((0.1 if is_dark else 0.022) * (1 - ring / _SHADOW) ** 2)
        painter.setBrush(shade)
        grown = card.adjusted(-ring, -ring + _DROP, ring, min(ring + _DROP, _SHADOW))
        painter.drawRoundedRect(grown, _RADIUS + ring, _RADIUS + ring)
