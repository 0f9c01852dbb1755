"""Timeline panel: the drawing and the list of the story's events, tied to the reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from companion.output.timeline.story import involved, story_of, told_within
from companion.output.timeline.telling import Telling, entering, telling_of
from companion.ui.entries.entry_words import place_with_section
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import SMALL, lettered
from companion.ui.parts.panel import Panel
from companion.ui.parts.paragraph import Paragraph
from companion.ui.parts.quiet_button import SmallButton, Switch
from companion.ui.program.language import spoken
from companion.ui.timeline import words
from companion.ui.timeline.canvas import Canvas
from companion.ui.timeline.event_list import EventList

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent

    from companion.core.companion import Companion
    from companion.core.document import Span
    from companion.output.timeline.story import Story
    from companion.ui.looks.look import Look
    from companion.ui.quest import Quest
    from companion.ui.reading import Reading


_FEWEST = 2
"""Fewer first appearances than that make no line."""


class TimelinePanel(Panel):
    """What happens when, by story date: drawn, or as a list. Of a text without dates, who appears where.

    While the drawing is shown the list lies under it, so that a screen reader always finds it.

    Signals:
        entry_pointed(Pointed | None): the event under the pointer or at the keyboard.
    """

    entry_pointed = Signal(object)
    can_be_cut = True

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(reading, look, parent, "timeline_panel")
        self.entitle(words.title())
        self.list = EventList(look, self.content)
        self.canvas = Canvas(look, self.content)
        self.canvas.setAccessibleName(words.title())
        self.canvas.setAccessibleDescription(words.keys_in_words())
        self._no_dates = Paragraph(look, self.content, Role.DIM)
        self._no_dates.setObjectName("no_dates")
        self._no_dates.setContentsMargins(18, 0, 18, 2)
        self._no_dates.setFont(lettered(self.font(), size=SMALL))
        self.inside.addWidget(self._no_dates)
        both = QGridLayout()
        both.addWidget(self.list, 0, 0)
        both.addWidget(self.canvas, 0, 0)
        self.inside.addLayout(both)
        self._shown_focus: tuple[str, ...] = ()
        self._make_header()
        self._connect()
        self._show_list(False)
        self._show_companion(reading.companion)

    # -- what the window may keep

    @property
    def shows_list(self) -> bool:
        """Whether the events are shown as a list."""
        return self._switch.isChecked()

    @shows_list.setter
    def shows_list(self, shown: bool) -> None:
        self._switch.setChecked(shown)

    # -- setting up

    def _make_header(self) -> None:
        header = self.header = QWidget(self)
        line = QHBoxLayout(header)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        self._all = SmallButton(self.look, *words.show_all(), header)
        self._out = SmallButton(self.look, "−", words.zoom_out(), header)
        self._in = SmallButton(self.look, "+", words.zoom_in(), header)
        self._switch = Switch(self.look, *words.as_list(), header)
        self._buttons = (self._all, self._out, self._in, self._switch)
        for button in self._buttons:
            button.setToolTip(button.accessibleName())
            line.addWidget(button)

    def _connect(self) -> None:
        reading, canvas = self.reading, self.canvas
        self._all.clicked.connect(canvas.fit)
        self._in.clicked.connect(canvas.zoom_in)
        self._out.clicked.connect(canvas.zoom_out)
        self._switch.toggled.connect(self._show_list)
        canvas.chosen.connect(self._choose)
        canvas.entry_pointed.connect(self.entry_pointed)
        canvas.menu_wanted.connect(self._open_menu)
        self.list.menu_wanted.connect(self._open_menu_of_row)
        canvas.stepped_to.connect(self._say_event)
        canvas.crowd_stuck.connect(self._list_from)
        canvas.view_changed.connect(self._show_zoom)
        self.list.chosen.connect(self._choose_row)
        self.list.entry_pointed.connect(self.entry_pointed)
        reading.companion_changed.connect(self._show_companion)
        reading.quest_changed.connect(self._quest_changed)
        reading.entry_focused.connect(self._show_focus)
        reading.place_changed.connect(self._show_place)
        reading.bookmarks_changed.connect(self._show_marks)

    # -- what changed

    def _show_companion(self, companion: Companion) -> None:
        story = self._story_of(companion)
        self._no_dates.say(words.no_dates_in_words(story))
        self.canvas.show_story(story)
        self._show_marks()
        self.canvas.setAccessibleName(self.title if story.is_dated else words.list_in_words(story))
        self.list.setAccessibleName(words.list_in_words(story))
        self.list.rows.show_story(story, companion)
        is_cut = companion is not self.reading.whole
        quest = self.reading.quest
        self.say_empty("" if story.events else words.words_while_empty(companion, quest, is_cut=is_cut))
        for button in self._buttons:
            button.setEnabled(bool(story.events))
        self._show_zoom()
        self._show_focus(self.reading.focus)
        self._show_place(self.reading.place)

    def _show_marks(self, _: object = None) -> None:
        """A flag stands at the events of which marked words tell, or on which something is noted."""
        placed = self.reading.marginalia.placed
        marked = {one.bookmark.about.heading for one in placed if one.bookmark.about is not None}
        self.canvas.emphasise(
            marked=frozenset(
                index
                for index, event in enumerate(self.canvas.story.events if placed else ())
                if event.title in marked or self._is_marked(event.id)
            )
        )

    def _is_marked(self, event: str) -> bool:
        """Whether any words that tell of an event are marked."""
        touching = self.reading.marginalia.touching
        return any(map(touching, self.reading.companion.passages(event).spans))

    def _story_of(self, companion: Companion) -> Story:
        """The timeline; of a text that tells no dates, who first appears where."""
        story = story_of(companion, spoken())
        if story.events or self.reading.whole.events:
            return story
        telling = telling_of(companion, self._words_of)
        return telling if len(telling) >= _FEWEST else story

    def _words_of(self, offset: int) -> str:
        return place_with_section(self.reading.document, offset)

    def _involved(self, focus: tuple[str, ...]) -> frozenset[str]:
        """The ids of what stands out beside a focus."""
        companion = self.reading.companion
        if self.canvas.story.is_dated:
            return involved(companion, focus)
        return frozenset(focus).union(one.entry for entry in focus for one in companion.related(entry))

    def _show_focus(self, focus: tuple[str, ...]) -> None:
        story = self.canvas.story
        strong = self._involved(focus) if focus and story.events else None
        self.canvas.emphasise(
            strong=None if strong is None else story.indices(strong), focused=story.indices(focus)
        )
        self.list.show_focus(focus, strong)
        here = [index for entry in focus if (index := story.index(entry)) is not None]
        is_new, self._shown_focus = focus != self._shown_focus, focus
        if here and is_new:  # else the reader may look elsewhere meanwhile
            self.canvas.put_cursor(story.events[here[-1]].id)
            self.canvas.bring_into_view(here[-1])

    def _quest_changed(self, quest: Quest) -> None:
        if not self.canvas.story.events:
            is_cut = self.reading.companion is not self.reading.whole
            self.say_empty(words.words_while_empty(self.reading.companion, quest, is_cut=is_cut))

    def _show_place(self, place: Span) -> None:
        story = self.canvas.story
        if isinstance(story, Telling):
            on_screen = entering(story, place)
        else:
            on_screen = told_within(self.reading.companion, story, place)
        self.canvas.emphasise(on_screen=on_screen)

    def _show_zoom(self) -> None:
        view = self.canvas.viewport
        has_events = bool(self.canvas.story.events)
        self._all.setEnabled(not view.shows_all)
        self._out.setEnabled(not view.shows_all)
        self._in.setEnabled(has_events and not view.is_closest)

    # -- drawing or list

    def _show_list(self, shown: bool) -> None:
        had_keys = self.canvas.hasFocus() or self.list.hasFocus()
        self.canvas.setVisible(not shown)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus if shown else Qt.FocusPolicy.NoFocus)
        for button in (self._all, self._out, self._in):
            button.setVisible(not shown)
        self.setFocusProxy(self.list if shown else self.canvas)
        if had_keys:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list_from(self, event: str) -> None:
        """Shows the list from an event on: no zoom could tell it from its neighbours."""
        self.shows_list = True
        row = self.list.rows.row_of(event)
        self.list.make_current(row)
        self.list.scrollTo(self.list.rows.index(row), EventList.ScrollHint.PositionAtTop)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- choosing

    def _choose_row(self, row: int, adds: bool) -> None:
        self._choose(self.list.rows.dated(row).id, adds)

    def _choose(self, event: str, adds: bool) -> None:
        if adds:
            self.reading.add_to_focus(event)
        else:
            self.reading.focus_on(event)
            self.reading.go_to_passage(0)

    def _open_menu_of_row(self, row: int, at: QPoint) -> None:
        self._open_menu(self.list.rows.dated(row).id, at)

    def _open_menu(self, event: str, at: QPoint) -> None:
        from companion.ui.bench.entry_menu import open_entry_menu

        open_entry_menu(self.reading, event, self, at)

    def _say_event(self, event: str) -> None:
        """Tells a screen reader at which event the keyboard is."""
        said = self.list.rows.in_words(self.list.rows.row_of(event))
        self.canvas.setAccessibleDescription(f"{said}. {words.keys_in_words()}")
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.canvas, said))

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.reading.focus:
            self.reading.release()
        elif event.key() == Qt.Key.Key_L and not event.modifiers() and self.canvas.story.events:
            self.shows_list = not self.shows_list
        else:
            super().keyPressEvent(event)
