from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from companion.core.entries import Origin
from companion.texts import Texts
from companion.ui.bookmarks.keeping import Keeper
from companion.ui.program import searching
from companion.ui.program.building import found_folder
from companion.ui.program.jobs import Jobs
from companion.ui.program.layers import Layers
from companion.ui.program.opening import Opening
from companion.ui.program.providing import Providing
from companion.ui.program.settings import Settings
from companion.ui.quest import Quest
from companion.ui.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from companion.ui.program.searching import Search

TEXT = """\
Captain Anna Verl commanded the garrison of Aldmere. In July 1643 Captain Verl met Thomas Orden, the baker.
Thomas Orden had seen lights. On 3 August 1643 Anna Verl closed the gates. Mr. Orden stayed with Captain Verl.
"""
SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]


class Parts:
    """What opens texts and finds their entries, without a window."""

    def __init__(self) -> None:
        self.reading = Reading()
        self.settings = Settings()
        self.jobs = Jobs(self.reading)
        self.keeper = Keeper(self.reading, self.settings)
        self.layers = Layers(self.reading, self.jobs)
        self.opening = Opening(self.reading, self.jobs, self.keeper, Texts(), self.layers)
        self.providing = Providing(self.reading, self.opening, self.layers, self.jobs, self.settings)
        self.building = self.providing.building
        self.searches: list[Search] = []
        self.building.started.connect(self.searches.append)

    def names(self) -> list[str]:
        return [person.name for person in self.reading.companion.people]

    def end(self) -> None:
        assert self.keeper.finish() == ""
        self.providing.finish()
        assert self.jobs.finish()
        self.reading.deleteLater()


@pytest.fixture
def parts(qtbot: QtBot) -> Iterator[Parts]:
    parts = Parts()
    yield parts
    parts.end()


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "aldmere.txt"
    path.write_text(TEXT, "utf-8")
    return path


def wait_for_people(qtbot: QtBot, parts: Parts) -> None:
    qtbot.waitUntil(lambda: bool(parts.names()), timeout=60_000)


def read_again(qtbot: QtBot, parts: Parts) -> None:
    with qtbot.waitSignal(parts.opening.text_opened, timeout=20_000):
        parts.opening.read_again()
    assert not parts.names()


def test_a_text_without_a_companion_gets_what_is_found_in_it(qtbot: QtBot, parts: Parts, text: Path) -> None:
    with qtbot.waitSignal(parts.building.started, timeout=20_000):
        parts.opening.open(text)
    assert "aldmere.txt" in parts.searches[0].title
    assert parts.reading.quest is Quest.UNDER_WAY
    assert parts.reading.document.text.startswith("Captain")  # the page is there already
    wait_for_people(qtbot, parts)
    assert parts.reading.quest is Quest.DONE
    assert any("Verl" in name for name in parts.names())
    assert all(entry.origin is Origin.FOUND for entry in parts.reading.companion.entries)
    assert parts.reading.companion.times


def test_the_next_time_nothing_is_searched(qtbot: QtBot, parts: Parts, text: Path) -> None:
    parts.opening.open(text)
    wait_for_people(qtbot, parts)
    qtbot.waitUntil(lambda: len([*found_folder().glob("*.json")]) == 1)
    read_again(qtbot, parts)
    wait_for_people(qtbot, parts)
    assert len(parts.searches) == 1

    (kept,) = found_folder().glob("*.json")
    kept.write_bytes(b"damaged" + kept.read_bytes())
    read_again(qtbot, parts)
    wait_for_people(qtbot, parts)
    assert len(parts.searches) == 2


def test_a_cancelled_search_is_silent_and_can_be_had_again(
    qtbot: QtBot, parts: Parts, text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[str] = []
    parts.building.failed.connect(failures.append)
    with monkeypatch.context() as patch:
        patch.setattr(searching, "search_command", lambda: SLEEP)
        with qtbot.waitSignal(parts.building.started, timeout=20_000):
            parts.opening.open(text)
        parts.searches[0].cancel()
    assert not parts.building.is_under_way
    assert parts.reading.quest is Quest.BROKEN_OFF
    assert not failures
    parts.opening.read_again()
    wait_for_people(qtbot, parts)


def test_a_search_that_dies_is_told_and_tried_again(
    qtbot: QtBot, parts: Parts, text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(searching, "search_command", lambda: [sys.executable, "-c", "import os; os.abort()"])
        with qtbot.waitSignal(parts.building.failed, timeout=20_000) as told:
            parts.opening.open(text)
    assert told.args == ["The search for people, terms and dates came to no end."]
    parts.building.again()
    wait_for_people(qtbot, parts)


@pytest.mark.parametrize("given", ["", "{}", "{" + "x" * 999])
def test_what_is_no_answer_is_told(
    qtbot: QtBot, parts: Parts, text: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    command = [sys.executable, "-c", f"print({given!r}, end='')"]
    monkeypatch.setattr(searching, "search_command", lambda: command)
    with qtbot.waitSignal(parts.building.failed, timeout=20_000):
        parts.opening.open(text)
    assert not parts.names()


def test_what_is_searched_is_what_was_opened(
    qtbot: QtBot, parts: Parts, text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = searching.search_command

    def changed_first() -> list[str]:
        text.write_text("Something else altogether.", "utf-8")
        return usual()

    monkeypatch.setattr(searching, "search_command", changed_first)
    parts.opening.open(text)
    wait_for_people(qtbot, parts)
    assert parts.reading.document.text.startswith("Captain")


def test_another_text_ends_the_search_of_the_one_before(
    qtbot: QtBot, parts: Parts, text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Thomas Orden came home in May 1650. Thomas Orden slept.", "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(searching, "search_command", lambda: SLEEP)
        with qtbot.waitSignal(parts.building.started, timeout=20_000):
            parts.opening.open(text)
    process = parts.searches[0]._process
    with qtbot.waitSignal(process.finished, timeout=20_000):
        parts.opening.open(other)
    wait_for_people(qtbot, parts)
    assert parts.names() == ["Thomas Orden"]


def test_a_companion_that_is_written_meanwhile_ends_the_search(
    qtbot: QtBot, parts: Parts, text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "search_command", lambda: SLEEP)
    with qtbot.waitSignal(parts.building.started, timeout=20_000):
        parts.opening.open(text)
    with qtbot.waitSignal(parts.searches[0].ended, timeout=20_000):
        text.with_name("aldmere.companion.yaml").write_text("people:\n  - name: Anna Verl\n", "utf-8")
    qtbot.waitUntil(lambda: parts.names() == ["Anna Verl"])


def test_what_was_found_is_added_and_that_is_remembered(qtbot: QtBot, parts: Parts, text: Path) -> None:
    text.with_name("aldmere.companion.yaml").write_text(
        "people:\n  - name: Anna Verl\n    aliases: [Captain Verl]\n", "utf-8"
    )
    with qtbot.waitSignal(parts.opening.companion_read, timeout=20_000):
        parts.opening.open(text)
    qtbot.waitUntil(lambda: parts.names() == ["Anna Verl"])
    assert not parts.searches

    parts.layers.add_found(True)
    qtbot.waitUntil(lambda: len(parts.names()) == 2, timeout=60_000)
    assert parts.names()[0] == "Anna Verl"
    assert "Orden" in parts.names()[1]
    origins = [person.origin for person in parts.reading.companion.people]
    assert origins == [Origin.CURATED, Origin.FOUND]

    read_again(qtbot, parts)
    qtbot.waitUntil(lambda: len(parts.names()) == 2, timeout=60_000)
    assert Settings().adds_found(text)
    parts.layers.add_found(False)
    assert parts.names() == ["Anna Verl"]
    assert not Settings().adds_found(text)


def test_a_text_that_cannot_be_done_says_so(qtbot: QtBot, parts: Parts, tmp_path: Path) -> None:
    path = tmp_path / "chinese.txt"
    path.write_text("曹操在一九四二年七月到了北京。" * 40, "utf-8")
    with qtbot.waitSignal(parts.providing.remarked, timeout=60_000) as told:
        parts.opening.open(path)
    assert "Latin" in told.args[0][0]


def test_what_was_chosen_for_doubtful_entries_is_remembered(parts: Parts) -> None:
    parts.layers.show_doubtful(True)
    assert Settings().shows_doubtful
