"""Tables in a PDF are told from text by lines in pieces that stand one below the other."""

from __future__ import annotations

import itertools
from operator import attrgetter
from typing import TYPE_CHECKING

from companion.readers.pdf_lines import LEADERS, Line
from companion.readers.pdf_pieces import marker_of

if TYPE_CHECKING:
    from collections.abc import Sequence


_FEWEST_ROWS = 3
_MOST_FRESH = 0.25
"""The share of lines below others in cells that may begin afresh, as a new sentence does."""
_LINE = 1.6
"""Sizes of type from one line of a cell to the next, at most."""
_left = attrgetter("left")


def rows_from(lines: Sequence[Line], index: int) -> int:
    """How many lines from this one on are rows of a table: in pieces, with a white strip between them.

    A table with rules is one line. The words of a cell may go on below it, in lines of their own.
    """
    if lines[index].pieces[0].table is not None:
        return 1
    end, strips = _reach(lines, index, may_hang=True)
    if not _reads_on(lines[index:end]):
        end, strips = _reach(lines, index, may_hang=False)
    rows = [line for line in lines[index:end] if len(line.pieces) > 1]
    if len(rows) < _FEWEST_ROWS or (len(strips) < 2 and _is_list(rows)):
        return 0
    if (len(strips) < 2 or _is_prose(rows)) and _is_justified(rows):
        return 0
    return end - index


def _reach(lines: Sequence[Line], index: int, *, may_hang: bool) -> tuple[int, list[tuple[float, float]]]:
    """Up to which line there are white strips, and these; lines may hang below the words of a cell."""
    end = index
    strips: list[tuple[float, float]] = []
    while end < len(lines) and not LEADERS.search(lines[end].text):
        line = lines[end]
        if may_hang and end > index and _hangs(line, lines[end - 1], strips):
            end += 1
            continue
        kept = _gaps(line) if end == index else _common(strips, _gaps(line), 0.8 * line.size)
        if not kept:
            break
        strips = kept
        end += 1
    return end, strips


def _reads_on(rows: Sequence[Line]) -> bool:
    """Whether lines that hang below others had no room there, most of them, and so go on with their words."""
    if all(len(row.pieces) > 1 for row in rows):
        return True
    ends: dict[int, float] = {}
    for piece in (piece for row in rows for piece in row.pieces):
        ends[round(piece.left)] = max(ends.get(round(piece.left), 0.0), piece.right)
    hanging = fresh = 0
    for above, line in itertools.pairwise(rows):
        piece = line.pieces[0]
        over = next((p for p in above.pieces if abs(p.left - piece.left) < 0.5 * line.size), None)
        if over is not None and len(line.pieces) == 1:
            room = max(ends[round(over.left)], ends[round(piece.left)]) - over.right
            hanging += 1
            fresh += room > piece.first + 0.3 * line.size
    return _MOST_FRESH * hanging >= fresh


def _hangs(line: Line, above: Line, strips: Sequence[tuple[float, float]]) -> bool:
    """Whether a line goes on with the words of a cell above it: below these, and at a line's distance."""
    if len(line.pieces) > 1 or above.base - line.base > _LINE * line.size:
        return False
    room = 0.3 * line.size
    begins = any(abs(line.left - strip[1]) < room for strip in strips)
    crosses = any(strip[0] < line.right and line.left < strip[1] - room for strip in strips)
    return begins and not crosses and abs(line.size - above.size) < 0.06 * line.size


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


def _is_list(rows: Sequence[Line]) -> bool:
    """Whether each row begins as an item of a list does."""
    return all(len(marker_of(f"{row.pieces[0].text} x")) > len(row.pieces[0].text) for row in rows)


def _is_prose(rows: Sequence[Line]) -> bool:
    """Whether most of what stands between wide blanks begins small, as words within sentences do."""
    pieces = [piece.text.lstrip()[:1] for row in rows for piece in row.pieces]
    return 2 * sum(map(str.islower, pieces)) > len(pieces)


def _length_of_last(row: Line) -> int:
    return len(row.pieces[-1].text)


def cells_of(rows: Sequence[Line]) -> list[list[list[Line]]]:
    """The lines in a table's cells, row by row; pieces that overlap from row to row share a column."""
    columns: list[list[float]] = []
    for piece in sorted((piece for row in rows for piece in row.pieces), key=_left):
        if columns and piece.left < columns[-1][1]:
            columns[-1][1] = max(columns[-1][1], min(piece.right, columns[-1][1] + piece.size))
        else:
            columns.append([piece.left, piece.right])
    found: list[list[list[Line]]] = []
    for row in rows:
        if len(row.pieces) > 1:
            found.append([[] for _ in columns])
        for piece in row.pieces:
            place = max(i for i, column in enumerate(columns) if column[0] <= piece.left + 0.01)
            found[-1][place].append(
                Line(piece.left, piece.right, row.base, row.size, piece.runs, row.page, (piece,))
            )
    return found
