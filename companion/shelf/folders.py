"""Folders: the books that lie in a folder and in all below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.shelf.finding_again import files_below

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_ENDINGS = (
    *(".epub", ".fb2", ".fb2.zip", ".docx", ".pdf", ".html", ".htm", ".xhtml", ".txt", ".text"),
    *(".md", ".markdown"),
)
_NO_BOOKS = ("readme.md", "readme.txt", "license.txt", "licence.txt", "metadata.opf")
"""Files that lie in many folders and that nobody wants to read there."""


def books_below(folder: Path, *, is_unwanted: Callable[[], bool] = lambda: False) -> Iterator[Path]:
    """The files of kinds that can be opened, folder by folder, by name; nothing that is hidden.

    `is_unwanted` is asked at each file whether to stop.
    """
    for path in files_below([folder]):
        if is_unwanted():
            return
        name = path.name.lower()
        if name.endswith(_ENDINGS) and not name.startswith(".") and name not in _NO_BOOKS:
            yield path
