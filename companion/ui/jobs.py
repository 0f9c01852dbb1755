"""Jobs: work done in the background, with progress and Cancel, told back to the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

Work = Callable[[Callable[[float], None]], Any]
"""Something to be done: it is given a function by which it reports how much is done, 0 to 1."""


class CancelledError(Exception):
    """Raised inside the work when the reader no longer wants it."""


class Job(QObject):
    """One piece of work under way. It lives in the window's thread; so do all who hear it.

    Signals:
        progressed(float): how much is done, 0 to 1.
        succeeded(object): what the work gave.
        failed(object): the exception that ended it.
        ended(Job): this job, always the last, also when it was cancelled. (Between threads Qt's own
            `sender()` does not tell reliably which one it was.)
    """

    progressed = Signal(float)
    succeeded = Signal(object)
    failed = Signal(object)
    ended = Signal(object)

    def __init__(self, title: str, work: Work, jobs: Jobs) -> None:
        super().__init__(jobs)
        self.title = title
        self.work = work
        self._jobs = jobs
        self._stop = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        """Whether the reader no longer wants it."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Asks the work to stop at its next report; nothing it gives is told any more."""
        self._stop.set()

    def report(self, done: float) -> None:
        """Called by the work, in its own thread, every few milliseconds of work; raises CancelledError."""
        if self._stop.is_set():
            raise CancelledError
        self.progressed.emit(done)

    def begin(self) -> None:
        """Called by the event loop: hands the work to a thread, unless it is no longer wanted."""
        if self.is_cancelled:
            self.ended.emit(self)
        else:
            self._jobs.start(self)


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        job = self._job
        try:
            result = job.work(job.report)
        except CancelledError:
            pass
        except Exception as error:
            if not job.is_cancelled:
                job.failed.emit(error)
        else:
            if not job.is_cancelled:
                job.succeeded.emit(result)
        job.ended.emit(job)


class Jobs(QObject):
    """Runs work on a pool of its own. Work gets snapshots and never touches a widget."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: list[Job] = []

    def run(self, title: str, work: Work) -> Job:
        """Does `work(report)` in the background; connect to the job that is given back.

        The event loop starts it, after the caller has connected: a signal that another thread emits before
        somebody hears it is lost.
        """
        job = Job(title, work, self)
        self._running.append(job)
        job.ended.connect(self._forget)
        QTimer.singleShot(0, job, job.begin)
        return job

    def start(self, job: Job) -> None:
        """Hands the work of a job to a thread."""
        self._pool.start(_Runner(job))

    def cancel_all(self) -> None:
        """Asks everything under way to stop."""
        for job in self._running:
            job.cancel()

    def finish(self, milliseconds: int = 5000) -> bool:
        """Cancels everything and waits for the threads; False when one would not stop in time."""
        self.cancel_all()
        return self._pool.waitForDone(milliseconds)

    def _forget(self, job: Job) -> None:
        if job in self._running:
            self._running.remove(job)
            job.deleteLater()
