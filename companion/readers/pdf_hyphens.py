"""A word that was broken at the end of a line is joined, with its hyphen or without."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:[-‐‑][^\W\d_]+(?:['’][^\W\d_]+)*)*")
_LAST_PART = re.compile(r"([^\W_]+(?:['’][^\W_]+)*)[-‐‑\xad]$")
_LAST_COMPOUND = re.compile(r"((?:[^\W\d_]+[-‐‑])*[^\W\d_]+(?:['’][^\W\d_]+)*)[-‐‑\xad]$")
_FIRST_PART = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_FIRST_COMPOUND = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:[-‐‑][^\W\d_]+)*")
_HYPHENS = ("-", "‐", "‑", "\xad")
_SHORTEST_WORD = 3
_FIRST_OF_COMPOUND = frozenset(
    [
        "self",
        "well",
        "ill",
        "half",
        "all",
        "vice",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "brother",
        "sister",
        "mother",
        "father",
        "son",
        "daughter",
    ]
)
_LAST_OF_COMPOUND = frozenset(
    [
        "minded",
        "faced",
        "eyed",
        "haired",
        "headed",
        "hearted",
        "handed",
        "legged",
        "shaped",
        "sized",
        "colored",
        "coloured",
        "looking",
        "dressed",
        "trimmed",
        "waisted",
        "furnished",
        "stricken",
        "known",
        "made",
        "law",
        "fashioned",
        "natured",
        "tempered",
        "humored",
        "humoured",
        "sighted",
        "spoken",
        "born",
        "bred",
        "old",
        "cornered",
        "mouthed",
        "stemmed",
    ]
)
_GROWN_TOGETHER = frozenset(
    [
        "for",
        "over",
        "under",
        "out",
        "up",
        "in",
        "with",
        "some",
        "any",
        "every",
        "him",
        "her",
        "them",
        "there",
        "where",
        "here",
        "be",
        "fore",
        "after",
        "back",
        "down",
        "off",
        "on",
        "may",
        "can",
        "never",
        "no",
        "eye",
        "mean",
    ]
)
"""First parts of English words that mostly have grown together with the second: overtook, forever."""
_ENDINGS = frozenset(
    [
        "less",
        "ness",
        "ful",
        "ing",
        "ed",
        "ly",
        "er",
        "est",
        "tion",
        "able",
        "ment",
        "ous",
        "ness",
        "ship",
        "hood",
        "ward",
        "wards",
        "self",
        "selves",
    ]
)


class Hyphens:
    """Knows the words of a document, and tells by them which hyphens were set only to break a line."""

    def __init__(self, columns: Iterable[Iterable[str]]) -> None:
        self._words: Counter[str] = Counter()
        for lines in columns:
            broken = True  # the first word of a column may be the rest of one
            for line in lines:
                words = _WORD.findall(line.casefold())
                if broken:
                    words = words[1:]
                broken = ends_broken(line)
                self._words.update(words[:-1] if broken else words)

    def joined(self, before: str, behind: str) -> str:
        """The line `before`, made to be followed directly by the line `behind`.

        It is `before` with a blank behind it when no word is broken there. A hyphen goes when the word
        stands elsewhere without it, and stays when it stands elsewhere with it. Of a word that stands
        nowhere else the hyphen stays between numbers, before a capital, and between two words of which each
        stands elsewhere.
        """
        part = _LAST_PART.search(before) if before[-1:] in _HYPHENS else None
        if part is None:
            return before if _joins(before, behind) else before + " "
        next_part = _FIRST_PART.match(behind)
        if next_part is None:
            return before if behind[:1] in "“‘\"'(" else before + " "
        if before[-1] == "\xad":
            return before[:-1]
        return before if self._keeps_hyphen(before, behind, part[1], next_part[0]) else before[:-1]

    def _keeps_hyphen(self, before: str, behind: str, first: str, second: str) -> bool:
        if not (first[-1].isalpha() and second[0].isalpha()):
            return True
        compound, rest = _LAST_COMPOUND.search(before), _FIRST_COMPOUND.match(behind)
        if compound is None or rest is None:
            return True
        whole = compound[1].casefold(), rest[0].casefold()
        for left, right in (whole, (first.casefold(), second.casefold())):
            with_hyphen, without = self._words[f"{left}-{right}"], self._words[left + right]
            if with_hyphen or without:
                return with_hyphen > without
        if second[0].isupper() and not first.isupper():
            return True
        return self._is_compound(first.casefold(), second.casefold())

    def _is_compound(self, first: str, second: str) -> bool:
        if first in _FIRST_OF_COMPOUND or (second in _LAST_OF_COMPOUND and len(first) > 2):
            return True
        if first in _GROWN_TOGETHER or second in _ENDINGS or min(len(first), len(second)) < _SHORTEST_WORD:
            return False
        return bool(self._words[first] and self._words[second])


def _joins(before: str, behind: str) -> bool:
    """Whether two lines follow each other without a blank: at a dash that has none, or between ideographs."""
    if before[-1:] in "—–/" and before[-2:-1] not in ("", " "):
        return not _ends_address(before, behind)
    if behind[:1] == "—" and behind[1:2] not in ("", " ") and before[-1:] != " ":
        return True
    return _is_wide(before[-1:]) and _is_wide(behind[:1])


def _is_wide(sign: str) -> bool:
    return sign >= "\u2e80" and unicodedata.east_asian_width(sign) in "WF"


def ends_broken(line: str) -> bool:
    """Whether a line ends with what may be a broken word."""
    return line[-1:] in _HYPHENS and _LAST_PART.search(line) is not None


def _ends_address(before: str, behind: str) -> bool:
    """Whether an address of the web ends with a line, as a mere word follows it."""
    is_address = before[-1] == "/" and "://" in before.rsplit(None, 1)[-1]
    return is_address and behind.partition(" ")[0].rstrip(",.;:").isalpha()
