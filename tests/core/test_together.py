from __future__ import annotations

import itertools

from found_strategies import LENGTH, anything_found, documents
from hypothesis import given
from hypothesis import strategies as st

from companion.core.claims import with_claims
from companion.core.companion import Companion
from companion.core.dates import parse_date
from companion.core.document import Block, BlockKind, Document, Span
from companion.core.entries import (
    Alias,
    Claim,
    ClaimKind,
    Entries,
    Event,
    Kind,
    Origin,
    Person,
    Relation,
    Term,
)
from companion.core.found import Found, Time, companion_of, without_doubtful
from companion.core.links import Ambiguity, Links, Mention
from companion.core.sentences import Sentences
from companion.core.together import together

TEXT = "Anna of Bern came in May 1643. Carl saw Anna. The gate fell in May 1643. Verl won."
SENTENCES = [Span(0, 30), Span(31, 45), Span(46, 72), Span(73, 82)]
DOCUMENT = Document(TEXT, (Block(BlockKind.PARAGRAPH, 0, len(TEXT)),))


def told(entry: Term | Person | Event, number: int) -> Term | Person | Event:
    return with_claims(entry, [Claim(ClaimKind.TOLD, "told", SENTENCES[number])])


def written(*people: Person, mentions: tuple[Mention, ...] = (), events: tuple[Event, ...] = ()) -> Companion:
    undecided = [Ambiguity(73, 77, ("x", "y"))]
    entries = Entries(people=people, events=events)
    return Companion(DOCUMENT, entries, Links(mentions, undecided), Sentences(SENTENCES))


ANNA = told(Person(id="person:anna", name="Anna", aliases=(Alias("Anna of Bern"),), origin=Origin.FOUND), 0)
CARL = told(
    Person(
        id="person:carl",
        name="Carl",
        origin=Origin.FOUND,
        confidence=0.3,
        relations=(Relation("person:anna", "his queen", SENTENCES[1]),),
    ),
    1,
)
FELL = told(
    Event(
        id="event:fell",
        title="The gate fell",
        date=parse_date("1643-05"),
        people=("person:anna", "person:carl"),
        origin=Origin.FOUND,
    ),
    2,
)
FOUND = Found(
    entries=Entries(people=(ANNA, CARL), events=(FELL,)),
    mentions=Links(
        (
            Mention("person:anna", 0, 12),
            Mention("person:carl", 31, 35),
            Mention("person:anna", 40, 44),
            Mention("event:fell", 63, 71),
        )
    ),
    told={"person:anna": (SENTENCES[3],)},
    times=(Time(21, 29, "1643-05"),),
    abbreviations=(("A", "Anna"),),
)


def test_who_bears_a_written_name_is_not_added_but_those_tied_to_her_are() -> None:
    queen = Person(id="queen", name="Queen", aliases=(Alias("ANNA"),))
    both = together(written(queen), FOUND)

    assert [person.id for person in both.people] == ["queen", "person:carl"]
    assert both.people[0] is queen
    assert both.people[1].relations == (Relation("queen", "his queen", SENTENCES[1]),)
    assert both.events[0].people == ("queen", "person:carl")
    assert [mention.entry for mention in both.links] == ["person:carl", "event:fell"]
    assert "person:anna" not in both.told
    assert (both.times, both.abbreviations) == (FOUND.times, FOUND.abbreviations)
    assert both.links.ambiguities


def test_who_is_named_where_a_written_one_is_is_that_one() -> None:
    lady = Person(id="lady", name="Lady B")
    both = together(written(lady, mentions=(Mention("lady", 0, 4),)), FOUND)
    assert [person.id for person in both.people] == ["lady", "person:carl"]


def test_where_a_written_entry_is_named_no_other_is() -> None:
    town = Person(id="bern", name="The town")
    anna = told(Person(id="person:anna", name="Anna", origin=Origin.FOUND), 0)
    verl = told(Person(id="person:verl", name="Verl", origin=Origin.FOUND), 3)
    mentions = (Mention("person:anna", 0, 12), Mention("person:anna", 40, 44), Mention("person:anna", 31, 35))
    named = Links((*mentions, Mention("person:verl", 73, 77)))
    found = Found(entries=Entries(people=(anna, verl)), mentions=named)
    both = together(written(town, mentions=(Mention("bern", 8, 12),)), found)

    assert [(one.entry, one.start) for one in both.links] == [
        ("bern", 8),
        ("person:anna", 31),
        ("person:anna", 40),
    ]
    assert both.entry("person:verl") is None  # the name is an undecided one of the written companion


def test_an_event_of_the_same_date_and_passage_is_the_same() -> None:
    fall = Event(id="fall", title="The fall", date=parse_date("1643"))
    both = together(written(events=(fall,), mentions=(Mention("fall", 46, 54),)), FOUND)
    assert [event.id for event in both.events] == ["fall"]
    other = together(written(events=(fall,), mentions=(Mention("fall", 73, 77),)), FOUND)
    assert [event.id for event in other.events] == ["fall", "event:fell"]


def test_ids_are_told_apart() -> None:
    written_carl = Person(id="person:carl", name="Charles")
    both = together(written(written_carl), FOUND)
    assert [person.id for person in both.people] == ["person:carl", "person:anna", "person:carl-2"]
    assert both.events[0].people == ("person:anna", "person:carl-2")
    assert both.links.count("person:carl-2") == 1


def test_without_the_doubtful_nothing_refers_to_them() -> None:
    sure = without_doubtful(FOUND)
    assert [person.id for person in sure.entries.people] == ["person:anna"]
    assert sure.entries.events[0].people == ("person:anna",)
    assert [mention.entry for mention in sure.mentions] == ["person:anna", "person:anna", "event:fell"]
    assert without_doubtful(FOUND, Kind.TERM, Kind.EVENT) is FOUND


@given(documents(), anything_found(), anything_found(), st.data())
def test_both_together_are_one_companion(
    text: tuple[Document, Sentences], one: Found, other: Found, data: st.DataObject
) -> None:
    curated = companion_of(text[0], one, text[1])
    both = together(curated, other)
    ids = [entry.id for entry in both.entries]

    assert len(set(ids)) == len(ids)
    assert ids[: len(one.entries.terms)] == [term.id for term in one.entries.terms]
    assert set(curated.links) <= set(both.links)
    mentions = [*both.links]
    for before, after in itertools.pairwise(mentions):
        assert before.end <= after.start or before.span == after.span
    assert {mention.entry for mention in mentions} <= set(ids)
    assert both.told.keys() <= set(ids)
    added = set(ids) - {entry.id for entry in one.entries}
    assert all(both.passages(entry) for entry in added)
    for entry in both.entries:
        assert {tie.entry for tie in both.related(entry.id)} <= set(ids)
    place = data.draw(st.integers(0, LENGTH - 1))
    assert both.links.at(place) or not curated.links.at(place)
