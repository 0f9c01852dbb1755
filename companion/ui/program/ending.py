"""Ending: a session that ends, or Ctrl+C, closes the window as the reader would; nothing is torn out."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType

_SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")


class Ending(QObject):
    """Hears the signals by which a POSIX system asks a program to end; elsewhere it hears nothing.

    Python itself hears a signal only when some of it runs, and while the window waits nothing does. So it
    writes the signal's number into a pipe, which Qt watches.

    Signals:
        asked(): the program is to end.
    """

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pipe: tuple[int, int] | None = None
        self._before: dict[int, object] = {}
        self._notifier: QSocketNotifier | None = None

    def begin(self) -> None:
        """Listens, until `end`. To be called in the main thread."""
        if sys.platform == "win32" or self._pipe is not None:
            return
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
        for number in (getattr(signal, name) for name in _SIGNALS):
            self._before[number] = signal.signal(number, _let_it_be_written)

    def end(self) -> None:
        """Gives the signals back to what heard them before."""
        if self._pipe is None or self._notifier is None:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # it came from signal.signal itself
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        for end in self._pipe:
            os.close(end)
        self._pipe, self._notifier, self._before = None, None, {}

    def _hear(self) -> None:
        if self._pipe is not None and set(os.read(self._pipe[0], 64)) & self._before.keys():
            self.asked.emit()


def _let_it_be_written(number: int, frame: FrameType | None) -> None:
    """Does nothing: that the signal has a handler is what puts its number into the pipe."""
