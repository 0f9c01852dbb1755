"""Scoring: how likely each form of a text names a single person, by two linear models over its evidence."""

from __future__ import annotations

import json
import math
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from companion import resources
from companion.extraction.names.evidence import Context, best_of_words, gather
from companion.extraction.names.features import features, features_again

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from companion.extraction.names.finding import Name
    from companion.extraction.source import Source


class Linear(NamedTuple):
    """A logistic regression: a weight for each feature that is there, and one for all."""

    weights: Mapping[str, float]
    bias: float

    def probability(self, found: Iterable[str]) -> float:
        """The probability that the features `found` tell."""
        get = self.weights.get
        total = self.bias + sum(get(feature, 0.0) for feature in found)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


class Scorer(NamedTuple):
    """What was learned: the weights of contexts, and of features at the first and at the second look."""

    context: Context
    first: Linear
    second: Linear

    def scores(self, names: Sequence[Name], small: Mapping[str, int]) -> dict[str, float]:
        """For each form of `names` the probability that it names a single person."""
        evidence = gather(names, small, self.context)
        once = {form: self.first.probability(features(form, evidence)) for form in evidence.forms}
        best = best_of_words(once)
        return {
            form: self.second.probability(features_again(form, evidence, once, best))
            for form in evidence.forms
        }


@cache
def scorer() -> Scorer:
    """The scorer that this program comes with."""
    return scorer_of(json.loads(resources.text("weights", "people.json")))


def scorer_of(weights: Mapping[str, Mapping[str, float]]) -> Scorer:
    """The scorer with the weights of a weights file: "before", "after", "place", "first" and "second"."""
    context = Context(weights["before"], weights["after"], weights["place"])
    first, second = (Linear(weights[name], weights[name]["bias"]) for name in ("first", "second"))
    return Scorer(context, first, second)


def score_people(source: Source, names: Sequence[Name]) -> dict[str, float]:
    """For each form of `names`, found in `source`, the probability that it names a single person."""
    return scorer().scores(names, source.small_words)
