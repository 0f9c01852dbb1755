"""Likeness: how like the words of terms, and the words around their explanations, the words of a text are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from companion import resources
from companion.extraction import lexicon

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from companion.extraction.glossary.candidates import Place
    from companion.extraction.glossary.words import Words

UNKNOWN, UNKNOWN_NAME = "?", "??"
"""What stands among the known words for all others, and for those that are names of people and places."""

LEAST, ZERO, MOST = ord("A"), ord("M"), ord("Z")
"""The letters that tell the least, nothing and the most."""

_ENTRY = re.compile(r"(?P<shared>\d)(?P<rest>[a-z?-]*)(?P<letters>[A-Z]+)")
_SMALL = frozenset({"'s", "of", "the"})
_BEFORE, _BEHIND = 10, 14
_STOPS = ".\n"


class Surroundings(NamedTuple):
    """The words of a candidate, and those before and behind one of its places, in plain form."""

    own: Sequence[str]
    before: Sequence[str]
    behind: Sequence[str]


@dataclass(frozen=True, eq=False)
class Likeness:
    """Four letters for each known word, by its plain form; rare words have only the first two.

    The first tells how like the last word of a term it is, the second how like any word of one, the others
    how like the words before the place that explains a term, and behind it.
    """

    letters: Mapping[str, str] = field(default_factory=dict)

    def of(self, around: Surroundings) -> float:
        """How like a term with its explanation these words are, without a unit; 0 if nothing is known."""
        if not self.letters:
            return 0.0
        head = self._mean(around.own[-1:], 0)
        return head + self._mean(around.own, 1) + self._mean(around.before, 2) + self._mean(around.behind, 3)

    def _mean(self, words: Sequence[str], which: int) -> float:
        if not words:
            return 0.0
        return sum(self._value(known_form(word, self.letters), which) for word in words) / len(words)

    def _value(self, form: str, which: int) -> int:
        letters = self.letters[form]
        return ord(letters[which] if which < len(letters) else self.letters[UNKNOWN][which]) - ZERO


def known_form(word: str, known: Container[str]) -> str:
    """The form of a word under which it is `known`, or what stands for the unknown."""
    for form in (word, f"{word}s", word.rpartition("-")[2]):
        if form in known:
            return form
    return UNKNOWN_NAME if is_name(word) else UNKNOWN


def is_name(word: str) -> bool:
    """Whether a word in small letters may name a person or a place."""
    return word in lexicon.surnames() or word in lexicon.first_names() or word in lexicon.places()


def surroundings(key: str, place: Place, words: Words) -> Surroundings:
    """What surrounds a candidate at a place, within its sentence."""
    signs, plain = words.signs, words.plain
    start, end = place
    first, last = start, end
    while first > max(0, start - _BEFORE) and signs[first - 1] not in _STOPS:
        first -= 1
    while last < min(len(signs), end + _BEHIND) and signs[last] not in _STOPS:
        last += 1
    own = [form for form in key.split(" ") if form not in _SMALL]
    before = [form for form in plain[first:start] if form[0].isalpha()]
    return Surroundings(own, before, [form for form in plain[end:last] if form[0].isalpha()])


@cache
def likeness() -> Likeness:
    """What ``resources/weights/terms_words.txt`` tells of words."""
    return Likeness(letters_from(resources.text("weights", "terms_words.txt").splitlines()))


def letters_from(lines: Iterable[str]) -> dict[str, str]:
    """The letters of each word by the lines of a list of them.

    Each entry is a digit for the number of letters that the word begins with as the one before does, the
    rest of the word in small letters, and its own letters in capitals.
    """
    letters: dict[str, str] = {}
    word = ""
    for line in lines:
        if line.startswith("#"):
            continue
        for shared, rest, its in _ENTRY.findall(line):
            word = word[: int(shared)] + rest
            letters[word] = its
    return letters
