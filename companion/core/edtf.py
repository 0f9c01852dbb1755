"""EDTF: dates as ISO 8601-2 writes them, read into parts, bounded by days and written back."""

from __future__ import annotations

import re

from companion.core.calendar import MONTHS, days_in_month
from companion.core.date_parts import OPEN, PARTS_OF_YEAR, UNKNOWN, Interval, Moment, OneOf, Parts, year_text
from companion.core.message import Message, ToldError

_LARGEST_YEAR = 10**12
_YEAR = r"Y-?[1-9]\d{3,}(?:E\d{1,2})?|Y-?\d{1,3}E\d{1,2}|-?(?:\d{4}|\d{3}X|\d{2}XX|\dXXX)"
_CLOCK = r"\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}(?::?\d{2})?)?"
_DATE = re.compile(
    rf"([?~%]?)({_YEAR})([?~%]?)"
    r"(?:-([?~%]?)(\d{2}|XX)([?~%]?)"
    r"(?:-([?~%]?)(\d{2}|XX)([?~%]?)"
    rf"(?:T({_CLOCK})([?~%]?))?)?)?",
    re.ASCII,
)
_JOINED = {frozenset(): "", frozenset("?"): "?", frozenset("~"): "~", frozenset("?~"): "%"}


class DateError(ToldError, ValueError):
    """Words or signs that are no date."""


def read_edtf(text: str) -> Parts:
    """Reads EDTF (ISO 8601-2:2019): all of levels 0 and 1, of level 2 what a story needs.

    Level 2: marks on single parts, centuries and millennia with X, parts of the year 25 to 41, years with an
    exponent, and one-of sets. A time may leave out its seconds. Raises `DateError`.
    """
    if text.startswith("[") and text.endswith("]"):
        return _one_of(text)
    if "/" not in text:
        return read_moment(text)
    ends = text.split("/")
    if len(ends) != 2 or set(ends) <= {"", OPEN}:
        raise DateError(
            Message(
                "‘{text}’ is no date: an interval has one date before the ‘/’ and one after it.", text=text
            )
        )
    return _interval(text, *ends)


def _interval(text: str, first: str, last: str) -> Interval:
    start, end = (part if part in ("", OPEN) else read_moment(part) for part in (first, last))
    interval = Interval(start, end)
    if isinstance(start, Moment) and isinstance(end, Moment) and start.bounds[0] >= end.bounds[1]:
        raise DateError(ends_before_it_begins(text))
    return interval


def _one_of(text: str) -> Moment | OneOf:
    choices: list[Moment | Interval] = []
    for choice in text[1:-1].split(","):
        first, dots, last = choice.strip().partition("..")
        if not dots:
            choices.append(read_moment(first))
        elif first or last:
            choices.append(_interval(text, first or OPEN, last or OPEN))
        else:
            raise DateError(Message("‘{text}’ is no date: it leaves both ends open.", text=text))
    if len(choices) == 1 and isinstance(choices[0], Moment):
        return choices[0]
    return OneOf(tuple(choices))


def read_moment(text: str, written: str = "") -> Moment:
    """Reads one date of EDTF, without intervals and sets. Raises `DateError`, which quotes `written`."""
    found = _DATE.fullmatch(text)
    text = written or text
    if found is None:
        raise DateError(not_a_date(text))
    left0, year, right0, left1, month, right1, left2, day, right2, clock, right3 = found.groups("")
    if "00" in (month, day):
        raise DateError(
            Message(
                "‘{text}’ is no date: months and days are counted from 01; write XX for one not known.",
                text=text,
            )
        )
    first, last = _years(text, year)
    moment = Moment(
        year_text(first) if first == last else year,
        first,
        last,
        _number(month),
        _number(day),
        clock,
        (
            _joined(left0 + right0 + right1 + right2 + right3),
            _joined(left1 + right1 + right2 + right3),
            _joined(left2 + right2 + right3),
        ),
    )
    return _checked(text, moment)


def _joined(marks: str) -> str:
    """The marks on either side of a part and on the whole, as one."""
    return _JOINED[frozenset(marks.replace("%", "?~"))] if marks else ""


def _years(text: str, year: str) -> tuple[int, int]:
    """The first and the last astronomical year that a year of EDTF may stand for."""
    if "X" in year:
        low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return (high, low) if year[0] == "-" else (low, high)
    digits, _, power = year.removeprefix("Y").partition("E")
    number = int(digits[:20]) * 10 ** int(power or 0)
    if abs(number) > _LARGEST_YEAR:
        raise DateError(
            Message(
                "‘{text}’ is a year beyond all reckoning; a year may have up to twelve digits.",
                text=_cut(text),
            )
        )
    return number, number


def _number(digits: str) -> int | None:
    return None if not digits else UNKNOWN if digits == "XX" else int(digits)


def _checked(text: str, moment: Moment) -> Moment:
    """The same date, once it is certain that the calendar has it."""
    month, day, year = moment.month, moment.day, moment.first
    if month is not None and moment.first != moment.last:
        raise DateError(
            Message(
                "‘{text}’ is no date: a year with X in it stands alone, as in {year}.",
                text=text,
                year=moment.year,
            )
        )
    if month and not 1 <= month <= 12 and month not in PARTS_OF_YEAR:
        raise DateError(_no_month(text, year, month))
    if day is not None and month is not None:
        _check_day(text, year, month, day)
    if moment.clock:
        _check_clock(text, moment)
    return moment


def _check_clock(text: str, moment: Moment) -> None:
    if not (moment.month and moment.day):
        raise DateError(
            Message("‘{text}’ is no date: a time needs a day, as in 1944-05-01T10:30.", text=text)
        )
    if abs(moment.first) > 9999:
        raise DateError(
            Message("‘{text}’ is no date: a time of day is for years of four digits only.", text=text)
        )
    if not _is_time(moment.clock):
        raise DateError(
            Message(
                "‘{text}’ is no time: hours go from 00 to 23, minutes and seconds from 00 to 59.", text=text
            )
        )


def _check_day(text: str, year: int, month: int, day: int) -> None:
    if month == UNKNOWN and day != UNKNOWN:
        raise DateError(Message("‘{text}’ is no date: without a month the day must be XX too.", text=text))
    if month > 12:
        raise DateError(
            Message(
                "‘{text}’ is no date: {month} is a part of the year and takes no day.", text=text, month=month
            )
        )
    if day != UNKNOWN and not 1 <= day <= days_in_month(year, month):
        length = days_in_month(year, month)
        raise DateError(
            Message(
                "‘{text}’ is no date: {month} {year} has {length} days.",
                text=text,
                month=MONTHS[month - 1],
                year=_said(year),
                length=length,
            )
        )


def _no_month(text: str, year: int, month: int) -> Message:
    if year > 100 and month > year % 100:
        return Message(
            "‘{text}’ is no date: there is no month {month}; for {year} to {until} write {year}/{until}.",
            text=text,
            month=month,
            year=str(year),
            until=str(year - year % 100 + month),
        )
    return Message(
        "‘{text}’ is no date: there is no month {month}; months go from 01 to 12, seasons from 21 to 24.",
        text=text,
        month=f"{month:02d}",
    )


def _said(year: int) -> str:
    return str(year) if year > 0 else Message("{year} BC", year=str(1 - year))


def _is_time(clock: str) -> bool:
    numbers = [int(number) for number in re.findall(r"\d\d", clock)]
    return numbers[0] < 24 and all(number < 60 for number in numbers[1:])


def _cut(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def ends_before_it_begins(text: str) -> Message:
    """The sentence for an interval the wrong way round."""
    return Message("‘{text}’ ends before it begins; write the earlier date first.", text=text)


def not_a_date(text: str) -> Message:
    """The sentence for a text that is not understood, with what was probably meant."""
    if re.fullmatch(r"-\d{1,3}", text):
        return Message(
            "‘{text}’ is no date: write the year in four digits, {year}, or in words, as in 44 BC.",
            text=text,
            year=f"-{text[1:]:0>4}",
        )
    if re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", text):
        return Message(
            "‘{text}’ could be read in two ways; write year, month and day, as in 1943-09-03.", text=text
        )
    if re.fullmatch(r"\d{4}-\d{1,2}(-\d{1,2})?", text):
        return Message(
            "‘{text}’ is no date: month and day take two digits each, as in {parts}.",
            text=text,
            parts="-".join(part.zfill(2) for part in text.split("-")),
        )
    return Message(
        "‘{text}’ cannot be read as a date; write it like 1943-09-03, July 1942, summer 1942, about 1860, "
        "1560/1570 or 44 BC.",
        text=_cut(text),
    )
