"""What panels say of a bookmark: its label or its words, where it stands, the names of the colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.notes import Colour
from companion.ui.entries.entry_words import place_with_section
from companion.ui.parts.plain import plain_tooltip
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from companion.core.document import Document
    from companion.core.notes import Mark
    from companion.ui.bookmarks.marginalia import Placed


def bookmark_title(bookmark: Mark) -> str:
    """The reader's own label, or the words of the text that she marked, in quotation marks."""
    if bookmark.label.strip():
        return " ".join(bookmark.label.split())
    return translated("“{0}”").format(" ".join(bookmark.words.split()))


def bookmark_place(document: Document, placed: Placed) -> str:
    """``"§12 · The winter"``, or that the words are not in this text."""
    if placed.span is None:
        return translated("not found in this text")
    return place_with_section(document, placed.span.start)


def bookmark_tooltip(bookmark: Mark | None) -> str:
    """Its label, its words and its note as a tooltip; nothing without a bookmark."""
    if bookmark is None:
        return ""
    lines = (bookmark_title(bookmark), " ".join(bookmark.words.split()), bookmark.note.strip())
    told = [line for number, line in enumerate(lines) if line and (number != 1 or bookmark.label.strip())]
    return plain_tooltip("\n".join(told))


def bookmarks_in_words(count: int) -> str:
    """``"1 bookmark"``, ``"12 bookmarks"``."""
    if count == 1:
        return translated("1 bookmark")
    return translated("%Ln bookmarks", "", count)


def bookmark_in_words(document: Document, placed: Placed) -> str:
    """All that there is to say of a bookmark, for those who hear it."""
    bookmark = placed.bookmark
    parts = (
        bookmark_title(bookmark),
        bookmark_place(document, placed),
        colour_in_words(bookmark.colour),
        " ".join(bookmark.note.split()),
    )
    return ", ".join(part for part in parts if part)


def colour_in_words(colour: Colour) -> str:
    """The name of a colour with its letter: ``"amber, A"``."""
    names = {
        Colour.YELLOW: translated("amber"),
        Colour.GREEN: translated("green"),
        Colour.BLUE: translated("blue"),
        Colour.ROSE: translated("rose"),
    }
    return f"{names[colour]}, {colour.letter}"
