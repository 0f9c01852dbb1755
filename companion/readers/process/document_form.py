"""The form of a Document on a pipe or on the disk: a head, the text, and columns of numbers."""

from __future__ import annotations

import json
import sys
from array import array
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from companion.core.document import BlockKind, Document, Style
from companion.readers.process.message_form import message_told
from companion.readers.process.sound_words import in_utf8, sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MAGIC = b"document\x01"
HEAD_LENGTH = 4
NUMBER = 4
"""Bytes of the number that says how long the head is, and of each in a column."""

STATED = ("title", "author", "language", "format", "identifier", "cover", "encoding")
"""What stands in the head as it is."""

_STRETCH, _SOME = 1 << 18, 1 << 10
"""Signs of the text, and rows of a table, that are looked at together."""

KINDS = tuple(BlockKind)
STYLES = tuple(Style)

COLUMNS = {
    "blocks": 5,  # kind, start, end, level, marker
    "sections": 4,  # title, level, start, end
    "styles": 3,  # start, end, style
    "links": 4,  # start, end, place + 1, address
    "note_marks": 4,  # start, end, start and end of the note
    "place_names": 2,  # name, offset
    "glosses": 3,  # term, start, end
    "tables": 3,  # start, end, how many of the cells are its own
    "cells": 7,  # start, end, row, column, rows, columns, whether it is a heading
    "pictures": 3,  # start, end, source
}
"""How many numbers a row of each table has. A name among them is its place in the list of all names."""


def encoded(document: Document) -> bytes:
    """The form of a document; halves of surrogate pairs, which no reader leaves in it, become U+FFFD.

    First stands ``MAGIC``, then the length of the head; the head, a JSON object in ASCII; the text in UTF-8;
    then, column by column, the tables. All numbers are unsigned, of 32 bits, the lowest byte first.
    """
    return b"".join(encoded_in_parts(document))


def encoded_in_parts(document: Document) -> Iterator[bytes]:
    """The same in parts, one after the other, so that never all of it need be there.

    What takes long is done at once; the text is encoded as it is asked for.
    """
    names = _Names()
    tables = {name: _columns(rows, COLUMNS[name]) for name, rows in _rows(document, names)}
    head = {name: sound(getattr(document, name)) for name in STATED} | {
        "work": document.work,
        "warnings": [message_told(warning) for warning in document.warnings],
        "names": list(names.places),
        "text": sum(map(len, _in_utf8(document.text))),
        "counts": [len(tables[name][0]) for name in COLUMNS],
    }
    told = json.dumps(head, separators=(",", ":")).encode("ascii")
    columns = (_in_bytes(column) for name in COLUMNS for column in tables[name])
    return chain((MAGIC, len(told).to_bytes(HEAD_LENGTH, "little"), told), _in_utf8(document.text), columns)


def _in_utf8(text: str) -> Iterator[bytes]:
    return (in_utf8(text[start : start + _STRETCH]) for start in range(0, len(text), _STRETCH))


class _Names:
    """Names, each once; a row has the place of its name in `places`."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}

    def place(self, name: str) -> int:
        """The place of a name, which is a new one if need be."""
        known = self.places.get(name)  # as the empty marker of nearly all blocks is
        return self.places.setdefault(sound(name), len(self.places)) if known is None else known


def _rows(document: Document, names: _Names) -> Iterable[tuple[str, Iterable[Sequence[int]]]]:
    """The tables of a document, each with its rows."""
    kinds = {kind: number for number, kind in enumerate(KINDS)}
    styles = {style: number for number, style in enumerate(STYLES)}
    place = names.place
    yield (
        "blocks",
        ((kinds[one.kind], one.start, one.end, one.level, place(one.marker)) for one in document.blocks),
    )
    yield "sections", ((place(one.title), one.level, one.start, one.end) for one in document.sections)
    yield "styles", ((start, end, styles[style]) for start, end, style in document.styles)
    yield "links", ((start, end, goal + 1, place(address)) for start, end, goal, address in document.links)
    yield "note_marks", document.note_marks
    yield "place_names", ((place(name), offset) for name, offset in document.place_names)
    yield "glosses", ((place(term), start, end) for term, start, end in document.glosses)
    yield "tables", ((start, end, len(cells)) for start, end, cells in document.tables)
    yield "cells", (cell for table in document.tables for cell in table.cells)
    yield "pictures", ((start, end, place(source)) for start, end, source in document.pictures)


def _columns(rows: Iterable[Sequence[Any]], width: int) -> list[array[int]]:
    """The columns of a table. Raises OverflowError for a number that no sound document has."""
    columns = [array("I") for _ in range(width)]
    waiting = iter(rows)
    while some := list(islice(waiting, _SOME)):
        for column, numbers in zip(columns, zip(*some, strict=True), strict=True):
            column.extend(numbers)
    return columns


def _in_bytes(column: array[int]) -> bytes:
    if sys.byteorder == "big":
        column.byteswap()
    return column.tobytes()
