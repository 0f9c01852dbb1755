"""Foreign dates: those of languages other than English, by their own names of months and seasons."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from companion.core.calendar import days_in_month
from companion.extraction.times.english import YEAR_DIGITS, any_of
from companion.extraction.times.months import month_names
from companion.extraction.times.numeric_dates import numeric_at
from companion.extraction.times.plausible import is_plain_year
from companion.extraction.times.saying import Saying, Step
from companion.extraction.times.steps import duration
from companion.extraction.times.tongues import tongue_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_NOTHING = r"(?!)"
_OF = (
    r"(?:(?:de\s+l[’']|del?\s+|di\s+|do\s+|da\s+|d[’']|of\s+|des\s+Jahres\s+)"
    r"(?:año\s+(?:de\s+)?|anno\s+|an\s+|ano\s+(?:de\s+)?)?)"
)
_YEAR = rf"{YEAR_DIGITS}(?![\d%]|[,.]\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:\.|er|º|°|ο|η)?"
_LONGEST_WORD = 24
_ROMAN = {"I": 1, "V": 5, "X": 10}
_SHORT, _LONG = 2, 4
"""Digits of a year at the end of a range, and of one that stands by itself."""


def recognise_foreign(text: str, language: str) -> list[Saying]:
    """All expressions of time of a text in `language`; years and numeric dates where it is not known."""
    return _reader_of(language).all(text)


@lru_cache(maxsize=64)
def _reader_of(language: str) -> _Reader:
    return _Reader(language)


def _forms(words: Iterable[str]) -> list[str]:
    """The words in small letters, with a capital, and in capitals."""
    return [form for word in words for form in (word, word[:1].upper() + word[1:], word.upper())]


class _Reader:
    """The patterns of one language, and what they mean."""

    def __init__(self, language: str) -> None:
        names = month_names(language)
        tongue = tongue_of(language)
        self._names, self._tongue = names, tongue
        month = any_of(_forms(names.numbers)) if names.numbers else _NOTHING
        full = any_of(_forms(names.full)) if names.full else _NOTHING
        seasons = "|".join(f"(?P<s{code}>{words})" for code, words in tongue.seasons.items()) or _NOTHING
        joins = tongue.joins or _NOTHING
        to = rf"(?:\s?[-–—/]\s?|\s+(?:{joins})\s+)"
        year = rf"(?:,?\s+{_OF}?(?P<year>{_YEAR}))"
        self._day = re.compile(
            rf"(?P<day>{_DAY})(?:(?P<to>{to})(?P<last>{_DAY}))?\s+{_OF}?(?P<month>{month})(?!\w)\.?{year}?",
            re.UNICODE,
        )
        self._month = re.compile(
            rf"(?P<month>{month})(?!\w)\.?(?:(?P<to>{to})(?P<last>{month})(?!\w)\.?)?{year}"
        )
        self._bare = re.compile(rf"(?P<month>{full})(?!\w)")
        self._season = re.compile(
            rf"(?:{seasons})(?!\w)(?:(?:\s+{_OF}?|\s+del\s+|/)(?P<year>{_YEAR})(?:\s?[-–/]\s?(?:\d{{4}}|\d\d)(?!\d))?)?",
            re.IGNORECASE,
        )
        eras = [rf"(?P<bc>{tongue.before_christ or _NOTHING})", rf"(?P<ad>{tongue.after_christ or _NOTHING})"]
        self._era = re.compile(rf"(?P<year>\d{{1,5}})\s?(?:{'|'.join(eras)})")
        self._century = re.compile(rf"(?:{tongue.century or _NOTHING})(?:\s(?:{'|'.join(eras)}))?")
        self._decade = re.compile(tongue.decade or _NOTHING)
        self._steps = [(re.compile(words), Step(unit, count)) for words, unit, count in tongue.steps]
        self._units = {unit: re.compile(rf"(?:{words})(?!\w)") for unit, words in tongue.units.items()}
        self._prefix = re.compile(rf"(?<!\w)(?:(?:{tongue.prefix or _NOTHING})\s*)+$")
        self._before_month = re.compile(rf"(?<!\w)(?:{tongue.before_month or _NOTHING})\s*$")
        self._before_year = re.compile(rf"(?<!\w)(?:{tongue.before_year or _NOTHING})\s+$")
        self._things = re.compile(rf"\s+(?:{tongue.things or _NOTHING})(?!\w)")
        self._trigger = re.compile(rf"\b(?:{self._triggers(seasons)})")

    def _triggers(self, seasons: str) -> str:
        """A pattern for all that may begin an expression, but for the words before it."""
        tongue = self._tongue
        pieces = [
            r"\d+",
            any_of(_forms(self._names.numbers)) if self._names.numbers else "",
            re.sub(r"\?P<\w+>", "?:", seasons),
        ]
        for pattern in (tongue.century, tongue.decade, *(words for words, _, _ in tongue.steps)):
            pieces.append(re.sub(r"\?P<\w+>", "?:", pattern))
        if tongue.numbers:
            pieces.append(
                rf"(?:{any_of(_forms(tongue.numbers))})\s+(?:{'|'.join(tongue.units.values())})(?!\w)"
            )
        titled = [piece for piece in pieces if piece and piece != _NOTHING]
        return "|".join(f"(?:{piece})" for piece in titled)

    def all(self, text: str) -> list[Saying]:
        sayings: list[Saying] = []
        floor = 0
        for found in self._trigger.finditer(text):
            start, end = found.span()
            if start < floor or (start and (text[start - 1].isalnum() or text[start - 1] == "_")):
                continue
            if text[start].isdigit() and end - start > _LONGEST_WORD:
                continue
            read = self._read(text, start)
            if read:
                read = self._widened(text, read, floor)
                sayings += read
                floor = read[-1].end
        return sayings

    def _read(self, text: str, start: int) -> list[Saying]:
        """What is said with the digits or the word at `start`."""
        if found := self._day.match(text, start):
            return self._days(found)
        if read := numeric_at(text, start, self._names.order):
            return read
        for pattern, read_match in (
            (self._century, self._centuries),
            (self._decade, self._decades),
            (self._era, self._eras),
            (self._month, self._months),
            (self._season, self._seasons),
        ):
            if found := pattern.match(text, start):
                return read_match(text, found)
        if found := self._bare.match(text, start):
            if not self._before_month.search(text, max(0, start - 12), start):
                return []
            return [Saying(start=start, end=found.end(), month=self._names.numbers[found["month"].lower()])]
        for words, step in self._steps:
            if found := words.match(text, start):
                return [Saying(start=start, end=found.end(), step=step)]
        return self._durations(text, start) or self._years(text, start)

    def _days(self, found: re.Match[str]) -> list[Saying]:
        month = self._names.numbers[found["month"].lower()]
        year = int(found["year"]) if found["year"] else None
        days = [int(re.sub(r"\D", "", day)) for day in (found["day"], found["last"]) if day]
        if any(day > days_in_month(year or 2000, month) for day in days):
            return []
        start, end = found.span()
        if len(days) == 1:
            return [Saying(start=start, end=end, year=year, month=month, day=days[0])]
        return [
            Saying(start=start, end=found.start("to"), year=year, month=month, day=days[0]),
            Saying(start=found.start("last"), end=end, year=year, month=month, day=days[1]),
        ]

    def _months(self, _text: str, found: re.Match[str]) -> list[Saying]:
        start, end, year = found.start(), found.end(), int(found["year"])
        first = self._names.numbers[found["month"].lower()]
        if not found["last"]:
            return [Saying(start=start, end=end, year=year, month=first)]
        last = self._names.numbers[found["last"].lower()]
        return [
            Saying(start=start, end=found.start("to"), year=year - (first > last), month=first),
            Saying(start=found.start("last"), end=end, year=year, month=last),
        ]

    def _seasons(self, text: str, found: re.Match[str]) -> list[Saying]:
        code = next(int(name[1:]) for name, words in found.groupdict().items() if name[0] == "s" and words)
        year = int(found["year"]) if found["year"] else None
        is_dated = year is not None or self._before_month.search(
            text, max(0, found.start() - 12), found.start()
        )
        return [Saying(start=found.start(), end=found.end(), year=year, month=code)] if is_dated else []

    def _centuries(self, _text: str, found: re.Match[str]) -> list[Saying]:
        groups = found.groupdict()
        word = groups.get("number") or groups.get("word") or ""
        number = self._tongue.ordinals.get(word) or _number(word)
        if not number or not 1 <= number <= 21 or (number == 1 and groups["bc"]):
            return []
        fixed = f"{'-' if groups['bc'] else ''}{number - 1:02d}XX"
        return [Saying(start=found.start(), end=found.end(), fixed=fixed)]

    def _decades(self, _text: str, found: re.Match[str]) -> list[Saying]:
        groups = found.groupdict()
        tens = (
            groups.get("tens") or groups.get("tens2") or (f"19{groups['ten']}" if groups.get("ten") else "")
        )
        if not tens and (groups.get("word") or "").lower() in self._tongue.tens:
            tens = f"19{self._tongue.tens[groups['word'].lower()]}"
        return [Saying(start=found.start(), end=found.end(), fixed=f"{tens}X")] if tens else []

    def _eras(self, _text: str, found: re.Match[str]) -> list[Saying]:
        number = int(found["year"])
        if not number:
            return []
        return [Saying(start=found.start(), end=found.end(), year=1 - number if found["bc"] else number)]

    def _durations(self, text: str, start: int) -> list[Saying]:
        found = re.compile(r"(?P<number>\d{1,3}|[^\W\d_]+)\s+(?=\w)").match(text, start)
        if found is None:
            return []
        number = (
            int(found["number"])
            if found["number"].isdigit()
            else self._tongue.numbers.get(found["number"].lower())
        )
        for unit, words in self._units.items():
            if number and (counted := words.match(text, found.end())):
                if later := _LATER.match(text, counted.end()):
                    return [Saying(start=start, end=later.end(), step=Step(unit, number))]
                return [Saying(start=start, end=counted.end(), fixed=duration(number, unit))]
        return []

    def _years(self, text: str, start: int) -> list[Saying]:
        found = _YEARS.match(text, start)
        if found is None or self._things.match(text, found.end()):
            return []
        is_announced = self._before_year.search(text, max(0, start - 16), start) is not None
        if not is_plain_year(text, start, found.end(), is_announced):
            return []
        first = int(found["year"])
        last = int(found["last"] or 0)
        if len(found["last"] or "") == _SHORT:
            last += first - first % 100
        if last <= first:
            return [Saying(start=start, end=start + _LONG, year=first)]
        return [
            Saying(start=start, end=found.start("to"), year=first),
            Saying(start=found.start("last"), end=found.end(), year=last),
        ]

    def _widened(self, text: str, read: list[Saying], floor: int) -> list[Saying]:
        """The sayings with the words before the first one that belong to it."""
        first, tongue = read[0], self._tongue
        found = self._prefix.search(text, max(floor, first.start - 32), first.start)
        if found is None or first.is_duration:
            return read
        parts = (("early", tongue.early), ("late", tongue.late), ("mid", tongue.middle))
        part = next((name for name, words in parts if words and re.search(words, found[0])), "")
        about = bool(tongue.about and re.search(tongue.about, found[0]))
        return [replace(first, start=found.start(), part=part, about=about), *read[1:]]


_YEARS = re.compile(
    rf"(?P<year>{YEAR_DIGITS})(?:(?P<to>\s?[-–—/]\s?)(?P<last>\d{{4}}|\d\d))?(?![\d%]|[,.]\d)"
)


_LATER = re.compile(
    r"\s+(?:später|danach|darauf|plus\s+tard|después(?!\s+de)|más\s+tarde|più\s+tardi|dopo(?=\s*[,.;])"
    r"|après(?=\s*[,.;])|mais\s+tarde|depois(?!\s+d)|senare|later|senere)(?!\w)"
)
"""What makes a step of so many years."""


def _number(text: str) -> int | None:
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits[0])
    values = [_ROMAN[letter] for letter in text.rstrip("erèm") if letter in _ROMAN]
    return (
        sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)) or None
    )
