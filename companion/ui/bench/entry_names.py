"""Entry names: the other names of an entry, each to be ignored with a click, and a field for one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.core.entries import Match
from companion.core.lookup import plain
from companion.ui.parts.chips import Chips, Choice
from companion.ui.parts.field import Field

if TYPE_CHECKING:
    from companion.core.entries import Entry
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_ROWS = 6
"""Rows of names that are shown at first."""


class EntryNames(QWidget):
    """What an entry is called besides, and what it is not, though it might seem so.

    Signals:
        resized(): it needs another height than before.
        escaped(): Esc was pressed in the field.
    """

    resized = Signal()
    escaped = Signal()

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._reading = reading
        self._entry_id = ""
        self.chips = Chips(look, self)
        self.chips.setAccessibleName(self.tr("Other names; each can be taken away"))
        self.chips.most_rows = _ROWS
        self.field = Field(look, self.tr("Add another name"), self)
        self.field.setToolTip(self.field.accessibleName())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.chips)
        column.addWidget(self.field)
        self.chips.chosen.connect(self._turn)
        self.chips.grown.connect(self.resized)
        self.field.returnPressed.connect(self._add)
        self.field.escaped.connect(self.escaped)

    def show_entry(self, entry: Entry) -> None:
        """Shows the names of this entry."""
        self._entry_id = entry.id
        self.chips.offer([self._choice(alias.text, alias.match) for alias in entry.aliases])

    def _choice(self, name: str, match: Match) -> Choice:
        if match is Match.NEVER:
            words = self.tr("not “{0}”").format(name)
            told_of = self.tr("“{0}” is not this entry; let it be again").format(name)
        else:
            words, told_of = name, self.tr("Ignore the name “{0}”").format(name)
        return Choice(f"{match.value} {name}", f"{words}  ×", told_of, told_of)

    def _add(self) -> None:
        name = " ".join(self.field.text().split())
        if plain(name):
            self.field.clear()
            self._reading.mending.add_name(self._entry_id, name)

    def _turn(self, key: str) -> None:
        """A name is the entry's no more, or is again."""
        match, _, name = key.partition(" ")
        mending = self._reading.mending
        turn = mending.add_name if match == Match.NEVER.value else mending.ignore_name
        turn(self._entry_id, name)
