"""Entry list: the panel that glossary and people share, with its filter, its order and the open entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu

from companion.ui.entries.entry_rows import Order
from companion.ui.entries.entry_view import EntryView
from companion.ui.entries.entry_words import being_read_in_words, broken_off_in_words
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.field import Field
from companion.ui.parts.panel import Panel
from companion.ui.parts.paragraph import Paragraph
from companion.ui.parts.quiet_button import SmallButton, Switch
from companion.ui.program.language import told
from companion.ui.quest import Quest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from companion.core.companion import Companion
    from companion.core.entries import Entry
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_COALESCE = 60
"""Milliseconds in which the reader may scroll on before the list follows."""


class EntryListPanel(Panel):
    """All entries of one kind. A subclass says which, and what stands there while there are none."""

    can_be_cut = True
    order_of_found = Order.FREQUENCY
    """How entries are sorted that were found in the text: there may be hundreds."""

    def __init__(self, reading: Reading, look: Look, parent: QWidget, name: str) -> None:
        super().__init__(reading, look, parent, name)
        self.entitle(self.words_for_title())
        self._switch = Switch(look, self.tr("on this page"), self.tr("Only what is on this page"), self)
        self.header = self._switch
        self.filter_field = Field(look, self.tr("Filter"), self.content)
        self._order_button = SmallButton(look, "", "", self.content)
        self._nothing = Paragraph(look, self.content, Role.DIM)
        self.view = EntryView(reading, look, self.title, self.content)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(_COALESCE)
        self._shown_focus: tuple[str, ...] = ()
        self._make_order_menu()
        self._arrange_list()
        self._connect()
        self._show_order()
        self._show_companion(reading.companion)

    def words_for_title(self) -> str:
        """What the panel is called."""
        raise NotImplementedError

    def words_for_filter(self, count: int) -> str:
        """What stands in the field for the filter while it is blank."""
        raise NotImplementedError

    def entries_of(self, companion: Companion) -> Sequence[Entry]:
        """The entries that are listed."""
        raise NotImplementedError

    def words_while_looking(self) -> str:
        """What stands there while entries are being looked for in the text."""
        raise NotImplementedError

    def words_for_nothing_found(self) -> str:
        """What stands there when the text was searched and nothing was found."""
        raise NotImplementedError

    def words_while_empty(self) -> str:
        """One sentence: what the panel is for, and what to do."""
        raise NotImplementedError

    # -- what the window may keep

    @property
    def order(self) -> Order:
        """How the list is sorted."""
        return self.view.rows.order

    @order.setter
    def order(self, order: Order) -> None:
        self.view.rows.choose_order(order)
        self._show_order()

    @property
    def chosen_order(self) -> Order | None:
        """How the reader wants the list sorted; None while it is sorted as is usual for what it lists."""
        return self.view.rows.chosen_order

    @property
    def follows_page(self) -> bool:
        """Whether only what is on the screen now is listed."""
        return self._switch.isChecked()

    @follows_page.setter
    def follows_page(self, follows: bool) -> None:
        self._switch.setChecked(follows)

    # -- setting up

    def _make_order_menu(self) -> None:
        self._orders = QMenu(self)
        self._orders.setAccessibleName(self.tr("Order"))
        group = QActionGroup(self)
        for order, words in (
            (Order.FIRST_MENTION, self.tr("By place in the text")),
            (Order.NAME, self.tr("By name")),
            (Order.FREQUENCY, self.tr("Most named first")),
            (Order.NEED, self.tr("Hardest first")),
        ):
            action = QAction(words, self)
            action.setCheckable(True)
            action.setData(order.value)
            group.addAction(action)
            self._orders.addAction(action)
        group.triggered.connect(self._order_chosen)

    def _arrange_list(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(22, 0, 13, 4)  # so that its words stand over those of the rows
        top.setSpacing(6)
        top.addWidget(self.filter_field, 1)
        top.addWidget(self._order_button)
        self._nothing.setContentsMargins(26, 4, 18, 4)
        self.inside.addLayout(top)
        self.inside.addWidget(self._nothing)
        self.inside.addWidget(self.view, 1)

    def _connect(self) -> None:
        reading = self.reading
        self.filter_field.textChanged.connect(self._filter_changed)
        self.filter_field.escaped.connect(self.filter_field.clear)
        self.filter_field.left_down.connect(self._enter_list)
        self.filter_field.returnPressed.connect(self._choose_first)
        self._order_button.clicked.connect(self._open_order_menu)
        self._switch.toggled.connect(self._switched)
        self.view.chosen.connect(self._choose)
        self._follow.timeout.connect(self._show_place)
        reading.companion_changed.connect(self._show_companion)
        reading.quest_changed.connect(self._quest_changed)
        reading.entry_focused.connect(self._show_focus)
        reading.place_changed.connect(self._place_changed)

    # -- what changed

    def _show_companion(self, companion: Companion) -> None:
        entries = self.entries_of(companion)
        self.view.hold()
        self.view.rows.show_entries(companion, entries, self._usual_order(entries))
        self._show_order()
        words = self.words_for_filter(len(entries))
        self.filter_field.setPlaceholderText(words)
        self.filter_field.setAccessibleName(words)  # there is more than one list
        self.say_empty("" if entries else self._why_empty(companion))
        self._switch.setEnabled(bool(entries))
        self._show_place()
        self._show_focus(self.reading.focus)
        self.view.let_go()
        if self.view.hasFocus() and not self.view.rows.rowCount():  # where Esc does what it says
            self.filter_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _usual_order(self, entries: Sequence[Entry]) -> Order:
        """A list that somebody has written stands as the text does; what was found, the weightiest first."""
        found = sum(entry.is_found for entry in entries)
        return self.order_of_found if 2 * found > len(entries) else Order.FIRST_MENTION

    def _why_empty(self, companion: Companion) -> str:
        if companion is not self.reading.whole:
            return self.tr("None so far.")
        quest, whole = self.reading.quest, self.reading.whole
        if quest is Quest.UNDER_WAY:
            return self.words_while_looking()
        if quest in (Quest.TEXT, Quest.READ):
            return being_read_in_words(quest)
        if quest is Quest.BROKEN_OFF and not len(whole.entries):
            return broken_off_in_words()
        if not len(whole.entries) and whole.warnings:
            return told(whole.warnings[0])
        if quest is Quest.DONE:
            return self.words_for_nothing_found()
        return self.words_while_empty()

    def _quest_changed(self, _: Quest) -> None:
        companion = self.reading.companion
        if not self.entries_of(companion):
            self.say_empty(self._why_empty(companion))

    def _show_focus(self, focus: tuple[str, ...]) -> None:
        companion = self.reading.companion
        self.view.rows.set_related({related.entry for entry in focus for related in companion.related(entry)})
        mine = [entry for entry in focus if entry in self.view.rows.listed]
        if any(self.view.rows.row_of(entry) < 0 for entry in mine):
            self.filter_field.clear()
        self._filter()
        self.view.open_entries_in_focus()
        if focus != self._shown_focus:  # else she may have scrolled away from it meanwhile
            self._shown_focus = focus
            self._show_focused_row()

    def _place_changed(self) -> None:
        if not self._follow.isActive():
            self._follow.start()

    def _show_place(self) -> None:
        companion, place = self.reading.companion, self.reading.place
        self.view.rows.set_on_screen(frozenset(companion.links.entries_within(place.start, place.end)))
        if self.follows_page:
            self._filter()

    # -- filter and order

    def _filter_changed(self) -> None:
        self.filter_field.takes_escape = bool(self.filter_field.text())
        self._filter()
        self.view.scrollToTop()

    def _filter(self) -> None:
        rows = self.view.rows
        only = {*rows.on_screen, *self.reading.focus} if self.follows_page else None
        rows.filter(self.filter_field.text(), only)
        is_told = self.is_empty or (rows.rowCount() and not rows.are_alike)
        self._nothing.say("" if is_told else self._why_nothing())

    def _switched(self) -> None:
        self._filter()
        self.view.scrollToTop()
        self._show_focused_row()

    def _show_focused_row(self) -> None:
        rows = [row for entry in self.reading.focus if (row := self.view.rows.row_of(entry)) >= 0]
        if rows:
            self.view.make_current(rows[-1])
            self.view.show_row(rows[-1])

    def _why_nothing(self) -> str:
        sought = self.filter_field.text().strip()
        if sought and self.view.rows.rowCount():
            return self.tr("Nothing here is called “{0}”. Spelt nearly so:").format(sought)
        if sought:
            return self.tr("Nothing here is called “{0}”.").format(sought)
        return self.tr("Nothing from this list is on this page.")

    def _show_order(self) -> None:
        for action in self._orders.actions():
            action.setChecked(action.data() == self.order.value)
            is_offered = action.data() != Order.NEED.value or self.order_of_found is Order.NEED
            action.setVisible(is_offered)
        words = {
            Order.FIRST_MENTION: self.tr("by place"),
            Order.NAME: self.tr("A–Z"),
            Order.FREQUENCY: self.tr("most named"),
            Order.NEED: self.tr("hardest first"),
        }[self.order]
        self._order_button.say(f"{words} ▾", self.tr("Order: {0}").format(words))

    def _order_chosen(self, action: QAction) -> None:
        self.order = Order(action.data())

    def _open_order_menu(self) -> None:
        below = self._order_button.rect().bottomLeft()
        self._orders.popup(self._order_button.mapToGlobal(below))

    # -- choosing

    def _enter_list(self) -> None:
        if self.view.rows.rowCount():
            self.view.make_current(max(0, self.view.currentIndex().row()))
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose_first(self) -> None:
        if self.view.rows.rowCount() and self.filter_field.text():
            self.reading.focus_on(self.view.rows.entry(0).id)

    def _choose(self, row: int, adds: bool) -> None:
        entry = self.view.rows.entry(row).id
        if adds:
            self.reading.add_to_focus(entry)
        elif self.reading.focus == (entry,):
            self.reading.release()
        else:
            self.reading.focus_on(entry)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.view.finish_editing():
            return  # first what is open in the entry, then the entry
        if event.key() == Qt.Key.Key_Escape and self.reading.focus:
            self.reading.release()
        else:
            super().keyPressEvent(event)
