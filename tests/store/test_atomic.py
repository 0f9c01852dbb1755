from __future__ import annotations

import itertools
import os
import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from companion.store import atomic

if TYPE_CHECKING:
    from pathlib import Path


class Step(NamedTuple):
    """One thing that was asked of the disk."""

    verb: str
    name: str = ""
    other: str = ""


class Recorder:
    """What `atomic` asks of the disk, in order."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.steps: list[Step] = []
        self._patch = patch
        for module, name, verb in ((os, "replace", "rename"), (os, "link", "link")):
            self._record(module, name, verb)
        self._record(atomic, "sync_folder", "sync_folder")
        patch.setattr(atomic, "open", self._open, raising=False)
        patch.setattr(atomic, "_sync", self._sync)

    def _record(self, module: Any, name: str, verb: str) -> None:
        call = getattr(module, name)

        def recorded(*paths: Path) -> Any:
            self.steps.append(Step(verb, *(path.name for path in paths)))
            return call(*paths)

        self._patch.setattr(module, name, recorded)

    def _open(self, path: Path, mode: str) -> Any:
        self.steps.append(Step("write", path.name))
        self._opened = path.name
        return path.open(mode)

    def _sync(self, handle: int) -> None:
        os.fsync(handle)
        self.steps.append(Step("sync", self._opened))


def after_power_loss(steps: list[Step], names: dict[str, str]) -> list[dict[str, str]]:
    """Every state of the folder that a loss of power after the last of `steps` may leave.

    Of what was asked of the folder after its last sync the system may have done the first few things only;
    what was written into a file and not synced may be there, in part, or not at all.
    """
    changes = [index for index, step in enumerate(steps) if step.verb in {"rename", "link", "write"}]
    synced = max((index for index, step in enumerate(steps) if step.verb == "sync_folder"), default=-1)
    sure = sum(index < synced for index in changes)
    states = []
    for done in range(sure, len(changes) + 1):
        folder, dirty = dict(names), set()
        for step in steps:
            if step.verb == "sync":
                dirty.discard(f"new in {step.name}")
        for index in changes[:done]:
            verb, name, other = steps[index]
            if verb == "write":
                folder[name] = f"new in {name}"
                if Step("sync", name) not in steps[index:]:
                    dirty.add(folder[name])
            elif verb == "link":
                folder[other] = folder[name]
            elif name in folder:
                folder[other] = folder.pop(name)
        for damage in itertools.product(("", "half", "whole"), repeat=len(dirty)):
            now = dict(zip(sorted(dirty), damage, strict=True))
            states.append(
                {name: what if now.get(what) in ("whole", None) else "" for name, what in folder.items()}
            )
    return states


def test_a_loss_of_power_at_any_moment_leaves_something_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main, backup = tmp_path / "main", tmp_path / "backup"
    atomic.write(main, b"1")
    atomic.write(main, b"2", backup)
    recorder = Recorder(monkeypatch)
    atomic.write(main, b"3", backup)
    steps, before = recorder.steps, {"main": "2", "backup": "1"}
    assert (main.read_bytes(), backup.read_bytes()) == (b"3", b"2")
    for end in range(len(steps) + 1):
        for state in after_power_loss(steps[:end], before):
            assert state["main"] in {"2", "new in main.tmp"}, steps[:end]
            assert state["backup"] in {"1", "2"}
    for state in after_power_loss(steps, before):
        assert state["main"] == "new in main.tmp", "what was acknowledged is there"


def test_the_model_knows_what_a_missing_sync_costs() -> None:
    careless = [Step("write", "main.tmp"), Step("rename", "main.tmp", "main")]
    found = after_power_loss(careless, {"main": "2"})
    assert {state["main"] for state in found} == {"2", "new in main.tmp", ""}


def test_files_set_aside_never_replace_one_another(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / "x").write_text(str(number))
        atomic.set_aside(tmp_path / "x")
    assert [path.read_text() for path in sorted(tmp_path.iterdir())] == ["0", "1", "2"]
    assert all(re.fullmatch(r"x\.damaged-[123]", path.name) for path in tmp_path.iterdir())


def test_a_backup_that_is_already_the_file_is_left(tmp_path: Path) -> None:
    main, backup = tmp_path / "main", tmp_path / "backup"
    main.write_text("a")
    atomic.keep(main, backup)
    atomic.keep(main, backup)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup", "main"]


def test_a_failed_write_leaves_the_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = tmp_path / "main"
    atomic.write(main, b"1")

    def full(handle: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fsync", full)
    monkeypatch.setattr(atomic, "_sync", full)
    with pytest.raises(OSError, match="full"):
        atomic.write(main, b"2", tmp_path / "backup")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("main", b"1")]


@pytest.mark.skipif(os.name == "nt", reason="links are another matter there")
def test_a_link_stays_a_link_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link, backup = tmp_path / "elsewhere" / "kept", tmp_path / "notes", tmp_path / "notes.bak"
    link.symlink_to(target)
    for data in (b"one", b"two", b"three"):
        atomic.write(link, data, backup)
    assert link.is_symlink()
    assert not backup.is_symlink()
    assert (target.read_bytes(), backup.read_bytes()) == (b"three", b"two")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["elsewhere", "kept", "notes", "notes.bak"]
