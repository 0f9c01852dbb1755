"""Local pipe: the same as the local socket, by Qt, for systems on which pipes are no files: Windows."""

from __future__ import annotations

import ctypes
import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAITING = 16
"""Callers that may wait until they are let in."""
_MOST = 500_000
"""Bytes that are kept of what somebody says before they are read."""


class Caller(QObject):
    """Somebody who has reached this program.

    Signals:
        said(bytes): what came, as far as it has come.
        left(): the other side has gone.
    """

    said = Signal(object)
    left = Signal()

    def __init__(self, line: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._line = line
        line.setParent(self)
        line.setReadBufferSize(_MOST)
        line.readyRead.connect(self._read)
        line.disconnected.connect(self.left)

    def answer(self, words: bytes) -> None:
        """Says a few words; whoever does not hear them has gone."""
        self._line.write(words)
        self._line.flush()

    def hang_up(self) -> None:
        """Lets the caller go; nothing more is heard."""
        self._line.abort()
        self.deleteLater()

    def _read(self) -> None:
        self.said.emit(self._line.readAll().data())


class Listener(QObject):
    """Lets callers in by a pipe that only this user can reach.

    Signals:
        called(Caller): somebody is there.
    """

    called = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_WAITING)
        self._server.newConnection.connect(self._let_in)

    @property
    def is_listening(self) -> bool:
        """Whether callers are let in."""
        return self._server.isListening()

    def listen(self, name: str) -> None:
        """Listens by that name, in place of one that nobody listens at. Raises OSError."""
        QLocalServer.removeServer(name)  # left by one that was killed
        if not self._server.listen(name):
            raise OSError(self._server.errorString())

    def close(self) -> None:
        """Listens no more, lets all callers go, and leaves nothing behind."""
        for caller in self.findChildren(Caller):
            caller.hang_up()
        self._server.close()

    def _let_in(self) -> None:
        while self._server.hasPendingConnections():
            self.called.emit(Caller(self._server.nextPendingConnection(), self))


def reaches(name: str, patience: float) -> bool:
    """Whether somebody listens by that name."""
    return _call(name, patience) is not None


def ask(name: str, words: bytes, patience: float) -> bytes | None:
    """The line with which a listener of that name answers these words; None when there is none.

    What has not come after `patience` seconds is not waited for.
    """
    line = _call(name, patience)
    if line is None:
        return None
    if sys.platform == "win32":  # or Windows would let the other's button blink and no more
        ctypes.windll.user32.AllowSetForegroundWindow(-1)
    line.write(words)
    line.flush()
    answer = b""
    while not answer.endswith(b"\n") and line.waitForReadyRead(int(patience * 1000)):
        answer += line.readAll().data()
    return answer


def _call(name: str, patience: float) -> QLocalSocket | None:
    line = QLocalSocket()
    line.connectToServer(name)
    return line if line.waitForConnected(int(patience * 1000)) else None
