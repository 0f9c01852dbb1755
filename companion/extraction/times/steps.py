"""Steps: times told from other times, like the next day or two years later, and durations, like two years."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from companion.extraction.times.english import number_of
from companion.extraction.times.saying import Saying, Step

_WORD = re.compile(r"[^\s“”\"‘(\[]+")
_UNIT_NAMES = {
    "year": "year", "month": "month", "week": "week", "day": "day", "hour": "hour", "minute": "minute",
    "decade": "decade", "century": "century", "centurie": "century", "fortnight": "fortnight",
    "morning": "day", "afternoon": "day", "evening": "day", "night": "day", "weekend": "",
}  # fmt: skip
_ISO_UNIT = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M"}
_ORDER = {
    "next": 1, "following": 1, "ensuing": 1, "subsequent": 1, "coming": 1, "after": 1,
    "previous": -1, "preceding": -1, "prior": -1, "last": -1, "before": -1,
    "same": 0, "that": 0, "very": 0, "this": 0,
}  # fmt: skip
_DESCRIBING = frozenset(_ORDER) - {"last", "before", "after", "this"}
_SIZES = {
    "long", "full", "whole", "more", "short", "further", "consecutive", "additional", "entire", "solid",
    "straight",
}  # fmt: skip
_ROUGHLY = {
    "only", "just", "about", "some", "nearly", "almost", "roughly", "approximately", "over", "around",
    "barely", "exactly", "another", "under",
}  # fmt: skip
_MEASURING = {
    "for", "within", "than", "over", "nearly", "almost", "about", "after", "took", "lasted", "only", "just",
}  # fmt: skip
_LATER = re.compile(
    r"\s+(?P<how>later|earlier|ago|afterwards?|previously|beforehand|hence"
    r"|(?:before|after)(?=\s*(?:[.,;:!?)—]|$)))\b"
)
_THE_ONE = re.compile(r"\s+(?P<how>before|after)(?=\s*(?:[.,;:!?)—]|$))")
_OF = re.compile(r"\s+(?:(?:hours\s+)?of\b|\d)")
_END_OF = re.compile(r"[’']s\s+end\b")
_BACK = ("earlier", "ago", "before", "previously", "beforehand")
_PART_BEFORE = re.compile(
    r"(?:(?:end|beginning|start|middle|close|rest|remainder|course|turn|part|half|quarter|days|months|weeks)\s+of"
    r"|(?:early|late|later|earlier) in)\s+the\s+$",
    re.IGNORECASE,
)
_LATER_THAT = re.compile(r"(?:later|earlier|early|late)\s+(?:in\s+)?$", re.IGNORECASE)


class Word(NamedTuple):
    """A word before a place, in small letters, and where it begins."""

    text: str
    start: int


def words_before(text: str, place: int, floor: int, reach: int = 48) -> list[Word]:
    """The last words before `place`, none of them before `floor`, the last one first."""
    low = max(floor, place - reach)
    words = [Word(found[0].lower(), found.start()) for found in _WORD.finditer(text, low, place)]
    if words and low > floor and not text[low - 1].isspace():
        words = words[1:]
    return words[::-1]


def unit_of(word: str) -> str:
    """The unit of time that a word names, singular or plural; empty where it is no unit to count with."""
    word = word.lower()
    return _UNIT_NAMES.get(word.removesuffix("s") if word != "centuries" else "century", "")


class _Count(NamedTuple):
    number: float
    start: int


def _count(words: list[Word]) -> _Count | None:
    """The number before a unit, with words like “only” and “almost” before it."""
    while words and words[0].text in _SIZES:
        words = words[1:]
    for length in (3, 2, 1):
        taken = words[:length]
        if len(taken) == length:
            number = number_of(" ".join(word.text for word in reversed(taken)).rstrip("-"))
            if number is not None:
                return _Count(number, _with_roughly(words[length:], taken[-1].start))
    return None


def _with_roughly(words: list[Word], start: int) -> int:
    texts = [word.text for word in words[:2]]
    if texts and texts[0] in _ROUGHLY:
        return words[0].start
    if texts == ["than", "more"] or texts == ["than", "less"] or texts == ["least", "at"]:
        return words[1].start
    return start


def duration(number: float, unit: str) -> str:
    """So many units as ISO 8601 writes a duration."""
    if unit in ("decade", "century"):
        number, unit = number * (10 if unit == "decade" else 100), "year"
    if unit == "fortnight":
        number, unit = number * 2, "week"
    clock = "T" if unit in ("hour", "minute") else ""
    return f"P{clock}{number:g}{_ISO_UNIT[unit]}"


def _counted(text: str, words: list[Word], unit: str, end: int) -> list[Saying]:
    count = _count(words)
    if count is None or not unit:
        return []
    found = _LATER.match(text, end)
    if found:
        number = round(count.number) * (-1 if found["how"] in _BACK else 1)
        if unit in ("decade", "century"):
            number, unit = number * (10 if unit == "decade" else 100), "year"
        step = Step(unit, number, found["how"] == "ago")
        return [Saying(start=count.start, end=found.end(), step=step)]
    if words[0].text in ("a", "an") and not _measures(words):
        return []
    return [Saying(start=count.start, end=end, fixed=duration(count.number, unit))]


def _measures(words: list[Word]) -> bool:
    """Whether “a year” is a length: for a year, within a year, almost a year."""
    return len(words) > 1 and words[1].text in _MEASURING


def _pointed(text: str, words: list[Word], unit: str, start: int, end: int) -> list[Saying]:
    """The next day, that same year, the end of the month, this year, last week."""
    described = list(takewhile(lambda word: word.text in _DESCRIBING, words))
    determiner = words[len(described)].text if len(described) < len(words) else ""
    if described:
        return _described(text, words, described, determiner, unit, end)
    beside = _THE_ONE.match(text, end)
    if determiner == "the" and beside:
        return [Saying(start=words[0].start, end=beside.end(), step=Step(unit, _ORDER[beside["how"]]))]
    if determiner == "this" or (determiner == "last" and (len(words) < 2 or words[1].text != "the")):
        return [_since(text, words[0].start, end, Step(unit, _ORDER[determiner], from_now=True))]
    if determiner != "the" or _OF.match(text, end):
        return []
    is_part = _PART_BEFORE.search(text, max(0, start - 40), start) is not None
    return [_since(text, words[0].start, end, Step(unit, 0))] if is_part else []


def _described(
    text: str, words: list[Word], described: list[Word], determiner: str, unit: str, end: int
) -> list[Saying]:
    """The next day, next year, that same evening, the very same month."""
    texts = {word.text for word in described}
    is_pointed = determiner in ("the", "this", "that")
    if not is_pointed and not texts & {"that", "next"}:
        return []
    start = words[len(described)].start if is_pointed else described[-1].start
    number = next((_ORDER[word.text] for word in described if _ORDER[word.text]), 0)
    is_from_now = texts == {"next"} and determiner != "the" and unit != "day"
    return [_since(text, start, end, Step(unit, number, is_from_now))]


def _since(text: str, start: int, end: int, step: Step) -> Saying:
    """The step, with “later” or “early in” before it where it leads nowhere else."""
    later = _LATER_THAT.search(text, max(0, start - 16), start) if step.number == 0 else None
    return Saying(start=later.start() if later else start, end=end, step=step)


def at_unit(text: str, start: int, end: int, floor: int) -> list[Saying]:
    """What is said with the unit of time in ``[start, end)``: a step from another time, or a duration."""
    unit = unit_of(text[start:end])
    words = words_before(text, start, floor)
    if not unit:
        return []
    is_part_of_day = text[start:end].lower() in ("morning", "afternoon", "evening", "night")
    if not is_part_of_day:
        counted = _counted(text, words, unit, end) if words else []
        if counted:
            return counted
    if text[end - 1 : end] == "s":
        return []
    if ending := _END_OF.match(text, end):
        return [Saying(start=start, end=ending.end(), step=Step(unit, 0))]
    return _pointed(text, words, unit, start, end)
