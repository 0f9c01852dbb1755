"""Copies that programs leave which keep folders alike on several machines: found, taken in, set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.core.anchors import Anchor
from companion.core.notes import Mark, Notes
from companion.store.notes_file import COPIES, Loaded, NotesFile

if TYPE_CHECKING:
    from pathlib import Path

IDENTITY = "0123456789abcdef" * 4
NOW = "2026-11-22T09:00:00Z"
HERE, THERE = "a" * 12, "b" * 12

MAINS = [
    "x-01234567.notes (Anna's conflicted copy 2026-11-22).json",
    "x-01234567.notes (In Konflikt stehende Kopie von Anna 2026-11-22).json",
    "x-01234567.notes.sync-conflict-20261122-090000-ABCDEFG.json",
    "x-01234567.notes-LAPTOP.json",
    "x-01234567.notes-LAPTOP-2.json",
    "x-01234567.notes 2.json",
    "x-01234567.notes (1).json",
    "x-01234567.notes (conflicted copy 2026-11-22 090000).json",
    "x-01234567.notes (SFConflict anna@example.org 2026-11-22-09-00-00).json",
    "x-01234567.2026-11-22T090000.5.notes.sync-conflict-20261122-090000-ABCDEFG.json",
    "another title-01234567.notes.json",
]
JOURNALS = [
    f"x-01234567.{THERE} (Anna's conflicted copy 2026-11-22).log",
    f"x-01234567.{THERE}.sync-conflict-20261122-090000-ABCDEFG.log",
    f"x-01234567.{THERE}-LAPTOP.log",
    f"x-01234567.{THERE} 2.log",
]


def mark(number: int, note: str = "") -> Mark:
    return Mark(f"m{number}", Anchor("words", "", "", number, number + 5), note=note)


def file(folder: Path, device: str = HERE) -> NotesFile:
    return NotesFile(folder, IDENTITY, "x", device=device)


def ids(notes: Notes) -> list[str]:
    return [found.id for found in notes.bookmarks]


def parted(folder: Path) -> tuple[bytes, bytes]:
    """A base on both machines, of which each makes something else; what the other's files say."""
    base = file(folder).save(Notes().added(mark(0), NOW).added(mark(1), NOW))
    other = folder / "elsewhere"
    theirs = NotesFile(other, IDENTITY, "x", device=THERE)
    theirs.save(base)
    notes = theirs.save(base.removed("m0").changed(mark(1, "theirs"), NOW).added(mark(3), NOW))
    journal = (other / f"x-01234567.{THERE}.log").read_bytes()
    theirs.fold()
    main = (other / "x-01234567.notes.json").read_bytes()
    for path in sorted(other.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    other.rmdir()
    window = file(folder)
    window.save(base.removed("m1").added(mark(2), NOW))
    window.fold()
    assert ids(notes) == ["m1", "m3"]
    return main, journal


@pytest.mark.parametrize("name", MAINS + JOURNALS)
def test_a_copy_is_taken_in_and_set_aside_with_one_remark(name: str, tmp_path: Path) -> None:
    main, journal = parted(tmp_path)
    data = journal if name.endswith(".log") else main
    (tmp_path / name).write_bytes(data)
    window = file(tmp_path)
    loaded = window.load()
    assert ids(loaded.notes) == ["m1", "m2", "m3"], "what one took away and the other changed is kept"
    assert loaded.notes.by_id["m1"].note == "theirs"
    assert len(loaded.remarks) == 1
    assert "taken over" in loaded.remarks[0]
    (kept,) = (tmp_path / COPIES).iterdir()
    assert kept.read_bytes() == data or name == MAINS[-1], "of two titles the first stays"
    assert not window.has_changed()
    assert file(tmp_path).load() == Loaded(loaded.notes)
    again = window.save(loaded.notes.added(mark(9), NOW))
    assert file(tmp_path).load() == Loaded(again)


def test_a_copy_that_comes_while_a_window_is_open_is_taken_in_when_it_saves(tmp_path: Path) -> None:
    main, journal = parted(tmp_path)
    window = file(tmp_path)
    notes = window.load().notes
    (tmp_path / MAINS[2]).write_bytes(main)
    (tmp_path / JOURNALS[1]).write_bytes(journal)
    assert window.has_changed()
    saved = window.save(notes.added(mark(7), NOW))
    assert ids(saved) == ["m1", "m2", "m3", "m7"]
    assert "(2)" in window.remarks[0]
    assert sorted(path.name for path in (tmp_path / COPIES).iterdir()) == sorted([MAINS[2], JOURNALS[1]])
    assert file(tmp_path).load() == Loaded(saved)


def test_two_copies_of_one_name_are_both_kept(tmp_path: Path) -> None:
    main, _ = parted(tmp_path)
    for _ in range(2):
        (tmp_path / MAINS[0]).write_bytes(main)
        file(tmp_path).load()
    assert len(list((tmp_path / COPIES).iterdir())) == 2


@pytest.mark.parametrize("data", [b"", b"half of i", b"{}"])
def test_a_copy_that_cannot_be_read_is_left_where_it_is(data: bytes, tmp_path: Path) -> None:
    parted(tmp_path)
    (tmp_path / MAINS[0]).write_bytes(data)
    window = file(tmp_path)
    assert window.load().remarks == ()
    assert (tmp_path / MAINS[0]).read_bytes() == data
    assert not window.has_changed()


def test_another_texts_copy_is_left_alone(tmp_path: Path) -> None:
    parted(tmp_path)
    other = NotesFile(tmp_path / "o", "01234567" + "f" * 56, "x")
    other.save(Notes().added(mark(5), NOW))
    assert other.path is not None
    data = other.path.read_bytes()
    (tmp_path / MAINS[0]).write_bytes(data)
    assert ids(file(tmp_path).load().notes) == ["m0", "m2"]
    assert (tmp_path / MAINS[0]).read_bytes() == data


def test_a_disk_that_can_only_be_read_shows_what_copies_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main, _ = parted(tmp_path)
    (tmp_path / MAINS[0]).write_bytes(main)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    with monkeypatch.context() as patch:
        for name in ("open", "replace", "link", "mkdir"):
            patch.setattr(f"os.{name}", refuse)
        assert ids(file(tmp_path).load().notes) == ["m1", "m2", "m3"]
    assert (tmp_path / MAINS[0]).exists()
