"""Diary: what each entry of a diary, or a letter, tells first happened on the day that stands over it."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from companion.core.document import Span
from companion.extraction.grammar import VERB
from companion.extraction.timeline.dating import date_of
from companion.extraction.timeline.telling import Telling
from companion.extraction.timeline.titles import title_of
from companion.extraction.times.resolving import DIARY, begins_entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.core.found import Time
    from companion.extraction.source import Source
    from companion.extraction.timeline.involved import Involved

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST = 4
"""Sentences of an entry in which something is looked for that happened."""
_LONGEST = 400
"""Characters of such a sentence."""
_SURE = 0.55
"""How sure it is that it happened on that day."""


def entries_of(
    source: Source, times: Sequence[Time], tellings: Sequence[Telling], involved: Involved
) -> Iterator[Telling]:
    """What the entries of a diary tell first, but for those of whose day `tellings` say what happened."""
    text = source.text
    days = [time for time in times if _DAY.fullmatch(time.value) and begins_entry(text, time.start, time.end)]
    if not source.is_english or len({day.value for day in days}) < DIARY:
        return
    starts = [time.start for time in times if not time.is_duration]
    told = {(telling.date.edtf, telling.sentence.start) for telling in tellings}
    ends = [following.start for _, following in pairwise(days)] + [len(text)]
    for day, end in zip(days, ends, strict=True):
        if not any(value == day.value and day.start <= place < end for value, place in told):
            yield from _first_of(source, day, end, starts, involved)


def _first_of(
    source: Source, day: Time, end: int, starts: Sequence[int], involved: Involved
) -> Iterator[Telling]:
    """What the first sentence of an entry tells that can stand by itself, and names no date of its own.

    `starts` is where the dates of the text begin.
    """
    date, place = date_of(day.value), day.end
    if date is None:
        return
    for _ in range(_FIRST):
        while place < end and not source.text[place].isalnum():
            place += 1
        if place >= end:
            return
        sentence = source.sentences.at(place)
        sentence = Span(max(sentence.start, place), min(sentence.end, end))
        if bisect_left(starts, sentence.start) < bisect_left(starts, sentence.end):
            place = max(sentence.end, place + 1)
            continue
        words = source.text[sentence.start : min(sentence.end, sentence.start + _LONGEST)]
        title = title_of(" ".join(words.split())) if VERB.search(words) else ""
        if title:
            people, terms = involved.entries_within(sentence)
            yield Telling(date, title, Span(day.start, day.end), sentence, people, terms, _SURE)
            return
        place = max(sentence.end, place + 1)
