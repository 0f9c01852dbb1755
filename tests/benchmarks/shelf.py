"""How long a shelf of a thousand books takes to open, and how long a search in all of them."""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from companion.core.companion import Companion
from companion.core.entries import Entries, Person
from companion.readers import read_text
from companion.shelf.books import Book, Catalogue
from companion.shelf.index import Index
from companion.shelf.shelf_file import ShelfFile

if TYPE_CHECKING:
    from collections.abc import Callable

BOOKS = 1000
VOCABULARY = 30_000
_BOUNDED = 1.25
OPENING_MS, SEARCH_MS = 200, 50
"""What a reader is promised, in milliseconds: of the processor, and of the clock on the wall."""


class Query(NamedTuple):
    """Words to be sought, and how common they are."""

    words: str
    about: str


_SYLLABLES = [f"{consonant}{vowel}" for consonant in "bdfghklmnprstvz" for vowel in "aeiou"]


def word(rank: int) -> str:
    """A word that is as common as this rank says; the commoner the shorter."""
    made = ""
    while rank >= 0:
        made += _SYLLABLES[rank % len(_SYLLABLES)]
        rank = rank // len(_SYLLABLES) - 1
    return made


_WORDS = [word(rank) for rank in range(VOCABULARY)]


def queries() -> tuple[Query, ...]:
    """A blank at the end says that the last word is whole."""
    return (
        Query(f"{word(0)} {word(1)} ", "two of the commonest words"),
        Query(f"{word(40)} ", "a word of every page"),
        Query(f"{word(400)} {word(900)} ", "two common words"),
        Query(f"{word(20_000)} ", "a rare word"),
        Query("Anna Verl7 ", "a name"),
        Query(word(6000)[:3], "three letters of a word"),
        Query(word(6000)[:5], "five letters of a word"),
    )


def catalogue() -> Catalogue:
    """A thousand books as readers have them: long and short titles, marks, collections."""
    chance = random.Random(1)  # noqa: S311  (the same books every time)
    books = {}
    for number in range(BOOKS):
        identity = f"{number:064x}"
        title = " ".join(f"word{chance.randrange(500)}" for _ in range(chance.randrange(1, 14)))
        books[identity] = Book(
            identity,
            title,
            f"Author {chance.randrange(300)}",
            "epub",
            "en",
            (f"/books/{number}/{title[:40]}.epub",),
            500_000,
            identity,
            chance.random(),
            chance.randrange(200),
            (f"Collection {chance.randrange(12)}",),
            added="2026-01-01T00:00:00.000000+00:00",
            opened=f"2026-{1 + number % 12:02d}-01T00:00:00.000000+00:00",
        )
    return Catalogue(books)


def text(number: int, length: int) -> Companion:
    """A text of about so many code points, its words as common as in any language (Zipf), with 100 names."""
    chance = random.Random(number)  # noqa: S311  (the same words every time)
    weights = [1 / (rank + 2) for rank in range(VOCABULARY)]
    words = chance.choices(_WORDS, weights, k=length // 5)
    for place in range(0, len(words), 200):
        words[place] = f"Anna Verl{chance.randrange(100)}"
    paragraphs = (" ".join(words[start : start + 100]) for start in range(0, len(words), 100))
    document = read_text("\n\n".join(paragraphs))
    people = tuple(
        Person(id=f"p{one}", name=f"Anna Verl{one}", about="keeps the walls") for one in range(100)
    )
    return Companion(document, Entries(people=people))


def opening(folder: Path) -> float:
    """Milliseconds of the processor from the wish for the shelf until it is painted; the window stands."""
    os.environ.update({f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "DATA", "CACHE")})
    from companion.ui.running import application
    from companion.ui.session import Session, bundled_reading
    from companion.ui.shelf.shelving import shelf_folder

    running = application()
    ShelfFile(shelf_folder()).save(catalogue())
    session = Session()
    session.start(bundled_reading())
    wait_until(lambda: len(session.shelf.shelving.catalogue.books) > BOOKS, running.processEvents)
    wait_until(lambda: bool(len(session.reading.companion.entries)), running.processEvents)
    begun = time.process_time()
    session.window.actions_by_name["shelf"].trigger()
    session.shelf.page.readings.view.viewport().repaint()
    running.processEvents()
    taken = 1000 * (time.process_time() - begun)
    session.window.close()
    session.end()
    return taken


def wait_until(is_so: Callable[[], bool], meanwhile: Callable[[], None]) -> None:
    for _ in range(4000):
        if is_so():
            return
        meanwhile()
        time.sleep(0.005)
    raise TimeoutError


def searches(index: Index, times: int = 5) -> dict[str, float]:
    """The median of each query in milliseconds of the clock on the wall, with the file in memory."""
    taken = {}
    for query in queries():
        index.search(query.words)
        rounds = []
        for _ in range(times):
            begun = time.perf_counter()
            index.search(query.words)
            rounds.append(1000 * (time.perf_counter() - begun))
        taken[query.about] = statistics.median(rounds)
    return taken


def extrapolated(sizes: list[int], taken: list[float]) -> float:
    """What it would take for a thousand texts.

    That is what the longest took, where twice the texts take no longer than a quarter more: the search looks
    at so many rows and no more. Else it is the line through the measured ones (least squares).
    """
    if taken[-1] <= _BOUNDED * taken[-2]:
        return max(taken)
    line = statistics.linear_regression(sizes, taken)
    return max(taken[-1], line.intercept + line.slope * BOOKS)


def main() -> int:
    """Prints the figures; ends with 1 where one is above what is promised."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=BOOKS, help="texts that are really put into the index")
    parser.add_argument("--length", type=int, default=500_000, help="code points of each")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    sizes = sorted({max(1, given.texts // 4), max(2, given.texts // 2), given.texts})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        opened = opening(folder)
        index = Index(folder / "index.sqlite3")
        measured: dict[str, list[float]] = {query.about: [] for query in queries()}
        putting = []
        for number in range(given.texts):
            made = text(number, given.length)
            begun = time.process_time()
            index.put(f"{number:064x}", made, (), "1")
            putting.append(1000 * (time.process_time() - begun))
            if number + 1 in sizes:
                for about, taken in searches(index).items():
                    measured[about].append(taken)
        index.close()
        size = (folder / "index.sqlite3").stat().st_size
    figures = {
        "opening, ms of the processor": opened,
        "taking a text into the index, ms of the processor": statistics.median(putting),
        "index, MB for 1,000 texts": size / given.texts * BOOKS / 1e6,
        **{f"search, ms: {about}": extrapolated(sizes, taken) for about, taken in measured.items()},
    }
    if given.json:
        sys.stdout.write(json.dumps({"measured": measured, **figures}, indent=1) + "\n")
    else:
        told = ", ".join(map(str, sizes))
        sys.stdout.write(
            f"Opening: {BOOKS:,} books on the shelf. Searches: measured with {told} texts of "
            f"{given.length:,} code points, drawn out in a line to {BOOKS:,}.\n"
        )
        for about, taken in figures.items():
            sys.stdout.write(f"{taken:10.1f}  {about}\n")
        for about, rounds in measured.items():
            sys.stdout.write(
                f"            {about}: {', '.join(f'{one:.2f}' for one in rounds)} ms measured\n"
            )
    too_slow = [about for about, taken in figures.items() if about.startswith("search") and taken > SEARCH_MS]
    return 1 if too_slow or opened > OPENING_MS else 0


if __name__ == "__main__":
    sys.exit(main())
