"""Narrative: the order in which a text tells its dates, from which those without a year take theirs.

A story mostly goes forwards, by small steps. Some of its dates lie beside its line: a look back, a year in
brackets, the end of a range. The readings of all dates together that make the straightest line are looked for
by a beam search, in which a date without a year stands for several years and one told from another (the next
day) is reckoned from the last one.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction.times.costs import COSTS
from companion.extraction.times.days import Day, months_between
from companion.extraction.times.surroundings import Place, places
from companion.extraction.times.telling import told

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from companion.core.document import Document
    from companion.extraction.times.saying import Saying, Step

_BEAM = 6
_MANY_YEARS = 4
"""So many years of a heading at most are tried for a date without one."""


class _Reading(NamedTuple):
    """One reading in a line of readings: which saying, what date, and the reading before it."""

    saying: int
    day: Day
    before: _Reading | None


class _Line(NamedTuple):
    """A line through the dates so far.

    `cost` is what it costs, `day` where it is, `last` the last date on it or beside, which ends at `end`;
    `until` is how far the last year is lent to others, `trail` its readings. `told` is the date that the next
    one is reckoned from, be it on the line or beside; `now` is the day of writing.
    """

    cost: float
    day: Day | None
    last: Day | None
    end: int
    until: int
    trail: _Reading | None
    told: Day | None = None
    now: Day | None = None


def years_chosen(
    document: Document, sayings: list[Saying], now: Day | None, entries: Container[int] = ()
) -> list[Saying]:
    """The sayings with the date each has on the best line; those that it leaves unknown stay as they are.

    `now` is the day on which the text was written, if it says so; the sayings numbered in `entries` are those
    on which the parts of a diary were written.
    """
    lines = [_Line(0.0, now, now, 0, len(document.text) if now else 0, None, now, now)]
    for index, (saying, place) in enumerate(zip(sayings, places(document, sayings), strict=True)):
        if not saying.fixed:
            read = _entered if index in entries else _continued
            lines = _best([new for line in lines for new in read(line, index, saying, place)])
    chosen = dict(_readings(lines[0].trail))
    return [_dated(saying, chosen.get(index)) for index, saying in enumerate(sayings)]


def _dated(saying: Saying, day: Day | None) -> Saying:
    if day is None:
        return saying
    return replace(saying, year=day.year, month=day.month, day=day.day, fixed=day.fixed)


def _readings(reading: _Reading | None) -> Iterator[tuple[int, Day]]:
    while reading is not None:
        yield reading.saying, reading.day
        reading = reading.before


def _best(lines: list[_Line]) -> list[_Line]:
    """The cheapest lines, one for each date that they have come to."""
    by_day: dict[tuple[Day | None, Day | None], _Line] = {}
    for line in lines:
        other = by_day.get((line.day, line.last))
        if other is None or line.cost < other.cost:
            by_day[line.day, line.last] = line
    return sorted(by_day.values(), key=lambda line: line.cost)[:_BEAM]


def _continued(line: _Line, index: int, saying: Saying, place: Place) -> Iterator[_Line]:
    """The lines that go on from `line` over one more saying."""
    if saying.year is not None:
        yield from _over_year(line, index, saying, saying.year, place)
    elif saying.step is not None:
        yield _over_step(line, index, saying, saying.step, place)
    else:
        years = _candidates(line, saying, place) if saying.month is not None else ()
        for year in years:
            yield _guessed(line, index, saying, place, Day(year, saying.month, saying.day))
        if not years:
            yield line


def _entered(line: _Line, index: int, saying: Saying, place: Place) -> Iterator[_Line]:
    """The lines that go on over the date of an entry of a diary, which goes forwards."""
    for new in _continued(line, index, saying, place):
        is_back = line.now is not None and new.last is not None and months_between(line.now, new.last) < 0
        yield new._replace(now=new.last, cost=new.cost + is_back * COSTS["backwards_entry"])


def _over_year(line: _Line, index: int, saying: Saying, year: int, place: Place) -> Iterator[_Line]:
    """Over a date that names its year: on the line or beside it."""
    day = Day(year, saying.month, saying.day)
    if saying.is_of_either_era:
        last = place.era or (-1 if line.day is not None and line.day.year < 1 else 1)
        for either, era in ((day, 1), (Day(1 - year), -1)):
            led = _led(line, index, saying, place, either)
            is_new = era != last and (era < 0 or place.era != 0)
            yield led._replace(cost=led.cost + is_new * COSTS["new_era"])
        return
    cost = line.cost + (_distance(line.day, day, place.looks_back) if line.day else 0)
    yield _Line(cost, day, day, saying.end, saying.end + place.lends, line.trail, day, line.now)
    if line.day is not None:
        again = COSTS["beside_again"] if line.last != line.day and saying.month is None else 1
        told = line.told if place.is_aside or place.looks_back else day
        yield line._replace(cost=line.cost + place.beside * again, last=day, end=saying.end, told=told)


def _over_step(line: _Line, index: int, saying: Saying, step: Step, place: Place) -> _Line:
    """Over a date told from another: on the line if it leads on, beside it if it leads back."""
    names_last = (step.number == 0 and not step.from_now) or step.unit in ("decade", "century")
    leads_on = step.number > 0 and not (step.from_now or names_last)
    base = line.last if names_last else line.told if leads_on else line.day
    day = told(saying, step, base, saying.start - line.end, line.now, place.is_dense)
    if day is None:
        return line
    if step.number < 0 or step.from_now or day.width > 1:
        return line._replace(trail=_Reading(index, day, line.trail), last=day)
    if leads_on and base != line.day:
        return line._replace(trail=_Reading(index, day, line.trail), last=day, told=day, end=saying.end)
    return _led(line, index, saying, place, day)


def _candidates(line: _Line, saying: Saying, place: Place) -> set[int]:
    """The years that a date without one may have."""
    years = set(place.heading[:_MANY_YEARS])
    if line.day is not None and saying.start <= line.until:
        years |= {line.day.year - 1, line.day.year, line.day.year + 1}
    if place.ahead is not None:
        years |= {place.ahead.year - 1, place.ahead.year}
    return years


def _led(line: _Line, index: int, saying: Saying, place: Place, day: Day) -> _Line:
    """The line, led on to a date that is not fully said."""
    cost = line.cost + (_distance(line.day, day, place.looks_back) if line.day else 0)
    trail = _Reading(index, day, line.trail)
    return _Line(cost, day, day, saying.end, line.until, trail, day, line.now)


def _guessed(line: _Line, index: int, saying: Saying, place: Place, day: Day) -> _Line:
    """The line, led on to a date whose year is a guess."""
    led = _led(line, index, saying, place, day)
    cost = led.cost
    is_other = line.day is None or day.year != line.day.year
    if is_other and line.day is not None:
        cost += COSTS["new_year"]
    if saying.is_end and line.last is not None and months_between(line.last, day) < 0:
        cost += COSTS["backwards_range"]
    if is_other and place.heading and day.year not in place.heading:
        cost += COSTS["out_of_heading"]
    if saying.weekday is not None and day.number is not None and (day.number - 1) % 7 != saying.weekday:
        cost += COSTS["wrong_weekday"]
    return led._replace(cost=cost)


def _distance(first: Day, second: Day, looks_back: bool) -> float:
    """What the step from one date to the next costs."""
    months = months_between(first, second)
    if months >= 0:
        return COSTS["forward"] * math.log1p(months)
    cost = COSTS["back"] + COSTS["back_months"] * math.log1p(-months)
    return cost * COSTS["looks_back"] if looks_back else cost
