"""Shade: how pictures are put on paper of any colour: on a light ground, softer where the theme is dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from companion.ui.looks.theme import Role

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter

    from companion.ui.looks.look import Look

_SHADOW = 0.24
"""How much of the paper of a dark theme lies over a picture, so that it does not glare."""


class Shade:
    """Draws pictures in the colours of a look."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def draw(self, painter: QPainter, frame: QRectF, image: QImage) -> None:
        """Draws an image into a frame. What is clear in it, as the ground of many drawings is, is light: a
        drawing in black would not be seen on dark paper."""
        is_dark = self._look.theme.is_dark
        if image.hasAlphaChannel():
            painter.fillRect(frame, self._look[Role.INK if is_dark else Role.PAPER])
        painter.drawImage(frame, image)
        if is_dark:
            shadow = QColor(self._look[Role.PAPER])
            shadow.setAlphaF(_SHADOW)
            painter.fillRect(frame, shadow)
