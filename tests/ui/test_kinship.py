"""Two editions of a work share what the reader keeps of it, and all of it goes to another folder with her."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.core.document import Span
from companion.store.known_texts import Why
from companion.ui.bookmarks import kinship
from companion.ui.bookmarks.keeping import notes_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from companion.ui.session import Session

LINES = [f"In {1600 + n} the keeper of wall {n * 7919 % 1000} wrote line {n} by light." for n in range(400)]


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinship, "_AFTER_MS", 50)


def edition(folder: Path, name: str, *first: str) -> Path:
    path = folder / name
    path.write_text("\n\n".join([*first, *LINES]), "utf-8")
    return path


def marked(session: Session) -> list[str]:
    return [bookmark.words for bookmark in session.reading.bookmarks]


def with_a_mark(session: Session, number: int) -> Session:
    start = session.reading.document.text.index(LINES[number])
    session.reading.add_bookmark(Span(start, start + len(LINES[number])))
    return session


def test_another_edition_is_found_and_shares_its_marks_both_ways(
    qtbot: QtBot, start: Callable[..., Session], tmp_path: Path
) -> None:
    one, other = edition(tmp_path, "one.txt"), edition(tmp_path, "two.txt", "A foreword of another edition.")
    with_a_mark(start(one), 20).window.close()
    second = start(other)
    with qtbot.waitSignal(second.keeper.kinship.found, timeout=20_000) as told:
        pass
    (text,) = told.args[0]
    assert (text.why, text.marks, marked(second)) == (Why.WORDS, 1, [])
    second.keeper.kinship.decide(text, is_same=True)
    qtbot.waitUntil(lambda: marked(second) == [LINES[20]], timeout=10_000)
    with_a_mark(second, 30).window.close()
    first = start(one)
    assert marked(first) == [LINES[20], LINES[30]]
    assert all(first.reading.marginalia.place_of(mark.id) for mark in first.reading.bookmarks)


def test_a_text_that_she_takes_for_another_is_not_asked_about_again(
    qtbot: QtBot, start: Callable[..., Session], tmp_path: Path
) -> None:
    with_a_mark(start(edition(tmp_path, "one.txt")), 20).window.close()
    second = start(edition(tmp_path, "two.txt", "A foreword."))
    with qtbot.waitSignal(second.keeper.kinship.found, timeout=20_000) as told:
        pass
    second.keeper.kinship.decide(told.args[0][0], is_same=False)
    second.keeper.kinship._seek()
    with qtbot.assertNotEmitted(second.keeper.kinship.found, wait=300):
        pass
    assert marked(second) == []


def test_the_notes_of_all_texts_move_to_another_folder(
    qtbot: QtBot, start: Callable[..., Session], tmp_path: Path
) -> None:
    with_a_mark(start(edition(tmp_path, "one.txt")), 20).window.close()
    second = with_a_mark(start(edition(tmp_path, "two.txt", "A foreword.")), 30)
    with qtbot.waitSignal(second.keeper.remarked, timeout=20_000) as told:
        second.keeper.move_notes(tmp_path / "synchronised")
    assert "(2)" in told.args[0][0]
    assert len(list((tmp_path / "synchronised").glob("*.notes.json"))) == 2
    assert len(list(notes_folder().glob("*.notes.json"))) == 2
    with_a_mark(second, 40).window.close()
    again = start(tmp_path / "two.txt")
    assert marked(again) == [LINES[30], LINES[40]]
    (file,) = (path for path in (tmp_path / "synchronised").glob("two*.notes.json"))
    assert LINES[40] in file.read_text("utf-8")


def test_a_folder_that_takes_nothing_leaves_the_notes_where_they_are(
    qtbot: QtBot, start: Callable[..., Session], tmp_path: Path
) -> None:
    session = with_a_mark(start(edition(tmp_path, "one.txt")), 20)
    (tmp_path / "taken").write_text("a file")
    with qtbot.waitSignal(session.keeper.failed, timeout=20_000) as told:
        session.keeper.move_notes(tmp_path / "taken")
    assert "could not be copied" in told.args[0]
    session.window.close()
    assert marked(start(tmp_path / "one.txt")) == [LINES[20]]
