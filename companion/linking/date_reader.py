"""Date reader: the phrase for a date round a number in the text, and the days that it means."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from companion.core.dates import Date, DateError, parse_date
from companion.linking.bare_years import is_year
from companion.linking.date_english import DateEnglish
from companion.linking.date_patterns import DatePatterns
from companion.linking.date_words import ENGLISH, LANGUAGES, DateWords

if TYPE_CHECKING:
    import re

Bounds = tuple[float, float]
"""First day and end of the last day, as day numbers; the end of an open date is infinite."""

_WINDOW = 72


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

        A number alone is a year only if the words round it say so, and not within a range. What follows
        early, mid or late is a phrase of its own, for where nothing is dated more closely.
        """
        if end - start < 3 and not self._patterns.short.search(text, max(0, start - 8), end + 24):
            return []
        longer = self._range(text, start, end)
        single = self._round(self._patterns.single, text, start, end)
        if single is None:
            return longer
        shorter = self._singles(text, single, longer)
        if longer and single.start() <= longer[0].start and longer[0].end <= single.end():
            return shorter
        return [*(longer or self._open(text, *single.span())), *shorter]

    def _range(self, text: str, start: int, end: int) -> list[Phrase]:
        found = self._round(self._patterns.ranges, text, start, end)
        bounds = self.meaning(found[0]) if found else None
        return [Phrase(*found.span(), bounds)] if found and bounds else []

    def _open(self, text: str, start: int, end: int) -> list[Phrase]:
        """From 1914 on, since 1914."""
        since = self._patterns.since.search(text, max(0, start - _WINDOW), start)
        onwards = self._patterns.onwards.match(text, end)
        bounds = self.meaning(text[start:end]) if since or onwards else None
        if not bounds:
            return []
        return [
            Phrase(
                since.start() if since else start, onwards.end() if onwards else end, (bounds[0], math.inf)
            )
        ]

    def _singles(self, text: str, found: re.Match[str], longer: list[Phrase]) -> list[Phrase]:
        phrases = []
        for start in dict.fromkeys((found.start(), max(found.start(), found.end("portion")))):
            words = text[start : found.end()]
            part = any(one.start <= start and found.end() <= one.end for one in longer)
            if words.isdigit() and (part or not is_year(text, start, found.end(), self._words)):
                continue
            if bounds := self.meaning(words):
                phrases.append(Phrase(start, found.end(), bounds))
        return phrases

    @staticmethod
    def _round(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
        """The first match from the left that covers ``[start, end)``, in the same block."""
        first = max(0, start - _WINDOW)
        first = max(first, text.rfind("\n", first, start))
        for found in pattern.finditer(text, first, min(end + _WINDOW, len(text))):
            if found.end() >= end:
                return found if found.start() <= start else None
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
