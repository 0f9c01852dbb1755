"""First appearances as a story along the text: who stands where, and what the axis says."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.companion import Companion
from companion.core.document import Block, BlockKind, Document, Section, Span
from companion.core.entries import Entries, Kind, Person, Term
from companion.core.links import Links, Mention
from companion.output.timeline.scale import Scale
from companion.output.timeline.telling import Telling, entering, telling_of

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = "x" * 1000
SECTIONS = (
    Section("The book", 1, 0, 1000),
    Section("One", 2, 0, 300),
    Section("Two", 2, 300, 800),
    Section("Three, of which the title is longer than anybody would like", 2, 800, 1000),
)


def companion(sections: Sequence[Section] = SECTIONS) -> Companion:
    document = Document(TEXT, (Block(BlockKind.PARAGRAPH, 0, 1000),), tuple(sections))
    people = (
        Person(id="late", name="Late\n Comer"),
        Person(id="anna", name="Anna"),
        Person(id="never", name="N"),
    )
    places = [("late", 850), ("anna", 10), ("anna", 500), ("anna", 900), ("gate", 320)]
    links = Links(Mention(entry, start, start + 4) for entry, start in places)
    return Companion(document, Entries(terms=(Term(id="gate", term="gate"),), people=people), links)


def told(sections: Sequence[Section] = SECTIONS) -> Telling:
    return telling_of(companion(sections), lambda offset: f"at {offset}")


def test_all_who_are_named_stand_in_the_order_of_the_text() -> None:
    telling = told()
    assert [(event.id, event.title) for event in telling.events] == [
        ("anna", "Anna"),
        ("gate", "gate"),
        ("late", "Late Comer"),
    ]
    assert [telling.kind(index) for index in range(3)] == [Kind.PERSON, Kind.TERM, Kind.PERSON]
    assert telling.prominence[0] == 0
    assert not telling.is_dated


def test_a_place_is_said_in_place_of_a_date() -> None:
    date = told().events[1].date
    assert date.words("de") == "at 320"
    assert (date.earliest, date.open_start, date.uncertain) == (320.0, False, False)


def test_who_first_appears_in_these_words() -> None:
    assert entering(told(), Span(300, 860)) == {1, 2}
    assert entering(told(), Span(400, 600)) == frozenset()  # Anna was there before


def test_the_axis_is_the_whole_text_without_breaks() -> None:
    axis = told().axis(700)
    assert (axis.start, axis.end, axis.left_out) == (0.0, 1000.0, ())


@pytest.mark.parametrize("width", [200.0, 700.0, 3000.0])
def test_the_ticks_are_the_sections_without_that_of_the_whole(width: float) -> None:
    telling = told()
    axis = telling.axis(width)
    scale = Scale(axis, axis.fitting(width))
    ticks = telling.ticks(scale, 0.0, width, lambda label: 6.0 * len(label))
    said = [tick.label for tick in ticks if tick.label]
    assert "The book" not in said
    assert said[0] == "One"
    assert all(len(label) <= 40 for label in said)
    ends = [(tick.x, tick.x + 6.0 * len(tick.label)) for tick in ticks if tick.label]
    assert all(end < start for (_, end), (start, _) in itertools.pairwise(ends))


def test_within_a_section_the_view_says_which() -> None:
    telling = told()
    scale = Scale(telling.axis(700), 5.0)
    left = scale.x(400)
    first = telling.ticks(scale, left, left + 700, lambda label: 6.0 * len(label))[0]
    assert (first.label, first.line) == ("Two", None)


def test_a_text_without_sections_is_measured_in_quarters() -> None:
    telling = told(())
    scale = Scale(telling.axis(700), telling.axis(700).fitting(700))
    assert [tick.label for tick in telling.ticks(scale, 0, 700, len)] == ["0 %", "25 %", "50 %", "75 %"]


@given(st.lists(st.integers(0, 995), max_size=30))
def test_nobody_stands_before_one_who_came_earlier(starts: list[int]) -> None:
    document = Document(TEXT, (Block(BlockKind.PARAGRAPH, 0, 1000),), ())
    people = tuple(Person(id=f"p{number}", name=f"P {number}") for number in range(len(starts)))
    links = Links(Mention(f"p{number}", start, start + 3) for number, start in enumerate(starts))
    telling = telling_of(Companion(document, Entries(people=people), links), str)
    placed = [event.date.earliest for event in telling.events]
    assert placed == sorted(placed)
    assert sorted(telling.prominence) == list(range(len(telling)))
