"""Marked text: a document written with its dates and people marked, for tests of what is told of them.

``[July 1942|1942-07]`` is a date and its EDTF value, ``{Enver Hoxha|hoxha}`` names a person.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from companion.core.document import Block, BlockKind, Document, Span
from companion.core.found import Time
from companion.extraction.people.finding import FoundPerson
from companion.extraction.source import Source, source_of

_MARK = re.compile(r"\[(?P<date>[^\]|]+)\|(?P<value>[^\]]+)\]|\{(?P<name>[^}|]+)\|(?P<person>\w+)\}")
_PARAGRAPH = re.compile(r"[^\n]+")


class Marked(NamedTuple):
    """A document ready to be searched, and what is marked in it."""

    source: Source
    times: list[Time]
    people: list[FoundPerson]


def marked(text: str, *, language: str = "en", **genders: str) -> Marked:
    """The document of a marked `text`, one paragraph a line; `genders` gives that of each person ("m", "f").

    A line that begins with "# " is a heading.
    """
    plain, times, places = "", [], dict[str, list[Span]]()
    place = 0
    for mark in _MARK.finditer(text):
        plain += text[place : mark.start()]
        words = mark["date"] or mark["name"]
        span = Span(len(plain), len(plain) + len(words))
        if mark["date"]:
            times.append(Time(*span, mark["value"]))
        else:
            places.setdefault(mark["person"], []).append(span)
        plain += words
        place = mark.end()
    plain += text[place:]
    people = [_person(entry, spans, plain, genders.get(entry, "")) for entry, spans in places.items()]
    blocks = tuple(_block(plain, *found.span()) for found in _PARAGRAPH.finditer(plain))
    return Marked(source_of(Document(plain, blocks, language=language)), times, people)


def _person(entry: str, spans: list[Span], text: str, gender: str) -> FoundPerson:
    forms = tuple(sorted({text[start:end] for start, end in spans}, key=len))
    return FoundPerson(entry, forms[-1], forms, tuple(spans), gender, (), 1.0)


def _block(text: str, start: int, end: int) -> Block:
    is_heading = text.startswith("# ", start)
    return Block(BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH, start + 2 * is_heading, end)
