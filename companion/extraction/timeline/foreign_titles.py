"""Foreign titles: the words round a date, as they stand, in a language whose grammar is not known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.extraction.timeline.cutting import ROOMY
from companion.extraction.timeline.titles import title_of_sentence

if TYPE_CHECKING:
    from companion.core.document import Span

_STRONG = re.compile(r"[;:!?…]\s|\s[–—-]{1,2}\s|—|·\s|[.!?][»”“\"]\s")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST = 3
"""Words that a title has besides the date."""
_COMMA = re.compile(r",\s")
_MARK = " …"
_FAR = 600
"""Characters on either side of a date that are looked at."""


def title_round(text: str, sentence: Span, date: Span) -> str:
    """A title made of the part of a sentence that has the date in it, with " …" where it is cut.

    The part is that between strong marks, or as many phrases between commas as fit, the date's first. It is
    empty where there is hardly a word but the date.
    """
    start, end = _between(text, max(sentence.start, date.start - _FAR), date, sentence, _STRONG)
    if len(_WORD.findall(text, start, date.start)) + len(_WORD.findall(text, date.end, end)) < _FEWEST:
        return ""
    words = " ".join(text[start:end].split())
    if len(words) <= ROOMY:
        return title_of_sentence(words)
    first, last = _between(text, start, date, sentence, _COMMA)
    for place in (*_commas(text, last, end), end):
        if _length(text, first, place) > ROOMY:
            break
        last = place
    for place in (*reversed(_commas(text, start, first)), start):
        if _length(text, place, last) > ROOMY:
            break
        first = place
    return _cut(text, first, max(last, date.end), end, date)


def _between(text: str, begin: int, date: Span, sentence: Span, mark: re.Pattern[str]) -> tuple[int, int]:
    """The part of the sentence round the date from one mark to the next."""
    before = [found.end() for found in mark.finditer(text, begin, date.start)]
    behind = mark.search(text, date.end, min(sentence.end, date.end + _FAR))
    return before[-1] if before else begin, behind.start() if behind else min(sentence.end, date.end + _FAR)


def _commas(text: str, start: int, end: int) -> list[int]:
    """Where a phrase may begin or end: behind the commas of a part."""
    return [found.end() for found in _COMMA.finditer(text, start, end) if start < found.end()]


def _length(text: str, start: int, end: int) -> int:
    return len(" ".join(text[start:end].split()).rstrip(","))


def _cut(text: str, first: int, last: int, end: int, date: Span) -> str:
    """The words from `first` on, cut between words where they are too many for a line."""
    if _length(text, first, last) < ROOMY // 3:
        last = end
    words = " ".join(text[first:last].split())
    if len(words) <= ROOMY:
        return title_of_sentence(words)
    behind = len(" ".join(text[first : date.end].split()))
    if behind <= ROOMY - len(_MARK):
        room = ROOMY - len(_MARK)
        cut = room if words[room] == " " else max(words.rfind(" ", 0, room), behind)
        return title_of_sentence(words[:cut]) + _MARK
    words = words[:behind]
    return _MARK.strip() + " " + words[words.find(" ", behind - ROOMY + len(_MARK)) + 1 :]
