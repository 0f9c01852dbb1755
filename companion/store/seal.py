"""Seal: a JSON file whose first field is the checksum of all the rest, so that no damage goes unnoticed."""

from __future__ import annotations

import hashlib
import json
from typing import Any

Json = dict[str, Any]


class DamagedError(Exception):
    """A file that does not say what was written into it."""


def sealed(rest: bytes) -> bytes:
    """The whole file: a JSON object whose first field is the checksum of the `rest`."""
    return _seal(rest) + rest


def seal_of(data: bytes) -> bytes:
    """The first line of a file, by which two files are told apart."""
    return data[: data.find(b"\n") + 1]


def check(data: bytes) -> None:
    """Raises `DamagedError` when a single bit of a file is not as it was written."""
    seal = seal_of(data)
    if not seal or _seal(data[len(seal) :]) != seal:
        raise DamagedError


def unsealed(data: bytes) -> Json:
    """The JSON object of a file. Raises `DamagedError` when a single bit of it is not as it was written."""
    check(data)
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DamagedError from error
    return told if isinstance(told, dict) else {}


def _seal(rest: bytes) -> bytes:
    return b'{"sha256": "%s",\n' % hashlib.sha256(rest).hexdigest().encode()
