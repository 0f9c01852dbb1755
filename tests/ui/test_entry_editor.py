"""An entry edited where it stands: each field is a step, and nothing that is typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from companion.core.entries import Alias, Event, Kind, Match, Person, Term
from companion.ui.bench.choices import DateChoice, EntryChoice
from companion.ui.bench.entry_editor import EntryEditor
from companion.ui.entries.people_panel import PeoplePanel
from companion.ui.looks.look import Look

if TYPE_CHECKING:
    from bench_sample import Bench
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def editor(sample: Bench, host: QWidget) -> EntryEditor:
    made = EntryEditor(sample.reading, Look(host), host)
    made.resize(320, 500)
    made.show()
    made.edit(sample.entry("Anna Verl"))
    return made


def steps(sample: Bench) -> int:
    return sample.reading.marginalia.undo_stack.count()


def test_it_shows_what_there_is(editor: EntryEditor) -> None:
    assert editor.name.text() == "Anna Verl"
    assert editor.role.text() == "commander of the garrison"
    assert editor.date.text() == "1610/1660"
    assert editor.text.toPlainText() == "Held the walls through the winter."
    assert editor.kinds[Kind.PERSON].isChecked()
    assert not editor.kinds[Kind.TERM].isChecked()


def test_enter_in_the_name_renames_once(editor: EntryEditor, sample: Bench, qtbot: QtBot) -> None:
    editor.name.setText("Anne Verl")
    qtbot.keyClick(editor.name, Qt.Key.Key_Return)
    editor.finish()
    sample.settle(qtbot)
    assert sample.entry("Anne Verl").id == "verl"
    assert steps(sample) == 1


def test_an_empty_name_is_put_back(editor: EntryEditor, sample: Bench) -> None:
    editor.name.setText("  ")
    editor.apply()
    assert (editor.name.text(), steps(sample)) == ("Anna Verl", 0)


def test_a_name_that_another_has_is_told_and_not_taken(editor: EntryEditor, sample: Bench) -> None:
    editor.name.setText("zoe ferrand")
    editor.apply()
    assert editor._trouble.text() == (
        "Another entry is called Zoë Ferrand already. “Merge into…” makes them one."
    )
    assert steps(sample) == 0


def test_role_date_and_text_are_steps_of_their_own(editor: EntryEditor, sample: Bench, qtbot: QtBot) -> None:
    editor.role.setText("captain")
    editor.date.setText("1610/1661")
    editor.text.setPlainText("Mine.")
    editor.finish()
    sample.settle(qtbot)
    entry = sample.entry("Anna Verl")
    assert isinstance(entry, Person)
    assert entry.dates is not None
    assert (entry.role, entry.dates.edtf, entry.about) == ("captain", "1610/1661", "Mine.")
    assert steps(sample) == 3


def test_a_date_is_said_in_words_as_it_is_typed(editor: EntryEditor, sample: Bench) -> None:
    assert editor._date_words.text() == "1610–1660"
    editor.date.setText("whenever")
    editor._say_date()
    assert "whenever" in editor._date_words.text()
    editor.apply()
    assert steps(sample) == 0


def test_names_are_added_ignored_and_taken_again(editor: EntryEditor, sample: Bench, qtbot: QtBot) -> None:
    editor.names.field.setText("bread")
    qtbot.keyClick(editor.names.field, Qt.Key.Key_Return)
    sample.settle(qtbot)
    editor.edit(sample.entry("Anna Verl"))
    assert editor.names.field.text() == ""
    assert editor.names.chips.shown == ["bread  ×"]
    assert "bread" in sample.named("verl")
    editor.names.chips.chosen.emit("usual bread")
    sample.settle(qtbot)
    assert sample.entry("Anna Verl").aliases == (Alias("bread", Match.NEVER),)
    editor.edit(sample.entry("Anna Verl"))
    assert editor.names.chips.shown == ["not “bread”  ×"]
    editor.names.chips.chosen.emit("never bread")
    sample.settle(qtbot)
    assert "bread" in sample.named("verl")


def test_another_kind_is_one_click_and_an_event_asks_for_its_date(
    editor: EntryEditor, sample: Bench, qtbot: QtBot
) -> None:
    qtbot.mouseClick(editor.kinds[Kind.TERM], Qt.MouseButton.LeftButton)
    sample.settle(qtbot)
    assert isinstance(sample.entry("Anna Verl"), Term)
    editor.edit(sample.entry("Anna Verl"))
    qtbot.mouseClick(editor.kinds[Kind.EVENT], Qt.MouseButton.LeftButton)
    assert editor.kinds[Kind.TERM].isChecked()  # until the date is told
    goals = sample.asked[-1]
    assert isinstance(goals, DateChoice)
    goals.follow(goals.find("1643")[0])
    sample.settle(qtbot)
    assert isinstance(sample.entry("Anna Verl"), Event)


def test_merging_asks_with_whom(editor: EntryEditor, sample: Bench, qtbot: QtBot) -> None:
    editor.verbs.merge.click()
    goals = sample.asked[-1]
    assert isinstance(goals, EntryChoice)
    assert goals.prompt == "Merge Anna Verl into …"
    assert goals.find("")[0].words == "Zoë Ferrand"  # her creditor
    goals.follow(goals.find("zoe")[0])
    sample.settle(qtbot)
    assert sample.reading.companion.entry("verl") is None
    assert sample.reading.focus == ("ferrand",)


def test_never_merging_asks_with_whom(editor: EntryEditor, sample: Bench) -> None:
    editor.verbs.apart.click()
    sample.asked[-1].follow(sample.asked[-1].find("zoe")[0])
    (made,) = sample.reading.mending.corrections
    assert made.other is not None
    assert (made.subject.heading, made.other.heading) == ("Anna Verl", "Zoë Ferrand")


def test_chosen_mentions_become_an_entry(editor: EntryEditor, sample: Bench, qtbot: QtBot) -> None:
    editor.verbs.split.click()
    parts = editor.split_list
    assert not parts.isHidden()
    assert parts.rows.rowCount() == len(sample.named("verl"))
    assert not parts.go.isEnabled()
    parts.filter_field.setText("bread")
    assert [parts.rows.data(parts.rows.index(row)) for row in range(parts.rows.rowCount())] == [
        "All winter Verl counted the bread. She slept in her boots."
    ]
    parts.all.click()
    parts.name.setText("Old Verl")
    assert parts._count.text() == "1 mention is chosen."
    parts.go.click()
    sample.settle(qtbot)
    assert parts.isHidden()
    assert sample.named(sample.entry("Old Verl").id) == ["Verl"]


def test_what_is_being_typed_outlives_another_companion(
    editor: EntryEditor, sample: Bench, host: QWidget, qtbot: QtBot
) -> None:
    host.activateWindow()
    qtbot.waitActive(host)
    editor.text.setFocus()
    editor.text.setPlainText("Half a sen")
    sample.reading.mending.rename("wall", "ramparts")
    sample.settle(qtbot)
    editor.edit(sample.entry("Anna Verl"))
    assert editor.text.toPlainText() == "Half a sen"
    editor.name.setFocus()  # and leaving the text keeps it
    assert sample.reading.mending.corrections[-1].text == "Half a sen"


def test_it_opens_in_the_list_and_esc_closes_it(sample: Bench, host: QWidget, qtbot: QtBot) -> None:
    panel = PeoplePanel(sample.reading, Look(host), host)
    panel.resize(340, 560)
    panel.show()
    host.activateWindow()
    qtbot.waitActive(host)
    sample.reading.mending.edit("verl")
    detail = panel.view.detail_of("verl")
    assert detail is not None
    bench_of_detail = detail.bench
    assert bench_of_detail.is_editing
    assert detail._read.isHidden()
    assert bench_of_detail.editor is not None
    assert bench_of_detail.editor.name.hasFocus()
    bench_of_detail.editor.name.setText("Anne")
    qtbot.keyClick(bench_of_detail.editor.name, Qt.Key.Key_Escape)
    sample.settle(qtbot)
    assert not bench_of_detail.is_editing
    assert not detail._read.isHidden()
    assert sample.entry("Anne").id == "verl"
    assert sample.reading.focus == ("verl",)


def test_esc_in_the_list_closes_the_editor_before_it_lets_go_of_the_entry(
    sample: Bench, host: QWidget, qtbot: QtBot
) -> None:
    panel = PeoplePanel(sample.reading, Look(host), host)
    panel.show()
    sample.reading.mending.edit("verl")
    detail = panel.view.detail_of("verl")
    assert detail is not None
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert not detail.bench.is_editing
    assert sample.reading.focus == ("verl",)
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert not sample.reading.focus


def test_two_in_focus_can_be_made_one(sample: Bench, host: QWidget, qtbot: QtBot) -> None:
    panel = PeoplePanel(sample.reading, Look(host), host)
    panel.resize(340, 560)
    panel.show()
    sample.reading.focus_on("verl")
    detail = panel.view.detail_of("verl")
    assert detail is not None
    assert detail.bench.merge.isHidden()
    sample.reading.add_to_focus("ferrand")
    assert detail.bench.merge.words == "merge into Zoë Ferrand"
    detail.bench.merge.click()
    sample.settle(qtbot)
    assert sample.reading.focus == ("ferrand",)
    assert sample.reading.companion.entry("verl") is None
