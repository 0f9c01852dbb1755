"""Turning points: events that the text dates only by what it tells before and after them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from companion.core.dates import Date, parse_date
from companion.core.document import Span
from companion.extraction.timeline.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.extraction.source import Source
    from companion.extraction.timeline.involved import Involved

_SIGNAL = re.compile(
    r"\b(?:surrender|capitulat|armistice|abdicat|outbreak|coronation|liberation|was liberated|assassinat|"
    r"was crowned)"
)
_NAME = r"(?:the\s+)?[A-Z][\w’'.-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'.-]*){0,3}"
_OWNED = rf"(?:{_NAME}[’']s?|[Tt]he\s+(?:[A-Z][\w-]+\s+)?)\s*"
_CLAUSE = re.compile(
    r"\b(?:[Bb]y the time|[Ww]hen|[Aa]fter|[Bb]efore|[Uu]ntil|[Oo]nce)\s+"
    rf"(?P<told>{_NAME}\s+(?:had\s+|finally\s+|was\s+|were\s+|came to\s+)*"
    r"(?:surrender(?:ed)?|capitulated?|abdicated|liberated|assassinated|crowned)\b)"
)
_THING = re.compile(
    rf"\b(?:[Oo]n|[Uu]pon|[Aa]t|[Aa]fter|[Ff]ollowing|[Bb]efore|[Uu]ntil|[Ss]ince|[Ww]ith)\s+(?P<told>{_OWNED}"
    r"(?:surrender|capitulation|armistice|abdication|outbreak|coronation|liberation|assassination)\b"
    rf"(?:\s+of\s+(?:{_NAME}|(?:the\s+)?\w+))?)"
)
_DATED = re.compile(r"\d")
_FAR = 2500
"""Characters to the dates before and after."""
_LONG = 3 * 366
"""Days between the two dates at most."""
_SURE = 0.55


def turning_points(source: Source, tellings: Sequence[Telling], involved: Involved) -> Iterator[Telling]:
    """What the text names as the time of something else ("on Italy's surrender"), with no date of its own.

    It happened between what is told just before and just after it, where these are dated, near and in order:
    ``[1943-07..1943-24]``. `tellings` are in the order of the text.
    """
    if len(tellings) < 2 or source.language not in ("en", ""):
        return
    text = source.text
    starts = [telling.phrase.start for telling in tellings]
    end = 0
    for signal in _SIGNAL.finditer(text):
        if signal.start() < end:
            continue
        sentence = source.sentences.at(signal.start())
        end = sentence.end
        place = bisect_left(starts, signal.start())
        if not 0 < place < len(tellings) or sentence.end - sentence.start > 1500:
            continue
        before, after = tellings[place - 1], tellings[place]
        if sentence in (before.sentence, after.sentence):
            continue
        found = _CLAUSE.search(text, *sentence) or _THING.search(text, *sentence)
        date = _between(before, after, signal.start()) if found else None
        if found is None or date is None or _DATED.search(found["told"]):
            continue
        words = Span(*found.span("told"))
        title = " ".join(found["told"].split())
        people, terms = involved.entries_within(words)
        yield Telling(date, title[:1].upper() + title[1:], words, sentence, people, terms, _SURE)


def _between(before: Telling, after: Telling, place: int) -> Date | None:
    """One of the days from the one date to the other; None where they are far, or not in order."""
    if place - before.phrase.end > _FAR or after.phrase.start - place > _FAR:
        return None
    if "/" in before.date.edtf + after.date.edtf or "[" in before.date.edtf + after.date.edtf:
        return None
    if before.date == after.date:
        return before.date
    if before.date >= after.date or after.date.latest - before.date.earliest > _LONG:
        return None
    return parse_date(f"[{before.date.edtf}..{after.date.edtf}]")
