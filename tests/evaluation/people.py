"""Trains the weights that tell names of persons from other names, and scores names and people by cross-validation.

    python tests/evaluation/people.py train GOLD.jsonl
    python tests/evaluation/people.py score GOLD.jsonl [--errors]

GOLD is a people.jsonl of the evaluation kit (its FORMAT.md says what a line holds).
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from companion.core.sentences import Sentences
from companion.extraction.names.evidence import Context, best_of_words, gather
from companion.extraction.names.features import features, features_again
from companion.extraction.names.finding import Name, find_names
from companion.extraction.names.scoring import Linear, scorer_of
from companion.extraction.source import Source
from companion.readers.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

WEIGHTS = Path(__file__).resolve().parents[2] / "resources" / "weights" / "people.json"
FOLDS = 5
THRESHOLD = 0.5
SEED = 3

Weights = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Text:
    """A text with its names and, of each, whether it is a person: True, False, or None where that is not judged."""

    id: str
    gold: dict[str, Any]
    source: Source
    names: list[Name]
    labels: list[bool | None]

    @property
    def small(self) -> Mapping[str, int]:
        """How often each word stands in small letters."""
        return self.source.small_words


class Example(NamedTuple):
    """Features, whether they are a person's, and how much that counts."""

    features: list[str]
    label: bool
    weight: float


def text_of(gold: dict[str, Any]) -> Text:
    """The text of a line of gold, read as the program reads plain text."""
    source = Source(read_plain(gold["text"], ""), "en", Sentences())
    names = find_names(source)
    return Text(gold["id"], gold, source, names, _labels(gold, names))


def _labels(gold: dict[str, Any], names: list[Name]) -> list[bool | None]:
    covered = bytearray(len(gold["text"]))
    for start, end in gold["ignore"]:
        covered[start:end] = b"\2" * (end - start)
    for person in gold["persons"]:
        for start, end in person["mentions"]:
            covered[start:end] = b"\1" * (end - start)
    labels: list[bool | None] = []
    for name in names:
        inside = covered[name.start : name.end]
        half = len(inside) / 2
        labels.append(True if inside.count(1) >= half else None if inside.count(2) >= half else False)
    return labels


# ----------------------------------------------------------------------------------------- training


def train(texts: Sequence[Text]) -> Weights:
    """All weights, learned from `texts`; what a later model sees of an earlier one comes from the other half."""
    halves = [texts[::2], texts[1::2]]
    contexts = [_context(half) for half in halves]
    firsts = [
        _first(half, [other] * len(half)) for half, other in zip(halves, reversed(contexts), strict=True)
    ]
    context = _context(texts)
    crossed = [contexts[1 - number % 2] for number in range(len(texts))]
    first = _first(texts, crossed)
    crossed_firsts = [firsts[1 - number % 2] for number in range(len(texts))]
    second = _second(texts, crossed, crossed_firsts)
    return {
        "before": dict(context.before),
        "after": dict(context.after),
        "place": dict(context.place),
        "first": _with_bias(first),
        "second": _with_bias(second),
    }


def _with_bias(model: Linear) -> dict[str, float]:
    return {"bias": model.bias, **model.weights}


def _context(texts: Iterable[Text]) -> Context:
    examples = []
    for text in texts:
        for name, label in zip(text.names, text.labels, strict=True):
            if label is not None:
                found = [f"before {name.before}", f"after {name.after}"]
                found += ["place initial"] * name.is_initial + ["place possessive"] * name.is_possessive
                examples.append(Example(found, label, 1.0))
    model = _fit(examples, strength=0.3, least=4)
    parts: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for feature, weight in model.weights.items():
        kind, _, word = feature.partition(" ")
        parts[kind][word] = weight
    return Context(parts["before"], parts["after"], parts["place"])


def _first(texts: Iterable[Text], contexts: Iterable[Context]) -> Linear:
    examples: list[Example] = []
    for text, context in zip(texts, contexts, strict=True):
        evidence = gather(text.names, text.small, context)
        examples += _of_forms(text, {form: features(form, evidence) for form in evidence.forms})
    return _fit(examples)


def _second(texts: Iterable[Text], contexts: Iterable[Context], firsts: Iterable[Linear]) -> Linear:
    examples: list[Example] = []
    for text, context, first in zip(texts, contexts, firsts, strict=True):
        evidence = gather(text.names, text.small, context)
        scores = {form: first.probability(features(form, evidence)) for form in evidence.forms}
        best = best_of_words(scores)
        again = {form: features_again(form, evidence, scores, best) for form in evidence.forms}
        examples += _of_forms(text, again)
    return _fit(examples)


def _of_forms(text: Text, found: Mapping[str, list[str]]) -> list[Example]:
    """An example for each form and label; one that is seen often counts more, but not so much more."""
    counts: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for name, label in zip(text.names, text.labels, strict=True):
        if label is not None:
            counts[name.form][label] += 1
    return [
        Example(found[form], label, 1 + math.log(times))
        for form, labels in counts.items()
        for label, times in labels.items()
    ]


def _fit(examples: list[Example], *, strength: float = 0.1, least: int = 2) -> Linear:
    """A logistic regression over features that at least `least` examples have."""
    counts = Counter(feature for example in examples for feature in set(example.features))
    rows = [{feature: 1 for feature in example.features if counts[feature] >= least} for example in examples]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    model = LogisticRegression(C=strength, max_iter=1000)
    model.fit(matrix, [e.label for e in examples], sample_weight=[e.weight for e in examples])
    weights = {
        str(name): round(float(weight), 3)
        for name, weight in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
        if abs(weight) >= 0.005
    }
    return Linear(weights, round(float(model.intercept_[0]), 3))


# ------------------------------------------------------------------------------------------ scoring


def cross_validated(texts: Sequence[Text]) -> dict[str, dict[str, float]]:
    """For each text, by its id, the scores of its forms by weights that did not see it."""
    order = list(range(len(texts)))
    random.Random(SEED).shuffle(order)
    scores: dict[str, dict[str, float]] = {}
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS])
        judge = scorer_of(train([text for number, text in enumerate(texts) if number not in held]))
        for number in held:
            scores[texts[number].id] = judge.scores(texts[number].names, texts[number].small)
    return scores


def mentions(texts: Sequence[Text], scores: Mapping[str, Mapping[str, float]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the names that are taken for persons, one to one with the gold's mentions."""
    right = taken = wanted = 0
    for text in texts:
        likely = scores[text.id]
        places = [name for name in text.names if likely[name.form] >= THRESHOLD]
        gold = sorted((start, end) for person in text.gold["persons"] for start, end in person["mentions"])
        hit = _hits(places, gold)
        right += hit
        wanted += len(gold)
        unjudged = {name.start for name, label in zip(text.names, text.labels, strict=True) if label is None}
        taken += sum(name.start not in unjudged for name in places)
    precision, recall = right / max(taken, 1), right / max(wanted, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _hits(places: Sequence[Name], gold: Sequence[tuple[int, int]]) -> int:
    """How many of `gold` overlap with one of `places`, each used once; both are in order."""
    count = at = 0
    for start, end in gold:
        while at < len(places) and places[at].end <= start:
            at += 1
        if at < len(places) and places[at].start < end:
            count += 1
            at += 1
    return count


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("train", "score"))
    parser.add_argument("gold", type=Path, help="people.jsonl of the evaluation kit")
    given = parser.parse_args()
    lines = given.gold.read_text("utf-8").splitlines()
    texts = [text_of(json.loads(line)) for line in lines]
    if given.what == "train":
        WEIGHTS.write_text(
            json.dumps(train(texts), ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8"
        )
        return
    print("mentions, relaxed: P {:.3f}  R {:.3f}  F1 {:.3f}".format(*mentions(texts, cross_validated(texts))))


if __name__ == "__main__":
    main()
