"""Laws of corrections: nothing is lost or doubled, all ids hold, and another build changes nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from correcting_sample import TEXT, subject, the_companion
from hypothesis import given
from hypothesis import strategies as st

from companion.core.anchors import anchor
from companion.core.companion import Companion
from companion.core.correcting import corrected
from companion.core.correcting.entries import references
from companion.core.corrections import Correction, Subject, Verb
from companion.core.document import Document, Span
from companion.core.entries import Event, Kind, Origin, Person, Term
from companion.core.found import Found, companion_of, renamed
from companion.core.horizon import guarded
from companion.linking import seek

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS = ["Anna Verl", "Verl", "Anna", "captain", "Thomas Orden", "Orden", "postern", "sally port", "drum"]
WORDS += ["Jon Verl", "Old Verl", "father", "Orden comes", "garrison"]
DATES = ["1643-06", "1643-05", "1640", "1643", "soon", ""]
LOSING = {Verb.IGNORE, Verb.REMOVE, Verb.DATE}


@cache
def companion() -> Companion:
    return the_companion()


SPANS = [
    Span(start, start + len(word))
    for word in WORDS
    for start in range(len(TEXT))
    if TEXT.startswith(word, start)
]
subjects = st.builds(
    Subject, st.sampled_from(Kind), st.sampled_from(WORDS), st.sampled_from(DATES)
) | st.sampled_from([subject(entry) for entry in companion().entries])
anchors = st.lists(st.sampled_from(SPANS), max_size=3, unique=True).map(
    lambda spans: tuple(anchor(companion().document, span) for span in spans)
)
corrections = st.builds(
    Correction,
    st.uuids().map(str),
    st.sampled_from(Verb),
    subjects,
    st.none() | subjects,
    st.sampled_from([*WORDS, *DATES, "  "]),
    anchors,
    st.booleans(),
)
many = st.lists(corrections, max_size=8)


def shape(made: Companion) -> object:
    """All of a companion but the ids: they stand as kinds, headings and numbers."""
    ids = {entry.id: f"{entry.kind}:{entry.heading}:{number}" for number, entry in enumerate(made.entries)}
    return shaped(made, ids)


def shaped(made: Companion, ids: Mapping[str, str]) -> object:
    entries = [turned(entry, ids) for entry in made.entries]
    mentions = sorted((one.start, one.end, ids[one.entry]) for one in made.links)
    undecided = [
        (one.start, one.end, sorted(ids[each] for each in one.entries)) for one in made.links.ambiguities
    ]
    return entries, mentions, undecided, {ids[one]: spans for one, spans in made.told.items() if spans}


def turned(entry: Term | Person | Event, ids: Mapping[str, str]) -> object:
    match entry:
        case Term():
            return replace(entry, id="", see_also=tuple(ids[one] for one in entry.see_also))
        case Person():
            ties = tuple(replace(tie, person=ids[tie.person]) for tie in entry.relations)
            return replace(entry, id="", relations=ties)
    people, terms = (tuple(ids[one] for one in each) for each in (entry.people, entry.terms))
    return replace(entry, id="", people=people, terms=terms)


@given(many)
def test_all_that_refers_to_an_entry_refers_to_one_that_is_there(made: list[Correction]) -> None:
    result = corrected(companion(), made, seek).companion
    ids = {entry.id for entry in result.entries}
    assert len(ids) == len(result.entries)
    assert {one.entry for one in result.links} <= ids
    assert set(result.told) <= ids
    for one in result.links.ambiguities:
        assert len(set(one.entries)) == len(one.entries) > 1
        assert set(one.entries) <= ids
    for entry in result.entries:
        others = references(entry)
        assert set(others) <= ids - {entry.id}
        if isinstance(entry, Event):
            assert len(set(others)) == len(others)
            assert all(isinstance(result.entry(one), Person) for one in entry.people)
            assert all(isinstance(result.entry(one), Term) for one in entry.terms)
        if isinstance(entry, Person):
            assert all(isinstance(result.entry(one), Person) for one in others)


@given(many)
def test_no_place_is_lost_or_held_twice(made: list[Correction]) -> None:
    before, result = companion(), corrected(companion(), made, seek).companion
    if not LOSING & {one.verb for one in made}:
        for one in before.links:
            assert result.links.within(one.start, one.end)
    mentions = list(result.links)
    assert len(set(mentions)) == len(mentions)
    for one, other in pairwise(mentions):
        if one.end > other.start:  # an event may share a place, and dates may belong to several events
            assert one.span == other.span
            assert any(isinstance(result.entry(each.entry), Event) for each in (one, other))


@given(many)
def test_each_correction_is_done_or_told(made: list[Correction]) -> None:
    result = corrected(companion(), made, seek)
    assert all(left.correction in made and left.reason for left in result.left)
    assert all(entry.heading.strip() for entry in result.companion.entries)
    for entry in result.companion.entries:
        assert (entry.origin is Origin.EDITED) or entry.before is None


@given(many, corrections)
def test_what_is_taken_back_was_never_done(made: list[Correction], last: Correction) -> None:
    first = corrected(companion(), made, seek)
    corrected(companion(), [*made, last], seek)
    again = corrected(companion(), made, seek)
    assert shape(again.companion) == shape(first.companion)
    assert again.left == first.left


@given(many, st.randoms(use_true_random=False))
def test_another_build_with_other_ids_is_mended_the_same(made: list[Correction], chance: object) -> None:
    one = companion()
    numbers = list(range(len(one.entries)))
    chance.shuffle(numbers)  # type: ignore[attr-defined]
    ids = {entry.id: f"other-{number}" for entry, number in zip(one.entries, numbers, strict=True)}
    found = renamed(Found(entries=one.entries, mentions=one.links, told=one.told), ids)
    other = companion_of(one.document, found, one.sentences)
    assert shape(corrected(other, made, seek).companion) == shape(corrected(one, made, seek).companion)


INDEPENDENT = [
    Correction("1", Verb.SAY, Subject(Kind.PERSON, "Anna Verl"), text="Mine."),
    Correction("2", Verb.ROLE, Subject(Kind.PERSON, "Thomas Orden"), text="soldier"),
    Correction("3", Verb.ALIAS, Subject(Kind.TERM, "sally port"), text="drum"),
    Correction("4", Verb.ADD, Subject(Kind.TERM, "garrison"), text="Who holds it."),
    Correction("5", Verb.IGNORE, Subject(Kind.PERSON, "Anna Verl"), text="captain"),
    Correction("6", Verb.DATE, Subject(Kind.EVENT, "Orden comes", "1643-06"), text="1643-05"),
    Correction("7", Verb.ALIAS, Subject(Kind.TERM, "postern"), text="fell silent"),
    Correction("8", Verb.RENAME, Subject(Kind.PERSON, "Thomas Orden"), text="Tom Orden"),
    Correction("9", Verb.ALIAS, Subject(Kind.PERSON, "Thomas Orden"), text="nobody"),
]


@given(st.permutations(INDEPENDENT))
def test_the_order_of_independent_corrections_is_of_no_matter(made: list[Correction]) -> None:
    result = corrected(companion(), made, seek)
    expected = corrected(companion(), INDEPENDENT, seek)
    assert not result.left
    assert unordered(result.companion) == unordered(expected.companion)


def unordered(made: Companion) -> object:
    entries = {replace(entry, aliases=()): {*entry.aliases} for entry in made.entries}
    return entries, set(made.links), made.told


@given(many)
def test_an_empty_companion_takes_only_what_is_new(made: list[Correction]) -> None:
    result = corrected(Companion(Document("")), made, seek)
    if not any(one.verb is Verb.ADD for one in made):
        assert len(result.left) == len(made)
        assert len(result.companion.entries) == 0
    assert len(result.companion.links) == 0


@given(many, st.integers(0, len(TEXT)))
def test_nothing_of_what_is_not_read_is_told(made: list[Correction], horizon: int) -> None:
    whole = corrected(companion(), made, seek).companion
    seen = guarded(whole, horizon)
    if seen is whole:
        return
    assert all(one.end <= horizon for one in seen.links)
    ids = {entry.id for entry in seen.entries}
    assert {one.entry for one in seen.links} <= ids
    assert all(set(references(entry)) <= ids for entry in seen.entries)
