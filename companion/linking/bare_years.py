"""Bare years: whether a number that could be a year is one, told by the words beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.linking.date_words import DateWords

_BEFORE = re.compile(r"([^\W\d_]+['.]?|[#§&])?[ (\[]*$")
_AFTER = re.compile(r"[ ]?([^\W\d_][\w']*)")
_GLUED_BEFORE = re.compile(r"\d['.,/:–-]$|(?<!\bmid)(?<=\w)-$|[$£€#§№+*=<>] ?$")
_GLUED_AFTER = re.compile(r"[.,:/–-]\d|-\w+-| ?[%°€$£+*=]|-(?:year|mile|man|metre|meter|foot|ton|strong)")
_DAY_BEFORE = re.compile(r"(?<![\d.,])\d{1,2}(?:st|nd|rd|th|er|\.)?(?: [^\W\d_]+\.?)?,? $")
_OF_A_YEAR = frozenset({"this", "that", "its", "his", "her", "their", "our", "my", "your"})
"""Words between which and a plural a number is a year as well: its 1942 losses."""

_VERBS = frozenset(
    {"was", "has", "is", "as", "sees", "brings", "marks", "begins", "opens", "ends", "comes", "finds"}
)


def is_year(text: str, start: int, end: int, words: DateWords) -> bool:
    """Whether the number at ``[start, end)`` of a folded text is a year: in 1942, (1942), the 1942 harvest.

    It is none in: 1942 men, p. 1942, $1942, 1942.5, no. 1942.
    """
    if _GLUED_BEFORE.search(text, max(0, start - 3), start) or _GLUED_AFTER.match(text, end):
        return False
    before = _BEFORE.search(text, max(0, start - 24), start)
    word = (before[1] or "").lower().rstrip(".") if before else ""
    if word in words.counting:
        return False
    if word in words.strong:
        return end - start > 2
    if end - start < 4 or _DAY_BEFORE.search(text, max(0, start - 24), start):
        return False
    after = _AFTER.match(text, end)
    return after is None or not _is_counted(
        after[1], words, attributive=word in _OF_A_YEAR or word in words.article.split("|")
    )


def _is_counted(word: str, words: DateWords, attributive: bool) -> bool:
    """Whether a word after a number reads as what is counted: 1942 men, 1942 rules; but the 1942 rules."""
    small = word.lower()
    if small in words.units or attributive:
        return small in words.units
    return (
        word[0].islower()
        and small.endswith("s")
        and not small.endswith(("ss", "us", "'s"))
        and small not in _VERBS
    )
