"""Weighing: signs in a sentence that its date tells of no event, or of one that is far from certain."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from companion.core.document import Span
from companion.extraction.timeline.clauses import RELATIVES, SUBORDINATE
from companion.extraction.times.resolving import LONGEST_REPORT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.core.document import Document
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
    r"than(?:\s(?:either|any|that|those|the|in|of|had|been|was|[a-z]+)){1,4}|"
    r"\bas (?:was|were|did|had|has)\b[^,;.]*|"
    r"unlike|similar to|resembl\w+|compared (?:to|with)|remind\w* \w+ of)"
    r"(?:\s+(?:in|on|of|at|during|the|that))*\s*$"
)
_MOST_SINCE = re.compile(
    r"\b(?:\w{2,}est|most|least|first|only|worst|best|last)\b[^,;:.!?]{0,60}\bsince\s+$", re.IGNORECASE
)
"""What is compared with all since a date: "by the closest margin since"."""
_BACK = re.compile(
    r"\b(?:ever since|remember(?:ed|s|ing)?|recall(?:ed|s|ing)?|recollect\w*|memor(?:y|ies) of)\b", re.I
)

_LETTER = re.compile(r"\bdated,?\s(?:(?:at|from|on)\s)?(?:[A-Z][\w.’'-]+,?\s){0,3}$")
"""What stands before the date of a letter: "dated Paris, "."""
_AGO_WORDS = re.compile(r"\bago\b", re.IGNORECASE)
_CLOSE = re.compile(r"[”»]|(?<=[^s\s])’(?!\w)")
_FIXED = re.compile(
    r"\d|\b(?:Jan|Feb|Mar|Apr|May\b|June?\b|July?\b|Aug|Sep|Oct|Nov|Dec|Christmas|Easter)", re.IGNORECASE
)
_SEASON = re.compile(r"(?:spring|summer|autumn|fall|winter)", re.IGNORECASE)
_YEAR = re.compile(r"\d{3,4}")
_LONG_SPEECH = 6000
"""Characters before a date in which the beginning of a speech is looked for."""
_FIRST = 12
"""Characters of a clause behind which a date is not what the clause begins with: "Since early 1807"."""
_FAR, _FAR_SEASON = 2500, 15000
"""Characters behind a date after which "the next day" is loose, and behind a year "in spring"."""


class Weighing:
    """How sure an event at a date can be at most, by what stands round the date in a document."""

    def __init__(self, document: Document, times: Sequence[Time]) -> None:
        self._document = document
        self._text = document.text
        dates = [time for time in times if not time.is_duration]
        self._last = (Span(0, 0), 1.0, 1.0)
        self._fixed = [time.start for time in dates if _FIXED.search(self._text, time.start, time.end)]
        self._years = [time.start for time in dates if _YEAR.search(self._text, time.start, time.end)]

    def at_most(self, sentence: Span, clause: Clause, date: Span) -> float:
        """The greatest confidence of an event that the `clause` of `sentence` tells at `date`."""
        text = self._text
        words = text[clause.start : clause.end]
        before = text[max(clause.start, date.start - 60) : date.start]
        verdicts = [self._of_sentence(sentence, hanging=clause.opening in SUBORDINATE | RELATIVES)]
        if self._is_spoken(date.start):
            verdicts.append(_SPOKEN)
        if _IF.search(words):
            verdicts.append(_SUPPOSED)
        if _PRESENT.search(words) and not _PAST_BE.search(words):
            verdicts.append(_GENERAL)
        if _LIKE.search(before) or _MOST_SINCE.search(before) or (clause.opening == "as" and "had " in words):
            verdicts.append(_COMPARED)
        since = clause.opening == "since" or (
            words.startswith("Since ") and date.start - clause.start > _FIRST
        )
        if since or _BACK.search(words):
            verdicts.append(_AGO)
        if self._is_loose(date) or _LETTER.search(before) or self._is_told_late(date):
            verdicts.append(_LOOSE)
        return min(verdicts)

    def _of_sentence(self, sentence: Span, *, hanging: bool) -> float:
        """What a sentence leaves to any clause of it; to one that hangs on another, less if that supposes."""
        if self._last[0] != sentence:
            asked = _QUESTION.search(self._text, max(sentence.start, sentence.end - 12), sentence.end)
            thought = _THOUGHT.search(self._text, *sentence)
            free = _ASKED if asked else _GENERAL if thought else 1.0
            held = min(free, _SUPPOSED if _IF.search(self._text, *sentence) else 1.0)
            self._last = (sentence, free, held)
        _, free, held = self._last
        return held if hanging else free

    def _is_spoken(self, place: int) -> bool:
        """Whether a quotation in the same block is open at `place`."""
        block = self._document.block_at(place)
        begin = block.start if block else 0
        before = self._text[max(begin, place - _LONG_SPEECH) : place]
        # Alike at both ends, these marks can be told apart only when counted from the block's first on.
        if place - begin <= _LONG_SPEECH and before.count('"') % 2:
            return True
        opened = max(before.rfind("“"), before.rfind("«"), before.rfind(" ‘") + 1 or -1)
        if opened < 0 and before.startswith("‘"):
            opened = 0
        return opened >= 0 and _CLOSE.search(before, opened + 1) is None

    def _is_told_late(self, date: Span) -> bool:
        """Whether it is counted from when a long text was written, which that does not tell: "long ago"."""
        return len(self._text) > LONGEST_REPORT and _AGO_WORDS.search(self._text, *date) is not None

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
