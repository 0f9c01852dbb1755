"""Passage steps: ‹ previous, 2 of 9 passages, next › at the foot of an open entry."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from companion.ui.entries.entry_words import number_of, passage_of
from companion.ui.guarded import guarded
from companion.ui.looks.theme import Role
from companion.ui.parts.lettering import lettered
from companion.ui.parts.paragraph import Plain
from companion.ui.parts.quiet_button import QuietButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading


class PassageSteps(QWidget):
    """Follows the reading. Where there is little room it says the same in fewer words."""

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._reading = reading
        self._previous = QuietButton(look, "", self.tr("Previous passage"), self)
        self._number = Plain(look, self, Role.INK)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setMinimumWidth(1)
        self._next = QuietButton(look, "", self.tr("Next passage"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._previous)
        row.addWidget(self._number, 1)
        row.addWidget(self._next)
        self._previous.clicked.connect(reading.previous_passage)
        self._next.clicked.connect(reading.next_passage)
        reading.passage_changed.connect(self.show_place)
        self.show_place()

    @property
    def words(self) -> str:
        """The number as it is shown."""
        return self._number.text()

    def show_place(self) -> None:
        """Says which passage of how many the reader is at."""
        index, count = self._reading.passage_index, len(self._reading.passages)
        both = len(self._reading.focus) > 1
        self._number.setFont(lettered(self.font(), bold=True, figures=True))
        number = number_of(index, count)
        most = self.tr("{0} with both").format(number) if both else passage_of(index, count)
        if not count:
            most = number = self.tr("none with both") if both else self.tr("not in the text")
        for button in (self._previous, self._next):
            button.setVisible(count > 0)
        metrics = QFontMetricsF(self._number.font())
        steps = ((self.tr("‹ previous"), self.tr("next ›"), most), ("‹", "›", most), ("‹", "›", number))
        for previous, following, words in steps:
            self._previous.say(previous, self._previous.accessibleName())
            self._next.say(following, self._next.accessibleName())
            self._number.setText(words)
            sides = self._previous.sizeHint().width() + self._next.sizeHint().width() if count else 0
            if sides + ceil(metrics.horizontalAdvance(words)) + 8 <= self.width():
                break

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_place()
