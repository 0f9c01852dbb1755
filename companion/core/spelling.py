"""Spelling: a text in plain letters, quotes, blanks and dashes, with the way to it and back."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import NamedTuple

from companion.core.document import Span
from companion.core.search import fold


class _Edit(NamedTuple):
    """``text[start:end]`` stands as ``plain[plain_start:plain_end]``."""

    start: int
    end: int
    plain_start: int
    plain_end: int


class Spelling:
    """A text that can be compared with another print of it.

    `plain` has small letters without accents, composed letters, one kind of quotes, one hyphen for all
    dashes and the blanks round them, single blanks, and nothing that is not seen. Frozen; may cross threads.
    """

    __slots__ = ("_edits", "_plain_starts", "_starts", "plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._edits: list[_Edit] = []
        pieces: list[str] = []
        copied = length = 0
        for found in re.finditer(_pattern(text), text):
            start, end = found.span()
            piece = _plain_piece(found.group())
            length += start - copied
            self._edits.append(_Edit(start, end, length, length + len(piece)))
            pieces += text[copied:start], piece
            copied = end
            length += len(piece)
        pieces.append(text[copied:])
        self.plain: str = fold("".join(pieces))
        self._starts = [edit.start for edit in self._edits]
        self._plain_starts = [edit.plain_start for edit in self._edits]

    def to_plain(self, offset: int) -> int:
        """Where the sign at `offset` of the text stands in `plain`."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset
        edit = self._edits[index]
        if offset == edit.start:
            return edit.plain_start
        return edit.plain_end + max(0, offset - edit.end)

    def span(self, start: int, end: int) -> Span:
        """The span of the text that stands as ``plain[start:end]``, which is not empty."""
        first, last = self._edit_at(start), self._edit_at(end - 1)
        begin = start if first is None else _before(first, start)
        final = end - 1 if last is None else _before(last, end - 1)
        inside = last is not None and end - 1 < last.plain_end
        return Span(begin, last.end if last is not None and inside else final + 1)

    def _edit_at(self, offset: int) -> _Edit | None:
        index = bisect_right(self._plain_starts, offset) - 1
        return self._edits[index] if index >= 0 else None


def _before(edit: _Edit, offset: int) -> int:
    """Where ``plain[offset]`` begins in the text when `edit` is the last one that begins before it."""
    return edit.start if offset < edit.plain_end else edit.end + offset - edit.plain_end


_UNSEEN = "\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
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
    composed = unicodedata.normalize("NFC", piece)
    return "" if re.fullmatch(f"[{_UNSEEN}]+", composed) else _without_accents(composed)


def _without_accents(letter: str) -> str:
    """A letter without marks where it is a Latin or Greek one; `fold` does the same for composed letters."""
    base = fold(unicodedata.normalize("NFD", letter)[0])
    return base if base.isascii() or "Α" <= base <= "ω" else letter
