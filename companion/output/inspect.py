"""Inspection: a document and its companion as one JSON object, for scripts, schools and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.core.dates import DateError, parse_date
from companion.core.entries import Event, Match, Person, Term
from companion.output.front import front_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.core.companion import Companion
    from companion.core.document import Span
    from companion.core.entries import Entry

Fields = dict[str, Any]


def inspection(companion: Companion, name: str) -> Fields:
    """What is known of a document, ready for `json.dumps`.

    `name` becomes the ``id``. Every span is a pair of code point offsets into ``document.text``, end
    exclusive. People, terms and events stand in the order in which they were written, `times` and all
    mentions in the order of the text; a `times` value is EDTF (ISO 8601-2), or for a duration ISO 8601. The
    `score` of a term and the `confidence` in a person are 1 where somebody wrote them.
    """
    entries = companion.entries
    return {
        "id": name,
        "document": _document(companion),
        "people": [_person(companion, person) for person in entries.people],
        "terms": [_term(companion, term) for term in entries.terms],
        "events": [_event(companion, event) for event in entries.events],
        "times": _found_times(companion) or _times(companion),
        "abbreviations": [list(pair) for pair in companion.abbreviations]
        or [pair for entry in entries for pair in _abbreviations(entry)],
    }


def _document(companion: Companion) -> Fields:
    document = companion.document
    return {
        **front_of(companion)._asdict(),
        "format": document.format,
        "text": document.text,
        "sections": [
            {"title": section.title, "level": section.level, "start": section.start, "end": section.end}
            for section in document.sections
        ],
        "warnings": [*document.warnings, *companion.warnings],
    }


def _person(companion: Companion, person: Person) -> Fields:
    return {
        "id": person.id,
        "name": person.name,
        "aliases": _aliases(person),
        "about": person.about,
        "origin": person.origin,
        "confidence": person.confidence,
        "evidence": _evidence(companion, person),
        "mentions": _pairs(mention.span for mention in companion.links.of(person.id)),
    }


def _term(companion: Companion, term: Term) -> Fields:
    return {
        "id": term.id,
        "term": term.term,
        "aliases": _aliases(term),
        "definition": term.definition,
        "origin": term.origin,
        "score": term.confidence,
        "evidence": _evidence(companion, term),
        "mentions": _pairs(mention.span for mention in companion.links.of(term.id)),
    }


def _event(companion: Companion, event: Event) -> Fields:
    return {
        "id": event.id,
        "date": event.date.edtf,
        "title": event.title,
        "about": event.about,
        "people": list(event.people),
        "terms": list(event.terms),
        "origin": event.origin,
        "evidence": _pairs(companion.passages(event.id).spans),
    }


def _evidence(companion: Companion, entry: Entry) -> list[list[int]]:
    """The sentences that support an entry, or else those that its companion quotes for it."""
    return _pairs(entry.evidence or companion.told.get(entry.id, ()))


def _aliases(entry: Entry) -> list[str]:
    return [alias.text for alias in entry.aliases if alias.match is not Match.NEVER]


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _found_times(companion: Companion) -> list[Fields]:
    return [{"start": time.start, "end": time.end, "value": time.value} for time in companion.times]


def _times(companion: Companion) -> list[Fields]:
    """The words of the text that say when an event was: not those that are its name."""
    times: dict[Span, str] = {}
    for mention in companion.links:
        event = companion.entry(mention.entry)
        if isinstance(event, Event) and mention.span not in times:
            words = companion.document.text[mention.start : mention.end]
            if value := _value(words, event):
                times[mention.span] = value
    return [{"start": span.start, "end": span.end, "value": value} for span, value in times.items()]


def _value(words: str, event: Event) -> str:
    """The date that the words name, in EDTF; empty when they are the event's name."""
    try:
        return parse_date(words).edtf
    except DateError:
        names = {_letters(name) for name in (event.title, *_aliases(event))}
        return "" if _letters(words) in names else event.date.edtf


def _letters(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())


_SMALL_WORDS = frozenset(
    (
        "and",
        "by",
        "da",
        "de",
        "der",
        "des",
        "di",
        "du",
        "for",
        "in",
        "la",
        "of",
        "the",
        "to",
        "und",
        "van",
        "von",
    )
)


def _abbreviations(entry: Entry) -> list[list[str]]:
    """The names of an entry that are plainly the initials of another of its names, each with that name."""
    names = list(dict.fromkeys((entry.heading, *_aliases(entry))))
    return [[short, long] for short in names for long in names if is_acronym(short, long)]


def is_acronym(short: str, long: str) -> bool:
    """Whether `short`, in capitals with or without full stops, is made of the initials of `long`.

    Small words ("of", "the") may be left out of the initials, all of them or none.
    """
    letters = short.replace(".", "").replace(" ", "")
    words = long.replace("-", " ").split()
    if not (len(letters) >= 2 and letters.isalpha() and letters.isupper()) or len(words) < 2:
        return False
    main = [word for word in words if word.lower() not in _SMALL_WORDS]
    return letters in {"".join(word[0].upper() for word in kept) for kept in (words, main)}
