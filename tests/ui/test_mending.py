"""The verbs that correct a companion: each is one step, and what is shown follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from companion.core.correcting import difference
from companion.core.dates import parse_date
from companion.core.entries import Event, Kind, Origin, Person, Term
from companion.ui.actions import Actions
from companion.ui.bookmarks.bookmark_actions import BookmarkActions
from companion.ui.bookmarks.undo_strip import UndoStrip
from companion.ui.looks.look import Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench_sample import Bench
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from companion.ui.bench.mending import Mending


VERBS: dict[str, Callable[[Mending, Bench], None]] = {
    "rename": lambda mending, _: mending.rename("verl", "Anne Verl"),
    "add a name": lambda mending, _: mending.add_name("wall", "bread"),
    "ignore a name": lambda mending, _: mending.ignore_name("verl", "Verl"),
    "ignore here": lambda mending, sample: mending.ignore_name("verl", "Verl", sample.span("Verl", 1)),
    "say": lambda mending, _: mending.say("wall", "Mine."),
    "role": lambda mending, _: mending.give_role("verl", "captain"),
    "date": lambda mending, _: mending.give_date("letter", "1645"),
    "passage": lambda mending, sample: mending.add_passage("wall", sample.span("She slept")),
    "retype": lambda mending, _: mending.retype(["wall", "postern"], Kind.PERSON),
    "merge": lambda mending, _: mending.merge(["postern", "siege"], "wall"),
    "split": lambda mending, sample: mending.split("verl", [sample.span("Verl", 1)], "Old Verl"),
    "assign": lambda mending, sample: mending.assign(sample.span("Verl", 1), "ferrand", onward=True),
    "remove": lambda mending, _: mending.remove(["wall", "ferrand"]),
    "add": lambda mending, sample: mending.add(Kind.TERM, "bread", sample.span("bread")),
    "add an event": lambda mending, sample: mending.add(
        Kind.EVENT, "Sleep", sample.span("She slept"), "1644"
    ),
}


@pytest.mark.parametrize("name", VERBS)
def test_each_verb_is_one_step_that_can_be_taken_back_and_made_again(
    name: str, sample: Bench, qtbot: QtBot
) -> None:
    reading, stack = sample.reading, sample.reading.marginalia.undo_stack
    before = reading.companion
    VERBS[name](reading.mending, sample)
    assert stack.count() == 1
    sample.settle(qtbot)
    after = reading.companion
    assert not reading.mending.left
    assert (after.entries, list(after.links), after.told) != (before.entries, list(before.links), before.told)
    stack.undo()
    sample.settle(qtbot)
    assert (reading.companion.entries, list(reading.companion.links)) == (before.entries, list(before.links))
    stack.redo()
    sample.settle(qtbot)
    assert (reading.companion.entries, list(reading.companion.links)) == (after.entries, list(after.links))


def test_never_merging_is_kept_for_a_later_build(sample: Bench) -> None:
    sample.reading.mending.keep_apart(["verl", "ferrand", "ghost"])
    assert len(sample.reading.mending.corrections) == 3
    assert sample.reading.marginalia.undo_stack.count() == 1


def test_nothing_is_a_step_that_changes_nothing(sample: Bench) -> None:
    mending = sample.reading.mending
    mending.retype(["verl"], Kind.PERSON)
    mending.merge(["verl"], "verl")
    mending.remove([])
    mending.rename("nobody", "x")
    mending.take_back([])
    assert sample.reading.marginalia.undo_stack.count() == 0


def test_what_is_new_comes_in_focus(sample: Bench, qtbot: QtBot) -> None:
    sample.reading.mending.add(Kind.TERM, "bread", sample.span("bread"))
    sample.settle(qtbot)
    assert sample.reading.focus == (sample.entry("bread").id,)
    assert sample.entry("bread").origin is Origin.EDITED


def test_the_one_that_is_left_comes_in_focus_after_merging(sample: Bench, qtbot: QtBot) -> None:
    sample.reading.focus_on("postern")
    sample.reading.mending.merge(["postern"], "wall")
    sample.settle(qtbot)
    assert sample.reading.focus == ("wall",)
    assert sample.named("wall").count("postern") == 2
    assert len(sample.reading.passages) == len(sample.named("wall"))


def test_counts_and_passages_follow_while_the_focus_stays(sample: Bench, qtbot: QtBot) -> None:
    reading = sample.reading
    reading.focus_on("verl", at=sample.span("Verl counted").start)
    count, index = len(reading.passages), reading.passage_index
    reading.mending.ignore_name("verl", "Verl", sample.span("Verl", 3))
    sample.settle(qtbot)
    assert reading.focus == ("verl",)
    assert len(reading.passages) == count - 1
    assert reading.passage_index == index


def test_what_cannot_be_done_is_taken_back_and_told(sample: Bench, qtbot: QtBot) -> None:
    stack = sample.reading.marginalia.undo_stack
    sample.reading.mending.rename("verl", "Zoë Ferrand")
    qtbot.waitUntil(lambda: bool(sample.refused))
    assert sample.refused == ["There is another entry called ‘Zoë Ferrand’; merge the two."]
    assert not stack.canUndo()
    sample.settle(qtbot)
    assert sample.entry("Anna Verl").id == "verl"


def test_a_wish_made_meanwhile_is_not_taken_for_settled(sample: Bench, qtbot: QtBot) -> None:
    reading = sample.reading
    reading.mending.rename("verl", "Anne")
    reading.mending.rename("ferrand", "Zoe")
    reading.mending.add(Kind.TERM, "bread")
    sample.settle(qtbot)
    assert [sample.entry(name).id for name in ("Anne", "Zoe")] == ["verl", "ferrand"]
    assert reading.focus == (sample.entry("bread").id,)


def test_another_companion_is_laid_over_as_one_step(sample: Bench, qtbot: QtBot) -> None:
    from dataclasses import replace

    reading = sample.reading
    entries = reading.companion.entries
    other = replace(
        entries,
        terms=(*entries.terms, Term(id="x", term="bread", definition="Of barley.")),
        people=tuple(
            replace(one, role="captain") if one.id == "verl" and isinstance(one, Person) else one
            for one in entries.people
        ),
        events=(Event(id="letter", title="A letter", date=parse_date("1645")),),
    )
    reading.mending.lay(difference(entries, other), "friend.yaml")
    sample.settle(qtbot)
    assert reading.marginalia.undo_stack.count() == 1
    assert sample.entry("bread").text == "Of barley."
    assert {one.by for one in reading.mending.corrections} == {"friend.yaml"}
    reading.marginalia.undo_stack.undo()
    sample.settle(qtbot)
    assert reading.companion.entries == entries


def test_what_cannot_be_done_in_this_text_can_be_taken_back_at_last(sample: Bench, qtbot: QtBot) -> None:
    reading = sample.reading
    reading.mending.rename("verl", "Anne")
    first = reading.mending.corrections[0]
    sample.settle(qtbot)
    reading.mending.take_back([first])
    sample.settle(qtbot)
    assert sample.entry("Anna Verl").id == "verl"
    reading.marginalia.undo_stack.undo()
    sample.settle(qtbot)
    assert sample.entry("Anne").id == "verl"


def test_what_takes_entries_away_is_told_and_brought_back(sample: Bench, host: QWidget, qtbot: QtBot) -> None:
    strip = UndoStrip(sample.reading, Look(host), host)
    mending = sample.reading.mending
    mending.remove(["ferrand"])
    assert strip.isVisible()
    assert strip.accessibleName() == "Zoë Ferrand removed"
    sample.settle(qtbot)
    assert strip.isVisible()
    qtbot.mouseClick(strip.undo_button, Qt.MouseButton.LeftButton)
    sample.settle(qtbot)
    assert sample.reading.companion.entry("ferrand") is not None
    assert strip.isHidden()
    mending.merge(["ferrand"], "verl")
    assert strip.accessibleName() == "Merged into Anna Verl"
    mending.rename("verl", "Anna")
    assert strip.isHidden()
    sample.settle(qtbot)
    mending.remove([one.id for one in sample.reading.companion.terms])
    assert strip.accessibleName() == "3 entries removed"
    sample.settle(qtbot)
    mending.retype(["verl"], Kind.TERM)
    assert strip.accessibleName() == "Anna is a term now"
    sample.settle(qtbot)


def test_the_menu_tells_what_would_be_undone(sample: Bench, host: QWidget, qtbot: QtBot) -> None:
    actions = Actions(host, Look(host))
    BookmarkActions(sample.reading, actions, host)
    assert actions["undo"].text() == "&Undo"
    sample.reading.mending.remove(["ferrand"])
    sample.settle(qtbot)
    assert actions["undo"].text() == "&Undo: Remove an entry"
    assert actions["redo"].text() == "&Redo"
    actions["undo"].trigger()
    sample.settle(qtbot)
    assert (actions["undo"].text(), actions["redo"].text()) == ("&Undo", "&Redo: Remove an entry")
