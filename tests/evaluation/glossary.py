"""Trains and scores how terms and abbreviations are found; run as a script.

    python tests/evaluation/glossary.py score DEV_FOLDER SCORE_PY [FOLDS]
    python tests/evaluation/glossary.py train DEV_FOLDER

`DEV_FOLDER` holds ``definitions.jsonl`` (documents with the terms of their authors' glossaries) and
``abbreviations.jsonl``; `SCORE_PY` is the scorer. ``score`` cross-validates the terms by document and scores
the abbreviations, for which nothing is learned; ``train`` writes ``resources/weights/terms.json``.
scikit-learn comes with the extra `evaluation`.
"""

from __future__ import annotations

import importlib.util
import json
import random
import re
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from companion.core.document import Span  # noqa: E402
from companion.extraction.glossary import features, ranking, terms  # noqa: E402
from companion.extraction.glossary.abbreviations import find_abbreviations  # noqa: E402
from companion.extraction.glossary.candidates import candidates  # noqa: E402
from companion.extraction.glossary.layout import layout_of  # noqa: E402
from companion.extraction.glossary.weights import Weights  # noqa: E402
from companion.extraction.glossary.words import split, words_of  # noqa: E402
from companion.extraction.names import find_names, score_people  # noqa: E402
from companion.extraction.people.finding import find_people  # noqa: E402
from companion.extraction.source import source_of  # noqa: E402
from companion.readers.plain import read_plain  # noqa: E402

WEIGHTS = ROOT / "resources" / "weights" / "terms.json"
SOURCE = (
    "Learned by tests/evaluation/glossary.py from glossaries of OpenStax U.S. History, World History and "
    "American Government, Rice University, CC BY 4.0, access free at openstax.org."
)
PLACE_STRENGTH, TERM_STRENGTH = 0.3, 0.1
ALL = 10_000
"""More candidates than a text has: the second regression learns from all of them."""

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


def load(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


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
    return Text(gold, source, setting, names, people, terms.persons_of(people), wanted)


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


def folded(texts: list[Text], folds: int) -> list[Weights]:
    """For each fold what is learned from the others, the second regression by scores of unseen texts."""
    places = place_models(texts, folds)
    rows = [term_rows(text, places[number % folds]) for number, text in enumerate(texts)]
    return [
        term_weights(places[fold], [its for number, its in enumerate(rows) if number % folds != fold])
        for fold in range(folds)
    ]


def trained(texts: list[Text], folds: int = 8) -> Weights:
    """Both regressions, learned from all texts."""
    places = place_models(texts, folds)
    rows = [term_rows(text, places[number % folds]) for number, text in enumerate(texts)]
    return term_weights(place_weights(texts), rows)


def use(learned: Weights) -> None:
    """Has the program work with these weights."""
    ranking.weights = lambda: learned


def predicted(text: Text) -> dict[str, Any]:
    abbreviations = find_abbreviations(text.source)
    found = terms.find_terms(text.source, text.names, text.people, abbreviations)
    rows = [
        {"term": one.term.term, "start": start, "end": end, "score": one.term.confidence}
        for one in found
        for start, end in one.term.evidence[:1]
    ]
    return {"id": text.gold["id"], "terms": rows}


def scorer(path: str) -> Any:
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def show(title: str, table: dict[str, dict[str, float]]) -> None:
    print(title)
    for name, row in table.items():
        print(f"  {name:44} P {row['P']:.3f}  R {row['R']:.3f}  F1 {row['F1']:.3f}")


def cross_validate(folder: Path, score: Any, folds: int) -> None:
    golds = load(folder / "definitions.jsonl")
    random.Random(7).shuffle(golds)  # noqa: S311
    texts = [prepared(gold) for gold in golds]
    found = []
    for fold, learned in enumerate(folded(texts, folds)):
        use(learned)
        found += [predicted(text) for text in texts[fold::folds]]
    show("terms, cross-validated", next(iter(score.run("definitions", golds, found).values())))
    shown = [{**one, "terms": one["terms"][:20]} for one in found]
    show("terms, the best 20", next(iter(score.run("definitions", golds, shown).values())))
    sure = [{**one, "terms": [row for row in one["terms"] if row["score"] >= 0.5]} for one in found]
    show("terms, those not doubtful", next(iter(score.run("definitions", golds, sure).values())))
    begun = time.process_time()
    for text in texts:
        predicted(text)
    length = sum(len(gold["text"]) for gold in golds)
    print(f"  {length / (time.process_time() - begun):,.0f} characters a second of CPU time")


def score_abbreviations(folder: Path, score: Any) -> None:
    golds = load(folder / "abbreviations.jsonl")
    sources = [source_of(read_plain(gold["text"], gold["id"])) for gold in golds]
    begun = time.process_time()
    found = [find_abbreviations(source) for source in sources]
    speed = sum(len(gold["text"]) for gold in golds) / (time.process_time() - begun)
    rows = [
        {"id": gold["id"], "pairs": [[one.short, one.long] for one in pairs]}
        for gold, pairs in zip(golds, found, strict=True)
    ]
    for title, table in score.run("abbreviations", golds, rows).items():
        show(f"abbreviations, {title}", table)
    print(f"  {speed:,.0f} characters a second of CPU time")


def train(folder: Path) -> None:
    learned = trained([prepared(gold) for gold in load(folder / "definitions.jsonl")])
    WEIGHTS.parent.mkdir(exist_ok=True)
    lines = json.dumps({"source": SOURCE, **asdict(learned)}, ensure_ascii=False, indent=0)
    WEIGHTS.write_text(f"{lines}\n", "utf-8")
    print(f"{WEIGHTS}: {WEIGHTS.stat().st_size:,} bytes")


def main(arguments: list[str]) -> None:
    match arguments:
        case ["score", folder, path, *folds]:
            score = scorer(path)
            score_abbreviations(Path(folder), score)
            cross_validate(Path(folder), score, int(folds[0]) if folds else 8)
        case ["train", folder]:
            train(Path(folder))
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
