"""Markup: text as it stands in HTML and SVG, where nothing of it can be taken for markup."""

from __future__ import annotations

import unicodedata
from html import escape

_NOT_KNOWN = frozenset({"Cc", "Cs"})


def escaped(text: str) -> str:
    """Text on one line, escaped, without the control characters that HTML does not know."""
    line = " ".join(text.split())
    if not line.isprintable():
        line = "".join(sign for sign in line if unicodedata.category(sign) not in _NOT_KNOWN)
    return escape(line)
