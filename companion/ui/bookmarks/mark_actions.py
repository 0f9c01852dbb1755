"""Mark actions: highlights, underlines and notes, by key, by menu and from the bar at selected words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companion.core.corrections import subject_of
from companion.core.document import Span
from companion.core.notes import Colour, MarkKind
from companion.core.whole_words import whole_words
from companion.ui.bookmarks.citing import Citing
from companion.ui.bookmarks.making_room import MakingRoom
from companion.ui.bookmarks.mark_card import MarkCard

if TYPE_CHECKING:
    from companion.ui.window import Window

_HIGHLIGHT = "highlight_"


class MarkActions(QObject):
    """Ties the actions of the window, and its selection bar, to the verbs of the reading."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._reading = window, window.reading
        self._actions, self._view = window.actions_by_name, window.reading_view
        self.card = MarkCard(window.reading, window.look, self._view, self._view.rects_of)
        self.citing = Citing(window)
        for colour in Colour:
            self._actions[f"{_HIGHLIGHT}{colour.letter.lower()}"].triggered.connect(self._highlight_in)
        for name, verb in {
            "highlight": self._highlight,
            "underline": self._underline,
            "note": self._note,
            "note_on_entry": self._note_on_entry,
            "note_on_text": self._note_on_text,
        }.items():
            self._actions[name].triggered.connect(verb)
        self._view.selection_changed.connect(window.bookmarks_panel.take_selection)
        window.bookmarks_panel.copy_wanted.connect(self.citing.copy_mark)
        MakingRoom(window)
        bar = window.selection_bar
        bar.highlight_wanted.connect(self._mark_in)
        bar.underline_wanted.connect(self._underline)
        bar.note_wanted.connect(self._note)
        reading = window.reading
        reading.edit_wanted.connect(self._edit)
        reading.document_changed.connect(self._follow)
        reading.entry_focused.connect(self._follow)
        self._follow()

    @property
    def _words(self) -> Span:
        """The selected words, whole and without blanks round them; an empty span where none are selected."""
        selecting, text = self._view.selecting, self._reading.document.text
        if selecting.is_empty:
            return Span(0, 0)
        start, end = selecting.span
        words = text[start:end]
        bare = Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
        return whole_words(text, bare)

    def _highlight_in(self) -> None:
        action = self.sender()
        letter = action.objectName().removeprefix(_HIGHLIGHT) if action is not None else ""
        found = [colour for colour in Colour if colour.letter.lower() == letter]
        if found:
            self._mark_in(found[0])

    def _mark_in(self, colour: Colour) -> None:
        self._mark(MarkKind.HIGHLIGHT, colour)

    def _highlight(self) -> None:
        self._mark(MarkKind.HIGHLIGHT)

    def _underline(self) -> None:
        self._mark(MarkKind.UNDERLINE)

    def _mark(self, kind: MarkKind, colour: Colour | None = None) -> None:
        words = self._words
        self._reading.toggle_mark(words, kind, colour)
        self._view.selecting.clear()
        self._window.selection_bar.hide()

    def _note(self) -> None:
        words = self._words
        self._view.selecting.clear()
        self._window.selection_bar.hide()
        self._reading.note_on(words)

    def _note_on_entry(self) -> None:
        entry = self._reading.companion.entry(self._reading.focus[-1]) if self._reading.focus else None
        if entry is not None:
            self._reading.note_about(subject_of(entry))

    def _note_on_text(self) -> None:
        if self._reading.document.text:
            self._reading.note_about(None)

    def _edit(self, mark_id: str) -> None:
        """Opens a mark at its words, or in the list of all marks where it has none on the screen."""
        if not self.card.open_for(mark_id):
            dock = self._window.docks["bookmarks"]
            dock.show()
            dock.raise_()
            self._window.bookmarks_panel.edit(mark_id)

    def _follow(self, _: object = None) -> None:
        has_text = bool(self._reading.document.text)
        names = ["highlight", "underline", "note", "note_on_text"]
        for name in [*names, *(f"{_HIGHLIGHT}{colour.letter.lower()}" for colour in Colour)]:
            self._actions[name].setEnabled(has_text)
        self._actions["note_on_entry"].setEnabled(has_text and bool(self._reading.focus))
