"""Print choices: which parts of the summary are printed, and on which paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from companion.output.summary import Part
from companion.ui.entries.entry_words import figures
from companion.ui.parts.controls import Choice, Tick
from companion.ui.print.paper import Paper
from companion.ui.print.summary_words import amounts, part_in_words

if TYPE_CHECKING:
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading


@dataclass
class Choices:
    """What the reader chose last; kept as long as the window is open. `folder` is where she saved."""

    parts: set[Part] = field(default_factory=lambda: set(Part))
    paper: Paper = field(default_factory=Paper.usual)
    folder: str = ""


class PrintChoices(QWidget):
    """A box to tick for each part, with how much there is of it; what is empty cannot be chosen.

    A part that was chosen is so again as soon as there is something of it.

    Signals:
        chosen(): the choices are others.
    """

    chosen = Signal()

    def __init__(self, choices: Choices, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._choices = choices
        self.ticks: dict[Part, Tick] = {}
        self._amounts: dict[Part, QLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self._parts())
        column.addLayout(self._papers())
        column.addStretch(1)

    def _parts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(12)
        for row, part in enumerate(Part):
            tick = self.ticks[part] = Tick(self._look, part_in_words(part), self)
            tick.setObjectName(f"part_{part}")
            tick.setChecked(part in self._choices.parts)
            tick.clicked.connect(self._choose)
            amount = self._amounts[part] = QLabel(self)
            amount.setTextFormat(Qt.TextFormat.PlainText)
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(tick, row, 0)
            grid.addWidget(amount, row, 1)
        return grid

    def _papers(self) -> QHBoxLayout:
        self.paper = Choice(self._look, self)
        for paper, words in ((Paper.A4, self.tr("A4")), (Paper.LETTER, self.tr("Letter"))):
            self.paper.addItem(words, paper.key)
        self.paper.setCurrentIndex(self.paper.findData(self._choices.paper.key))
        self.paper.setAccessibleName(self.tr("Paper"))
        self.paper.activated.connect(self._choose)
        name = QLabel(self.tr("Pape&r"), self)
        name.setBuddy(self.paper)
        line = QHBoxLayout()
        line.addWidget(name)
        line.addWidget(self.paper, 1)
        return line

    def tell_amounts(self, reading: Reading) -> None:
        """Tells how much there is of each part."""
        placed = reading.marginalia.placed
        for part, count in amounts(reading.companion, len(reading.passages), len(placed)).items():
            words = figures(count) if count else self.tr("none")
            if part is Part.ABOUT and count:
                words = ""
            elif part is Part.PASSAGES and not reading.focus:
                words = self.tr("nothing in focus")
            self._amounts[part].setText(words)
            self._amounts[part].setEnabled(count > 0)
            self.ticks[part].setEnabled(count > 0)
            self.ticks[part].setChecked(count > 0 and part in self._choices.parts)
            self.ticks[part].setAccessibleDescription(words)

    def _choose(self) -> None:
        empty = {part for part, tick in self.ticks.items() if not tick.isEnabled()}
        ticked = {part for part, tick in self.ticks.items() if tick.isChecked()}
        self._choices.parts = ticked | (empty & set(self._choices.parts))
        self._choices.paper = Paper.named(self.paper.currentData())
        self.chosen.emit()
