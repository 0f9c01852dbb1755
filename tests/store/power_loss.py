"""Every state of the disk that a loss of power may leave: what the store asks of it is replayed."""

from __future__ import annotations

import itertools
import os
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from companion.core.anchors import Anchor
from companion.core.notes import Mark, Notes
from companion.store import atomic
from companion.store.notes_file import NotesFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pytest

IDENTITY = "0123456789abcdef" * 4
DEVICE = "a" * 12
NOW = "2026-11-22T09:00:00Z"

Files = dict[str, bytes]


@dataclass
class Step:
    """One thing that was asked of the disk: its verb, a name, another name or what was written."""

    verb: str
    name: str
    other: str = ""
    data: bytes = b""


@dataclass
class Tape:
    """What was asked of the disk in order, and which notes were acknowledged after how many steps."""

    folder: Path
    steps: list[Step] = field(default_factory=list)
    acknowledged: list[tuple[int, Notes]] = field(default_factory=list)

    def record(self, patch: pytest.MonkeyPatch) -> None:
        """Listens to all that the one module for files does."""
        patch.setattr(atomic, "open", self._open, raising=False)
        patch.setattr(atomic, "_sync", self._sync)
        patch.setattr(atomic, "sync_folder", self._sync_folder)
        for name, verb in (("replace", "rename"), ("link", "link"), ("unlink", "unlink"), ("mkdir", "mkdir")):
            patch.setattr(os, name, self._recorded(getattr(os, name), verb))

    def _recorded(self, call: Callable[..., Any], verb: str) -> Callable[..., Any]:
        def recorded(*given: Any, **named: Any) -> Any:
            done = call(*given, **named)
            names = [self._name(path) for path in given if isinstance(path, (str, Path))]
            if self.folder in Path(given[0]).parents:
                self.steps.append(Step(verb, *names))
            return done

        return recorded

    def _name(self, path: str | Path) -> str:
        return Path(path).relative_to(self.folder).as_posix()

    def _open(self, path: Path, mode: str, buffering: int = 0) -> Any:
        name = self._name(path)
        if mode == "wb" or not path.exists():
            self.steps.append(Step("create", name))
        file = open(path, mode, 0)  # noqa: SIM115 (closed by the one who asked for it)
        return _Recording(file, self, name)

    def _sync(self, handle: int) -> None:
        self.steps.append(Step("sync", self._name(os.readlink(f"/proc/self/fd/{handle}"))))

    def _sync_folder(self, folder: Path) -> None:
        self.steps.append(Step("sync_folder", self._name(folder) if folder != self.folder else "."))


class _Recording:
    """A file that tells what is written into it."""

    def __init__(self, file: Any, tape: Tape, name: str) -> None:
        self._file, self._tape, self._name = file, tape, name

    def write(self, data: Any) -> int:
        self._tape.steps.append(Step("write", self._name, data=bytes(data)))
        return self._file.write(data)

    def __enter__(self) -> _Recording:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@dataclass
class Inode:
    """What a file holds for sure, and what was written after that."""

    sure: bytes = b""
    new: bytes = b""

    @property
    def may_be(self) -> list[bytes]:
        """What of it may be there: nothing new, some of it, all."""
        if not self.new:
            return [self.sure]
        return [self.sure, self.sure + self.new[: len(self.new) // 2], self.sure + self.new]


def states(steps: list[Step]) -> Iterator[Files]:
    """Every state that a loss of power after these steps may leave.

    Of what was asked of a folder since its last sync the first few things may be done, in each folder by
    itself; what was written into a file and not synced may be there, in part, or not at all.
    """
    inodes: list[Inode] = []
    now: dict[str, int] = {}
    sure: dict[str, int] = {}
    waiting: dict[str, list[tuple[str, int | None]]] = defaultdict(list)

    def set_name(name: str, inode: int | None) -> None:
        if inode is None:
            now.pop(name, None)
        else:
            now[name] = inode
        waiting[Path(name).parent.as_posix()].append((name, inode))

    for step in steps:
        match step.verb:
            case "create":
                inodes.append(Inode())
                set_name(step.name, len(inodes) - 1)
            case "write":
                inodes[now[step.name]].new += step.data
            case "sync":
                inode = inodes[now[step.name]]
                inode.sure, inode.new = inode.sure + inode.new, b""
            case "rename":
                inode_number = now[step.name]
                set_name(step.other, inode_number)
                set_name(step.name, None)
                _one_step(waiting, step)
            case "link":
                set_name(step.other, now[step.name])
            case "unlink":
                set_name(step.name, None)
            case "sync_folder":
                for name, number in itertools.chain.from_iterable(_flat(waiting.pop(step.name, []))):
                    _apply(sure, name, number)
    folders = list(waiting)
    for done in itertools.product(*(range(len(waiting[folder]) + 1) for folder in folders)):
        there = dict(sure)
        for folder, count in zip(folders, done, strict=True):
            for name, number in itertools.chain.from_iterable(_flat(waiting[folder][:count])):
                _apply(there, name, number)
        numbers = sorted(set(there.values()))
        for contents in itertools.product(*(inodes[number].may_be for number in numbers)):
            held = dict(zip(numbers, contents, strict=True))
            yield {name: held[number] for name, number in there.items()}


def _one_step(waiting: dict[str, Any], step: Step) -> None:
    """Within a folder a rename is done as one thing."""
    folder = Path(step.name).parent.as_posix()
    if folder == Path(step.other).parent.as_posix():
        *_, new, old = waiting[folder]
        waiting[folder][-2:] = [[new, old]]


def _flat(changes: list[Any]) -> Iterator[list[tuple[str, int | None]]]:
    for change in changes:
        yield change if isinstance(change, list) else [change]


def _apply(names: dict[str, int], name: str, number: int | None) -> None:
    if number is None:
        names.pop(name, None)
    else:
        names[name] = number


def mark(number: int) -> Mark:
    return Mark(f"m{number}", Anchor("wörds", "", "", number, number + 5), note="né" * 20)


def recorded(folder: Path, patch: pytest.MonkeyPatch, device: str, changes: int, fold_every: int) -> Tape:
    """Changes that are saved and folded, on tape."""
    tape = Tape(folder)
    tape.record(patch)
    window = NotesFile(folder, IDENTITY, "x", device=device)
    notes = Notes()
    tape.acknowledged.append((0, notes))
    for number in range(changes):
        notes = notes.added(mark(number), NOW)
        if number % 3 == 2:
            notes = notes.removed(f"m{number - 1}")
        notes = window.save(notes)
        tape.acknowledged.append((len(tape.steps), notes))
        if number % fold_every == fold_every - 1:
            window.fold()
    return tape


def replayed(tape: Tape, folder: Path) -> dict[str, int]:
    """Loads the notes from every state; counts the states, and those in which something is wrong."""
    figures = {"states": 0, "unreadable": 0, "acknowledged lost": 0, "told that the last was cut": 0}
    seen: set[tuple[tuple[str, bytes], ...]] = set()
    for end in range(len(tape.steps) + 1):
        known = max(index for index, (after, _) in enumerate(tape.acknowledged) if after <= end)
        expected = [notes for _, notes in tape.acknowledged[known : known + 2]]
        for files in states(tape.steps[:end]):
            state = (*sorted(files.items()), (str(known), b""))
            if state in seen:
                continue
            seen.add(state)
            _count(figures, files, expected, folder / str(len(seen)))
    return figures


def _count(figures: dict[str, int], files: Files, expected: list[Notes], home: Path) -> None:
    for name, data in files.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    loaded = NotesFile(home, IDENTITY, "x", device=DEVICE).load()
    figures["states"] += 1
    told = [remark for remark in loaded.remarks if "not written to its end" not in remark]
    figures["unreadable"] += bool(told)
    figures["told that the last was cut"] += bool(loaded.remarks) and not told
    figures["acknowledged lost"] += loaded.notes not in expected
