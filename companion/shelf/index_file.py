"""Index file: the SQLite file of the index is opened, and made anew where it is of no use."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from companion.shelf.taken_in import TakenIn

if TYPE_CHECKING:
    from pathlib import Path

_EDITION = "3"
"""Raised when an index of before cannot be used any more."""

_PATIENCE = 5.0
"""Seconds to wait for another window that is writing."""

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_NOTADB}
"""What SQLite says of a file that is not as it was. All else (a full disk, a lock, no permission) says
nothing against the file."""

_TABLES = (
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT)",
    "CREATE TABLE texts (number INTEGER PRIMARY KEY, identity TEXT UNIQUE, title TEXT, author TEXT, "
    "stamp TEXT, sample BLOB)",
    "CREATE TABLE rows (id INTEGER PRIMARY KEY, text INTEGER, sort TEXT, start INTEGER, heading TEXT, "
    "words BLOB)",
    "CREATE INDEX rows_of_texts ON rows (text, sort)",
    "CREATE TABLE names (name TEXT, kind TEXT, text INTEGER, heading TEXT, mentions INTEGER)",
    "CREATE INDEX names_by_name ON names (name)",
    "CREATE INDEX names_of_texts ON names (text)",
    # Of a word it is kept in which rows it stands, and not where in them: that takes a fifth of the room.
    "CREATE VIRTUAL TABLE words USING fts5 (said, content='', detail=none, prefix='3', "
    "tokenize='unicode61 remove_diacritics 2')",
)


class _OfNoUseError(Exception):
    """The file is the index of another edition, or none at all."""


def opened(path: Path) -> sqlite3.Connection:
    """The index in the file at `path`, which is made where there is none, or none that can be used.

    Raises `sqlite3.Error` where the disk does not let it, or another window is writing for long; the file
    stays as it is then.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _opened(path)
    except sqlite3.Error as error:
        if not is_damage(error):
            raise
    except _OfNoUseError:
        pass
    remove(path)
    return _opened(path)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error means that the file is not as it was written."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF in _DAMAGED


def file_at(path: Path) -> tuple[int, int] | None:
    """Which file bears this name now, told from one that bore it before; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def remove(path: Path) -> None:
    """Takes the file away with those that belong to it, as far as the system lets it."""
    for file in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=_PATIENCE, check_same_thread=False)
    try:
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA trusted_schema = OFF")
        if not _is_made(database):
            _make(path, database)
        if _edition(database) != _EDITION:
            raise _OfNoUseError
        with suppress(sqlite3.OperationalError):  # it stays so; while others work in the file, it waits
            database.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        database.close()
        raise
    return database


def _make(path: Path, database: sqlite3.Connection) -> None:
    """Makes the tables, unless another window does so at this moment."""
    with database:
        database.execute("BEGIN IMMEDIATE")
        if not _is_made(database):
            TakenIn(path).forget_all()
            for table in _TABLES:
                database.execute(table)
            database.execute("INSERT INTO facts VALUES ('edition', ?)", (_EDITION,))


def _is_made(database: sqlite3.Connection) -> bool:
    return database.execute("SELECT 1 FROM sqlite_master WHERE name = 'facts'").fetchone() is not None


def _edition(database: sqlite3.Connection) -> str:
    """The edition of the index; empty for tables that are none of ours."""
    try:
        found = database.execute("SELECT value FROM facts WHERE name = 'edition'").fetchone()
    except sqlite3.Error as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        return ""
    return "" if found is None else str(found[0])
