"""Words in a grid of rules become a table, where it is plain which words belong to which cell."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from companion.readers.pdf_lines import Line, lines_of
from companion.readers.pdf_pieces import Piece, RuledCell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.readers.pdf_rules import Extent, Grid

_FEWEST_FILLED = 0.4
"""The share of a grid's cells that hold words where it is a table, and no diagram."""
_MOST_LINES = 4
"""Lines that cells side by side may have without its being doubtful where rows begin."""


class _Row(NamedTuple):
    """The cells that begin in a row of a grid, and the lines in each of them."""

    cells: list[tuple[Extent, list[Line]]]


def tabulated(pieces: Sequence[Piece], grids: Sequence[Grid], page: int) -> list[Piece]:
    """The pieces of a page, those in the grids of tables as one piece for each table."""
    kept = list(pieces)
    for grid in grids:
        within = [piece for piece in kept if piece.table is None and _place(grid, piece) is not None]
        table = _table(grid, within, page)
        if table is not None:
            taken = set(map(id, within))
            first = next(number for number, piece in enumerate(kept) if id(piece) in taken)
            rest = [piece for piece in kept[first:] if id(piece) not in taken]
            kept = [*kept[:first], table, *rest]
    return kept


def _place(grid: Grid, piece: Piece) -> tuple[int, int] | None:
    return grid.place((piece.left + piece.right) / 2, piece.base + 0.3 * piece.size)


def _table(grid: Grid, pieces: Sequence[Piece], page: int) -> Piece | None:
    """The table, as a piece that stands where its first row does; None when it is none, or not certain."""
    cells = _filled(grid, pieces, page)
    if cells is None:
        return None
    found: list[RuledCell] = []
    row_number = 0
    for row in range(len(grid.tops) - 1):
        begun = [(extent, lines) for extent, lines in cells if extent.row == row]
        split = _rows_within(begun)
        if split is None:
            return None
        for number in range(split):
            for extent, lines in begun:
                kept = tuple(lines) if split == 1 else (lines[number],)
                rows = extent.rows if split == 1 else 1
                found.append(RuledCell(row_number, extent.column, rows, extent.columns, kept))
            row_number += 1
    return _as_piece(found, pieces)


def _filled(grid: Grid, pieces: Sequence[Piece], page: int) -> list[tuple[Extent, list[Line]]] | None:
    """The lines in each cell of a grid; None when words stand across its rules, or there are few."""
    inside: dict[Extent, list[Piece]] = {}
    owner = {
        (row, column): extent
        for extent in grid.cells
        for row in range(extent.row, extent.row + extent.rows)
        for column in range(extent.column, extent.column + extent.columns)
    }
    for piece in pieces:
        place = _place(grid, piece)
        assert place is not None
        extent = owner[place]
        room = 0.5 * piece.size
        left, right = grid.lefts[extent.column], grid.lefts[extent.column + extent.columns]
        if piece.left < left - room or piece.right > right + room:
            return None
        inside.setdefault(extent, []).append(piece)
    filled_rows = {extent.row for extent in inside}
    if len(inside) < _FEWEST_FILLED * len(grid.cells) or len(inside) < 2 or len(filled_rows) < 2:
        return None
    return [(extent, lines_of(inside.get(extent, ()), page)) for extent in grid.cells]


def _rows_within(cells: Sequence[tuple[Extent, list[Line]]]) -> int | None:
    """How many rows stand between two rules: 1, or as many as all cells have lines; None when in doubt."""
    counts = [len(lines) for _, lines in cells]
    most = max(counts, default=0)
    if most <= 1 or len(cells) < 2 or any(extent.rows > 1 for extent, _ in cells):
        return 1
    if min(counts) == most and all(_are_level([lines[n] for _, lines in cells]) for n in range(most)):
        return most
    return 1 if sorted(counts)[-2] <= _MOST_LINES else None


def _are_level(lines: Sequence[Line]) -> bool:
    return max(line.base for line in lines) - min(line.base for line in lines) < 0.3 * lines[0].size


def _as_piece(cells: list[RuledCell], pieces: Sequence[Piece]) -> Piece:
    sizes = Counter[float]()
    for piece in pieces:
        sizes[piece.size] += len(piece.text)
    return Piece(
        min(piece.left for piece in pieces),
        max(piece.right for piece in pieces),
        max(piece.base for piece in pieces),
        sizes.most_common(1)[0][0],
        tuple(run._replace(text=" " + run.text) for piece in pieces for run in piece.runs),
        table=tuple(cells),
    )
