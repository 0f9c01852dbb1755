"""Accessible: how a screen reader reads the text: its role, its words, where they stand, and the caret."""

from __future__ import annotations

import weakref
from functools import cache
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from companion.core.document import Link, NoteMark, Picture, Span
from companion.ui.entries.entry_words import kind_in_words
from companion.ui.guarded import guarded
from companion.ui.offsets import Offsets
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from companion.core.document import Document
    from companion.core.leads import Lead
    from companion.ui.reading_view.view import ReadingView

_LONGEST = 200
"""Characters: so much of what was selected is said."""


class _ReadableText(QAccessibleTextInterface):
    """The text of a view in Qt's positions (UTF-16 units of the whole text).

    PySide6 (6.8 to 6.12) keeps from Python whatever gives its answer through pointers: Qt itself finds the
    words, sentences and paragraphs in the text, and it would take what happens to be in memory for the
    selection. So no selection is told of here; what is selected by keyboard is announced instead.
    """

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
    def offsets(self) -> Offsets:
        """The conversion for the document that is shown now."""
        document = self._view.flow.document
        if document is not self._document:
            self._document, self._offsets = document, Offsets(document.text)
        return self._offsets

    def _offset(self, position: int) -> int:
        """The code point at a position; -1 and -2 are Qt's words for the end and for the caret."""
        if position == -2:
            return self._view.selecting.caret
        length = len(self._view.flow.document.text)
        return length if position < 0 else min(self.offsets.to_text(position), length)

    @guarded(otherwise="")
    def text(self, startOffset: int, endOffset: int) -> str:
        return self._view.flow.document.text[self._offset(startOffset) : self._offset(endOffset)]

    @guarded(otherwise=0)
    def characterCount(self) -> int:
        return self.offsets.to_qt(len(self._view.flow.document.text))

    @guarded(otherwise=0)
    def cursorPosition(self) -> int:
        return self.offsets.to_qt(self._view.selecting.caret)

    @guarded
    def setCursorPosition(self, position: int) -> None:
        self._view.go_to_caret(self._offset(position))

    @guarded(otherwise=0)
    def selectionCount(self) -> int:
        return 0

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
    """Tells a screen reader that is running where the caret is now."""
    readable = _readable.get(id(view))
    if readable is not None and QAccessible.isActive():
        position = readable.words.cursorPosition()
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(view, position))


def announce_selected(view: ReadingView, before: Span, now: Span) -> None:
    """Has a screen reader that is running say which words are selected now and were not before, or were."""
    if not QAccessible.isActive():
        return
    for more, less, tell in (
        (now, before, translated("{} selected")),
        (before, now, translated("{} unselected")),
    ):
        for part in _beyond(more, less):
            words = view.reading.document.text[slice(*part)]
            _say(view, tell.format(words if len(words) <= _LONGEST else words[:_LONGEST] + "…"))


def announce_name(view: ReadingView, name: Span) -> None:
    """Has a screen reader that is running say the name that the keyboard is on, and what it is."""
    if not QAccessible.isActive():
        return
    companion = view.reading.companion
    entries = [companion.entry(mention.entry) for mention in companion.links.at(name.start)]
    kinds = dict.fromkeys(kind_in_words(entry.kind) for entry in entries if entry)
    _say(view, ", ".join([view.reading.document.text[slice(*name)], *kinds]))


def announce_lead(view: ReadingView, lead: Lead) -> None:
    """Has a screen reader that is running say the mark, link or picture that the keyboard is on."""
    if not QAccessible.isActive():
        return
    match lead:
        case NoteMark():
            kind = translated("note", "the mark of a note")
        case Picture():
            kind = translated("picture")
        case Link() if lead.place < 0:
            kind = translated("link out of the text")
        case _:
            kind = translated("link")
    _say(view, f"{view.reading.document.text[lead.start : min(lead.end, lead.start + _LONGEST)]}, {kind}")


def _say(view: ReadingView, words: str) -> None:
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, words))


def _beyond(span: Span, other: Span) -> list[Span]:
    """The parts of `span` before and after `other`."""
    if not span.overlaps(other):
        return [span] if span.end > span.start else []
    parts = (Span(span.start, other.start), Span(other.end, span.end))
    return [part for part in parts if part.end > part.start]
