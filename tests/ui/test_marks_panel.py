"""Marks panel: order, headings, filter, shaky and lost marks, tags; what is drawn out of lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import panel_sample as sample
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from companion.core.anchors import quoted
from companion.core.corrections import Subject
from companion.core.document import Span
from companion.core.entries import Kind
from companion.core.notes import Colour, Mark, MarkKind, Notes
from companion.ui.bookmarks.bookmark_view import BookmarkView
from companion.ui.bookmarks.bookmarks_panel import BookmarksPanel
from companion.ui.bookmarks.mark_order import Ordering, Wanted
from companion.ui.bookmarks.mark_steps import made_ready
from companion.ui.bookmarks.tag_field import TagField, tags_in
from companion.ui.looks.look import Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TIME = "2026-01-01T00:00:00Z"


@pytest.fixture
def panel(host: QWidget) -> BookmarksPanel:
    made = BookmarksPanel(sample.opened(host), Look(host), host)
    made.resize(300, 500)
    made.show()
    reading = made.reading
    add(made, "held the wall", MarkKind.HIGHLIGHT, Colour.ROSE, "war", "stone")
    add(made, "her boots", MarkKind.UNDERLINE, Colour.GREEN, "war")
    add(made, "Verl opened", MarkKind.NOTE, Colour.GREEN)
    reading.marginalia.add_about(Subject(Kind.PERSON, "Anna Verl"), "Brave?")
    reading.marginalia.add_about(None, "Read it twice.")
    reading.take_notes(Notes().added(Mark("lost", quoted("not in this text at all")), TIME))
    return made


def add(panel: BookmarksPanel, words: str, kind: MarkKind, colour: Colour, *tags: str) -> None:
    start = panel.reading.document.text.index(words)
    made = panel.reading.marginalia.add(Span(start, start + len(words)), "", colour, "", kind)
    panel.reading.change_bookmark(replace(made, tags=tags))


def rows(panel: BookmarksPanel) -> list[str]:
    model = panel.view.rows
    return [model.heading(row) or model.lines(row)[0] for row in range(model.rowCount())]


LAST = [
    "On the whole text",
    "Read it twice.",
    "On entries",
    "Brave?",
    "Not placed",
    "“not in this text at all”",
]
ALL = ["“held the wall”", "“her boots”", "“Verl opened”"]


def test_what_has_no_place_stands_last_under_headings(panel: BookmarksPanel) -> None:
    assert rows(panel) == ALL + LAST
    assert panel.view.rows.marks == 6


@pytest.mark.parametrize(
    ("ordering", "expected"),
    [
        (Ordering.COLOUR, ["green, B", ALL[1], ALL[2], "rose, D", ALL[0]]),
        (Ordering.KIND, ["highlights", ALL[0], "underlines", ALL[1], "notes", ALL[2]]),
        (Ordering.TAG, ["#stone", ALL[0], "#war", ALL[0], ALL[1], "Without a tag", ALL[2]]),
    ],
)
def test_marks_are_ordered_under_headings(
    panel: BookmarksPanel, ordering: Ordering, expected: list[str]
) -> None:
    panel.filter.order_by(ordering)
    assert rows(panel) == expected + LAST
    assert panel.view.rows.marks == 6


def test_by_date_the_newest_stand_first(panel: BookmarksPanel) -> None:
    start = panel.reading.document.text.index("the bread")
    old = Mark("old", None)
    old = replace(panel.reading.marginalia.add(Span(start, start + 9), "", Colour.BLUE, ""), id="old")
    panel.reading.take_notes(Notes().added(replace(old, created="1999-05-05T00:00:00Z"), TIME))
    panel.filter.order_by(Ordering.DATE)
    headings = [words for words in rows(panel) if "1999" in words]
    assert headings
    assert rows(panel).index(headings[0]) > 1


def test_words_kinds_colours_and_tags_filter(qtbot: QtBot, panel: BookmarksPanel) -> None:
    qtbot.keyClicks(panel.filter.words, "brave ANNA")
    qtbot.waitUntil(lambda: rows(panel) == ["On entries", "Brave?"], timeout=2000)
    panel.filter.words.clear()
    qtbot.waitUntil(lambda: len(rows(panel)) == len(ALL + LAST), timeout=2000)
    for wanted, expected in (
        (Wanted(tags=frozenset({"war"})), ALL[:2]),
        (Wanted(colours=frozenset({Colour.GREEN})), ALL[1:]),
        (Wanted(kinds=frozenset({MarkKind.UNDERLINE}), colours=frozenset({Colour.ROSE})), []),
    ):
        panel.filter._want(wanted)
        assert rows(panel) == expected
    panel.filter.reset()
    assert rows(panel) == ALL + LAST


def test_the_menu_ticks_what_is_shown(panel: BookmarksPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)
    panel.filter.show_button.click()
    menu = panel.filter.findChild(QMenu, "mark_sorts")
    assert menu is not None
    next(action for action in menu.actions() if action.data() == "stone").trigger()
    assert rows(panel) == ALL[:1]
    assert panel.filter.show_button.words == "#stone ▾"


def test_a_tag_that_is_gone_is_wanted_no_more(panel: BookmarksPanel) -> None:
    panel.filter._want(Wanted(tags=frozenset({"stone"})))
    mark = panel.view.rows.placed(0).bookmark
    panel.reading.change_bookmark(replace(mark, tags=("war",)))
    assert rows(panel) == ALL + LAST


def test_the_model_keeps_its_promises_with_headings(panel: BookmarksPanel) -> None:
    QAbstractItemModelTester(panel.view.rows, QAbstractItemModelTester.FailureReportingMode.Warning, panel)
    for ordering in Ordering:
        panel.filter.order_by(ordering)
    panel.reading.remove_bookmark("lost")


def test_a_heading_is_neither_edited_nor_removed(qtbot: QtBot, panel: BookmarksPanel) -> None:
    row = rows(panel).index("On entries")
    panel.view.setFocus()
    panel.view.make_current(row)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        qtbot.keyClick(panel.view, key)
    assert panel.view.editor is None
    assert rows(panel) == ALL + LAST


def test_a_lost_mark_is_put_at_the_selected_words(panel: BookmarksPanel) -> None:
    start = panel.reading.document.text.index("the bread")
    panel.take_selection(Span(start, start + 9))
    assert panel.view.can_place
    panel.view.place_wanted.emit("lost")
    assert rows(panel) == [ALL[0], "“the bread”", *ALL[1:], *LAST[:4]]


def test_a_shaky_mark_says_so_until_it_is_right(panel: BookmarksPanel) -> None:
    words = quoted("the bread")
    start = panel.reading.document.text.index("the bread")
    panel.reading.take_notes(Notes().added(Mark("s", words), TIME), {words: Span(start, start + 9)}, {words})
    row = panel.view.rows.row_of("s")
    assert panel.view.rows.lines(row)[1].endswith("perhaps not here")
    panel.view.sure_wanted.emit("s")
    assert not panel.view.rows.lines(panel.view.rows.row_of("s"))[1].endswith("perhaps not here")


def test_kind_and_tags_are_changed_in_place(qtbot: QtBot, panel: BookmarksPanel) -> None:
    panel.view.open_editor(0)
    editor = panel.view.editor
    assert editor is not None
    editor.tags.selectAll()
    qtbot.keyClicks(editor.tags, "war, new  one,#war,")
    editor.kinds.setCurrentIndex(editor.kinds.findData(MarkKind.UNDERLINE))
    editor.finish()
    mark = panel.view.rows.placed(0).bookmark
    assert (mark.kind, mark.tags) == (MarkKind.UNDERLINE, ("war", "new one"))
    panel.reading.marginalia.undo_stack.undo()
    assert panel.view.rows.placed(0).bookmark.tags == ("war", "stone")


def test_a_tag_is_completed_from_those_that_are_known(qtbot: QtBot, host: QWidget) -> None:
    field = TagField(Look(host), ["winter", "war"], host)
    field.show()
    qtbot.keyClicks(field, "bread, win")
    assert field.tags == ("bread", "winter")
    qtbot.keyClicks(field, "d")
    assert field.tags == ("bread", "wind")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.tags == ("bread", "win")


def test_tags_are_single_words_or_few() -> None:
    assert tags_in(" #a, b c ,, a,#") == ("a", "b c")


def test_a_long_list_shows_any_row_at_its_height(panel: BookmarksPanel) -> None:
    text = panel.reading.document.text
    notes = Notes()
    versions = {}
    for number in range(1000):
        start = number % (len(text) - 5)
        anchor = replace(quoted(text[start : start + 5]), start=start, end=start + 5)
        mark = Mark(f"m{number}", anchor, note="note" if number % 2 else "", version=str(number))
        versions[mark.version] = mark
    places = {
        mark.anchor: Span(mark.anchor.start, mark.anchor.end) for mark in versions.values() if mark.anchor
    }
    panel.reading.take_notes(replace(notes, versions=versions), places)
    view = panel.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    for y in (5, 100, 200):
        row = view.rowAt(y)
        assert view.rowHeight(row) == view._delegate.height_of(row)


def test_a_mark_is_drawn_out_of_the_list(panel: BookmarksPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    carried: list[QMimeData] = []
    monkeypatch.setattr(BookmarkView, "carry", lambda _, data: carried.append(data))
    viewport = panel.view.viewport()
    at = panel.view.visualRect(panel.view.rows.index(0, 0)).center()
    left = Qt.MouseButton.LeftButton
    for kind, point, buttons in (
        (QMouseEvent.Type.MouseButtonPress, at, left),
        (QMouseEvent.Type.MouseMove, at + QPoint(0, 40), left),
        (QMouseEvent.Type.MouseButtonRelease, at + QPoint(0, 40), Qt.MouseButton.NoButton),
    ):
        where = QPointF(point)
        button = Qt.MouseButton.NoButton if kind is QMouseEvent.Type.MouseMove else left
        event = QMouseEvent(
            kind, where, QPointF(viewport.mapToGlobal(point)), button, buttons, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(viewport, event)
    assert len(carried) == 1
    assert carried[0].text().startswith("“held the wall” (")
    assert bytes(carried[0].data("text/markdown").data()).startswith(b"> held the wall")


def test_what_many_marks_say_is_got_ready_before_anybody_filters(qtbot: QtBot, panel: BookmarksPanel) -> None:
    from companion.ui.bookmarks import mark_order

    mark_order._heard.clear()
    add(panel, "Verl opened", MarkKind.HIGHLIGHT, Colour.BLUE, "late")
    qtbot.waitUntil(lambda: panel._hearing.is_done)
    assert {mark.version for mark in panel.reading.bookmarks} <= mark_order._heard.keys()
    assert panel.filter.wanted.is_all


def test_what_a_thread_made_ready_counts_if_nothing_was_changed_meanwhile(panel: BookmarksPanel) -> None:
    marginalia = panel.reading.marginalia
    past = Notes().added(Mark("new", quoted("her boots"), note="Came in."), TIME)
    ready = made_ready(marginalia.notes, past, TIME)
    marginalia.restore("Import", past, ready)
    assert marginalia.notes is ready.after
    assert [mark.note for mark in marginalia.bookmarks] == ["Came in."]
    marginalia.undo_stack.undo()
    assert len(marginalia.bookmarks) == len(ALL) + 3
    marginalia.undo_stack.redo()
    assert [mark.note for mark in marginalia.bookmarks] == ["Came in."]
    assert marginalia.notes is not ready.after


def test_what_was_made_ready_for_other_notes_is_made_anew(panel: BookmarksPanel) -> None:
    marginalia = panel.reading.marginalia
    past = Notes().added(Mark("new", quoted("her boots"), note="Came in."), TIME)
    ready = made_ready(marginalia.notes, past, TIME)
    marginalia.add_about(None, "Written meanwhile.")
    marginalia.restore("Import", past, ready)
    assert [mark.note for mark in marginalia.bookmarks] == ["Came in."]
    marginalia.undo_stack.undo()
    assert "Written meanwhile." in [mark.note for mark in marginalia.bookmarks]
