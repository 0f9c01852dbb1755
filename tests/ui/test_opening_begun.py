"""A long text is begun: its first pages are on the screen while the rest is being read."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from epub_books import small_book
from reading_here import ReadingHere

from companion.core.document import Span
from companion.readers.process.refusals import broken_off
from companion.ui.program.settings import Settings
from companion.ui.quest import Quest
from companion.ui.session import Session, bundled_reading, reading_at_start
from companion.ui.timeline.words import words_while_empty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtCore import QObject
    from pytestqt.qtbot import QtBot

    from companion.readers.process.reading_process import Book

PARTS = [
    "".join(f"<p>Part {part}, paragraph {number}: all winter the wall stood.</p>" for number in range(400))
    for part in range(4)
]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "long.epub"
    path.write_bytes(small_book(*PARTS))
    return path


class Held:
    """Holds the reading of each book between its beginning and the whole, until it may go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.may_go_on = Event()
        self.breaks = False
        held, usual = self, ReadingHere.form_of

        def form_of(
            here: ReadingHere, book: Book, name: str, report: Callable[[float], None], **more: object
        ) -> bytes:
            form = usual(here, book, name, report, **more)  # type: ignore[arg-type]
            while not held.may_go_on.wait(0.01):
                report(0.5)
            if held.breaks and name == "long.epub":
                raise broken_off(name)
            return form

        monkeypatch.setattr(ReadingHere, "form_of", form_of)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    holding = Held(monkeypatch)
    yield holding
    holding.may_go_on.set()


@pytest.fixture
def session(qtbot: QtBot, qapp: QObject, held: Held) -> Iterator[Session]:
    started = Session()
    qtbot.addWidget(started.window)
    yield started
    held.may_go_on.set()
    started.window.close()
    started.end()
    started.deleteLater()


def begun(qtbot: QtBot, session: Session, path: Path) -> None:
    """The session begins with the text at `path`."""
    with qtbot.waitSignal(session.opening.text_begun, timeout=20_000):
        session.start(path)


def read_on(qtbot: QtBot, session: Session, held: Held) -> None:
    with qtbot.waitSignal(session.opening.text_opened, timeout=20_000):
        held.may_go_on.set()


def test_the_first_pages_are_shown_while_the_rest_is_read(
    qtbot: QtBot, session: Session, held: Held, story: Path
) -> None:
    begun(qtbot, session, story)
    flow = session.window.reading_view.flow
    assert flow.document.text.startswith("Part 0, paragraph 0")
    assert "Part 3" not in flow.document.text
    assert not session.reading.document.text
    assert session.opening.is_reading
    assert session.opening.path is None
    read_on(qtbot, session, held)
    assert flow.document is session.reading.document
    assert "Part 3" in flow.document.text


def test_the_page_keeps_its_height_from_the_first_pages_on(
    qtbot: QtBot, session: Session, held: Held, story: Path
) -> None:
    begun(qtbot, session, story)
    view = session.window.reading_view
    assert not session.window.progress_line.isHidden()
    height = view.height()
    read_on(qtbot, session, held)
    assert view.height() == height


def test_what_was_scrolled_to_meanwhile_stays(
    qtbot: QtBot, session: Session, held: Held, story: Path
) -> None:
    begun(qtbot, session, story)
    view = session.window.reading_view
    view.scroll_by(777)
    where = (view.flow.top, view.flow.off)
    read_on(qtbot, session, held)
    assert (view.flow.top, view.flow.off) == where
    assert session.reading.place == view.flow.seen_span()
    assert session.reading.place.start > 0


def test_a_beginning_goes_away_when_it_is_cancelled(
    qtbot: QtBot, session: Session, held: Held, story: Path
) -> None:
    begun(qtbot, session, story)
    pictures = session.opening.pictures
    qtbot.waitUntil(session.window.progress_line.isVisible)
    with qtbot.waitSignal(session.opening.text_forsaken, timeout=20_000):
        session.window.progress_line._cancel.click()
    assert not session.window.reading_view.flow.document.text
    assert session.window.reading_view.flow.is_whole
    assert session.opening.pictures is None
    assert pictures is not None
    assert pictures._is_over
    held.may_go_on.set()
    with qtbot.waitSignal(session.opening.text_opened, timeout=20_000):
        session.opening.open(story)
    assert "Part 3" in session.window.reading_view.flow.document.text


def test_a_beginning_goes_away_when_the_reading_breaks_off(
    qtbot: QtBot, session: Session, held: Held, story: Path
) -> None:
    begun(qtbot, session, story)
    held.breaks = True
    with qtbot.waitSignals([session.opening.text_forsaken, session.opening.text_opened], timeout=20_000):
        held.may_go_on.set()
    assert "broke the reading off" in session._failed
    assert session.window.notice.is_telling(session._failed)
    view = session.window.reading_view
    assert view.flow.document is session.reading.document  # the bundled one stands in
    assert "Part 0" not in view.flow.document.text


def test_another_text_takes_the_place_of_a_beginning(
    qtbot: QtBot, session: Session, held: Held, story: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another text.", "utf-8")
    begun(qtbot, session, story)
    with qtbot.waitSignal(session.opening.text_forsaken, timeout=20_000):
        session.opening.open(other)
    read_on(qtbot, session, held)
    assert session.window.reading_view.flow.document.text == "Another text."
    qtbot.waitUntil(lambda: not session.opening.is_reading, timeout=20_000)
    assert session.reading.document.text == "Another text."


def opened(qtbot: QtBot, session: Session, held: Held, path: Path) -> None:
    """The session has the text at `path` open with its companion; what is opened next is held again."""
    held.may_go_on.set()
    with qtbot.waitSignal(session.opening.text_opened, timeout=20_000):
        session.start(path)
    qtbot.waitUntil(lambda: not session.opening.is_reading, timeout=20_000)
    held.may_go_on.clear()


def begun_over(qtbot: QtBot, session: Session, path: Path) -> None:
    """Another text is begun while one is open."""
    with qtbot.waitSignal(session.opening.text_begun, timeout=20_000):
        session.opening.open(path)


def test_another_text_is_begun_in_the_place_of_the_open_one(
    qtbot: QtBot, session: Session, held: Held, story: Path
) -> None:
    opened(qtbot, session, held, bundled_reading())
    session.reading.jump_to_place(5000)
    place, pictures = session.reading.place, session.opening.pictures
    begun_over(qtbot, session, story)
    flow = session.window.reading_view.flow
    assert flow.document.text.startswith("Part 0, paragraph 0")
    assert not session.reading.document.text
    assert not len(session.reading.companion.entries)
    assert session.reading.document.title == flow.document.title
    assert words_while_empty(session.reading.companion, session.reading.quest) == "This text is being read."
    assert session.opening.path is None
    read_on(qtbot, session, held)
    assert session.reading.quest is Quest.UNDER_WAY
    assert flow.document is session.reading.document
    assert session.opening.path == story
    assert pictures is not None
    assert pictures._is_over
    with qtbot.waitSignal(session.opening.text_opened, timeout=20_000):
        session.opening.open(bundled_reading())
    assert 0 <= place.start - session.reading.place.start < 100  # her line, as wide as the page is now


@pytest.mark.parametrize("breaks", [False, True])
def test_the_text_before_comes_back_as_it_was_when_another_is_not_read_on(
    qtbot: QtBot, session: Session, held: Held, story: Path, breaks: bool
) -> None:
    opened(qtbot, session, held, bundled_reading())
    reading, opening = session.reading, session.opening
    document, entries = reading.document, reading.companion.entries
    entry = reading.companion.people[0].id
    reading.jump_to_place(5000)
    reading.add_bookmark(Span(5000, 5040))
    reading.focus_on(entry)
    place, marks, pictures = reading.place, reading.bookmarks, opening.pictures
    begun_over(qtbot, session, story)
    assert not reading.bookmarks
    held.breaks = breaks
    with qtbot.waitSignal(opening.text_opened, timeout=20_000):
        if breaks:
            held.may_go_on.set()
        else:
            session.window.progress_line._cancel.click()
    assert reading.document is session.window.reading_view.flow.document is document
    assert session.window.reading_view.flow.is_whole
    assert (reading.place.start, reading.bookmarks) == (place.start, marks)
    assert (opening.path, opening.pictures) == (bundled_reading(), pictures)
    assert pictures is not None
    assert not pictures._is_over
    qtbot.waitUntil(lambda: reading.focus == (entry,), timeout=20_000)
    assert reading.companion.entries == entries
    if breaks:
        qtbot.waitUntil(lambda: session.window.notice.is_telling(session._failed))
        assert "broke the reading off" in session._failed


def test_a_hit_in_a_text_that_is_not_read_on_is_not_gone_to_in_another(
    qtbot: QtBot, session: Session, held: Held, story: Path
) -> None:
    opened(qtbot, session, held, bundled_reading())
    place = session.reading.place
    session.shelf._arrival.want(start=6000, words="wall")
    begun_over(qtbot, session, story)
    with qtbot.waitSignal(session.opening.text_opened, timeout=20_000):
        session.window.progress_line._cancel.click()
    qtbot.wait(50)
    assert session.reading.place.start == place.start


def test_a_text_that_is_read_again_stays_until_all_of_it_is_there(
    qtbot: QtBot, session: Session, held: Held, story: Path, home: Path
) -> None:
    opened(qtbot, session, held, story)
    for one in (home / "cache").rglob("*.text"):
        one.unlink()
    reading, told = session.reading, list[object]()
    session.opening.text_begun.connect(told.append)
    before = reading.document
    session.opening.read_again()
    qtbot.wait(200)
    reading.jump_to_place(30_000)
    reading.add_bookmark(Span(30_000, 30_010))
    place, marks = reading.place, reading.bookmarks
    read_on(qtbot, session, held)
    assert told == []
    assert reading.document is not before
    assert reading.place == place
    assert reading.bookmarks == marks


def test_her_place_is_found_again_in_a_text_that_became_another_meanwhile(
    qtbot: QtBot, session: Session, held: Held, tmp_path: Path
) -> None:
    path = tmp_path / "poem.txt"
    lines = [f"Verse {number} tells of the wall and of winter." for number in range(3000)]
    path.write_text("\n\n".join(lines), "utf-8")
    opened(qtbot, session, held, path)
    path.write_text("\n\n".join(["A line that is new.", *lines]), "utf-8")
    session.opening.read_again()
    qtbot.wait(100)
    reading = session.reading
    reading.jump_to_place(reading.document.text.index("Verse 2000 "))
    read_on(qtbot, session, held)
    assert reading.document.text.startswith("A line that is new.")
    assert reading.document.text[reading.place.start :].startswith("Verse 2000 ")


def test_a_book_that_was_moved_is_begun_where_the_reader_was(
    qtbot: QtBot, session: Session, held: Held, story: Path, home: Path
) -> None:
    opened(qtbot, session, held, story)
    session.reading.jump_to_place(500)
    place = session.reading.place
    with qtbot.waitSignal(session.keeper.kept, timeout=20_000):
        session.keeper.save()
    for one in (home / "cache").rglob("*.text"):
        one.unlink()
    moved = story.parent / "shelf" / story.name
    moved.parent.mkdir()
    story.rename(moved)
    session.opening.finish()
    again = Session()
    qtbot.addWidget(again.window)
    begun(qtbot, again, moved)
    assert again.window.reading_view.flow.seen_span().start == place.start
    read_on(qtbot, again, held)
    assert again.reading.place.start == place.start
    again.window.close()
    again.end()
    again.deleteLater()


@pytest.mark.parametrize("place", [0, 500, 60_000])
def test_a_text_is_begun_where_the_reader_was_unless_that_is_further_on(
    qtbot: QtBot, held: Held, story: Path, home: Path, place: int
) -> None:
    held.may_go_on.set()
    first = Session()
    qtbot.addWidget(first.window)
    with qtbot.waitSignal(first.opening.text_opened, timeout=20_000):
        first.start(story)
    first.reading.scroll_to(place)
    kept = first.reading.place
    first.window.close()
    first.end()
    first.deleteLater()
    for one in (home / "cache").rglob("*.text"):
        one.unlink()
    held.may_go_on.clear()
    second = Session()
    qtbot.addWidget(second.window)
    told: list[object] = []
    second.opening.text_begun.connect(told.append)
    view = second.window.reading_view
    if place < 20_000:
        begun(qtbot, second, story)
        assert view.flow.seen_span().start == kept.start
        where = (view.flow.top, view.flow.off)
        read_on(qtbot, second, held)
        assert (view.flow.top, view.flow.off) == where
    else:
        second.start(story)
        qtbot.wait(300)
        assert told == []
        read_on(qtbot, second, held)
    assert second.reading.place.start == kept.start
    assert Settings().last == story
    second.window.close()
    second.end()
    second.deleteLater()


def test_what_is_opened_at_a_start_is_the_last_reading_that_is_there(story: Path) -> None:
    settings = Settings()
    assert reading_at_start(settings) == bundled_reading()
    settings.keep_last(story)
    assert reading_at_start(settings) == story
    story.unlink()
    assert reading_at_start(settings) == bundled_reading()


def test_the_panels_wait_for_the_whole(qtbot: QtBot, held: Held, story: Path) -> None:
    session = Session(in_stages=True)
    qtbot.addWidget(session.window)
    begun(qtbot, session, story)
    qtbot.wait(1800)
    assert not session.afterwards.is_finished
    with qtbot.waitSignal(session.afterwards.finished, timeout=20_000):
        held.may_go_on.set()
    session.window.close()
    session.end()
    session.deleteLater()


def test_a_window_closes_while_a_text_is_begun(
    qtbot: QtBot, session: Session, held: Held, story: Path, home: Path
) -> None:
    begun(qtbot, session, story)
    session.window.reading_view.scroll_by(900)
    session.window.close()
    assert not session.window.isVisible()
    assert not [*home.rglob("*.notes.json")]
