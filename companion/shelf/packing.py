"""Packing: rows of a text are kept small by what the text has in common with itself."""

from __future__ import annotations

import zlib

_SAMPLES, _MOST = 16, 16_384
"""Pieces of the text, and bytes of all of them: half of what the packing can look back on (RFC 1951), since
each row that is taken out looks at all of it."""


def sample_of(text: str) -> bytes:
    """Pieces from all over a text, to which its rows are likened: a fifth is saved of what they take."""
    length = _MOST // _SAMPLES
    if len(text) <= _MOST:
        return b""  # it would itself take more than it saves
    step = len(text) // _SAMPLES
    pieces = (text[start : start + length].encode("utf-8", "replace") for start in range(0, len(text), step))
    return b"".join(piece[:length] for piece in pieces)[:_MOST]


def packed(data: bytes, sample: bytes = b"") -> bytes:
    """The bytes as they are kept."""
    packing = zlib.compressobj(9, zdict=sample) if sample else zlib.compressobj(9)
    return packing.compress(data) + packing.flush()


def unpacked(data: bytes, sample: bytes = b"") -> bytes:
    """The bytes that were kept. Raises `zlib.error` where they were not packed with that sample."""
    packing = zlib.decompressobj(zdict=sample) if sample else zlib.decompressobj()
    return packing.decompress(data)
