from __future__ import annotations

import pytest

from companion.extraction.timeline.cutting import ROOMY
from companion.extraction.timeline.titles import title_of


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (
            "Texans’ hopes for independence were quashed, however",
            "Texans’ hopes for independence were quashed",
        ),
        ("The King, however, agreed to the proposition", "The King agreed to the proposition"),
        (
            "American settlers immigrated to Texas in even larger numbers, intent on taking the whole land",
            "American settlers immigrated to Texas in even larger numbers",
        ),
        (
            "The United Kingdom and the United States jointly issued the Atlantic Charter",
            "The United Kingdom and the United States jointly issued the Atlantic Charter",
        ),
        (
            "By 1947, he was the League's all-time leading scorer, and its last player",
            "He was the League's all-time leading scorer",
        ),
        ("But the royal party had overtly given in", "The royal party had overtly given in"),
        (
            "Their culture was the base upon which the Maya built",
            "Their culture was the base upon which the Maya built",
        ),
        ("Dickens wrote a travesty called _Othello_", "Dickens wrote a travesty called Othello"),
    ],
)
def test_a_title_ends_where_nothing_is_missing(words: str, title: str) -> None:
    assert title_of(words) == title


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (
            "The millers of the upper valley filed complaints and called for the council to fine the abbot "
            "for all that he had taken from them since the flood",
            "The millers of the upper valley filed complaints",
        ),
    ],
)
def test_a_title_keeps_what_its_words_call_for(words: str, title: str) -> None:
    assert title_of(words) == title


@pytest.mark.parametrize(
    "words",
    [
        "Cyrus sent his armies east and west to expand the realm that he had so recently acquired",
        "Poland was divided among Germany, the Soviet Union, Lithuania, whose capital it was, and Slovakia",
        "He instituted a program of ethnic cleansing aimed at pushing all the tribes out of Texas",
        "We had a much better understanding of the number of interests that were registered there",
    ],
)
def test_a_title_does_not_part_what_belongs_together(words: str) -> None:
    title = title_of(words)
    assert len(title) <= ROOMY
    assert not title.endswith(("east", "among Germany", "of ethnic", "much better"))
