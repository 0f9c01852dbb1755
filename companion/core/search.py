"""Search: the whole text is looked through for some words, as fast as they are typed."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from itertools import chain, islice
from typing import TYPE_CHECKING

from companion.core.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class Hits:
    """Where some words stand in a text, in order and without overlaps. Frozen; may cross threads.

    `starts` and `ends` are arrays of offsets; `complete` is False when the search stopped at its limit.
    """

    __slots__ = ("complete", "ends", "starts")

    def __init__(
        self, starts: array[int] | None = None, ends: array[int] | None = None, *, complete: bool = True
    ) -> None:
        self.starts = starts if starts is not None else array("I")
        self.ends = ends if ends is not None else array("I")
        self.complete = complete

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: int) -> Span:
        return Span(self.starts[index], self.ends[index])

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self.starts, self.ends)

    @property
    def count(self) -> int:
        """How many hits there are."""
        return len(self.starts)

    def index_from(self, offset: int) -> int:
        """The index of the first hit that begins at or after `offset`; the count when none does."""
        return bisect_left(self.starts, offset)

    def range_within(self, start: int, end: int) -> range:
        """The indices of the hits that overlap ``[start, end)``."""
        first = bisect_right(self.ends, start)
        return range(first, max(first, bisect_left(self.starts, end)))

    def within(self, start: int, end: int) -> list[Span]:
        """The hits that overlap ``[start, end)``."""
        return [self[index] for index in self.range_within(start, end)]

    def until(self, end: int) -> Hits:
        """The hits that stand wholly before `end`."""
        count = bisect_right(self.ends, end)
        return self if count == len(self) else Hits(self.starts[:count], self.ends[:count])

    def next(self, offset: int) -> int | None:
        """The index of the first hit that begins at `offset` or later, else of the first of all."""
        if not self.starts:
            return None
        return bisect_left(self.starts, offset) % len(self.starts)

    def previous(self, offset: int) -> int | None:
        """The index of the last hit that begins before `offset`, else of the last of all."""
        if not self.starts:
            return None
        return (bisect_left(self.starts, offset) - 1) % len(self.starts)

    def nearest(self, offset: int) -> int | None:
        """The index of the hit that begins nearest to `offset`; the earlier one when two are as near."""
        if not self.starts:
            return None
        after = bisect_left(self.starts, offset)
        return min(
            range(max(0, after - 1), min(len(self.starts), after + 1)),
            key=lambda index: abs(self.starts[index] - offset),
        )


class Search:
    """A text made ready to be searched: capitals, accents and kinds of quotes make no difference.

    Keeps one copy of the text, folded sign by sign, so that every offset into the copy is an offset into the
    text. What is left of signs beyond Latin-1 is written as signs that the text has not, where they are few
    enough: the copy then takes a byte a sign. Frozen; may cross threads.
    """

    __slots__ = ("_folded", "_glue", "_ligatures", "_stand_ins")

    def __init__(self, text: str) -> None:
        signs = _signs_in(text)
        plain = _plain(signs)
        left = {plain.get(sign, sign) for sign in signs}
        self._stand_ins = _stand_ins(left, signs)
        written = {sign: self._stand_ins.get(plainer, plainer) for sign, plainer in plain.items()}
        written |= self._stand_ins
        self._folded: str = "".join(
            _replaced(_small(text[start : start + _STRETCH]), written)
            for start in range(0, len(text), _STRETCH)
        )
        ignored = "".join(sorted(sign for sign in left if _IGNORED.match(sign)))
        self._glue: str = f"[{ignored}]*+" if ignored else ""
        self._ligatures: dict[str, str] = {
            letters: sign for sign, letters in _LIGATURES.items() if sign in left
        }

    def find(self, query: str, limit: int | None = None) -> Hits:
        """Where `query` stands, blanks round it left off; at most the first `limit` places.

        A blank in the query stands for any blanks and at most one line end, never for a blank line.
        """
        words = _letters_of_ligatures(fold(_IGNORED.sub("", query))).split()
        if not words or any(sign in word for sign in self._stand_ins.values() for word in words):
            return Hits()
        found = re.finditer(_replaced(self._pattern(words), self._stand_ins), self._folded)
        if limit is not None:
            found = islice(found, limit + 1)
        if self._has_one_length(words):
            starts = array("I", map(re.Match.start, found))
            ends = array("I", map(len(words[0]).__add__, starts))
        else:
            edges = array("I", chain.from_iterable(map(re.Match.span, found)))
            starts, ends = edges[::2], edges[1::2]
        complete = limit is None or len(starts) <= limit
        return Hits(starts[:limit], ends[:limit], complete=complete)

    def _has_one_length(self, words: list[str]) -> bool:
        return (
            len(words) == 1
            and not self._glue
            and not any(ligature in words[0] for ligature in self._ligatures)
        )

    def _pattern(self, words: list[str]) -> str:
        return _BLANKS.join(self._glue.join(self._signs(word)) + self._glue for word in words)

    def _signs(self, word: str) -> Iterator[str]:
        """What each sign of the query matches; two or three letters match their ligature as well."""
        place = 0
        while place < len(word):
            for letters, sign in self._ligatures.items():
                if word.startswith(letters, place):
                    yield f"(?:{self._glue.join(map(re.escape, letters))}|{sign})"
                    place += len(letters)
                    break
            else:
                yield re.escape(word[place])
                place += 1


def _letters_of_ligatures(query: str) -> str:
    for sign, letters in _LIGATURES.items():
        query = query.replace(sign, letters)
    return query


def fold(text: str) -> str:
    """`text` in small letters without accents and with plain quotes and hyphens, at the same length."""
    return _replaced(_small(text), _plain(_signs_in(text)))


def _small(text: str) -> str:
    """The text in small letters, at the same length."""
    small = text.lower()
    if len(small) != len(text):  # "İ" alone has a small form of two signs
        small = text.replace("İ", "i").lower()
    return small.replace("\t", " ")


def _signs_in(text: str) -> set[str]:
    """The signs beyond ASCII that the text has in small letters, and maybe some more."""
    signs: set[str] = set()
    if not text.isascii():
        for start in range(0, len(text), _STRETCH):
            written = text[start : start + _STRETCH].encode("utf-8", "surrogatepass")
            signs.update(written.translate(None, _ASCII_BYTES).decode("utf-8", "surrogatepass"))
        signs |= {"ς"} if "Σ" in signs else set()  # at the end of a word
    return {small for sign in signs for small in _small(sign)} - _ASCII_SIGNS


def _plain(signs: set[str]) -> dict[str, str]:
    """What those of the signs are searched as that are not searched as they are."""
    return {sign: plainer for sign in signs if (plainer := _plainer(sign)) != sign}


def _replaced(text: str, others: dict[str, str]) -> str:
    """The text with other signs for some of its signs."""
    if text.isascii():
        return text
    if len(others) > _MANY:
        return text.translate({ord(sign): other for sign, other in others.items()})
    for sign, other in others.items():
        text = text.replace(sign, other)
    return text


def _stand_ins(left: set[str], used: set[str]) -> dict[str, str]:
    """For each sign beyond Latin-1 one of Latin-1 that is not used; none where there are too few of these."""
    far = sorted(sign for sign in left if sign > "\xff")
    free = [sign for sign in map(chr, range(0x80, 0x100)) if sign not in left and sign not in used]
    return dict(zip(far, free, strict=False)) if len(far) <= len(free) else {}


def _plainer(sign: str) -> str:
    """The one sign that `sign` is searched as."""
    known = _PLAINER.get(sign)
    if known is not None:
        return known
    if sign.isspace():
        return "\n" if sign in "\x85\u2028\u2029" else " "
    base = unicodedata.normalize("NFD", sign)[0]
    # In other scripts a mark makes another letter: Russian "й" is not "и", Japanese "が" is not "か".
    return base if base != sign and (base.isascii() or "α" <= base <= "ω") else sign


_PLAINER = {
    plain_sign: plainer
    for plainer, signs in {
        "'": "‘’‚‛ʼʹ′`´＇",
        '"': "“”„‟«»″〝〞＂",
        "-": "‐‑‒–—―−﹘﹣－",
        "i": "ı",
        "s": "ſ",
        "l": "ł",
        "o": "ø",
        "d": "đ",
        "σ": "ς",
        "е": "ё",
    }.items()
    for plain_sign in signs
}
_LIGATURES = {
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "…": "...",
}
"""Signs that are searched as the letters they stand for; the longest first."""

_IGNORED = re.compile("[\u0300-\u036f\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Accents set after their letter, soft hyphens and other signs without a width."""

_STRETCH = 1 << 18
"""Signs that are looked at together: only so much of a text is ever there once more as it is."""
_MANY = 40
"""Signs from which on it is quicker to look each sign of a text up than to look for each of them."""

_ASCII_BYTES = bytes(range(128))
_ASCII_SIGNS = frozenset(map(chr, range(128)))
_BLANKS = r"(?: ++\n? *+|\n *+)"
