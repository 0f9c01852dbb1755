"""A folder of a cache holds what was used last, and nothing that a process left half written."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from companion.store.room import HALF, make_room

if TYPE_CHECKING:
    from pathlib import Path


def kept(path: Path, age: float, size: int = 10) -> Path:
    """A file of so many bytes that was used so many seconds ago."""
    path.write_bytes(b"x" * size)
    used = time.time() - age
    os.utime(path, (used, used))
    return path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_what_was_not_used_for_longest_goes(tmp_path: Path) -> None:
    for age, name in enumerate(("new", "next", "old")):
        kept(tmp_path / f"{name}.text", 100 * age)
    make_room(tmp_path, ".text", 2)
    assert names(tmp_path) == {"new.text", "next.text"}
    make_room(tmp_path, ".text", 2, 15)
    assert names(tmp_path) == {"new.text"}


def test_what_was_left_half_written_goes_and_what_is_being_written_stays(tmp_path: Path) -> None:
    kept(tmp_path / f"left{HALF}", 86_400)
    kept(tmp_path / f"being-written{HALF}", 1)
    kept(tmp_path / "another.txt", 86_400)
    make_room(tmp_path, ".text", 2)
    assert names(tmp_path) == {f"being-written{HALF}", "another.txt"}


def test_a_file_that_cannot_be_taken_away_keeps_no_other_from_going(tmp_path: Path) -> None:
    (tmp_path / "folder.text").mkdir()
    os.utime(tmp_path / "folder.text", (5, 5))
    kept(tmp_path / "old.text", 86_400)
    make_room(tmp_path, ".text", 0)
    assert names(tmp_path) == {"folder.text"}
