"""The long versions of the tests of the store, as commands that print their figures: kills, powerloss, ..."""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import kill_writers
import power_loss
import pytest

from companion.core.notes import Notes
from companion.store.journal import change_line, head_line, read_journal
from companion.store.notes_file import NotesFile
from companion.store.notes_json import from_bytes, to_bytes
from companion.store.seal import DamagedError

DEVICES = {"whole": "", "journal": power_loss.DEVICE}
HERE = Path(__file__).resolve().parent


def kills(count: int, folder: Path) -> None:
    """A writer is killed so many times, 0 to 30 ms after it began."""
    for name, device in DEVICES.items():
        print(name, json.dumps(kill_writers.kill(folder / name, count, 1, device)))


def powerloss(count: int, folder: Path) -> None:
    """So many changes are saved, and every state read that a loss of power may leave."""
    for name, device in DEVICES.items():
        (folder / name).mkdir()
        with pytest.MonkeyPatch.context() as patch:
            tape = power_loss.recorded(folder / name, patch, device, count, 5)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "fsync", _nothing)
            print(
                name,
                len(tape.steps),
                "steps",
                json.dumps(power_loss.replayed(tape, folder / f"{name} states")),
            )


def _nothing(_: int) -> None:
    """A sync that need not be waited for."""


def disk(count: int, folder: Path) -> None:
    """Quotas of so many sizes, and a full disk where one can be made."""
    chance = random.Random(1)  # noqa: S311
    figures = {"quotas": 0, "acknowledged": 0, "lost": 0, "not saved later": 0, "left lying": 0}
    for number in range(count):
        home = folder / str(number)
        home.mkdir()
        limit = str(chance.randrange(3000, 120_000))
        device = list(DEVICES.values())[number % 2]
        told = _told(sys.executable, str(HERE / "failing_disk.py"), "limit", str(home), device, limit)
        figures["quotas"] += 1
        figures["acknowledged"] += told["acknowledged"]
        figures["lost"] += told["lost"]
        figures["not saved later"] += not told["saved later"]
        figures["left lying"] += len(told["left"])
    print(json.dumps(figures))


def _told(*command: str) -> dict[str, Any]:
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def writers(count: int, folder: Path) -> None:
    """Four programs at once, of two devices, make so many changes each."""
    names = ("one", "two", "three", "four")
    running = [
        subprocess.Popen(
            [
                sys.executable,
                str(HERE / "kill_writers.py"),
                "write",
                str(folder),
                name,
                str(count),
                "ab"[at % 2] * 12,
            ]
        )
        for at, name in enumerate(names)
    ]
    ended = [program.wait() for program in running]
    found = set(NotesFile(folder, kill_writers.IDENTITY).load().notes.by_id)
    wanted = {name + number for name in names for number in kill_writers.after(count)}
    print(
        json.dumps(
            {"ended": ended, "wanted": len(wanted), "lost": len(wanted - found), "more": len(found - wanted)}
        )
    )


def damage(count: int, folder: Path) -> None:
    """So many bits flipped and blocks of 4 kB zeroed, every cut, in a main file and in a journal."""
    chance = random.Random(1)  # noqa: S311
    notes = Notes()
    lines = head_line(kill_writers.IDENTITY, power_loss.DEVICE)
    for number in range(20):
        after = notes.added(power_loss.mark(number), power_loss.NOW)
        lines += change_line(after.since(notes), kill_writers.IDENTITY)
        notes = after
    main = to_bytes(notes, kill_writers.IDENTITY, "x", {})
    figures = {
        "damaged": 0,
        "unnoticed in the main file": 0,
        "unnoticed in the journal": 0,
        "lines lost by a bit": 0,
    }
    for bad in _damaged(main, count, chance):
        figures["damaged"] += 1
        with suppress(DamagedError):
            figures["unnoticed in the main file"] += from_bytes(bad) is not None
    ends = {place + 1 for place, sign in enumerate(lines) if sign == ord("\n")} | {0}
    for number, bad in enumerate(_damaged(lines, count, chance)):
        told = read_journal(bad, kill_writers.IDENTITY)
        figures["damaged"] += 1
        is_noticed = told.lost or told.is_cut or (len(bad) in ends and lines.startswith(bad))
        figures["unnoticed in the journal"] += not is_noticed
        if number < count:
            figures["lines lost by a bit"] += 20 - len(told.notes.versions)
    print(json.dumps(figures))
    _restored(folder, count)


def _restored(folder: Path, count: int) -> None:
    """How often all is there again after the main file was damaged."""
    chance = random.Random(2)  # noqa: S311
    figures = {"damaged": 0, "restored": 0, "kept beside": 0}
    for number in range(count // 4):
        home = folder / str(number)
        window = NotesFile(home, kill_writers.IDENTITY, "x", device=power_loss.DEVICE)
        notes = window.save(window.save(Notes().added(power_loss.mark(1), "")).added(power_loss.mark(2), ""))
        window.fold()
        notes = window.save(notes.added(power_loss.mark(3), ""))
        assert window.path is not None
        data = bytearray(window.path.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        window.path.write_bytes(data)
        loaded = NotesFile(home, kill_writers.IDENTITY, "x", device=power_loss.DEVICE).load()
        figures["damaged"] += 1
        figures["restored"] += loaded.notes == notes
        figures["kept beside"] += len(list(home.glob("*.damaged-*")))
    print(json.dumps(figures))


def _damaged(data: bytes, count: int, chance: random.Random) -> Any:
    for _ in range(count):
        bad = bytearray(data)
        bad[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        yield bytes(bad)
    for _ in range(count):
        at = chance.randrange(max(1, len(data) - 4096))
        yield data[:at] + bytes(len(data[at : at + 4096])) + data[at + 4096 :]
    for length in range(len(data)):
        yield data[:length]


COMMANDS = {command.__name__: command for command in (kills, powerloss, disk, writers, damage)}
USUAL = {"kills": 1000, "powerloss": 30, "disk": 40, "writers": 500, "damage": 1000}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=[*COMMANDS, "all"])
    parser.add_argument("count", type=int, nargs="?", help="how often")
    parser.add_argument("--folder", type=Path, help="where to write; a folder of the system else")
    options = parser.parse_args()
    for name in COMMANDS if options.command == "all" else [options.command]:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            print(f"{name}: {COMMANDS[name].__doc__}")
            COMMANDS[name](options.count or USUAL[name], Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
