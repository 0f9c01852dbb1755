"""Jobs: work done in the background, with progress and Cancel, told back to the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, Qt, QThreadPool, Signal


class Report(Protocol):
    """By which work tells how much is done, 0 to 1, and what of the whole is there already, if anything."""

    def __call__(self, done: float, part: object = None) -> None: ...


Work = Callable[[Report], Any]
"""Something to be done: it is given a function by which it reports."""


def unexpected(error: Exception) -> None:
    """An error that nobody expected goes where all such errors go: it is told and logged."""
    raise error


class CancelledError(Exception):
    """Raised inside the work when the reader no longer wants it."""


class _Report(NamedTuple):
    """What a thread has to say of a job: which of the job's signals, and its value."""

    job: Job
    signal: str
    value: object


class Job(QObject):
    """One piece of work under way. It lives in the window's thread, and is heard only there.

    Signals:
        progressed(float): how much is done, 0 to 1.
        begun(object): what of the whole is there already, unless the whole is, too, before it can be told.
        succeeded(object): what the work gave.
        failed(object): the exception that ended it.
        ended(Job): this job, always the last, also when it was cancelled.
    """

    progressed = Signal(float)
    begun = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    ended = Signal(object)

    def __init__(self, title: str, work: Work, jobs: Jobs) -> None:
        super().__init__(jobs)
        self.title = title
        self._work, self._jobs = work, jobs
        self._stop = threading.Event()
        self.is_done = False
        """Whether what the work gave is there, and about to be told."""

    @property
    def is_cancelled(self) -> bool:
        """Whether the reader no longer wants it."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Asks the work to stop at its next report; nothing it gives is told any more."""
        self._stop.set()

    def do(self) -> None:
        """Does the work; called in a thread of the pool."""
        try:
            result = self._work(self._report)
        except CancelledError:
            pass
        except Exception as error:
            self._tell("failed", error)
        else:
            self.is_done = True
            self._tell("succeeded", result)
        self._tell("ended", self)

    def _report(self, done: float, part: object = None) -> None:
        """Called by the work every few milliseconds; raises CancelledError when it is no longer wanted."""
        if self._stop.is_set():
            raise CancelledError
        self._tell("progressed", done)
        if part is not None:
            self._tell("begun", part)

    def _tell(self, signal: str, value: object) -> None:
        self._jobs.reported.emit(_Report(self, signal, value))
        if signal != "progressed":
            self._jobs.has_news.set()


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.do()


class Jobs(QObject):
    """Runs work on a pool of its own. Work gets snapshots and never touches a widget.

    With one thread, one piece of work is done after the other, in the order given.

    What the threads say goes through one signal of this object, which outlives them all: a job that spoke
    for itself could be deleted in the window's thread while another thread is still speaking.

    Signals:
        reported(_Report): from a thread to the window's; for this module alone.
    """

    reported = Signal(object)

    def __init__(self, parent: QObject, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._running: list[Job] = []
        self._held: list[_Runner] | None = None
        self.has_news = threading.Event()
        """Whether any work has told more than how far it is since that was last heard; set by its thread."""
        self.reported.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def run(self, title: str, work: Work) -> Job:
        """Does `work(report)` in the background; connect at once to the job that is given back."""
        job = Job(title, work, self)
        self._running.append(job)
        runner = _Runner(job)
        if self._held is None:
            self._pool.start(runner)
        else:
            self._held.append(runner)
        return job

    def hold(self) -> None:
        """Begins nothing new until `go_on`; what is under way goes on.

        Python does one thing at a time: whatever a thread does, the window's thread does later.
        """
        self._held = self._held or []

    def hear(self, milliseconds: int) -> None:
        """Waits at most so long until there is anything of what is under way, and passes it on at once."""
        self.has_news.wait(milliseconds / 1000)
        self.has_news.clear()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def go_on(self) -> None:
        """Begins what was held back, and from now on everything at once."""
        held, self._held = self._held, None
        for runner in held or ():
            self._pool.start(runner)

    def cancel_all(self) -> None:
        """Asks everything under way to stop."""
        for job in self._running:
            job.cancel()

    def finish(self, milliseconds: int = 5000) -> bool:
        """Cancels everything and waits for the threads; False when one would not stop in time."""
        self.cancel_all()
        self.go_on()
        return self._pool.waitForDone(milliseconds)

    def _pass_on(self, report: _Report) -> None:
        job = report.job
        if report.signal == "ended":
            self._running.remove(job)
            job.ended.emit(job)
            job.deleteLater()
        elif not (job.is_cancelled or (job.is_done and report.signal == "begun")):
            getattr(job, report.signal).emit(report.value)
