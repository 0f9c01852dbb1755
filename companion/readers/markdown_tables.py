"""A table of Markdown keeps its columns, or becomes one item a row where its cells are long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.document import BlockKind, Cell
from companion.readers.collapsing import EMPTY_CELL
from companion.readers.markdown_inline import Line, joined

if TYPE_CHECKING:
    from companion.readers.writing import Writing

_LONGEST_CELL = 500


class Table:
    """Collects the cells of a table, row by row; the first row names the columns."""

    def __init__(self) -> None:
        self._rows: list[list[Line]] = []

    def row(self) -> None:
        """Begins a row."""
        self._rows.append([])

    def cell(self, lines: list[Line]) -> None:
        """Takes the next cell of the row."""
        line = joined(lines)
        self._rows[-1].append(line._replace(text=line.text.replace("\t", " ")))

    def write(self, writing: Writing, level: int) -> None:
        """Writes the table down."""
        if any(len(cell.text) > _LONGEST_CELL for row in self._rows for cell in row):
            for number, row in enumerate(self._rows[1:]):
                writing.add(BlockKind.ITEM, self._as_item(row), marker="•", tight=number > 0)
        elif any(cell.text for row in self._rows for cell in row):
            self._write_columns(writing, level)

    def _write_columns(self, writing: Writing, level: int) -> None:
        cells: list[Cell] = []
        place = 0
        lines: list[Line] = []
        for number, row in enumerate(self._rows):
            if number == 0 and not row[0].text:
                lines.append(Line(EMPTY_CELL))
                place += 1
            for column, cell in enumerate(row):
                if column or number:
                    lines.append(Line("\t" if column else "\n"))
                    place += 1
                lines.append(cell)
                cells.append(Cell(place, place + len(cell.text), number, column, is_heading=number == 0))
                place += len(cell.text)
        writing.table(joined(lines, ""), cells, level)

    def _as_item(self, row: list[Line]) -> Line:
        """The row as "column: cell; column: cell"."""
        cells = []
        for title, cell in zip(self._rows[0], row, strict=True):
            if cell.text:
                cells.append(joined([title, cell], ": ") if title.text else cell)
        return joined(cells, "; ")
