"""Arrived: what another program's file holds, before any of it is tied to a text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from companion.core.entries import Entries
from companion.core.message import Message, ToldError
from companion.core.notes import Colour, MarkKind

if TYPE_CHECKING:
    from companion.core.corrections import Subject

LARGEST = 32 * 1024 * 1024
"""Bytes of a file that is taken in: more than any reader's notes of a lifetime."""

MOST_MARKS = 200_000
"""Marks that are taken out of one file."""

LONGEST = 100_000
"""Code points of one quote or note; more is cut off."""

_TAG = re.compile(r"<[^<>]{0,2000}>")
_LINE_END = re.compile(r"<(?:br|/p|/div|/li)\b[^<>]{0,200}>", re.IGNORECASE)


class ForeignError(ToldError):
    """A file of another program that cannot be taken in; one sentence says why."""


class ArrivedMark(NamedTuple):
    """A mark that another program made: the words that it quotes, and what was said of them.

    `share` is about where in the text it stands, from 0 to 1; None when that is not told. `created` is ISO
    8601, as far as the file says it, or empty; `label` what the reader called the mark, `where` what the
    other program calls its place; `about` the entry that a note is on. `at` is a number that grows through
    the text, of whichever measure, or -1.
    """

    words: str
    kind: MarkKind = MarkKind.HIGHLIGHT
    note: str = ""
    colour: Colour = Colour.YELLOW
    tags: tuple[str, ...] = ()
    label: str = ""
    created: str = ""
    prefix: str = ""
    suffix: str = ""
    share: float | None = None
    about: Subject | None = None
    where: str = ""
    at: int = -1


@dataclass(frozen=True, slots=True)
class Book:
    """The marks of one text: how the other program calls it."""

    title: str = ""
    author: str = ""
    marks: tuple[ArrivedMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrived:
    """All that a file holds: marks by book, and entries. `form` is the name of its format.

    `left_out` are sentences for the reader about what could not be understood.
    """

    form: str
    books: tuple[Book, ...] = ()
    entries: Entries = field(default_factory=Entries)
    left_out: tuple[Message, ...] = ()


def wordless(number: int) -> tuple[Message, ...]:
    """What is told of marks that cannot be placed in any other program."""
    if not number:
        return ()
    if number == 1:
        return (Message("One mark has no words of the text, only a place in its program."),)
    return (Message("%Ln marks have no words of the text, only a place in their program.", "", number),)


def undated(number: int) -> tuple[Message, ...]:
    """What is told of events that could not be put in a timeline."""
    if not number:
        return ()
    if number == 1:
        return (Message("One event has no date or no title."),)
    return (Message("%Ln events have no date or no title.", "", number),)


def text_in(value: object) -> str:
    """A text of a file, without signs that are not seen and cut where it is far too long; empty for none."""
    if not isinstance(value, str):
        return ""
    text = value[:LONGEST].replace("\r\n", "\n").replace("\r", "\n")
    if text.isprintable():
        return text
    kept = (
        sign
        for sign in text
        if sign in "\n\t\u200c\u200d" or unicodedata.category(sign) not in ("Cc", "Cf", "Cs")
    )
    return "".join(kept)


def plain_text(value: object) -> str:
    """The words of a text in HTML; nothing of its markup is ever kept."""
    text = text_in(value)
    if "<" in text:
        text = _TAG.sub("", _LINE_END.sub("\n", text))
    return text_in(unescape(text)).strip()
