"""Icons: our own drawings, coloured by the theme at the moment they are shown."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from companion import resources
from companion.ui.looks.theme import Role

if TYPE_CHECKING:
    from companion.ui.looks.look import Look

_SIZE = 20
"""Pixels of a button's icon on a screen of common resolution."""
_FAINT = 0.45
"""The opacity of an icon whose action cannot be used."""


@cache
def _drawing(name: str) -> str:
    return resources.text("icons", f"{name}.svg")


def icon(name: str, look: Look) -> QIcon:
    """The icon of that name in the theme's ink, dim where its action cannot be used; drawn once a theme."""
    if name not in look.icons:
        look.icons[name] = _icon(name, look)
    return look.icons[name]


def _icon(name: str, look: Look) -> QIcon:
    made = QIcon()
    for size in _sizes():
        shape = _render(_drawing(name), size)
        made.addPixmap(_inked(shape, look[Role.INK], 1.0), QIcon.Mode.Normal)
        made.addPixmap(_inked(shape, look[Role.DIM], _FAINT), QIcon.Mode.Disabled)
    return made


def _sizes() -> tuple[int, ...]:
    """Once the size of a button's icon, and twice where a screen is finer; Qt makes the others from these."""
    is_fine = any(screen.devicePixelRatio() > 1 for screen in QGuiApplication.screens())
    return (_SIZE, 2 * _SIZE) if is_fine else (_SIZE,)


def app_icon() -> QIcon:
    """The program's own icon."""
    made = QIcon()
    for size in (16, 32, 64, 128, 256):
        made.addPixmap(_render(_drawing("app"), size))
    return made


def _inked(shape: QPixmap, colour: QColor, opacity: float) -> QPixmap:
    """What was drawn, all of it in one colour; to draw it anew takes several times as long."""
    ink, ground, made = QColor(colour), QPixmap(shape.size()), shape.copy()
    ink.setAlphaF(opacity)
    ground.fill(ink)  # what a whole colour has filled keeps no transparency: it cannot be drawn on
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.drawPixmap(0, 0, ground)
    painter.end()
    return made


def _render(svg: str, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
