"""Horizon: a companion as far as the text has been read; nothing of it tells what comes later."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

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
    speaks of, every tie to them, and names that the text has not used yet. What an entry says is shown as
    it was written. At the end of the text it is the companion itself.
    """
    if is_whole(companion, horizon):
        return companion
    end = step_at(companion, horizon).end
    links = companion.links.until(end)
    told = _told_until(companion.told, end)
    known = {*links.ids, *told}
    return _Guarded(
        document=companion.document,
        entries=_entries_of(companion, known, end),
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


def _entries_of(companion: Companion, known: Collection[str], end: int) -> Entries:
    entries = companion.entries
    cut = _Cut(companion.first_named, known, end)
    return replace(
        entries,
        terms=tuple(cut.term(term) for term in entries.terms if term.id in known),
        people=tuple(cut.person(person) for person in entries.people if person.id in known),
        events=tuple(cut.event(event) for event in entries.events if event.id in known),
    )


class _Cut(NamedTuple):
    """Makes of an entry what is known of it at `end`; one of which all is known stays the same object."""

    first_named: Mapping[tuple[str, str], int]
    known: Collection[str]
    end: int

    def term(self, term: Term) -> Term:
        changes = self._shared(term)
        if (see_also := self._known(term.see_also)) != term.see_also:
            changes["see_also"] = see_also
        return replace(term, **changes) if changes else term

    def person(self, person: Person) -> Person:
        changes = self._shared(person)
        relations = tuple(relation for relation in person.relations if relation.person in self.known)
        if relations != person.relations:
            changes["relations"] = relations
        return replace(person, **changes) if changes else person

    def event(self, event: Event) -> Event:
        changes = self._shared(event)
        people, terms = self._known(event.people), self._known(event.terms)
        if (people, terms) != (event.people, event.terms):
            changes |= {"people": people, "terms": terms}
        return replace(event, **changes) if changes else event

    def _known(self, others: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(other for other in others if other in self.known)

    def _shared(self, entry: Entry) -> dict[str, Any]:
        """What changes of the parts that all entries have.

        Another name tells as much as an entry does: it is known when the text has used it. Quotes serve
        only to find passages.
        """
        changes: dict[str, Any] = {"quotes": ()} if entry.quotes else {}
        aliases = tuple(alias for alias in entry.aliases if self._was_used(entry.id, alias.text))
        if aliases != entry.aliases:
            changes["aliases"] = aliases
        if any(place.end > self.end for place in entry.evidence):
            changes["evidence"] = _until(entry.evidence, self.end)
        return changes

    def _was_used(self, entry_id: str, name: str) -> bool:
        place = self.first_named.get((entry_id, " ".join(name.casefold().split())))
        return place is not None and place <= self.end
