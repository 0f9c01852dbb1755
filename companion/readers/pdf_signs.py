"""The signs on a page of a PDF are taken from PDFium and put together to pieces of lines."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import deque
from itertools import groupby, repeat
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2_raw as pdfium

from companion.readers.limits import MOST_SIGNS_ON_PAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ITALIC, BOLD, FIXED = 1, 2, 4
"""Looks of a font, to be added."""

_RIGHT_TO_LEFT = (("\u0590", "\u08ff"), ("\ufb1d", "\ufdff"), ("\ufe70", "\ufeff"))
_WIDE_GAP = 0.9
"""Sizes of type; a wider gap may part columns or cells, a justified line seldom has one."""
_LARGE = 1.7
"""How many times larger than its line the initial letter of a chapter is, at least."""
_ELLIPSIS = re.compile(r"(?<!\.)(?: \.(?=[ .]))?\.?(?: ?\.){2,3}(?![ .]*\.)(?: ?[”’\"'»)])?")
_FLAG_FIXED, _FLAG_ITALIC, _FLAG_BOLD = 1, 1 << 6, 1 << 18
_BOLD_WEIGHT = 600


class Run(NamedTuple):
    """Words that are set alike, side by side; `raised` tells that they stand above the line and are small."""

    text: str
    look: int = 0
    raised: bool = False


class Piece(NamedTuple):
    """Words on one line with no wide gap between them; all lengths in points, `base` upwards.

    `first` is the width of the first word.
    """

    left: float
    right: float
    base: float
    size: float
    runs: tuple[Run, ...]
    first: float = 0.0

    @property
    def text(self) -> str:
        """The words."""
        return "".join(run.text for run in self.runs)


class PageSigns(NamedTuple):
    """The pieces on a page by the direction in which they run: 0 to the right, 1 up, 2 left, 3 down.

    Lengths are turned so that each direction runs to the right. `is_cut` tells that there was too much.
    """

    pieces: dict[int, list[Piece]]
    signs: int
    is_cut: bool


class _Fragment(NamedTuple):
    """Signs of one text object without a blank in them that would be wide."""

    text: str
    left: float
    right: float
    base: float
    size: float
    look: int
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


def signs_on(page: Any) -> PageSigns:
    """The pieces of lines on a page that PDFium has loaded."""
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return PageSigns({}, 0, False)
    try:
        count = max(0, pdfium.FPDFText_CountChars(text_page))
        kept = min(count, MOST_SIGNS_ON_PAGE)
        found = _Page(ctypes.cast(text_page, ctypes.c_void_p).value or 0, kept).pieces()
        return PageSigns(found, kept, kept < count)
    finally:
        pdfium.FPDFText_ClosePage(text_page)


class _Page:
    """Everything PDFium tells of the signs on a page, fetched with few calls from Python."""

    def __init__(self, handle: int, count: int) -> None:
        self._handle = handle
        self._count = count
        indices = range(count)
        self._text = "".join(map(_sign, map(_unicode_of, repeat(handle), indices)))
        boxes = (ctypes.c_float * (4 * count))()
        start = ctypes.addressof(boxes)
        _run(map(_box_of, repeat(handle), indices, range(start, start + 16 * count, 16)))
        self._boxes = boxes[:]
        origins = (ctypes.c_double * (2 * count))()
        start = ctypes.addressof(origins)
        stop = start + 16 * count
        _run(map(_origin_of, repeat(handle), indices, range(start, stop, 16), range(start + 8, stop + 8, 16)))
        self._origins = origins[:]
        self._objects = list(map(_object_of, repeat(handle), indices))
        self._looks: dict[int, int] = {}

    def pieces(self) -> dict[int, list[Piece]]:
        """The pieces by direction, in the order in which the file draws them."""
        fragments: dict[int, list[_Fragment]] = {}
        for direction, fragment in self._fragments():
            fragments.setdefault(direction, []).append(fragment)
        return {direction: list(_pieces(found)) for direction, found in fragments.items()}

    def _fragments(self) -> Iterator[tuple[int, _Fragment]]:
        place, after_blank = 0, False
        matrix = (ctypes.c_float * 6)()
        for address, group in groupby(self._objects):
            start, place = place, place + sum(1 for _ in group)
            text = self._text[start:place]
            if not text.strip():
                after_blank = True
                continue
            _matrix_of(self._handle, start, ctypes.addressof(matrix))
            a, b, c, d = matrix[:4]
            size = abs(_size_of(self._handle, start)) * math.hypot(c, d)
            direction = self._direction(start, place, a, b)
            if direction is None or not 0.5 < size < 2000:
                continue
            look = self._look(address) if address else 0
            for first, last, blank in _words(text, start):
                fragment = self._fragment(first, last, direction, size, look, after_blank or blank)
                yield direction, fragment
                after_blank = False
            after_blank = text[-1].isspace()

    def _direction(self, start: int, stop: int, a: float, b: float) -> int | None:
        """To which side the signs run; None when askew, as watermarks are."""
        origins = self._origins
        across = origins[2 * stop - 2] - origins[2 * start]
        up = origins[2 * stop - 1] - origins[2 * start + 1]
        if abs(a) + abs(b) < 1e-6:
            return 0
        if abs(up) > 2 * abs(across) and stop - start > 1 and abs(a) > 4 * abs(b):
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

    def _fragment(
        self, first: int, last: int, direction: int, size: float, look: int, after_blank: bool
    ) -> _Fragment:
        # A loose box is (left, top, right, bottom) and keeps the room that the sign takes in its line.
        boxes = self._boxes[4 * first : 4 * last]
        x, y = self._origins[2 * first], self._origins[2 * first + 1]
        if direction == 0:
            left, right, base = min(boxes[::4]), max(boxes[2::4]), y
        elif direction == 2:
            left, right, base = -max(boxes[2::4]), -min(boxes[::4]), -y
        elif direction == 1:
            left, right, base = min(boxes[3::4]), max(boxes[1::4]), -x
        else:
            left, right, base = -max(boxes[1::4]), -min(boxes[3::4]), x
        return _Fragment(_plain_letters(self._text[first:last]), left, right, base, size, look, after_blank)


def _words(text: str, start: int) -> Iterator[tuple[int, int, bool]]:
    """Where the words in the text of one object begin and end, and whether a blank stands before each."""
    place, length = 0, len(text)
    while place < length:
        blank = False
        while place < length and text[place].isspace():
            place += 1
            blank = True
        first = place
        while place < length and not text[place].isspace():
            place += 1
        if first < place:
            yield start + first, start + place, blank


def _pieces(fragments: Iterable[_Fragment]) -> Iterator[Piece]:
    """Fragments that stand side by side on a line, in the order of the file, become pieces."""
    line: list[_Fragment] = []
    for fragment in fragments:
        if line and not _continues(line, fragment):
            yield _piece(line)
            line = []
        line.append(fragment)
    if line:
        yield _piece(line)


def _continues(line: list[_Fragment], fragment: _Fragment) -> bool:
    last = line[-1]
    if not (_is_level(last, fragment) or _is_level(line[0], fragment)):
        return False
    size = max(last.size, fragment.size)
    gap = fragment.left - last.right
    if gap < -0.4 * size and (is_right_to_left(fragment.text) or is_right_to_left(line[0].text)):
        gap = last.left - fragment.right
    return -0.4 * size <= gap <= _WIDE_GAP * size


def _is_level(one: _Fragment, other: _Fragment) -> bool:
    """Whether the two stand on one line, as a raised or lowered number does, but no initial letter."""
    small, large = sorted((one.size, other.size))
    off = abs(one.base - other.base)
    if off <= 0.3 * small:
        return large <= _LARGE * small
    return 0.4 * large <= small <= 0.88 * large and off <= 0.6 * large


def _piece(line: list[_Fragment]) -> Piece:
    """The piece that fragments make; dots between which a blank was set become an ellipsis without any."""
    sizes: dict[float, int] = {}
    for fragment in line:
        sizes[fragment.size] = sizes.get(fragment.size, 0) + len(fragment.text)
    size = max(sizes, key=sizes.__getitem__)
    base = next(fragment.base for fragment in line if fragment.size == size)
    runs: list[Run] = []
    for number, fragment in enumerate(line):
        raised = fragment.size < 0.9 * size and fragment.base > base + 0.15 * size
        text = fragment.text
        if number and fragment.after_blank:
            text = " " + text
        if runs and runs[-1].look == fragment.look and runs[-1].raised == raised:
            runs[-1] = Run(runs[-1].text + text, fragment.look, raised)
        else:
            runs.append(Run(text, fragment.look, raised))
    runs = [run._replace(text=_ELLIPSIS.sub(_close, run.text)) if ". " in run.text else run for run in runs]
    number = next((n for n, fragment in enumerate(line) if n and fragment.after_blank), len(line))
    first = max(f.right for f in line[:number]) - min(f.left for f in line[:number])
    left, right = min(f.left for f in line), max(f.right for f in line)
    return Piece(left, right, base, size, tuple(runs), first)


def _close(dots: re.Match[str]) -> str:
    return dots[0].replace(" ", "")


def is_right_to_left(text: str) -> bool:
    """Whether the text has letters of Hebrew, Arabic or a script that runs like them."""
    return not text.isascii() and any(
        first <= sign <= last for sign in text for first, last in _RIGHT_TO_LEFT
    )


def _sign(code: int) -> str:
    if code == 2 or code == 0xFFFE:
        return "-"
    if code < 32 or code == 127 or 0x80 <= code < 0xA0:
        return " "
    return chr(code) if code < 0x110000 else "\ufffd"


def _plain_letters(text: str) -> str:
    """Ligatures and shapes of letters become the letters they stand for; halves of signs are joined."""
    if text.isascii() or max(text) < "\ud800":
        return text
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "".join(
        unicodedata.normalize("NFKC", sign)
        if "\ufb00" <= sign <= "\ufdff" or "\ufe70" <= sign <= "\ufefe"
        else sign
        for sign in text
    )


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


def _run(calls: Iterable[Any]) -> None:
    deque(calls, maxlen=0)
