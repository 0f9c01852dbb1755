"""A part of a PDF's page is drawn as it is seen, and becomes a picture."""

from __future__ import annotations

import ctypes
import struct
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pypdfium2_raw as pdfium

from companion.readers.pdf_file import DamagedPdfError, LockedPdfError, PdfFile
from companion.readers.pdf_pictures import page_box, shown_by

if TYPE_CHECKING:
    from companion.readers.pdf_pictures import Box

_MOST_PIXELS = 6_000_000
"""Of a picture as it is drawn: 18 MB. What has more in the file is seen no better on any screen."""
_FINEST, _COARSEST = 600 / 72, 150 / 72
"""Pixels for each point; the coarsest is for drawings of few pixels, among which there may be words."""
_FINE = 64
"""Parts of a point in which PDFium is asked for places, since it gives whole numbers."""


def drawn_picture(data: bytes, source: str) -> bytes | None:
    """The picture `source` of a PDF as a BMP; None when its page cannot be drawn.

    The page is drawn as it is seen there, so masks, strips and words before a picture are as they should be.
    """
    shown = shown_by(source)
    file = _opened(data) if shown is not None else None
    if shown is None or file is None or shown.page >= file.page_count:
        return None
    page = file.load_page(shown.page)
    if not page:
        return None
    try:
        box = shown.box.within(page_box(page))
        if box.width < 1 or box.height < 1:
            return None
        return _drawn(page, box, min(_FINEST, max(_COARSEST, shown.pixels / shown.box.width)))
    finally:
        pdfium.FPDF_ClosePage(page)


@lru_cache(maxsize=1)
def _opened(data: bytes) -> PdfFile | None:
    try:
        return PdfFile(data)
    except (LockedPdfError, DamagedPdfError):
        return None


def _drawn(page: Any, box: Box, density: float) -> bytes | None:
    left, top, width, height = _on_sheet(page, box)
    density = min(density, (_MOST_PIXELS / (width * height)) ** 0.5)
    across, down = max(1, round(width * density)), max(1, round(height * density))
    bitmap = pdfium.FPDFBitmap_CreateEx(across, down, pdfium.FPDFBitmap_BGR, None, 0)
    if not bitmap:
        return None
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, 0xFFFFFFFF)
        matrix = pdfium.FS_MATRIX(density, 0, 0, density, -left * density, -top * density)
        clip = pdfium.FS_RECTF(0, 0, across, down)
        pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, clip, 0)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        rows = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * down)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return _bitmap_file(across, down, stride, rows)


def _on_sheet(page: Any, box: Box) -> tuple[float, float, float, float]:
    """Left, top, width and height of a part of a page as it lies before the reader, also of a turned one."""
    wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    fine = min(_FINE, 1_000_000 / max(1.0, wide, high))
    found = []
    for x, y in ((box.left, box.foot), (box.right, box.top)):
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page, 0, 0, round(wide * fine), round(high * fine), 0, x, y, across, down)
        found.append((across.value / fine, down.value / fine))
    (x, y), (other_x, other_y) = found
    return min(x, other_x), min(y, other_y), max(1.0, abs(x - other_x)), max(1.0, abs(y - other_y))


def _bitmap_file(across: int, down: int, stride: int, rows: bytes) -> bytes:
    """A BMP of three bytes for a pixel, its rows from the top down, each of so many bytes as BMP wants."""
    wanted = (3 * across + 3) // 4 * 4
    if stride != wanted:
        rows = b"".join(
            rows[start : start + wanted].ljust(wanted, b"\0") for start in range(0, stride * down, stride)
        )
    head = struct.pack("<IiiHHIIiiII", 40, across, -down, 1, 24, 0, len(rows), 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 14 + len(head) + len(rows), 0, 0, 14 + len(head)) + head + rows
