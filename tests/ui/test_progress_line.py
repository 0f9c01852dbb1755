"""The progress line speaks of what takes a while, and does not come and go between one work and the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QObject, Signal

from companion.ui.frame.progress_line import ProgressLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


class Work(QObject):
    """Stands for a job."""

    progressed = Signal(float)
    ended = Signal(object)

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title, self.is_cancelled = title, False

    def cancel(self) -> None:
        self.is_cancelled = True

    def end(self) -> None:
        self.ended.emit(self)


class Line(NamedTuple):
    line: ProgressLine
    host: QWidget

    def follow(self, title: str) -> Work:
        work = Work(title, self.host)
        self.line.follow(work)  # type: ignore[arg-type]
        return work


@pytest.fixture
def shown(host: QWidget) -> Line:
    return Line(ProgressLine(host, host), host)


def test_what_is_done_soon_is_not_spoken_of(qtbot: QtBot, shown: Line) -> None:
    shown.follow("one").end()
    qtbot.wait(500)
    assert shown.line.isHidden()


def test_what_is_known_to_take_long_is_spoken_of_at_once(shown: Line) -> None:
    shown.line.stand()
    assert shown.line.isHidden()  # nothing is done
    shown.follow("one")
    shown.line.stand()
    assert shown.line.isVisible()


def test_it_stands_on_from_one_work_to_the_next(qtbot: QtBot, shown: Line) -> None:
    first = shown.follow("one")
    qtbot.waitUntil(shown.line.isVisible)
    first.end()
    assert shown.line.isVisible()
    second = shown.follow("two")
    assert shown.line.isVisible()
    assert shown.line._title.text() == "two"
    qtbot.wait(700)
    assert shown.line.isVisible()
    second.end()
    qtbot.waitUntil(shown.line.isHidden)


def test_the_work_before_comes_back(qtbot: QtBot, shown: Line) -> None:
    shown.follow("one")
    second = shown.follow("two")
    qtbot.waitUntil(shown.line.isVisible)
    second.end()
    assert shown.line.isVisible()
    assert shown.line._title.text() == "one"


def test_what_is_cancelled_is_spoken_of_no_more(qtbot: QtBot, shown: Line) -> None:
    work = shown.follow("one")
    qtbot.waitUntil(shown.line.isVisible)
    shown.line._cancel.click()
    assert work.is_cancelled
    assert shown.line.isHidden()
    work.end()
    qtbot.wait(700)
    assert shown.line.isHidden()


def test_a_line_whose_work_is_done_can_be_put_away(qtbot: QtBot, shown: Line) -> None:
    work = shown.follow("one")
    qtbot.waitUntil(shown.line.isVisible)
    work.end()
    shown.line._cancel.click()
    assert shown.line.isHidden()
    assert not work.is_cancelled
