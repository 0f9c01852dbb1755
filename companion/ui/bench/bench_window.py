"""Bench window: the table of all entries, with what mends many of them at once, and the editor for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from companion.core.entries import Kind
from companion.ui.bench.choices import DateChoice, EntryChoice
from companion.ui.bench.entry_editor import EntryEditor
from companion.ui.bench.entry_table import EntryTable
from companion.ui.bench.left_list import LeftList
from companion.ui.bench.nearby import name_of
from companion.ui.bench.table_of_entries import TableOfEntries
from companion.ui.entries.entry_words import figures, kind_in_words
from companion.ui.finding.palette import Palette
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.field import Field
from companion.ui.parts.paragraph import Paragraph
from companion.ui.parts.push_button import PushButton
from companion.ui.parts.quiet_button import Switch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from companion.ui.finding.goals import Goals
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_SIZE = (1240, 720)


class BenchWindow(QWidget):
    """A window of its own beside the text, which follows every step that is made in either.

    `steps` are the actions that take a step back and make it again.
    """

    def __init__(self, reading: Reading, look: Look, steps: tuple[QAction, QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("entry_bench")
        self.setWindowTitle(self.tr("Table of entries"))
        self._reading, self._look, self._steps = reading, look, steps
        self._kept: list[str] = []
        self.filter_field = Field(look, self.tr("Filter by name"), self)
        self.kinds = {kind: self._kind_switch(kind) for kind in Kind}
        self.rows = EntryTable(look, self)
        self.table = TableOfEntries(self.rows, self)
        self.editor = EntryEditor(reading, look, self)
        self._scroll = self._make_scroll()
        self._count = Paragraph(look, self, Role.DIM, 2)
        self.left_list = LeftList(reading, look, self)
        self.merge = PushButton(self.tr("&Merge…"), self)
        self.apart = PushButton(self.tr("&Never merge"), self)
        self.retype = PushButton(self.tr("&Kind…"), self)
        self.remove = PushButton(self.tr("&Remove"), self)
        self.show_in_text = PushButton(self.tr("&Show in the text"), self)
        self._kind_menu = self._make_kind_menu()
        self._palette = Palette(look, self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._arrange()
        self._connect()
        room = parent.screen().availableSize()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 60))

    # -- what it is made of

    def _kind_switch(self, kind: Kind) -> Switch:
        words = {
            Kind.TERM: self.tr("terms"),
            Kind.PERSON: self.tr("people"),
            Kind.EVENT: self.tr("events"),
        }[kind]
        switch = Switch(self._look, words, self.tr("List the {0}").format(words), self)
        switch.setChecked(True)
        return switch

    def _make_scroll(self) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget(scroll)
        column = QVBoxLayout(holder)
        column.setContentsMargins(14, 4, 14, 8)
        column.addWidget(self.editor)
        column.addStretch(1)
        scroll.setWidget(holder)
        scroll.verticalScrollBar().setAccessibleName(self.tr("Place in the editor"))
        return scroll

    def _make_kind_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind in Kind:
            menu.addAction(kind_in_words(kind)).setData(kind.value)
        menu.triggered.connect(self._retype)
        return menu

    def _arrange(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.filter_field, 1)
        for switch in self.kinds.values():
            top.addWidget(switch)
        for button in (self.merge, self.apart, self.retype, self.remove, self.show_in_text):
            below.addWidget(button)
        below.addWidget(self._count, 1)
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        both.addWidget(self.table)
        both.addWidget(self._scroll)
        both.setStretchFactor(0, 3)
        both.setSizes([_SIZE[0] - 340, 340])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(both, 1)
        column.addWidget(self.left_list)
        column.addLayout(below)
        for name, verb, keys in (
            ("undo_in_table", self._steps[0].trigger, QKeySequence.StandardKey.Undo),
            ("redo_in_table", self._steps[1].trigger, QKeySequence.StandardKey.Redo),
            ("remove_in_table", self._remove, QKeySequence.StandardKey.Delete),
            ("filter_in_table", self._to_filter, QKeySequence.StandardKey.Find),
            ("close_table", self.close, QKeySequence.StandardKey.Close),
        ):
            action = QAction(name, self.table if name == "remove_in_table" else self)
            action.setShortcuts(keys)
            action.setShortcutContext(
                Qt.ShortcutContext.WidgetShortcut
                if name == "remove_in_table"
                else Qt.ShortcutContext.WindowShortcut
            )
            action.triggered.connect(verb)
            (self.table if name == "remove_in_table" else self).addAction(action)

    def _connect(self) -> None:
        reading = self._reading
        self.filter_field.textChanged.connect(self._filter)
        self.filter_field.left_down.connect(self.table.setFocus)
        self.filter_field.escaped.connect(self.filter_field.clear)
        for switch in self.kinds.values():
            switch.toggled.connect(self._filter)
        self.table.selectionModel().selectionChanged.connect(self._follow_selection)
        self.table.activated.connect(self._focus_chosen)
        self.rows.modelAboutToBeReset.connect(self._keep_chosen)
        self.rows.modelReset.connect(self._choose_kept)
        self._settle.timeout.connect(self._show_chosen)
        self.merge.clicked.connect(self._merge)
        self.apart.clicked.connect(self._keep_apart)
        self.retype.clicked.connect(self._open_kind_menu)
        self.remove.clicked.connect(self._remove)
        self.show_in_text.clicked.connect(self._focus_chosen)
        self.editor.left.connect(self.table.setFocus)
        reading.companion_changed.connect(self._show_companion)
        reading.mending.settled.connect(self.left_list.renew)

    # -- what is shown

    def show_table(self) -> None:
        """Shows the entries as they are now, in front; those in focus are chosen."""
        self._show_companion()
        self.left_list.renew()
        if not self.chosen and self._reading.focus:
            self.choose(self._reading.focus)
        self.show()
        self.raise_()
        self.activateWindow()
        self.table.setFocus()

    def ask(self, goals: Goals) -> None:
        """Asks here, not in the window of the text."""
        self._palette.ask(goals)

    @property
    def chosen(self) -> list[str]:
        """The ids of the entries that are chosen, from the top."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.rows.entry(row).id for row in rows]

    def choose(self, entries: Sequence[str]) -> None:
        """Chooses these entries, and brings the first of them into view."""
        found = [row for row in map(self.rows.row_of, entries) if row >= 0]
        if len(found) < len(entries) and (self.filter_field.text() or len(self.rows.kinds) < len(Kind)):
            self.filter_field.clear()
            for switch in self.kinds.values():
                switch.setChecked(True)
            found = [row for row in map(self.rows.row_of, entries) if row >= 0]
        model, selection = self.table.selectionModel(), QItemSelection()
        for row in found:
            index = self.rows.index(row, 0)
            selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        if found:
            model.setCurrentIndex(self.rows.index(found[0], 0), flags.NoUpdate)
        model.select(selection, flags.ClearAndSelect | flags.Rows)
        if found:
            self.table.scrollTo(self.rows.index(found[0], 0))

    def _show_companion(self, _: object = None) -> None:
        if self.isVisible() or not self.rows.rowCount():
            self.rows.show_companion(self._reading.companion)
            self._show_chosen()

    def _filter(self, _: object = None) -> None:
        kinds = frozenset(kind for kind, switch in self.kinds.items() if switch.isChecked())
        self.filter_field.takes_escape = bool(self.filter_field.text())
        self.rows.filter(self.filter_field.text(), kinds)

    def _keep_chosen(self) -> None:
        self._kept = self.chosen

    def _choose_kept(self) -> None:
        kept, self._kept = self._kept, []
        listed = [entry for entry in kept if self.rows.row_of(entry) >= 0]
        if listed:
            self.choose(listed)
        self._show_chosen()

    def _follow_selection(self, _: object = None, __: object = None) -> None:
        self._settle.start()

    def _show_chosen(self) -> None:
        """The editor shows the one that is chosen; the buttons say what can be done."""
        chosen = self.chosen
        one = self._reading.companion.entry(chosen[0]) if len(chosen) == 1 else None
        if one is not None:
            self.editor.edit(one)
        elif self.editor.isVisible():
            self.editor.apply()
        self.editor.setVisible(one is not None)
        self._scroll.setVisible(one is not None)  # until then the table has all the room
        self.merge.setEnabled(bool(chosen))
        for button in (self.retype, self.remove):
            button.setEnabled(bool(chosen))
        self.apart.setEnabled(len(chosen) > 1)
        self.show_in_text.setEnabled(len(chosen) in (1, 2))
        words = self.tr("{0} of {1} listed, {2} chosen")
        count, whole = figures(self.rows.rowCount()), figures(self.rows.count_of_all)
        self._count.say(words.format(count, whole, figures(len(chosen))))

    # -- verbs

    def _merge(self) -> None:
        """Two or more become one, which is asked for; one is merged with another."""
        chosen = self.chosen
        if not chosen:
            return
        if len(chosen) == 1:
            self.editor.verbs.merge.click()
            return
        others = {entry.id for entry in self._reading.companion.entries} - {*chosen}
        weightiest = sorted(chosen, key=self._weight, reverse=True)
        prompt = self.tr("Which name shall the one of them have?")
        self.ask(EntryChoice(self._reading, prompt, self._merge_into, without=others, first=weightiest))

    def _weight(self, entry_id: str) -> int:
        return self._reading.companion.links.count(entry_id)

    def _merge_into(self, into: str) -> None:
        self._reading.mending.merge(self.chosen, into)

    def _keep_apart(self) -> None:
        self._reading.mending.keep_apart(self.chosen)

    def _open_kind_menu(self) -> None:
        self._kind_menu.popup(self.retype.mapToGlobal(self.retype.rect().topLeft()))

    def _retype(self, action: QAction) -> None:
        kind = Kind(action.data())
        if kind is not Kind.EVENT:
            self._reading.mending.retype(self.chosen, kind)
            return
        first = self._reading.companion.entry(self.chosen[0]) if self.chosen else None
        if first is not None:
            self.ask(DateChoice(self.tr("When was {0}?").format(name_of(first)), self._become_events))

    def _become_events(self, edtf: str) -> None:
        self._reading.mending.retype(self.chosen, Kind.EVENT, edtf)

    def _remove(self) -> None:
        self._reading.mending.remove(self.chosen)

    def _focus_chosen(self, _: object = None) -> None:
        """The text shows what is chosen here: one entry, or two together."""
        chosen = self.chosen[:2]
        if chosen:
            self._reading.focus_on(chosen[0])
            for other in chosen[1:]:
                self._reading.add_to_focus(other)
            self._reading.next_passage()

    def _to_filter(self) -> None:
        self.filter_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_field.selectAll()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
