"""Recognising: one pass over a text that stops at digits and words of time and reads what stands there."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from companion.core.calendar import MONTHS
from companion.extraction.times.calendar_dates import at_month, at_number, at_season, day_of_month, year_at
from companion.extraction.times.english import ABOUT, DECADES, EARLY, LATE, MIDDLE, PREFIX, SEASONS, SIDE, WEEKDAYS, any_of
from companion.extraction.times.longer_times import century_at_number, century_at_word, decade_at, decade_of_word
from companion.extraction.times.named_days import FEAST_WORDS, clock_at, feast_at
from companion.extraction.times.plausible import is_month, is_season, is_year
from companion.extraction.times.saying import Saying, Step
from companion.extraction.times.steps import at_unit, words_before

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNITS = ("years", "year", "months", "month", "weeks", "week", "days", "day", "hours", "hour", "minutes", "minute", "decades", "decade",
          "centuries", "century", "millennium", "night", "morning", "afternoon", "evening", "fortnight")
_LONGER = ("century", "centuries", "Century", "Centuries", "millennium")
_MONTH_WORDS = frozenset([*MONTHS, *(name.upper() for name in MONTHS), *(name[:3] for name in MONTHS), "Sept"])
_SEASON_WORDS = frozenset([*SEASONS, *(name.title() for name in SEASONS)])
_WEEKDAY_WORDS = frozenset(name.title() for name in WEEKDAYS)
_NOW = {"yesterday": -1, "tomorrow": 1, "tonight": 0}
_NOW_WORDS = frozenset([*_NOW, *(word.title() for word in _NOW)])
_DECADE_WORDS = frozenset([*DECADES, *(word.title() for word in DECADES)])
_UNIT_WORDS = frozenset([*_UNITS, "Century", "Centuries"])
_WORDS = [*_MONTH_WORDS, *_SEASON_WORDS, *_WEEKDAY_WORDS, *_NOW_WORDS, *_DECADE_WORDS, *_UNIT_WORDS, *FEAST_WORDS]
_TRIGGER = re.compile(rf"\d+|{any_of(_WORDS)}")


def recognise(text: str) -> list[Saying]:
    """All expressions of time of an English text, in its order, without overlaps."""
    sayings: list[Saying] = []
    floor = 0
    for found in _TRIGGER.finditer(text):
        start, end = found.span()
        if start < floor or not _stands_alone(text, start, end):
            continue
        for saying in _read(text, start, end, floor):
            sayings.append(saying)
            floor = saying.end
    return sayings


def _stands_alone(text: str, start: int, end: int) -> bool:
    if end - start > 12 or (start and text[start - 1].isalnum()):
        return False
    return text[start].isdigit() or not text[end : end + 1].isalnum()


def _read(text: str, start: int, end: int, floor: int) -> list[Saying]:
    """What is said with the digits or the word at ``[start, end)``."""
    word = text[start:end]
    if word[0].isdigit():
        return _at_digits(text, start, end, floor)
    if word in _MONTH_WORDS:
        return _at_month_name(text, start, floor)
    if word in _SEASON_WORDS:
        return _at_season_name(text, start, floor)
    if word in _WEEKDAY_WORDS:
        return _at_weekday(text, start, end, floor)
    if word in _NOW_WORDS:
        return [Saying(start=start, end=end, step=Step("day", _NOW[word.lower()], True))]
    if word in FEAST_WORDS:
        return _placed(text, feast_at(text, start), floor)
    if word in _DECADE_WORDS:
        return _at_decade_word(text, start, end, floor)
    if word in _LONGER and (read := century_at_word(text, start, floor)):
        return _widened(text, read, floor, keeps_the=True)
    read = at_unit(text, start, end, floor)
    return _widened(text, read, floor, keeps_the=True) if read else []


def _at_digits(text: str, start: int, end: int, floor: int) -> list[Saying]:
    if read := at_number(text, start):
        return _widened(text, read, floor, keeps_the=text[start:end + 2][-2:].isalpha())
    if read := century_at_number(text, start) or decade_at(text, start):
        return _widened(text, read, floor, keeps_the=True)
    if read := clock_at(text, start):
        return read
    if read := day_of_month(text, start):
        return _widened(text, read, floor, keeps_the=True)
    if end - start == 4 and (read := year_at(text, start)) and is_year(text, start, read[-1].end, True):
        return _widened(text, read, floor)
    return []


def _at_month_name(text: str, start: int, floor: int) -> list[Saying]:
    read = at_month(text, start)
    if not read:
        return []
    if len(read) == 1 and read[0].day is None and read[0].year is None and read[0].step is None:
        if not is_month(text, start, read[0].end):
            return []
        return _followed(text, _widened(text, read, floor), floor)
    return _widened(text, read, floor)


def _at_season_name(text: str, start: int, floor: int) -> list[Saying]:
    read = at_season(text, start)
    if not read:
        return []
    if read[0].year is None and read[0].step is None and not is_season(text, start, read[0].end):
        return []
    return _followed(text, _widened(text, read, floor, keeps_the=True), floor)


_WHICH = re.compile(r"(?:(?:the|that|this)\s+)?(?P<which>following|next|previous|preceding|same|that|this|last|coming)\s+$", re.IGNORECASE)
_COUNTS = {"following": 1, "next": 1, "coming": 1, "previous": -1, "preceding": -1, "last": -1}


def _followed(text: str, read: list[Saying], floor: int) -> list[Saying]:
    """The same with a step where “the following” or “last” stands before a bare month or season."""
    saying = read[0]
    if saying.year is not None or saying.step is not None or (which := _WHICH.search(text, max(floor, saying.start - 20), saying.start)) is None:
        return read
    word = which["which"].lower()
    step = Step("turn", _COUNTS.get(word, 0))
    return [replace(saying, start=which.start(), step=step), *read[1:]]


_DATE_AHEAD = re.compile(rf",?\s+(?:(?:the|on|dawn of|night|morning|evening|afternoon),?\s+)*(?:\d{{1,2}}(?:st|nd|rd|th)?\b|{any_of(_MONTH_WORDS)}\b)")
_HABIT = re.compile(r"(?:[A-Z][\w’'-]*|every|each)\s+$")
_TURN = re.compile(r"(?P<which>last|next|this|the following|the next|that)\s+$", re.IGNORECASE)


def _at_weekday(text: str, start: int, end: int, floor: int) -> list[Saying]:
    if _DATE_AHEAD.match(text, end):
        return []
    if _HABIT.search(text, max(floor, start - 20), start) and not re.search(r"(?:On|By|Until|Since|Last|Next|This|From|And|The)\s+$", text[max(0, start - 8):start]):
        return []
    which = _TURN.search(text, max(floor, start - 16), start)
    count = 0 if which is None else 1 if "next" in which["which"].lower() or "following" in which["which"].lower() else -1 if which["which"].lower() == "last" else 0
    return [Saying(start=which.start() if which else start, end=end, weekday=WEEKDAYS.index(text[start:end].lower()), step=Step("weekday", count, True))]


def _at_decade_word(text: str, start: int, end: int, floor: int) -> list[Saying]:
    before = words_before(text, start, floor)
    if not before or before[0].text not in ("the", "early", "late", "nineteen") and not text[start].isupper():
        return []
    saying = Saying(start=start, end=end, fixed=decade_of_word(text[start:end]))
    if re.search(r"(?i)\bin\s+(?:his|her|their|my|your|its)\s+(?:early\s+|late\s+|mid-?\s*)?$", text[max(0, start - 24) : start]):
        return []
    return _widened(text, [saying], floor, keeps_the=True)


def _widened(text: str, read: list[Saying], floor: int, keeps_the: bool = False) -> list[Saying]:
    """The sayings with the words before the first one that belong to it: the end of, early in, about."""
    first = read[0]
    found = PREFIX.search(text, max(floor, first.start - 64), first.start)
    start = found.start() if found else first.start
    words = text[start : first.start]
    if not keeps_the and words.strip().lower() == "the":
        start = first.start
    part = "early" if EARLY.search(words) else "late" if LATE.search(words) else "mid" if MIDDLE.search(words) else ""
    first = replace(first, start=start, part=part, about=bool(ABOUT.search(words)))
    return _placed(text, [first, *read[1:]], floor)


def _placed(text: str, read: list[Saying], floor: int) -> list[Saying]:
    """The sayings with what stands before the first: before, after, since, until."""
    if not read:
        return read
    first = read[0]
    found = SIDE.search(text, max(floor, first.start - 12), first.start)
    if not found:
        return read
    side = {"till": "until", "by": "until", "from": "since"}.get(found[1].lower(), found[1].lower().split()[0])
    return [replace(first, side="before" if side == "prior" else side), *read[1:]]
