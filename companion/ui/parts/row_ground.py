"""Row ground: how a row shows that the pointer is over it, or that it has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QStyle

from companion.ui.looks.theme import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from companion.ui.looks.look import Look

_ROUND = 6


def paint_row_ground(
    painter: QPainter,
    inside: QRectF,
    option: QStyleOptionViewItem,
    look: Look,
    hover: float = 0.5,
    *,
    is_chosen: bool = False,
) -> None:
    """Tints `inside` under the pointer, `hover` strong from 0 to 1, and lines it where the keyboard is.

    A chosen row has its whole tint, wherever the pointer is.
    """
    if is_chosen or (hover and option.state & QStyle.StateFlag.State_MouseOver):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setOpacity(1.0 if is_chosen else hover)
        painter.setBrush(look[Role.CHIP])
        painter.drawRoundedRect(inside, _ROUND, _ROUND)
        painter.setOpacity(1.0)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(look[Role.ACCENT])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inside.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
