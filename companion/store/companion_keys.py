"""Companion keys: which keys a companion file has, and which one was meant by another."""

from __future__ import annotations

from difflib import get_close_matches
from typing import NamedTuple


class Shape(NamedTuple):
    """What one kind of part is called, the key of its heading, and all its keys."""

    name: str
    heading: str
    keys: tuple[str, ...]


FILE = Shape("the file", "title", ("title", "author", "language", "terms", "people", "events", "notes"))
TERM = Shape("a term", "term", ("term", "aliases", "definition", "see also", "passages"))
PERSON = Shape("a person", "name", ("name", "aliases", "role", "dates", "about", "relations", "passages"))
EVENT = Shape("an event", "title", ("date", "title", "about", "people", "terms", "aliases", "passages"))
ALIAS = Shape("an alias", "text", ("text", "case", "link"))

_HEADING, _TEXT = ("term", "name", "title", "heading", "word", "text"), ("definition", "about")
_MEANT = (
    (_HEADING, _HEADING),
    (
        _TEXT,
        ("definition", "about", "text", "description", "meaning", "explanation", "summary", "note", "notes"),
    ),
    (("aliases",), ("aliases", "alias", "also", "names", "other names", "synonyms")),
    (("date", "dates"), ("date", "dates", "when", "year", "time", "lifetime", "born", "died")),
    (("see also", "relations"), ("see also", "see", "related", "relations", "relation", "relatives")),
    (("people",), ("people", "persons", "person", "characters", "who")),
    (("terms",), ("terms", "glossary", "words")),
    (("events",), ("events", "event", "timeline", "chronology")),
    (("passages",), ("passages", "passage", "quotes", "quote", "quotations")),
    (("role",), ("role", "occupation", "title")),
    (("language",), ("language", "lang")),
    (("author",), ("author", "by", "writer")),
    (("case",), ("case", "match")),
    (("link",), ("link", "links")),
)


def meant(key: str, shape: Shape) -> str | None:
    """The key of `shape` that was probably meant by another word; None when nothing is near."""
    word = " ".join(key.casefold().replace("_", " ").replace("-", " ").split())
    near = get_close_matches(word, shape.keys, 1, 0.7)
    if near:
        return near[0]
    spoken = [said for _, words in _MEANT for said in words]
    for said in get_close_matches(word, spoken, 3, 0.7):
        for keys, words in _MEANT:
            if said in words and (found := next((key for key in shape.keys if key in keys), None)):
                return shape.heading if said in _HEADING and shape.heading in keys else found
    return None
