"""The timeline panel and the reading: choosing, the focus, the list, words for who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from timeline_sample import ODD, PERSON, WAR, click, companion_of, enter_by_tab, pressed, show, shown

from companion.core.companion import Companion
from companion.core.document import Document, Span
from companion.core.entries import Entries, Term
from companion.ui.looks.look import Look
from companion.ui.reading import Reading
from companion.ui.timeline import TimelinePanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from companion.ui.pointed import Pointed

KEY = Qt.Key


@pytest.fixture
def panel(host: QWidget) -> TimelinePanel:
    """A shown panel with the war's events."""
    return shown(host, WAR)


def test_a_click_takes_the_event_into_focus_and_goes_to_its_passage(
    panel: TimelinePanel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.reading.passage_requested) as asked:
        click(panel, "One command")
    assert panel.reading.focus == ("e4",)
    assert panel.reading.passage_index == 0
    start = panel.reading.document.text.index("One command")
    assert asked.args[0].start == start


def test_ctrl_and_a_click_adds_a_second_entry(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.reading.focus_on(PERSON)
    with qtbot.assertNotEmitted(panel.reading.passage_requested):
        click(panel, "One command", Qt.KeyboardModifier.ControlModifier)
    assert panel.reading.focus == (PERSON, "e4")


def test_a_click_beside_the_events_does_nothing(panel: TimelinePanel) -> None:
    panel.reading.focus_on(PERSON)
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 4))
    assert panel.reading.focus == (PERSON,)


def test_an_event_that_the_text_does_not_tell_is_only_taken_into_focus(host: QWidget, qtbot: QtBot) -> None:
    panel = shown(host, WAR)
    told = companion_of(WAR)
    show(panel, Companion(told.document, told.entries))
    with qtbot.assertNotEmitted(panel.reading.passage_requested):
        click(panel, "Party founded")
    assert panel.reading.focus == ("e1",)


@pytest.mark.usefixtures("still")
def test_enter_opens_the_passage_of_the_event_at_the_keyboard(panel: TimelinePanel, qtbot: QtBot) -> None:
    enter_by_tab(panel)
    pressed(panel, KEY.Key_End)
    with qtbot.waitSignal(panel.reading.passage_requested):
        QTest.keyClick(panel.canvas, KEY.Key_Return)
    assert panel.reading.focus == ("e9",)


@pytest.mark.parametrize("as_list", [False, True])
def test_escape_lets_the_focus_go(panel: TimelinePanel, as_list: bool) -> None:
    panel.shows_list = as_list
    panel.reading.focus_on(PERSON)
    QTest.keyClick(panel.list if as_list else panel.canvas, KEY.Key_Escape)
    assert panel.reading.focus == ()


def test_the_events_of_a_person_stand_out_and_nothing_moves(panel: TimelinePanel) -> None:
    panel.canvas.look_at(panel.canvas.viewport.zoomed(30, 10))
    before = panel.canvas.viewport
    panel.reading.focus_on(PERSON)
    assert panel.canvas.emphasis.strong == {1, 3, 5, 7, 9}
    assert panel.canvas.viewport == before
    panel.reading.release()
    assert panel.canvas.emphasis.strong is None


@pytest.mark.usefixtures("still")
def test_an_event_in_focus_comes_into_view_only_when_it_is_out_of_view(panel: TimelinePanel) -> None:
    panel.canvas.look_at(panel.canvas.viewport.zoomed(30, 10))
    before = panel.canvas.viewport
    panel.reading.focus_on("e0")
    assert panel.canvas.viewport == before
    panel.reading.focus_on("e9")
    assert 0 <= panel.canvas.scene().mark(9).left <= panel.canvas.width()
    assert panel.canvas.viewport.zoom == before.zoom


def test_a_change_of_focus_lays_nothing_out(panel: TimelinePanel) -> None:
    layout = panel.canvas.scene().layout
    panel.reading.focus_on(PERSON)
    panel.reading.focus_on("e3")
    assert panel.canvas.scene().layout is layout


def test_two_in_focus_leave_the_events_of_both(panel: TimelinePanel) -> None:
    panel.reading.focus_on(PERSON)
    panel.reading.add_to_focus("e4")
    assert panel.canvas.emphasis.strong == {4}
    panel.reading.add_to_focus("e5")
    assert panel.canvas.emphasis.strong == {5}


def test_what_is_read_now_is_marked(panel: TimelinePanel) -> None:
    start = panel.reading.document.text.index("One command")
    panel.reading.moved_to(Span(start, start + 80))
    assert {4, 5} <= panel.canvas.emphasis.on_screen
    assert 9 not in panel.canvas.emphasis.on_screen


def test_the_list_says_all_of_an_event_in_words(panel: TimelinePanel) -> None:
    rows = panel.list.rows
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert rows.rowCount() == len(WAR)
    said = rows.data(rows.index(6), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "the winter of 1943–1944: Winter operation, 1 passage"
    show(panel, companion_of(ODD))
    assert rows.rowCount() == len(ODD)
    assert tester.model() is rows


def test_the_list_is_always_there_for_a_screen_reader(panel: TimelinePanel) -> None:
    assert panel.list.isVisible()
    assert panel.canvas.geometry().contains(panel.list.geometry())
    assert not panel.list.focusPolicy() & Qt.FocusPolicy.TabFocus, "it lies under the drawing"
    interface = QAccessible.queryAccessibleInterface(panel.list)
    assert interface.childCount() >= len(WAR)


def test_the_key_and_the_switch_change_between_drawing_and_list(panel: TimelinePanel) -> None:
    panel.canvas.setFocus()
    QTest.keyClick(panel.canvas, KEY.Key_L)
    assert panel.shows_list
    assert not panel.canvas.isVisible()
    assert panel.list.hasFocus()
    QTest.keyClick(panel.list, KEY.Key_L)
    assert not panel.shows_list
    assert panel.canvas.isVisible()
    assert panel.canvas.hasFocus()


def test_a_row_is_chosen_by_click_and_by_enter(panel: TimelinePanel) -> None:
    panel.shows_list = True
    rect = panel.list.visualRect(panel.list.rows.index(2))
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert panel.reading.focus == ("e2",)
    panel.list.setFocus()
    QTest.keyClick(panel.list, KEY.Key_Down)
    QTest.keyClick(panel.list, KEY.Key_Return)
    assert panel.reading.focus == ("e3",)


def test_the_keyboard_points_in_the_list_too(panel: TimelinePanel) -> None:
    panel.shows_list = True
    panel.list.setFocus()
    pointed: list[Pointed | None] = []
    panel.entry_pointed.connect(pointed.append)
    QTest.keyClick(panel.list, KEY.Key_Down)
    assert pointed[-1] is not None
    assert pointed[-1].by_keyboard
    panel.list.clearFocus()
    assert pointed[-1] is None


def test_the_list_follows_the_focus(panel: TimelinePanel) -> None:
    panel.shows_list = True
    panel.reading.focus_on(PERSON)
    assert panel.list.rows.strong == {"e1", "e3", "e5", "e7", "e9", PERSON}
    panel.reading.focus_on("e9")
    assert panel.list.currentIndex().row() == 9
    assert panel.list.viewport().rect().contains(panel.list.visualRect(panel.list.rows.index(9)))


def test_the_drawing_says_in_words_what_it_is_and_where_the_keyboard_is(panel: TimelinePanel) -> None:
    assert panel.objectName() == "timeline_panel"
    assert panel.canvas.accessibleName() == "Timeline"
    assert "Left and Right" in panel.canvas.accessibleDescription()
    enter_by_tab(panel)
    pressed(panel, KEY.Key_End)
    assert panel.canvas.accessibleDescription().startswith("11 April 1985: Hoxha dies, 1 passage")


def test_a_screen_reader_is_told_where_the_keyboard_went(
    panel: TimelinePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    enter_by_tab(panel)
    pressed(panel, KEY.Key_End)
    assert told[-1] == "11 April 1985: Hoxha dies, 1 passage"


def test_a_panel_without_events_says_what_to_do(host: QWidget) -> None:
    panel = TimelinePanel(Reading(host), Look(host), host)
    assert "Open a text" in panel.empty_words
    document = Document("Words.")
    show(panel, Companion(document))
    assert panel.empty_words.startswith("No dated events here yet.")
    assert ".companion.yaml" in panel.empty_words
    show(panel, Companion(Document("Words, too."), Entries(terms=(Term(id="t", term="words"),))))
    assert "each with a date" in panel.empty_words
    show(panel, companion_of(WAR))
    assert not panel.is_empty
    panel.reading.show(document)
    assert panel.is_empty


def test_another_companion_of_the_text_is_taken_up_and_the_focus_stays(panel: TimelinePanel) -> None:
    told = panel.reading.companion
    panel.reading.focus_on("e5")
    entries = Entries(people=told.people, events=told.events[3:])
    panel.reading.take(Companion(told.document, entries, told.links, told.sentences))
    assert len(panel.canvas.story) == len(WAR) - 3
    assert panel.canvas.emphasis.focused == {2}


def test_a_companion_that_changed_on_disk_leaves_the_view_where_it_was(panel: TimelinePanel) -> None:
    panel.canvas.look_at(panel.canvas.viewport.zoomed(20, 600))
    before = panel.canvas.viewport
    told = panel.reading.companion
    panel.reading.take(Companion(told.document, told.entries, told.links, told.sentences))
    assert panel.canvas.viewport.zoom == before.zoom
    assert panel.canvas.viewport.offset == pytest.approx(before.offset, abs=1)
    show(panel, companion_of(ODD))
    assert panel.canvas.viewport.shows_all, "another text is shown whole"


def test_the_buttons_zoom_and_know_their_limits(panel: TimelinePanel) -> None:
    assert panel.header is not None
    names = [button.accessibleName() for button in panel.header.findChildren(type(panel._in))]
    assert "Show the whole timeline" in names
    assert not panel._all.isEnabled()
    panel.canvas.look_at(panel.canvas.viewport.zoomed(1e9, 100))
    assert panel._all.isEnabled()
    assert not panel._in.isEnabled()
