"""Mark actions: what keys, bar and card do in the whole window; quotations on the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import panel_sample as sample
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from companion.core.document import Span
from companion.core.notes import Colour, MarkKind
from companion.ui.looks.look import Look
from companion.ui.program.settings import Settings
from companion.ui.reading import Reading
from companion.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    reading = Reading()
    made = Window(reading, Look(reading), Settings())
    qtbot.addWidget(made)
    made.resize(1300, 900)
    made.show()
    qtbot.waitExposed(made)
    document = sample.document()
    reading.show(document)
    reading.take(sample.companion(document))
    made.activateWindow()
    made.reading_view.setFocus()
    yield made
    QGuiApplication.clipboard().clear()


def select(window: Window, words: str) -> Span:
    start = window.reading.document.text.index(words)
    span = Span(start, start + len(words))
    window.reading_view.selecting.select(span)
    return span


def over(window: Window, span: Span) -> QPoint:
    return window.reading_view.rects_of(span)[0].center().toPoint()


def test_digits_highlight_u_underlines_and_again_takes_it_away(qtbot: QtBot, window: Window) -> None:
    for _ in range(2):
        select(window, " counted the bread")
        qtbot.keyClick(window.reading_view, Qt.Key.Key_3)
    select(window, "her boots")
    qtbot.keyClick(window.reading_view, Qt.Key.Key_U)
    (mark,) = window.reading.bookmarks
    assert (mark.kind, mark.words, mark.colour) == (MarkKind.UNDERLINE, "her boots", Colour.BLUE)


def test_words_that_were_drawn_over_roughly_are_marked_whole(qtbot: QtBot, window: Window) -> None:
    select(window, "ounted the brea")
    qtbot.keyClick(window.reading_view, Qt.Key.Key_1)
    select(window, "oot")
    qtbot.keyClick(window.reading_view, Qt.Key.Key_U)
    assert sorted(mark.words for mark in window.reading.bookmarks) == ["counted the bread", "oot"]


def test_the_bar_highlights_in_the_colour_that_was_clicked(qtbot: QtBot, window: Window) -> None:
    span = select(window, "counted the bread")
    window.reading_view.selection_made.emit(span)
    assert window.selection_bar.isVisible()
    qtbot.mouseClick(window.selection_bar.colours[1], Qt.MouseButton.LeftButton)
    assert [(mark.kind, mark.colour) for mark in window.reading.bookmarks] == [
        (MarkKind.HIGHLIGHT, Colour.GREEN)
    ]
    assert not window.selection_bar.isVisible()


def test_a_note_is_written_beside_its_words_and_kept(qtbot: QtBot, window: Window) -> None:
    select(window, "her boots")
    qtbot.keyClick(window.reading_view, Qt.Key.Key_M)
    card = window.mark_actions.card
    assert card.isVisible()
    assert card.editor is not None
    qtbot.keyClicks(card.editor.note, "Why in boots?")
    qtbot.keyClick(card.editor.note, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert [mark.note for mark in window.reading.bookmarks] == ["Why in boots?"]
    assert window.reading_view.hasFocus()


def test_a_page_of_another_size_leaves_the_card_at_its_words(qtbot: QtBot, window: Window) -> None:
    span = select(window, "her boots")
    qtbot.keyClick(window.reading_view, Qt.Key.Key_M)
    card = window.mark_actions.card
    assert card.editor is not None
    qtbot.keyClicks(card.editor.note, "Why in ")
    place = card.pos()
    window.resize(1240, 820)
    qtbot.waitUntil(lambda: card.pos() != place)
    qtbot.keyClicks(QApplication.focusWidget(), "boots?")
    assert card.editor is not None
    assert card.editor.note.toPlainText() == "Why in boots?"
    words = window.reading_view.rects_of(span)[-1].toAlignedRect()
    assert not card.geometry().intersects(words)
    assert abs(card.geometry().center().x() - words.center().x()) <= card.width() // 2
    window.reading_view.verticalScrollBar().valueChanged.emit(1)
    assert card.isHidden(), "where the text moves without it, it goes"


def test_when_a_note_is_done_nothing_opens_in_the_text(qtbot: QtBot, window: Window) -> None:
    select(window, "her boots")
    qtbot.keyClick(window.reading_view, Qt.Key.Key_M)
    editor = window.mark_actions.card.editor
    assert editor is not None
    qtbot.keyClick(editor.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.reading_view.hasFocus()
    assert window.reading_view.painting.ring is None


def test_a_low_list_makes_room_for_its_editor_and_is_low_again_then(qtbot: QtBot, window: Window) -> None:
    dock = window.docks["bookmarks"]
    window.resizeDocks([dock], [dock.minimumSizeHint().height()], Qt.Orientation.Vertical)
    window.actions_by_name["note_on_text"].trigger()
    view = window.bookmarks_panel.view
    assert view.editor is not None
    low = dock.height()
    qtbot.waitUntil(lambda: view.editor is not None and view.editor.height() <= view.viewport().height())
    view.editor.note.setPlainText("All of it.")
    view.finish_editing()
    qtbot.waitUntil(lambda: dock.height() < low + 20)


def test_a_click_on_highlighted_words_opens_them_and_remove_takes_them_away(
    qtbot: QtBot, window: Window
) -> None:
    span = select(window, "counted the bread")
    qtbot.keyClick(window.reading_view, Qt.Key.Key_1)
    qtbot.mouseClick(window.reading_view.viewport(), Qt.MouseButton.LeftButton, pos=over(window, span))
    editor = window.mark_actions.card.editor
    assert editor is not None
    assert editor.bookmark_id == window.reading.bookmarks[0].id
    editor.remove.click()
    assert not window.reading.bookmarks
    assert window.undo_strip.isVisible()


def test_pointing_at_marked_words_tells_the_note(window: Window) -> None:
    span = select(window, "counted the bread")
    window.reading.marginalia.add(span, "", Colour.YELLOW, "Why <bread>?", MarkKind.HIGHLIGHT)
    viewport = window.reading_view.viewport()
    at = over(window, span)
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))
    assert "Why <bread>?" in QToolTip.text().replace("&lt;", "<").replace("&gt;", ">")
    QToolTip.hideText()


def test_words_are_copied_with_where_they_stand(window: Window) -> None:
    select(window, "counted the bread")
    window.actions_by_name["copy_cited"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("“counted the bread” (")
    assert data.text().endswith("The winter, §3)")
    assert bytes(data.data("text/markdown").data()).startswith(b"> counted the bread")


def test_the_passages_of_the_focus_are_copied_under_its_name(window: Window) -> None:
    assert not window.actions_by_name["copy_passages"].isEnabled()
    window.reading.focus_on("verl")
    window.actions_by_name["copy_passages"].trigger()
    told = QGuiApplication.clipboard().text()
    assert told.startswith("Anna Verl")
    assert told.count("§") == len(window.reading.passages)


def test_a_note_on_the_entry_stands_in_its_detail(qtbot: QtBot, window: Window) -> None:
    window.reading.focus_on("verl")
    window.actions_by_name["note_on_entry"].trigger()
    editor = window.bookmarks_panel.view.editor
    assert editor is not None
    qtbot.keyClicks(editor.note, "Brave?")
    editor.finish()
    detail = window.people_panel.view.detail_of("verl")
    assert detail is not None
    assert detail.notes.words == "Brave?"
    window.reading.marginalia.undo_stack.undo()
    assert detail.notes.words == ""


def test_an_event_with_marked_words_has_a_flag(window: Window) -> None:
    canvas = window.timeline_panel.canvas
    assert not canvas.emphasis.marked
    span = select(window, "wrote to")
    window.reading.toggle_mark(span, MarkKind.HIGHLIGHT)
    assert {canvas.story.events[index].id for index in canvas.emphasis.marked} == {"letter"}
    window.reading.toggle_mark(span, MarkKind.HIGHLIGHT)
    assert not canvas.emphasis.marked
