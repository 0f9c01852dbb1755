"""Pieces that stand on the same height of a column become its lines."""

from __future__ import annotations

import re
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from companion.readers.pdf_pieces import Piece, Run, is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_base, _left = attrgetter("base"), attrgetter("left")
_LARGE = 1.7
"""How many times larger a letter is that reaches over several lines at the beginning of a chapter."""
LEADERS = re.compile(r"[.·…_](?:\s*[.·…_]){4,}\s*")
"""The dots that lead from a title to the number of its page."""
_LETTER = re.compile(r"[“\"‘'«„]?[^\W\d_]{1,2}['’]?$")


class Line(NamedTuple):
    """One line of a column: lengths in points, `base` upwards; `page` is the index of its page."""

    left: float
    right: float
    base: float
    size: float
    runs: tuple[Run, ...]
    page: int
    pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        """The words."""
        return "".join(run.text for run in self.runs)

    @property
    def width(self) -> float:
        """From its first sign to its last."""
        return self.right - self.left


def lines_of(pieces: Iterable[Piece], page: int) -> list[Line]:
    """The lines of one column from the top down."""
    rows: list[list[Piece]] = []
    tops: list[float] = []
    for piece in sorted(pieces, key=_base, reverse=True):
        if rows and tops[-1] - piece.base <= 0.35 * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        elif rows and _is_raised(rows[-1], piece):
            rows[-1].append(piece)
            tops[-1] = piece.base
        else:
            rows.append([piece])
            tops.append(piece.base)
    return _with_large_letters([line_of(row, page) for row in rows])


def _is_raised(row: list[Piece], piece: Piece) -> bool:
    """Whether what stands in the row is raised above the line of which `piece` is a part."""
    return all(
        other.size < 0.85 * piece.size
        and other.base - piece.base < 0.6 * piece.size
        and len(other.text) <= 4
        and min(abs(other.left - piece.right), abs(piece.left - other.right)) < piece.size
        for other in row
    )


def line_of(row: list[Piece], page: int) -> Line:
    """The line that pieces make."""
    if len(row) == 1:
        piece = row[0]
        return Line(piece.left, piece.right, piece.base, piece.size, piece.runs, page, (piece,))
    sizes: Counter[float] = Counter()
    for piece in row:
        sizes[round(piece.size, 2)] += len(piece.text)
    size = sizes.most_common(1)[0][0]
    base = next(piece.base for piece in row if round(piece.size, 2) == size)
    row.sort(key=_left)
    to_left = sum(len(p.text) for p in row if is_right_to_left(p.text)) * 2 > sum(len(p.text) for p in row)
    if to_left:
        row.reverse()
    runs = _joined(row, size, base)
    right = max(piece.right for piece in row)
    return Line(min(p.left for p in row), right, base, size, runs, page, tuple(row))


def _joined(row: Sequence[Piece], size: float, base: float) -> tuple[Run, ...]:
    runs: list[Run] = []
    last: Piece | None = None
    for piece in row:
        raised = piece.size < 0.9 * size and piece.base > base + 0.15 * size
        found = [run._replace(raised=True) for run in piece.runs] if raised else list(piece.runs)
        gap = 0.0 if last is None else max(piece.left - last.right, last.left - piece.right)
        if gap > 0.12 * size:
            found[0] = found[0]._replace(text=" " + found[0].text)
        runs += found
        last = piece
    return tuple(runs)


def _with_large_letters(lines: list[Line]) -> list[Line]:
    """A large letter at the beginning of a chapter is put before the first line that it reaches over."""
    found: list[Line] = []
    for line in lines:
        found.append(line)
        letter = line.pieces[0]
        if not _LETTER.match(letter.text):
            continue
        if len(line.pieces) == 1:
            if _put_before(found[:-1], letter):
                found.pop()
                _put_before(found, letter)
        elif letter.size > _LARGE * line.pieces[1].size:
            found[-1] = line_of(list(line.pieces[1:]), line.page)
            if not _put_before(found, letter):
                found[-1] = line
    return found


def _put_before(lines: list[Line], letter: Piece) -> bool:
    """Puts the letter before the highest line beside it; the others beside it are not indented."""
    beside = [index for index, line in enumerate(lines) if _is_beside(line, letter)]
    if not beside:
        return False
    first = lines[beside[0]]
    stands_alone = first.left - letter.right > 0.35 * first.size and len(letter.text) > 1
    words = letter.text + (" " if stands_alone else "") + first.runs[0].text.lstrip()
    runs = (first.runs[0]._replace(text=words, raised=False), *first.runs[1:])
    lines[beside[0]] = first._replace(left=letter.left, runs=runs)
    for index in beside[1:]:
        lines[index] = lines[index]._replace(left=letter.left)
    return True


def _is_beside(line: Line, letter: Piece) -> bool:
    return (
        letter.size > _LARGE * line.size
        and -0.3 * line.size <= line.left - letter.right < 1.5 * line.size
        and letter.base - 0.3 * line.size <= line.base <= letter.base + 0.85 * letter.size
    )
