"""How fast a companion is found: each part and the whole, and what others take for the same part of the text.

Run as ``python tests/benchmarks/extraction.py [TEXT] [--install] [--hostile]``. With ``--install`` three
packages that find one thing each (abbreviations, dates, terms) go into an environment of their own in a
temporary folder, and are measured on the same characters in the same run. ``--hostile`` measures texts that
nobody wrote to be read, the longest of 50 MB in one line.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from typing import TYPE_CHECKING

from companion.extraction.extractor import extract, extract_from
from companion.extraction.glossary import find_abbreviations, find_terms
from companion.extraction.names import find_names, score_people
from companion.extraction.people.finding import find_people
from companion.extraction.source import source_of
from companion.extraction.times import find_times
from companion.readers import read_document, read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.core.document import Document

READING = Path(__file__).resolve().parents[2] / ".." / "shared" / "readings" / "war_and_peace_pg2600.txt"
BUNDLED = Path(__file__).resolve().parents[2] / "resources" / "readings" / "albania.md"
PEERS = {
    "abbreviations": (
        "abbreviations==0.2.5",
        1_000_000,
        "from abbreviations import schwartz_hearst\n"
        "def work(text): return schwartz_hearst.extract_abbreviation_definition_pairs(doc_text=text)",
    ),
    "dateparser": (
        "dateparser==1.2.1",
        30_000,
        "from dateparser.search import search_dates\n"
        "def work(text): return search_dates(text, languages=['en'])",
    ),
    "yake": (
        "yake==0.4.8",
        200_000,
        "import yake\ndef work(text): return yake.KeywordExtractor(n=3, top=200).extract_keywords(text)",
    ),
}
"""What is installed, how many characters it is given, and how it is called."""

TIMED = """
import json, sys, time
text = sys.stdin.buffer.read().decode("utf-8")
{code}
work("Some words to begin with, in May 1942.")
start = time.process_time()
work(text)
print(json.dumps(time.process_time() - start))
"""

HOSTILE: dict[str, Callable[[], str]] = {
    "one line, 50 MB": lambda: "Anna Verl came home and slept. " * (50_000_000 // 31),
    "a million paragraphs": lambda: "Thomas Orden slept.\n\n" * 1_000_000,
    "capitals, 10 MB": lambda: "A" * 10_000_000,
    "single letters, 10 MB": lambda: "a " * 5_000_000,
    "numbers, 5 MB": lambda: "1942 17 3.5 " * 420_000,
    "brackets, 2 MB": lambda: "Abc (Def " * 220_000,
}


def best(work: Callable[[], object], times: int = 3) -> float:
    """The least CPU seconds that `work` took."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def say(what: str, characters: int, seconds: float, more: str = "") -> None:
    print(f"{what:34} {characters / max(seconds, 1e-6) / 1e6:8.2f} M characters/s {seconds:8.2f} s  {more}")


def parts(document: Document) -> None:
    """Each part on its own, given what it is built on; then everything."""
    size = len(document.text)
    source = source_of(document)
    names = find_names(source)
    scores = score_people(source, names)
    people = find_people(source, names, scores)
    abbreviations = find_abbreviations(source)

    def all_of_people() -> None:
        found = find_names(source)
        find_people(source, found, score_people(source, found))

    say("sentences", size, best(lambda: source_of(document)))
    say("people", size, best(all_of_people))
    say("times", size, best(lambda: find_times(source)))
    say(
        "glossary",
        size,
        best(lambda: (find_abbreviations(source), find_terms(source, names, people, abbreviations))),
    )
    say("everything but sentences", size, best(lambda: extract_from(source, lambda _: None)))
    say("everything", size, best(lambda: extract(document)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{'memory at most':34} {peak:8} MB, the text itself and what was found included")


def peers(text: str) -> None:
    """What others take for one thing each, as ratios to what that takes here, on the same characters."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        for name, (package, size, code) in PEERS.items():
            subprocess.run([python, "-m", "pip", "install", "-qq", package], check=True)
            excerpt = text[len(text) // 2 :][:size]
            run = [python, "-c", TIMED.format(code=code)]
            done = subprocess.run(run, input=excerpt.encode(), capture_output=True, check=True)
            theirs, ours = (
                json.loads(done.stdout),
                best(lambda excerpt=excerpt, name=name: same(name, excerpt)),
            )
            say(package, len(excerpt), theirs, f"{theirs / ours:.1f} times what it takes here")


def same(name: str, text: str) -> None:
    """What a peer does, done here: with everything that it is built on."""
    source = source_of(read_text(text))
    match name:
        case "abbreviations":
            find_abbreviations(source)
        case "dateparser":
            find_times(source)
        case _:
            names = find_names(source)
            people = find_people(source, names, score_people(source, names))
            find_terms(source, names, people, find_abbreviations(source))


def hostile() -> None:
    for name, make in HOSTILE.items():
        text = make()
        start = time.process_time()
        found = extract(read_text(text))
        taken = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        say(name, len(text), taken, f"{len(found.entries)} entries, {peak} MB so far")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("text", nargs="?", type=Path, help="War and Peace, if it lies beside the checkout")
    parser.add_argument("--install", action="store_true", help="install and measure the others too")
    parser.add_argument("--hostile", action="store_true", help="measure texts that nobody wrote to be read")
    asked = parser.parse_args()
    if asked.hostile:
        hostile()
        return
    path = asked.text or (READING if READING.exists() else BUNDLED)
    document = read_document(path)
    print(f"{path.name}: {len(document.text):,} characters, Python {sys.version.split()[0]}, one thread")
    parts(document)
    if asked.install:
        peers(document.text)


if __name__ == "__main__":
    main()
