"""A block that was laid out: its lines, where a span of it stands, and what stands at a point."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from companion.core.document import BlockKind, Span
from companion.ui.offsets import Offsets

if TYPE_CHECKING:
    from companion.core.document import Block, Document
    from companion.ui.reading_view.marks import Mark
    from companion.ui.reading_view.page import Page

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff]")
_BLANKS = re.compile("  +")


class Line(NamedTuple):
    """One line: its top and height within the block, and the range of UTF-16 units that it shows."""

    top: float
    height: float
    first: int
    length: int
    line: QTextLine

    @property
    def baseline(self) -> float:
        """The line's baseline within the block."""
        return self.line.y() + self.line.ascent()


class LaidBlock:
    """One block of the text, shaped and broken into lines for a page.

    Coordinates are relative to the left edge of the column and the top of the block, the space above it
    included. Spans are in code points of the document.
    """

    __slots__ = (
        "_is_mixed",
        "_offsets",
        "above",
        "block",
        "height",
        "is_right_to_left",
        "layout",
        "lines",
        "marks",
        "page",
    )

    def __init__(self, document: Document, index: int, page: Page) -> None:
        block = document.blocks[index]
        before = document.blocks[index - 1] if index else None
        self.block: Block = block
        self.page = page
        self.above = page.space_above(block, before)
        text = _displayed(document.text[block.start : block.end], block.kind)
        self._offsets = Offsets(text)
        self._is_mixed = not text.isascii() and bool(_RIGHT_TO_LEFT.search(text))
        self.is_right_to_left = self._is_mixed and _begins_right_to_left(text)
        self.layout = QTextLayout(text, page.font_of(block))
        self.layout.setCacheEnabled(True)
        self.layout.setTextOption(_option(block.kind, self.is_right_to_left))
        self._set_styles(document)
        self.lines: list[Line] = self._break_lines()
        self.height = self.lines[-1].top + self.lines[-1].height
        self.marks: list[Mark] | None = None
        """The lines under its names, kept while the links stay as they are; None when not yet made."""

    def _set_styles(self, document: Document) -> None:
        formats = []
        for run in document.styles_within(self.block.start, self.block.end):
            shape = QTextLayout.FormatRange()
            shape.start = self._unit(run.start)
            shape.length = self._unit(min(run.end, self.block.end)) - shape.start
            style = QTextCharFormat()
            style.setFont(self.page.styled(self.layout.font(), run.style))
            shape.format = style
            formats.append(shape)
        if formats:
            self.layout.setFormats(formats)

    def _break_lines(self) -> list[Line]:
        page, indent = self.page, self.page.indent(self.block)
        step = page.line_height_of(self.block)
        both_sides = self.block.kind is BlockKind.QUOTATION
        width = max(page.em * 4, page.width - indent - (indent if both_sides else 0))
        left = 0.0 if self.is_right_to_left and not both_sides else indent
        lines: list[Line] = []
        top = self.above
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            height = max(step, line.height())
            line.setPosition(QPointF(left, top + (height - line.height()) / 2))
            lines.append(Line(top, height, line.textStart(), line.textLength(), line))
            top += height
        self.layout.endLayout()
        return lines

    @property
    def is_quiet(self) -> bool:
        """Whether the block is set in the dim colour."""
        return self.block.kind in (BlockKind.CAPTION, BlockKind.RULE)

    # -- drawing

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draws the text with the painter's pen; `at` is where the block's corner stands."""
        if self.block.kind is BlockKind.RULE:
            self._draw_rule(painter, at)
            return
        self.layout.draw(painter, at)
        if self.block.marker:
            self._draw_marker(painter, at)

    def _draw_rule(self, painter: QPainter, at: QPointF) -> None:
        middle = at.y() + self.above + (self.height - self.above) / 2
        centre = at.x() + self.page.width / 2
        painter.drawLine(QPointF(centre - 28, middle), QPointF(centre + 28, middle))

    def _draw_marker(self, painter: QPainter, at: QPointF) -> None:
        first = self.lines[0]
        painter.setFont(self.layout.font())
        gap = self.page.em * 0.5
        slot = QRectF(at.x(), at.y() + first.top, self.page.indent(self.block) - gap, first.height)
        side = Qt.AlignmentFlag.AlignRight
        if self.is_right_to_left:
            slot.moveRight(at.x() + self.page.width)
            side = Qt.AlignmentFlag.AlignLeft
        painter.drawText(slot, side | Qt.AlignmentFlag.AlignVCenter, self.block.marker)

    # -- from the text to the page

    def line_of(self, offset: int) -> Line:
        """The line that shows the code point at `offset`; the nearest one for an offset outside."""
        unit = self._unit(offset)
        index = bisect_right(self.lines, unit, key=_first) - 1
        return self.lines[max(0, index)]

    def rects(self, start: int, end: int) -> list[tuple[QRectF, Line]]:
        """Where the part of ``[start, end)`` in this block stands: a rectangle a line, more in mixed text."""
        first, last = self._unit(max(start, self.block.start)), self._unit(min(end, self.block.end))
        found: list[tuple[QRectF, Line]] = []
        for line in self.lines[max(0, bisect_right(self.lines, first, key=_first) - 1) :]:
            if line.first >= last:
                break
            begin, stop = max(first, line.first), min(last, line.first + line.length)
            if begin < stop:
                found.extend((rect, line) for rect in self._line_rects(line, begin, stop))
        return found

    def _line_rects(self, line: Line, begin: int, stop: int) -> list[QRectF]:
        if self._is_mixed:
            boxes = [run.boundingRect() for run in line.line.glyphRuns(begin, stop - begin)]
            return [QRectF(box.left(), line.top, box.width(), line.height) for box in boxes]
        left, right = _x(line.line, begin), _x(line.line, stop)
        limit = line.line.x() + line.line.naturalTextWidth()
        right = min(right, limit) if right > limit else right
        return [QRectF(left, line.top, right - left, line.height)] if right > left else []

    def x_of(self, offset: int) -> float:
        """Where a caret before the code point at `offset` stands."""
        return _x(self.line_of(offset).line, self._unit(offset))

    # -- from the page to the text

    def offset_at(self, x: float, y: float) -> int:
        """The code point boundary nearest to the point."""
        line = self._line_at(y)
        return self._offset(line.line.xToCursor(x))

    def offset_over(self, x: float, y: float) -> int | None:
        """The code point whose letter is at the point; None beside the letters."""
        line = self._line_at(y)
        if not line.top <= y < line.top + line.height:
            return None
        left = line.line.naturalTextRect().left()
        if not left <= x < left + line.line.naturalTextWidth():
            return None
        unit = line.line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        return min(self._offset(unit), self.block.end - 1)

    def next_caret(self, offset: int, mode: QTextLayout.CursorMode) -> int:
        """Where a caret goes from `offset` to the end of the text, in whole letters or words."""
        return self._offset(self.layout.nextCursorPosition(self._unit(offset), mode))

    def previous_caret(self, offset: int, mode: QTextLayout.CursorMode) -> int:
        """Where a caret goes from `offset` to the beginning of the text, in whole letters or words."""
        return self._offset(self.layout.previousCursorPosition(self._unit(offset), mode))

    def line_span(self, line: Line) -> Span:
        """The code points that a line shows."""
        return Span(self._offset(line.first), self._offset(line.first + line.length))

    def _line_at(self, y: float) -> Line:
        index = bisect_right(self.lines, y, key=_top) - 1
        return self.lines[max(0, index)]

    def _unit(self, offset: int) -> int:
        inside = min(max(offset, self.block.start), self.block.end)
        return self._offsets.to_qt(inside - self.block.start)

    def _offset(self, unit: int) -> int:
        return self.block.start + self._offsets.to_text(unit)


def _displayed(text: str, kind: BlockKind) -> str:
    """The text as it is shown: of the same length, so that every position keeps its meaning."""
    if "\n" in text:
        text = text.replace("\n", "\u2028")
    if "  " in text and kind is not BlockKind.PREFORMATTED:
        text = _BLANKS.sub(_one_blank, text)
    return text


def _one_blank(blanks: re.Match[str]) -> str:
    """One blank that can be seen, then nothing for the eye: the joint of a wrapped and indented line."""
    return " " + "\u200b" * (len(blanks[0]) - 1)


def _begins_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left (UAX 9, rule P2)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _option(kind: BlockKind, is_right_to_left: bool) -> QTextOption:
    """Qt aligns a line by the direction that it is told, not by the one it finds in the text."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    direction = Qt.LayoutDirection
    option.setTextDirection(direction.RightToLeft if is_right_to_left else direction.LeftToRight)
    if kind in (BlockKind.CAPTION, BlockKind.RULE):
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return option


def _x(line: QTextLine, unit: int) -> float:
    """PySide6 gives the position with the unit that it stands for, in a tuple, or alone: by version."""
    found = line.cursorToX(unit)
    return float(found[0] if isinstance(found, tuple) else found)


def _first(line: Line) -> int:
    return line.first


def _top(line: Line) -> float:
    return line.top
