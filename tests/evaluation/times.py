"""Scores the times that are found, and tries other costs for the line of dates; run as a script.

    python tests/evaluation/times.py score TIMES_JSONL SCORE_PY [--errors ID]
    python tests/evaluation/times.py tune TIMES_JSONL SCORE_PY [--tries N]

`TIMES_JSONL` is the kit's gold, `SCORE_PY` its scorer. ``--errors`` lists what differs in the documents whose
id holds the word. ``tune`` changes the costs at random, and prints the best ones and how many dates without a
year come out right: of all, and of each document with the costs that are best for the others.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from companion.core.sentences import Sentences  # noqa: E402
from companion.extraction.source import Source  # noqa: E402
from companion.extraction.times.costs import COSTS  # noqa: E402
from companion.extraction.times.finding import find_times  # noqa: E402
from companion.extraction.times.narrative import years_chosen  # noqa: E402
from companion.extraction.times.recognising import recognise  # noqa: E402
from companion.extraction.times.resolving import linked, written_on  # noqa: E402
from companion.readers.plain import read_plain  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.core.document import Document
    from companion.core.found import Time
    from companion.extraction.times.saying import Saying

SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
FIGURES = ("dates extent strict", "dates extent relaxed", "dates value (relaxed extent + same value)")
ROUND = 60
"""Characters shown on each side of an error."""


def simple(value: str) -> str:
    """EDTF as the gold's simplified value: seasons as SP, SU, FA, WI, BC as a plain minus, without marks."""
    if "/" in value:
        first, last = value.split("/", 1)
        return f"{simple(first)}/{simple(last)}"
    value = re.sub("[~?%]", "", value)
    found = re.fullmatch(r"(-?)(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
    if found is None:
        return value
    sign, year, month, day = found.groups()
    year = f"-{int(year) + 1:04d}" if sign else year
    return "-".join(part for part in (year, SEASONS.get(month, month), day) if part)


def document_of(text: str) -> Document:
    """The text as the program reads it; its offsets stay as they are."""
    document = read_plain(text, "")
    assert len(document.text) == len(text)
    return document


def found_in(text: str) -> list[Time]:
    """The times of an English text."""
    document = document_of(text)
    return find_times(Source(document, "en", Sentences()))


def load(path: Path) -> list[dict[str, Any]]:
    """The documents of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def scorer(path: Path) -> Any:
    """The kit's scorer as a module."""
    spec = importlib.util.spec_from_file_location("kit_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(gold: list[dict[str, Any]], kit: Any, errors: str | None) -> None:
    """Prints the figures of each corpus, the speed, and if wanted what went wrong."""
    start = time.process_time()
    found = [found_in(document["text"]) for document in gold]
    used = time.process_time() - start
    predictions = [
        {"id": document["id"], "times": [{"start": s, "end": e, "value": simple(v)} for s, e, v in times]}
        for document, times in zip(gold, found, strict=True)
    ]
    for corpus, table in kit.run("times", gold, predictions).items():
        for figure in FIGURES:
            row = table[figure]
            print(f"{corpus:10}{figure:45}P {row['P']:.3f}  R {row['R']:.3f}  F1 {row['F1']:.3f}")
    characters = sum(len(document["text"]) for document in gold)
    print(f"{characters / used:,.0f} characters a second, reading them included")
    if errors is not None:
        for document, prediction in zip(gold, predictions, strict=True):
            if errors in document["id"]:
                print(f"\n== {document['id']}", *differences(document, prediction, kit), sep="\n")


def differences(document: dict[str, Any], prediction: dict[str, Any], kit: Any) -> Iterator[str]:
    """What is missing, too much, or has another value, in the order of the text."""
    text = document["text"]
    wanted = [time for time in document["times"] if time["kind"] == "date"]
    others = [(time["start"], time["end"]) for time in document["times"] if time["kind"] != "date"]
    given = [time for time in prediction["times"] if kit.vkind(time["value"]) == "date"]
    pairs = kit.align_spans(
        [(time["start"], time["end"]) for time in given], [(time["start"], time["end"]) for time in wanted]
    )
    rows = []
    for index, time_given in enumerate(given):
        span = (time_given["start"], time_given["end"])
        if index not in pairs:
            if not kit.overlaps_any(span, others):
                rows.append((*span, f"too much {time_given['value']}"))
            continue
        gold_value = wanted[pairs[index]]["value"]
        if kit.canon(time_given["value"]) != kit.canon(gold_value):
            rows.append((*span, f"{time_given['value']} not {gold_value}"))
    met = set(pairs.values())
    rows += [(t["start"], t["end"], f"missing {t['value']}") for i, t in enumerate(wanted) if i not in met]
    for start, end, what in sorted(rows):
        before, after = text[max(0, start - ROUND) : start], text[end : end + ROUND]
        yield f"{what}: {before}«{text[start:end]}»{after}".replace("\n", "⏎")


class Unyeared:
    """The dates of one document that do not name their year, and what they should be."""

    def __init__(self, document: dict[str, Any], kit: Any) -> None:
        text = document["text"]
        self.document = document_of(text)
        self.sayings: list[Saying] = linked(text, recognise(text))
        self.now = written_on(text, self.sayings)
        wanted = [time for time in document["times"] if time["kind"] == "date"]
        spans = [(saying.start, saying.end) for saying in self.sayings]
        pairs = kit.align_spans(spans, [(time["start"], time["end"]) for time in wanted])
        self.wanted = {
            index: kit.canon(wanted[other]["value"])
            for index, other in pairs.items()
            if self.sayings[index].year is None and not self.sayings[index].fixed
        }

    def right(self, kit: Any) -> int:
        """How many come out right with the present costs."""
        chosen = years_chosen(self.document, self.sayings, self.now)
        return sum(kit.canon(simple(chosen[index].value)) == value for index, value in self.wanted.items())


def tune(gold: list[dict[str, Any]], kit: Any, tries: int) -> None:
    """Climbs from the present costs by random changes, and keeps all that was tried to cross-validate."""
    documents = [Unyeared(document, kit) for document in gold]
    documents = [document for document in documents if document.wanted]
    rng = random.Random(1)  # noqa: S311
    best = dict(COSTS)
    tried = [[document.right(kit) for document in documents]]
    most = sum(tried[0])
    for _ in range(tries):
        changed = rng.sample(list(best), rng.randint(1, 4))
        COSTS.update(best)
        for name in changed:
            COSTS[name] *= rng.choice((0.5, 0.7, 0.85, 1.2, 1.5, 2))
        tried.append([document.right(kit) for document in documents])
        if sum(tried[-1]) >= most:
            most, best = sum(tried[-1]), dict(COSTS)
    left_out = 0.0
    for index in range(len(documents)):
        top = max(sum(rights) - rights[index] for rights in tried)
        own = [rights[index] for rights in tried if sum(rights) - rights[index] == top]
        left_out += sum(own) / len(own)
    total = sum(len(document.wanted) for document in documents)
    print(f"right of {total}: {sum(tried[0])} before, {most} at best")
    print(f"{left_out:.1f} with each document left out")
    print(json.dumps({name: round(cost, 2) for name, cost in best.items()}, indent=4))


def main() -> None:
    """Reads the command and does it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("command", choices=("score", "tune"))
    parser.add_argument("gold", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--errors", metavar="ID")
    parser.add_argument("--tries", type=int, default=200)
    given = parser.parse_args()
    gold, kit = load(given.gold), scorer(given.scorer)
    if given.command == "score":
        score(gold, kit, given.errors)
    else:
        tune(gold, kit, given.tries)


if __name__ == "__main__":
    main()
