"""Shelf file: the catalogue on disk, under a checksum, with the one before it; two windows may write it."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from companion.core.message import Message, ToldError
from companion.core.system_errors import why
from companion.shelf.books import Book, Catalogue
from companion.store import atomic
from companion.store.lock import BusyError, locked
from companion.store.seal import DamagedError, sealed, unsealed

if TYPE_CHECKING:
    from pathlib import Path

_FORMAT = 1
"""Raised when a program of before would do harm by writing; what is only new in a book it keeps."""

_PATIENCE = 5.0
_OWN = frozenset({"sha256", "format", "books"})
_KNOWN = frozenset(field.name for field in fields(Book)) - {"further"}
_TEXTS = frozenset(
    {"identity", "title", "author", "format", "language", "digest", "added", "opened", "changed"}
)


class ShelfNotSavedError(ToldError):
    """The catalogue could not be written; what is on disk is as it was."""


class ShelfFile:
    """The catalogue of one folder: ``shelf.json``. One thread at a time may use an object."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / "shelf.json"
        self._backup = folder / "shelf.json.bak"

    def load(self) -> Catalogue:
        """What is on disk; of a damaged file the one before it; an empty catalogue where there is none."""
        for path in (self._path, self._backup):
            with suppress(OSError, DamagedError, ValueError, TypeError, KeyError, AttributeError):
                return _catalogue(unsealed(path.read_bytes()))
        return Catalogue()

    def save(self, catalogue: Catalogue) -> Catalogue:
        """Writes the catalogue together with what others have written meanwhile, and gives back both as one.

        A damaged file is set aside first; one that a newer program wrote stays as it is. Raises
        `ShelfNotSavedError`.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with locked(self._folder / ".shelf.lock", _PATIENCE):
                further = self._further()
                both = catalogue.merged(self.load())
                atomic.write(self._path, _written(both, further), self._backup)
                return both
        except BusyError:
            raise ShelfNotSavedError(
                Message("The shelf could not be saved: another window is writing it.")
            ) from None
        except OSError as error:
            raise ShelfNotSavedError(
                Message("The shelf could not be saved: {why}", why=why(error))
            ) from error

    def _further(self) -> dict[str, Any]:
        """What a newer program keeps in the file besides the books. Sets a damaged file aside."""
        try:
            told = unsealed(self._path.read_bytes())
            if isinstance(form := told.get("format"), int) and form > _FORMAT:
                raise ShelfNotSavedError(
                    Message("The shelf was written by a newer version of this program, so it is not changed.")
                )
            _catalogue(told)
        except FileNotFoundError:
            return {}
        except (DamagedError, ValueError, TypeError, KeyError, AttributeError):
            atomic.set_aside(self._path)
            return {}
        return {name: value for name, value in told.items() if name not in _OWN}


def _written(catalogue: Catalogue, further: dict[str, Any]) -> bytes:
    books = [json.dumps(_told(book), ensure_ascii=True) for _, book in sorted(catalogue.books.items())]
    head = json.dumps({"format": _FORMAT, **further}, ensure_ascii=True)[1:-1]
    listed = ",\n".join(books)
    return sealed(f'{head}, "books": [\n{listed}\n]}}\n'.encode())


def _told(book: Book) -> dict[str, Any]:
    told = asdict(book)
    further = told.pop("further")
    return {**told, **json.loads(further)} if further else told


def _catalogue(told: dict[str, Any]) -> Catalogue:
    return Catalogue({book.identity: book for book in map(_book, told["books"])})


def _book(told: dict[str, Any]) -> Book:
    """A book of which every field is what it should be. Raises `TypeError` and the like."""
    known = {name: told[name] for name in _KNOWN if name in told}
    for name, value in known.items():
        if name in _TEXTS and not isinstance(value, str):
            raise TypeError(name)
    known["paths"] = tuple(map(str, known.get("paths", ())))
    known["collections"] = tuple(map(str, known.get("collections", ())))
    known["share"] = min(1.0, max(0.0, float(known.get("share", 0.0))))
    known["size"], known["marks"] = int(known.get("size", 0)), int(known.get("marks", 0))
    known["is_taken_off"] = bool(known.get("is_taken_off", False))
    further = {name: value for name, value in sorted(told.items()) if name not in _KNOWN}
    return Book(**known, further=json.dumps(further) if further else "")
