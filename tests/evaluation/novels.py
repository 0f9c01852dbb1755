"""Scores how the people of whole novels are found, and says which are not put together; run as a script.

    python tests/evaluation/novels.py NOVELS.jsonl SCORE_PY [--errors]

`NOVELS.jsonl` holds novels with their characters, made from a checkout of the Project Dialogism Novel Corpus
by the evaluation kit, `SCORE_PY` is the kit's scorer. Nothing is learned here. The figures are given for all
novels, and for every second one and the others, so that a number that only suits some of them shows.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from companion.extraction.names import find_names, score_people  # noqa: E402
from companion.extraction.people.finding import FoundPerson, find_people  # noqa: E402
from companion.extraction.source import source_of  # noqa: E402
from companion.readers.plain import read_plain  # noqa: E402

FIGURES = {
    "characters found, top-N": "F1",
    "characters alias-F1 (CEAF), top-N": "F1",
    "B-cubed (name mentions)": "F1",
    "mentions relaxed": "F1",
    "  recall of major+intermediate": "R",
    "  multi-alias persons fully merged": "R",
}


def load_scorer(path: Path) -> Any:
    """The scorer of the evaluation kit, as a module."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict(text: str) -> tuple[list[FoundPerson], float, float]:
    """The people of a text, the seconds of CPU for finding the names and those for merging them."""
    start = time.process_time()
    source = source_of(read_plain(text, ""))
    names = find_names(source)
    scores = score_people(source, names)
    middle = time.process_time()
    people = find_people(source, names, scores)
    return people, middle - start, time.process_time() - middle


def prediction(people: list[FoundPerson]) -> dict[str, Any]:
    """The people as the scorer wants them."""
    return {
        "persons": [
            {"name": person.name, "aliases": list(person.forms), "mentions": person.mentions}
            for person in people
        ]
    }


def show(label: str, rows: list[tuple[dict[str, Any], list[FoundPerson]]], scorer: Any) -> None:
    """Print the figures for the novels of `rows`."""
    tally = scorer.Tally()
    for gold, people in rows:
        scorer.score_people(gold, prediction(people), tally)
    table = tally.table()
    print(label)
    for figure, column in FIGURES.items():
        print(f"  {figure.strip():40} {table[figure][column]:.3f}")


def show_errors(gold: dict[str, Any], people: list[FoundPerson], scorer: Any) -> None:
    """Print the characters of a novel whose names are spread over several people or not found."""
    print(gold["id"])
    found = [(person, {scorer.norm_name(form) for form in (person.name, *person.forms)}) for person in people]
    for character in gold["persons"]:
        aliases = {scorer.norm_name(alias) for alias in character["aliases"]}
        if any(aliases <= forms for _, forms in found):
            continue
        parts = [f"{person.name}: {sorted(aliases & forms)}" for person, forms in found if aliases & forms]
        missing = aliases.difference(*(forms for _, forms in found))
        print(f"  {character['name']}: {'; '.join(parts)} missing: {sorted(missing)}")


def main() -> None:
    """Reads the arguments and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("novels", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--errors", action="store_true", help="say which characters are not put together")
    asked = parser.parse_args()
    scorer = load_scorer(asked.scorer)
    rows, naming, merging, length = [], 0.0, 0.0, 0
    for line in asked.novels.read_text("utf-8").splitlines():
        gold = json.loads(line)
        people, for_names, for_merging = predict(gold["text"])
        rows.append((gold, people))
        naming, merging, length = naming + for_names, merging + for_merging, length + len(gold["text"])
    show("all novels", rows, scorer)
    show("every second novel", rows[::2], scorer)
    show("the others", rows[1::2], scorer)
    print(
        f"{length / (naming + merging):,.0f} characters a second; merging alone {merging:.2f} s of {length:,}"
    )
    for gold, people in rows if asked.errors else ():
        show_errors(gold, people, scorer)


if __name__ == "__main__":
    main()
