"""Arrival: where in a reading one wants to be, before that is open, and an entry before it is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from companion.core.document import Span

if TYPE_CHECKING:
    from companion.ui.reading import Reading

_NEAR = 4000
"""Code points round a place in which its words are sought: another edition has other blanks."""


class Arrival(QObject):
    """Waits for a reading to be opened, and then goes where the reader wanted to go in it."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._reading = reading
        self._start, self._words, self._heading = -1, "", ""
        self._is_open = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)  # whoever takes a companion puts in focus what was in focus before
        self._soon.timeout.connect(self._look_for_entry)
        reading.companion_changed.connect(self._follow)

    def want(self, *, start: int = -1, words: str = "", heading: str = "") -> None:
        """Wants, in the reading opened next, the place of these words, and the entry of this name."""
        self._start, self._words, self._heading = start, words, heading
        self._is_open = False

    def forget(self) -> None:
        """Wants nothing any more."""
        self.want()

    def arrive(self) -> None:
        """The reading is open now."""
        self._is_open = True
        start, self._start = self._start, -1
        if start >= 0:
            self._reading.go_to(_span(self._reading.document.text, start, self._words))
        self._look_for_entry()

    def _follow(self, _: object = None) -> None:
        self._soon.start()

    def _look_for_entry(self) -> None:
        companion = self._reading.companion
        if not self._is_open or not self._heading:
            return
        wanted = self._heading.casefold()
        entry = next((one for one in companion.entries if one.heading.casefold() == wanted), None)
        if entry is None:
            return
        self._heading = ""
        self._reading.focus_on(entry.id)
        if not self._words:
            self._reading.next_passage()


def _span(text: str, start: int, words: str) -> Span:
    """Where the first of the words stands nearest to a place; the place itself where it stands nowhere."""
    start = min(start, len(text))
    first = next(iter(re.findall(r"\w+", words)), "")
    if first:
        begin = max(0, start - _NEAR)
        near = text[begin : start + _NEAR]
        found = [begin + one.start() for one in re.finditer(re.escape(first), near, re.IGNORECASE)]
        if found:
            best = min(found, key=lambda place: abs(place - start))
            return Span(best, best + len(first))
    return Span(start, min(len(text), start + 1))
