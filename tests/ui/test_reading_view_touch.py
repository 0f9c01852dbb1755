"""Touch: a finger scrolls and throws the text, and a tap follows a name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScroller
from reading_view_sample import LONG, middle_of, shown, span_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPointingDevice
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from companion.ui.reading_view import ReadingView


@cache
def finger() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def view(host: QWidget) -> ReadingView:
    return shown(host, LONG)


def press(view: ReadingView, point: QPoint) -> None:
    QTest.touchEvent(view.viewport(), finger()).press(0, point, view.viewport()).commit()


def slide(view: ReadingView, point: QPoint) -> None:
    QTest.qWait(8)
    QTest.touchEvent(view.viewport(), finger()).move(0, point, view.viewport()).commit()


def lift(view: ReadingView, point: QPoint) -> None:
    QTest.touchEvent(view.viewport(), finger()).release(0, point, view.viewport()).commit()
    QApplication.processEvents()


def scroller(view: ReadingView) -> QScroller:
    return QScroller.scroller(view.viewport())


def rest(view: ReadingView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: scroller(view).state() == QScroller.State.Inactive, timeout=5000)


def thrown(view: ReadingView, qtbot: QtBot) -> bool:
    """Drags the text upwards and lets go of it; whether it flew on then."""
    offset = view.reading.place.start + 900
    before = view.flow.distance_to(offset, 1e4)
    assert before is not None
    press(view, QPoint(200, 400))
    for y in range(390, 190, -10):
        slide(view, QPoint(200, y))
    dragged = view.flow.distance_to(offset, 1e4)
    assert dragged is not None
    assert 120 < before - dragged < 240
    lift(view, QPoint(200, 190))
    rest(view, qtbot)
    at_rest = view.flow.distance_to(offset, 1e4)
    assert at_rest is not None
    return at_rest < dragged


def test_the_text_follows_the_finger_and_flies_on(view: ReadingView, qtbot: QtBot) -> None:
    """On a busy machine the finger may seem to have rested before it was lifted."""
    assert any(thrown(view, qtbot) for _ in range(8))
    assert view.selecting.is_empty
    assert view.reading.focus == ()


def test_a_throw_ends_at_the_beginning_of_the_text(view: ReadingView, qtbot: QtBot) -> None:
    press(view, QPoint(200, 100))
    for y in range(110, 400, 30):
        slide(view, QPoint(200, y))
    lift(view, QPoint(200, 400))
    rest(view, qtbot)
    assert view.flow.is_at_start()


def test_a_tap_follows_a_name(view: ReadingView, qtbot: QtBot) -> None:
    point = middle_of(view, span_of(view, "Anna Verl"))
    press(view, point)
    lift(view, point)
    qtbot.waitUntil(lambda: view.reading.focus == ("verl",))
    rest(view, qtbot)
    assert view.selecting.is_empty
