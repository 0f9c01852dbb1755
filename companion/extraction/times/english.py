"""English words of time: what they mean, and the pieces of which the patterns are made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from companion.core.calendar import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH_NUMBERS = {
    name[:length].lower(): number
    for number, name in enumerate(MONTHS, 1)
    for length in (3, 4 if name == "September" else 3, len(name))
}
_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)  # fmt: skip
NUMBERS = {word: number for number, word in enumerate(_ONES, 1)}
NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS, 2)}
NUMBERS |= {f"{ten}-{one}": NUMBERS[ten] + NUMBERS[one] for ten in _TENS for one in _ONES[:9]}
NUMBERS |= {"a": 1, "an": 1, "a couple of": 2, "a dozen": 12, "half a dozen": 6, "a hundred": 100}
NUMBERS |= {
    "one hundred": 100,
    "two hundred": 200,
    "three hundred": 300,
    "a thousand": 1000,
    "one thousand": 1000,
}
NUMBERS |= {f"{word} thousand": 1000 * number for number, word in enumerate(_ONES, 1)}
ORDINAL_NUMBERS = {word: number for number, word in enumerate(_ORDINALS, 1)}
ORDINAL_NUMBERS |= {f"twenty-{word}": 20 + number for number, word in enumerate(_ORDINALS[:9], 1)}
ORDINAL_NUMBERS |= {"thirtieth": 30, "thirty-first": 31}
DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip


def any_of(words: Iterable[str]) -> str:
    """A pattern for the longest of the words that fits; a tree of letters, which is faster than a list."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _pattern(tree)


def _pattern(tree: dict[str, Any]) -> str:
    branches = [re.escape(letter) + _pattern(node) for letter, node in sorted(tree.items()) if letter]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in tree:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if "" in tree else "")


_TITLED = [*MONTHS, *(name.upper() for name in MONTHS)]
_SHORT = [name[:3] for name in MONTHS if len(name) > 4] + ["Sept"]
FULL_MONTH = any_of(_TITLED)
MONTH = rf"(?:{any_of(_TITLED)}|{any_of(_SHORT)}\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[,.]\d)"
DASH = r"\s?[-–—‒−]\s?"
TO = r"(?:\s?[-–—‒−/]\s?|\s+(?:to|and|or|until|till|through)\s+(?:the\s+)?)"
TO_THE = r"(?:\s?[-–—‒−/]\s?|\s+(?:to|and|or|until|till|through)\s+)"
AFTER_CHRIST = r"(?:AD|A\.\s?D\.|CE|C\.\s?E\.)"
BEFORE_CHRIST = r"(?:BCE|B\.\s?C\.\s?E\.|BC|B\.\s?C\.?|b\.c\.)"
ERA = rf"(?:\s?(?:{BEFORE_CHRIST}|{AFTER_CHRIST})(?![\w]))"
YEAR_DIGITS = r"(?:1\d{3}|20\d{2})"
YEAR = rf"{YEAR_DIGITS}(?![\d%]|[,.]\d)"
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
UNIT = r"(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|centur(?:y|ies)|fortnights?)"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}}|\.\d)?|{any_of(NUMBERS)})"
_OTHER_YEAR = r"that|this|the\s+(?:same|following|next|previous|preceding)"
SAME = rf"(?:(?:of|in)\s+(?P<which>{_OTHER_YEAR})\s+(?:same\s+)?year)"

_PART_OF_DAY = r"(?:morning|evening|afternoon|night|dawn|noon|midnight|midday|dusk|day)"
_PART = (
    r"(?:(?:the\s+)?(?:very\s+)?(?:early|late|later|mid|middle|earlier)"
    r"(?:\s+(?:to|or)\s+(?:mid|late))?(?:\s?[-–]\s?|\s+)(?:in\s+)?(?:the\s+)?"
    r"|(?:the\s+)?(?:very\s+)?(?:end|beginning|start|middle|close|onset|outset|turn|rest|remainder|eve"
    r"|(?:early|late|later|latter|last|first|second|third|final|closing|opening|greater)\s+"
    r"(?:part|half|third|quarter|days|weeks|months|years?|week|day|decade)s?)\s+of\s+(?:the\s+(?:years?\s+)?)?)"
)
PREFIX = re.compile(
    r"(?<![\w’'-])(?:"
    rf"(?:(?:early|late)\s+(?:in|on)\s+)?(?:the\s+)?(?:early\s+|late\s+)?(?:{_PART_OF_DAY}(?:\s+hours)?|hours)\s+of\s+(?:the\s+)?"
    rf"|{WEEKDAY},?\s+(?:(?:the|dawn\s+of|night|morning|evening|afternoon),?\s+)?"
    r"|(?:c\.|ca\.|cca\.?|circa|about|around|approximately|roughly|fl\.)\s?"
    rf"|{_PART}"
    r"|the\s+years?\s+"
    r"|the\s+"
    r")+$",
    re.IGNORECASE,
)
PARTS = {
    "first half": re.compile(r"(?i)\bfirst\s+half"),
    "second half": re.compile(r"(?i)\b(?:second|latter)\s+half"),
    "early": re.compile(
        r"(?i)\b(?:early|earlier|beginning|start|onset|outset|first\s+(?:part|days|weeks|months)|opening|turn)\b"
    ),
    "late": re.compile(
        r"(?i)\b(?:late|later|latter|end|close|final|closing|last\s+(?:days|weeks|months|part))\b"
    ),
    "mid": re.compile(r"(?i)\bmid(?:dle)?\b"),
}
"""What the words before a date say about a part of it, by the names that parts have in core's dates."""
ABOUT = re.compile(r"(?i)\b(?:c\.|ca\.|cca|circa|about|around|approximately|roughly|fl\.)")
SIDE = re.compile(r"(?i)\b(after|before|since|until|till|by|prior\s+to|from)\s+$")


def number_of(words: str) -> float | None:
    """The number that a numeral or a few words name; None where they do not say."""
    words = " ".join(words.lower().split())
    if re.fullmatch(r"\d{1,3}(?:,\d{3})*(?:\.\d)?|\d{1,4}", words):
        return float(words.replace(",", ""))
    return NUMBERS.get(words)


def ordinal_of(words: str) -> int | None:
    """The number of an ordinal in digits or words; None where it is none."""
    words = " ".join(words.lower().split())
    digits = re.match(r"\d+", words)
    return int(digits[0]) if digits else ORDINAL_NUMBERS.get(words)


def month_of(name: str) -> int:
    """The number of a month from its name, long or short."""
    return MONTH_NUMBERS[name.rstrip(".").lower()]
