"""KOReader: its metadata file and its X-Ray cache taken in; the companion written as such a cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.entries import Alias, Entries, Event, Kind, Person, Term
from companion.core.ids import Ids
from companion.core.message import Message
from companion.core.notes import Colour, MarkKind
from companion.exchange.arrived import Arrived, ArrivedMark, Book, ForeignError, text_in
from companion.exchange.bundle import on_one_line
from companion.exchange.lua import listed, read_lua, written_lua
from companion.exchange.spreadsheets import aliases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.exchange.bundle import Bundle
    from companion.exchange.lua import Value

_VERSION = "6.0"
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
    """What a ``metadata.*.lua`` or an X-Ray cache of KOReader holds. Raises `ForeignError`."""
    told = read_lua(data)
    if not isinstance(told, dict):
        raise ForeignError(Message("This Lua file is none that KOReader writes about a book."))
    if "characters" in told or "cache_version" in told:
        return Arrived("koreader-xray", entries=_entries(told))
    if "annotations" in told or "highlight" in told or "bookmarks" in told:
        props = told.get("doc_props")
        props = props if isinstance(props, dict) else {}
        marks = tuple(_marks(told))
        return Arrived("koreader", (Book(_said(props, "title"), _said(props, "authors"), marks),))
    raise ForeignError(Message("This Lua file is none that KOReader writes about a book."))


def _said(table: dict[Value, Value], key: str) -> str:
    return text_in(table.get(key)).strip()


def _marks(told: dict[Value, Value]) -> Iterator[ArrivedMark]:
    pages = told.get("doc_pages")
    stats = told.get("stats")
    if not isinstance(pages, int) and isinstance(stats, dict):
        pages = stats.get("pages")
    for item in listed(told.get("annotations")) or listed(told.get("bookmarks")):
        if isinstance(item, dict) and (mark := _mark(item, pages)) is not None:
            yield mark


def _mark(item: dict[Value, Value], pages: Value) -> ArrivedMark | None:
    drawer = _said(item, "drawer")
    is_highlight = bool(drawer or item.get("highlighted"))
    words = _said(item, "notes") or _said(item, "text")  # "notes" held the words in files of before 2024
    if not words:
        return None
    page = item.get("pageno")
    share = None
    if isinstance(page, int) and isinstance(pages, int) and pages > 0:
        share = min(1.0, max(0.0, page / pages))
    return ArrivedMark(
        words=words,
        kind=_DRAWERS.get(drawer, MarkKind.HIGHLIGHT) if is_highlight else MarkKind.BOOKMARK,
        note=_said(item, "note"),
        colour=_COLOURS.get(_said(item, "color"), Colour.YELLOW),
        label=_said(item, "chapter"),
        created=_said(item, "datetime").replace(" ", "T"),
        share=share,
    )


def _entries(told: dict[Value, Value]) -> Entries:
    ids = Ids()
    people, terms = [], []
    for key, text, role in (
        ("characters", "description", "role"),
        ("historical_figures", "biography", "role"),
    ):
        for item in listed(told.get(key)):
            if isinstance(item, dict) and (name := _name(item)):
                people.append(
                    Person(
                        id=ids.new(Kind.PERSON, name),
                        name=name,
                        aliases=_aliases(item, name),
                        role=on_one_line(_said(item, role)),
                        about=_said(item, text),
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
    return Entries(people=tuple(people), terms=tuple(terms))


def _name(item: dict[Value, Value]) -> str:
    return on_one_line(_said(item, "name"))


def _aliases(item: dict[Value, Value], name: str) -> tuple[Alias, ...]:
    given = [*listed(item.get("aliases")), item.get("expanded")]
    names = (on_one_line(text_in(alias)) for alias in given)
    return tuple(Alias(alias) for alias in dict.fromkeys(names) if alias and alias != name)
