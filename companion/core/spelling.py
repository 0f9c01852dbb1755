"""Spelling: a text in plain letters, quotes, blanks and dashes, with the way to it and back."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right

from companion.core.document import Span
from companion.core.search import fold


class Spelling:
    """A text that can be compared with another print of it.

    `plain` has small letters without accents, composed letters, one kind of quotes, one hyphen for all
    dashes and the blanks round them, single blanks, and nothing that is not seen; Arabic and Hebrew are
    without their points. Frozen; may cross threads.
    """

    __slots__ = ("_ends", "_plain_ends", "_plain_starts", "_starts", "plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        kind = "I" if len(text) * _LONGEST_PIECE < 1 << 32 else "Q"
        # The stretches ``text[start:end]`` that stand otherwise, as ``plain[plain_start:plain_end]``.
        self._starts, self._ends = array(kind), array(kind)
        self._plain_starts, self._plain_ends = array(kind), array(kind)
        pieces: list[str] = []
        copied = length = 0
        for found in re.finditer(_pattern(text), text):
            start, end = found.span()
            piece = _plain_piece(found.group())
            length += start - copied
            self._starts.append(start)
            self._ends.append(end)
            self._plain_starts.append(length)
            length += len(piece)
            self._plain_ends.append(length)
            pieces += text[copied:start], piece
            copied = end
        pieces.append(text[copied:])
        self.plain: str = fold("".join(pieces))

    def to_plain(self, offset: int) -> int:
        """Where the sign at `offset` of the text stands in `plain`."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset
        if offset == self._starts[index]:
            return self._plain_starts[index]
        return self._plain_ends[index] + max(0, offset - self._ends[index])

    def span(self, start: int, end: int) -> Span:
        """The span of the text that stands as ``plain[start:end]``, which is not empty."""
        first, last = self._edit_at(start), self._edit_at(end - 1)
        begin = start if first < 0 else self._before(first, start)
        final = end - 1 if last < 0 else self._before(last, end - 1)
        inside = last >= 0 and end - 1 < self._plain_ends[last]
        return Span(begin, self._ends[last] if inside else final + 1)

    def _edit_at(self, offset: int) -> int:
        """The last stretch that begins at or before ``plain[offset]``; -1 when none does."""
        return bisect_right(self._plain_starts, offset) - 1

    def _before(self, edit: int, offset: int) -> int:
        """Where ``plain[offset]`` begins in the text when `edit` is the last one that begins before it."""
        plain_end = self._plain_ends[edit]
        return self._starts[edit] if offset < plain_end else self._ends[edit] + offset - plain_end


_LONGEST_PIECE = 3
"""A ligature stands as so many letters, at most."""

_UNSEEN = "\u00ad\u034f\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_DASHES = "\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_LETTERS = {
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "Æ": "ae",
    "Œ": "oe",
    "ẞ": "ss",
    "…": "...",
}

_BLANKS = "\\t-\\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_GAP = f" {_BLANKS}{_UNSEEN}{_DASHES}"
_GAPS = rf"[ \-][{_GAP}]+|[{_BLANKS}{_UNSEEN}{_DASHES[2:]}][{_GAP}]*"
"""Blanks, dashes and what is not seen, as long as they reach; the lone blank and hyphen stay."""

_DASH = re.compile(f"[{_DASHES}]")
_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]")
"""Vowel signs of Hebrew and Arabic, which one edition prints and another leaves out."""


def _pattern(text: str) -> str:
    """What is spelt differently in plain signs, of the signs that the text has."""
    ways = [_GAPS]
    signs = set(text) if not text.isascii() else set()
    marks = "".join(sign for sign in signs if unicodedata.combining(sign) or "\u1160" <= sign <= "\u11ff")
    if letters := "".join(signs & _LETTERS.keys()):
        ways.append(f"[{letters}][{marks}]*" if marks else f"[{letters}]")
    if marks:
        ways.append(f"[^{_GAP}{marks}][{marks}]+")
    return "|".join(ways)


def _plain_piece(piece: str) -> str:
    if _DASH.search(piece):
        return "-"
    if (letters := _LETTERS.get(piece[0])) is not None:
        return letters
    if any(sign.isspace() for sign in piece):
        return " "
    composed = unicodedata.normalize("NFC", _POINTS.sub("", piece))
    return "" if re.fullmatch(f"[{_UNSEEN}]+", composed) else _without_accents(composed)


def _without_accents(letter: str) -> str:
    """A letter without marks where it is a Latin or Greek one; `fold` does the same for composed letters."""
    base = fold(unicodedata.normalize("NFD", letter)[0])
    return base if base.isascii() or "Α" <= base <= "ω" else letter
