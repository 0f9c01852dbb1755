"""The table of all entries: sorted, filtered, many mended at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from correcting_sample import person
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QAbstractItemModelTester

from companion.core.correcting import difference
from companion.core.corrections import Correction, Verb
from companion.core.entries import Kind
from companion.ui.bench.bench_window import BenchWindow
from companion.ui.bench.entry_table import Column
from companion.ui.bench.lay_over import LayOver, in_words
from companion.ui.looks.look import Look
from companion.ui.looks.theme import Role, contrast, palette, theme_names

if TYPE_CHECKING:
    from bench_sample import Bench
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(sample: Bench, host: QWidget, qtbot: QtBot) -> BenchWindow:
    undo, redo = QAction("undo", host), QAction("redo", host)
    undo.triggered.connect(sample.reading.marginalia.undo_stack.undo)
    redo.triggered.connect(sample.reading.marginalia.undo_stack.redo)
    made = BenchWindow(sample.reading, Look(host), (undo, redo), host)
    QAbstractItemModelTester(made.rows, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    made.show_table()
    qtbot.waitExposed(made)
    return made


def column(window: BenchWindow, which: Column) -> list[str]:
    rows = window.rows
    return [rows.data(rows.index(row, which)) for row in range(rows.rowCount())]


def test_it_tells_what_there_is_to_know_of_each(window: BenchWindow) -> None:
    assert column(window, Column.NAME) == [
        "<img src='file:///x.png'> & Co",
        "A letter",
        "Anna Verl",
        "postern",
        "siege engine",
        "wall",
        "Zoë Ferrand",
    ]
    assert column(window, Column.KIND)[:3] == ["person", "event · January 1644", "person"]
    assert column(window, Column.NAMES)[4] == "trébuchet"
    assert column(window, Column.PASSAGES)[2] == "5"
    assert column(window, Column.ORIGIN)[2] == "written"
    assert column(window, Column.ORIGIN)[6] == "found in the text"
    assert set(column(window, Column.SURE)) == {"100 %"}


def test_each_column_sorts(window: BenchWindow) -> None:
    window.table.sortByColumn(Column.PASSAGES, Qt.SortOrder.DescendingOrder)
    assert column(window, Column.NAME)[0] == "Anna Verl"
    window.table.sortByColumn(Column.KIND, Qt.SortOrder.AscendingOrder)
    assert column(window, Column.NAME)[:3] == ["postern", "siege engine", "wall"]
    for which in Column:
        window.table.sortByColumn(which, Qt.SortOrder.AscendingOrder)
        assert window.rows.rowCount() == 7


def test_a_filter_looks_at_all_names_and_kinds(window: BenchWindow) -> None:
    window.filter_field.setText("trebuchet")
    assert column(window, Column.NAME) == ["siege engine"]
    window.kinds[Kind.TERM].setChecked(False)
    assert column(window, Column.NAME) == []
    window.filter_field.clear()
    assert len(column(window, Column.NAME)) == 4


def test_what_is_chosen_stays_so_however_it_is_sorted(window: BenchWindow) -> None:
    window.choose(["verl", "wall"])
    window.table.sortByColumn(Column.PASSAGES, Qt.SortOrder.AscendingOrder)
    assert sorted(window.chosen) == ["verl", "wall"]


def test_one_that_is_held_back_is_listed_to_be_chosen(window: BenchWindow) -> None:
    window.filter_field.setText("wall")
    window.choose(["verl"])
    assert window.chosen == ["verl"]


def test_several_are_made_one_under_the_name_that_is_asked_for(
    window: BenchWindow, sample: Bench, qtbot: QtBot
) -> None:
    window.choose(["postern", "siege", "wall"])
    qtbot.waitUntil(window.merge.isEnabled)
    window.merge.click()
    goals = window._palette._goals
    assert goals is not None
    assert [goal.words for goal in goals.find("")] == ["wall", "postern", "siege engine"]
    goals.follow(goals.find("")[0])
    sample.settle(qtbot)
    assert [entry.id for entry in sample.reading.companion.terms] == ["wall"]
    assert sample.reading.marginalia.undo_stack.count() == 1


def test_several_become_another_kind_and_go_at_once(window: BenchWindow, sample: Bench, qtbot: QtBot) -> None:
    window.choose(["postern", "wall"])
    window._kind_menu.actions()[1].trigger()
    sample.settle(qtbot)
    assert {"postern", "wall"} <= {entry.id for entry in sample.reading.companion.people}
    assert sorted(window.chosen) == ["postern", "wall"]
    window.remove.click()
    sample.settle(qtbot)
    assert len(sample.reading.companion.entries) == 5
    sample.reading.marginalia.undo_stack.undo()
    sample.settle(qtbot)
    assert window.rows.rowCount() == 7


def test_the_one_that_is_chosen_can_be_edited_beside_the_table(
    window: BenchWindow, sample: Bench, qtbot: QtBot
) -> None:
    window.choose(["letter"])
    qtbot.waitUntil(window.editor.isVisible)
    assert window.editor.name.text() == "A letter"
    window.editor.date.setText("1645")
    window.editor.apply()
    sample.settle(qtbot)
    assert column(window, Column.KIND)[1] == "event · 1645"
    assert column(window, Column.ORIGIN)[1] == "written, changed by you"
    window.choose(["letter", "wall"])
    qtbot.waitUntil(window.editor.isHidden)
    assert window.apart.isEnabled()


def test_the_text_shows_what_is_chosen_here(window: BenchWindow, sample: Bench, qtbot: QtBot) -> None:
    window.choose(["verl"])
    qtbot.keyClick(window.table, Qt.Key.Key_Return)
    assert sample.reading.focus == ("verl",)
    assert sample.reading.passage_index >= 0
    window.choose(["verl", "ferrand"])
    qtbot.waitUntil(window.apart.isEnabled)
    window.show_in_text.click()
    assert set(sample.reading.focus) == {"verl", "ferrand"}


def test_corrections_that_find_no_place_are_listed_with_why(
    window: BenchWindow, sample: Bench, qtbot: QtBot
) -> None:
    made = Correction("urn:x", Verb.SAY, person("Nobody"), text="Mine.")
    moot = Correction("urn:y", Verb.REMOVE, person("No one"))
    for one in (made, moot):
        sample.reading.marginalia.put_correction(one, is_there=True)
    sample.settle(qtbot)
    assert window.left_list.words.text() == (
        "One of your corrections cannot be done in this text:\nThere is nobody called ‘Nobody’ any more."
    )
    window.left_list.take_back.click()
    sample.settle(qtbot)
    assert window.left_list.isHidden()
    assert [one.id for one in sample.reading.mending.corrections] == ["urn:y"]


def test_a_table_of_thousands_is_there_at_once(window: BenchWindow, sample: Bench) -> None:
    from panel_sample import with_many

    window.rows.show_companion(with_many(5000))
    assert window.rows.rowCount() == 5004


def test_differences_are_ticked_and_told_as_they_are_chosen(
    sample: Bench, host: QWidget, qtbot: QtBot
) -> None:
    from dataclasses import replace

    entries = sample.reading.companion.entries
    terms = (replace(entries.terms[0], definition="A wall."), entries.terms[1])
    changes = difference(entries, replace(entries, terms=terms))
    window = LayOver(Look(host), host)
    window.offer(changes, "friend.yaml")
    assert [window.list.item(row).text() for row in range(window.list.count())] == [
        "wall, description: What is round the town. → A wall."
    ]
    assert "stays" in window._words.text()
    window.all.click()
    assert not window.go.isEnabled()
    window.all.click()
    with qtbot.waitSignal(window.wanted) as told:
        window.go.click()
    assert told.args == [[changes[0]], "friend.yaml"]
    assert not window.isVisible()
    window.offer([], "same.yaml")
    assert window._words.text() == "same.yaml says nothing that your companion does not say."
    assert in_words(changes[1], 50) == "siege engine, gone: Never seen. → –"
    window.close()


@pytest.mark.parametrize("name", theme_names())
def test_ticks_and_their_boxes_are_seen_in_every_theme(sample: Bench, host: QWidget, name: str) -> None:
    from dataclasses import replace

    look = Look(host)
    look.set_theme(name)
    entries = sample.reading.companion.entries
    terms = (replace(entries.terms[0], definition="A wall."), entries.terms[1])
    window = LayOver(look, host)
    window.setPalette(palette(look.theme))
    window.offer(difference(entries, replace(entries, terms=terms)), "friend.yaml")
    item = window.list.item(0)
    row = window.list.visualItemRect(item)
    box = QRect(row.left(), row.top(), 26, row.height())
    ticked = _colours(window, box)
    item.setCheckState(Qt.CheckState.Unchecked)
    empty = _colours(window, box)
    window.close()
    ground = look[Role.PAPER]
    assert ground.name() in ticked & empty
    assert max(contrast(QColor(one), ground) for one in ticked) >= 7
    assert max(contrast(QColor(one), ground) for one in empty) >= 3


def _colours(window: LayOver, part: QRect) -> set[str]:
    seen = window.list.viewport().grab(part).toImage()
    return {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())}


def test_no_row_of_the_table_is_wider_than_it(window: BenchWindow) -> None:
    window.table.selectRow(0)
    assert window.table.horizontalHeader().length() <= window.table.viewport().width()


def test_names_are_sorted_without_signs_before_them_and_have_the_room_that_is_left(
    sample: Bench, window: BenchWindow, qtbot: QtBot
) -> None:
    sample.reading.mending.rename("verl", "…to the walls")
    sample.settle(qtbot)
    names = column(window, Column.NAME)
    assert names.index("siege engine") < names.index("…to the walls") < names.index("Zoë Ferrand")
    widths = [window.table.columnWidth(which) for which in (Column.NAME, Column.NAMES)]
    assert abs(widths[0] - widths[1]) <= 1
    assert sum(window.table.columnWidth(which) for which in Column) <= window.table.viewport().width()


def test_a_long_name_is_seen_from_its_beginning(sample: Bench, window: BenchWindow, qtbot: QtBot) -> None:
    sample.reading.mending.rename("verl", "Anna " * 40)
    sample.settle(qtbot)
    window.choose(["verl"])
    qtbot.waitUntil(lambda: window.editor.isVisible())
    assert window.editor.name.text().startswith("Anna Anna")
    assert window.editor.name.cursorPosition() == 0


def test_in_a_narrow_table_names_keep_their_room(window: BenchWindow, qtbot: QtBot) -> None:
    window.resize(1200, 400)
    qtbot.waitUntil(lambda: not window.table.isColumnHidden(Column.ORIGIN))
    window.resize(600, 400)
    qtbot.waitUntil(lambda: window.table.isColumnHidden(Column.ORIGIN))
    window.resize(1200, 400)
    qtbot.waitUntil(lambda: not window.table.isColumnHidden(Column.ORIGIN))


def test_it_is_no_larger_than_the_screen(window: BenchWindow) -> None:
    room = window.screen().availableSize()
    assert window.width() < room.width()
    assert window.height() < room.height()
