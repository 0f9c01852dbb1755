"""Finding again: a book whose file was moved or renamed is known by its bytes."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from companion.shelf.books import Book

_MOST_FILES = 200_000
"""Files that are looked at, at most, in all folders together."""

_PIECE = 1024 * 1024


def digests_of(path: Path) -> tuple[str, str]:
    """The BLAKE2b of a file's bytes, of 32 bytes, by which it is known; and the SHA-256, by which books are
    that were put on the shelf earlier. Raises `OSError`."""
    known, former = hashlib.blake2b(digest_size=32), hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            known.update(piece)
            former.update(piece)
    return known.hexdigest(), former.hexdigest()


def found_again(
    books: Iterable[Book], folders: Iterable[Path], *, is_unwanted: Callable[[], bool] = lambda: False
) -> dict[str, Path]:
    """Where the files of missing books lie now, by identity; sought in the folders and all below them.

    Only a file of the same size is read. `is_unwanted` is asked now and then whether to stop.
    """
    sought: dict[int, list[Book]] = {}
    for book in books:
        if book.digest and book.size:
            sought.setdefault(book.size, []).append(book)
    found: dict[str, Path] = {}
    for path in files_below(folders):
        if is_unwanted() or not sought:
            break
        size = _size(path)
        if size not in sought:
            continue
        try:
            digests = digests_of(path)
        except OSError:
            continue
        for book in [book for book in sought[size] if book.digest in digests]:
            found[book.identity] = path
            sought[size].remove(book)
        if not sought[size]:
            del sought[size]
    return found


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def files_below(folders: Iterable[Path]) -> Iterator[Path]:
    """The files of the folders and of all below; links to folders are not followed, hidden ones left out."""
    count = 0
    for folder in dict.fromkeys(folders):
        for place, names, files in os.walk(folder):
            names[:] = sorted(name for name in names if not name.startswith("."))
            for name in sorted(files):
                count += 1
                if count > _MOST_FILES:
                    return
                yield Path(place) / name
