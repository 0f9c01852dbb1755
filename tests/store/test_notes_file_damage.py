from __future__ import annotations

import builtins
import errno
import os
import random
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from companion.core.anchors import Anchor
from companion.core.notes import Mark, Notes
from companion.store import atomic, lock, notes_file
from companion.store.generations import generations_of
from companion.store.notes_file import Loaded, NotesFile, NotSavedError
from companion.store.notes_json import from_bytes, from_json, to_bytes
from companion.store.seal import DamagedError, sealed, unsealed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

IDENTITY = "0123456789abcdef" * 4
NOW = "2026-11-22T09:00:00Z"


def notes_with(count: int) -> Notes:
    notes = Notes()
    for number in range(count):
        notes = notes.added(Mark(str(number), Anchor("wörds", "", "", number, number + 5), note="né"), NOW)
    return notes


OLD, NEW = notes_with(2), notes_with(3)


def file(folder: Path) -> NotesFile:
    return NotesFile(folder, IDENTITY, "x")


def saved_twice(folder: Path) -> Path:
    notes = file(folder)
    notes.save(OLD)
    notes.save(NEW)
    assert notes.path is not None
    return notes.path


def damaged_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.damaged-*"))


# -- damage


def test_every_flipped_bit_and_every_cut_is_noticed() -> None:
    data = to_bytes(NEW, IDENTITY, "x", {})
    flips = random.Random(1).sample(range(8 * len(data)), 3000)  # noqa: S311
    for place in (*flips, *range(8 * 80)):
        bad = bytearray(data)
        bad[place // 8] ^= 1 << place % 8
        with pytest.raises(DamagedError):
            from_json(unsealed(bytes(bad)))
    for length in range(len(data)):
        with pytest.raises(DamagedError):
            from_json(unsealed(data[:length]))
    with pytest.raises(DamagedError):
        from_json(unsealed(data + b"\n"))


def _flipped(data: bytes) -> bytes:
    return data[:500] + bytes([data[500] ^ 4]) + data[501:]


@pytest.mark.parametrize("share", ["1e999", "NaN", "-3", "9" * 400, '"half"', "true"])
def test_a_share_that_is_none_loses_no_mark(share: str) -> None:
    data = to_bytes(OLD, IDENTITY, "x", {}).partition(b"\n")[2]
    odd = data.replace(b'"exact": "w', b'"reading:share": %s, "exact": "w' % share.encode())
    told = from_bytes(sealed(odd))
    assert [mark.words for mark in told.notes.bookmarks] == ["wörds", "wörds"]


@pytest.mark.parametrize(
    "damage",
    [
        _flipped,
        lambda data: data[:-1],
        lambda data: b"",
        lambda data: bytes(len(data)),
        lambda data: data * 2,
    ],
)
def test_a_damaged_file_is_kept_and_the_one_before_it_taken(
    damage: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = saved_twice(tmp_path)
    bad = damage(path.read_bytes())
    path.write_bytes(bad)
    loaded = file(tmp_path).load()
    assert loaded.notes == NEW, "the newest generation says the same"
    assert len(loaded.remarks) == 1
    assert damaged_files(tmp_path)[0].name in loaded.remarks[0]
    assert [kept.read_bytes() for kept in damaged_files(tmp_path)] == [bad]
    assert file(tmp_path).load() == Loaded(NEW)


def test_damage_that_is_met_while_saving_is_mended_and_told(tmp_path: Path) -> None:
    window = file(tmp_path)
    window.save(OLD)
    notes = window.save(NEW)
    path = saved_twice(tmp_path)
    path.write_bytes(_flipped(path.read_bytes()))
    saved = window.save(notes.added(Mark("9", Anchor("a", "", "", 0, 1)), NOW))
    assert len(saved.bookmarks) == 4
    assert file(tmp_path).load().notes == saved


def test_damage_to_a_file_that_was_read_before_is_met_while_saving(tmp_path: Path) -> None:
    path = saved_twice(tmp_path)
    window = file(tmp_path)
    notes = window.load().notes
    path.write_bytes(path.read_bytes()[:20])
    saved = window.save(notes.removed("0"))
    assert "kept as" in window.remarks[0]
    assert len(damaged_files(tmp_path)) == 1
    assert file(tmp_path).load() == Loaded(saved)
    assert "0" not in saved.by_id


def test_when_the_newest_generation_is_damaged_too_the_one_before_is_taken(tmp_path: Path) -> None:
    path = saved_twice(tmp_path)
    generations = generations_of(tmp_path, IDENTITY)
    assert len(generations) == 2
    for bad in (path, path.with_name(path.name + ".bak"), generations[0].path):
        bad.write_bytes(b"zzz")
    assert file(tmp_path).load().notes == OLD


def test_without_generations_the_file_before_it_is_taken(tmp_path: Path) -> None:
    path = saved_twice(tmp_path)
    shutil.rmtree(tmp_path / "earlier")
    path.write_bytes(b"zzz")
    assert file(tmp_path).load().notes == OLD


def test_when_all_is_damaged_nothing_is_overwritten(tmp_path: Path) -> None:
    path = saved_twice(tmp_path)
    for number, bad in enumerate(sorted(tmp_path.glob("**/*.notes.json*"))):
        bad.write_bytes(b"damage %d" % number)
    window = file(tmp_path)
    loaded = window.load()
    assert loaded.notes == Notes()
    assert "no earlier copy" in loaded.remarks[0]
    assert file(tmp_path).load() == Loaded()
    window.save(OLD)
    assert file(tmp_path).load() == Loaded(OLD)
    assert {kept.read_bytes() for kept in damaged_files(tmp_path)} == {b"damage 2", b"damage 3"}
    assert path.exists()


def test_a_lost_file_is_replaced_by_the_one_before_it(tmp_path: Path) -> None:
    saved_twice(tmp_path).unlink()
    loaded = file(tmp_path).load()
    assert (loaded.notes, len(loaded.remarks)) == (NEW, 1)
    assert file(tmp_path).load() == Loaded(NEW)


def test_notes_that_vanished_are_saved_anew(tmp_path: Path) -> None:
    window = file(tmp_path / "stick")
    window.save(NEW)
    shutil.rmtree(tmp_path / "stick")
    assert window.save(NEW) == NEW
    assert file(tmp_path / "stick").load() == Loaded(NEW)


def test_notes_that_were_damaged_without_a_copy_are_saved_anew(tmp_path: Path) -> None:
    window = file(tmp_path)
    window.save(NEW)
    assert window.path is not None
    window.path.write_bytes(b"zzz")
    assert window.save(NEW) == NEW
    assert window.remarks
    assert file(tmp_path).load() == Loaded(NEW)


def test_another_texts_file_under_this_name_is_left_alone(tmp_path: Path) -> None:
    path = saved_twice(tmp_path)
    other = to_bytes(notes_with(9), "f" * 64, "y", {})
    path.write_bytes(other)
    path.with_name(path.name + ".bak").unlink()
    window = file(tmp_path)
    assert window.load().notes == Notes()
    window.save(NEW)
    assert path.read_bytes() == other
    assert file(tmp_path).load() == Loaded(NEW)


# -- disks that will not


class Faults:
    """The calls to the system that fail from the `nth` on."""

    def __init__(self, patch: pytest.MonkeyPatch, number: int, nth: int) -> None:
        self.calls = 0
        self._number = number
        self._nth = nth
        for module, name in ((os, "replace"), (os, "link"), (os, "fsync"), (os, "open"), (os, "unlink")):
            patch.setattr(module, name, self._failing(getattr(module, name)))
        patch.setattr(atomic, "open", self._open, raising=False)
        patch.setattr(atomic.shutil, "copyfile", self._failing(atomic.shutil.copyfile))

    def _tick(self) -> None:
        self.calls += 1
        if self.calls >= self._nth:
            raise OSError(self._number, os.strerror(self._number))

    def _failing(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def failing(*arguments: Any, **named: Any) -> Any:
            self._tick()
            return call(*arguments, **named)

        return failing

    def _open(self, *arguments: Any) -> Any:
        self._tick()
        opened = builtins.open(*arguments)  # noqa: SIM115 (closed by the one who asked for it)
        opened.write = self._failing(opened.write) if "w" in arguments[1] else opened.write
        return opened


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO, errno.EDQUOT])
def test_a_disk_that_fails_at_any_moment_leaves_the_old_file_and_says_so(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentences: list[str] = []
    for nth in range(1, 30):
        folder = tmp_path / str(nth)
        window = file(folder)
        window.save(OLD)
        with monkeypatch.context() as patch:
            faults = Faults(patch, number, nth)
            try:
                window.save(NEW)
            except NotSavedError as error:
                sentences.append(str(error).replace(str(folder), "FOLDER"))
                expected = OLD
            else:
                expected = NEW
        assert file(folder).load() == Loaded(expected)
        assert window.save(NEW) == NEW, "once the disk is well again all is saved"
        assert file(folder).load() == Loaded(NEW)
        assert not list(folder.glob("*.tmp")), "nothing is left lying about"
        if faults.calls < nth:
            break
    assert len(sentences) >= 4
    assert all("could not be saved in ‘FOLDER’ because" in sentence for sentence in sentences)
    assert faults.calls < nth, "every call was made to fail once"


def test_a_full_disk_and_a_closed_folder_are_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, words in (
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "not permitted"),
        (99999, "says"),
    ):
        with monkeypatch.context() as patch:
            Faults(patch, number, 1)
            with pytest.raises(NotSavedError, match=words):
                file(tmp_path).save(NEW)


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(NotSavedError, match="could not be saved in"):
        file(tmp_path / "taken").save(NEW)
    assert file(tmp_path / "taken").load().notes == Notes()


def test_a_read_only_disk_still_shows_what_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved_twice(tmp_path)
    before = _flipped(path.read_bytes())
    path.write_bytes(before)
    Faults(monkeypatch, errno.EROFS, 1)
    loaded = file(tmp_path).load()
    assert (loaded.notes, len(loaded.remarks)) == (NEW, 1)
    assert path.read_bytes() == before


def test_another_window_that_never_ends_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes_file, "_PATIENCE", 0.05)
    with (
        lock.locked(tmp_path / f".{IDENTITY[:8]}.lock", 1),
        pytest.raises(NotSavedError, match="another window"),
    ):
        file(tmp_path).save(NEW)
    assert file(tmp_path).save(NEW) == NEW


def test_a_disk_without_second_names_gets_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    path = saved_twice(tmp_path)
    path.write_bytes(b"zzz")
    assert file(tmp_path).load().notes == NEW
