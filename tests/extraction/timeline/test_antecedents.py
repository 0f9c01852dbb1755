"""Whom or what "they", "it" and "he" mean in the title of an event, and where that stays open."""

from __future__ import annotations

import pytest
from marked_story import marked

from companion.extraction.timeline.events import find_events


def title(text: str, **genders: str) -> str:
    source, times, people = marked(text, **genders)
    return find_events(source, times, people, [], {})[-1].event.title


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The millers were given a brief respite, but in [1501|1501] they too were ordered to leave.",
            "The millers too were ordered to leave",
        ),
        ("The port ended its trade. In [1871|1871] it passed a law.", "The port passed a law"),
        (
            "The millers fled. It was dark. The millers hid. In [1779|1779] they set fire to homes.",
            "The millers set fire to homes",
        ),
        (
            "The company proved weak, and its forces collapsed in [1975|1975].",
            "The company’s forces collapsed",
        ),
        ("Many townsmen had left when they heard the news in [1789|1789].", "Many townsmen heard the news"),
    ],
)
def test_the_subject_told_last_is_meant(text: str, wanted: str) -> None:
    assert title(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The council approved a new bank. In [1836|1836] it was closed.", "In 1836 it was closed"),
        ("The owners hired detectives. In [1875|1875] they acquired names.", "They acquired names"),
        ("The council met. In [1875|1875] they acquired names.", "They acquired names"),
        ("Doubts about its future remained. In [1875|1875] they acquired names.", "They acquired names"),
        (
            "The road was long. In [1786|1786] it had taken four days to travel.",
            "It had taken four days to travel",
        ),
    ],
)
def test_a_pronoun_stays_where_something_else_may_be_meant(text: str, wanted: str) -> None:
    assert title(text) == wanted


def test_he_is_the_person_who_was_told_of_as_the_subject() -> None:
    text = "{Wrangel|a} held out in the south; his army remained there in [1920|1920]."
    assert title(text, a="m") == "Wrangel’s army remained there"
    text = "When he entered office in [1933|1933], {Roosevelt|a} did so in haste."
    assert title(text, a="m") == "Roosevelt entered office"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("When the weir broke in [1850|1850], the abbot sold the mill.", "The weir broke"),
        ("After the weir broke, the abbot sold the mill in [1850|1850].", "The abbot sold the mill"),
        ("Although the towns agreed in [1972|1972], the law lacked support.", "The towns agreed"),
        (
            "The abbot, who had lived in the north and returned to the town, built a mill in [1690|1690].",
            "The abbot built a mill",
        ),
        ("The raids went on, and prolonged talks began in [1951|1951].", "Prolonged talks began"),
        ("The town held out, and as a result the king was deposed in [628|0628].", "The king was deposed"),
    ],
)
def test_the_date_is_that_of_its_own_clause(text: str, wanted: str) -> None:
    assert title(text) == wanted


def test_dates_told_of_together_are_one() -> None:
    source, times, people = marked("In [June|1776-06] and [July 1776|1776-07], the troops gathered.")
    (found,) = find_events(source, times, people, [], {})
    assert (found.event.date.edtf, found.event.title) == ("1776-06/1776-07", "The troops gathered")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The clerk had been born in the north, and sold into the south in [1845|1845].",
            "The clerk was sold into the south",
        ),
        ("The clerk was born in the north and died in [1845|1845].", "The clerk died"),
        (
            "The coming of [Christmas|1881-12-25] gave the clerks a rest.",
            "The coming of Christmas gave the clerks a rest",
        ),
        (
            "The march of [the 1960s|196X] was turned into a riot.",
            "The march of the 1960s was turned into a riot",
        ),
        (
            "It was not until [July 1856|1856-07] that the clerks left the town.",
            "The clerks left the town",
        ),
        (
            "The mayor, head of the guild, and John Brown, a clerk, signed a pact in [1993|1993].",
            "The mayor, head of the guild, and John Brown, a clerk, signed a pact",
        ),
        (
            "Men who hated the king formed a league in [1942|1942].",
            "Men who hated the king formed a league",
        ),
        (
            "The clerk Otto I and his sons sold the mill in [962|0962].",
            "The clerk Otto I and his sons sold the mill",
        ),
    ],
)
def test_a_title_keeps_what_it_needs(text: str, wanted: str) -> None:
    assert title(text) == wanted
