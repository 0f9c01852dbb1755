"""Horizon: a companion as far as the text has been read; nothing of it tells what comes later."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from companion.core.claims import claims_until, with_claims
from companion.core.companion import Companion
from companion.core.entries import Event, Match, Origin, Part
from companion.core.spans import Spans

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from companion.core.document import Section, Span
    from companion.core.entries import Claim, Entries, Entry, Person, Relation, Term
    from companion.core.links import Links


class Step(NamedTuple):
    """How far a companion may be shown: `end` is that of the last sentence read whole, the numbers are of
    what is known there. A companion changes only where one of these numbers does."""

    end: int
    mentions: int
    ambiguities: int
    told: int
    evidence: int

    def shows_same(self, other: Step) -> bool:
        """Whether a companion is the same here as there."""
        return self[1:] == other[1:]


def step_at(companion: Companion, horizon: int) -> Step:
    """The step of a companion at the offset `horizon`; what is not read to its end is not known yet."""
    end = companion.sentences.end_before(horizon) if len(companion.sentences) else horizon
    links = companion.links
    told, evidence = (bisect_right(ends, end) for ends in (companion.ends_told, companion.ends_of_evidence))
    return Step(end, links.count_until(end), links.ambiguities_until(end), told, evidence)


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
    it was written; but one that was found in the text says only what it was said of in sentences that were
    read, and is called by a name that stands in them. What its reader says of it she knows: that stays, and
    so does an entry of hers that the text never speaks of. At the end of the text it is the companion itself.
    """
    if is_whole(companion, horizon):
        return companion
    end = step_at(companion, horizon).end
    links = companion.links.until(end)
    told = _told_until(companion.told, end)
    known = {*links.ids, *(entry for entry in told if not _is_nameless(companion.entry(entry), links))}
    known = {entry for entry in known if not _is_titled_later(companion.entry(entry), end)}
    known |= {entry.id for entry in companion.entries if _is_only_hers(entry, companion)}
    if hidden := {*links.ids, *told} - known:
        links, told = links.without(hidden), {entry: told[entry] for entry in told if entry not in hidden}
    return _Guarded(
        document=companion.document,
        entries=_entries_of(companion, known, end),
        links=links,
        sentences=companion.sentences.until(end),
        told=told,
        times=tuple(time for time in companion.times if time.end <= end),
        whole=companion,
        end=end,
    )


def _is_only_hers(entry: Entry, companion: Companion) -> bool:
    """Whether the reader added an entry of which nothing in the text speaks."""
    is_added = entry.origin is Origin.EDITED and entry.before is None
    return is_added and not companion.links.count(entry.id) and not companion.told.get(entry.id)


def _is_called_by_text(entry: Entry) -> bool:
    """Whether an entry has its heading from the text: it was found, and its reader did not rename it."""
    return entry.is_found and Part.HEADING not in entry.own


def _is_nameless(entry: Entry | None, links: Links) -> bool:
    """Whether an entry that was found has no name in the text yet by which it could be called."""
    return entry is not None and _is_called_by_text(entry) and not links.count(entry.id)


def _is_titled_later(entry: Entry | None, end: int) -> bool:
    """Whether a found event has its title from a sentence not yet read: that of its first claim."""
    if not isinstance(entry, Event) or not _is_called_by_text(entry):
        return False
    return not entry.claims or entry.claims[0].evidence.end > end


@dataclass(frozen=True, kw_only=True)
class _Guarded(Companion):
    """The part of the companion `whole` that stands before the offset `end`."""

    whole: Companion
    end: int

    def _spans_of(self, entry_id: str) -> Spans:
        """Those of the whole companion, which knows them already; one that reaches further is made anew."""
        spans = self.whole.passages(entry_id).spans
        count = bisect_right(spans, self.end, key=_end)
        if count < len(spans) and spans[count].start < self.end:
            return super()._spans_of(entry_id)
        return spans[:count]

    def _spans_of_all(self, entries: tuple[str, ...]) -> Spans:
        """A block that names all of them counts as far as it was read."""
        spans = super()._spans_of_all(entries)
        return Spans((start, min(end, self.end)) for start, end in spans)


def _end(span: Span) -> int:
    return span.end


def _told_until(told: Mapping[str, tuple[Span, ...]], end: int) -> dict[str, tuple[Span, ...]]:
    cut = {entry: _until(places, end) for entry, places in told.items()}
    return {entry: places for entry, places in cut.items() if places}


def _until(places: Iterable[Span], end: int) -> tuple[Span, ...]:
    return tuple(place for place in places if place.end <= end)


def _entries_of(companion: Companion, known: Collection[str], end: int) -> Entries:
    entries = companion.entries
    cut = _Cut(companion, known, end)
    return replace(
        entries,
        terms=tuple(cut.term(term) for term in entries.terms if term.id in known),
        people=tuple(cut.person(person) for person in entries.people if person.id in known),
        events=tuple(cut.event(event) for event in entries.events if event.id in known),
    )


class _Cut(NamedTuple):
    """Makes of an entry what is known of it at `end`; one of which all is known stays the same object."""

    companion: Companion
    known: Collection[str]
    end: int

    def term(self, term: Term) -> Term:
        changes = self._shared(term)
        if (see_also := self._known(term.see_also)) != term.see_also:
            changes["see_also"] = see_also
        if heading := self._heading(term):
            changes["term"] = heading
        return replace(term, **changes) if changes else term

    def person(self, person: Person) -> Person:
        changes = self._shared(person)
        relations = tuple(relation for relation in person.relations if self._is_told(relation))
        if relations != person.relations:
            changes["relations"] = relations
        if heading := self._heading(person):
            changes["name"] = heading
        return replace(person, **changes) if changes else person

    def event(self, event: Event) -> Event:
        changes = self._shared(event)
        read = _until(changes.get("evidence", event.evidence), self.end)
        people, terms = (self._taking_part(event, others, read) for others in (event.people, event.terms))
        if (people, terms) != (event.people, event.terms):
            changes |= {"people": people, "terms": terms}
        return replace(event, **changes) if changes else event

    def _known(self, others: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(other for other in others if other in self.known)

    def _is_told(self, relation: Relation) -> bool:
        """Whether a tie may be shown: its sentence was read, where it has one."""
        is_read = relation.evidence is None or relation.evidence.end <= self.end
        return is_read and relation.person in self.known

    def _taking_part(self, event: Event, others: tuple[str, ...], read: tuple[Span, ...]) -> tuple[str, ...]:
        """Those who take part as far as was read; in a found event, in `read`, sentences of its evidence."""
        known = self._known(others)
        if not event.is_found:
            return known
        within = self.companion.links.within
        here = {one.entry for place in read for one in within(*place) if one.end <= self.end}
        told = {other: _until(self.companion.told.get(other, ()), self.end) for other in known}
        return tuple(
            other
            for other in known
            if other in here or any(place.overlaps(one) for one in read for place in told[other])
        )

    def _shared(self, entry: Entry) -> dict[str, Any]:
        """What changes of the parts that all entries have.

        Another name tells as much as an entry does: it is known when the text has used it. Quotes serve
        only to find passages.
        """
        changes: dict[str, Any] = {"quotes": ()} if entry.quotes else {}
        aliases = tuple(alias for alias in entry.aliases if self._was_used(entry.id, alias.text))
        if aliases != entry.aliases:
            changes["aliases"] = aliases
        claims = claims_until(entry.claims, self.end)
        if claims != entry.claims:
            changes |= self._said(entry, claims)
        elif any(place.end > self.end for place in entry.evidence):
            changes["evidence"] = _until(entry.evidence, self.end)
        return changes

    def _said(self, entry: Entry, claims: tuple[Claim, ...]) -> dict[str, Any]:
        """What an entry says by those of its claims whose sentences were read.

        What it says by none of its claims somebody has written, and it stays.
        """
        made, whole = with_claims(entry, claims), with_claims(entry, entry.claims)
        said = {
            field: getattr(made, field)
            for field in ("definition", "role", "about", "dates")
            if hasattr(entry, field) and getattr(whole, field) == getattr(entry, field)
        }
        return {"claims": claims, "evidence": _until(made.evidence, self.end), **said}

    def _heading(self, entry: Term | Person) -> str:
        """The name by which an entry is called that was found but not yet by its own name; else nothing.

        It is the fullest of the other names that the text has used, or else what the text first calls it.
        """
        if not _is_called_by_text(entry) or self._was_used(entry.id, entry.heading):
            return ""
        names = [alias.text for alias in entry.aliases if alias.match is not Match.NEVER]
        if used := [name for name in names if self._was_used(entry.id, name)]:
            return max(used, key=_fullness)
        first = self.companion.links.of(entry.id)[0]
        return " ".join(self.companion.document.text[first.start : first.end].split())

    def _was_used(self, entry_id: str, name: str) -> bool:
        place = self.companion.first_named.get((entry_id, " ".join(name.casefold().split())))
        return place is not None and place <= self.end


def _fullness(name: str) -> tuple[int, int]:
    return len(name.split()), len(name)
