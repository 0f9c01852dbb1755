"""Icons: our own drawings, coloured by the theme at the moment they are shown."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from companion import resources
from companion.ui.looks.theme import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from companion.ui.looks.look import Look

_SIZES = (20, 40)
"""Once and twice the size of a button's icon; Qt makes the others from these."""


@cache
def _drawing(name: str) -> str:
    return resources.text("icons", f"{name}.svg")


def icon(name: str, look: Look) -> QIcon:
    """The icon of that name in the theme's ink, and dim where its action cannot be used."""
    made = QIcon()
    for mode, role in ((QIcon.Mode.Normal, Role.INK), (QIcon.Mode.Disabled, Role.DIM)):
        faint = 0.45 if mode is QIcon.Mode.Disabled else 1.0
        for size in _SIZES:
            made.addPixmap(_drawn(name, look[role], size, faint), mode)
    return made


def app_icon() -> QIcon:
    """The program's own icon."""
    made = QIcon()
    for size in (16, 32, 64, 128, 256):
        made.addPixmap(_render(_drawing("app"), size, 1.0))
    return made


def _drawn(name: str, colour: QColor, size: int, opacity: float) -> QPixmap:
    return _render(_drawing(name).replace("currentColor", colour.name()), size, opacity)


def _render(svg: str, size: int, opacity: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
