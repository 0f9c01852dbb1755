"""Hyphens: where the words of a shown text may be parted, and its positions with and without hyphens."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from companion.core.language import guess_language
from companion.ui.offsets import Offsets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyphen import Pyphen

    from companion.core.document import Document

SOFT_HYPHEN = "\u00ad"
"""Drawn as a hyphen where a line ends at it, and as nothing elsewhere."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BESIDE = frozenset("-‐‑/@_\\0123456789" + SOFT_HYPHEN)
"""What joins a word to another in compounds and web addresses: a second hyphen there would mislead."""
_SHORTEST, _BEFORE, _AFTER = 6, 2, 3
"""Letters: of a word that is parted at all, and of its parts before and after a hyphen."""
_LONGEST = 60
_NOUNS_HAVE_CAPITALS = frozenset({"de", "gsw", "lb", "nds"})
"""Languages in which a capital does not tell a name; in the others a word with one is left whole."""
_USUAL_COUNTRY = {"en": "en-US", "pt": "pt-PT"}
"""Whose patterns are taken for a language without a country, where the first by name are not usual."""


class HyphenatedOffsets(Offsets):
    """Converts positions in a text to UTF-16 units of the same text with soft hyphens, and back.

    `places` are the positions in the text, in code points and in order, before which a soft hyphen stands.
    Of the two units at such a place, before the sign and after it, the text's position is the one after:
    there the next line begins.
    """

    __slots__ = ("_places", "_signs")

    def __init__(self, text: str, places: Sequence[int]) -> None:
        super().__init__(text)
        to_qt = super().to_qt
        self._places = array("L", places)
        self._signs = array("L", [to_qt(place) + index for index, place in enumerate(places)])

    def to_qt(self, offset: int) -> int:
        return super().to_qt(offset) + bisect_right(self._places, offset)

    def to_text(self, position: int) -> int:
        return super().to_text(position - bisect_left(self._signs, position))


def with_hyphens(text: str, places: Sequence[int]) -> str:
    """The text with a soft hyphen before each of these positions."""
    edges = (0, *places, len(text))
    return SOFT_HYPHEN.join(text[start:end] for start, end in pairwise(edges))


def hyphen_places(text: str, language: str) -> list[int]:
    """The positions in `text` at which a word may be parted, by the patterns for a BCP 47 `language`.

    Empty for a language without patterns. Names, in languages in which a capital tells them, and what
    belongs to a web address or a compound with a hyphen are left whole. The method is Liang's (1983).
    """
    patterns = _patterns(language)
    if patterns is None:
        return []
    parts_capitals = _primary(language) in _NOUNS_HAVE_CAPITALS
    found: list[int] = []
    for match in _WORD.finditer(text):
        word, (start, end) = match[0], match.span()
        is_plain = word.islower() or (
            parts_capitals and word[1:].islower() and len(word.lower()) == len(word)
        )
        if is_plain and _SHORTEST <= len(word) <= _LONGEST and not _is_part(text, start, end):
            found.extend(start + place for place in patterns.positions(word) if place.data is None)
    return found


def language_of(document: Document) -> str:
    """The language that a text says it is in, or else seems to be in; empty where neither is clear."""
    return document.language or _guessed(document.text)


@lru_cache(maxsize=2)
def _guessed(text: str) -> str:
    return guess_language(text)


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether the letters belong to something longer: a compound, an address, a letter with a mark apart."""
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    return any(sign in _BESIDE or unicodedata.combining(sign) for sign in beside)


def _primary(language: str) -> str:
    return re.split("[-_]", language.casefold())[0]


@lru_cache(maxsize=8)
def _patterns(language: str) -> Pyphen | None:
    """The patterns for a language, which take some tenths of a second to read once."""
    import pyphen

    known = pyphen.language_fallback(_USUAL_COUNTRY.get(language.casefold(), language)) if language else None
    return pyphen.Pyphen(lang=known, left=_BEFORE, right=_AFTER) if known else None
