"""What panels say of a mark: its label or its words, where it stands, the names of kinds and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.notes import Colour, MarkKind
from companion.ui.entries.entry_words import place_with_section
from companion.ui.parts.plain import plain_tooltip
from companion.ui.program.language import translated

if TYPE_CHECKING:
    from companion.core.document import Document
    from companion.core.notes import Mark
    from companion.ui.bookmarks.placed_marks import Placed


_LONGEST = 1000
"""Code points of a mark's words that are shown."""


def bookmark_title(bookmark: Mark) -> str:
    """The reader's own label, or the words of the text that she marked, in quotes; of many the first."""
    if bookmark.label.strip():
        return " ".join(bookmark.label.split())
    if bookmark.anchor is None:
        return " ".join(bookmark.note.split()) or translated("Note")
    return translated("“{0}”").format(_shown_words(bookmark))


def _shown_words(bookmark: Mark) -> str:
    """Of a mark on a whole book nobody reads all words, and each list would wait for them."""
    return " ".join(bookmark.words[: 4 * _LONGEST].split())[:_LONGEST]


def bookmark_place(document: Document, placed: Placed) -> str:
    """``"§12 · The winter"``, or that the words are not in this text; for a note on an entry its heading."""
    if placed.bookmark.anchor is None:
        about = placed.bookmark.about
        return about.heading if about is not None else translated("on the whole text")
    if placed.span is None:
        return translated("not found in this text")
    return place_with_section(document, placed.span.start)


def bookmark_tooltip(bookmark: Mark | None) -> str:
    """Its label, its words and its note as a tooltip; nothing without a bookmark."""
    if bookmark is None:
        return ""
    note = "" if bookmark.anchor is None and not bookmark.label.strip() else bookmark.note.strip()
    lines = (
        bookmark_title(bookmark)[:_LONGEST],
        _shown_words(bookmark),
        note,
        tags_in_words(bookmark),
    )
    told = [line for number, line in enumerate(lines) if line and (number != 1 or bookmark.label.strip())]
    return plain_tooltip("\n".join(told))


def bookmarks_in_words(count: int) -> str:
    """``"1 mark"``, ``"12 marks"``."""
    if count == 1:
        return translated("1 mark")
    return translated("%Ln marks", "", count)


def bookmark_in_words(document: Document, placed: Placed) -> str:
    """All that there is to say of a bookmark, for those who hear it."""
    bookmark = placed.bookmark
    parts = (
        bookmark_title(bookmark),
        bookmark_place(document, placed),
        kind_of_mark(bookmark.kind) if bookmark.kind is not MarkKind.BOOKMARK else "",
        colour_in_words(bookmark.colour),
        " ".join(bookmark.note.split()) if bookmark.label or bookmark.anchor is not None else "",
        tags_in_words(bookmark),
    )
    return ", ".join(part for part in parts if part)


def tags_in_words(bookmark: Mark) -> str:
    """``"#winter #bread"``."""
    return " ".join(f"#{tag}" for tag in bookmark.tags)


def kind_of_mark(kind: MarkKind) -> str:
    """``"highlight"``."""
    names = {
        MarkKind.BOOKMARK: translated("bookmark"),
        MarkKind.HIGHLIGHT: translated("highlight"),
        MarkKind.UNDERLINE: translated("underline"),
        MarkKind.NOTE: translated("note"),
    }
    return names[kind]


def kinds_of_marks(kind: MarkKind) -> str:
    """``"highlights"``."""
    names = {
        MarkKind.BOOKMARK: translated("bookmarks"),
        MarkKind.HIGHLIGHT: translated("highlights"),
        MarkKind.UNDERLINE: translated("underlines"),
        MarkKind.NOTE: translated("notes"),
    }
    return names[kind]


def colour_in_words(colour: Colour) -> str:
    """The name of a colour with its letter: ``"amber, A"``."""
    names = {
        Colour.YELLOW: translated("amber"),
        Colour.GREEN: translated("green"),
        Colour.BLUE: translated("blue"),
        Colour.ROSE: translated("rose"),
    }
    return f"{names[colour]}, {colour.letter}"
