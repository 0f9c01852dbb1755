"""Foreign titles: the words round a date, as they stand, in a language whose grammar is not known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Span
from companion.extraction.timeline.cutting import ROOMY
from companion.extraction.timeline.dating import date_of
from companion.extraction.timeline.titles import title_of_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.core.dates import Date
    from companion.core.found import Time
    from companion.extraction.source import Source

_STRONG = re.compile(r"[;:!?…]\s|\s[–—-]{1,2}\s|—|·\s|[.!?][»”“\"]\s")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ROMANCE = frozenset({"fr", "es", "it", "pt", "ca", "gl"})
_FEWEST = 3
"""Words that a title has besides the date."""
_COMMA = re.compile(r",\s")
_HANGING = re.compile(
    r"(?:der|die|das|dem|den|denen|deren|dessen|welche[rmns]?|dass|daß|weil|als|wenn|nachdem|bevor|obwohl|wo|wobei|um|qui|que|qu['’]"
    r"|dont|où|lequel|laquelle|lesquel(?:le)?s|quien|quienes|donde|cuando|cuyo|cuya|che|cui|dove|quando|mentre|et|und|y|e|o)\s"
)
"""How a part between commas begins that hangs on the one before."""
_LEADING_DATE = re.compile(
    r"(?:le|l['’]|en|el|la|nel|nell['’]|il|dal|a|à|au|du|de|em|no|na|del|desde|depuis|vers|in)\s?(?:[a-zà-ÿ]+['’]?\s?){0,3}$",
    re.IGNORECASE,
)
"""What stands before a date with which a sentence begins."""
_FOREIGN_TO = re.compile(
    r"\s?[–—-]\s?|\s(?:bis|à|au|jusqu[’']en|al?|hasta|fino\sal|até|tot|till|til|do|до)\s(?:(?:zum|den|le)\s)?"
)
_FOREIGN_AND = re.compile(r"\s(?:und|et|y|e|en|och|og|i|и)\s(?:(?:le|el|il)\s)?")
_FOREIGN_BETWEEN = re.compile(
    r"\b(?:zwischen|entre|tra|fra|tussen|mellan|mellem|mellom|między|между)\s[^.;]{0,24}$", re.I
)
_LONGEST_JOIN = 16
"""Characters between the two ends of a range."""
_MARK = " …"
_FAR = 600
"""Characters on either side of a date that are looked at."""


class DatedTitle(NamedTuple):
    """The date of a sentence, a title made of the words round it, and the words of the text that say it."""

    date: Date
    title: str
    words: Span


def dated_title(source: Source, sentence: Span, dates: Sequence[Time]) -> DatedTitle | None:
    """What a sentence tells at the first of its `dates`, in a language of which only the dates are known."""
    text = source.text
    spread = _foreign_range(text, sentence, dates)
    date = spread or date_of(dates[0].value)
    said = Span(dates[0].start, dates[1 if spread else 0].end)
    title = title_round(text, sentence, said, source.language)
    if date is None or len(title.split()) < _FEWEST:
        return None
    return DatedTitle(date, title, Span(dates[0].start, dates[0].end))


def title_round(text: str, sentence: Span, date: Span, language: str = "") -> str:
    """A title made of the part of a sentence that has the date in it, with " …" where it is cut.

    The part is that between strong marks, or as many phrases between commas as fit, the date's first. It is
    empty where there is hardly a word but the date. Of Romance languages, whose order of words does not
    change then, a date at the very beginning is left out.
    """
    start, end = _between(text, max(sentence.start, date.start - _FAR), date, sentence, _STRONG)
    if language in _ROMANCE and (behind := _behind_date(text, start, date, end)):
        start, date = behind, Span(behind, behind)
    if len(_WORD.findall(text, start, date.start)) + len(_WORD.findall(text, date.end, end)) < _FEWEST:
        return ""
    words = " ".join(text[start:end].split())
    if len(words) <= ROOMY:
        return title_of_sentence(words)
    first, last = _between(text, start, date, sentence, _COMMA)
    while first > start and (_HANGING.match(text, first) or _LEADING_DATE.fullmatch(text, first, date.start)):
        first = next((place for place in reversed(_commas(text, start, first - 2))), start)
    for place in (*_commas(text, last, end), end):
        if _length(text, first, place) > ROOMY:
            break
        last = place
    for place in (*reversed(_commas(text, start, first)), start):
        if _length(text, place, last) > ROOMY:
            break
        first = place
    return _cut(text, first, max(last, date.end), end, date)


def _behind_date(text: str, start: int, date: Span, end: int) -> int:
    """Where the words go on behind a date with which they begin; 0 where they do not, or little is left."""
    if not (date.start == start or _LEADING_DATE.fullmatch(text, start, date.start)):
        return 0
    place = date.end
    while place < end and text[place] in " ,\n":
        place += 1
    rest = text[place:end]
    if _HANGING.match(rest) or not rest[:1].isalpha() or len(_WORD.findall(rest)) < _FEWEST:
        return 0
    return place


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


def _foreign_range(text: str, sentence: Span, dates: Sequence[Time]) -> Date | None:
    """From the first to the second date of a sentence where its words say so: “von 1914 bis 1918”."""
    if len(dates) == 1 or "/" in dates[0].value + dates[1].value:
        return None
    between = text[dates[0].end : dates[1].start]
    is_pair = _FOREIGN_AND.fullmatch(between) and _FOREIGN_BETWEEN.search(
        text, sentence.start, dates[0].start
    )
    if len(between) > _LONGEST_JOIN or not (is_pair or _FOREIGN_TO.fullmatch(between)):
        return None
    date = date_of(f"{dates[0].value}/{dates[1].value}")
    return date if date is not None and date.earliest < date.latest else None
