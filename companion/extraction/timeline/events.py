"""Events: every clause of the text that says when something happened becomes an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.core.claims import with_claims
from companion.core.document import Span
from companion.core.entries import Claim, ClaimKind, Event, Kind, Origin
from companion.core.ids import Ids
from companion.extraction.timeline.clauses import LONGEST
from companion.extraction.timeline.diary import entries_of
from companion.extraction.timeline.involved import Involved
from companion.extraction.timeline.joining import joined
from companion.extraction.timeline.occurring import Occurrences
from companion.extraction.timeline.telling import Telling, tellings_of
from companion.extraction.timeline.turning_points import turning_points
from companion.extraction.timeline.weighing import Weighing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from companion.core.found import Time
    from companion.extraction.glossary.terms import FoundTerm
    from companion.extraction.people.finding import FoundPerson
    from companion.extraction.source import Source

_ABOUT = 400
"""Characters of a sentence that an event says."""


class FoundEvent(NamedTuple):
    """An event and its mentions: the dates of the text that say when it was."""

    event: Event
    mentions: tuple[Span, ...]


def find_events(
    source: Source,
    times: Sequence[Time],
    people: Sequence[FoundPerson],
    terms: Sequence[FoundTerm],
    told: Mapping[str, Sequence[Span]] | None = None,
) -> list[FoundEvent]:
    """The events that the text dates, sorted by story date and then by their place in the text.

    `times` are in the order of the text; `told` are the pronouns of which it is certain whom they mean.
    An event's evidence are the sentences that tell of it, its title is made of the words of the first.
    """
    involved = Involved(people, terms, told or {}, source.text)
    weighing = Weighing(source.document, times)
    tellings = [
        telling
        for sentence, dates in _dated_sentences(source, times)
        for telling in tellings_of(source, sentence, dates, involved, weighing)
    ]
    tellings += list(turning_points(source, tellings, involved))
    tellings += list(entries_of(source, times, tellings, involved))
    tellings.sort(key=lambda telling: (telling.date, telling.phrase))
    ids = Ids()
    return [_event(source.text, group, ids) for group in joined(tellings)]


def _dated_sentences(source: Source, times: Sequence[Time]) -> Iterator[tuple[Span, list[Time]]]:
    """The sentences with the dates in them, in the order of the text."""
    occurrences = Occurrences(source.document)
    sentence, tells = Span(0, 0), False
    dates: list[Time] = []
    for time in occurrences.dates(times):
        if time.start >= sentence.end:
            if dates:
                yield sentence, dates
            sentence, dates = _sentence(source, time), []
            tells = not occurrences.is_imprint(sentence)
        if tells and time.end <= sentence.start + LONGEST and occurrences.happens_at(time, sentence):
            dates.append(time)
    if dates:
        yield sentence, dates


def _sentence(source: Source, time: Time) -> Span:
    """The sentence of a date; both that it touches where its full stop was taken for the end of one."""
    first, last = source.sentences.at(time.start), source.sentences.at(time.end - 1)
    return Span(first.start, max(first.end, last.end))


def _event(text: str, group: Sequence[Telling], ids: Ids) -> FoundEvent:
    """The event that a group of tellings tells of; the first gives its title and its date."""
    first = group[0]
    event = Event(
        id=ids.new(Kind.EVENT, first.title),
        title=first.title,
        date=first.date,
        people=tuple(dict.fromkeys(entry for telling in group for entry in telling.people)),
        terms=tuple(dict.fromkeys(entry for telling in group for entry in telling.terms)),
        origin=Origin.FOUND,
        confidence=round(max(telling.confidence for telling in group), 2),
    )
    sentences = dict.fromkeys(telling.sentence for telling in group)
    claims = [Claim(ClaimKind.ABOUT, _words(text, sentence), sentence) for sentence in sentences]
    return FoundEvent(with_claims(event, claims), tuple(telling.phrase for telling in group))


def _words(text: str, sentence: Span) -> str:
    """The words of a sentence, a very long one cut short."""
    words = " ".join(text[sentence.start : min(sentence.end, sentence.start + 2 * _ABOUT)].split())
    if len(words) <= _ABOUT:
        return words
    return words[:_ABOUT].rsplit(None, 1)[0] + " …"
