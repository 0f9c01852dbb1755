"""Frames: what a program and its reading process say to each other: one letter, a length, then bytes."""

from __future__ import annotations

import os
from typing import NamedTuple

READ, SHOW = b"R", b"S"
"""Asked: the document in a file; a picture in it. After READ come the bytes of the file, in a frame FILE."""
FILE = b"F"

READING, EVERYTHING, PICTURES = "reading", "everything", "pictures"
"""What a process is to get ready for, before it shuts itself in: for reading the file, as far as can be
foreseen; for all that it can read; only for showing pictures."""

PROGRESS, BEGINNING = b"p", b"b"
"""Answered meanwhile: a share; the form of a document's beginning, once at most, to whoever wishes for it."""

LARGEST_BEGINNING = 8 * 2**20
"""Bytes of the form of a beginning; a larger one, as of a table that never ends, is not told."""

DOCUMENT, REFUSAL, PICTURE, NOTHING, FAILURE = b"d", b"r", b"i", b"n", b"f"
"""Answered: a document's form; a message; pixels; that there is no such picture; a kind of error."""

_LENGTH = 8
_PORTION = 1 << 20


class Frame(NamedTuple):
    """One thing that was said."""

    letter: bytes
    content: bytes


class BrokenOffError(Exception):
    """Whoever spoke is no more, or speaks of something else."""


def write_frame(handle: int, letter: bytes, content: bytes) -> None:
    """Writes one frame; OSError when nobody reads any more."""
    for part in (letter + len(content).to_bytes(_LENGTH, "little"), content):
        left = memoryview(part)
        while left:
            left = left[os.write(handle, left[:_PORTION]) :]


def read_frame(handle: int, most: int) -> Frame:
    """The next frame; BrokenOffError when there is none any more, or it has more than `most` bytes."""
    head = _read(handle, 1 + _LENGTH)
    length = int.from_bytes(head[1:], "little")
    if length > most:
        raise BrokenOffError
    return Frame(bytes(head[:1]), _read(handle, length))


def _read(handle: int, length: int) -> bytes:
    parts = []
    while length:
        part = os.read(handle, min(length, _PORTION))
        if not part:
            raise BrokenOffError
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
