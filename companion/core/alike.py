"""Alike: names that are spelt nearly as what was typed, for a name heard or remembered not quite right."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEAST, _SHORTEST = 0.7, 4
"""Words of so many letters or more are alike from this similarity on, of at most 1; shorter ones only
if they are the same."""

_MOST = 5


def alike(sought: str, names: Iterable[tuple[str, str]]) -> list[str]:
    """The ids of the few entries with names most like `sought`, the most alike first.

    `names` are ids with the names of each, a line for every one; all words are in plain letters. Each word
    that is sought must be like one word of the same name. Two words are compared by the number of letters in
    which they differ (Levenshtein 1966).
    """
    words = sought.split()
    if max(map(len, words), default=0) < _SHORTEST:
        return []
    scored = [(max(_likeness(words, name) for name in lines.split("\n")), id_) for id_, lines in names]
    fitting = [one for one in scored if one[0] >= _LEAST]
    fitting.sort(key=_by_score)
    return [id_ for _, id_ in fitting[:_MOST]]


def _likeness(words: list[str], name: str) -> float:
    """How like the least like of the words that are sought is to one of a name, 0 to 1."""
    own = name.split()
    return min(max((_similarity(word, one) for one in own), default=0.0) for word in words)


def _similarity(word: str, other: str) -> float:
    from rapidfuzz.distance import Levenshtein

    return float(word == other) if len(word) < _SHORTEST else Levenshtein.normalized_similarity(word, other)


def _by_score(scored: tuple[float, str]) -> float:
    return -scored[0]
