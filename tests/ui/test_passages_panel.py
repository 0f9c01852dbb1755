from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import panel_sample as sample
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget

from companion.core.document import Span
from companion.ui.looks.look import Look
from companion.ui.looks.theme import Role
from companion.ui.parts.quiet_button import QuietButton
from companion.ui.passages.passages_panel import PassagesPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def panel(host: QWidget) -> PassagesPanel:
    made = PassagesPanel(sample.opened(host), Look(host), host)
    made.resize(300, 400)
    made.show()
    return made


def said(panel: PassagesPanel) -> list[str]:
    rows = panel.view.rows
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def marked(panel: PassagesPanel, row: int) -> list[str]:
    cut = panel.view.rows.row(row).cut(80)
    return [cut.text[start:end] for start, end in cut.marks]


def test_says_what_it_is_for(panel: PassagesPanel) -> None:
    assert panel.empty_words.startswith("Click a name")
    panel.reading.focus_on("ghost")
    assert panel.empty_words == "No passage of the text speaks of <img src='file:///x.png'> & Co."
    panel.reading.release()
    assert panel.empty_words.startswith("Click a name")


def test_the_keyboard_is_seen_where_there_is_nothing_to_list(
    host: QWidget, panel: PassagesPanel, qtbot: QtBot
) -> None:
    assert panel.accessibleDescription() == panel.empty_words
    accent = panel.look[Role.ACCENT].rgb()

    def ringed() -> bool:
        image = panel.grab().toImage()
        return any(image.pixel(x, 0) == accent for x in range(20, 200))

    assert not ringed()
    host.activateWindow()
    qtbot.waitActive(host)
    panel.setFocus()
    assert ringed()


def test_lists_the_passages_in_order_with_the_names_marked(panel: PassagesPanel) -> None:
    panel.reading.focus_on("verl")
    assert not panel.is_empty
    assert said(panel)[0] == "🏰 Anna Verl held the wall."
    assert marked(panel, 0) == ["Anna Verl"]
    assert [panel.view.rows.row(row).place for row in range(5)] == ["§1", "§3", "§3", "§4", "§5"]


def test_a_passage_without_the_name_says_so(panel: PassagesPanel) -> None:
    panel.reading.focus_on("verl")
    row = panel.view.rows.row(2)
    assert row.remark == "not by name"
    assert marked(panel, 2) == []
    assert "not by name" in panel.view.rows.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_click_goes_to_the_passage(panel: PassagesPanel, qtbot: QtBot) -> None:
    reading = panel.reading
    reading.focus_on("verl")
    wanted: list[Span] = []
    reading.passage_requested.connect(wanted.append)
    at = panel.view.visualRect(panel.view.rows.index(3, 0)).topLeft() + QPoint(30, 10)
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert wanted == [reading.passages.spans[3]]
    assert panel.view.rows.current == 3
    assert panel._stepper.words == "4 of 5"


def test_enter_goes_to_the_passage(panel: PassagesPanel, qtbot: QtBot) -> None:
    panel.reading.focus_on("verl")
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert panel.reading.passage_index == 1


def test_the_header_steps_round(panel: PassagesPanel, qtbot: QtBot) -> None:
    assert panel._stepper.words == ""
    panel.reading.focus_on("verl")
    assert panel._stepper.words == "5"
    previous, following = panel.header.findChildren(QuietButton)
    panel.reading.go_to_passage(4)
    qtbot.mouseClick(following, Qt.MouseButton.LeftButton)
    assert panel._stepper.words == "1 of 5"
    qtbot.mouseClick(previous, Qt.MouseButton.LeftButton)
    assert panel._stepper.words == "5 of 5"


def test_the_current_passage_comes_into_view(panel: PassagesPanel) -> None:
    panel.resize(300, 110)
    panel.reading.focus_on("verl")
    panel.reading.go_to_passage(4)
    rect = panel.view.visualRect(panel.view.rows.index(4, 0))
    assert panel.view.viewport().rect().contains(rect)


def test_the_list_begins_with_the_passage_that_comes_next(panel: PassagesPanel) -> None:
    reading = panel.reading
    panel.resize(300, 110)
    starts = reading.companion.passages("verl").spans.starts
    for row, place in ((2, starts[1] + 1), (0, 0)):
        reading.release()
        reading.moved_to(Span(place, place + 10))
        reading.focus_on("verl")
        assert panel.view.visualRect(panel.view.rows.index(row)).top() == 0
        assert panel.view.rows.current == -1, "she is at none of them"
    reading.moved_to(Span(starts[1] + 1, starts[1] + 10))
    fresh = PassagesPanel(reading, panel.look, panel.parentWidget())  # has no room yet
    fresh.resize(300, 110)
    fresh.show()
    QApplication.processEvents()
    assert fresh.view.visualRect(fresh.view.rows.index(2)).top() == 0


def test_two_in_focus(panel: PassagesPanel) -> None:
    panel.reading.focus_on("verl")
    panel.reading.add_to_focus("ferrand")
    assert panel._both.text() == "with both Anna Verl and Zoë Ferrand"
    assert len(said(panel)) == 2
    assert marked(panel, 0) == ["Anna Verl", "Zoë Ferrand"]
    panel.reading.focus_on("siege")
    panel.reading.add_to_focus("verl")
    assert panel.empty_words == "No passage speaks of both siege engine and Anna Verl."
    panel.reading.focus_on("verl")
    assert panel._both.isHidden()


def test_the_model_keeps_qts_rules(panel: PassagesPanel) -> None:
    tester = QAbstractItemModelTester(panel.view.rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    panel.reading.focus_on("verl")
    panel.reading.next_passage()
    panel.reading.take(sample.companion(panel.reading.document))
    panel.reading.release()
    assert tester.model() is panel.view.rows


def test_a_new_companion_is_taken_up(panel: PassagesPanel) -> None:
    panel.reading.focus_on("verl")
    panel.reading.take(sample.with_many(3))
    panel.reading.show(sample.document())
    assert panel.is_empty


def test_only_visible_passages_are_made(panel: PassagesPanel, qtbot: QtBot) -> None:
    made: list[int] = []
    original = panel._row
    panel.view.rows.show_rows(100_000, lambda number: (made.append(number), original(0))[1])
    panel.reading.focus_on("verl")
    made.clear()
    panel.view.rows.show_rows(100_000, lambda number: (made.append(number), original(0))[1])
    panel.grab()
    assert made
    assert len(set(made)) < 20


def test_a_closed_panel_dies(host: QWidget) -> None:
    reading = sample.opened(host)
    panel = PassagesPanel(reading, Look(host), host)
    reading.focus_on("verl")
    gone = weakref.ref(panel)
    panel.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del panel
    gc.collect()
    assert gone() is None
    reading.release()
