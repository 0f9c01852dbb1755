"""Hits: what is sought in all readings, how well a row fits it, and what is shown of the row."""

from __future__ import annotations

import re
from typing import NamedTuple

from companion.shelf.told_rows import ENTRY, NOTE, TEXT, TITLE, folded, is_unspaced, spaced

_WORD = re.compile(r"[^\W_]+")

_LONGEST_QUERY = 500
_LEAST_BEGUN = 3
"""Letters from which on the last word may be only begun: fewer begin half of all words."""

_ROUND = 90
"""Code points of an excerpt on either side of the first word that was sought."""

_SORTS = {TITLE: 0, ENTRY: 1, NOTE: 1}


class Hit(NamedTuple):
    """Something that was found: in which text, in what of it, and the words round the first one sought.

    `sort` is one of TEXT, ENTRY, NOTE and TITLE; `start` the offset of the words in the text, -1 where they
    stand nowhere in it; `heading` the section, the entry or the label of the note.
    """

    identity: str
    title: str
    sort: str
    start: int
    heading: str
    excerpt: str


class Fitting(NamedTuple):
    """A row that has all the words: of which text, what it holds, its offset, its heading and its words."""

    identity: str
    title: str
    sort: str
    start: int
    heading: str
    words: str


def words_of(query: str) -> list[str]:
    """The words that are sought."""
    return _WORD.findall(spaced(query[:_LONGEST_QUERY]))


def asked(query: str) -> str:
    """The words of a query for FTS5, each in quotation marks so that none is taken for an operator."""
    words = words_of(query)
    if not words:
        return ""
    is_begun = query[-1:].isalnum() and len(words[-1]) >= _LEAST_BEGUN and not is_unspaced(words[-1])
    begun = "*" if is_begun else ""
    return " ".join(f'"{word}"' for word in words) + begun


def weight(row: Fitting, words: list[str]) -> tuple[int, int]:
    """How well a row fits: titles first, entries and notes, then what has the words most often."""
    said = row.words.casefold()
    return _SORTS.get(row.sort, 2), -sum(said.count(word) for word in words)


def hit_in(row: Fitting, first: str) -> Hit:
    """The row with the words round the first one that was sought."""
    at = _place(row.words, first)
    begin = max(0, at - _ROUND)
    excerpt = row.words[begin : at + len(first) + _ROUND]
    before, after = "…" if begin else "", "…" if begin + len(excerpt) < len(row.words) else ""
    start = row.start + at if row.sort == TEXT and row.start >= 0 else row.start
    cut = f"{before}{' '.join(excerpt.split())}{after}"
    return Hit(row.identity, row.title, row.sort, start, row.heading, cut)


def _place(words: str, first: str) -> int:
    """Where a word begins in a text, capitals and accents aside; 0 where it cannot be told."""
    found = re.search(rf"(?<!\w){re.escape(first)}", words, re.IGNORECASE)
    if found:
        return found.start()
    sought = folded(first)
    return next((one.start() for one in _WORD.finditer(words) if folded(one[0]).startswith(sought)), 0)
