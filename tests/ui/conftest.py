"""What tests of the window's parts share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bench_sample import bench
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from companion.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bench_sample import Bench
    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def _plain_again() -> Iterator[None]:
    """A window colours the whole application; the next test begins without that."""
    yield
    application = QApplication.instance()
    if isinstance(application, QApplication) and application.styleSheet():
        application.setStyleSheet("")
        application.setPalette(QPalette())


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A shown widget that stands for the window: parts of it are its children."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(700, 600)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system on which the timeline does not move softly."""
    monkeypatch.setattr("companion.ui.timeline.drawing.motion_is_wanted", lambda _: False)


@pytest.fixture
def sample(host: QWidget) -> Iterator[Bench]:
    """A bench with a small companion; all that it does in the background is done at the end."""
    made = bench(host)
    yield made
    assert made.jobs.finish()


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Callable[..., Session]]:
    """Starts the program with a text, or with what it opens by itself; all is closed at the end."""
    sessions: list[Session] = []

    def started(file: Path | None = None) -> Session:
        session = Session()
        qtbot.addWidget(session.window)
        with qtbot.waitSignal(session.opening.text_opened, timeout=20_000):
            session.start(file)
        qtbot.waitUntil(lambda: not session.opening.is_reading, timeout=20_000)
        sessions.append(session)
        return session

    yield started
    for session in sessions:
        session.window.close()
        session.end()
        session.deleteLater()
