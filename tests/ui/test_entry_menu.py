"""The menu of an entry, in the lists and on the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from companion.core.entries import Kind
from companion.ui.bench.choices import EntryChoice
from companion.ui.bench.entry_menu import EntryMenu
from companion.ui.entries.people_panel import PeoplePanel
from companion.ui.looks.look import Look
from companion.ui.timeline.panel import TimelinePanel

if TYPE_CHECKING:
    from bench_sample import Bench
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


def menu(sample: Bench, host: QWidget, entry_id: str) -> EntryMenu:
    entry = sample.reading.companion.entry(entry_id)
    assert entry is not None
    return EntryMenu(sample.reading, entry, host)


def words(made: EntryMenu) -> list[str]:
    return [action.text() for action in made.actions() if not action.isSeparator()]


def trigger(made: EntryMenu, beginning: str) -> None:
    next(action for action in made.actions() if action.text().startswith(beginning)).trigger()


def test_it_tells_what_can_be_done_with_a_person(sample: Bench, host: QWidget) -> None:
    made = menu(sample, host, "verl")
    assert words(made) == [
        "All passages",
        "Write a note on it",
        "Edit",
        "Merge into…",
        "Never merge…",
        "This is a term",
        "Remove",
    ]
    trigger(made, "All passages")
    assert sample.reading.focus == ("verl",)
    assert "All passages" not in words(menu(sample, host, "verl"))


def test_two_are_put_in_focus_together(sample: Bench, host: QWidget) -> None:
    sample.reading.focus_on("verl")
    trigger(menu(sample, host, "ferrand"), "Passages together with Anna Verl")
    assert sample.reading.focus == ("verl", "ferrand")


def test_it_merges_keeps_apart_retypes_and_removes(sample: Bench, host: QWidget, qtbot: QtBot) -> None:
    trigger(menu(sample, host, "ferrand"), "Merge into")
    goals = sample.asked[-1]
    assert isinstance(goals, EntryChoice)
    kinds = {sample.reading.companion.entry(goal.key).kind for goal in goals.find("")}
    assert kinds == {Kind.PERSON, Kind.TERM}
    goals.follow(goals.find("anna")[0])
    sample.settle(qtbot)
    assert sample.reading.companion.entry("ferrand") is None
    sample.reading.marginalia.undo_stack.undo()
    sample.settle(qtbot)
    trigger(menu(sample, host, "ferrand"), "This is a term")
    sample.settle(qtbot)
    assert sample.entry("Zoë Ferrand").kind is Kind.TERM
    trigger(menu(sample, host, sample.entry("postern").id), "Remove")
    sample.settle(qtbot)
    assert "postern" not in [one.heading for one in sample.reading.companion.entries]


def test_editing_is_asked_for_with_the_entry_in_focus(sample: Bench, host: QWidget) -> None:
    wanted: list[str] = []
    sample.reading.mending.edit_wanted.connect(wanted.append)
    trigger(menu(sample, host, "verl"), "Edit")
    assert (wanted, sample.reading.focus) == (["verl"], ("verl",))


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("reason", list(QContextMenuEvent.Reason)[:2])
def test_a_row_opens_it(sample: Bench, host: QWidget, qtbot: QtBot, reason: QContextMenuEvent.Reason) -> None:
    panel = PeoplePanel(sample.reading, Look(host), host)
    panel.resize(300, 400)
    panel.show()
    view = panel.view
    row = view.rows.row_of("ferrand")
    view.make_current(row)
    at = view.visualRect(view.rows.index(row, 0)).center()
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at)))
    (made,) = view.findChildren(EntryMenu)
    assert made.accessibleName() == "Zoë Ferrand"
    with qtbot.waitSignal(made.destroyed):
        made.close()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_an_event_of_the_timeline_opens_it(sample: Bench, host: QWidget, qtbot: QtBot) -> None:
    panel = TimelinePanel(sample.reading, Look(host), host)
    panel.canvas.menu_wanted.emit("letter", QPoint(5, 5))
    (made,) = panel.findChildren(EntryMenu)
    assert "This is a person" in words(made)
    with qtbot.waitSignal(made.destroyed):
        made.close()
