"""Companion keys: which keys a companion file has, and which one was meant by another."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from companion.core.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator


class Shape(NamedTuple):
    """What one kind of part is called, the key of its heading, and all its keys."""

    name: Message
    heading: str
    keys: tuple[str, ...]


FILE = Shape(
    Message("the file"), "title", ("title", "author", "language", "terms", "people", "events", "notes")
)
_PLACES = ("passages", "here", "not here")
TERM = Shape(Message("a term"), "term", ("term", "aliases", "definition", "see also", *_PLACES))
PERSON = Shape(
    Message("a person"), "name", ("name", "aliases", "role", "dates", "about", "relations", *_PLACES)
)
EVENT = Shape(
    Message("an event"), "title", ("date", "title", "about", "people", "terms", "aliases", *_PLACES)
)
PIN = Shape(Message("a single place"), "text", ("text", "in"))
ALIAS = Shape(Message("an alias"), "text", ("text", "case", "link"))

_TOLD = ("definition", "about", "text", "description", "meaning", "explanation", "summary", "note", "notes")
_MEANT: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("term", "name", "title", "text"),
        ("term", "name", "title", "heading", "word", "event", "person", "alias"),
    ),
    (("definition", "about", "notes"), _TOLD),
    (("aliases",), ("aliases", "also", "names", "other names", "synonyms", "aka", "nickname", "nicknames")),
    (("date", "dates"), ("date", "dates", "when", "year", "time", "lifetime", "born", "died")),
    (
        ("see also", "relations"),
        ("see also", "see", "related", "relations", "relation", "relatives", "family"),
    ),
    (("people",), ("people", "persons", "characters", "who")),
    (("terms",), ("terms", "glossary", "words")),
    (("events",), ("events", "timeline", "chronology")),
    (("passages",), ("passages", "quotes", "quotations")),
    (("here",), ("here", "places", "mentions", "where")),
    (("not here",), ("not here", "nowhere", "elsewhere", "except")),
    (("in",), ("in", "within", "passage", "quote", "context")),
    (("role",), ("role", "occupation", "job")),
    (("author",), ("author", "by", "writer")),
)
"""Keys, and the words that are written for whichever of them a part has."""

_WORDS = [word for _, words in _MEANT for word in words]


def meant(key: str, shape: Shape) -> str | None:
    """The key of `shape` that was probably meant by another word; None when nothing is near."""
    word = " ".join(key[:40].casefold().replace("_", " ").replace("-", " ").split())
    return next(_candidates(word, shape), None)


def _candidates(word: str, shape: Shape) -> Iterator[str]:
    yield from _by_meaning(word, shape)
    yield from get_close_matches(word, shape.keys, 1, 0.7)
    for near in get_close_matches(word, _WORDS, 3, 0.7):
        yield from _by_meaning(near, shape)


def _by_meaning(word: str, shape: Shape) -> Iterator[str]:
    for keys, words in _MEANT:
        if word in words:
            yield from (key for key in keys if key in shape.keys)
