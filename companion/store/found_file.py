"""Found file: what was found in a text is kept until the text or the search changes; may be deleted."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from array import array
from itertools import chain
from typing import TYPE_CHECKING

from companion.core.document import BlockKind, Style
from companion.store import atomic, found_json
from companion.store.room import make_room
from companion.store.seal import DamagedError, sealed, unsealed

if TYPE_CHECKING:
    from pathlib import Path

    from companion.core.document import Document
    from companion.core.found import Found

_FORMAT = 3
_ENDING = ".json"
_STRETCH = 1 << 20
_KINDS = {kind: number for number, kind in enumerate(BlockKind)}
_STYLES = {style: number for number, style in enumerate(Style)}
_KEPT = 200
"""Texts of which what was found is kept; beyond that, those that were not opened longest go."""


def fingerprint(document: Document) -> str:
    """What a document is known again by, sign for sign: text, language and blocks, as hexadecimal digits."""
    checksum, text = hashlib.sha256(), document.text
    for start in range(0, len(text), _STRETCH):
        checksum.update(text[start : start + _STRETCH].encode("utf-8", "surrogatepass"))
    told = [document.language, document.title, len(document.blocks)]
    checksum.update(json.dumps(told).encode())
    for numbers in (
        ((_KINDS[block.kind], block.start, block.end) for block in document.blocks),
        ((_STYLES[run.style], run.start, run.end) for run in document.styles),
    ):
        checksum.update(array("I", chain.from_iterable(numbers)))
    return checksum.hexdigest()


def written(found: Found, document: Document, edition: str) -> bytes:
    """A file that says what was found in `document` by an `edition` of the search, under a checksum."""
    told = {
        "format": _FORMAT,
        "edition": edition,
        "fingerprint": fingerprint(document),
        "found": found_json.told(found),
    }
    words = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return sealed(words.removeprefix("{").encode("utf-8", "surrogatepass"))


def read(data: bytes, document: Document, edition: str = "") -> Found:
    """What was found in `document`, by this `edition` of the search or, without it, by any.

    Raises `DamagedError` for a file that is damaged, or of another text.
    """
    told = unsealed(data)
    if (told.get("format"), told.get("fingerprint")) != (_FORMAT, fingerprint(document)):
        raise DamagedError
    if edition and told.get("edition") != edition:
        raise DamagedError
    return found_json.read(told.get("found", {}), len(document.text))


class FoundFiles:
    """A folder with what was found in texts. A file that cannot be used is as if it were not there."""

    def __init__(self, folder: Path, edition: str) -> None:
        self._folder, self._edition = folder, edition

    def find(self, document: Document) -> Found | None:
        """What was found in `document` before; None where that is not known, or not any more."""
        path = self._path(document)
        try:
            found = read(path.read_bytes(), document, self._edition)
        except (OSError, DamagedError):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return found

    def keep(self, document: Document, data: bytes) -> None:
        """Keeps a file for the next time that `document` is opened; where it cannot be kept, nothing is."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            atomic.write(self._path(document), data)
            make_room(self._folder, _ENDING, _KEPT)

    def _path(self, document: Document) -> Path:
        return self._folder / f"{fingerprint(document)}{_ENDING}"
