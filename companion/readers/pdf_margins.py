"""What is written in the margins of a PDF is told from the lines beside which it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from companion.readers.pdf_lines import Line, line_of
from companion.readers.pdf_pieces import marker_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.readers.pdf_pieces import Piece
    from companion.readers.pdf_setting import Setting

_OFF = 0.2
"""Sizes of type by which it stands off the text, at least."""
_LARGER = 1.1
_NUMBER = re.compile(r"\W*(?:\d+|[A-Z])(?:\.\d+)*\W*\Z")
_NEXT = 1.7
"""Sizes of type between two lines of one note, at most."""
_LARGEST_SHARE = 0.2


class Aside(NamedTuple):
    """The lines of a note in the margin, and the number of the line of the text beside which it begins."""

    beside: int
    lines: list[Line]


def without_margins(lines: Sequence[Line], setting: Setting) -> tuple[list[Line], list[Aside]]:
    """The lines of a column without what stands beyond the edges of the text, and that."""
    side = lines[0].page % 2
    if not setting.edges[side] or not setting.rights[side]:
        return list(lines), []
    left, right = setting.edges[side][0], setting.rights[side][-1]
    kept: list[Line] = []
    found: list[Aside] = []
    for line in lines:
        outside = [p for p in line.pieces if _is_outside(p, left, right) and not _belongs(p, line, setting)]
        inside = [piece for piece in line.pieces if piece not in outside] if outside else []
        if not outside:
            kept.append(line)
            continue
        _take(found, line_of(outside, line.page), len(kept))
        if inside:
            kept.append(line_of(inside, line.page))
    if not kept or _letters(one for aside in found for one in aside.lines) > _LARGEST_SHARE * _letters(kept):
        return list(lines), []
    return kept, found


def _is_outside(piece: Piece, left: float, right: float) -> bool:
    off = _OFF * piece.size
    return piece.right < left - off or piece.left > right + off


def _belongs(piece: Piece, line: Line, setting: Setting) -> bool:
    """Whether what stands outside hangs there as the number of a heading or an item does."""
    if piece is not line.pieces[0]:
        return False
    if not any(map(str.isalnum, piece.text)) or _NUMBER.match(piece.text) or marker_of(f"{piece.text} x"):
        return True
    return piece.size > _LARGER * setting.size


def _take(found: list[Aside], line: Line, beside: int) -> None:
    last = found[-1].lines[-1] if found else None
    if (
        last is not None
        and 0 < last.base - line.base <= _NEXT * line.size
        and abs(last.left - line.left) < 2 * line.size
    ):
        found[-1].lines.append(line)
    else:
        found.append(Aside(beside, [line]))


def _letters(lines: Iterable[Line]) -> int:
    return sum(len(line.text) for line in lines)
