"""Date patterns: the regular expressions for single dates and ranges in one language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.linking.date_english import ORDINALS

if TYPE_CHECKING:
    from companion.linking.date_words import DateWords

_GAP = "(?: |(?<='))"
"""A blank, or nothing behind an apostrophe: of July, d'août."""

_CENTURIES = "centur|Jahrh|Jh|siècle|siglo|secol"
_TO = r"[-–—/]"


class DatePatterns:
    """Patterns to be searched from the left: `single` dates, `ranges` of two, and what makes a date open."""

    def __init__(self, words: DateWords) -> None:
        self._words = words
        article = f"(?:(?:{words.article}) ?)?"
        one = f"(?:{'|'.join(self._dates())})"
        portion = f"(?P<portion>(?:{words.portion})[- ]{article})?" if words.portion else "(?P<portion>)"
        lead = f"(?:(?P<both>(?:{words.both[0]}) {article})|(?:{words.leads}) {article})?"
        first = f"(?:{one}|{self._day_month}|{self._month_day}|{self._month}|{self._season}|{self._day})"
        between = f"(?: ?[-–—] ?|/| (?:{words.range_words}) {article})"
        joined = f"(?(both) (?:{words.both[1]}) {article}|{between})"
        last = f"(?:{self._day}{self._join}{self._year}|{one})"
        self.single = _searched(portion + one)
        self.ranges = _searched(lead + first + joined + last)
        self.short = re.compile(rf"(?<!\w)(?:{words.before}|{words.after}|{_CENTURIES})", re.IGNORECASE)
        """What stands near a number of one or two digits that is a date."""
        self.since = re.compile(rf"(?<!\w)(?:{words.since}){_GAP}{article}$", re.IGNORECASE)
        self.onwards = re.compile(rf" (?:{words.onwards})(?!\w)", re.IGNORECASE)

    def _dates(self) -> list[str]:
        """The kinds of single dates, the longer ones before those that are part of them."""
        words, join, year = self._words, self._join, self._year
        years = rf"\d{{3,4}}(?:{_TO}\d{{2,4}}(?!\d))?"
        and_year = rf"(?: (?:{words.range_words}|{words.both[1]}) \d{{4}}(?!\w))?"
        season_last = f"{years} {self._season}(?! (?-i:[A-Z]))"  # the 2004 Summer Games are no summer
        english = [season_last, f"{self._month_day}{join}{year}"] if words.month_first else []
        return [
            *english,
            r"\d{4}-\d\d-\d\d(?![\w-])",
            f"{self._day_month}{join}{year}",
            f"{self._month}{join}{year}",
            f"{self._season}{join}(?:{years}|{year}){and_year}",
            rf"{_unnamed(words.decade)}(?!\w)",
            rf"{_unnamed(words.century)}(?!\w)(?: ?{self._era})?",
            year,
        ]

    @property
    def _join(self) -> str:
        """What may stand between day, month and year: a comma, of, de l', in the year."""
        of, article, year = self._words.of, self._words.article, self._words.year
        return f",?(?:{_GAP}(?:{of}))?(?:{_GAP}(?:{article}))?(?:{_GAP}(?:{year}))?{_GAP}"

    @property
    def _month(self) -> str:
        return rf"(?:{'|'.join(self._words.months)})(?!\w)"

    @property
    def _season(self) -> str:
        return rf"(?:{'|'.join(self._words.seasons)})(?!\w)"

    @property
    def _day(self) -> str:
        number = rf"(?:3[01]|[12]\d|0?[1-9]){self._words.day}(?!\w)"
        return (
            f"(?:{'|'.join((number, *sorted(ORDINALS, key=len, reverse=True)))})"
            if self._words.ordinals
            else number
        )

    @property
    def _day_month(self) -> str:
        return self._day + self._join + self._month

    @property
    def _month_day(self) -> str:
        return f"{self._month} (?:{self._words.article} )?{self._day}"

    @property
    def _era(self) -> str:
        return rf"(?:{self._words.before}|{self._words.after})(?!\w)"

    @property
    def _year(self) -> str:
        """A number of up to four digits, longer ones before Christ only; AD 79 and 44 BC."""
        long = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{5,6}}) ?(?:{self._words.before})(?!\w)"
        return rf"(?:(?:{self._words.after}) ?)?(?:{long}|\d{{1,4}}(?!\w|[.,]\d)(?: ?{self._era})?)"


def _unnamed(pattern: str) -> str:
    return pattern.replace("(?P<n>", "(?:")


def _searched(pattern: str) -> re.Pattern[str]:
    """A pattern that begins at the beginning of a word, not inside a number and not after a currency."""
    begins = r"(?<!\w)(?<!\w[.,/:])(?<!\d')(?<!\bpre-)(?<!\bpost-)(?<![$£€#§№])(?=\w)"
    return re.compile(f"{begins}(?:{pattern})", re.IGNORECASE)
