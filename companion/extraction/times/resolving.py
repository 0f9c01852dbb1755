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
_OPENING, _LONGEST_REPORT = 600, 40_000
"""Characters at the beginning within which a text says when it was written, and of the longest text that was
written on one day."""


def resolve(document: Document, sayings: list[Saying]) -> list[Saying]:
    """The sayings whose date is known, with the years that those without one take from their neighbours."""
    resolved = years_chosen(document, linked(document.text, sayings), written_on(document.text, sayings))
    return [saying for saying in resolved if saying.value]


def written_on(text: str, sayings: list[Saying]) -> Day | None:
    """The day on which a text says it was written: a full date at its beginning that opens or ends a line.

    A text in which several dates do so, a diary or a chronicle, was not written on one day.
    """
    if len(text) > _LONGEST_REPORT:
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
        if second.start - first.end > 16 or not _LINK.fullmatch(text, first.end, second.start):
            continue
        linked[index] = replace(first, is_linked=True, year=_lent(first, second))
        linked[index + 1] = replace(second, is_end=True)
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
