"""Caret: where the next character, word, line or page is, from any place in the text."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QTextLayout

from companion.core.document import Span
from companion.ui.offsets import Offsets

if TYPE_CHECKING:
    from companion.core.document import Document
    from companion.ui.reading_view.flow import Flow
    from companion.ui.reading_view.lines import Line


class Step(Enum):
    """How far a caret moves."""

    CHARACTER = auto()
    WORD = auto()
    LINE = auto()
    LINE_END = auto()
    BLOCK = auto()
    PAGE = auto()
    TEXT = auto()


BY_LINES = frozenset({Step.LINE, Step.PAGE})
"""Steps that keep the caret's distance from the edge of the column."""


def moved(flow: Flow, offset: int, step: Step, forward: bool, x: float | None = None) -> int:
    """The offset that is one `step` after `offset`, or before it.

    `x` is how far from the column's left edge the caret wants to be on another line, in pixels; without
    it, as far as it is now.
    """
    match step:
        case Step.CHARACTER:
            return _along(flow, offset, forward, QTextLayout.CursorMode.SkipCharacters)
        case Step.WORD:
            return _along(flow, offset, forward, QTextLayout.CursorMode.SkipWords)
        case Step.LINE:
            return _by_lines(flow, offset, 1 if forward else -1, x)
        case Step.PAGE:
            lines = max(1, int(flow.height / (flow.page.line_height if flow.page else 1)) - 2)
            return _by_lines(flow, offset, lines if forward else -lines, x)
        case Step.LINE_END:
            laid = flow.laid(flow.document.block_index(offset))
            return laid.end_of_line(offset) if forward else laid.line_span(laid.line_of(offset)).start
        case Step.BLOCK:
            return _by_blocks(flow.document, offset, forward)
        case Step.TEXT:
            blocks = flow.document.blocks
            return blocks[-1].end if forward else blocks[0].start


def x_of(flow: Flow, offset: int) -> float:
    """How far from the column's left edge a caret at `offset` is, in pixels."""
    return flow.laid(flow.document.block_index(offset)).x_of(offset)


def word_at(document: Document, offset: int) -> Span:
    """The word at `offset`, by Unicode's rules (UAX 29); the character there when it is in no word.

    Outside the blocks it is the nearest word in the block before.
    """
    block = document.block_at(offset)
    if block is None or block.end <= block.start:
        return Span(offset, offset)
    text = document.text[block.start : block.end]
    offsets = Offsets(text)
    inside = min(max(offset, block.start), block.end - 1) - block.start
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, text)
    finder.setPosition(offsets.to_qt(inside + 1))
    start = max(0, finder.toPreviousBoundary())
    finder.setPosition(start)
    end = finder.toNextBoundary()
    end = end if end >= 0 else offsets.to_qt(len(text))
    return Span(block.start + offsets.to_text(start), block.start + offsets.to_text(end))


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


def _by_blocks(document: Document, offset: int, forward: bool) -> int:
    """The end of the block, or its beginning; from there the next one's."""
    blocks, index = document.blocks, document.block_index(offset)
    if forward:
        beyond = offset >= blocks[index].end and index + 1 < len(blocks)
        return blocks[index + beyond].end
    return blocks[index - (offset <= blocks[index].start and index > 0)].start


def _by_lines(flow: Flow, offset: int, lines: int, x: float | None) -> int:
    """So many lines down, or up, at about the same distance from the edge."""
    index = flow.document.block_index(offset)
    laid = flow.laid(index)
    x = laid.x_of(offset) if x is None else x
    passed = laid.lines_near(x)
    number = max(0, bisect_right(passed, laid.line_of(offset).top, key=_top) - 1) + lines
    while number >= len(passed) and index + 1 < len(flow.document.blocks):
        number -= len(passed)
        index += 1
        laid = flow.laid(index)
        passed = laid.lines_near(x)
    while number < 0 and index:
        index -= 1
        laid = flow.laid(index)
        passed = laid.lines_near(x)
        number += len(passed)
    if number < 0:
        return laid.block.start
    if number >= len(passed):
        return laid.block.end
    line = passed[number]
    found = laid.offset_at(x, line.baseline)
    # Where no blank is lost at the end of a line, its end is the beginning of the next one.
    if found == laid.line_span(line).end and line is not passed[-1]:
        return laid.previous_caret(found, QTextLayout.CursorMode.SkipCharacters)
    return found


def _top(line: Line) -> float:
    return line.top
