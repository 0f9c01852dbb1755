"""Calendar dates: days, months, seasons and years of English, read from a number or a name on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.calendar import days_in_month
from companion.extraction.times.english import (
    BEFORE_CHRIST,
    DASH,
    DAY,
    ERA,
    FULL_MONTH,
    MONTH,
    SAME,
    SEASON,
    SEASONS,
    TO,
    TO_THE,
    YEAR,
    YEAR_DIGITS,
    month_of,
    ordinal_of,
)
from companion.extraction.times.saying import Saying, Step

if TYPE_CHECKING:
    from collections.abc import Callable

Read = list[Saying]

_OLD_YEAR = rf"\d{{1,4}}(?=\s?(?:{BEFORE_CHRIST}|AD\b|A\.D\.|CE\b))|\d{{3}}(?=\s*(?:[.,;:)\]–-](?!\d)|$))"
_IN_YEAR = rf"(?:(?P<year>{YEAR}|{_OLD_YEAR}|['’‘]\d\d(?![\ds]))(?P<era>{ERA})?)"
_OF_YEAR = rf"(?:(?:\s*,\s*|\s+)(?:(?:of|in)\s+(?:the\s+year\s+)?)?{_IN_YEAR}|,?\s+{SAME})"
_DAY_FIRST = re.compile(
    rf"(?P<day>{DAY})(?:(?P<to>{TO_THE})(?P<last>(?:the\s+)?{DAY}))?(?:\s+day)?(?:\s+of)?\s+(?P<month>{MONTH})(?!\w){_OF_YEAR}?"
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY})(?:(?P<to>{TO_THE})(?P<last>(?:the\s+)?{DAY})(?!\s+[a-z]{{3,}}))?{_OF_YEAR}?"
)
_MONTH_OF_YEAR = re.compile(rf"(?P<month>{MONTH})(?:(?P<to>{TO})(?P<last>{MONTH}))?(?!\w){_OF_YEAR}")
_SPELT_BEFORE = re.compile(
    r"(?<![\w-])(?P<day>[A-Za-z]+(?:-[a-z]+)?)(?:\s+day)?\s+of\s+(?:the\s+month\s+of\s+)?$"
)
_MONTH_AND_DAY = re.compile(rf"(?P<month>{FULL_MONTH})\s+the\s+(?P<day>[a-z]+(?:-[a-z]+)?)\b{_OF_YEAR}?")
_MONTH_AFTER_DAY = re.compile(rf"(?P<month>{FULL_MONTH})\b{_OF_YEAR}?")
_BARE_MONTH = re.compile(rf"(?P<month>{FULL_MONTH})\b")
_SEASON = re.compile(
    rf"(?P<season>{SEASON})\b(?:(?:\s+of|\s+in|,)?\s+(?:the\s+year\s+)?{_IN_YEAR}"
    rf"(?:\s?[-–/]\s?(?P<next>\d{{1,4}})(?!\d))?|,?\s+{SAME})?"
)
_BEFORE_CHRIST = re.compile(
    rf"(?P<year>\d{{1,5}}|\d{{1,2}},\d{{3}})(?:(?P<to>{TO})(?P<last>\d{{1,5}}))?\s?(?:{BEFORE_CHRIST})(?!\w)"
)
_AFTER_CHRIST = re.compile(r"(?P<year>\d{1,4})\s?(?:AD|A\.\s?D\.|CE|C\.\s?E\.)(?!\w)")
_SMALL_NUMBER = re.compile(r"\d{1,4}(?![\d%]|[,.]\d)")
_AD_BEFORE = re.compile(r"(?<!\w)(?:AD|A\.\s?D\.)\s?$")
_YEARS = re.compile(
    rf"(?P<year>{YEAR_DIGITS})(?:(?P<to>{DASH}|/)(?P<last>\d{{4}}|\d\d|\d(?!\d)))?(?![\d%]|[,.]\d|[-–]\d{{3}}(?!\d))"
)
_ORDINAL_DAY = re.compile(
    r"(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?:\s+of\s+(?:the|that|this)\s+(?:(?P<which>same|following|next)\s+)?month\b"
    r"|(?=\s?(?:[,;)—–]|\.\s|(?:and|to|or)\s+(?:the\s+)?\d|of\s+the\s+month"
    r"|(?:the|he|she|they|it|and|a|in|at|by|was|were|when|his|her|their)\b)))"
)
_CIRCA = re.compile(r"\b(?:c|ca|cca|fl)\.\s?$")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom|(?P<roughly>[Aa]round|[Aa]bout|[Aa]fter|[Bb]efore)|rest\sof)\s|\("
    r")$"
)
_TO_HERE = re.compile(r"\s?[-–—]\s?|\s(?:to|until)\s")
_YEAR_AFTER = re.compile(
    r"(?=\s?[-–—](?!\d{4}|\d+,\d)|\s?[,;.)](?!\d)|\s+(?:to|until|and|the|a|an|he|she|it|they|his|her|when|with|by|at|in|on|under|after)\b|\s+[A-Z]|$)"
)
_STYLES_APART = range(9, 14)
"""Days that lie between one date by the Julian and by the Gregorian calendar."""
_YEAR_OF_BOTH = re.compile(r"\s?/\s?(\d{1,2}|\d{4})(?![\d/])")
_NEW_YEAR = 3
"""The month in which the year once began, on its 25th."""
_THE = re.compile(r"(?i)\b(?:the|(?:st|nd|rd|th)\s(?:and|to|or))\s$")
_SHORT_CENTURY = 1900
"""What ’42 leaves out."""
_FOLLOWED_BY = {
    "that": 0,
    "this": 0,
    "the same": 0,
    "the following": 1,
    "the next": 1,
    "the previous": -1,
    "the preceding": -1,
}


def _year(found: re.Match[str]) -> int | None:
    digits = found["year"]
    if digits is None:
        return None
    year = int(digits.replace(",", "").lstrip("'’‘"))
    if not digits[0].isdigit():
        return _SHORT_CENTURY + year
    return 1 - year if (found["era"] or "").strip()[:1] in ("B", "b") else year


def _step(found: re.Match[str]) -> Step | None:
    which = found["which"]
    return Step("year", _FOLLOWED_BY[" ".join(which.split())]) if which else None


def _exists(year: int | None, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= days_in_month(2000 if year is None else year, month)


def _number(ordinal: str) -> int:
    return int("".join(filter(str.isdigit, ordinal)))


def _of_both(found: re.Match[str], year: int | None, month: int) -> tuple[int | None, int]:
    """The year and where it ends: the second in “February 1611/12”, when the year began in March."""
    other = (
        _YEAR_OF_BOTH.match(found.string, found.end()) if year is not None and month <= _NEW_YEAR else None
    )
    if other is None or year is None or (year + 1) % 10 ** len(other[1]) != int(other[1]):
        return year, found.end()
    return year + 1, other.end()


def _days(found: re.Match[str]) -> Read:
    """One day, or the first and the last of several."""
    year, month, step = _year(found), month_of(found["month"]), _step(found)
    start, end = found.span()
    numbers = [(start, end, _number(found["day"]))]
    if found["last"]:
        numbers = [
            (start, found.start("to"), numbers[0][2]),
            (found.start("last"), end, _number(found["last"])),
        ]
    if not all(_exists(year, month, day) for _, _, day in numbers):
        return []
    if found["last"] and found["to"].strip() == "/" and numbers[1][2] - numbers[0][2] in _STYLES_APART:
        numbers = [(start, end, numbers[1][2])]  # 10/21 February: by the old calendar and by the new
    year, end = _of_both(found, year, month)
    numbers[-1] = (numbers[-1][0], end, numbers[-1][2])
    return [
        Saying(start=start, end=end, year=year, month=month, day=day, step=step)
        for start, end, day in numbers
    ]


def _months(found: re.Match[str]) -> Read:
    step = _step(found)
    start = found.start()
    first = month_of(found["month"])
    year, end = _of_both(found, _year(found), first) if not found["last"] else (_year(found), found.end())
    if not found["last"]:
        return [Saying(start=start, end=end, year=year, month=first, step=step)]
    last = month_of(found["last"])
    earlier = year - 1 if year is not None and first > last else year
    return [
        Saying(start=start, end=found.start("to"), year=earlier, month=first, step=step),
        Saying(start=found.start("last"), end=end, year=year, month=last, step=step),
    ]


def _season(found: re.Match[str]) -> Read:
    start, end = found.span()
    season = SEASONS[found["season"].lower()]
    return [Saying(start=start, end=end, year=_year(found), month=season, step=_step(found))]


def _before_christ(found: re.Match[str]) -> Read:
    start, end = found.span()
    year = 1 - int(found["year"].replace(",", ""))
    if not found["last"] or year >= 1:
        return [Saying(start=start, end=end, year=year)] if year < 1 else []
    last = 1 - int(found["last"])
    return [
        Saying(start=start, end=found.start("to"), year=year),
        Saying(start=found.start("last"), end=end, year=last),
    ]


def _after_christ(found: re.Match[str]) -> Read:
    return (
        [Saying(start=found.start(), end=found.end(), year=int(found["year"]))] if int(found["year"]) else []
    )


def _years(found: re.Match[str]) -> Read:
    start, end = found.span()
    year = int(found["year"])
    if not found["last"]:
        return [Saying(start=start, end=end, year=year)]
    last = int(found["last"])
    if len(found["last"]) < len(found["year"]):
        last += year - year % 10 ** len(found["last"])
    if not year < last < year + 500:
        return [Saying(start=start, end=found.start("to"), year=year)]
    return [
        Saying(start=start, end=found.start("to"), year=year),
        Saying(start=found.start("last"), end=end, year=last),
    ]


def at_number(text: str, place: int) -> Read:
    """The dates that begin with the digits at `place`, whose years need no second look."""
    for pattern, read in _AT_NUMBERS:
        if (found := pattern.match(text, place)) and (read_dates := read(found)):
            return read_dates
    return []


def year_at(text: str, place: int) -> Read:
    """The year, or the two years of a range, that the digits at `place` may be."""
    found = _YEARS.match(text, place)
    return _years(found) if found else []


def day_of_month(text: str, place: int) -> Read:
    """The day that an ordinal at `place` numbers in the month told last: the 13th, the 13th of that month."""
    found = _ORDINAL_DAY.match(text, place)
    if found is None or not _THE.search(text, max(0, place - 8), place):
        return []
    step = Step("in month", {"following": 1, "next": 1}.get(found["which"] or "", 0))
    return [Saying(start=place, end=found.end(), day=int(found["day"]), step=step)]


def year_after_era(text: str, place: int, floor: int) -> Read:
    """The year at `place` after AD or A.D., with these letters."""
    era = _AD_BEFORE.search(text, max(floor, place - 6), place)
    found = _SMALL_NUMBER.match(text, place)
    if era is None or found is None or not int(found[0]):
        return []
    return [Saying(start=era.start(), end=found.end(), year=int(found[0]))]


def ancient_year_at(text: str, place: int, floor: int, is_ancient: bool) -> Read:
    """The year of three digits at `place`: after “c.”, or after “in” and the like if the text is about such
    times."""
    before = _YEAR_BEFORE.search(text, max(0, place - 16), place) if is_ancient else None
    if (
        before is None
        and not (floor and _TO_HERE.fullmatch(text, floor, place))
        and not _CIRCA.search(text, max(0, place - 6), place)
    ):
        return []
    if text[place + 1 : place + 3] == "00" and before is not None and before["roughly"]:
        return []
    if not _YEAR_AFTER.match(text, place + 3) or text[place] == "0":
        return []
    return [Saying(start=place, end=place + 3, year=int(text[place : place + 3]), is_of_either_era=True)]


def at_month(text: str, place: int, floor: int) -> Read:
    """The dates that begin with the name of a month at `place`, or with the ordinal of a day before it."""
    if (spelt := _spelt_day(text, place, floor)) is not None:
        return spelt
    for pattern, read in _AT_MONTHS:
        if (found := pattern.match(text, place)) and (read_dates := read(found)):
            return read_dates
    found = _BARE_MONTH.match(text, place)
    return [Saying(start=found.start(), end=found.end(), month=month_of(found["month"]))] if found else []


def _spelt_day(text: str, place: int, floor: int) -> Read | None:
    """A day in words: the third of March, 1806; May the first. None where there is none."""
    for pattern in (_MONTH_AND_DAY, _MONTH_AFTER_DAY):
        found = pattern.match(text, place)
        before = None
        if pattern is _MONTH_AFTER_DAY:
            before = _SPELT_BEFORE.search(text, max(floor, place - 36), place)
        word = before["day"] if before else found["day"] if found and pattern is _MONTH_AND_DAY else ""
        day = ordinal_of(word) if word else None
        if found is None or day is None:
            continue
        year, month = _year(found), month_of(found["month"])
        start = before.start() if before else place
        if _exists(year, month, day):
            return [Saying(start=start, end=found.end(), year=year, month=month, day=day, step=_step(found))]
    return None


def at_season(text: str, place: int) -> Read:
    """The season at `place`, with the year it is given."""
    found = _SEASON.match(text, place)
    return _season(found) if found else []


_AT_NUMBERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Read]], ...] = (
    (_DAY_FIRST, _days),
    (_BEFORE_CHRIST, _before_christ),
    (_AFTER_CHRIST, _after_christ),
)
_AT_MONTHS = ((_MONTH_FIRST, _days), (_MONTH_OF_YEAR, _months))
