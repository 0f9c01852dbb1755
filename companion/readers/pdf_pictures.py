"""The pictures on the pages of a PDF: where they stand, what is said of them, which are mere decoration."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2_raw as pdfium

from companion.readers.limits import DEEPEST_FORMS, MOST_OBJECTS_ON_PAGE, MOST_PICTURES_ON_PAGE
from companion.readers.pdf_picture_words import PictureWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.readers.pdf_pieces import Piece

_FARTHEST = 100_000.0
"""Points from the corner of a page; the largest sheets have 14,400."""
_SMALLEST = 24.0
"""Points across and down below which a picture is a sign or an ornament, and no picture to be looked at."""
_FEWEST_PIXELS = 12
_TOUCHING = 2.0
"""Points between the strips into which many programs cut one picture."""
_MOST_OF_PAGE = 0.8
_BACKGROUND = 300
"""Signs of text before a picture that make it a background."""
_FEW_ON_PAGE = 20
"""Signs on a page on which a picture of the whole page is what there is to see."""
_RUNNING = 3
_COVER = 640
"""Pixels across that a cover is drawn with."""
_SOURCE = re.compile(
    r"page (\d{1,6}) at (-?\d{1,6}\.\d) (-?\d{1,6}\.\d) (\d{1,6}\.\d)x(\d{1,6}\.\d), (\d{1,5}) pixels"
)


class Box(NamedTuple):
    """A part of a page: its edges in points, upwards."""

    left: float
    foot: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From its left edge to its right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From its foot to its top."""
        return self.top - self.foot

    def within(self, other: Box) -> Box:
        """What of this lies in the other; empty, with a width or height below 0, when nothing does."""
        return Box(
            max(self.left, other.left),
            max(self.foot, other.foot),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def around(self, other: Box) -> Box:
        """The box round both."""
        return Box(
            min(self.left, other.left),
            min(self.foot, other.foot),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def touches(self, other: Box, gap: float) -> bool:
        """Whether the two overlap, or nearly do."""
        common = self.within(other)
        return common.width >= -gap and common.height >= -gap


class Shown(NamedTuple):
    """A picture on the page of this index: its place, how many pixels it has across, what is said of it."""

    page: int
    box: Box
    pixels: int
    said: str = ""

    @property
    def source(self) -> str:
        """By what it is found again: ``Picture.source``."""
        box = self.box
        place = f"{box.left:.1f} {box.foot:.1f} {box.width:.1f}x{box.height:.1f}"
        return f"page {self.page} at {place}, {self.pixels} pixels"


def shown_by(source: str) -> Shown | None:
    """The picture that has this source; None when none can have it."""
    found = _SOURCE.fullmatch(source)
    if found is None:
        return None
    left, foot, width, height = map(float, found.groups()[1:5])
    return Shown(int(found[1]), Box(left, foot, left + width, foot + height), int(found[6]))


def page_box(page: Any) -> Box:
    """The part of a page that is seen."""
    edges = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, edges)
    return _sound(edges.left, edges.bottom, edges.right, edges.top)


def cover_of(page: Any) -> str:
    """The source of a picture of the whole first page."""
    box = page_box(page)
    return Shown(0, box, _COVER).source if box.width > 0 and box.height > 0 else ""


def pictures_on(page: Any, index: int, pieces: Sequence[Piece]) -> list[Shown]:
    """The pictures on a page that PDFium has loaded, given the pieces of text on it, which run to the right.

    Strips of one picture are joined. What is very small, or lies behind the text, is none.
    """
    whole = page_box(page)
    joined: list[Shown] = []
    for found in _images(page, whole, index):
        joined = _with(joined, found)
    return [found for found in joined if _is_seen(found, whole, pieces)]


def _with(joined: list[Shown], found: Shown) -> list[Shown]:
    """The pictures with one more, and those that it touches joined to it."""
    apart = []
    for other in joined:
        if _are_one(other.box, found.box):
            box = other.box.around(found.box)
            density = max(other.pixels / max(1.0, other.box.width), found.pixels / max(1.0, found.box.width))
            found = Shown(found.page, box, round(density * box.width), other.said or found.said)
        else:
            apart.append(other)
    return [*apart, found]


def _are_one(box: Box, other: Box) -> bool:
    """Whether two images are seen as one: one over the other, or side by side and of one height or width."""
    if not box.touches(other, _TOUCHING):
        return False
    common = box.within(other)
    if min(common.width, common.height) > _TOUCHING:
        return True
    is_column = abs(box.left - other.left) <= _TOUCHING and abs(box.right - other.right) <= _TOUCHING
    is_row = abs(box.foot - other.foot) <= _TOUCHING and abs(box.top - other.top) <= _TOUCHING
    return is_column or is_row


def _images(page: Any, whole: Box, index: int) -> Iterator[Shown]:
    """The parts of a page that images cover, as far as they are seen."""
    words = PictureWords(page)
    try:
        for count, (image, box) in enumerate(_placed_images(page)):
            seen = box.within(whole)
            if count >= MOST_PICTURES_ON_PAGE:
                return
            if seen.width < 1 or seen.height < 1:
                continue
            across, down = ctypes.c_uint(), ctypes.c_uint()
            pdfium.FPDFImageObj_GetImagePixelSize(image, across, down)
            if min(across.value, down.value) >= _FEWEST_PIXELS or _is_strip(seen):
                yield Shown(index, seen, min(across.value, 99_999), words.of(image))
    finally:
        words.close()


def _is_strip(box: Box) -> bool:
    """Whether a low image may be a strip of a larger one."""
    return box.width >= _SMALLEST and box.height >= 1


def _placed_images(page: Any) -> Iterator[tuple[Any, Box]]:
    """The images on a page and their places, also those in drawings that are used within it."""
    left = MOST_OBJECTS_ON_PAGE
    for number in range(max(0, pdfium.FPDFPage_CountObjects(page))):
        thing = pdfium.FPDFPage_GetObject(page, number)
        left -= 1
        if left < 0:
            return
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield thing, box_of(thing)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            for image, box in _images_within(thing, DEEPEST_FORMS):
                left -= 1
                yield image, box


def _images_within(form: Any, depth: int) -> Iterator[tuple[Any, Box]]:
    """The images in a drawing, and their places in what it is used in."""
    matrix = pdfium.FS_MATRIX()
    if not depth or not pdfium.FPDFPageObj_GetMatrix(form, matrix):
        return
    for number in range(min(max(0, pdfium.FPDFFormObj_CountObjects(form)), MOST_PICTURES_ON_PAGE)):
        thing = pdfium.FPDFFormObj_GetObject(form, number)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield thing, _turned(box_of(thing), matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            for image, box in _images_within(thing, depth - 1):
                yield image, _turned(box, matrix)


def box_of(thing: Any) -> Box:
    """Where something stands on its page; an empty box where nothing says so."""
    left, foot, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(thing, left, foot, right, top):
        return Box(0, 0, -1, -1)
    return _sound(left.value, foot.value, right.value, top.value)


def _sound(*edges: float) -> Box:
    """The box with these edges; an empty one where they are no numbers, or beyond all sheets of paper."""
    return Box(*edges) if all(abs(edge) < _FARTHEST for edge in edges) else Box(0, 0, -1, -1)


def _turned(box: Box, matrix: Any) -> Box:
    corners = [(x, y) for x in (box.left, box.right) for y in (box.foot, box.top)]
    across = [matrix.a * x + matrix.c * y + matrix.e for x, y in corners]
    up = [matrix.b * x + matrix.d * y + matrix.f for x, y in corners]
    return _sound(min(across), min(up), max(across), max(up))


def _is_seen(found: Shown, whole: Box, pieces: Sequence[Piece]) -> bool:
    """Whether there is a picture to be looked at, and not an ornament or a background."""
    box = found.box
    if min(box.width, box.height) < _SMALLEST or found.pixels < _FEWEST_PIXELS:
        return False
    on_page = sum(len(piece.text) for piece in pieces)
    if box.width >= _MOST_OF_PAGE * whole.width and box.height >= _MOST_OF_PAGE * whole.height:
        return on_page < _FEW_ON_PAGE
    before = sum(
        len(piece.text)
        for piece in pieces
        if box.left <= piece.left and piece.right <= box.right and box.foot <= piece.base <= box.top
    )
    return before < _BACKGROUND


def without_decoration(pages: Sequence[Sequence[Shown]], letters: Sequence[int]) -> list[list[Shown]]:
    """The pictures on each page without those that stand in one place of page after page.

    `letters` says how many signs each page has: what covers pages without any is no decoration.
    """
    places = Counter(
        _place(shown) for page, count in zip(pages, letters, strict=True) if count for shown in page
    )
    return [
        [shown for shown in page if not count or places[_place(shown)] < _RUNNING]
        for page, count in zip(pages, letters, strict=True)
    ]


def _place(shown: Shown) -> tuple[int, ...]:
    return (shown.pixels, *(round(edge / 2) for edge in shown.box))
