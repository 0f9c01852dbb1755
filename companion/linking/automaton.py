"""Automaton: every name in one pass over the text, then the longest of those that begin leftmost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

from companion.linking.boundaries import LETTER, Kinds, joins_freely

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Hit = tuple[int, int, int]
"""The number of a name, and where it begins and ends."""

_SHORT = 12
"""Signs of the longest names that go into the automaton as they are."""

_KEYS = ((30_000, 9), (10**9, 6))
"""How many signs at the beginning of a longer name go into it, by the number of names. With fewer signs
there are more places to look at, with more of them the automaton takes longer to build."""

_STRETCH = 1 << 14


class Automaton:
    """Finds names in a text, each as it is spelled there and not inside a word.

    The automaton knows short names and how long ones begin; a dictionary knows the rest. No name may be
    empty, hold a line feed or be given twice. After Aho and Corasick, "Efficient string matching", 1975, in
    the implementation of ahocorasick_rs.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._number = dict(zip(names, range(len(names)), strict=True))
        self._longest = max(map(len, names), default=0)
        self._lengths = _lengths([name for name in names if len(name) > _SHORT])
        size = next(size for count, size in _KEYS if len(names) <= count)
        beginnings = {beginning[:size] for beginning in self._lengths}
        keys = sorted({name for name in names if len(name) <= _SHORT} | beginnings)  # in order: built faster
        self._short = [self._number.get(key, -1) for key in keys]
        self._begins = [key in beginnings for key in keys]
        self._free_start = _free(keys, 0)
        self._free_end = _free(names, -1)
        self._kinds = Kinds()
        self._machine = AhoCorasick(keys, store_patterns=False)

    def find(self, text: str) -> Iterator[tuple[int, list[Hit]]]:
        """All hits, also those inside others, by stretches of a text with a line feed at both ends.

        Yields where a stretch ends and the hits that begin in it. Where names stand inside names at every
        other sign, as they do in no book, only the longest are given.
        """
        taken = 0
        for base in range(0, len(text), _STRETCH) if self._number else ():
            hits = self._hits(text[base : base + _STRETCH + self._longest + 2], base)
            if len(hits) > _STRETCH // 2:
                hits = longest(hit for hit in hits if hit[1] >= taken)
                taken = hits[-1][2] if hits else taken
            yield min(base + _STRETCH, len(text)), hits

    def _hits(self, stretch: str, base: int) -> list[Hit]:
        kinds, short, begins, free_start, free_end = (
            self._kinds, self._short, self._begins, self._free_start, self._free_end,
        )  # fmt: skip
        number_of, lengths = self._number.get, self._lengths.get
        hits: list[Hit] = []
        for key, start, end in self._machine.find_matches_as_indexes(stretch, overlapping=True):
            if (kinds[stretch[start - 1]] == LETTER and key not in free_start) or not 0 < start <= _STRETCH:
                continue
            number = short[key]
            if number >= 0 and (kinds[stretch[end]] != LETTER or number in free_end):
                hits.append((number, base + start, base + end))
            if begins[key]:
                for length in lengths(stretch[start : start + _SHORT], ()):
                    end = start + length
                    found = number_of(stretch[start:end])
                    if found is not None and (kinds[stretch[end]] != LETTER or found in free_end):
                        hits.append((found, base + start, base + end))
        return hits


def _lengths(names: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """How long the names are that begin with the same signs."""
    beginnings = [name[:_SHORT] for name in names]
    sizes = list(map(len, names))
    single = [(length,) for length in range(max(sizes, default=0) + 1)]
    lengths: dict[str, tuple[int, ...]] = dict(zip(beginnings, map(single.__getitem__, sizes), strict=True))
    if len(lengths) < len(names):
        for beginning, size in zip(beginnings, sizes, strict=True):
            if size not in lengths[beginning]:
                lengths[beginning] += (size,)
    return lengths


def _free(names: Sequence[str], at: int) -> frozenset[int]:
    """The names that may have a letter of another word beside their first or last sign."""
    free = {sign for sign in {name[at] for name in names} if joins_freely(sign)}
    return frozenset(number for number, name in enumerate(names) if name[at] in free) if free else frozenset()


def longest(hits: Iterable[Hit], others: Iterable[Hit] = ()) -> list[Hit]:
    """Of hits that overlap, the one that begins leftmost, and of those that begin there the longest.

    Where one of the `others` is as long as a hit, it is taken.
    """
    at: dict[int, Hit] = {}
    for hit in hits:
        known = at.get(hit[1])
        if known is None or known[2] < hit[2]:
            at[hit[1]] = hit
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
