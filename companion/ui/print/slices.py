"""Slices: long work that must be done in the window's own thread, a few milliseconds at a time."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLICE = 0.008
"""Seconds after which the window gets its turn."""


class Slices(QObject):
    """Goes through an iterator that gives how much is done, 0 to 1; the window stays alive meanwhile.

    Laid out words and printers belong to one thread, so this work cannot go to another. A new piece of
    work takes the place of the one before, of which nothing more is told.

    Signals:
        progressed(float): how much is done.
        succeeded(): all is done.
        failed(object): the exception that ended it.
    """

    progressed = Signal(float)
    succeeded = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[float] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._work is not None

    def run(self, work: Iterator[float]) -> None:
        """Begins a piece of work; it goes on when the window has time."""
        self.cancel()
        self._work = work
        self._timer.start()

    def cancel(self) -> None:
        """Stops what is under way."""
        self._timer.stop()
        work, self._work = self._work, None
        close = getattr(work, "close", None)
        if close is not None:
            close()

    def _go_on(self) -> None:
        if self._work is None:
            return
        until = perf_counter() + _SLICE
        done = 0.0
        try:
            while perf_counter() < until:
                done = next(self._work)
        except StopIteration:
            self.cancel()
            self.succeeded.emit()
        except Exception as error:
            self.cancel()
            self.failed.emit(error)
        else:
            self.progressed.emit(done)
