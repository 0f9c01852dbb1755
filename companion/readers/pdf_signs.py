"""The signs on a page of a PDF are taken from PDFium, with their places, sizes and fonts."""

from __future__ import annotations

import ctypes
import math
import re
from collections import deque
from itertools import groupby, repeat
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2_raw as pdfium

from companion.readers.limits import MOST_SIGNS_ON_PAGE
from companion.readers.pdf_pieces import BOLD, FIXED, ITALIC, Fragment, Piece, pieces_of, plain_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.readers.pdf_links import Areas
    from companion.readers.pdf_rules import Grid

_WORD = re.compile(r"\S+")
_FLAG_FIXED, _FLAG_ITALIC, _FLAG_BOLD = 1, 1 << 6, 1 << 18
_BOLD_WEIGHT = 600


_OF_TEX = {
    **dict(zip((11, 12, 14, 15), "ﬀﬁﬃﬄ", strict=True)),
    **dict(enumerate("“”„«»–—", 16)),
    **dict(enumerate("ﬀﬁﬂﬃﬄ", 27)),
    136: "•",
}
"""What letters drawn by TeX mean that do not say so, by their places in its fonts (OT1, T1 and TS1, LaTeX's
"encguide"); in others such codes stand for nothing."""
_OLD_LIGATURES = frozenset((11, 12, 14, 15))


class PageSigns(NamedTuple):
    """The pieces on a page by the direction in which they run: 0 to the right, 1 up, 2 left, 3 down.

    Lengths are turned so that each direction runs to the right. `is_cut` tells that there was too much.
    """

    pieces: dict[int, list[Piece]]
    signs: int
    is_cut: bool


class _Drawn(NamedTuple):
    """What the file draws at once: its signs from `start` to `stop`, all in one font and on one line."""

    start: int
    stop: int
    address: int
    after_blank: bool


def _typed(function: Any, result: Any, *arguments: Any) -> Any:
    """One of PDFium's functions that takes addresses as numbers, which is much faster for many calls."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(result, *arguments)(address)


_pointer, _int = ctypes.c_void_p, ctypes.c_int
_unicode_of = _typed(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _pointer, _int)
_box_of = _typed(pdfium.FPDFText_GetLooseCharBox, _int, _pointer, _int, _pointer)
_origin_of = _typed(pdfium.FPDFText_GetCharOrigin, _int, _pointer, _int, _pointer, _pointer)
_object_of = _typed(pdfium.FPDFText_GetTextObject, _pointer, _pointer, _int)
_matrix_of = _typed(pdfium.FPDFText_GetMatrix, _int, _pointer, _int, _pointer)
_size_of = _typed(pdfium.FPDFText_GetFontSize, ctypes.c_double, _pointer, _int)
_font_of = _typed(pdfium.FPDFTextObj_GetFont, _pointer, _pointer)
_font_name_of = _typed(
    pdfium.FPDFFont_GetBaseFontName, ctypes.c_ulong, _pointer, ctypes.c_char_p, ctypes.c_ulong
)
_font_flags_of = _typed(pdfium.FPDFFont_GetFlags, _int, _pointer)
_font_weight_of = _typed(pdfium.FPDFFont_GetWeight, _int, _pointer)


def signs_on(page: Any, areas: Areas, grids: Sequence[Grid] = ()) -> PageSigns:
    """The pieces of lines on a page that PDFium has loaded.

    Some may stand in `areas` that lead elsewhere, some in the `grids` of tables.
    """
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return PageSigns({}, 0, False)
    try:
        count = max(0, pdfium.FPDFText_CountChars(text_page))
        kept = min(count, MOST_SIGNS_ON_PAGE)
        fragments: dict[int, list[Fragment]] = {}
        told = _Page(ctypes.cast(text_page, ctypes.c_void_p).value or 0, kept, areas)
        for direction, fragment in told.fragments():
            fragments.setdefault(direction, []).append(fragment)
        pieces = {turn: list(pieces_of(found, () if turn else grids)) for turn, found in fragments.items()}
        return PageSigns(pieces, kept, kept < count)
    finally:
        pdfium.FPDFText_ClosePage(text_page)


class _Page:
    """What PDFium tells of the signs on a page, fetched for many signs at once."""

    def __init__(self, handle: int, count: int, areas: Areas) -> None:
        self._handle = handle
        self._areas = areas
        self._text = _text_of(list(map(_unicode_of, repeat(handle), range(count))))
        self._drawn = list(self._find_drawn(list(map(_object_of, repeat(handle), range(count)))))
        starts = [drawn.start for drawn in self._drawn]
        self._sizes = list(map(_size_of, repeat(handle), starts))
        self._matrices = self._fetched(_matrix_of, starts, ctypes.c_float, 6)
        self._origins = self._fetched_origins([place for d in self._drawn for place in (d.start, d.stop - 1)])
        self._looks: dict[int, int] = {}

    def _find_drawn(self, objects: list[int | None]) -> Iterator[_Drawn]:
        place, after_blank = 0, False
        for address, group in groupby(objects):
            start, place = place, place + len(list(group))
            text = self._text[start:place]
            if text.isspace():
                after_blank = True
                continue
            yield _Drawn(start, place, address or 0, after_blank)
            after_blank = text[-1].isspace()

    def _fetched(self, function: Any, places: Sequence[int], kind: Any, width: int) -> Sequence[float]:
        """So many numbers for the sign at each of the places."""
        numbers = (kind * (width * len(places)))()
        start, step = ctypes.addressof(numbers), width * ctypes.sizeof(kind)
        addresses = range(start, start + step * len(places), step)
        deque(map(function, repeat(self._handle), places, addresses), maxlen=0)
        found: Sequence[float] = numbers[:]
        return found

    def _fetched_origins(self, places: Sequence[int]) -> Sequence[float]:
        numbers = (ctypes.c_double * (2 * len(places)))()
        across = ctypes.addressof(numbers)
        end = across + 16 * len(places)
        addresses = range(across, end, 16), range(across + 8, end + 8, 16)
        deque(map(_origin_of, repeat(self._handle), places, *addresses), maxlen=0)
        found: Sequence[float] = numbers[:]
        return found

    def fragments(self) -> Iterator[tuple[int, Fragment]]:
        """The words on the page and the directions in which they run, in the order of the file."""
        words: list[tuple[int, int]] = []
        told: list[tuple[int, float, float, int, bool]] = []
        mirrored: set[int] = set()
        for number, drawn in enumerate(self._drawn):
            a, b, c, d = self._matrices[6 * number : 6 * number + 4]
            is_mirrored = drawn.stop - drawn.start == 1 and a < 0 < d  # as a letter of a logo may be
            direction = self._direction(number, -a if is_mirrored else a, b)
            size = abs(self._sizes[number]) * math.hypot(c, d)
            if direction is None or not 0.5 < size < 2000:
                continue
            x, y = self._origins[4 * number : 4 * number + 2]
            base = (y, -x, -y, x)[direction]
            look = self._look(drawn.address) if drawn.address else 0
            for word in _WORD.finditer(self._text, drawn.start, drawn.stop):
                blank = drawn.after_blank if word.start() == drawn.start else True
                if is_mirrored:
                    mirrored.add(len(words))
                words.append(word.span())
                told.append((direction, base, size, look, blank))
        boxes = self._fetched(
            _box_of, [at for word in words for at in (word[0], word[1] - 1)], ctypes.c_float, 4
        )
        waiting: tuple[int, Fragment] | None = None
        for number, (start, stop) in enumerate(words):
            direction, base, size, look, blank = told[number]
            box = boxes[8 * number : 8 * number + 8]
            left, right = _edges(box, direction)
            text = plain_letters(self._text[start:stop])
            link = self._link(box) if self._areas else 0
            made = direction, Fragment(text, left, right, base, size, look, blank, link)
            if number in mirrored and waiting and 0 < waiting[1].left - left < size:
                yield made  # it was set after what stands behind it
                waiting = waiting[0], waiting[1]._replace(after_blank=False)
                continue
            if waiting:
                yield waiting
            waiting = made
        if waiting:
            yield waiting

    def _link(self, boxes: Sequence[float]) -> int:
        """To which goal a word leads, by the boxes of its first and its last sign."""
        across, up = (boxes[0], boxes[2], boxes[4], boxes[6]), (boxes[1], boxes[3], boxes[5], boxes[7])
        return self._areas.goal_of(min(across), min(up), max(across), max(up))

    def _direction(self, number: int, a: float, b: float) -> int | None:
        """To which side the signs run; None when askew, as watermarks are."""
        x, y, last_x, last_y = self._origins[4 * number : 4 * number + 4]
        if abs(a) + abs(b) < 1e-6:
            return 0
        if abs(last_y - y) > 2 * abs(last_x - x) and abs(a) > 4 * abs(b):
            return 3  # set from top to bottom
        if abs(b) < 0.15 * abs(a):
            return 0 if a > 0 else 2
        if abs(a) < 0.15 * abs(b):
            return 1 if b > 0 else 3
        return None

    def _look(self, address: int) -> int:
        font = _font_of(address) or 0
        look = self._looks.get(font)
        if look is None:
            look = self._looks[font] = _look_of(font) if font else 0
        return look


def _edges(boxes: Sequence[float], direction: int) -> tuple[float, float]:
    """Where a word begins and ends in its direction, by the boxes of its first and its last sign.

    A loose box is (left, top, right, bottom) and keeps the room that the sign takes in its line.
    """
    if direction in (0, 2):
        low, high = min(boxes[0], boxes[4]), max(boxes[2], boxes[6])
    else:
        low, high = min(boxes[3], boxes[7]), max(boxes[1], boxes[5])
    return (low, high) if direction in (0, 1) else (-high, -low)


def _text_of(codes: Sequence[int]) -> str:
    """A sign for each code."""
    text = "".join(map(_sign, codes))
    if not _OLD_LIGATURES.isdisjoint(codes):  # else a 13 is no more than a line end
        ends = (at for at, code in enumerate(codes) if code == 13 and 10 not in codes[at + 1 : at + 2])
        for at in ends:
            text = f"{text[:at]}ﬂ{text[at + 1 :]}"
    return text


def _sign(code: int) -> str:
    if code in _OF_TEX:
        return _OF_TEX[code]
    if code == 2 or code == 0xFFFE:
        return "-"
    if code < 32 or code == 127 or 0x80 <= code < 0xA0:
        return " "
    return chr(code) if code < 0x110000 else "\ufffd"


def _look_of(font: int) -> int:
    buffer = ctypes.create_string_buffer(200)
    _font_name_of(font, buffer, 200)
    name = buffer.value.decode("utf-8", "replace").partition("+")[2] or buffer.value.decode(
        "utf-8", "replace"
    )
    name = name.lower()
    flags = _font_flags_of(font)
    look = 0
    if flags & _FLAG_ITALIC or any(part in name for part in ("italic", "oblique", "slanted", "cmti", "cmsl")):
        look |= ITALIC
    is_bold = any(part in name for part in ("bold", "black", "heavy", "cmbx", "sfbx"))
    if flags & _FLAG_BOLD or is_bold or _font_weight_of(font) >= _BOLD_WEIGHT:
        look |= BOLD
    if flags & _FLAG_FIXED or any(part in name for part in ("mono", "courier", "typewriter", "cmtt")):
        look |= FIXED
    return look
