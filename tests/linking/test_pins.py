"""Single places: who is meant there, or is not, whatever the names say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.core.dates import parse_date
from companion.core.entries import Alias, Entries, Event, Person, Pin, Term
from companion.linking import link
from companion.readers import read_text

if TYPE_CHECKING:
    from companion.core.companion import Companion

TEXT = "Old Verl spoke. When Verl had counted the bread, she slept.\n\nVerl Street is long, and Verl knew."


def linked(*people: Person, text: str = TEXT, **more: object) -> Companion:
    return link(read_text(text), Entries(people=people, **more))  # type: ignore[arg-type]


def named(made: Companion, entry: str) -> list[tuple[str, int]]:
    text = made.document.text
    return [(text[one.start : one.end], one.start) for one in made.links.of(entry)]


def verl(**fields: object) -> Person:
    return Person(id="anna", name="Anna Verl", aliases=(Alias("Verl"),), **fields)  # type: ignore[arg-type]


def test_words_that_are_no_name_may_mean_somebody_in_one_place() -> None:
    made = linked(verl(here=(Pin("she", "the bread, she slept"),)))
    assert ("she", TEXT.index("she")) in named(made, "anna")
    assert not made.warnings


def test_a_name_may_mean_nobody_in_one_place() -> None:
    made = linked(verl(not_here=(Pin("Verl", "Verl Street is long"),)))
    assert [at for _, at in named(made, "anna")] == [4, 21, TEXT.rindex("Verl")]


def test_another_one_is_meant_there() -> None:
    old = Person(id="old", name="Jon", here=(Pin("Old Verl", "Old Verl spoke"),))
    made = linked(verl(), old)
    assert named(made, "old") == [("Old Verl", 0)]
    assert 4 not in [at for _, at in named(made, "anna")]


def test_an_undecided_name_is_decided_and_one_that_may_mean_another_does() -> None:
    jon = Person(id="jon", name="Jon Verl", aliases=(Alias("Verl"),))
    text = "Verl slept. Verl woke."
    assert len(linked(verl(), jon, text=text).links.ambiguities) == 2
    made = linked(
        verl(here=(Pin("Verl", "Verl slept"),), not_here=(Pin("Verl", "Verl woke"),)), jon, text=text
    )
    assert (named(made, "anna"), named(made, "jon")) == ([("Verl", 0)], [("Verl", 12)])
    assert not made.links.ambiguities


def test_of_three_who_may_be_meant_one_is_not() -> None:
    three = [Person(id=name, name=f"{name} Verl", aliases=(Alias("Verl"),)) for name in ("Jon", "Bo")]
    made = linked(verl(not_here=(Pin("Verl", "Verl slept"),)), *three, text="Verl slept.")
    (left,) = made.links.ambiguities
    assert set(left.entries) == {"Jon", "Bo"}


def test_an_event_may_share_its_place_with_a_person() -> None:
    event = Event(id="e", title="x", date=parse_date("1643"), here=(Pin("Verl", "Old Verl spoke"),))
    made = linked(verl(), events=(event,))
    assert named(made, "e") == [("Verl", 4)]
    assert 4 in [at for _, at in named(made, "anna")]


@pytest.mark.parametrize(
    "pin",
    [
        Pin("verl", "WHEN  verl had counted"),
        Pin("Verl", "“When Verl had counted the bread”"),
        Pin("Verl", "When Verl ... the bread"),
    ],
)
def test_capitals_marks_and_gaps_of_the_passage_do_not_matter(pin: Pin) -> None:
    made = linked(Person(id="x", name="X", here=(pin,)))
    assert named(made, "x") == [("Verl", 21)]


def test_the_first_of_several_counts() -> None:
    text = "Verl saw Verl, and Verl saw nobody."
    made = linked(Person(id="x", name="X", here=(Pin("Verl", "saw Verl, and Verl saw"),)), text=text)
    assert named(made, "x") == [("Verl", 9)]


@pytest.mark.parametrize("pin", [Pin("Verl", "Verl flew"), Pin("flew", "Old Verl spoke"), Pin("?", "!")])
def test_a_place_that_the_text_does_not_have_is_told(pin: Pin) -> None:
    made = link(read_text(TEXT), Entries(terms=(Term(id="t", term="wall", here=(pin,)),)))
    assert any(f"“{pin.words}” in “{pin.within}”" in warning for warning in made.warnings)
    assert not made.links.of("t")
