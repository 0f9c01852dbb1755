"""Chips: related entries as a few rows of small buttons, as wide as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.ui.guarded import guarded
from companion.ui.plain import plain_tooltip
from companion.ui.quiet_button import Chip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from companion.ui.look import Look

_GAP = 5


class Choice(NamedTuple):
    """What one chip says: the entry's id, the words on it, its accessible name, its tooltip, and which of
    the words stand before the entry's own name."""

    entry: str
    words: str
    name: str
    tooltip: str = ""
    before_name: str = ""


class Chips(QWidget):
    """Shows the first choices and, on demand, the rest.

    Signals:
        chosen(str): the id of the entry whose chip was clicked.
        grown(): the rest was asked for; more height is needed.
    """

    chosen = Signal(str)
    grown = Signal()

    def __init__(self, look: Look, parent: QWidget, at_first: int = 4) -> None:
        super().__init__(parent)
        self._look = look
        self._at_first = at_first
        self._hidden: Sequence[Choice] = ()
        self._chips: list[Chip] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Related entries"))

    def offer(self, choices: Sequence[Choice]) -> None:
        """Shows these choices instead of those before."""
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []
        only_one_more = len(choices) == self._at_first + 1
        shown = len(choices) if only_one_more else self._at_first
        self._add(choices[:shown])
        self._hidden = choices[shown:]
        if self._hidden:
            more = self._chip(
                self.tr("{n} more").format(n=len(self._hidden)), self.tr("Show all related entries")
            )
            more.clicked.connect(self._show_rest)
        self.setVisible(bool(choices))
        self._place(self.width())
        self.updateGeometry()

    def _add(self, choices: Sequence[Choice]) -> None:
        for choice in choices:
            chip = self._chip(choice.words, choice.name, choice.entry)
            chip.setToolTip(plain_tooltip(choice.tooltip))
            chip.before_name = choice.before_name
            chip.clicked.connect(self._choose)

    def _chip(self, words: str, name: str, key: str = "") -> Chip:
        chip = Chip(self._look, words, name, self, key)
        chip.show()
        self._chips.append(chip)
        return chip

    def _choose(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.chosen.emit(chip.key)

    def _show_rest(self) -> None:
        more = self._chips.pop()
        had_focus = more.hasFocus()
        more.hide()
        more.deleteLater()
        first = len(self._chips)
        rest, self._hidden = self._hidden, ()
        self._add(rest)
        if had_focus:
            self._chips[first].setFocus(Qt.FocusReason.OtherFocusReason)
        self._place(self.width())
        self.updateGeometry()
        self.grown.emit()

    def _place(self, width: int, *, move: bool = True) -> int:
        """Lays the chips in rows of `width`; gives the height of all rows."""
        margins = self.contentsMargins()
        width -= margins.left() + margins.right()
        x = y = row = 0
        for chip in self._chips:
            hint = chip.sizeHint()
            wide = min(hint.width(), max(1, width))
            if x and x + wide > width:
                x, y = 0, y + row + _GAP
            row = hint.height()
            if move:
                chip.setGeometry(margins.left() + x, y, wide, row)
            x += wide + _GAP
        return y + row

    @guarded(otherwise=True)
    def hasHeightForWidth(self) -> bool:
        return True

    @guarded(otherwise=0)
    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    @guarded(otherwise=QSize())
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    @guarded(otherwise=QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place(event.size().width())
