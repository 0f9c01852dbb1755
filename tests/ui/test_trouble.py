from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import qWarning

from companion.ui.program.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def trouble(qtbot: QtBot, tmp_path: Path) -> Iterator[Trouble]:
    caught = Trouble()
    caught.begin(tmp_path / "state")
    yield caught
    caught.end()


def test_an_error_is_told_and_logged(qtbot: QtBot, trouble: Trouble, logged: list[logging.LogRecord]) -> None:
    try:
        raise RuntimeError("boom")
    except RuntimeError:
        with qtbot.waitSignal(trouble.met, timeout=2000) as told:
            sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]  # there is an error
    assert any("boom" in line for line in told.args[0])
    assert trouble.log_file is not None
    assert "boom" in trouble.log_file.read_text("utf-8")
    logged.clear()


def test_an_error_before_there_is_a_window_goes_to_standard_error(
    trouble: Trouble, capsys: pytest.CaptureFixture[str], logged: list[logging.LogRecord]
) -> None:
    error = RuntimeError("no window can be built")
    sys.excepthook(RuntimeError, error, None)
    assert "no window can be built" in capsys.readouterr().err
    logged.clear()


def test_an_error_in_a_thread_is_told_too(
    qtbot: QtBot, trouble: Trouble, logged: list[logging.LogRecord]
) -> None:
    def work() -> None:
        raise ValueError("far away")

    with qtbot.waitSignal(trouble.met, timeout=2000) as told:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert any("far away" in line for line in told.args[0])
    logged.clear()


def test_what_qt_complains_of_goes_into_the_log(trouble: Trouble, logged: list[logging.LogRecord]) -> None:
    qWarning("a word from Qt")
    assert trouble.log_file is not None
    assert "a word from Qt" in trouble.log_file.read_text("utf-8")
    logged.clear()


def test_the_program_runs_where_no_log_can_be_written(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    caught = Trouble()
    caught.begin(tmp_path / "file")
    assert caught.log_file is None or not caught.log_file.exists()
    caught.end()


def test_everything_is_as_before_when_it_ends(qtbot: QtBot, tmp_path: Path) -> None:
    handlers, hook = list(logging.getLogger().handlers), sys.excepthook
    caught = Trouble()
    caught.begin(tmp_path)
    caught.end()
    assert sys.excepthook is hook
    assert logging.getLogger().handlers == handlers
