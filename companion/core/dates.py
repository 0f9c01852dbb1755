"""Dates: a date of a story, written in EDTF or in words, that can be sorted, drawn and said."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from enum import StrEnum

from companion.core.calendar import civil, day_number
from companion.core.date_parts import Interval, OneOf, Parts
from companion.core.date_reading import read_words
from companion.core.date_words import say
from companion.core.edtf import DateError, not_a_date, read_edtf
from companion.core.message import Message

__all__ = ["Date", "DateError", "Precision", "civil", "day_number", "parse_date"]

_LONGEST = 200
_EDTF_SIGNS = re.compile(r"[\d\[\]./?~%XYTEZ:,+ -]+", re.ASCII | re.IGNORECASE)
_DAY_AND_TIME = re.compile(r"(?<=\d-\d\d) (?=\d\d:)")
_NOT_WORDS = re.compile(r"-?\d{4}-\d{1,2}(-\d{1,2})?[?~%]?", re.ASCII)


class Precision(StrEnum):
    """The finest unit that is known of a date; an interval or a choice of dates is INTERVAL."""

    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    INTERVAL = "interval"


@dataclass(frozen=True, order=True, slots=True)
class Date:
    """When something happened, as exactly as it is known.

    `earliest` and `latest` are day numbers as `day_number` counts them, with times of day as fractions:
    the beginning of the first day (or minute) and the end of the last one. They are infinite where the
    date is open or an end is not known. `edtf` is the date in the notation of ISO 8601-2. Dates sort by
    their earliest day, then the latest, then by `edtf`.
    """

    earliest: float
    latest: float
    edtf: str
    precision: Precision = field(compare=False)
    approximate: bool = field(default=False, compare=False)
    uncertain: bool = field(default=False, compare=False)

    @property
    def open_start(self) -> bool:
        """Whether nothing says when it began."""
        return self.earliest == -math.inf

    @property
    def open_end(self) -> bool:
        """Whether nothing says when it ended, or it goes on."""
        return self.latest == math.inf

    def words(self, language: str = "en") -> str:
        """The date as a reader would say it: July 1942, the winter of 1943–1944, about 1860, 44 BC."""
        return say(read_edtf(self.edtf), language)


def parse_date(text: str) -> Date:
    """Reads a date in EDTF (``1943-09-03``, ``1860~``, ``1914/..``) or in English words that EDTF can take.

    Raises `DateError`, whose text says in one sentence what is wrong and what would be right.
    """
    text = " ".join(text[: _LONGEST + 1].split())
    if not text or len(text) > _LONGEST:
        missing = Message("A date is missing; write it like 1943-09-03 or July 1942.")
        raise DateError(not_a_date(text) if text else missing)
    return _date(_read(text))


def _read(text: str) -> Parts:
    try:
        if _EDTF_SIGNS.fullmatch(text):
            return read_edtf(_DAY_AND_TIME.sub("T", text).upper())
        error = DateError(not_a_date(text))
    except DateError as refusal:
        if _NOT_WORDS.fullmatch(text):
            raise
        error = refusal
    parts = read_words(text)
    if parts is None:
        raise error
    return parts


def _date(parts: Parts) -> Date:
    edtf = str(parts)
    earliest, latest = parts.bounds
    return Date(
        float(earliest),
        float(latest),
        edtf,
        _precision(parts),
        approximate="~" in edtf or "%" in edtf,
        uncertain="?" in edtf or "%" in edtf,
    )


def _precision(parts: Parts) -> Precision:
    if isinstance(parts, (Interval, OneOf)):
        return Precision.INTERVAL
    if parts.clock:
        return Precision.MINUTE
    if parts.day:
        return Precision.DAY
    if parts.month:
        return Precision.MONTH if parts.month <= 12 else Precision.SEASON
    return _BY_DIGITS_LEFT_OUT[parts.year.count("X")]


_BY_DIGITS_LEFT_OUT = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM)
