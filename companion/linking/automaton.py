"""Automaton: every name in one pass over the text, then the longest of those that begin leftmost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Hit = tuple[int, int, int]
"""The number of a name, and where it begins and ends."""

_STRETCH = 1 << 14
_DENSE = 8


class Automaton:
    """Finds names in a text, each as it is spelled there; no name is empty or holds a line feed.

    After Aho and Corasick, "Efficient string matching", 1975, in the implementation of ahocorasick_rs.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self.reach = max(map(len, names), default=0)
        """The length of the longest name."""
        self._machine = AhoCorasick(names, store_patterns=False)

    def hits(self, text: str) -> Iterator[tuple[int, int, list[Hit]]]:
        """All hits, also those inside others, by stretches of the text.

        Yields where a stretch begins, its length, and hits in the order of their ends, counted from where
        it begins. A hit belongs to the stretch when it begins after the stretch does and not after its
        length; stretches overlap, and the others are hits of their neighbours. Where names
        nest so deep that every place has many hits (no book has), only the longest names are found, so
        that time and memory stay in bounds.
        """
        if not self._names:
            return
        machine, overlapping = self._machine, True
        for start in range(0, len(text), _STRETCH):
            stretch = text[start : start + _STRETCH + self.reach + 1]
            hits = machine.find_matches_as_indexes(stretch, overlapping=overlapping)
            if overlapping and len(hits) > _DENSE * len(stretch):
                machine = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest, store_patterns=False)
                overlapping = False
                hits = machine.find_matches_as_indexes(stretch)
            yield start, _STRETCH, hits


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
