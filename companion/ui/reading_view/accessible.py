"""Accessible: how a screen reader reads the text: role, words, lines, sentences, caret and selection."""

from __future__ import annotations

import weakref
from functools import cache
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from companion.core.document import Span
from companion.core.entries import Kind
from companion.ui.guarded import guarded
from companion.ui.offsets import Offsets
from companion.ui.reading_view.units import next_unit, previous_unit, style_at, unit_at

if TYPE_CHECKING:
    from companion.core.document import Document
    from companion.ui.reading_view.units import Boundary
    from companion.ui.reading_view.view import ReadingView

_NOTHING = ("", -1, -1)


class _ReadableText(QAccessibleTextInterface):
    """The text of a view in Qt's positions (UTF-16 units of the whole text)."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__()
        self._view_ref = weakref.ref(view)
        self._document: Document | None = None
        self._offsets = Offsets("")

    @property
    def _view(self) -> ReadingView:
        view = self._view_ref()
        if view is None:
            raise RuntimeError("a screen reader asked for the text of a view that is closed")
        return view

    @property
    def document(self) -> Document:
        """The document that is shown now."""
        return self._view.flow.document

    @property
    def offsets(self) -> Offsets:
        """The conversion for that document."""
        if self.document is not self._document:
            self._document, self._offsets = self.document, Offsets(self.document.text)
        return self._offsets

    def positions(self, span: Span) -> tuple[int, int]:
        """A span in Qt's positions."""
        return (self.offsets.to_qt(span.start), self.offsets.to_qt(span.end))

    def _offset(self, position: int) -> int:
        """The code point at a position; -1 and -2 are Qt's words for the end and for the caret."""
        if position == -2:
            return self._view.selecting.caret
        length = len(self.document.text)
        return length if position < 0 else min(self.offsets.to_text(position), length)

    def _piece(self, span: Span | None) -> tuple[str, int, int]:
        return _NOTHING if span is None else (self.document.text[slice(*span)], *self.positions(span))

    @guarded(otherwise="")
    def text(self, startOffset: int, endOffset: int) -> str:
        return self.document.text[self._offset(startOffset) : self._offset(endOffset)]

    @guarded(otherwise=_NOTHING)
    def textAtOffset(self, offset: int, boundaryType: Boundary) -> tuple[str, int, int]:
        return self._piece(unit_at(self._view, self._offset(offset), boundaryType))

    @guarded(otherwise=_NOTHING)
    def textBeforeOffset(self, offset: int, boundaryType: Boundary) -> tuple[str, int, int]:
        return self._piece(previous_unit(self._view, self._offset(offset), boundaryType))

    @guarded(otherwise=_NOTHING)
    def textAfterOffset(self, offset: int, boundaryType: Boundary) -> tuple[str, int, int]:
        return self._piece(next_unit(self._view, self._offset(offset), boundaryType))

    @guarded(otherwise=0)
    def characterCount(self) -> int:
        return self.offsets.to_qt(len(self.document.text))

    @guarded(otherwise=0)
    def cursorPosition(self) -> int:
        return self.offsets.to_qt(self._view.selecting.caret)

    @guarded
    def setCursorPosition(self, position: int) -> None:
        self._view.go_to_caret(self._offset(position))

    @guarded(otherwise=0)
    def selectionCount(self) -> int:
        return int(not self._view.selecting.is_empty)

    @guarded(otherwise=(0, 0))
    def selection(self, selectionIndex: int) -> tuple[int, int]:
        return self.positions(self._view.selecting.span) if selectionIndex == 0 else (0, 0)

    @guarded
    def addSelection(self, startOffset: int, endOffset: int) -> None:
        self.setSelection(0, startOffset, endOffset)

    @guarded
    def removeSelection(self, selectionIndex: int) -> None:
        self._view.selecting.clear()

    @guarded
    def setSelection(self, selectionIndex: int, startOffset: int, endOffset: int) -> None:
        first, last = sorted((self._offset(startOffset), self._offset(endOffset)))
        self._view.selecting.select(Span(first, last))

    @guarded(otherwise=QRect())
    def characterRect(self, offset: int) -> QRect:
        place = self._offset(offset)
        rects = self._view.rects_of(Span(place, place + 1))
        if not rects:
            return QRect()
        rect = rects[0].toAlignedRect()
        return QRect(self._view.viewport().mapToGlobal(rect.topLeft()), rect.size())

    @guarded(otherwise=-1)
    def offsetAtPoint(self, point: QPoint) -> int:
        over = self._view.sight.offset_over(QPointF(self._view.viewport().mapFromGlobal(point)))
        return -1 if over is None else self.offsets.to_qt(over)

    @guarded
    def scrollToSubstring(self, startIndex: int, endIndex: int) -> None:
        self._view.go_to_caret(self._offset(startIndex))

    @guarded(otherwise=_NOTHING)
    def attributes(self, offset: int) -> tuple[str, int, int]:
        span, words = style_at(self.document, self._offset(offset))
        return (words, *self.positions(span))


class _ReadableView(QAccessibleWidget):
    """The view as a document whose words can be read."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view, QAccessible.Role.Document, view.accessibleName())
        self.words = _ReadableText(view)

    @guarded(otherwise=shiboken6.VoidPtr(0))
    def interface_cast(self, interface_type: QAccessible.InterfaceType) -> Any:
        """The text interface as the bare pointer that Qt wants; returning the object, or None, crashes."""
        if interface_type == QAccessible.InterfaceType.TextInterface:
            return shiboken6.VoidPtr(shiboken6.getCppPointer(self.words)[0])
        known: object = super().interface_cast(interface_type)
        return shiboken6.VoidPtr(0) if known is None else known

    @guarded(otherwise=QAccessible.State())
    def state(self) -> QAccessible.State:
        """A text that can be read and selected in, not written in."""
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = True
        return state


_readable: dict[int, _ReadableView] = {}
"""The interfaces that Qt has asked for, by the id of their view: Qt keeps bare pointers to them."""

_views: weakref.WeakSet[QWidget] = weakref.WeakSet()


def _interface_for(_: str, thing: QObject) -> _ReadableView | None:
    if not isinstance(thing, QWidget) or thing not in _views:
        return None
    readable = _ReadableView(thing)  # type: ignore[arg-type]  # only reading views are in the set
    _readable[id(thing)] = readable
    return readable


@cache
def _install() -> None:
    QAccessible.installFactory(_interface_for)


def make_accessible(view: ReadingView) -> None:
    """Lets screen readers read the view, for as long as it lives."""
    _install()
    _views.add(view)
    key = id(view)

    def forget() -> None:
        _readable.pop(key, None)

    view.destroyed.connect(forget)


def announce_document(view: ReadingView) -> None:
    """Tells a screen reader that is running that another text is shown."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(view, QAccessible.Event.DocumentLoadComplete))


def announce_caret(view: ReadingView) -> None:
    """Tells a screen reader that is running where the caret and the selection are now."""
    readable = _readable.get(id(view))
    if readable is None or not QAccessible.isActive():
        return
    caret = readable.words.cursorPosition()
    if view.selecting.is_empty:
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(view, caret))
        return
    event = QAccessibleTextSelectionEvent(view, *readable.words.positions(view.selecting.span))
    event.setCursorPosition(caret)
    QAccessible.updateAccessibility(event)


def announce_name(view: ReadingView, name: Span) -> None:
    """Has a screen reader that is running say the name that the keyboard is on, and what it is."""
    if not QAccessible.isActive():
        return
    companion = view.reading.companion
    entries = [companion.entry(mention.entry) for mention in companion.links.at(name.start)]
    kinds = dict.fromkeys(_kind_word(entry.kind) for entry in entries if entry)
    words = [view.reading.document.text[slice(*name)], *kinds]
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, ", ".join(words)))


def _kind_word(kind: Kind) -> str:
    def tr(word: str) -> str:
        return QCoreApplication.translate("ReadingView", word)

    return {Kind.TERM: tr("term"), Kind.PERSON: tr("person"), Kind.EVENT: tr("event")}[kind]
