"""Announcer: says what comes into focus, and each passage and hit one steps to, to those who listen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from companion.ui.entries.entry_words import number_of, passage_of, passages_in_words
from companion.ui.passages.excerpt import excerpt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from companion.core.document import Span
    from companion.ui.reading import Reading

_ROOM = 200
"""About how many letters of a passage are said; the text itself can be read on from there."""


class Announcer(QObject):
    """Follows the reading. What one sees at a glance all over the window is one sentence here."""

    def __init__(self, reading: Reading, window: QWidget) -> None:
        super().__init__(window)
        self._reading, self._window = reading, window
        reading.entry_focused.connect(self._say_focus)
        reading.passage_changed.connect(self._say_passage)
        reading.hit_changed.connect(self._say_hit)

    def _say_focus(self, focus: tuple[str, ...]) -> None:
        companion = self._reading.companion
        entries = [entry for name in focus if (entry := companion.entry(name))]
        if not entries:
            self._say(self.tr("Nothing is in focus"))
            return
        count = len(self._reading.passages)
        headings = self.tr(" and ").join(entry.heading for entry in entries)
        told = passages_in_words(count) if count else self.tr("not in the text")
        self._say(self.tr("In focus: {0}, {1}").format(headings, told))

    def _say_passage(self, index: int) -> None:
        passages = self._reading.passages
        if 0 <= index < len(passages):
            passage = passages[index]
            self._say_place(passage_of(index, len(passages)), passage.span, passage.names)

    def _say_hit(self, index: int) -> None:
        hits = self._reading.hits
        if 0 <= index < len(hits):
            number = self.tr("Hit {0}").format(number_of(index, len(hits)))
            block = self._reading.document.block_at(hits[index].start)
            self._say_place(number, block.span if block else hits[index], (hits[index],))

    def _say_place(self, number: str, span: Span, names: Sequence[Span]) -> None:
        words = excerpt(self._reading.document.text, span, names, _ROOM).text
        self._say(self.tr("{0}: {1}").format(number, words))

    def _say(self, words: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, words))
