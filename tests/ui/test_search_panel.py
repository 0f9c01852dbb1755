from __future__ import annotations

from typing import TYPE_CHECKING

import panel_sample as sample
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QAbstractItemModelTester

from companion.core.document import Span
from companion.ui import reading
from companion.ui.looks.look import Look
from companion.ui.passages.search_panel import SearchPanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def panel(host: QWidget) -> SearchPanel:
    made = SearchPanel(sample.opened(host), Look(host), host)
    made.resize(300, 400)
    made.show()
    return made


def search(panel: SearchPanel, words: str, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.field, words)
    qtbot.waitUntil(lambda: panel.reading.query == words)


def test_finds_as_one_types(panel: SearchPanel, qtbot: QtBot) -> None:
    search(panel, "wall", qtbot)
    assert panel.view.rows.rowCount() == len(panel.reading.hits) == 3
    assert panel.count_words == "3"
    row = panel.view.rows.row(1).cut(60)
    assert [row.text[start:end] for start, end in row.marks] == ["wall"]


def test_waits_for_the_end_of_the_word(panel: SearchPanel, qtbot: QtBot) -> None:
    searched: list[object] = []
    panel.reading.search_changed.connect(searched.append)
    search(panel, "winter", qtbot)
    assert len(searched) == 1


def test_says_when_nothing_is_found(panel: SearchPanel, qtbot: QtBot) -> None:
    assert panel._message.text().startswith("Type words")
    search(panel, "<b>", qtbot)
    assert panel._message.text() == "“<b>” does not stand in this text."
    assert panel.view.isHidden()
    panel.field.clear()
    assert panel.reading.query == ""
    assert panel._message.text().startswith("Type words")


def test_says_when_there_are_more_than_it_shows(
    panel: SearchPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_HITS", 2)
    search(panel, "wall", qtbot)
    assert panel.view.rows.rowCount() == 2
    assert panel._message.text() == "These are the first 2 places; there are more."
    monkeypatch.setattr(reading, "MOST_HITS", 3)
    panel.field.clear()
    search(panel, "wall", qtbot)
    assert (panel.view.rows.rowCount(), panel._message.text()) == (3, "")


def test_enter_steps_on_and_shift_enter_back(panel: SearchPanel, qtbot: QtBot) -> None:
    panel.focus_field()
    qtbot.keyClicks(panel.field, "wall")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)  # at once, not after the pause
    assert panel.count_words == "1 of 3"
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.count_words == "2 of 3"
    qtbot.keyClick(panel.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(panel.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert panel.count_words == "3 of 3"
    assert panel.view.rows.current == 2


def test_a_click_goes_to_the_hit(panel: SearchPanel, qtbot: QtBot) -> None:
    search(panel, "wall", qtbot)
    at = panel.view.visualRect(panel.view.rows.index(1, 0)).topLeft() + QPoint(30, 10)
    with qtbot.waitSignal(panel.reading.passage_requested) as asked:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [panel.reading.hits[1]]


def test_down_goes_into_the_list(host: QWidget, panel: SearchPanel, qtbot: QtBot) -> None:
    host.activateWindow()
    panel.focus_field()
    search(panel, "wall", qtbot)
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.view.hasFocus()


def test_esc_stays_at_the_hit_and_back_leads_to_where_one_was(panel: SearchPanel, qtbot: QtBot) -> None:
    reading = panel.reading
    reading.moved_to(Span(60, 120))
    search(panel, "wall", qtbot)
    reading.next_hit()
    reading.moved_to(Span(reading.hits[reading.hit_index].start, len(reading.document.text)))
    reading.next_hit()
    reading.moved_to(Span(5, 80))
    asked: list[int] = []
    reading.place_requested.connect(asked.append)
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert asked == []
    assert reading.query == ""
    assert panel.field.text() == ""
    assert panel.count_words == ""
    reading.back()
    assert asked == [60]


def test_esc_is_the_windows_when_there_is_nothing_to_close(panel: SearchPanel, qtbot: QtBot) -> None:
    escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), panel.parentWidget())
    pressed: list[int] = []
    escape.activated.connect(lambda: pressed.append(1))
    panel.parentWidget().activateWindow()
    panel.field.setFocus()
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert pressed == [1]
    panel.focus_field()  # she asked for it: Esc takes that back first
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert pressed == [1]
    panel.focus_field("wall")
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert pressed == [1]
    assert panel.reading.query == ""


def test_ctrl_f_with_words(panel: SearchPanel) -> None:
    panel.focus_field("  the\nwall ")
    assert panel.field.text() == "the wall"
    assert panel.field.selectedText() == "the wall"
    assert panel.reading.query == "the wall"
    panel.focus_field()
    assert panel.field.text() == "the wall"


def test_a_search_from_elsewhere_is_shown(panel: SearchPanel) -> None:
    panel.reading.search("gate")
    assert panel.field.text() == "gate"
    assert panel.view.rows.rowCount() == 1
    panel.reading.go_to_hit(0)
    assert panel.count_words == "1 of 1"


def test_another_text_ends_the_search(panel: SearchPanel, qtbot: QtBot) -> None:
    search(panel, "wall", qtbot)
    panel.reading.show(sample.document())
    assert panel.field.text() == ""
    assert panel.view.rows.rowCount() == 0


def test_a_hit_outside_all_blocks(panel: SearchPanel) -> None:
    panel.reading.search("wall. The")
    assert panel.view.rows.row(0).cut(80).text.startswith("🏰 Anna Verl")


def test_the_model_keeps_qts_rules(panel: SearchPanel) -> None:
    tester = QAbstractItemModelTester(panel.view.rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    panel.reading.search("the")
    panel.reading.next_hit()
    panel.reading.search("")
    assert tester.model() is panel.view.rows


def test_controls_have_names(panel: SearchPanel) -> None:
    assert panel.field.accessibleName() == "Search this text"
    assert panel.view.accessibleName() == "Hits"
    assert panel.field._clear.accessibleName() == "Clear"
