"""A disk that is full, or closed by a quota, and becomes free again; run as a program."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from companion.core.anchors import Anchor
from companion.core.notes import Mark, Notes
from companion.store.notes_file import NotesFile, NotSavedError

if TYPE_CHECKING:
    from collections.abc import Callable

IDENTITY = "0123456789abcdef" * 4
NOW = "2026-11-22T09:00:00Z"


def mark(number: int) -> Mark:
    return Mark(f"m{number}", Anchor("wörds", "", "", number, number + 5), note="a note " * 60)


def filled(folder: Path, device: str, free: Callable[[], None]) -> dict[str, Any]:
    """Saves change after change until the disk takes no more, then frees it; what became of the notes."""
    window = NotesFile(folder, IDENTITY, "x", device=device)
    saved, wanted, sentence = Notes(), Notes(), ""
    for number in range(20_000):
        wanted = saved.added(mark(number), NOW)
        try:
            saved = window.save(wanted)
            if number % 40 == 39:
                window.fold()
        except NotSavedError as error:
            sentence = str(error)
            break
    again = NotesFile(folder, IDENTITY, "x", device=device).load()
    figures = {
        "acknowledged": len(saved.bookmarks),
        "sentence": sentence.replace(str(folder), "FOLDER"),
        "lost": not set(saved.versions) <= set(again.notes.versions),
        "remarks": list(again.remarks),
    }
    free()
    kept = window.save(wanted)
    window.fold()
    last = NotesFile(folder, IDENTITY, "x", device=device).load()
    left = [path.name for path in folder.rglob("*.tmp")]
    return {
        **figures,
        "saved later": kept == wanted == last.notes,
        "left": left,
        "told later": list(last.remarks),
    }


def limited(folder: Path, device: str, most: int) -> dict[str, Any]:
    """No file of this process may have more than `most` bytes, until there is no limit any more."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    return filled(folder, device, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard)))


def full(folder: Path, device: str) -> dict[str, Any]:
    """The disk of `folder` is filled with the notes; another file on it is then taken away."""
    ballast = folder / "ballast"
    ballast.write_bytes(bytes(150_000))
    return filled(folder, device, ballast.unlink)


if __name__ == "__main__":
    command, home, name, *rest = sys.argv[1:]
    result = limited(Path(home), name, int(rest[0])) if command == "limit" else full(Path(home), name)
    print(json.dumps(result))
