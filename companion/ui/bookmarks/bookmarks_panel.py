"""Marks panel: all that the reader marked and noted, by place or otherwise, to be found and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from companion.ui.bookmarks.bookmark_view import BookmarkView
from companion.ui.bookmarks.hearing import Hearing
from companion.ui.bookmarks.mark_filter import MarkFilter
from companion.ui.bookmarks.mark_order import lined
from companion.ui.looks.theme import Role
from companion.ui.parts.key_of import action_of, key_in_words
from companion.ui.parts.panel import Panel
from companion.ui.parts.paragraph import Paragraph
from companion.ui.parts.stepper import Stepper

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.core.corrections import Subject
    from companion.core.document import Span
    from companion.ui.bookmarks.placed_marks import Placed
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_FEW = 4
"""So many marks need no filter over them."""


class BookmarksPanel(Panel):
    """Lists the marks of the open text; notes on entries and on the whole text, and what is not found in it
    again, stand at the end under headings of their own.

    Signals:
        copy_wanted(str): the words of the mark of that id are to be copied with where they stand.
    """

    copy_wanted = Signal(str)

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(reading, look, parent, "bookmarks_panel")
        self.entitle(self.tr("Marks and notes"))
        self._stepper = Stepper(look, self.tr("Previous mark"), self.tr("Next mark"), self)
        self.header = self._stepper
        self.filter = MarkFilter(look, self.content)
        self.view = BookmarkView(look, self.title, self.content)
        self._none = Paragraph(look, self.content, Role.DIM)
        self._none.setContentsMargins(18, 4, 18, 8)
        self.inside.addWidget(self.filter)
        self.inside.addWidget(self._none)
        self.inside.addWidget(self.view, 1)
        self._selected: Span | None = None
        self._heard: tuple[Placed, ...] = ()
        self._hearing = Hearing(self)
        self._connect()
        self._show_bookmarks()

    def _connect(self) -> None:
        reading, view = self.reading, self.view
        view.chosen.connect(self._go)
        view.changed.connect(reading.change_bookmark)
        view.typed.connect(reading.marginalia.keep_typed)
        view.remove_wanted.connect(reading.remove_bookmark)
        view.place_wanted.connect(self._put)
        view.sure_wanted.connect(self._make_sure)
        view.copy_wanted.connect(self.copy_wanted)
        self.filter.changed.connect(self._show_bookmarks)
        self.filter.left_down.connect(self._enter_list)
        self._stepper.previous_wanted.connect(reading.previous_bookmark)
        self._stepper.next_wanted.connect(reading.next_bookmark)
        if (action := action_of(self, "bookmark")) is not None:
            action.changed.connect(self._say_empty)  # other keys, perhaps
        reading.document_changed.connect(self._show_document)
        reading.bookmarks_changed.connect(self._show_bookmarks)
        reading.bookmark_chosen.connect(self._show_chosen)

    def finish_editing(self) -> None:
        """Takes what was typed into an open mark."""
        self.view.finish_editing()

    def edit(self, mark_id: str) -> None:
        """Opens the mark of that id to be changed in the list, whatever the filter says."""
        if self.view.rows.row_of(mark_id) < 0:
            self.filter.reset()
        self.view.open_editor(self.view.rows.row_of(mark_id))
        if (editor := self.view.editor) is not None:
            editor.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_selection(self, span: Span) -> None:
        """Takes the words that are selected in the text; a mark can be put at them."""
        self._selected = span if span.end > span.start else None
        self.view.can_place = self._selected is not None

    def _show_document(self, _: object = None) -> None:
        self.filter.reset()
        self._show_bookmarks()

    def _show_bookmarks(self, _: object = None) -> None:
        reading, marginalia = self.reading, self.reading.marginalia
        had_focus = self.view.hasFocus()
        self.view.known_tags = tags = marginalia.tags
        self.filter.know_tags(tags)
        if marginalia.placed is not self._heard:
            self._heard = marginalia.placed
            self._hearing.begin(marginalia.placed)
        lines = lined(marginalia.placed, self.filter.ordering, self.filter.wanted)
        self.view.show_lines(reading.document, lines, reading.bookmark, marginalia.is_shaky)
        is_many = len(marginalia.placed) > _FEW or not self.filter.wanted.is_all
        self.filter.setVisible(is_many or bool(tags))
        self._none.say("" if lines or not marginalia.placed else self.tr("No mark is like that."))
        self._say_empty()
        if had_focus and not reading.bookmarks:
            self.setFocus()
        self._count()

    def _say_empty(self) -> None:
        self.say_empty("" if self.reading.bookmarks else self._why_empty())

    def _show_chosen(self, bookmark_id: str) -> None:
        self.view.show_chosen(bookmark_id)
        self._count()

    def _count(self) -> None:
        rows = self.view.rows
        self._stepper.count(rows.number_of(rows.chosen), rows.marks)

    def _enter_list(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, row: int) -> None:
        placed = self.view.rows.at(row)
        if placed is None:
            return
        mark = placed.bookmark
        self.reading.go_to_bookmark(mark.id)
        entry = self._entry_of(mark.about) if mark.about is not None else ""
        if entry:
            self.reading.focus_on(entry)

    def _entry_of(self, subject: Subject) -> str:
        """The id of the entry that a note is on; empty where it is not there now."""
        entries = self.reading.companion.entries
        same = (entry for entry in entries if (entry.kind, entry.heading) == (subject.kind, subject.heading))
        found = next(same, None)
        return found.id if found is not None else ""

    def _put(self, mark_id: str) -> None:
        if self._selected is not None:
            self.reading.marginalia.move(mark_id, self._selected)

    def _make_sure(self, mark_id: str) -> None:
        if (span := self.reading.marginalia.place_of(mark_id)) is not None:
            self.reading.marginalia.move(mark_id, span)

    def _why_empty(self) -> str:
        key = key_in_words(self, "bookmark")
        if self.reading.document.text and key:
            words = self.tr("%1 marks the selected words, or else the line at the top of the page.")
            return words.replace("%1", key)
        return self.tr("The places that you mark in an open text stand here.")
