"""Extractor: people, terms, times and events are found in a document, and no mention overlaps another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from companion.core.claims import with_claims
from companion.core.entries import Claim, ClaimKind, Entries
from companion.core.found import Found, renamed
from companion.core.ids import Ids
from companion.core.language import script_of
from companion.core.links import Links, Mention
from companion.core.message import Message
from companion.extraction.collecting import collected_later
from companion.extraction.glossary import find_abbreviations, find_terms
from companion.extraction.names import find_names, score_people
from companion.extraction.people.describing import describe
from companion.extraction.people.finding import find_people
from companion.extraction.recasing import in_small_letters
from companion.extraction.source import source_of
from companion.extraction.timeline.events import find_events
from companion.extraction.times import find_times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from companion.core.document import Document, Span
    from companion.core.entries import Entry
    from companion.core.found import Time
    from companion.extraction.glossary import Abbreviation, FoundTerm
    from companion.extraction.source import Source

_SCRIPTS = frozenset({"", "Latin", "Cyrillic", "Greek"})
_OTHER_SCRIPT = Message(
    "People, terms and dates are found only in texts in Latin, Cyrillic and Greek letters; this is in others."
)
_LONGEST_TOLD = 400
"""Characters of a sentence that only tells of an entry; more of it is not repeated."""

_SOURCE, _NAMES, _PEOPLE, _TIMES, _DESCRIBED, _TERMS, _EVENTS = 0.1, 0.3, 0.45, 0.6, 0.75, 0.9, 0.97
"""How much is done after each step, as a share of the whole."""


def extract(document: Document, *, progress: Callable[[float], None] | None = None) -> Found:
    """Everything that a document itself tells of its people, terms and times, each with its evidence.

    `progress` is told the share that is done, from 0 to 1, and may raise to stop it. A text in a script that
    cannot be done gives nothing but a warning that says so.
    """
    report = progress or _nobody
    report(0.0)
    return extract_from(source_of(in_small_letters(document)), report)


def extract_from(source: Source, progress: Callable[[float], None]) -> Found:
    """The same, from a document whose sentences are known already."""
    progress(_SOURCE)
    if script_of(source.text) not in _SCRIPTS:
        return Found(
            entries=Entries(language=source.language), warnings=(_OTHER_SCRIPT,), sentences=source.sentences
        )
    with collected_later():
        found = _Extraction(source, progress).found()
    progress(1.0)
    return found


def _nobody(done: float) -> None:
    """Takes the progress when nobody asks for it."""


class _Layer(NamedTuple):
    """Entries of one kind with the places where each is named, before these are laid over the text."""

    entries: Sequence[Entry]
    mentions: Mapping[str, Sequence[Span]]


class _Extraction:
    """One document being searched, step by step."""

    def __init__(self, source: Source, report: Callable[[float], None]) -> None:
        self._source = source
        self._report = report

    def found(self) -> Found:
        source, report = self._source, self._report
        work = source.work
        names = [name for name in find_names(source) if work.start <= name.start < work.end]
        scores = score_people(source, names)
        report(_NAMES)
        people = find_people(source, names, scores)
        report(_PEOPLE)
        times = [time for time in find_times(source) if work.start <= time.start < work.end]
        report(_TIMES)
        described, told = describe(source, people, times)
        report(_DESCRIBED)
        abbreviations = [one for one in find_abbreviations(source) if work.contains(one.short_span)]
        terms = list(_of_work(find_terms(source, names, people, abbreviations), work))
        report(_TERMS)
        events = find_events(source, times, people, terms, told)
        report(_EVENTS)
        layers = (
            _Layer(described, {person.id: person.mentions for person in people}),
            _Layer([one.term for one in terms], {one.term.id: one.mentions for one in terms}),
            _Layer([one.event for one in events], {one.event.id: one.mentions for one in events}),
        )
        return self._together(layers, told, times, abbreviations)

    def _together(
        self,
        layers: Sequence[_Layer],
        told: Mapping[str, tuple[Span, ...]],
        times: Sequence[Time],
        abbreviations: Iterable[Abbreviation],
    ) -> Found:
        mentions = _laid(layers, len(self._source.text))
        first: dict[str, Span] = {}
        for mention in mentions:
            if mention.entry not in first:
                first[mention.entry] = self._source.sentences.at(mention.start)
        told = dict(told)
        for event in layers[-1].entries:
            if event.id not in first and event.evidence:  # its date is part of a name
                told[event.id] = event.evidence
        for entry, places in told.items():
            first.setdefault(entry, self._source.sentences.at(places[0].start))
        people, terms, events = (
            tuple(self._with_evidence(entry, first[entry.id]) for entry in layer.entries if entry.id in first)
            for layer in layers
        )
        found = Found(
            entries=Entries(
                title=self._source.document.title,
                author=self._source.document.author,
                language=self._source.language,
                people=people,
                terms=terms,
                events=events,
            ),
            mentions=Links(mentions),
            told=told,
            times=tuple(times),
            abbreviations=tuple(dict.fromkeys((one.short, one.long) for one in abbreviations)),
            sentences=self._source.sentences,
        )
        ids = Ids()
        return renamed(found, {one.id: ids.new(one.kind, one.heading) for one in found.entries})

    def _with_evidence(self, entry: Entry, first: Span) -> Any:
        """The entry that tells, where nothing explains it, at least the sentence that first speaks of it."""
        if any(claim.kind is ClaimKind.TOLD for claim in entry.claims):
            return entry
        words = " ".join(self._source.text[first.start : min(first.end, first.start + _LONGEST_TOLD)].split())
        cut = " …" if first.end - first.start > _LONGEST_TOLD else ""
        return with_claims(entry, (*entry.claims, Claim(ClaimKind.TOLD, words + cut, first)))


def _of_work(terms: Iterable[FoundTerm], work: Span) -> Iterator[FoundTerm]:
    """The terms that the work itself speaks of, with their places there."""
    for one in terms:
        mentions = tuple(place for place in one.mentions if work.contains(place))
        if mentions and all(work.contains(place) for place in one.term.evidence[:1]):
            yield one._replace(mentions=mentions)


def _laid(layers: Iterable[_Layer], length: int) -> list[Mention]:
    """The mentions in the order of the text; where two overlap, that of the layer before stays.

    Within a layer the longer one stays, and entries may share a place: a date that belongs to two events.
    """
    taken = bytearray(length)
    laid: list[Mention] = []
    for layer in layers:
        known = [(entry.id, layer.mentions.get(entry.id, ())) for entry in layer.entries]
        places = {(span.start, span.end) for _, spans in known for span in spans}
        free: set[tuple[int, int]] = set()
        for start, end in sorted(places, key=_longest_first):
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\1" * (end - start)
                free.add((start, end))
        for entry, spans in known:
            laid += [Mention(entry, *span) for span in spans if span in free]
    return sorted(laid, key=_place)


def _longest_first(place: tuple[int, int]) -> tuple[int, int]:
    return place[0] - place[1], place[0]


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end
