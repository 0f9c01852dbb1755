"""Ordering: the books of a shelf in the order that the reader wants."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from companion.shelf.books import Book


class Order(StrEnum):
    """By what books are sorted."""

    OPENED = "opened"
    TITLE = "title"
    AUTHOR = "author"
    SHARE = "share"
    ADDED = "added"


def ordered(books: Iterable[Book], order: Order) -> list[Book]:
    """The books in this order; the newest and those read furthest stand first, names go from A to Z."""
    named = sorted(books, key=_by_title)
    key, is_reversed = _KEYS[order]
    return sorted(named, key=key, reverse=is_reversed)


def _by_title(book: Book) -> tuple[str, str]:
    return _plain(book.title), book.identity


def _by_author(book: Book) -> tuple[bool, str]:
    """By the name that the author is sorted under; those of unknown authors come last."""
    name = book.author.partition(";")[0].strip()
    family, comma, _ = name.partition(",")
    return not name, _plain(family if comma else " ".join(name.split()[-1:] + name.split()[:-1]))


def _by_opening(book: Book) -> tuple[bool, str]:
    return bool(book.opened), book.opened or book.added


def _by_share(book: Book) -> float:
    return book.share


def _by_adding(book: Book) -> str:
    return book.added


def _plain(words: str) -> str:
    """Words without regard to capitals and accents."""
    folded = unicodedata.normalize("NFKD", words.casefold())
    return "".join(sign for sign in folded if not unicodedata.combining(sign)).strip()


_KEYS: dict[Order, tuple[Callable[[Book], tuple[bool, str] | tuple[str, str] | float | str], bool]] = {
    Order.OPENED: (_by_opening, True),
    Order.TITLE: (_by_title, False),
    Order.AUTHOR: (_by_author, False),
    Order.SHARE: (_by_share, True),
    Order.ADDED: (_by_adding, True),
}
