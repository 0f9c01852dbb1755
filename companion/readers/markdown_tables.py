"""A table of Markdown becomes lines: columns of text, or one item a row where they would be too wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.document import BlockKind
from companion.readers.markdown_inline import Line, joined

if TYPE_CHECKING:
    from companion.readers.writing import Writing

_WIDEST = 90
_GAP = "   "


class Table:
    """Collects the cells of a table, row by row; the first row names the columns."""

    def __init__(self) -> None:
        self._rows: list[list[Line]] = []

    def row(self) -> None:
        """Begins a row."""
        self._rows.append([])

    def cell(self, lines: list[Line]) -> None:
        """Takes the next cell of the row."""
        self._rows[-1].append(joined(lines))

    def write(self, writing: Writing) -> None:
        """Writes the table down."""
        widths = [max(len(cell.text) for cell in column) for column in zip(*self._rows, strict=True)]
        if sum(widths) + len(_GAP) * (len(widths) - 1) <= _WIDEST:
            writing.add(BlockKind.PREFORMATTED, self._in_columns(widths))
        else:
            for number, row in enumerate(self._rows[1:]):
                writing.add(BlockKind.ITEM, self._as_item(row), marker="•", tight=number > 0)

    def _in_columns(self, widths: list[int]) -> Line:
        lines = [_aligned(row, widths) for row in self._rows]
        lines.insert(1, Line(_GAP.join("─" * width for width in widths)))
        return joined(lines, "\n")

    def _as_item(self, row: list[Line]) -> Line:
        """The row as "column: cell; column: cell"."""
        cells = []
        for title, cell in zip(self._rows[0], row, strict=True):
            if cell.text:
                cells.append(joined([title, cell], ": ") if title.text else cell)
        return joined(cells, "; ")


def _aligned(row: list[Line], widths: list[int]) -> Line:
    cells = [Line(cell.text.ljust(width), cell.runs) for cell, width in zip(row, widths, strict=True)]
    line = joined(cells, _GAP)
    return line._replace(text=line.text.rstrip())
