"""Writers of notes that are killed at random moments, or that write side by side; run as a program."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from companion.core.anchors import Anchor
from companion.core.notes import Mark, MarkKind, Notes
from companion.store.notes_file import NotesFile, NotSavedError
from companion.store.notes_sentences import cut_short

IDENTITY = "0123456789abcdef" * 4
FOLDED = 7
"""After so many changes the journal is folded."""

MOST = 300
"""After so many changes the notes begin anew, so that a save stays short and is hit anywhere."""


def change(notes: Notes, number: int, writer: str = "") -> Notes:
    """The change of that number: a bookmark is added, and every third time the one before it is removed."""
    if number % 3 == 2:
        notes = notes.removed(f"{writer}{number - 1}")
    name = f"{writer}{number}"
    kind = MarkKind.HIGHLIGHT if number % 5 == 4 else MarkKind.BOOKMARK  # which raises the format of the file
    where = Anchor("words", "", "", number, number + 5)
    return notes.added(Mark(name, where, note="é" * (number % 50), kind=kind), name)


def after(count: int) -> set[str]:
    """The ids that stand after so many changes."""
    return {str(number) for number in range(count) if number % 3 != 1 or number + 1 >= count}


def write_without_pause(folder: Path, notes: Notes, number: int, told: int, device: str) -> None:
    """Makes one change after the other; each is acknowledged by a line in `told` once it is saved."""
    file = NotesFile(folder, IDENTITY, "x", device=device)
    while True:
        notes = file.save(change(notes, number))
        if number % FOLDED == 0:
            file.fold()
        number += 1
        os.write(told, b"%d\n" % number)


def kill(folder: Path, rounds: int, seed: int, device: str = "") -> dict[str, int]:
    """Kills a writer so many times and counts what became of its notes; one with a device has a journal."""
    chance = random.Random(seed)  # noqa: S311
    figures = {"kills": 0, "acknowledged": 0, "unacknowledged": 0, "lost": 0, "unreadable": 0}
    notes, count, home = Notes(), 0, folder / "0"
    for number in range(rounds):
        if count > MOST:
            notes, count, home = Notes(), 0, folder / str(number)
        acknowledged = max(count, _killed(home, notes, count, chance, device))
        figures["kills"] += 1
        figures["acknowledged"] += acknowledged - count
        loaded = NotesFile(home, IDENTITY, "x", device=device).load()
        found = set(loaded.notes.by_id)
        # Killed while the system wrote a line: that this is missing is told, and it was not acknowledged.
        remarks = [one for one in loaded.remarks if one.template != cut_short(home).template]
        if remarks or (found not in (after(acknowledged), after(acknowledged + 1))):
            figures["unreadable" if remarks else "lost"] += 1
        count = acknowledged + (found != after(acknowledged))
        figures["unacknowledged"] += found != after(acknowledged)
        notes = loaded.notes
    return figures


def _killed(home: Path, notes: Notes, count: int, chance: random.Random, device: str) -> int:
    """Lets a writer live for some milliseconds; how many changes it had acknowledged in the end.

    Every other time the milliseconds are counted from its first change on.
    """
    reader, writer = os.pipe()
    process = os.fork()
    if not process:
        os.close(reader)
        write_without_pause(home, notes, count, writer, device)
    os.close(writer)
    if chance.random() < 0.5:
        select.select([reader], [], [])
    time.sleep(chance.uniform(0.0, 0.03))
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    with open(reader, "rb") as told:
        lines = told.read().split(b"\n")[:-1]
    return int(lines[-1]) if lines else 0


def write(folder: Path, writer: str, count: int, device: str = "") -> None:
    """Makes so many changes, one save for each."""
    file = NotesFile(folder, IDENTITY, writer, device=device)
    notes = file.load().notes
    for number in range(count):
        notes = change(notes, number, writer)
        with suppress(NotSavedError):  # others were writing all the time; the next save writes this, too
            notes = file.save(notes)
    file.save(notes)


if __name__ == "__main__":
    command, home, *rest = sys.argv[1:]
    if command == "kill":
        print(json.dumps(kill(Path(home), int(rest[0]), int(rest[1]), *rest[2:])))
    else:
        write(Path(home), rest[0], int(rest[1]), *rest[2:])
