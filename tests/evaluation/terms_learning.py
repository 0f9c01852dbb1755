"""What `glossary.py` learns of terms: three regressions, boosted trees, and what is known of words."""

from __future__ import annotations

import random
import re
import sys
import textwrap
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]

from word_likeness import Vectors, likeness_from  # noqa: E402

from companion.core.document import Span  # noqa: E402
from companion.extraction.glossary import features, ranking, terms  # noqa: E402
from companion.extraction.glossary.candidates import candidates  # noqa: E402
from companion.extraction.glossary.layout import layout_of  # noqa: E402
from companion.extraction.glossary.likeness import Likeness, surroundings  # noqa: E402
from companion.extraction.glossary.scales import Scales  # noqa: E402
from companion.extraction.glossary.seen import Seen  # noqa: E402
from companion.extraction.glossary.standing import standings  # noqa: E402
from companion.extraction.glossary.trees import Trees  # noqa: E402
from companion.extraction.glossary.weights import Weights  # noqa: E402
from companion.extraction.glossary.words import split, words_of  # noqa: E402
from companion.extraction.names import find_names, score_people  # noqa: E402
from companion.extraction.people.finding import find_people  # noqa: E402
from companion.extraction.source import source_of  # noqa: E402
from companion.readers.plain import read_plain  # noqa: E402

SOURCE = (
    "Learned by tests/evaluation/glossary.py from glossaries of OpenStax U.S. History, World History and "
    "American Government, Rice University, CC BY 4.0, access free at openstax.org."
)
SEEN_HEADER = (
    "In how many of so many textbook sections a word or phrase stands, in small letters and without the",
    "ending of the plural; the first number is that of all sections.",
    *textwrap.wrap(f"Source: {SOURCE}", 100),
)
PLACE_STRENGTH, TERM_STRENGTH = 0.3, 0.1
ALL = 10_000
"""More candidates than a text has: the second regression learns from all of them."""

GROWTH: dict[str, Any] = {
    "max_iter": 120,
    "learning_rate": 0.05,
    "max_leaf_nodes": 6,
    "min_samples_leaf": 40,
    "l2_regularization": 1.0,
    "max_features": 0.4,
    "random_state": 0,
}
SCALES_STRENGTH, USUAL = 0.005, (1, 99)
"""How freely the regression over the numbers of a row is learned, and the percentages of the usual ones."""

LEAST_TEXTS, LEAST_TEXTS_OF_PHRASE = 2, 3
"""Texts in which a word, and a phrase, must stand for the number of them to be kept."""

OTHERS_KEPT = 0.06
"""The share of all places that belong to no term which the first regression is shown."""


class Text(NamedTuple):
    """A document of the gold with everything that does not depend on weights."""

    gold: dict[str, Any]
    source: Any
    setting: features.Setting
    names: Any
    people: Any
    persons: set[str]
    terms: dict[str, list[Span]]
    forms: frozenset[str]
    seen: Seen = Seen()


def prepared(gold: dict[str, Any]) -> Text:
    source = source_of(read_plain(gold["text"], gold["id"]))
    names = find_names(source)
    people = find_people(source, names, score_people(source, names))
    words = words_of(source)
    wanted: dict[str, list[Span]] = {}
    for term in gold["terms"]:
        spans = [Span(*span) for span in term["sentences"]]
        outer = re.sub(r"\s*\(.*?\)", "", term["term"])
        for form in (outer, *re.findall(r"\((.*?)\)", term["term"])):
            wanted[plain_key(form)] = spans
    setting = features.setting_of(words, layout_of(source, words))
    forms = frozenset(words.plain).union(candidates(words))
    return Text(gold, source, setting, names, people, terms.persons_of(people), wanted, forms)


def plain_key(form: str) -> str:
    return " ".join(split(form)[1]).replace("-", " ")


def place_rows(text: Text) -> list[tuple[list[str], bool, bool]]:
    """For each place its features, whether it is where the gold explains a term, and whether it is of one."""
    rows = []
    for key, places in candidates(text.setting.words).items():
        if key in text.persons and key.replace("-", " ") not in text.terms:
            continue
        spans = text.terms.get(key.replace("-", " "))
        turn, found = 0, False
        words, setting = text.setting.words, text.setting
        for place in places:
            start, end = words.starts[place[0]], words.end(place[1] - 1)
            is_here = not found and any(span.start <= start and end <= span.end for span in spans or ())
            found |= is_here
            kind = setting.layout[place[0]]
            before, behind = setting.before(place), setting.behind(place)
            names = [
                *features.before_features(before),
                *features.behind_features(behind),
                *features.beside_features(before[-2:] + behind[:1]),
                *features.shape_features((words.signs[place[0] : place[1]], kind, turn)),
            ]
            rows.append((names, is_here, spans is not None))
            turn += kind == features.IN_BODY and turn < features.LAST_TURN
    return rows


def fit(rows: list[dict[str, float]], wanted: list[bool], strength: float) -> tuple[dict[str, float], float]:
    """The weights and the bias of a logistic regression; features that are seen once are left out."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen: dict[str, int] = {}
    for row in rows:
        for name in row:
            seen[name] = seen.get(name, 0) + 1
    rows = [{name: value for name, value in row.items() if seen[name] > 2} for row in rows]
    vectors = DictVectorizer()
    model = LogisticRegression(C=strength, solver="liblinear", max_iter=200)
    table = vectors.fit_transform(rows)
    table.indices, table.indptr = table.indices.astype("int32"), table.indptr.astype("int32")
    model.fit(table, wanted)
    learned = zip(vectors.feature_names_, model.coef_[0], strict=True)
    kept = {name: round(float(weight), 3) for name, weight in learned if abs(weight) >= 0.01}
    return dict(sorted(kept.items())), round(float(model.intercept_[0]), 3)


def place_weights(texts: list[Text], seed: int = 0) -> Weights:
    chance = random.Random(seed)  # noqa: S311
    rows: list[dict[str, float]] = []
    wanted: list[bool] = []
    for text in texts:
        for names, is_here, is_term in place_rows(text):
            if is_term or chance.random() < OTHERS_KEPT:
                rows.append(dict.fromkeys(names, 1.0))
                wanted.append(is_here)
    return Weights(*fit(rows, wanted, PLACE_STRENGTH), {}, 0.0)


def place_models(texts: list[Text], folds: int) -> list[Weights]:
    """For each fold the first regression, learned from the texts of all other folds."""
    return [
        place_weights([text for number, text in enumerate(texts) if number % folds != fold])
        for fold in range(folds)
    ]


def term_rows(text: Text, learned: Weights) -> list[tuple[dict[str, float], bool]]:
    """The features of the candidates of a text, by scores learned without it, and whether each is a term."""
    found = []
    for one in ranking.chosen_candidates(text.setting, learned, most=ALL):
        row = dict.fromkeys(features.term_features(one, text.setting), 1.0)
        row.update(zip(features.NUMBERS, features.term_numbers(one), strict=True))
        if one.key not in text.persons or one.key.replace("-", " ") in text.terms:
            found.append((row, one.key.replace("-", " ") in text.terms))
    return found


def term_weights(places: Weights, rows: list[list[tuple[dict[str, float], bool]]]) -> Weights:
    """Both regressions, the second learned from `rows`."""
    flat = [row for its in rows for row in its]
    learned = fit([row for row, _ in flat], [wanted for _, wanted in flat], TERM_STRENGTH)
    return Weights(places.place, places.place_bias, *learned)


def seen_in(texts: list[Text]) -> Counter[str]:
    """In how many of the texts each word and each candidate stands."""
    counts = Counter(form for text in texts for form in text.forms)
    return Counter({form: count for form, count in counts.items() if is_often(form, count)})


def seen_without(counts: Counter[str], texts: int, text: Text | None) -> Seen:
    """What was seen, but for one of the texts."""
    own = text.forms if text else ()
    left = {form: count - (form in own) for form, count in counts.items()}
    return Seen(texts, {form: count for form, count in left.items() if is_often(form, count)})


def is_often(form: str, count: int) -> bool:
    return count >= (LEAST_TEXTS_OF_PHRASE if " " in form else LEAST_TEXTS) and form[0].isalpha()


def with_seen(texts: list[Text]) -> list[Text]:
    """The texts, each with what was seen in all others."""
    counts = seen_in(texts)
    return [text._replace(seen=seen_without(counts, len(texts), text)) for text in texts]


def tree_rows(text: Text, learned: Weights) -> list[tuple[list[float], bool]]:
    """The numbers of the candidates that are judged closely, and whether each is a term."""
    likely, first = ranking.at_first_sight(text.setting, text.persons, learned)
    close = ranking.closely(text.setting)
    rows = standings(likely[:close], first[:close], text.source, text.setting, text.seen, learned.likeness)
    keys = (one.key.replace("-", " ") for one in likely)
    return [(row, key in text.terms) for row, key in zip(rows, keys, strict=False)]


def likeness_rows(text: Text, learned: Weights, vectors: Vectors) -> list[tuple[Any, bool]]:
    """The vectors around the candidates that are judged closely, and whether each is a term."""
    likely, _ = ranking.at_first_sight(text.setting, text.persons, learned)
    found = []
    for one in likely[: ranking.closely(text.setting)]:
        place = one.places[one.scores.index(max(one.scores))]
        around = surroundings(one.key, place, text.setting.words)
        found.append((vectors.of(around), one.key.replace("-", " ") in text.terms))
    return found


def likenesses(
    texts: list[Text], learned: list[Weights], vectors: Vectors | None
) -> tuple[list[Likeness], Likeness]:
    """For each fold what is learned of words from the other texts, and what is from all."""
    folds = len(learned)
    if vectors is None:
        return [Likeness()] * folds, Likeness()
    rows = [likeness_rows(text, learned[number % folds], vectors) for number, text in enumerate(texts)]
    found = [
        likeness_from([row for n, its in enumerate(rows) if n % folds != fold for row in its], vectors)
        for fold in range(folds)
    ]
    return found, likeness_from([row for its in rows for row in its], vectors)


def trees(rows: list[tuple[list[float], bool]]) -> Trees:
    """Boosted trees (Friedman, "Greedy function approximation: a gradient boosting machine", 2001)."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    model = HistGradientBoostingClassifier(**GROWTH).fit(
        [row for row, _ in rows], [is_term for _, is_term in rows]
    )
    return flat_trees(
        [grown.nodes for (grown,) in model._predictors], round(float(model._baseline_prediction.item()), 4)
    )


def scales(rows: list[tuple[list[float], bool]]) -> Scales:
    """A logistic regression over the same numbers; with few terms to learn from it errs less than trees."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    table, wanted = np.array([row for row, _ in rows], float), [is_term for _, is_term in rows]
    least, most = np.percentile(table, USUAL, axis=0)
    table = np.clip(table, least, most)
    mean, spread = table.mean(0), table.std(0) + 1e-6
    model = LogisticRegression(C=SCALES_STRENGTH, max_iter=300).fit((table - mean) / spread, wanted)
    weights = np.where(most > least, model.coef_[0] / spread, 0.0)
    bias = float(model.intercept_[0] - weights @ mean)
    return Scales(*(short(its) for its in (least, most, weights)), float(f"{bias:.6g}"))


def short(numbers: Any) -> list[float]:
    return [float(f"{number:.6g}") for number in numbers]


def flat_trees(grown: list[Any], bias: float) -> Trees:
    """The trees that scikit-learn has grown, as flat rows."""
    roots: list[int] = []
    asked: list[int] = []
    limits: list[float] = []
    sides: list[tuple[int, int]] = []
    values: list[float] = []
    for nodes in grown:
        numbers: list[int] = []
        inner = [node for node in nodes if not node["is_leaf"]]
        for node in nodes:
            numbers.append(~len(values) if node["is_leaf"] else len(asked))
            if node["is_leaf"]:
                values.append(round(float(node["value"]), 4))
            else:
                asked.append(int(node["feature_idx"]))
                limits.append(float(f"{node['num_threshold']:.7g}"))
        sides += [(numbers[int(node["left"])], numbers[int(node["right"])]) for node in inner]
        roots.append(numbers[0])
    below, above = ([side[which] for side in sides] for which in (0, 1))
    return Trees(roots, asked, limits, below, above, values, bias)


def regressions(texts: list[Text], folds: int) -> list[Weights]:
    """For each fold both regressions, learned from the others, the second by scores of unseen texts."""
    places = place_models(texts, folds)
    rows = [term_rows(text, places[number % folds]) for number, text in enumerate(texts)]
    return regressions_from(places, rows)


def regressions_from(places: list[Weights], rows: list[list[tuple[dict[str, float], bool]]]) -> list[Weights]:
    """For each fold both regressions, the second learned from the rows of the others."""
    folds = len(places)
    return [
        term_weights(places[fold], [its for number, its in enumerate(rows) if number % folds != fold])
        for fold in range(folds)
    ]


def folded(texts: list[Text], folds: int, vectors: Vectors | None) -> list[Weights]:
    """For each fold what is learned from the others, each step by what the last says of unseen texts."""
    learned = regressions(texts, folds)
    alike, _ = likenesses(texts, learned, vectors)
    learned = [replace(its, likeness=words) for its, words in zip(learned, alike, strict=True)]
    rows = [tree_rows(text, learned[number % folds]) for number, text in enumerate(texts)]
    return [
        with_standings(its, [row for n, of_text in enumerate(rows) if n % folds != fold for row in of_text])
        for fold, its in enumerate(learned)
    ]


def with_standings(learned: Weights, rows: list[tuple[list[float], bool]]) -> Weights:
    """The weights with what is learned from the numbers of candidates that are judged closely."""
    return replace(learned, trees=trees(rows), scales=scales(rows))


def trained(texts: list[Text], vectors: Vectors | None, folds: int = 8) -> Weights:
    """All that is learned, from all texts."""
    places = place_models(texts, folds)
    rows = [term_rows(text, places[number % folds]) for number, text in enumerate(texts)]
    unseen = regressions_from(places, rows)
    alike, of_all = likenesses(texts, unseen, vectors)
    unseen = [replace(its, likeness=words) for its, words in zip(unseen, alike, strict=True)]
    looked = [row for number, text in enumerate(texts) for row in tree_rows(text, unseen[number % folds])]
    learned = replace(term_weights(place_weights(texts), rows), likeness=of_all)
    return with_standings(learned, looked)


def seen_lines(seen: Seen) -> str:
    """What was seen as text: the words and phrases by the number of texts they stand in."""
    lines = [f"# {line}" for line in SEEN_HEADER]
    for count in sorted(set(seen.counts.values()), reverse=True):
        forms = sorted(form.replace(" ", "_") for form, its in seen.counts.items() if its == count)
        wrapped = textwrap.wrap(", ".join(forms), 100, break_long_words=False, break_on_hyphens=False)
        lines += [f"{count} {line.replace('_', ' ').rstrip(',')}" for line in wrapped]
    return "\n".join([*lines, ""])
