"""Local socket: how programs of one user meet by a file in a folder of theirs, without Qt's network."""

from __future__ import annotations

import socket
import sys
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_WAITING = 16
"""Callers that may wait until they are let in."""
_AT_ONCE = 65_536
"""Bytes that are read together."""


class Caller(QObject):
    """Somebody who has reached this program.

    Signals:
        said(bytes): what came, as far as it has come.
        left(): the other side has gone.
    """

    said = Signal(object)
    left = Signal()

    def __init__(self, line: socket.socket, parent: QObject) -> None:
        super().__init__(parent)
        self._line = line
        line.setblocking(False)
        self._notifier = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def answer(self, words: bytes) -> None:
        """Says a few words; whoever does not hear them has gone."""
        with suppress(OSError):
            self._line.sendall(words)

    def hang_up(self) -> None:
        """Lets the caller go; nothing more is heard."""
        self._notifier.setEnabled(False)
        self._line.close()
        self.deleteLater()

    def _read(self) -> None:
        try:
            came = self._line.recv(_AT_ONCE)
        except BlockingIOError:
            return
        except OSError:
            came = b""
        if came:
            self.said.emit(came)
        else:
            self.left.emit()


class Listener(QObject):
    """Lets callers in by a socket that only this user can reach.

    Signals:
        called(Caller): somebody is there.
    """

    called = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._path = Path()

    @property
    def is_listening(self) -> bool:
        """Whether callers are let in."""
        return self._door is not None

    def listen(self, name: str) -> None:
        """Listens at the path `name`, in place of one that nobody listens at. Raises OSError."""
        path = Path(name)
        path.unlink(missing_ok=True)  # left by one that was killed
        door = _made()
        try:
            door.setblocking(False)
            door.bind(name)
            path.chmod(0o600)  # before anybody can come in
            door.listen(_WAITING)
        except OSError:
            door.close()
            raise
        self._door, self._path = door, path
        self._notifier = QSocketNotifier(door.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._let_in)

    def close(self) -> None:
        """Listens no more, lets all callers go, and leaves nothing behind."""
        for caller in self.findChildren(Caller):
            caller.hang_up()
        if self._door is not None and self._notifier is not None:
            self._notifier.setEnabled(False)
            self._door.close()
            self._door = None
            with suppress(OSError):
                self._path.unlink()

    def _let_in(self) -> None:
        if self._door is not None:
            with suppress(OSError):  # it went away before it was let in
                line, _ = self._door.accept()
                self.called.emit(Caller(line, self))


def reaches(name: str, patience: float) -> bool:
    """Whether somebody listens at the path `name`."""
    with suppress(OSError), _call(name, patience):
        return True
    return False


def ask(name: str, words: bytes, patience: float) -> bytes | None:
    """The line with which a listener at the path `name` answers these words; None when there is none.

    What has not come after `patience` seconds is not waited for.
    """
    try:
        line = _call(name, patience)
    except OSError:
        return None
    answer = b""
    last = time.monotonic() + patience
    with line, suppress(OSError):
        line.sendall(words)
        while not answer.endswith(b"\n") and (left := last - time.monotonic()) > 0:
            line.settimeout(left)
            came = line.recv(_AT_ONCE)
            if not came:
                break
            answer += came
    return answer


def _made() -> socket.socket:
    if sys.platform == "win32":
        raise OSError("Windows has pipes for this.")
    return socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)


def _call(name: str, patience: float) -> socket.socket:
    line = _made()
    line.settimeout(patience)
    try:
        line.connect(name)
    except OSError:
        line.close()
        raise
    return line
