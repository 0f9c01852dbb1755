"""Hits: what is sought in all readings, how well a row fits it, and what is shown of the row."""

from __future__ import annotations

import re
from typing import NamedTuple

from companion.core.document import Span
from companion.shelf.told_rows import ENTRY, NOTE, TEXT, TITLE, folded, is_unspaced, spaced

_WORD = re.compile(r"[^\W_]+")
_BLANK = re.compile(r"\s+")
_STOPS = (".", "!", "?", "…", "”")

_LONGEST_QUERY = 500
_LEAST_BEGUN = 3
"""Letters from which on the last word may be only begun: fewer begin half of all words."""

_BEFORE, _AFTER = 60, 140
"""Code points of an excerpt on either side of the first word that was sought."""
_LONGEST_WORD = 24
"""Code points that an excerpt is longer at either end so that no word is cut."""

_SORTS = {TITLE: 0, ENTRY: 1, NOTE: 1}


class Hit(NamedTuple):
    """Something that was found: in which text, in what of it, and the words round the first one sought.

    `sort` is one of TEXT, ENTRY, NOTE and TITLE; `start` the offset of the words in the text, -1 where they
    stand nowhere in it; `heading` the section, the entry or the label of the note; `marks` are the places of
    the words in the excerpt, in its code points.
    """

    identity: str
    title: str
    sort: str
    start: int
    heading: str
    excerpt: str
    marks: tuple[Span, ...] = ()


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


def hit_in(row: Fitting, words: list[str]) -> Hit:
    """The row with the text round the first of the words that were sought, cut between words."""
    at = _place(row.words, words[0])
    least = _after_heading(row, at)
    begin, end = _cut(row.words, max(at, least), least, len(words[0]))
    before, after = "…" if begin > least else "", "…" if end < len(row.words) else ""
    start = row.start + at if row.sort == TEXT and row.start >= 0 else row.start
    shown = " ".join(row.words[begin:end].split())
    excerpt = f"{before}{shown}{' ' if after and shown.endswith(_STOPS) else ''}{after}"
    return Hit(row.identity, row.title, row.sort, start, row.heading, excerpt, _marks(excerpt, words))


def _after_heading(row: Fitting, at: int) -> int:
    """From where on a row is shown: its first line is left out where that says only what its heading says."""
    first, _, rest = row.words.partition("\n")
    is_said = row.heading.endswith(first) if row.sort == TEXT else first.startswith(row.heading)
    is_told = row.sort in (TEXT, ENTRY) and is_said and rest.strip()
    return len(first) + 1 if is_told and (at > len(first) or at < len(row.heading)) else 0


def _cut(text: str, at: int, least: int, length: int) -> tuple[int, int]:
    """Where an excerpt round a word begins and ends; with a whole word, unless one is very long."""
    begin, end = at - _BEFORE, min(len(text), at + length + _AFTER)
    if begin <= least + _LONGEST_WORD:
        begin = least
    else:
        blank = _BLANK.search(text, begin, begin + _LONGEST_WORD)
        begin = blank.end() if blank and blank.end() <= at else begin
    blank = _BLANK.search(text, end, end + _LONGEST_WORD)
    return begin, blank.start() if blank else len(text) if len(text) - end <= _LONGEST_WORD else end


def _marks(excerpt: str, words: list[str]) -> tuple[Span, ...]:
    """Where the words that were sought stand in an excerpt; the last may be only begun there."""
    whole, begun = {folded(word) for word in words[:-1]}, folded(words[-1])
    found = []
    for one in _WORD.finditer(excerpt):
        said = folded(one[0])
        if said in whole or said.startswith(begun):
            found.append(Span(one.start(), one.end()))
    for word in filter(is_unspaced, words):
        found += [Span(one.start(), one.end()) for one in re.finditer(re.escape(word), excerpt)]
    return tuple(sorted(set(found)))


def _place(words: str, first: str) -> int:
    """Where a word begins in a text, capitals and accents aside; 0 where it cannot be told."""
    found = re.search(rf"(?<!\w){re.escape(first)}", words, re.IGNORECASE)
    if found:
        return found.start()
    sought = folded(first)
    return next((one.start() for one in _WORD.finditer(words) if folded(one[0]).startswith(sought)), 0)
