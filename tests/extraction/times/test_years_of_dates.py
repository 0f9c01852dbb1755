"""Dates that leave out their year, or are told from others."""

from __future__ import annotations

import pytest

from companion.core.document import Document
from companion.core.sentences import Sentences
from companion.extraction.source import Source
from companion.extraction.times import find_times


def values(text: str) -> list[str]:
    """What the words of time of an English text mean, in its order."""
    return [time.value for time in find_times(Source(Document(text), "en", Sentences()))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In November 1942 they landed. In January they met.", "1943-01"),
        ("In March 1942 they landed. In July they met.", "1942-07"),
        ("In May 1940 he fell. On 10 June the rest left.", "1940-06-10"),
        ("On 27 June 1950 they met, absent since January.", "1950-01"),
        ("In July 1942 they came. The following spring they left.", "1943-21"),
        ("In July 1942 they came. That autumn they left.", "1942-23"),
        ("In 1942 they came. Two years later they left.", "1944"),
        ("In 1942 they came. The previous year was quiet.", "1941"),
        ("On 30 April 1945 he died. The next day it was known.", "1945-05-01"),
        ("On 30 April 1945 he died. Six days later it was known.", "1945-05-06"),
        ("On 30 April 1945 he died. A week earlier he had ruled.", "1945-04-23"),
        ("On 30 April 1945 he died. That same evening it rained.", "1945-04-30"),
        ("In April 1945 he died. At the end of the month it rained.", "1945-04"),
        ("In April 1945 he came. On the 13th, he left.", "1945-04-13"),
        ("In 1945 he came. He left in August of that year.", "1945-08"),
        ("In 1945 he came. He left in August of the following year.", "1946-08"),
        ("He was born in 1899. He liked the twenties.", "192X"),
        ("On 30 April 1945 he woke at 5:30 a.m. and rose.", "1945-04-30T05:30"),
        ("In 481 BC they came. The following year they left.", "-0479"),
    ],
)
def test_the_year_comes_from_what_was_told_before(text: str, wanted: str) -> None:
    assert values(text)[-1] == wanted


def test_the_style_of_the_calendar_may_stand_before_the_year() -> None:
    assert values("In 1752 they came. He was born on January 6, old style, 1706.")[-2:] == [
        "1706-01-06",
        "1706",
    ]


def test_a_year_beside_the_story_does_not_lead_it_away() -> None:
    text = (
        "On 2 August 1964 a ship was fired at. A report of the agency, which was released in 2005, says so. "
        "On 4 August nothing happened."
    )
    assert values(text) == ["1964-08-02", "2005", "1964-08-04"]


def test_what_that_year_means_is_the_year_named_last() -> None:
    text = "In May 1939, as in 1914, they came. In that year it rained."
    assert values(text)[-1] == "1914"


def test_a_heading_gives_its_year() -> None:
    text = "The war\n\nIt began in 1914.\n\n1918\n\nIn March they came.\n\n1917\n\nIn July they left."
    assert values(text) == ["1914", "1918", "1918-03", "1917", "1917-07"]


def test_the_day_of_writing_dates_the_days_of_a_report() -> None:
    text = (
        "A storm\n\nThursday, May 7, 2015\n\nOn Tuesday it rained. Yesterday it stopped. It began last month."
    )
    assert values(text) == ["2015-05-07", "2015-05-05", "2015-05-06", "2015-04"]


def test_the_day_of_the_week_finds_the_year() -> None:
    text = (
        "They met in 1943 and again in 1944, always on the same day, which was Friday, 4 June, as he wrote."
    )
    assert values(text)[-1] == "1943-06-04"


def test_nothing_is_lent_over_half_a_book() -> None:
    filler = "He sat and thought of nothing at all. " * 400
    assert values(f"In 1812 he was young. {filler}In July it was hot. The next day it rained.") == ["1812"]


def test_a_book_s_heading_reaches_further_than_a_sentence() -> None:
    filler = "He sat and thought of nothing at all. " * 400
    text = f"{filler}\n\nBOOK NINE: 1812\n\n{filler}On the twelfth of June they came."
    assert values(text) == ["1812", "1812-06-12"]


def test_in_a_text_without_years_nothing_is_dated() -> None:
    assert values("In July it was hot. The next day it rained. Next winter he died.") == []


def test_a_diary_was_not_written_on_one_day() -> None:
    text = "May 7, 2015\n\nWe left.\n\nJune 9, 2016\n\nYesterday we came home."
    assert values(text) == ["2015-05-07", "2016-06-09"]


def test_a_man_in_his_forties_is_no_decade() -> None:
    assert values("In 1812 he met a peasant in the forties, who was ill.") == ["1812"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It was founded in 1868. A law was made in 1871 and its author died in 1889. Two years later he "
         "retired. In 1896 it moved.", "1891"),
        ("They came in 1851. In 1854 she nursed. In March of the next year she was back.", "1855-03"),
        ("Chapter 2: 1832-1851\n\nThey met in 1840. The following year a son was born.", "1841"),
    ],
)  # fmt: skip
def test_years_later_count_from_what_was_told_last(text: str, wanted: str) -> None:
    assert wanted in values(text)


def test_before_christ_too_years_later_count_from_what_was_told_last() -> None:
    text = "It rose in 753 BC. A king fell in 689 BC. It was at peace in 431 BC. The following year it fell."
    assert values(text)[-1] == "-0429"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He was born in 1620. Some 170 years later, in 1896, they met.", ["1620", "1896", "1896"]),
        (
            "It rained in 1944. Two days later, on 5 May 1945, it snowed.",
            ["1944", "1945-05-05", "1945-05-05"],
        ),
    ],
)
def test_a_year_told_besides_says_how_much_later_it_was(text: str, wanted: list[str]) -> None:
    assert values(text) == wanted


def test_after_a_year_of_one_era_others_are_of_it() -> None:
    text = (
        "The empire was founded in the third century BCE. It ended in 750 CE. The king died in 541, and in "
        "602 the other was murdered. From 541 to 557 they fought."
    )
    assert values(text)[2:] == ["0541", "0602", "0541", "0557"]
    text = "It fell in 29 BC. Under Trajan (AD 98–117) it rose. In 256 the Persians came."
    assert values(text) == ["-0028", "0098", "0117", "0256"]


DIARY = (
    "Saturday, 1 August 1914\n\nThere will be war by Monday.\n\n2 August\n\nHe left this morning.\n\n"
    "3 January\n\nThe doctor came on Friday.\n\n14 March\n\nI began last month."
)


def test_an_entry_of_a_diary_was_written_on_its_day() -> None:
    assert values(DIARY)[1::2] == ["1914-08-03", "1914-08-02", "1915-01-01", "1915-02"]


def test_the_other_calendar_in_brackets_leads_the_story_nowhere() -> None:
    text = "He was beaten on 1 July 1613 (Old Style 21 June). He fled the next day."
    assert values(text) == ["1613-07-01", "1613-07-02"]
    text = "He was beaten on 21 June 1613 (1 July N.S.). He fled the next day."
    assert values(text) == ["1613-06-21", "1613-06-22"]


def test_a_bare_year_lends_itself_only_to_what_is_near_before_it() -> None:
    text = (
        "Held on 14 March 2017 in the hall. The bench had been mended on 2 March. The Clerk had written to "
        "the County about the holes in Mill Road and about the lamps at the bridge and received a reply. The "
        "audit for 2015 was completed."
    )
    assert values(text) == ["2017-03-14", "2017-03-02", "2015"]
