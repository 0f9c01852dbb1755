"""Found JSON: what was found in a text becomes JSON, and is checked piece by piece when it is read again."""

from __future__ import annotations

import sys
from array import array
from base64 import b64decode, b64encode
from itertools import islice
from operator import le
from typing import TYPE_CHECKING, Any

from companion.core.dates import Date, DateError, parse_date
from companion.core.document import Span
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
from companion.core.links import Links
from companion.core.message import Message
from companion.core.sentences import Sentences
from companion.store.seal import DamagedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from companion.core.entries import Entry

Json = dict[str, Any]


def told(found: Found) -> Json:
    """What was found, ready for `json.dumps`; mentions and passages name an entry by its number.

    What a long text has tens of thousands of stands in columns: unsigned numbers of 32 bits, the lowest byte
    first, in Base64. Read as JSON they would for a moment take some thirty times the memory.
    """
    entries = found.entries
    number = {entry.id: index for index, entry in enumerate(entries)}
    return {
        "title": entries.title,
        "author": entries.author,
        "language": entries.language,
        "terms": [
            {**_shared(term), "term": term.term, "see_also": [number[other] for other in term.see_also]}
            for term in entries.terms
        ],
        "people": [_told_person(person, number) for person in entries.people],
        "events": [_told_event(event, number) for event in entries.events],
        "mentions": _told_mentions(found.mentions, number),
        "told": [[number[entry], *map(list, places)] for entry, places in found.told.items()],
        "times": [list(time) for time in found.times],
        "abbreviations": [list(pair) for pair in found.abbreviations],
        "warnings": [_told_message(warning) for warning in found.warnings],
        "sentences": None if found.sentences is None else _told_sentences(found.sentences),
    }


def _told_mentions(mentions: Links, number: Mapping[str, int]) -> list[str]:
    """The number of the entry of each mention, where they begin, and where they end."""
    entries = (number[mention.entry] for mention in mentions)
    starts = (mention.start for mention in mentions)
    return [_told_column(column) for column in (entries, starts, (mention.end for mention in mentions))]


def _told_sentences(sentences: Sentences) -> list[str]:
    """Where the sentences begin, and where they end."""
    return [_told_column(column) for column in sentences.columns]


def _told_column(numbers: Iterable[int]) -> str:
    column = array("I", numbers)
    if sys.byteorder == "big":
        column.byteswap()
    return b64encode(column).decode("ascii")


def _shared(entry: Entry) -> Json:
    return {
        "id": entry.id,
        "aliases": [[alias.text, alias.match.value] for alias in entry.aliases],
        "evidence": [list(span) for span in entry.evidence],
        "claims": [[claim.kind.value, claim.text, *claim.evidence] for claim in entry.claims],
        "confidence": entry.confidence,
        "text": entry.text,
    }


def _told_person(person: Person, number: Mapping[str, int]) -> Json:
    return {
        **_shared(person),
        "name": person.name,
        "role": person.role,
        "dates": person.dates.edtf if person.dates else "",
        "relations": [[number[tie.person], tie.role, *(tie.evidence or ())] for tie in person.relations],
    }


def _told_event(event: Event, number: Mapping[str, int]) -> Json:
    return {
        **_shared(event),
        "title": event.title,
        "date": event.date.edtf,
        "people": [number[other] for other in event.people],
        "terms": [number[other] for other in event.terms],
    }


def _told_message(message: str) -> list[Any]:
    if isinstance(message, Message):
        return [message.template, message.comment, message.number, dict(message.parts)]
    return [message, "", -1, {}]


def read(told: Json, length: int) -> Found:
    """What was found in a text of `length` characters. Raises `DamagedError` for anything unexpected."""
    try:
        return _Reading(told, length).found()
    except (KeyError, IndexError, TypeError, ValueError, AttributeError, DateError) as error:
        raise DamagedError from error


class _Reading:
    """Takes everything apart; what does not fit raises one of the errors that `read` knows."""

    def __init__(self, told: Json, length: int) -> None:
        self._told, self._length = told, length
        kinds = ("terms", "people", "events")
        self._ids = [_text(entry["id"]) for kind in kinds for entry in told[kind]]
        if len(set(self._ids)) != len(self._ids):
            raise ValueError("an id stands there twice")

    def found(self) -> Found:
        told = self._told
        return Found(
            entries=Entries(
                title=_text(told["title"]),
                author=_text(told["author"]),
                language=_text(told["language"]),
                terms=tuple(map(self._term, told["terms"])),
                people=tuple(map(self._person, told["people"])),
                events=tuple(map(self._event, told["events"])),
            ),
            mentions=self._mentions(*map(_column, told["mentions"])),
            told={self._id(row[0]): self._spans(row[1:]) for row in told["told"]},
            times=tuple(Time(*self._span(s, e), _text(value)) for s, e, value in told["times"]),
            abbreviations=tuple((_text(short), _text(long)) for short, long in told["abbreviations"]),
            warnings=tuple(map(_message, told["warnings"])),
            sentences=None if told["sentences"] is None else self._sentences(told["sentences"]),
        )

    def _mentions(self, numbers: array[int], starts: array[int], ends: array[int]) -> Links:
        self._check(starts, ends)
        if len(numbers) != len(starts) or not all(map(le, starts, islice(starts, 1, None))):
            raise ValueError("these are no mentions")
        return Links.of_columns(self._ids, numbers, starts, ends)

    def _sentences(self, columns: Sequence[str]) -> Sentences:
        """The sentences; each begins where the one before it ends, or later."""
        starts, ends = map(_column, columns)
        self._check(starts, ends)
        if not all(map(le, ends, islice(starts, 1, None))):
            raise ValueError("these are no sentences")
        return Sentences.of_columns(starts, ends)

    def _check(self, starts: array[int], ends: array[int]) -> None:
        """Whether these are spans of the text."""
        if len(starts) != len(ends) or not all(map(le, starts, ends)) or max(ends, default=0) > self._length:
            raise ValueError("a span is not in the text")

    def _term(self, told: Json) -> Term:
        return Term(
            **self._shared(told),
            term=_text(told["term"]),
            definition=_text(told["text"]),
            see_also=self._others(told["see_also"]),
        )

    def _person(self, told: Json) -> Person:
        return Person(
            **self._shared(told),
            name=_text(told["name"]),
            role=_text(told["role"]),
            dates=_date(told["dates"]) if told["dates"] else None,
            about=_text(told["text"]),
            relations=tuple(self._relation(*row) for row in told["relations"]),
        )

    def _event(self, told: Json) -> Event:
        return Event(
            **self._shared(told),
            title=_text(told["title"]),
            date=_date(told["date"]),
            about=_text(told["text"]),
            people=self._others(told["people"]),
            terms=self._others(told["terms"]),
        )

    def _shared(self, told: Json) -> Json:
        return {
            "id": _text(told["id"]),
            "aliases": tuple(Alias(_text(text), Match(match)) for text, match in told["aliases"]),
            "origin": Origin.FOUND,
            "evidence": self._spans(told["evidence"]),
            "claims": tuple(
                Claim(ClaimKind(kind), _text(text), self._span(s, e)) for kind, text, s, e in told["claims"]
            ),
            "confidence": _share(told["confidence"]),
        }

    def _relation(self, number: int, role: str, *evidence: int) -> Relation:
        return Relation(self._id(number), _text(role), self._span(*evidence) if evidence else None)

    def _id(self, number: int) -> str:
        return self._ids[_count(number)]

    def _others(self, numbers: Sequence[int]) -> tuple[str, ...]:
        return tuple(map(self._id, numbers))

    def _spans(self, rows: Sequence[Sequence[int]]) -> tuple[Span, ...]:
        return tuple(self._span(*row) for row in rows)

    def _span(self, start: int, end: int) -> Span:
        if not _count(start) <= _count(end) <= self._length:
            raise ValueError("a span is not in the text")
        return Span(start, end)


def _column(told: object) -> array[int]:
    column = array("I")
    column.frombytes(b64decode(_text(told), validate=True))
    if sys.byteorder == "big":
        column.byteswap()
    return column


def _text(told: object) -> str:
    if not isinstance(told, str):
        raise TypeError("no text")
    return told


def _count(told: object) -> int:
    if type(told) is not int or told < 0:
        raise TypeError("no offset")
    return told


def _share(told: object) -> float:
    if not isinstance(told, int | float) or not 0 <= told <= 1:
        raise ValueError("no share")
    return float(told)


def _date(told: str) -> Date:
    return parse_date(_text(told))


def _message(told: tuple[str, str, int, dict[str, str | int]]) -> Message:
    template, comment, number, parts = told
    if not isinstance(number, int) or any(type(part) not in (str, int) for part in parts.values()):
        raise TypeError("no message")
    return Message.anew(_text(template), _text(comment), number, parts)
