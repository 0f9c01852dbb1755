"""Also in: the other readings that have an entry, as chips that open them with it in focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.ui.entries.entry_words import passages_in_words
from companion.ui.looks.theme import Role
from companion.ui.parts.chips import Chips, Choice
from companion.ui.parts.paragraph import Paragraph

if TYPE_CHECKING:
    from companion.core.entries import Entry
    from companion.shelf.index import Elsewhere
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading


class AlsoIn(QWidget):
    """Nothing is seen of it as long as no other reading has the entry.

    Signals:
        resized(): it needs another height than before.
    """

    resized = Signal()

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._elsewhere = reading.elsewhere
        self._entry: Entry | None = None
        self._words = Paragraph(look, self, Role.DIM, 1)
        self._chips = Chips(look, self)
        self._chips.setAccessibleName(self.tr("Other readings with this entry"))
        self._chips.most_rows = 1
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._words)
        column.addWidget(self._chips)
        self._words.say(self.tr("Also in"))
        self._chips.chosen.connect(self._choose)
        self._chips.grown.connect(self.resized)
        self._elsewhere.answered.connect(self._answered)
        self.hide()

    def show_entry(self, entry: Entry) -> None:
        """Shows which other readings have this entry."""
        self._entry = entry
        self._show(self._elsewhere.of(entry))

    def _answered(self, entry: str) -> None:
        if self._entry is not None and entry == self._entry.id:
            self._show(self._elsewhere.of(self._entry))
            self.resized.emit()

    def _show(self, others: tuple[Elsewhere, ...]) -> None:
        self._chips.offer([self._choice(other) for other in others])
        self.setVisible(bool(others))

    def _choice(self, other: Elsewhere) -> Choice:
        told = passages_in_words(other.mentions)
        name = self.tr("Open %1 with %2, %3").replace("%1", other.title).replace("%2", other.heading)
        return Choice(other.identity, other.title, name.replace("%3", told), f"{other.title} · {told}")

    def _choose(self, identity: str) -> None:
        if self._entry is not None:
            self._elsewhere.choose(self._entry.id, identity)
