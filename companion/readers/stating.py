"""What a file states about itself becomes one clean line of bounded length."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from companion.readers.limits import LONGEST_STATED, MOST_AUTHORS

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEPT = frozenset("\u200c\u200d")  # letters of Persian and of Indian scripts are joined, or not, by these


def one_line(words: str | None) -> str:
    """Words on one line, without signs that are not seen or turn the direction of others."""
    if not words:
        return ""
    words = " ".join(words[: 2 * LONGEST_STATED].split())
    if not words.isascii() or not words.isprintable():
        words = "".join(s for s in words if s in _KEPT or unicodedata.category(s) not in ("Cc", "Cf", "Cs"))
    return shortened(words)


def shortened(words: str) -> str:
    """The words, or as many of them as are stated at most."""
    return words if len(words) <= LONGEST_STATED else words[: LONGEST_STATED - 1].rstrip() + "…"


def one_after_another(names: Iterable[str]) -> str:
    """Names of authors as one line, each once."""
    found = list(dict.fromkeys(filter(None, names)))
    return ", ".join(found[:MOST_AUTHORS]) + (" …" if len(found) > MOST_AUTHORS else "")
