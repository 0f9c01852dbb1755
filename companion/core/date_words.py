"""Date words: how a date is said to a reader, in the phrases of a language."""

from __future__ import annotations

from companion.core.date_languages import DateLanguage, date_language
from companion.core.date_parts import OPEN, PARTS_OF_YEAR, UNKNOWN, Interval, Moment, OneOf, Parts, neighbour


def say(parts: Parts, language: str = "en") -> str:
    """A date in the words of `language` (a tag like ``en-GB``), in English where it is not in the table."""
    words = date_language(language)
    if isinstance(parts, Moment):
        return _moment(parts, words)
    return _interval(parts, words) if isinstance(parts, Interval) else _one_of(parts, words)


def _moment(moment: Moment, words: DateLanguage) -> str:
    plain = _plain(moment, words)
    if moment.mark:
        return _marked(moment, plain, words)
    if moment.mark is None:
        said = (
            words.marked_part[mark].format(part=part)
            for part, mark in zip(words.parts, moment.marks, strict=True)
            if mark
        )
        return f"{plain} ({', '.join(said)})"
    return plain


def _marked(moment: Moment, plain: str, words: DateLanguage) -> str:
    """`plain` with the mark of a date; `moment` tells the mark, and whether it is a bare year."""
    mark = moment.mark or ""
    is_year = moment.month is None and moment.first == moment.last
    marks = words.marks | words.marks_of_year if is_year else words.marks
    return marks.get(mark, "{date}").format(date=plain)


def _plain(moment: Moment, words: DateLanguage) -> str:
    """The date without what is said of its sureness."""
    if moment.month is None:
        return _years(moment, words)
    year = _year(moment.first, words)
    if moment.month == UNKNOWN:
        return (words.a_month if moment.day is None else words.a_day).format(date=year)
    if moment.month > 12:
        return _part_of_year(moment, words)
    month = words.month.format(month=words.months[moment.month - 1], year=year)
    if moment.day is None:
        return month
    if moment.day == UNKNOWN:
        return words.a_day.format(date=month)
    day = words.day.format(day=_day_number(moment, words), month=month)
    clock = moment.clock.replace("Z", f" {words.universal}")
    return words.clock.format(day=day, clock=clock) if clock else day


def _day_number(moment: Moment, words: DateLanguage) -> str:
    return words.day_number.format(number=moment.day)


def _part_of_year(moment: Moment, words: DateLanguage) -> str:
    code = moment.month or 0
    month, length = PARTS_OF_YEAR[code]
    over = month + length > 13
    year = _range_of_years(moment.first, moment.first + 1, words) if over else _year(moment.first, words)
    return words.parts_of_year[code].format(year=year)


def _year(year: int, words: DateLanguage) -> str:
    if year <= 0:
        return words.before_christ.format(year=_count(1 - year, words))
    return words.after_christ.format(year=year) if year < 1000 else _count(year, words)


def _count(year: int, words: DateLanguage) -> str:
    """The number of a year, with its thousands set apart from ten thousand on."""
    return str(year) if year < 10_000 else f"{year:,}".replace(",", words.thousands)


def _years(moment: Moment, words: DateLanguage) -> str:
    """A year, a decade, a century or a millennium."""
    hidden = moment.year.count("X")
    if not hidden:
        return _year(moment.first, words)
    if hidden == 1:
        if moment.first < 100 or moment.first % 100 == 0:
            return words.bare_decade.format(years=_range_of_years(moment.first, moment.last, words))
        return words.decade.format(year=moment.first)
    unit = 100 if hidden == 2 else 1000
    past = moment.year[0] == "-"
    number = (-moment.last if past else moment.first) // unit + 1
    ordinal = _ordinal(number, words)
    said = (words.century if hidden == 2 else words.millennium).format(ordinal=ordinal)
    return words.before_christ.format(year=said) if past else said


def _ordinal(number: int, words: DateLanguage) -> str:
    last = 0 if number % 100 in (11, 12, 13) else number % 10
    return words.ordinals.get(last, words.ordinal).format(number=number)


def _range_of_years(first: int, last: int, words: DateLanguage) -> str:
    """Two years with their era said once, when it is the same."""
    if last <= 0:
        return words.before_christ.format(
            year=words.range_in_unit.format(first=_count(1 - first, words), last=_count(1 - last, words))
        )
    if first > 0:
        years = words.range_in_unit.format(first=_count(first, words), last=_count(last, words))
        return words.after_christ.format(year=years) if first < 1000 else years
    return words.range.format(first=_year(first, words), last=_year(last, words))


def _interval(interval: Interval, words: DateLanguage) -> str:
    start, end = interval
    if isinstance(end, str):
        template = words.onwards if end == OPEN else words.unknown_end
        return template.format(date=start if isinstance(start, str) else _moment(start, words))
    if isinstance(start, str):
        return (words.until if start == OPEN else words.unknown_start).format(date=_moment(end, words))
    if start.mark is None or start.mark != end.mark or not (_is_simple(start) and _is_simple(end)):
        return words.from_to.format(first=_moment(start, words), last=_moment(end, words))
    plain = _simple_range(start, end, words)
    return _marked(start, plain, words) if start.mark else plain


def _is_simple(moment: Moment) -> bool:
    """Whether the date is a year, a month of a year or a day."""
    month_is_simple = moment.month is None or 1 <= moment.month <= 12
    return moment.first == moment.last and month_is_simple and moment.day != UNKNOWN and not moment.clock


def _simple_range(start: Moment, end: Moment, words: DateLanguage) -> str:
    """A range in which what both ends share is said once."""
    if start.month is None and end.month is None:
        return _range_of_years(start.first, end.first, words)
    if start.parts != end.parts or start.first != end.first or start == end:
        return words.range.format(first=_plain(start, words), last=_plain(end, words))
    year, first, last = (
        _year(start.first, words),
        words.months[(start.month or 1) - 1],
        words.months[(end.month or 1) - 1],
    )
    if start.day is None:
        both = words.range_in_unit.format(first=first, last=last)
        return words.month.format(month=both, year=year)
    if start.month == end.month:
        days = words.range_in_unit.format(first=_day_number(start, words), last=_day_number(end, words))
        return words.day.format(day=days, month=words.month.format(month=first, year=year))
    begin = words.day.format(day=_day_number(start, words), month=first)
    return words.range.format(first=begin, last=_plain(end, words))


def _one_of(one_of: OneOf, words: DateLanguage) -> str:
    return words.either.join(
        _moment(choice, words) if isinstance(choice, Moment) else _some_time(choice, words)
        for choice in one_of.choices
    )


def _some_time(interval: Interval, words: DateLanguage) -> str:
    """A date that lies somewhere between two others."""
    start, end = interval
    if isinstance(start, Moment) and isinstance(end, Moment):
        return words.between.format(first=_moment(start, words), last=_moment(end, words))
    date, step, template = (end, 1, words.before) if isinstance(start, str) else (start, -1, words.after)
    assert isinstance(date, Moment)  # no choice is open on both sides
    if not _is_simple(date) or date.mark is None:
        either = words.or_earlier if step > 0 else words.or_later
        return either.format(date=_moment(date, words))
    return template.format(date=_moment(neighbour(date, step), words))
