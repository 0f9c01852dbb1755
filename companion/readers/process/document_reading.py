"""The form of a Document is read back, and nothing in it is believed before it was looked at."""

from __future__ import annotations

import json
import re
import sys
from array import array
from itertools import accumulate, islice, pairwise
from operator import le, lt
from typing import TYPE_CHECKING, Any, NamedTuple

from companion.core.document import (
    Blocks,
    Cell,
    Document,
    Gloss,
    Link,
    NoteMark,
    Picture,
    PlaceName,
    Section,
    Span,
    StyledRun,
    Table,
)
from companion.readers.process.document_form import (
    COLUMNS,
    HEAD_LENGTH,
    KINDS,
    MAGIC,
    NUMBER,
    STATED,
    STYLES,
)
from companion.readers.process.message_form import MalformedError, check, message_read
from companion.readers.process.sound_words import is_sound
from companion.readers.references import is_outside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LONGEST_STATED, _MOST_WARNINGS = 100_000, 1_000
_DEEPEST, _WIDEST = 100_000, 10_000_000
"""Levels of nesting, and rows or columns of a table: beyond what the readers themselves allow."""
_FORMAT = re.compile(r"[a-z0-9 ]{1,20}")


def decoded(data: bytes | memoryview) -> Document:
    """The document in this form; raises MalformedError, and nothing else, when it breaks any rule of one.

    Every span lies within the text, everything stands in its order, blocks do not overlap, sections lie whole
    within each other, and addresses lead to the web or to mail.
    """
    try:
        return _document(memoryview(data))
    except (ValueError, RecursionError, LookupError, TypeError) as error:
        raise MalformedError("no document") from error


class _Tables(NamedTuple):
    """The columns of each table, the names that they speak of, and how long the text is."""

    columns: dict[str, list[array[int]]]
    names: list[str]
    length: int

    def named(self, places: Iterable[int]) -> Iterator[str]:
        """The names at those places."""
        return map(self.names.__getitem__, places)


def _document(data: memoryview) -> Document:
    check(data[: len(MAGIC)] == MAGIC)
    start = len(MAGIC) + HEAD_LENGTH
    length = int.from_bytes(data[len(MAGIC) : start], "little")
    head = json.loads(bytes(data[start : start + length]))
    start += length
    check(type(head["text"]) is int and 0 <= head["text"] <= len(data) - start)
    text = str(data[start : start + head["text"]], "utf-8")
    columns = _columns(data[start + head["text"] :], head["counts"])
    names = _words(head["names"])
    tables = _Tables(columns, names, len(text))
    check(_FORMAT.fullmatch(head["format"]) is not None)
    return Document(
        text=text,
        blocks=_blocks(tables),
        sections=_sections(tables),
        styles=_styles(tables),
        work=_work(head["work"], len(text)),
        links=_links(tables),
        note_marks=_note_marks(tables),
        place_names=_place_names(tables),
        glosses=_glosses(tables),
        tables=_tables(tables),
        pictures=_pictures(tables),
        warnings=_warnings(head["warnings"]),
        **dict(zip(STATED, _words([head[name] for name in STATED]), strict=True)),
    )


def _columns(data: memoryview, counts: Any) -> dict[str, list[array[int]]]:
    check(len(counts) == len(COLUMNS) and all(type(count) is int and count >= 0 for count in counts))
    found, start = {}, 0
    for (name, width), count in zip(COLUMNS.items(), counts, strict=True):
        size = count * NUMBER
        check(start + width * size <= len(data))
        found[name] = [_column(data[start + n * size : start + (n + 1) * size]) for n in range(width)]
        start += width * size
    check(start == len(data))
    return found


def _column(data: memoryview) -> array[int]:
    column = array("I")
    column.frombytes(data)
    if sys.byteorder == "big":
        column.byteswap()
    return column


def _words(words: Any) -> list[str]:
    check(type(words) is list and all(type(one) is str for one in words))
    check(all(len(one) <= _LONGEST_STATED and is_sound(one) for one in words))
    return list(words)


def _blocks(tables: _Tables) -> Blocks:
    kinds, starts, ends, levels, markers = tables.columns["blocks"]
    check(all(map(lt, starts, ends)) and all(map(le, ends, islice(starts, 1, None))))
    _check_ends(ends, tables.length)
    check(max(levels, default=0) <= _DEEPEST)
    check(max(kinds, default=0) < len(KINDS) and max(markers, default=-1) < len(tables.names))
    return Blocks(array("B", kinds), starts, ends, levels, markers, tables.names)


def _sections(tables: _Tables) -> tuple[Section, ...]:
    titles, levels, starts, ends = tables.columns["sections"]
    _check_spans(starts, ends, tables.length)
    check(max(levels, default=0) <= _DEEPEST)
    around: list[int] = []
    for start, end in zip(starts, ends, strict=True):
        while around and around[-1] <= start:
            around.pop()
        check(not around or end <= around[-1])
        around.append(end)
    return tuple(map(Section, tables.named(titles), levels, starts, ends))


def _styles(tables: _Tables) -> tuple[StyledRun, ...]:
    starts, ends, styles = tables.columns["styles"]
    _check_spans(starts, ends, tables.length)
    return tuple(map(StyledRun, starts, ends, map(STYLES.__getitem__, styles)))


def _links(tables: _Tables) -> tuple[Link, ...]:
    starts, ends, goals, addresses = tables.columns["links"]
    _check_spans(starts, ends, tables.length)
    check(max(goals, default=0) <= tables.length + 1)
    made = tuple(map(Link, starts, ends, (goal - 1 for goal in goals), tables.named(addresses)))
    check(all(is_outside(address) if place < 0 else not address for _, _, place, address in made))
    return made


def _note_marks(tables: _Tables) -> tuple[NoteMark, ...]:
    starts, ends, note_starts, note_ends = tables.columns["note_marks"]
    _check_spans(starts, ends, tables.length)
    check(all(map(le, note_starts, note_ends)))
    _check_ends(note_ends, tables.length)
    return tuple(map(NoteMark, starts, ends, note_starts, note_ends))


def _place_names(tables: _Tables) -> tuple[PlaceName, ...]:
    names, offsets = tables.columns["place_names"]
    _check_order(offsets)
    _check_ends(offsets, tables.length)
    return tuple(map(PlaceName, tables.named(names), offsets))


def _glosses(tables: _Tables) -> tuple[Gloss, ...]:
    terms, starts, ends = tables.columns["glosses"]
    _check_spans(starts, ends, tables.length)
    return tuple(map(Gloss, tables.named(terms), starts, ends))


def _tables(tables: _Tables) -> tuple[Table, ...]:
    starts, ends, counts = tables.columns["tables"]
    _check_spans(starts, ends, tables.length)
    cells = _cells(tables)
    reached = [0, *accumulate(counts)]
    check(reached[-1] == len(cells))
    made = tuple(
        Table(start, end, cells[first:last])
        for start, end, (first, last) in zip(starts, ends, pairwise(reached), strict=True)
    )
    for table in made:
        check(all(table.start <= cell.start and cell.end <= table.end for cell in table.cells))
    return made


def _cells(tables: _Tables) -> tuple[Cell, ...]:
    starts, ends, *places, headings = tables.columns["cells"]
    check(all(map(le, starts, ends)))
    _check_ends(ends, tables.length)
    check(all(max(column, default=0) <= _WIDEST for column in places))
    check(all(min(column, default=1) >= 1 for column in places[2:]) and max(headings, default=0) <= 1)
    return tuple(map(Cell, starts, ends, *places, map(bool, headings)))


def _pictures(tables: _Tables) -> tuple[Picture, ...]:
    starts, ends, sources = tables.columns["pictures"]
    _check_spans(starts, ends, tables.length)
    return tuple(map(Picture, starts, ends, tables.named(sources)))


def _work(told: Any, length: int) -> Span | None:
    if told is None:
        return None
    start, end = told
    check(type(start) is int and type(end) is int and 0 <= start <= end <= length)
    return Span(start, end)


def _warnings(told: Any) -> tuple[Any, ...]:
    check(type(told) is list and len(told) <= _MOST_WARNINGS)
    return tuple(map(message_read, told))


def _check_spans(starts: Sequence[int], ends: Sequence[int], length: int) -> None:
    """Whether the spans stand in order, each from its start to its end, within the text."""
    check(all(map(le, starts, ends)))
    _check_order(starts)
    _check_ends(ends, length)


def _check_order(starts: Sequence[int]) -> None:
    check(all(map(le, starts, islice(starts, 1, None))))


def _check_ends(ends: Sequence[int], length: int) -> None:
    check(max(ends, default=0) <= length)
