"""One instance: a further start hands its text to the running window by a local socket, never TCP or UDP."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent

from companion.store.lock import BusyError, locked
from companion.ui.guarded import guarded

if sys.platform == "win32":
    from companion.ui.program.local_pipe import Caller, Listener, ask, reaches
else:
    from companion.ui.program.local_socket import Caller, Listener, ask, reaches

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAKEN = b"taken\n"
_LONGEST_PATH, _LONGEST_TOKEN, _LONGEST_MESSAGE = 32_767, 512, 500_000
"""Code points, code points and bytes; a path of the longest kind still fits with every sign escaped."""
_PATIENCE = 3.0
"""Seconds that either side waits for the other."""


class Request(NamedTuple):
    """What a start of the program asks for: absolute paths, or nothing but that the window comes forward.

    `token` is what the desktop gave the new program, by which another may come to the front in its stead
    (https://wayland.app/protocols/xdg-activation-v1).
    """

    file: Path | None = None
    companion: Path | None = None
    token: str = ""

    def to_bytes(self) -> bytes:
        """One line of JSON."""
        paths = {"file": self.file, "companion": self.companion}
        named = {key: str(path) for key, path in paths.items() if path is not None}
        return json.dumps({**named, "token": self.token}).encode("ascii") + b"\n"

    @classmethod
    def from_bytes(cls, line: bytes) -> Request:
        """Reads what `to_bytes` wrote; ValueError for anything else."""
        try:
            found = json.loads(line)
        except RecursionError:
            raise ValueError("nested") from None
        if not isinstance(found, dict) or found.keys() - {"file", "companion", "token"}:
            raise ValueError("not a request")
        token = found.get("token", "")
        if not isinstance(token, str) or len(token) > _LONGEST_TOKEN or not (token + "x").isprintable():
            raise ValueError("not a token")
        return cls(_path(found.get("file")), _path(found.get("companion")), token)


def _path(value: Any) -> Path | None:
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > _LONGEST_PATH or "\0" in value:
        raise ValueError("not a path")
    path = Path(value)
    if not path.is_absolute():
        raise ValueError("not an absolute path")
    return path


def startup_token() -> str:
    """What the desktop gave this program to come to the front with; asked for before Qt takes it away."""
    token = os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID") or ""
    return token if len(token) <= _LONGEST_TOKEN and token.isprintable() else ""


class OneInstance(QObject):
    """Finds the program that runs already, or else is the one that others find.

    Where anything is in the way (no safe folder, a socket that does not answer), the program starts by
    itself: a second window is better than none.

    Signals:
        asked(Request): another start of the program asks for this.
    """

    asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener = Listener(self)
        self._listener.called.connect(self._receive)

    def begin(self, request: Request, *, new_window: bool = False) -> bool:
        """True when a running window has taken the request, and this program need not go on.

        Otherwise this program listens from now on. With `new_window` no other is asked; then it listens
        only where nobody else does.
        """
        try:
            name, lock = _meeting_place()
            with locked(lock, _PATIENCE):  # of two that start together one finds the other
                if new_window and reaches(name, _PATIENCE):
                    return False
                if not new_window and (answer := ask(name, request.to_bytes(), _PATIENCE)) is not None:
                    return answer == _TAKEN
                self._listener.listen(name)
        except (OSError, BusyError):
            return False
        return False

    @property
    def is_listening(self) -> bool:
        """Whether further starts come to this program."""
        return self._listener.is_listening

    def end(self) -> None:
        """Listens no more."""
        self._listener.close()

    def _receive(self, caller: Caller) -> None:
        visit = _Visit(caller, self)
        visit.told.connect(self.asked)


class _Visit(QObject):
    """One connection: a line comes in and is answered. Who sends too much, too late or nonsense is let go."""

    told = Signal(object)

    def __init__(self, caller: Caller, parent: QObject) -> None:
        super().__init__(parent)
        self._caller = caller
        self._received = b""
        caller.said.connect(self._hear)
        caller.left.connect(self._end)
        self._timer = QTimer(self, singleShot=True, interval=int(_PATIENCE * 1000))
        self._timer.timeout.connect(self._end)
        self._timer.start()

    def _hear(self, said: bytes) -> None:
        self._received += said
        if b"\n" not in self._received[:_LONGEST_MESSAGE]:
            if len(self._received) >= _LONGEST_MESSAGE:
                self._end()
            return
        with suppress(ValueError):
            request = Request.from_bytes(self._received)
            self._received = b""
            self._caller.answer(_TAKEN)
            self.told.emit(request)
            return
        self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._caller.hang_up()
        self.deleteLater()


def _meeting_place() -> tuple[str, Path]:
    """The socket's name and a lock beside it: one for each user, screen and folder of settings.

    OSError where there is no folder that only this user can enter.
    """
    environment = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY", "SESSIONNAME")
    settings = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    facts = [settings, *(os.environ.get(name, "") for name in environment)]
    key = hashlib.sha256("\0".join(facts).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    folder = next(_own_folders())
    name = f"companion-{key}"  # short: macOS takes 103 bytes for all of a socket's path
    return (name if sys.platform == "win32" else str(folder / name)), folder / f"{name}.lock"


def _own_folders() -> Iterator[Path]:
    """Folders that nobody else can enter, the best first."""
    temporary = Path(tempfile.gettempdir())
    if sys.platform == "win32":  # the folder is the user's own, and pipes have no folder
        yield temporary
    else:
        if (runtime := os.environ.get("XDG_RUNTIME_DIR")) and _is_own(Path(runtime)):
            yield Path(runtime)
        made = temporary / f"reading-companion-{os.getuid()}"
        with suppress(FileExistsError):
            made.mkdir(0o700)
        if _is_own(made):
            yield made
    raise PermissionError("no folder of one's own")


def _is_own(folder: Path) -> bool:
    if sys.platform == "win32":  # nobody owns a folder by number there
        return False
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077


class FilesOfTheSystem(QObject):
    """Hears of files that the system asks a running program to open, as the Finder of macOS does.

    Signals:
        asked(Request): this file is to be opened.
    """

    asked = Signal(object)

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            if event.file():
                self.asked.emit(Request(Path(event.file()).absolute()))
            return True
        return False
