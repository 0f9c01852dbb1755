"""Bookmarks panel: the places that the reader marked, in their order, with her labels and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.bookmarks.bookmark_view import BookmarkView
from companion.ui.parts.key_of import action_of, key_in_words
from companion.ui.parts.panel import Panel
from companion.ui.parts.stepper import Stepper

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading


class BookmarksPanel(Panel):
    """Lists the bookmarks of the open text; what is not found in it again stands at the end."""

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(reading, look, parent, "bookmarks_panel")
        self.entitle(self.tr("Bookmarks"))
        self._stepper = Stepper(look, self.tr("Previous bookmark"), self.tr("Next bookmark"), self)
        self.header = self._stepper
        self.view = BookmarkView(look, self.title, self.content)
        self.inside.addWidget(self.view)
        self.view.chosen.connect(self._go)
        self.view.changed.connect(reading.change_bookmark)
        self.view.typed.connect(reading.marginalia.keep_typed)
        self.view.remove_wanted.connect(reading.remove_bookmark)
        self._stepper.previous_wanted.connect(reading.previous_bookmark)
        self._stepper.next_wanted.connect(reading.next_bookmark)
        if (action := action_of(self, "bookmark")) is not None:
            action.changed.connect(self._say_empty)  # other keys, perhaps
        reading.document_changed.connect(self._show_bookmarks)
        reading.bookmarks_changed.connect(self._show_bookmarks)
        reading.bookmark_chosen.connect(self._show_chosen)
        self._show_bookmarks()

    def finish_editing(self) -> None:
        """Takes what was typed into an open bookmark."""
        self.view.finish_editing()

    def edit(self, mark_id: str) -> None:
        """Opens the mark of that id to be changed in the list."""
        self.view.open_editor(self.view.rows.row_of(mark_id))

    def _show_bookmarks(self, _: object = None) -> None:
        reading = self.reading
        had_focus = self.view.hasFocus()
        self.view.show_bookmarks(reading.document, reading.marginalia.placed, reading.bookmark)
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
        self._stepper.count(self.view.rows.chosen, self.view.rows.rowCount())

    def _go(self, row: int) -> None:
        self.reading.go_to_bookmark(self.view.rows.placed(row).bookmark.id)

    def _why_empty(self) -> str:
        key = key_in_words(self, "bookmark")
        if self.reading.document.text and key:
            words = self.tr("%1 marks the selected words, or else the line at the top of the page.")
            return words.replace("%1", key)
        return self.tr("The places that you mark in an open text stand here.")
