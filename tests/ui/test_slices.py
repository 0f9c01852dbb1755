from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from companion.ui.print.slices import Slices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def owner(qapp: QObject) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


class _Work:
    """Counts as far as it is let; may break."""

    def __init__(self, steps: int, breaks: bool = False) -> None:
        self.steps, self.breaks = steps, breaks
        self.done = 0
        self.is_closed = False

    def go(self) -> Iterator[float]:
        try:
            while self.done < self.steps:
                self.done += 1
                yield self.done / self.steps
            if self.breaks:
                raise OSError("no paper")
        finally:
            self.is_closed = True


def test_all_is_done_and_told(owner: QObject, qtbot: QtBot) -> None:
    slices, work = Slices(owner), _Work(1000)
    with qtbot.waitSignal(slices.succeeded):
        slices.run(work.go())
    assert (work.done, work.is_closed, slices.is_busy) == (1000, True, False)


def test_the_window_lives_meanwhile(owner: QObject, qtbot: QtBot) -> None:
    slices, told = Slices(owner), []
    slices.progressed.connect(told.append)
    work = _Work(10**9)
    slices.run(work.go())
    qtbot.waitUntil(lambda: len(told) > 3)
    assert told == sorted(told)
    slices.cancel()
    assert work.is_closed
    assert not slices.is_busy


def test_newer_work_takes_the_place_of_older(owner: QObject, qtbot: QtBot) -> None:
    slices, first, second = Slices(owner), _Work(10**9), _Work(5)
    slices.run(first.go())
    qtbot.waitUntil(lambda: first.done > 0)
    with qtbot.waitSignal(slices.succeeded):
        slices.run(second.go())
    assert first.is_closed
    assert second.done == 5


def test_what_breaks_is_told(owner: QObject, qtbot: QtBot) -> None:
    slices = Slices(owner)
    with qtbot.waitSignal(slices.failed) as told:
        slices.run(_Work(3, breaks=True).go())
    assert str(told.args[0]) == "no paper"
    assert not slices.is_busy
