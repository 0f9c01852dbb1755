"""Table rows: where the cells of a table stand below each other, when it is known how high each one is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.core.document import Block, Cell, Table

_HEAD_RULE, _ROW_RULE = 0.7, 0.16
"""How strong the rule under the headings is, and those between rows, beside the ink."""
_WRAPPED = 1.5
"""Lines: a row that is higher has a cell that was broken."""


class Held(NamedTuple):
    """A cell, and its words as far as they stand in one block."""

    cell: Cell
    span: Span


class Box(NamedTuple):
    """A cell of a block: its words, and where it, with the rows that it takes, stands in the block."""

    span: Span
    cell: Cell
    left: float
    top: float
    bottom: float
    width: float


class Rule(NamedTuple):
    """A line across the table: how far below the block's top, and how strong beside the ink."""

    y: float
    strength: float


class Room(NamedTuple):
    """How the rows stand: from where, how far apart, how high a line is, whether cells stand in a stack."""

    top: float
    gap: float
    line: float
    is_stacked: bool


class _Row(NamedTuple):
    top: float
    bottom: float
    is_heading: bool


def held_cells(block: Block, table: Table) -> list[Held]:
    """The cells of a table of which a block holds something; a long table is several blocks."""
    start, end = block.span
    cells = table.cells
    first = bisect_left(cells, start, key=_end)
    last = bisect_right(cells, end, key=_start)
    kept = []
    for cell in cells[first:last]:
        if cell.end > start or cell.start >= start:
            begin = min(max(cell.start, start), end)
            kept.append(Held(cell, Span(begin, min(max(cell.end, begin), end))))
    return kept


class TableRows:
    """The rows of the cells that a block holds.

    `heights` are those of the cells, in pixels, `sides` the left edge and the width of each.
    """

    def __init__(
        self,
        held: Sequence[Held],
        heights: Sequence[float],
        sides: Sequence[tuple[float, float]],
        room: Room,
    ) -> None:
        self._held, self._heights, self._room = held, heights, room
        self._numbers = sorted({one.cell.row for one in held})
        self._rows: dict[int, _Row] = {}
        self._stacked: dict[int, float] = {}
        self._stand()
        self.boxes = [self._box(number, *sides[number]) for number in range(len(held))]
        self.rules = list(self._ruled())
        self.bottom = self._rows[self._numbers[-1]].bottom

    def _stand(self) -> None:
        begin: dict[int, list[int]] = {row: [] for row in self._numbers}
        end: dict[int, list[int]] = {row: [] for row in self._numbers}
        for number, one in enumerate(self._held):
            begin[one.cell.row].append(number)
            end[self._last_row(one.cell)].append(number)
        y = self._room.top
        for row in self._numbers:
            bottom = self._stacked_bottom(begin[row], y) if self._room.is_stacked else y + self._room.line
            if not self._room.is_stacked:
                for number in end[row]:
                    above = self._rows.get(self._held[number].cell.row)
                    bottom = max(bottom, (above.top if above else y) + self._heights[number])
            is_heading = all(self._held[number].cell.is_heading for number in begin[row])
            self._rows[row] = _Row(y, bottom, is_heading)
            y = bottom + self._room.gap

    def _stacked_bottom(self, numbers: Sequence[int], y: float) -> float:
        """Puts the cells of a row one below the other; those without words take no room but the first."""
        for number in numbers:
            self._stacked[number] = y
            span = self._held[number].span
            y += self._heights[number] if span.end > span.start or number == numbers[0] else 0.0
        return y

    def _box(self, number: int, left: float, width: float) -> Box:
        cell, span = self._held[number]
        if self._room.is_stacked:
            top = self._stacked[number]
            return Box(span, cell, left, top, top + self._heights[number], width)
        return Box(span, cell, left, self._rows[cell.row].top, self._rows[self._last_row(cell)].bottom, width)

    def _last_row(self, cell: Cell) -> int:
        """The last row of this block that a cell reaches into."""
        return self._numbers[max(0, bisect_left(self._numbers, cell.row + cell.rows) - 1)]

    def _ruled(self) -> Iterator[Rule]:
        """A rule under the headings, and faint ones between rows where some have several lines.

        None where a cell reaches from a row into the next one.
        """
        rows = [self._rows[row] for row in self._numbers]
        is_tall = any(row.bottom - row.top > self._room.line * _WRAPPED for row in rows)
        high = [box for box in self.boxes if box.cell.rows > 1 and not self._room.is_stacked]
        for row, following in pairwise(rows):
            y = float(round(row.bottom + self._room.gap / 2))
            if any(box.top < y < box.bottom for box in high):
                continue
            if row.is_heading and not following.is_heading:
                yield Rule(y, _HEAD_RULE)
            elif is_tall:
                yield Rule(y, _ROW_RULE)


def _start(cell: Cell) -> int:
    return cell.start


def _end(cell: Cell) -> int:
    return cell.end
