"""Trains the weights that tell persons' names from others, and scores names and people; run as a script.

    python tests/evaluation/people.py train DEV_FOLDER
    python tests/evaluation/people.py score DEV_FOLDER SCORE_PY [--errors]

`DEV_FOLDER` holds ``people.jsonl`` of the evaluation kit, `SCORE_PY` is the kit's scorer. Wikigold, beside
this file, is learned from as well, and never scored. ``score`` cross-validates by document: the weights that
judge a text have not seen it. ``train`` writes ``resources/weights/people.json``. scikit-learn comes with the
extra `evaluation`.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "evaluation")]

import wikigold  # noqa: E402

from companion.core.sentences import Sentences  # noqa: E402
from companion.extraction.names.evidence import Context, best_of_words, ending, gather  # noqa: E402
from companion.extraction.names.features import features, features_again  # noqa: E402
from companion.extraction.names.finding import Name, find_names  # noqa: E402
from companion.extraction.names.scoring import Linear, scorer_of  # noqa: E402
from companion.extraction.people.finding import find_people  # noqa: E402
from companion.extraction.source import Source  # noqa: E402
from companion.readers.plain import read_plain  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

WEIGHTS = ROOT / "resources" / "weights" / "people.json"
FOLDS = 5
SEED = 3
LEANING = 0.5
"""Added to the last model's bias, so that a form that is likelier than 0.5 is worth taking: in a short text a
person who is missed costs more than one too many."""

CONTEXT_STRENGTH, CONTEXT_LEAST = 0.3, 4
FORM_STRENGTH, FORM_LEAST = 0.15, 2
FIGURES = (
    "mentions strict",
    "mentions relaxed",
    "characters found",
    "characters alias-F1 (CEAF)",
    "B-cubed (name mentions)",
)

Weights = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Text:
    """A text with its names and whether each is a person's: True, False, or None where that is not judged."""

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
    return Text(gold, source, names, _labels(gold, names))


def _labels(gold: dict[str, Any], names: list[Name]) -> list[bool | None]:
    covered = bytearray(len(gold["text"]))
    for start, end in gold.get("ignore", []):
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
    """All weights, learned from `texts`; what a later model sees of an earlier one is of the other half."""
    halves = [texts[::2], texts[1::2]]
    contexts = [_context(half) for half in halves]
    firsts = [
        _first(half, [other] * len(half)) for half, other in zip(halves, reversed(contexts), strict=True)
    ]
    crossed = [contexts[1 - number % 2] for number in range(len(texts))]
    first = _first(texts, crossed)
    second = _second(texts, crossed, [firsts[1 - number % 2] for number in range(len(texts))])
    context = _context(texts)
    return {
        "before": dict(context.before),
        "after": dict(context.after),
        "place": dict(context.place),
        "first": {"bias": first.bias, **first.weights},
        "second": {"bias": round(second.bias + LEANING, 3), **second.weights},
    }


def _context(texts: Iterable[Text]) -> Context:
    examples = []
    for text in texts:
        for name, label in zip(text.names, text.labels, strict=True):
            if label is not None:
                found = [f"before {name.before}", f"after {name.after}"]
                found += [f"before {ending(name.before)}", f"after {ending(name.after)}"]
                found += ["place initial"] * name.is_initial + ["place possessive"] * name.is_possessive
                examples.append(Example(found, label, 1.0))
    model = _fit(examples, CONTEXT_STRENGTH, CONTEXT_LEAST)
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
    return _fit(examples, FORM_STRENGTH, FORM_LEAST)


def _second(texts: Iterable[Text], contexts: Iterable[Context], firsts: Iterable[Linear]) -> Linear:
    examples: list[Example] = []
    for text, context, first in zip(texts, contexts, firsts, strict=True):
        evidence = gather(text.names, text.small, context)
        found = {form: features(form, evidence) for form in evidence.forms}
        scores = {form: first.probability(found[form]) for form in found}
        best = best_of_words(scores)
        again = {form: features_again(form, found[form], evidence, scores, best) for form in found}
        examples += _of_forms(text, again)
    return _fit(examples, FORM_STRENGTH, FORM_LEAST)


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


def _fit(examples: list[Example], strength: float, least: int) -> Linear:
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


def cross_validated(texts: Sequence[Text], more: Sequence[Text]) -> list[dict[str, float]]:
    """For each of `texts` the scores of its forms by weights that have seen only the others, and `more`."""
    order = list(range(len(texts)))
    random.Random(SEED).shuffle(order)  # noqa: S311
    scores: list[dict[str, float]] = [{} for _ in texts]
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS])
        seen = [text for number, text in enumerate(texts) if number not in held]
        judge = scorer_of(train([*seen, *more]))
        for number in held:
            scores[number] = judge.scores(texts[number].names, texts[number].small)
    return scores


def load_scorer(path: Path) -> Any:
    """The scorer of the evaluation kit, as a module."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def print_scores(texts: Sequence[Text], scores: Sequence[Mapping[str, float]], scorer: Any) -> None:
    """Print the kit's figures for the people that are found with `scores`, by source and altogether."""
    tallies: defaultdict[str, Any] = defaultdict(scorer.Tally)
    for text, likely in zip(texts, scores, strict=True):
        persons = [
            {
                "name": person.name,
                "aliases": list(person.forms),
                "mentions": [list(m) for m in person.mentions],
            }
            for person in find_people(text.source, text.names, likely)
        ]
        for name in (text.gold["source"].partition(" ")[0], "altogether"):
            scorer.score_people(text.gold, {"persons": persons}, tallies[name])
    for name, tally in tallies.items():
        print(name)
        for figure in FIGURES:
            row = tally.table()[figure]
            print(f"  {figure:30} P {row['P']:.3f}  R {row['R']:.3f}  F1 {row['F1']:.3f}")


def print_errors(texts: Sequence[Text], scores: Sequence[Mapping[str, float]]) -> None:
    """Print each form that is judged wrongly, with how often."""
    for text, likely in zip(texts, scores, strict=True):
        wrong: Counter[str] = Counter()
        for name, label in zip(text.names, text.labels, strict=True):
            if label is not None and label != (likely[name.form] >= 0.5):
                wrong[f"{'missed' if label else 'taken'}  {name.form}  {likely[name.form]:.2f}"] += 1
        for line, times in sorted(wrong.items()):
            print(f"{text.gold['id']}  {times}  {line}")


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for command in ("train", "score"):
        commands.add_parser(command).add_argument("folder", type=Path)
    commands.choices["score"].add_argument("scorer", type=Path)
    commands.choices["score"].add_argument("--errors", action="store_true")
    given = parser.parse_args()
    lines = (given.folder / "people.jsonl").read_text("utf-8").splitlines()
    texts = [text_of(json.loads(line)) for line in lines]
    more = [text_of(article) for article in wikigold.articles()]
    if given.command == "train":
        weights = json.dumps(train([*texts, *more]), ensure_ascii=False, indent=0, sort_keys=True)
        WEIGHTS.write_text(weights + "\n", "utf-8", newline="\n")
        return
    scores = cross_validated(texts, more)
    if given.errors:
        print_errors(texts, scores)
    print_scores(texts, scores, load_scorer(given.scorer))


if __name__ == "__main__":
    main()
