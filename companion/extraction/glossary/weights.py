"""Weights: what was learned of the features of terms and of the places that explain them."""

from __future__ import annotations

import json
from functools import cache
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


class Weights(NamedTuple):
    """Two logistic regressions: whether a place explains a term, and whether words are one."""

    place: Mapping[str, float]
    place_bias: float
    term: Mapping[str, float]
    term_bias: float


@cache
def weights() -> Weights:
    """The weights of ``resources/weights/terms.json``."""
    read = json.loads(resources.text("weights", "terms.json"))
    return Weights(read["place"], read["place_bias"], read["term"], read["term_bias"])


class PlaceScores:
    """How likely it is that a term is explained where it stands, as log-odds."""

    def __init__(self, setting: Setting, learned: Weights) -> None:
        self._setting = setting
        self._bias = learned.place_bias
        self._before = _Sums(learned.place, before_features)
        self._behind = _Sums(learned.place, behind_features)
        self._beside = _Sums(learned.place, beside_features)
        self._shapes = _Sums(learned.place, shape_features)

    def of(self, places: Iterable[Place]) -> list[float]:
        """The score of each of the places of one candidate, in their order."""
        framed, layout, signs = self._setting.framed, self._setting.layout, self._setting.words.signs
        before, behind, beside, shapes = self._before, self._behind, self._beside, self._shapes
        scores, turn = [], 0
        for start, end in places:
            left, right = framed[start : start + BESIDE], framed[end + BESIDE : end + 2 * BESIDE]
            kind = layout[start]
            scores.append(
                before[left]
                + behind[right]
                + beside[left[-2:] + right[:1]]
                + shapes[signs[start:end], kind, turn]
            )
            turn += kind == IN_BODY and turn < LAST_TURN
        return [score + self._bias for score in scores]


class _Sums(dict[_What, float]):
    """The sum of the weights of all features of something, worked out once for each."""

    def __init__(self, learned: Mapping[str, float], features: Callable[[_What], Iterable[str]]) -> None:
        super().__init__()
        self._learned = learned
        self._features = features

    def __missing__(self, what: _What) -> float:
        total = self[what] = sum(self._learned.get(name, 0.0) for name in self._features(what))
        return total


def chance(candidate: Candidate, setting: Setting, learned: Weights) -> float:
    """How likely the candidate is a term that needs explaining, from 0 to 1."""
    weight = learned.term.get
    total = learned.term_bias + sum(weight(name, 0.0) for name in term_features(candidate, setting))
    total += sum(
        weight(name, 0.0) * value for name, value in zip(NUMBERS, term_numbers(candidate), strict=True)
    )
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))
