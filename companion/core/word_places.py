"""Word places: where the beginnings of words stand in a long text, to guess where some other text does."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import defaultdict
from heapq import nlargest
from math import log

_LETTERS = 4
"""A word counts by its first letters: of a damaged word they are whole more often than all are."""

_SCRIPTS_WITHOUT_BLANKS = (
    "\u0e00-\u0eff\u0f40-\u0fbc\u1000-\u109f\u1780-\u17d3\u1950-\u19df\u1a20-\u1aad\u3005-\u3007\u3041-\u30ff"
    "\ua9e0-\ua9fe\uaa60-\uaadf"
)
"""Thai, Lao, Tibetan, Burmese, Khmer, Tai and kana: any three signs in a row count."""

_IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Each counts by itself."""

_ENDLESS = 24
"""Letters without a blank that are no word any more, in whatever script; any three in a row count."""

_FEW_PLACES = 500
"""So many places are looked at, of the rarest words first; ..."""

_AGREED = 3
"""... unless the words of one place tell so many times what the next word does, ..."""

_MOST_PLACES = 4000
"""... up to so many."""

_LEAST_PART = 0.34
"""A place for which fewer words speak, as a part of the most that do for any, is left out."""

_LEAST_WORDS = 4
"""So many words count in any case, ..."""

_COMMONEST = 20_000
"""... unless they stand in more places than this."""

_STEP = 32
"""Code points within which words agree on where the other text begins."""


class WordPlaces:
    """Where the words of `plain` stand, some bytes for each word. Frozen; may cross threads."""

    __slots__ = ("_length", "_places", "_word")

    def __init__(self, plain: str) -> None:
        self._length = len(plain)
        self._word = re.compile(_pattern(plain))
        kind = "I" if len(plain) < 1 << 32 else "Q"
        places: defaultdict[str, array[int]] = defaultdict(lambda: array(kind))
        if self._word.groups:
            for found in self._word.finditer(plain):
                places[found[found.lastindex or 0]].append(found.start())
        else:
            for found in self._word.finditer(plain):
                places[found[0]].append(found.start())
        self._places = dict(places)

    def likely(self, passage: str, count: int) -> list[int]:
        """Where `passage` may begin, by the words that it shares with the text there, the likeliest first.

        At most `count` places, each right to within some 50 code points if it is right at all.
        """
        votes: defaultdict[int, float] = defaultdict(float)
        looked_at, enough = 0, _FEW_PLACES
        for index, (offset, places) in enumerate(self._rarest(passage)):
            if index >= _LEAST_WORDS and looked_at + len(places) > enough:
                if enough == _MOST_PLACES or max(votes.values()) > _AGREED * self._weight(places):
                    break
                enough = _MOST_PLACES
            looked_at += len(places)
            weight = self._weight(places)
            for place in places:
                votes[(place - offset) // _STEP] += weight
        return [max(0, (step + 1) * _STEP) for step in _heaviest(votes, count)]

    def _weight(self, places: array[int]) -> float:
        """What a word tells that stands in these places."""
        return log(1 + self._length / len(places))

    def _rarest(self, passage: str) -> list[tuple[int, array[int]]]:
        """The words of `passage` that the text has, rare ones first: the offset and the places of each."""
        found = []
        for word in self._word.finditer(passage):
            places = self._places.get(word[word.lastindex or 0])
            if places is not None and len(places) <= _COMMONEST:
                found.append((word.start(), places))
        return sorted(found, key=lambda word: (len(word[1]), word[0]))


def _heaviest(votes: dict[int, float], count: int) -> list[int]:
    """The steps that have, together with the next one, the most votes; none beside another."""
    if not votes:
        return []
    least = _LEAST_PART * max(votes.values())
    pairs = {
        step + lower: votes.get(step + lower, 0.0) + votes.get(step + lower + 1, 0.0)
        for step, weight in votes.items()
        if weight >= least
        for lower in (-1, 0)
    }
    chosen: list[int] = []
    for step in nlargest(3 * count, pairs, key=lambda step: (pairs[step], step)):
        if step + 1 not in chosen and step - 1 not in chosen:
            chosen.append(step)
    return chosen[:count]


def _pattern(plain: str) -> str:
    """What counts as a word in a text of these signs; a lookahead where words overlap."""
    signs = "" if plain.isascii() else "".join(sorted(set(plain)))
    joined = bool(re.search(f"[{_SCRIPTS_WITHOUT_BLANKS}]", signs))
    written = bool(re.search(f"[{_IDEOGRAPHS}]", signs))
    others = _SCRIPTS_WITHOUT_BLANKS * joined + _IDEOGRAPHS * written
    marks = "".join(sign for sign in signs if unicodedata.category(sign)[0] == "M")
    marks = "".join(re.findall(f"[^{others}]", marks)) if others else marks
    letter = rf"[^\W{others}]" if others else r"\w"
    letter = rf"(?:{letter}|[{marks}])" if marks else letter
    ways = []
    if joined:
        ways.append(f"(?=([{_SCRIPTS_WITHOUT_BLANKS}]{{3}}))")
    if written:
        ways.append(f"[{_IDEOGRAPHS}]")
    ways.append(rf"(?<!{letter}){letter}{{1,{_LETTERS}}}")
    if re.search(rf"{letter}{{{2 * _ENDLESS}}}", plain):
        ways.append(rf"(?<={letter}{{{_ENDLESS}}})(?=({letter}{{3}}))")
    return "|".join(ways)
