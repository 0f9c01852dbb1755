"""Citing: words are copied, or drawn out of a list, together with where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from companion.output.citing import all_cited, all_cited_in_markdown, cited, cited_in_markdown
from companion.ui.bookmarks.placed_marks import Placed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from companion.core.document import Document, Span
    from companion.ui.window import Window

MARKDOWN = "text/markdown"
_LONG, _MANY = 400_000, 1500
"""Code points, and passages, from which on the window could not wait until they are copied."""


def quotation(document: Document, span: Span, note: str = "") -> QMimeData:
    """Words of the text with where they stand, for other programs: as plain text and as Markdown."""
    data = QMimeData()
    data.setText(cited(document, span, note))
    data.setData(MARKDOWN, cited_in_markdown(document, span, note).encode("utf-8", "replace"))
    return data


class _Cite:
    """Work for a thread: words of the text with where they stand, plain and as Markdown, in UTF-8."""

    def __init__(self, document: Document, span: Span) -> None:
        self._document, self._span = document, span

    def __call__(self, report: Callable[[float], None]) -> dict[str, bytes]:
        plain = cited(self._document, self._span)
        report(0.5)
        return _encoded(plain, cited_in_markdown(self._document, self._span))


class _CiteAll:
    """Work for a thread: passages of the text under a heading, plain and as Markdown, in UTF-8."""

    def __init__(self, document: Document, spans: Sequence[Span], heading: str) -> None:
        self._document, self._spans, self._heading = document, spans, heading

    def __call__(self, report: Callable[[float], None]) -> dict[str, bytes]:
        plain = all_cited(self._document, self._spans, self._heading)
        report(0.5)
        return _encoded(plain, all_cited_in_markdown(self._document, self._spans, self._heading))


def _encoded(plain: str, markdown: str) -> dict[str, bytes]:
    return {"text/plain": plain.encode("utf-8", "replace"), MARKDOWN: markdown.encode("utf-8", "replace")}


def quotation_of(document: Document, placed: Placed) -> QMimeData:
    """A mark for other programs; one that has no place is the words and the note alone."""
    if placed.span is not None:
        return quotation(document, placed.span, placed.bookmark.note)
    data = QMimeData()
    parts = (placed.bookmark.label, placed.bookmark.words, placed.bookmark.note)
    data.setText("\n\n".join(part.strip() for part in parts if part.strip()))
    return data


class Citing(QObject):
    """Ties the actions by which passages are copied to the window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._view, self._reading, self._actions = window.reading_view, window.reading, window.actions_by_name
        self._actions["copy_cited"].triggered.connect(self.copy)
        self._actions["copy_passages"].triggered.connect(self.copy_passages)
        self._view.selection_changed.connect(self._follow)
        self._reading.bookmark_chosen.connect(self._follow)
        self._reading.entry_focused.connect(self._follow)
        self._reading.document_changed.connect(self._follow)
        self._follow()

    def copy(self) -> None:
        """Copies the selected words, or else those of the chosen mark, with where they stand."""
        selecting, reading = self._view.selecting, self._reading
        if selecting.is_empty:
            self.copy_mark(reading.bookmark)
        elif selecting.span.end - selecting.span.start > _LONG:
            self._window.long_copy_wanted.emit(_Cite(reading.document, selecting.span))
        else:
            QGuiApplication.clipboard().setMimeData(quotation(reading.document, selecting.span))

    def copy_mark(self, mark_id: str) -> None:
        """Copies the words of a mark, with where they stand and its note."""
        marginalia = self._reading.marginalia
        if (mark := marginalia.bookmark(mark_id)) is not None:
            data = quotation_of(self._reading.document, Placed(mark, marginalia.place_of(mark.id)))
            QGuiApplication.clipboard().setMimeData(data)

    def copy_passages(self) -> None:
        """Copies all passages of the focus."""
        reading = self._reading
        entries = [reading.companion.entry(one) for one in reading.focus]
        heading = " · ".join(entry.heading for entry in entries if entry is not None)
        spans = reading.passages.spans
        if not heading or not spans:
            return
        if len(spans) > _MANY:
            self._window.long_copy_wanted.emit(_CiteAll(reading.document, spans, heading))
            return
        data = QMimeData()
        data.setText(all_cited(reading.document, spans, heading))
        markdown = all_cited_in_markdown(reading.document, spans, heading)
        data.setData(MARKDOWN, markdown.encode("utf-8", "replace"))
        QGuiApplication.clipboard().setMimeData(data)

    def _follow(self, _: object = None) -> None:
        has_words = not self._view.selecting.is_empty or bool(self._reading.bookmark)
        self._actions["copy_cited"].setEnabled(has_words)
        self._actions["copy_passages"].setEnabled(bool(self._reading.passages))
