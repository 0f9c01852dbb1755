"""Bookmarking: the verbs of a reading by which marks are set, changed and found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.core.notes import Colour, Mark, MarkKind, Notes
from companion.ui.bookmarks.marginalia import Marginalia

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.core.anchors import Anchor
    from companion.core.corrections import Subject
    from companion.core.document import Document, Span


class Bookmarking(QObject):
    """The part of `Reading` for what the reader herself adds to the text.

    Signals:
        bookmarks_changed(tuple[Mark, ...]): the bookmarks of the text, by place, are others.
        bookmark_removed(Mark): the reader took this bookmark away; it can be brought back.
        bookmark_chosen(str): the id of the bookmark that the reader is at; empty for none.
        edit_wanted(str): the mark of that id is to be changed where it is seen.
    """

    bookmarks_changed = Signal(object)
    bookmark_removed = Signal(object)
    bookmark_chosen = Signal(str)
    edit_wanted = Signal(str)

    document: Document
    place: Span

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bookmark = ""
        self.colour = Colour.YELLOW
        """The colour in which the reader marked last."""
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

    def take_notes(
        self,
        notes: Notes,
        places: Mapping[Anchor, Span | None] | None = None,
        shaky: Iterable[Anchor] = (),
    ) -> None:
        """Takes what is kept of the open text besides what is here; `places` are those that are known.

        `shaky` are the words among them whose place is not sure.
        """
        self.marginalia.take(notes, places, shaky)

    def add_bookmark(
        self, span: Span, label: str = "", colour: Colour = Colour.YELLOW, note: str = ""
    ) -> Mark:
        """Marks these words, or the line of an empty span; it is chosen then."""
        made = self.marginalia.add(span, label, colour, note)
        self.choose_bookmark(made.id)
        return made

    def toggle_mark(self, span: Span, kind: MarkKind, colour: Colour | None = None) -> None:
        """Highlights or underlines these words, or takes that away again; another colour changes it.

        Without words it is the mark that the reader chose, while it is on the screen. Without a colour it
        is the one that was used last.
        """
        wanted = colour or self.colour
        there = self._marked(span, kind)
        if there is not None and colour in (None, there.colour):
            self.remove_bookmark(there.id)
        elif there is not None:
            self.colour = wanted
            self.marginalia.change(replace(there, colour=wanted))
        elif self.document.text[span.start : span.end].strip():
            self.colour = wanted
            self.choose_bookmark(self.marginalia.add(span, "", wanted, "", kind).id)

    def _marked(self, span: Span, kind: MarkKind) -> Mark | None:
        """The mark of that kind that has these words, or all of them and more; or else the chosen one."""
        if span.end <= span.start:
            chosen = self.marginalia.bookmark(self._seen_bookmark())
            return chosen if chosen is not None and chosen.kind is kind else None
        exact = self.marginalia.at(span, kind)
        around = (
            placed.bookmark
            for placed in self.marginalia.touching(span)
            if placed.bookmark.kind is kind
            and placed.span
            and placed.span.start <= span.start
            and span.end <= placed.span.end
        )
        return exact or next(around, None)

    def note_on(self, span: Span) -> None:
        """Opens what is marked at these words to be written on, or a new note on them.

        Without words it is the mark that the reader chose, while it is on the screen.
        """
        if span.end <= span.start:
            there = self.marginalia.bookmark(self._seen_bookmark())
        else:
            there = next(
                (self.marginalia.at(span, kind) for kind in MarkKind if self.marginalia.at(span, kind)), None
            )
        if there is None and self.document.text[span.start : span.end].strip():
            there = self.marginalia.add(span, "", self.colour, "", MarkKind.NOTE)
        if there is not None:
            self.choose_bookmark(there.id)
            self.edit_wanted.emit(there.id)

    def note_about(self, subject: Subject | None) -> Mark:
        """Makes a note on an entry, or on the whole text where that is None, and opens it."""
        empty = (mark for mark in self.marginalia.about(subject) if not mark.note and not mark.label)
        made = next(empty, None) or self.marginalia.add_about(subject)
        self.choose_bookmark(made.id)
        self.edit_wanted.emit(made.id)
        return made

    def change_bookmark(self, bookmark: Mark) -> None:
        """Gives the mark of that id the kind, label, colour, note and tags of this one."""
        if bookmark.kind is not MarkKind.NOTE:
            self.colour = bookmark.colour
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
