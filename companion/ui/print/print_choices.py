"""Print choices: which parts of the summary are printed, how much of each, and on which paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QGridLayout, QLabel, QVBoxLayout, QWidget

from companion.output.finding import MOST, printed
from companion.output.summary import Part
from companion.ui.entries.entry_words import figures
from companion.ui.parts.controls import Choice, Tick
from companion.ui.print.paper import Paper
from companion.ui.print.summary_words import amounts, limits, part_in_words, share_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.core.companion import Companion
    from companion.core.entries import Entry
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading


@dataclass
class Choices:
    """What the reader chose last; kept as long as the window is open. `folder` is where she saved.

    `most` are the entries of each kind, found in the text, that are printed; None for all of them.
    """

    parts: set[Part] = field(default_factory=lambda: set(Part))
    paper: Paper = field(default_factory=Paper.usual)
    most: int | None = MOST
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
        self._reading: Reading | None = None
        self.ticks: dict[Part, Tick] = {}
        self._amounts: dict[Part, QLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self._parts())
        column.addLayout(self._settings())
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

    def _settings(self) -> QFormLayout:
        self.most, self.paper = Choice(self._look, self), Choice(self._look, self)
        for most, words in limits():
            self.most.addItem(words, most)
        for paper, words in ((Paper.A4, self.tr("A4")), (Paper.LETTER, self.tr("Letter"))):
            self.paper.addItem(words, paper.key)
        self.most.setCurrentIndex([most for most, _ in limits()].index(self._choices.most))
        self.paper.setCurrentIndex(self.paper.findData(self._choices.paper.key))
        self.most.setToolTip(
            self.tr(
                "Of the terms, people and events found in the text. What somebody wrote is always printed."
            )
        )
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, choice in ((self.tr("&Of each list"), self.most), (self.tr("Pape&r"), self.paper)):
            form.addRow(words, choice)
            choice.setAccessibleName(words.replace("&", ""))
            choice.activated.connect(self._choose)
        self._form = form
        return form

    def tell_amounts(self, reading: Reading) -> None:
        """Tells how much there is of each part."""
        self._reading, companion = reading, reading.companion
        lists, fewest = _lists(companion), limits()[0][0]
        may_be_cut = any(printed(entries, fewest) < len(entries) for entries in lists.values())
        self._form.setRowVisible(self.most, may_be_cut)
        for part, count in amounts(companion, len(reading.passages), len(reading.marginalia.placed)).items():
            words = figures(count) if count else self.tr("none")
            if part in lists and count:
                words = share_in_words(lists[part], self._choices.most)
            elif part is Part.ABOUT and count:
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
        if self._choices.most != self.most.currentData():
            self._choices.most = self.most.currentData()
            if self._reading is not None:
                self.tell_amounts(self._reading)
        self.chosen.emit()


def _lists(companion: Companion) -> dict[Part, Sequence[Entry]]:
    """The entries of each part that is a list of them."""
    terms, people, events = companion.terms, companion.people, companion.events
    return {Part.GLOSSARY: terms, Part.PEOPLE: people, Part.DRAWING: events, Part.TIMELINE: events}
