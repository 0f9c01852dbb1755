"""Journal: what one device adds to the notes of a text, one line a change, each with its own checksum."""

from __future__ import annotations

import json
import zlib
from typing import NamedTuple

from companion.core.notes import Notes
from companion.core.reconciling import gathered
from companion.store.notes_json import FORMAT, delta_json, delta_of
from companion.store.seal import DamagedError, Json

_DIGITS = 8


class JournalText(NamedTuple):
    """What a journal says: its format, the notes that all its lines come to, and what could not be read.

    `is_of_text` is False for a journal of another text. `lost` counts the lines that are not as they were
    written; `is_cut` says that the last one ends too early, because it is being written or never was whole.
    """

    format: int
    notes: Notes
    is_of_text: bool = True
    lost: int = 0
    is_cut: bool = False


def head_line(identity: str, device: str) -> bytes:
    """The first line of a new journal; no two journals begin alike."""
    import uuid

    begun = uuid.uuid4().hex
    told = {"reading:format": FORMAT, "reading:text": identity, "reading:device": device, "begun": begun}
    return _line(told, identity)


def change_line(new: Notes, identity: str) -> bytes:
    """The line of one change: what is new in the notes by it."""
    return _line(delta_json(new, identity), identity)


def read_journal(data: bytes, identity: str) -> JournalText:
    """What a journal of the text with that identity says. Never raises; what is damaged is counted."""
    *lines, tail = data.split(b"\n")
    form, lost, found = FORMAT, 0, []
    for number, line in enumerate(lines):
        told = _told(line, identity)
        if told is None and number == 0 and _is_of_another(line, identity):
            return JournalText(0, Notes(), is_of_text=False)
        if told is not None and number == 0 and "reading:format" in told:
            form = told["reading:format"]
        elif (notes := _notes(told)) is not None:
            found.append(notes)
        else:
            lost += 1
    notes = gathered(found) if found else Notes()
    return JournalText(form if isinstance(form, int) else FORMAT, notes, lost=lost, is_cut=bool(tail))


def _line(told: Json, identity: str) -> bytes:
    data = json.dumps(told, check_circular=False).encode("ascii")  # where every line end is escaped
    return b"%s %s\n" % (_checksum(data, identity), data)


def _checksum(data: bytes, identity: str) -> bytes:
    """CRC-32 of the line as one of this text; for any other text it is another."""
    return b"%08x" % zlib.crc32(data, zlib.crc32(identity.encode()))


def _told(line: bytes, identity: str) -> Json | None:
    """The JSON object of a line; None for a line that is not as it was written for this text."""
    data = line[_DIGITS + 1 :]
    if line[: _DIGITS + 1] != _checksum(data, identity) + b" ":
        return None
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _notes(told: Json | None) -> Notes | None:
    try:
        return None if told is None else delta_of(told)
    except DamagedError:
        return None


def _is_of_another(line: bytes, identity: str) -> bool:
    """Whether a first line is one of another text, whole and sound."""
    try:
        told = json.loads(line[_DIGITS + 1 :])
        other = told["reading:text"]
    except (ValueError, RecursionError, KeyError, TypeError):
        return False
    return isinstance(other, str) and other != identity and _told(line, other) is not None
