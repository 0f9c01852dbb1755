"""Help view: a window of its own in which the help is read like any text, with contents and search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.ui.contents.contents_panel import ContentsPanel
from companion.ui.guarded import guarded
from companion.ui.help.help_book import HelpBook, help_book
from companion.ui.looks.look import Look, Marks
from companion.ui.parts.quiet_button import SmallButton
from companion.ui.passages.search_panel import SearchPanel
from companion.ui.reading import Reading
from companion.ui.reading_view import ReadingView

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from companion.ui.actions import Actions

_SIZE = (980, 720)
_SIDE = 270


class HelpView(QWidget):
    """The pages stand one below the other. A link is a name in the text: a click or Enter follows it."""

    def __init__(self, actions: Actions, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("help_view")
        self.setWindowTitle(self.tr("Help"))
        self._actions, self._shared_look = actions, look
        self._book: HelpBook | None = None
        self._shortcuts: list[QShortcut] = []
        self.reading = Reading(self)
        self.look = Look(self, look.choice, look.type, Marks())
        self.contents = ContentsPanel(self.reading, self.look, self)
        self.search = SearchPanel(self.reading, self.look, self)
        self.search.field.setPlaceholderText(self.tr("Search the help"))
        self.search.field.setAccessibleName(self.tr("Search the help"))
        self.view = ReadingView(self.reading, self.look, self)
        self._back = SmallButton(self.look, self.tr("‹ Back"), "", self)
        self._forward = SmallButton(self.look, self.tr("Forward ›"), "", self)
        self._arrange()
        self._connect()
        room = parent.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 60))

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(13, 8, 13, 4)
        top.addWidget(self._back)
        top.addWidget(self._forward)
        top.addStretch(1)
        if self.search.header is not None:
            top.addWidget(self.search.header)
        self._side = QWidget(self)
        self._side.setFixedWidth(_SIDE)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.search)
        column.addWidget(self.contents, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._side)
        across.addWidget(self.view, 1)

    def _connect(self) -> None:
        reading = self.reading
        reading.entry_focused.connect(self._follow_link)
        reading.search_changed.connect(self._show_search)
        reading.history_changed.connect(self._follow_history)
        self._back.clicked.connect(reading.back)
        self._forward.clicked.connect(reading.forward)
        self._shared_look.changed.connect(self._follow_look)
        self._show_search()
        self._follow_history()

    def _take_keys(self) -> None:
        """The keys of the main window that have a meaning here mean the same, also when they were changed."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = []
        for name, verb in {
            "back": self.reading.back,
            "forward": self.reading.forward,
            "find": self.search.focus_field,
            "find_next": self.reading.next_hit,
            "find_previous": self.reading.previous_hit,
            "next_section": self._next_section,
            "previous_section": self._previous_section,
            "close": self.close,
            "zoom_in": self._actions["zoom_in"].trigger,
            "zoom_out": self._actions["zoom_out"].trigger,
            "zoom_usual": self._actions["zoom_usual"].trigger,
        }.items():
            for key in self._actions[name].shortcuts():
                made = QShortcut(QKeySequence(key), self)
                made.activated.connect(verb)
                self._shortcuts.append(made)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)  # before the text lets go of a link with it
        leave.activated.connect(self.close)
        self._shortcuts.append(leave)

    # -- what is called

    def show_page(self, page: str = "") -> None:
        """Shows the help, from the beginning of a page; where it was before, unless one is named."""
        book = help_book(self._actions)
        if self._book is None or book.document.text != self._book.document.text:  # keys may have changed
            self._book = book
            self._take_keys()
            self.reading.show(book.document)
            self.reading.take(book.companion)
        self.show()
        self.raise_()
        self.activateWindow()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if page:
            self.reading.search("")
            self.reading.jump_to_place(self._book.pages[page].start)

    # -- what happens when

    def _follow_link(self, focus: tuple[str, ...]) -> None:
        """A name in focus is a link that was followed: to its page, and nothing stays lit."""
        if focus and self._book is not None:
            target = self._book.pages[focus[-1]].start
            self.reading.release()
            self.reading.jump_to_place(target)

    def _show_search(self, _: object = None) -> None:
        """While something is looked for its hits stand in the place of the contents."""
        is_searching = bool(self.reading.query)
        self.search.content.setVisible(is_searching)
        self.contents.setVisible(not is_searching)

    def _follow_history(self) -> None:
        self._back.setEnabled(self.reading.can_go_back)
        self._forward.setEnabled(self.reading.can_go_forward)

    def _follow_look(self) -> None:
        self.look.set_theme(self._shared_look.choice)
        self.look.set_type(self._shared_look.type)

    def _next_section(self) -> None:
        place = self.reading.place.start
        later = [section.start for section in self.reading.document.sections if section.start > place]
        if later:
            self.reading.jump_to_place(min(later))

    def _previous_section(self) -> None:
        place = self.reading.place.start
        earlier = [section.start for section in self.reading.document.sections if section.start < place]
        self.reading.jump_to_place(max(earlier, default=0))

    # -- overrides of Qt

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if (window := self.parentWidget()) is not None:
            window.activateWindow()  # nobody else does it without a window manager
