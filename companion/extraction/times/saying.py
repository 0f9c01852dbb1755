"""Saying: words of a text that say when or how long, as they were read and as far as they are understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from companion.core.calendar import MONTHS
from companion.core.date_parts import year_text
from companion.core.dates import DateError, parse_date


class Step(NamedTuple):
    """So many units of time from another date: ``Step("year", 2)`` is two years later.

    `from_now` counts from the day on which the text was written, otherwise from what it told last.
    """

    unit: str
    number: int
    from_now: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One expression of time at the span ``[start, end)``.

    `year` is astronomical (0 is 1 BC), `month` 1 to 12 or a season of EDTF (21 to 24), `weekday` 0 for
    Monday. `fixed` is EDTF, or ISO 8601 for a duration, where year, month and day cannot say it. `step`
    leads here from another date. `part` is "early", "mid", "late", "first half" or "second half", `side`
    "before", "after", "since" or "until", `about` marks a rough date: what the words say besides.
    `is_linked` says that the next saying is the other end of the same range, `is_end` that this one is. A
    year `is_of_either_era` that may be one before Christ.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    fixed: str = ""
    clock: str = ""
    step: Step | None = None
    part: str = ""
    side: str = ""
    about: bool = False
    is_linked: bool = False
    is_end: bool = False
    is_of_either_era: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it is a month or a season without anything that tells its year."""
        return self.year is None and self.day is None and self.step is None

    @property
    def value(self) -> str:
        """EDTF, or ISO 8601 for a duration; empty as long as the year is not known."""
        if self.fixed:
            return self.fixed + ("~" if self.about and not self.is_duration else "")
        if self.year is None:
            return ""
        parts = [year_text(self.year)]
        parts += [f"{number:02d}" for number in (self.month, self.day) if number is not None]
        if self.clock and len(parts) == 3:
            parts[-1] += f"T{self.clock}"
        return "-".join(parts) + ("~" if self.about else "")

    @property
    def is_duration(self) -> bool:
        """Whether it says how long, not when."""
        return self.fixed.startswith("P")

    @property
    def finer(self) -> str:
        """The value with early, mid and late in it, as far as EDTF can say them: ``1943-37``."""
        if not self.part or self.year is None or self.day or (self.month or 0) > 12:
            return self.value
        month = f"{MONTHS[self.month - 1]} " if self.month else ""
        era = f"{self.year}" if self.year > 0 else f"{1 - self.year} BC"
        try:
            return parse_date(f"{self.part} {month}{era}").edtf
        except DateError:
            return self.value
