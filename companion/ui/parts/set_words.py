"""Set words: a few lines of plain text with some names in it marked, broken anywhere if they must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPen, QTextLayout, QTextOption

from companion.core.direction import begins_right_to_left
from companion.ui.offsets import Offsets

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLine

    from companion.ui.passages.excerpt import Excerpt

_ELLIPSIS = "…"
_LONGEST = 20_000
"""Code points of which more are never set; a heading or definition of that length is no honest one."""


def line_height(font: QFont) -> float:
    """From one baseline to the next, in pixels."""
    return max(QFontMetricsF(font).lineSpacing() * 1.12, QFontInfo(font).pixelSize() * 1.42)


class SetWords:
    """An excerpt in lines of a width, `most_lines` at most; what does not fit ends in an ellipsis."""

    def __init__(self, excerpt: Excerpt, font: QFont, width: float, most_lines: int = 1000) -> None:
        text = excerpt.text[:_LONGEST]
        self._marks = excerpt.marks
        self._font = font
        self._width = max(1.0, width)
        self._break(text)
        if len(self._lines) > most_lines:
            self._elide(text, most_lines)
        last = self._lines[-1] if self._lines else None
        self.height: float = last.y() + last.height() if last else 0.0
        self.width: float = max((line.naturalTextWidth() for line in self._lines), default=0.0)

    def draw(self, painter: QPainter, at: QPointF, tail: tuple[int, QTextCharFormat] | None = None) -> None:
        """Draws the words with the painter's pen; `at` is their upper left corner.

        `tail` gives another look to the words from a code point on.
        """
        ranges = []
        if tail is not None:
            part = QTextLayout.FormatRange()
            part.start = self._offsets.to_qt(tail[0])
            part.length = 2 * _LONGEST
            part.format = tail[1]
            ranges.append(part)
        self._layout.draw(painter, at, ranges)

    def draw_marks(self, painter: QPainter, at: QPointF, fill: QColor, underline: QColor) -> None:
        """Fills the ground of the marked names and underlines them, before the words are drawn."""
        painter.save()
        for rect in self._mark_rects():
            placed = rect.translated(at)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(placed.adjusted(-1, 0, 1, 0), 3, 3)
            painter.setPen(QPen(underline, 1))
            y = round(placed.bottom()) - 0.5
            painter.drawLine(QPointF(placed.left() + 1, y), QPointF(placed.right() - 1, y))
        painter.restore()

    def _break(self, text: str) -> None:
        self._offsets = Offsets(text)
        self._layout = QTextLayout(text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if begins_right_to_left(text):  # its lines begin at the right, in a window of whatever language
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._layout.setTextOption(option)
        self._lines: list[QTextLine] = []
        y = 0.0
        leading = line_height(self._font)
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, y))
            y += max(leading, line.height())
            self._lines.append(line)
        self._layout.endLayout()

    def _elide(self, text: str, most_lines: int) -> None:
        first = self._offsets.to_text(self._lines[most_lines - 1].textStart())
        tail = text[first : first + 1000] + _ELLIPSIS
        cut = QFontMetricsF(self._font).elidedText(tail, Qt.TextElideMode.ElideRight, self._width - 1)
        blank = cut.rfind(" ", len(cut) // 2)
        self._break(text[:first] + (cut[:blank] + _ELLIPSIS if blank > 0 else cut))
        del self._lines[most_lines:]

    def _mark_rects(self) -> list[QRectF]:
        found: list[QRectF] = []
        for mark in self._marks:
            first, last = self._offsets.to_qt(mark.start), self._offsets.to_qt(mark.end)
            for line in self._lines:
                begin = max(first, line.textStart())
                stop = min(last, line.textStart() + line.textLength())
                if begin < stop:
                    found.extend(_boxes(line, begin, stop))
        return found


def _boxes(line: QTextLine, begin: int, stop: int) -> list[QRectF]:
    """Where the UTF-16 units stand: one rectangle for each run of one direction."""
    return [
        QRectF(box.left(), line.y(), box.width(), line.height())
        for run in line.glyphRuns(begin, stop - begin)
        if (box := run.boundingRect()).width() > 0
    ]
