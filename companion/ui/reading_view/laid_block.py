"""A block that was laid out: its lines, where a span of it stands, and what stands at a point."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from companion.core.direction import begins_right_to_left
from companion.core.document import BlockKind, Span, Style
from companion.core.leads import is_raised, marks_within
from companion.ui.offsets import Offsets
from companion.ui.reading_view.boundaries import Boundaries
from companion.ui.reading_view.hyphens import HyphenatedOffsets, hyphen_places, language_of, with_hyphens
from companion.ui.reading_view.lines import Column, break_lines
from companion.ui.reading_view.shown_text import is_mixed, shown_text, stand_apart
from companion.ui.reading_view.styles import emphasis_signs, styled_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.core.document import Block, Document
    from companion.ui.reading_view.lines import Line
    from companion.ui.reading_view.marks import Marks
    from companion.ui.reading_view.page import Page, Setting

_EVERYWHERE = (-math.inf, math.inf)
_FAINT = 0.3
"""How much of the ink is left of signs that are not to be read."""


class LaidBlock:
    """One block of the text, shaped and broken into lines for a page.

    Coordinates are relative to the left edge of the column and the top of the block, the space above it
    included. Spans are in code points of the document.
    """

    __slots__ = (
        "_faint",
        "_first_indent",
        "_is_mixed",
        "_lines",
        "_offsets",
        "_shown",
        "_tinted",
        "above",
        "block",
        "height",
        "is_right_to_left",
        "layout",
        "marks",
        "page",
        "setting",
    )

    def __init__(self, document: Document, index: int, page: Page) -> None:
        block = document.blocks[index]
        before = document.blocks[index - 1] if index else None
        apart = before is None or stand_apart(document.text, before, block)
        self._first_indent = page.first_indent(block, before)
        self._begin(block, page, page.setting_of(block), page.space_above(block, before, apart))
        self._set(document)

    def _begin(self, block: Block, page: Page, setting: Setting, above: float) -> None:
        """Takes what is known before anything is set."""
        self.block, self.page, self.setting, self.above = block, page, setting, above
        self.marks: Marks | None = None
        """The lines under its names, kept while the links stay as they are; None when not yet made."""

    def _set(self, document: Document) -> None:
        """Shapes the words and breaks them into lines."""
        block, page = self.block, self.page
        self._shown = shown_text(document.text[block.start : block.end], block.kind)
        places = self._hyphen_places(document) if page.is_hyphenated(block) else ()
        self._offsets = HyphenatedOffsets(self._shown, places) if places else Offsets(self._shown)
        self._is_mixed = is_mixed(self._shown)
        self.is_right_to_left = self._is_mixed and begins_right_to_left(self._shown)
        drawn = with_hyphens(self._shown, places) if places else self._shown
        self.layout = QTextLayout(drawn, self.setting.font)
        self.layout.setCacheEnabled(True)
        self.layout.setTextOption(self._option())
        self._tinted: list[QTextLayout.FormatRange] = []
        self._faint: list[QTextLayout.FormatRange] = []
        self._set_styles(document)
        self._lines = break_lines(self.layout, self.setting, self._column(), self._top_of_words())
        self.height = self._lines[-1].bottom if self._lines else self.above

    @property
    def lines(self) -> Sequence[Line]:
        """All its lines, in the order in which they are read."""
        return self._lines

    def lines_near(self, x: float) -> Sequence[Line]:
        """The lines that a caret passes going down at that distance from the left edge of the column."""
        return self.lines

    def _hyphen_places(self, document: Document) -> Sequence[int]:
        """Where words may be parted: never in code, where a hyphen would be read as written."""
        places = hyphen_places(self._shown, language_of(document))
        if not places:
            return ()
        code = [
            (start - self.block.start, end - self.block.start)
            for start, end, styles in styled_pieces(document, self.block, *self.block.span)
            if Style.CODE in styles
        ]
        return [place for place in places if not any(start <= place < end for start, end in code)]

    def _option(self) -> QTextOption:
        """Qt aligns a line as it is told, and does not by itself begin at the right what runs from there."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setAlignment(self._alignment())
        direction = Qt.LayoutDirection
        option.setTextDirection(direction.RightToLeft if self.is_right_to_left else direction.LeftToRight)
        if "\t" in self._shown:
            option.setTabStopDistance(self.page.tab(self.layout.font()))
        return option

    def _alignment(self) -> Qt.AlignmentFlag:
        if self.block.kind in (BlockKind.CAPTION, BlockKind.PICTURE, BlockKind.RULE):
            return Qt.AlignmentFlag.AlignHCenter
        if self.page.is_justified(self.block):
            return Qt.AlignmentFlag.AlignJustify
        return Qt.AlignmentFlag.AlignRight if self.is_right_to_left else Qt.AlignmentFlag.AlignLeft

    def _set_styles(self, document: Document) -> None:
        """Where runs of style and marks of notes share letters, Qt takes the format of each from the one
        that comes later, as far as that says anything of it."""
        formats = []
        for start, end, styles in styled_pieces(document, self.block, *self.block.span):
            if styles:
                style = QTextCharFormat()
                style.setFont(self.page.styled(self.layout.font(), styles))
                formats.append(self._format(start, end, style))
        for sign in emphasis_signs(document, self.block):
            self._faint.append(self._format(sign, sign + 1, QTextCharFormat()))
        for mark in marks_within(document, *self.block.span):
            self._tinted.append(self._format(mark.start, mark.end, QTextCharFormat()))
            if is_raised(document.text[mark.start : mark.end]):
                raised = QTextCharFormat()
                raised.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
                formats.append(self._format(mark.start, mark.end, raised))
        if formats:
            self.layout.setFormats(formats)

    def _format(self, start: int, end: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
        shape = QTextLayout.FormatRange()
        shape.start = self._unit(start)
        shape.length = self._unit(end) - shape.start
        shape.format = style
        return shape

    def _column(self) -> Column:
        """Where the lines stand."""
        page, block = self.page, self.block
        indent = page.indent(block)
        both_sides = block.kind is BlockKind.QUOTATION
        return Column(
            left=0.0 if self.is_right_to_left and not both_sides else indent,
            width=max(page.em * 4, page.width - (2 * indent if both_sides else indent)),
            first_indent=self._first_indent,
            is_right_to_left=self.is_right_to_left,
            is_justified=page.is_justified(block),
        )

    def _top_of_words(self) -> float:
        """How far below the block's top the first line begins."""
        return self.above

    # -- drawing

    @property
    def is_quiet(self) -> bool:
        """Whether the block is drawn in the dim colour: no words, which may stand on any of the layers."""
        return self.block.kind is BlockKind.RULE

    def draw(self, painter: QPainter, top: float, bottom: float, tint: QColor) -> None:
        """Draws the lines between `top` and `bottom` with the painter's pen, marks of notes in the `tint`."""
        if self.block.kind is BlockKind.RULE:
            self._draw_rule(painter)
            return
        width = self.page.width
        colours = self._in_colour(tint, painter.pen().color())
        self.layout.draw(painter, QPointF(), colours, QRectF(-width, top, 3 * width, bottom - top))
        if self.block.marker and self.lines:
            self._draw_marker(painter)

    def _in_colour(self, tint: QColor, ink: QColor) -> list[QTextLayout.FormatRange]:
        """What is drawn otherwise than in `ink`: marks of notes, and signs that italics make needless."""
        if not (self._tinted or self._faint):
            return []
        faint = QColor(ink)
        faint.setAlphaF(_FAINT)
        for ranges, shade in ((self._tinted, tint), (self._faint, faint)):
            for tinted in ranges:
                colour = QTextCharFormat()
                colour.setForeground(shade)
                tinted.format = colour
        return [*self._tinted, *self._faint]

    def _draw_rule(self, painter: QPainter) -> None:
        middle = (self.above + self.height) / 2
        centre, half = round(self.page.width / 2), round(self.page.em * 1.5)
        painter.fillRect(QRectF(centre - half, round(middle), 2 * half, 1), painter.pen().brush())

    def _draw_marker(self, painter: QPainter) -> None:
        painter.setFont(self.layout.font())
        gap, indent = self.page.em * 0.5, self.page.indent(self.block)
        width = painter.fontMetrics().horizontalAdvance(self.block.marker)
        x = self.page.width - indent + gap if self.is_right_to_left else indent - gap - width
        painter.drawText(QPointF(x, self.lines[0].baseline), self.block.marker)

    # -- from the text to the page

    def line_of(self, offset: int) -> Line:
        """The line that shows the code point at `offset`; the nearest one for an offset outside."""
        return self.lines[self.line_number(offset)]

    def line_number(self, offset: int) -> int:
        """The number, from 0, of the line that shows the code point at `offset`."""
        return max(0, bisect_right(self.lines, self._unit(offset), key=_first) - 1)

    def lines_within(self, top: float, bottom: float) -> Sequence[Line]:
        """The lines that lie wholly between `top` and `bottom`."""
        return self.lines[
            bisect_left(self.lines, top, key=_top) : bisect_right(self.lines, bottom, key=_bottom)
        ]

    def line_span(self, line: Line) -> Span:
        """The code points that a line shows."""
        return Span(self._offset(line.first), self._offset(line.end))

    def rects(
        self, start: int, end: int, between: tuple[float, float] = _EVERYWHERE
    ) -> list[tuple[QRectF, Line]]:
        """Where the part of ``[start, end)`` in this block stands: a rectangle a line, more in mixed text.

        Only lines that are seen at least in part `between` two heights are looked at.
        """
        first, last = self._unit(start), self._unit(end)
        number = bisect_right(self.lines, first, key=_first) - 1
        found: list[tuple[QRectF, Line]] = []
        for line in self.lines[max(0, number, bisect_right(self.lines, between[0], key=_bottom)) :]:
            if line.first >= last or line.top >= between[1]:
                break
            begin, stop = max(first, line.first), min(last, line.end)
            if begin < stop:
                found.extend((rect, line) for rect in self._line_rects(line, begin, stop))
        return found

    def _line_rects(self, line: Line, begin: int, stop: int) -> list[QRectF]:
        natural = line.line.naturalTextRect()
        if self._is_mixed:
            boxes = (run.boundingRect() for run in line.line.glyphRuns(begin, stop - begin))
            sides = _joined(sorted((box.left(), min(box.right(), natural.right())) for box in boxes))
        else:
            sides = [(_x(line.line, begin), min(_x(line.line, stop), natural.right()))]
        return [QRectF(x, line.top, right - x, line.height) for x, right in sides if right > x]

    def outlines(self, span: Span, between: tuple[float, float] = _EVERYWHERE) -> list[QRectF]:
        """What a ring is drawn round when the keyboard is on these words."""
        return [rect for rect, _ in self.rects(*span, between)]

    def x_of(self, offset: int) -> float:
        """Where a caret before the code point at `offset` stands."""
        return _x(self.line_of(offset).line, self._unit(offset))

    def part_at(self, offset: int) -> Span:
        """What of the block is taken as one at `offset`: the whole of it, but of a table the cell."""
        return self.block.span

    # -- from the page to the text

    def line_at(self, y: float) -> Line:
        """The line at that height; the nearest one above or below the lines."""
        return self.lines[max(0, bisect_right(self.lines, y, key=_top) - 1)]

    def offset_at(self, x: float, y: float) -> int:
        """The boundary between two letters, as a reader sees them, that is nearest to the point."""
        return self._offset(self._boundary_at(self.line_at(y), x))

    def character_at(self, x: float, y: float) -> int:
        """The code point that begins the letter nearest to the point.

        Qt's own answer is the whole of a ligature, and in text from the right at times the next letter.
        """
        line = self.line_at(y)
        boundary = self._boundary_at(line, x)
        before = max(line.first, self._boundaries.previous(boundary))
        after = min(line.end, self.layout.nextCursorPosition(boundary))
        is_after = any(rect.left() <= x < rect.right() for rect in self._line_rects(line, boundary, after))
        found = self._offset(boundary if is_after or boundary == line.first else before)
        return max(self.block.start, min(found, self.block.end - 1))

    def _boundary_at(self, line: Line, x: float) -> int:
        natural = line.line.naturalTextRect()
        is_past_end = x <= natural.left() if self.is_right_to_left else x >= natural.right()
        unit = self._last_boundary(line) if is_past_end else line.line.xToCursor(x)
        return self._boundaries.seen_from(self._boundaries.of_letter(unit))

    def offset_over(self, x: float, y: float) -> int | None:
        """The code point whose letter is at the point; None beside the letters."""
        line = self.line_at(y)
        natural = line.line.naturalTextRect()
        if line.top <= y < line.bottom and natural.left() <= x < natural.right():
            return self.character_at(x, y)
        return None

    def end_of_line(self, offset: int) -> int:
        """The last boundary on the line of `offset`, before the blank at which the line is broken."""
        return self._offset(self._last_boundary(self.line_of(offset)))

    def next_caret(self, offset: int, mode: QTextLayout.CursorMode) -> int:
        """Where a caret goes from `offset` to the end of the text, in whole letters or words."""
        return self._offset(self._boundaries.next(self._unit(offset), mode))

    def previous_caret(self, offset: int, mode: QTextLayout.CursorMode) -> int:
        """Where a caret goes from `offset` to the beginning of the text, in whole letters or words."""
        return self._offset(self._boundaries.previous(self._unit(offset), mode))

    def _last_boundary(self, line: Line) -> int:
        return line.end if line is self.lines[-1] else self._boundaries.before_blanks(line)

    @property
    def _boundaries(self) -> Boundaries:
        return Boundaries(self.layout, self._shown, self._offsets)

    def _unit(self, offset: int) -> int:
        inside = min(max(offset, self.block.start), self.block.end)
        return self._offsets.to_qt(inside - self.block.start)

    def _offset(self, unit: int) -> int:
        return self.block.start + self._offsets.to_text(unit)


def _joined(sides: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The ranges in order, those that touch made one: Qt gives each run once for every font in it."""
    joined: list[tuple[float, float]] = []
    for left, right in sides:
        if joined and left <= joined[-1][1] + 0.01:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined


def _x(line: QTextLine, unit: int) -> float:
    """PySide6 gives the position with the unit that it stands for, in a tuple, or alone: by version."""
    found: Any = line.cursorToX(unit)
    return float(found[0] if isinstance(found, tuple) else found)


def _first(line: Line) -> int:
    return line.first


def _top(line: Line) -> float:
    return line.top


def _bottom(line: Line) -> float:
    return line.bottom
