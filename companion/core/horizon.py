"""Horizon: a companion as far as the text has been read; nothing of it tells what comes later."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from companion.core.companion import Companion
from companion.core.document import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from companion.core.document import Section
    from companion.core.entries import Entries, Entry, Event, Person, Term


class Step(NamedTuple):
    """How far a companion may be shown: `end` is that of the last sentence read whole, the numbers are of
    what is known there. A companion changes only where one of these numbers does."""

    end: int
    mentions: int
    ambiguities: int
    told: int

    def shows_same(self, other: Step) -> bool:
        """Whether a companion is the same here as there."""
        return self[1:] == other[1:]


def step_at(companion: Companion, horizon: int) -> Step:
    """The step of a companion at the offset `horizon`; what is not read to its end is not known yet."""
    end = companion.sentences.end_before(horizon) if len(companion.sentences) else horizon
    links = companion.links
    told = sum(place.end <= end for places in companion.told.values() for place in places)
    return Step(end, links.count_until(end), links.ambiguities_until(end), told)


def is_whole(companion: Companion, horizon: int) -> bool:
    """Whether nothing is left to be read beyond `horizon`."""
    blocks = companion.document.blocks
    return horizon >= (blocks[-1].end if blocks else len(companion.document.text))


def tells_ahead(section: Section, horizon: int) -> bool:
    """Whether a section's title tells what comes after the offset `horizon`: it is more than a number."""
    title = section.title.strip()
    return section.start >= horizon and bool(title) and not _NUMBERED.fullmatch(title)


_NUMBERED = re.compile(r"\W*(?:[^\W\d]+\W+)?(?:\d{1,4}|[ivxlcdm]{1,9})\W*", re.IGNORECASE)
"""A title like “Chapter XII”, “12.” or “§ 3”."""


def guarded(companion: Companion, horizon: int) -> Companion:
    """The companion as a reader may see it who has read as far as the offset `horizon`.

    A sentence is known when it was read to its end. Mentions, undecided names and told passages beyond
    are left out; so are entries of which no passage was read yet, among them those that the text never
    speaks of, and every tie to them. What an entry says is shown as it was written. At the end of the
    text it is the companion itself.
    """
    if is_whole(companion, horizon):
        return companion
    end = step_at(companion, horizon).end
    links = companion.links.until(end)
    told = _told_until(companion.told, end)
    known = {*links.ids, *told}
    return _Guarded(
        document=companion.document,
        entries=_entries_of(companion.entries, known, end),
        links=links,
        sentences=companion.sentences.until(end),
        told=told,
        whole=companion,
        end=end,
    )


@dataclass(frozen=True, kw_only=True)
class _Guarded(Companion):
    """The part of the companion `whole` that stands before the offset `end`."""

    whole: Companion
    end: int

    def _spans_of(self, entry_id: str) -> list[Span]:
        """Those of the whole companion, which knows them already; one that reaches further is made anew."""
        spans = self.whole.passages(entry_id).spans
        count = bisect_right(spans, self.end, key=_end)
        if count < len(spans) and spans[count].start < self.end:
            return super()._spans_of(entry_id)
        return spans[:count]

    def _spans_of_all(self, entries: tuple[str, ...]) -> list[Span]:
        """A block that names all of them counts as far as it was read."""
        return [Span(span.start, min(span.end, self.end)) for span in super()._spans_of_all(entries)]


def _end(span: Span) -> int:
    return span.end


def _told_until(told: Mapping[str, tuple[Span, ...]], end: int) -> dict[str, tuple[Span, ...]]:
    cut = {entry: _until(places, end) for entry, places in told.items()}
    return {entry: places for entry, places in cut.items() if places}


def _until(places: Iterable[Span], end: int) -> tuple[Span, ...]:
    return tuple(place for place in places if place.end <= end)


def _entries_of(entries: Entries, known: Collection[str], end: int) -> Entries:
    return replace(
        entries,
        terms=tuple(_term(term, known, end) for term in entries.terms if term.id in known),
        people=tuple(_person(person, known, end) for person in entries.people if person.id in known),
        events=tuple(_event(event, known, end) for event in entries.events if event.id in known),
    )


def _term(term: Term, known: Collection[str], end: int) -> Term:
    see_also = _known(term.see_also, known)
    if see_also == term.see_also and _shows_all(term, end):
        return term
    return replace(term, see_also=see_also, quotes=(), evidence=_until(term.evidence, end))


def _person(person: Person, known: Collection[str], end: int) -> Person:
    relations = tuple(relation for relation in person.relations if relation.person in known)
    if relations == person.relations and _shows_all(person, end):
        return person
    return replace(person, relations=relations, quotes=(), evidence=_until(person.evidence, end))


def _event(event: Event, known: Collection[str], end: int) -> Event:
    people, terms = _known(event.people, known), _known(event.terms, known)
    if (people, terms) == (event.people, event.terms) and _shows_all(event, end):
        return event
    return replace(event, people=people, terms=terms, quotes=(), evidence=_until(event.evidence, end))


def _known(others: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
    return tuple(other for other in others if other in known)


def _shows_all(entry: Entry, end: int) -> bool:
    """Whether nothing has to be left out of what an entry quotes; quotes serve only to find passages."""
    return not entry.quotes and all(place.end <= end for place in entry.evidence)
