"""Calendar: days counted in the proleptic Gregorian calendar, for any year before or after Christ."""

from __future__ import annotations

from companion.core.message import Message

MONTHS = (
    Message("January"), Message("February"), Message("March"), Message("April"),
    Message("May"), Message("June"), Message("July"), Message("August"),
    Message("September"), Message("October"), Message("November"), Message("December"),
)  # fmt: skip
"""The English names, in the order of the year."""

_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether the astronomical `year` (0 is 1 BC) has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """How many days `month` (1 to 12) of the astronomical `year` has."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """The number of a day as `datetime.date.toordinal` counts: 1 is 1 January of the year 1.

    `year` is astronomical: 0 is 1 BC, -43 is 44 BC. Earlier days have numbers of 0 and below.
    """
    before = year - 1
    leap_days = before // 4 - before // 100 + before // 400
    passed = _BEFORE_MONTH[month] + (month > 2 and is_leap(year))
    return before * 365 + leap_days + passed + day


def civil(number: int) -> tuple[int, int, int]:
    """The astronomical year, the month and the day of a day number; undoes `day_number`.

    After H. Hinnant, "chrono-Compatible Low-Level Date Algorithms": years that begin in March.
    """
    cycle, day = divmod(number + 305, 146_097)
    year = (day - day // 1_460 + day // 36_524 - day // 146_096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    day -= (153 * month + 2) // 5
    month += 3 if month < 10 else -9
    return cycle * 400 + year + (month <= 2), month, day + 1
