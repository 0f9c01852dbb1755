"""Spelt years: nineteen forty-two, eighteen hundred and twelve."""

from __future__ import annotations

import re

from companion.extraction.times.english import NUMBERS, any_of
from companion.extraction.times.saying import Saying

_CENTURIES = {"fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19}
SPELT_WORDS = (*_CENTURIES, *(word.title() for word in _CENTURIES))
_BELOW_HUNDRED = [word for word, number in NUMBERS.items() if 10 <= number < 100 and " " not in word]
_BELOW_TEN = [word for word, number in NUMBERS.items() if number < 10 and len(word) > 2]
_YEAR = re.compile(
    rf"(?P<century>{any_of(_CENTURIES)})(?:[\s-]+hundred"
    rf"(?:\s+and\s+(?P<after>{any_of([*_BELOW_HUNDRED, *_BELOW_TEN])}))?"
    rf"|[\s-]+(?P<year>{any_of(_BELOW_HUNDRED)})|[\s-]+oh[\s-]+(?P<one>{any_of(_BELOW_TEN)}))"
    r"(?![\w-])",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|from|of|year|during|after|before|early|late|and|to)\s+$", re.IGNORECASE
)
_THINGS = re.compile(r"\s+[a-z]+s\b|\s+(?:men|people|feet|pounds|dollars)\b")


def spelt_year_at(text: str, place: int) -> list[Saying]:
    """The year in words that begins at `place`, if a word before it announces one."""
    found = _YEAR.match(text, place)
    if (
        found is None
        or not _BEFORE.search(text, max(0, place - 12), place)
        or _THINGS.match(text, found.end())
    ):
        return []
    rest = found["after"] or found["year"] or found["one"]
    year = 100 * _CENTURIES[found["century"].lower()] + (NUMBERS[rest.lower()] if rest else 0)
    return [Saying(start=place, end=found.end(), year=round(year))]
