"""Automaton: every name in one pass over the text, then the longest of those that begin leftmost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

from companion.linking.boundaries import LETTER, Kinds, joins_freely

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Hit = tuple[int, int, int]
"""The number of a name, and where it begins and ends."""

_KEY = 6
"""Signs at the beginning of a name that go into the automaton. More of them would only make it larger:
100,000 whole names take six times as long to build as to find."""

_STRETCH = 1 << 14


class Automaton:
    """Finds names in a text, each as it is spelled there and not inside a word.

    The automaton knows how names begin; a dictionary knows the rest. No name may be empty, hold a line feed
    or be given twice. After Aho and Corasick, "Efficient string matching", 1975, in the implementation of
    ahocorasick_rs.
    """

    def __init__(self, names: Sequence[str]) -> None:
        lengths: dict[str, set[int]] = {}
        for name in names:
            lengths.setdefault(name[:_KEY], set()).add(len(name))
        self._number = {name: number for number, name in enumerate(names)}
        self._lengths = [sorted(known) for known in lengths.values()]
        self._longest = max(map(len, names), default=0)
        self._beginning_anywhere = {number for number, key in enumerate(lengths) if joins_freely(key[0])}
        self._ending_anywhere = {number for number, name in enumerate(names) if joins_freely(name[-1])}
        self._machine = AhoCorasick(list(lengths), store_patterns=False)

    def find(self, text: str) -> Iterator[tuple[int, list[Hit]]]:
        """All hits, also those inside others, by stretches of a text with a line feed at both ends.

        Yields where a stretch ends and the hits that begin in it. Of hits that begin at one place a longer
        one comes after a shorter one. Where names stand inside names at every other sign, as they do in no
        book, only the longest are given.
        """
        number_of, lengths, kinds = self._number.get, self._lengths, Kinds()
        taken = 0
        for base in range(0, len(text), _STRETCH) if self._number else ():
            stretch = text[base : base + _STRETCH + self._longest + 2]
            hits: list[Hit] = []
            for key, start, _ in self._machine.find_matches_as_indexes(stretch, overlapping=True):
                if kinds[stretch[start - 1]] == LETTER and key not in self._beginning_anywhere:
                    continue
                if not 0 < start <= _STRETCH:
                    continue
                for length in lengths[key]:
                    end = start + length
                    number = number_of(stretch[start:end])
                    if number is None:
                        continue
                    if kinds[stretch[end]] != LETTER or number in self._ending_anywhere:
                        hits.append((number, base + start, base + end))
            if len(hits) > _STRETCH // 2:
                hits = longest(hit for hit in hits if hit[1] >= taken)
                taken = hits[-1][2] if hits else taken
            yield min(base + _STRETCH, len(text)), hits


def longest(hits: Iterable[Hit], others: Iterable[Hit] = ()) -> list[Hit]:
    """Of hits that overlap, the one that begins leftmost, and of those that begin there the longest.

    Of `hits` that begin at one place a longer one must come after a shorter one. The `others` may come in
    any order; where one of them is as long as a hit, it is taken.
    """
    at = {hit[1]: hit for hit in hits}
    for other in others:
        known = at.get(other[1])
        if known is None or known[2] <= other[2]:
            at[other[1]] = other
    kept: list[Hit] = []
    end = 0
    for start in sorted(at):
        if start >= end:
            hit = at[start]
            end = hit[2]
            kept.append(hit)
    return kept
