"""Jobs: work done in the background, with progress and Cancel, told back to the window's thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

if TYPE_CHECKING:
    from collections.abc import Callable


class CancelledError(Exception):
    """Raised inside the work when the reader no longer wants it."""


class Job(QObject):
    """One piece of work under way. It lives in the window's thread; so do all who hear it.

    Signals:
        progressed(float): how much is done, 0 to 1.
        succeeded(object): what the work gave.
        failed(object): the exception that ended it.
        ended(): always the last, also when it was cancelled.
    """

    progressed = Signal(float)
    succeeded = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
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


class _Runner(QRunnable):
    def __init__(self, job: Job, work: Callable[[Callable[[float], None]], Any]) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        job = self._job
        try:
            result = self._work(job.report)
        except CancelledError:
            pass
        except Exception as error:
            if not job.is_cancelled:
                job.failed.emit(error)
        else:
            if not job.is_cancelled:
                job.succeeded.emit(result)
        job.ended.emit()


class Jobs(QObject):
    """Runs work on a pool of its own. Work gets snapshots and never touches a widget."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: list[Job] = []

    def run(self, title: str, work: Callable[[Callable[[float], None]], Any]) -> Job:
        """Starts `work(report)` in the background; connect to the job that is given back.

        Signals are delivered by the event loop, so connecting after this call misses nothing.
        """
        job = Job(title, self)
        self._running.append(job)
        job.ended.connect(self._forget)
        self._pool.start(_Runner(job, work))
        return job

    def cancel_all(self) -> None:
        """Asks everything under way to stop."""
        for job in self._running:
            job.cancel()

    def finish(self, milliseconds: int = 5000) -> bool:
        """Cancels everything and waits for the threads; False when one would not stop in time."""
        self.cancel_all()
        return self._pool.waitForDone(milliseconds)

    def _forget(self) -> None:
        job = self.sender()
        if isinstance(job, Job) and job in self._running:
            self._running.remove(job)
            job.deleteLater()
