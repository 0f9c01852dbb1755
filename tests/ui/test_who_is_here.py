"""The line of who is here follows the section that is read, and nothing smaller."""

from __future__ import annotations

from typing import TYPE_CHECKING

import panel_sample as sample
import pytest

from companion.core.document import Span
from companion.ui.entries.people_panel import PeoplePanel
from companion.ui.looks.look import Look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def panel(host: QWidget) -> PeoplePanel:
    reading = sample.opened(host)
    panel = PeoplePanel(reading, Look(host), host)
    panel.resize(420, 400)
    panel.show()
    return panel


def read(panel: PeoplePanel, qtbot: QtBot, words: str) -> None:
    start = panel.reading.document.text.index(words)
    panel.reading.moved_to(Span(start, start + 3))
    qtbot.wait(90)


def test_people_come_before_terms_and_the_most_named_first(qtbot: QtBot, panel: PeoplePanel) -> None:
    read(panel, qtbot, "All winter")
    assert panel.who_is_here.chips.shown == ["Anna Verl", "Zoë Ferrand", "postern"]
    assert "The winter" in panel.who_is_here.chips.accessibleName()
    read(panel, qtbot, "Verl opened")
    assert panel.who_is_here.chips.shown == ["Anna Verl", "Zoë Ferrand"]


def test_within_a_section_nothing_changes(qtbot: QtBot, panel: PeoplePanel) -> None:
    read(panel, qtbot, "All winter")
    before = panel.who_is_here.chips.children()
    read(panel, qtbot, "In January")
    assert panel.who_is_here.chips.children() == before


def test_a_chip_puts_its_entry_in_focus(qtbot: QtBot, panel: PeoplePanel) -> None:
    reading = panel.reading
    read(panel, qtbot, "All winter")
    panel.who_is_here.chips.chosen.emit("ferrand")
    assert reading.focus == ("ferrand",)


def test_who_is_guarded_hears_only_of_those_she_met(qtbot: QtBot, panel: PeoplePanel) -> None:
    reading = panel.reading
    read(panel, qtbot, "All winter")
    reading.furthest = reading.document.text.index("She slept")
    reading.guard(True)
    qtbot.waitUntil(lambda: panel.who_is_here.chips.shown == ["Anna Verl"])


def test_the_last_chip_says_how_many_are_not_seen(qtbot: QtBot, panel: PeoplePanel) -> None:
    read(panel, qtbot, "All winter")
    chips = panel.who_is_here.chips
    for width in (420, 260, 330, 220):
        panel.resize(width, 400)
        chips.sizeHint()
        *seen, last = chips.shown
        assert last == "postern" if len(seen) == 2 else last == f"{3 - len(seen)} more"
