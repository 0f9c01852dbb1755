"""Date reading: English words become a date; here its sureness, its ends and ranges of dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.calendar import MONTHS
from companion.core.date_parts import OPEN, Interval, Moment, OneOf, Parts, neighbour
from companion.core.date_phrases import MONTH, lacks_year, read_phrase
from companion.core.edtf import DateError, ends_before_it_begins
from companion.core.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MARKED = re.compile(
    r"(?:(?P<about>(?:about|around|circa|approximately|roughly) ?|(?:approx|ca?)(?:\. ?| |(?=\d))|~ ?)"
    r"|(?:perhaps|possibly|probably|maybe) )(?P<rest>.+)"
)
_LIFE = re.compile(r"(?:born|b\.)(?: in| on)? (.+?) (?:and )?(?:died|d\.)(?: in| on)? (.+)")
_FROM_TO = re.compile(r"from (.+?) (?:to|until|till|through) (.+)")
_BETWEEN = re.compile(r"between (.+?) and (?!approximate)(.+)")
_OR = re.compile(r" or (?!later|after$|earlier|before$)")
_BREAK = re.compile(r" ?– ?| - | ?/ ?| (?:to|until|till|through) |-")

_DASHES = re.compile("[‐‑‒–—―−]+|--+")
_THOUSANDS = re.compile(r"(?<![\d,])(\d{1,3})((?:,\d{3})+)(?![\d,])")
_ERAS = re.compile(r"\b(b\. ?c\.(?: ?e\.)?|a\. ?d\.|c\. ?e\.)(?=[\s\d,)?–-]|$)")


def read_words(text: str) -> Parts | None:
    """Reads English words for a date; None when they are not understood.

    Raises `DateError` when they are understood and are no date all the same.
    """
    words = _normal(text)
    if lacks_year(words):
        raise DateError(Message("‘{text}’ has no year; write it like {text} 1942.", text=text))
    return _read(words, text)


def _normal(text: str) -> str:
    """Small letters, single blanks, one kind of dash, eras without points, no commas."""
    text = _DASHES.sub("–", " ".join(text.casefold().replace("’", "'").split()))
    text = _THOUSANDS.sub(lambda found: found[1] + found[2].replace(",", ""), text)
    text = _ERAS.sub(lambda found: found[1].replace(".", "").replace(" ", ""), text)
    text = " ".join(text.replace(",", " ").split())
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    return text.strip().removesuffix(".")


def _read(text: str, written: str) -> Parts | None:
    for read in (read_phrase, _with_ends, _choice, _marked, _range):
        date = read(text, written)
        if date is not None:
            return date
    return None


def _with_ends(text: str, written: str) -> Parts | None:
    """Dates with a word for one end or for both: from 1914 on, before 1900, born 1908."""
    if found := _LIFE.fullmatch(text) or _FROM_TO.fullmatch(text):
        return _between(found[1], found[2], written)
    if found := _BETWEEN.fullmatch(text):
        interval = _between(found[1], found[2], written)
        return interval and OneOf((interval,))
    for pattern, make in _WITH_ONE_END:
        if found := pattern.fullmatch(text):
            date = _one(next(filter(None, found.groups())), written)
            if date is not None:
                return make(date)
    return None


def _from(date: Moment) -> Parts:
    return Interval(date, OPEN)


def _until(date: Moment) -> Parts:
    return Interval(OPEN, date)


def _born(date: Moment) -> Parts:
    return Interval(date, "")


def _died(date: Moment) -> Parts:
    return Interval("", date)


def _before(date: Moment) -> Parts:
    return OneOf((Interval(OPEN, neighbour(date, -1)),))


def _after(date: Moment) -> Parts:
    return OneOf((Interval(neighbour(date, 1), OPEN),))


def _or_later(date: Moment) -> Parts:
    return OneOf((Interval(date, OPEN),))


def _or_earlier(date: Moment) -> Parts:
    return OneOf((Interval(OPEN, date),))


_WITH_ONE_END: tuple[tuple[re.Pattern[str], Callable[[Moment], Parts]], ...] = (
    (re.compile(r"(?:from|since) (.+?)(?: on| onwards?)?|(.+?) onwards?"), _from),
    (re.compile(r"(.+?) ?(?:–|-|to) ?(?:the )?(?:present|today|now)"), _from),
    (re.compile(r"(?:until|till|up to) (.+)"), _until),
    (re.compile(r"(?:born|b\.)(?: in| on)? (.+)|(.+?) ?[–-] ?\??"), _born),
    (re.compile(r"(?:died|d\.)(?: in| on)? (.+)|\?? ?– ?(.+)"), _died),
    (re.compile(r"(.+) or (?:later|after)"), _or_later),
    (re.compile(r"(.+) or (?:earlier|before)"), _or_earlier),
    (re.compile(r"before (.+)"), _before),
    (re.compile(r"after (.+)"), _after),
)


def _choice(text: str, written: str) -> OneOf | None:
    """Dates of which one is right: 1667 or 1668."""
    either = _OR.split(text)
    if len(either) < 2:
        return None
    choices: list[Moment | Interval] = []
    for words in either:
        date = _one(words, written) or _with_ends(words, written)
        if date is None or isinstance(date, Interval):
            return None
        choices.extend(date.choices if isinstance(date, OneOf) else [date])
    return OneOf(tuple(choices))


def _marked(text: str, written: str) -> Parts | None:
    """About 1860, perhaps 1860, 1860?"""
    if found := _MARKED.fullmatch(text):
        inner = _read(found["rest"], written)
        return inner and marked(inner, "~" if found["about"] else "?")
    if text.endswith("?") and len(text) > 1:
        inner = _read(text[:-1].rstrip(), written)
        return inner and marked(inner, "?")
    return None


def marked(parts: Parts, sign: str) -> Parts:
    """The same date, every part of it made uncertain (``?``) or approximate (``~``)."""
    if isinstance(parts, OneOf):
        return OneOf(tuple(_marked_choice(choice, sign) for choice in parts.choices))
    return _marked_choice(parts, sign)


def _marked_choice(choice: Moment | Interval, sign: str) -> Moment | Interval:
    if isinstance(choice, Moment):
        return _marked_moment(choice, sign)
    start, end = (end if isinstance(end, str) else _marked_moment(end, sign) for end in choice)
    return Interval(start, end)


def _marked_moment(moment: Moment, sign: str) -> Moment:
    marks = ["%" if {sign, old} == {"?", "~"} or old == "%" else sign for old in moment.marks]
    return moment._replace(marks=tuple(marks[: moment.parts] + [""] * (3 - moment.parts)))


def _range(text: str, written: str) -> Interval | None:
    """Two dates joined by a dash or a word."""
    for found in _BREAK.finditer(text):
        first, last = text[: found.start()], text[found.end() :]
        if first and last and (interval := _between(first, last, written)):
            return interval
    return None


def _between(first: str, last: str, written: str) -> Interval | None:
    """The interval between two dates; each may lack what the other one says."""
    ends = (_one(words, written) for words in _whole_last(first, last))
    end = next(filter(None, ends), None)
    if end is None:
        return None
    starts = (_one(words, written) for words in _whole_first(first, last, end))
    start = next(filter(None, starts), None)
    if start is None:
        return None
    if start.bounds[0] >= end.bounds[1]:
        raise DateError(ends_before_it_begins(written))
    return Interval(start, end)


def _one(text: str, written: str) -> Moment | None:
    """One date that is no range, with words for its sureness."""
    date = read_phrase(text, written)
    if date is None and (found := _MARKED.fullmatch(text)):
        inner = _one(found["rest"], written)
        return inner and _marked_moment(inner, "~" if found["about"] else "?")
    if date is None and text.endswith("?"):
        unmarked = read_phrase(text[:-1].rstrip(), written)
        return _marked_moment(unmarked, "?") if isinstance(unmarked, Moment) else None
    return date if isinstance(date, Moment) else None


def _whole_last(first: str, last: str) -> Iterator[str]:
    """The end of a range in full: 1943–44, AD 60–70, September 3–5, 1943."""
    if last.isdigit():
        if first.startswith(("ad ", "ce ")):
            yield "ad " + last
        elif (year := re.search(r"\d{3,}$", first)) and len(last) < len(year[0]):
            yield year[0][: -len(last)] + last
    elif re.match(r"\d{1,2} (?:ad )?\d+", last) and (month := re.match(MONTH, first)):
        yield f"{month[0]} {last}"
    yield last


def _whole_first(first: str, last: str, end: Moment) -> Iterator[str]:
    """The start of a range in full: July–September 1943, 3–5 May 1944, 58–51 BC, 18th–19th century."""
    year = f"ad {end.first}" if end.first > 0 else f"{1 - end.first} bc"
    is_day = first.isdigit() and len(first) < 3 and end.month is not None
    if first[-1:].isdigit() and end.first <= 0 and not is_day:
        yield first + " bc"
    if not is_day:
        yield first
    yield f"{first} {year}"
    if end.month and end.month <= 12:
        yield f"{first} {MONTHS[end.month - 1].casefold()} {year}"
    if century := re.search(r"[ -](?:century|millennium).*", last):
        yield first + century[0]
