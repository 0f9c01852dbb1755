"""Drawings of a PDF that a caption names are shown as pictures, and the words in them stand for them."""

from __future__ import annotations

import re
from functools import reduce
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2_raw as pdfium

from companion.readers.pdf_pictures import Box, Shown, box_of, page_box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from companion.readers.pdf_pieces import Piece

_CAPTION = re.compile(
    r"(?:fig(?:ure|ur|ura|\.)|abb(?:ildung|\.)|diagram|chart|scheme|plate|tafel)\s*\.?\s*"
    r"(?:[A-Z]{1,2}[.\-–]?)?\d",
    re.I,
)
_FARTHEST = 70.0
"""Points between a caption and the drawing above it, at most: signs of an axis may stand between."""
_APART = 16.0
"""Points between the parts of one drawing, at most."""
_SIGNS_APART = 12.0
_TOUCHING = 2.0
_SMALLEST = 24.0
_MOST_CAPTIONS, _MOST_DRAWN, _MOST_APART, _MOST_STEPS = 8, 20_000, 2_000, 40
"""Captions on a page and things drawn there that are looked at, and at each by itself; steps in which a
drawing is put together."""
_FEWEST = 3
"""Lines and areas that a drawing has, at least; one that was put in as a whole counts as so many."""
_LONG = 40
"""Signs of a line of the text; what is written in a drawing is shorter."""
_MOST_SIGNS = 400
_LONGEST_WORDS = 300
_MOST_OF_PAGE = 0.8
_DENSITY = 300 / 72
"""Pixels for each point."""


class _Drawn(NamedTuple):
    box: Box
    weight: int


def figures_on(
    page: Any, index: int, turned: dict[int, list[Piece]], pictures: Sequence[Shown]
) -> list[Shown]:
    """The drawings on a page that PDFium has loaded that stand above a caption of theirs.

    `turned` are the pieces of text on it, by the direction in which they run. What holds a table, as much
    text as a frame round it does, or a picture that is shown anyway, is none.
    """
    pieces = turned.get(0, [])
    captions = [piece for piece in pieces if _CAPTION.match(piece.text)][:_MOST_CAPTIONS]
    if not captions:
        return []
    drawn = _fewer(list(_drawn_on(page)))
    askew = [_turned(piece, turn) for turn, found in turned.items() if turn for piece in found]
    found: list[Shown] = []
    for caption in captions if drawn else ():
        box = _above(caption, drawn, pieces, askew)
        within = [] if box is None else [piece for piece in pieces if _is_in(piece, box)]
        if box is None or sum(len(piece.text) for piece in within) > _MOST_SIGNS:
            continue
        if any(piece.table for piece in within) or any(o.box.touches(box, 0) for o in (*pictures, *found)):
            continue
        found.append(Shown(index, box, round(box.width * _DENSITY), _words(within)))
    return found


def without_words(pieces: dict[int, list[Piece]], figures: Sequence[Shown]) -> dict[int, list[Piece]]:
    """The pieces of a page, by their directions, without those that are written in drawings."""
    if not figures:
        return pieces
    boxes = [figure.box for figure in figures]
    kept = {
        turn: [piece for piece in found if not any(_is_in(_turned(piece, turn), box) for box in boxes)]
        for turn, found in pieces.items()
    }
    return {turn: found for turn, found in kept.items() if found}


def _drawn_on(page: Any) -> Iterator[_Drawn]:
    """The lines, areas and inserted drawings on a page, but for what lies behind all of it."""
    whole = page_box(page)
    count = min(max(0, pdfium.FPDFPage_CountObjects(page)), _MOST_DRAWN)
    for number in range(count):
        thing = pdfium.FPDFPage_GetObject(page, number)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING, pdfium.FPDF_PAGEOBJ_FORM):
            continue
        box = box_of(thing).within(whole)
        is_all = box.width > _MOST_OF_PAGE * whole.width and box.height > _MOST_OF_PAGE * whole.height
        if min(box.width, box.height) >= 0 and not is_all:
            yield _Drawn(box, _FEWEST if kind == pdfium.FPDF_PAGEOBJ_FORM else 1)


def _fewer(drawn: list[_Drawn]) -> list[_Drawn]:
    """What is drawn, taken together in the order of the file where it is very much."""
    step = -(-len(drawn) // _MOST_APART)
    if step < 2:
        return drawn
    return [_together(drawn[start : start + step]) for start in range(0, len(drawn), step)]


def _together(drawn: Sequence[_Drawn]) -> _Drawn:
    return _Drawn(reduce(Box.around, (d.box for d in drawn)), sum(d.weight for d in drawn))


def _above(
    caption: Piece, drawn: Sequence[_Drawn], pieces: Sequence[Piece], askew: Sequence[Piece]
) -> Box | None:
    """The drawing that stands above a caption, up to the text above it."""
    foot = caption.base + 0.5 * caption.size
    barrier = min((p.base - 0.2 * p.size for p in pieces if _is_text_above(p, caption)), default=1e6)
    room = [d for d in drawn if d.box.foot >= foot - caption.size and d.box.top <= barrier]
    below = [
        d
        for d in room
        if d.box.foot - foot < _FARTHEST and d.box.left < caption.right and d.box.right > caption.left
    ]
    if not below:
        return None
    box, weight = _grown(min(below, key=lambda d: d.box.foot).box, room, _column(caption, pieces))
    if min(box.width, box.height) < _SMALLEST or weight < _FEWEST:
        return None
    signs = [p for p in (*pieces, *askew) if foot < p.base < barrier and len(p.text) < _LONG]
    return _with_signs(_with_signs(box, signs), signs)


def _is_text_above(piece: Piece, caption: Piece) -> bool:
    """Whether a piece is a line of the text above a caption."""
    if piece.base < caption.base + 0.5 * caption.size or len(piece.text) < _LONG:
        return False
    return piece.left < caption.right and piece.right > caption.left and piece.size > 0.9 * caption.size


def _column(caption: Piece, pieces: Sequence[Piece]) -> tuple[float, float]:
    """The edges of the column of a caption, as far as the text round it tells."""
    lines = [p for p in pieces if len(p.text) >= _LONG and p.left < caption.right and p.right > caption.left]
    return min(p.left for p in (*lines, caption)), max(p.right for p in (*lines, caption))


def _grown(box: Box, drawn: Sequence[_Drawn], column: tuple[float, float]) -> tuple[Box, int]:
    """The box with all that is drawn near it, or beside it in its column, and how much that is."""
    waiting, weight = list(drawn), 0
    for _ in range(_MOST_STEPS):
        reach = Box(min(column[0], box.left), box.foot, max(column[1], box.right), box.top)
        near = [d for d in waiting if d.box.touches(box, _APART) or _is_within(d.box, reach)]
        if not near:
            break
        taken = set(map(id, near))
        waiting = [d for d in waiting if id(d) not in taken]
        weight += sum(d.weight for d in near)
        for d in near:
            box = box.around(d.box)
    return box, weight


def _is_within(box: Box, reach: Box) -> bool:
    is_beside = box.left >= reach.left - _TOUCHING and box.right <= reach.right + _TOUCHING
    return is_beside and box.foot < reach.top and box.top > reach.foot


def _with_signs(box: Box, signs: Iterable[Piece]) -> Box:
    """The box with what is written beside it."""
    whole = box
    for piece in signs:
        place = _place(piece)
        if place.touches(box, _SIGNS_APART):
            whole = whole.around(place)
    return whole


def _place(piece: Piece) -> Box:
    return Box(piece.left, piece.base - 0.2 * piece.size, piece.right, piece.base + 0.8 * piece.size)


def _is_in(piece: Piece, box: Box) -> bool:
    """Whether the middle of a piece lies in a box."""
    across, up = (piece.left + piece.right) / 2, piece.base + 0.3 * piece.size
    return box.left <= across <= box.right and box.foot <= up <= box.top


def _turned(piece: Piece, turn: int) -> Piece:
    """A piece that runs up or down, as one of no width that stands in its middle."""
    if turn not in (1, 3):
        return piece
    middle = (piece.left + piece.right) / 2
    across, up = (-piece.base, middle) if turn == 1 else (piece.base, -middle)
    return piece._replace(left=across, right=across, base=up)


def _words(pieces: Iterable[Piece]) -> str:
    """What is written in a drawing, from the top down."""
    rows = sorted(pieces, key=lambda piece: (-round(piece.base / 4), piece.left))
    words = [piece.text.strip() for piece in rows if any(map(str.isalnum, piece.text))]
    return " ".join(words)[:_LONGEST_WORDS]
