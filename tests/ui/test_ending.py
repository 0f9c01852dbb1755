"""A signal that asks the program to end is heard while the window waits, and given back afterwards."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from companion.ui.program.ending import Ending

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(os.name != "posix", reason="only POSIX systems ask by a signal")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_asks_to_end(qtbot: QtBot, name: str) -> None:
    owner = QObject()
    ending = Ending(owner)
    ending.begin()
    try:
        with qtbot.waitSignal(ending.asked, timeout=5000):
            os.kill(os.getpid(), getattr(signal, name))
    finally:
        ending.end()


def test_the_signals_are_given_back() -> None:
    owner = QObject()
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
    ending = Ending(owner)
    ending.begin()
    ending.begin()
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)] != before
    ending.end()
    ending.end()
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)] == before
    assert signal.set_wakeup_fd(-1) == -1
