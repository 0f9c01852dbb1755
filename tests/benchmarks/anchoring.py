"""How fast a thousand marks find their words again, against the copy that is nearest to the old place.

Run as ``python tests/benchmarks/anchoring.py [TEXT] [--marks N]``. The ratio is of CPU time in the same run;
the other way finds far fewer of the marks, and some in the wrong place, as is shown beside it.
"""

from __future__ import annotations

import argparse
import random
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

from companion.core.anchors import Anchor, anchor, placings
from companion.core.document import Document, Span
from companion.core.spelling import Spelling
from companion.core.word_places import WordPlaces
from companion.readers import read_document

if TYPE_CHECKING:
    from collections.abc import Callable

READING = Path(__file__).resolve().parents[2] / ".." / "shared" / "readings" / "war_and_peace_pg2600.txt"
BUNDLED = Path(__file__).resolve().parents[2] / "resources" / "readings" / "albania.md"
FOREWORD = "A foreword that was not there before.\n\n"
LONGEST = 400
"""The longest words marked, in code points."""


def with_errors(text: str, share: float) -> str:
    """The text after a foreword, with a share of its signs left out or replaced."""
    chance = random.Random(3)  # noqa: S311
    luck = (chance.random() / share for _ in text)
    signs = (sign if one >= 1 else "" if one < 0.5 else "e" for sign, one in zip(text, luck, strict=True))
    return FOREWORD + "".join(signs)


def in_another_print(text: str) -> str:
    """The text after a foreword, with other quotes, dashes and blanks."""
    return FOREWORD + text.replace("“", '"').replace("’", "'").replace("—", " – ").replace(". ", ".\xa0 ")


CHANGES: dict[str, Callable[[str], str]] = {
    "a foreword": lambda text: FOREWORD + text,
    "another print": in_another_print,
    "1 % of all signs": lambda text: with_errors(text, 0.01),
    "5 % of all signs": lambda text: with_errors(text, 0.05),
    "20 % of all signs": lambda text: with_errors(text, 0.2),
    "another book": lambda text: " ".join(reversed(text.split(" "))),
}


def nearest(text: str, kept: Anchor) -> Span | None:
    """The copy of the words, to the letter, that is nearest to the old place."""
    places = []
    found = text.find(kept.exact)
    while found >= 0:
        places.append(found)
        found = text.find(kept.exact, found + 1)
    start = min(places, key=lambda place: abs(place - kept.start), default=None)
    return None if start is None else Span(start, start + len(kept.exact))


def timed(work: Callable[[], list[Span | None]]) -> tuple[float, int]:
    """The CPU seconds that `work` took, and how many places it found."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, sum(span is not None for span in found)


def print_preparation(text: str) -> None:
    """Prints what it takes to make a text ready."""
    start = time.process_time()
    spelling = Spelling(text)
    middle = time.process_time()
    WordPlaces(spelling.plain)
    end = time.process_time()
    tracemalloc.start()
    kept = Spelling(text)
    first = tracemalloc.get_traced_memory()[0]
    index = WordPlaces(kept.plain)
    second = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del index
    print(
        f"{len(text):,} code points: plain spelling {middle - start:.2f} s, {first / 1e6:.1f} MB;"
        f" places of words {end - middle:.2f} s, {(second - first) / 1e6:.1f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("text", type=Path, nargs="?", default=READING if READING.exists() else BUNDLED)
    parser.add_argument("--marks", type=int, default=1000)
    args = parser.parse_args()
    text = read_document(args.text).text
    chance = random.Random(1)  # noqa: S311
    starts = [chance.randrange(len(text) - LONGEST) for _ in range(args.marks)]
    document = Document(text)
    marks = [anchor(document, Span(start, start + chance.randint(4, LONGEST))) for start in starts]
    print_preparation(text)
    print(f"{'change':20} {'seconds':>8} {'found':>6} {'nearest copy':>13} {'found':>6} {'ratio':>6}")
    for name, change in CHANGES.items():
        other = change(text)
        taken, found = timed(lambda other=other: [one.span for one in placings(Document(other), marks)])
        theirs, near = timed(lambda other=other: [nearest(other, mark) for mark in marks])
        print(f"{name:20} {taken:8.2f} {found:6} {theirs:13.2f} {near:6} {taken / theirs:6.1f}", flush=True)


if __name__ == "__main__":
    main()
