"""Folding: a text and the names looked for in it brought to one spelling, with the way back to the text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from companion.core.document import Document

_BLANKS = (
    "\t\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680"
    + "".join(map(chr, range(0x2000, 0x200B)))
    + "\u2028\u2029\u202f\u205f\u3000"
)
_APOSTROPHES = "’‘‛ʼʻʹ′`´＇"
_HYPHENS = "‐‑−⁃﹣－"
_ALIKE = {
    **dict.fromkeys(_BLANKS, " "),
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_HYPHENS, "-"),
    "‒": "–",
    "İ": "I",  # the one letter whose small form is longer than itself
    "ſ": "s",
}
"""Letters and signs that are read as another one; a replacement never changes the length."""

_UNSEEN = "\xad\u034f\u061c\u115f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_UNSEEN_SIGNS = re.compile(f"[{_UNSEEN}]+")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_RUNS = re.compile(f"[ \n][ \n{_UNSEEN}]+|\n")
_MARKS = (
    "\u0300-\u036f\u0653-\u0655\u093c\u09bc\u09be\u09d7\u0a3c\u0b3c\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2"
    "\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u102e\u1161-\u1175\u11a8-\u11c2\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a"
)
_CLUSTERS = re.compile(f"[^\\s{_MARKS}][{_MARKS}]+")


class _Edit(NamedTuple):
    """``text[start:end]`` is read as `words`."""

    start: int
    end: int
    words: str


class Folded:
    """A text in one spelling, in two copies of the same length.

    `cased` has one kind of blank, apostrophe and hyphen, single blanks, composed letters and nothing
    unseen; a line feed stands between blocks, at its beginning and at its end, and nowhere else.
    `small` is the same in small letters, with blanks for hyphens and short dashes. `span` leads back.
    """

    __slots__ = ("_cuts", "_ends", "_shifts", "cased", "small")

    def __init__(self, text: str, edits: list[_Edit]) -> None:
        pieces, done = ["\n"], 0
        self._cuts: list[int] = []  # where, in `cased`, an edit begins
        self._ends: list[int] = []  # where it ends there
        self._shifts: list[tuple[int, int]] = []  # what it stands for in the text
        length = 1
        for start, end, words in edits:
            length += start - done
            pieces += (text[done:start], words)
            self._cuts.append(length)
            length += len(words)
            self._ends.append(length)
            self._shifts.append((start, end))
            done = end
        pieces += (text[done:], "\n")
        self.cased = _alike("".join(pieces))
        self.small = _small(self.cased)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text that ``[start, end)`` of the folded text was made from."""
        if not self._cuts:
            return start - 1, end - 1
        return self._source(start)[0], self._source(end - 1)[1]

    def _source(self, place: int) -> tuple[int, int]:
        index = bisect_right(self._cuts, place) - 1
        if index < 0:
            return place - 1, place
        start, end = self._shifts[index]
        past = place - self._ends[index]
        return (start, end) if past < 0 else (end + past, end + past + 1)


def fold(document: Document) -> Folded:
    """The text of a document, folded; its blocks are kept apart."""
    text = document.text
    plain = text
    for sign in _BLANKS:
        if sign in plain:
            plain = plain.replace(sign, " ")
    edits, feeds_between = _joints(document, plain)
    if "  " in plain or plain.count("\n") > feeds_between:
        edits += _runs(document, plain)
    if not plain.isascii():
        edits += (
            [_Edit(*found.span(), "") for found in _UNSEEN_SIGNS.finditer(plain)]
            if _has_unseen(plain)
            else []
        )
        edits += _composed(plain)
    edits.sort()
    return Folded(plain, _apart(edits))


def tidy(name: str) -> str:
    """A name as `cased` would have it: one kind of blank, apostrophe and hyphen, composed letters."""
    if not name.isascii():
        name = unicodedata.normalize("NFC", _LIGATURES.sub(_spelled_out, _UNSEEN_SIGNS.sub("", name)))
    return " ".join(_alike(name).split())


def small(name: str) -> str:
    """A tidy name as `small` would have it."""
    return _small(name)


def _alike(text: str) -> str:
    for sign, other in _ALIKE.items():
        if sign in text:
            text = text.replace(sign, other)
    return text


def _small(text: str) -> str:
    text = text.lower().replace("-", " ")
    if not text.isascii():
        text = text.replace("–", " ").replace("ς", "σ")
    return text


def _joints(document: Document, plain: str) -> tuple[list[_Edit], int]:
    """A line feed for every gap between blocks that has none; and how many stand between blocks."""
    edits: list[_Edit] = []
    blocks = document.blocks
    if not blocks:
        return edits, 0
    feeds = plain.count("\n", 0, blocks[0].start) + plain.count("\n", blocks[-1].end)
    end = blocks[0].end
    for block in blocks[1:]:
        gap = plain[end : block.start]
        if "\n" in gap:
            feeds += gap.count("\n")
        else:
            edits.append(_Edit(end, block.start, "\n"))
        end = block.end
    return edits, feeds


def _runs(document: Document, plain: str) -> list[_Edit]:
    """Runs of blanks, and line feeds inside blocks, made one blank."""
    blocks = document.blocks
    edits: list[_Edit] = []
    for found in _RUNS.finditer(plain):
        start, end = found.span()
        if not blocks:
            edits.append(_Edit(start, end, "\n" if found[0].count("\n") > 1 else " "))
        elif (block := blocks[document.block_index(start)]).start <= start and end <= block.end:
            edits.append(_Edit(start, end, " "))
    return edits


def _has_unseen(plain: str) -> bool:
    return _UNSEEN_SIGNS.search(plain) is not None


def _composed(plain: str) -> list[_Edit]:
    """Letters with marks of their own made one sign, and ligatures of type spelled out."""
    edits = [_Edit(*found.span(), _spelled_out(found)) for found in _LIGATURES.finditer(plain)]
    if not unicodedata.is_normalized("NFC", plain):
        for found in _CLUSTERS.finditer(plain):
            composed = unicodedata.normalize("NFC", found[0])
            if len(composed) < len(found[0]):
                edits.append(_Edit(*found.span(), composed))
    return edits


def _spelled_out(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])


def _apart(edits: list[_Edit]) -> list[_Edit]:
    """The edits without those that begin inside the one before."""
    kept: list[_Edit] = []
    for edit in edits:
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
