"""Entry verbs: what is done with an entry as a whole: merged, never merged, split, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from companion.core.entries import Kind
from companion.core.lookup import plain
from companion.ui.bench.choices import EntryChoice
from companion.ui.bench.nearby import name_of
from companion.ui.parts.quiet_button import SmallButton
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from companion.core.entries import Entry
    from companion.ui.looks.look import Look
    from companion.ui.reading import Reading

_WIDEST = 270
"""Pixels that a row may take: what a panel has at least."""


class EntryVerbs(QWidget):
    """The buttons below the fields of an entry.

    Signals:
        split_wanted(): some of the mentions are to become another entry.
        done_wanted(): the reader is done with the entry.
    """

    split_wanted = Signal()
    done_wanted = Signal()

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._reading = reading
        self._entry: Entry | None = None
        self.merge = SmallButton(look, self.tr("Merge into…"), self.tr("Merge into another entry"), self)
        self.apart = SmallButton(
            look, self.tr("Never merge…"), self.tr("Never merge with another entry"), self
        )
        self.split = SmallButton(look, self.tr("Split…"), self.tr("Make some mentions a new entry"), self)
        self.remove = SmallButton(look, self.tr("Remove"), self.tr("Remove this entry"), self)
        self.done = SmallButton(look, self.tr("Done"), "", self)
        for button in (self.merge, self.apart, self.split, self.remove):
            button.setToolTip(button.accessibleName())
        self._arrange()
        self.merge.clicked.connect(self._ask_merge)
        self.apart.clicked.connect(self._ask_apart)
        self.split.clicked.connect(self.split_wanted)
        self.remove.clicked.connect(self._remove)
        self.done.clicked.connect(self.done_wanted)

    def _arrange(self) -> None:
        """In two rows; in a language in which that is too long for a panel, in three."""
        above = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        above.setSpacing(2)
        above.addWidget(self.merge)
        above.addWidget(self.apart)
        if self.merge.sizeHint().width() + self.apart.sizeHint().width() > _WIDEST:
            above.setDirection(QBoxLayout.Direction.TopToBottom)
            above.setSpacing(0)
        else:
            above.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(2)
        for button in (self.split, self.remove):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addLayout(below)

    def show_entry(self, entry: Entry) -> None:
        """Turns to this entry."""
        self._entry = entry

    def _ask_merge(self) -> None:
        if self._entry is not None:
            ask_merge(self._reading, self._entry)

    def _ask_apart(self) -> None:
        if self._entry is not None:
            ask_apart(self._reading, self._entry)

    def _remove(self) -> None:
        if self._entry is not None:
            self._reading.mending.remove([self._entry.id])


class _WithAnother:
    """What is done with an entry and the one that was chosen for it."""

    def __init__(self, reading: Reading, entry: Entry) -> None:
        self._reading, self._entry = reading, entry

    def ask(self, prompt: str) -> None:
        """Has the other one be chosen, the likely first: events for an event, people and terms for these."""
        reading, entry = self._reading, self._entry
        likely = [related.entry for related in reading.companion.related(entry.id)]
        first = list(dict.fromkeys((*_alike(entry, list(reading.companion.entries)), *likely)))
        is_event = entry.kind is Kind.EVENT
        without = {one.id for one in reading.companion.entries if (one.kind is Kind.EVENT) is not is_event}
        words = prompt.format(name_of(entry))
        choice = EntryChoice(reading, words, self.take, without=without | {entry.id}, first=first)
        reading.mending.ask(choice)

    def take(self, other: str) -> None:
        """Does it."""
        raise NotImplementedError


class _Merging(_WithAnother):
    def take(self, other: str) -> None:
        self._reading.mending.merge([self._entry.id], other)


class _KeepingApart(_WithAnother):
    def take(self, other: str) -> None:
        self._reading.mending.keep_apart([self._entry.id, other])


def ask_merge(reading: Reading, entry: Entry) -> None:
    """Asks into which other entry this one is to be merged, and does that."""
    _Merging(reading, entry).ask(translated("Merge {0} into …"))


def ask_apart(reading: Reading, entry: Entry) -> None:
    """Asks with which other entry this one is never to be merged, and keeps them apart."""
    _KeepingApart(reading, entry).ask(translated("Never merge {0} with …"))


def _alike(entry: Entry, others: list[Entry]) -> list[str]:
    """Those that share a word of the name, the most alike first: they are merged most often."""
    words = {*plain(entry.heading).split()}
    shared = {other.id: len(words & {*plain(other.heading).split()}) for other in others}
    return sorted((one for one, count in shared.items() if count), key=lambda one: -shared[one])
