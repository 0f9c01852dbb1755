"""Date reading: English words for a date become the parts of EDTF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.calendar import days_in_month
from companion.core.edtf import (
    MONTHS,
    OPEN,
    DateError,
    Interval,
    Moment,
    OneOf,
    Parts,
    neighbour,
    read_moment,
    year_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH_NUMBERS = {
    name[:length].casefold(): number
    for number, name in enumerate(MONTHS, 1)
    for length in {3, 4 if name == "September" else 3, len(name)}
}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth", "twenty-first",
)  # fmt: skip
_PORTIONS = {
    "early": (0, 3), "mid": (1, 3), "late": (2, 3),
    "first half": (0, 2), "second half": (1, 2),
    "first quarter": (0, 4), "second quarter": (1, 4), "third quarter": (2, 4), "fourth quarter": (3, 4),
}  # fmt: skip
_CODES = {3: 37, 2: 40, 4: 33}

_MONTH = r"(?P<month>" + "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_IN_YEAR = r"(?P<year>(?:ad )?\d{1,12}(?: ?(?:bce?|ad|ce))?)"
_YEAR = re.compile(r"(?:(?:ad|ce) )?(\d{1,12})(?: ?(bce?|ad|ce))?")
_MONTH_YEAR = re.compile(rf"{_MONTH} (?:of )?{_IN_YEAR}")
_DAY_FIRST = re.compile(rf"{_DAY} (?:of )?{_MONTH} {_IN_YEAR}")
_MONTH_FIRST = re.compile(rf"{_MONTH} {_DAY} {_IN_YEAR}")
_CLOCK = r"(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)(?P<zone> ?utc| ?z|[+-]\d{2}:?\d{2})?"
_CLOCK_LAST = re.compile(rf"(?P<rest>.+?) (?:at )?{_CLOCK}")
_CLOCK_FIRST = re.compile(rf"{_CLOCK} (?:on )?(?P<rest>.+)")
_SEASON = re.compile(
    r"(?P<season>spring|summer|autumn|fall|winter) (?:of |in )?(?P<years>.+?)"
    r"(?: \((?P<where>northern|southern) hemisphere\))?"
)
_PORTION = re.compile(
    r"(?:the )?(?P<portion>early|mid|late|(?:first|second) half|(?:first|second|third|fourth) quarter)"
    r"(?:-| )(?:(?:of|in) )?(?:the )?(?P<whole>.+)"
)
_DECADE = re.compile(r"(\d{2,11}0)'?s")
_BARE_DECADE = re.compile(r"decade (.+)")
_CENTURY = re.compile(r"(\d{1,4}(?:st|nd|rd|th)|[a-z]+(?:-first)?)[- ](century|millennium)(?: (bce?|ad|ce))?")
_SOME = re.compile(r"an? (day|month) in (.+)")
_PARTS_MARKED = re.compile(
    r"(.+) \(((?:(?:year|month|day) (?:uncertain|approximate|uncertain and approximate)[ ,]*)+)\)"
)
_PART_MARKED = re.compile(r"(year|month|day) (uncertain and approximate|uncertain|approximate)")
_MARKS = {"uncertain": "?", "approximate": "~", "uncertain and approximate": "%"}
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day (?=.*\d)")

_ABOUT = re.compile(
    r"(?:(?P<about>(?:about|circa|around|approximately|approx\.?|roughly|ca?\.? ?(?=[^a-z])|ca?\.? |~))"
    r"|(?P<perhaps>perhaps|possibly|probably|maybe)) ?(?P<rest>.+)"
)
_LIFE = re.compile(r"(?:born|b\.)(?: in| on)? (.+?) (?:and )?(?:died|d\.)(?: in| on)? (.+)")
_BORN = re.compile(r"(?:born|b\.)(?: in| on)? (.+)|(.+?) ?– ?\??")
_DIED = re.compile(r"(?:died|d\.)(?: in| on)? (.+)|\?? ?– ?(.+)")
_FROM = re.compile(
    r"(?:from|since) (.+?)(?: on| onwards?)?|(.+?) onwards?|(.+?) ?(?:–|-|to) ?(?:present|today|now)"
)
_UNTIL = re.compile(r"(?:until|till|up to) (.+)")
_FROM_TO = re.compile(r"from (.+?) (?:to|until|till|through) (.+)")
_BETWEEN = re.compile(r"between (.+?) and (.+)")
_BEFORE = re.compile(r"before (.+)")
_AFTER = re.compile(r"after (.+)")
_BREAK = re.compile(r" ?– ?| - | ?/ ?| (?:to|until|through) |-")

_DASHES = re.compile("[‐‑‒–—―−]+|--+")
_THOUSANDS = re.compile(r"(?<![\d,])(\d{1,3})((?:,\d{3})+)(?![\d,])")
_ERAS = re.compile(r"\b(b\.? ?c\.?(?: ?e\b\.?)?|a\.? ?d\b\.?|c\.? ?e\b\.?)(?=[\s\d,)?–-]|$)")
_FILLER = re.compile(r"^(?:the |in |on |at |during |by the )+(?=.)")


def read_words(text: str) -> Parts | None:
    """Reads English words for a date; None when they are not understood.

    Raises `DateError` when they are understood and the calendar has no such date.
    """
    return _read(_normal(text), text)


def _normal(text: str) -> str:
    """Small letters, single blanks, one kind of dash, eras without points, no commas."""
    text = _DASHES.sub("–", " ".join(text.casefold().replace("’", "'").split()))
    text = _THOUSANDS.sub(lambda found: found[1] + found[2].replace(",", ""), text)
    text = _ERAS.sub(lambda found: re.sub("[. ]", "", found[1]), text).replace(", ", " ").replace(",", " ")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    return text.strip().removesuffix(".")


def _read(text: str, written: str) -> Parts | None:
    text = _FILLER.sub("", text)
    return _single(text, written) or _open(text, written) or _marked(text, written) or _several(text, written)


def _marked(text: str, written: str) -> Parts | None:
    """About 1860, perhaps 1860, 1860?"""
    if found := _ABOUT.fullmatch(text):
        inner = _read(found["rest"], written)
        return inner and mark(inner, "~" if found["about"] else "?")
    if text.endswith("?") and len(text) > 1:
        inner = _read(text[:-1].rstrip(), written)
        return inner and mark(inner, "?")
    return None


def mark(parts: Parts, sign: str) -> Parts:
    """The same date, every part of it made uncertain (``?``) or approximate (``~``)."""
    if isinstance(parts, Moment):
        return _mark_moment(parts, sign)
    if isinstance(parts, Interval):
        return _mark_interval(parts, sign)
    return OneOf(
        tuple(
            _mark_moment(choice, sign) if isinstance(choice, Moment) else _mark_interval(choice, sign)
            for choice in parts.choices
        )
    )


def _mark_interval(interval: Interval, sign: str) -> Interval:
    start, end = (end if isinstance(end, str) else _mark_moment(end, sign) for end in interval)
    return Interval(start, end)


def _mark_moment(moment: Moment, sign: str) -> Moment:
    marks = ["%" if {sign, old} == {"?", "~"} or old == "%" else sign for old in moment.marks]
    return moment._replace(marks=tuple(marks[: moment.parts] + [""] * (3 - moment.parts)))


def _open(text: str, written: str) -> Parts | None:
    """Dates with a word for one end or for both: from 1914 on, before 1900, born 1908."""
    if found := _LIFE.fullmatch(text) or _FROM_TO.fullmatch(text):
        return _between(found[1], found[2], written)
    if found := _BETWEEN.fullmatch(text):
        interval = _between(found[1], found[2], written)
        return interval and OneOf((interval,))
    for pattern, make in _OPEN_ENDS:
        if found := pattern.fullmatch(text):
            date = _read(next(filter(None, found.groups())), written)
            if isinstance(date, Moment):
                return make(date)
    return None


_OPEN_ENDS = (
    (_FROM, lambda date: Interval(date, OPEN)),
    (_UNTIL, lambda date: Interval(OPEN, date)),
    (_BORN, lambda date: Interval(date, "")),
    (_DIED, lambda date: Interval("", date)),
    (_BEFORE, lambda date: OneOf((Interval(OPEN, neighbour(date, -1)),))),
    (_AFTER, lambda date: OneOf((Interval(neighbour(date, 1), OPEN),))),
)


def _several(text: str, written: str) -> Parts | None:
    """Two dates joined by a dash or a word."""
    if " or " in text:
        return _either(text.split(" or "), written)
    for found in _BREAK.finditer(text):
        first, last = text[: found.start()], text[found.end() :]
        if first and last and (interval := _between(first, last, written)):
            return interval
    return None


def _either(choices: list[str], written: str) -> OneOf | None:
    read: list[Moment | Interval] = []
    for choice in choices:
        part = _read(choice, written)
        if part is None:
            return None
        read.extend(part.choices if isinstance(part, OneOf) else [part])
    return OneOf(tuple(read))


def _between(first: str, last: str, written: str) -> Interval | None:
    """The interval between two dates; each may lack what the other one says."""
    for last_words in _completed_last(first, last):
        end = _end(last_words, written)
        if end is not None:
            break
    else:
        return None
    for first_words in _completed_first(first, end, last):
        start = _end(first_words, written)
        if start is not None:
            return _ordered(start, end, written)
    return None


def _end(text: str, written: str) -> Moment | None:
    text = _FILLER.sub("", text)
    date = _single(text, written) or _marked(text, written)
    return date if isinstance(date, Moment) else None


def _ordered(start: Moment, end: Moment, written: str) -> Interval:
    if start.bounds[0] >= end.bounds[1]:
        raise DateError(f"‘{written}’ ends before it begins; write the earlier date first.")
    return Interval(start, end)


def _completed_last(first: str, last: str) -> Iterator[str]:
    """The end of a range in full: 1943–44, AD 60–70, September 3–5, 1943."""
    if last.isdigit():
        if first.startswith(("ad ", "ce ")):
            yield "ad " + last
        elif (year := re.search(r"\d{3,}$", first)) and len(last) < len(year[0]):
            yield year[0][: -len(last)] + last
    elif re.match(r"\d{1,2} (?:ad )?\d+", last) and (month := re.match(_MONTH, first)):
        yield f"{month[0]} {last}"
    yield last


def _completed_first(first: str, end: Moment, last: str) -> Iterator[str]:
    """The start of a range in full: July–September 1943, 3–5 May 1944, 58–51 BC."""
    year = f"ad {end.first}" if end.first > 0 else f"{1 - end.first} bc"
    if first[-1:].isdigit() and end.first <= 0:
        yield first + " bc"
    elif not first.isdigit() or len(first) > 2:
        yield first
    yield f"{first} {year}"
    if end.month and end.month <= 12:
        yield f"{first} {MONTHS[end.month - 1].casefold()} {year}"
    if century := re.search(r"[ -](?:century|millennium).*", last):
        yield first + century[0]


def _single(text: str, written: str) -> Moment | Interval | None:
    """One date without words for its sureness or its ends."""
    text = _FILLER.sub("", _WEEKDAY.sub("", text)) if text[:1].isalpha() else text
    for read in (_calendar_date, _timed, _longer, _part_of_year, _portion, _some_day, _partly_marked):
        date = read(text, written)
        if date is not None:
            return date
    return None


def _calendar_date(text: str, written: str) -> Moment | None:
    """A year, a month of a year, a day."""
    if _YEAR.fullmatch(text):
        year = _year(text)
        return year if year is None else read_moment(year, written)
    found = _DAY_FIRST.fullmatch(text) or _MONTH_FIRST.fullmatch(text)
    day = f"-{found['day']:0>2}" if found else ""
    found = found or _MONTH_YEAR.fullmatch(text)
    year = found and _year(found["year"])
    if found is None or year is None:
        return None
    return read_moment(f"{year}-{_MONTH_NUMBERS[found['month']]:02}{day}", written)


def _year(text: str) -> str | None:
    """The year as EDTF writes it; None for a number of one or two digits without an era."""
    found = _YEAR.fullmatch(text)
    if found is None or (len(found[1]) < 3 and found[0] == found[1]):
        return None
    number = int(found[1])
    past = found[2] in ("bc", "bce")
    if number == 0 and (past or found[0] != found[1]):
        raise DateError(f"‘{text}’ is no year: the year before AD 1 is 1 BC.")
    return year_text(1 - number if past else number)


def _timed(text: str, written: str) -> Moment | None:
    """A day with a time of day."""
    found = _CLOCK_LAST.fullmatch(text) or _CLOCK_FIRST.fullmatch(text)
    day = found and _calendar_date(_FILLER.sub("", found["rest"]), written)
    if not found or not day or not day.day:
        return None
    zone = (found["zone"] or "").strip().replace("utc", "Z").replace("z", "Z")
    hour, minutes = found["clock"].split(":", 1)
    return read_moment(f"{day}T{hour:0>2}:{minutes}{zone}", written)


def _longer(text: str, written: str) -> Moment | None:
    """A decade, a century, a millennium."""
    if found := _DECADE.fullmatch(text):
        decade = f"{int(found[1]):04d}"
        return read_moment(decade[:-2] + "XX" if decade.endswith("00") else decade[:-1] + "X", written)
    if found := _BARE_DECADE.fullmatch(text):
        years = _several(found[1], written)
        if isinstance(years, Interval):
            return _decade_between(*years)
    if found := _CENTURY.fullmatch(text):
        number = _ordinal(found[1])
        if number:
            past = found[3] in ("bc", "bce")
            form = f"{number - 1:02d}XX" if found[2] == "century" else f"{number - 1}XXX"
            return read_moment(("-" if past else "") + form, written)
    return None


def _decade_between(start: Moment | str, end: Moment | str) -> Moment | None:
    for year in (str(start), str(end)):
        decade = read_moment(year[:-1] + "X")
        if (str(start), str(end)) == (year_text(decade.first), year_text(decade.last)):
            return decade
    return None


def _ordinal(text: str) -> int | None:
    if text[0].isdigit():
        return int(text[:-2])
    return _ORDINALS.index(text) + 1 if text in _ORDINALS else None


def _part_of_year(text: str, written: str) -> Moment | None:
    """A season: the winter of 1943–1944, summer 1942."""
    found = _SEASON.fullmatch(text)
    if found is None:
        return None
    code = _SEASONS[found["season"]] + {None: 0, "northern": 4, "southern": 8}[found["where"]]
    years = _calendar_date(found["years"], written) or _several(found["years"], written)
    if isinstance(years, Interval) and code in (24, 28, 30):
        start, end = years
        if isinstance(start, Moment) and isinstance(end, Moment) and end.first == start.first + 1:
            years = start
    if not isinstance(years, Moment) or years.parts > 1 or years.first != years.last:
        return None
    return read_moment(f"{years}-{code}", written)


def _portion(text: str, written: str) -> Moment | Interval | None:
    """Part of a longer time: early 1943, the second half of the 19th century, late May 1944."""
    found = _PORTION.fullmatch(text)
    whole = found and (_calendar_date(found["whole"], written) or _longer(found["whole"], written))
    if not found or not whole or whole.day is not None:
        return None
    number, of = _PORTIONS[found["portion"]]
    vague = "~" if of == 3 else ""
    if whole.first == whole.last and whole.month is None:
        return read_moment(f"{whole}-{_CODES[of] + number}", written)
    if whole.month is not None:
        days = days_in_month(whole.first, whole.month)
        cuts = (
            [1, 11, 21, days + 1] if of == 3 else [1, 16, days + 1] if of == 2 else [1, 9, 16, 24, days + 1]
        )
        form = f"{whole}-{{:02d}}{vague}"
        start, end = form.format(cuts[number]), form.format(cuts[number + 1] - 1)
    else:
        length = whole.last + 1 - whole.first
        cuts = [whole.first + round(length * part / of) for part in range(of + 1)]
        start, end = year_text(cuts[number]) + vague, year_text(cuts[number + 1] - 1) + vague
    return Interval(read_moment(start, written), read_moment(end, written))


def _some_day(text: str, written: str) -> Moment | None:
    """A day or month that is not known: a day in July 1942."""
    found = _SOME.fullmatch(text)
    date = found and _calendar_date(found[2], written)
    if not found or not date or date.parts > (1 if found[1] == "month" else 2):
        return None
    missing = "-XX" if found[1] == "month" or date.month else "-XX-XX"
    return read_moment(f"{date}{missing}", written)


def _partly_marked(text: str, written: str) -> Moment | None:
    """A date of which a part is not sure: 11 June 2004 (month uncertain)."""
    found = _PARTS_MARKED.fullmatch(text)
    date = found and _single(found[1], written)
    if not found or not isinstance(date, Moment):
        return None
    signs = {part: _MARKS[how] for part, how in _PART_MARKED.findall(found[2])}
    return date._replace(marks=tuple(signs.get(part, "") for part in ("year", "month", "day")))
