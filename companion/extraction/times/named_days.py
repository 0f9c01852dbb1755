"""Named days: feasts with a date of their own, Easter, and times of the clock."""

from __future__ import annotations

import re

from companion.extraction.times.english import YEAR
from companion.extraction.times.saying import Saying, Step

_FEASTS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year's day": (1, 1), "new year's eve": (12, 31), "all saints' day": (11, 1), "bastille day": (7, 14),
    "twelfth night": (1, 5), "candlemas": (2, 2), "lady day": (3, 25), "midsummer day": (6, 24),
    "michaelmas": (9, 29),
    "martinmas": (11, 11), "halloween": (10, 31),
}  # fmt: skip
FEAST_WORDS = (
    "Christmas",
    "Boxing",
    "New",
    "Bastille",
    "Candlemas",
    "Lady",
    "Michaelmas",
    "Martinmas",
    "Easter",
    "Halloween",
)
_FEAST = re.compile(
    r"(?P<feast>Christmas(?: (?:Day|Eve))?|Boxing Day|New Year[’']s (?:Day|Eve)|Bastille Day|Candlemas"
    r"|Lady Day|Michaelmas|Martinmas"
    rf"|Halloween|Easter(?: (?:Sunday|Monday|Day))?)(?![\w’'-])(?:(?: of|,)? (?P<year>{YEAR}))?"
)
_THING_AFTER = re.compile(
    r"\s+(?!Offensive|Rising)[A-Z]\w|\s+(?:trees?|presents?|cards?|carols?|gifts?|dinner|party|pudding|holidays?|vacation|eggs?|box|lilies)\b"
)
_CLOCK = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.\s?m\.|[ap]m\b|[AP]M\b)"
    r"|(?P<hours>[01]\d|2[0-3]):?(?P<minutes>[0-5]\d)\s?(?:hrs|hours|h)\b|(?P<full>[01]?\d|2[0-3]):(?P<past>[0-5]\d)(?![\d:])"
)

_AT = re.compile(
    r"\b(?:at|by|until|till|from|around|about|before|after|since|between|and|to)\s$", re.IGNORECASE
)


def easter(year: int) -> tuple[int, int]:
    """Month and day of Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return month, day + 1


def feast_at(text: str, place: int) -> list[Saying]:
    """The feast whose name begins at `place`, with its year if that is said."""
    found = _FEAST.match(text, place)
    if found is None or (found["year"] is None and _THING_AFTER.match(text, found.end())):
        return []
    year = int(found["year"]) if found["year"] else None
    name = found["feast"].lower().replace("’", "'")
    if name.startswith("easter"):
        if year is None:
            return []
        month, day = easter(year)
        day += name == "easter monday"
        month, day = (month + 1, 1) if (month, day) == (3, 32) else (month, day)
    else:
        month, day = _FEASTS[name]
    return [Saying(start=place, end=found.end(), year=year, month=month, day=day)]


def clock_at(text: str, place: int) -> list[Saying]:
    """The time of day that begins with the digits at `place`; its day is the one told last."""
    found = _CLOCK.match(text, place)
    if found is None or text[max(0, place - 1) : place] in (":", ".", ",", "-", "–", "/"):
        return []
    if found["full"] and not _AT.search(text, max(0, place - 12), place):
        return []
    hour = int(found["hour"] or found["hours"] or found["full"])
    minute = int(found["minute"] or found["minutes"] or found["past"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return []
        hour = hour % 12 + 12 * (found["half"][0] in "pP")
    return [Saying(start=place, end=found.end(), clock=f"{hour:02d}:{minute:02d}", step=Step("day", 0))]
