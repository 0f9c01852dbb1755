"""Window: puts the text and its panels together, and ties every action to a verb."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QTabBar, QVBoxLayout, QWidget

from companion.ui.actions import Actions
from companion.ui.bench.bench_actions import BenchActions
from companion.ui.bookmarks.bookmark_actions import BookmarkActions
from companion.ui.bookmarks.bookmarks_panel import BookmarksPanel
from companion.ui.bookmarks.mark_actions import MarkActions
from companion.ui.bookmarks.selection_bar import SelectionBar
from companion.ui.bookmarks.undo_strip import UndoStrip
from companion.ui.contents.contents_panel import ContentsPanel
from companion.ui.entries.entry_card import EntryCard
from companion.ui.entries.entry_rows import Order
from companion.ui.entries.glossary_panel import GlossaryPanel
from companion.ui.entries.people_panel import PeoplePanel
from companion.ui.finding.asking import Asking
from companion.ui.frame.layout import Layout
from companion.ui.frame.menus import build_menus
from companion.ui.frame.notice import Notice
from companion.ui.frame.only_text import OnlyText
from companion.ui.frame.overview_strip import OverviewStrip
from companion.ui.frame.page_foot import PageFoot
from companion.ui.frame.panel_dock import PanelDock
from companion.ui.frame.progress_line import ProgressLine
from companion.ui.frame.regions import Regions
from companion.ui.frame.tab_order import step
from companion.ui.frame.title_bar import TitleBar
from companion.ui.going_actions import GoingActions
from companion.ui.guard_actions import GuardActions
from companion.ui.guarded import guarded
from companion.ui.help.key_table import KeyTable
from companion.ui.looks.icons import app_icon
from companion.ui.looks.style_sheet import dress
from companion.ui.page_actions import PageActions
from companion.ui.parts.panel_switch import PanelSwitch
from companion.ui.passages.passages_panel import PassagesPanel
from companion.ui.passages.search_panel import SearchPanel
from companion.ui.program.announcer import Announcer
from companion.ui.reading_view import ReadingView
from companion.ui.reading_view.lead_card import LeadCard
from companion.ui.timeline import TimelinePanel

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent

    from companion.core.document import Picture, Span
    from companion.ui.looks.look import Look
    from companion.ui.looks.preferences import Preferences
    from companion.ui.looks.theme import Theme
    from companion.ui.program.settings import Settings
    from companion.ui.reading import Reading
    from companion.ui.reading_view.picture_overlay import PictureOverlay

_LEFT, _RIGHT, _BOTTOM = (
    Qt.DockWidgetArea.LeftDockWidgetArea,
    Qt.DockWidgetArea.RightDockWidgetArea,
    Qt.DockWidgetArea.BottomDockWidgetArea,
)
_HELP = {
    "timeline_panel": "timeline",
    "bookmarks_panel": "bookmarks",
    "search_panel": "finding",
    "shelf_page": "shelf",
    "glossary_panel": "companion",
    "people_panel": "companion",
    "passages_panel": "companion",
}


class Window(QMainWindow):
    """The window of one reading. What opens files connects to its signals; it knows of no file itself.

    Signals:
        files_dropped(list[str]): files that were dropped on the window, as local paths.
        closing(QCloseEvent): the window is about to close, unless somebody ignores the event.
    """

    files_dropped = Signal(object)
    closing = Signal(object)

    def __init__(self, reading: Reading, look: Look, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.reading, self.look, self._settings = reading, look, settings
        self._shown_theme: Theme | None = None
        self.actions_by_name = Actions(self, look)
        # Before anything else hears it: a style sheet takes away colours that parts gave themselves.
        look.changed.connect(self._restyle)
        self._restyle()
        self._build()
        self._connect()
        self._entitle()
        self.reading_view.setFocus()

    # -- what it is made of

    def _build(self) -> None:
        reading, look = self.reading, self.look
        page = QWidget(self)
        self.notice = Notice(look, page)
        self.reading_view = ReadingView(reading, look, page)
        self.overview_strip = OverviewStrip(reading, look, page)
        self.page_foot = PageFoot(reading, look, page)
        self.progress_line = ProgressLine(page, self.reading_view)
        self.selection_bar = SelectionBar(look, self.reading_view.viewport())
        self.undo_strip = UndoStrip(reading, look, self.reading_view)
        self._arrange(page)
        self.setCentralWidget(page)
        self.contents_panel = ContentsPanel(reading, look, self)
        self.passages_panel = PassagesPanel(reading, look, self)
        self.bookmarks_panel = BookmarksPanel(reading, look, self)
        self.search_panel = SearchPanel(reading, look, self)
        self.glossary_panel = GlossaryPanel(reading, look, self)
        self.people_panel = PeoplePanel(reading, look, self)
        self.timeline_panel = TimelinePanel(reading, look, self)
        self.docks = {
            "contents": self._dock(self.tr("Contents"), self.contents_panel, _LEFT),
            "search": self._dock(self.tr("Search"), self.search_panel, _LEFT),
            "passages": self._dock(self.tr("Passages"), self.passages_panel, _LEFT),
            "bookmarks": self._dock(self.tr("Marks"), self.bookmarks_panel, _LEFT),
            "glossary": self._dock(self.tr("Glossary"), self.glossary_panel, _RIGHT),
            "people": self._dock(self.tr("People"), self.people_panel, _RIGHT),
            "timeline": self._dock(self.tr("Timeline"), self.timeline_panel, _BOTTOM),
        }
        self.entry_card = EntryCard(reading, look, self)
        self.lead_card = LeadCard(reading, look, self)
        self.asking = Asking(self.actions_by_name, reading, look, self._settings, self)
        self.title_bar = TitleBar(reading, look, self.actions_by_name, self)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.title_bar)
        self.layout_of_panels = Layout(self, self.docks)
        self.actions_by_name.adopt(
            {name: PanelSwitch(dock, self.reading_view) for name, dock in self.docks.items()}
        )
        self.key_table = KeyTable(self.actions_by_name, self._settings)
        self.menus = build_menus(self, self.actions_by_name, look)
        self.addActions([*self.actions_by_name])
        around = [self.menuBar(), self.title_bar, self.overview_strip, self.page_foot, *self.docks.values()]
        self.only_text = OnlyText(self, self.reading_view, around, look)
        self.announcer = Announcer(reading, self)
        self.regions = Regions([self.reading_view, *self.docks.values()])

    def _arrange(self, page: QWidget) -> None:
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.reading_view, 1)
        across.addWidget(self.overview_strip)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addLayout(across, 1)
        column.addWidget(self.page_foot)
        column.addWidget(self.progress_line)

    def _dock(self, title: str, panel: QWidget, area: Qt.DockWidgetArea) -> PanelDock:
        dock = PanelDock(title, panel, getattr(panel, "header", None), self.look, self)
        self.addDockWidget(area, dock)
        return dock

    # -- what happens when

    def _connect(self) -> None:
        reading = self.reading
        reading.document_changed.connect(self._entitle)
        reading.search_changed.connect(self._follow_search)
        reading.place_requested.connect(self._dismiss_card)
        reading.bookmark_chosen.connect(self._follow_bookmark)
        self.reading_view.entry_pointed.connect(self.entry_card.point)
        self.reading_view.lead_pointed.connect(self.lead_card.point)
        self.reading_view.signs.leading.picture_wanted.connect(self._show_picture)
        self.timeline_panel.entry_pointed.connect(self.entry_card.point)
        self.reading_view.selection_made.connect(self._offer_verbs)
        self.reading_view.selection_changed.connect(self.selection_bar.hide)
        self.reading_view.verticalScrollBar().valueChanged.connect(self.selection_bar.hide)
        self.selection_bar.bookmark_wanted.connect(self.reading_view.bookmark)
        self.selection_bar.copy_wanted.connect(self.reading_view.copy)
        self.mark_actions = MarkActions(self)
        self.selection_bar.find_wanted.connect(self._find)
        self.selection_bar.entry_wanted.connect(self.reading_view.mend_here)
        self.reading_view.verticalScrollBar().valueChanged.connect(self._dismiss_card)
        self._tie_actions()
        self._follow_search()

    def _tie_actions(self) -> None:
        reading, view, actions = self.reading, self.reading_view, self.actions_by_name
        for name, verb in {
            "close": self.close,
            "copy": view.copy,
            "bookmark": view.bookmark,
            "select_all": view.selecting.select_all,
            "mend_here": view.mend_here,
            "find": self._find,
            "find_next": reading.next_hit,
            "find_previous": reading.previous_hit,
            "panels": self.layout_of_panels.hide_all,
            "full_screen": self._set_full_screen,
            "only_text": self._set_only_text,
            "preferences": self._show_preferences,
            "usual_layout": self.layout_of_panels.reset,
            "go_to": self.asking.where,
            "palette": self.asking.anything,
            "next_region": self.regions.next,
            "previous_region": self.regions.previous,
        }.items():
            actions[name].triggered.connect(verb)
        self.bookmark_actions = BookmarkActions(reading, actions, self)
        self.guard_actions = GuardActions(reading, actions, self)
        self.page_actions = PageActions(self.look, actions, self)
        self.going_actions = GoingActions(reading, actions, self)
        self.bench_actions = BenchActions(self)
        for name in ("go_to", "palette"):
            actions[name].triggered.connect(self.entry_card.dismiss)

    def _entitle(self, _: object = None) -> None:
        title = self.reading.document.title
        program = QApplication.applicationDisplayName() or self.tr("Reading Companion")
        self.setWindowTitle(f"{title} – {program}" if title else program)

    def _restyle(self) -> None:
        if self._shown_theme is not self.look.theme:  # colours are dear, and a zoom needs none
            self._shown_theme = self.look.theme
            self._colour()

    def _colour(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            dress(application, self.look.theme)
        self.actions_by_name.colour()

    def _follow_search(self, _: object = None) -> None:
        for name in ("find_next", "find_previous"):
            self.actions_by_name[name].setEnabled(len(self.reading.hits) > 0)
        if self.reading.query and not self.search_panel.isVisible():
            self._raise(self.docks["search"])

    def _follow_bookmark(self, _: str) -> None:
        """A bookmark that was chosen in the margin is shown in its list, if that is open behind another."""
        dock = self.docks["bookmarks"]
        if dock.isVisible() and dock.visibleRegion().isEmpty():
            dock.raise_()

    def _offer_verbs(self, span: Span) -> None:
        self.selection_bar.offer(self.reading_view.rects_of(span))

    def _dismiss_card(self, _: object = None) -> None:
        self.entry_card.point(None)
        self.lead_card.point(None)

    # -- verbs

    @cached_property
    def picture_overlay(self) -> PictureOverlay:
        """What shows a picture large, made when one is first wanted so."""
        from companion.ui.reading_view.picture_overlay import PictureOverlay

        return PictureOverlay(self.reading, self.look, self.reading_view.gallery, self)

    def _show_picture(self, picture: Picture) -> None:
        self.picture_overlay.show_picture(picture)

    @cached_property
    def preferences(self) -> Preferences:
        """What the reader prefers, made when she first asks for it."""
        from companion.ui.looks.preferences import Preferences

        return Preferences(self.look, self)

    def _show_preferences(self) -> None:
        self.preferences.show_beside()

    def _find(self) -> None:
        words = " ".join(self.reading_view.selecting.text.split())
        self._raise(self.docks["search"])
        self.search_panel.focus_field(words[:200])

    @staticmethod
    def _raise(dock: PanelDock) -> None:
        dock.show()
        dock.raise_()

    def _set_only_text(self, wanted: bool) -> None:
        if wanted:
            self.keep_standing()  # if the program ends by force, it comes back with its panels
        with self.layout_of_panels.arranging():
            self.only_text.switch(wanted)
        self.reading_view.is_alone = wanted
        self.actions_by_name["only_text"].setChecked(wanted)

    def _set_full_screen(self, wanted: bool) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        if wanted:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)

    def page_of_help(self) -> str:
        """The page of help on what has the keyboard now; none for the text."""
        holder: QWidget | None = self.focusWidget()
        while holder is not None and holder.objectName() not in _HELP:
            holder = holder.parentWidget()
        return _HELP[holder.objectName()] if holder is not None else ""

    def restore(self) -> None:
        """Stands where it stood when it was closed, with its panels."""
        settings = self._settings
        self.layout_of_panels.restore(settings.geometry, settings.state, settings.put_away)
        for panel in (self.glossary_panel, self.people_panel):
            order, panel.follows_page = self._settings.list_of(panel.objectName())
            if order in list(Order):
                panel.order = Order(order)

    def keep_standing(self) -> None:
        """Writes down where the window and its panels stand, and how its lists are sorted.

        While there is nothing but the text, they stand where they stood before.
        """
        for panel in (self.glossary_panel, self.people_panel):
            order = panel.chosen_order or ""
            self._settings.keep_list(panel.objectName(), order, panel.follows_page)
        if self.only_text.is_on:
            return
        layout = self.layout_of_panels
        self._settings.keep_window(self.saveGeometry(), layout.state(), layout.put_away())

    # -- overrides of Qt

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where nothing nearer wants it: the card, then the focus, then the bare page or full screen."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.entry_card.isVisible():
            self.entry_card.point(None)
        elif self.reading.focus and not self.only_text.way_out.isVisible():  # which promises another thing
            self.reading.release()
        elif self.only_text.is_on:
            self._set_only_text(False)
        elif self.isFullScreen():
            self.actions_by_name["full_screen"].trigger()

    @guarded(otherwise=False)
    def focusNextPrevChild(self, forward: bool) -> bool:
        tabs = self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        regions = [self.centralWidget(), *self.docks.values(), *tabs, self.title_bar]
        return step(regions, self.focusWidget(), forward) or super().focusNextPrevChild(forward)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.only_text.is_on:
            self.layout_of_panels.fit()
            if self.only_text.is_unsettled:
                with self.layout_of_panels.arranging():
                    self.only_text.settle()

    @guarded
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.actions_by_name["full_screen"].setChecked(self.isFullScreen())
            if not self.isFullScreen():  # perhaps not by our key
                self._set_only_text(False)

    @guarded
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @guarded
    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        self._set_only_text(False)
        self.keep_standing()
        self.bookmarks_panel.finish_editing()
        self.closing.emit(event)
        if event.isAccepted():
            super().closeEvent(event)
