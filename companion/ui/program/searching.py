"""Searching: a process of its own finds the entries of a text, so that nothing can hold up the window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

import companion
from companion import SEARCH_COMMAND

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_MS = 30 * 60_000
_PATIENCE_MS = 3000
"""How long a process may take, and how long the end of one that was killed is waited for."""
_LITTLE = 1 << 18
"""Bytes that wait for the process, with which there is time for more."""
_LONGEST_SAID = 100_000
"""Bytes of what the process says at a time that are listened to."""


def search_command() -> list[str]:
    """The program and its arguments that search a document; in a frozen build it is this one.

    Nothing is ever imported from the folder that somebody stands in.
    """
    is_frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if is_frozen else [sys.executable, "-P", "-m", "companion"]
    return [*program, SEARCH_COMMAND, "-"]


class Search(QObject):
    """One text being searched. To the progress line it is a job.

    Signals:
        progressed(float): how much is done, 0 to 1.
        succeeded(bytes): the sealed file of what was found.
        failed(str): why nothing was found, in the process's own words; empty when it ended without any.
        ended(Search): this search, always the last, also when it was cancelled.
    """

    progressed = Signal(float)
    succeeded = Signal(object)
    failed = Signal(str)
    ended = Signal(object)

    def __init__(self, title: str, command: list[str], parent: QObject, given: Iterable[bytes] = ()) -> None:
        """What is `given`, in parts, is for the standard input of the process."""
        super().__init__(parent)
        self.title, self._given = title, iter(given)
        self.is_cancelled = False
        self._heard = b""
        self._said: list[str] = []
        self._has_ended, self._is_giving = False, True
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(command[1:])
        self._process.setProcessEnvironment(_environment())
        self._process.started.connect(self._give)
        self._process.bytesWritten.connect(self._give)
        self._process.readyReadStandardError.connect(self._hear)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._met_error)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(_LONGEST_MS)
        self._limit.timeout.connect(self._process.kill)

    def start(self) -> None:
        """Begins; connect to the signals before."""
        self._limit.start()
        self._process.start()

    def cancel(self) -> None:
        """Ends the process at once; nothing that it gives is told any more."""
        if not self._has_ended:
            self.is_cancelled = True
            self._process.kill()
            self._end()

    def finish(self) -> None:
        """Cancels it and waits until the process is no more."""
        self.cancel()
        self._process.waitForFinished(_PATIENCE_MS)

    def _give(self, _: int = 0) -> None:
        """Gives the process a part when it has nearly taken the one before; never is all held twice."""
        while self._is_giving and self._process.bytesToWrite() < _LITTLE:
            part = next(self._given, None)
            if part is None or self._has_ended:
                self._is_giving = False
                self._process.closeWriteChannel()
            else:
                self._process.write(part)

    def _hear(self) -> None:
        """Takes what the process says: how far it is, or else why it cannot go on."""
        self._heard += self._process.readAllStandardError().data()
        *lines, self._heard = self._heard[-_LONGEST_SAID:].split(b"\n")
        for line in lines:
            try:
                done = float(line)
            except ValueError:
                self._said = [*self._said[:1], line.decode("utf-8", "replace").strip()]
            else:
                if not self.is_cancelled:
                    self.progressed.emit(done)

    def _finished(self, status: int, how: QProcess.ExitStatus) -> None:
        if self._has_ended:
            self.deleteLater()
            return
        self._hear()
        if how is QProcess.ExitStatus.NormalExit and status == 0:
            self.succeeded.emit(self._process.readAllStandardOutput().data())
        else:
            # One sentence is a refusal; more than that is of no use to the reader.
            self.failed.emit(self._said[0] if status == 1 and len(self._said) == 1 else "")
        self._end()
        self.deleteLater()

    def _met_error(self, error: QProcess.ProcessError) -> None:
        """Where the process could not even begin; whatever else it meets, it finishes after it."""
        if error is QProcess.ProcessError.FailedToStart and not self._has_ended:
            self.failed.emit("")
            self._end()
            self.deleteLater()

    def _end(self) -> None:
        self._has_ended = True
        self._limit.stop()
        self.ended.emit(self)


def _environment() -> QProcessEnvironment:
    """This one, in which the process finds the program from wherever it was started."""
    found = QProcessEnvironment.systemEnvironment()
    places = [str(Path(companion.__file__).resolve().parents[1]), found.value("PYTHONPATH")]
    found.insert("PYTHONPATH", (";" if sys.platform == "win32" else ":").join(filter(None, places)))
    found.insert("PYTHONUNBUFFERED", "1")
    return found
