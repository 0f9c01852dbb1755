"""Two companions compared, and the one laid over the other."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from correcting_sample import (
    COMING,
    ENTRIES,
    ORDEN,
    PORT,
    POSTERN,
    VERL,
    person,
    subject,
    term,
    the_companion,
)
from hypothesis import given
from hypothesis import strategies as st

from companion.core.correcting import corrected, corrections_for, difference
from companion.core.correcting.differing import Change, Part
from companion.core.corrections import Correction, Subject, Verb
from companion.core.dates import parse_date
from companion.core.entries import Alias, Entries, Event, Kind, Match, Person, Term
from companion.linking import seek

if TYPE_CHECKING:
    from collections.abc import Callable


def ids() -> Callable[[], str]:
    numbers = count()
    return lambda: f"urn:{next(numbers)}"


def laid(one: Entries, other: Entries) -> Entries:
    """What the first says when the second is laid over it."""
    made = corrections_for(difference(one, other), ids(), "A friend")
    assert all(correction.by == "A friend" for correction in made)
    assert len({correction.id for correction in made}) == len(made)
    result = corrected(the_companion(one), made, seek)
    assert not result.left
    return result.companion.entries


def test_the_same_is_not_different() -> None:
    assert difference(ENTRIES, ENTRIES) == []


def test_what_is_said_otherwise_is_told_by_parts() -> None:
    verl = replace(VERL, role="captain", about="", aliases=(*VERL.aliases[:2], Alias("Anne")))
    other = replace(ENTRIES, people=(verl, ORDEN))
    assert difference(ENTRIES, other) == [
        Change(Part.ALIASES, person("Anna Verl"), "Anna\nVerl\ncaptain", "Anna\nAnne\nVerl"),
        Change(Part.TEXT, person("Anna Verl"), "Held the walls.", ""),
        Change(Part.ROLE, person("Anna Verl"), "commander", "captain"),
    ]


def test_what_is_new_or_gone_is_told() -> None:
    other = replace(ENTRIES, terms=(POSTERN, Term(id="term:drum", term="drum", definition="Beaten.")))
    assert difference(ENTRIES, other) == [
        Change(Part.GONE, term("sally port"), "", ""),
        Change(Part.ADDED, term("drum"), "", "Beaten."),
    ]


def test_another_heading_is_known_by_the_names() -> None:
    full = replace(ORDEN, id="x", name="Sir Thomas Orden", aliases=(Alias("Thomas Orden"), Alias("Orden")))
    changes = difference(ENTRIES, replace(ENTRIES, people=(VERL, full)))
    assert changes[0] == Change(Part.HEADING, person("Thomas Orden"), "Thomas Orden", "Sir Thomas Orden")
    assert {change.part for change in changes} == {Part.HEADING, Part.ALIASES}


def test_another_kind_is_no_other_entry() -> None:
    other = replace(ENTRIES, terms=(POSTERN,), people=(VERL, ORDEN, Person(id="p", name="sally port")))
    assert difference(ENTRIES, other) == [Change(Part.KIND, term("sally port"), "term", "person")]


def test_another_date_is_no_other_event() -> None:
    later = replace(COMING, date=parse_date("1643-07"))
    assert difference(ENTRIES, replace(ENTRIES, events=(later,))) == [
        Change(Part.DATE, subject(COMING), "1643-06", "1643-07")
    ]


def test_the_second_laid_over_the_first_says_what_it_says() -> None:
    other = Entries(
        terms=(replace(POSTERN, definition="A back gate.", see_also=()), Term(id="term:drum", term="drum")),
        people=(
            replace(VERL, aliases=(*VERL.aliases, Alias("Old Verl", Match.NEVER)), relations=()),
            Person(id="j", name="Jon Verl", role="seller", dates=parse_date("1610/1650")),
        ),
        events=(
            replace(COMING, date=parse_date("1643-07"), people=(), terms=()),
            Event(id="s", title="Sold", date=parse_date("1644"), quotes=("sold the drum",)),
        ),
    )
    made = laid(ENTRIES, other)
    gone = {Part.GONE: {PORT.heading, ORDEN.heading}}
    left = difference(made, other)
    assert {change.subject.heading for change in left} == gone[Part.GONE]
    assert {change.part for change in left} == {Part.GONE}


words = st.sampled_from(["Anna", "Verl", "drum", "postern", "Orden", "father", "sally port"])
aliases = st.lists(words, max_size=3, unique=True).map(lambda names: tuple(map(Alias, names)))
terms = st.builds(Term, id=words, term=words, aliases=aliases, definition=words)
people = st.builds(Person, id=words, name=words, aliases=aliases, role=words, about=words)
entries = st.builds(
    Entries,
    terms=st.lists(terms, max_size=3, unique_by=lambda one: one.term).map(
        lambda group: tuple(replace(one, id=f"t{number}") for number, one in enumerate(group))
    ),
    people=st.lists(people, max_size=3, unique_by=lambda one: one.name).map(
        lambda group: tuple(replace(one, id=f"p{number}") for number, one in enumerate(group))
    ),
)


@given(entries, entries)
def test_every_entry_of_the_second_is_the_same_gone_or_new(one: Entries, other: Entries) -> None:
    changes = difference(one, other)
    new = [change for change in changes if change.part is Part.ADDED]
    gone = [change for change in changes if change.part is Part.GONE]
    assert len(other) - len(new) == len(one) - len(gone)
    assert difference(one, one) == []


def test_a_companion_of_thousands_is_compared_in_a_moment() -> None:
    many = Entries(terms=tuple(Term(id=f"t{n}", term=f"word {n}") for n in range(5000)))
    other = replace(many, terms=tuple(replace(one, definition="x") for one in many.terms[1:]))
    assert len(difference(many, other)) == 5000


def test_a_correction_of_an_unknown_place_is_found_by_its_words() -> None:
    quoted = replace(PORT, quotes=("A drum was heard.",))
    made = corrections_for(difference(ENTRIES, replace(ENTRIES, terms=(POSTERN, quoted))), ids())
    assert [(one.verb, one.subject) for one in made] == [(Verb.PASSAGE, Subject(Kind.TERM, "sally port"))]
    result = corrected(the_companion(), made, seek)
    assert not result.left
    assert isinstance(made[0], Correction)
    assert len(result.companion.told[PORT.id]) == 1
