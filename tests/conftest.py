"""Every test runs without a screen, far from the reader's own files, in silence, and leaves nothing."""

from __future__ import annotations

import gc
import logging
import os
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # read by Qt when it is imported, so it stands before all imports

import pytest
from hypothesis import settings
from leftovers import left_behind, watch
from reading_here import ReadingHere
from running import Running

from companion import preflight

if TYPE_CHECKING:
    from collections.abc import Iterator

# How fast a machine is does not make a test wrong. Where every commit is checked, the examples are always the
# same ones; at a desk they are new ones each time, and what they find becomes a test. So many are enough for
# that; `pytest --hypothesis-profile=thorough` takes an hour's worth of them.
settings.register_profile("reading", max_examples=40, deadline=None, derandomize=bool(os.environ.get("CI")))
settings.register_profile("thorough", max_examples=2000, deadline=None)
settings.load_profile("reading")

if lacking := preflight.problem(screen=False):
    pytest.exit(lacking, returncode=1)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the home folders of the tests are made."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def home(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder: settings, notes and caches of a test are its own."""
    folder = Path(tempfile.mkdtemp(dir=homes))
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder))
    for kind in ("config", "data", "cache", "state"):
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(folder / kind))
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QSettings, QStandardPaths

        QStandardPaths.setTestModeEnabled(True)
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        for form in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
            QSettings.setPath(form, QSettings.Scope.UserScope, str(folder / "settings"))
    return folder


@pytest.fixture
def apart() -> None:
    """For a test in which files are read by a process of their own, as in the program; that takes a while."""


@pytest.fixture(autouse=True)
def _read_here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """In all other tests files are read in the process of the test."""
    if "apart" not in request.fixturenames:
        monkeypatch.setattr("companion.readers.process.spare.ReadingProcess", ReadingHere)


@pytest.fixture(scope="session")
def qapp(qapp: Any) -> Any:
    """The application of all window tests: one style and one set of letters on every machine."""
    from PySide6.QtGui import QFont

    from companion.ui.looks.look import TEXT_FONT, Look

    Look()  # makes the text font known
    font = QFont(TEXT_FONT)
    font.setPixelSize(13)
    qapp.setStyle("Fusion")
    qapp.setFont(font)
    return qapp


@pytest.fixture(autouse=True)
def _application_is_as_before() -> Iterator[None]:
    """What a window does to the whole application is undone: its theme, and what was copied."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtWidgets import QApplication

        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        application.clipboard().clear()  # Qt would delete what Python put there when Python is no more
        if application.styleSheet():
            application.setStyleSheet("")
            application.setPalette(application.style().standardPalette())


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[logging.LogRecord]]:
    """The warnings and errors that a test logs; one that expects them takes them out of this list."""
    handler = _Records()
    logging.getLogger().addHandler(handler)
    yield handler.records
    logging.getLogger().removeHandler(handler)
    if handler.records:
        pytest.fail("Logged: " + "; ".join(record.getMessage() for record in handler.records), pytrace=False)


@pytest.fixture(scope="session", autouse=True)
def _watched() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        if "PySide6.QtCore" in sys.modules:
            watch(patch)
        yield


@pytest.fixture(scope="module", autouse=True)
def _what_is_loaded_stays() -> None:
    """What was loaded before stays: a search for what a test left need not go through all of it each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _nothing_is_left() -> Iterator[None]:
    """No thread, timer, animation or top-level widget outlives a test."""
    threads = threading.enumerate()
    yield
    if left := left_behind(threads):
        pytest.fail("Still there after the test: " + ", ".join(left), pytrace=False)


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Running:
    """Runs a command in this process; gives how it ended and what it said."""
    return Running(capsysbinary)
