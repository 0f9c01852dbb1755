"""Selecting: what the reader has selected, by mouse or by keyboard, and how it is copied."""

from __future__ import annotations

from enum import Enum, auto
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal

from companion.core.document import BlockKind, Span, Style
from companion.ui.reading_view.caret import Step, moved, word_at

if TYPE_CHECKING:
    from companion.core.document import Block, Document
    from companion.ui.reading_view.flow import Flow


class Unit(Enum):
    """By what a selection grows: after a double click by words, after a triple click by blocks."""

    CHARACTER = auto()
    WORD = auto()
    BLOCK = auto()


class Selecting(QObject):
    """A selection between an anchor and a caret.

    Signals:
        changed(Span): the words that are selected now; an empty span for none.
    """

    changed = Signal(object)

    def __init__(self, flow: Flow, parent: QObject) -> None:
        super().__init__(parent)
        self._flow = flow
        self._unit = Unit.CHARACTER
        self._anchor = Span(0, 0)
        self.caret = 0
        self.span = Span(0, 0)

    def clear(self, at: int | None = None) -> None:
        """Selects nothing; the next selection begins at `at`, if given."""
        self._unit = Unit.CHARACTER
        if at is not None:
            self.caret = at
        self._anchor = Span(self.caret, self.caret)
        self._select(self._anchor)

    def begin(self, offset: int, unit: Unit) -> None:
        """Begins a selection with the character boundary, word or block at `offset`."""
        self._unit = unit
        self._anchor = self._whole(offset)
        self.caret = self._anchor.end
        self._select(self._anchor)

    def extend(self, offset: int) -> None:
        """Reaches from where the selection began to `offset`, in its units."""
        reached = self._whole(offset)
        self.caret = reached.end if reached.start >= self._anchor.start else reached.start
        self._select(Span(min(self._anchor.start, reached.start), max(self._anchor.end, reached.end)))

    def step(self, step: Step, forward: bool) -> None:
        """Moves the selection's end by keyboard."""
        self._unit = Unit.CHARACTER
        if not self.span.end > self.span.start:
            self._anchor = Span(self.caret, self.caret)
        elif len(set(self._anchor)) > 1:
            kept = self.span.start if self.caret == self.span.end else self.span.end
            self._anchor = Span(kept, kept)
        self.extend(moved(self._flow, self.caret, step, forward))

    def select_all(self) -> None:
        """Selects the whole text."""
        document = self._flow.document
        self._unit = Unit.CHARACTER
        self._anchor = Span(0, 0)
        self.caret = len(document.text)
        self._select(document.span)

    @property
    def text(self) -> str:
        """The selected words: blocks on lines of their own, without what lies between them in the file."""
        document = self._flow.document
        return "\n".join(document.text[s:e] for _, s, e in _pieces(document, self.span))

    def mime_data(self) -> QMimeData:
        """The selected words for the clipboard, plain and with their styles."""
        data = QMimeData()
        data.setText(self.text)
        data.setHtml(_as_html(self._flow.document, self.span))
        return data

    def _whole(self, offset: int) -> Span:
        document = self._flow.document
        if self._unit is Unit.WORD:
            return word_at(document, offset)
        if self._unit is Unit.BLOCK and (block := document.block_at(offset)):
            return block.span
        return Span(offset, offset)

    def _select(self, span: Span) -> None:
        if span != self.span:
            self.span = span
            self.changed.emit(span)


def _pieces(document: Document, span: Span) -> list[tuple[Block, int, int]]:
    """The blocks that `span` touches, each with the part of it that is meant."""
    found = []
    if span.end > span.start and document.blocks:
        for block in document.blocks[
            document.block_index(span.start) : document.block_index(span.end - 1) + 1
        ]:
            start, end = max(span.start, block.start), min(span.end, block.end)
            if start < end:
                found.append((block, start, end))
    return found


_TAGS = {Style.EMPHASIS: "em", Style.STRONG: "strong", Style.CODE: "code"}


def _as_html(document: Document, span: Span) -> str:
    """The words of `span` as HTML: headings, paragraphs and runs of style, all else escaped."""
    out = []
    for block, start, end in _pieces(document, span):
        is_heading = block.kind is BlockKind.HEADING
        tag = (
            f"h{min(6, max(1, block.level))}"
            if is_heading
            else "pre"
            if block.kind is BlockKind.PREFORMATTED
            else "p"
        )
        marker = f"{escape(block.marker)} " if block.marker and start == block.start else ""
        out.append(f"<{tag}>{marker}{_styled(document, start, end)}</{tag}>")
    return "".join(out)


def _styled(document: Document, start: int, end: int) -> str:
    """The words of ``[start, end)`` in pieces of one style each, so that the tags are always well nested."""
    block = document.blocks[document.block_index(start)]
    runs = document.styles_within(block.start, end)
    edges = {start, end} | {edge for run in runs for edge in (run.start, run.end) if start < edge < end}
    places = sorted(edges)
    out = []
    for first, last in pairwise(places):
        words = escape(document.text[first:last]).replace("\n", "<br>")
        for run in runs:
            if run.start <= first < run.end:
                words = f"<{_TAGS[run.style]}>{words}</{_TAGS[run.style]}>"
        out.append(words)
    return "".join(out)
