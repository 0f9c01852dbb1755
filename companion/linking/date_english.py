"""Date English: a date phrase of any of the languages in the English words that `parse_date` takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.linking.date_words import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.linking.date_words import DateWords

    Replacement = str | Callable[[re.Match[str]], str]

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = tuple(f"{ten}teenth" for ten in ("thir", "four", "fif", "six", "seven", "eigh", "nine"))
_TWENTIES = (*(f"twenty-{unit}" for unit in _UNITS), "thirtieth", "thirty-first")
ORDINALS = (*_UNITS, "tenth", "eleventh", "twelfth", *_TEENS, "twentieth", *_TWENTIES)
"""English ordinals as words, from the first to the thirty-first."""

_MONTHS = tuple(spellings.partition("|")[0] for spellings in ENGLISH.months)
_SEASONS = ("spring", "summer", "autumn", "winter")
_ROMAN = {"i": 1, "v": 5, "x": 10}


class DateEnglish:
    """Says date phrases of one language in English, by replacements made one after the other."""

    def __init__(self, words: DateWords) -> None:
        steps = _from_english(words) if words.ordinals else _from_other(words)
        short = (r"^(\d\d)(\d\d)[-–/](\d\d)$", _short_range)
        self._steps = [(re.compile(pattern, re.IGNORECASE), other) for pattern, other in (short, *steps)]

    def __call__(self, phrase: str) -> str:
        """The phrase in English."""
        for pattern, other in self._steps:
            phrase = pattern.sub(other, phrase)
        return phrase


def _from_english(words: DateWords) -> list[tuple[str, Replacement]]:
    """The ways of writing a date in English that `parse_date` does not take."""
    named = "|".join(sorted(ORDINALS, key=len, reverse=True))
    month = f"(?:{'|'.join(words.months)})"
    season = f"(?:{'|'.join(words.seasons)})"
    return [
        (rf"(?P<month>)\b(?P<day>{named})(?= (?:of )?{month})", _number_of_day),
        (rf"({month}) the ", r"\1 "),
        (rf"({month} \d+[a-z]*) of (?=\d)", r"\1 "),
        (rf"(?P<month>{month} )(?P<day>{named})\b", _number_of_day),
        (r"\b(?:the )?year ", ""),
        (r"(?<=\d)d\b", "rd"),
        (rf"({season}.* \d{{4}}) (?:{words.range_words}|and) (?=\d{{4}}$)", r"\1-"),
        (rf"^(\d+(?:[-–/]\d+)?) ({season})$", r"\2 of \1"),
    ]


def _from_other(words: DateWords) -> list[tuple[str, Replacement]]:
    small = f"{words.leads}|{words.of}|{words.article}|{words.year}"
    names = zip((*words.months, *words.seasons), (*_MONTHS, *_SEASONS), strict=True)
    return [
        (rf"(?<=\d) ?(?:{words.before})(?!\w)", " BC"),
        (rf"(?<=\d) ?(?:{words.after})(?!\w)", " AD"),
        (words.century, _century),
        (words.decade, r"\g<n>s"),
        (rf"^(?:{words.both[0]}) (.+) (?:{words.both[1]}) ", r"between \1 and "),
        (rf" (?:{words.range_words}) ", " to "),
        *((rf"(?<!\w)(?:{name})(?!\w)", english) for name, english in names),
        (rf"(?<!\w)(?:{small})(?:(?<=')|(?!\w)) ?", ""),
        (rf"(?<=\d){words.day}(?= )", ""),
    ]


def _number_of_day(found: re.Match[str]) -> str:
    return f"{found['month']}{ORDINALS.index(found['day'].lower()) + 1}"


def _short_range(found: re.Match[str]) -> str:
    """1911-12 is from one year to the next and no December, as 1911-09 is a September."""
    century, first, last = found.groups()
    return f"{century}{first}/{century}{last}" if last > first else found[0]


def _century(found: re.Match[str]) -> str:
    number = found["n"].lower()
    if not number.isdigit():
        values = [_ROMAN[sign] for sign in number]
        after = [*values[1:], 0]
        number = sum(-one if one < other else one for one, other in zip(values, after, strict=True))
    return f"{number}th century"
