"""Leads: what in a text leads elsewhere: the marks of notes, links, and pictures to be seen large."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from companion.core.document import BlockKind, Link, NoteMark, Picture, Span

if TYPE_CHECKING:
    from companion.core.document import Document

Lead = NoteMark | Link | Picture
"""The mark of a note, a link, or a picture that is a block of its own."""

_LONGEST_SIGN = 6
"""Code points of a mark that is set above the line; a longer one is words, which would not be read there."""


class Leads:
    """The leads of one document, sorted by place; where two would overlap, the one that begins first."""

    def __init__(self, document: Document) -> None:
        ordered: list[Lead] = sorted(
            (*document.note_marks, *document.links, *_shown(document)), key=lambda lead: lead[:2]
        )
        self._leads: list[Lead] = []
        reached = 0
        for lead in ordered:
            if lead.start >= reached and lead.end > lead.start:
                self._leads.append(lead)
                reached = lead.end
        self._starts = [lead.start for lead in self._leads]

    def __len__(self) -> int:
        return len(self._leads)

    def at(self, offset: int) -> Lead | None:
        """The lead that covers the code point at `offset`."""
        index = bisect_right(self._starts, offset) - 1
        found = self._leads[index] if index >= 0 else None
        return found if found is not None and offset < found.end else None

    def within(self, start: int, end: int) -> list[Lead]:
        """The leads that begin in ``[start, end)``, in order."""
        return self._leads[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def next_from(self, offset: int) -> Lead | None:
        """The first lead that begins at `offset` or after it."""
        index = bisect_left(self._starts, offset)
        return self._leads[index] if index < len(self._leads) else None

    def last_before(self, offset: int) -> Lead | None:
        """The last lead that begins before `offset`."""
        index = bisect_left(self._starts, offset) - 1
        return self._leads[index] if index >= 0 else None


def span_of(lead: Lead) -> Span:
    """Where a lead stands."""
    return Span(lead.start, lead.end)


def goal_of(lead: Lead) -> Span | None:
    """The place in the same text that a lead goes to: the whole of a note, or where linked words begin."""
    match lead:
        case NoteMark():
            return Span(lead.note_start, lead.note_end)
        case Link() if lead.place >= 0:
            return Span(lead.place, lead.place)
    return None


def marks_within(document: Document, start: int, end: int) -> tuple[NoteMark, ...]:
    """The marks of notes that begin in ``[start, end)``."""
    marks = document.note_marks
    return marks[bisect_left(marks, (start,)) : bisect_left(marks, (end,))] if marks else ()


def links_within(document: Document, start: int, end: int) -> tuple[Link, ...]:
    """The links that begin in ``[start, end)``."""
    links = document.links
    return links[bisect_left(links, (start,)) : bisect_left(links, (end,))] if links else ()


def is_raised(words: str) -> bool:
    """Whether the mark of a note is set above the line: one that is short, and not raised by its signs."""
    sign = words.strip()
    is_high = all(map(_stands_high, sign))
    return 0 < len(sign) <= _LONGEST_SIGN and not is_high


def _stands_high(sign: str) -> bool:
    """Whether a sign stands above the line in every font, as an asterisk does."""
    return sign == "*" or unicodedata.decomposition(sign).startswith("<super>")


def _shown(document: Document) -> list[Picture]:
    """The pictures that are blocks of their own; one amid words stays words."""
    shown = []
    for picture in document.pictures:
        block = document.block_at(picture.start)
        if block is not None and block.kind is BlockKind.PICTURE and block.start == picture.start:
            shown.append(picture)
    return shown
