"""Dates in EDTF and in words: what they mean, how they are said, what is no date."""

from __future__ import annotations

import math
import sys
from pathlib import Path
from subprocess import run

import pytest

from companion.core.dates import Date, DateError, Precision, civil, day_number, parse_date

AS_WRITTEN = [
    # EDTF, words, first day, the day after the last one
    ("1942", "1942", (1942, 1, 1), (1943, 1, 1)),
    ("1942-07", "July 1942", (1942, 7, 1), (1942, 8, 1)),
    ("1942-12", "December 1942", (1942, 12, 1), (1943, 1, 1)),
    ("1943-09-03", "3 September 1943", (1943, 9, 3), (1943, 9, 4)),
    ("1944-02-29", "29 February 1944", (1944, 2, 29), (1944, 3, 1)),
    ("1943-21", "the spring of 1943", (1943, 3, 1), (1943, 6, 1)),
    ("1942-22", "the summer of 1942", (1942, 6, 1), (1942, 9, 1)),
    ("1943-23", "the autumn of 1943", (1943, 9, 1), (1943, 12, 1)),
    ("1943-24", "the winter of 1943–1944", (1943, 12, 1), (1944, 3, 1)),
    ("1943-28", "the winter of 1943–1944 (northern hemisphere)", (1943, 12, 1), (1944, 3, 1)),
    ("1943-30", "the summer of 1943–1944 (southern hemisphere)", (1943, 12, 1), (1944, 3, 1)),
    ("1943-32", "the winter of 1943 (southern hemisphere)", (1943, 6, 1), (1943, 9, 1)),
    ("1943-36", "the fourth quarter of 1943", (1943, 10, 1), (1944, 1, 1)),
    ("1943-37", "early 1943", (1943, 1, 1), (1943, 5, 1)),
    ("1943-38", "mid-1943", (1943, 5, 1), (1943, 9, 1)),
    ("1943-39", "late 1943", (1943, 9, 1), (1944, 1, 1)),
    ("1943-41", "the second half of 1943", (1943, 7, 1), (1944, 1, 1)),
    ("1942-XX", "a month in 1942", (1942, 1, 1), (1943, 1, 1)),
    ("1942-XX-XX", "a day in 1942", (1942, 1, 1), (1943, 1, 1)),
    ("1942-07-XX", "a day in July 1942", (1942, 7, 1), (1942, 8, 1)),
    ("192X", "the 1920s", (1920, 1, 1), (1930, 1, 1)),
    ("190X", "the decade 1900–1909", (1900, 1, 1), (1910, 1, 1)),
    ("18XX", "the 19th century", (1800, 1, 1), (1900, 1, 1)),
    ("20XX", "the 21st century", (2000, 1, 1), (2100, 1, 1)),
    ("1XXX", "the 2nd millennium", (1000, 1, 1), (2000, 1, 1)),
    ("0060", "AD 60", (60, 1, 1), (61, 1, 1)),
    ("0000", "1 BC", (0, 1, 1), (1, 1, 1)),
    ("-0043", "44 BC", (-43, 1, 1), (-42, 1, 1)),
    ("-0043-03-15", "15 March 44 BC", (-43, 3, 15), (-43, 3, 16)),
    ("-0043-24", "the winter of 44–43 BC", (-43, 12, 1), (-42, 3, 1)),
    ("0000-24", "the winter of 1 BC – AD 1", (0, 12, 1), (1, 3, 1)),
    ("-04XX", "the 5th century BC", (-499, 1, 1), (-399, 1, 1)),
    ("Y-11999", "12,000 BC", (-11999, 1, 1), (-11998, 1, 1)),
    ("1560/1570", "1560–1570", (1560, 1, 1), (1571, 1, 1)),
    ("0999/1000", "AD 999–1000", (999, 1, 1), (1001, 1, 1)),
    ("-0057/-0050", "58–51 BC", (-57, 1, 1), (-49, 1, 1)),
    ("-0026/0014", "27 BC – AD 14", (-26, 1, 1), (15, 1, 1)),
    ("1943-07/1943-09", "July–September 1943", (1943, 7, 1), (1943, 10, 1)),
    ("1943-07/1944-05", "July 1943 – May 1944", (1943, 7, 1), (1944, 6, 1)),
    ("1944-05-03/1944-05-05", "3–5 May 1944", (1944, 5, 3), (1944, 5, 6)),
    ("1944-05-03/1944-07-07", "3 May – 7 July 1944", (1944, 5, 3), (1944, 7, 8)),
    ("1942-22/1943-24", "from the summer of 1942 to the winter of 1943–1944", (1942, 6, 1), (1944, 3, 1)),
    ("1560~/1570~", "about 1560–1570", (1560, 1, 1), (1571, 1, 1)),
    ("1560~/1570?", "from about 1560 to perhaps 1570", (1560, 1, 1), (1571, 1, 1)),
    ("[1667,1668]", "1667 or 1668", (1667, 1, 1), (1669, 1, 1)),
    ("[1914..1918]", "between 1914 and 1918", (1914, 1, 1), (1919, 1, 1)),
    ("1860~", "about 1860", (1860, 1, 1), (1861, 1, 1)),
    ("1860?", "perhaps 1860", (1860, 1, 1), (1861, 1, 1)),
    ("1860%", "perhaps about 1860", (1860, 1, 1), (1861, 1, 1)),
    ("2004-~06-11", "11 June 2004 (month approximate)", (2004, 6, 11), (2004, 6, 12)),
]


@pytest.mark.parametrize(("edtf", "words", "first", "after"), AS_WRITTEN)
def test_edtf_has_days_and_words(
    edtf: str, words: str, first: tuple[int, int, int], after: tuple[int, int, int]
) -> None:
    date = parse_date(edtf)
    assert date.edtf == edtf
    assert date.words() == words
    assert (civil(int(date.earliest)), civil(int(date.latest))) == (first, after)
    assert parse_date(words) == date


WORDS = {
    "September 3, 1943": "1943-09-03",
    "the 3rd of September 1943": "1943-09-03",
    "on Friday, 3 September 1943": "1943-09-03",
    "Sept. 1943": "1943-09",
    "in July, 1942": "1942-07",
    "summer 1942": "1942-22",
    "fall 1942": "1942-23",
    "winter 1943": "1943-24",
    "the winter of 1943-44": "1943-24",
    "Winter 1943/44": "1943-24",
    "1943–44": "1943/1944",
    "1943/44": "1943/1944",
    "1943–4": "1943/1944",
    "1939-1945": "1939/1945",
    "circa 1860": "1860~",
    "c. 1860": "1860~",
    "c1860": "1860~",
    "ca. 1860": "1860~",
    "~1860": "1860~",
    "1860 ?": "1860?",
    "possibly 1860": "1860?",
    "c. 1860–1870": "1860~/1870~",
    "1860 – c. 1870": "1860/1870~",
    "the nineteenth century": "18XX",
    "18th to 19th century": "17XX/18XX",
    "the 1800s": "18XX",
    "1940's": "194X",
    "44 B.C.": "-0043",
    "44 BCE": "-0043",
    "A.D. 60": "0060",
    "60 CE": "0060",
    "476": "0476",
    "10,000 BC": "-9999",
    "AD 60–70": "0060/0070",
    "3–5 May 44 BC": "-0043-05-03/-0043-05-05",
    "from 1914": "1914/..",
    "since 1914": "1914/..",
    "1914 onwards": "1914/..",
    "1914–present": "1914/..",
    "from 1914 on": "1914/..",
    "until 1985": "../1985",
    "from 1914 to 1918": "1914/1918",
    "between 1914 and 1918": "[1914..1918]",
    "before 1900": "[..1899]",
    "after 1900": "[1901..]",
    "after July 1942": "[1942-08..]",
    "before 1 March 1944": "[..1944-02-29]",
    "after the winter of 1943–44": "[1944-03-01..]",
    "1667, or 1668": "[1667,1668]",
    "December 1667 or later": "[1667-12..]",
    "born 1908": "1908/",
    "1908–": "1908/",
    "1908–?": "1908/",
    "died 1985": "/1985",
    "b. 1908, d. 1985": "1908/1985",
    "(1908–1985)": "1908/1985",
    "September 3–5, 1943": "1943-09-03/1943-09-05",
    "May to July 1944": "1944-05/1944-07",
    "11/12 June 1943": "1943-06-11/1943-06-12",
    "spring–autumn 1943": "1943-21/1943-23",
    "the end of 1943": "1943-39",
    "late May 1944": "1944-05-21~/1944-05-31~",
    "the first half of May 1944": "1944-05-01/1944-05-15",
    "early 19th century": "1800~/1832~",
    "the second half of the 19th century": "1850/1899",
    "the mid-1920s": "1923~/1926~",
    "1 May 1944, 10:30": "1944-05-01T10:30",
    "10:30 on 1 May 1944": "1944-05-01T10:30",
    "1 May 1944 at 9:05 UTC": "1944-05-01T09:05Z",
    "1944-05-01 10:30": "1944-05-01T10:30",
    "1813-01-28": "1813-01-28",
    " July  1942 ": "1942-07",
    "192x": "192X",
    "y-17e7": "Y-170000000",
    "2004-06?-11": "?2004-?06-11",
    "2004?-06?-11?": "2004-06-11?",
}


@pytest.mark.parametrize(("text", "edtf"), WORDS.items())
def test_words_become_edtf(text: str, edtf: str) -> None:
    assert parse_date(text).edtf == edtf


NO_DATES = {
    "1942-13": "no month 13; months go from 01 to 12",
    "1914-18": "write 1914/1918",
    "1942-00": "counted from 01",
    "1943-02-30": "February 1943 has 28 days",
    "30 February 1944": "February 1944 has 29 days",
    "-0043-02-29": "February 44 BC has 28 days",
    "1942-7": "two digits each, as in 1942-07",
    "3.9.1943": "could be read in two ways",
    "-44": "-0044, or in words, as in 44 BC",
    "0 BC": "the year before AD 1 is 1 BC",
    "1570/1560": "ends before it begins",
    "from 1570 to 1560": "ends before it begins",
    "1944-05-01T25:00": "hours go from 00 to 23",
    "1944-22-01": "takes no day",
    "1944-XX-03": "the day must be XX too",
    "192X-07": "stands alone",
    "../..": "one date before the ‘/’ and one after it",
    "1914/1916/1918": "one date before the ‘/’ and one after it",
    "July": "has no year; write it like July 1942",
    "3 September": "has no year",
    "Y99999999999999": "up to twelve digits",
    "60": "cannot be read as a date",
    "the winter of 1943–1945": "more than one season",
    "the Ides of March": "cannot be read as a date; write it like 1943-09-03",
    "": "A date is missing",
    "  \n ": "A date is missing",
    "1" * 5000: "cannot be read as a date",
    "about " * 30: "cannot be read as a date",
}


@pytest.mark.parametrize(("text", "said"), NO_DATES.items())
def test_what_is_no_date_is_told_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert said in str(caught.value)
    assert len(str(caught.value)) < 200


def test_a_time_of_day_is_a_minute_of_its_day() -> None:
    date = parse_date("1944-05-01T10:30")
    day = day_number(1944, 5, 1)
    assert date.earliest == day + 630 / 1440
    assert date.latest == day + 631 / 1440
    assert date.precision is Precision.MINUTE


@pytest.mark.parametrize(
    ("edtf", "open_start", "open_end"),
    [("1914/..", False, True), ("1914/", False, True), ("../1914", True, False), ("/1914", True, False),
     ("[..1899]", True, False), ("[1901..]", False, True), ("1914/1918", False, False)],
)  # fmt: skip
def test_an_open_end_is_infinite(edtf: str, open_start: bool, open_end: bool) -> None:
    date = parse_date(edtf)
    assert (date.open_start, date.open_end) == (open_start, open_end)
    assert (date.earliest == -math.inf, date.latest == math.inf) == (open_start, open_end)


@pytest.mark.parametrize(
    ("edtf", "approximate", "uncertain"),
    [("1860", False, False), ("1860~", True, False), ("1860?", False, True), ("1860%", True, True),
     ("2004-06~-11", True, False), ("1560?/1570", False, True)],
)  # fmt: skip
def test_a_date_knows_how_sure_it_is(edtf: str, approximate: bool, uncertain: bool) -> None:
    date = parse_date(edtf)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [("1944-05-01", "day"), ("1944-05", "month"), ("1944-XX", "year"), ("1944-05-XX", "month"),
     ("1944-24", "season"), ("1944", "year"), ("194X", "decade"), ("19XX", "century"), ("1XXX", "millennium"),
     ("1944/1945", "interval")],
)  # fmt: skip
def test_a_date_has_the_precision_of_its_finest_unit(edtf: str, precision: str) -> None:
    assert parse_date(edtf).precision == precision


def test_dates_sort_as_a_story_is_told() -> None:
    story = [
        "-0043", "194X", "1943", "1943-09", "1943-09-03", "1943-24", "1944-05-01", "1944-05-01T10:30",
    ]  # fmt: skip
    assert [date.edtf for date in sorted(map(parse_date, reversed(story)))] == story


def test_equal_dates_are_one_key() -> None:
    assert {parse_date("July 1942"), parse_date("1942-07")} == {parse_date("in July, 1942")}
    assert parse_date("1860") != parse_date("1860~")


def test_an_unknown_language_is_said_in_english() -> None:
    winter = parse_date("1943-24")
    assert {winter.words(tag) for tag in ("xx", "en-GB", "en_US", "")} == {"the winter of 1943–1944"}


def test_a_date_cannot_be_changed() -> None:
    date = parse_date("1942")
    with pytest.raises(AttributeError):
        date.edtf = "1943"  # type: ignore[misc]
    assert isinstance(date, Date)


def test_reading_dates_needs_nothing_heavy() -> None:
    heavy = "{'yaml', 'edtf', 'PySide6', 'datetime', 'pydantic', 'chardet'}"
    code = f"import sys, companion.core.dates; print(*{heavy} & set(sys.modules))"
    root = Path(__file__).resolve().parents[2]
    done = run([sys.executable, "-c", code], cwd=root, check=True, capture_output=True, text=True)
    assert done.stdout == "\n"
