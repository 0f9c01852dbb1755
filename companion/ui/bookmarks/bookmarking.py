"""Bookmarking: the verbs of a reading by which bookmarks are set, changed and found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.core.notes import Colour, Mark, Notes
from companion.ui.bookmarks.marginalia import Marginalia

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.core.anchors import Anchor
    from companion.core.document import Document, Span


class Bookmarking(QObject):
    """The part of `Reading` for what the reader herself adds to the text.

    Signals:
        bookmarks_changed(tuple[Mark, ...]): the bookmarks of the text, by place, are others.
        bookmark_removed(Mark): the reader took this bookmark away; it can be brought back.
        bookmark_chosen(str): the id of the bookmark that the reader is at; empty for none.
    """

    bookmarks_changed = Signal(object)
    bookmark_removed = Signal(object)
    bookmark_chosen = Signal(str)

    document: Document
    place: Span

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bookmark = ""
        self._went_to = ""
        self.marginalia = Marginalia(self)
        self.marginalia.changed.connect(self._tell_bookmarks)

    def go_to(self, span: Span) -> None:
        """Jumps to these words."""
        raise NotImplementedError

    @property
    def bookmarks(self) -> tuple[Mark, ...]:
        """The bookmarks by place; those whose words are not found again come last."""
        return self.marginalia.bookmarks

    def take_notes(self, notes: Notes, places: Mapping[Anchor, Span | None] | None = None) -> None:
        """Takes what is kept of the open text besides what is here; `places` are those that are known."""
        self.marginalia.take(notes, places)

    def add_bookmark(
        self, span: Span, label: str = "", colour: Colour = Colour.YELLOW, note: str = ""
    ) -> Mark:
        """Marks these words, or the line of an empty span; it is chosen then."""
        made = self.marginalia.add(span, label, colour, note)
        self.choose_bookmark(made.id)
        return made

    def change_bookmark(self, bookmark: Mark) -> None:
        """Gives the bookmark of that id the label, colour and note of this one."""
        self.marginalia.change(bookmark)

    def remove_bookmark(self, bookmark_id: str) -> None:
        """Takes a bookmark away; `undo` brings it back."""
        removed = self.marginalia.bookmark(bookmark_id)
        if removed is not None:
            self.marginalia.remove(bookmark_id)
            self.bookmark_removed.emit(removed)

    def toggle_bookmark(self, span: Span) -> None:
        """Marks these words, or takes the bookmark away that they have.

        An empty span means its line, or else the bookmark that the reader went to, while it is on the screen.
        """
        there = self.marginalia.at(span)
        if there is None and span.end <= span.start and self._went_to == self._seen_bookmark():
            there = self.marginalia.bookmark(self._went_to)
        if there is not None:
            self.remove_bookmark(there.id)
        elif self.document.text:
            self.add_bookmark(span)

    def choose_bookmark(self, bookmark_id: str) -> None:
        """Shows a bookmark as the one that the reader is at; the text stays where it is."""
        if bookmark_id != self.bookmark:
            self.bookmark = bookmark_id
            self.bookmark_chosen.emit(bookmark_id)

    def go_to_bookmark(self, bookmark_id: str) -> None:
        """Goes to the words of a bookmark, if they are found in the text."""
        self.choose_bookmark(bookmark_id)
        self._went_to = bookmark_id
        if (span := self.marginalia.place_of(bookmark_id)) is not None:
            self.go_to(span)

    def next_bookmark(self) -> None:
        """Goes to the bookmark after the one the reader is at, or else after her place."""
        self.go_to_bookmark(self.marginalia.next(self.place.start, self._seen_bookmark()) or "")

    def previous_bookmark(self) -> None:
        """Goes to the bookmark before the one the reader is at, or else before her place."""
        self.go_to_bookmark(self.marginalia.previous(self.place.start, self._seen_bookmark()) or "")

    def _seen_bookmark(self) -> str:
        """The bookmark that the reader is at, as long as it is on the screen."""
        span = self.marginalia.place_of(self.bookmark)
        return self.bookmark if span and self.place.start <= span.start <= self.place.end else ""

    def _tell_bookmarks(self) -> None:
        if self.bookmark and self.marginalia.bookmark(self.bookmark) is None:
            self.choose_bookmark("")
        self.bookmarks_changed.emit(self.bookmarks)
