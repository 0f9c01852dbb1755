from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from failing_disk import IDENTITY, NOW, mark

from companion.core.notes import Notes
from companion.store import atomic
from companion.store.notes_file import Loaded, NotesFile, NotSavedError

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAM = Path(__file__).with_name("failing_disk.py")
DEVICE = "a" * 12
DEVICES = pytest.mark.parametrize("device", ["", DEVICE], ids=["whole", "journal"])


def told(*command: object) -> dict[str, Any]:
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def check(figures: dict[str, Any], reason: str) -> None:
    assert not figures["lost"]
    assert figures["acknowledged"] > 5
    assert figures["sentence"].startswith("Your bookmarks and notes could not be saved in ‘FOLDER’ because ")
    assert reason in figures["sentence"]
    assert figures["remarks"] == []
    assert figures["saved later"]
    assert (figures["left"], figures["told later"]) == ([], [])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@DEVICES
@pytest.mark.parametrize("most", [20_000, 33_333])
def test_a_quota_keeps_what_was_saved_and_says_so(device: str, most: int, tmp_path: Path) -> None:
    check(told(sys.executable, PROGRAM, "limit", tmp_path, device, most), "takes no file of this size")


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0 or shutil.which("unshare") is None,
    reason="a small disk is made by root only",
)
@DEVICES
def test_a_full_disk_keeps_what_was_saved_and_says_so(device: str, tmp_path: Path) -> None:
    mounted = f"mount -t tmpfs -o size=400k tmpfs '{tmp_path}'"
    if subprocess.run(["unshare", "-m", "sh", "-c", mounted], check=False, capture_output=True).returncode:
        pytest.skip("no disk can be made here")
    run = f"{mounted} && exec '{sys.executable}' '{PROGRAM}' full '{tmp_path}' '{device}'"
    check(told("unshare", "-m", "sh", "-c", run), "the disk is full")


class Faults:
    """The calls to the disk of which the `nth`, and all after it, fail."""

    def __init__(self, patch: pytest.MonkeyPatch, number: int, nth: int) -> None:
        self.calls, self._number, self._nth = 0, number, nth
        for name in ("replace", "link", "fsync", "unlink", "mkdir"):
            patch.setattr(os, name, self._failing(getattr(os, name)))
        patch.setattr(atomic, "open", self._open, raising=False)

    def _tick(self) -> None:
        self.calls += 1
        if self.calls >= self._nth:
            raise OSError(self._number, os.strerror(self._number))

    def _failing(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def failing(*given: Any, **named: Any) -> Any:
            self._tick()
            return call(*given, **named)

        return failing

    def _open(self, *given: Any) -> Any:
        self._tick()
        return _Failing(open(*given), self._tick)


class _Failing:
    """A file of which a write may put down half and then fail."""

    def __init__(self, file: Any, tick: Callable[[], None]) -> None:
        self._file, self._tick = file, tick

    def write(self, data: Any) -> int:
        try:
            self._tick()
        except OSError:
            self._file.write(data[: len(data) // 2])
            raise
        return self._file.write(data)

    def __enter__(self) -> _Failing:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@DEVICES
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO, errno.EDQUOT])
def test_a_disk_that_fails_at_any_call_keeps_what_was_saved_and_says_so(
    number: int, device: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentences: list[str] = []
    for nth in range(1, 60):
        folder = tmp_path / str(nth)
        window = NotesFile(folder, IDENTITY, "x", device=device)
        saved = window.save(Notes().added(mark(0), NOW))
        with monkeypatch.context() as patch:
            faults = Faults(patch, number, nth)
            wanted = saved
            try:
                for step in range(1, 4):
                    wanted = saved.added(mark(step), NOW)
                    saved = window.save(wanted)
                    if step == 2:
                        window.fold()
            except NotSavedError as error:
                sentences.append(str(error))
        there = NotesFile(folder, IDENTITY, "x", device=device).load().notes
        assert there in (saved, wanted)
        assert window.save(wanted) == wanted, "once the disk is well again all is saved"
        assert NotesFile(folder, IDENTITY, "x", device=device).load() == Loaded(wanted)
        window.fold()
        NotesFile(folder, IDENTITY, "x", device=device).load()
        assert not list(folder.glob("*.tmp")), "nothing is left lying about"
        if faults.calls < nth:
            break
    assert len(sentences) >= 6
    assert all("could not be saved in" in sentence for sentence in sentences)
    assert faults.calls < nth, "every call was made to fail once"


@DEVICES
def test_a_stick_that_is_pulled_out_is_told_and_all_is_written_to_the_next(
    device: str, tmp_path: Path
) -> None:
    stick = tmp_path / "mnt" / "stick"
    window = NotesFile(stick, IDENTITY, "x", device=device)
    notes = window.save(window.save(Notes().added(mark(0), NOW)).added(mark(1), NOW))
    stick.parent.rename(tmp_path / "pulled")
    (tmp_path / "mnt").write_text("nothing is mounted here")
    notes = notes.added(mark(2), NOW)
    with pytest.raises(NotSavedError, match="not a folder"):
        window.save(notes)
    assert not window.has_changed()
    window.save_to(tmp_path / "elsewhere", notes)
    assert NotesFile(tmp_path / "elsewhere", IDENTITY).load() == Loaded(notes)
    (tmp_path / "mnt").unlink()
    (tmp_path / "pulled").rename(tmp_path / "mnt")
    assert window.save(notes) == notes
    assert NotesFile(stick, IDENTITY, device=device).load() == Loaded(notes)
