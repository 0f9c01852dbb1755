"""The journal of a device: a change is one line, and damage to a line costs that line and no other."""

from __future__ import annotations

import random
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from notes_strategies import any_notes

from companion.core.anchors import Anchor
from companion.core.notes import Mark, Notes
from companion.store import notes_file
from companion.store.journal import change_line, head_line, read_journal
from companion.store.notes_file import Loaded, NotesFile, NotSavedError
from companion.store.notes_json import from_json
from companion.store.seal import unsealed

if TYPE_CHECKING:
    from pathlib import Path

IDENTITY = "0123456789abcdef" * 4
HERE, THERE = "a" * 12, "b" * 12
NOW = "2026-11-22T09:00:00Z"


def mark(number: int) -> Mark:
    return Mark(f"m{number}", Anchor("wörds", "", "", number, number + 5), note="né\n\u2028" * 3)


def file(folder: Path, device: str = HERE) -> NotesFile:
    return NotesFile(folder, IDENTITY, "x", device=device)


def ids(notes: Notes) -> list[str]:
    return [found.id for found in notes.bookmarks]


def grown(folder: Path, count: int = 4, device: str = HERE) -> Notes:
    """Saves so many marks one after the other; the first makes the main file, all others the journal."""
    window = file(folder, device)
    notes = window.load().notes
    for number in range(count):
        notes = window.save(notes.added(mark(number), NOW))
    return notes


def journal(folder: Path, device: str = HERE) -> Path:
    return folder / f"x-01234567.{device}.log"


def main(folder: Path) -> Path:
    return folder / "x-01234567.notes.json"


@given(any_notes, any_notes)
def test_what_a_line_says_is_what_was_new(old: Notes, new: Notes) -> None:
    merged = old.merged(new)
    data = head_line(IDENTITY, HERE) + change_line(merged.since(old), IDENTITY)
    assert data.isascii()
    assert data.count(b"\n") == 2
    told = read_journal(data, IDENTITY)
    assert (told.lost, told.is_cut, told.is_of_text) == (0, False, True)
    assert old.merged(told.notes) == merged


def test_a_change_is_added_to_the_journal_and_the_main_file_left_alone(tmp_path: Path) -> None:
    grown(tmp_path, 1)
    before = main(tmp_path).read_bytes()
    window = file(tmp_path)
    notes = window.load().notes
    for number in range(1, 5):
        notes = window.save(notes.added(mark(number), NOW))
        assert file(tmp_path, THERE).load() == Loaded(notes)
    assert window.wants_folding
    notes = window.save(notes.removed("m1").at_place(Anchor("a", "", "", 1, 2), NOW))
    assert file(tmp_path).load() == Loaded(notes)
    assert main(tmp_path).read_bytes() == before
    assert journal(tmp_path).read_bytes().count(b"\n") == 6


def test_what_is_folded_is_in_the_main_file_and_the_journal_gone(tmp_path: Path) -> None:
    window = file(tmp_path)
    notes = window.save(Notes().added(mark(0), NOW))
    notes = window.save(notes.added(mark(1), NOW))
    window.fold()
    assert not window.wants_folding
    assert not journal(tmp_path).exists()
    assert from_json(unsealed(main(tmp_path).read_bytes())).notes == notes
    window.fold()
    assert window.save(notes) == notes
    again = window.save(notes.removed("m0"))
    assert file(tmp_path).load() == Loaded(again)


def test_what_was_left_in_a_journal_is_folded_by_the_next_window(tmp_path: Path) -> None:
    notes = grown(tmp_path)
    window = file(tmp_path)
    assert window.load() == Loaded(notes)
    assert window.wants_folding
    window.fold()
    assert not journal(tmp_path).exists()
    assert NotesFile(tmp_path, IDENTITY).load() == Loaded(notes)


def test_a_journal_that_outlived_its_folding_changes_nothing(tmp_path: Path) -> None:
    notes = grown(tmp_path)
    kept = journal(tmp_path).read_bytes()
    window = file(tmp_path)
    window.load()
    window.fold()
    notes = window.save(notes.removed("m2"))
    window.fold()
    journal(tmp_path).write_bytes(kept)
    assert file(tmp_path).load() == Loaded(notes)
    assert ids(notes) == ["m0", "m1", "m3"]


def test_a_long_journal_is_folded_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes_file, "_LONG", 3000)
    notes = grown(tmp_path, 30)
    assert not journal(tmp_path).exists() or journal(tmp_path).stat().st_size < 6000
    assert len(from_json(unsealed(main(tmp_path).read_bytes())).notes.bookmarks) > 10
    assert file(tmp_path).load() == Loaded(notes)


def test_every_device_has_its_own_journal_and_reads_all(tmp_path: Path) -> None:
    here, there = file(tmp_path), file(tmp_path, THERE)
    base = here.save(Notes().added(mark(0), NOW))
    theirs = there.load().notes
    mine = here.save(base.added(mark(1), NOW))
    assert there.has_changed()
    both = there.save(theirs.added(mark(2), NOW).removed("m0"))
    assert ids(both) == ["m1", "m2"]
    assert here.has_changed()
    assert here.load() == Loaded(both)
    here.fold()
    assert journal(tmp_path, THERE).exists(), "only that device takes it away"
    assert there.has_changed()
    assert there.save(both) == both
    there.fold()
    assert sorted(path.name for path in tmp_path.glob("*.log")) == []
    assert file(tmp_path).load() == Loaded(mine.merged(both))


def test_two_windows_of_one_device_share_a_journal(tmp_path: Path) -> None:
    one, other = file(tmp_path), file(tmp_path)
    notes = one.save(Notes().added(mark(0), NOW))
    other.load()
    notes = one.save(notes.added(mark(1), NOW))
    notes = other.save(Notes().added(mark(2), NOW))
    assert ids(notes) == ["m0", "m1", "m2"]
    other.fold()
    notes = one.save(notes.added(mark(3), NOW))
    assert one.load() == other.load() == Loaded(notes)
    other.fold()
    first = one.save(notes.added(mark(4), NOW))
    one.fold()
    assert ids(other.save(first.added(mark(5), NOW))) == ["m0", "m1", "m2", "m3", "m4", "m5"]


# -- damage


def test_a_flipped_bit_costs_one_line_and_is_told(tmp_path: Path) -> None:
    notes = grown(tmp_path, 6)
    sound = journal(tmp_path).read_bytes()
    lines = sound.splitlines(keepends=True)
    chance = random.Random(1)  # noqa: S311
    for _ in range(400):
        place = chance.randrange(len(sound))
        bad = bytearray(sound)
        bad[place] ^= 1 << chance.randrange(8)
        told = read_journal(bytes(bad), IDENTITY)
        line = len(sound[: place + 1].splitlines()) - 1
        assert told.lost + told.is_cut in (1, 2)
        expected = set(ids(notes)) - {"m0"}
        lost = expected - set(ids(told.notes))
        at_line_end = sound[place : place + 1] == b"\n"
        assert len(lost) <= (2 if at_line_end else 1)
        assert lost <= {f"m{line}", f"m{line + 1}"}
    assert len(lines) == 6


def test_a_damaged_line_is_told_once_and_the_journal_kept(tmp_path: Path) -> None:
    grown(tmp_path, 5)
    lines = journal(tmp_path).read_bytes().splitlines(keepends=True)
    bad = b"".join([*lines[:2], lines[2].replace(b"n", b"m", 1), *lines[3:]])
    journal(tmp_path).write_bytes(bad)
    loaded = file(tmp_path).load()
    assert ids(loaded.notes) == ["m0", "m1", "m3", "m4"]
    assert len(loaded.remarks) == 1
    assert "damaged" in loaded.remarks[0]
    assert [kept.read_bytes() for kept in tmp_path.glob("*.log.damaged-*")] == [bad]
    assert file(tmp_path).load() == Loaded(loaded.notes)


@pytest.mark.parametrize("device", [HERE, THERE])
def test_a_journal_cut_at_every_length_keeps_what_was_whole(device: str, tmp_path: Path) -> None:
    grown(tmp_path, 3)
    sound = journal(tmp_path).read_bytes()
    ends = [place + 1 for place, sign in enumerate(sound) if sign == ord("\n")]
    for length in range(len(sound)):
        told = read_journal(sound[:length], IDENTITY)
        whole = sum(end <= length for end in ends[1:])
        assert len(told.notes.bookmarks) == whole
        assert told.is_cut == (length not in (0, *ends))
    journal(tmp_path).write_bytes(sound[:-5])
    loaded = file(tmp_path, device).load()
    assert ids(loaded.notes) == ["m0", "m1"]
    if device == HERE:
        assert "not written to its end" in loaded.remarks[0]
        assert [kept.read_bytes() for kept in tmp_path.glob("*.log.damaged-*")] == [sound[:-5]]
    else:
        assert loaded.remarks == (), "it may still be on its way from the other device"
        assert journal(tmp_path).exists()
        journal(tmp_path).write_bytes(sound)
        assert ids(file(tmp_path, device).load().notes) == ["m0", "m1", "m2"]


def test_four_zeroed_kilobytes_cost_what_stood_there(tmp_path: Path) -> None:
    notes = grown(tmp_path, 60)
    sound = journal(tmp_path).read_bytes()
    bad = sound[:8192] + bytes(4096) + sound[12288:]
    journal(tmp_path).write_bytes(bad)
    loaded = file(tmp_path).load()
    lines = len(sound[8192:12288].splitlines())
    assert len(notes.bookmarks) - len(loaded.notes.bookmarks) <= lines + 1
    assert len(loaded.remarks) == 1


def test_another_texts_journal_is_left_alone(tmp_path: Path) -> None:
    notes = grown(tmp_path, 2)
    other = head_line("f" * 64, HERE) + change_line(Notes().added(mark(9), NOW), "f" * 64)
    assert not read_journal(other, IDENTITY).is_of_text
    journal(tmp_path, THERE).write_bytes(other)
    assert file(tmp_path).load() == Loaded(notes)
    assert journal(tmp_path, THERE).read_bytes() == other
    lines = head_line(IDENTITY, THERE) + other.splitlines(keepends=True)[1]
    assert read_journal(lines, IDENTITY).lost == 1, "a line is one of its text alone"


def test_a_journal_of_a_newer_program_makes_the_notes_read_only(tmp_path: Path) -> None:
    grown(tmp_path, 2)
    head = head_line(IDENTITY, THERE)
    newer = head[9:].replace(b'"reading:format": 2', b'"reading:format": 9')
    line = b"%08x " % zlib.crc32(newer[:-1], zlib.crc32(IDENTITY.encode())) + newer
    journal(tmp_path, THERE).write_bytes(line)
    loaded = file(tmp_path).load()
    assert loaded.is_read_only
    assert ids(loaded.notes) == ["m0", "m1"]
    with pytest.raises(NotSavedError, match="newer version"):
        file(tmp_path).save(loaded.notes.removed("m0"))


@pytest.mark.parametrize("nonsense", [b"", b"\n", b"\n\n", b"null\n", b"\x00" * 5000, b"[" * 100_000 + b"\n"])
def test_a_journal_of_nonsense_says_nothing(nonsense: bytes, tmp_path: Path) -> None:
    notes = grown(tmp_path, 1)
    journal(tmp_path).write_bytes(nonsense)
    loaded = file(tmp_path).load()
    assert loaded.notes == notes
    window = file(tmp_path)
    saved = window.save(notes.added(mark(1), NOW))
    assert file(tmp_path).load() == Loaded(saved)


def test_notes_that_were_changed_while_they_could_not_be_read_are_one_with_those(tmp_path: Path) -> None:
    grown(tmp_path, 3)
    window = file(tmp_path)
    saved = window.save(Notes().added(replace(mark(7), note="alone"), NOW))
    assert ids(saved) == ["m0", "m1", "m2", "m7"]
