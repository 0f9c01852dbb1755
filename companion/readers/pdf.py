"""A PDF becomes a Document: its text in the order of reading, with paragraphs as they were written."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2_raw as pdfium

from companion.core.message import Message
from companion.readers.beginning import ENOUGH, beginning_of
from companion.readers.binding import Named, bound
from companion.readers.limits import LONGEST_DAMAGE, MOST_PAGES, MOST_SIGNS_IN_PDF
from companion.readers.pdf_columns import columns_of
from companion.readers.pdf_contents import contents_of
from companion.readers.pdf_fields import fields_on, remove_what_is_not_drawn
from companion.readers.pdf_figures import figures_on, without_words
from companion.readers.pdf_file import DamagedPdfError, LockedPdfError, PdfFile
from companion.readers.pdf_flow import flow_of
from companion.readers.pdf_hyphens import Hyphens
from companion.readers.pdf_labels import labels_of
from companion.readers.pdf_lines import Line, lines_of
from companion.readers.pdf_pictures import cover_of, pictures_on, without_decoration
from companion.readers.pdf_ruled import tabulated
from companion.readers.pdf_rules import grids_on
from companion.readers.pdf_running import running_of
from companion.readers.pdf_setting import setting_of, size_of_type
from companion.readers.pdf_signs import PageSigns, signs_on
from companion.readers.pdf_stated import stated_in
from companion.readers.pdf_writing import Writing, page_key
from companion.readers.unreadable import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from companion.core.document import Document
    from companion.readers.beginning import Begun
    from companion.readers.pdf_links import Links
    from companion.readers.pdf_pictures import Shown
    from companion.readers.pdf_pieces import Piece


_PAGES_TOLD = 10
"""Pages after which the progress is told; they take a tenth of a second."""


class _Page(NamedTuple):
    """What is on a page: its signs, its pictures; the source of the cover that it is, if it is one."""

    signs: PageSigns
    pictures: list[Shown]
    cover: str
    is_blank: bool


@dataclass(slots=True)
class _Read:
    """What was read of the pages: the pieces in the main direction of each, in others, what is wrong."""

    links: Links
    main: list[list[Piece]] = field(default_factory=list)
    others: list[list[list[Piece]]] = field(default_factory=list)
    damaged: int = 0
    empty: int = 0
    pictured: int = 0
    shown: list[list[Shown]] = field(default_factory=list)
    cover: str = ""
    is_cut: bool = False

    def pictures(self) -> Iterator[Shown]:
        """The pictures on all pages, without what is there on page after page."""
        letters = [sum(len(piece.text) for piece in page) for page in self.main]
        return chain.from_iterable(without_decoration(self.shown, letters))


def read_pdf(
    data: bytes,
    name: str,
    title: str,
    progress: Callable[[float], None] | None = None,
    begun: Begun | None = None,
) -> Document:
    """The document in a PDF; `name` is the file's, `title` serves when neither file nor first page state one.

    `progress` is told the share of the pages that is read, from 0 to 1, now and then; `begun` is given the
    first pages of a long one. What comes later may tell that these are set, or their words joined, otherwise.

    Raises UnreadableError when the file is damaged, wants a password, or has no text but only pictures of
    pages. ISO 32000-2, read by PDFium.
    """
    try:
        with PdfFile(data) as file:
            read = _read_pages(file, title, progress or _nobody, begun)
            if not any(read.main):
                raise UnreadableError(_nothing_to_read(read, name))
            return _document(file, read, title)
    except LockedPdfError:
        raise UnreadableError(
            Message(
                "“{name}” is encrypted; save a copy without a password to read it.",
                name=name,
            )
        ) from None
    except DamagedPdfError:
        raise UnreadableError(_damaged_file(name)) from None


def _document(file: PdfFile, read: _Read, title: str) -> Document:
    """The document in the pages that were read."""
    size, look = size_of_type(read.main)
    running = running_of(read.main, size)
    columns: list[list[list[Line]]] = []
    for page, pieces in enumerate(read.main):
        kept = [piece for number, piece in enumerate(pieces) if number not in running[page].pieces]
        found = [lines_of(column, page) for column in columns_of(kept, size)] if kept else []
        found += [lines_of(other, page) for other in read.others[page]]
        columns.append(found)
    setting = setting_of((lines for page in columns for lines in page), size, look)
    flow = flow_of(columns, setting)
    hyphens = Hyphens((line.text for line in lines) for page in columns for lines in page)
    contents = contents_of(flow.paragraphs, file.outline(), setting)
    writing = Writing(flow, contents, hyphens, setting, read.links.goals, read.pictures())
    gathering = writing.write()
    labels = labels_of([file.label(page) for page in range(len(columns))], [r.number for r in running])
    return bound(
        gathering,
        stated_in(file, flow.paragraphs, setting, title),
        "pdf",
        headings=writing.headings,
        pages=[Named(label, page_key(page)) for page, label in enumerate(labels) if label],
        cover=read.cover,
        warnings=(*_file_warnings(file), *_warnings(read)),
    )


def _read_pages(file: PdfFile, title: str, progress: Callable[[float], None], begun: Begun | None) -> _Read:
    read = _Read(file.links())
    signs = damaged_in_row = 0
    for index in range(min(file.page_count, MOST_PAGES)):
        if index % _PAGES_TOLD == 0:
            progress(index / file.page_count)
        if begun is not None and signs >= ENOUGH:
            begun(beginning_of(_document(file, read, title)))
            begun = None
        found = _read_page(file, index, read.links)
        if found is None:
            read.damaged += 1
            damaged_in_row += 1
        else:
            damaged_in_row = 0
            signs += found.signs.signs
            read.is_cut |= found.signs.is_cut
        _take(read, found)
        if signs > MOST_SIGNS_IN_PDF or damaged_in_row > LONGEST_DAMAGE:
            break
    read.is_cut |= len(read.main) < file.page_count
    return read


def _read_page(file: PdfFile, index: int, links: Links) -> _Page | None:
    found = _read_once(file, index, links, with_forms=False)
    if found is not None and not found.signs.pieces:
        return _read_once(file, index, links, with_forms=True)
    return found


def _read_once(file: PdfFile, index: int, links: Links, *, with_forms: bool) -> _Page | None:
    """What is on a page; `with_forms` also what was filled into forms or written beside."""
    page = file.load_page(index)
    if not page:
        return None
    areas = links.on(page)
    filled = fields_on(page) if with_forms else []
    try:
        if with_forms and pdfium.FPDFPage_GetAnnotCount(page) > 0:
            remove_what_is_not_drawn(page)
            pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
            pdfium.FPDF_ClosePage(page)
            page = file.load_page(index)
        if not page:
            return None
        grids = grids_on(page)
        signs = signs_on(page, areas, grids)
        if filled and not signs.pieces:
            signs.pieces[0] = filled
        if grids and 0 in signs.pieces:
            signs.pieces[0] = tabulated(signs.pieces[0], grids, index)
        pictures = pictures_on(page, index, signs.pieces.get(0, ()))
        figures = figures_on(page, index, signs.pieces, pictures)
        signs = signs._replace(pieces=without_words(signs.pieces, figures))
        is_blank = pdfium.FPDFPage_CountObjects(page) <= 0
        return _Page(signs, [*pictures, *figures], "" if index else cover_of(page), is_blank)
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


def _take(read: _Read, found: _Page | None) -> None:
    """Takes what is on a page; its main direction is that of most of its pieces."""
    pieces = {} if found is None else found.signs.pieces
    if found is not None and not pieces:
        read.pictured += bool(found.pictures)
        read.empty += not found.pictures and not found.is_blank
    read.shown.append([] if found is None else found.pictures)
    read.cover = read.cover or ("" if found is None else found.cover)
    main = max(pieces, key=lambda direction: sum(len(p.text) for p in pieces[direction]), default=0)
    read.main.append(pieces.get(main, []))
    read.others.append([pieces[direction] for direction in sorted(pieces) if direction != main])


def _file_warnings(file: PdfFile) -> list[Message]:
    told = []
    if file.is_mended or file.is_cut_off:
        told.append(Message("The file is damaged; it is shown as far as it could be read."))
    if file.lacks_pages:
        told.append(Message("The file says that it has more pages than are in it."))
    if file.is_nested_deeply:
        told.append(Message("Parts of the file are nested too deeply, and left out."))
    return told


def _warnings(read: _Read) -> list[Message]:
    told = []
    if read.empty == 1:
        told.append(Message("One page has no text, only a picture at most; it is left out."))
    elif read.empty:
        told.append(
            Message("%Ln pages have no text, only pictures at most; they are left out.", "", read.empty)
        )
    if read.pictured == 1:
        told.append(Message("One page has no text, only a picture, which is shown."))
    elif read.pictured:
        told.append(
            Message(
                "%Ln pages have no text, only pictures; these are shown, but no words in them can be found.",
                "",
                read.pictured,
            )
        )
    if read.damaged == 1:
        told.append(Message("One page is damaged and left out."))
    elif read.damaged:
        told.append(Message("%Ln pages are damaged and left out.", "", read.damaged))
    if read.is_cut:
        told.append(Message("The file has more pages or more text than can be read; the rest is left out."))
    return told


def _nothing_to_read(read: _Read, name: str) -> Message:
    if read.damaged >= len(read.main):
        return _damaged_file(name)
    return Message(
        "“{name}” has no text that can be read. If its pages are pictures, as scans are, run it through a "
        "program for text recognition (OCR) first.",
        name=name,
    )


def _nobody(share: float) -> None:
    """Takes the progress when nobody asks for it."""


def _damaged_file(name: str) -> Message:
    return Message("“{name}” is damaged: no page of it can be read; try to get it again.", name=name)
