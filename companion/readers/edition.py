"""Edition: a text that was read is good only as long as it would be read again in the same way."""

from __future__ import annotations

import contextlib
import hashlib
import os
from functools import cache
from typing import TYPE_CHECKING

from companion import __version__
from companion.core import document

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def edition() -> str:
    """A checksum of what decides how a file is read: this package, and what a document is.

    A source is judged by its size and its time, as Python itself judges whether what it has compiled is still
    good. In a frozen build, where there are no sources, the program's version stands for them.
    """
    checksum = hashlib.sha256(__version__.encode())
    for path in (*sorted(_sources_in(os.path.dirname(__file__))), document.__file__):
        with contextlib.suppress(OSError):
            found = os.stat(path)
            checksum.update(f"{os.path.basename(path)} {found.st_size} {found.st_mtime_ns}\n".encode())
    return checksum.hexdigest()[:16]


def _sources_in(folder: str) -> Iterator[str]:
    """The sources in a folder and below; found without pathlib, which takes five times as long at a start."""
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        for one in found:
            if one.name.endswith(".py"):
                yield one.path
            elif one.is_dir():
                yield from _sources_in(one.path)
