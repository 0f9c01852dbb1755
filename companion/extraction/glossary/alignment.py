"""Alignment: which words before an abbreviation its letters are taken from."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_INITIAL, _PART, _INNER = 1.0, 0.85, 0.25
"""What a letter is worth that begins a word, that begins a later part of one (a capital, a digit), and that
stands elsewhere in it."""

_NEXT = 0.7
"""What a letter inside a word is worth that follows the letter before it without a gap."""

_SKIPPED, _SKIPPED_SMALL, _SKIPPED_PART = 0.8, 0.05, 0.25
"""What a word costs that no letter is taken from; one of the small words; and a part of a hyphened word."""

_LOOSE = 0.75
"""What it costs to take a letter from inside a word without taking the word's first."""

_TRAILING = 0.9
"""What each word costs that stands after the last letter."""

_SMALL_START = 0.3
"""What it costs to begin with a small word."""

_SIGN = re.compile(r"[+-](?=\)?\Z)")

_SMALL = (
    "a an and as at by de del der des di du et for from in into la le of on or per the to und upon via von "
    "with"
)
SMALL_WORDS = frozenset(_SMALL.split())

_WRITTEN = {
    "1": re.compile(r"\b(?:o(?=ne)|f(?=irst)|m(?=ono))"),
    "2": re.compile(r"\b(?:t(?=wo)|s(?=econd))"),
    "3": re.compile(r"\bt(?=hree|hird|ri)"),
    "4": re.compile(r"\b(?:f(?=our)|t(?=etra))"),
}
"""The first letters of the words that a digit may stand for."""


class Word(NamedTuple):
    """A word or part of a hyphened word in a window of text, and what passing over it costs."""

    start: int
    end: int
    cost: float


class Alignment(NamedTuple):
    """Where the words begin that an abbreviation stands for, and how well they fit, 1 being perfectly."""

    start: int
    fit: float


Layer = list[tuple[int, int, float]]
"""Places where one letter may be taken from: the number of the word, the place, the worth of all after it."""


def words_of(window: str) -> list[Word]:
    """The words of `window`; each part of a hyphened word is one."""
    words: list[Word] = []
    last = -2
    for found in _WORD.finditer(window):
        start, end = found.span()
        cost = _SKIPPED_SMALL if found[0].lower() in SMALL_WORDS else _SKIPPED
        if start == last + 1 and window[last] in "-–/":
            cost = min(cost, _SKIPPED_PART)
        words.append(Word(start, end, cost))
        last = end
    return words


def align(short: str, window: str) -> Alignment | None:
    """The best fit of the letters of `short` with the last words of `window`; None when there is none.

    The letters are looked for from the right to the left, as Schwartz and Hearst ("A simple algorithm for
    identifying abbreviation definitions in biomedical text", 2003) do, but all ways are weighed, by what
    Sohn et al. ("Abbreviation definition identification based on automatic precision estimates", 2008)
    found to tell good ones: letters that begin words, letters side by side, few words passed over.
    """
    letters = _letters(short)
    words = words_of(window)
    low = _numbered(window.lower(), letters)
    if not letters or not words or len(low) != len(window):
        return None
    layer = _last_layer(letters[-1], words, low)
    for letter, following in zip(letters[-2::-1], letters[:0:-1], strict=True):
        layer = _layer_before(letter, following, layer, words, window, low)
    starts = [
        (worth + _INITIAL - _SMALL_START * (words[word].cost == _SKIPPED_SMALL), start)
        for word, start, worth in layer
        if start == words[word].start
    ]
    if not starts:
        return None
    worth, start = max(starts)
    return Alignment(start, worth / len(letters))


def _letters(short: str) -> list[str]:
    """The letters and digits that must be found, with those for a plus or minus, without that of a plural."""
    letters = [sign for sign in short.lower() if sign.isalnum()]
    if len(letters) > 2 and short[-1] == "s" and short[-2].isupper():
        letters.pop()
    sign = _SIGN.search(short)
    return [*letters, "p" if sign[0] == "+" else "n"] if sign else letters


def _numbered(low: str, letters: list[str]) -> str:
    """`low` with the digits of `letters` in place of the first letter of the words for them: 2D, three-D."""
    for digit, written in _WRITTEN.items():
        if digit in letters and digit not in low:
            low = written.sub(digit, low)
    return low


def _last_layer(letter: str, words: list[Word], low: str) -> Layer:
    """The places of the last letter, in the last few words."""
    layer: Layer = []
    cost = 0.0
    for number in range(len(words) - 1, max(-1, len(words) - 5), -1):
        word = words[number]
        layer += [(number, place, -cost) for place in _places(letter, low, word.start, word.end)]
        cost += max(word.cost, _SKIPPED_PART) / _SKIPPED * _TRAILING
    return layer


def _layer_before(
    letter: str, following: str, after: Layer, words: list[Word], window: str, low: str
) -> Layer:
    """The places of a letter before those in `after`, each with the best way to go on."""
    best: dict[int, tuple[int, int, float]] = {}
    for number, place, worth in after:
        word = words[number]
        for before in _places(letter, low, word.start, place):
            total = worth + _worth_within(window, before, place)
            if before not in best or best[before][2] < total:
                best[before] = (number, before, total)
        cost = 0.0 if place == word.start else _LOOSE
        gain = worth + (_INITIAL if place == word.start else _INNER)
        for earlier in range(number - 1, max(-1, number - 4), -1):
            for before in _places(letter, low, words[earlier].start, words[earlier].end):
                if before not in best or best[before][2] < gain - cost:
                    best[before] = (earlier, before, gain - cost)
            cost += words[earlier].cost
    return list(best.values())


def _worth_within(window: str, before: int, place: int) -> float:
    """What the letter at `place` is worth after one at `before` in the same word."""
    if place == before + 1:
        return _NEXT
    sign, left = window[place], window[place - 1]
    return _PART if (sign.isupper() and left.islower()) or sign.isdigit() != left.isdigit() else _INNER


def _places(letter: str, low: str, start: int, end: int) -> list[int]:
    """Where `letter` stands in ``low[start:end]``."""
    found = []
    place = low.find(letter, start, end)
    while place >= 0:
        found.append(place)
        place = low.find(letter, place + 1, end)
    return found
