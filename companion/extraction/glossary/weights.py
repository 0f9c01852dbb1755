"""Weights: what was learned of terms and of the places that explain them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from companion import resources
from companion.extraction.glossary.features import (
    BESIDE,
    IN_BODY,
    LAST_TURN,
    NUMBERS,
    before_features,
    behind_features,
    beside_features,
    shape_features,
    term_features,
    term_numbers,
)
from companion.extraction.glossary.likeness import Likeness, likeness
from companion.extraction.glossary.scales import Scales
from companion.extraction.glossary.seen import Seen, seen
from companion.extraction.glossary.standing import standings
from companion.extraction.glossary.trees import Trees

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from companion.extraction.glossary.candidates import Place
    from companion.extraction.glossary.features import Candidate, Setting
    from companion.extraction.source import Source

_What = TypeVar("_What")


@dataclass(frozen=True, eq=False)
class Weights:
    """Two logistic regressions: whether a place explains a term, and whether words are one.

    The trees and the scales judge again the most promising, by how they stand among each other, how often
    they, and their words, were `seen` in other texts, and by the `likeness` of these to the words of terms.
    """

    place: Mapping[str, float]
    place_bias: float
    term: Mapping[str, float]
    term_bias: float
    trees: Trees = field(default_factory=Trees)
    scales: Scales = field(default_factory=Scales)
    seen: Seen = field(default_factory=Seen)
    likeness: Likeness = field(default_factory=Likeness)

    @cached_property
    def sums(self) -> _PlaceSums:
        """The weights of all features of the one side of a place, of the other, of both, and of its shape."""
        return _PlaceSums(
            _Sums(self.place, before_features),
            _Sums(self.place, behind_features),
            _Sums(self.place, beside_features),
            _Sums(self.place, shape_features),
        )


@cache
def weights() -> Weights:
    """The weights of ``resources/weights/terms.json``."""
    read = json.loads(resources.text("weights", "terms.json"))
    regressions = (read["place"], read["place_bias"], read["term"], read["term_bias"])
    return Weights(*regressions, Trees(**read["trees"]), Scales(**read["scales"]), seen(), likeness())


def place_scores(places: Iterable[Place], setting: Setting, learned: Weights) -> list[float]:
    """How likely it is, as log-odds, that a term is explained at each of its places, in their order."""
    framed, layout, signs = setting.framed, setting.layout, setting.words.signs
    before, behind, beside, shapes = learned.sums
    bias = learned.place_bias
    scores, turn = [], 0
    for start, end in places:
        left, right = framed[start : start + BESIDE], framed[end + BESIDE : end + 2 * BESIDE]
        kind = layout[start]
        shape = shapes[signs[start:end], kind, turn]
        scores.append(bias + before[left] + behind[right] + beside[left[-2:] + right[:1]] + shape)
        if kind == IN_BODY and turn < LAST_TURN:
            turn += 1
    return scores


_REMEMBERED = 100_000


class _Sums(dict[_What, float]):
    """The sum of the weights of all features of something, worked out once for each."""

    def __init__(self, learned: Mapping[str, float], features: Callable[[_What], Iterable[str]]) -> None:
        super().__init__()
        self._learned = learned
        self._features = features

    def __missing__(self, what: _What) -> float:
        if len(self) > _REMEMBERED:
            self.clear()
        total = self[what] = sum(self._learned.get(name, 0.0) for name in self._features(what))
        return total


class _PlaceSums(NamedTuple):
    before: _Sums[str]
    behind: _Sums[str]
    beside: _Sums[str]
    shapes: _Sums[tuple[str, int, int]]


_MOST_ODDS = 30.0


def odds(candidate: Candidate, setting: Setting, learned: Weights) -> float:
    """How likely, as log-odds, the candidate is a term that needs explaining, at first sight."""
    weight = learned.term.get
    total = learned.term_bias + sum(weight(name, 0.0) for name in term_features(candidate, setting))
    total += sum(
        weight(name, 0.0) * value for name, value in zip(NUMBERS, term_numbers(candidate), strict=True)
    )
    return max(-_MOST_ODDS, min(_MOST_ODDS, total))


_FIRST_SIGHT, _SCALES = 0.1, 0.45
"""What the first sight and the scales count; the rest is what the trees do. They err in different ways."""


def judged(
    candidates: Sequence[Candidate],
    first: Sequence[float],
    source: Source,
    setting: Setting,
    learned: Weights,
) -> list[float]:
    """The log-odds of `candidates`, the best first at first sight, looked at again one beside the other."""
    if not learned.trees.roots:
        return list(first)
    rows = standings(candidates, first, source, setting, learned.seen, learned.likeness)
    scales, trees, rest = learned.scales.sum_for, learned.trees.sum_for, 1 - _FIRST_SIGHT - _SCALES
    return [
        _FIRST_SIGHT * sight + _SCALES * scales(row) + rest * trees(row)
        for row, sight in zip(rows, first, strict=True)
    ]
