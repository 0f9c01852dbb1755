"""Lines: how a text is broken into them, where each stands, and how far its blanks may be widened."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLayout, QTextLine

    from companion.ui.reading_view.page import Setting

_WIDEST_BLANK = 0.45
"""Ems by which the blanks of a justified line are widened at most, on an average."""


class Line(NamedTuple):
    """One line: its top and height within the block, its baseline, and the UTF-16 units that it shows."""

    top: float
    height: float
    baseline: float
    first: int
    end: int
    line: QTextLine

    @property
    def bottom(self) -> float:
        """The line's lower edge within the block."""
        return self.top + self.height


class Column(NamedTuple):
    """Where the lines of a block stand: pixels from the left, how wide, how much the first is shorter."""

    left: float
    width: float
    first_indent: float
    is_right_to_left: bool
    is_justified: bool


def break_lines(layout: QTextLayout, setting: Setting, column: Column, top: float) -> list[Line]:
    """Breaks the text of a layout into lines, from `top` down.

    They stand on baselines at even distances; one with taller letters takes what it needs.
    """
    lines: list[Line] = []
    drawn, em = layout.text(), layout.font().pixelSize()
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        room = column.width if lines else column.width - column.first_indent
        line.setLineWidth(room)
        if column.is_justified:
            _spare_blanks(line, drawn, room, em * _WIDEST_BLANK)
        above = max(setting.above, math.ceil(line.ascent()))
        below = max(setting.below, math.ceil(line.descent()))
        x = column.left + (room - line.width() if column.is_right_to_left else column.width - room)
        line.setPosition(QPointF(x, top + above - line.ascent()))
        first = line.textStart()
        lines.append(Line(top, above + below, top + above, first, first + line.textLength(), line))
        top += above + below
    layout.endLayout()
    return lines


def line_height(setting: Setting, ascent: float, descent: float) -> float:
    """The height of a line whose letters reach so far above and below the baseline."""
    return max(setting.above, math.ceil(ascent)) + max(setting.below, math.ceil(descent))


def _spare_blanks(line: QTextLine, drawn: str, room: float, widest: float) -> None:
    """Leaves a line ragged that could be filled only by holes: one with few words before a long one."""
    first, length, natural = line.textStart(), line.textLength(), line.naturalTextWidth()
    blanks = len(drawn[first : first + length].split()) - 1
    if room - natural > widest * max(1, blanks):
        line.setLineWidth(math.ceil(natural) + 1)
        if line.textLength() != length:
            line.setLineWidth(room)
