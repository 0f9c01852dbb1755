"""Laws that hold for every date: days are counted, written, said and sorted consistently."""

from __future__ import annotations

import math
import string
from typing import TYPE_CHECKING

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from companion.core.calendar import civil, day_number, days_in_month
from companion.core.date_parts import PARTS_OF_YEAR, Interval, Moment, OneOf, year_text
from companion.core.dates import DateError, parse_date
from companion.core.edtf import read_edtf

if TYPE_CHECKING:
    import datetime

YEARS = st.one_of(st.integers(1000, 2100), st.integers(-9999, 9999), st.integers(1 - 10**12, 10**12 - 1))
law = settings(deadline=None)
"""A law may take its time on a busy machine."""

MARKS = st.sampled_from(["", "", "?", "~", "%"])


@st.composite
def years(draw: st.DrawFn) -> Moment:
    year = draw(YEARS)
    return Moment(year_text(year), year, year, marks=(draw(MARKS), "", ""))


@st.composite
def long_times(draw: st.DrawFn) -> Moment:
    digits = draw(st.from_regex(r"-?(\d{3}X|\d\dXX|\dXXX)", fullmatch=True, alphabet=string.digits + "-X"))
    return read_edtf(digits)._replace(marks=(draw(MARKS), "", ""))


@st.composite
def months(draw: st.DrawFn) -> Moment:
    year, month = draw(YEARS), draw(st.one_of(st.integers(0, 12), st.sampled_from(sorted(PARTS_OF_YEAR))))
    return Moment(year_text(year), year, year, month, marks=(draw(MARKS), draw(MARKS), ""))


@st.composite
def days(draw: st.DrawFn) -> Moment:
    year, month = draw(YEARS), draw(st.integers(0, 12))
    day = draw(st.integers(0, days_in_month(year, month))) if month else 0
    known = month and day and abs(year) < 10_000 and draw(st.booleans())
    clock = (
        draw(st.from_regex(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]0\d:00)?", fullmatch=True))
        if known
        else ""
    )
    marks = (draw(MARKS), draw(MARKS), draw(MARKS))
    return Moment(year_text(year), year, year, month, day, clock if clock.isascii() else "", marks)


MOMENTS = st.one_of(years(), months(), days(), long_times())


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start, end = draw(MOMENTS), draw(MOMENTS)
    if start.bounds[0] >= end.bounds[1]:
        start, end = end, start
    kind = draw(st.integers(0, 5))
    if kind < 2:
        return Interval(start, ("", "..")[kind])
    return Interval(("", "..")[kind - 2], end) if kind < 4 else Interval(start, end)


@st.composite
def choices(draw: st.DrawFn) -> OneOf:
    either = draw(st.lists(MOMENTS, min_size=2, max_size=3))
    interval = draw(intervals())
    between = Interval(interval.start or "..", interval.end or "..")
    return OneOf(draw(st.sampled_from([tuple(either), (between,), (between, *either)])))


PARTS = st.one_of(MOMENTS, intervals(), choices())


@law
@given(st.dates())
def test_days_are_counted_as_the_standard_library_counts_them(day: datetime.date) -> None:
    assert day_number(day.year, day.month, day.day) == day.toordinal()


@law
@given(st.integers(-(10**9), 10**9))
def test_a_day_number_and_its_civil_date_are_the_same_day(number: int) -> None:
    year, month, day = civil(number)
    assert 1 <= month <= 12
    assert 1 <= day <= days_in_month(year, month)
    assert day_number(year, month, day) == number


@law
@given(st.integers(-(10**6), 10**6), st.integers(1, 12))
def test_a_month_ends_where_the_next_one_begins(year: int, month: int) -> None:
    after = (year, month + 1) if month < 12 else (year + 1, 1)
    assert day_number(year, month) + days_in_month(year, month) == day_number(*after)


@law
@given(st.integers(-(10**6), 10**6))
def test_the_calendar_repeats_every_400_years(year: int) -> None:
    assert day_number(year + 400) - day_number(year) == 146_097


@law
@given(PARTS)
def test_what_is_written_is_read_again(parts: Moment | Interval | OneOf) -> None:
    assert read_edtf(str(parts)) == parts


@law
@given(PARTS)
@example(read_edtf("2004-06?-11"))
@example(read_edtf("[1667~,1668]"))
@example(read_edtf("[1000-%03..1001]"))
@example(read_edtf("-0299/-0043-05"))
@example(read_edtf("-0043-05-03/-0043-05-05"))
def test_what_is_said_is_understood_again(parts: Moment | Interval | OneOf) -> None:
    date = parse_date(str(parts))
    assume(len(date.words()) <= 200)
    assert parse_date(date.words()).edtf == date.edtf


@law
@given(PARTS)
def test_a_date_takes_time(parts: Moment | Interval | OneOf) -> None:
    date = parse_date(str(parts))
    assert date.earliest < date.latest
    assert date.open_start == math.isinf(date.earliest)
    assert date.open_end == math.isinf(date.latest)


@law
@given(st.lists(PARTS, max_size=6))
def test_dates_sort_by_their_first_day_then_their_last(many: list[Moment | Interval | OneOf]) -> None:
    dates = sorted(parse_date(str(parts)) for parts in many)
    keys = [(date.earliest, date.latest, date.edtf) for date in dates]
    assert keys == sorted(keys)


@law
@given(st.text())
@example("0000-00-00")
@example("[..]")
@example("//")
@example("-")
@example("0th century")
@example("decade –")
@example("Y9E99")
@example("Y-24082884719-01-01T00:00/Y-24082884719-01-01T00:00")
def test_anything_is_a_date_or_a_sentence(text: str) -> None:
    check_reading(text)


_VOCABULARY = """
    1942 44 3 1943-09-03 july sept. 3rd the of in winter early mid- 19th century 1920s bc ad about c.
    perhaps later day uncertain hemisphere southern
    from to until before after between and or born died – - / ? , . ( ) [ ] ~ % X .. 10:30 T10:30
    utc millennium present a day month on first half quarter
"""


@law
@given(st.lists(st.sampled_from(_VOCABULARY.split()), max_size=9), st.sampled_from(["", " "]))
def test_any_mixture_of_date_words_is_a_date_or_a_sentence(words: list[str], blank: str) -> None:
    check_reading(blank.join(words))


def check_reading(text: str) -> None:
    try:
        date = parse_date(text)
    except DateError as error:
        sentence = str(error)
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert len(sentence) < 300
    else:
        assert parse_date(date.edtf) == date
        assert parse_date(date.words()).edtf == date.edtf
