"""Spare: a reading process that is ready before a file is there to be read."""

from __future__ import annotations

from threading import Lock

from companion.readers.process.reading_process import ReadingProcess


class Spare:
    """Gives a process for each file; with one in reserve nobody waits until it is ready. For all threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: ReadingProcess | None = None
        self._is_over = False

    def take(self) -> ReadingProcess:
        """A process that has read nothing yet; OSError when the system starts none."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None and not process.is_alive:
            process.end()
            process = None
        return process or ReadingProcess()

    def make_ready(self) -> None:
        """Starts one in reserve, unless there is one; where none can be started, there will be none."""
        with self._lock:
            if self._process is None and not self._is_over:
                try:
                    self._process = ReadingProcess()
                except OSError:
                    return

    def end(self) -> None:
        """Ends the one in reserve; none is started any more."""
        with self._lock:
            self._is_over = True
            if self._process is not None:
                self._process.end()
            self._process = None
