"""Export and import in the window: files are written whole, marks join the notes as one step."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from companion.core.notes import MarkKind
from companion.exchange.leaving import form
from companion.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

TEXT = """# The siege

In July 1643 Captain Verl barred the sally port.

All winter the wall stood.
"""
COMPANION = """title: The siege of Aldmere
terms:
  - term: sally port
    definition: A gate.
  - term: winter
    definition: Comes in the end.
people:
  - name: Captain Verl
    aliases: [Verl]
    role: commander
"""
TIME = "2024-01-02T03:04:05Z"
MARKS = [
    {
        "type": "highlight",
        "highlighted_text": "All winter the wall  stood",
        "notes": "mine",
        "timestamp": TIME,
    },
    {"type": "highlight", "highlighted_text": "words that stand nowhere in it at all", "timestamp": TIME},
]
XRAY = """return { cache_version = "6.0", characters = {
  { name = "Captain Verl", role = "", description = "Held the walls.", aliases = { "Iron Anna" } },
  { name = "Nobody" } } }"""


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    text = tmp_path / "siege.md"
    text.write_text(TEXT)
    text.with_name("siege.companion.yaml").write_text(COMPANION)
    made = Session()
    qtbot.addWidget(made.window)
    with qtbot.waitSignal(made.opening.companion_read, timeout=20_000):
        made.start(text)
    qtbot.waitUntil(lambda: len(made.reading.whole.entries) == 3, timeout=10_000)
    yield made
    made.window.close()
    made.end()
    made.deleteLater()


def told(session: Session) -> str:
    return session.window.notice.sentence


def test_marks_join_as_one_step_and_what_does_not_fit_is_listed(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "marks.json"
    source.write_text(json.dumps({"type": "calibre_highlights", "highlights": MARKS}))
    session.exchange.read(source)
    qtbot.waitUntil(lambda: bool(told(session)))
    placed = session.reading.marginalia.placed
    assert [(one.bookmark.note, one.span is not None) for one in placed] == [("mine", True), ("", False)]
    assert placed[0].bookmark.kind is MarkKind.HIGHLIGHT
    assert told(session) == "Marks from marks.json: 1 placed, 1 not found."
    assert "words that stand nowhere in it at all" in session.window.notice.details
    session.reading.marginalia.undo_stack.undo()
    assert session.reading.marginalia.placed == ()
    session.reading.marginalia.undo_stack.redo()
    assert len(session.reading.marginalia.placed) == 2


def test_the_same_file_again_adds_nothing(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    source = tmp_path / "marks.json"
    source.write_text(json.dumps(MARKS))
    session.exchange.read(source)
    qtbot.waitUntil(lambda: len(session.reading.marginalia.placed) == 2)
    session.window.notice.clear()
    session.exchange.read(source)
    qtbot.waitUntil(lambda: bool(told(session)))
    assert len(session.reading.marginalia.placed) == 2
    assert session.reading.marginalia.undo_stack.count() == 1


def test_a_file_that_is_none_of_them_is_told(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    source = tmp_path / "noise.bin"
    source.write_bytes(b"\x00\x01noise")
    session.exchange.read(source)
    qtbot.waitUntil(lambda: bool(told(session)))
    assert told(session).startswith("This file is none of those")
    assert session.reading.marginalia.placed == ()


def test_entries_are_offered_before_they_are_laid_over(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "xray_cache.lua"
    source.write_text(XRAY)
    session.exchange.read(source)
    qtbot.waitUntil(lambda: session.companion_files.lay_over is not None)
    offered = session.companion_files.lay_over
    assert offered is not None
    lines = [offered.list.item(row).text() for row in range(offered.list.count())]
    assert any("Held the walls." in line for line in lines)
    assert any(line.startswith("Nobody") for line in lines)
    assert any(line.endswith("Verl → Verl, Iron Anna") for line in lines)  # names are added
    assert not any("commander" in line for line in lines)  # what it does not say takes nothing away
    offered.close()


def test_which_book_is_meant_is_asked_where_it_is_not_clear(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "marks.csv"
    source.write_text(
        "Highlight,Title,Author\nthe wall stood,Emma,Austen\nbarred the sally port,Persuasion,Austen\n"
    )
    session.exchange.read(source)
    qtbot.waitUntil(lambda: session.exchange.books.arrived is not None)
    goals = session.exchange.books.find("pers")
    assert [goal.words for goal in goals] == ["Persuasion"]
    session.exchange.books.follow(goals[0])
    qtbot.waitUntil(lambda: bool(session.reading.marginalia.placed))
    assert [one.bookmark.words for one in session.reading.marginalia.placed] == ["barred the sally port"]
    session.window.asking.palette.close()


def test_a_form_is_written_and_a_folder_is_made_anew(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    session.exchange.write(form("anki"), tmp_path / "cards.txt")
    qtbot.waitUntil(lambda: bool(told(session)))
    assert "sally port" in (tmp_path / "cards.txt").read_text()
    session.window.notice.clear()
    (tmp_path / "vault").mkdir()
    session.exchange.write(form("obsidian-notes"), tmp_path / "vault")
    qtbot.waitUntil(lambda: bool(told(session)))
    assert "cannot be written" in told(session)  # what is there already is left as it is
    assert not list((tmp_path / "vault").iterdir())
    session.window.notice.clear()
    session.exchange.write(form("obsidian-notes"), tmp_path / "new")
    qtbot.waitUntil(lambda: bool(told(session)))
    assert (tmp_path / "new" / "Captain Verl.md").is_file()


def test_what_the_guard_hides_does_not_go_out(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    session.reading.furthest = session.reading.document.text.index("All winter")
    session.reading.guard(True)
    session.exchange.write(form("csv"), tmp_path / "entries.csv")
    qtbot.waitUntil(lambda: bool(told(session)))
    written = (tmp_path / "entries.csv").read_text()
    assert "sally port" in written
    assert "Comes in the end" not in written


def test_the_forms_are_found_by_program(session: Session) -> None:
    assert [goal.key for goal in session.exchange.forms.find("koreader")] == ["stardict", "koreader"]
    assert len(session.exchange.forms.find("")) == 10
    assert session.exchange.forms.find("word perfect") == []
    assert session.window.actions_by_name["export"].isEnabled()
