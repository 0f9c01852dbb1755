"""How fast names are found: the engine against flashtext and re in the same run, and a whole link()."""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Block, BlockKind, Document
from companion.core.entries import Entries, Person, Term
from companion.core.links import Links
from companion.core.sentences import split
from companion.linking import link
from companion.linking.automaton import Automaton, longest
from companion.linking.boundaries import LETTER, Kinds

if TYPE_CHECKING:
    from collections.abc import Callable

READING = Path(__file__).resolve().parents[2] / ".." / "shared" / "readings" / "war_and_peace_pg2600.txt"
SYLLABLES = [
    onset + vowel + coda
    for onset in ("b", "br", "d", "f", "g", "gr", "k", "l", "m", "n", "p", "r", "s", "sh", "t", "v")
    for vowel in "aeiou"
    for coda in ("", "", "l", "m", "n", "r", "s")
]
COUNTS = (5_000, 20_000, 100_000)
WRAPPED = re.compile(r"(?<!\n)\n(?!\n)")
WORD = re.compile(r"[^\W\d_]{3,}")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]{3,}(?: [A-Z][^\W\d_]{2,})?")
"""A word with a capital inside a sentence, perhaps two."""


class Run(NamedTuple):
    """CPU seconds for building and for finding, and what was found: name, start, end."""

    build: float
    find: float
    hits: list[tuple[str, int, int]]

    @property
    def total(self) -> float:
        return self.build + self.find


def text_of(path: Path | None) -> str:
    """The text to search: a file, the reading beside the checkout, or prose made up of syllables."""
    for candidate in (path, READING):
        if candidate is not None and candidate.exists():
            return candidate.read_text("utf-8-sig")
    chance = random.Random(7)  # noqa: S311
    words = [made_up(chance) for _ in range(30_000)]
    return " ".join(
        word.title() if chance.random() < 0.08 else word + chance.choice([",", ".", "", "", ""])
        for word in chance.choices(words, k=420_000)
    )


def made_up(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))


def frequent_names(text: str) -> list[str]:
    """The names of the text, the most frequent first."""
    return [name for name, _ in Counter(NAME.findall(text)).most_common()]


def names_for(text: str, count: int, *, of_its_words: bool) -> list[str]:
    """The 300 most frequent names of the text, and others that are made up or two words of the text."""
    chance = random.Random(count)  # noqa: S311
    names = dict.fromkeys(name.lower() for name in frequent_names(text)[:300])
    words = sorted(set(WORD.findall(text.lower())))
    while len(names) < count:
        if of_its_words:
            names[" ".join(chance.sample(words, 2))] = None
        else:
            names[made_up(chance) + (f" {made_up(chance)}" if chance.random() < 0.6 else "")] = None
    return list(names)


def timed(work: Callable[..., object], *given: object) -> float:
    start = time.process_time()
    work(*given)
    return time.process_time() - start


def engine(text: str, names: list[str]) -> Run:
    """The engine of companion.linking: build, scan, word boundaries, the longest of the leftmost."""
    start = time.process_time()
    automaton = Automaton(names)
    built = time.process_time()
    small = f"\n{text}\n".lower()
    kept = longest(hit for _, hits in automaton.find(small) for hit in hits)
    done = time.process_time()
    return Run(
        built - start, done - built, [(names[number], first - 1, end - 1) for number, first, end in kept]
    )


def flashtext(text: str, names: list[str]) -> Run:
    """flashtext, with the same letters inside words; like the engine it does not regard capitals."""
    from flashtext import KeywordProcessor

    start = time.process_time()
    processor = KeywordProcessor()
    processor.set_non_word_boundaries({sign for sign in set(text.lower()) if Kinds()[sign] == LETTER})
    processor.add_keywords_from_list(names)
    built = time.process_time()
    hits = processor.extract_keywords(text, span_info=True)
    return Run(built - start, time.process_time() - built, hits)


def alternation(text: str, names: list[str]) -> Run:
    """One regular expression with all names, the longest first, tried on a part of the text."""
    start = time.process_time()
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE)
    built = time.process_time()
    part = text[: max(4_000, 60_000_000 // len(names) // 10)]
    for _ in pattern.finditer(part):
        pass
    share = len(part) / len(text)
    return Run(built - start, (time.process_time() - built) / share, [])


def best(runs: list[Run]) -> Run:
    return min(runs, key=lambda run: run.total)


def compare(text: str, count: int, rounds: int, *, of_its_words: bool) -> None:
    names = names_for(text, count, of_its_words=of_its_words)
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(engine(text, names))
        theirs.append(flashtext(text, names))
    mine, other, regex = best(ours), best(theirs), alternation(text, names)
    same = set(mine.hits) == {(name.lower(), start, end) for name, start, end in other.hits}
    print(
        f"{count:>8,} names{' of its own words' if of_its_words else ''}   engine {_ms(mine)}   "
        f"flashtext {_ms(other)}, {other.total / mine.total:.1f} times   "
        f"re {regex.total:.1f} s (extrapolated), {regex.total / mine.total:.0f} times   "
        f"{len(mine.hits):,} hits, {'the same as flashtext' if same else 'NOT THE SAME as flashtext'}"
    )


def _ms(run: Run) -> str:
    return f"{1000 * run.build:.0f} + {1000 * run.find:.0f} ms"


def document_of(text: str) -> Document:
    """The text as a document of paragraphs, wrapped lines joined."""
    text = WRAPPED.sub(" ", text)
    start, blocks = 0, []
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            lead = len(paragraph) - len(paragraph.lstrip())
            blocks.append(Block(BlockKind.PARAGRAPH, start + lead, start + len(paragraph.rstrip())))
        start += len(paragraph) + 2
    return Document(text, tuple(blocks), language="en")


def entries_of(names: list[str]) -> Entries:
    """Names as entries: every second one a person, the others terms."""
    people = tuple(Person(id=f"person:{number}", name=name) for number, name in enumerate(names[::2]))
    terms = tuple(Term(id=f"term:{number}", term=name) for number, name in enumerate(names[1::2]))
    return Entries(people=people, terms=terms, language="en")


def whole(text: str, rounds: int) -> None:
    """A whole link(), with forms, for the 300 most frequent names."""
    document, entries = document_of(text), entries_of(frequent_names(text)[:300])
    seconds = min(timed(link, document, entries) for _ in range(rounds))
    sentences = min(timed(split, document) for _ in range(rounds))
    mentions = list(link(document, entries).links)
    building = min(timed(Links, mentions) for _ in range(rounds))
    print(
        f"link(): {len(entries)} entries, {len(mentions):,} mentions, {1000 * seconds:.0f} ms, of which "
        f"{1000 * sentences:.0f} ms for sentences; Links of these mentions: {1000 * building:.0f} ms"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, help="a plain text file to search")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is run; the best counts")
    options = parser.parse_args()
    text = text_of(options.text)
    print(f"{len(text):,} letters; CPU time, the best of {options.rounds}; build + find")
    for of_its_words in (False, True):
        for count in COUNTS:
            compare(text, count, options.rounds, of_its_words=of_its_words)
    whole(text, options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
