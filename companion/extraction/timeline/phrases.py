"""Phrases: the words round a date that belong to it, and lead a clause in without telling what happens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.document import Span
from companion.extraction.grammar import either, words_of

if TYPE_CHECKING:
    from companion.core.found import Time

_BEFORE = re.compile(
    r"(?:(?<=[\s(,;–—-])|^)"
    r"(?:(?:(?:only|just|early|late|later|again|shortly|soon|sometime|some time|as early|as late|as recently|"
    r"approximately|roughly|back|beginning|starting|effective|with effect|especially|once more|not until|up)"
    r"\s+)*"
    r"(?:in|on|by|until|till|since|from|during|around|about|circa|at|before|after|between|throughout|over|"
    r"towards?|as|for|of|and|(?:previous|prior) to)\s+)?"
    r"(?:(?:about|around|late|early|mid|later|nearly|circa|approximately|roughly)[ -]+)*"
    r"(?:(?:the|this|that|these|those)\s+)?"
    r"(?:(?:very\s+)?(?:end|beginning|start|middle|close|night|morning|evening|afternoon|days?|rest|summer|"
    r"spring|autumn|fall|winter|months?|week|years?|eve|(?:first|second|latter) half|(?:early|latter) part|"
    r"course|early hours|(?:early|last|first|closing|opening) days|following|same|early|late|turn)"
    r"\s+(?:of\s+)?(?:the\s+)?(?:year\s+)?)*$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+(?:the\s+)?$")
_FIRST_YEAR = re.compile(r"(?:\b(?:in|from|between)\s+)?\b\d{1,4}\s?[–-]$", re.IGNORECASE)
"""The first of two years, of which only the second says its era: 68–69 CE."""
_DAYTIME = re.compile(
    r"(?:\s+months\b|(?<=yesterday)\s+(?:morning|afternoon|evening)\b|\s+and\s+a\s+half\b|\s+alone\b|\s+at\s+(?:noon|midnight|dawn|dusk|night|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|o[’']clock)?)|\s+[ap]\.m\.)"
)
_REACH = 70
_ALL = re.compile(r"\b(?:(?:nearly|almost)\s+)?all\s+$", re.IGNORECASE)
_POINTING = re.compile(r"(?:that|this)\s", re.IGNORECASE)
"""What is said of all of a day: "all that day"."""


def date_phrase(text: str, time: Time, start: int, end: int) -> Span:
    """The date with the preposition and the like before it, between the offsets `start` and `end`."""
    first = max(start, time.start - _REACH)
    before = text[first : time.start]
    if weekday := _WEEKDAY.search(before):
        before = before[: weekday.start()]
    found = _BEFORE.search(before)
    begin = first + found.start() if found else first + len(before)
    if year := _FIRST_YEAR.search(text, first, begin):
        begin = year.start()
    if (whole := _ALL.search(before)) and _POINTING.match(text, time.start):
        begin = first + whole.start()
    after = _DAYTIME.match(text, time.end, end)
    return Span(begin, after.end() if after else time.end)


_THING = re.compile(
    r"\b(?:after|before|until|till|since|following|with|by|at|from|upon|to|of|and)\s+"
    r"((?:the|his|her|their|[A-Z][\w.’'-]*[’']s?)\s(?:[\w-]+\s){0,2}"
    rf"(?:{either(words_of('happenings'))})\b(?:\s(?:of|on|in|at|to|by|from)\s[^,;.()]{{2,60}})?)[\s,]*$"
)
_OWN = re.compile(r"(?:his|her|their)\b")
_MERE = re.compile(
    r"\b(?:event|case|possibility|hope|threat|fear|danger|prospect|chance|idea|plans?|question|attempt|failure|lieu)\s(?:of|at|for)\s+$"
)
"""What is said of something that need not happen: "in the event of the election"."""


def thing_before(text: str, start: int, end: int) -> Span | None:
    """The words just before a date that name what happened then: "the death of Makarov" on 13 April 1904.

    `start` is where the clause begins and `end` where the date's phrase does.
    """
    first = max(start, end - 130)
    found = _THING.search(text[first:end])
    if not found or _OWN.match(found[1]) or _MERE.search(text, first, first + found.start(1)):
        return None
    return Span(first + found.start(1), first + found.end(1))
