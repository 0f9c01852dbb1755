"""What was filled into the fields of a PDF's form, where no program has drawn it on the page yet."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

import pypdfium2_raw as pdfium

from companion.readers.limits import MOST_LINKS_ON_PAGE
from companion.readers.pdf_pieces import Piece, Run
from companion.readers.stating import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_HIDDEN = 0x2 | 0x20
"""Bits of a field that is not shown, or not before something is done. ISO 32000-2, table 167."""
_PASSWORD = 1 << 13
_LONGEST = 8_000
"""Bytes, two or four for each sign."""
_SIZE, _SMALLEST = 12.0, 4.0
_NOTHING = 2
"""Bytes that PDFium gives for no words at all."""


def fields_on(page: Any) -> list[Piece]:
    """The words in the fields of a page, and those that somebody has put on it, each as one piece."""
    count = min(max(0, pdfium.FPDFPage_GetAnnotCount(page)), MOST_LINKS_ON_PAGE)
    return [piece for number in range(count) for piece in _piece(page, number)]


def remove_what_is_not_drawn(page: Any) -> None:
    """Removes the fields that say how they are drawn, but not by a drawing: PDFium breaks down over them."""
    for number in reversed(range(max(0, pdfium.FPDFPage_GetAnnotCount(page)))):
        note = pdfium.FPDFPage_GetAnnot(page, number)
        if not note:
            continue
        is_told = bool(pdfium.FPDFAnnot_HasKey(note, b"AP"))
        is_drawn = pdfium.FPDFAnnot_GetAP(note, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > _NOTHING
        pdfium.FPDFPage_CloseAnnot(note)
        if is_told and not is_drawn:
            pdfium.FPDFPage_RemoveAnnot(page, number)


def _piece(page: Any, number: int) -> Iterator[Piece]:
    field = pdfium.FPDFPage_GetAnnot(page, number)
    if not field:
        return
    try:
        key = {pdfium.FPDF_ANNOT_WIDGET: b"V", pdfium.FPDF_ANNOT_FREETEXT: b"Contents"}.get(
            pdfium.FPDFAnnot_GetSubtype(field)
        )
        if key is None or pdfium.FPDFAnnot_GetFlags(field) & _HIDDEN or _is_secret(field):
            return
        words, box = _said(field, key), pdfium.FS_RECTF()
        if words and pdfium.FPDFAnnot_GetRect(field, box):
            size = max(_SMALLEST, min(_SIZE, abs(box.top - box.bottom)))
            left, right = sorted((box.left, box.right))
            yield Piece(left, right, min(box.bottom, box.top) + 0.2 * size, size, (Run(words),), right - left)
    finally:
        pdfium.FPDFPage_CloseAnnot(field)


def _is_secret(field: Any) -> bool:
    """Whether a field is for a password."""
    flags = ctypes.c_float()
    return bool(pdfium.FPDFAnnot_GetNumberValue(field, b"Ff", flags) and int(flags.value) & _PASSWORD)


def _said(field: Any, key: bytes) -> str:
    """The words under a key of a field; empty where something else than words stands there."""
    if pdfium.FPDFAnnot_GetValueType(field, key) != pdfium.FPDF_OBJECT_STRING:
        return ""
    length = pdfium.FPDFAnnot_GetStringValue(field, key, None, 0)
    if not 2 < length <= _LONGEST:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(field, key, buffer, length)
    return one_line(bytes(buffer).decode("utf-16-le", "replace").split("\0", 1)[0])
