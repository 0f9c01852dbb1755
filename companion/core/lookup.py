"""Lookup: names found by a few of their letters, the best first."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_LONGEST = 200
"""Code points of a name or a query that are looked at."""

_UNDECOMPOSED = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u02bc`´", "'"),
        **dict.fromkeys("\u201c\u201d\u201e«»", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **{"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th"},
    }
)


def plain(name: str) -> str:
    """`name` as it is compared: small letters without accents, plain quotes and dashes, single blanks."""
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name[:_LONGEST].casefold())
        kept = (sign for sign in decomposed if unicodedata.category(sign) not in ("Mn", "Me", "Cf"))
        name = "".join(kept).translate(_UNDECOMPOSED)
    return " ".join(name[:_LONGEST].lower().split())


class Fit(IntEnum):
    """How well what was typed fits a name; less is better.

    WHOLE: it is the name. BEGINS: the name begins with it. WORD: a word of the name does. WORDS: each word
    typed begins a word of the name. INITIALS: pieces of it begin words of the name, in order (``"enho"``
    for Enver Hoxha). INSIDE: it stands somewhere in the name. SCATTERED: its letters do, in order.
    """

    WHOLE = 0
    BEGINS = 1
    WORD = 2
    WORDS = 3
    INITIALS = 4
    INSIDE = 5
    SCATTERED = 6


class Found(NamedTuple):
    """A thing that fits: its number in the order in which the things were given, and how well."""

    number: int
    fit: Fit


class Lookup:
    """Things with one or more names each, made ready to be looked up at every key that is typed.

    The names stand in one string, a line each, so that one pass of a regular expression tries them all.
    The expressions are linear in the length of a name: none can be made slow by what a book says.
    """

    def __init__(self, things: Iterable[Sequence[str]]) -> None:
        self._lines: list[str] = []
        self._thing: list[int] = []
        self._is_further: list[bool] = []
        for number, names in enumerate(things):
            for place, name in enumerate(names):
                self._lines.append(plain(name))
                self._thing.append(number)
                self._is_further.append(place > 0)
        self._text = "\n".join(self._lines)
        self._starts: list[int] = []
        start = 0
        for line in self._lines:
            self._starts.append(start)
            start += len(line) + 1

    def find(self, typed: str, most: int = 100, used: Mapping[int, int] | None = None) -> list[Found]:
        """The things that fit, the best first, at most so many.

        `used` gives for things that were chosen lately how long ago, in whatever unit: of those that fit
        equally well they come first. Nothing is found by nothing.
        """
        sought = plain(typed)
        if not sought:
            return []
        fits = self._at_words(sought)
        if len({self._thing[line] for line in fits}) < most:  # what fits less well would stand behind these
            self._elsewhere(sought, fits)
        return self._best(fits, most, used or {})

    def _at_words(self, sought: str) -> dict[int, Fit]:
        """The lines in which words begin with what is sought."""
        fits: dict[int, Fit] = {}
        for found in re.finditer(rf"(?<!\w){re.escape(sought)}", self._text):
            line = self._line_at(found.start())
            if found.start() == self._starts[line]:
                fits[line] = Fit.WHOLE if len(self._lines[line]) == len(sought) else Fit.BEGINS
            else:
                fits.setdefault(line, Fit.WORD)
        words = sought.split()
        if len(words) > 1:
            each = "".join(rf"(?=(?>[^\n]*?(?<!\w){re.escape(word)}))" for word in words)
            for found in re.finditer(f"^{each}", self._text, re.MULTILINE):
                fits.setdefault(self._line_at(found.start()), Fit.WORDS)
        return fits

    def _elsewhere(self, sought: str, fits: dict[int, Fit]) -> None:
        """Adds the lines in which the letters stand in another way."""
        letters = sought.replace(" ", "")
        in_order = "".join(rf"[^\n{re.escape(letter)}]*+{re.escape(letter)}" for letter in letters)
        if len(letters) == 2:  # the dearest case, and a simple one
            self._two_initials(letters, fits)
        for found in re.finditer(f"^{in_order}", self._text, re.MULTILINE):
            number = self._line_at(found.start())
            if number not in fits:
                line = self._lines[number]
                if len(letters) > 2 and _begin_words(letters, line):
                    fits[number] = Fit.INITIALS
                else:
                    fits[number] = Fit.INSIDE if sought in line else Fit.SCATTERED

    def _two_initials(self, letters: str, fits: dict[int, Fit]) -> None:
        first, second = map(re.escape, letters)
        for found in re.finditer(rf"(?<!\w){first}(?>[^\n]*?(?<!\w){second})", self._text):
            fits.setdefault(self._line_at(found.start()), Fit.INITIALS)

    def _line_at(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1

    def _best(self, fits: dict[int, Fit], most: int, used: Mapping[int, int]) -> list[Found]:
        never = 1 + max(used.values(), default=0)
        thing, further, lines = self._thing, self._is_further, self._lines
        ranked = sorted(
            (fit, used.get(thing[line], never), further[line], len(lines[line]), thing[line])
            for line, fit in fits.items()
        )
        found: dict[int, Found] = {}
        for fit, _, _, _, number in ranked:
            if number not in found:
                found[number] = Found(number, fit)
                if len(found) == most:
                    break
        return list(found.values())


def _begin_words(letters: str, line: str) -> bool:
    """Whether `letters` fall into pieces that begin words of the line, in order."""
    starts = [found.start() for found in re.finditer(r"\w+", line)]
    reached = {start for start in starts if line[start] == letters[0]}
    for letter in letters[1:]:
        if not reached:
            return False
        first = min(reached)
        going_on = {place + 1 for place in reached if line.startswith(letter, place + 1)}
        reached = going_on | {start for start in starts if start > first and line[start] == letter}
    return bool(reached)
