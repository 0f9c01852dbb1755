"""Objects of a PDF that are packed together in streams are unpacked, as far as they are looked at."""

from __future__ import annotations

import re
import zlib
from itertools import islice

_PACKED = re.compile(rb"/Type\s*/ObjStm\b")
_BEGUN = re.compile(rb"\bobj\b")
_STREAM = re.compile(rb"stream\r?\n?")
_FIRST = re.compile(rb"/First\s+(\d{1,8})\b")
_MOST_STREAMS, _MOST_BYTES = 2_000, 16_000_000
_LONGEST_HEAD = 2_000
"""Bytes before and behind the name of its kind in which what is said of a stream is looked for."""


def packed_objects(data: bytes) -> dict[int, bytes]:
    """What the packed objects of a file say, by their numbers; not that of the later ones of a huge file.

    ISO 32000-2, 7.5.7.
    """
    found: dict[int, bytes] = {}
    left = _MOST_BYTES
    for kind in islice(_PACKED.finditer(data), _MOST_STREAMS):
        stream = _STREAM.search(data, kind.end(), kind.end() + _LONGEST_HEAD)
        if stream is None or left <= 0:
            continue
        before = data[max(0, kind.start() - _LONGEST_HEAD) : stream.start()]
        begun = list(_BEGUN.finditer(before))
        said = before[begun[-1].end() :] if begun else before
        content = _content(data, stream.end(), left, is_deflated=b"Flate" in said)
        left -= len(content)
        first = _FIRST.search(said)
        if first is not None:
            found.update(_parted(content, int(first[1])))
    return found


def _content(data: bytes, start: int, most: int, *, is_deflated: bool) -> bytes:
    end = data.find(b"endstream", start)
    content = data[start : end if end >= 0 else start]
    if not is_deflated:
        return content[:most]
    try:
        return zlib.decompressobj().decompress(content, most)
    except zlib.error:
        return b""


def _parted(content: bytes, first: int) -> dict[int, bytes]:
    """The objects in a stream that says first which numbers they have, and where each begins."""
    try:
        said = [int(number) for number in content[:first].split()]
    except ValueError:
        return {}
    ends = [*said[3::2], len(content) - first]
    places = zip(said[::2], said[1::2], ends, strict=False)
    return {number: content[first + start : first + end] for number, start, end in places}
