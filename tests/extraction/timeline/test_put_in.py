"""Dates in asides, dates that limit, and years that are part of a name."""

from __future__ import annotations

import pytest
from marked_story import marked

from companion.core.entries import DOUBTFUL
from companion.extraction.timeline.events import find_events


def told(text: str) -> list[tuple[str, str]]:
    source, times, people = marked(text)
    found = find_events(source, times, people, [], {})
    return [(one.event.date.edtf, one.event.title) for one in found if one.event.confidence >= DOUBTFUL]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The queen, born in [1530|1530], made peace with the towns in [1569|1569].",
            [("1530", "The queen was born"), ("1569", "The queen made peace with the towns")],
        ),
        (
            "The clerk noted that the war memorial, built in [1921|1921], would be cleaned.",
            [("1921", "The war memorial was built")],
        ),
        (
            "The accords, signed in [1954|1954], parted the land.",
            [("1954", "The accords were signed")],
        ),
        (
            "Mott, a member of the Society since [1826|1826], called it a fine paper.",
            [("1826", "Mott was a member of the Society since 1826")],
        ),
    ],
)
def test_an_aside_with_a_date_tells_of_what_stands_before_it(
    text: str, wanted: list[tuple[str, str]]
) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The scale remained in the catalogue until [1961|1961].",
            "The scale remained in the catalogue until 1961",
        ),
        ("Salt had been taxed in Varn since [1540|1540].", "Salt had been taxed in Varn since 1540"),
        ("Tobacco was unknown there before [1492|1492].", "Tobacco was unknown there before 1492"),
        ("The marriage did not take place until [1832|1832].", "The marriage did not take place until 1832"),
        ("The king reigned from [1611|1611] to [1614|1614].", "The king reigned from 1611 to 1614"),
        ("He resigned as warden with effect from [1 April 2017|2017-04-01].", "He resigned as warden"),
        (
            "It was closed in [1850|1850]: [1852|1852] saw the opening of the mill.",
            "1852 saw the opening of the mill",
        ),
    ],
)
def test_a_date_without_which_a_title_would_not_be_true_stays(text: str, title: str) -> None:
    assert title in [one for _, one in told(text)]


def test_a_year_behind_a_name_is_part_of_it_where_another_date_is_told() -> None:
    text = "The first of them, the HP [1980|1980], came to market in [the autumn of 1981|1981-23]."
    assert [date for date, _ in told(text)] == ["1981-23"]


def test_what_is_the_greatest_since_a_year_did_not_happen_then() -> None:
    assert told("He won by the closest margin since [1888|1888], and was cheered.") == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The audit for [2015|2015]/[16|2016] was completed.", "2015/2016"),
        ("The plague of [1612|1612]-[13|1613] stopped all work.", ""),
    ],
)
def test_two_years_with_a_stroke_are_one_date(text: str, date: str) -> None:
    assert [one for one, _ in told(text)] == ([date] if date else [])


LIFE = (
    "{Nida|a} was born in the city. {Nida|a} studied there, and {Nida|a} wrote a book. It was read by many, "
    "and the town was proud. "
)


def _titles(text: str, **genders: str) -> list[str]:
    source, times, people = marked(text, **genders)
    return [one.event.title for one in find_events(source, times, people, [], {})]


def test_the_story_of_one_life_means_its_hero() -> None:
    assert _titles(LIFE + "In [1939|1939] he became pastor of a church.", a="m") == [
        "Nida became pastor of a church"
    ]


@pytest.mark.parametrize(
    "between",
    ["{Jones|b} hated {Smith|c}. ", "His brother was ill. ", "“Come,” said the voice. "],
)
def test_where_another_may_be_meant_the_pronoun_stays(between: str) -> None:
    assert _titles(LIFE + between + "In [1939|1939] he became pastor of a church.", a="m", b="m", c="m") == [
        "He became pastor of a church"
    ]


def test_the_subject_of_the_sentence_before_is_meant_rather_than_the_hero() -> None:
    assert _titles(LIFE + "{Jones|b} sold the house. In [1939|1939] he died.", a="m", b="m") == ["Jones died"]
