"""Anything that might be found in a text, for tests that hold for all of it."""

from __future__ import annotations

from hypothesis import strategies as st

from companion.core.claims import with_claims
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
from companion.core.found import Found, Time
from companion.core.links import Links, Mention
from companion.core.message import Message
from companion.core.sentences import Sentences

LENGTH = 240
IDS = ["term:gate", "term:wall", "person:anna", "person:bern", "event:fall", "event:rise"]
NAMES = ["gate", "wall", "Anna", "Bern", "fall", "Anna of Bern"]
DATES = ["1643", "1643-24", "1700~", "1650/1660"]

confidences = st.sampled_from([0.2, 0.5, 0.75, 1.0])
words = st.text(alphabet="abc é🏰\n\"'", max_size=12)


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


places = st.integers(0, LENGTH - 10).flatmap(
    lambda start: st.integers(1, 10).map(lambda length: Span(start, start + length))
)
claims = st.lists(st.builds(Claim, st.sampled_from([*ClaimKind]), words, places), max_size=4).map(tuple)
aliases = st.lists(st.builds(Alias, st.sampled_from(NAMES), st.sampled_from([*Match])), max_size=3).map(tuple)
others = st.lists(st.sampled_from(IDS), unique=True, max_size=3).map(tuple)
bearers = st.lists(st.sampled_from(IDS[2:4]), unique=True).map(tuple)
ties = st.builds(Relation, st.sampled_from(IDS[2:4]), words, st.none() | places)


@st.composite
def found_entries(draw: st.DrawFn) -> Entries:
    def shared(entry_id: str) -> dict[str, object]:
        confidence = draw(confidences)
        return {"id": entry_id, "aliases": draw(aliases), "origin": Origin.FOUND, "confidence": confidence}

    terms = [Term(**shared(i), term=i[5:], see_also=draw(others)) for i in IDS[:2]]
    ties_of = [tuple(draw(st.lists(ties, max_size=2))) for _ in IDS[2:4]]
    people = [
        Person(**shared(i), name=i[7:].title(), relations=tied)
        for i, tied in zip(IDS[2:4], ties_of, strict=True)
    ]
    events = [
        Event(**shared(i), title=i[6:], date=parse_date(draw(st.sampled_from(DATES))), people=draw(bearers))
        for i in IDS[4:]
    ]
    return Entries(
        language="en",
        terms=tuple(with_claims(one, draw(claims)) for one in terms),
        people=tuple(with_claims(one, draw(claims)) for one in people),
        events=tuple(with_claims(one, draw(claims)) for one in events),
    )


@st.composite
def anything_found(draw: st.DrawFn) -> Found:
    mentions = [Mention(draw(st.sampled_from(IDS)), *place) for place in draw(spans())]
    told = {entry: tuple(draw(spans(longest=40))) for entry in draw(st.sets(st.sampled_from(IDS)))}
    times = [Time(*place, "1643") for place in draw(spans())]
    pairs = st.lists(st.tuples(words, words), max_size=2)
    return Found(
        entries=draw(found_entries()),
        mentions=Links(mentions),
        told={entry: spans_of for entry, spans_of in told.items() if spans_of},
        times=tuple(times),
        abbreviations=tuple(draw(pairs)),
        warnings=(Message("There is {what}.", what="something"),) if draw(st.booleans()) else (),
    )


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, Sentences]:
    """A text of names and blanks with its sentences."""
    text = " ".join(draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=99)))
    text = text[:LENGTH].ljust(LENGTH, "a")
    return Document(text, (Block(BlockKind.PARAGRAPH, 0, LENGTH),)), Sentences(draw(spans(longest=30, gap=2)))
