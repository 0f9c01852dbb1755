"""Readwise: a CSV of highlights, taken in."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice

from companion.core.message import Message
from companion.core.notes import Colour, MarkKind
from companion.exchange.arrived import MOST_MARKS, Arrived, ArrivedMark, Book, ForeignError, text_in

_COLOURS = {colour.value: colour for colour in Colour}
_COLOURS |= {"pink": Colour.ROSE, "red": Colour.ROSE, "purple": Colour.ROSE, "orange": Colour.YELLOW}

_LONGEST_FIELD = 1_000_000
"""Code points of one field. Python's own limit is less than a long chapter that somebody has marked; without
any, a quotation mark too many would make the rest of a table one field."""

_FORMULA = re.compile(r"'(?=[=@\t\r+-])")
"""Before what a spreadsheet would take for a formula stands an apostrophe, which is no part of it."""


def is_readwise(text: str) -> bool:
    """Whether the first line of a text names the column that Readwise requires."""
    first = _first_line(text)
    return "highlight" in [name.strip().strip('"').casefold() for name in first.split(_delimiter(first))]


def _first_line(text: str) -> str:
    return text.lstrip("\ufeff").split("\n", 1)[0][:10_000]


def _delimiter(first: str) -> str:
    """What parts the columns: a comma, or what a spreadsheet in another language or another program puts."""
    return max(",;\t", key=first.count)


def read_readwise(text: str) -> Arrived:
    """The highlights by book. Raises `ForeignError`."""
    books: dict[tuple[str, str], list[ArrivedMark]] = {}
    delimiter = _delimiter(_first_line(text))
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
    usual = csv.field_size_limit(_LONGEST_FIELD)
    try:
        columns = {name.strip().casefold(): number for number, name in enumerate(next(rows, [])[:100])}
        for row in islice(rows, MOST_MARKS):
            told = {name: _cell(row[number]) for name, number in columns.items() if number < len(row)}
            words = told.get("highlight", "").strip()
            if words:
                names = (
                    told.get("title", told.get("book title", "")),
                    told.get("author", told.get("book author", "")),
                )
                books.setdefault(names, []).append(_mark(words, told))
    except csv.Error:
        raise ForeignError(Message("This table is not written as a CSV file should be.")) from None
    finally:
        csv.field_size_limit(usual)
    return Arrived("readwise", tuple(Book(*names, tuple(marks)) for names, marks in books.items()))


def _cell(value: str) -> str:
    return _FORMULA.sub("", text_in(value), count=1) if value.startswith("'") else text_in(value)


def _mark(words: str, told: dict[str, str]) -> ArrivedMark:
    """A highlight; as Readwise has it, a line of the note that is one word after a full stop is a tag."""
    lines = told.get("note", "").split("\n")
    own = [line.strip()[1:] for line in lines if line.strip().startswith(".") and " " not in line.strip()]
    own += [tag.strip() for tag in told.get("tags", "").split(",")]
    note = "\n".join(line for line in lines if not (line.strip().startswith(".") and " " not in line.strip()))
    colours = [told.get("color", ""), *own]
    colour = next((_COLOURS[name] for name in colours if name in _COLOURS), Colour.YELLOW)
    return ArrivedMark(
        words=words,
        kind=MarkKind.HIGHLIGHT,
        note=note.strip(),
        colour=colour,
        tags=tuple(dict.fromkeys(tag for tag in own if tag and tag not in _COLOURS)),
        created=(told.get("date") or told.get("highlighted at", "")).replace(" ", "T", 1),
    )
