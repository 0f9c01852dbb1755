"""Index: all that stands in the readings of the shelf, searched at once; a cache that may go."""

from __future__ import annotations

import re
import sqlite3
import time
import unicodedata
import zlib
from contextlib import suppress
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from companion.core.entries import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from companion.core.companion import Companion
    from companion.core.document import Document
    from companion.core.notes import Mark

_EDITION = 2
"""Raised when an index of before cannot be used any more."""

_PORTION = 2_000
"""Code points of the text that stand in one row, about; a hit leads to the row, and then to the words."""

_UNSPACED = re.compile(r"([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
"""Scripts without blanks between words: each sign is a word of its own in the index."""

_WORD = re.compile(r"\w+")
_STREAMED, _OF_ONE = 400, 6
"""Rows that are looked at together; where more have the words, so many of one reading are given."""

_WRITTEN = 100
"""Rows that are written together."""

_PATIENCE = 0.02
"""Seconds for which further readings are looked through then."""

_HIGHEST = 2**62

_LEAST_BEGUN = 3
"""Letters from which on the last word may be only begun: fewer begin half of all words."""

_ROUND = 90
"""Code points of an excerpt on either side of the first word that was sought."""

_TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE texts (number INTEGER PRIMARY KEY, identity TEXT UNIQUE, title TEXT, author TEXT, stamp TEXT);
CREATE TABLE rows (id INTEGER PRIMARY KEY, text INTEGER, sort TEXT, start INTEGER, heading TEXT, words BLOB);
CREATE INDEX rows_of_texts ON rows (text, sort);
CREATE TABLE names (name TEXT, kind TEXT, text INTEGER, heading TEXT, mentions INTEGER);
CREATE INDEX names_by_name ON names (name);
CREATE INDEX names_of_texts ON names (text);
CREATE VIRTUAL TABLE words USING fts5 (
    said, content='', prefix='3 4 5', tokenize='unicode61 remove_diacritics 2'
);
"""

TEXT, ENTRY, NOTE, TITLE = "text", "entry", "note", "title"
"""What a row of the index holds."""

_SORTS = {TITLE: 0, ENTRY: 1, NOTE: 1}


class Hit(NamedTuple):
    """Something that was found: in which text, in what of it, and the words round the first one sought.

    `sort` is one of TEXT, ENTRY, NOTE and TITLE; `start` the offset of the words in the text, -1 where they
    stand nowhere in it; `heading` the section, the entry or the label of the note.
    """

    identity: str
    title: str
    sort: str
    start: int
    heading: str
    excerpt: str


class Elsewhere(NamedTuple):
    """Another reading that has an entry of the same kind and name."""

    identity: str
    title: str
    heading: str
    mentions: int


class Index:
    """The index in one file. One thread at a time may use an object; any number of windows one file.

    A file that is damaged or of another edition is made anew, empty. What was taken out leaves its words in
    the index until it is made anew; they are never shown. Raises `sqlite3.Error` where the disk does not let
    it write or another window is writing for long.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        try:
            self._database = self._opened()
        except sqlite3.DatabaseError:
            for file in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
                with suppress(OSError):
                    file.unlink(missing_ok=True)
            self._database = self._opened()

    def _opened(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, timeout=5, check_same_thread=False)
        try:
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = OFF")
            database.execute("PRAGMA trusted_schema = OFF")
            with database:
                if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'facts'").fetchone():
                    database.executescript(_TABLES)
                    database.execute("INSERT INTO facts VALUES ('edition', ?)", (str(_EDITION),))
            found = database.execute("SELECT value FROM facts WHERE name = 'edition'").fetchone()
            if found is None or found[0] != str(_EDITION):
                raise sqlite3.DatabaseError("another edition")
        except sqlite3.DatabaseError:
            database.close()
            raise
        return database

    def close(self) -> None:
        """Lets go of the file."""
        self._database.close()

    # -- writing

    def stamp(self, identity: str) -> str:
        """What was told to `put` as the state of a text; empty when the text is not in the index."""
        found = self._database.execute("SELECT stamp FROM texts WHERE identity = ?", (identity,)).fetchone()
        return found[0] if found else ""

    def put(
        self,
        identity: str,
        companion: Companion,
        marks: Iterable[Mark],
        stamp: str,
        progress: Callable[[float], None] | None = None,
    ) -> None:
        """Takes a text with its entries and marks in the place of what was known of it.

        `progress` is told, now and then, the share of the text that is done, from 0 to 1; where it raises,
        nothing is changed.
        """
        document = companion.document
        with self._database as database:
            self._forget(identity)
            number = database.execute(
                "INSERT INTO texts (identity, title, author, stamp) VALUES (?, ?, ?, ?)",
                (identity, document.title, document.author, stamp),
            ).lastrowid
            head = f"{document.title}\n{document.author}"
            portions = _portions(document) if progress is None else _told(document, progress)
            self._rows(number, chain([(TITLE, -1, document.title, head)], portions))
            self._rows(number, _entries(companion))
            self._rows(number, chain.from_iterable(map(_mark, marks)))
            database.executemany(
                "INSERT INTO names VALUES (?, ?, ?, ?, ?)",
                [(name, kind, number, heading, count) for name, kind, heading, count in _names(companion)],
            )
        database.execute("PRAGMA shrink_memory")  # what it keeps of the file is of little use for asking

    def put_marks(self, identity: str, marks: Iterable[Mark]) -> None:
        """Takes the marks of a text in the place of those that were known; nothing for an unknown text."""
        with self._database as database:
            found = database.execute("SELECT number FROM texts WHERE identity = ?", (identity,)).fetchone()
            if found:
                database.execute("DELETE FROM rows WHERE text = ? AND sort = ?", (found[0], NOTE))
                self._rows(found[0], chain.from_iterable(map(_mark, marks)))

    def forget(self, identity: str) -> None:
        """Takes a text out of the index."""
        with self._database:
            self._forget(identity)

    def _forget(self, identity: str) -> None:
        database = self._database
        found = database.execute("SELECT number FROM texts WHERE identity = ?", (identity,)).fetchone()
        if found:
            for table, column in (("rows", "text"), ("names", "text"), ("texts", "number")):
                database.execute(f"DELETE FROM {table} WHERE {column} = ?", found)

    def _rows(self, number: int | None, rows: Iterable[tuple[str, int, str, str]]) -> None:
        """Writes rows, some at a time: never is all of a long text there once more."""
        highest = self._database.execute("SELECT max(id) FROM rows").fetchone()[0] or 0
        place = max(highest, int(self._fact("last row") or 0)) + 1
        waiting = iter(rows)
        while some := list(islice(waiting, _WRITTEN)):
            self._database.executemany(
                "INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (at, number, sort, start, heading, zlib.compress(words.encode("utf-8", "replace"), 1))
                    for at, (sort, start, heading, words) in enumerate(some, place)
                ],
            )
            self._database.executemany(
                "INSERT INTO words (rowid, said) VALUES (?, ?)",
                [(at, _spaced(words)) for at, (_, _, _, words) in enumerate(some, place)],
            )
            place += len(some)
        self._database.execute("INSERT OR REPLACE INTO facts VALUES ('last row', ?)", (str(place - 1),))

    def _fact(self, name: str) -> str:
        found = self._database.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return found[0] if found else ""

    # -- asking

    def search(self, query: str, limit: int = 60) -> list[Hit]:
        """Where all words of `query` stand together, the last one perhaps only begun; the best hits first.

        Of words that stand in very many places some places of each reading are given, of those readings that
        were taken in last: to weigh all of them would take seconds in a thousand books.
        """
        wanted = _query(query)
        if not wanted:
            return []
        words = [word.casefold() for word in _words(query)]
        rows = [_weighed(row, words) for row in self._rows_of(self._chosen(wanted, 4 * limit))]
        return [_hit(row, words[0]) for _, row in sorted(rows, key=_weight)[:limit]]

    def _chosen(self, wanted: str, limit: int) -> list[int]:
        """The rows that have the words; of many, the newest, and of each reading no more than some."""
        until = time.monotonic() + _PATIENCE
        chosen: list[int] = []
        below = _HIGHEST
        while len(chosen) < limit:
            found = self._database.execute(
                "SELECT rowid FROM words WHERE words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?",
                (wanted, below, _STREAMED),
            ).fetchall()
            ids = [row for (row,) in found]
            is_all = len(ids) < _STREAMED
            if is_all and below == _HIGHEST:
                return ids
            last, some = self._some_of_each(ids)
            chosen += some
            if is_all or time.monotonic() > until:
                break
            below = self._first_row(last) if last >= 0 else ids[-1]
        return chosen[:limit]

    def _some_of_each(self, ids: list[int]) -> tuple[int, list[int]]:
        """The reading of the last of these rows, and some rows of each: first what is no text."""
        marks = ", ".join("?" * len(ids))
        told = self._database.execute(
            f"SELECT id, text, sort FROM rows WHERE id IN ({marks})", ids
        ).fetchall()
        kept: dict[int, int] = {}
        some = []
        for row, text, _ in sorted(told, key=_by_sort):
            kept[text] = kept.get(text, 0) + 1
            if kept[text] <= _OF_ONE:
                some.append(row)
        return min(told)[1] if told else -1, some

    def _first_row(self, text: int) -> int:
        found = self._database.execute("SELECT min(id) FROM rows WHERE text = ?", (text,)).fetchone()
        return int(found[0] or 0)

    def _rows_of(self, ids: list[int]) -> list[tuple[str, str, str, int, str, bytes]]:
        """The rows of these ids in their order, but for those that were taken out."""
        marks = ", ".join("?" * len(ids))
        found = self._database.execute(
            "SELECT rows.id, texts.identity, texts.title, rows.sort, rows.start, rows.heading, rows.words "
            f"FROM rows JOIN texts ON texts.number = rows.text WHERE rows.id IN ({marks})",
            ids,
        )
        known = {row[0]: row[1:] for row in found}
        return [known[row] for row in ids if row in known]

    def elsewhere(self, kind: Kind, names: Iterable[str], besides: str) -> list[Elsewhere]:
        """The other texts that have an entry of this kind under one of the names; most mentions first.

        `besides` is the identity of the text that asks.
        """
        folded = list({_folded(name) for name in names if name.strip()})[:200]
        if not folded:
            return []
        places = ", ".join("?" * len(folded))
        found = self._database.execute(
            "SELECT texts.identity, texts.title, names.heading, max(names.mentions) AS most FROM names "
            f"JOIN texts ON texts.number = names.text WHERE names.name IN ({places}) AND names.kind = ? "
            "AND texts.identity <> ? GROUP BY texts.identity ORDER BY most DESC, texts.title",
            (*folded, kind.value, besides),
        )
        return [Elsewhere(*row) for row in found]

    def identities(self) -> list[str]:
        """The texts that are in the index."""
        return [row[0] for row in self._database.execute("SELECT identity FROM texts")]


def _portions(document: Document) -> Iterator[tuple[str, int, str, str]]:
    """The text in rows of some blocks each; none reaches over the end of a section."""
    begun, section = -1, ""
    end = 0
    for block in document.blocks:
        inner = document.section_at(block.start)
        title = inner.title if inner is not None else ""
        if begun >= 0 and (title != section or block.end - begun > _PORTION):
            yield TEXT, begun, section, document.text[begun:end]
            begun = -1
        if begun < 0:
            begun, section = block.start, title
        end = block.end
        while end - begun > 2 * _PORTION:  # a block of a whole book
            yield TEXT, begun, section, document.text[begun : begun + _PORTION]
            begun += _PORTION
    if begun >= 0:
        yield TEXT, begun, section, document.text[begun:end]


def _told(document: Document, progress: Callable[[float], None]) -> Iterator[tuple[str, int, str, str]]:
    """The same, telling from time to time how far they are."""
    for number, portion in enumerate(_portions(document)):
        if number % _WRITTEN == 0:
            progress(portion[1] / len(document.text))
        yield portion


def _entries(companion: Companion) -> Iterator[tuple[str, int, str, str]]:
    for entry in companion.entries:
        place = companion.first_place(entry.id)
        names = ", ".join((entry.heading, *(alias.text for alias in entry.aliases)))
        yield ENTRY, -1 if place is None else place, entry.heading, f"{names}\n{entry.text}"


def _mark(mark: Mark) -> Iterator[tuple[str, int, str, str]]:
    said = "\n".join(filter(None, (mark.label, mark.note, " ".join(mark.tags), mark.words)))
    if said.strip():
        yield NOTE, mark.anchor.start if mark.anchor is not None else -1, mark.label, said


def _names(companion: Companion) -> Iterator[tuple[str, str, str, int]]:
    for entry in companion.entries:
        if entry.kind is not Kind.EVENT:
            count = companion.links.count(entry.id)
            names = (entry.heading, *(alias.text for alias in entry.aliases if " " in alias.text.strip()))
            for name in {_folded(name) for name in names}:
                yield name, entry.kind.value, entry.heading, count


def _folded(text: str) -> str:
    """A name without regard to capitals, accents and blanks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def _spaced(text: str) -> str:
    return _UNSPACED.sub(r" \1 ", text)


def _words(query: str) -> list[str]:
    return _WORD.findall(_spaced(query[:500]))


def _query(query: str) -> str:
    """The words of a query for FTS5, each in quotation marks so that none is taken for an operator."""
    words = _words(query)
    if not words:
        return ""
    is_begun = query[-1:].isalnum() and len(words[-1]) >= _LEAST_BEGUN and not _UNSPACED.match(words[-1])
    begun = "*" if is_begun else ""
    return " ".join(f'"{word}"' for word in words) + begun


def _by_sort(row: tuple[int, int, str]) -> tuple[bool, int]:
    number, _, sort = row
    return sort == TEXT, -number


def _weighed(
    row: tuple[str, str, str, int, str, bytes], words: list[str]
) -> tuple[tuple[int, int], tuple[str, str, str, int, str, bytes]]:
    """A row with how well it fits: titles first, entries and notes, then what has the words most often."""
    said = zlib.decompress(row[5]).decode("utf-8", "replace").casefold()
    return (_SORTS.get(row[2], 2), -sum(said.count(word) for word in words)), row


def _weight(
    weighed: tuple[tuple[int, int], tuple[str, str, str, int, str, bytes]],
) -> tuple[int, int]:
    return weighed[0]


def _hit(row: tuple[str, str, str, int, str, bytes], first: str) -> Hit:
    identity, title, sort, start, heading, packed = row
    words = zlib.decompress(packed).decode("utf-8", "replace")
    at = _place(words, first)
    begin = max(0, at - _ROUND)
    excerpt = words[begin : at + len(first) + _ROUND]
    cut = (
        ("…" if begin else "")
        + " ".join(excerpt.split())
        + ("…" if begin + len(excerpt) < len(words) else "")
    )
    return Hit(identity, title, sort, start + at if sort == TEXT and start >= 0 else start, heading, cut)


def _place(words: str, first: str) -> int:
    """Where a word begins in a text, capitals and accents aside; 0 where it cannot be told."""
    found = re.search(rf"(?<!\w){re.escape(first)}", words, re.IGNORECASE)
    if found:
        return found.start()
    folded = _folded(first)
    return next((one.start() for one in _WORD.finditer(words) if _folded(one[0]).startswith(folded)), 0)
