"""Narrative: the order in which a text tells its dates, from which those without a year take theirs.

A story mostly goes forwards, by small steps. Some of its dates lie beside its line: a look back, a year in
brackets, the end of a range. The readings of all dates together that make the straightest line are looked for
by a beam search, in which a date without a year stands for several years and one told from another (the next
day) is reckoned from the last one on the line.
"""

from __future__ import annotations

import math
import re
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from companion.core.calendar import days_in_month
from companion.extraction.times.days import Day, months_between, moved, on_weekday, turned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.extraction.times.saying import Saying

_BEAM = 6
_REACH, _STEP_REACH, _DAY_REACH = 30_000, 3_000, 600
"""Characters over which a date may lend its year to a month, be the one from which another is told, or be the day
of a weekday or an hour."""
_SPARSE_REACH, _YEAR_REACH = 3_000, 500
"""Characters over which a date lends its year where dates are rare: one with a month, and a bare year."""
_DENSE, _ROUND = 3, 12_000
"""Dates with a year that stand within so many characters before a place where dates are not rare."""
_TITLE_PAGE = 2_000
"""Characters at the beginning of a book where a year is that of the edition."""
_DEICTIC = frozenset({"day", "week", "weekday", "month", "fortnight"})
"""Units that are counted from now only where now is known: yesterday, last week."""

WEIGHTS = {
    "forward": 0.6, "back": 0.3, "back_months": 0.4, "looks_back": 0.35, "new_year": 0.2,
    "beside_day": 10.0, "beside_month": 5.0, "beside_year": 1.5, "beside_heading": 3.3,
    "beside_brackets": 1.1, "beside_end": 1.5, "beside_since": 0.3, "beside_attribute": 0.4, "beside_again": 0.25, "out_of_heading": 1.0, "wrong_weekday": 10.0, "new_era": 2.0,
}  # fmt: skip


class _Step(NamedTuple):
    """One reading in a line of readings, and the one before it."""

    index: int
    day: Day
    before: _Step | None


class _Line(NamedTuple):
    """A line through the dates so far: what it costs, where it is, its readings, the last date, on it
    or beside, and up to which place its year is lent to others."""

    cost: float
    day: Day | None
    place: int
    trail: _Step | None
    last: Day | None = None
    until: int = 0


class _Place(NamedTuple):
    """What stands round a saying, as far as it bears on its place in the line: `is_dense` where dates are not
    rare; `lends` over how many characters it lends its year; `heading` the years that
    the last heading with a date names."""

    beside: float
    looks_back: bool
    is_dense: bool
    lends: int
    heading: tuple[int, int] | None


def years_chosen(text: str, sayings: list[Saying], now: Day | None) -> list[Saying]:
    """The sayings with the date each has on the best line; those that it leaves unknown stay as they are."""
    lines = [_Line(0.0, now, 0, None, now, len(text) if now else 0)]
    ahead = _years_ahead(sayings)
    dense = _dense(text, sayings)
    heading: tuple[int, int] | None = None
    for index, saying in enumerate(sayings):
        if saying.fixed:
            continue
        looks_back = _LOOKS_BACK.search(text, max(0, saying.start - 90), saying.start) is not None
        in_heading = _is_in_heading(text, saying)
        if in_heading and saying.year is not None:
            first = heading[0] if heading and saying.is_end else saying.year
            heading = (min(first, saying.year), max(first, saying.year))
        lends = _reach(saying.month is not None, dense[index] or in_heading)
        place = _Place(_beside(text, saying, in_heading), looks_back, dense[index], lends, heading)
        found = [line for old in lines for line in _continued(old, index, saying, place, now, ahead[index])]
        lines = _best(found)
    chosen = dict(_readings(lines[0].trail))
    return [
        saying if index not in chosen else replace(saying, year=day.year, month=day.month, day=day.day, fixed=day.fixed)
        for index, saying in enumerate(sayings)
        for day in (chosen.get(index, Day(0)),)
    ]


def _readings(step: _Step | None) -> Iterator[tuple[int, Day]]:
    while step is not None:
        yield step.index, step.day
        step = step.before


def _best(lines: list[_Line]) -> list[_Line]:
    """The cheapest lines, one for each date that they have come to."""
    by_day: dict[tuple[Day | None, Day | None], _Line] = {}
    for line in lines:
        key = (line.day, line.last)
        if key not in by_day or line.cost < by_day[key].cost:
            by_day[key] = line
    return sorted(by_day.values(), key=lambda line: line.cost)[:_BEAM]


def _dense(text: str, sayings: list[Saying]) -> list[bool]:
    """For each saying, whether it is one of many with a year, or stands after them; all are in a short text."""
    if len(text) <= _ROUND:
        return [True] * len(sayings)
    recent: deque[int] = deque(maxlen=_DENSE)
    dense = []
    for saying in sayings:
        if saying.year is not None:
            recent.append(saying.start)
        dense.append(len(recent) == _DENSE and saying.start - recent[0] <= _ROUND)
    return dense


def _years_ahead(sayings: list[Saying]) -> list[tuple[Day, int] | None]:
    """For each saying the next one that names its year, and where that stands."""
    ahead: list[tuple[Day, int] | None] = []
    known: tuple[Day, int] | None = None
    for saying in reversed(sayings):
        ahead.append(known)
        if saying.year is not None and not saying.fixed:
            known = (Day(saying.year, saying.month, saying.day), saying.start)
    return ahead[::-1]


def _continued(
    line: _Line, index: int, saying: Saying, place: _Place, now: Day | None, ahead: tuple[Day, int] | None
) -> Iterator[_Line]:
    """The lines that go on from `line` over one more saying."""
    if saying.year is not None and saying.is_of_either_era:
        for year in (saying.year, 1 - saying.year):
            is_new_era = year < 1 and (line.day is None or line.day.year > 0)
            on = _on(line, index, saying, place, Day(year), keep=True)
            yield on._replace(cost=on.cost + WEIGHTS["new_era"] * is_new_era)
        return
    if saying.year is not None:
        yield _on(line, index, saying, place, Day(saying.year, saying.month, saying.day), keep=False)
        if line.day is not None:
            day = Day(saying.year, saying.month, saying.day)
            again = WEIGHTS["beside_again"] if line.last != line.day and saying.month is None else 1
            yield line._replace(cost=line.cost + place.beside * again, place=saying.end, last=day)
        return
    if saying.step is not None:
        day = _told(line, saying, now, place.is_dense)
        if day is None:
            yield line
        elif _looks_back(saying) or day.width > 1:
            yield line._replace(trail=_Step(index, day, line.trail), last=day)
        else:
            yield _on(line, index, saying, place, day, keep=True)
        return
    years = _candidates(line, saying, ahead, place.is_dense) if saying.month is not None else ()
    if not years:
        yield line
    for year in years:
        yield _on(line, index, saying, place, Day(year, saying.month, saying.day), keep=True)


def _candidates(
    line: _Line, saying: Saying, ahead: tuple[Day, int] | None, is_dense: bool
) -> Iterable[int]:
    """The years that a date without one may have."""
    years: set[int] = set()
    if line.day is not None and saying.start <= line.until:
        years |= {line.day.year - 1, line.day.year, line.day.year + 1}
    if ahead is not None and ahead[1] - saying.end <= _reach(ahead[0].month is not None, is_dense) // 10:
        years |= {ahead[0].year - 1, ahead[0].year}
    return years


def _reach(has_month: bool, is_dense: bool) -> int:
    return _REACH if is_dense else _SPARSE_REACH if has_month else _YEAR_REACH


def _on(line: _Line, index: int, saying: Saying, place: _Place, day: Day, keep: bool) -> _Line:
    """The line, led on to `day`."""
    cost = line.cost
    if line.day is not None:
        cost += _distance(line.day, day, place.looks_back)
        if keep and saying.step is None and day.year != line.day.year:
            cost += WEIGHTS["new_year"]
    if keep and saying.step is None and place.heading and not place.heading[0] <= day.year <= place.heading[1]:
        cost += WEIGHTS["out_of_heading"]
    if saying.weekday is not None and day.number is not None and (day.number - 1) % 7 != saying.weekday:
        cost += WEIGHTS["wrong_weekday"]
    trail = _Step(index, day, line.trail) if keep else line.trail
    until = line.until if keep else saying.end + place.lends
    return _Line(cost, day, saying.end, trail, day, until)


def _distance(first: Day, second: Day, looks_back: bool) -> float:
    months = months_between(first, second)
    if months >= 0:
        return WEIGHTS["forward"] * math.log1p(months)
    cost = WEIGHTS["back"] + WEIGHTS["back_months"] * math.log1p(-months)
    return cost * WEIGHTS["looks_back"] if looks_back else cost


_LOOKS_BACK = re.compile(r"\b(?:had|since|earlier|previously|already|following|former)\b[^.!?\n]*$")
_ATTRIBUTE = re.compile(r"[a-z]\s(?:the|of|his|her|its|their)\s$")
_OPENING = re.compile(r"\([^()\n]{0,30}$")


def _beside(text: str, saying: Saying, in_heading: bool) -> float:
    """What it costs to leave a date beside the line."""
    if saying.is_end:
        return WEIGHTS["beside_end"]
    if saying.month is None and text[saying.end : saying.end + 1] in (")", ";") and _OPENING.search(text, max(0, saying.start - 32), saying.start):
        return WEIGHTS["beside_brackets"]
    if in_heading:
        return WEIGHTS["beside_heading"]
    if saying.side == "since":
        return WEIGHTS["beside_since"]
    if saying.month is None and _ATTRIBUTE.search(text, max(0, saying.start - 10), saying.start):
        return WEIGHTS["beside_attribute"]
    if saying.month is None:
        return WEIGHTS["beside_year"]
    return WEIGHTS["beside_month" if saying.day is None else "beside_day"]


def _is_in_heading(text: str, saying: Saying) -> bool:
    """Whether the line in which it stands is short and ends like no sentence, and is no title page's."""
    if saying.start < _TITLE_PAGE < len(text) // 20:
        return False
    start = text.rfind("\n", max(0, saying.start - 100), saying.start)
    end = text.find("\n", saying.end, saying.end + 100)
    return (start >= 0 or saying.start < 100) and 0 < end - start < 100 and text[end - 1] not in ".!?;,:”\""


def _looks_back(saying: Saying) -> bool:
    return saying.step is not None and (saying.step.count < 0 or saying.step.from_now)


def _told(line: _Line, saying: Saying, now: Day | None, is_dense: bool) -> Day | None:
    """The date that a saying tells from the last one of the line, or from the day of writing."""
    step = saying.step
    if step is not None and step.count == 0 and not step.from_now:
        base = line.last or line.day
    else:
        base = now if step is not None and step.from_now and now is not None else line.day
    if step is not None and step.from_now and now is None and (step.unit in _DEICTIC or not is_dense):
        return None
    if step is None or base is None or (base is not now and saying.start - line.place > _STEP_REACH):
        return None
    if step.unit == "tens":
        return _decade_of_word(base, step.count)
    if step.unit == "weekday":
        near = base is now or saying.start - line.place < _DAY_REACH
        return on_weekday(base, saying.weekday or 0, step.count, is_past=base is now) if near else None
    if step.unit == "turn":
        day = turned(base, saying.month or 1, step.count)
        return day._replace(day=saying.day)
    if saying.month is not None:
        return Day(base.year + step.count, saying.month, saying.day)
    if step.unit == "in month":
        month = moved(Day(base.year, base.month), "month", step.count) if base.month and base.month < 13 else None
        fits = month is not None and saying.day is not None and saying.day <= days_in_month(month.year, month.month or 1)
        return month._replace(day=saying.day) if month is not None and fits else None
    if saying.clock and (base.day is None or saying.start - line.place > _DAY_REACH):
        return None
    return moved(base, step.unit, step.count)


def _decade_of_word(base: Day, tens: int) -> Day:
    """The sixties: those nearest to a date."""
    middle = 10 * tens + 5
    century = round((base.year - middle) / 100)
    return Day(100 * century + 10 * tens, width=10)
