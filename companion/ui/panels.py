"""Panels: a window with places for all panels beside its text; each panel is made when it is wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMainWindow

from companion.ui.frame.layout import Layout
from companion.ui.frame.panel_dock import PanelDock

if TYPE_CHECKING:
    from companion.ui.bookmarks.bookmarks_panel import BookmarksPanel
    from companion.ui.contents.contents_panel import ContentsPanel
    from companion.ui.entries.entry_list import EntryListPanel
    from companion.ui.entries.glossary_panel import GlossaryPanel
    from companion.ui.entries.people_panel import PeoplePanel
    from companion.ui.looks.look import Look
    from companion.ui.parts.panel import Panel
    from companion.ui.passages.passages_panel import PassagesPanel
    from companion.ui.passages.search_panel import SearchPanel
    from companion.ui.program.settings import Settings
    from companion.ui.reading import Reading
    from companion.ui.timeline import TimelinePanel

_LEFT, _RIGHT, _BOTTOM = (
    Qt.DockWidgetArea.LeftDockWidgetArea,
    Qt.DockWidgetArea.RightDockWidgetArea,
    Qt.DockWidgetArea.BottomDockWidgetArea,
)
_PANEL = "_panel"
_LEAST_OF_TIMELINE = 96
"""Pixels of height that its drawing needs."""

AnyPanel = TypeVar("AnyPanel", bound="Panel")
AnyList = TypeVar("AnyList", bound="EntryListPanel")


class WithPanels(QMainWindow):
    """The panels are attributes, each made when it is first asked for; their docks are there at once.

    So the page has its final place before there is anything round it.

    Signals:
        entry_pointed(Pointed | None): what the pointer or the keyboard is on in a panel; None when it left.
        search_closed(): the reader has done with the search.
    """

    entry_pointed = Signal(object)
    search_closed = Signal()

    def __init__(self, reading: Reading, look: Look, settings: Settings) -> None:
        super().__init__()
        self.reading, self.look, self._settings = reading, look, settings

    def make_docks(self) -> None:
        """Gives each panel its place."""
        self.docks = {
            "contents": self._dock(self.tr("Contents"), "contents", _LEFT),
            "search": self._dock(self.tr("Search"), "search", _LEFT),
            "passages": self._dock(self.tr("Passages"), "passages", _LEFT),
            "bookmarks": self._dock(self.tr("Marks"), "bookmarks", _LEFT),
            "glossary": self._dock(self.tr("Glossary"), "glossary", _RIGHT),
            "people": self._dock(self.tr("People"), "people", _RIGHT),
            "timeline": self._dock(self.tr("Timeline"), "timeline", _BOTTOM, _LEAST_OF_TIMELINE),
        }
        self.layout_of_panels = Layout(self, self.docks)

    def _dock(self, title: str, name: str, area: Qt.DockWidgetArea, least: int = 0) -> PanelDock:
        dock = PanelDock(title, f"{name}{_PANEL}", self.look, self, least)
        self.addDockWidget(area, dock)
        dock.wanted.connect(self._make_wanted)
        return dock

    def _make_wanted(self) -> None:
        dock = self.sender()
        for name, other in self.docks.items():
            if other is dock:
                getattr(self, f"{name}{_PANEL}")

    @staticmethod
    def bring_forward(dock: PanelDock) -> None:
        """Shows a panel, before those that it shares its place with."""
        dock.show()
        dock.raise_()

    def is_made(self, part: str) -> bool:
        """Whether somebody has asked already for the part that is the attribute of this name."""
        return part in self.__dict__

    # -- the panels

    @cached_property
    def contents_panel(self) -> ContentsPanel:
        """The sections of the text."""
        from companion.ui.contents.contents_panel import ContentsPanel

        return self._placed("contents", ContentsPanel(self.reading, self.look, self))

    @cached_property
    def search_panel(self) -> SearchPanel:
        """The places of some words."""
        from companion.ui.passages.search_panel import SearchPanel

        panel = SearchPanel(self.reading, self.look, self)
        panel.closed.connect(self.search_closed)
        return self._placed("search", panel)

    @cached_property
    def passages_panel(self) -> PassagesPanel:
        """The passages of the focus."""
        from companion.ui.passages.passages_panel import PassagesPanel

        return self._placed("passages", PassagesPanel(self.reading, self.look, self))

    @cached_property
    def bookmarks_panel(self) -> BookmarksPanel:
        """What the reader marked and noted."""
        from companion.ui.bookmarks.bookmarks_panel import BookmarksPanel

        return self._placed("bookmarks", BookmarksPanel(self.reading, self.look, self))

    @cached_property
    def glossary_panel(self) -> GlossaryPanel:
        """The terms, listed as they were when the window was closed."""
        from companion.ui.entries.glossary_panel import GlossaryPanel

        return self._listed("glossary", GlossaryPanel(self.reading, self.look, self))

    @cached_property
    def people_panel(self) -> PeoplePanel:
        """The people, listed as they were when the window was closed."""
        from companion.ui.entries.people_panel import PeoplePanel

        return self._listed("people", PeoplePanel(self.reading, self.look, self))

    @cached_property
    def timeline_panel(self) -> TimelinePanel:
        """What happens when."""
        from companion.ui.timeline import TimelinePanel

        panel = TimelinePanel(self.reading, self.look, self)
        panel.entry_pointed.connect(self.entry_pointed)
        return self._placed("timeline", panel)

    def _placed(self, name: str, panel: AnyPanel) -> AnyPanel:
        self.docks[name].hold(panel, panel.header, panel.guard_mark)
        return panel

    def _listed(self, name: str, panel: AnyList) -> AnyList:
        self._sort_as_kept(panel)
        return self._placed(name, panel)

    def _sort_as_kept(self, panel: EntryListPanel) -> None:
        from companion.ui.entries.entry_rows import Order

        order, panel.follows_page = self._settings.list_of(panel.objectName())
        if order in list(Order):
            panel.order = Order(order)

    # -- how they stand

    def restore(self) -> None:
        """Stands where it stood when it was closed, with its panels."""
        settings = self._settings
        self.layout_of_panels.restore(settings.geometry, settings.state, settings.put_away)
        for panel in self._lists():
            self._sort_as_kept(panel)

    def keep_lists(self) -> None:
        """Writes down how the lists are sorted."""
        for panel in self._lists():
            self._settings.keep_list(panel.objectName(), panel.chosen_order or "", panel.follows_page)

    def _lists(self) -> list[EntryListPanel]:
        """The lists of entries that are made; others are sorted as kept when they are."""
        return [getattr(self, name) for name in ("glossary_panel", "people_panel") if self.is_made(name)]
