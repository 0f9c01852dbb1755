"""The cells of a table are gathered row by row, each in its place; no two of them in the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.document import BlockKind, Cell
from companion.readers.limits import MOST_CELLS_IN_ROW

if TYPE_CHECKING:
    from companion.readers.gathering import Gathering


class Tabulating:
    """The table that is gathered now: its cells are parted by tabs, its rows by line ends.

    A cell may reach over several rows and columns; where two would meet, the later one is moved or cut, as
    browsers do it. https://html.spec.whatwg.org/#algorithm-for-processing-rows
    """

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._row = -1
        self._column = self._written = 0
        self._taken: dict[int, int] = {}

    @property
    def row_number(self) -> int:
        """The row that was begun last, counted from 0; -1 before the first."""
        return self._row

    def row(self, *, skipped: int = 0) -> None:
        """Begins a row, in which `skipped` columns at the beginning are no part of the table."""
        if self._row >= 0:
            self._reach_end()
            self._gathering.end_cell("\n")
        self._row += 1
        self._column, self._written = min(max(0, skipped), MOST_CELLS_IN_ROW), 0

    def cell(self, rows: int = 1, columns: int = 1, *, is_heading: bool = False) -> None:
        """Begins a cell; what is gathered next are its words."""
        while not self._is_free(self._column):
            self._column += 1
        start, width = self._column, 1
        while width < columns and start + width < MOST_CELLS_IN_ROW and self._is_free(start + width):
            width += 1
        rows = rows if 1 <= rows <= MOST_CELLS_IN_ROW else 1
        if rows > 1:
            self._taken.update((start + more, self._row + rows) for more in range(width))
        for _ in range(start - self._written):
            self._gathering.end_cell("\t")
        self._gathering.begin_cell(Cell(0, 0, self._row, start, rows, width, is_heading))
        self._column, self._written = start + width, start

    def end(self, level: int = 0) -> None:
        """Writes the table down."""
        self._gathering.block(BlockKind.TABLE, level)

    def _reach_end(self) -> None:
        """Leaves the columns empty into which cells reach at the end of a row."""
        while not self._is_free(self._column):
            self._column += 1
        for _ in range(self._column - 1 - self._written):
            self._gathering.end_cell("\t")

    def _is_free(self, column: int) -> bool:
        return self._taken.get(column, 0) <= self._row
