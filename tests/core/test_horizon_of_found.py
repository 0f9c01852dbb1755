"""Under the guard nothing that is shown of found entries depends on what the text says later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from found_strategies import IDS, LENGTH, anything_found, documents
from hypothesis import assume, given
from hypothesis import strategies as st

from companion.core.claims import claims_until, with_claims
from companion.core.dates import parse_date
from companion.core.document import Block, BlockKind, Document, Span
from companion.core.entries import (
    Alias,
    Claim,
    ClaimKind,
    Entries,
    Event,
    Match,
    Origin,
    Person,
    Relation,
    Term,
)
from companion.core.found import Found, Time, companion_of
from companion.core.horizon import guarded, step_at
from companion.core.links import Links, Mention
from companion.core.sentences import Sentences

if TYPE_CHECKING:
    from companion.core.companion import Companion

HORIZONS = st.integers(0, LENGTH - 1)
Text = tuple[Document, Sentences]


def shown(companion: Companion) -> list[object]:
    """All that a reader sees of a companion but the order of its entries."""
    entries = sorted(companion.entries, key=lambda entry: entry.id)
    passages = [companion.passages(entry.id).spans for entry in entries]
    return [entries, passages, [*companion.links], companion.told, companion.times, companion.warnings]


def rewritten(text: Text, found: Found, end: int, other: Found) -> tuple[Document, Found]:
    """The same text and what was found in it up to `end`, with the rest of another one after that."""
    document = replace(text[0], text=text[0].text[:end] + text[0].text[end:][::-1].upper())
    later = {entry.id: entry for entry in other.entries}

    def end_of(entry: Term | Person | Event) -> Term | Person | Event:
        if isinstance(entry, Event) and not claims_until(entry.claims[:1], end):
            return entry  # the first sentence gives it its title and date: it would be another event
        claims = [*claims_until(entry.claims, end)]
        claims += [claim for claim in later[entry.id].claims if claim.evidence.end > end]
        changed = with_claims(entry, claims)
        if isinstance(changed, Person):
            ties = [tie for tie in changed.relations if tie.evidence is None or tie.evidence.end <= end]
            new = [tie for tie in later[entry.id].relations if tie.evidence and tie.evidence.end > end]
            return replace(changed, relations=(*ties, *new))
        return changed

    entries = replace(
        found.entries,
        terms=tuple(map(end_of, found.entries.terms)),
        people=tuple(map(end_of, found.entries.people)),
        events=tuple(map(end_of, found.entries.events)),
    )
    mentions = [one for one in found.mentions if one.end <= end]
    start = max((one.end for one in mentions), default=0)
    mentions += [one for one in other.mentions if one.end > end and one.start >= start]
    told = {
        entry: places
        for entry in IDS
        if (
            places := (
                *(place for place in found.told.get(entry, ()) if place.end <= end),
                *(place for place in other.told.get(entry, ()) if place.end > end),
            )
        )
    }
    times = [time for time in found.times if time.end <= end]
    times += [time for time in other.times if time.end > end]
    return document, Found(entries=entries, mentions=Links(mentions), told=told, times=tuple(times))


@given(documents(), anything_found(), anything_found(), HORIZONS)
def test_nothing_that_is_shown_depends_on_what_comes_later(
    text: Text, found: Found, other: Found, horizon: int
) -> None:
    document, sentences = text
    whole = companion_of(document, found, sentences)
    end = step_at(whole, horizon).end
    again = companion_of(*rewritten(text, found, end, other), sentences)

    seen, seen_again = guarded(whole, horizon), guarded(again, horizon)
    assert shown(seen) == shown(seen_again)


@given(documents(), anything_found(), HORIZONS)
def test_what_is_shown_was_said_in_sentences_that_were_read(text: Text, found: Found, horizon: int) -> None:
    assume(all(text[0].text[one.start : one.end].strip() for one in found.mentions))  # blanks name nobody
    cut = guarded(companion_of(text[0], found, text[1]), horizon)
    read = text[0].text[:horizon].casefold()
    for entry in cut.entries:
        assert all(claim.evidence.end <= horizon for claim in entry.claims)
        assert all(span.end <= horizon for span in entry.evidence)
        assert with_claims(entry, entry.claims) == entry
        assert isinstance(entry, Event) or entry.heading.casefold() in read
    assert all(tie.evidence is None or tie.evidence.end <= horizon for p in cut.people for tie in p.relations)
    assert all(time.end <= horizon for time in cut.times)


@given(documents(), anything_found(), HORIZONS, HORIZONS)
def test_all_that_is_shown_is_the_same_where_the_step_says_so(
    text: Text, found: Found, one: int, other: int
) -> None:
    whole = companion_of(text[0], replace(found, times=()), text[1])
    if step_at(whole, one).shows_same(step_at(whole, other)):
        assert shown(guarded(whole, one)) == shown(guarded(whole, other))


TEXT = (
    "A veiled lady came. Anna was a spy. Anna of Bern was born in 1620, the wife of Bern. Anna won in 1643."
)
SENTENCES = [Span(0, 19), Span(20, 35), Span(36, 84), Span(85, 102)]


def anna() -> Companion:
    claims = [
        Claim(ClaimKind.ROLE, "wife of Bern", SENTENCES[2]),
        Claim(ClaimKind.ROLE, "a spy", SENTENCES[1]),
        Claim(ClaimKind.BORN, "1620", SENTENCES[2]),
        Claim(ClaimKind.TOLD, "A veiled lady came.", SENTENCES[0]),
    ]
    person = Person(
        id="anna",
        name="Anna of Bern",
        aliases=(Alias("never", Match.NEVER), Alias("Anna"), Alias("veiled lady")),
        origin=Origin.FOUND,
        relations=(
            Relation("bern", "her husband", SENTENCES[2]),
            Relation("bern", "whom she beat", SENTENCES[3]),
        ),
    )
    bern = Person(id="bern", name="Bern", origin=Origin.FOUND)
    won = Event(
        id="won", title="Anna won", date=parse_date("1643"), people=("anna", "bern"), origin=Origin.FOUND
    )
    mentions = [
        Mention("anna", 2, 13),
        Mention("anna", 20, 24),
        Mention("anna", 36, 48),
        Mention("bern", 79, 83),
        Mention("anna", 85, 89),
        Mention("won", 97, 101),
    ]
    event = with_claims(won, [Claim(ClaimKind.ABOUT, "Anna won in 1643.", SENTENCES[3])])
    entries = Entries(people=(with_claims(person, claims), bern), events=(event,))
    found = Found(
        entries=entries,
        mentions=Links(mentions),
        told={"bern": (SENTENCES[0],)},
        times=(Time(61, 65, "1620"), Time(97, 101, "1643")),
    )
    text = TEXT + " End."
    document = Document(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    return companion_of(document, found, Sentences([*SENTENCES, Span(103, 107)]))


def test_a_person_grows_with_the_reading() -> None:
    whole = anna()

    (lady,) = guarded(whole, 19).people  # Bern is told of already, but nothing could name him
    assert (lady.name, lady.role, lady.evidence) == ("veiled lady", "", (SENTENCES[0],))
    (spy,) = guarded(whole, 35).people
    assert (spy.name, spy.role, spy.dates, spy.relations) == ("veiled lady", "a spy", None, ())
    wife, _ = guarded(whole, 84).people
    assert (wife.name, wife.role, [tie.role for tie in wife.relations]) == (
        "Anna of Bern",
        "wife of Bern",
        ["her husband"],
    )
    assert wife.dates is not None
    assert wife.dates.edtf == "1620/"
    assert guarded(whole, 84).events == ()
    (event,) = guarded(whole, 102).events
    assert event.people == ("anna",)  # Bern is not in the sentence
    assert [time.value for time in guarded(whole, 84).times] == ["1620"]


def test_the_text_itself_names_an_entry_that_was_not_yet_called_by_its_name() -> None:
    document = Document("The partisans came. A partisan won.", (Block(BlockKind.PARAGRAPH, 0, 35),))
    term = with_claims(
        Term(id="t", term="partisan", origin=Origin.FOUND),
        [Claim(ClaimKind.DEFINITION, "one who won", Span(20, 35)), Claim(ClaimKind.TOLD, "T", Span(0, 19))],
    )
    found = Found(entries=Entries(terms=(term,)), mentions=Links((Mention("t", 4, 13), Mention("t", 22, 30))))
    whole = companion_of(document, found, Sentences([Span(0, 19), Span(20, 35)]))

    (seen,) = guarded(whole, 19).terms
    assert (seen.term, seen.definition, seen.evidence) == ("partisans", "", (Span(0, 19),))
    assert whole.terms[0].evidence == (Span(20, 35),)


def test_who_takes_part_is_judged_by_the_sentences_that_were_read() -> None:
    """An event that is explained later is shown by the sentence that first tells of it, with those in it."""
    document = Document("Anna rose. She fell in 1643.", (Block(BlockKind.PARAGRAPH, 0, 28),))
    anna = Person(id="anna", name="Anna", origin=Origin.FOUND)
    claims = [Claim(ClaimKind.TOLD, "", Span(0, 10)), Claim(ClaimKind.ABOUT, "the fall", Span(11, 28))]
    rise = Event(id="rise", title="rise", date=parse_date("1643"), origin=Origin.FOUND, people=("anna",))
    event = with_claims(rise, claims)
    found = Found(
        entries=Entries(people=(anna,), events=(event,)),
        mentions=Links((Mention("anna", 0, 4), Mention("rise", 5, 9))),
    )
    whole = companion_of(document, found, Sentences([Span(0, 10), Span(11, 28)]))

    (seen,) = guarded(whole, 10).events
    assert (seen.evidence, seen.people) == ((Span(0, 10),), ("anna",))
