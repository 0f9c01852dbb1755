"""A word that was broken at the end of a line is joined, with its hyphen or without."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:[-‐‑][^\W\d_]+(?:['’][^\W\d_]+)*)*")
_LAST_PART = re.compile(r"([^\W_]+(?:['’][^\W_]+)*)[-‐‑\xad]$")
_LAST_COMPOUND = re.compile(r"((?:[^\W\d_]+[-‐‑])*[^\W\d_]+(?:['’][^\W\d_]+)*)[-‐‑\xad]$")
_FIRST_PART = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_FIRST_COMPOUND = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:[-‐‑][^\W\d_]+)*")
_SHORTEST_WORD = 3


class Hyphens:
    """Knows the words of a document, and tells by them which hyphens were set only to break a line."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        broken = False
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
        part = _LAST_PART.search(before)
        if part is None:
            return before if before[-1:] in "—–/" and before[-2:-1] not in ("", " ") else before + " "
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
        return self._are_words(first.casefold(), second.casefold())

    def _are_words(self, first: str, second: str) -> bool:
        shortest = min(len(first), len(second))
        return shortest >= _SHORTEST_WORD and bool(self._words[first] and self._words[second])


def ends_broken(line: str) -> bool:
    """Whether a line ends with what may be a broken word."""
    return _LAST_PART.search(line) is not None
