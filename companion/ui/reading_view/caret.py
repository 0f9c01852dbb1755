"""Caret: where the next character, word, line or page is, from any place in the text."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QTextLayout

from companion.core.document import Span
from companion.ui.offsets import Offsets

if TYPE_CHECKING:
    from companion.core.document import Document
    from companion.ui.reading_view.flow import Flow


class Step(Enum):
    """How far a caret moves."""

    CHARACTER = auto()
    WORD = auto()
    LINE = auto()
    LINE_END = auto()
    BLOCK = auto()
    PAGE = auto()
    TEXT = auto()


def moved(flow: Flow, offset: int, step: Step, forward: bool) -> int:
    """The offset that is one `step` after `offset`, or before it."""
    match step:
        case Step.CHARACTER:
            return _along(flow, offset, forward, QTextLayout.CursorMode.SkipCharacters)
        case Step.WORD:
            return _along(flow, offset, forward, QTextLayout.CursorMode.SkipWords)
        case Step.LINE:
            return _by_lines(flow, offset, 1 if forward else -1)
        case Step.PAGE:
            lines = max(1, int(flow.height / (flow.page.line_height if flow.page else 1)) - 2)
            return _by_lines(flow, offset, lines if forward else -lines)
        case Step.LINE_END:
            laid = flow.laid(flow.document.block_index(offset))
            line = laid.line_span(laid.line_of(offset))
            return line.end - (line.end < laid.block.end) if forward else line.start
        case Step.BLOCK:
            block = flow.document.blocks[flow.document.block_index(offset)]
            return block.end if forward else block.start
        case Step.TEXT:
            blocks = flow.document.blocks
            return blocks[-1].end if forward else blocks[0].start


def word_at(document: Document, offset: int) -> Span:
    """The word at `offset`, by Unicode's rules (UAX 29); the character there when it is in no word."""
    block = document.block_at(offset)
    if block is None:
        return Span(offset, offset)
    text = document.text[block.start : block.end]
    offsets = Offsets(text)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, text)
    unit = offsets.to_qt(min(max(0, offset - block.start), max(0, len(text) - 1)))
    finder.setPosition(unit)
    start = unit if finder.isAtBoundary() else finder.toPreviousBoundary()
    end = finder.toNextBoundary()
    end = end if end >= 0 else offsets.to_qt(len(text))
    return Span(block.start + offsets.to_text(max(0, start)), block.start + offsets.to_text(end))


def _along(flow: Flow, offset: int, forward: bool, mode: QTextLayout.CursorMode) -> int:
    blocks = flow.document.blocks
    index = flow.document.block_index(offset)
    laid = flow.laid(index)
    target = laid.next_caret(offset, mode) if forward else laid.previous_caret(offset, mode)
    if target != min(max(offset, laid.block.start), laid.block.end):
        return target
    if forward:
        return blocks[index + 1].start if index + 1 < len(blocks) else blocks[index].end
    return blocks[index - 1].end if index else blocks[0].start


def _by_lines(flow: Flow, offset: int, lines: int) -> int:
    """So many lines down, or up, at about the same distance from the edge."""
    index = flow.document.block_index(offset)
    laid = flow.laid(index)
    x = laid.x_of(offset)
    number = laid.lines.index(laid.line_of(offset)) + lines
    while number >= len(laid.lines) and index + 1 < len(flow.document.blocks):
        number -= len(laid.lines)
        index += 1
        laid = flow.laid(index)
    while number < 0 and index:
        index -= 1
        laid = flow.laid(index)
        number += len(laid.lines)
    if number < 0:
        return laid.block.start
    if number >= len(laid.lines):
        return laid.block.end
    line = laid.lines[number]
    return laid.offset_at(x, line.top + line.height / 2)
