"""calibre: the highlights and bookmarks that its viewer exports, taken in."""

from __future__ import annotations

import base64
import io
import json
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from companion.core.message import Message
from companion.core.notes import Colour, MarkKind
from companion.exchange.arrived import (
    LARGEST,
    MOST_MARKS,
    Arrived,
    ArrivedMark,
    Book,
    ForeignError,
    text_in,
    wordless,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPES = ("calibre_annotation_collection", "calibre_highlights")
"""What the field ``type`` of a collection says: exported from the library, or from the viewer."""

_IN_BOOK = "META-INF/calibre_bookmarks.txt"
_MAGIC = b"encoding=json+base64:"
_COLOURS = {
    "yellow": Colour.YELLOW,
    "green": Colour.GREEN,
    "blue": Colour.BLUE,
    "red": Colour.ROSE,
    "purple": Colour.ROSE,
}


def read_calibre(told: dict[str, Any] | list[Any]) -> Arrived:
    """What a collection of annotations holds, by book. Raises `ForeignError`.

    After calibre's ``gui2/library/annotations.py`` and ``gui2/viewer/highlights.py``. Places are given
    there as positions in its own rendering; only the words are kept. A list is that of the viewer, as it
    keeps it for itself and writes it into a book.
    """
    annotations = told.get("annotations", told.get("highlights")) if isinstance(told, dict) else told
    if not isinstance(annotations, list):
        raise ForeignError(Message("This file of calibre holds no annotations."))
    empty = 0
    books: dict[tuple[str, str, str], list[ArrivedMark]] = {}
    for item in annotations[:MOST_MARKS]:
        if isinstance(item, dict):
            body = item["annotation"] if isinstance(item.get("annotation"), dict) else item
            marks = list(_marks(body))
            empty += body.get("type") == "bookmark" and not body.get("removed") and not marks
            books.setdefault(_book(item, is_wrapped=body is not item), []).extend(marks)
    found = tuple(Book(title, author, tuple(marks)) for (_, title, author), marks in books.items() if marks)
    return Arrived("calibre", found, left_out=wordless(empty))


def _book(item: dict[str, Any], *, is_wrapped: bool) -> tuple[str, str, str]:
    """The number of a book in the library, its title and author, as far as they are told."""
    number = str(item.get("book_id", ""))[:20]
    return (number, text_in(item.get("title")), _author(item)) if is_wrapped else (number, "", "")


def is_calibre(told: object) -> bool:
    """Whether what a JSON file says is a collection of calibre's, or its viewer's own list."""
    if isinstance(told, dict):
        return told.get("type") in TYPES
    fields = {"highlighted_text", "start_cfi", "pos_type"}
    return isinstance(told, list) and any(isinstance(item, dict) and fields & item.keys() for item in told)


def calibre_in_book(data: bytes) -> object:
    """What the viewer has written into an EPUB, as JSON; None without any. Raises `ForeignError`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            written = _unpacked(book, book.getinfo(_IN_BOOK))
        begun, _, rest = written.partition(b"\n")
        if not begun.startswith(_MAGIC):
            return None
        return json.loads(base64.b64decode(rest))
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):
        raise ForeignError(Message("The marks in this book are damaged.")) from None


def _unpacked(book: zipfile.ZipFile, packed: zipfile.ZipInfo) -> bytes:
    """A file of a book, as much of it as can be the marks in it; packed in the ways that an EPUB may be."""
    if packed.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile
    with book.open(packed) as kept:
        return kept.read(LARGEST)


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
            where=_chapter(item),
            created=text_in(item.get("timestamp")),
            share=_share(item),
        )
    elif kind == "bookmark" and words:
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
