from __future__ import annotations

import pytest

from companion.extraction.names import find_names, score_people
from companion.extraction.people.finding import find_people
from companion.extraction.source import source_of
from companion.readers.plain import read_plain


def told(text: str) -> list[list[str]]:
    """For each person of the text the words at all its places, the first named first."""
    source = source_of(read_plain(text, ""))
    names = find_names(source)
    people = find_people(source, names, score_people(source, names))
    people.sort(key=lambda person: person.mentions[0].start)
    return [[text[m.start : m.end] for m in person.mentions] for person in people]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        (
            "Pliny the Elder died at Pompeii. His nephew, Pliny the Younger, described it.",
            [["Pliny the Elder"], ["Pliny the Younger"]],
        ),
        (
            "William Pitt the Elder led in 1766. Then came William Pitt the Younger. Pitt the Younger died. "
            "The elder Pitt had fallen.",
            [["William Pitt the Elder", "Pitt"], ["William Pitt the Younger", "Pitt the Younger"]],
        ),
        (
            "Martin Luther King Jr. was born in 1929. His father, Martin Luther King, Sr., was a pastor.",
            [["Martin Luther King Jr."], ["Martin Luther King, Sr."]],
        ),
        (
            "Henry VII was crowned in 1485. King Henry married. Henry VII died in 1509. His son Henry VIII "
            "followed him. King Henry broke with Rome. Henry VIII died in 1547.",
            [["Henry VII", "King Henry", "Henry VII"], ["Henry VIII", "King Henry", "Henry VIII"]],
        ),
        (
            "Queen Elizabeth I reigned long. In 1952 came Elizabeth II. Queen Elizabeth II died in 2022.",
            [["Queen Elizabeth I"], ["Elizabeth II", "Queen Elizabeth II"]],
        ),
        (
            "In 1611 Duke Leopold III of Varn took Orra. In 1613 Leopold pawned the crown. His son, "
            "Leopold IV, repealed the tax.",
            [["Duke Leopold III of Varn", "Leopold"], ["Leopold IV"]],
        ),
        (
            "Hinrich was the son of Claus Osterloh. He had two children: Claus (born 1730) and Anna.",
            [["Hinrich"], ["Claus Osterloh"], ["Claus"], ["Anna"]],
        ),
        (
            "Thomas Barlow and his son Thomas went to sea.",
            [["Thomas Barlow"], ["Thomas"]],
        ),
        (
            "Lucas Cranach der Ältere malte. Lucas Cranach der Jüngere malte auch.",
            [["Lucas Cranach der Ältere"], ["Lucas Cranach der Jüngere"]],
        ),
    ],
)
def test_namesakes_are_told_apart(text: str, persons: list[list[str]]) -> None:
    assert told(text) == persons


def test_a_younger_brother_is_no_part_of_a_name() -> None:
    assert told("Thomas Barlow came. Then Barlow, the younger brother of Anne Smith, spoke.") == [
        ["Thomas Barlow", "Barlow"],
        ["Anne Smith"],
    ]


def test_a_title_that_is_a_surname_names_its_bearer() -> None:
    text = "Martin Luther King was born in Atlanta. In 1955 King led the boycott. King wrote letters."
    assert told(text) == [["Martin Luther King", "King", "King"]]


def test_a_king_is_nobody_of_the_surname() -> None:
    text = "Martin Luther King was born in Atlanta. He met the King in Oslo, and the King smiled."
    assert told(text) == [["Martin Luther King"]]
