"""Resolving: dates that leave out their year, or are told from others, take it from what is round them."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

from companion.extraction.times.days import Day
from companion.extraction.times.narrative import years_chosen

if TYPE_CHECKING:
    from companion.core.document import Document
    from companion.extraction.times.saying import Saying

_LINK = re.compile(r"\s?[-–—‒−/]\s?|\s+(?:and|to|or|until|till|through)\s+(?:the\s+)?")
_PROSE_AFTER = re.compile(r"\s+[A-Z“\"]")
_OPENING, LONGEST_REPORT = 600, 40_000
"""Characters at the beginning within which a text says when it was written, and of the longest text that was
written on one day."""


_SAME_DATE = re.compile(r"(?:,\s+(?:(?:in|on|by)\s+(?:the\s+year\s+)?)?|\s+\((?:in\s+)?|\s+(?:in|on)\s+)")
"""What stands between "two years later" and the year in which that was."""
_IN_STYLE = re.compile(r",\s(?:(?:old|new)\sstyle|[ON]\.\s?S\.?),?\s(?:in\s)?", re.IGNORECASE)
"""What stands between a day and its year: "January 6, old style, 1706"."""
_OTHER_STYLE = r"(?:(?:Old|New)\s+Style|[ON]\.?\s?S\.?|Julian|Gregorian)"
_STYLED = re.compile(rf"[(\[][^()\[\]\n]{{0,16}}\b{_OTHER_STYLE}[^()\[\]\n]{{0,24}}$")
_STYLED_AFTER = re.compile(rf"[^()\[\]\n]{{0,24}}\b{_OTHER_STYLE}[^()\[\]\n]{{0,16}}[)\]]")
DIARY = 3
"""So many dates that begin a line by themselves make a diary, or letters."""
_ENTRY_AFTER = re.compile(r"[.:,]?[_*]*(?:\s*\n|\s*$|\s?[—–]|\.\s)")


def resolve(document: Document, sayings: list[Saying]) -> list[Saying]:
    """The sayings whose date is known, with the years that those without one take from their neighbours."""
    text = document.text
    sayings = [saying for saying in sayings if not _is_restyled(text, saying)]
    entries = datelines(text, sayings)
    now = None if entries else written_on(text, sayings)
    resolved = years_chosen(document, linked(text, sayings), now, entries)
    return [saying for saying in resolved if saying.value]


def _is_restyled(text: str, saying: Saying) -> bool:
    """Whether it tells in brackets, by the other calendar, a date that was told already."""
    if saying.day is None:
        return False
    opened = text.rfind("(", max(0, saying.start - 40), saying.start)
    if opened < 0:
        opened = text.rfind("[", max(0, saying.start - 40), saying.start)
    if opened < 0:
        return False
    if _STYLED.match(text, opened, saying.start):
        return True
    return ")" not in text[opened : saying.start] and _STYLED_AFTER.match(text, saying.end) is not None


def datelines(text: str, sayings: list[Saying]) -> frozenset[int]:
    """Which of the sayings are the dates of entries of a diary, or of letters; none where these are few."""
    found = {
        index: (saying.year, saying.month, saying.day)
        for index, saying in enumerate(sayings)
        if saying.month is not None
        and saying.day is not None
        and begins_entry(text, saying.start, saying.end)
    }
    return frozenset(found) if len(set(found.values())) >= DIARY else frozenset()


def begins_entry(text: str, start: int, end: int) -> bool:
    """Whether the date in ``[start, end)`` begins a line by itself, as that of an entry of a diary does."""
    line = text.rfind("\n", max(0, start - 12), start) + 1
    if not line and start > 12:
        return False
    return not text[line:start].strip(" _*#[(") and _ENTRY_AFTER.match(text, end) is not None


def written_on(text: str, sayings: list[Saying]) -> Day | None:
    """The day on which a text says it was written: a full date at its beginning that opens or ends a line.

    A text in which several dates do so, a diary or a chronicle, was not written on one day.
    """
    if len(text) > LONGEST_REPORT:
        return None
    dated = {
        Day(saying.year, saying.month, saying.day): saying.start
        for saying in reversed(sayings)
        if saying.year is not None and saying.day is not None and _is_dateline(text, saying)
    }
    first, start = min(dated.items(), key=itemgetter(1), default=(None, 0))
    return first if len(dated) == 1 and start <= _OPENING else None


def _is_dateline(text: str, saying: Saying) -> bool:
    line = text.rfind("\n", 0, saying.start) + 1
    opens = not text[line : saying.start].strip()
    ends = text[saying.end : saying.end + 1] in ("", "\n")
    return ends or (opens and _PROSE_AFTER.match(text, saying.end) is not None)


def linked(text: str, sayings: list[Saying]) -> list[Saying]:
    """The sayings, where the first of two that are joined takes the year of the second."""
    linked = list(sayings)
    for index in range(len(sayings) - 2, -1, -1):
        first, second = linked[index], linked[index + 1]
        if first.step and second.year is not None and _SAME_DATE.fullmatch(text, first.end, second.start):
            linked[index] = replace(first, step=None, year=second.year, month=second.month, day=second.day)
            continue
        if first.day and first.year is None and _IN_STYLE.fullmatch(text, first.end, second.start):
            linked[index] = replace(first, year=second.year)
            continue
        if second.start - first.end > 16 or not _LINK.fullmatch(text, first.end, second.start):
            continue
        linked[index] = replace(first, is_linked=True, year=_lent(first, second))
        is_after = first.year is not None and first.year > 0 and not first.is_of_either_era
        linked[index + 1] = replace(
            second, is_end=True, is_of_either_era=second.is_of_either_era and not is_after
        )
    return linked


def _lent(first: Saying, second: Saying) -> int | None:
    """The year of the first of two joined dates."""
    if (
        first.year is not None
        and first.year > 0
        and second.year is not None
        and second.year < 1
        and not first.month
    ):
        return 1 - first.year if first.year > 1 - second.year else first.year
    if first.year is not None or first.fixed or first.step or not first.month or second.year is None:
        return first.year
    if not second.month or max(first.month, second.month) > 12:
        return second.year
    return second.year - (first.month > second.month)
