"""Date patterns: the regular expressions for dates in one language, and what turns them into English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.linking.date_words import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.linking.date_words import DateWords

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth",
    "eleventh",
    "twelfth",
    *(f"{ten}teenth" for ten in ("thir", "four", "fif", "six", "seven", "eigh", "nine")),
)
ORDINALS = (
    *_UNITS,
    *_TEENS,
    "twentieth",
    *(f"twenty-{unit}" for unit in _UNITS),
    "thirtieth",
    "thirty-first",
)
"""English ordinals as words, from the first to the thirty-first."""

_MONTHS = tuple(spellings.partition("|")[0] for spellings in ENGLISH.months)
_ROMAN = {"i": 1, "v": 5, "x": 10}
_SEASONS = ("spring", "summer", "autumn", "winter")
_TIGHT = r"[-–—/]"

Step = tuple[re.Pattern[str], "str | Callable[[re.Match[str]], str]"]


def _any(alternatives: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(alternatives)})(?!\\w)"


class DatePatterns:
    """Patterns for single dates, for ranges and for dates with an open end, to be searched from the left."""

    def __init__(self, words: DateWords) -> None:
        gap = "(?: |(?<='))"
        join = f",?(?:{gap}(?:{words.of}))?(?:{gap}(?:{words.article}))?(?:{gap}(?:{words.year}))?{gap}"
        month = _any(words.months)
        season = _any(words.seasons)
        number = rf"(?:3[01]|[12]\d|0?[1-9]){words.day}(?!\w)"
        day = (
            f"(?:{number}|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})" if words.ordinals else number
        )
        era = rf"(?:{words.before}|{words.after})(?!\w)"
        long = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{5,6}}) ?(?:{words.before})(?!\w)"
        year = rf"(?:(?:{words.after}) ?)?(?:{long}|\d{{1,4}}(?!\d|[.,]\d|\w)(?: ?{era})?)"
        day_month = f"{day}{join}{month}"
        month_day = f"{month} (?:{words.article} )?{day}"
        own_year = rf"\d{{3,4}}(?:{_TIGHT}\d{{2,4}}(?!\d))?"
        two_years = f"{words.range_words}|{words.both[1]}"
        dated = [
            *([f"{own_year} {season}"] if words.month_first else []),
            r"\d{4}-\d\d-\d\d(?![\w-])",
            f"{day_month}{join}{year}",
            *([f"{month_day}{join}{year}"] if words.month_first else []),
            f"{month}{join}{year}",
            rf"{season}{join}(?:{own_year}|{year})(?: (?:{two_years}) \d{{4}}(?!\w))?",
            rf"{_nameless(words.decade)}(?!\w)",
            rf"{_nameless(words.century)}(?!\w)(?: ?{era})?",
            year,
        ]
        one = f"(?:{'|'.join(dated)})"
        first = f"(?:{one}|{day_month}|{month_day}|{month}|{season}|{day})"
        last = f"(?:{day}{join}{year}|{one})"
        article = f"(?:(?:{words.article}) ?)?"
        lead = rf"(?:(?P<both>(?:{words.both[0]}) {article})|(?:{words.leads}) {article})?"
        between = rf"(?: ?[-–—] ?|/| (?:{words.range_words}) {article})"
        joined = rf"(?(both) (?:{words.both[1]}) {article}|{between})"
        portion = f"(?:(?:{words.portion})[- ]{article})?" if words.portion else ""
        self.single = _compiled(f"{portion}{one}")
        self.ranges = _compiled(f"{lead}{first}{joined}{last}")
        self.since = re.compile(rf"(?<!\w)(?:{words.since})(?: |(?<=')){article}$", re.IGNORECASE)
        self.onwards = re.compile(rf" (?:{words.onwards})(?!\w)", re.IGNORECASE)
        self._steps = _to_english(words, month)

    def english(self, phrase: str) -> str:
        """A phrase that one of the patterns found, in the English words that `parse_date` takes."""
        for pattern, put in self._steps:
            phrase = pattern.sub(put, phrase)
        return phrase


def _nameless(pattern: str) -> str:
    return pattern.replace("(?P<n>", "(?:")


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?<!\w[.,/:-])(?<!\d')(?<![$£€#§№])(?=\w)(?:{pattern})", re.IGNORECASE)


def _to_english(words: DateWords, month: str) -> list[Step]:
    """What to replace, in this order, to have an English phrase that `parse_date` takes."""
    if words.ordinals:
        named = "|".join(sorted(ORDINALS, key=len, reverse=True))
        steps: list[tuple[str, str | Callable[[re.Match[str]], str]]] = [
            (r"^(\d\d)(\d\d)[-–/](\d\d)$", _short_range),
            (rf"\b({named})(?= (?:of )?{month})", _number_of_day),
            (
                rf"({month}) (?:the )?({named})\b",
                lambda found: f"{found[1]} {ORDINALS.index(found[2].lower()) + 1}",
            ),
            (rf"({month}) the ", r"\1 "),
            (r"\b(?:the )?year ", ""),
            (r"(?<=\d)d\b", "rd"),
            (rf"((?:{'|'.join(words.seasons)}).* \d{{4}}) (?:{words.range_words}|and) (?=\d{{4}}$)", r"\1-"),
            (r"^(\d+(?:[-–/]\d+)?) (spring|summer|autumn|fall|winter)$", r"\2 of \1"),
        ]
    else:
        small = rf"(?<!\w)(?:{words.leads}|{words.of}|{words.article}|{words.year})(?:(?<=')|(?!\w)) ?"
        steps = [
            (r"^(\d\d)(\d\d)[-–/](\d\d)$", _short_range),
            (rf"(?<=\d) ?(?:{words.before})(?!\w)", " BC"),
            (rf"(?<=\d) ?(?:{words.after})(?!\w)", " AD"),
            (words.century, _century),
            (words.decade, r"\g<n>s"),
            (rf"^(?:{words.both[0]}) (.+) (?:{words.both[1]}) ", r"between \1 and "),
            (rf" (?:{words.range_words}) ", " to "),
            *(
                (rf"(?<!\w)(?:{name})(?!\w)", english)
                for name, english in zip(words.months, _MONTHS, strict=True)
            ),
            *(
                (rf"(?<!\w)(?:{name})(?!\w)", english)
                for name, english in zip(words.seasons, _SEASONS, strict=True)
            ),
            (small, ""),
            (rf"(?<=\d){words.day}(?= )", ""),
        ]
    return [(re.compile(pattern, re.IGNORECASE), english) for pattern, english in steps]


def _number_of_day(found: re.Match[str]) -> str:
    return str(ORDINALS.index(found[1].lower()) + 1)


def _short_range(found: re.Match[str]) -> str:
    """1911-12 is from one year to the next and no December, as 1911-09 is a September."""
    century, first, last = found.groups()
    return f"{century}{first}/{century}{last}" if last > first else found[0]


def _century(found: re.Match[str]) -> str:
    number = found["n"].lower()
    if not number.isdigit():
        values = [_ROMAN[sign] for sign in number]
        number = sum(
            -one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)
        )
    return f"{number}th century"
