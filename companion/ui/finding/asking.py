"""Asking: the two questions that the palette is opened for: where to go, and for anything at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.finding.anything import Anything
from companion.ui.finding.going import Going
from companion.ui.finding.palette import Palette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.ui.actions import Actions
    from companion.ui.looks.look import Look
    from companion.ui.program.settings import Settings
    from companion.ui.reading import Reading


class Asking:
    """The palette of one window with its goals."""

    def __init__(
        self, actions: Actions, reading: Reading, look: Look, settings: Settings, window: QWidget
    ) -> None:
        self.palette = Palette(look, window)
        self._going = Going(reading)
        self._anything = Anything(actions, reading, look, settings)

    def where(self) -> None:
        """Asks for a place in the text."""
        self.palette.ask(self._going)

    def anything(self) -> None:
        """Asks for an action, an entry, a section or a bookmark."""
        self.palette.ask(self._anything)
