"""Units: the letter, word, line, sentence or paragraph at a place, as screen readers ask for them.

The units of one kind cover the text without gaps: a screen reader goes on from the end of one to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QTextLayout

from companion.core.document import Span, Style
from companion.ui.reading_view.caret import word_at
from companion.ui.reading_view.styles import styled_pieces

if TYPE_CHECKING:
    from companion.core.document import Document
    from companion.ui.reading_view.view import ReadingView

Boundary = QAccessible.TextBoundaryType

_ATTRIBUTES = {
    Style.EMPHASIS: "font-style:italic;",
    Style.STRONG: "font-weight:bold;",
    Style.CODE: "font-family:monospace;",
}


def unit_at(view: ReadingView, offset: int, boundary: Boundary) -> Span | None:
    """The unit that holds the character at `offset`; at the end of the text the last one."""
    document = view.flow.document
    if not document.text:
        return None
    if boundary == Boundary.NoBoundary:
        return document.span
    offset = min(offset, len(document.text) - 1)
    paragraph = _paragraph(document, offset)
    block = document.block_at(offset)
    if block is None or offset < block.start:
        return paragraph
    match boundary:
        case Boundary.CharBoundary:
            return _letter(view, offset)
        case Boundary.WordBoundary:
            return word_at(document, offset)
        case Boundary.SentenceBoundary:
            return _sentence(view, offset, paragraph)
        case Boundary.LineBoundary:
            return _line(view, offset, paragraph)
        case _:
            return paragraph


def previous_unit(view: ReadingView, offset: int, boundary: Boundary) -> Span | None:
    """The unit before the one that holds the character at `offset`."""
    here = unit_at(view, offset, boundary)
    if here is None or offset >= len(view.flow.document.text):
        return here
    return unit_at(view, here.start - 1, boundary) if here.start > 0 else None


def next_unit(view: ReadingView, offset: int, boundary: Boundary) -> Span | None:
    """The unit after the one that holds the character at `offset`."""
    here = unit_at(view, offset, boundary)
    if here is None or here.end >= len(view.flow.document.text):
        return None
    return unit_at(view, here.end, boundary)


def style_at(document: Document, offset: int) -> tuple[Span, str]:
    """The run of one style round `offset`, and the style in the words of the IAccessible2 attributes."""
    block = document.block_at(offset)
    if block is None or not block.start <= offset < block.end:
        return Span(offset, min(offset + 1, len(document.text))), ""
    pieces = styled_pieces(document, block, *block.span)
    start, end, styles = next(piece for piece in pieces if offset < piece.end)
    return Span(start, end), "".join(_ATTRIBUTES[style] for style in styles)


def _paragraph(document: Document, offset: int) -> Span:
    """The block at `offset` and what lies between it and the next one."""
    blocks = document.blocks
    if not blocks:
        return document.span
    index = document.block_index(offset)
    if offset < blocks[index].start:
        return Span(0, blocks[index].start)
    after = blocks[index + 1].start if index + 1 < len(blocks) else len(document.text)
    return Span(blocks[index].start, after)


def _letter(view: ReadingView, offset: int) -> Span:
    laid = view.flow.laid(view.flow.document.block_index(offset))
    if offset >= laid.block.end:
        return Span(offset, offset + 1)
    mode = QTextLayout.CursorMode.SkipCharacters
    end = laid.next_caret(offset, mode)
    return Span(laid.previous_caret(end, mode), end)


def _line(view: ReadingView, offset: int, paragraph: Span) -> Span:
    laid = view.flow.laid(view.flow.document.block_index(offset))
    line = laid.line_of(offset)
    span = laid.line_span(line)
    return Span(span.start, paragraph.end) if line is laid.lines[-1] else span


def _sentence(view: ReadingView, offset: int, paragraph: Span) -> Span:
    """From the beginning of the sentence to that of the next, within the paragraph."""
    sentences, start, end = view.reading.companion.sentences, *paragraph
    if len(sentences):
        index = sentences.index(offset)
        while index < len(sentences) and sentences[index].start <= paragraph.start:
            index += 1
        if index < len(sentences) and sentences[index].start <= offset:
            index, start = index + 1, sentences[index].start
        if index < len(sentences):
            end = min(end, sentences[index].start)
    return Span(start, end)
