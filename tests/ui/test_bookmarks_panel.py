"""Bookmarks panel: what it lists, how a bookmark is chosen, changed, removed and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import panel_sample as sample
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from companion.core.anchors import Anchor
from companion.core.document import Span
from companion.core.notes import Colour, Mark
from companion.ui.bookmarks.bookmark_words import bookmark_title
from companion.ui.bookmarks.bookmarks_panel import BookmarksPanel
from companion.ui.bookmarks.undo_strip import UndoStrip
from companion.ui.looks.look import Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def panel(host: QWidget) -> BookmarksPanel:
    made = BookmarksPanel(sample.opened(host), Look(host), host)
    made.resize(300, 400)
    made.show()
    return made


def mark(panel: BookmarksPanel, words: str, label: str = "", note: str = "") -> Mark:
    start = panel.reading.document.text.index(words)
    return panel.reading.add_bookmark(Span(start, start + len(words)), label, note=note)


def middle(panel: BookmarksPanel, row: int) -> QPoint:
    return panel.view.visualRect(panel.view.rows.index(row, 0)).center()


def test_says_what_it_is_for(panel: BookmarksPanel) -> None:
    assert panel.empty_words.startswith("The places")
    mark(panel, "the wall")
    assert not panel.is_empty
    panel.reading.remove_bookmark(panel.reading.bookmarks[0].id)
    assert panel.is_empty


def test_lists_label_or_words_place_and_note(panel: BookmarksPanel) -> None:
    mark(panel, "counted the bread", note="Why\nbread?")
    mark(panel, "🏰 Anna Verl", label="<b>The commander</b>")
    rows = panel.view.rows
    assert rows.lines(0) == ["<b>The commander</b>", "§1 · The walls"]
    assert rows.lines(1) == ["“counted the bread”", "§3 · The winter", "Why bread?"]
    spoken = rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "“counted the bread”, §3 · The winter, amber, A, Why bread?"
    assert "&lt;b&gt;" in rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_of_a_mark_on_a_whole_book_the_first_words_are_shown() -> None:
    mark = Mark("urn:1", Anchor("word \n\n" * 100_000, "", "", 0, 700_000))
    title = bookmark_title(mark)
    assert title.startswith("“word word word")
    assert len(title) == 1002
    assert bookmark_title(Mark("urn:2", Anchor("two\nwords", "", "", 0, 9))) == "“two words”"


def test_the_model_keeps_its_promises(panel: BookmarksPanel) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    QAbstractItemModelTester(panel.view.rows, mode, panel)
    made = [mark(panel, words) for words in ("Verl opened", "the wall", "her boots")]
    panel.reading.choose_bookmark(made[1].id)
    panel.reading.remove_bookmark(made[0].id)
    panel.reading.show(sample.document())


def test_click_and_enter_go_there(qtbot: QtBot, panel: BookmarksPanel) -> None:
    made = [mark(panel, words) for words in ("the wall", "her boots")]
    asked: list[Span] = []
    panel.reading.passage_requested.connect(asked.append)
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=middle(panel, 1))
    assert panel.reading.bookmark == made[1].id
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Up)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    text = panel.reading.document.text
    assert [text[start:end] for start, end in asked] == ["her boots", "the wall"]


def test_a_bookmark_is_changed_in_its_place(qtbot: QtBot, panel: BookmarksPanel) -> None:
    mark(panel, "the wall")
    panel.view.setFocus()
    height = panel.view.rowHeight(0)
    qtbot.keyClick(panel.view, Qt.Key.Key_F2)
    editor = panel.view.editor
    assert editor is not None
    assert panel.view.rowHeight(0) > height
    assert panel.view.visualRect(panel.view.rows.index(0, 0)).contains(editor.geometry())
    qtbot.keyClicks(editor.label, "Stone")
    qtbot.keyClick(editor.label, Qt.Key.Key_Tab)
    qtbot.keyClicks(editor.note, "old & grey")
    qtbot.mouseClick(editor.colours[2], Qt.MouseButton.LeftButton)
    qtbot.keyClick(editor.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    changed = panel.reading.bookmarks[0]
    assert (changed.label, changed.note, changed.colour) == ("Stone", "old & grey", Colour.BLUE)
    assert panel.view.editor is None
    assert panel.view.hasFocus()
    panel.reading.marginalia.undo_stack.undo()
    assert panel.reading.bookmarks[0].label == ""


def test_escape_loses_nothing_that_was_typed(qtbot: QtBot, panel: BookmarksPanel) -> None:
    mark(panel, "the wall", label="Stone")
    panel.view.open_editor(0)
    editor = panel.view.editor
    assert editor is not None
    qtbot.keyClicks(editor.label, "Wood")
    qtbot.keyClick(editor.label, Qt.Key.Key_Escape)
    assert panel.view.editor is None
    assert panel.reading.bookmarks[0].label == "Wood"
    panel.reading.marginalia.undo_stack.undo()
    assert panel.reading.bookmarks[0].label == "Stone"


def test_the_keyboard_stays_at_the_bookmark_that_was_changed(qtbot: QtBot, panel: BookmarksPanel) -> None:
    for words in ("the wall", "her boots", "Verl opened"):
        mark(panel, words)
    panel.view.open_editor(2)
    assert panel.view.editor is not None
    qtbot.keyClicks(panel.view.editor.note, "A note")
    qtbot.keyClick(panel.view.editor.note, Qt.Key.Key_Escape)
    assert panel.view.hasFocus()
    assert panel.view.currentIndex().row() == 2


def test_a_low_list_scrolls_to_what_the_keyboard_reaches(panel: BookmarksPanel) -> None:
    mark(panel, "the wall")
    panel.view.setFixedHeight(70)
    panel.view.open_editor(0)
    editor = panel.view.editor
    assert editor is not None
    for part in (editor.colours[0], editor.label):
        part.setFocus()
        assert panel.view.viewport().rect().contains(part.geometry().translated(editor.pos()))


def test_what_was_typed_is_taken_when_another_is_opened_and_at_the_end(
    qtbot: QtBot, panel: BookmarksPanel
) -> None:
    mark(panel, "the wall")
    mark(panel, "her boots")
    for row, words in enumerate(("Stone", "Leather")):
        panel.view.open_editor(row)
        assert panel.view.editor is not None
        qtbot.keyClicks(panel.view.editor.label, words)
    panel.finish_editing()
    assert [bookmark.label for bookmark in panel.reading.bookmarks] == ["Stone", "Leather"]


def test_what_was_typed_is_kept_when_the_keyboard_goes_elsewhere(qtbot: QtBot, panel: BookmarksPanel) -> None:
    mark(panel, "the wall")
    panel.view.open_editor(0)
    editor = panel.view.editor
    assert editor is not None
    qtbot.waitUntil(editor.label.hasFocus)
    qtbot.keyClicks(editor.label, "Stone")
    editor.note.setFocus()
    assert panel.reading.bookmarks[0].label == ""
    qtbot.keyClicks(editor.note, "old and grey")
    panel.view.setFocus()
    kept = panel.reading.bookmarks[0]
    assert (kept.label, kept.note) == ("Stone", "old and grey")
    panel.reading.marginalia.undo_stack.undo()
    assert panel.reading.bookmarks[0].note == ""


def test_what_is_typed_is_kept_in_a_pause_and_is_one_step(qtbot: QtBot, panel: BookmarksPanel) -> None:
    mark(panel, "the wall", label="Stone")
    stack = panel.reading.marginalia.undo_stack
    steps = stack.count()
    panel.view.open_editor(0)
    editor = panel.view.editor
    assert editor is not None
    for words in ("old", " and grey"):
        qtbot.keyClicks(editor.note, words)
        qtbot.waitUntil(lambda: panel.reading.bookmarks[0].note == editor.note.toPlainText())
    assert panel.view.editor is editor
    assert stack.count() == steps
    qtbot.keyClicks(editor.note, " and high")
    panel.finish_editing()
    assert panel.reading.bookmarks[0].note == "old and grey and high"
    assert stack.count() == steps + 1
    stack.undo()
    assert (panel.reading.bookmarks[0].label, panel.reading.bookmarks[0].note) == ("Stone", "")
    stack.redo()
    assert panel.reading.bookmarks[0].note == "old and grey and high"


def test_what_was_kept_in_a_pause_goes_when_it_is_typed_back(qtbot: QtBot, panel: BookmarksPanel) -> None:
    mark(panel, "the wall", label="Stone")
    stack = panel.reading.marginalia.undo_stack
    steps = stack.count()
    panel.view.open_editor(0)
    editor = panel.view.editor
    assert editor is not None
    qtbot.keyClicks(editor.note, "old")
    qtbot.waitUntil(lambda: panel.reading.bookmarks[0].note == "old")
    editor.note.setPlainText("")
    panel.finish_editing()
    assert (panel.reading.bookmarks[0].label, panel.reading.bookmarks[0].note) == ("Stone", "")
    assert stack.count() == steps


def test_an_open_editor_goes_with_its_bookmark(panel: BookmarksPanel) -> None:
    made = mark(panel, "the wall")
    panel.view.open_editor(0)
    panel.reading.remove_bookmark(made.id)
    assert panel.view.editor is None
    mark(panel, "her boots")
    panel.view.open_editor(0)
    panel.reading.show(sample.document())
    assert panel.view.editor is None


def test_delete_removes_and_the_next_row_has_the_keyboard(qtbot: QtBot, panel: BookmarksPanel) -> None:
    for words in ("the wall", "her boots", "Verl opened"):
        mark(panel, words)
    panel.view.setFocus()
    panel.view.make_current(1)
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert [b.anchor.exact for b in panel.reading.bookmarks] == ["the wall", "Verl opened"]
    assert panel.view.currentIndex().row() == 1


def test_the_menu_colours_and_removes(
    qtbot: QtBot, panel: BookmarksPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)  # without a screen nothing can take the keyboard
    mark(panel, "the wall")
    for wish in (Colour.GREEN, "remove"):
        at = middle(panel, 0)
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, at, panel.view.viewport().mapToGlobal(at))
        QApplication.sendEvent(panel.view.viewport(), event)
        menu = panel.view.findChild(QMenu, "bookmark_menu")
        found = [menu, *menu.findChildren(QMenu)]
        action = next(action for part in found for action in part.actions() if action.data() == wish)
        action.trigger()
        with qtbot.waitSignal(menu.destroyed):
            menu.close()
        if wish is Colour.GREEN:
            assert panel.reading.bookmarks[0].colour is Colour.GREEN
    assert panel.reading.bookmarks == ()


def test_every_control_has_a_name(panel: BookmarksPanel) -> None:
    mark(panel, "the wall")
    panel.view.open_editor(0)
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.objectName().startswith("qt_"):
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name).strip(), type(widget).__name__


def test_hundreds_are_listed_and_shown(panel: BookmarksPanel) -> None:
    length = len(panel.reading.document.text) - 20
    made = [panel.reading.add_bookmark(Span(n % length, n % length + 1 + n // length)) for n in range(300)]
    assert panel.view.rows.rowCount() == 300
    panel.reading.choose_bookmark(made[150].id)
    row = panel.view.rows.row_of(made[150].id)
    assert panel.view.viewport().rect().contains(panel.view.visualRect(panel.view.rows.index(row, 0)))


class TestUndoStrip:
    @pytest.fixture
    def strip(self, panel: BookmarksPanel, host: QWidget) -> UndoStrip:
        return UndoStrip(panel.reading, panel.look, host)

    def test_a_removal_is_brought_back(self, qtbot: QtBot, panel: BookmarksPanel, strip: UndoStrip) -> None:
        made = mark(panel, "the wall", label="Stone")
        assert strip.isHidden()
        panel.reading.remove_bookmark(made.id)
        assert strip.isVisible()
        assert strip.accessibleName() == "Mark removed"
        qtbot.mouseClick(strip.undo_button, Qt.MouseButton.LeftButton)
        assert [b.label for b in panel.reading.bookmarks] == ["Stone"]
        assert strip.isHidden()

    def test_it_goes_at_the_next_change(self, panel: BookmarksPanel, strip: UndoStrip) -> None:
        panel.reading.remove_bookmark(mark(panel, "the wall").id)
        mark(panel, "her boots")
        assert strip.isHidden()
        panel.reading.remove_bookmark(panel.reading.bookmarks[0].id)
        panel.reading.show(sample.document())
        assert strip.isHidden()

    def test_it_stays_at_the_foot(self, panel: BookmarksPanel, strip: UndoStrip, host: QWidget) -> None:
        panel.reading.remove_bookmark(mark(panel, "the wall").id)
        host.resize(500, 300)
        QApplication.processEvents()
        assert host.rect().contains(strip.geometry())
        strip.hide()
