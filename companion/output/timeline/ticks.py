"""Ticks: the lines and labels of the axis at every zoom, from minutes to millennia."""

from __future__ import annotations

import math
from enum import IntEnum
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from companion.core.date_languages import date_language
from companion.core.dates import civil, day_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from companion.output.timeline.scale import Piece, Scale

GAP = 5.0
"""Pixels between a line and its label."""

_BETWEEN = 12.0
"""Pixels at least between two labels."""

_SHORT = 96.0
"""A piece of the axis that is shorter than this, in pixels, gets one label and no lines."""

_MINUTES = 1440
_MOST = 10_000


class Grain(IntEnum):
    """What a unit of the axis counts in."""

    MINUTE = 0
    DAY = 1
    MONTH = 2
    YEAR = 3


class Unit(NamedTuple):
    """Every `step` minutes, days, months or years there is a line, named in `language`.

    `days` is the smallest distance of two lines.
    """

    grain: Grain
    step: int
    days: float
    language: str = "en"


class Tick(NamedTuple):
    """A label of the axis and where it begins, in pixels; `line` is where its line is, if it has one.

    `is_major` marks the beginning of a greater unit: a year among months, a day among hours.
    """

    x: float
    label: str
    is_major: bool
    line: float | None


def _units() -> Iterator[Unit]:
    for step in (1, 5, 15, 30, 60, 180, 360, 720):
        yield Unit(Grain.MINUTE, step, step / _MINUTES)
    for step, days in ((1, 1), (5, 3), (10, 8)):
        yield Unit(Grain.DAY, step, days)
    for step, days in ((1, 28), (3, 90)):
        yield Unit(Grain.MONTH, step, days)
    for power in range(13):
        for step in (1, 2, 5):
            yield Unit(Grain.YEAR, step * 10**power, step * 10**power * 365.0)


UNITS = tuple(_units())
_LEAST = {Grain.MINUTE: 72.0, Grain.DAY: 72.0, Grain.MONTH: 72.0, Grain.YEAR: 52.0}
"""Pixels from one line to the next at least, however short the labels are."""

_EDGE = 4.0
_ROUNDING = 1e-3
"""A time of day that lacks so little of a minute, for it is a fraction, has reached it."""

_COARSER = {grain: Grain(min(grain + 1, Grain.YEAR)) for grain in Grain}
_DAYS_OF_MONTH = {5: (1, 5, 10, 15, 20, 25), 10: (1, 10, 20)}


def ticks(
    scale: Scale, left: float, right: float, width_of: Callable[[str], float], language: str = "en"
) -> list[Tick]:
    """The lines and labels between the pixels `left` and `right`; no two labels overlap.

    `width_of` measures a label, `language` is that of the labels. A line whose label found no room has an
    empty one. The first label says in full when it is, and so does the first after a break, as far as that
    is new.
    """
    unit = unit_for(scale, left, right, width_of, language)
    wanted: list[Tick] = []
    said = ""
    for piece in scale.pieces():
        if piece.right >= left and piece.left <= right:
            wanted += _ticks_of(piece, scale, unit, said, (left, right), width_of)
            said = _context(unit, scale.day(min(piece.right, right)))
    return without_overlap(wanted, right, width_of)


def unit_for(
    scale: Scale, left: float, right: float, width_of: Callable[[str], float], language: str = "en"
) -> Unit:
    """The finest unit whose labels have room at this zoom."""
    ends = (scale.day(left), scale.day(right))
    units = [unit._replace(language=language) for unit in UNITS]
    for unit in units:
        apart = unit.days * scale.zoom
        if apart >= _LEAST[unit.grain]:
            widest = max(width_of(in_short(unit, day)[0]) for day in ends)
            if apart >= GAP + widest + 2 * _BETWEEN:
                return unit
    return units[-1]


def moments(unit: Unit, first: float, last: float) -> Iterator[float]:
    """The days (or times of day) of the lines from `first` to `last`."""
    match unit.grain:
        case Grain.MINUTE:
            number = math.ceil(first * _MINUTES / unit.step)
            while (moment := number * unit.step / _MINUTES) <= last:
                yield moment
                number += 1
        case Grain.DAY if unit.step == 1:
            yield from map(float, range(math.ceil(first), math.floor(last) + 1))
        case Grain.DAY:
            yield from _within(_days(unit.step, first), first, last)
        case Grain.MONTH:
            yield from _within(_months(unit.step, first), first, last)
        case Grain.YEAR:
            yield from _within(_years(unit.step, first), first, last)


def _days(step: int, first: float) -> Iterator[float]:
    for month in _months(1, first):
        yield from (month + day - 1 for day in _DAYS_OF_MONTH[step])


def _months(step: int, first: float) -> Iterator[float]:
    year, month, _ = civil(math.floor(first))
    month -= (month - 1) % step
    while True:
        yield float(day_number(year, month))
        month += step
        if month > 12:
            year, month = year + 1, 1


def _years(step: int, first: float) -> Iterator[float]:
    """1 January of every `step`-th year as people count: 200 BC, 100 BC, AD 1, 100, 200."""
    year = civil(math.floor(first))[0]
    number = (year - (year <= 0)) // step
    while True:
        yield float(day_number(number * step + (number <= 0)))
        number += 1


def _within(days: Iterable[float], first: float, last: float) -> Iterator[float]:
    for day in days:
        if day > last:
            return
        if day >= first:
            yield day


def in_short(unit: Unit, day: float) -> tuple[str, bool]:
    """The label of a line among others of its unit, and whether a greater unit begins there."""
    number, minute = _clock(day)
    year, month, day_of_month = civil(number)
    if unit.grain is Grain.MINUTE and minute:
        return f"{minute // 60:02d}:{minute % 60:02d}", False
    if unit.grain is Grain.MINUTE:
        return _day_in_words(unit, day_of_month, month), True
    if unit.grain is Grain.YEAR or (month == 1 and day_of_month == 1):
        return year_in_words(year, unit.language), unit.grain is not Grain.YEAR
    if unit.grain is Grain.DAY:
        return _day_in_words(unit, day_of_month, month), False
    return date_language(unit.language).short_months[month - 1], False


def in_full(unit: Unit, day: float, *, with_time: bool = True) -> str:
    """The label that says by itself when a day is: 14:05 on a day, a day or a month of a year, a year."""
    number, minute = _clock(day)
    year, month, day_of_month = civil(number)
    words, said = date_language(unit.language), year_in_words(year, unit.language)
    if unit.grain is Grain.YEAR:
        return said
    said = words.month.format(month=words.short_months[month - 1], year=said)
    if unit.grain is Grain.MONTH:
        return said
    said = words.day.format(day=words.day_number.format(number=day_of_month), month=said)
    if unit.grain is Grain.DAY or not (with_time and minute):
        return said
    return words.clock.format(day=said, clock=f"{minute // 60:02d}:{minute % 60:02d}")


def year_in_words(year: int, language: str = "en") -> str:
    """An astronomical year as people write it: 1944, AD 60, 44 BC, 12,000 BC, 66 million BC.

    Astronomical years count 1 BC as 0, which is no matter among millions.
    """
    words = date_language(language)
    number = year if year > 0 else 1 - year
    signs = str.maketrans({",": words.thousands, ".": words.decimal})
    if number >= 1_000_000 and number % 1000 < 2:
        said = words.million.format(number=f"{number / 1e6:,.6g}".translate(signs))
    else:
        said = f"{number:,}".translate(signs) if number >= 10_000 else str(number)
    if year <= 0:
        return words.before_christ.format(year=said)
    return said if year >= 1000 else words.after_christ.format(year=said)


def _clock(day: float) -> tuple[int, int]:
    """The number of the day and the minute of it."""
    number = math.floor(day)
    minute = math.floor((day - number) * _MINUTES + _ROUNDING)
    return (number + 1, 0) if minute == _MINUTES else (number, minute)


def _day_in_words(unit: Unit, day: int, month: int) -> str:
    words = date_language(unit.language)
    return words.day.format(day=words.day_number.format(number=day), month=words.short_months[month - 1])


def _context(unit: Unit, day: float) -> str:
    """The greater unit in which a day lies: the day of a minute, the month of a day, the year of a month."""
    return in_full(unit._replace(grain=_COARSER[unit.grain]), day)


def _ticks_of(
    piece: Piece,
    scale: Scale,
    unit: Unit,
    said: str,
    view: tuple[float, float],
    width_of: Callable[[str], float],
) -> list[Tick]:
    """The lines of one piece, as far as it is in view, each with the label it would like to have.

    `said` is the greater unit that the labels before have named.
    """
    left, right = max(piece.left, view[0]), min(piece.right, view[1])
    if piece.right - piece.left < _SHORT:
        return [_alone(unit, piece.event, scale.x(piece.event), said, view, width_of)]
    days = moments(unit, max(piece.first_day, scale.day(left)), min(piece.last_day, scale.day(right)))
    found: list[Tick] = []
    for day in islice(days, _MOST):
        x = scale.x(day)
        found.append(Tick(x + GAP, *in_short(unit, day), x))
    if not found:
        middle = (left + right) / 2
        return [_alone(unit, scale.day(middle), middle, said, view, width_of)]
    before = _before(unit, piece, scale, said, view, width_of)
    if before and before.x + width_of(before.label) + _BETWEEN <= found[0].x:
        return [before, *found]
    first = scale.day(found[0].x - GAP)
    if _context(unit, first) != said and (unit.grain is Grain.MINUTE or not found[0].is_major):
        full = in_full(unit, first)
        if len(found) == 1 or found[1].x - found[0].x >= width_of(full) + _BETWEEN:
            found[0] = found[0]._replace(label=full)
    return found


def _before(
    unit: Unit,
    piece: Piece,
    scale: Scale,
    said: str,
    view: tuple[float, float],
    width_of: Callable[[str], float],
) -> Tick | None:
    """A label without a line at the beginning of a piece: the unit that the first event or the view is in."""
    if unit.grain is Grain.YEAR and unit.step > 1:
        x = scale.x(piece.event)
        return _alone(unit, piece.event, x, said, view, width_of) if view[0] <= x <= view[1] else None
    left = max(piece.left, view[0])
    label = in_full(unit, scale.day(left), with_time=False)
    return Tick(max(left, view[0] + _EDGE), label, False, None) if label != said else None


def _alone(
    unit: Unit, day: float, x: float, said: str, view: tuple[float, float], width_of: Callable[[str], float]
) -> Tick:
    """A label without a line, for a piece too short for lines: no finer than needed to be new."""
    label = _context(unit, day)
    if label == said:
        label = in_short(unit, day)[0]
    width = width_of(label)
    return Tick(max(view[0] + _EDGE, min(x - width / 2, view[1] - width)), label, False, None)


def without_overlap(wanted: list[Tick], right: float, width_of: Callable[[str], float]) -> list[Tick]:
    """The same lines; of two labels that would touch the major one stays, or else the first. A line whose
    label found no room has an empty one, a label without room and line is left out."""
    kept: list[Tick] = []
    last, end = -1, -math.inf
    for tick in wanted:
        until = tick.x + width_of(tick.label)
        has_room = tick.x >= end + _BETWEEN
        if until > right or not (has_room or (tick.is_major and not kept[last].is_major)):
            tick = tick._replace(label="")
        else:
            if not has_room:
                kept[last] = kept[last]._replace(label="")
            last, end = len(kept), until
        kept.append(tick)
    return [tick for tick in kept if tick.label or tick.line is not None]
