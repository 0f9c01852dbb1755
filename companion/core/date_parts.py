"""Date parts: the values that a date consists of, their days and their notation."""

from __future__ import annotations

import math
from typing import NamedTuple

from companion.core.calendar import civil, day_number

UNKNOWN = 0
"""The month or day of ``XX``."""

OPEN = ".."
"""The end of an interval that is open; an end that is not known is an empty string."""

PARTS_OF_YEAR: dict[int, tuple[int, int]] = {
    **{21 + quarter: (3 + 3 * quarter, 3) for quarter in range(4)},  # seasons, as the north has them
    **{25 + quarter: (3 + 3 * quarter, 3) for quarter in range(4)},  # the same, said to be the north's
    **{29 + quarter: ((9, 12, 3, 6)[quarter], 3) for quarter in range(4)},  # seasons of the south
    **{33 + quarter: (1 + 3 * quarter, 3) for quarter in range(4)},
    **{37 + third: (1 + 4 * third, 4) for third in range(3)},
    **{40 + half: (1 + 6 * half, 6) for half in range(2)},
}
"""First month and number of months of the codes 21 to 41. A winter belongs to the year it begins in."""


class Moment(NamedTuple):
    """One date: a year (`first` to `last` where digits are left out), perhaps a month, a day, a time.

    `year` is the year as EDTF writes it. `month` is 1 to 12, or 21 to 41 for a part of the year, or
    UNKNOWN; `marks` says of year, month and day how sure they are: empty, ``?``, ``~`` or ``%``.
    """

    year: str
    first: int
    last: int
    month: int | None = None
    day: int | None = None
    clock: str = ""
    marks: tuple[str, ...] = ("", "", "")

    @property
    def mark(self) -> str | None:
        """The mark of the whole date; None when its parts are not equally sure."""
        return self.marks[0] if len(set(self.marks[: self.parts])) == 1 else None

    @property
    def parts(self) -> int:
        """How many of year, month and day are given."""
        return 1 + (self.month is not None) + (self.day is not None)

    @property
    def bounds(self) -> tuple[float, float]:
        """Its first day, and the end of its last day, as day numbers."""
        if self.clock:
            minutes = int(self.clock[:2]) * 60 + int(self.clock[3:5])
            day = day_number(self.first, self.month or 1, self.day or 1)
            return day + minutes / 1440, day + (minutes + 1) / 1440
        if self.month and self.day:
            day = day_number(self.first, self.month, self.day)
            return day, day + 1
        if not self.month:
            return day_number(self.first), day_number(self.last + 1)
        month, length = PARTS_OF_YEAR.get(self.month, (self.month, 1))
        years, after = divmod(month - 1 + length, 12)
        return day_number(self.first, month), day_number(self.first + years, after + 1)

    def __str__(self) -> str:
        whole = self.mark
        parts = [self.year, _two_digits(self.month), _two_digits(self.day)][: self.parts]
        if whole is None:
            parts = [mark + part for mark, part in zip(self.marks, parts, strict=False)]
        return "-".join(parts) + (f"T{self.clock}" if self.clock else "") + (whole or "")


class Interval(NamedTuple):
    """From one date to another; an end may be OPEN or, when it is not known, an empty string."""

    start: Moment | str
    end: Moment | str

    @property
    def bounds(self) -> tuple[float, float]:
        """From the first day of its start to the end of the last day of its end; infinite without one."""
        return (
            -math.inf if isinstance(self.start, str) else self.start.bounds[0],
            math.inf if isinstance(self.end, str) else self.end.bounds[1],
        )

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"


class OneOf(NamedTuple):
    """One date out of several; an interval among them stands for every date from its start to its end."""

    choices: tuple[Moment | Interval, ...]

    @property
    def bounds(self) -> tuple[float, float]:
        """From the earliest first day to the latest last day of the choices."""
        bounds = [choice.bounds for choice in self.choices]
        return min(start for start, _ in bounds), max(end for _, end in bounds)

    def __str__(self) -> str:
        return f"[{','.join(map(_choice_text, self.choices))}]"


Parts = Moment | Interval | OneOf


def year_text(year: int) -> str:
    """An astronomical year as EDTF writes it: 1942, 0060, -0043, Y12000."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{year:05d}" if year < 0 else f"{year:04d}"


def neighbour(moment: Moment, step: int) -> Moment:
    """The year, month or day after a date (`step` 1) or before it (-1), as sure as the date itself.

    What comes after anything else (a season, a decade, a time of day) is a day, and before it as well.
    """
    if moment.parts == 1 and moment.first == moment.last:
        year = moment.first + step
        return Moment(year_text(year), year, year, marks=moment.marks)
    if moment.month and moment.month <= 12 and moment.day is None:
        years, month = divmod(moment.month - 1 + step, 12)
        year = moment.first + years
        return Moment(year_text(year), year, year, month + 1, marks=moment.marks)
    start, end = moment.bounds
    year, month, day = civil(math.ceil(end) if step > 0 else math.floor(start) - 1)
    return Moment(year_text(year), year, year, month, day, marks=(moment.mark or "",) * 3)


def _choice_text(choice: Moment | Interval) -> str:
    if isinstance(choice, Moment):
        return str(choice)
    start, end = ("" if isinstance(date, str) else str(date) for date in choice)
    return f"{start}..{end}"


def _two_digits(number: int | None) -> str:
    return "XX" if number == UNKNOWN else f"{number:02d}" if number is not None else ""
