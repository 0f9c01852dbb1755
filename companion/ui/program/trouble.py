"""Trouble: an error that nobody expected is logged and told in words; reading goes on."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QStandardPaths,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from companion import __version__

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext

_log = logging.getLogger("companion")
_LARGEST_LOG, _KEPT_LOGS = 500_000, 2
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_folder() -> Path:
    """Where the log is kept: the system's folder for the state of programs."""
    where = QStandardPaths.StandardLocation
    location = getattr(where, "StateLocation", where.AppLocalDataLocation)
    return Path(QStandardPaths.writableLocation(location))


class Trouble(QObject):
    """Catches what nobody expected, from any thread, and keeps a log. Nothing leaves the machine.

    Signals:
        met(list[str]): something went wrong; the lines tell what, for a report.
    """

    met = Signal(object)
    _caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._traces: TextIO | None = None
        self._handler: logging.Handler | None = None
        self._before: tuple[Any, Any, Any] | None = None
        self.log_file: Path | None = None
        self._caught.connect(self._tell)

    def begin(self, folder: Path | None = None) -> None:
        """Logs to a file from now on, and catches errors. Where no file can be written, it does without."""
        folder = folder or log_folder()
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self.log_file = folder / "companion.log"
            self._handler = _LogFile(self.log_file)
            logging.getLogger().addHandler(self._handler)
            self._traces = (folder / "crash.log").open("a", encoding="utf-8")
            faulthandler.enable(self._traces)
        self._before = (sys.excepthook, threading.excepthook, qInstallMessageHandler(_log_message_of_qt))
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread

    def end(self) -> None:
        """Lets everything be as it was before `begin`."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, qt_handler = self._before
            qInstallMessageHandler(qt_handler)
            self._before = None
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
            self._handler = None
        if self._traces is not None:
            faulthandler.disable()
            self._traces.close()
            self._traces = None

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Logs an error and has it told in the window's thread; Ctrl+C in a terminal ends the program.

        It goes to standard error too: where no window could be built, nobody else would tell of it.
        """
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        lines = "".join(traceback.format_exception(kind, error, trace)).splitlines()
        _log.error("Unexpected: %s", "\n".join(lines))
        if sys.stderr is not None:
            with contextlib.suppress(OSError, ValueError):
                sys.stderr.write("\n".join([*lines, ""]))
        self._caught.emit(lines)

    def _catch_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.catch(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _tell(self, lines: list[str]) -> None:
        about = [f"Reading Companion {__version__}, Python {sys.version.split()[0]}, {sys.platform}"]
        if self.log_file is not None:
            about.append(f"Log: {self.log_file}")
        self.met.emit([*about, *lines])


class _LogFile(logging.Handler):
    """Writes records to a file, which is opened with the first: mostly there is none."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Writes one record; where the file cannot be written, there is no log."""
        with contextlib.suppress(OSError):
            self._file = self._file or self._opened()
            self._file.handle(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()

    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        opened = RotatingFileHandler(
            self._path, maxBytes=_LARGEST_LOG, backupCount=_KEPT_LOGS, encoding="utf-8"
        )
        opened.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        return opened


def _log_message_of_qt(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
