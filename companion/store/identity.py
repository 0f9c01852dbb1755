"""Identity: a text is known again by what it says, wherever it lies and however its lines end."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.core.document import Document

_ASCII = bytes(range(128))
_STRETCH = 1 << 18
"""Signs that are looked at together, as far as the next line end; of a long text there is never a copy."""
_ASCII_BLANKS = b"\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f "


def identity(document: Document) -> str:
    """The SHA-256 of the document's text, as 64 small hexadecimal digits.

    Blanks and line ends are left out and letters composed (Unicode form C) first, so they make no
    difference; title, metadata and structure do not count at all.
    """
    text, checksum, start = document.text, hashlib.sha256(), 0
    while start < len(text):
        end = text.find("\n", start + _STRETCH) + 1 or len(text)  # nothing is composed with a line end
        checksum.update(_without_blanks(text[start:end]))
        start = end
    return checksum.hexdigest()


def _without_blanks(text: str) -> bytes:
    told = unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass").translate(None, _ASCII_BLANKS)
    rare = told.translate(None, _ASCII).decode("utf-8", "surrogatepass")
    for sign in filter(str.isspace, set(rare)):
        told = told.replace(sign.encode(), b"")
    return told
