"""Printing: sheets become a PDF, or go to a printer, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPainter, QPdfWriter

from companion import __version__
from companion.ui.print.paper import RESOLUTION, Paper
from companion.ui.print.sheets import Sheets
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtPrintSupport import QPrinter

    from companion.output.summary import Summary

__all__ = ["Sheets", "pdf_of", "print_on", "to_pdf"]


def to_pdf(summary: Summary, paper: Paper = Paper.A4) -> bytes:
    """The summary as a PDF. Needs a QGuiApplication, but no screen."""
    buffer = QBuffer()
    for _ in pdf_of(Sheets(summary, paper), buffer):
        pass
    return bytes(buffer.data().data())


def pdf_of(sheets: Sheets, buffer: QBuffer) -> Iterator[float]:
    """Writes sheets into a buffer as a PDF, page by page; gives how much is done, 0 to 1."""
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageSize(sheets.paper.size)
    writer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)
    writer.setTitle(sheets.title)
    writer.setCreator(f"Reading Companion {__version__}")
    yield from _drawn(sheets, writer, range(len(sheets)))


def print_on(printer: QPrinter, sheets: Sheets) -> Iterator[float]:
    """Prints the pages that the printer was told to, as often as it was told; gives how much is done."""
    printer.setPageSize(sheets.paper.size)
    printer.setFullPage(True)
    printer.setDocName(sheets.title)
    first, last = printer.fromPage() or 1, printer.toPage() or len(sheets)
    pages = list(range(first - 1, min(last, len(sheets))))
    if printer.pageOrder() == printer.PageOrder.LastPageFirst:
        pages.reverse()
    if not printer.supportsMultipleCopies():
        copies = printer.copyCount()
        pages = pages * copies if printer.collateCopies() else [page for page in pages for _ in range(copies)]
    yield from _drawn(sheets, printer, pages)


def _drawn(sheets: Sheets, device: QPdfWriter | QPrinter, pages: Sequence[int]) -> Iterator[float]:
    painter = QPainter()
    if not painter.begin(device):
        raise OSError(translated("The printer takes no pages."))
    scale = device.resolution() / RESOLUTION
    try:
        painter.scale(scale, scale)
        for count, page in enumerate(pages, 1):
            if count > 1:
                device.newPage()
            sheets.draw(painter, page)
            yield count / len(pages)
    finally:
        painter.end()
