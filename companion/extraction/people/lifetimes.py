"""Lifetimes: when somebody was born and died, where the text says so."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from companion.core.dates import DateError, parse_date
from companion.core.entries import ClaimKind
from companion.extraction.grammar import VERB_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.core.document import Span
    from companion.core.found import Time

_OPENED = re.compile(r"(?:,[^,;.()\n]{0,40})?\s*\(")
_BORN = re.compile(r"\b(?:born|b\.|baptised|baptized|né|née)\s*[^\d()]{0,60}$", re.IGNORECASE)
_DIED = re.compile(
    r"(?:\b(?:died|d\.|killed|executed|assassinated|murdered)|†)\s*[^\d()]{0,60}$", re.IGNORECASE
)
_REIGN = re.compile(
    r"\b(?:reign|reigned|ruled|rule|r\.|in office|president|term|served|fl\.|active|editor)", re.IGNORECASE
)
_DASH = re.compile(r"\s*(?:[–—-]|to)\s*(?:(?:c\.|ca\.|circa|about)\s*)?")
_RULER = re.compile(
    r"(?:(?:King|Queen|Emperor|Empress|Pope|Pharaoh|Sultan|Tsar|Shah|Caliph)\s|.*\s[IVX]{1,5}$)"
)
"""The name of a ruler, behind which two years may be those of a reign."""
_LIVED, _REIGNED = (24, 122), 45
"""The least and the most years between two dates in brackets that are taken for birth and death, and the
least behind words for a reign."""
_UNDER = re.compile(
    r"\b(?:[Uu]nder|[Rr]eign\s+of|[Rr]ule\s+of|[Tt]ime\s+of|[Dd]ays\s+of)\s+(?:the\s+)?(?:\w+\s+)?$"
)

_WAS_BORN = re.compile(
    r"(?:,[^,;.!?\n]{2,90},|\s+\([^()\n]{0,120}\))?\s+(?:(?:himself|herself)\s+)?(?:was|is)\s+born\b"
)
_HAS_DIED = re.compile(
    r"(?:,[^,;.!?\n]{2,90},|\s+\([^()\n]{0,160}\))?\s+"
    r"(?:(?:later|finally|eventually|suddenly|peacefully|himself|herself)\s+)?(?:"
    r"died|passed\s+away|drowned|perished|committed\s+suicide|"
    r"was\s+(?:[a-z]+ly\s+)?(?:killed|murdered|assassinated|executed|hanged|beheaded|guillotined|shot\s+dead|"
    r"burned\s+at\s+the\s+stake))\b"
)
_AND_DIED = re.compile(
    r"[^;.!?\n,]{0,60},?\s(?:and|but)\s+(?:later\s+)?(?:died|was\s+(?:killed|murdered|executed|hanged|beheaded))\b"
)
"""What goes on behind the date of a birth: "and died in Miami in"."""
_LEADS_IN = re.compile(
    r"(?:^|[^\d;.!?\n]{0,90}\s)(?:in|on|about|around|circa|c\.|at|by)\s+(?:the\s+)?(?:(?:early|late|about|around)\s+)?$",
    re.IGNORECASE,
)
_JUST_BEFORE = re.compile(r"(?:In|On|Around|About)\s+(?:the\s+)?$")
_TURNS = re.compile(rf",\s(?:[^,]*\s)?{VERB_WORD}")
"""What tells something else: "When Maurice was murdered, Khosrow used this"."""
_NEXT_CLAUSE = re.compile(r"[;]|\b(?:and|but|while|when|who|after|before|until|although)\b")


class Dated(NamedTuple):
    """A claim that somebody was born or died on the EDTF date `value`, and how sure it is."""

    kind: ClaimKind
    value: str
    strength: float


class Lifetimes:
    """Finds beside a name the dates of birth and death."""

    def __init__(self, text: str, times: Sequence[Time]) -> None:
        self._text = text
        self._times = [time for time in times if not time.is_duration]
        self._starts = [time.start for time in self._times]

    def at(self, sentence: Span, name: Span) -> Iterator[Dated]:
        """What the words after a name, in its sentence, say of birth and death."""
        text = self._text
        following = text[name.end : name.end + 2]
        if following[:1] not in (" ", ",", "(", "\n"):
            return
        if opened := _OPENED.match(text, name.end, min(sentence.end, name.end + 60)):
            is_reign = _UNDER.search(text, max(sentence.start, name.start - 40), name.start) is not None
            is_reign = is_reign or _RULER.match(text, name.start, name.end) is not None
            yield from self._in_brackets(opened.end(), sentence, _REIGNED if is_reign else _LIVED[0])
        reach = min(sentence.end, name.end + 220)
        for pattern, kind in ((_WAS_BORN, ClaimKind.BORN), (_HAS_DIED, ClaimKind.DIED)):
            if (told := pattern.match(text, name.end, reach)) and (
                time := self._time(told.end(), sentence, name)
            ):
                yield Dated(kind, time.value, 0.9)
                if kind is ClaimKind.BORN and (died := _AND_DIED.match(text, time.end, sentence.end)):
                    dates = self._within(died.end(), min(sentence.end, died.end() + 110))
                    if dates and _LEADS_IN.match(text[died.end() : dates[0].start]):
                        yield Dated(ClaimKind.DIED, dates[0].value, 0.9)

    def death_of(self, sentence: Span, start: int) -> Iterator[Dated]:
        """The date of "his death in 1985" and of "until 1985 when he died", after `start` in the sentence."""
        text = self._text
        for found in _HIS_DEATH.finditer(text, start, sentence.end):
            for time in self._within(found.end(), min(found.end() + 1, sentence.end)):
                yield Dated(ClaimKind.DIED, time.value, 0.8)
        for time in self._within(start, sentence.end):
            if _WHEN_DIED.match(text, time.end, sentence.end):
                yield Dated(ClaimKind.DIED, time.value, 0.8)

    def _time(self, start: int, sentence: Span, name: Span) -> Time | None:
        """The date of what is told up to `start`: the next in its clause, or the one that leads it in."""
        text = self._text
        for time in self._within(start, min(sentence.end, start + 110)):
            between = text[start : time.start]
            if _LEADS_IN.match(between) and not _NEXT_CLAUSE.search(between) and not _TURNS.search(between):
                return time
            break
        for time in self._within(sentence.start, name.start):
            if text[time.end : name.start].strip(" ,") == "" and _JUST_BEFORE.match(
                text[sentence.start : time.start]
            ):
                return time
        return None

    def _in_brackets(self, start: int, sentence: Span, least: int) -> Iterator[Dated]:
        """Birth and death in the brackets open at `start`: `least` years apart where no word says it."""
        text = self._text
        end = _closing(text, start, min(sentence.end, start + 220))
        if end is None:
            return
        times = self._within(start, end)
        if not times or _REIGN.search(text, start, end):
            return
        told = False
        for time in times:
            before = text[start : time.start]
            kind = (
                ClaimKind.BORN if _BORN.search(before) else ClaimKind.DIED if _DIED.search(before) else None
            )
            if kind and "/" not in time.value:
                told = True
                yield Dated(kind, time.value, 0.95)
        if not told and len(text[end + 1 : end + 2].strip()) <= 1:
            yield from self._pair(times, least)

    def _pair(self, times: Sequence[Time], least: int) -> Iterator[Dated]:
        """Birth and death of two dates with a dash between them, or of an interval."""
        values: tuple[str, ...] = ()
        if "/" in times[0].value:
            values = tuple(times[0].value.split("/"))
        elif len(times) > 1 and _DASH.fullmatch(self._text[times[0].end : times[1].start]):
            values = (times[0].value, times[1].value)
        if len(values) == 2 and _is_lifetime(*values, least):
            yield Dated(ClaimKind.BORN, values[0], 0.95)
            yield Dated(ClaimKind.DIED, values[1], 0.95)

    def _within(self, start: int, end: int) -> Sequence[Time]:
        first = bisect_left(self._starts, start)
        return self._times[first : bisect_left(self._starts, end, first)]


_HIS_DEATH = re.compile(
    r"\b(?:his|her)\s+(?:own\s+)?(?:death|assassination|murder|execution)\s+(?:on|in)\s+(?=[\dA-Z])"
)
_WHEN_DIED = re.compile(
    r",?\s+when\s+(?:he|she)\s+(?:died|was\s+(?:killed|murdered|assassinated|executed))\b"
)


def _closing(text: str, start: int, end: int) -> int | None:
    """Where the bracket closes that was opened just before `start`."""
    depth = 1
    for place in range(start, end):
        if text[place] == "(":
            depth += 1
        elif text[place] == ")":
            depth -= 1
            if not depth:
                return place
    return None


def _is_lifetime(born: str, died: str, least: int) -> bool:
    try:
        first, last = parse_date(born), parse_date(died)
    except DateError:
        return False
    return least * 365 < last.earliest - first.earliest < _LIVED[1] * 366
