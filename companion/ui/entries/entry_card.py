"""Entry card: a small card beside what the reader points at, saying who or what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.entries.card_page import CardPage
from companion.ui.parts.floating_card import FloatingCard
from companion.ui.pointed import Pointed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.ui.looks.look import Look
    from companion.ui.parts.floating_card import Pointing
    from companion.ui.reading import Reading


class EntryCard(FloatingCard):
    """What is known of the entries under the pointer or the keyboard.

    Pointing a second time by keyboard at a name that may mean several goes into the card.
    """

    def __init__(self, reading: Reading, look: Look, window: QWidget) -> None:
        super().__init__(look, window)
        self.setObjectName("entry_card")
        self._reading = reading
        self._page = CardPage(reading, look, self)
        self.column.addWidget(self._page)
        self._page.followed.connect(self.dismiss)
        for fact in (reading.document_changed, reading.place_changed, reading.entry_focused):
            fact.connect(self.dismiss)
        reading.companion_changed.connect(self._renew)

    def fill(self) -> bool:
        """Says what is pointed at; False when the companion does not know it."""
        pointed, companion = self.pointed, self._reading.companion
        if not isinstance(pointed, Pointed):
            return False
        known = [entry for entry in map(companion.entry, pointed.entries) if entry]
        if known:
            self._page.show_entries(known, ambiguous=pointed.ambiguous)
            self.setAccessibleName(self._page.words())
        return bool(known)

    def first_stop(self) -> QWidget | None:
        """The first button."""
        return self._page.first_button()

    def is_insisted_on(self, pointed: Pointing) -> bool:
        """Where the reader has to choose."""
        return isinstance(pointed, Pointed) and pointed.ambiguous

    def _renew(self) -> None:
        """The companion is another; the card stays as long as its entries are there."""
        entries = self.pointed.entries if isinstance(self.pointed, Pointed) else ()
        if not entries or not all(map(self._reading.companion.entry, entries)):
            self.dismiss()
        elif self.isVisible() and not self.has_keyboard():
            self.renew()
