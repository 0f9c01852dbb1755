"""The columns of a page are found, and the order in which they are read."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.readers.pdf_pieces import Piece

_DEEPEST = 4
_FEWEST_LINES = 3
_FEWEST_RAGGED = 10
_NARROWEST = 6.0
"""Sizes of type; what is narrower is a column of figures or of marks, not one of text."""
_GUTTER = 0.7
_CANDIDATES = 6
_DISPLAY = 1.15
_MOST_ROWS = 8
"""Rows of a title with its authors; more of them are a column that begins higher than those beside it."""

_left, _right, _base = attrgetter("left"), attrgetter("right"), attrgetter("base")


class _Gutter(NamedTuple):
    place: float
    size: float


def columns_of(pieces: Sequence[Piece], size: float, depth: int = 0) -> list[list[Piece]]:
    """The pieces of a page column by column; what goes across columns parts what is above from what is below.

    `size` is that of the type the text is set in, in points.
    """
    gutter = _gutter(pieces, size) if depth < _DEEPEST else None
    if gutter is None:
        return [list(pieces)]
    head = [] if depth else _head(pieces, gutter)
    if head:
        below = min(map(_base, head))
        return [head, *columns_of([piece for piece in pieces if piece.base < below], size, depth + 1)]
    found: list[list[Piece]] = []
    for band, is_across in _bands(pieces, gutter):
        if is_across:
            found += columns_of(band, size, depth + 1)
            continue
        for side in (_before(band, gutter), _behind(band, gutter)):
            found += columns_of(side, size, depth + 1)
    return found


def _head(pieces: Sequence[Piece], gutter: _Gutter) -> list[Piece]:
    """A title and what belongs to it, in the middle above all columns, if it is as narrow as one of them."""
    sides = _before(pieces, gutter), _behind(pieces, gutter)
    top = min(max(map(_base, side)) for side in sides)  # of the side that begins lower
    head = [piece for piece in pieces if piece.base > top + 0.4 * gutter.size]
    if not head or any(piece.left < gutter.place < piece.right for piece in head):
        return []
    middle = (min(map(_left, pieces)) + max(map(_right, pieces))) / 2
    rows = _rows(head)
    are_centred = all(
        abs((min(map(_left, row)) + max(map(_right, row))) / 2 - middle) < gutter.size for row in rows
    )
    is_larger = max(head, key=_base).size > _DISPLAY * gutter.size
    return head if are_centred and is_larger and len(rows) <= _MOST_ROWS else []


def _before(pieces: Sequence[Piece], gutter: _Gutter) -> list[Piece]:
    return [piece for piece in pieces if piece.right <= gutter.place]


def _behind(pieces: Sequence[Piece], gutter: _Gutter) -> list[Piece]:
    return [piece for piece in pieces if piece.left >= gutter.place]


def _bands(pieces: Sequence[Piece], gutter: _Gutter) -> Iterator[tuple[list[Piece], bool]]:
    """The pieces from the top down, parted into what goes across the gutter and what keeps off it.

    What stands only on one side, such as the last line of a paragraph that goes across, belongs to that.
    """
    ordered = sorted(pieces, key=_base, reverse=True)
    across = [p.base for p in ordered if p.left < gutter.place < p.right]
    bands: list[tuple[list[Piece], bool]] = []
    number = 0
    for piece in ordered:
        while number < len(across) and across[number] > piece.base + 0.4 * gutter.size:
            number += 1
        is_across = number < len(across) and abs(across[number] - piece.base) <= 0.4 * gutter.size
        if bands and bands[-1][1] == is_across:
            bands[-1][0].append(piece)
        else:
            bands.append(([piece], is_across))
    return _without_one_sided(bands, gutter)


def _without_one_sided(
    bands: list[tuple[list[Piece], bool]], gutter: _Gutter
) -> Iterator[tuple[list[Piece], bool]]:
    merged: list[tuple[list[Piece], bool]] = []
    for band, is_across in bands:
        one_sided = not is_across and not (_before(band, gutter) and _behind(band, gutter))
        joins = (is_across or one_sided) and len(bands) > 1
        if merged and merged[-1][1] and joins:
            merged[-1][0].extend(band)
        else:
            merged.append((band, joins))
    yield from merged


def _gutter(pieces: Sequence[Piece], size: float) -> _Gutter | None:
    """The leftmost edge of a column that has one before it; None where the text is in one column."""
    if len(pieces) < 2 * _FEWEST_LINES:
        return None
    edges = Counter(round(piece.left / 2) for piece in pieces)
    first = min(edges)
    strong = [edge for edge, _ in edges.most_common(_CANDIDATES) if edge > first + size]
    for edge in sorted(strong):
        together = edges[edge - 1] + edges[edge] + edges[edge + 1]
        if together < _FEWEST_LINES:
            continue
        gutter = _Gutter(2 * edge - 1 - _GUTTER * size / 2, size)
        if _parts_columns(pieces, gutter):
            return gutter
    return None


def _parts_columns(pieces: Sequence[Piece], gutter: _Gutter) -> bool:
    before: list[Piece] = []
    behind: list[Piece] = []
    for band, is_across in _bands(pieces, gutter):
        if is_across:
            continue
        left, right = _before(band, gutter), _behind(band, gutter)
        if min(len(_rows(left)), len(_rows(right))) >= _FEWEST_LINES:
            before += left
            behind += right
    if min(len(before), len(behind)) < _FEWEST_LINES:
        return False
    near = [piece.right for piece in before if piece.right > gutter.place - _GUTTER * gutter.size / 2]
    if len(near) > len(before) / 10:
        return False
    return all(_is_text(side, gutter.size) for side in (before, behind)) and _overlap(before, behind)


def _is_text(pieces: list[Piece], size: float) -> bool:
    """Whether the pieces fill their column, as text does, or are at least many lines of some width."""
    left, right = min(map(_left, pieces)), max(map(_right, pieces))
    room = right - left
    if room < _NARROWEST * size:
        return False
    rows = _rows(pieces)
    width = median(max(map(_right, row)) - min(map(_left, row)) for row in rows)
    if width >= 0.5 * room:
        return True
    return len(rows) >= _FEWEST_RAGGED and width >= 0.3 * room


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    rows: dict[int, list[Piece]] = {}
    for piece in pieces:
        rows.setdefault(round(piece.base), []).append(piece)
    return list(rows.values())


def _overlap(before: list[Piece], behind: list[Piece]) -> bool:
    """Whether the two stand beside each other for a good part of their height."""
    top = min(max(map(_base, before)), max(map(_base, behind)))
    foot = max(min(map(_base, before)), min(map(_base, behind)))
    lower = min(max(map(_base, s)) - min(map(_base, s)) for s in (before, behind))
    return bool(top - foot >= 0.5 * lower)
