"""Lettering of the frame: the system's interface font in the few sizes and weights the panels use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontInfo

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QStyleOption

ROW = 28
"""The least height of a row, in pixels."""

SMALL = 12 / 13
"""Section titles and numbers, as a part of the size of the interface font."""


def mirrored(rect: QRect, row: QStyleOption) -> QRect:
    """Where a part of a row stands: as it is given, or on the other side where words run from the right."""
    from PySide6.QtWidgets import QStyle  # its many names are only wanted for rows

    return QStyle.visualRect(row.direction, row.rect, rect)


def lettered(font: QFont, *, size: float = 1.0, bold: bool = False, figures: bool = False) -> QFont:
    """`font` at `size` times its size in whole pixels, semibold when `bold`, tabular when for `figures`."""
    made = QFont(font)
    made.setPixelSize(max(8, round(QFontInfo(font).pixelSize() * size)))
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    if figures:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
