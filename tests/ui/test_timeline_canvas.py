"""The drawn timeline under keys, mouse and wheel: stepping, zoom, pan, what is pointed at, crowds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from timeline_sample import WAR, enter_by_tab, move, point_of, pressed, shown, turn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from companion.ui.pointed import Pointed
    from companion.ui.timeline import TimelinePanel

KEY = Qt.Key


@pytest.fixture
def panel(host: QWidget) -> TimelinePanel:
    """A shown panel with the war's events."""
    return shown(host, WAR)


@pytest.mark.usefixtures("still")
def test_the_arrows_walk_by_date(panel: TimelinePanel) -> None:
    enter_by_tab(panel)
    walked = pressed(
        panel, KEY.Key_Right, KEY.Key_Right, KEY.Key_Left, KEY.Key_End, KEY.Key_Right, KEY.Key_Home
    )
    assert walked == [
        "Party founded",
        "The lines are cut",
        "Party founded",
        "Hoxha dies",
        "Hoxha dies",
        "Italy lands",
    ]


@pytest.mark.usefixtures("still")
def test_the_keyboard_begins_at_the_event_in_focus(panel: TimelinePanel) -> None:
    panel.reading.focus_on("e5")
    enter_by_tab(panel)
    assert panel.canvas.cursor_event == "e5"
    assert pressed(panel, KEY.Key_Right) == ["Winter operation"]


@pytest.mark.usefixtures("still")
def test_stepping_brings_the_event_into_view_and_points_at_it(panel: TimelinePanel) -> None:
    pointed: list[Pointed | None] = []
    panel.entry_pointed.connect(pointed.append)
    enter_by_tab(panel)
    panel.canvas.look_at(panel.canvas.viewport.zoomed(40, 10))
    pressed(panel, KEY.Key_End)
    at = pointed[-1]
    assert at is not None
    assert at.entries == ("e9",)
    assert at.by_keyboard
    canvas = panel.canvas.rect().translated(panel.canvas.mapToGlobal(QPoint()))
    assert canvas.contains(at.where)


@pytest.mark.usefixtures("still")
def test_plus_and_minus_zoom_and_nought_shows_all(panel: TimelinePanel) -> None:
    whole = panel.canvas.viewport
    pressed(panel, KEY.Key_Plus, KEY.Key_Plus)
    assert panel.canvas.viewport.zoom > 2 * whole.zoom
    pressed(panel, KEY.Key_Minus)
    assert whole.zoom < panel.canvas.viewport.zoom < 2 * whole.zoom
    pressed(panel, KEY.Key_0)
    assert panel.canvas.viewport.shows_all


def test_keys_that_belong_to_the_window_pass_through(panel: TimelinePanel) -> None:
    alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    for key, held in ((KEY.Key_Left, alt), (KEY.Key_F, ctrl), (KEY.Key_N, Qt.KeyboardModifier.NoModifier)):
        event = QKeyEvent(QEvent.Type.KeyPress, key, held)
        QApplication.sendEvent(panel.canvas, event)
        assert not event.isAccepted()
    assert panel.canvas.cursor_event is None


def test_the_wheel_zooms_at_the_pointer(panel: TimelinePanel) -> None:
    day = panel.canvas.viewport.day(700)
    before = panel.canvas.viewport.zoom
    turn(panel, 700, 3)
    assert panel.canvas.viewport.zoom > 1.5 * before
    assert panel.canvas.viewport.x(day) == pytest.approx(700, abs=1)
    turn(panel, 700, -9)
    assert panel.canvas.viewport.shows_all


def test_shift_and_the_wheel_or_dragging_pan(panel: TimelinePanel) -> None:
    turn(panel, 600, 8)
    before = panel.canvas.viewport
    turn(panel, 600, -1, Qt.KeyboardModifier.ShiftModifier)
    assert panel.canvas.viewport.zoom == before.zoom
    assert panel.canvas.viewport.offset > before.offset
    turned = panel.canvas.viewport.offset
    QTest.mousePress(panel.canvas, Qt.MouseButton.LeftButton, pos=QPoint(600, 5))
    drag = QPoint(500, 5)
    QTest.mouseMove(panel.canvas, drag)
    move(panel, drag, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(panel.canvas, Qt.MouseButton.LeftButton, pos=drag)
    assert panel.canvas.viewport.offset == pytest.approx(turned + 100, abs=1)


def test_dragging_from_an_event_chooses_nothing(panel: TimelinePanel) -> None:
    start = point_of(panel, "One command")
    QTest.mousePress(panel.canvas, Qt.MouseButton.LeftButton, pos=start)
    move(panel, start - QPoint(60, 0), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(panel.canvas, Qt.MouseButton.LeftButton, pos=start - QPoint(60, 0))
    assert panel.reading.focus == ()


def test_the_event_under_the_pointer_is_pointed_at(panel: TimelinePanel) -> None:
    pointed: list[Pointed | None] = []
    panel.entry_pointed.connect(pointed.append)
    there = point_of(panel, "Italy surrenders")
    move(panel, there)
    move(panel, there + QPoint(20, 0))
    assert len(pointed) == 1, "nothing is told twice"
    assert pointed[0] is not None
    assert pointed[0].entries == ("e5",)
    assert not pointed[0].by_keyboard
    assert pointed[0].where.contains(panel.canvas.mapToGlobal(there))
    assert pointed[0].where.width() <= 120, "no card stands far from the pointer, be the bar ever so long"
    move(panel, QPoint(300, 2))
    assert pointed[-1] is None


def test_leaving_lets_go(panel: TimelinePanel) -> None:
    pointed: list[Pointed | None] = []
    panel.entry_pointed.connect(pointed.append)
    move(panel, point_of(panel, "Italy surrenders"))
    QApplication.sendEvent(panel.canvas, QEvent(QEvent.Type.Leave))
    assert pointed[-1] is None
    assert panel.canvas.emphasis.pointed is None


def test_the_view_moves_softly_where_things_may_move(
    panel: TimelinePanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.ui.timeline.drawing.motion_is_wanted", lambda _: True)
    panel.canvas.look_at(panel.canvas.viewport.zoomed(30, 10))
    with qtbot.waitSignal(panel.canvas.settled):
        panel.reading.focus_on("e9")
        assert panel.canvas.is_moving
    assert 0 <= panel.canvas.scene().mark(9).left <= panel.canvas.width()


def test_hiding_ends_a_movement(panel: TimelinePanel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("companion.ui.timeline.drawing.motion_is_wanted", lambda _: True)
    panel.canvas.look_at(panel.canvas.viewport.zoomed(30, 10))
    panel.canvas.fit()
    panel.hide()
    assert not panel.canvas.is_moving
    assert panel.canvas.viewport.shows_all


def crowded(days: Sequence[int]) -> list[tuple[str, str]]:
    return [(f"1943-09-{day:02d}", f"A long title, number {n}") for n, day in enumerate(days)] + [
        ("1933-01-30", "Long before"),
        ("1953-03-05", "Long after"),
    ]


@pytest.mark.usefixtures("still")
def test_a_click_on_a_crowd_looks_closer(host: QWidget) -> None:
    panel = shown(host, crowded([1 + n % 28 for n in range(150)]))
    crowd, rect = panel.canvas.scene().crowds[0]
    before = panel.canvas.viewport
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert panel.canvas.viewport.zoom > 2 * before.zoom
    first = panel.canvas.scene().mark(crowd.members[0])
    last = panel.canvas.scene().mark(crowd.members[-1])
    assert first.left >= 0
    assert last.right <= panel.canvas.width()
    assert not panel.shows_list


@pytest.mark.usefixtures("still")
def test_a_crowd_of_one_day_is_shown_as_a_list(host: QWidget) -> None:
    panel = shown(host, crowded([8] * 40))
    [(crowd, rect)] = panel.canvas.scene().crowds
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert panel.shows_list
    assert panel.list.currentIndex().row() == crowd.members[0]


def test_a_crowd_says_how_many_and_when(host: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, words, *__: said.append(words))
    panel = shown(host, crowded([8] * 40))
    [(crowd, rect)] = panel.canvas.scene().crowds
    where = rect.center().toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, where, panel.canvas.mapToGlobal(where))
    QApplication.sendEvent(panel.canvas, event)
    assert said == [f"{len(crowd.members)} events, 8 September 1943. Click to look closer."]


def test_another_width_keeps_what_is_looked_at(panel: TimelinePanel) -> None:
    panel.canvas.look_at(panel.canvas.viewport.zoomed(20, 600))
    middle = panel.canvas.viewport.day(panel.canvas.width() / 2)
    panel.canvas.resize(900, 160)
    assert panel.canvas.viewport.day(450) == pytest.approx(middle, abs=2)
    panel.canvas.fit()


def test_thousands_of_events_can_be_walked_through(host: QWidget) -> None:
    rows = [(f"{1700 + n % 300}-{1 + n % 12:02d}-{1 + n % 28:02d}", f"Event {n}") for n in range(3000)]
    panel = shown(host, rows)
    assert len(panel.canvas.scene().visible) < 300
    enter_by_tab(panel)
    pressed(panel, KEY.Key_End, KEY.Key_Plus, KEY.Key_Left)
    assert panel.list.rows.rowCount() == 3000
    assert panel.canvas.scene().crowds
