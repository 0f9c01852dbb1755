"""Folder building: a companion for each book of a folder, by several processes at the same time."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import companion
from companion.building import Complaint
from companion.core.system_errors import why
from companion.shelf.folders import books_below
from companion.store.beside import companion_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future

_ENDING = ".companion.yaml"


class _Book(NamedTuple):
    """A book, and the companion file that is to be written for it."""

    path: Path
    out: Path


def built(folder: Path, out: Path | None, jobs: int) -> Iterator[str | Complaint]:
    """A line for each book of a folder and of all below it, as soon as its companion is there.

    A companion is written beside its book, or into the folder `out`, which has the same folders then. What
    is there already stays as it is. At most `jobs` books are searched at the same time, each by a process of
    its own: what one of them does to its process does not touch the others.
    """
    books: list[_Book] = []
    taken: set[Path] = set()
    for path in books_below(folder):
        there, made = _companion_of(path, folder, out, taken)
        taken.add(made)
        if there:
            yield f"{path}: {made} is there already.\n"
        else:
            books.append(_Book(path, made))
    if not taken:
        yield f"{folder}: there is no book in it.\n"
    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        waiting = {pool.submit(_build, book) for book in books}
        try:
            while waiting:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from sorted(map(_line, done), key=str)
        finally:
            for future in waiting:
                future.cancel()


def _companion_of(path: Path, folder: Path, out: Path | None, taken: set[Path]) -> tuple[bool, Path]:
    """Whether a book has a companion, and which; of two books of one name the second has its ending in it."""
    beside = companion_path(path)
    if out is None and beside is not None and beside not in taken:
        return True, beside
    place = path.parent if out is None else out / path.parent.relative_to(folder)
    made = place / f"{path.stem}{_ENDING}"
    if made in taken:
        made = place / f"{path.name}{_ENDING}"
    return made.is_file(), made


def _line(future: Future[str | Complaint]) -> str | Complaint:
    return future.result()


def _build(book: _Book) -> str | Complaint:
    """What a process says that builds one companion."""
    try:
        book.out.parent.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(
            [*_program(), "build", str(book.path.absolute()), "-o", str(book.out.absolute())],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=_environment(),
            check=False,
        )
    except OSError as error:
        return Complaint(0, f"{book.path}: {why(error)}.")
    if done.returncode == 0:
        told = done.stdout.decode("utf-8", "replace").strip()
        return f"{book.path}: {told}\n"
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    reason = lines[-1] if lines else f"the process that searched it ended with status {done.returncode}."
    return Complaint(0, f"{book.path}: {reason}")


def _program() -> list[str]:
    """The program itself; in a frozen build it is what runs here."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-P", "-m", "companion"]


def _environment() -> dict[str, str]:
    """This one, in which the process finds the program from wherever it was started."""
    places = [str(Path(companion.__file__).resolve().parents[1]), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}
