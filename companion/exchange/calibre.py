"""calibre: the highlights and bookmarks that its viewer exports, taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.core.message import Message
from companion.core.notes import Colour, MarkKind
from companion.exchange.arrived import Arrived, ArrivedMark, Book, ForeignError, text_in

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPES = ("calibre_annotation_collection", "calibre_highlights")
"""What the field ``type`` of a collection says: exported from the library, or from the viewer."""

_COLOURS = {
    "yellow": Colour.YELLOW,
    "green": Colour.GREEN,
    "blue": Colour.BLUE,
    "red": Colour.ROSE,
    "purple": Colour.ROSE,
}


def read_calibre(told: dict[str, Any]) -> Arrived:
    """What a collection of annotations holds, by book. Raises `ForeignError`.

    After calibre's ``gui2/library/annotations.py`` and ``gui2/viewer/highlights.py``. Places are given
    there as positions in its own rendering; only the words are kept.
    """
    annotations = told.get("annotations", told.get("highlights"))
    if not isinstance(annotations, list):
        raise ForeignError(Message("This file of calibre holds no annotations."))
    books: dict[tuple[str, str], list[ArrivedMark]] = {}
    for item in annotations:
        if isinstance(item, dict):
            inner = item.get("annotation")
            body = inner if isinstance(inner, dict) else item
            names = (
                text_in(item.get("title")) if body is not item else "",
                _author(item) if body is not item else "",
            )
            books.setdefault(names, []).extend(_marks(body))
    return Arrived(
        "calibre", tuple(Book(title, author, tuple(marks)) for (title, author), marks in books.items())
    )


def _author(item: dict[str, Any]) -> str:
    authors = item.get("authors")
    if isinstance(authors, list):
        return ", ".join(text_in(author) for author in authors)
    return text_in(authors)


def _marks(item: dict[str, Any]) -> Iterator[ArrivedMark]:
    if item.get("removed"):
        return
    words = text_in(item.get("highlighted_text")).strip()
    kind = item.get("type", "highlight")
    if kind == "highlight" and words:
        style = item.get("style")
        style = style if isinstance(style, dict) else {}
        yield ArrivedMark(
            words=words,
            kind=MarkKind.UNDERLINE if style.get("kind") == "decoration" else MarkKind.HIGHLIGHT,
            note=text_in(item.get("notes")).strip(),
            colour=_COLOURS.get(text_in(style.get("which")), Colour.YELLOW),
            label=_chapter(item),
            created=text_in(item.get("timestamp")),
            share=_share(item),
        )
    elif kind == "bookmark":
        yield ArrivedMark(
            words=words,
            kind=MarkKind.BOOKMARK,
            label=text_in(item.get("title")).strip(),
            created=text_in(item.get("timestamp")),
            share=_share(item),
        )


def _chapter(item: dict[str, Any]) -> str:
    titles = item.get("toc_family_titles")
    return text_in(titles[-1]).strip() if isinstance(titles, list) and titles else ""


def _share(item: dict[str, Any]) -> float | None:
    """A bookmark of the viewer tells its place in the book as a share, in ``pos_frac``."""
    share = item.get("pos_frac")
    return float(share) if isinstance(share, int | float) and 0 <= share <= 1 else None
