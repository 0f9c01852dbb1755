"""Longer times: centuries, decades and millennia of English, in figures, words and Roman numerals."""

from __future__ import annotations

import re

from companion.extraction.times.english import BEFORE_CHRIST, ERA, ordinal_of
from companion.extraction.times.saying import Saying

_CENTURY_WORD = r"[Cc]entur(?:y|ies)"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)"
_NUMBERED = re.compile(
    rf"(?P<number>{_ORDINAL})(?:\s+|-)(?P<unit>{_CENTURY_WORD}|[Mm]illenni(?:um|a))\b(?P<era>{ERA})?"
)
_FIRST_OF_TWO = re.compile(
    rf"(?P<number>{_ORDINAL})-?(?=\s?(?:,|and|or|to|through|[-–—])\s?(?:the\s+)?(?:(?:early|mid|late)[\s-])?"
    rf"{_ORDINAL}(?:-|\s+){_CENTURY_WORD}(?P<era>{ERA})?)"
)
_WORD_BEFORE = re.compile(r"(?<![\w-])(?P<number>[A-Za-z]+(?:-[a-z]+)?|[IVX]{1,6}(?:th|st|nd|rd)?)(?:\s+|-)$")
_UNIT = re.compile(rf"(?P<unit>{_CENTURY_WORD}|[Mm]illenni(?:um|a))\b(?P<era>{ERA})?")
_TENS = re.compile(
    rf"(?P<tens>(?:1\d|20)\d)0['’]?s(?!\w)|(?P<early>\d{{1,3}})0['’]?s\s?(?:{BEFORE_CHRIST})(?!\w)"
)
_SHORT_TENS = re.compile(r"(?P<ten>[2-9])0s(?!\w)")
_ROMAN = {"I": 1, "V": 5, "X": 10}


def _of_unit(number: int, unit: str, era: str | None) -> str:
    """A century or a millennium by its number, in EDTF; empty where EDTF cannot say it."""
    past = "-" if (era or "").strip()[:1] in ("B", "b") else ""
    if unit[0] in "Mm":
        return f"{past}{number - 1}XXX" if 1 <= number <= 10 and not (past and number == 1) else ""
    return f"{past}{number - 1:02d}XX" if 1 <= number <= 30 and not (past and number == 1) else ""


def _roman(text: str) -> int | None:
    digits = [_ROMAN[letter] for letter in re.sub("[a-z]+$", "", text)]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)


def century_at_number(text: str, place: int) -> list[Saying]:
    """The century that the ordinal in figures at `place` numbers."""
    found = _NUMBERED.match(text, place)
    unit = found["unit"] if found else "century"
    found = found or _FIRST_OF_TWO.match(text, place)
    number = ordinal_of(found["number"]) if found else None
    fixed = _of_unit(number, unit, found["era"]) if found and number else ""
    return [Saying(start=place, end=found.end(), fixed=fixed)] if found and fixed else []


def century_at_word(text: str, place: int, floor: int) -> list[Saying]:
    """The century whose word stands at `place` and whose number, in words or Roman, before it."""
    before = _WORD_BEFORE.search(text, max(floor, place - 24), place)
    found = _UNIT.match(text, place)
    if before is None or found is None:
        return []
    word = before["number"]
    is_roman = re.fullmatch(r"[IVX]+(?:th|st|nd|rd)?", word) is not None
    number = _roman(word) if is_roman else ordinal_of(word)
    fixed = _of_unit(number, found["unit"], found["era"]) if number else ""
    return [Saying(start=before.start(), end=found.end(), fixed=fixed)] if fixed else []


def decade_at(text: str, place: int) -> list[Saying]:
    """The decade in figures at `place`: 1920s, 470s BC, ’40s."""
    if found := _TENS.match(text, place):
        tens = found["tens"]
        if tens:
            fixed = f"{tens[:2]}XX" if tens[0] == "1" and tens[2] == "0" else f"{tens}X"
        else:
            fixed = f"-{int(found['early']):03d}X"
        return [Saying(start=place, end=found.end(), fixed=fixed)]
    found = _SHORT_TENS.match(text, place)
    if found is None or text[place - 1 : place] not in ("'", "’", "‘"):
        return []
    return [Saying(start=place - 1, end=found.end(), fixed=f"19{found['ten']}X")]
