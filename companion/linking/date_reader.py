"""Date reader: the phrase for a date round a number in the text, and the days that it means."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import NamedTuple

from companion.core.dates import Date, DateError, parse_date
from companion.linking.bare_years import is_year
from companion.linking.date_english import DateEnglish
from companion.linking.date_patterns import DatePatterns
from companion.linking.date_words import ENGLISH, LANGUAGES, DateWords

Bounds = tuple[float, float]
"""First day and end of the last day, as day numbers; the end of an open date is infinite."""

_WINDOW = 72
_YEARS = re.compile(r"\d{3,}")


class Phrase(NamedTuple):
    """Words for a date, and the days that they mean."""

    start: int
    end: int
    bounds: Bounds


class DateReader:
    """Finds the phrases for dates round a number, in one language."""

    def __init__(self, words: DateWords) -> None:
        self._words = words
        self._patterns = DatePatterns(words)
        self._english = DateEnglish(words)
        self._known: dict[str, Date | None] = {}

    def phrases(self, text: str, start: int, end: int) -> list[Phrase]:
        """The phrases round the number at ``[start, end)`` of a folded text, the longest first.

        A number alone is a year only if the words round it say so, and not within a range.
        """
        if end - start < 3 and not self._patterns.short.search(text, max(0, start - 8), end + 24):
            return []
        ranges = self._ranges(text, start, end)
        span = self._round(self._patterns.single, text, start, end)
        single = self._single(text, span, ranges) if span else []
        if single and any(one.start >= single[0].start and one.end <= single[0].end for one in ranges):
            return single
        return [*(ranges or (self._open(text, span) if span else [])), *single]

    def _ranges(self, text: str, start: int, end: int) -> list[Phrase]:
        span = self._round(self._patterns.ranges, text, start, end)
        bounds = span and self.meaning(text[slice(*span)])
        return [Phrase(*span, bounds)] if span and bounds else []

    def _open(self, text: str, span: tuple[int, int]) -> list[Phrase]:
        """From 1914 on, since 1914."""
        since = self._patterns.since.search(text, max(0, span[0] - _WINDOW), span[0])
        onwards = self._patterns.onwards.match(text, span[1])
        bounds = self.meaning(text[slice(*span)]) if since or onwards else None
        if not bounds:
            return []
        start = since.start() if since else span[0]
        return [Phrase(start, onwards.end() if onwards else span[1], (bounds[0], math.inf))]

    def _single(self, text: str, span: tuple[int, int], ranges: list[Phrase]) -> list[Phrase]:
        bounds = self.meaning(text[slice(*span)])
        if not bounds:
            return []
        within = any(one.start <= span[0] and span[1] <= one.end and one[:2] != span for one in ranges)
        if text[slice(*span)].isdigit() and (within or not is_year(text, *span, self._words)):
            return []
        if within and len(_YEARS.findall(text, ranges[0].start, ranges[0].end)) < 2:
            return []
        return [Phrase(*span, bounds)]

    @staticmethod
    def _round(pattern: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int] | None:
        """The first match from the left that covers ``[start, end)``, in the same block."""
        first = max(0, start - _WINDOW)
        first = max(first, text.rfind("\n", first, start))
        for found in pattern.finditer(text, first, min(end + _WINDOW, len(text))):
            if found.end() >= end:
                return found.span() if found.start() <= start else None
        return None

    def meaning(self, phrase: str) -> Bounds | None:
        """The days that a phrase means; None when it is no date."""
        date = self.date(phrase)
        return None if date is None else (date.earliest, date.latest)

    def date(self, phrase: str) -> Date | None:
        """The date that a phrase of the text means; None when it is no date."""
        if phrase not in self._known:
            try:
                self._known[phrase] = parse_date(self._english(phrase))
            except DateError:
                self._known[phrase] = None
        return self._known[phrase]


@cache
def date_reader(language: str) -> DateReader:
    """The reader for a language like ``en``; English where there is none for it."""
    return DateReader(LANGUAGES.get(language, ENGLISH))
