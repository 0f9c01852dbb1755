"""Jobs: work in the background tells what it gave, how far it is, and stops when it is asked to."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QThread

from companion.ui.program.jobs import CancelledError, Job, Jobs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

Report = "Callable[[float], None]"


class Listener(QObject):
    """Hears a job, and in which thread."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[bool] = set()
        job.progressed.connect(self.progressed)
        job.succeeded.connect(self.succeeded)
        job.failed.connect(self.failed)
        job.ended.connect(self.ended)

    def _hear(self, what: object) -> None:
        self.heard.append(what)
        self.threads.add(QThread.currentThread() is self.thread())

    def progressed(self, done: float) -> None:
        self._hear(done)

    def succeeded(self, result: object) -> None:
        self._hear(("gave", result))

    def failed(self, error: object) -> None:
        self._hear(("failed", str(error)))

    def ended(self) -> None:
        self._hear("ended")


@pytest.fixture
def jobs(qapp: QObject) -> Iterator[Jobs]:
    """Jobs whose threads are over at the end of the test."""
    owner = QObject()
    made = Jobs(owner)
    yield made
    assert made.finish()


def test_a_result_is_told_in_the_windows_thread(jobs: Jobs, qtbot: QtBot) -> None:
    def work(report: Callable[[float], None]) -> int:
        report(0.5)
        return 42

    job = jobs.run("Counting", work)
    listener = Listener(job)
    qtbot.waitUntil(lambda: "ended" in listener.heard)
    assert listener.heard == [0.5, ("gave", 42), "ended"]
    assert listener.threads == {True}
    assert job.title == "Counting"


def test_a_failure_is_told_and_nothing_else(jobs: Jobs, qtbot: QtBot) -> None:
    def work(report: Callable[[float], None]) -> None:
        raise ValueError("the file is gone")

    listener = Listener(jobs.run("Reading", work))
    qtbot.waitUntil(lambda: "ended" in listener.heard)
    assert listener.heard == [("failed", "the file is gone"), "ended"]


def test_cancelled_work_stops_at_its_next_report_and_gives_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    after: list[str] = []

    def work(report: Callable[[float], None]) -> str:
        begun.set()
        go_on.wait(5)
        report(0.9)
        after.append("went on")
        return "done"

    job = jobs.run("Building", work)
    listener = Listener(job)
    assert begun.wait(5)
    job.cancel()
    assert job.is_cancelled
    go_on.set()
    qtbot.waitUntil(lambda: "ended" in listener.heard)
    assert listener.heard == ["ended"]
    assert not after


def test_what_is_held_back_begins_when_all_goes_on_and_is_heard_at_once(jobs: Jobs) -> None:
    under_way = jobs.run("Reading", lambda _: "a text")
    jobs.hold()
    held = jobs.run("Finding", lambda _: "names")
    heard = [Listener(under_way), Listener(held)]
    jobs.hear(5000)
    assert heard[0].heard[:1] == [("gave", "a text")]
    assert not heard[1].heard
    jobs.go_on()
    while not heard[1].heard:
        jobs.hear(5000)
    assert heard[1].heard[0] == ("gave", "names")


@pytest.mark.parametrize("fails", [False, True])
def test_work_that_never_reports_is_not_heard_after_cancel(jobs: Jobs, qtbot: QtBot, fails: bool) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(report: Callable[[float], None]) -> str:
        begun.set()
        go_on.wait(5)
        if fails:
            raise OSError("too late")
        return "done"

    job = jobs.run("Building", work)
    listener = Listener(job)
    assert begun.wait(5)
    jobs.cancel_all()
    go_on.set()
    qtbot.waitUntil(lambda: "ended" in listener.heard)
    assert listener.heard == ["ended"]


def test_finish_waits_for_the_threads(jobs: Jobs) -> None:
    stopped: list[str] = []

    def work(report: Callable[[float], None]) -> None:
        try:
            while True:
                report(0.0)
        except CancelledError:
            stopped.append("stopped")
            raise

    jobs.run("Searching", work)
    jobs.run("Searching", work)
    assert jobs.finish()
    assert 0 < len(stopped) <= 2


def test_a_job_that_ended_is_let_go(jobs: Jobs, qtbot: QtBot) -> None:
    job = jobs.run("Nothing", lambda report: None)
    with qtbot.waitSignal(job.destroyed, timeout=3000):
        pass


def test_what_is_there_of_a_result_is_told_before_the_rest(jobs: Jobs, qtbot: QtBot) -> None:
    go_on = threading.Event()

    def work(report: Callable[..., None]) -> str:
        report(0.1, "half")
        assert go_on.wait(20)
        return "whole"

    heard: list[object] = []
    job = jobs.run("", work)
    job.begun.connect(heard.append)
    job.succeeded.connect(heard.append)
    qtbot.waitUntil(lambda: heard == ["half"])
    with qtbot.waitSignal(job.ended):
        go_on.set()
    assert heard == ["half", "whole"]


def test_of_a_result_that_is_there_no_part_is_told(jobs: Jobs, qtbot: QtBot) -> None:
    def work(report: Callable[..., None]) -> str:
        report(0.1, "half")
        return "whole"

    heard: list[object] = []
    job = jobs.run("", work)
    job.begun.connect(heard.append)
    job.succeeded.connect(heard.append)
    while not job.is_done:  # nothing is told in the window's thread meanwhile
        time.sleep(0.001)
    with qtbot.waitSignal(job.ended):
        pass
    assert heard == ["whole"]
