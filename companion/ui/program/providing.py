"""Providing: a text that nobody prepared gets what is found in it, and a prepared one when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.ui.program.building import Building

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from companion.core.companion import Companion
    from companion.core.found import Found
    from companion.core.message import Message
    from companion.ui.program.jobs import Jobs
    from companion.ui.program.layers import Layers
    from companion.ui.program.opening import Opening
    from companion.ui.program.opening_work import Begun
    from companion.ui.program.settings import Settings
    from companion.ui.reading import Reading


class Providing(QObject):
    """Ties what opens texts to what finds their entries, and remembers what the reader chose for each text.

    Signals:
        remarked(tuple[Message]): what there is to say about a text that was searched.
    """

    remarked = Signal(object)

    def __init__(
        self, reading: Reading, opening: Opening, layers: Layers, jobs: Jobs, settings: Settings
    ) -> None:
        super().__init__(reading)
        self._opening, self._layers, self._settings = opening, layers, settings
        self.building = Building(reading, jobs)
        opening.text_begun.connect(self._leave_off)
        opening.text_opened.connect(self._begin)
        opening.companion_missing.connect(self._find)
        opening.companion_read.connect(self._leave)
        layers.found_wanted.connect(self._find)
        layers.chosen.connect(self._keep)
        self.building.found.connect(self._take)

    def finish(self) -> None:
        """Ends everything that is under way, and waits until it has ended."""
        self.building.finish()

    def _leave_off(self, _: Begun) -> None:
        """The text that was searched is not open any more."""
        self.building.stop()

    def _begin(self, path: Path) -> None:
        self.building.stop()
        settings = self._settings
        self._layers.begin(is_added=settings.adds_found(path), shows_doubtful=settings.shows_doubtful)

    def _find(self) -> None:
        path = self._opening.path
        if path is not None and self._layers.found is None and not self.building.is_under_way:
            self.building.begin(path)

    def _leave(self, _: Companion) -> None:
        """A companion was written meanwhile: what is found is of no use unless it is wanted beside it."""
        if not self._layers.is_added:
            self.building.stop()

    def _take(self, found: Found) -> None:
        self._layers.take_found(found)
        remarks: Sequence[Message] = found.warnings
        if remarks:
            self.remarked.emit(tuple(remarks))

    def _keep(self) -> None:
        path = self._opening.path
        if path is not None:
            self._settings.keep_adding_found(path, self._layers.is_added)
        self._settings.keep_showing_doubtful(self._layers.shows_doubtful)
