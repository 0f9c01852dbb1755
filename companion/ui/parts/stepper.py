"""Stepper: ‹ 2 of 9 ›, to go from one passage or hit to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from companion.ui.entries.entry_words import number_of
from companion.ui.parts.lettering import SMALL, lettered
from companion.ui.parts.paragraph import Plain
from companion.ui.parts.quiet_button import SmallButton

if TYPE_CHECKING:
    from companion.ui.looks.look import Look


class Stepper(QWidget):
    """Two small buttons with the number between them; they cannot be clicked where there is nothing.

    Signals:
        previous_wanted(): the reader wants the one before.
        next_wanted(): the reader wants the one after.
    """

    previous_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, look: Look, previous_name: str, next_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._previous = SmallButton(look, "‹", previous_name, self)
        self._next = SmallButton(look, "›", next_name, self)
        self._number = Plain(look, self)
        self._number.setFont(lettered(self.font(), size=SMALL, figures=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self._previous, self._number, self._next):
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._previous.clicked.connect(self.previous_wanted)
        self._next.clicked.connect(self.next_wanted)
        self.count(-1, 0)

    @property
    def words(self) -> str:
        """The number as it is shown."""
        return self._number.text()

    def count(self, index: int, count: int) -> None:
        """Shows that the reader is at `index`, from 0 and -1 for none, of `count`."""
        self._number.setText(number_of(index, count) if count else "")
        for button in (self._previous, self._next):
            button.setEnabled(count > 0)
            button.setVisible(count > 0)
