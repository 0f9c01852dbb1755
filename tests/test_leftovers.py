from __future__ import annotations

import threading

import pytest
from leftovers import left_behind
from PySide6.QtCore import QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QMenu, QWidget

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_running_timer_is_named_with_its_owner() -> None:
    owner = QWidget()
    owner.setObjectName("strip")
    timer = QTimer(owner)
    timer.start(100_000)
    assert left_behind(threading.enumerate()) == ["QWidget ‘strip’", "QTimer of QWidget ‘strip’"]


def test_what_was_left_is_ended() -> None:
    timer, thread = QTimer(), QThread()
    timer.start(100_000)
    thread.start()
    assert sorted(left_behind(threading.enumerate())) == ["QThread", "QTimer"]
    assert not timer.isActive()
    assert thread.isFinished()
    assert left_behind(threading.enumerate()) == []


def test_what_has_ended_or_belongs_to_another_is_not_left() -> None:
    timer, pool = QTimer(), QThreadPool()
    timer.start(100_000)
    timer.stop()
    pool.start(threading.Event)
    kept = QWidget()
    menu = QMenu(kept)
    del kept
    assert left_behind(threading.enumerate()) == []
    assert menu


def test_a_thread_of_python_is_named() -> None:
    before, stop = threading.enumerate(), threading.Event()
    thread = threading.Thread(target=stop.wait, name="reader")
    thread.start()
    try:
        assert left_behind(before) == ["reader"]
    finally:
        stop.set()
        thread.join()
