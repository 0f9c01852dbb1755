"""Kindle's X-Ray: the people and terms of its database, taken in."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from companion.core.entries import Entries, Kind, Person, Term
from companion.core.ids import Ids
from companion.core.message import Message
from companion.exchange.arrived import LONGEST, Arrived, ForeignError, text_in
from companion.exchange.bundle import on_one_line

_STEPS, _MOST_STEPS = 10_000, 2_000
"""A database may take so many times so many steps of SQLite's machine, a second or two."""

_MOST_ROWS = 100_000
_MOST_MEMORY = 256 * 1024 * 1024
_TABLES = ("entity", "entity_description")


def read_xray(data: bytes) -> Arrived:
    """The people and terms of an ``XRAY.entities.*.asc`` database. Raises `ForeignError`.

    After WordDumb's ``docs/x-ray_db.md``. Its places are those of another file, so they are not taken.
    """
    try:
        rows = _rows(data)
    except (sqlite3.Error, MemoryError, OverflowError, ValueError):
        raise _none() from None
    ids = Ids()
    people: list[Person] = []
    terms: list[Term] = []
    seen: set[object] = set()
    for number, label, kind, text in rows:
        name = on_one_line(text_in(label))
        if name and number not in seen:
            seen.add(number)
            said = text_in(text).strip()
            if kind == 1:
                people.append(Person(id=ids.new(Kind.PERSON, name), name=name, about=said))
            else:
                terms.append(Term(id=ids.new(Kind.TERM, name), term=name, definition=said))
    return Arrived("kindle-xray", entries=Entries(people=tuple(people), terms=tuple(terms)))


def _none() -> ForeignError:
    return ForeignError(Message("This database is none of the X-Ray of a Kindle, or it is damaged."))


def _rows(data: bytes) -> list[tuple[object, object, object, object]]:
    """Number, label, type and description of each entity, those that are named most first.

    The database is in memory, and only looked at; a table that is a view or has a module behind it, which
    could do anything, is refused.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        for pragma in (
            "trusted_schema = OFF",
            "query_only = ON",
            "cell_size_check = ON",
            "temp_store = MEMORY",
        ):
            database.execute(f"PRAGMA {pragma}")
        database.execute(f"PRAGMA hard_heap_limit = {_MOST_MEMORY}")
        database.text_factory = _decoded
        steps = iter(range(_MOST_STEPS))
        database.set_progress_handler(lambda: next(steps, None) is None, _STEPS)
        plain = {
            name
            for name, made in database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
            if " ".join(str(made).split()).upper().startswith("CREATE TABLE ")
        }
        if not plain.issuperset(_TABLES):
            raise _none()
        return database.execute(
            "SELECT e.id, substr(e.label, 1, 1000), e.type, substr(d.text, 1, ?) FROM entity AS e "
            "LEFT JOIN entity_description AS d ON d.entity = e.id WHERE e.label IS NOT NULL "
            "ORDER BY e.count DESC LIMIT ?",
            (LONGEST, _MOST_ROWS),
        ).fetchall()


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")
