"""A reading whose companion follows corrections, for tests of the bench."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panel_sample import companion, document

from companion.core.document import Span
from companion.ui.program.jobs import Jobs
from companion.ui.program.layers import Layers
from companion.ui.reading import Reading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from companion.core.entries import Entry
    from companion.ui.finding.goals import Goals


class Bench(NamedTuple):
    """A reading with what lays its layers, and what was asked for in the palette."""

    reading: Reading
    jobs: Jobs
    asked: list[Goals]
    refused: list[str]

    def entry(self, heading: str) -> Entry:
        (found,) = (one for one in self.reading.companion.entries if one.heading == heading)
        return found

    def span(self, words: str, number: int = 0) -> Span:
        text, start = self.reading.document.text, -1
        for _ in range(number + 1):
            start = text.index(words, start + 1)
        return Span(start, start + len(words))

    def named(self, entry_id: str) -> list[str]:
        text = self.reading.document.text
        return [text[one.start : one.end] for one in self.reading.companion.links.of(entry_id)]

    def settle(self, qtbot: QtBot) -> None:
        """Waits until the companion has the corrections in it that were made just now."""
        qtbot.waitUntil(lambda: not self.reading.mending.is_unsettled)


def bench(parent: QWidget) -> Bench:
    """The sample text with its companion, open."""
    reading = Reading(parent)
    jobs = Jobs(reading)
    layers = Layers(reading, jobs)
    text = document()
    reading.show(text)
    layers.take(companion(text))
    made = Bench(reading, jobs, [], [])
    reading.mending.asked.connect(made.asked.append)
    reading.mending.refused.connect(made.refused.append)
    return made
