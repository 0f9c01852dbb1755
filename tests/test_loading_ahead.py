"""What is loaded beside Python's own work when the program starts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from companion import loading_ahead

ROOT = Path(__file__).resolve().parent.parent


def told_by(program: str) -> str:
    """What a program says that runs in a process of its own."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere nothing is loaded ahead")
def test_qt_is_loaded_and_its_main_thread_is_that_of_python() -> None:
    program = """
import os, sys, threading
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from companion import loading_ahead
loading_ahead.begin()
for thread in threading.enumerate():
    if thread is not threading.main_thread():
        thread.join()
is_loaded = "QtWidgets" in open("/proc/self/maps").read()
print(is_loaded, "PySide6" in sys.modules)
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
application = QApplication([])
print(application.thread() is QThread.currentThread())
"""
    assert told_by(program).split() == ["True", "False", "True"]


@pytest.mark.parametrize("missing", ["sys.modules['PySide6'] = None", "loading_ahead._FONTS = 'none.so'"])
def test_what_is_not_there_is_told_where_it_is_used(missing: str) -> None:
    program = f"""
import sys
from companion import loading_ahead
{missing}
loading_ahead.begin()
print("well")
"""
    assert told_by(program) == "well"


def test_elsewhere_nothing_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(loading_ahead, "Thread", None)
    loading_ahead.begin()
