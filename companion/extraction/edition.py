"""Edition: what was found is good only as long as it would be found again in the same way."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from companion import __version__, resources


@cache
def edition() -> str:
    """A checksum of everything that decides what is found: this package, its word lists and its weights.

    A file is judged by its size and its time, as Python itself judges whether what it has compiled is good.
    In a frozen build, where the package is no files, the program's version stands for it.
    """
    folders = [Path(__file__).parent, resources.path("words"), resources.path("weights")]
    checksum = hashlib.sha256(__version__.encode())
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.suffix in _KINDS and file.is_file():
                name, known = file.relative_to(folder).as_posix(), file.stat()
                checksum.update(f"{name} {known.st_size} {known.st_mtime_ns}\n".encode())
    return checksum.hexdigest()[:16]


_KINDS = frozenset({".py", ".txt", ".json"})
