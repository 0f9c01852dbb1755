"""Resolving: dates that leave out their year, and those told from others, take it from what stands round them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from companion.core.calendar import civil, day_number, days_in_month
from companion.extraction.times.saying import Saying

_NEAR = 3000
_FAR = 30000
_LINK = re.compile(r"\s?[-–—‒−/]\s?|\s+(?:and|to|or|until|till|through)\s+(?:the\s+)?")


class Day(NamedTuple):
    """A date as far as it is known."""

    year: int
    month: int | None = None
    day: int | None = None


@dataclass
class _Story:
    """What the text has told so far: the last date, where it stands, and the day it was written."""

    text: str
    now: Day | None
    last: Day | None = None
    place: int = 0


def resolve(text: str, sayings: list[Saying]) -> list[Saying]:
    """The sayings whose date is known, with the years that those without one take from their neighbours."""
    story = _Story(text, _written_on(text, sayings))
    sayings = _linked(text, sayings)
    resolved = []
    for saying in sayings:
        known = _known(story, saying)
        if known is not None and _is_sound(known):
            resolved.append(known)
            _tell(story, known)
    return resolved


def _is_sound(saying: Saying) -> bool:
    return bool(saying.value)


def _written_on(text: str, sayings: list[Saying]) -> Day | None:
    """The day on which the text says it was written: a full date alone on a line, or after a title, at its beginning."""
    for saying in sayings[:4]:
        if saying.start > 600:
            break
        if saying.year is None or saying.day is None or saying.fixed:
            continue
        line = text.rfind("\n", 0, saying.start) + 1
        starts_line = not text[line : saying.start].strip()
        ends_line = text[saying.end : saying.end + 1] in ("", "\n")
        if (starts_line and (ends_line or re.match(r"\s+[A-Z“\"]", text[saying.end : saying.end + 3]))) or ends_line:
            return Day(saying.year, saying.month, saying.day)
    return None


def _linked(text: str, sayings: list[Saying]) -> list[Saying]:
    """The sayings, where the first of two that are joined takes the year of the second."""
    linked = list(sayings)
    for index in range(len(sayings) - 2, -1, -1):
        first, second = linked[index], linked[index + 1]
        if second.start - first.end > 16 or not _LINK.fullmatch(text, first.end, second.start):
            continue
        first = replace(first, is_linked=True)
        if first.year is None and not first.fixed and first.step is None and second.year is not None and first.month:
            after = second.month is not None and second.month < 13 and first.month < 13 and first.month > second.month
            first = replace(first, year=second.year - after)
        linked[index] = first
    return linked


def _known(story: _Story, saying: Saying) -> Saying | None:
    if saying.fixed or saying.year is not None:
        return saying
    if saying.step is not None and saying.step.unit == "weekday":
        return _weekday(story, saying)
    if saying.step is not None:
        return _stepped(story, saying)
    if saying.month is not None:
        return _year_chosen(story, saying)
    return None


def _base(story: _Story, saying: Saying, reach: int) -> Day | None:
    if story.last is not None and saying.start - story.place <= reach:
        return story.last
    return None


def _year_chosen(story: _Story, saying: Saying) -> Saying | None:
    month = saying.month or 1
    base = story.now or _base(story, saying, _FAR)
    if base is None:
        return None
    first = {21: 3, 22: 6, 23: 9, 24: 12}.get(month, month)
    if base.month is None:
        return replace(saying, year=base.year)
    from_month = {21: 3, 22: 6, 23: 9, 24: 12}.get(base.month, base.month)
    best = min(range(base.year - 1, base.year + 2), key=lambda year: _cost((year - base.year) * 12 + first - from_month))
    return replace(saying, year=best)


def _cost(months: int) -> float:
    return months if months >= 0 else -2.2 * months


def _weekday(story: _Story, saying: Saying) -> Saying | None:
    base = story.now or _base(story, saying, 1000)
    if base is None or base.day is None or base.month is None:
        return None
    number = day_number(base.year, base.month, base.day)
    count = saying.step.count if saying.step else 0
    offset = ((saying.weekday or 0) - (number - 1) % 7) % 7
    if count > 0:
        offset = offset or 7
    elif story.now:
        offset -= 7 * (offset > 0)
        if count < 0 and offset == 0:
            offset = -7
    return _on(saying, number + offset)


def _on(saying: Saying, number: int) -> Saying:
    year, month, day = civil(number)
    return replace(saying, year=year, month=month, day=day)


def _stepped(story: _Story, saying: Saying) -> Saying | None:
    step = saying.step
    if step is None:
        return None
    base = story.now if step.from_now and story.now else _base(story, saying, _NEAR)
    if base is None:
        return None
    if step.unit == "turn":
        return _turned(base, saying, step.count)
    if saying.month is not None:
        return replace(saying, year=base.year + step.count)
    if step.from_now and not story.now and step.unit == "day":
        return None
    return _moved(base, saying, step.unit, step.count)


def _turned(base: Day, saying: Saying, count: int) -> Saying:
    month = saying.month or 1
    first, from_month = ({21: 3, 22: 6, 23: 9, 24: 12}.get(number, number) for number in (month, base.month or 0))
    year = base.year
    if count > 0 and (base.month is None or first <= from_month):
        year += 1
    elif count < 0 and (base.month is None or first >= from_month):
        year -= 1
    return replace(saying, year=year)


def _moved(base: Day, saying: Saying, unit: str, count: int) -> Saying | None:
    if unit in ("year", "decade", "century"):
        years = count * {"year": 1, "decade": 10, "century": 100}[unit]
        if not count and unit != "year":
            return None
        return replace(saying, year=base.year + years)
    if base.month is None or base.month > 12:
        return None
    if unit == "month":
        years, month = divmod(base.month - 1 + count, 12)
        return replace(saying, year=base.year + years, month=month + 1)
    days = count * {"week": 7, "fortnight": 14, "day": 1}.get(unit, 0)
    if base.day is None:
        return replace(saying, year=base.year, month=base.month) if abs(days) < 7 and unit == "day" else None
    if unit in ("hour", "minute"):
        return None
    return _on(saying, day_number(base.year, base.month, min(base.day, days_in_month(base.year, base.month))) + days)


def _tell(story: _Story, saying: Saying) -> None:
    """Remembers the date as the one that was told last."""
    if saying.fixed or saying.year is None:
        return
    story.last = Day(saying.year, saying.month, saying.day)
    story.place = saying.end
