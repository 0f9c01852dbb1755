"""The beginning of a text is on the screen before the whole: it can be read and scrolled, and stays put."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from reading_view_sample import (
    CTRL,
    LEFT,
    LONG,
    NO_KEYS,
    SHIFT,
    companion_of,
    document_of,
    drag,
    middle_of,
    press,
    top_line,
    turn_wheel,
)

from companion.core.document import Document, Link, NoteMark, Span
from companion.ui.looks.look import Look
from companion.ui.reading import Reading
from companion.ui.reading_view import ReadingView, moving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

Key = Qt.Key
END = LONG.blocks[30].end
LEADS = {
    "links": (Link(30, 36, len(LONG.text) - 5), Link(60, 70, -1, "https://a.example/")),
    "note_marks": (NoteMark(80, 81, len(LONG.text) - 9, len(LONG.text)),),
}
WHOLE = replace(LONG, language="en", **LEADS)  # type: ignore[arg-type]
BEGINNING = replace(
    WHOLE,
    text=WHOLE.text[:END],
    blocks=tuple(WHOLE.blocks[:31]),
    sections=(),
    links=(Link(30, 36, END), LEADS["links"][1]),  # type: ignore[arg-type]
    note_marks=(NoteMark(80, 81, END, END),),
)


def not_softly(widget: QWidget) -> bool:
    """What the system says where it asks for less motion."""
    return False


@pytest.fixture
def view(host: QWidget, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReadingView]:
    """A view in which nothing is open, but that the beginning of a text is shown."""
    monkeypatch.setattr(moving, "motion_is_wanted", not_softly)
    view = ReadingView(Reading(host), Look(host), host)
    view.setGeometry(host.rect())
    view.show()
    view.setFocus()
    view.show_beginning(BEGINNING)
    QApplication.processEvents()
    return view


def picture_of(view: ReadingView) -> QImage:
    """The text as it is painted; without the scroll bar, which knows more of the whole."""
    return view.viewport().grab().toImage()


def test_nothing_moves_when_the_whole_is_there(view: ReadingView) -> None:
    before = picture_of(view)
    view.reading.show(WHOLE)
    assert view.flow.document is WHOLE
    assert picture_of(view) == before


@pytest.mark.parametrize("pixels", [1, 37, 400, 1234.5, 5000, 1e6])
def test_what_was_scrolled_to_stays_where_it_is(view: ReadingView, pixels: float) -> None:
    view.scroll_by(pixels)
    where, before = (view.flow.top, view.flow.off), picture_of(view)
    view.reading.show(WHOLE)
    assert view.flow.top == where[0]
    assert view.flow.off == pytest.approx(where[1])
    if pixels < 5000:  # at its end there is room below the beginning
        assert picture_of(view) == before
    assert view.reading.place == view.flow.seen_span()


def test_what_was_scrolled_to_stays_in_a_window_of_another_size(view: ReadingView) -> None:
    view.scroll_by(2000)
    top = top_line(view)
    view.resize(500, 420)
    assert WHOLE.block_index(top_line(view)) == WHOLE.block_index(top)
    top = top_line(view)
    view.reading.show(WHOLE)
    assert top_line(view) == top
    view.resize(640, 500)
    assert WHOLE.block_index(top_line(view)) == WHOLE.block_index(top)


def test_a_beginning_that_was_read_otherwise_keeps_the_words_at_the_top(view: ReadingView) -> None:
    view.scroll_by(3000)
    words = BEGINNING.text[top_line(view) :][:40]
    front = "A page that was left out at first.\n\n"
    more = len(front)
    blocks = [one._replace(start=one.start + more, end=one.end + more) for one in LONG.blocks]
    view.reading.show(Document(front + LONG.text, blocks))
    assert view.reading.document.text[top_line(view) :].startswith(words)


def test_a_beginning_of_another_text_is_left(view: ReadingView) -> None:
    view.scroll_by(3000)
    view.reading.show(document_of("Something else.", "And more."))
    assert view.flow.is_whole
    assert top_line(view) == 0


def test_a_beginning_is_shown_where_the_reader_was(view: ReadingView) -> None:
    start = BEGINNING.blocks[12].start
    view.show_beginning(BEGINNING, start)
    assert top_line(view) == start
    before = picture_of(view)
    view.reading.show(WHOLE)
    assert picture_of(view) == before


def test_it_scrolls_by_wheel_and_keys(view: ReadingView) -> None:
    turn_wheel(view, -360)
    wheeled = top_line(view)
    assert wheeled > 0
    press(view, Key.Key_Space)
    assert top_line(view) > wheeled
    press(view, Key.Key_End)
    assert view.flow.is_at_end()
    press(view, Key.Key_Home)
    assert top_line(view) == 0
    assert not view.reading.can_go_back


def look_up(view: ReadingView) -> None:
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(99, 99), QPoint(99, 99)))


HANDS: dict[str, Callable[[ReadingView], object]] = {
    "a click": lambda view: QTest.mouseClick(
        view.viewport(), LEFT, NO_KEYS, middle_of_words(view, Span(30, 36))
    ),
    "a double click": lambda view: QTest.mouseDClick(view.viewport(), LEFT, NO_KEYS, QPoint(200, 200)),
    "a drag": lambda view: drag(view, QPoint(100, 100), QPoint(300, 200), QPoint(300, 300)),
    "select all": lambda view: view.selecting.select_all(),
    "select by keys": lambda view: press(view, Key.Key_Right, SHIFT),
    "Ctrl+A": lambda view: press(view, Key.Key_A, CTRL),
    "copy": lambda view: press(view, Key.Key_C, CTRL),
    "Tab": lambda view: view.walk_links(True),
    "Enter": lambda view: press(view, Key.Key_Return),
    "Esc": lambda view: press(view, Key.Key_Escape),
    "a bookmark": lambda view: view.bookmark(),
    "the menu": look_up,
    "mending": lambda view: view.mend_here(),
    "zooming": lambda view: view.zoom(2, 100),
    "larger": lambda view: view.resize(900, 800),
    "a screen reader": lambda view: view.go_to_caret(500),
}


def middle_of_words(view: ReadingView, span: Span) -> QPoint:
    rect = view.rects_of(span)[0]
    return QPoint(round(rect.center().x()), round(rect.center().y()))


@pytest.mark.parametrize("hand", HANDS)
def test_nothing_is_done_in_a_beginning_that_belongs_to_the_whole(view: ReadingView, hand: str) -> None:
    reading = view.reading
    told: list[object] = []
    reading.place_changed.connect(told.append)
    reading.bookmarks_changed.connect(told.append)
    reading.place_requested.connect(told.append)
    view.selection_made.connect(told.append)
    view.lead_pointed.connect(told.append)
    HANDS[hand](view)
    QApplication.processEvents()
    assert view.selecting.is_empty
    assert QApplication.clipboard().text() == ""
    assert told == []
    assert not [menu for menu in view.findChildren(QMenu) if menu.isVisible()]
    reading.show(WHOLE)
    reading.take(companion_of(WHOLE))
    assert view.selecting.is_empty
    assert reading.place == view.flow.seen_span()


def test_a_press_in_the_beginning_is_no_click_in_the_whole(view: ReadingView) -> None:
    point = middle_of_words(view, Span(30, 36))
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, point)
    view.reading.show(WHOLE)
    QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, point)
    assert view.selecting.is_empty
    assert not view.reading.can_go_back


def test_in_the_whole_everything_works_again(view: ReadingView) -> None:
    view.reading.show(WHOLE)
    view.reading.take(companion_of(WHOLE))
    QTest.mouseClick(view.viewport(), LEFT, NO_KEYS, middle_of(view, Span(30, 36)))
    assert view.reading.can_go_back
    view.selecting.select(Span(3, 9))
    assert view.selecting.span == Span(3, 9)


def test_a_beginning_that_is_not_read_on_goes_away(view: ReadingView) -> None:
    view.scroll_by(500)
    view.leave_beginning()
    assert view.flow.document is view.reading.document
    assert not view.flow.document.text
    view.reading.show(LONG)
    view.scroll_by(500)
    where = (view.flow.top, view.flow.off)
    view.leave_beginning()  # there is none
    assert (view.flow.top, view.flow.off) == where


def test_a_soft_scroll_goes_on_through_the_coming_of_the_whole(
    view: ReadingView, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(moving, "motion_is_wanted", lambda widget: True)
    view.scroll_softly(400)
    view.reading.show(WHOLE)
    qtbot.waitUntil(lambda: view.flow.distance_to(0, 1e4) == pytest.approx(view.flow.page.top - 400, abs=1))
