"""Event dates: which events a date in the text may mean, and the numbers by which such dates are found."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from companion.core.dates import Precision
from companion.core.entries import Event, Match
from companion.core.message import Message
from companion.linking.date_english import ORDINALS
from companion.linking.date_reader import date_reader
from companion.linking.folding import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from companion.core.dates import Date
    from companion.core.entries import Entry
    from companion.linking.automaton import Hit
    from companion.linking.date_reader import Bounds

_YEAR = re.compile(r"(?:^|(?<=[/\[,.]))Y?(-?)(\d{1,12})(X{0,3})")
_ORDINALS = ("", *ORDINALS[:20], "twenty first")
_MOST_EVENTS = 200
_WITHOUT_ENDING = frozenset({"de", "es", "it"})
"""Languages that write the number of a century without letters behind it: das 19. Jahrhundert."""

_ROMAN_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


class Dated(NamedTuple):
    """A date phrase of the folded text and the numbers of the events that have exactly this date."""

    start: int
    end: int
    events: tuple[int, ...]


class EventDates:
    """The dates of all events; `anchors` are the numbers by which a scan finds them."""

    def __init__(self, entries: Sequence[Entry], language: str) -> None:
        self._language = language
        self._events: dict[Bounds, list[int]] = {}
        self.warnings: list[Message] = []
        """A sentence for each date that so many events have that a link could help nobody."""
        anchors: dict[str, None] = {}
        for number, entry in enumerate(entries):
            if isinstance(entry, Event):
                for date in {entry.date, *self._dates_among_aliases(entry)}:
                    self._events.setdefault(_bounds(date), []).append(number)
                    anchors.update(dict.fromkeys(_anchors(date, language)))
        self.anchors = list(anchors)
        self._drop_crowds(entries)

    def _drop_crowds(self, entries: Sequence[Entry]) -> None:
        crowded = [bounds for bounds, events in self._events.items() if len(events) > _MOST_EVENTS]
        for bounds in crowded:
            first = entries[self._events.pop(bounds)[0]]
            self.warnings.append(
                Message(
                    "More than {most} events have the date of ‘{heading}’; it is not looked for.",
                    most=_MOST_EVENTS,
                    heading=first.heading,
                )
            )

    def _dates_among_aliases(self, event: Event) -> Iterator[Date]:
        for alias in event.aliases:
            date = self.date(alias.text)
            if date is not None and alias.match is not Match.NEVER:
                yield date

    def date(self, name: str) -> Date | None:
        """The date that a name of an event is, if it is one: 1985."""
        if not any(sign.isdigit() for sign in name):
            return None
        return date_reader(self._language).date(tidy(name))

    def found(self, marks: Iterable[Hit], text: str) -> list[Dated]:
        """The date phrases of the folded `text` that mean the date of an event, given where anchors stand."""
        reader = date_reader(self._language)
        found: dict[tuple[int, int], Dated] = {}
        for _, start, end in marks:
            for phrase in reader.phrases(text, start, end):
                if events := self._events.get(phrase.bounds):
                    found[phrase[:2]] = Dated(phrase.start, phrase.end, tuple(events))
                    break
        return list(found.values())


def _bounds(date: Date) -> Bounds:
    """The days of a date; a time of day counts as its day."""
    if date.precision is Precision.MINUTE:
        day = math.floor(date.earliest)
        return day, day + 1
    return date.earliest, date.latest


def _anchors(date: Date, language: str) -> Iterator[str]:
    """The numbers, in small letters, of which every phrase for a date has at least one."""
    for before_christ, digits, left_out in _YEAR.findall(date.edtf):
        number = int(digits)
        if len(left_out) == 2:
            yield from _centuries(number + 1, language)
            number *= 100
        elif left_out == "X":
            number *= 10
        if left_out:
            yield from (f"{number}{ending}" for ending in ("", "s", "'s", "er"))
            continue
        year = number + 1 if before_christ else number
        yield str(year)
        if before_christ and year >= 1000:
            yield f"{year:,}"


def _centuries(number: int, language: str) -> Iterator[str]:
    if language in _WITHOUT_ENDING:
        yield str(number)
    for ending in ("st", "nd", "rd", "th", "e", "er", "ème"):
        yield f"{number}{ending}"
    if number < len(_ORDINALS):
        yield _ORDINALS[number]
    if number < 40:
        roman = "x" * (number // 10) + _ROMAN_UNITS[number % 10]
        yield from (f"{roman}{ending}" for ending in ("", "e", "er", "ème"))
