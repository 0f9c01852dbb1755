"""Numeric dates: 14.7.1942, 7/14/1942, 1942-07-14, in the order of the language where that matters."""

from __future__ import annotations

import re

from companion.core.calendar import days_in_month
from companion.extraction.times.saying import Saying

_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<sign>[-./])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?![\d-])"
)
_YEAR_LAST = re.compile(
    r"(?P<one>\d{1,2})(?P<sign>[-./])[ \u00a0]?(?P<two>\d{1,2})(?P=sign)[ \u00a0]?(?P<year>\d{4})(?![\d-])"
)
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/\d{4}\b")
_MONTHS = 12
_MONTH_FIRST = frozenset({"", "en", "en-us", "en-ca", "en-ph"})
_BESIDE = frozenset("./-,:")


def order_of(text: str, tag: str) -> str:
    """The order of numeric dates in an English text: as its own show, else as its tag (en-GB) says."""
    for found in _SLASHED.finditer(text):
        if int(found[1]) > _MONTHS >= int(found[2]):
            return "dmy"
        if int(found[2]) > _MONTHS >= int(found[1]):
            return "mdy"
    return "mdy" if tag.replace("_", "-").lower() in _MONTH_FIRST else "dmy"


def numeric_at(text: str, place: int, order: str) -> list[Saying]:
    """The numeric date that begins at `place`; `order` is that of the language: dmy, mdy or ymd."""
    if place and text[place - 1] in _BESIDE:
        return []
    if found := _YEAR_FIRST.match(text, place):
        return _saying(found, int(found["month"]), int(found["day"]))
    found = _YEAR_LAST.match(text, place)
    if found is None:
        return []
    one, two = int(found["one"]), int(found["two"])
    month_first = order == "mdy" and found["sign"] == "/"
    month, day = (one, two) if month_first else (two, one)
    if month > 12 >= day:
        month, day = day, month
    return _saying(found, month, day)


def _saying(found: re.Match[str], month: int, day: int) -> list[Saying]:
    year = int(found["year"])
    if not year or not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        return []
    return [Saying(start=found.start(), end=found.end(), year=year, month=month, day=day)]
