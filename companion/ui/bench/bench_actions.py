"""Bench actions: what the keys for mending do, and where what is asked and told on the bench is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companion.core.entries import Kind
from companion.ui.program.language import told

if TYPE_CHECKING:
    from companion.core.companion import Companion
    from companion.core.message import Message
    from companion.ui.bench.bench_window import BenchWindow
    from companion.ui.finding.goals import Goals
    from companion.ui.window import Window

_DOCKS = {Kind.TERM: "glossary", Kind.PERSON: "people"}


class BenchActions(QObject):
    """Ties the actions of the window to the verbs of `Mending`; makes the table when it is wanted first."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._reading, self._actions = window, window.reading, window.actions_by_name
        self.table: BenchWindow | None = None
        mending = self._reading.mending
        mending.asked.connect(self._ask)
        mending.refused.connect(self._tell)
        mending.edit_wanted.connect(self._show_where_edited)
        self._actions["edit_entry"].triggered.connect(self._edit)
        self._actions["entry_table"].triggered.connect(self.show_table)
        self._reading.entry_focused.connect(self._follow)
        self._reading.companion_changed.connect(self._follow)
        self._follow()

    def show_table(self) -> BenchWindow:
        """Opens the table of all entries, or brings it to the front."""
        if self.table is None:
            from companion.ui.bench.bench_window import BenchWindow

            window = self._window
            steps = (self._actions["undo"], self._actions["redo"])
            self.table = BenchWindow(self._reading, window.look, steps, window)
        self.table.show_table()
        return self.table

    def _ask(self, goals: Goals) -> None:
        if self.table is not None and self.table.isActiveWindow():
            self.table.ask(goals)
        else:
            self._window.asking.palette.ask(goals)

    def _tell(self, reason: Message) -> None:
        self._window.notice.tell(told(reason), is_warning=False)

    def _edit(self) -> None:
        if self._reading.focus:
            self._reading.mending.edit(self._reading.focus[-1])

    def _show_where_edited(self, entry_id: str) -> None:
        """Brings the list of an entry to the front; an event has none, and is edited at the table."""
        entry = self._reading.companion.entry(entry_id)
        if entry is None:
            return
        if entry.kind in _DOCKS:
            dock = self._window.docks[_DOCKS[entry.kind]]
            dock.show()
            dock.raise_()
        else:
            self.show_table().choose([entry_id])

    def _follow(self, _: Companion | tuple[str, ...] | None = None) -> None:
        self._actions["edit_entry"].setEnabled(bool(self._reading.focus))
        self._actions["entry_table"].setEnabled(bool(len(self._reading.companion.entries)))
