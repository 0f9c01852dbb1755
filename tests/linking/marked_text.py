"""Texts with their links written into them: ``In [July 1942|lines] [Anna|anna] came.``"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.dates import parse_date
from companion.core.document import Block, BlockKind, Document
from companion.core.entries import Alias, Entries, Event, Match, Person, Term
from companion.linking import link

if TYPE_CHECKING:
    from companion.core.companion import Companion

_MARK = re.compile(r"\[([^\[\]|]+)\|[^\[\]|]+\]")


def plain(marked: str) -> str:
    """The text without its marks."""
    return _MARK.sub(r"\1", marked)


def document_of(text: str, language: str = "en") -> Document:
    """A document with a paragraph for every line of the text that is not empty."""
    blocks = [Block(BlockKind.PARAGRAPH, *found.span()) for found in re.finditer(r"[^\n]+", text)]
    return Document(text, tuple(blocks), language=language)


def marked(companion: Companion) -> str:
    """The text of a companion with its links written into it; an undecided name is marked with ``?``."""
    text = companion.document.text
    spans: dict[tuple[int, int], list[str]] = {}
    for mention in companion.links:
        spans.setdefault((mention.start, mention.end), []).append(mention.entry)
    for ambiguity in companion.links.ambiguities:
        spans.setdefault((ambiguity.start, ambiguity.end), []).append("?")
    pieces, done = [], 0
    for (start, end), entries in sorted(spans.items()):
        pieces += [text[done:start], f"[{text[start:end]}|{'+'.join(sorted(entries))}]"]
        done = end
    return "".join([*pieces, text[done:]])


def linked(text: str, *entries: Term | Person | Event, language: str = "en") -> Companion:
    """The companion of a text and some entries."""
    return link(document_of(text, language), entries_of(*entries))


def entries_of(*entries: Term | Person | Event) -> Entries:
    return Entries(
        terms=tuple(entry for entry in entries if isinstance(entry, Term)),
        people=tuple(entry for entry in entries if isinstance(entry, Person)),
        events=tuple(entry for entry in entries if isinstance(entry, Event)),
    )


def check(expected: str, *entries: Term | Person | Event, language: str = "en") -> None:
    """The text without its marks, linked with the entries, must have exactly these marks."""
    assert marked(linked(plain(expected), *entries, language=language)) == expected


def aliases_of(names: tuple[str | Alias, ...]) -> tuple[Alias, ...]:
    return tuple(name if isinstance(name, Alias) else Alias(name) for name in names)


def term(heading: str, *aliases: str | Alias, id: str = "term") -> Term:
    return Term(id=id, term=heading, aliases=aliases_of(aliases))


def person(name: str, *aliases: str | Alias, id: str = "person") -> Person:
    return Person(id=id, name=name, aliases=aliases_of(aliases))


def event(
    date: str, title: str = "Something happens", *aliases: str, id: str = "event", **more: object
) -> Event:
    return Event(id=id, title=title, date=parse_date(date), aliases=aliases_of(aliases), **more)  # type: ignore[arg-type]


def never(words: str) -> Alias:
    return Alias(words, Match.NEVER)
