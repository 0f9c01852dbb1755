"""Weighing: signs in a sentence that its date tells of no event, or of one that is far from certain."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from companion.extraction.timeline.clauses import RELATIVES, SUBORDINATE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.core.document import Document, Span
    from companion.core.found import Time
    from companion.extraction.timeline.clauses import Clause

_SPOKEN, _ASKED, _SUPPOSED, _GENERAL, _COMPARED, _AGO, _LOOSE = 0.4, 0.2, 0.3, 0.4, 0.35, 0.45, 0.45
"""How sure an event can be at most: what is said, asked, supposed, held in general, compared, looked back to
or counted from a date that stands far away."""

_QUESTION = re.compile(r"\?[\s”’\"')*]*$")
_IF = re.compile(
    r"\b(?:[Ii]f|[Aa]s though|[Uu]nless|[Ss]uppos(?:e|ing)|[Hh]ad \w+ not|ought to have|may have|"
    r"would never have|(?:would|could|should|might|must)(?: not)? have|in order that)\b"
)
_THOUGHT = re.compile(
    r"\b(?:we|one|us) (?:\w+ly )?(?:must|can|may|cannot|assume|see|find|know|say|speak|ask|think|look|should|"
    r"need|are|have)\b|\b[Hh]istor(?:y|ians?) (?:\w+ly )?(?:tells?|says?|assumes?|describes?|suppose[sd]?|"
    r"maintains?|do|does|explains?|are|is|calls?|writes?)\b|"
    r"\bto (?:say|assume|suppose|assert|maintain|imagine) that\b|\bmay seem\b|"
    r"\b[Tt]he (?:cause|reason|assertion|assumption|theory|question|explanation)\b"
)
"""Words of somebody who reasons about what happened, and does not tell it."""
_PRESENT = re.compile(r"\b(?:is|are|do|does|can|may|must|shall|cannot)\b")
_PAST_BE = re.compile(r"\b(?:was|were|had|did|\w{3,}ed)\b")
_LIKE = re.compile(
    r"\b(?:(?:(?:just |same |such )?as|like|than)"
    r"(?:\s+(?:it|he|she|they|those|that|we|was|were|had|did|done|been))*|"
    r"unlike|similar to|resembl\w+|compared (?:to|with)|remind\w* \w+ of)"
    r"(?:\s+(?:in|on|of|at|during|the|that))*\s*$"
)
_BACK = re.compile(
    r"\b(?:ever since|remember(?:ed|s|ing)?|recall(?:ed|s|ing)?|recollect\w*|memor(?:y|ies) of)\b", re.I
)

_OPEN = re.compile(r"[“«]|(?<!\w)‘(?=\w)")
_CLOSE = re.compile(r"[”»]|(?<=[.,!?—…-])’(?!\w)")
_FIXED = re.compile(
    r"\d|\b(?:Jan|Feb|Mar|Apr|May\b|June?\b|July?\b|Aug|Sep|Oct|Nov|Dec|Christmas|Easter)", re.IGNORECASE
)
_SEASON = re.compile(r"(?:spring|summer|autumn|fall|winter)", re.IGNORECASE)
_YEAR = re.compile(r"\d{3,4}")
_FAR, _FAR_SEASON = 2500, 15000
"""Characters behind a date after which "the next day" is loose, and behind a year "in spring"."""


class Weighing:
    """How sure an event at a date can be at most, by what stands round the date in a document."""

    def __init__(self, document: Document, times: Sequence[Time]) -> None:
        self._document = document
        self._text = document.text
        dates = [time for time in times if not time.is_duration]
        self._fixed = [time.start for time in dates if _FIXED.search(self._text, time.start, time.end)]
        self._years = [time.start for time in dates if _YEAR.search(self._text, time.start, time.end)]

    def at_most(self, sentence: Span, clause: Clause, date: Span) -> float:
        """The greatest confidence of an event that the `clause` of `sentence` tells at `date`."""
        text = self._text
        words = text[clause.start : clause.end]
        most = 1.0
        if _QUESTION.search(text, max(sentence.start, sentence.end - 12), sentence.end):
            most = min(most, _ASKED)
        if self._is_spoken(date.start):
            most = min(most, _SPOKEN)
        hanging = clause.opening in SUBORDINATE | RELATIVES
        if _IF.search(text, *(sentence if hanging else (clause.start, clause.end))) or clause.opening in (
            "if",
            "unless",
        ):
            most = min(most, _SUPPOSED)
        if _THOUGHT.search(text, *sentence) or (_PRESENT.search(words) and not _PAST_BE.search(words)):
            most = min(most, _GENERAL)
        before = text[max(clause.start, date.start - 60) : date.start]
        if _LIKE.search(before) or (clause.opening == "as" and _PAST_BE.search(words) and "had " in words):
            most = min(most, _COMPARED)
        if clause.opening == "since" or _BACK.search(words):
            most = min(most, _AGO)
        return min(most, _LOOSE) if self._is_loose(date) else most

    def _is_spoken(self, place: int) -> bool:
        """Whether a quotation in the same block is open at `place`."""
        block = self._document.block_at(place)
        start = max(block.start if block else 0, place - 6000)
        before = self._text[start:place]
        if before.count('"') % 2:
            return True
        opened = [found.end() for found in _OPEN.finditer(before)]
        if not opened:
            return False
        closed = _CLOSE.search(before, opened[-1])
        return closed is None

    def _is_loose(self, date: Span) -> bool:
        """Whether the date is counted from another one that stands far before it."""
        words = self._text[date.start : date.end]
        if _YEAR.search(words):
            return False
        if _SEASON.search(words):
            return _far_behind(self._years, date.start, _FAR_SEASON)
        return not _FIXED.search(words) and _far_behind(self._fixed, date.start, _FAR)


def _far_behind(places: Sequence[int], place: int, far: int) -> bool:
    number = bisect_right(places, place - 1)
    return not number or place - places[number - 1] > far
