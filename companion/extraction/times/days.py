"""Days: dates as far as they are known, how far they lie apart, and other dates reckoned from them."""

from __future__ import annotations

from typing import NamedTuple

from companion.core.calendar import civil, day_number, days_in_month

_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
_YEARS = {"year": 1, "decade": 10, "century": 100}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


class Day(NamedTuple):
    """A date as far as it is known; `year` is astronomical, `month` may be a season from 21 to 24.

    `width` is 10 for the decade, and 100 for the century, of the year.
    """

    year: int
    month: int | None = None
    day: int | None = None
    width: int = 1

    @property
    def fixed(self) -> str:
        """A decade or a century in EDTF; empty for all else."""
        if self.width == 1:
            return ""
        number = self.year if self.year > 0 else 1 - self.year
        digits = f"{number // self.width:0{2 if self.width == 100 else 3}d}"
        return f"{'' if self.year > 0 else '-'}{digits}{'X' * (4 - len(digits))}"

    @property
    def months(self) -> tuple[int, int]:
        """Its first and its last month, counted from the year 0."""
        first = 12 * self.year
        if self.month is None:
            return first, first + 11
        if self.month > 12:
            return first + _SEASON_MONTHS[self.month] - 1, first + _SEASON_MONTHS[self.month] + 1
        return first + self.month - 1, first + self.month - 1

    @property
    def number(self) -> int | None:
        """The day's number; None where the day is not known."""
        if self.month is None or self.day is None:
            return None
        return day_number(self.year, self.month, min(self.day, days_in_month(self.year, self.month)))


def day_of_number(number: int) -> Day:
    """The date of a day's number."""
    return Day(*civil(number))


def months_between(first: Day, second: Day) -> int:
    """How many months after `first` `second` begins, or before it (negative) ends; 0 where they overlap."""
    first_start, first_end = first.months
    second_start, second_end = second.months
    if second_start > first_end:
        return second_start - first_end
    return min(0, second_end - first_start)


def moved(base: Day, unit: str, count: int) -> Day | None:
    """The date so many units after `base`, as exactly as `unit` counts; None where it is not certain."""
    if unit in _YEARS:
        return Day(base.year + count * _YEARS[unit], width=_YEARS[unit])
    if base.month is None or base.month > 12 or unit not in ("month", *_DAYS):
        return None
    if unit == "month":
        years, month = divmod(base.month - 1 + count, 12)
        return Day(base.year + years, month + 1)
    days = count * _DAYS[unit]
    if base.number is None:
        return Day(base.year, base.month) if abs(days) < 7 else None
    return day_of_number(base.number + days)


def turned(base: Day, month: int, count: int) -> Day:
    """The month or season that comes next after `base` (1), came last before it (-1), or is in its year."""
    step = months_between(base, Day(base.year, month))
    if base.month is None:
        return Day(base.year + count, month)
    if count > 0 and step <= 0:
        return Day(base.year + 1, month)
    if count < 0 and step >= 0:
        return Day(base.year - 1, month)
    return Day(base.year, month)


def on_weekday(base: Day, weekday: int, count: int, is_past: bool) -> Day | None:
    """The day of the week (0 is Monday) before `base` or on it if `is_past`, else after it; 1 is the next."""
    if base.number is None:
        return None
    offset = (weekday - (base.number - 1)) % 7
    if count > 0 or not is_past:
        offset = offset or 7 * (count > 0)
    elif offset or count < 0:
        offset -= 7
    return day_of_number(base.number + offset)
