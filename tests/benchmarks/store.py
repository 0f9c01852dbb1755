"""How long a change of the notes takes until it is on the disk: the store against writing the whole file."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from companion.core.anchors import Anchor
from companion.core.notes import Mark, Notes
from companion.core.reconciling import restored
from companion.store.annotations import mark_annotation
from companion.store.generations import states
from companion.store.known_texts import known_texts
from companion.store.notes_file import NotesFile

if TYPE_CHECKING:
    from collections.abc import Callable

IDENTITY = "0123456789abcdef" * 4
DEVICE = "a" * 12
NOW = "2026-11-22T09:00:00Z"


class Times(NamedTuple):
    """Milliseconds of the clock on the wall: the middle, and what 95 of 100 do not exceed."""

    median: float
    p95: float

    def __str__(self) -> str:
        return f"{self.median:7.1f} {self.p95:7.1f}"


def times_of(work: Callable[[], object], count: int) -> Times:
    taken = []
    for _ in range(count):
        start = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - start))
    return Times(statistics.median(taken), sorted(taken)[int(0.95 * (count - 1))])


def mark(number: int) -> Mark:
    words = f"the keeper of the wall wrote line {number} by candle light"
    where = Anchor(words, "before " * 9, " after" * 10, 300 * number, 300 * number + len(words))
    return Mark(f"urn:uuid:{number:032x}", where, f"label {number}", note=f"a note of words, no. {number}")


def notes_with(count: int) -> Notes:
    notes = Notes()
    for number in range(count):
        notes = notes.added(mark(number), NOW)
    return notes


class Reader:
    """Somebody who changes one note after the other, and has each change saved."""

    def __init__(self, notes: Notes) -> None:
        self.notes, self.number = notes, 0

    def change(self) -> None:
        self.number += 1
        chosen = self.notes.by_id[f"urn:uuid:{self.number * 7919 % len(self.notes.by_id):032x}"]
        self.notes = self.notes.changed(replace(chosen, note=f"changed {self.number}"), NOW)


def whole_file(path: Path, notes: Notes) -> None:
    """What a plain program does: all of it as JSON into a new file, synced, and renamed."""
    data = json.dumps([mark_annotation(kept, IDENTITY) for kept in notes.bookmarks]).encode()
    with open(path.with_suffix(".tmp"), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    path.with_suffix(".tmp").replace(path)


def line_synced(path: Path) -> Callable[[], None]:
    """A line of 700 bytes added to a file and synced: as quick as anything can be."""

    def add() -> None:
        with open(path, "ab", 0) as file:
            file.write(b"x" * 700)
            os.fsync(file.fileno())

    return add


class Blocked:
    """How long at most another thread, as that of a window is, had to wait for its turn."""

    def __enter__(self) -> Blocked:
        self.longest = 0.0
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        return self

    def _run(self) -> None:
        last = time.perf_counter()
        while not self._ends.is_set():
            time.sleep(0.001)
            now = time.perf_counter()
            self.longest, last = max(self.longest, 1000 * (now - last)), now

    def __exit__(self, *_: object) -> None:
        self._ends.set()
        self._thread.join()


def saves(folder: Path, count: int, rounds: int) -> None:
    notes = notes_with(count)
    reader = Reader(notes)
    reader.notes.bookmarks  # noqa: B018 (a window knows the order)
    window = NotesFile(folder, IDENTITY, "x", device=DEVICE)
    window.save(notes)
    changes = times_of(reader.change, rounds)

    def save() -> None:
        reader.change()
        window.save(reader.notes)

    with Blocked() as blocked:
        ours = times_of(save, rounds)
    plain = times_of(lambda: whole_file(folder / "plain.json", reader.notes), max(5, rounds // 20))
    least = times_of(line_synced(folder / "line"), rounds)
    with Blocked() as folding:
        fold = times_of(window.fold, 1)
    with Blocked() as reading:
        load = times_of(NotesFile(folder, IDENTITY, device=DEVICE).load, 3)
    window.save(reader.notes.at_place(mark(3).anchor, NOW))
    past = states(folder, IDENTITY)
    restoring = times_of(lambda: restored(reader.notes, notes, NOW), 3)
    print(
        f"{count:>7,}  change {changes}   save {ours}   least {least}   whole {plain}   "
        f"whole / save {plain.median / ours.median:5.1f}"
    )
    print(
        f"         fold {fold.median:.0f}   open {load.median:.0f}   restore {restoring.median:.0f} ms; "
        f"another thread waited {blocked.longest:.0f} (saving), {folding.longest:.0f} (folding), "
        f"{reading.longest:.0f} (opening) ms at most; {len(past)} generations"
    )


def texts(folder: Path, count: int) -> None:
    notes = notes_with(3)
    for number in range(count):
        NotesFile(folder, f"{number:064x}"[::-1], f"Text {number}").save(notes)
    with Blocked() as blocked:
        listed = times_of(lambda: known_texts(folder), 3)
    file = NotesFile(folder, f"{7:064x}"[::-1], device=DEVICE)
    reader = Reader(file.load().notes)

    def save() -> None:
        reader.change()
        file.save(reader.notes)

    print(
        f"{count:,} texts in one folder: all heads {listed.median:.0f} ms (another thread waited "
        f"{blocked.longest:.0f}), saving one change {times_of(save, 50)} ms"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200, help="how many changes are saved")
    parser.add_argument("--texts", type=int, default=1000, help="how many texts lie in one folder")
    parser.add_argument("--folder", type=Path, help="where to write; a folder of the system else")
    options = parser.parse_args()
    print("notes; milliseconds, the middle and the 95th of 100; least: one line added and synced")
    for count in (100, 1_000, 10_000):
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            saves(Path(folder), count, options.rounds)
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        texts(Path(folder), options.texts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
