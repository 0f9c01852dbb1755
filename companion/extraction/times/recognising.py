"""Recognising: one pass over an English text that stops at digits and words of time and reads on."""

from __future__ import annotations

import re
from dataclasses import replace

from companion.core.calendar import MONTHS
from companion.extraction.times.calendar_dates import (
    ancient_year_at,
    at_month,
    at_number,
    at_season,
    day_of_month,
    year_after_era,
    year_at,
)
from companion.extraction.times.english import (
    ABOUT,
    DECADES,
    PARTS,
    PREFIX,
    SEASONS,
    SIDE,
    WEEKDAYS,
    any_of,
)
from companion.extraction.times.longer_times import (
    century_at_number,
    century_at_word,
    decade_at,
)
from companion.extraction.times.named_days import FEAST_WORDS, clock_at, feast_at
from companion.extraction.times.numeric_dates import numeric_at, order_of
from companion.extraction.times.plausible import is_month, is_season, is_year
from companion.extraction.times.saying import Saying, Step
from companion.extraction.times.spelt_years import SPELT_WORDS, spelt_year_at
from companion.extraction.times.steps import at_unit

_MONTH_WORDS = frozenset(
    [*MONTHS, *(name.upper() for name in MONTHS), *(name[:3] for name in MONTHS), "Sept"]
)
_SEASON_WORDS = frozenset([*SEASONS, *(name.title() for name in SEASONS)])
_WEEKDAY_WORDS = frozenset(name.title() for name in WEEKDAYS)
_NOW = {"yesterday": -1, "tomorrow": 1, "tonight": 0}
_NOW_WORDS = frozenset([*_NOW, *(word.title() for word in _NOW)])
_DECADE_WORDS = frozenset([*DECADES, *(word.title() for word in DECADES)])
_LONGER = frozenset(["century", "centuries", "millennium", "Century", "Centuries", "Millennium"])
_UNITS = [
    *("year", "month", "week", "day", "hour", "minute", "decade", "fortnight"),
    *("years", "months", "weeks", "days", "hours", "minutes", "decades", "fortnights"),
    *("night", "morning", "afternoon", "evening"),
]
_WORDS = [
    *(*_MONTH_WORDS, *_SEASON_WORDS, *_WEEKDAY_WORDS, *_NOW_WORDS, *_DECADE_WORDS),
    *(*_LONGER, *_UNITS, *FEAST_WORDS, *SPELT_WORDS),
]
_FIRST_LETTERS = "".join(sorted({word[0] for word in _WORDS}))
_TRIGGER = re.compile(rf"\b(?=[\d{_FIRST_LETTERS}])(?:\d+|{any_of(_WORDS)})")
_LONGEST_TRIGGER = 10
_ERA = re.compile(r"\d\s?(?:BCE?|CE|B\.C\.|AD|A\.D\.)(?!\w)|\bAD \d|\b(?:c|ca)\. \d{3}\b(?!,\d)")
_THOUSANDS = re.compile(r"\d,\d{3}\b")
_THAT_DAY = Step("day", 0)
_SUPPOSING = re.compile(r"\b(?:could|would|might|may|should|if|whenever)\b[^.!?\n]*$")
_WHICH = re.compile(
    r"(?:(?:the|that|this)\s+)?(?P<which>following|next|coming|previous|preceding|last|same|that|this)\s+$",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"(?:[’']s?|\b(?:his|her|its|their|a|an))\s+$", re.IGNORECASE)
"""Whose fall it is, which is no season: "Rome's fall"."""
_AHEAD = re.compile(r"\b(?:will|shall|going to|is to|are to)\b[^.!?\n]*$")
"""What says that a day is yet to come."""
_COUNTS = {"following": 1, "next": 1, "coming": 1, "previous": -1, "preceding": -1, "last": -1}
_DATE_AHEAD = re.compile(
    r",?\s+(?:(?:the|on|dawn\s+of|night|morning|evening|afternoon),?\s+){0,3}"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\b|{any_of(_MONTH_WORDS)}\b)"
)
_HABIT = re.compile(r"(?:\b[A-Z][a-z’']+|\bevery|\beach)\s+$")
_OPENING_WORD = re.compile(r"\b(?:On|By|Until|Since|Last|Next|This|That|From|And|The|Questions)\s+$")
_OWN_AGE = re.compile(
    r"(?i)\b(?:(?:his|her|their|my|your|our|its)|(?:m[ae]n|wom[ae]n|lady|gentleman|peasant|fellow|officer|widow|person"
    r"|servant|soldier|blonde?|advanced|well)\b[^.!?]{0,24}\bin\s+the)\s+(?:early\s+|late\s+|mid-?\s*)?$"
)
_WEEKDAY_BEFORE = re.compile(any_of(WEEKDAYS), re.IGNORECASE)
_THE_DECADE = re.compile(r"(?i)\b(?:the|early|late|mid|nineteen)[\s-]+$")


def recognise(text: str, tag: str = "en") -> list[Saying]:
    """All expressions of time of an English text, in its order, without overlaps.

    `tag` is its language as far as that is known: en-GB writes numeric dates in another order than en-US.
    """
    return _Reader(text, order_of(text, tag)).all()


class _Reader:
    """Reads a text from its beginning to its end; `_floor` is where the last expression ended."""

    def __init__(self, text: str, order: str) -> None:
        self._text = text
        self._order = order
        self._floor = 0
        self._marks_thousands = _THOUSANDS.search(text) is not None
        self._is_ancient = _ERA.search(text) is not None

    def all(self) -> list[Saying]:
        sayings: list[Saying] = []
        for found in _TRIGGER.finditer(self._text):
            start, end = found.span()
            if start < self._floor or not self._stands_alone(start, end):
                continue
            read = self._read(start, end)
            if read:
                sayings += read
                self._floor = read[-1].end
        return sayings

    def _stands_alone(self, start: int, end: int) -> bool:
        text = self._text
        if end - start > _LONGEST_TRIGGER or (start and text[start - 1].isalnum()):
            return False
        return text[start].isdigit() or not text[end : end + 1].isalnum()

    def _before(self, pattern: re.Pattern[str], place: int, reach: int = 24) -> re.Match[str] | None:
        """What stands directly before `place`, after the last expression."""
        return pattern.search(self._text, max(self._floor, place - reach), place)

    def _read(self, start: int, end: int) -> list[Saying]:
        """What is said with the digits or the word at ``[start, end)``."""
        word = self._text[start:end]
        if word[0].isdigit():
            return self._at_digits(start, end)
        if word in _MONTH_WORDS:
            return self._at_month(start)
        if word in _SEASON_WORDS:
            return self._at_season(start)
        if word in _WEEKDAY_WORDS:
            return self._at_weekday(start, end)
        if word in _NOW_WORDS:
            return [Saying(start=start, end=end, step=Step("day", _NOW[word.lower()], from_now=True))]
        if word in _DECADE_WORDS:
            return self._at_decade(start, end)
        if word in _LONGER and (read := century_at_word(self._text, start, self._floor)):
            return self._widened(read, keeps_the=True)
        if word in SPELT_WORDS:
            return self._widened(spelt_year_at(self._text, start))
        if word in FEAST_WORDS:
            is_name = self._before(_HABIT, start) and not self._before(_OPENING_WORD, start)
            return [] if is_name else self._sided(feast_at(self._text, start))
        return self._at_unit(start, end)

    def _at_unit(self, start: int, end: int) -> list[Saying]:
        read = at_unit(self._text, start, end, self._floor)
        if read and read[0].step == _THAT_DAY and self._before(_SUPPOSING, start, 90):
            return []
        return self._widened(read, keeps_the=True)

    def _at_digits(self, start: int, end: int) -> list[Saying]:
        text = self._text
        if read := year_after_era(text, start, self._floor) or at_number(text, start):
            return self._widened(read, keeps_the=text[end : end + 2].isalpha())
        if read := century_at_number(text, start) or decade_at(text, start):
            return self._widened(read, keeps_the=True)
        if read := numeric_at(text, start, self._order) or clock_at(text, start):
            return self._sided(read)
        if read := day_of_month(text, start):
            return self._widened(read, keeps_the=True)
        if end - start == 4 and (read := year_at(text, start)):
            return self._widened(read) if is_year(text, start, read[-1].end, self._marks_thousands) else []
        if end - start == 3 and (read := ancient_year_at(text, start, self._floor, self._is_ancient)):
            return self._widened(read)
        return []

    def _at_month(self, start: int) -> list[Saying]:
        read = at_month(self._text, start, self._floor)
        if not read or not read[0].is_bare:
            return self._widened(read, keeps_the=bool(read) and read[0].start < start)
        return self._followed(read) if is_month(self._text, start, read[0].end) else []

    def _at_season(self, start: int) -> list[Saying]:
        if self._text[start : start + 4].lower() == "fall" and self._before(_OF_OTHERS, start):
            return []
        read = at_season(self._text, start)
        if not read or not read[0].is_bare:
            return self._widened(read, keeps_the=True)
        return self._followed(read, keeps_the=True) if is_season(self._text, start, read[0].end) else []

    def _followed(self, read: list[Saying], keeps_the: bool = False) -> list[Saying]:
        """The bare month or season, with what “the following” or “last” before it says."""
        which = self._before(_WHICH, read[0].start)
        if which is None:
            return self._widened(read, keeps_the)
        is_from_now = " " not in which[0].strip() and which["which"].lower() in ("last", "next", "this")
        step = Step("turn", _COUNTS.get(which["which"].lower(), 0), is_from_now)
        return self._widened([replace(read[0], start=which.start(), step=step)], keeps_the=True)

    def _at_weekday(self, start: int, end: int) -> list[Saying]:
        if _DATE_AHEAD.match(self._text, end):
            return []
        if self._before(_HABIT, start) and not self._before(_OPENING_WORD, start):
            return []
        which = self._before(_WHICH, start)
        count = _COUNTS.get(which["which"].lower(), 0) if which else 0
        weekday = WEEKDAYS.index(self._text[start:end].lower())
        if not count and self._before(_AHEAD, start, 90):
            count = 1
        begin = which.start() if which else start
        return [Saying(start=begin, end=end, weekday=weekday, step=Step("weekday", count, from_now=True))]

    def _at_decade(self, start: int, end: int) -> list[Saying]:
        if self._before(_OWN_AGE, start, 60) or not self._before(_THE_DECADE, start):
            return []
        step = Step("tens", DECADES[self._text[start:end].lower()])
        saying = Saying(start=start, end=end, step=step)
        return self._widened([saying], keeps_the=True)

    def _widened(self, read: list[Saying], keeps_the: bool = False) -> list[Saying]:
        """The sayings with the words before the first one that belong to it: the end of, early in, about."""
        if not read:
            return read
        first = read[0]
        found = self._before(PREFIX, first.start, 64)
        words = found[0] if found else ""
        start = first.start - len(words)
        if not keeps_the and words.strip().lower() == "the":
            start = first.start
        part = next((name for name, words_of in PARTS.items() if words_of.search(words)), "")
        weekday = _WEEKDAY_BEFORE.search(words) if first.day is not None else None
        first = replace(
            first,
            start=start,
            part=part,
            about=ABOUT.search(words) is not None,
            weekday=WEEKDAYS.index(weekday[0].lower()) if weekday else first.weekday,
        )
        return self._sided([first, *read[1:]])

    def _sided(self, read: list[Saying]) -> list[Saying]:
        """The sayings with what stands before the first: before, after, since, until."""
        found = self._before(SIDE, read[0].start) if read else None
        if found is None:
            return read
        return [replace(read[0], side=_SIDES[found[1].lower().split()[0]]), *read[1:]]


_SIDES = {
    "after": "after", "before": "before", "prior": "before", "since": "since", "from": "since",
    "until": "until", "till": "until", "by": "until",
}  # fmt: skip
