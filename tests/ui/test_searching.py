from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from companion import SEARCH_COMMAND
from companion.readers import read_text
from companion.readers.process.document_form import encoded_in_parts
from companion.ui.program import searching
from companion.ui.program.searching import Search, search_command

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Heard:
    """A search with all that it tells."""

    def __init__(self, script: str, parent: QObject, program: str = sys.executable) -> None:
        self.told: list[object] = []
        self.search = Search("Searching", [program, "-c", script], parent)
        self.search.progressed.connect(self.told.append)
        self.search.succeeded.connect(self.told.append)
        self.search.failed.connect(self._failed)
        self.search.start()

    def _failed(self, why: str) -> None:
        self.told.append(("failed", why))


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QObject]:
    parent = QObject()
    yield parent
    for search in parent.findChildren(Search):
        search.finish()
    parent.deleteLater()


def ended(qtbot: QtBot, script: str, parent: QObject, program: str = sys.executable) -> list[object]:
    heard = Heard(script, parent, program)
    with qtbot.waitSignal(heard.search.ended, timeout=20_000):
        pass
    return heard.told


def test_it_tells_how_far_it_is_and_what_it_gives(qtbot: QtBot, parent: QObject) -> None:
    script = (
        "import sys; sys.stderr.write('0.0\\n0.250\\n'); sys.stdout.write('{}'); sys.stderr.write('1.0\\n')"
    )
    assert ended(qtbot, script, parent) == [0.0, 0.25, 1.0, b"{}"]


def test_it_is_given_everything_part_by_part(qtbot: QtBot, parent: QObject) -> None:
    asked: list[int] = []

    def parts() -> Iterator[bytes]:
        for number in range(40):
            asked.append(search._process.bytesToWrite())
            yield bytes([65 + number]) * 100_000

    script = "import sys; given = sys.stdin.buffer.read(); print(len(given), given[-1:].decode(), end='')"
    search = Search("Searching", [sys.executable, "-c", script], parent, parts())
    told: list[bytes] = []
    search.succeeded.connect(told.append)
    with qtbot.waitSignal(search.ended, timeout=20_000):
        search.start()
    assert told == [b"4000000 h"]
    assert max(asked) < 400_000


def test_a_process_that_takes_nothing_is_no_trouble(qtbot: QtBot, parent: QObject) -> None:
    given = (b"x" * 1_000_000 for _ in range(9))
    search = Search("Searching", [sys.executable, "-c", "print('{}', end='')"], parent, given)
    told: list[bytes] = []
    search.succeeded.connect(told.append)
    with qtbot.waitSignal(search.ended, timeout=20_000):
        search.start()
    assert told == [b"{}"]


def test_a_refusal_is_told_in_its_words(qtbot: QtBot, parent: QObject) -> None:
    script = "import sys; sys.stderr.write('0.1\\nNo such file.\\n'); sys.exit(1)"
    assert ended(qtbot, script, parent) == [0.1, ("failed", "No such file.")]


@pytest.mark.parametrize("script", ["import os; os.abort()", "raise MemoryError", "import sys; sys.exit(3)"])
def test_a_process_that_dies_is_a_failure(qtbot: QtBot, parent: QObject, script: str) -> None:
    assert ended(qtbot, script, parent) == [("failed", "")]  # no traceback for the reader


def test_a_program_that_is_not_there_is_a_failure(qtbot: QtBot, parent: QObject) -> None:
    assert ended(qtbot, "", parent, "/nowhere/at/all") == [("failed", "")]


def test_one_that_takes_too_long_is_ended(
    qtbot: QtBot, parent: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "_LONGEST_MS", 50)
    assert ended(qtbot, "import time; time.sleep(60)", parent) == [("failed", "")]


def test_a_cancelled_one_is_killed_and_tells_nothing_more(qtbot: QtBot, parent: QObject) -> None:
    heard = Heard("import time; print('x', flush=True); time.sleep(60)", parent)
    process = heard.search._process
    qtbot.waitUntil(lambda: process.processId() != 0, timeout=5000)
    with qtbot.waitSignals([heard.search.ended, process.finished], timeout=5000):
        heard.search.cancel()
    assert heard.told == []
    heard.search.cancel()


def test_a_flood_of_words_is_not_kept(qtbot: QtBot, parent: QObject) -> None:
    script = "import sys; sys.stderr.write('x' * 3_000_000 + '\\n' + 'x\\n' * 100_000); sys.exit(1)"
    heard = Heard(script, parent)
    with qtbot.waitSignal(heard.search.ended, timeout=20_000):
        pass
    assert heard.told == [("failed", "")]
    assert len(heard.search._heard) + sum(map(len, heard.search._said)) < 300_000


def test_the_process_finds_the_program_from_anywhere(
    qtbot: QtBot, parent: QObject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "companion.py").write_text("raise SystemExit('not this one')", "utf-8")
    document = read_text("In July 1643 Thomas Orden came to Aldmere. Thomas Orden stayed.")
    search = Search("Searching", search_command(), parent, encoded_in_parts(document))
    told: list[bytes] = []
    search.succeeded.connect(told.append)
    with qtbot.waitSignal(search.ended, timeout=60_000):
        search.start()
    assert json.loads(told[0])["found"]["times"]


def test_a_frozen_program_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert search_command() == [sys.executable, SEARCH_COMMAND, "-"]
