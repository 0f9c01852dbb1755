from __future__ import annotations

from typing import TYPE_CHECKING

import panel_sample as sample
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from companion.core.document import Block, BlockKind, Document, Section, Span
from companion.ui.contents.contents_panel import ContentsPanel
from companion.ui.contents.contents_rows import parents_of
from companion.ui.contents.place_words import section_on_screen
from companion.ui.looks.look import Look
from companion.ui.reading import Reading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


def levels(*given: int) -> tuple[Section, ...]:
    return tuple(Section(f"s{index}", level, index, index + 1) for index, level in enumerate(given))


@pytest.fixture
def panel(host: QWidget) -> ContentsPanel:
    made = ContentsPanel(sample.opened(host), Look(host), host)
    made.resize(300, 400)
    made.show()
    return made


def titles(panel: ContentsPanel) -> list[str]:
    rows = panel.view.rows
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


@pytest.mark.parametrize(
    ("given", "parents"),
    [
        ((), []),
        ((1, 1, 1), [-1, -1, -1]),
        ((1, 2, 2, 1, 2), [-1, 0, 0, -1, 3]),
        ((1, 3, 2, 3, 1), [-1, 0, 0, 2, -1]),
        ((3, 2, 1), [-1, -1, -1]),
        ((1, 2, 3, 2), [-1, -1, 1, -1]),
        ((2, 2, 1, 2), [-1, -1, -1, 2]),
    ],
)
def test_what_is_part_of_what(given: tuple[int, ...], parents: list[int]) -> None:
    assert parents_of(levels(*given)) == parents


def test_a_title_over_the_whole_text_stands_beside_its_chapters(panel: ContentsPanel) -> None:
    assert titles(panel) == ["The siege of Aldmere", "The walls", "The winter", "The end"]


def test_says_when_there_is_nothing_to_list(host: QWidget) -> None:
    reading = Reading(host)
    panel = ContentsPanel(reading, Look(host), host)
    assert "open text" in panel.empty_words
    reading.show(Document("Words.", (Block(BlockKind.PARAGRAPH, 0, 6),)))
    assert "not divided" in panel.empty_words
    reading.show(sample.document())
    assert not panel.is_empty


def test_a_click_goes_to_the_section(panel: ContentsPanel, qtbot: QtBot) -> None:
    index = panel.view.rows.index(2, 0)
    at = panel.view.visualRect(index).topLeft() + QPoint(20, 10)
    with qtbot.waitSignal(panel.reading.place_requested) as asked:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [panel.reading.document.text.index("The winter")]
    assert panel.reading.can_go_back


def test_enter_goes_to_the_section(panel: ContentsPanel, qtbot: QtBot) -> None:
    panel.view.setCurrentIndex(panel.view.rows.index(3, 0))
    with qtbot.waitSignal(panel.reading.place_requested):
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)


def test_the_keys_begin_at_the_section_that_is_read(
    panel: ContentsPanel, host: QWidget, qtbot: QtBot
) -> None:
    host.activateWindow()
    qtbot.waitActive(host)
    host.setFocus()
    start = panel.reading.document.text.index("The winter")
    panel.reading.moved_to(Span(start, start + 60))
    qtbot.waitUntil(lambda: panel.view.current_section == 2)
    panel.view.setCurrentIndex(panel.view.rows.index(0, 0))
    panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert panel.view.rows.section_of(panel.view.currentIndex()) == 2


def test_follows_the_reader(panel: ContentsPanel, qtbot: QtBot) -> None:
    start = panel.reading.document.text.index("The winter")
    panel.reading.moved_to(Span(start, start + 60))
    qtbot.waitUntil(lambda: panel.view.current_section == 2)
    panel.reading.moved_to(Span(0, 30))
    qtbot.waitUntil(lambda: panel.view.current_section == 0)


def test_a_heading_just_under_the_top_is_what_is_read() -> None:
    document = sample.document()
    heading = document.text.index("The end")
    assert section_on_screen(document, Span(heading - 10, heading + 40)) == 3
    assert section_on_screen(document, Span(heading - 40, heading + 10)) == 2


def test_a_folded_part_stands_for_its_chapters(host: QWidget) -> None:
    reading = Reading(host)
    text = "x" * 40
    sections = tuple(
        Section(f"s{index}", level, index * 10, index * 10 + 10) for index, level in enumerate((1, 2, 2, 1))
    )
    panel = ContentsPanel(reading, Look(host), host)
    reading.show(Document(text, (Block(BlockKind.PARAGRAPH, 0, 40),), sections))
    panel.view.show_section(2)
    assert panel.view._delegate.current == 2
    panel.view.collapse(panel.view.rows.index(0, 0))
    assert panel.view._delegate.current == 0
    panel.view.expand(panel.view.rows.index(0, 0))
    assert panel.view._delegate.current == 2


def test_the_model_keeps_qts_rules(panel: ContentsPanel) -> None:
    rows = panel.view.rows
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    nested = tuple(
        Section("" if index == 2 else f"s{index}", level, index, 9)
        for index, level in enumerate((1, 2, 3, 3, 2, 1, 4))
    )
    rows.show_document(Document("123456789", (Block(BlockKind.PARAGRAPH, 0, 9),), nested))
    deep = rows.index(0, 0, rows.index(0, 0, rows.index(0, 0)))
    assert rows.section_of(deep) == 2
    assert deep.data() == "§1"
    assert rows.parent(deep) == rows.index_of(1)
    rows.show_document(Document(""))
    assert tester.model() is rows


def test_thousands_of_sections_are_all_there(host: QWidget) -> None:
    reading = Reading(host)
    sections = tuple(
        Section(f"Chapter {index}", 1 + (index % 20 > 0), index, index + 1) for index in range(2000)
    )
    panel = ContentsPanel(reading, Look(host), host)
    panel.resize(300, 400)
    panel.show()
    reading.show(Document("x" * 2000, (Block(BlockKind.PARAGRAPH, 0, 2000),), sections))
    assert panel.view.rows.rowCount() == 100
    panel.view.show_section(1999)
    assert panel.view.visualRect(panel.view.rows.index_of(1999)).isValid()


def test_the_section_that_is_read_is_seen_in_whatever_room_the_panel_comes_to_have(host: QWidget) -> None:
    reading, count = Reading(host), 60
    sections = tuple(Section(f"Chapter {one}", 1, one * 10, one * 10 + 10) for one in range(count))
    reading.show(Document("x" * count * 10, (Block(BlockKind.PARAGRAPH, 0, count * 10),), sections))
    reading.moved_to(Span(400, 405))
    panel = ContentsPanel(reading, Look(host), host)  # made, and told where she is, before it has its size
    panel.show()
    for height in (400, 120):
        panel.resize(300, height)
        QApplication.processEvents()
        current = panel.view.visualRect(panel.view.rows.index(40, 0))
        assert panel.view.viewport().rect().contains(current.center())


def test_a_title_like_a_tag_stays_words(host: QWidget) -> None:
    reading = Reading(host)
    panel = ContentsPanel(reading, Look(host), host)
    sections = (Section("<b>One</b>", 1, 0, 3),)
    reading.show(Document("One", (Block(BlockKind.HEADING, 0, 3, level=1),), sections))
    assert "&lt;b&gt;" in panel.view.rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_titles_beyond_what_was_read_are_numbers(panel: ContentsPanel) -> None:
    reading, rows = panel.reading, panel.view.rows
    document = reading.document
    reading.furthest = document.sections[2].start + 1
    reading.guard(True)
    told = [rows.words(index) for index in range(len(document.sections))]
    assert told[:3] == [section.title for section in document.sections[:3]]
    assert document.sections[3].title not in told
    assert told[3].startswith("Section ")
    reading.guard(False)
    assert rows.words(3) == document.sections[3].title


def test_of_titles_that_the_guard_takes_or_gives_each_is_told_once(panel: ContentsPanel) -> None:
    rows = panel.view.rows
    panel.reading.show(Document("abcdefgh", sections=levels(1, 2, 3, 2, 1, 2, 2, 1)))
    told: list[int] = []

    def hear(first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            told.append(rows.section_of(rows.index(row, 0, rows.parent(first))))

    rows.dataChanged.connect(hear)
    for horizon, others in (
        (3, [3, 4, 5, 6, 7]),
        (6, [3, 4, 5]),
        (2, [2, 3, 4, 5]),
        (None, [2, 3, 4, 5, 6, 7]),
    ):
        told.clear()
        rows.set_horizon(horizon)
        assert sorted(told) == others
    rows.dataChanged.disconnect(hear)
