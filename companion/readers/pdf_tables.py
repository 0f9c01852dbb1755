"""Tables in a PDF are told from text by lines in pieces that stand one below the other."""

from __future__ import annotations

import itertools
from operator import attrgetter
from typing import TYPE_CHECKING

from companion.readers.pdf_lines import LEADERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.readers.pdf_lines import Line
    from companion.readers.pdf_pieces import Piece

_FEWEST_ROWS = 3
_left = attrgetter("left")


def rows_from(lines: Sequence[Line], index: int) -> int:
    """How many lines from this one on are rows of a table: in pieces, with a white strip between them.

    A table with rules is one line.
    """
    if lines[index].pieces[0].table is not None:
        return 1
    end = index
    strips: list[tuple[float, float]] = []
    while end < len(lines) and len(lines[end].pieces) > 1 and not LEADERS.search(lines[end].text):
        gaps = _gaps(lines[end])
        kept = gaps if end == index else _common(strips, gaps, 0.8 * lines[end].size)
        if not kept:
            break
        strips = kept
        end += 1
    rows = lines[index:end]
    if len(rows) < _FEWEST_ROWS or (len(strips) < 2 and _is_justified(rows)):
        return 0
    return len(rows)


def _gaps(line: Line) -> list[tuple[float, float]]:
    pieces = sorted(line.pieces, key=_left)
    return [(one.right, other.left) for one, other in itertools.pairwise(pieces)]


def _common(
    strips: list[tuple[float, float]], gaps: list[tuple[float, float]], least: float
) -> list[tuple[float, float]]:
    """What the strips have in common with the gaps, where it is wide enough."""
    shared = ((max(s[0], g[0]), min(s[1], g[1])) for s in strips for g in gaps)
    return [(left, right) for left, right in shared if right - left >= least]


def _is_justified(rows: Sequence[Line]) -> bool:
    """Whether the rows are lines of text with wide blanks: from edge to edge, with words at the end."""
    lefts, rights = [row.left for row in rows], [row.right for row in rows]
    size = rows[0].size
    is_even = max(lefts) - min(lefts) < 2 * size and max(rights) - min(rights) < 0.5 * size
    return is_even and any(map(str.isalpha, max(rows, key=_length_of_last).pieces[-1].text))


def _length_of_last(row: Line) -> int:
    return len(row.pieces[-1].text)


def cells_of(rows: Sequence[Line]) -> list[list[list[Piece]]]:
    """The pieces in a table's rows, cell by cell; pieces that overlap from row to row share a column."""
    columns: list[list[float]] = []
    for piece in sorted((piece for row in rows for piece in row.pieces), key=lambda piece: piece.left):
        if columns and piece.left < columns[-1][1]:
            columns[-1][1] = max(columns[-1][1], min(piece.right, columns[-1][1] + piece.size))
        else:
            columns.append([piece.left, piece.right])
    found = []
    for row in rows:
        cells: list[list[Piece]] = [[] for _ in columns]
        for piece in row.pieces:
            place = max(i for i, column in enumerate(columns) if column[0] <= piece.left + 0.01)
            cells[place].append(piece)
        found.append(cells)
    return found
