"""The timeline of a text that tells no dates: who first appears where, drawn, listed, clicked and said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import found_sample as found
import panel_sample as sample
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from companion.core.entries import Entries, Kind
from companion.output.timeline.story import Story
from companion.output.timeline.telling import Telling
from companion.ui.looks.look import Look
from companion.ui.looks.theme import Role, contrast
from companion.ui.quest import Quest
from companion.ui.reading import Reading
from companion.ui.timeline import TimelinePanel
from companion.ui.timeline.tones import tones_of
from companion.ui.timeline.words import counted_in, events_in_words, words_while_empty

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def panel(host: QWidget) -> TimelinePanel:
    return shown(host, found.opened(host))


def shown(host: QWidget, reading: Reading) -> TimelinePanel:
    host.resize(1200, 240)
    made = TimelinePanel(reading, Look(host), host)
    made.resize(1200, 220)
    made.show()
    host.activateWindow()
    QTest.qWaitForWindowActive(host)
    return made


def told_above(panel: TimelinePanel) -> str:
    label = panel.findChild(QLabel, "no_dates")
    return label.text() if label is not None and not label.isHidden() else ""


def test_a_text_without_dates_shows_who_first_appears_where(panel: TimelinePanel) -> None:
    story = panel.canvas.story
    assert isinstance(story, Telling)
    assert [event.id for event in story.events] == ["wall", "verl", "postern", "nobody", "ferrand"]
    assert told_above(panel) == "This text tells no dates. Here is who and what first appears where in it."
    assert panel.empty_words == ""
    assert panel.canvas.accessibleName() == panel.list.accessibleName() == "First appearances"


def test_a_text_with_dates_has_its_timeline(host: QWidget) -> None:
    made = shown(host, sample.opened(host))
    assert not isinstance(made.canvas.story, Telling)
    assert told_above(made) == ""
    assert made.list.accessibleName() == "Events by date"


def test_the_sections_are_the_labels_of_the_axis(panel: TimelinePanel) -> None:
    assert [tick.label for tick in panel.canvas.scene().ticks] == ["The walls", "The winter", "The end"]


def test_a_click_goes_to_the_first_passage(panel: TimelinePanel, qtbot: QtBot) -> None:
    scene, reading = panel.canvas.scene(), panel.reading
    at = scene.rect(4).center().toPoint()
    with qtbot.waitSignal(reading.passage_requested) as asked:
        qtbot.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=QPoint(at.x(), at.y()))
    assert reading.focus == ("ferrand",)
    assert asked.args == [reading.passages.spans[0]]


def test_the_keyboard_walks_along_the_text(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(panel.canvas, Qt.Key.Key_End)
    assert panel.canvas.cursor_event == "ferrand"
    assert panel.canvas.accessibleDescription().startswith("§2 · The walls: Zoë Ferrand, 3 passages")


def test_the_focus_and_those_beside_it_stand_out(panel: TimelinePanel) -> None:
    panel.reading.focus_on("verl")
    emphasis = panel.canvas.emphasis
    assert emphasis.focused == {1}
    assert emphasis.strong is not None
    assert 4 in emphasis.strong  # her creditor
    assert 3 not in emphasis.strong


def test_what_is_on_the_screen_is_who_enters_there(panel: TimelinePanel) -> None:
    panel.reading.moved_to(found.place(panel.reading.document, found.HELD))
    assert panel.canvas.emphasis.on_screen == {1}
    panel.reading.moved_to(found.place(panel.reading.document, found.OPENED))
    assert panel.canvas.emphasis.on_screen == frozenset()


def test_the_list_says_places(panel: TimelinePanel) -> None:
    panel.shows_list = True
    assert panel.list.rows.in_words(1) == "§1 · The walls: Anna Verl, 5 passages"


def test_a_crowd_counts_names(panel: TimelinePanel) -> None:
    assert counted_in(panel.canvas.story)(1) == "1 name"
    assert counted_in(panel.canvas.story)(12) == "12 names"
    assert counted_in(Story()) is events_in_words


@pytest.mark.parametrize("theme", ["light", "sepia", "dark"])
def test_every_mark_is_seen_on_its_ground(host: QWidget, theme: str) -> None:
    look = Look(host, theme)
    tones = tones_of(look, look[Role.WINDOW])
    for kind in Kind:
        assert all(contrast(mark, tones.ground) >= 3 for mark in tones.marks[kind])


def test_while_guarded_the_line_ends_where_she_has_come_to(host: QWidget, qtbot: QtBot) -> None:
    reading = found.opened(host)
    made = shown(host, reading)
    reading.guard(True)
    reading.furthest = found.place(reading.document, found.HELD).end
    qtbot.waitUntil(lambda: [event.id for event in made.canvas.story.events] == ["wall", "verl"])


def test_one_name_makes_no_line(host: QWidget) -> None:
    reading = Reading(host)
    text = sample.document()
    reading.show(text)
    made = shown(host, reading)
    reading.tell_quest(Quest.UNDER_WAY)
    assert made.empty_words == "Dates are being looked for in this text."
    reading.take(found.companion(text, Entries(people=found.entries(text).people[1:2])))
    assert made.empty_words.startswith("No dates were found in this text")
    assert words_while_empty(reading.companion, is_cut=True) == "No dated events so far."
