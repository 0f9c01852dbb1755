"""Date phrases: one date in English words, without words for its sureness or its ends."""

from __future__ import annotations

import re

from companion.core.calendar import MONTHS, days_in_month
from companion.core.date_parts import Interval, Moment, year_text
from companion.core.edtf import DateError, read_moment
from companion.core.message import Message

_MONTH_NUMBERS = {
    name[:length].casefold(): number
    for number, name in enumerate(MONTHS, 1)
    for length in {3, 4 if name == "September" else 3, len(name)}
}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_OVER_NEW_YEAR = (24, 28, 30)
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth", "twenty-first",
)  # fmt: skip
_PORTIONS = {
    "early": (0, 3), "beginning": (0, 3), "start": (0, 3), "mid": (1, 3), "middle": (1, 3),
    "late": (2, 3), "end": (2, 3), "first half": (0, 2), "second half": (1, 2),
    "first quarter": (0, 4), "second quarter": (1, 4), "third quarter": (2, 4), "fourth quarter": (3, 4),
}  # fmt: skip
_FIRST_CODES = {3: 37, 2: 40, 4: 33}

MONTH = r"(?P<month>" + "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
_IN_YEAR = r"(?P<year>(?:(?:ad|ce) ?)?\d{1,13}(?: ?(?:bce?|ad|ce))?)"
_YEAR = re.compile(r"(?:(?:ad|ce) ?)?(\d{1,13})(?: ?(bce?|ad|ce))?")
_YEARS = re.compile(rf"{_YEAR.pattern} ?[–/-] ?{_YEAR.pattern}")
_MONTH_YEAR = re.compile(rf"{MONTH} (?:of )?{_IN_YEAR}")
_DAY_FIRST = re.compile(rf"{_DAY} (?:of )?{MONTH} {_IN_YEAR}")
_MONTH_FIRST = re.compile(rf"{MONTH} {_DAY} {_IN_YEAR}")
_WITHOUT_YEAR = re.compile(
    rf"(?:{_DAY} (?:of )?)?{MONTH}|{MONTH.replace('month', 'only')} \d{{1,2}}(?:st|nd|rd|th)?"
)
_CLOCK = r"(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)(?P<zone> ?utc| ?z|[+-]\d{2}(?::?\d{2})?)?"
_CLOCK_LAST = re.compile(rf"(?P<rest>.+?) (?:at )?{_CLOCK}")
_CLOCK_FIRST = re.compile(rf"{_CLOCK} (?:on )?(?P<rest>.+)")
_SEASON = re.compile(
    r"(?P<season>spring|summer|autumn|fall|winter) (?:of |in )?(?P<years>[^(]+?)"
    r"(?: \((?P<where>northern|southern) hemisphere\))?"
)
_PORTION = re.compile(
    r"(?P<portion>early|mid|late|beginning|start|middle|end|(?:first|second) half"
    r"|(?:first|second|third|fourth) quarter)(?:-| )(?:(?:of|in) )?(?:the )?(?P<whole>.+)"
)
_DECADE = re.compile(r"(\d{2,11}0)'?s")
_CENTURY = re.compile(
    r"(\d{1,4}(?=st|nd|rd|th)|[a-z]+(?:-first)?)(?:st|nd|rd|th)?[- ](century|millennium)(?: (bce?|ad|ce))?"
)
_SOME = re.compile(r"an? (day|month) in (.+)")
_PARTLY = re.compile(
    r"(.+) \(((?:(?:year|month|day) (?:uncertain|approximate)(?: and approximate)?[ ,]*)+)\)"
)
_MARKED_PART = re.compile(r"(year|month|day) (uncertain and approximate|uncertain|approximate)")
_MARKS = {"uncertain": "?", "approximate": "~", "uncertain and approximate": "%"}
_WEEKDAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day (?=.*\d)")
_FILLER = re.compile(r"^(?:the |in |on |at |during )+(?=.)")


def read_phrase(text: str, written: str) -> Moment | Interval | None:
    """Reads one date of words in small letters, without commas; None when it is not understood.

    Raises `DateError`, quoting `written`, when the calendar has no such date. What EDTF has no form for,
    like the early 19th century, becomes an approximate interval.
    """
    text = _without_filler(text)
    for read in (_calendar_date, _timed, _longer, _season, _portion, _some_day, _partly_marked):
        date = read(text, written)
        if date is not None:
            return date
    return None


def lacks_year(text: str) -> bool:
    """Whether the words are a month or a day without a year."""
    return _WITHOUT_YEAR.fullmatch(_without_filler(text)) is not None


def _without_filler(text: str) -> str:
    """The text without the words before it that tell nothing: on Friday, in the."""
    return _FILLER.sub("", _WEEKDAY.sub("", _FILLER.sub("", text)))


def _calendar_date(text: str, written: str) -> Moment | None:
    """A year, a month of a year, a day."""
    if _YEAR.fullmatch(text):
        year = _year(text)
        return year if year is None else read_moment(year, written)
    found = _DAY_FIRST.fullmatch(text) or _MONTH_FIRST.fullmatch(text)
    day = f"-{int(found['day']):02}" if found else ""
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
    return year_text(_astronomical(int(found[1]), found[2], text))


def _astronomical(number: int, era: str | None, text: str) -> int:
    if number == 0:
        raise DateError(Message("‘{text}’ is no year: the year before AD 1 is 1 BC.", text=text))
    return 1 - number if era in ("bc", "bce") else number


def _years(text: str) -> tuple[int, int] | None:
    """Two years joined by a dash or a stroke: 1943–1944, 1943/44, 44–43 BC, 1 BC – AD 1."""
    found = _YEARS.fullmatch(text)
    if found is None:
        return None
    first, era, last, last_era = found.groups()
    if len(last) < len(first) and last_era not in ("bc", "bce") and era not in ("bc", "bce"):
        last = first[: -len(last)] + last
    return _astronomical(int(first), era or last_era, text), _astronomical(int(last), last_era, text)


def _timed(text: str, written: str) -> Moment | None:
    """A day with a time of day."""
    found = _CLOCK_LAST.fullmatch(text) or _CLOCK_FIRST.fullmatch(text)
    day = found and _calendar_date(_FILLER.sub("", found["rest"]), written)
    if not found or not day or not day.day:
        return None
    zone = (found["zone"] or "").strip().replace("utc", "Z").replace("z", "Z")
    hour, minutes = found["clock"].split(":", 1)
    return read_moment(f"{day}T{int(hour):02}:{minutes}{zone}", written)


def _longer(text: str, written: str) -> Moment | None:
    """A decade, a century, a millennium. The 1800s are a century, the 1810s a decade."""
    if found := _DECADE.fullmatch(text):
        decade = f"{int(found[1]):04d}"
        return read_moment(decade[:-2] + "XX" if decade.endswith("00") else decade[:-1] + "X", written)
    if text.startswith("decade "):
        return _decade(text.removeprefix("decade "))
    found = _CENTURY.fullmatch(text)
    number = _ordinal(found[1]) if found else 0
    if not found or not number:
        return None
    past = "-" if found[3] in ("bc", "bce") else ""
    digits = f"{number - 1:02d}XX" if found[2] == "century" else f"{number - 1}XXX"
    return read_moment(past + digits, written)


def _decade(text: str) -> Moment | None:
    """A decade told by its first and last year, where “the 1900s” would be a century."""
    years = _years(text)
    if years is None:
        return None
    decade = read_moment(year_text(years[0])[:-1] + "X")
    return decade if years == (decade.first, decade.last) else None


def _ordinal(text: str) -> int:
    if text.isdigit():
        return int(text)
    return _ORDINALS.index(text) + 1 if text in _ORDINALS else 0


def _season(text: str, written: str) -> Moment | None:
    """A season: the winter of 1943–1944, summer 1942. A winter is that which begins in the year."""
    found = _SEASON.fullmatch(text)
    if found is None:
        return None
    code = _SEASONS[found["season"]] + {None: 0, "northern": 4, "southern": 8}[found["where"]]
    years = _years(found["years"])
    if years is None:
        year = _year(found["years"])
    elif code in _OVER_NEW_YEAR and years[1] == years[0] + 1:
        year = year_text(years[0])
    else:
        raise DateError(
            Message("‘{text}’ is more than one season; write it like 1942-22/1943-24.", text=written)
        )
    return read_moment(f"{year}-{code}", written) if year else None


def _portion(text: str, written: str) -> Moment | Interval | None:
    """Part of a longer time: early 1943, the second half of the 19th century, late May 1944.

    Thirds of a year are parts of the year in EDTF; other thirds are approximate intervals.
    """
    found = _PORTION.fullmatch(text)
    whole = found and (_calendar_date(found["whole"], written) or _longer(found["whole"], written))
    if not found or not whole or whole.day is not None:
        return None
    number, of = _PORTIONS[found["portion"]]
    if whole.first == whole.last and whole.month is None:
        return read_moment(f"{whole}-{_FIRST_CODES[of] + number}", written)
    start, end = _days(whole, number, of) if whole.month else _years_within(whole, number, of)
    mark = "~" if of == 3 else ""
    return Interval(read_moment(start + mark, written), read_moment(end + mark, written))


def _days(month: Moment, number: int, of: int) -> tuple[str, str]:
    """First and last day of a portion of a month; its thirds are ten days, ten days and the rest."""
    length = days_in_month(month.first, month.month or 1)
    cuts = [0, 10, 20, length] if of == 3 else [length * part // of for part in range(of + 1)]
    return f"{month}-{cuts[number] + 1:02d}", f"{month}-{cuts[number + 1]:02d}"


def _years_within(whole: Moment, number: int, of: int) -> tuple[str, str]:
    """First and last year of a portion of a decade, century or millennium."""
    length = whole.last + 1 - whole.first
    first, after = (whole.first + round(length * part / of) for part in (number, number + 1))
    return year_text(first), year_text(after - 1)


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
    found = _PARTLY.fullmatch(text)
    date = found and read_phrase(found[1], written)
    if not found or not isinstance(date, Moment):
        return None
    signs = {part: _MARKS[how] for part, how in _MARKED_PART.findall(found[2])}
    given = ("year", "month", "day")[: date.parts]
    return date._replace(marks=tuple(signs.get(part, "") for part in given) + ("",) * (3 - date.parts))
