"""Accessible: how a screen reader reads the text: role, words, lines, caret and selection."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
)
from PySide6.QtWidgets import QAccessibleWidget

from companion.core.document import Span
from companion.ui.offsets import Offsets
from companion.ui.reading_view.caret import word_at

if TYPE_CHECKING:
    from companion.ui.reading_view.view import ReadingView

_Boundary = QAccessible.TextBoundaryType


class _ReadableText(QAccessibleTextInterface):
    """The text of a view in Qt's positions (UTF-16 units of the whole text)."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__()
        self._view = view
        self._offsets = Offsets("")
        self._document: object = None

    @property
    def offsets(self) -> Offsets:
        """The conversion for the text that is open now."""
        document = self._view.flow.document
        if document is not self._document:
            self._document, self._offsets = document, Offsets(document.text)
        return self._offsets

    def _span(self, start: int, end: int) -> Span:
        length = len(self._view.flow.document.text)
        last = length if end < 0 else self.offsets.to_text(end)
        return Span(min(self.offsets.to_text(max(0, start)), length), min(last, length))

    def text(self, startOffset: int, endOffset: int) -> str:
        span = self._span(startOffset, endOffset)
        return self._view.flow.document.text[span.start : span.end]

    def textAtOffset(self, offset: int, boundaryType: QAccessible.TextBoundaryType) -> tuple[str, int, int]:
        document = self._view.flow.document
        if not document.blocks:
            return ("", 0, 0)
        place = self._span(offset, offset).start
        span = self._around(place, boundaryType)
        text = document.text[span.start : span.end]
        return (text, self.offsets.to_qt(span.start), self.offsets.to_qt(span.end))

    def _around(self, place: int, boundary: QAccessible.TextBoundaryType) -> Span:
        flow = self._view.flow
        match boundary:
            case _Boundary.CharBoundary:
                return Span(place, min(place + 1, len(flow.document.text)))
            case _Boundary.WordBoundary:
                return word_at(flow.document, place)
            case _Boundary.SentenceBoundary:
                return self._view.reading.companion.sentences.at(place)
            case _Boundary.LineBoundary if flow.page:
                laid = flow.laid(flow.document.block_index(place))
                return laid.line_span(laid.line_of(place))
            case _Boundary.NoBoundary:
                return flow.document.span
            case _:
                return flow.document.blocks[flow.document.block_index(place)].span

    def characterCount(self) -> int:
        return self.offsets.to_qt(len(self._view.flow.document.text))

    def cursorPosition(self) -> int:
        return self.offsets.to_qt(self._view.selecting.caret)

    def setCursorPosition(self, position: int) -> None:
        self._view.selecting.clear(at=self._span(position, position).start)
        self._view.show_caret()

    def selectionCount(self) -> int:
        return int(self._view.selecting.span.end > self._view.selecting.span.start)

    def selection(self, selectionIndex: int) -> tuple[int, int]:
        span = self._view.selecting.span
        return (self.offsets.to_qt(span.start), self.offsets.to_qt(span.end))

    def addSelection(self, startOffset: int, endOffset: int) -> None:
        self.setSelection(0, startOffset, endOffset)

    def removeSelection(self, selectionIndex: int) -> None:
        self._view.selecting.clear()

    def setSelection(self, selectionIndex: int, startOffset: int, endOffset: int) -> None:
        span = self._span(startOffset, endOffset)
        self._view.selecting.clear(at=span.start)
        self._view.selecting.extend(span.end)

    def characterRect(self, offset: int) -> QRect:
        place = self._span(offset, offset).start
        rects = self._view.rects_of(Span(place, place + 1))
        return self._view.global_rect(rects[0]) if rects else QRect()

    def offsetAtPoint(self, point: QPoint) -> int:
        over = self._view.offset_over(QPointF(self._view.viewport().mapFromGlobal(point)))
        return -1 if over is None else self.offsets.to_qt(over)

    def scrollToSubstring(self, startIndex: int, endIndex: int) -> None:
        self._view.show_place(self._span(startIndex, endIndex).start)

    def attributes(self, offset: int) -> tuple[str, int, int]:
        return ("", 0, self.characterCount())


class _ReadableView(QAccessibleWidget):
    """The view as a document whose words can be read."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view, QAccessible.Role.Document, view.accessibleName())
        self._text = _ReadableText(view)

    def interface_cast(self, interface_type: QAccessible.InterfaceType) -> shiboken6.VoidPtr:
        """The text interface as the bare pointer that Qt wants; returning the object, or None, crashes."""
        if interface_type == QAccessible.InterfaceType.TextInterface:
            return shiboken6.VoidPtr(shiboken6.getCppPointer(self._text)[0])
        known = super().interface_cast(interface_type)
        return shiboken6.VoidPtr(0) if known is None else known


_readable: dict[int, _ReadableView] = {}


def _interface_for(_: str, thing: QObject) -> _ReadableView | None:
    from companion.ui.reading_view.view import ReadingView

    if not isinstance(thing, ReadingView):
        return None
    readable = _ReadableView(thing)
    _readable[id(thing)] = readable
    return readable


@cache
def _install() -> None:
    QAccessible.installFactory(_interface_for)


def make_accessible(view: ReadingView) -> None:
    """Lets screen readers read the view. Qt keeps only a pointer, so the interface is kept here as long."""
    _install()
    key = id(view)

    def forget() -> None:
        _readable.pop(key, None)

    view.destroyed.connect(forget)


def announce_caret(view: ReadingView) -> None:
    """Tells a screen reader that is running where the caret and the selection are now."""
    if not QAccessible.isActive():
        return
    offsets, span = Offsets(view.flow.document.text), view.selecting.span
    caret = offsets.to_qt(view.selecting.caret)
    if span.end > span.start:
        start, end = offsets.to_qt(span.start), offsets.to_qt(span.end)
        event = QAccessibleTextSelectionEvent(view, start, end)
        event.setCursorPosition(caret)
        QAccessible.updateAccessibility(event)
    else:
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(view, caret))
