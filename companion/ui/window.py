"""Window: puts the text and its panels together, and ties every action to a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from companion.ui.actions import Actions
from companion.ui.bookmarks.bookmark_actions import BookmarkActions
from companion.ui.frame.menus import build_menus
from companion.ui.frame.notice import Notice
from companion.ui.frame.only_text import OnlyText
from companion.ui.frame.overview_strip import OverviewStrip
from companion.ui.frame.page_foot import PageFoot
from companion.ui.frame.progress_line import ProgressLine
from companion.ui.frame.regions import Regions
from companion.ui.frame.tab_order import step
from companion.ui.frame.title_bar import TitleBar
from companion.ui.going_actions import GoingActions
from companion.ui.guard_actions import GuardActions
from companion.ui.guarded import guarded
from companion.ui.looks.style_sheet import dress
from companion.ui.page_actions import PageActions
from companion.ui.parts.panel_switch import PanelSwitch
from companion.ui.reading_view import ReadingView
from companion.ui.window_parts import WithParts

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent

    from companion.core.document import Picture
    from companion.ui.looks.look import Look
    from companion.ui.looks.theme import Theme
    from companion.ui.program.settings import Settings
    from companion.ui.reading import Reading

_HELP = {
    "timeline_panel": "timeline",
    "bookmarks_panel": "bookmarks",
    "search_panel": "finding",
    "shelf_page": "shelf",
    "glossary_panel": "companion",
    "people_panel": "companion",
    "passages_panel": "companion",
}


class Window(WithParts):
    """The window of one reading. What opens files connects to its signals; it knows of no file itself.

    With `in_stages` it is made as far as the page needs; whoever wants that has `later` make the rest. Every
    part is an attribute, and made at once when somebody asks for it.

    Signals:
        files_dropped(list[str]): files that were dropped on the window, as local paths.
        closing(QCloseEvent): the window is about to close, unless somebody ignores the event.
        long_copy_wanted(Work): so much is to be copied that it takes a while; the work that gives its forms.
    """

    files_dropped = Signal(object)
    closing = Signal(object)
    long_copy_wanted = Signal(object)

    def __init__(self, reading: Reading, look: Look, settings: Settings, *, in_stages: bool = False) -> None:
        super().__init__(reading, look, settings)
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self._shown_theme: Theme | None = None
        self.actions_by_name = Actions(self, look)
        # Before anything else hears it: a style sheet takes away colours that parts gave themselves.
        look.changed.connect(self._restyle)
        self._restyle()
        self._build()
        self._connect()
        self._entitle()
        self.reading_view.setFocus()
        if not in_stages:
            for part in self.later():
                getattr(*part)

    # -- what it is made of

    def _build(self) -> None:
        reading, look = self.reading, self.look
        page = QWidget(self)
        self.notice = Notice(look, page)
        self.reading_view = ReadingView(reading, look, page)
        self.overview_strip = OverviewStrip(reading, look, page)
        self.page_foot = PageFoot(reading, look, page)
        self.progress_line = ProgressLine(page, self.reading_view)
        self._arrange(page)
        self.setCentralWidget(page)
        self.title_bar = TitleBar(reading, look, self.actions_by_name, self)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.title_bar)
        self.make_docks()
        self.actions_by_name.adopt(
            {name: PanelSwitch(dock, self.reading_view) for name, dock in self.docks.items()}
        )
        self.menus = build_menus(self, self.actions_by_name, look)
        self.addActions([*self.actions_by_name])
        around = [self.menuBar(), self.title_bar, self.overview_strip, self.page_foot, *self.docks.values()]
        self.only_text = OnlyText(self, self.reading_view, around, look)
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

    # -- what happens when

    def _connect(self) -> None:
        reading = self.reading
        reading.document_changed.connect(self._entitle)
        reading.search_changed.connect(self._follow_search)
        self.search_closed.connect(self.leave_search)
        reading.place_requested.connect(self._dismiss_card)
        reading.bookmark_chosen.connect(self._follow_bookmark)
        self.reading_view.signs.leading.picture_wanted.connect(self._show_picture)
        self.reading_view.long_copy_wanted.connect(self.long_copy_wanted)
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
            "find": self.find_words,
            "find_next": reading.next_hit,
            "find_previous": reading.previous_hit,
            "panels": self.layout_of_panels.hide_all,
            "full_screen": self._set_full_screen,
            "only_text": self._set_only_text,
            "preferences": self._show_preferences,
            "usual_layout": self.layout_of_panels.reset,
            "go_to": self._ask_where,
            "palette": self._ask_anything,
            "next_region": self.regions.next,
            "previous_region": self.regions.previous,
        }.items():
            actions[name].triggered.connect(verb)
        self.bookmark_actions = BookmarkActions(reading, actions, self)
        self.guard_actions = GuardActions(reading, actions, self)
        self.page_actions = PageActions(self.look, actions, self)
        self.going_actions = GoingActions(reading, actions, self)

    def _entitle(self, _: object = None) -> None:
        title = self.reading.document.title
        program = QApplication.applicationDisplayName() or self.tr("Reading Companion")
        self.setWindowTitle(f"{title} — {program}" if title else program)

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
            self.bring_forward(self.docks["search"])

    def _follow_bookmark(self, _: str) -> None:
        """A bookmark that was chosen in the margin is shown in its list, if that is open behind another."""
        dock = self.docks["bookmarks"]
        if dock.isVisible() and dock.visibleRegion().isEmpty():
            dock.raise_()

    def _dismiss_card(self, _: object = None) -> None:
        if self.is_made("entry_card"):
            self.entry_card.point(None)
        if self.is_made("lead_card"):
            self.lead_card.point(None)

    # -- verbs

    def _show_picture(self, picture: Picture) -> None:
        self.picture_overlay.show_picture(picture)

    def _show_preferences(self) -> None:
        self.preferences.show_beside()

    def _ask_where(self) -> None:
        self.asking.where()

    def _ask_anything(self) -> None:
        self.asking.anything()

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

    def keep_standing(self) -> None:
        """Writes down where the window and its panels stand, and how its lists are sorted.

        While there is nothing but the text, they stand where they stood before.
        """
        self.keep_lists()
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
        elif self.is_made("entry_card") and self.entry_card.isVisible():
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
        if self.is_made("bookmarks_panel"):
            self.bookmarks_panel.finish_editing()
        self.closing.emit(event)
        if event.isAccepted():
            super().closeEvent(event)
