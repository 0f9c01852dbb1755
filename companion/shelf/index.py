"""Index: all that stands in the readings of the shelf, searched at once; a cache that may go."""

from __future__ import annotations

import sqlite3
import time
import zlib
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from companion.shelf.hits import Fitting, Hit, asked, hit_in, weight, words_of
from companion.shelf.index_file import file_at, is_damage, opened, remove
from companion.shelf.packing import packed, sample_of, unpacked
from companion.shelf.taken_in import TakenIn
from companion.shelf.told_rows import (
    NOTE,
    TEXT,
    TITLE,
    Row,
    entry_rows,
    folded,
    full_names,
    mark_rows,
    portions,
    portions_told,
    spaced,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from companion.core.companion import Companion
    from companion.core.entries import Kind
    from companion.core.notes import Mark

_STREAMED, _OF_ONE = 400, 6
"""Rows that are looked at together; where more have the words, so many of one reading are given."""

_WRITTEN = 100
"""Rows that are written together."""

_PATIENCE = 0.02
"""Seconds for which further readings are looked through then."""

_HIGHEST = 2**62


class Elsewhere(NamedTuple):
    """Another reading that has an entry of the same kind and name."""

    identity: str
    title: str
    heading: str
    mentions: int


class Index:
    """The index in one file. One thread at a time may use an object; any number of windows one file.

    A file that is damaged or of another edition is made anew, empty; where the damage shows only when it is
    used, that one use raises `sqlite3.Error`. What was taken out leaves its words in the index until it is
    made anew; they are never shown. Raises `sqlite3.Error` also where the disk does not let it write or
    another window is writing for long.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open()

    def _open(self) -> None:
        self._database = opened(self._path)
        self._file = file_at(self._path)

    def close(self) -> None:
        """Lets go of the file."""
        self._database.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """The database, in which all is written that is to be written, or nothing."""
        with self._asking() as database, database:
            database.execute("BEGIN IMMEDIATE")
            yield database

    @contextmanager
    def _asking(self) -> Iterator[sqlite3.Connection]:
        """The database; one that proves damaged is made anew, so that the next one who asks finds none.

        Where somebody has made the file anew meanwhile, it is that one.
        """
        if file_at(self._path) != self._file:
            self._database.close()
            self._open()
        try:
            yield self._database
        except (sqlite3.Error, zlib.error) as error:
            if isinstance(error, sqlite3.Error) and not is_damage(error):
                raise
            self._database.close()
            if file_at(self._path) == self._file:
                remove(self._path)
            self._open()
            raise sqlite3.DatabaseError("the index was damaged") from error

    # -- writing

    def stamp(self, identity: str) -> str:
        """What was told to `put` as the state of a text; empty when the text is not in the index."""
        with self._asking() as database:
            found = database.execute("SELECT stamp FROM texts WHERE identity = ?", (identity,)).fetchone()
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
        sample = sample_of(document.text)
        with self._writing() as database:
            self._forget(identity)
            number = database.execute(
                "INSERT INTO texts (identity, title, author, stamp, sample) VALUES (?, ?, ?, ?, ?)",
                (identity, document.title, document.author, stamp, packed(sample)),
            ).lastrowid
            head = f"{document.title}\n{document.author}"
            rows = portions(document) if progress is None else portions_told(document, progress)
            self._write(number, sample, chain([(TITLE, -1, document.title, head)], rows))
            self._write(number, sample, entry_rows(companion))
            self._write(number, sample, chain.from_iterable(map(mark_rows, marks)))
            database.executemany(
                "INSERT INTO names VALUES (?, ?, ?, ?, ?)",
                [
                    (name, kind, number, heading, count)
                    for name, kind, heading, count in full_names(companion)
                ],
            )
        self._database.execute(
            "PRAGMA shrink_memory"
        )  # what it keeps of the file is of little use for asking

    def put_marks(self, identity: str, marks: Iterable[Mark]) -> None:
        """Takes the marks of a text in the place of those that were known; nothing for an unknown text."""
        with self._writing() as database:
            found = database.execute(
                "SELECT number, sample FROM texts WHERE identity = ?", (identity,)
            ).fetchone()
            if found:
                number, sample = found
                database.execute("DELETE FROM rows WHERE text = ? AND sort = ?", (number, NOTE))
                self._write(number, unpacked(sample), chain.from_iterable(map(mark_rows, marks)))

    def forget(self, identity: str) -> None:
        """Takes a text out of the index."""
        TakenIn(self._path).forget(identity)
        with self._writing():
            self._forget(identity)

    def _forget(self, identity: str) -> None:
        database = self._database
        found = database.execute("SELECT number FROM texts WHERE identity = ?", (identity,)).fetchone()
        if found:
            for table, column in (("rows", "text"), ("names", "text"), ("texts", "number")):
                database.execute(f"DELETE FROM {table} WHERE {column} = ?", found)

    def _write(self, number: int | None, sample: bytes, rows: Iterable[Row]) -> None:
        """Writes rows, some at a time: never is all of a long text there once more."""
        highest = self._database.execute("SELECT max(id) FROM rows").fetchone()[0] or 0
        place = max(highest, int(self._fact("last row") or 0)) + 1
        waiting = iter(rows)
        while some := list(islice(waiting, _WRITTEN)):
            self._database.executemany(
                "INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (at, number, sort, start, heading, packed(words.encode("utf-8", "replace"), sample))
                    for at, (sort, start, heading, words) in enumerate(some, place)
                ],
            )
            self._database.executemany(
                "INSERT INTO words (rowid, said) VALUES (?, ?)",
                [(at, spaced(words)) for at, (_, _, _, words) in enumerate(some, place)],
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
        wanted = asked(query)
        if not wanted:
            return []
        words = [word.casefold() for word in words_of(query)]
        with self._asking():
            found = self._rows_of(self._chosen(wanted, 4 * limit))
        weighed = sorted(((weight(row, words), place) for place, row in enumerate(found)))[:limit]
        return [hit_in(found[place], words) for _, place in weighed]

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

    def _rows_of(self, ids: list[int]) -> list[Fitting]:
        """The rows of these ids in their order, but for those that were taken out."""
        marks = ", ".join("?" * len(ids))
        found = self._database.execute(
            "SELECT rows.id, texts.number, texts.identity, texts.title, rows.sort, rows.start, rows.heading, "
            f"rows.words FROM rows JOIN texts ON texts.number = rows.text WHERE rows.id IN ({marks})",
            ids,
        ).fetchall()
        samples = self._samples({row[1] for row in found})
        known = {}
        for row, number, identity, title, sort, start, heading, data in found:
            words = unpacked(data, samples[number]).decode("utf-8", "replace")
            known[row] = Fitting(identity, title, sort, start, heading, words)
        return [known[row] for row in ids if row in known]

    def _samples(self, numbers: set[int]) -> dict[int, bytes]:
        marks = ", ".join("?" * len(numbers))
        found = self._database.execute(
            f"SELECT number, sample FROM texts WHERE number IN ({marks})", [*numbers]
        )
        return {number: unpacked(sample) for number, sample in found}

    def elsewhere(self, kind: Kind, names: Iterable[str], besides: str) -> list[Elsewhere]:
        """The other texts that have an entry of this kind under one of the names; most mentions first.

        `besides` is the identity of the text that asks.
        """
        sought = list({folded(name) for name in names if name.strip()})[:200]
        if not sought:
            return []
        places = ", ".join("?" * len(sought))
        with self._asking() as database:
            found = database.execute(
                "SELECT texts.identity, texts.title, names.heading, max(names.mentions) AS most FROM names "
                f"JOIN texts ON texts.number = names.text WHERE names.name IN ({places}) AND names.kind = ? "
                "AND texts.identity <> ? GROUP BY texts.identity ORDER BY most DESC, texts.title",
                (*sought, kind.value, besides),
            ).fetchall()
        return [Elsewhere(*row) for row in found]

    def identities(self) -> list[str]:
        """The texts that are in the index."""
        with self._asking() as database:
            return [row[0] for row in database.execute("SELECT identity FROM texts")]


def _by_sort(row: tuple[int, int, str]) -> tuple[bool, int]:
    number, _, sort = row
    return sort == TEXT, -number
