"""Scoring: how likely each form of a text names a single person, by two linear models over its evidence."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, NamedTuple

from companion import resources
from companion.extraction import lexicon
from companion.extraction.names.evidence import Context, best_of_words, gather
from companion.extraction.names.features import features, features_again
from companion.extraction.names.speeches import speakers
from companion.extraction.names.things import as_place, endings_of_full_names, is_thing
from companion.extraction.people.forms import is_title
from companion.extraction.people.roles import person_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from companion.extraction.names.evidence import Tally
    from companion.extraction.names.finding import Name
    from companion.extraction.source import Source


_LIKELY = 0.6
"""The least probability of a longer form by which its last word is taken for a name."""

_WELL_KNOWN = 3.0
"""The odds, as their logarithm, for a well-known name."""

_COMMON = 4
"""The Zipf value from which a well-known name is a common word as well."""

_SPEAKING = 3.5
"""The odds, as their logarithm, for a common noun that speaks or is called upon ("Owl", "the Dodger")."""

_SPOKEN, _SPOKEN_BEHIND_THE, _CALLED = 3, 5, 6
"""So many times at least it must speak, or be called upon."""


_ON_STAGE = 0.95
"""How likely one who speaks in a play is a person."""


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

    def scores(self, names: Sequence[Name], small: Mapping[str, int]) -> dict[str, float]:
        """For each form of `names` the probability that it names a single person."""
        evidence = gather(names, small, self.context)
        first = {form: features(form, evidence) for form in evidence.forms}
        once = {form: self.first.probability(found) for form, found in first.items()}
        best = best_of_words(once)
        ends = endings_of_full_names(evidence.forms)
        scores = {}
        for form, found in first.items():
            tally = evidence.forms[form]
            if _only_addresses(form, best) or _is_cry(form, tally) or is_thing(form):
                scores[form] = 0.0
                continue
            leaning = _leaning(form, small) + _speaking(form, tally, small)
            leaning += as_place(form, tally, evidence.words, ends)
            again = features_again(form, found, evidence, once, best)
            scores[form] = self.second.probability(again, leaning)
        return scores


def _only_addresses(form: str, best: Mapping[str, float]) -> bool:
    """Whether a form is but titles ("Prince", "Her Majesty"), none of them a name here, as "King" may be.

    Who lisps says "Thquire".
    """
    words = form.lower().replace(".", "").split(" ")
    if best.get(f"last {words[-1]}", 0.0) >= _LIKELY:
        return False
    return all(
        _is_address(word) or (len(word) > 4 and _is_address(word.replace("th", "s"))) for word in words
    )


def _is_address(word: str) -> bool:
    """Whether a word is a title, or one by which people of rank are addressed."""
    return word in lexicon.group("address") or is_title(word)


def _is_cry(form: str, tally: Tally) -> bool:
    """Whether a form is but a cry ("Pooh!", "Sacré Dieu!", "Ha-ha"), and nobody here is called so."""
    if tally.said >= _SPOKEN:
        return False
    words = form.lower().replace("’", "'").replace("-", " ").split()
    return all(word in lexicon.group("cry") for word in words)


def _speaking(form: str, tally: Tally, small: Mapping[str, int]) -> float:
    """What it tells that a form speaks and is called upon, though it be a common noun.

    One that stands behind "the" must be written with a capital throughout, and be no office.
    """
    times, key = tally.times, form.lower()
    last = key.rpartition(" ")[2]
    if key in person_words() and tally.the * 2 > times:
        return -_SPEAKING
    if not lexicon.demonyms().isdisjoint((last, last.removesuffix("s"))) or last in lexicon.group("holy"):
        return 0.0
    if key in lexicon.places():
        return 0.0
    if tally.the * 3 < times:
        speaks = tally.said >= _SPOKEN and tally.said * 10 >= times
        called = tally.called >= _CALLED and tally.called * 3 >= times > 2 * tally.initial
        return _SPEAKING if speaks or called else 0.0
    speaks = tally.said >= _SPOKEN_BEHIND_THE and tally.said * 20 >= times
    is_office = key in person_words() or is_title(last)
    return 2 * _SPEAKING if speaks and not is_office and not small.get(key) else 0.0


def _leaning(form: str, small: Mapping[str, int]) -> float:
    """What is known of a single word beyond what could be learned from the few texts with gold.

    A name as rare and well known as "Stalin" is one wherever it stands.
    """
    key = form.lower()
    if " " in form or key not in lexicon.well_known() or key in lexicon.places() or key in small:
        return 0.0
    return _WELL_KNOWN if lexicon.frequencies().get(key, 0) < _COMMON else 0.0


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
    scores = scorer().scores(names, source.small_words)
    for form in speakers(source.text, names, source.small_words):
        if not is_title(form):
            scores[form] = max(scores[form], _ON_STAGE)
    return scores
