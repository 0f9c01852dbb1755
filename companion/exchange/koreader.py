"""KOReader: its metadata file and its X-Ray cache taken in; the companion written as such a cache."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.dates import DateError, parse_date
from companion.core.entries import Alias, Entries, Event, Kind, Person, Term
from companion.core.ids import Ids
from companion.core.message import Message
from companion.core.notes import Colour, MarkKind
from companion.exchange.arrived import Arrived, ArrivedMark, Book, ForeignError, text_in, undated, wordless
from companion.exchange.bundle import on_one_line
from companion.exchange.lua import listed, read_lua, written_lua
from companion.exchange.spreadsheets import aliases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.exchange.bundle import Bundle
    from companion.exchange.lua import Value

    Table = dict[Value, Value]

_VERSION = "6.0"
_NEW = ("annotations", "annotations_rolling", "annotations_paging")
_OLD = ("bookmarks", "bookmarks_rolling", "bookmarks_paging")
_AUTOMATIC = re.compile(r"@ \d{4}-\d\d-\d\d \d\d:\d\d:\d\d$")
_COLOURS = {
    "red": Colour.ROSE,
    "orange": Colour.YELLOW,
    "yellow": Colour.YELLOW,
    "green": Colour.GREEN,
    "olive": Colour.GREEN,
    "cyan": Colour.BLUE,
    "blue": Colour.BLUE,
    "purple": Colour.ROSE,
    "gray": Colour.YELLOW,
}
_DRAWERS = {"underscore": MarkKind.UNDERLINE, "strikeout": MarkKind.UNDERLINE}


def xray_cache(bundle: Bundle, written_at: int) -> dict[str, bytes]:
    """The companion as KOReader's X-Ray plugin keeps it: ``xray_cache.lua`` in the .sdr folder of the book.

    `written_at` is the time in seconds since 1970. After xray.koplugin, ``cachemanager.lua``, version 6.0.
    """
    companion = bundle.companion
    cache = {
        "cache_version": _VERSION,
        "cached_at": written_at,
        "book_title": bundle.title,
        "author": bundle.author,
        "characters": [
            {
                "name": person.name,
                "aliases": aliases(person),
                "role": person.role,
                "gender": "",
                "occupation": "",
                "description": person.about or bundle.first_passage(person),
            }
            for person in companion.people
        ],
        "historical_figures": [],
        "locations": [],
        "terms": [
            {
                "name": term.term,
                "expanded": "; ".join(aliases(term)),
                "category": "",
                "definition": term.definition or bundle.first_passage(term),
            }
            for term in companion.terms
        ],
        "timeline": [_event(bundle, event) for event in companion.events],
    }
    text = f"-- X-Ray Cache v{_VERSION}\nreturn {written_lua(cache)}\n"
    return {"xray_cache.lua": text.encode("utf-8", "replace")}


def _event(bundle: Bundle, event: Event) -> dict[str, object]:
    spans = bundle.companion.passages(event.id).spans
    chapter = bundle.section(spans[0]) if spans else ""
    return {"chapter": chapter, "event": f"{event.date.words()}: {event.title}", "page": 0}


def read_koreader(data: bytes) -> Arrived:
    """What a ``metadata.*.lua``, exported annotations or an X-Ray cache hold. Raises `ForeignError`.

    After KOReader's ``readerannotation.lua``, which also tells how files of before 2024 are understood.
    """
    told = read_lua(data)
    if not isinstance(told, dict):
        raise _none()
    if "characters" in told or "cache_version" in told:
        entries = _entries(told)
        left = len(listed(told.get("timeline"))) - len(entries.events)
        return Arrived("koreader-xray", entries=entries, left_out=undated(left))
    if not any(key in told for key in (*_NEW, *_OLD, "highlight")):
        raise _none()
    marks, empty = [], 0
    for item, share in _items(told):
        mark = _mark(item, share)
        empty += mark is None
        marks += [] if mark is None else [mark]
    props = _table(told, "doc_props") or _table(told, "stats")
    book = Book(_said(props, "title"), on_one_line(_said(props, "authors")), tuple(dict.fromkeys(marks)))
    return Arrived("koreader", (book,), left_out=wordless(empty))


def _none() -> ForeignError:
    return ForeignError(Message("This Lua file is none that KOReader writes about a book."))


def _said(table: Table, key: str) -> str:
    return text_in(table.get(key)).strip()


def _table(told: Table, key: str) -> Table:
    value = told.get(key)
    return value if isinstance(value, dict) else {}


def _items(told: Table) -> Iterator[tuple[Table, float | None]]:
    """The annotations, each with its share of the book; of an old file bookmarks and highlights."""
    pages = told.get("doc_pages") or _table(told, "stats").get("pages")
    found = [item for key in _NEW for item in listed(told.get(key)) if isinstance(item, dict)]
    if not found:
        old = [item for key in _OLD for item in listed(told.get(key)) if isinstance(item, dict)]
        found = [{**item, **_renamed(item)} for item in old]
        times = {item.get("datetime") for item in old}
        for lines in _table(told, "highlight").values():
            for line in listed(lines):
                if isinstance(line, dict) and line.get("datetime") not in times:
                    found.append({"drawer": "lighten", **line})
    for item in found:
        page, share = item.get("pageno"), None
        if isinstance(page, int) and isinstance(pages, int) and pages > 0:
            share = min(1.0, max(0.0, page / pages))
        yield item, share


def _renamed(item: Table) -> Table:
    """An old bookmark with the fields of a new one: the words were "notes", and a note was "text".

    Where she wrote nothing that text was made by the program: the page, the words and the time.
    """
    words, note = _said(item, "notes"), _said(item, "text")
    is_made = not item.get("highlighted") or note == words or bool(_AUTOMATIC.search(note[-40:]))
    drawer = "lighten" if item.get("highlighted") else ""
    return {"text": words, "note": "" if is_made else note, "drawer": _said(item, "drawer") or drawer}


def _mark(item: Table, share: float | None) -> ArrivedMark | None:
    """A highlight; None for a bookmark of a page, whose words are those of the program."""
    drawer, words = _said(item, "drawer"), _said(item, "text")
    if not words or not (drawer or item.get("pos1")):
        return None
    return ArrivedMark(
        words=words,
        kind=_DRAWERS.get(drawer, MarkKind.HIGHLIGHT),
        note=_said(item, "note"),
        colour=_COLOURS.get(_said(item, "color"), Colour.YELLOW),
        where=on_one_line(_said(item, "chapter")),
        created=_said(item, "datetime").replace(" ", "T", 1),
        share=share,
    )


def _entries(told: Table) -> Entries:
    ids = Ids()
    people, terms = [], []
    for key, texts in (
        ("characters", ("description",)),
        ("historical_figures", ("biography", "importance_in_book", "context_in_book")),
    ):
        for item in listed(told.get(key)):
            if isinstance(item, dict) and (name := _name(item)):
                people.append(
                    Person(
                        id=ids.new(Kind.PERSON, name),
                        name=name,
                        aliases=_aliases(item, name),
                        role=on_one_line(_said(item, "role")),
                        about="\n".join(filter(None, (_said(item, text) for text in texts))),
                    )
                )
    for key, text in (("terms", "definition"), ("locations", "description")):
        for item in listed(told.get(key)):
            if isinstance(item, dict) and (name := _name(item)):
                terms.append(
                    Term(
                        id=ids.new(Kind.TERM, name),
                        term=name,
                        aliases=_aliases(item, name),
                        definition=_said(item, text),
                    )
                )
    return Entries(people=tuple(people), terms=tuple(terms), events=tuple(_events(told, ids)))


def _events(told: Table, ids: Ids) -> Iterator[Event]:
    """The events that begin with a date, as `xray_cache` writes them; others only say in which chapter."""
    for item in listed(told.get("timeline")):
        written = on_one_line(_said(item, "event"))[:1000] if isinstance(item, dict) else ""
        when, _, title = written.partition(": ")
        try:
            date = parse_date(when)
        except DateError:
            continue
        if title:
            yield Event(id=ids.new(Kind.EVENT, title), title=title, date=date)


def _name(item: Table) -> str:
    return on_one_line(_said(item, "name"))


def _aliases(item: Table, name: str) -> tuple[Alias, ...]:
    given = [*listed(item.get("aliases")), item.get("expanded")]
    names = (on_one_line(text_in(alias)) for alias in given)
    return tuple(Alias(alias) for alias in dict.fromkeys(names) if alias and alias != name)
