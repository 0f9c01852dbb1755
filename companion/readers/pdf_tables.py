"""Tables in a PDF are told from text by lines in pieces that stand one below the other."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from companion.readers.pdf_lines import LEADERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.readers.pdf_lines import Line

_FEWEST_ROWS = 3
_left = attrgetter("left")


def rows_from(lines: Sequence[Line], index: int) -> int:
    """How many lines from this one on are rows of a table: each in pieces that stand one below the other."""
    end = index
    while end < len(lines) and len(lines[end].pieces) > 1 and not LEADERS.search(lines[end].text):
        end += 1
    rows = lines[index:end]
    if len(rows) < _FEWEST_ROWS:
        return 0
    aligned = 0
    for above, below in zip(rows, rows[1:], strict=False):
        aligned += any(
            abs(one.left - other.left) < 0.5 * below.size or abs(one.right - other.right) < 0.5 * below.size
            for one in above.pieces[1:]
            for other in below.pieces[1:]
        )
    return len(rows) if aligned >= 0.6 * (len(rows) - 1) else 0


def cells_of(rows: Sequence[Line]) -> list[list[str]]:
    """The words of a table's rows, cell by cell; pieces that overlap from row to row share a column."""
    columns: list[list[float]] = []
    for piece in sorted((piece for row in rows for piece in row.pieces), key=lambda piece: piece.left):
        if columns and piece.left < columns[-1][1]:
            columns[-1][1] = max(columns[-1][1], min(piece.right, columns[-1][1] + piece.size))
        else:
            columns.append([piece.left, piece.right])
    found = []
    for row in rows:
        cells = [""] * len(columns)
        for piece in row.pieces:
            place = max(i for i, column in enumerate(columns) if column[0] <= piece.left + 0.01)
            cells[place] = f"{cells[place]} {piece.text}".strip()
        found.append(cells)
    return found
