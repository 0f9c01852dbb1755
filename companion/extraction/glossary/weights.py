"""Weights: what was learned of the features of terms and of the places that explain them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, cached_property
from math import exp
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

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from companion.extraction.glossary.candidates import Place
    from companion.extraction.glossary.features import Candidate, Setting

_What = TypeVar("_What")


@dataclass(frozen=True, eq=False)
class Weights:
    """Two logistic regressions: whether a place explains a term, and whether words are one."""

    place: Mapping[str, float]
    place_bias: float
    term: Mapping[str, float]
    term_bias: float

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
    return Weights(read["place"], read["place_bias"], read["term"], read["term_bias"])


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


def chance(candidate: Candidate, setting: Setting, learned: Weights) -> float:
    """How likely the candidate is a term that needs explaining, from 0 to 1."""
    weight = learned.term.get
    total = learned.term_bias + sum(weight(name, 0.0) for name in term_features(candidate, setting))
    total += sum(
        weight(name, 0.0) * value for name, value in zip(NUMBERS, term_numbers(candidate), strict=True)
    )
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))
