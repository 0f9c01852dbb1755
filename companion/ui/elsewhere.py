"""Elsewhere: which other readings have an entry of the open text, as the shelf tells whoever asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.core.entries import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.core.entries import Entry
    from companion.shelf.index import Elsewhere


class ElsewhereAsked(QObject):
    """What is known of the entries of the open text in other readings.

    Signals:
        asked(Entry): somebody wants to know where else there is this entry.
        answered(str): it is known now for the entry of that id.
        chosen(Elsewhere): another reading is to be opened with its entry in focus.
    """

    asked = Signal(object)
    answered = Signal(str)
    chosen = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[str, tuple[Elsewhere, ...]] = {}

    def of(self, entry: Entry) -> tuple[Elsewhere, ...]:
        """The other readings that have it; none as long as that is not known, which `answered` tells."""
        if entry.kind is Kind.EVENT:
            return ()
        if entry.id not in self._known:
            self._known[entry.id] = ()
            self.asked.emit(entry)
        return self._known[entry.id]

    def answer(self, entry: str, others: Sequence[Elsewhere]) -> None:
        """Told by the shelf."""
        if self._known.get(entry, ()) != tuple(others):
            self._known[entry] = tuple(others)
            self.answered.emit(entry)

    def choose(self, entry: str, identity: str) -> None:
        """Opens another reading that has this entry."""
        for other in self._known.get(entry, ()):
            if other.identity == identity:
                self.chosen.emit(other)

    def forget(self, _: object = None) -> None:
        """Another text is open, or other readings are known."""
        self._known.clear()
