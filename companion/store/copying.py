"""Copying: all that is kept in one folder comes into another, each file compared, and nothing overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.store import atomic
from companion.store.notes_file import NotSavedError
from companion.store.notes_names import ENDING, FRESH
from companion.store.notes_sentences import not_copied, why_not_written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_LOCK = ".lock"


def copy_notes(old: Path, new: Path, tell: Callable[[float], None] = lambda _: None) -> int:
    """Copies the notes of all texts, with journals, generations and all that was set aside; how many texts.

    `old` is left as it is. Where `new` has another file of the same name, the copy gets a name by which it is
    taken for a conflict copy and merged when its text is opened. `tell` hears how far it is, 0 to 1, and may
    raise to stop it. Raises `NotSavedError`; what was copied then may be copied again.
    """
    try:
        files = sorted(path for path in old.rglob("*") if path.is_file() and new not in path.parents)
        wanted = [path for path in files if path.suffix not in (FRESH, _LOCK)]
        for number, path in enumerate(wanted):
            _copy(path, new / path.relative_to(old))
            tell((number + 1) / len(wanted))
    except OSError as error:
        raise NotSavedError(not_copied(new, why_not_written(error))) from error
    return sum(path.parent == old and path.name.endswith(ENDING) for path in wanted)


def _copy(path: Path, wanted: Path) -> None:
    data = path.read_bytes()
    copy, number = wanted, 1
    while copy.exists():
        if copy.read_bytes() == data:
            return
        number += 1
        copy = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
    copy.parent.mkdir(parents=True, exist_ok=True)
    atomic.write(copy, data)
    if copy.read_bytes() != data:
        raise OSError(5, "the copy is not what was written")
