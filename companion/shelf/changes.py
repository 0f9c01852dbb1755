"""Changes: what the reader and the window do to the catalogue, each made on whatever stands in it by then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from companion.shelf.books import Book, Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Change = Callable[[Catalogue], Catalogue]
"""Gives a catalogue in which something is another. It may be made again on what others have written."""


def now() -> str:
    """The time of a change as ISO 8601 in UTC, to the microsecond: two changes soon follow each other."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def opened(facts: Book, path: str, time: str) -> Change:
    """A text was opened from a file. Of `facts` all counts that its file and its text tell.

    It takes the place of what was opened from the same bytes before, when they were read otherwise, or from
    the same file, when that said something else: it stands where that stood, and that stands there no more.
    """

    def change(catalogue: Catalogue) -> Catalogue:
        known = catalogue.books.get(facts.identity)
        when = _after(known, time)
        former = _former(catalogue, facts, path)
        for one in former:
            catalogue = catalogue.with_book(replace(one, is_taken_off=True, changed=_after(one, time)))
        book = replace(
            known or replace(_following(facts, former), added=former[0].added if former else when),
            title=facts.title,
            author=facts.author,
            format=facts.format,
            language=facts.language,
            size=facts.size,
            digest=facts.digest,
        )
        return catalogue.with_book(book.opened_from(path, when))

    return change


def _former(catalogue: Catalogue, facts: Book, path: str) -> list[Book]:
    """The books in whose place this one comes, the one that was opened last first."""
    others = (book for book in catalogue.standing if book.identity != facts.identity)
    return [
        book
        for book in others
        if (facts.digest and book.digest == facts.digest)
        or (book.path == path and (book.title, book.author) == (facts.title, facts.author))
    ]


def _following(facts: Book, former: list[Book]) -> Book:
    if not former:
        return facts
    names = dict.fromkeys(name for book in former for name in book.collections)
    return replace(facts, share=former[0].share, marks=former[0].marks, collections=tuple(names))


def added(facts: Book, path: str, time: str) -> Change:
    """A text was read from a folder of books, which is not to say that anybody has opened it."""

    def change(catalogue: Catalogue) -> Catalogue:
        made = opened(facts, path, time)(catalogue)
        known, book = catalogue.books.get(facts.identity), made.books[facts.identity]
        return made.with_book(replace(book, opened=known.opened if known is not None else ""))

    return change


def left(identity: str, share: float, marks: int, time: str) -> Change:
    """A text was left: so much of it is read, from 0 to 1, and so many marks stand in it."""

    def change(book: Book) -> Book:
        if (book.share, book.marks) == (share, marks):
            return book
        return replace(book, share=share, marks=marks, changed=_after(book, time))

    return _each((identity,), change)


def taken_off(identities: Iterable[str], time: str, *, is_off: bool = True) -> Change:
    """Books are taken off the shelf, or put back on it."""

    def change(book: Book) -> Book:
        return replace(book, is_taken_off=is_off, changed=_after(book, time))

    return _each(identities, change)


def collected(identities: Iterable[str], name: str, time: str, *, is_in: bool = True) -> Change:
    """Books are put into a collection, or taken out of it."""

    def change(book: Book) -> Book:
        if (name in book.collections) is is_in:
            return book
        return book.in_collection(name, _after(book, time), is_in=is_in)

    return _each(identities, change)


def renamed(old: str, new: str, time: str) -> Change:
    """A collection has another name; without one it is no more. Its books stay on the shelf."""

    def change(catalogue: Catalogue) -> Catalogue:
        inside = [book.identity for book in catalogue.books.values() if old in book.collections]
        made = collected(inside, old, time, is_in=False)(catalogue)
        return collected(inside, new, time)(made) if new else made

    return change


def found_at(places: Mapping[str, str], time: str) -> Change:
    """The files of books lie there now, by identity."""

    def change(book: Book) -> Book:
        moved = book.opened_from(places[book.identity], _after(book, time))
        return replace(moved, opened=book.opened, is_taken_off=book.is_taken_off)

    return _each(places, change)


def _each(identities: Iterable[str], change: Callable[[Book], Book]) -> Change:
    wanted = tuple(identities)

    def all_of_them(catalogue: Catalogue) -> Catalogue:
        books = dict(catalogue.books)
        for identity in wanted:
            if identity in books:
                books[identity] = change(books[identity])
        return Catalogue(books)

    return all_of_them


def _after(book: Book | None, time: str) -> str:
    """`time`, or a moment after the last change of the book: clocks go wrong, and stand still for a while."""
    if book is None or time > book.changed:
        return time
    try:
        return (datetime.fromisoformat(book.changed) + timedelta(microseconds=1)).isoformat(
            timespec="microseconds"
        )
    except (ValueError, OverflowError):
        return time
