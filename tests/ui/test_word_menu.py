"""What can be mended at one place of the text, by menu and by palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMenu

from companion.core.document import Span
from companion.core.entries import Event, Kind
from companion.ui.bench.choices import DateChoice, EntryChoice
from companion.ui.bench.word_menu import WordMenu

if TYPE_CHECKING:
    from bench_sample import Bench
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


def menu(sample: Bench, host: QWidget, offset: int | None, selected: Span | None = None) -> QMenu:
    made = QMenu(host)
    WordMenu(sample.reading, made, offset, selected).fill()
    return made


def words(made: QMenu) -> list[str]:
    return [action.text() for action in made.actions() if not action.isSeparator()]


def trigger(made: QMenu, beginning: str) -> None:
    next(action for action in made.actions() if action.text().startswith(beginning)).trigger()


def choose(sample: Bench, typed: str) -> None:
    """Types into the palette what was asked for last, and takes the first row."""
    goals = sample.asked[-1]
    goals.follow(goals.find(typed)[0])


def test_where_nothing_is_named_nothing_can_be_mended(sample: Bench, host: QWidget) -> None:
    assert words(menu(sample, host, sample.span("bread").start)) == []
    assert words(menu(sample, host, None)) == []


def test_a_name_is_not_this_one_here_or_anywhere(sample: Bench, host: QWidget, qtbot: QtBot) -> None:
    made = menu(sample, host, sample.span("Verl", 1).start)
    assert words(made) == [
        "This is not Anna Verl",
        "“Verl” is never Anna Verl",
        "This is somebody or something else…",
        "From here on this is somebody or something else…",
        "Edit Anna Verl",
    ]
    count = len(sample.named("verl"))
    trigger(made, "This is not")
    sample.settle(qtbot)
    assert len(sample.named("verl")) == count - 1
    trigger(made, "“Verl” is never")
    sample.settle(qtbot)
    assert set(sample.named("verl")) == {"Anna Verl"}


def test_the_whole_heading_is_not_offered_to_be_never_it(sample: Bench, host: QWidget) -> None:
    assert "“Anna Verl” is never Anna Verl" not in words(menu(sample, host, sample.span("Anna Verl").start))


def test_a_name_is_somebody_elses(sample: Bench, host: QWidget, qtbot: QtBot) -> None:
    trigger(menu(sample, host, sample.span("Verl", 1).start), "This is somebody")
    goals = sample.asked[-1]
    assert isinstance(goals, EntryChoice)
    assert goals.prompt == "Who or what is “Verl” here?"
    assert goals.find("")[0].words == "Zoë Ferrand"  # a person, and named lately
    assert "Anna Verl" not in [goal.words for goal in goals.find("")]
    choose(sample, "ferr")
    sample.settle(qtbot)
    assert sample.named("ferrand").count("Verl") == 1


def test_a_name_is_somebody_elses_from_here_on(sample: Bench, host: QWidget, qtbot: QtBot) -> None:
    trigger(menu(sample, host, sample.span("Verl", 1).start), "From here on")
    choose(sample, "wall")
    sample.settle(qtbot)
    assert sample.named("wall").count("Verl") == 2
    assert "Verl" not in sample.named("verl")


def test_editing_is_asked_for_with_the_entry_in_focus(sample: Bench, host: QWidget) -> None:
    wanted: list[str] = []
    sample.reading.mending.edit_wanted.connect(wanted.append)
    trigger(menu(sample, host, sample.span("Verl", 1).start), "Edit")
    assert (wanted, sample.reading.focus) == (["verl"], ("verl",))


def test_selected_words_become_an_entry(sample: Bench, host: QWidget, qtbot: QtBot) -> None:
    made = menu(sample, host, None, sample.span(" bread."))
    assert words(made) == [
        "New term",
        "New person",
        "New event…",
        "Another name of …",
        "Tells of …",
    ]
    trigger(made, "New term")
    sample.settle(qtbot)
    assert sample.named(sample.entry("bread").id) == ["bread"]
    sample.reading.marginalia.undo_stack.undo()
    sample.settle(qtbot)
    trigger(made, "New person")
    sample.settle(qtbot)
    assert sample.entry("bread").kind is Kind.PERSON


def test_selected_words_become_an_event_when_its_date_is_told(
    sample: Bench, host: QWidget, qtbot: QtBot
) -> None:
    trigger(menu(sample, host, None, sample.span("She slept in her boots")), "New event")
    goals = sample.asked[-1]
    assert isinstance(goals, DateChoice)
    assert goals.find("")[0].words == "January 1644"  # it stands near
    assert goals.find("no date") == []
    assert goals.nothing("no date")
    choose(sample, "the winter of 1643-1644")
    sample.settle(qtbot)
    event = sample.entry("She slept in her boots")
    assert isinstance(event, Event)
    assert event.date.edtf == "1643-24"
    assert len(sample.reading.passages) == 1


def test_selected_words_are_another_name_or_tell_of_somebody(
    sample: Bench, host: QWidget, qtbot: QtBot
) -> None:
    sample.reading.focus_on("postern")
    trigger(menu(sample, host, None, sample.span("the gate")), "Another name")
    assert sample.asked[-1].find("")[0].words == "postern"
    choose(sample, "")
    sample.settle(qtbot)
    assert "the gate" in sample.named("postern")
    trigger(menu(sample, host, None, sample.span("the bread")), "Tells of")
    choose(sample, "anna")
    sample.settle(qtbot)
    assert sample.span("the bread") in sample.reading.companion.told["verl"]


@pytest.mark.parametrize("selected", [Span(0, 0), Span(5, 5)])
def test_nothing_selected_is_nothing_to_make_an_entry_of(
    sample: Bench, host: QWidget, selected: Span
) -> None:
    assert words(menu(sample, host, None, selected)) == []


def test_blanks_and_stops_alone_are_no_name(sample: Bench, host: QWidget) -> None:
    end = sample.span("barred.").end
    assert words(menu(sample, host, None, Span(end - 1, end + 2))) == []


def test_no_letter_of_a_name_becomes_a_key_of_the_menu(sample: Bench, host: QWidget, qtbot: QtBot) -> None:
    sample.reading.mending.rename("verl", "Verl & Co")
    sample.settle(qtbot)
    assert "This is not Verl && Co" in words(menu(sample, host, sample.span("Verl", 1).start))
