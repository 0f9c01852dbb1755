"""Companion: the entries of a document tied to their passages; answers every whole-book question."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress, count, repeat
from operator import eq
from typing import TYPE_CHECKING, NamedTuple, overload

from companion.core.document import Document, Span
from companion.core.entries import Entries, Entry, Event, Person, Term
from companion.core.links import Links
from companion.core.sentences import Sentences
from companion.core.spans import Spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.core.found import Time
    from companion.core.message import Message


class Passage(NamedTuple):
    """A sentence (or several, or a block) that speaks of an entry.

    `names` are the spans of the entry's names in it, empty when the passage tells of the entry without
    naming it.
    """

    start: int
    end: int
    names: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        """Where the passage stands."""
        return Span(self.start, self.end)


class Passages(Sequence[Passage]):
    """The passages of one focus in the order of the text; each is made when it is asked for.

    A focus on a main character of a long novel has thousands, of which a few are ever looked at.
    """

    __slots__ = ("_entries", "_links", "_nameless", "spans")

    def __init__(self, links: Links, entries: tuple[str, ...], spans: Spans) -> None:
        self._links = links
        self._entries = frozenset(entries)
        self._nameless: frozenset[int] | None = None
        self.spans = spans

    @property
    def nameless(self) -> frozenset[int]:
        """The numbers of the passages that tell of the focus without naming it."""
        if self._nameless is None:
            starts = self._links.starts_of(self._entries)
            before, until = (
                map(bisect_left, repeat(starts), edges) for edges in (self.spans.starts, self.spans.ends)
            )
            self._nameless = frozenset(compress(count(), map(eq, before, until)))
        return self._nameless

    def __len__(self) -> int:
        return len(self.spans)

    @overload
    def __getitem__(self, index: int) -> Passage: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Passage]: ...
    def __getitem__(self, index: int | slice) -> Passage | Sequence[Passage]:
        if isinstance(index, slice):
            return [self._passage(span) for span in self.spans[index]]
        return self._passage(self.spans[index])

    def _passage(self, span: Span) -> Passage:
        mentions = self._links.within(span.start, span.end)
        names = dict.fromkeys(mention.span for mention in mentions if mention.entry in self._entries)
        return Passage(span.start, span.end, tuple(names))


class Related(NamedTuple):
    """An entry that belongs to another: the `role` that its companion gives it, and how many passages
    name both."""

    entry: str
    role: str
    together: int


@dataclass(frozen=True)
class Companion:
    """Glossary, people and timeline of one document. Frozen once made; may cross threads.

    `told` gives, for an entry's id, the spans of passages that speak of it without naming it.
    `warnings` are sentences for the reader: quotes that were not found, names that stay undecided.
    `times` and `abbreviations` are those that were found in the text, not those of a companion file.
    """

    document: Document
    entries: Entries = field(default_factory=Entries)
    links: Links = field(default_factory=Links)
    sentences: Sentences = field(default_factory=Sentences)
    told: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    warnings: tuple[Message, ...] = ()
    times: tuple[Time, ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    _by_id: dict[str, Entry] = field(init=False, repr=False, compare=False)
    _passages: dict[tuple[str, ...], Passages] = field(init=False, repr=False, compare=False)
    _related: dict[str, tuple[Related, ...]] = field(init=False, repr=False, compare=False)
    _blocks: dict[str, array[int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {entry.id: entry for entry in self.entries})
        object.__setattr__(self, "_passages", {})
        object.__setattr__(self, "_related", {})
        object.__setattr__(self, "_blocks", {})

    def take_passages(self, other: Companion, entries: Iterable[str]) -> None:
        """Takes over what another companion of the same text knows of the passages of these entries.

        The same places speak of them there; whoever makes a companion of another may so save the search.
        """
        for entry_id in entries:
            if (known := other._passages.get((entry_id,))) is not None:
                self._passages[entry_id,] = Passages(self.links, (entry_id,), known.spans)

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id, if there is one."""
        return self._by_id.get(entry_id)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The glossary, in the order in which it was written."""
        return self.entries.terms

    @property
    def people(self) -> tuple[Person, ...]:
        """The people, in the order in which they were written."""
        return self.entries.people

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The timeline: sorted by story date, then by the place in the text."""
        far = len(self.document.text)

        def key(event: Event) -> tuple[float, float, int]:
            place = self.first_place(event.id)
            return (event.date.earliest, event.date.latest, far if place is None else place)

        return tuple(sorted(self.entries.events, key=key))

    def passages(self, *entries: str) -> Passages:
        """The passages that speak of `entries`: of the one, or of all of them together.

        For one entry a passage is the sentence round each mention, and the sentences of each quote. For
        several it is a sentence that names all of them, or else the block that does.
        """
        known = self._passages.get(entries)
        if known is None:
            spans = self._spans_of(entries[0]) if len(entries) == 1 else self._spans_of_all(entries)
            known = self._passages[entries] = Passages(self.links, entries, spans)
        return known

    def first_place(self, entry_id: str) -> int | None:
        """Where the text first speaks of the entry; None when it never does."""
        spans = self.passages(entry_id).spans
        return spans[0].start if spans else None

    def events_of(self, entry_id: str) -> tuple[Event, ...]:
        """The events that involve the entry: those that list it, and those whose passages name it."""
        return self._events_by_entry.get(entry_id, ())

    def who_is_in(self, span: Span) -> tuple[tuple[Person | Term, int], ...]:
        """The people, and then the terms, that are named in `span`, each with how often; most often first."""
        tally = self.links.tally_within(*span)
        named = [(self.entry(entry_id), count) for entry_id, count in tally.items()]
        people = [(entry, count) for entry, count in named if isinstance(entry, Person)]
        terms = [(entry, count) for entry, count in named if isinstance(entry, Term)]
        return (*sorted(people, key=_by_count), *sorted(terms, key=_by_count))

    def related(self, entry_id: str) -> tuple[Related, ...]:
        """The entries that belong to this one: the declared ones first, then those named beside it most.

        An entry that shares a single passage by chance is left out unless it was declared.
        """
        known = self._related.get(entry_id)
        if known is None:
            known = self._related[entry_id] = self._relatives(entry_id)
        return known

    def know_ahead(self, entries: Iterable[str]) -> None:
        """Finds out what is asked when one of these entries comes into focus; for a thread, ahead of that."""
        _ = self._events_by_entry
        for entry_id in entries:
            self.related(entry_id)
            _ = self.passages(entry_id).nameless, self._blocks_of(entry_id)

    def _relatives(self, entry_id: str) -> tuple[Related, ...]:
        roles = self._declared(entry_id)
        together = self.links.count_within(self.passages(entry_id).spans)
        del together[entry_id]
        declared = [
            Related(other, role, together[other]) for other, role in roles.items() if other != entry_id
        ]
        beside = [
            Related(other, "", times)
            for other, times in together.most_common()
            if times > 1 and other not in roles
        ]
        return tuple(declared + beside)

    def _spans_of(self, entry_id: str) -> Spans:
        named = [self._sentence(mention.start, mention.end) for mention in self.links.of(entry_id)]
        told = [self._sentence(place.start, place.end) for place in self.told.get(entry_id, ())]
        return Spans(_joined(named + told))

    def _sentence(self, start: int, end: int) -> Span:
        """The sentence round a place; all that it touches where it is longer than one."""
        first = self.sentences.at(start)
        if start >= first.start and end <= first.end:
            return first
        last = self.sentences.at(end - 1)
        return Span(min(first.start, start) if first.end > start else start, max(last.end, end))

    def _spans_of_all(self, entries: tuple[str, ...]) -> Spans:
        if not entries:
            return Spans()
        each = [self.passages(entry).spans for entry in entries]
        found: set[tuple[int, int]] = set()
        for start in set.intersection(*(set(spans.starts) for spans in each)):
            ends = {spans.ends[bisect_left(spans.starts, start)] for spans in each}
            if len(ends) == 1:
                found.add((start, ends.pop()))
        document = self.document
        if document.blocks:
            blocks = [set(self._blocks_of(entry)) for entry in entries]
            shared = set.intersection(*blocks) - document.block_indices(start for start, _ in found)
            found.update(document.blocks[number].span for number in shared)
        return Spans(sorted(found))

    def _blocks_of(self, entry_id: str) -> array[int]:
        """The numbers of the blocks in which the passages of an entry begin, each once, in no order."""
        known = self._blocks.get(entry_id)
        if known is None:
            starts = self.passages(entry_id).spans.starts
            known = self._blocks[entry_id] = array("I", self.document.block_indices(starts))
        return known

    @cached_property
    def first_named(self) -> dict[tuple[str, str], int]:
        """For an entry's id and a name of it, in small letters, the end of the first place named so."""
        found: dict[tuple[str, str], int] = {}
        for (entry_id, name), end in self.links.first_ends(self.document.text).items():
            named = (entry_id, " ".join(name.casefold().split()))
            found[named] = min(end, found.get(named, end))
        return found

    @cached_property
    def ends_told(self) -> list[int]:
        """Where each passage ends that tells of an entry without naming it, in order."""
        return sorted(place.end for places in self.told.values() for place in places)

    @cached_property
    def ends_of_evidence(self) -> list[int]:
        """Where each sentence ends that something an entry says was taken from, in order."""
        claims = [claim.evidence.end for entry in self.entries for claim in entry.claims]
        ties = [tie.evidence.end for one in self.people for tie in one.relations if tie.evidence]
        return sorted(claims + ties)

    @cached_property
    def _events_by_entry(self) -> dict[str, tuple[Event, ...]]:
        """For each entry the events that involve it, in the order of the timeline."""
        involved: dict[str, list[Event]] = {}
        for event in self.events:
            entries = {event.id: None, **dict.fromkeys(event.people), **dict.fromkeys(event.terms)}
            for span in self.passages(event.id).spans:
                entries.update(dict.fromkeys(self.links.entries_within(span.start, span.end)))
            for entry in entries:
                involved.setdefault(entry, []).append(event)
        return {entry: tuple(events) for entry, events in involved.items()}

    @cached_property
    def _declaring(self) -> dict[str, tuple[str, ...]]:
        """For each entry the terms and people whose companion names it as related."""
        declaring: dict[str, list[str]] = {}
        for term in self.terms:
            for other in term.see_also:
                declaring.setdefault(other, []).append(term.id)
        for person in self.people:
            for relation in person.relations:
                declaring.setdefault(relation.person, []).append(person.id)
        return {entry: tuple(others) for entry, others in declaring.items()}

    def _declared(self, entry_id: str) -> dict[str, str]:
        """Ids of declared relatives with what each is to this one, in the order written; both directions."""
        roles: dict[str, str] = {}
        match self.entry(entry_id):
            case Term(see_also=others):
                roles.update((other, "") for other in others)
            case Person(relations=relations):
                roles.update((relation.person, relation.role) for relation in relations)
            case Event(people=people, terms=terms):
                roles.update((other, "") for other in (*people, *terms))
            case None:
                return roles
        for other in self._declaring.get(entry_id, ()):
            roles.setdefault(other, "")
        return {other: role for other, role in roles.items() if other in self._by_id}


def _by_count(named: tuple[Person | Term, int]) -> int:
    return -named[1]


def _joined(spans: list[Span]) -> list[Span]:
    """The spans in order, those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
