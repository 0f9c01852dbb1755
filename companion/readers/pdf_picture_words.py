"""What a PDF says of its pictures for those who cannot see them. ISO 32000-2, 14.9.3."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2_raw as pdfium

from companion.readers.limits import DEEPEST_FORMS, MOST_OBJECTS_ON_PAGE, MOST_PICTURES_ON_PAGE
from companion.readers.stating import one_line

_LONGEST_SAID = 1_000


class PictureWords:
    """What is said of the images on a page that PDFium has loaded; to be closed before that is."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._tree: Any = None
        self._said: dict[int, str] | None = None

    def of(self, image: Any) -> str:
        """What is said of an image; empty when nothing is."""
        number = pdfium.FPDFPageObj_GetMarkedContentID(image)
        if number < 0:
            return ""
        if self._said is None:
            self._said = {}
            self._tree = pdfium.FPDF_StructTree_GetForPage(self._page)
            if self._tree:
                self._read()
        return self._said.get(number, "")

    def close(self) -> None:
        """Lets go of what was read."""
        if self._tree:
            pdfium.FPDF_StructTree_Close(self._tree)
            self._tree = None

    def _read(self) -> None:
        assert self._said is not None
        waiting = [
            (pdfium.FPDF_StructTree_GetChildAtIndex(self._tree, number), "", DEEPEST_FORMS)
            for number in range(self._count(pdfium.FPDF_StructTree_CountChildren(self._tree)))
        ]
        for _ in range(MOST_OBJECTS_ON_PAGE):
            if not waiting:
                return
            element, said, depth = waiting.pop()
            if not element:
                continue
            said = _alternative(element) or said
            for place in range(self._count(pdfium.FPDF_StructElement_GetMarkedContentIdCount(element))):
                number = pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, place)
                if said and number >= 0:
                    self._said.setdefault(number, said)
            if depth:
                waiting += [
                    (pdfium.FPDF_StructElement_GetChildAtIndex(element, number), said, depth - 1)
                    for number in range(self._count(pdfium.FPDF_StructElement_CountChildren(element)))
                ]

    def _count(self, count: int) -> int:
        return min(max(0, count), MOST_PICTURES_ON_PAGE)


def _alternative(element: Any) -> str:
    length = pdfium.FPDF_StructElement_GetAltText(element, None, 0)
    if not 2 < length <= 4 * _LONGEST_SAID:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDF_StructElement_GetAltText(element, buffer, length)
    return one_line(buffer.raw.decode("utf-16-le", "replace").split("\0", 1)[0])
