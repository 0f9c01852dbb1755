"""A guarded companion tells nothing of what comes later, and all of what was read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.companion import Companion
from companion.core.dates import parse_date
from companion.core.document import Block, BlockKind, Document, Section, Span
from companion.core.entries import Alias, Entries, Event, Person, Relation, Term
from companion.core.horizon import guarded, step_at, tells_ahead
from companion.core.links import Ambiguity, Links, Mention
from companion.core.sentences import Sentences

IDS = ["anna", "bern", "gate", "wall", "fall", "rise"]
LENGTH = 200


def entries(evidence: tuple[Span, ...] = ()) -> Entries:
    date = parse_date("1643")
    return Entries(
        terms=(
            Term(id="gate", term="gate", see_also=("wall", "anna"), quotes=("It fell.",)),
            Term(id="wall", term="wall", evidence=evidence),
        ),
        people=(
            Person(id="anna", name="Anna", relations=(Relation("bern", "brother"),)),
            Person(id="bern", name="Bern"),
        ),
        events=(
            Event(id="fall", title="Fall", date=date, people=("anna", "bern"), terms=("gate",)),
            Event(id="rise", title="Rise", date=date, people=("bern",)),
        ),
    )


@st.composite
def spans(draw: st.DrawFn, longest: int = 12, gap: int = 9) -> list[Span]:
    """Spans in order that do not overlap."""
    found, start = [], 0
    for before, length in draw(
        st.lists(st.tuples(st.integers(0, gap), st.integers(1, longest)), max_size=14)
    ):
        start += before
        if start + length > LENGTH:
            break
        found.append(Span(start, start + length))
        start += length
    return found


@st.composite
def companions(draw: st.DrawFn) -> Companion:
    """Any companion of a text of 200 signs: names and quotes may reach from one sentence to the next."""
    sentences = draw(spans(longest=30, gap=2))
    blocks = [Block(BlockKind.PARAGRAPH, one.start, LENGTH) for one in sentences[:1]]
    if len(sentences) > 3:
        middle = sentences[2].start
        blocks = [
            Block(BlockKind.PARAGRAPH, sentences[0].start, middle),
            Block(BlockKind.PARAGRAPH, middle, LENGTH),
        ]
    mentions = [
        Mention(entry, *place)
        for place in draw(spans())
        for entry in draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=2, unique=True))
    ]
    undecided = [Ambiguity(*place, ("anna", "bern")) for place in draw(spans())]
    told = {entry: tuple(draw(spans(longest=40))) for entry in draw(st.sets(st.sampled_from(IDS)))}
    return Companion(
        Document("a" * LENGTH, tuple(blocks)),
        entries(tuple(draw(spans()))),
        Links(mentions, undecided),
        Sentences(sentences),
        {entry: places for entry, places in told.items() if places},
        ("Something is said of the end.",),
    )


HORIZONS = st.integers(0, LENGTH)


@given(companions(), HORIZONS)
def test_nothing_refers_beyond_the_horizon(whole: Companion, horizon: int) -> None:
    cut = guarded(whole, min(horizon, LENGTH - 1))
    ids = {entry.id for entry in cut.entries}

    assert all(mention.end <= horizon and mention.entry in ids for mention in cut.links)
    assert all(undecided.end <= horizon for undecided in cut.links.ambiguities)
    assert all(place.end <= horizon for places in cut.told.values() for place in places)
    assert cut.told.keys() <= ids
    assert not cut.warnings
    for entry in cut.entries:
        assert cut.passages(entry.id)
        assert all(span.end <= horizon for span in cut.passages(entry.id).spans)
        assert all(span.end <= horizon for span in entry.evidence)
        assert not entry.quotes
        assert {related.entry for related in cut.related(entry.id)} <= ids
        assert {event.id for event in cut.events_of(entry.id)} <= ids
        for other in IDS:
            assert all(span.end <= horizon for span in cut.passages(entry.id, other).spans)
    named = {other for term in cut.terms for other in term.see_also}
    named |= {relation.person for person in cut.people for relation in person.relations}
    named |= {other for event in cut.events for other in (*event.people, *event.terms)}
    assert named <= ids


@given(companions())
def test_at_the_end_it_is_the_companion_itself(whole: Companion) -> None:
    assert guarded(whole, LENGTH) is whole


@given(companions(), HORIZONS, HORIZONS)
def test_who_reads_on_loses_nothing(whole: Companion, one: int, other: int) -> None:
    less, more = (guarded(whole, horizon) for horizon in sorted((one, other)))

    assert set(less.links) <= set(more.links)
    assert set(less.links.ambiguities) <= set(more.links.ambiguities)
    assert {entry.id for entry in less.entries} <= {entry.id for entry in more.entries}
    for entry in less.entries:
        more_spans = more.passages(entry.id).spans
        assert all(any(wide.contains(span) for wide in more_spans) for span in less.passages(entry.id).spans)
        assert {event.id for event in less.events_of(entry.id)} <= {
            event.id for event in more.events_of(entry.id)
        }


@given(companions(), HORIZONS, HORIZONS)
def test_the_companion_is_the_same_where_its_step_says_so(whole: Companion, one: int, other: int) -> None:
    steps = step_at(whole, one), step_at(whole, other)
    if steps[0].shows_same(steps[1]) and LENGTH not in (one, other):
        first, second = guarded(whole, one), guarded(whole, other)
        assert list(first.links) == list(second.links)
        assert first.told == second.told
        assert [entry.id for entry in first.entries] == [entry.id for entry in second.entries]


@given(companions(), HORIZONS)
def test_cut_links_answer_like_links_of_those_mentions(whole: Companion, end: int) -> None:
    cut = whole.links.until(end)
    made = Links(
        (one for one in whole.links if one.end <= end),
        (one for one in whole.links.ambiguities if one.end <= end),
    )
    assert list(cut) == list(made)
    assert cut.ambiguities == made.ambiguities
    assert list(cut.ids) == list(made.ids)
    assert all(list(cut.indices_of(entry)) == list(made.indices_of(entry)) for entry in IDS)
    assert len(cut) == whole.links.count_until(end)


def test_an_entry_is_there_when_its_first_sentence_is_read_to_the_end() -> None:
    text = "Anna came. Bern fell at the gate. Anna wept."
    sentences = [Span(0, 10), Span(11, 33), Span(34, 44)]
    links = Links([Mention("anna", 0, 4), Mention("bern", 11, 15), Mention("anna", 34, 38)])
    document = Document(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    whole = Companion(document, entries(), links, Sentences(sentences))

    early, later = guarded(whole, 32), guarded(whole, 33)
    assert [person.id for person in early.people] == ["anna"]
    assert early.people[0].relations == ()
    assert early.passages("anna").spans == [Span(0, 10)]
    assert [person.id for person in later.people] == ["anna", "bern"]
    assert later.people[0].relations == (Relation("bern", "brother"),)
    assert later.passages("anna").spans == [Span(0, 10)]
    assert later.passages("anna", "bern").spans == [Span(0, 33)]


@pytest.mark.parametrize(
    "title", ["", "12", "XII.", "Chapter 12", "CHAPTER XII", "Kapitel 3", "§ 4", "— 5 —"]
)
def test_a_title_that_is_a_number_tells_nothing(title: str) -> None:
    assert not tells_ahead(Section(title, 1, 500, 600), 100)


@pytest.mark.parametrize("title", ["The death of Anna", "Chapter 12: Anna dies", "12 deaths"])
def test_any_other_title_beyond_the_horizon_does(title: str) -> None:
    section = Section(title, 1, 500, 600)
    assert tells_ahead(section, 500)
    assert not tells_ahead(section, 501)


@given(companions(), HORIZONS, HORIZONS)
def test_a_tally_counts_what_is_named_in_a_span(whole: Companion, one: int, other: int) -> None:
    start, end = sorted((one, other))
    named = [mention.entry for mention in whole.links.within(start, end)]
    assert whole.links.tally_within(start, end) == {
        entry: named.count(entry) for entry in dict.fromkeys(named)
    }


def test_another_name_is_known_when_the_text_has_used_it() -> None:
    text = "The veiled\nlady came. She was Anna of Bern. Bern wept."
    sentences = [Span(0, 21), Span(22, 43), Span(44, 54)]
    links = Links([Mention("anna", 4, 15), Mention("anna", 30, 34)])
    anna = Person(id="anna", name="The guest", aliases=(Alias("Anna"), Alias("Veiled lady"), Alias("queen")))
    document = Document(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    whole = Companion(document, Entries(people=(anna,)), links, Sentences(sentences))

    assert [alias.text for alias in guarded(whole, 21).people[0].aliases] == ["Veiled lady"]
    assert [alias.text for alias in guarded(whole, 43).people[0].aliases] == ["Anna", "Veiled lady"]
