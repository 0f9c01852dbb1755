"""Annotations of calibre are read as its library, its viewer and its books have them."""

# ruff: noqa: E501  (lines as other programs write them)

from __future__ import annotations

import base64
import io
import json
import zipfile

import pytest

from companion.core.notes import Colour, MarkKind
from companion.exchange.arrived import ForeignError
from companion.exchange.arriving import arrived

MARKS = [
    {
        "type": "highlight", "uuid": "a", "timestamp": "2024-01-02T03:04:05.000Z", "notes": "mine",
        "highlighted_text": "the wall stood", "start_cfi": "/2/4", "end_cfi": "/2/6", "spine_index": 1,
        "style": {"kind": "color", "type": "builtin", "which": "green"}, "toc_family_titles": ["I", "The siege"],
    },
    {"type": "highlight", "uuid": "b", "removed": True, "timestamp": "2024-01-02T03:04:05.000Z"},
    {
        "type": "highlight", "uuid": "c", "highlighted_text": "sally port", "timestamp": "x",
        "style": {"kind": "decoration", "type": "builtin", "which": "wavy"},
    },
    {"type": "bookmark", "title": "Bookmark 1", "pos": "epubcfi(/6/2)", "pos_type": "epubcfi", "timestamp": "x"},
    {"type": "last-read", "pos": "epubcfi(/6/2)", "pos_type": "epubcfi", "timestamp": "x"},
]  # fmt: skip


def told(marks: object) -> bytes:
    return json.dumps(marks).encode()


def book(kept: bytes, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/calibre_bookmarks.txt", kept)
    return made.getvalue()


IN_BOOK = b"encoding=json+base64:\n" + b"\n".join(
    base64.b64encode(told(MARKS))[at : at + 80] for at in range(0, 4000, 80)
)


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + told({"version": 1, "type": "calibre_annotation_collection", "annotations": MARKS}),
        told({"version": 1, "type": "calibre_highlights", "highlights": MARKS}),
        told(MARKS),
        book(IN_BOOK),
    ],
    ids=["library", "viewer", "kept", "book"],
)
def test_highlights_are_taken_and_what_was_removed_is_not(data: bytes) -> None:
    found = arrived(data)
    assert found.form == "calibre"
    first, second = found.books[0].marks
    assert (first.words, first.note, first.where) == ("the wall stood", "mine", "The siege")
    assert (first.kind, first.colour) == (MarkKind.HIGHLIGHT, Colour.GREEN)
    assert first.created == "2024-01-02T03:04:05.000Z"
    assert (second.words, second.kind) == ("sally port", MarkKind.UNDERLINE)
    assert len(found.left_out) == 1


@pytest.mark.parametrize(
    "data",
    [
        told({"type": "calibre_highlights"}),
        told({"type": "calibre_highlights", "highlights": 3}),
        book(b"encoding=json+base64:\n!!!"),
        book(b"encoding=json+base64:\n" + base64.b64encode(b"[" * 100_000)),
        book(b"something else"),
        book(IN_BOOK)[:-30],
        book(IN_BOOK, zipfile.ZIP_LZMA),
        book(IN_BOOK, zipfile.ZIP_BZIP2),
        b"PK\x03\x04",
    ],
)
def test_what_is_damaged_is_told(data: bytes) -> None:
    with pytest.raises(ForeignError):
        arrived(data)
