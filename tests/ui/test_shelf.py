"""The shelf in the window: what is put on it, where it leads, and what is told of it."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from companion.shelf.changes import collected, now
from companion.shelf.hits import Hit
from companion.shelf.shelf_file import ShelfFile
from companion.ui.session import Session, bundled_reading
from companion.ui.shelf.index_desk import index_file
from companion.ui.shelf.shelving import shelf_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from companion.shelf.books import Book

VERL = "Anna Verl held the walls of Aldmere. In 1943 she wrote of Enver Hoxha to Captain Oak.\n"
LONG = 20_000


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    started = Session()
    qtbot.addWidget(started.window)
    yield started
    started.window.close()
    started.end()
    started.deleteLater()


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "books" / "verl.txt"
    path.parent.mkdir()
    path.write_text(VERL, encoding="utf-8")
    (tmp_path / "books" / "verl.companion.yaml").write_text(
        "title: Verl\npeople:\n  - name: Enver Hoxha\n    role: named in a letter\n", encoding="utf-8"
    )
    return path


def start(qtbot: QtBot, session: Session, path: Path | None = None) -> None:
    with qtbot.waitSignal(session.opening.companion_read, timeout=LONG):
        session.start(path)
    qtbot.waitUntil(lambda: bool(session.shelf.shelving.catalogue.books), timeout=LONG)


def open_text(qtbot: QtBot, session: Session, path: Path) -> None:
    with qtbot.waitSignals([session.opening.companion_read, session.shelf.shelving.opened], timeout=LONG):
        session.opening.open(path)


def books(session: Session) -> list[Book]:
    return list(session.shelf.shelving.catalogue.standing)


def test_at_the_first_start_the_bundled_reading_is_shown(qtbot: QtBot, session: Session) -> None:
    start(qtbot, session)
    assert not session.shelf.stage.is_on
    assert session.window.reading_view.isVisible()


def test_where_the_last_reading_is_gone_the_shelf_shows_the_others(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    session.settings.keep_last(tmp_path / "gone.txt")
    start(qtbot, session)
    page = session.shelf.page
    assert page.isVisible()
    assert session.window.reading_view.isHidden()
    assert all(dock.isHidden() for dock in session.window.docks.values())
    qtbot.waitUntil(lambda: len(page.readings.rows.books) == 1, timeout=LONG)
    assert "it will stand here" in page._word.text()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert session.window.reading_view.isVisible()
    assert session.window.docks["glossary"].isVisible()


def test_a_text_that_is_named_is_shown_at_once(qtbot: QtBot, session: Session) -> None:
    start(qtbot, session, bundled_reading())
    assert not session.shelf.stage.is_on


def test_a_text_is_put_on_the_shelf_and_its_progress_when_it_is_left(
    qtbot: QtBot, session: Session, story: Path
) -> None:
    start(qtbot, session, bundled_reading())
    document = session.reading.document
    qtbot.waitUntil(lambda: bool(books(session)[0].digest), timeout=LONG)
    session.reading.scroll_to(len(document.text) // 2)
    qtbot.waitUntil(lambda: session.reading.place.start > 0, timeout=LONG)
    session.reading.add_bookmark(session.reading.place)
    open_text(qtbot, session, story)
    known = session.shelf.shelving.catalogue.books
    qtbot.waitUntil(
        lambda: any(book.share > 0.3 and book.marks == 1 for book in known_of(session)), timeout=LONG
    )
    assert len(known) == 2
    session.shelf.finish()
    on_disk = ShelfFile(shelf_folder()).load()
    assert {book.path for book in on_disk.standing} == {str(story), str(bundled_reading())}
    assert document.title in {book.title for book in on_disk.standing}


def known_of(session: Session) -> list[Book]:
    return list(session.shelf.shelving.catalogue.books.values())


def test_the_open_text_stands_there_as_it_is_by_now(qtbot: QtBot, session: Session) -> None:
    start(qtbot, session)
    qtbot.waitUntil(lambda: bool(books(session)[0].digest), timeout=LONG)
    file = bundled_reading().read_bytes()
    (book,) = books(session)
    assert (book.digest, book.size) == (hashlib.blake2b(file, digest_size=32).hexdigest(), len(file))
    session.reading.add_bookmark(session.reading.place)
    session.window.actions_by_name["shelf"].trigger()
    qtbot.waitUntil(
        lambda: [one.marks for one in session.shelf.page.readings.rows.books] == [1], timeout=LONG
    )


def test_opening_a_book_or_going_to_a_place_shows_the_text_again(
    qtbot: QtBot, session: Session, story: Path
) -> None:
    start(qtbot, session, bundled_reading())
    shelf, shelf_action = session.shelf, session.window.actions_by_name["shelf"]
    shelf_action.trigger()
    assert shelf.stage.is_on
    assert shelf_action.isChecked()
    shelf.open_book(shelf.shelving.identity)
    assert not shelf.stage.is_on
    assert not shelf_action.isChecked()
    shelf_action.trigger()
    open_text(qtbot, session, story)
    assert not shelf.stage.is_on
    shelf_action.trigger()
    session.reading.jump_to_place(3)
    assert not shelf.stage.is_on
    shelf_action.trigger()
    session.window.actions_by_name["panel_people"].trigger()
    assert not shelf.stage.is_on


def test_panels_stand_as_they_stood_when_the_program_is_closed_on_the_shelf(
    qtbot: QtBot, session: Session
) -> None:
    start(qtbot, session, bundled_reading())
    session.window.docks["people"].hide()
    session.window.actions_by_name["shelf"].trigger()
    session.window.resize(900, 600)
    session.window.resize(1400, 900)
    put_away = session.window.layout_of_panels.put_away()
    assert "glossary" in put_away
    assert "people" not in put_away
    session.shelf.stage.clear()
    assert not session.window.docks["glossary"].isHidden()
    assert session.window.docks["people"].isHidden()


def test_a_hit_opens_its_reading_at_the_place(qtbot: QtBot, session: Session, story: Path) -> None:
    start(qtbot, session, story)
    open_text(qtbot, session, bundled_reading())
    session.shelf.search_everything()
    session.shelf.page.field.setText("letter wrote")
    book = next(book for book in books(session) if book.path == str(story))
    with qtbot.waitSignal(session.reading.passage_requested, timeout=LONG) as asked:
        session.shelf._open_hit(Hit(book.identity, book.title, "text", 2, "", "wrote"))
    assert session.opening.path == story
    assert asked.args is not None


def test_an_entry_leads_to_the_other_reading_that_has_it(qtbot: QtBot, session: Session, story: Path) -> None:
    start(qtbot, session, bundled_reading())
    with qtbot.waitSignal(session.shelf.desk.indexed, timeout=LONG):
        session.shelf._index()
    open_text(qtbot, session, story)
    person = next(one for one in session.reading.companion.people if one.name == "Enver Hoxha")
    elsewhere = session.reading.elsewhere
    with qtbot.waitSignal(elsewhere.answered, timeout=LONG):
        session.reading.focus_on(person.id)
    found = elsewhere.of(person)
    assert [other.heading for other in found] == ["Enver Hoxha"]
    elsewhere.choose(person.id, found[0].identity)
    qtbot.waitUntil(lambda: session.opening.path == bundled_reading(), timeout=LONG)
    qtbot.waitUntil(lambda: bool(session.reading.focus), timeout=LONG)
    entry = session.reading.companion.entry(session.reading.focus[0])
    assert entry is not None
    assert entry.heading == "Enver Hoxha"


def test_all_readings_are_searched_as_one_types(qtbot: QtBot, session: Session) -> None:
    start(qtbot, session, bundled_reading())
    with qtbot.waitSignal(session.shelf.desk.indexed, timeout=LONG):
        session.shelf._index()
    session.shelf.search_everything()
    page = session.shelf.page
    qtbot.keyClicks(page.field, "hoxh")
    qtbot.waitUntil(lambda: len(page.found.hits.rows) > 1, timeout=LONG)
    assert page.found.hits.rows[0][1] > 1
    page.field.clear()
    assert page.found.hits.rows == []
    assert index_file().is_file()


def test_a_file_that_was_moved_is_found_again_and_opened(qtbot: QtBot, session: Session, story: Path) -> None:
    start(qtbot, session, story)
    qtbot.waitUntil(lambda: bool(books(session)[0].digest), timeout=LONG)
    open_text(qtbot, session, bundled_reading())
    moved = story.parent / "below" / "other.txt"
    moved.parent.mkdir()
    shutil.move(story, moved)
    session.window.actions_by_name["shelf"].trigger()
    qtbot.waitUntil(lambda: len(session.shelf.page.readings.rows.missing) == 1, timeout=LONG)
    session.shelf.open_book(next(iter(session.shelf.page.readings.rows.missing)))
    qtbot.waitUntil(lambda: session.opening.path == moved, timeout=LONG)
    qtbot.waitUntil(lambda: not session.shelf.stage.is_on, timeout=LONG)


def test_a_folder_of_books_is_read_once(qtbot: QtBot, session: Session, story: Path) -> None:
    start(qtbot, session, bundled_reading())
    (story.parent / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    with qtbot.waitSignal(session.shelf.folders.finished, timeout=LONG) as told:
        session.shelf.add_folder(story.parent)
    assert told.args is not None
    assert told.args[0] == "One book could not be read. One new reading stands on the shelf."
    assert len(told.args[1]) == 1
    assert "picture.txt" in told.args[1][0]
    qtbot.waitUntil(lambda: len(books(session)) == 2, timeout=LONG)
    assert session.settings.unfinished == []
    (story.parent / "picture.txt").unlink()
    with qtbot.waitSignal(session.shelf.folders.finished, timeout=LONG) as told:
        session.shelf.add_folder(story.parent)
    assert told.args is not None
    assert told.args[0] == "All books of this folder stand here already."


def test_what_was_left_of_a_folder_is_read_after_the_next_start(
    qtbot: QtBot, session: Session, story: Path
) -> None:
    session.settings.keep_unfinished([story.parent])
    with qtbot.waitSignal(session.shelf.folders.finished, timeout=LONG):
        session.start(bundled_reading())
    assert str(story) in [book.path for book in books(session)]


def test_a_folder_can_be_left(qtbot: QtBot, session: Session, story: Path) -> None:
    start(qtbot, session, bundled_reading())
    session.shelf.folders.started.connect(_cancel)
    with qtbot.waitSignal(session.shelf.folders.finished, timeout=LONG) as told:
        session.shelf.add_folder(story.parent)
    assert told.args is not None
    assert "was ended" in told.args[0]
    assert not session.shelf.folders.is_under_way


def _cancel(job: object) -> None:
    job.cancel()  # type: ignore[attr-defined]


def test_what_cannot_be_written_is_told_and_done_later(qtbot: QtBot, session: Session) -> None:
    start(qtbot, session, bundled_reading())
    shelving = session.shelf.shelving
    qtbot.waitUntil(lambda: shelf_folder().joinpath("shelf.json").is_file(), timeout=LONG)
    identity = shelving.identity
    shutil.rmtree(shelf_folder())
    shelf_folder().write_bytes(b"no folder")
    with qtbot.waitSignal(shelving.failed, timeout=LONG):
        shelving.alter(collected([identity], "Summer", now()))
    assert "The shelf could not be saved" in session.window.notice.sentence
    shelf_folder().unlink()
    shelving.alter(collected([identity], "Winter", now()))
    shelving.finish()
    assert ShelfFile(shelf_folder()).load().collections == ("Summer", "Winter")
