from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.core.anchors import Anchor
from companion.core.notes import Mark, Notes
from companion.store import atomic
from companion.store.copying import copy_notes
from companion.store.generations import states
from companion.store.notes_file import Loaded, NotesFile, NotSavedError

if TYPE_CHECKING:
    from pathlib import Path

ONE, TWO = "0123456789abcdef" * 4, "fedcba9876543210" * 4
NOW = "2026-11-22T09:00:00Z"


def mark(number: int) -> Mark:
    return Mark(f"m{number}", Anchor("words", "", "", number, number + 5))


def kept(folder: Path, identity: str, *numbers: int) -> Notes:
    window = NotesFile(folder, identity, "x", device="a" * 12)
    notes = window.load().notes
    for number in numbers:
        notes = window.save(notes.added(mark(number), NOW))
    return notes


def test_the_notes_of_all_texts_come_with_all_that_belongs_to_them(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    one, two = kept(old, ONE, 1, 2, 3), kept(old, TWO, 4, 5)
    (old / "y-01234567.notes.json.damaged-1").write_bytes(b"zzz")
    before = {path: path.read_bytes() for path in old.rglob("*") if path.is_file()}
    told: list[float] = []
    assert copy_notes(old, new, told.append) == 2
    assert told[-1] == 1
    assert NotesFile(new, ONE).load() == Loaded(one)
    assert NotesFile(new, TWO).load() == Loaded(two)
    assert len(states(new, ONE)) == len(states(old, ONE)) == 1
    assert (new / "y-01234567.notes.json.damaged-1").read_bytes() == b"zzz"
    assert {path: path.read_bytes() for path in old.rglob("*") if path.is_file()} == before


def test_notes_that_are_there_already_become_one_with_those_that_come(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    one, there = kept(old, ONE, 1, 2), kept(new, ONE, 7, 8)
    for _ in range(2):
        copy_notes(old, new)
        assert NotesFile(new, ONE, device="a" * 12).load().notes == one.merged(there)


def test_a_folder_within_the_old_one_takes_no_copy_of_itself(tmp_path: Path) -> None:
    one = kept(tmp_path, ONE, 1, 2)
    new = tmp_path / "synchronised"
    for _ in range(2):
        assert copy_notes(tmp_path, new) == 1
    assert not (new / "synchronised").exists()
    assert NotesFile(new, ONE).load() == Loaded(one)


@pytest.mark.parametrize("number", [13, 28, 30])
def test_a_disk_that_takes_no_copy_is_told(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(tmp_path / "old", ONE, 1)

    def fail(*_: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(atomic, "write", fail)
    with pytest.raises(NotSavedError, match="could not be copied to"):
        copy_notes(tmp_path / "old", tmp_path / "new")


def test_a_copy_that_is_not_what_was_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path / "old", ONE, 1)
    monkeypatch.setattr(atomic, "write", lambda path, data: path.write_bytes(data[:-1]))
    with pytest.raises(NotSavedError, match="reports an error"):
        copy_notes(tmp_path / "old", tmp_path / "new")


def test_nothing_to_copy_is_no_error(tmp_path: Path) -> None:
    assert copy_notes(tmp_path / "none", tmp_path / "new") == 0
