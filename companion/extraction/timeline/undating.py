"""Undating: words without the phrases in them that say when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.extraction.grammar import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, VERB

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.core.document import Span

_FIRST = re.compile(r"[^\W_][\w’'-]*")
_BEFORE_DATES = CONJUNCTIONS | PREPOSITIONS | DETERMINERS | {"then", "also", "later", "again", "it", "not"}
_BEHIND_DATES = (
    CONJUNCTIONS | PREPOSITIONS | {"to", "also", "again", "still", "then", "never", "already", "not"}
) - {"for"}
"""Words that may stand before and behind a date that is taken out of a subject."""
_TO_WHERE = re.compile(r", (?:to|at|from|into|for)\s")
"""What the comma behind a date parts from its verb: "returned in May, 1804, to England"."""
GLUED = "|"
"""Stands in words where a date was taken out between two that do not belong together."""


def without(text: str, start: int, end: int, phrases: Iterable[Span]) -> str:
    """The text from `start` to `end` with the `phrases`, which say when, taken out."""
    pieces, place = [], start
    for phrase in phrases:
        if phrase.end <= place or phrase.start >= end:
            continue
        pieces.append(text[place : max(place, phrase.start)])
        place = phrase.end
    pieces.append(text[place:end])
    return _joined(pieces)


def _joined(pieces: list[str]) -> str:
    whole = pieces[0]
    for piece in pieces[1:]:
        left, right = whole.rstrip(), piece.lstrip()
        if right.startswith(",") and (left.endswith(",") or not left):
            right = right[1:].lstrip()
            if VERB.match(right) and ", " not in left:
                left = left.rstrip(",")
        if _TO_WHERE.match(right) and VERB.search(left):
            right = right[2:]
        if right.startswith(",") and _is_short_lead(left):
            right = right[1:].lstrip()
        if right.startswith("and ") and left.endswith(" and"):
            right = right[4:]
        if not VERB.search(whole) and _part_company(left, right):
            left += f" {GLUED}"
        whole = left + ("" if right[:1] in ",;:.)!?" else " ") + right
    return whole


def _part_company(left: str, right: str) -> bool:
    """Whether a date alone kept two words apart that do not belong together: "at Tarútino Moscow fell"."""
    word, before = _FIRST.match(right), left.split()[-1:]
    if not word or not before or before[0].lower() in _BEFORE_DATES:
        return False
    if not (before[0][-1].isalnum() or before[0][-1] in ")]"):
        return False
    return not (word[0].lower() in _BEHIND_DATES or word[0].endswith("ly") or VERB.match(right))


def _is_short_lead(words: str) -> bool:
    return not words or words[-1] in ".;:"
