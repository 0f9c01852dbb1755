"""The events of an entry stand on a line in its card: for the pointer, the keys and a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import panel_sample as sample
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from companion.core.dates import parse_date
from companion.core.entries import Event
from companion.ui.entries.entry_detail import EntryDetail
from companion.ui.entries.event_line import EventLine
from companion.ui.entries.people_panel import PeoplePanel
from companion.ui.looks.look import Look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

EVENTS = [
    Event(id="birth", title="Birth", date=parse_date("1610")),
    Event(id="siege", title="The siege", date=parse_date("1643-24")),
    Event(id="letter", title="A letter\nhome", date=parse_date("1646-06-12")),
    Event(id="peace", title="Peace", date=parse_date("1660/..")),
]


@pytest.fixture
def line(host: QWidget) -> EventLine:
    made = EventLine(Look(host), host)
    made.setGeometry(0, 0, 290, made.sizeHint().height())
    made.show_events("Anna Verl", EVENTS)
    return made


def test_marks_stand_in_the_order_of_their_dates_and_inside(line: EventLine) -> None:
    marks = [line.mark_of(event.id) for event in EVENTS]
    assert [mark.left() for mark in marks] == sorted(mark.left() for mark in marks)
    assert all(mark.left() >= 0 and mark.right() <= line.width() for mark in marks)
    line.resize(120, line.height())
    assert all(line.mark_of(event.id).right() <= 120 for event in EVENTS)


def test_a_click_chooses_and_pointing_names(qtbot: QtBot, line: EventLine) -> None:
    point = line.mark_of("birth").center().toPoint()
    qtbot.mouseMove(line, point)
    assert line.words == "1610 · Birth"
    with qtbot.waitSignal(line.chosen) as told:
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=point)
    assert told.args == ["birth"]


def test_keys_walk_and_choose(qtbot: QtBot, line: EventLine) -> None:
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_End)
    qtbot.keyClick(line, Qt.Key.Key_Left)
    with qtbot.waitSignal(line.chosen) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == ["letter"]
    qtbot.keyClick(line, Qt.Key.Key_Home)
    qtbot.keyClick(line, Qt.Key.Key_Left)
    assert line.accessibleName() == "Events of Anna Verl: 1610 · Birth"


def test_a_screen_reader_hears_all_events(line: EventLine) -> None:
    interface = QAccessible.queryAccessibleInterface(line)
    said = interface.text(QAccessible.Text.Description)
    assert [title in said for title in ("Birth", "The siege", "A letter home", "Peace")] == [True] * 4


def test_it_is_drawn_and_no_line_is_there_without_events(line: EventLine) -> None:
    assert not line.grab().isNull()
    line.show_events("Nobody", [])
    assert line.isHidden()
    assert not line.grab().isNull()


def test_an_event_of_the_open_entry_leads_to_its_passage(host: QWidget) -> None:
    reading = sample.opened(host)
    detail = EntryDetail(reading, Look(host), host)
    reading.focus_on("verl")
    detail.show_entry(reading.companion.people[1])
    asked: list[object] = []
    reading.passage_requested.connect(asked.append)
    detail.events.chosen.emit("letter")
    assert asked == reading.companion.passages("letter").spans[:1]
    assert reading.focus == ("verl",)


def test_a_lone_event_is_named_at_once(line: EventLine) -> None:
    line.clearFocus()
    assert line.words == ""
    line.show_events("Anna Verl", EVENTS[:1])
    assert line.words == "1610 · Birth"


def test_what_has_the_keyboard_in_an_open_entry_is_in_view(qtbot: QtBot, host: QWidget) -> None:
    panel = PeoplePanel(sample.opened(host), Look(host), host)
    panel.resize(320, 190)
    panel.show()
    panel.reading.focus_on("verl")
    detail = panel.view.detail_of("verl")
    assert detail is not None
    viewport = panel.view.viewport()
    host.activateWindow()
    qtbot.waitActive(host)
    for part in (detail.events, detail.steps.findChildren(QAbstractButton)[-1], detail.events):
        part.setFocus()
        top = part.mapTo(viewport, QPoint(0, 0)).y()
        assert top >= 0
        assert top + part.height() <= viewport.height()
