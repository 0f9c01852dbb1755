"""English words of time and what they mean."""

from __future__ import annotations

import pytest

from companion.core.document import Document
from companion.core.sentences import Sentences
from companion.extraction.source import Source
from companion.extraction.times import Saying, find_sayings, find_times


def told(text: str, language: str = "en") -> list[tuple[str, str]]:
    """The words that were found, and what they mean."""
    times = find_times(Source(Document(text), language, Sentences()))
    return [(text[start:end], value) for start, end, value in times]


def said(text: str) -> Saying:
    """The one expression of a text."""
    (saying,) = find_sayings(Source(Document(text), "en", Sentences()))
    return saying


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("On 3 September 1943 it ended.", "3 September 1943", "1943-09-03"),
        ("On the 3rd of September, 1943, it ended.", "the 3rd of September, 1943", "1943-09-03"),
        ("On September 3rd, 1943, it ended.", "September 3rd, 1943", "1943-09-03"),
        ("On Friday, 3 September 1943, it ended.", "Friday, 3 September 1943", "1943-09-03"),
        ("On the third of March, 1806, he dined.", "the third of March, 1806", "1806-03-03"),
        ("It was 1943-09-03 then.", "1943-09-03", "1943-09-03"),
        ("Signed on 10/21 February 1614 in Lindau.", "10/21 February 1614", "1614-02-21"),
        ("Signed on 10 February 1611/12 in Lindau.", "10 February 1611/12", "1612-02-10"),
        ("Signed on February 10, 1648/9 in Lindau.", "February 10, 1648/9", "1649-02-10"),
        ("In February 1648/9 they left.", "February 1648/9", "1649-02"),
        ("Signed on 9/3/1943 at noon.", "9/3/1943", "1943-09-03"),
        ("Signed on 23/9/1943 at noon.", "23/9/1943", "1943-09-23"),
        ("In July 1942 they came.", "July 1942", "1942-07"),
        ("In July of 1942 they came.", "July of 1942", "1942-07"),
        ("In OCTOBER, 1805, they came.", "OCTOBER, 1805", "1805-10"),
        ("The winter of 1943-1944 was hard.", "The winter of 1943-1944", "1943-24"),
        ("The winter of 1943/44 was hard.", "The winter of 1943/44", "1943-24"),
        ("In spring 1943 they left.", "spring 1943", "1943-21"),
        ("In the fall of 1943 they left.", "the fall of 1943", "1943-23"),
        ("In the 1920s they left.", "the 1920s", "192X"),
        ("In the late 1980s they left.", "the late 1980s", "198X"),
        ("In the ’40s they left.", "the ’40s", "194X"),
        ("In the 19th century they left.", "the 19th century", "18XX"),
        ("An eighteenth-century chair.", "eighteenth-century", "17XX"),
        ("In the XIX century they left.", "the XIX century", "18XX"),
        ("In the twenty-first century they left.", "the twenty-first century", "20XX"),
        ("Caesar died in 44 BC, they say.", "44 BC", "-0043"),
        ("Jerusalem fell in A.D. 70, they say.", "A.D. 70", "0070"),
        ("In the fifth century BC it began.", "the fifth century BC", "-04XX"),
        ("In the 470s BC it began.", "the 470s BC", "-047X"),
        ("About 1860 it began.", "About 1860", "1860~"),
        ("It was built c. 1200 by monks.", "c. 1200", "1200~"),
        ("They met at Christmas 1942 again.", "Christmas 1942", "1942-12-25"),
        ("The Rising of Easter 1916 failed.", "Easter 1916", "1916-04-23"),
        ("On New Year’s Day 1943 it snowed.", "New Year’s Day 1943", "1943-01-01"),
        ("At the end of May 1944 he left.", "the end of May 1944", "1944-05"),
        ("On the night of 8 February 1904 he left.", "the night of 8 February 1904", "1904-02-08"),
        ("In nineteen forty-two they came.", "nineteen forty-two", "1942"),
        ("In eighteen hundred and twelve they came.", "eighteen hundred and twelve", "1812"),
        ("He waited for two years.", "two years", "P2Y"),
        ("He waited twenty-four hours.", "twenty-four hours", "PT24H"),
        ("It took a couple of weeks.", "a couple of weeks", "P2W"),
        ("For three decades he ruled.", "three decades", "P30Y"),
        ("A 46-day siege followed.", "46-day", "P46D"),
    ],
)
def test_what_words_mean(text: str, words: str, value: str) -> None:
    assert told(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "They sent 1500 men and 2000 horses.",
        "He walked 2000 km in room 1914, see p. 1815 and No. 1917.",
        "It cost $1945 and 1,815 francs, that is 1.942 marks.",
        "ISBN 0-1942-1815-7 and DSM-1994.",
        "You may march on, said April, in a second, before the fall of Saigon.",
        "The spring of water by the summer house froze.",
        "There were 12 of them on the 3rd floor.",
        "He was in his twenties.",
        "print(x[2001], range(1999)) and a-1985 of type-1984",
        "1,1943,2000\n2,1944,1500\n",
        "There were ca. 700,000 men (ca. 105,000 dead).",
        "In nineteen forty-pound sacks.",
        "Tomorrow we may know; see you on Friday.",
        "Two years later the next day came.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("From 10–12 May 1940 they fought.", ("10", "1940-05-10"), ("12 May 1940", "1940-05-12")),
        ("From May 10 to 12, 1940, they fought.", ("May 10", "1940-05-10"), ("12, 1940", "1940-05-12")),
        ("From 1939 to 1945 they fought.", ("1939", "1939"), ("1945", "1945")),
        ("They fought (1939–45) to the end.", ("1939", "1939"), ("45", "1945")),
        ("Between May and July 1942 they fought.", ("May", "1942-05"), ("July 1942", "1942-07")),
        ("From 499 to 493 BC they fought.", ("499", "-0498"), ("493 BC", "-0492")),
        ("From October 1944 to March they fought.", ("October 1944", "1944-10"), ("March", "1945-03")),
        ("They fought (1805-6) to the end.", ("1805", "1805"), ("6", "1806")),
        ("The 18th and 19th centuries saw it.", ("The 18th", "17XX"), ("19th centuries", "18XX")),
    ],
)
def test_both_ends_of_a_range_are_found(text: str, first: tuple[str, str], second: tuple[str, str]) -> None:
    assert told(text) == [first, second]


def test_ends_of_a_range_know_of_each_other() -> None:
    text = "From 1939 to 1945 they fought."
    first, second = find_sayings(Source(Document(text), "en", Sentences()))
    assert first.is_linked
    assert second.is_end
    assert not second.is_linked


def test_parts_of_a_year_are_no_part_of_the_value_but_of_the_finer_one() -> None:
    saying = said("In early 1943 it began.")
    assert (saying.value, saying.part, saying.finer) == ("1943", "early", "1943-37")
    saying = said("In late May 1944 it began.")
    assert (saying.value, saying.finer) == ("1944-05", "1944-05-21~/1944-05-31~")
    saying = said("In the second half of 2008 it began.")
    assert (saying.value, saying.finer) == ("2008", "2008-41")


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("After 1942 it", "after"),
        ("until May 1943", "until"),
        ("by 1943", "until"),
        ("since 1914", "since"),
        ("In 1943", ""),
    ],
)
def test_what_stands_before_a_date_is_told(text: str, side: str) -> None:
    assert said(text).side == side


def test_an_impossible_day_is_no_day() -> None:
    assert ("31 February 1943", "1943-02-31") not in told("On 31 February 1943 nothing happened.")


def test_numeric_dates_follow_the_order_that_the_text_shows() -> None:
    assert told("On 3/9/1943, not on 23/9/1943.") == [("3/9/1943", "1943-09-03"), ("23/9/1943", "1943-09-23")]
    assert told("On 3/9/1943, not on 9/23/1943.") == [("3/9/1943", "1943-03-09"), ("9/23/1943", "1943-09-23")]


def test_british_dates_begin_with_the_day() -> None:
    document = Document("On 3/9/1943 it ended.", language="en-GB")
    (time,) = find_times(Source(document, "en", Sentences()))
    assert time.value == "1943-09-03"


@pytest.mark.parametrize("text", ["On 8 May 1945 he read John 3:16.", "On 8 May 1945 it was 12:15:3."])
def test_not_all_that_has_a_colon_is_a_time(text: str) -> None:
    assert told(text) == [("8 May 1945", "1945-05-08")]


def test_what_might_happen_some_evening_is_no_date() -> None:
    text = "In 1939 he came, on 7 April 1939. A man could fire at noon and sit that evening by the fire."
    assert told(text) == [("1939", "1939"), ("7 April 1939", "1939-04-07")]


@pytest.mark.parametrize(
    "text",
    [
        "Application 2017/1034 was discussed.",
        "The flow is 1850 l/h at most.",
        "The motor gives 2000 W, no more.",
        "The pump runs at 1950 rpm.",
        "If the unit shows error 1999, call the service.",
        "Older pumps need seal kit 1998.",
        "Order number 1987-2004-11.",
        "In the tenth year of his reign he doubled the tax.",
    ],
)
def test_numbers_of_things_are_no_years(text: str) -> None:
    assert told(text) == []
