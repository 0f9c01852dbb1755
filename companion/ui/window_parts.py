"""Window parts: what a window has besides page and panels; each part is made when it is wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from companion.ui.frame.afterwards import Part
from companion.ui.frame.regions import is_in_sight
from companion.ui.looks.icons import app_icon
from companion.ui.panels import WithPanels

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from companion.core.document import Span
    from companion.ui.actions import Actions
    from companion.ui.bench.bench_actions import BenchActions
    from companion.ui.bookmarks.mark_actions import MarkActions
    from companion.ui.bookmarks.selection_bar import SelectionBar
    from companion.ui.bookmarks.undo_strip import UndoStrip
    from companion.ui.entries.entry_card import EntryCard
    from companion.ui.finding.asking import Asking
    from companion.ui.frame.panel_dock import PanelDock
    from companion.ui.help.key_table import KeyTable
    from companion.ui.looks.preferences import Preferences
    from companion.ui.program.announcer import Announcer
    from companion.ui.reading_view import ReadingView
    from companion.ui.reading_view.lead_card import LeadCard
    from companion.ui.reading_view.picture_overlay import PictureOverlay
    from companion.ui.window import Window

_LATER = (
    "icon",
    "key_table",
    "entry_card",
    "lead_card",
    "contents_panel",
    "glossary_panel",
    "people_panel",
    "timeline_panel",
    "passages_panel",
    "bookmarks_panel",
    "selection_bar",
    "undo_strip",
    "mark_actions",
    "bench_actions",
    "search_panel",
    "asking",
    "announcer",
)
"""The parts that can wait until the page is there, in the order in which the eye or the hand wants them."""


class WithParts(WithPanels):
    """Cards, bars, the palette and what ties actions to verbs; `later` makes all that can wait."""

    actions_by_name: Actions
    reading_view: ReadingView
    _behind_search: PanelDock | None = None
    _is_shown_for_search = False

    def find_words(self) -> None:
        """Searches for the selected words, or asks for some."""
        words = " ".join(self.reading_view.selecting.text.split())
        if is_in_sight(self.docks["contents"]):
            self._behind_search = self.docks["contents"]
        self._is_shown_for_search |= self.docks["search"].isHidden()
        self.bring_forward(self.docks["search"])
        self.search_panel.focus_field(words[:200])

    def leave_search(self) -> None:
        """Goes back to the text, and brings back what the search has covered or, in little room, moved."""
        if self._is_shown_for_search:
            self._is_shown_for_search = False
            self.docks["search"].hide()
        behind, self._behind_search = self._behind_search, None
        self.reading_view.setFocus()
        if behind is not None and not behind.isHidden():
            behind.raise_()

    def later(self) -> list[Part]:
        """The parts that can wait."""
        return [Part(self, name) for name in _LATER]

    @cached_property
    def icon(self) -> QIcon:
        """The window's icon, which also stands in the list of windows that the system shows."""
        icon = app_icon()
        self.setWindowIcon(icon)
        return icon

    @cached_property
    def key_table(self) -> KeyTable:
        """The keys of all actions, as the reader chose them."""
        from companion.ui.help.key_table import KeyTable

        return KeyTable(self.actions_by_name, self._settings)

    @cached_property
    def entry_card(self) -> EntryCard:
        """What says who or what is pointed at."""
        from companion.ui.entries.entry_card import EntryCard

        card = EntryCard(self.reading, self.look, self)
        for pointing in (self.reading_view, self):
            pointing.entry_pointed.connect(card.point)
        for name in ("go_to", "palette"):
            self.actions_by_name[name].triggered.connect(card.dismiss)
        return card

    @cached_property
    def lead_card(self) -> LeadCard:
        """What shows a note, or where a link leads."""
        from companion.ui.reading_view.lead_card import LeadCard

        card = LeadCard(self.reading, self.look, self)
        self.reading_view.lead_pointed.connect(card.point)
        return card

    @cached_property
    def selection_bar(self) -> SelectionBar:
        """What can be done with words that were just selected."""
        from companion.ui.bookmarks.selection_bar import SelectionBar

        view = self.reading_view
        bar = SelectionBar(self.look, view.viewport())
        view.selection_made.connect(self._offer_verbs)
        view.selection_changed.connect(bar.hide)
        view.verticalScrollBar().valueChanged.connect(bar.hide)
        bar.bookmark_wanted.connect(view.bookmark)
        bar.copy_wanted.connect(view.copy)
        bar.find_wanted.connect(self.find_words)
        bar.entry_wanted.connect(view.mend_here)
        return bar

    @cached_property
    def undo_strip(self) -> UndoStrip:
        """What brings a mark back that was removed."""
        from companion.ui.bookmarks.undo_strip import UndoStrip

        return UndoStrip(self.reading, self.look, self.reading_view)

    @cached_property
    def mark_actions(self) -> MarkActions:
        """What ties the actions to the reader's marks."""
        from companion.ui.bookmarks.mark_actions import MarkActions

        return MarkActions(cast("Window", self))

    @cached_property
    def bench_actions(self) -> BenchActions:
        """What ties the actions to the mending of entries."""
        from companion.ui.bench.bench_actions import BenchActions

        return BenchActions(cast("Window", self))

    @cached_property
    def asking(self) -> Asking:
        """The palette with its questions."""
        from companion.ui.finding.asking import Asking

        return Asking(self.actions_by_name, self.reading, self.look, self._settings, self)

    @cached_property
    def announcer(self) -> Announcer:
        """What tells those who listen."""
        from companion.ui.program.announcer import Announcer

        return Announcer(self.reading, self)

    @cached_property
    def picture_overlay(self) -> PictureOverlay:
        """What shows a picture large, made when one is first wanted so."""
        from companion.ui.reading_view.picture_overlay import PictureOverlay

        return PictureOverlay(self.reading, self.look, self.reading_view.gallery, self)

    @cached_property
    def preferences(self) -> Preferences:
        """What the reader prefers, made when she first asks for it."""
        from companion.ui.looks.preferences import Preferences

        return Preferences(self.look, self)

    def _offer_verbs(self, span: Span) -> None:
        self.selection_bar.offer(self.reading_view.rects_of(span))
