from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

from companion.core.search import Search
from companion.texts import Texts, usual_folder
from companion.ui.bookmarks.keeping import Keeper
from companion.ui.program.jobs import Jobs
from companion.ui.program.opening import Opening
from companion.ui.program.settings import Settings
from companion.ui.quest import Quest
from companion.ui.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from companion.ui.program.opening_work import Failure

TEXT = "The siege\n\nCaptain Verl held the wall. All winter the wall stood.\n\nIn May 1643 it fell.\n"
YAML = """\
people:
  - name: Anna Verl
    aliases: [Captain Verl]
    about: Held the walls.
events:
  - date: 1643-05
    title: The fall
"""


@pytest.fixture
def opening(qtbot: QtBot) -> Iterator[Opening]:
    reading = Reading()
    jobs = Jobs(reading)
    keeper = Keeper(reading, Settings())
    opening = Opening(reading, jobs, keeper, Texts(usual_folder()))
    yield opening
    assert keeper.finish() == ""
    assert jobs.finish()
    opening.finish()
    reading.deleteLater()


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "siege.txt"
    path.write_text(TEXT, "utf-8")
    return path


def opened(qtbot: QtBot, opening: Opening, path: Path, companion: Path | None = None) -> None:
    with qtbot.waitSignal(opening.text_opened, timeout=20_000):
        opening.open(path, companion)


def test_the_companion_that_was_chosen_is_taken_again(
    qtbot: QtBot, opening: Opening, text: Path, tmp_path: Path
) -> None:
    beside = text.with_name("siege.companion.yaml")
    beside.write_text(YAML, "utf-8")
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text(YAML.replace("Anna", "Berta"), "utf-8")
    reading = opening.parent()
    for chosen, name in ((None, "Anna Verl"), (elsewhere, "Berta Verl"), (None, "Berta Verl")):
        with qtbot.waitSignal(opening.companion_read, timeout=20_000):
            opening.open(text, chosen)
        assert [person.name for person in reading.companion.people] == [name]
    with qtbot.waitSignal(opening.companion_read, timeout=20_000):
        opening.open_companion(beside)
    assert Settings().companion_of(text) is None
    opening.open_companion(elsewhere)
    assert Settings().companion_of(text) == elsewhere
    qtbot.waitUntil(lambda: reading.companion.people[0].name == "Berta Verl", timeout=20_000)
    elsewhere.unlink()
    with qtbot.waitSignal(opening.companion_read, timeout=20_000):
        opening.open(text)
    assert reading.companion.people[0].name == "Anna Verl"


def test_a_text_is_opened_with_the_companion_beside_it(qtbot: QtBot, opening: Opening, text: Path) -> None:
    text.with_name("siege.companion.yaml").write_text(YAML, "utf-8")
    with qtbot.waitSignal(opening.companion_read, timeout=20_000):
        opening.open(text)
    reading = opening.parent()
    assert reading.document.text == TEXT.replace("\n", "\n")
    assert [person.name for person in reading.companion.people] == ["Anna Verl"]
    mention = reading.companion.links.of(reading.companion.people[0].id)[0]
    assert TEXT[mention.start : mention.end] == "Captain Verl"


def test_a_text_without_a_companion_is_just_shown(qtbot: QtBot, opening: Opening, text: Path) -> None:
    with qtbot.waitSignal(opening.finished, timeout=20_000):
        opening.open(text)
    assert opening.path == text
    assert len(opening.parent().companion.entries) == 0


def test_a_text_is_made_ready_to_be_searched_when_that_is_expected(
    qtbot: QtBot, opening: Opening, text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[bool] = []

    class Watched(Search):
        def __init__(self, words: str) -> None:
            made.append(threading.current_thread() is threading.main_thread())
            super().__init__(words)

    monkeypatch.setattr("companion.core.search.Search", Watched)
    reading = opening.parent()
    opened(qtbot, opening, text)
    assert made == []
    with qtbot.waitSignal(reading.search_expected):
        reading.expect_search()
    reading.expect_search()
    qtbot.waitUntil(lambda: reading._search is not None, timeout=20_000)
    reading.expect_search()
    reading.search("wall")
    assert len(reading.hits) == TEXT.count("wall")
    assert made == [False]


def test_what_cannot_be_read_leaves_the_text_before(qtbot: QtBot, opening: Opening, text: Path) -> None:
    opened(qtbot, opening, text)
    with qtbot.waitSignal(opening.text_failed, timeout=20_000) as told:
        opening.open(text.with_name("absent.txt"))
    assert "absent.txt" in told.args[0].sentence
    assert opening.path == text
    assert opening.parent().document.text == TEXT


def test_errors_of_a_companion_are_told_with_their_lines(qtbot: QtBot, opening: Opening, text: Path) -> None:
    companion = text.with_name("siege.companion.yaml")
    companion.write_text(YAML.replace("about:", "abuot:"), "utf-8")
    with qtbot.waitSignal(opening.companion_failed, timeout=20_000) as told:
        opening.open(text)
    failure: Failure = told.args[0]
    assert companion.name in failure.sentence
    assert failure.details[0].startswith("Line 4:")
    assert "about" in failure.details[0]
    assert [event.title for event in opening.parent().companion.events] == ["The fall"]


def test_a_changed_companion_is_taken_up(qtbot: QtBot, opening: Opening, text: Path) -> None:
    companion = text.with_name("siege.companion.yaml")
    companion.write_text(YAML, "utf-8")
    with qtbot.waitSignal(opening.companion_read, timeout=20_000):
        opening.open(text)
    with qtbot.waitSignal(opening.companion_read, timeout=20_000):
        companion.write_text(YAML.replace("Anna Verl", "Berta Verl"), "utf-8")
    assert opening.parent().companion.people[0].name == "Berta Verl"


def test_a_replaced_companion_is_taken_up_again_and_again(qtbot: QtBot, opening: Opening, text: Path) -> None:
    companion = text.with_name("siege.companion.yaml")
    companion.write_text(YAML, "utf-8")
    with qtbot.waitSignal(opening.companion_read, timeout=20_000):
        opening.open(text)
    for name in ("Clara Verl", "Dora Verl"):
        draft = companion.with_suffix(".draft")
        draft.write_text(YAML.replace("Anna Verl", name), "utf-8")
        with qtbot.waitSignal(opening.companion_read, timeout=20_000):
            os.replace(draft, companion)
        assert opening.parent().companion.people[0].name == name


def test_a_companion_that_is_written_later_is_found(qtbot: QtBot, opening: Opening, text: Path) -> None:
    with qtbot.waitSignal(opening.finished, timeout=20_000):
        opening.open(text)
    with qtbot.waitSignal(opening.companion_read, timeout=20_000):
        text.with_name("siege.companion.yaml").write_text(YAML, "utf-8")
    assert opening.parent().companion.people


def test_a_whole_companion_stays_while_its_file_is_broken(qtbot: QtBot, opening: Opening, text: Path) -> None:
    companion = text.with_name("siege.companion.yaml")
    companion.write_text(YAML, "utf-8")
    with qtbot.waitSignal(opening.companion_read, timeout=20_000):
        opening.open(text)
    with qtbot.waitSignal(opening.companion_failed, timeout=20_000):
        companion.write_text(YAML + "people: [", "utf-8")
    assert [person.name for person in opening.parent().companion.people] == ["Anna Verl"]


def test_the_last_of_two_texts_wins(qtbot: QtBot, opening: Opening, text: Path) -> None:
    other = text.with_name("other.txt")
    other.write_text("Another text.\n", "utf-8")
    opening.open(text)
    opened(qtbot, opening, other)
    assert opening.path == other
    assert opening.parent().document.text.startswith("Another")


def test_a_text_that_fails_does_not_cost_the_open_one_its_companion(
    qtbot: QtBot, opening: Opening, text: Path
) -> None:
    text.with_name("siege.companion.yaml").write_text(YAML, "utf-8")
    opened(qtbot, opening, text)
    with qtbot.waitSignal(opening.text_failed, timeout=20_000):
        opening.open(text.with_name("absent.txt"))
    reading = opening.parent()
    qtbot.waitUntil(lambda: [person.name for person in reading.companion.people] == ["Anna Verl"])


def test_a_companion_does_not_take_the_place_of_a_text_that_is_being_read(
    qtbot: QtBot, opening: Opening, text: Path
) -> None:
    opened(qtbot, opening, text)
    other, companion = text.with_name("other.txt"), text.with_name("elsewhere.yaml")
    other.write_text("Another text.\n", "utf-8")
    companion.write_text(YAML, "utf-8")
    with qtbot.waitSignal(opening.finished, timeout=20_000):
        opening.open(other)
        opening.open_companion(companion)
    assert opening.path == other
    assert len(opening.parent().companion.entries) == 0


def test_a_named_companion_goes_before_the_one_beside(qtbot: QtBot, opening: Opening, text: Path) -> None:
    text.with_name("siege.companion.yaml").write_text(YAML, "utf-8")
    named = text.with_name("mine.yaml")
    named.write_text(YAML.replace("Anna Verl", "Eva Verl"), "utf-8")
    with qtbot.waitSignal(opening.companion_read, timeout=20_000):
        opening.open(text, named)
    assert opening.parent().companion.people[0].name == "Eva Verl"


def test_a_text_that_was_written_anew_is_told(qtbot: QtBot, opening: Opening, text: Path) -> None:
    with qtbot.waitSignal(opening.finished, timeout=20_000):
        opening.open(text)
    with qtbot.waitSignal(opening.text_changed, timeout=20_000) as told:
        text.write_text(TEXT + "One line more.\n", "utf-8")
    assert told.args[0] == text
    with qtbot.waitSignal(opening.text_opened, timeout=20_000):
        opening.read_again()
    assert opening.parent().document.text.rstrip().endswith("One line more.")


def test_a_companion_that_is_taken_away_is_told_once_and_stays(
    qtbot: QtBot, opening: Opening, text: Path
) -> None:
    companion = text.with_name("siege.companion.yaml")
    companion.write_text(YAML, "utf-8")
    with qtbot.waitSignal(opening.companion_read, timeout=20_000):
        opening.open(text)
    with qtbot.waitSignal(opening.companion_gone, timeout=20_000):
        companion.unlink()
    assert opening.parent().companion.people
    with qtbot.waitSignal(opening.companion_read, timeout=20_000):
        companion.write_text(YAML.replace("Anna Verl", "Fanny Verl"), "utf-8")
    assert opening.parent().companion.people[0].name == "Fanny Verl"


def test_a_companion_is_not_missed_while_it_is_read(qtbot: QtBot, opening: Opening, text: Path) -> None:
    beside = text.with_suffix(".companion.yaml")
    beside.write_text(YAML, "utf-8")
    told: list[Quest] = []
    opening._reading.quest_changed.connect(told.append)
    with qtbot.waitSignal(opening.finished, timeout=20_000):
        opening.open(text)
    assert told == [Quest.TEXT, Quest.READ]
    assert opening._reading.quest is Quest.NONE
    assert opening._reading.companion.people
    other = text.with_name("other.txt")
    other.write_text(TEXT, "utf-8")
    other.with_suffix(".companion.yaml").write_text("people: [", "utf-8")
    told.clear()
    with qtbot.waitSignal(opening.companion_failed, timeout=20_000):
        opening.open(other)
    qtbot.waitUntil(lambda: told == [Quest.TEXT, Quest.READ, Quest.NONE])
