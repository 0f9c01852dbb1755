"""How fast corrections are laid over the companion of a long novel: one of each kind, and two hundred.

Run as ``python tests/benchmarks/correcting.py [TEXT]``; without one it is War and Peace, if that lies beside
the checkout. CPU milliseconds of one thread, the least of five.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

from companion.core.anchors import anchor
from companion.core.correcting import corrected
from companion.core.corrections import Correction, Subject, Verb
from companion.core.entries import Entry, Event, Kind
from companion.core.found import companion_of
from companion.core.sentences import split
from companion.extraction.extractor import extract
from companion.linking import seek
from companion.readers import read_document

if TYPE_CHECKING:
    from companion.core.companion import Companion

READING = Path(__file__).resolve().parents[2] / ".." / "shared" / "readings" / "war_and_peace_pg2600.txt"
WORDS = ("hussar", "carriage", "snow", "drum", "horse", "candle")


def subject(entry: Entry) -> Subject:
    return Subject(entry.kind, entry.heading, entry.date.edtf if isinstance(entry, Event) else "")


def made(companion: Companion, verb: Verb, chance: random.Random, number: int) -> Correction:
    """A correction of this kind of some entries that are named more than a few times."""
    named = [
        one for one in companion.entries if one.kind is not Kind.EVENT and companion.links.count(one.id) > 3
    ]
    one, other = chance.sample(named, 2)
    spans = [mention.span for mention in chance.sample(companion.links.of(one.id), 2)]
    anchors = tuple(anchor(companion.document, span) for span in spans)
    about, text, against = subject(one), "", subject(other)
    match verb:
        case Verb.RENAME:
            text, anchors = f"{one.heading} the Great", ()
        case Verb.ALIAS:
            text, anchors = chance.choice(WORDS), ()
        case Verb.IGNORE:
            text, anchors = one.heading, ()
        case Verb.RETYPE:
            against = Subject(Kind.TERM if one.kind is Kind.PERSON else Kind.PERSON, one.heading)
        case Verb.SPLIT:
            against = Subject(one.kind, f"{one.heading} {number}")
        case Verb.ADD:
            about = Subject(chance.choice(list(Kind)), f"{chance.choice(WORDS)} {number}", "1812-09")
        case Verb.DATE:
            about, text = subject(chance.choice(companion.events or (one,))), "1812-08-26"
        case Verb.ASSIGN:
            about, anchors = subject(other), anchors[:1]
        case _:
            text = "What I say."
    return Correction(str(number), verb, about, against, text, anchors, onward=verb is Verb.ASSIGN)


def milliseconds(companion: Companion, corrections: list[Correction]) -> float:
    taken = []
    for _ in range(5):
        start = time.thread_time()
        corrected(companion, corrections, seek)
        taken.append(time.thread_time() - start)
    return 1000 * min(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", nargs="?", type=Path, default=READING)
    document = read_document(parser.parse_args().text)
    companion = companion_of(document, extract(document), split(document))
    entries, mentions = len(companion.entries), len(companion.links)
    print(f"{len(document.text):,} code points, {entries:,} entries, {mentions:,} mentions")
    chance = random.Random(1)  # noqa: S311
    for verb in Verb:
        print(f"{verb:8} {milliseconds(companion, [made(companion, verb, chance, 0)]):6.1f} ms")
    many = [made(companion, chance.choice(list(Verb)), chance, number) for number in range(200)]
    print(
        f"200      {milliseconds(companion, many):6.1f} ms, {len(corrected(companion, many, seek).left)} left"
    )


if __name__ == "__main__":
    main()
