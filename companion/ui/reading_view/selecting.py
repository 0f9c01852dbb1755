"""Selecting: what the reader has selected, by mouse or by keyboard."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from companion.core.document import Span
from companion.ui.reading_view.caret import BY_LINES, Step, moved, word_at, x_of
from companion.ui.reading_view.copying import CopyText, as_html, as_plain

if TYPE_CHECKING:
    from companion.ui.reading_view.flow import Flow

_LONG = 400_000
"""Code points from which on the window could not wait until they are copied."""


class Unit(Enum):
    """By what a selection grows: after a double click by words, after a triple one by blocks or cells."""

    CHARACTER = auto()
    WORD = auto()
    BLOCK = auto()


class Selecting(QObject):
    """A selection between an anchor and a caret. In the mere beginning of a text nothing can be selected.

    Signals:
        changed(Span): the words that are selected now; an empty span for none.
        long_copy_wanted(CopyText): so many words are to be copied that it takes a while; the work to be done.
    """

    changed = Signal(object)
    long_copy_wanted = Signal(object)

    def __init__(self, flow: Flow, parent: QObject) -> None:
        super().__init__(parent)
        self._flow = flow
        self._unit = Unit.CHARACTER
        self._anchor = Span(0, 0)
        self._wanted_x: float | None = None
        self.caret = 0
        self.span = Span(0, 0)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self.span.end <= self.span.start

    @property
    def unit(self) -> Unit:
        """By what the selection grows."""
        return self._unit

    def clear(self, at: int | None = None) -> None:
        """Selects nothing; the next selection begins at `at`, if given."""
        self._unit, self._wanted_x = Unit.CHARACTER, None
        if at is not None:
            self.caret = at
        self._anchor = Span(self.caret, self.caret)
        self._select(self._anchor)

    def begin(self, offset: int, unit: Unit) -> None:
        """Begins a selection with the word or block that holds the character at `offset`."""
        self._unit, self._wanted_x = unit, None
        self._anchor = self._whole(offset)
        self.caret = self._anchor.end
        self._select(self._anchor)

    def extend(self, offset: int) -> None:
        """Reaches from where the selection began to the boundary at `offset`, or as far as the word or block
        of the character there."""
        self._wanted_x = None
        self._reach(offset)

    def select(self, span: Span) -> None:
        """Selects the words of `span`; the caret is at its end."""
        self._unit, self._wanted_x = Unit.CHARACTER, None
        self._anchor = Span(span.start, span.start)
        self._reach(span.end)

    def step(self, step: Step, forward: bool) -> None:
        """Moves the selection's end by keyboard."""
        self._go_on_by_characters()
        x = None
        if step in BY_LINES:
            x = x_of(self._flow, self.caret) if self._wanted_x is None else self._wanted_x
        self._wanted_x = x
        self._reach(moved(self._flow, self.caret, step, forward, x))

    def select_all(self) -> None:
        """Selects the whole text."""
        self.select(self._flow.document.span)

    @property
    def text(self) -> str:
        """The selected words as they are read."""
        return as_plain(self._flow.document, self.span)

    def copy(self) -> None:
        """Puts the selected words on the clipboard, plain and with their styles."""
        if self._is_long:
            self.long_copy_wanted.emit(CopyText(self._flow.document, self.span))
        elif not self.is_empty:
            data = QMimeData()
            data.setText(self.text)
            data.setHtml(as_html(self._flow.document, self.span))
            QGuiApplication.clipboard().setMimeData(data)

    def offer(self) -> None:
        """Lets the middle button of the mouse paste the selected words, where the system has that custom.

        So many that the mouse would halt are not offered while they are being selected.
        """
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and not self.is_empty and not self._is_long:
            clipboard.setText(self.text, QClipboard.Mode.Selection)

    @property
    def _is_long(self) -> bool:
        return self.span.end - self.span.start > _LONG

    def _go_on_by_characters(self) -> None:
        """The keyboard goes on from the caret, whatever the mouse selected by."""
        self._unit = Unit.CHARACTER
        if self.is_empty:
            self._anchor = Span(self.caret, self.caret)
        else:
            kept = self.span.start if self.caret == self.span.end else self.span.end
            self._anchor = Span(kept, kept)

    def _reach(self, offset: int) -> None:
        reached = self._whole(offset)
        self.caret = reached.end if reached.start >= self._anchor.start else reached.start
        self._select(Span(min(self._anchor.start, reached.start), max(self._anchor.end, reached.end)))

    def _whole(self, offset: int) -> Span:
        document = self._flow.document
        if self._unit is Unit.WORD:
            return word_at(document, offset)
        if self._unit is Unit.BLOCK and document.blocks:
            return self._flow.laid(document.block_index(offset)).part_at(offset)
        return Span(offset, offset)

    def _select(self, span: Span) -> None:
        if not self._flow.is_whole:
            span = Span(self.caret, self.caret)
        if span != self.span:
            self.span = span
            self.changed.emit(span)
