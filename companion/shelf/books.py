"""Books: what the shelf knows of a reading: where it lies, how far it was read, in which collections."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Book:
    """A reading on the shelf, known by the identity of its text.

    `paths` are the files it was opened from, the last one first; `size` and `digest` are those of the bytes
    of that file (SHA-256), by which it is found again when it was moved. `share` is how much of it was read,
    from 0 to 1. `added`, `opened` and `changed` are ISO 8601 times; `changed` decides between two copies.
    `further` is what a newer program keeps of it besides, as a JSON object; empty where that is nothing.
    """

    identity: str
    title: str
    author: str = ""
    format: str = ""
    language: str = ""
    paths: tuple[str, ...] = ()
    size: int = 0
    digest: str = ""
    share: float = 0.0
    marks: int = 0
    collections: tuple[str, ...] = ()
    is_taken_off: bool = False
    added: str = ""
    opened: str = ""
    changed: str = ""
    further: str = ""

    @property
    def path(self) -> str:
        """The file from which it was opened last; empty when none is known."""
        return self.paths[0] if self.paths else ""

    def opened_from(self, path: str, time: str) -> Book:
        """Opened at `time` from a file, which becomes the first of its paths."""
        paths = (path, *(other for other in self.paths if other != path))[:_MOST_PATHS]
        return replace(self, paths=paths, opened=time, changed=time, is_taken_off=False)

    def in_collection(self, name: str, time: str, *, is_in: bool = True) -> Book:
        """In the collection of that name, or in it no more."""
        others = tuple(other for other in self.collections if other != name)
        return replace(self, collections=(*others, name) if is_in else others, changed=time)


_MOST_PATHS = 8


@dataclass(frozen=True)
class Catalogue:
    """All books by identity. Frozen: a change gives a new one."""

    books: Mapping[str, Book] = field(default_factory=dict)

    def with_book(self, book: Book) -> Catalogue:
        """With this state of a book in the place of the one that it has."""
        return Catalogue({**self.books, book.identity: book})

    def merged(self, other: Catalogue) -> Catalogue:
        """Of each book the state that was made last; commutative, associative, idempotent."""
        books = dict(self.books)
        for identity, book in other.books.items():
            mine = books.get(identity)
            books[identity] = book if mine is None else max(mine, book, key=_order)
        return Catalogue(books)

    @property
    def standing(self) -> tuple[Book, ...]:
        """The books that stand on the shelf, those opened last first."""
        kept = (book for book in self.books.values() if not book.is_taken_off)
        return tuple(sorted(kept, key=_by_opening, reverse=True))

    @property
    def collections(self) -> tuple[str, ...]:
        """The names of all collections in alphabetical order."""
        return tuple(sorted({name for book in self.standing for name in book.collections}, key=str.casefold))


def _order(book: Book) -> tuple[str, str]:
    return book.changed, repr(book)


def _by_opening(book: Book) -> tuple[str, str, str]:
    return book.opened or book.added, book.title, book.identity


def sought(books: Iterable[Book], words: str) -> list[Book]:
    """The books whose title, author or collections have all of the words, in the order given."""
    wanted = words.casefold().split()
    return [book for book in books if all(word in _told(book) for word in wanted)]


def _told(book: Book) -> str:
    return "\n".join((book.title, book.author, *book.collections)).casefold()
