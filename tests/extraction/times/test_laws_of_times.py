"""What holds of the times of any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from companion.core.dates import parse_date
from companion.core.document import Document
from companion.core.sentences import Sentences
from companion.extraction.source import Source
from companion.extraction.times import find_sayings, find_times
from companion.extraction.times.days import Day, day_of_number, months_between, moved, on_weekday
from companion.extraction.times.named_days import easter

PIECES = st.sampled_from(
    [
        *(
            "1942",
            "7",
            "31",
            "44",
            "499",
            "2000",
            "1920s",
            "’40s",
            "19th",
            "3rd",
            "5:30",
            "1/2/1943",
            "1943-02-30",
        ),
        *(
            "July",
            "May",
            "MARCH",
            "Sept.",
            "February",
            "winter",
            "fall",
            "Friday",
            "Christmas",
            "Easter",
            "century",
        ),
        *(
            "BC",
            "AD",
            "c.",
            "about",
            "the",
            "end of",
            "early",
            "mid-",
            "of",
            "and",
            "to",
            "–",
            "/",
            ",",
            ".",
            "\n\n",
        ),
        *(
            "next",
            "day",
            "two",
            "years",
            "later",
            "ago",
            "that",
            "same",
            "last",
            "month",
            "in",
            "of that year",
        ),
        *(
            "thirtieth",
            "Januar",
            "août",
            "siècle",
            "siglo",
            "XIX",
            "Jahre",
            "v. Chr.",
            "999999999",
            "00",
            "\u0664",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=60)
LANGUAGES = st.sampled_from(["en", "de", "fr", "es", "it", "ru", ""])


@given(TEXTS, LANGUAGES)
@settings(max_examples=300, deadline=None)
def test_times_are_sound_and_in_the_order_of_the_text(text: str, language: str) -> None:
    end = 0
    for time in find_times(Source(Document(text), language, Sentences())):
        assert end <= time.start < time.end <= len(text)
        end = time.end
        if time.is_duration:
            assert time.value[1:2] == "T" or time.value[1].isdigit()
        else:
            assert parse_date(time.value).edtf == time.value


@given(TEXTS, LANGUAGES)
@settings(max_examples=100, deadline=None)
def test_finer_values_lie_within_the_values(text: str, language: str) -> None:
    for saying in find_sayings(Source(Document(text), language, Sentences())):
        if not saying.is_duration:
            whole, finer = parse_date(saying.value), parse_date(saying.finer)
            assert whole.earliest <= finer.earliest
            assert finer.latest <= whole.latest


@given(st.integers(-3000, 3000), st.integers(1, 12), st.integers(-500, 500))
def test_steps_back_undo_steps_on(year: int, month: int, number: int) -> None:
    there = moved(Day(year, month), "month", number)
    assert there is not None
    assert moved(there, "month", -number) == Day(year, month)
    assert months_between(Day(year, month), there) == number


@given(st.integers(1, 1_000_000), st.integers(0, 6), st.sampled_from([0, 1]), st.booleans())
def test_a_weekday_is_within_a_week(number: int, weekday: int, count: int, is_past: bool) -> None:
    day = on_weekday(day_of_number(number), weekday, count, is_past)
    assert day is not None
    assert day.number is not None
    assert (day.number - 1) % 7 == weekday
    assert abs(day.number - number) <= 7


def test_easter_is_a_sunday_in_spring() -> None:
    assert [easter(year) for year in (1916, 1943, 2000, 2024)] == [(4, 23), (4, 25), (4, 23), (3, 31)]
    for year in range(1583, 2400):
        month, day = easter(year)
        number = Day(year, month, day).number
        assert number is not None
        assert (number - 1) % 7 == 6
        assert (3, 22) <= (month, day) <= (4, 25)
