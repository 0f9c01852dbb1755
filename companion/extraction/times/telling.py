"""Telling: the date that words like “the next day” or “that spring” tell from another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.calendar import days_in_month
from companion.extraction.times.days import Day, moved, on_weekday, turned

if TYPE_CHECKING:
    from companion.extraction.times.saying import Saying, Step

STEP_REACH, DAY_REACH = 3_000, 600
"""Characters after a date over which others are told from it, and weekdays and hours belong to it."""
_DEICTIC = frozenset({"day", "week", "weekday", "month", "fortnight"})
"""Units that count from now only where now is known: yesterday, last week."""


def told(
    saying: Saying, step: Step, base: Day | None, distance: int, now: Day | None, is_dense: bool
) -> Day | None:
    """The date that `step` leads to from the date `base`, which was told `distance` characters before.

    `now` is the day on which the text was written, if it says so; without it, what counts from now (a year
    ago) counts from `base` where dates are many. None where the date is not certain.
    """
    if step.from_now and now is not None:
        return _reached(saying, step, now, 0, is_past=True)
    if step.from_now and (step.unit in _DEICTIC - {"weekday"} or not is_dense):
        return None
    if base is None or distance > STEP_REACH:
        return None
    return _reached(saying, step, base, distance, is_past=False)


def _reached(saying: Saying, step: Step, base: Day, distance: int, is_past: bool) -> Day | None:
    if step.unit == "tens":
        return _decade(base, step.number)
    if step.unit == "weekday":
        near = distance < DAY_REACH
        return on_weekday(base, saying.weekday or 0, step.number, is_past) if near else None
    if step.unit == "in month":
        return _day_in_month(base, step.number, saying.day or 1)
    if step.unit == "turn":
        return turned(base, saying.month or 1, step.number)
    if saying.month is not None:
        return Day(base.year + step.number, saying.month, saying.day)
    if saying.clock and (base.day is None or distance > DAY_REACH):
        return None
    return moved(base, step.unit, step.number)


def _day_in_month(base: Day, months: int, day: int) -> Day | None:
    """The 13th of the month of `base`, or of one so many months later."""
    month = moved(Day(base.year, base.month), "month", months)
    if month is None or month.month is None or day > days_in_month(month.year, month.month):
        return None
    return month._replace(day=day)


def _decade(base: Day, tens: int) -> Day:
    """The sixties, or others, that are nearest to a date."""
    century = round((base.year - 10 * tens - 5) / 100)
    return Day(100 * century + 10 * tens, width=10)
