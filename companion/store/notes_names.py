"""Notes names: which files of a folder belong to the notes of one text, and what each of them is."""

from __future__ import annotations

import os
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

ENDING = ".notes.json"
JOURNAL = ".log"
BACKUP = ".bak"
FRESH = ".tmp"

_LONGEST, _LONGEST_BYTES = 40, 120
"""Code points and bytes of a title in a file's name, at most."""

_JOURNAL = re.compile(r"\.[0-9a-f]{12}\.log")
_GENERATION = re.compile(
    r"\.(?P<day>\d{4,}-\d\d-\d\d)(?:T(?P<time>\d{6}))?(?:\.(?P<counter>\d+))?\.notes\.json"
)
_COPY = re.compile(r"\..*(?:\.json|\.log)")
_DAMAGED = re.compile(r".*\.damaged-\d+")


class Generation(NamedTuple):
    """A file that says what the notes were: how far their changes had been counted, and when, UTC.

    `time` is ``YYYY-MM-DD`` with ``THHMMSS`` after it, or without for a file that begins a day.
    """

    counter: int
    time: str
    path: Path


class Names(NamedTuple):
    """The files of one text by what they are, each sort in the order of their names.

    `mains` may not be there themselves, only their backups. `copies` are all others that may hold notes, as
    programs leave them that keep folders on several machines alike and meet two states of one file.
    """

    mains: tuple[Path, ...] = ()
    journals: tuple[Path, ...] = ()
    generations: tuple[Generation, ...] = ()
    copies: tuple[Path, ...] = ()
    fresh: tuple[Path, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.mains or self.journals or self.copies)


def names_of(folder: Path, identity: str) -> Names:
    """The files in `folder` that may be of the text with that identity, by the 8 or 16 digits in their names.

    None where there is no folder; raises `OSError` where it cannot be read.
    """
    try:
        found = sorted(os.listdir(folder))
    except FileNotFoundError:
        return Names()
    stem = re.compile(rf".*-(?:{identity[:16]}|{identity[:8]})(?=\.)")
    mains: dict[Path, None] = {}
    journals, generations, copies, fresh = [], [], [], []
    for name in found:
        if (begun := stem.match(name)) is None:
            continue
        path, rest = folder / name, name[begun.end() :]
        if rest in (ENDING, ENDING + BACKUP):
            mains[folder / name.removesuffix(BACKUP)] = None
        elif rest.endswith(FRESH):
            fresh.append(path)
        elif _JOURNAL.fullmatch(rest):
            journals.append(path)
        elif (dated := _GENERATION.fullmatch(rest)) is not None:
            generations.append(_generation(dated, path))
        elif _COPY.fullmatch(rest):
            copies.append(path)
    return Names(tuple(mains), tuple(journals), tuple(generations), tuple(copies), tuple(fresh))


def _generation(dated: re.Match[str], path: Path) -> Generation:
    time = dated["day"] + (f"T{dated['time']}" if dated["time"] else "")
    return Generation(int(dated["counter"] or 0), time, path)


def stem_of(path: Path, identity: str) -> str:
    """What the names of all files of a text begin with, given one of them."""
    found = re.match(rf".*-(?:{identity[:16]}|{identity[:8]})(?=\.)", path.name)
    return found[0] if found else path.stem


def readable(title: str) -> str:
    """A title as part of a file's name: letters and digits of any script with hyphens, 40 at most."""
    words = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", title)).strip("-")[:_LONGEST].strip("-")
    while len(words.encode()) > _LONGEST_BYTES:
        words = words[:-1]
    return words or "text"
