"""Scoring: how likely each form of a text names a single person, by two linear models over its evidence."""

from __future__ import annotations

import json
import math
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from companion import resources
from companion.extraction import lexicon
from companion.extraction.names.evidence import Context, best_of_words, gather
from companion.extraction.names.features import features, features_again
from companion.extraction.people.forms import is_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from companion.extraction.names.finding import Name
    from companion.extraction.source import Source


_LIKELY = 0.6
"""The least probability of a longer form by which its last word is taken for a name."""

_FOREIGN = 2.0
"""The odds, as their logarithm, against a single German word that no list of names has."""

_WELL_KNOWN = 3.0
"""The odds, as their logarithm, for a well-known name."""

_COMMON = 4
"""The Zipf value from which a well-known name is a common word as well."""


class Linear(NamedTuple):
    """A logistic regression: a weight for each feature that is there, and one for all."""

    weights: Mapping[str, float]
    bias: float

    def probability(self, found: Iterable[str], leaning: float = 0.0) -> float:
        """The probability that the features `found` tell; `leaning` is added to their weights."""
        get = self.weights.get
        total = self.bias + leaning + sum(get(feature, 0.0) for feature in found)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


class Scorer(NamedTuple):
    """What was learned: the weights of contexts, and of features at the first and at the second look."""

    context: Context
    first: Linear
    second: Linear

    def scores(
        self, names: Sequence[Name], small: Mapping[str, int], language: str = "en"
    ) -> dict[str, float]:
        """For each form of `names` the probability that it names a single person."""
        evidence = gather(names, small, self.context)
        first = {form: features(form, evidence) for form in evidence.forms}
        once = {form: self.first.probability(found) for form, found in first.items()}
        best = best_of_words(once)
        return {
            form: 0.0
            if _only_addresses(form, best)
            else self.second.probability(
                features_again(form, found, evidence, once, best), _leaning(form, small, best, language)
            )
            for form, found in first.items()
        }


def _only_addresses(form: str, best: Mapping[str, float]) -> bool:
    """Whether a form is but titles ("Prince", "Her Majesty"), none of them a name here, as "King" may be."""
    words = form.lower().replace(".", "").split(" ")
    if best.get(f"last {words[-1]}", 0.0) >= _LIKELY:
        return False
    return all(word in lexicon.group("address") or is_title(word) for word in words)


def _leaning(form: str, small: Mapping[str, int], best: Mapping[str, float], language: str) -> float:
    """What is known of a single word beyond what could be learned from the few texts with gold.

    A name as rare and well known as "Stalin" is one wherever it stands. And the weights are of English texts:
    elsewhere what stands next to a name tells nothing, and German nouns have capitals as well.
    """
    key = form.lower()
    if " " in form:
        return 0.0
    if key in lexicon.well_known() and key not in lexicon.places() and key not in small:
        return _WELL_KNOWN if lexicon.frequencies().get(key, 0) < _COMMON else 0.0
    if language == "de":
        known = key in lexicon.first_names() or best.get(f"last {key}", 0.0) >= _LIKELY
        return 0.0 if known else -_FOREIGN
    return 0.0 if language in ("", "en") or key in lexicon.places() else _FOREIGN / 2


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
    return scorer().scores(names, source.small_words, source.language)
