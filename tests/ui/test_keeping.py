"""Keeping: place, focus and bookmarks come back, also after a crash, from elsewhere, in a changed text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, QStandardPaths, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from companion.core.document import Span
from companion.store.notes_file import NotesFile
from companion.ui.bookmarks.keeping import notes_folder
from companion.ui.entries.entry_rows import Order
from companion.ui.session import Session, bundled_reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

LINES = [
    f"In the year {1600 + n} the keeper of the wall wrote line number {n} by candle light."
    for n in range(200)
]
LINES[7] = "Nobody but Anna Verl remembered the thaw, the flood and the broken bridge at Aldmere."
TEXT = "\n\n".join(LINES)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "wall.txt"
    path.write_text(TEXT, "utf-8")
    return path


def words(number: int) -> Span:
    start = TEXT.index(LINES[number])
    return Span(start, start + len(LINES[number]))


def saved(qtbot: QtBot, session: Session, verb: Callable[[], object]) -> None:
    """Does something and waits until it is written down."""
    with qtbot.waitSignal(session.keeper.kept, timeout=10_000):
        verb()


def marked(session: Session) -> list[str]:
    return [bookmark.anchor.exact for bookmark in session.reading.bookmarks]


def crashed(session: Session) -> None:
    """Ends a session as a crash does: nobody is asked to write anything down."""
    session.keeper._soon.stop()
    session.keeper._later.stop()
    session.keeper._jobs.finish()
    session.keeper._file = None


def test_place_bookmarks_and_furthest_place_come_back(start: Callable[..., Session], text: Path) -> None:
    first = start(text)
    first.reading.add_bookmark(words(20), "A label", note="a note")
    first.reading.scroll_to(words(100).start)
    place = first.reading.place
    first.reading.furthest = words(150).end
    first.window.close()
    again = start()
    assert again.opening.path == text
    assert again.reading.place.start == place.start
    assert again.reading.furthest == words(150).end
    bookmark = again.reading.bookmarks[0]
    assert (bookmark.anchor.exact, bookmark.label, bookmark.note) == (LINES[20], "A label", "a note")
    assert again.reading.marginalia.place_of(bookmark.id) == words(20)


def test_the_bundled_reading_comes_back_with_its_focus(qtbot: QtBot, start: Callable[..., Session]) -> None:
    first = start()
    qtbot.waitUntil(lambda: bool(first.reading.companion.entries), timeout=20_000)
    person = first.reading.companion.people[2].id
    first.reading.focus_on(person)
    first.window.close()
    again = start()
    qtbot.waitUntil(lambda: bool(again.reading.focus), timeout=20_000)
    assert again.opening.path == bundled_reading()
    assert again.reading.focus == (person,)


def test_a_focus_that_was_let_go_does_not_come_back(qtbot: QtBot, start: Callable[..., Session]) -> None:
    first = start()
    qtbot.waitUntil(lambda: bool(first.reading.companion.entries), timeout=20_000)
    first.reading.focus_on(first.reading.companion.people[2].id)
    first.window.close()
    second = start()
    qtbot.waitUntil(lambda: bool(second.reading.focus), timeout=20_000)
    second.reading.release()
    second.window.close()
    third = start()
    qtbot.waitUntil(lambda: bool(third.reading.companion.entries), timeout=20_000)
    assert third.reading.focus == ()


def test_a_crash_loses_nothing_that_was_written(
    qtbot: QtBot, start: Callable[..., Session], text: Path
) -> None:
    first = start(text)
    saved(qtbot, first, lambda: first.reading.add_bookmark(words(7)))
    first.reading.scroll_to(words(60).start)
    saved(qtbot, first, first.keeper.save)
    crashed(first)
    again = start()
    assert marked(again) == [LINES[7]]
    assert again.reading.place.start == words(60).start


def test_a_note_that_is_being_typed_outlives_a_crash(
    qtbot: QtBot, start: Callable[..., Session], text: Path
) -> None:
    first = start(text)
    saved(qtbot, first, lambda: first.reading.add_bookmark(words(7)))
    view = first.window.bookmarks_panel.view
    view.open_editor(0)
    assert view.editor is not None
    note = view.editor.note
    saved(qtbot, first, lambda: qtbot.keyClicks(note, "half a sent"))
    crashed(first)
    again = start()
    assert [bookmark.note for bookmark in again.reading.bookmarks] == ["half a sent"]


def test_a_killed_program_has_kept_its_bookmark_and_place(tmp_path: Path, home: Path, text: Path) -> None:
    """A real process that ends without a word, some time after the bookmark was set."""
    program = f"""
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QStandardPaths
from companion.core.document import Span
from companion.ui.running import application
from companion.ui.session import Session
app = application()
QStandardPaths.setTestModeEnabled(True)
session = Session()
session.start(Path({str(text)!r}))
def until(true):
    end = time.monotonic() + 20
    while not true() and time.monotonic() < end:
        app.processEvents()
until(lambda: session.reading.document.text)
kept = []
session.keeper.kept.connect(lambda: kept.append(1))
session.reading.scroll_to({words(60).start})
session.reading.add_bookmark(Span(*{tuple(words(7))}))
until(lambda: kept)
os._exit(9)
"""
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, env=os.environ.copy(), timeout=60)
    assert done.returncode == 9
    files = list(home.rglob("*.notes.json"))
    notes = NotesFile(files[0].parent, _identity_in(files[0])).load().notes
    assert [bookmark.anchor.exact for bookmark in notes.bookmarks] == [LINES[7]]
    place = notes.session.place.value
    assert place is not None
    assert place.start == words(60).start


def _identity_in(file: Path) -> str:
    import json

    identity: str = json.loads(file.read_text("utf-8"))["reading:text"]
    return identity


def test_a_text_that_was_only_opened_leaves_no_file(start: Callable[..., Session], text: Path) -> None:
    start(text).window.close()
    assert not list(notes_folder().glob("*.json"))


def test_a_text_in_another_place_is_known_again(
    start: Callable[..., Session], text: Path, tmp_path: Path
) -> None:
    first = start(text)
    first.reading.add_bookmark(words(7))
    first.window.close()
    moved = tmp_path / "elsewhere" / "another name.md"
    moved.parent.mkdir()
    text.rename(moved)
    assert marked(start(moved)) == [LINES[7]]


def test_bookmarks_and_place_go_over_to_the_changed_text(start: Callable[..., Session], text: Path) -> None:
    first = start(text)
    first.reading.add_bookmark(words(7))
    first.reading.add_bookmark(words(120))
    first.reading.scroll_to(words(60).start)
    first.window.close()
    changed = "A new beginning.\n\n" + TEXT.replace(LINES[7], "Nothing is left of it.")
    text.write_text(changed, "utf-8")
    again = start()
    assert marked(again) == [LINES[120], LINES[7]]
    places = [again.reading.marginalia.place_of(bookmark.id) for bookmark in again.reading.bookmarks]
    assert places == [Span(changed.index(LINES[120]), changed.index(LINES[120]) + len(LINES[120])), None]
    assert again.reading.place.start == changed.index(LINES[60])


def test_another_text_at_the_same_path_takes_nothing_over(start: Callable[..., Session], text: Path) -> None:
    first = start(text)
    first.reading.add_bookmark(words(7))
    first.window.close()
    text.write_text("Quite another text, about bees and what they say to each other.", "utf-8")
    assert marked(start()) == []


def test_reading_the_text_again_stays_at_the_place(
    qtbot: QtBot, start: Callable[..., Session], text: Path
) -> None:
    session = start(text)
    session.reading.add_bookmark(words(7))
    session.reading.scroll_to(words(60).start)
    text.write_text("A new beginning.\n\n" + TEXT, "utf-8")
    with qtbot.waitSignal(session.opening.text_opened, timeout=20_000):
        session.opening.read_again()
    assert marked(session) == [LINES[7]]
    assert session.reading.place.start == words(60).start + len("A new beginning.\n\n")


def test_two_windows_lose_nothing_of_each_other(
    qtbot: QtBot, start: Callable[..., Session], text: Path
) -> None:
    one, two = start(text), start(text)
    saved(qtbot, one, lambda: one.reading.add_bookmark(words(3)))
    saved(qtbot, two, lambda: two.reading.add_bookmark(words(9)))
    assert marked(two) == [LINES[3], LINES[9]]
    one.keeper._look_for_others(one.window.windowHandle())
    qtbot.waitUntil(lambda: marked(one) == [LINES[3], LINES[9]], timeout=10_000)
    saved(qtbot, one, lambda: one.reading.remove_bookmark(one.reading.bookmarks[0].id))
    two.keeper._look_for_others(two.window.windowHandle())
    qtbot.waitUntil(lambda: marked(two) == [LINES[9]], timeout=10_000)


def blocked() -> Path:
    """Makes the notes' folder impossible: a file stands where it should be."""
    folder = notes_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way", "utf-8")
    return folder


def test_what_cannot_be_written_is_told_and_kept_in_memory(
    qtbot: QtBot, start: Callable[..., Session], text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked()
    session = start(text)
    with qtbot.waitSignal(session.keeper.failed, timeout=10_000) as failed:
        session.reading.add_bookmark(words(7))
    sentence = str(failed.args[0])
    assert session.window.notice.sentence == sentence
    assert sentence.endswith(".")
    assert marked(session) == [LINES[7]]
    refuge = tmp_path / "refuge"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(refuge))
    saved(qtbot, session, session.window.notice.action_wanted.emit)
    assert session.window.notice.sentence == ""
    saved(qtbot, session, lambda: session.reading.add_bookmark(words(9)))
    session.window.close()
    assert marked(start()) == [LINES[7], LINES[9]]


def test_the_window_says_once_that_something_would_be_lost(
    qtbot: QtBot, start: Callable[..., Session], text: Path
) -> None:
    session = start(text)
    blocked()
    session.reading.add_bookmark(words(7))
    assert not session.window.close()
    assert session.window.isVisible()
    assert session.window.notice.sentence
    assert session.window.close()


def test_what_could_not_be_written_is_written_when_the_disk_is_back(
    qtbot: QtBot, start: Callable[..., Session], text: Path
) -> None:
    folder = blocked()
    session = start(text)
    with qtbot.waitSignal(session.keeper.failed, timeout=10_000):
        session.reading.add_bookmark(words(7))
    folder.unlink()
    with qtbot.waitSignal(session.keeper.recovered, timeout=10_000):
        session.reading.add_bookmark(words(9))
    assert session.window.notice.sentence == ""


def test_bookmarks_of_a_text_that_was_left_unwritten_come_with_it_again(
    qtbot: QtBot, start: Callable[..., Session], text: Path
) -> None:
    folder = blocked()
    session = start(text)
    with qtbot.waitSignal(session.keeper.failed, timeout=10_000):
        session.reading.add_bookmark(words(7))
    for path in (bundled_reading(), text):
        with qtbot.waitSignal(session.opening.text_opened, timeout=20_000):
            session.opening.open(path)
    assert marked(session) == [LINES[7]]
    folder.unlink()


def test_a_damaged_file_is_told_and_not_overwritten(start: Callable[..., Session], text: Path) -> None:
    first = start(text)
    first.reading.add_bookmark(words(7))
    first.window.close()
    file = next(path for path in notes_folder().glob("*.notes.json"))
    file.write_bytes(file.read_bytes().replace(b"candle", b"cradle"))
    again = start()
    assert again.window.notice.sentence
    assert list(notes_folder().glob("*damaged*"))


def test_the_order_of_a_list_is_kept(start: Callable[..., Session]) -> None:
    first = start()
    first.window.glossary_panel.order = Order.NAME
    first.window.people_panel.follows_page = True
    first.window.close()
    again = start()
    assert again.window.glossary_panel.order is Order.NAME
    assert again.window.people_panel.follows_page
    assert again.window.people_panel.order is Order.FIRST_MENTION


def test_keys_set_and_take_away_bookmarks(qtbot: QtBot, start: Callable[..., Session], text: Path) -> None:
    session = start(text)
    window, reading = session.window, session.reading
    window.reading_view.setFocus()
    reading.scroll_to(words(60).start)
    qtbot.keyClick(window.reading_view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert marked(session)[0] == LINES[60][: len(marked(session)[0])]
    qtbot.keyClick(window.reading_view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert marked(session) == []
    assert window.undo_strip.isVisible()
    qtbot.keyClick(window.reading_view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(marked(session)) == 1
    window.reading_view.selecting.select(words(61))
    qtbot.keyClick(window.reading_view, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert marked(session)[1] == LINES[61]
    reading.scroll_to(0)
    qtbot.keyClick(window.reading_view, Qt.Key.Key_B)
    assert reading.bookmark == reading.bookmarks[0].id
    window.search_panel.focus_field()
    qtbot.keyClicks(window.search_panel.field, "bB")
    assert window.search_panel.field.text() == "bB"
    assert reading.bookmark == reading.bookmarks[0].id


def mouse(kind: QEvent.Type, at: QPointF, session: Session) -> None:
    viewport = session.window.reading_view.viewport()
    button = Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
    none = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, at, QPointF(viewport.mapToGlobal(at.toPoint())), button, held, none)
    QApplication.sendEvent(viewport, event)


def test_a_ribbon_in_the_margin_chooses_its_bookmark(start: Callable[..., Session], text: Path) -> None:
    session = start(text)
    view = session.window.reading_view
    made = session.reading.add_bookmark(words(2))
    session.reading.choose_bookmark("")
    line = view.rects_of(words(2))[0]
    at = QPointF(max(7.0, line.left() - 18), line.center().y())  # at the edge where the margin is narrow
    assert view.bookmark_at(at) == made
    assert view.bookmark_at(QPointF(line.center())) is None
    mouse(QEvent.Type.MouseButtonPress, at, session)
    mouse(QEvent.Type.MouseButtonRelease, at, session)
    assert session.reading.bookmark == made.id
    assert session.window.bookmarks_panel.view.rows.chosen == 0


def test_selected_words_are_offered_to_be_marked(
    qtbot: QtBot, start: Callable[..., Session], text: Path
) -> None:
    session = start(text)
    view, bar = session.window.reading_view, session.window.selection_bar
    line = view.rects_of(words(2))[0]
    mouse(QEvent.Type.MouseButtonPress, QPointF(line.left() + 2, line.center().y()), session)
    mouse(QEvent.Type.MouseMove, QPointF(line.left() + 200, line.center().y()), session)
    assert bar.isHidden()
    mouse(QEvent.Type.MouseButtonRelease, QPointF(line.left() + 200, line.center().y()), session)
    assert bar.isVisible()
    assert view.viewport().rect().contains(bar.geometry())
    qtbot.mouseClick(bar.buttons["bookmark"], Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    assert LINES[2].startswith(marked(session)[0])
    view.selecting.clear()
    assert bar.isHidden()


def test_the_notes_lie_where_the_system_keeps_a_programs_data() -> None:
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    assert notes_folder() == Path(data) / "notes"
