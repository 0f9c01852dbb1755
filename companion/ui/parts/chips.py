"""Chips: related entries as rows of small buttons, some with a source; two rows until more are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.ui.guarded import guarded
from companion.ui.parts.plain import plain_tooltip
from companion.ui.parts.quiet_button import Chip, SmallButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from companion.ui.looks.look import Look

_GAP = 5
_ROWS = 2
_NARROWEST = 84
"""Pixels to which a chip may be cut for the sake of the one that says how many more there are."""
_MOST = 10
"""Chips that are made before more are asked for; two rows hold no more of them."""


class Source(NamedTuple):
    """Where the text says what a chip says: words to click, their accessible name and their tooltip."""

    words: str
    name: str
    tooltip: str


class Choice(NamedTuple):
    """What one chip says: the entry's id, the words on it, its accessible name, its tooltip, and which of
    the words stand before the entry's own name; and the source of it, which stands behind the chip."""

    entry: str
    words: str
    name: str
    tooltip: str = ""
    before_name: str = ""
    source: Source | None = None


class Chips(QWidget):
    """Shows what fits into two rows and, on demand, the rest.

    Signals:
        chosen(str): the id of the entry whose chip was clicked.
        source_wanted(str): the id of the entry of whose chip the source was clicked.
        grown(): the rest was asked for; more height is needed.
    """

    chosen = Signal(str)
    source_wanted = Signal(str)
    grown = Signal()

    most_rows = _ROWS
    """The rows that are shown before more are asked for."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._choices: Sequence[Choice] = ()
        self._chips: list[Chip] = []
        self._sources: dict[Chip, SmallButton] = {}
        self._shows_all = False
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Related entries"))
        self._more = Chip(look, "", "", self)
        self._more.clicked.connect(self._show_all)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Shows these choices instead of those before; the same ones stay as they are."""
        if self._chips and list(choices) == list(self._choices):
            self._place()
            return
        for button in (*self._chips, *self._sources.values()):
            button.hide()
            button.deleteLater()
        self._choices, self._chips, self._sources, self._shows_all = choices, [], {}, False
        self._make(choices[:_MOST])
        self.setVisible(bool(choices))
        self._place()
        self.updateGeometry()

    @property
    def shown(self) -> list[str]:
        """The words on the chips that are seen."""
        return [chip.words for chip in (*self._chips, self._more) if not chip.isHidden()]

    def _make(self, choices: Sequence[Choice]) -> None:
        for choice in choices:
            chip = Chip(self._look, choice.words, choice.name, self, choice.entry)
            chip.setToolTip(plain_tooltip(choice.tooltip))
            chip.before_name = choice.before_name
            chip.clicked.connect(self._choose)
            self.setTabOrder(self._last_button(), chip)
            self._chips.append(chip)
            if choice.source is not None:
                self._add_source(chip, choice.source)
        if self._chips:
            self.setTabOrder(self._last_button(), self._more)
        self._more.raise_()  # a screen reader tells them in the order in which they lie

    def _add_source(self, chip: Chip, source: Source) -> None:
        button = SmallButton(self._look, source.words, source.name, self, chip.key)
        button.setToolTip(plain_tooltip(source.tooltip))
        button.clicked.connect(self._want_source)
        self.setTabOrder(chip, button)
        self._sources[chip] = button

    def _last_button(self) -> QWidget:
        last = self._chips[-1] if self._chips else None
        return self if last is None else self._sources.get(last, last)

    def _choose(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.chosen.emit(chip.key)

    def _want_source(self) -> None:
        button = self.sender()
        if isinstance(button, SmallButton):
            self.source_wanted.emit(button.key)

    def _show_all(self) -> None:
        first_new = sum(not chip.isHidden() for chip in self._chips)
        had_focus = self._more.hasFocus()
        self._shows_all = True
        self._make(self._choices[len(self._chips) :])
        self._place()
        if had_focus:
            self._chips[first_new].setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()
        self.grown.emit()

    # -- where they stand

    def _flow(self, chips: Sequence[Chip], width: int) -> list[QRect]:
        """Where the chips stand in rows of `width`."""
        left, top = self.contentsMargins().left(), self.contentsMargins().top()
        width = max(1, width - left - self.contentsMargins().right())
        places: list[QRect] = []
        x = y = 0
        for chip in chips:
            hint = chip.sizeHint()
            wide = min(hint.width() + self._source_width(chip), width)
            if x and x + wide > width:
                x, y = 0, y + hint.height() + _GAP
            places.append(QRect(left + x, top + y, wide, hint.height()))
            x += wide + _GAP
        return places

    def _fitting(self, width: int) -> list[tuple[Chip, QRect]]:
        """The chips that are to be seen and where; the last says how many are not."""
        places = self._flow(self._chips, width)
        is_whole = len(places) == len(self._choices) and self._rows(places) <= self.most_rows
        if self._shows_all or is_whole:
            return list(zip(self._chips, places, strict=True))
        right = width - self.contentsMargins().right()
        fits = [count for count in range(len(places), 0, -1) if self._rows(places[:count]) <= self.most_rows]
        for least in (None, _NARROWEST):  # none is narrowed where one fewer can stay whole
            for count in fits:
                self._more.say(self.tr("{0} more").format(len(self._choices) - count))
                last, more = _side_by_side(places[count - 1], self._more.sizeHint(), right, least)
                if last is not None:
                    shown = [*self._chips[:count], self._more]
                    return list(zip(shown, [*places[: count - 1], last, more], strict=True))
        return []

    def _source_width(self, chip: Chip) -> int:
        return self._sources[chip].sizeHint().width() if chip in self._sources else 0

    @staticmethod
    def _rows(places: Sequence[QRect]) -> int:
        return len({place.top() for place in places})

    def _place(self) -> None:
        fitting = self._fitting(self.width())
        seen = [chip for chip, _ in fitting]
        for chip in (*self._chips, self._more):
            chip.setVisible(chip in seen)
            if chip in self._sources:
                self._sources[chip].setVisible(chip in seen)
        for chip, place in fitting:
            beside = self._source_width(chip)
            chip.setGeometry(place.adjusted(0, 0, -beside, 0))
            if beside:
                self._sources[chip].setGeometry(place.adjusted(place.width() - beside, 0, 0, 0))

    @guarded(otherwise=True)
    def hasHeightForWidth(self) -> bool:
        return True

    @guarded(otherwise=0)
    def heightForWidth(self, width: int) -> int:
        shown = self._more.words
        fitting = self._fitting(width)
        self._more.say(shown)  # it was only asked how it would be
        return fitting[-1][1].bottom() + 1 + self.contentsMargins().bottom() if fitting else 0

    @guarded(otherwise=QSize())
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    @guarded(otherwise=QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()


def _side_by_side(last: QRect, more: QSize, right: int, least: int | None) -> tuple[QRect | None, QRect]:
    """The last chip, narrower if it must be, and one more beside it; None when it would be too narrow.

    `least` is how wide a narrowed chip must still be, in pixels; with None it is not narrowed.
    """
    room = right - last.left() - _GAP - more.width()
    if room < (last.width() if least is None else min(last.width(), least)):
        return None, QRect()
    narrowed = QRect(last.topLeft(), QSize(min(last.width(), room), last.height()))
    beside = narrowed.topRight() + QPoint(1 + _GAP, 0)
    return narrowed, QRect(beside, more)
