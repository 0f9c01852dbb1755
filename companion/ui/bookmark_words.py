"""What panels say of a bookmark: its label or its words, where it stands, the names of the colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from companion.core.notes import Colour
from companion.ui.entry_words import place_with_section

if TYPE_CHECKING:
    from companion.core.document import Document
    from companion.core.notes import Bookmark
    from companion.ui.marginalia import Placed

_CONTEXT = "BookmarkWords"


def _translated(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)


def bookmark_title(bookmark: Bookmark) -> str:
    """The reader's own label, or the words of the text that she marked, in quotation marks."""
    if bookmark.label.strip():
        return " ".join(bookmark.label.split())
    return _translated("“{0}”").format(" ".join(bookmark.anchor.exact.split()))


def bookmark_place(document: Document, placed: Placed) -> str:
    """``"§12 · The winter"``, or that the words are not in this text."""
    if placed.span is None:
        return _translated("not found in this text")
    return place_with_section(document, placed.span.start)


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
    """The name of a colour with its letter: ``"yellow, A"``."""
    names = {
        Colour.YELLOW: _translated("yellow"),
        Colour.GREEN: _translated("green"),
        Colour.BLUE: _translated("blue"),
        Colour.ROSE: _translated("rose"),
    }
    return f"{names[colour]}, {colour.letter}"
