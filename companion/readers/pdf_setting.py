"""How a PDF is set: the size and look of its type, its leading, the width and edges of its columns."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from companion.readers.pdf_pieces import BOLD, FIXED, ITALIC

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.readers.pdf_lines import Line
    from companion.readers.pdf_pieces import Piece

_USUAL_LEADING = 1.2
_FEWEST_EDGES = 3
_FEW_LINES = 12
_SHARE_OF_RIGHTS = 0.15


@dataclass(frozen=True, slots=True)
class Setting:
    """What is usual in a document: `size` in points, `leading` and `width` of columns in sizes and points.

    `indent`, in sizes, is that of first lines, 0 where they have none. `look` are the looks of most of its
    letters. `edges` are the left edges, in points, of columns on even and on odd pages, `rights` the right
    ones where a good share of them ends.
    """

    size: float
    look: int = 0
    leading: float = _USUAL_LEADING
    indent: float = 0.0
    width: float = 0.0
    edges: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
    rights: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())


def size_of_type(pages: Iterable[Sequence[Piece]]) -> tuple[float, int]:
    """The size of the type in which most of the text is set, in points, and the looks of most letters."""
    sizes: Counter[float] = Counter()
    looks: Counter[int] = Counter()
    for page in pages:
        for piece in page:
            length = 0
            for run in piece.runs:
                length += len(run.text)
                looks[run.look] += len(run.text)
            sizes[round(piece.size * 5) / 5] += length
    if not sizes:
        return 10.0, 0
    total = sum(looks.values())
    look = sum(
        bit
        for bit in (ITALIC, BOLD, FIXED)
        if 2 * sum(count for found, count in looks.items() if found & bit) > total
    )
    return sizes.most_common(1)[0][0], look


def setting_of(columns: Iterable[Sequence[Line]], size: float, look: int) -> Setting:
    """What is usual in the columns of a document whose text is set in this size and look."""
    leadings: Counter[float] = Counter()
    widths: Counter[int] = Counter()
    indents: Counter[float] = Counter()
    edges: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
    rights: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
    for lines in columns:
        text = [line for line in lines if abs(line.size - size) < 0.06 * size]
        leadings.update(_leadings(text))
        if len(text) >= _FEWEST_EDGES:
            edge = usual_left(text)
            indents.update(_indents(text, edge))
            right = usual_right(text)
            edges[text[0].page % 2][round(edge)] += 1
            rights[text[0].page % 2][round(right)] += 1
            widths[round((right - edge) / 2) * 2] += len(text)
    leading = leadings.most_common(1)[0][0] if leadings else _USUAL_LEADING
    width = float(widths.most_common(1)[0][0]) if widths else 0.0
    even, odd = (_often(side, _FEWEST_EDGES) for side in edges)
    even_ends, odd_ends = (_often(s, max(_FEWEST_EDGES, _SHARE_OF_RIGHTS * s.total())) for s in rights)
    indent, count = indents.most_common(1)[0] if indents else (0.0, 0)
    usual_indent = indent if count >= max(_FEWEST_EDGES, indents.total() / 4) else 0.0
    return Setting(size, look, leading, usual_indent, width, (even, odd), (even_ends, odd_ends))


def _often(places: Counter[int], fewest: float) -> tuple[float, ...]:
    return tuple(sorted(place for place, count in places.items() if count >= fewest))


def usual_left(lines: Sequence[Line]) -> float:
    """Where most of the lines begin, in points."""
    counts = Counter(round(line.left) for line in lines)

    def weight(edge: int) -> tuple[int, int]:
        return counts[edge - 1] + counts[edge] + counts[edge + 1], -edge

    best = max(counts, key=weight)
    near = [line.left for line in lines if abs(line.left - best) <= 1.5]
    return sum(near) / len(near)


def usual_right(lines: Sequence[Line]) -> float:
    """Where full lines end, in points: at one edge when most do, else where the longest ones do.

    A single line may hang over the edge.
    """
    rights = sorted((line.right for line in lines), reverse=True)
    counts = Counter(round(right) for right in rights)
    edge, count = counts.most_common(1)[0]
    if count >= max(_FEWEST_EDGES, len(rights) / 2):
        return max(right for right in rights if right < edge + 1)
    if len(rights) < _FEW_LINES:
        return rights[0]
    return next((right for right, shorter in pairwise(rights) if right - shorter < 1), rights[0])


def _indents(lines: Sequence[Line], edge: float) -> Iterable[float]:
    """By how much, in sizes, single lines stand farther in than the lines round them."""
    for line, below in itertools.pairwise(lines):
        indent = (line.left - edge) / line.size
        if 0.4 < indent < 5 and abs(below.left - edge) < 0.2 * line.size:
            yield round(indent * 5) / 5


def _leadings(lines: Sequence[Line]) -> Iterable[float]:
    for above, below in itertools.pairwise(lines):
        leading = (above.base - below.base) / above.size
        if 0.8 < leading < 3:
            yield round(leading * 20) / 20
