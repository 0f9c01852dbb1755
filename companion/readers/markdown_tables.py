"""A table of Markdown becomes lines: columns of text, or one item a row when they would be too wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.document import BlockKind, StyledRun
from companion.readers.markdown_inline import Line

if TYPE_CHECKING:
    from companion.readers.writing import Writing

_WIDEST = 96
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
        self._rows[-1].append(Line.joined(lines))

    def write(self, writing: Writing) -> None:
        """Writes the table down."""
        widths = [max(len(cell.text) for cell in column) for column in zip(*self._rows, strict=True)]
        if sum(widths) + len(_GAP) * (len(widths) - 1) <= _WIDEST:
            writing.add(BlockKind.PREFORMATTED, self._columns(widths))
        else:
            for row in self._rows[1:]:
                writing.add(BlockKind.ITEM, self._record(row), marker="•")

    def _columns(self, widths: list[int]) -> Line:
        lines = [_aligned(row, widths) for row in self._rows]
        lines.insert(1, Line(_GAP.join("─" * width for width in widths)))
        return _below(lines)

    def _record(self, row: list[Line]) -> Line:
        """The row as "column: cell; column: cell"."""
        named = []
        for title, cell in zip(self._rows[0], row, strict=True):
            if cell.text:
                named += [Line(f"{title.text}: " if title.text else ""), cell, Line("; ")]
        return _beside(named[:-1])


def _aligned(row: list[Line], widths: list[int]) -> Line:
    cells = []
    for cell, width in zip(row, widths, strict=True):
        cells += [cell, Line(" " * (width - len(cell.text)) + _GAP)]
    line = _beside(cells)
    return line._replace(text=line.text.rstrip())


def _beside(parts: list[Line]) -> Line:
    text: list[str] = []
    runs: list[StyledRun] = []
    length = 0
    for part in parts:
        runs += [StyledRun(run.start + length, run.end + length, run.style) for run in part.runs]
        text.append(part.text)
        length += len(part.text)
    return Line("".join(text), tuple(runs))


def _below(lines: list[Line]) -> Line:
    parts: list[Line] = []
    for line in lines:
        parts += [line, Line("\n")]
    return _beside(parts[:-1])
