"""A table that was laid out: its cells in rows and columns, each set like a small block when it is seen."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout

from companion.core.direction import isolated
from companion.core.leads import marks_within
from companion.ui.offsets import Offsets
from companion.ui.reading_view.laid_block import LaidBlock
from companion.ui.reading_view.laid_cell import LaidCell
from companion.ui.reading_view.lines import line_height
from companion.ui.reading_view.shown_text import shown_text
from companion.ui.reading_view.table_grid import SURE, TableGrid, grid_of
from companion.ui.reading_view.table_rows import Box, Held, Room, TableRows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QColor

    from companion.core.document import Cell, Document, Span, Table
    from companion.ui.reading_view.lines import Line
    from companion.ui.reading_view.page import Page

_ROW_GAP = 0.5
"""Ems between two rows."""
_GLANCED = 80
"""Code points of a cell that is looked at whether it fits on a line, before it is set."""
_STAND_IN = 1.0
"""Ems by which the cells after the first stand in, where they stand one below the other."""
_NAMED_ROOM, _NAMED_STRENGTH = 0.34, 0.66
"""The part of the measure that the names of the columns have there, and their strength beside the ink."""


class LaidTable(LaidBlock):
    """The rows of a table that a block holds; a long table is several blocks, with the same columns."""

    __slots__ = (
        "_all_lines",
        "_boxes",
        "_cells",
        "_document",
        "_firsts",
        "_grid",
        "_heights",
        "_held",
        "_names",
        "_rules",
        "_starts",
        "_table",
    )

    def __init__(
        self, document: Document, index: int, page: Page, table: Table, held: Sequence[Held]
    ) -> None:
        self._table, self._held = table, held
        super().__init__(document, index, page)

    def _set(self, document: Document) -> None:
        self._document = document
        table, held = self._table, self._held
        if self.block.start > table.start:
            self.above = 0.0
        self._grid: TableGrid = grid_of(document, table, self.page)
        self._shown = shown_text(document.text[self.block.start : self.block.end], self.block.kind)
        self._offsets = Offsets(self._shown)
        self.is_right_to_left = self._grid.is_mirrored
        self.setting = self.page.setting_of_cell(is_heading=False, is_small=self._grid.is_small)
        self.layout = QTextLayout("", self.setting.font)
        self._names = self._column_names(table.cells) if self._grid.is_stacked else {}
        self._cells: dict[int, LaidCell] = {}
        self._all_lines: list[Line] | None = None
        self._firsts: list[int] = []
        self._heights = {
            is_heading: self._height_of_line(is_heading=is_heading) for is_heading in (False, True)
        }
        sides = [self._sides(one.cell) for one in held]
        heights = [self._height(number, one, sides[number][1]) for number, one in enumerate(held)]
        rows = TableRows(held, heights, sides, self._room())
        self._boxes, self._rules, self.height = rows.boxes, rows.rules, rows.bottom
        self._starts = [box.span.start for box in self._boxes]

    # -- where the cells stand

    def _room(self) -> Room:
        gap = float(round(self.setting.font.pixelSize() * _ROW_GAP))
        top = self.above or (gap if self.block.start else 0.0)
        return Room(top, gap, self.setting.step, self._grid.is_stacked)

    def _column_names(self, cells: Sequence[Cell]) -> dict[int, str]:
        """What the columns are called, where cells that stand one below the other do not tell it."""
        names: dict[int, str] = {}
        for cell in cells[: len(self._grid.starts)]:
            if cell.is_heading and cell.row == cells[0].row:
                names[cell.column] = " ".join(self._document.text[cell.start : cell.end][:_GLANCED].split())
        return names

    def _sides(self, cell: Cell) -> tuple[float, float]:
        """The left edge of a cell from the column's, and its width."""
        grid, page = self._grid, self.page
        if grid.is_stacked:
            step = self.setting.font.pixelSize() * _STAND_IN if cell.column > grid.starts[0] else 0.0
            if self._names and not cell.is_heading:
                step = round(page.width * _NAMED_ROOM)
            return (0.0 if grid.is_mirrored else step), page.width - step
        from_edge, width = grid.place(cell)
        return (page.width - from_edge - width if grid.is_mirrored else from_edge), width

    def _height(self, number: int, held: Held, width: float) -> float:
        """How high a cell is; one whose plain words fit on a line need not be set to know that."""
        cell, span = held
        words = self._shown[span.start - self.block.start : span.end - self.block.start]
        is_plain = words.isascii() and not self._document.styles_within(*span)
        if is_plain and len(words) <= _GLANCED and not marks_within(self._document, *span):
            metrics, height = self._heights[cell.is_heading]
            if metrics.horizontalAdvance(words) + SURE <= width:
                return height
        return self._set_cell(number, held, width).height

    def _height_of_line(self, *, is_heading: bool) -> tuple[QFontMetricsF, float]:
        """The measures of a plain cell's font, and the height of one line of it."""
        setting = self.page.setting_of_cell(is_heading=is_heading, is_small=self._grid.is_small)
        metrics = QFontMetricsF(setting.font)
        return metrics, line_height(setting, metrics.ascent(), metrics.descent())

    def _set_cell(self, number: int, held: Held, width: float) -> LaidCell:
        grid, (cell, span) = self._grid, held
        is_figure = grid.numeric[grid.reach(cell)[0]] and cell.columns == 1
        at_right = grid.is_mirrored or (is_figure and not grid.is_stacked)
        setting = self.page.setting_of_cell(is_heading=cell.is_heading, is_small=grid.is_small)
        laid = LaidCell(self._document, span, self.page, setting, width, is_at_right=at_right)
        self._cells[number] = laid
        return laid

    def _cell(self, number: int) -> LaidCell:
        known = self._cells.get(number)
        if known is not None:
            return known
        box = self._boxes[number]
        return self._set_cell(number, Held(box.cell, box.span), box.width)

    # -- drawing

    def draw(self, painter: QPainter, top: float, bottom: float, tint: QColor) -> None:
        """Draws the cells between `top` and `bottom` with the painter's pen, and the rules between them."""
        pen = painter.pen()
        for rule in self._rules:
            if top <= rule.y <= bottom:
                painter.setOpacity(rule.strength)
                painter.fillRect(
                    QRectF(self._left_edge, rule.y, self._right_edge - self._left_edge, 1), pen.color()
                )
        painter.setOpacity(1.0)
        for number, box in self._seen(top, bottom):
            painter.save()
            painter.translate(box.left, box.top)
            self._cell(number).draw(painter, top - box.top, bottom - box.top, tint)
            painter.restore()
            if self._names and not box.cell.is_heading and box.span.end > box.span.start:
                self._draw_name(painter, box)

    def _draw_name(self, painter: QPainter, box: Box) -> None:
        """The name of the column, quietly beside the cell; it is no part of the text there."""
        name, gap = self._names.get(box.cell.column, ""), self.setting.font.pixelSize() * _STAND_IN
        room = self.page.width * _NAMED_ROOM - gap
        left = self.page.width - room if self._grid.is_mirrored else 0.0
        side = Qt.AlignmentFlag.AlignRight if self._grid.is_mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setFont(self.setting.font)
        fitting = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(room))
        painter.setOpacity(_NAMED_STRENGTH)
        where = QRectF(left, box.top, room, self.setting.step)
        painter.drawText(where, side | Qt.AlignmentFlag.AlignVCenter, isolated(fitting))
        painter.setOpacity(1.0)

    @property
    def _left_edge(self) -> float:
        return 0.0 if self._names else min((box.left for box in self._boxes), default=0.0)

    @property
    def _right_edge(self) -> float:
        if self._names:
            return self.page.width
        return max((box.left + box.width for box in self._boxes), default=0.0)

    def _seen(self, top: float, bottom: float) -> Iterator[tuple[int, Box]]:
        for number, box in enumerate(self._boxes):
            if box.top < bottom and box.bottom > top:
                yield number, box

    # -- from the text to the page

    @property
    def lines(self) -> Sequence[Line]:
        """All its lines, cell by cell."""
        if self._all_lines is None:
            self._all_lines = []
            for number in range(len(self._boxes)):
                self._firsts.append(len(self._all_lines))
                self._all_lines += [self._moved(number, line) for line in self._cell(number).lines]
        return self._all_lines

    def lines_near(self, x: float) -> Sequence[Line]:
        """The lines of the cells above and below each other at that distance from the column's edge."""
        found: dict[float, int] = {}
        for number, box in enumerate(self._boxes):
            other = found.get(box.top)
            if other is None or _way(x, box) < _way(x, self._boxes[other]):
                found[box.top] = number
        return [self._moved(one, line) for one in found.values() for line in self._cell(one).lines]

    def line_of(self, offset: int) -> Line:
        """The line that shows the code point at `offset`."""
        number = self._number(offset)
        return self._moved(number, self._cell(number).line_of(offset))

    def line_number(self, offset: int) -> int:
        """The number, from 0, of the line that shows the code point at `offset`."""
        number = self._number(offset)
        lines = self.lines
        return min(self._firsts[number] + self._cell(number).line_number(offset), len(lines) - 1)

    def lines_within(self, top: float, bottom: float) -> Sequence[Line]:
        """The lines that lie wholly between `top` and `bottom`."""
        return [
            self._moved(number, line)
            for number, box in self._seen(top, bottom)
            for line in self._cell(number).lines_within(top - box.top, bottom - box.top)
        ]

    def rects(
        self, start: int, end: int, between: tuple[float, float] = (-math.inf, math.inf)
    ) -> list[tuple[QRectF, Line]]:
        """Where the part of ``[start, end)`` in this table stands, cell by cell."""
        found: list[tuple[QRectF, Line]] = []
        first = max(0, bisect_right(self._starts, start) - 1)
        for number in range(first, bisect_left(self._starts, end)):
            box = self._boxes[number]
            if box.top >= between[1] or box.bottom <= between[0] or box.span.end <= start:
                continue
            inside = (between[0] - box.top, between[1] - box.top)
            for rect, line in self._cell(number).rects(start, min(end, box.span.end), inside):
                found.append((rect.translated(box.left, box.top), self._moved(number, line)))
        return found

    def x_of(self, offset: int) -> float:
        """Where a caret before the code point at `offset` stands."""
        number = self._number(offset)
        return self._boxes[number].left + self._cell(number).x_of(offset)

    def part_at(self, offset: int) -> Span:
        """The words of the cell in which `offset` is."""
        return self._boxes[self._number(offset)].span

    def _number(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _moved(self, number: int, line: Line) -> Line:
        """A line of a cell as it stands in the block."""
        box = self._boxes[number]
        base = self._offsets.to_qt(box.span.start - self.block.start)
        return line._replace(
            top=line.top + box.top,
            baseline=line.baseline + box.top,
            first=line.first + base,
            end=line.end + base,
        )

    # -- from the page to the text

    def offset_at(self, x: float, y: float) -> int:
        """The boundary between two letters that is nearest to the point."""
        return self._asked(x, y, LaidBlock.offset_at)

    def character_at(self, x: float, y: float) -> int:
        """The code point that begins the letter nearest to the point."""
        return self._asked(x, y, LaidBlock.character_at)

    def offset_over(self, x: float, y: float) -> int | None:
        """The code point whose letter is at the point; None beside the letters."""
        number = self._nearest(x, y)
        box = self._boxes[number]
        return self._cell(number).offset_over(x - box.left, y - box.top)

    def _asked(self, x: float, y: float, question: Callable[[LaidBlock, float, float], int]) -> int:
        number = self._nearest(x, y)
        box = self._boxes[number]
        return question(self._cell(number), x - box.left, y - box.top)

    def _nearest(self, x: float, y: float) -> int:
        """The cell at the point, or the nearest one in the row that is nearest."""

        def distance(number: int) -> tuple[float, float]:
            box = self._boxes[number]
            return max(box.top - y, y - box.bottom, 0.0), _way(x, box)

        return min(range(len(self._boxes)), key=distance)

    # -- the caret

    def end_of_line(self, offset: int) -> int:
        """The last boundary on the line of `offset`."""
        return self._cell(self._number(offset)).end_of_line(offset)

    def next_caret(self, offset: int, mode: QTextLayout.CursorMode) -> int:
        """Where a caret goes from `offset` to the end of the text; from a cell's end, to the next one."""
        number = self._number(offset)
        if offset < self._boxes[number].span.end:
            return self._cell(number).next_caret(offset, mode)
        return self._starts[number + 1] if number + 1 < len(self._starts) else self.block.end

    def previous_caret(self, offset: int, mode: QTextLayout.CursorMode) -> int:
        """Where a caret goes from `offset` to the beginning of the text; from a cell's, to the one before."""
        number = self._number(offset)
        if offset > self._boxes[number].span.start:
            return self._cell(number).previous_caret(offset, mode)
        return self._boxes[number - 1].span.end if number else self.block.start


def _way(x: float, box: Box) -> float:
    return max(box.left - x, x - box.left - box.width, 0.0)
