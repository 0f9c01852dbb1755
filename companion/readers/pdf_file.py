"""A PDF as PDFium opens it: its pages, outline, page labels and what it states about itself."""

from __future__ import annotations

import ctypes
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2_raw as pdfium

from companion.readers.limits import DEEPEST_OUTLINE, LONGEST_STATED, MOST_OUTLINE_ENTRIES
from companion.readers.pdf_links import Links, location
from companion.readers.pdf_mending import claimed_pages, is_nested_deeply, with_trailer, without_circles

if TYPE_CHECKING:
    from collections.abc import Iterator

_WRONG_FORM = 3
_PASSWORD_WANTED = 4
_UNKNOWN_PROTECTION = 5


class LockedPdfError(Exception):
    """The file wants a password, or is protected in a way that PDFium does not know."""


class DamagedPdfError(Exception):
    """No pages can be found in the file."""


class OutlineEntry(NamedTuple):
    """A bookmark of the file: its title, its level from 1, the index of its page and how high it leads.

    `height` is in points above the foot of the page; None for the whole page.
    """

    title: str
    level: int
    page: int
    height: float | None


@cache
def begin() -> None:
    """Starts PDFium, once in a process; it is shown no folders of fonts, so it never opens a file."""
    no_folders = (ctypes.POINTER(ctypes.c_char) * 1)()
    config = pdfium.FPDF_LIBRARY_CONFIG(version=2)
    config.m_pUserFontPaths = ctypes.cast(no_folders, type(config.m_pUserFontPaths))
    pdfium.FPDF_InitLibraryWithConfig(ctypes.byref(config))


class PdfFile:
    """A PDF in memory. https://pdfium.googlesource.com/pdfium/+/main/public/

    Raises LockedPdfError and DamagedPdfError. Use it as a context, or close it.
    """

    def __init__(self, data: bytes) -> None:
        begin()
        data = without_circles(data)
        self._handle, error = _opened(data)
        self.is_cut_off = b"%%EOF" not in data
        self.is_mended = not self._handle and error == _WRONG_FORM
        if self.is_mended:
            data = with_trailer(data)
            self._handle, error = _opened(data)
        if not self._handle:
            raise LockedPdfError if error in (_PASSWORD_WANTED, _UNKNOWN_PROTECTION) else DamagedPdfError
        self._data = data  # PDFium reads in it as long as the file is open
        self.page_count = max(0, pdfium.FPDF_GetPageCount(self._handle))
        self.lacks_pages = claimed_pages(data) > self.page_count
        self.is_nested_deeply = is_nested_deeply(data)

    def __enter__(self) -> PdfFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        if self._handle:
            pdfium.FPDF_CloseDocument(self._handle)
            self._handle = None

    def load_page(self, index: int) -> Any:
        """PDFium's handle of a page, for ``FPDF_ClosePage``; a null pointer when the page is damaged."""
        return pdfium.FPDF_LoadPage(self._handle, index)

    def stated(self, key: str) -> str:
        """What the file states under `key`, such as "Title"; empty when nothing."""
        return _words(pdfium.FPDF_GetMetaText, self._handle, key.encode("ascii"))

    def language(self) -> str:
        """The language that the file states, such as "en-GB"; empty when none."""
        return _words(pdfium.FPDFCatalog_GetLanguage, self._handle)

    def label(self, index: int) -> str:
        """What the file calls the page of this index; empty when it has no names for pages."""
        return _words(pdfium.FPDF_GetPageLabel, self._handle, index)

    def links(self) -> Links:
        """The links of the file, to be found page by page."""
        return Links(self._handle)

    def outline(self) -> list[OutlineEntry]:
        """The bookmarks that lead to a page, in their order; each is visited once, also in a circle."""
        return list(self._entries(None, 1, set()))

    def _entries(self, parent: Any, level: int, visited: set[int]) -> Iterator[OutlineEntry]:
        bookmark = pdfium.FPDFBookmark_GetFirstChild(self._handle, parent)
        while bookmark and len(visited) < MOST_OUTLINE_ENTRIES:
            address = ctypes.cast(bookmark, ctypes.c_void_p).value or 0
            if address in visited:
                return
            visited.add(address)
            entry = self._entry(bookmark, level)
            if entry is not None:
                yield entry
            if level < DEEPEST_OUTLINE:
                yield from self._entries(bookmark, level + 1, visited)
            bookmark = pdfium.FPDFBookmark_GetNextSibling(self._handle, bookmark)

    def _entry(self, bookmark: Any, level: int) -> OutlineEntry | None:
        target = pdfium.FPDFBookmark_GetDest(self._handle, bookmark)
        if not target:
            action = pdfium.FPDFBookmark_GetAction(bookmark)
            if action and pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_GOTO:
                target = pdfium.FPDFAction_GetDest(self._handle, action)
        page = pdfium.FPDFDest_GetDestPageIndex(self._handle, target) if target else -1
        if page < 0:
            return None
        return OutlineEntry(_words(pdfium.FPDFBookmark_GetTitle, bookmark), level, page, location(target)[1])


def _opened(data: bytes) -> tuple[Any, int]:
    """PDFium's handle of the file, else a null pointer and why."""
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    return handle, 0 if handle else pdfium.FPDF_GetLastError()


def _words(function: Any, *given: Any) -> str:
    """What one of PDFium's functions writes as UTF-16 into a buffer."""
    length = function(*given, None, 0)
    if length <= 2:
        return ""
    length = min(length, 8 * LONGEST_STATED)
    buffer = ctypes.create_string_buffer(length)
    kind = function.argtypes[-2]
    function(*given, ctypes.cast(buffer, kind), length)
    return buffer.raw.decode("utf-16-le", "replace").split("\0", 1)[0]
