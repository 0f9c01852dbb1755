"""Events of sentences whose dates stand before, behind or within what they tell."""

from __future__ import annotations

import pytest
from marked_story import marked

from companion.core.entries import DOUBTFUL
from companion.extraction.timeline.events import find_events


def told(text: str) -> list[tuple[str, str]]:
    source, times, people = marked(text)
    found = find_events(source, times, people, [], {})
    return [
        (one.event.date.edtf, one.event.title) for one in found if (one.event.confidence or 0.0) >= DOUBTFUL
    ]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "The plays were printed in [1592|1592] and [1597|1597].",
            [("1592", "The plays were printed"), ("1597", "The plays were printed")],
        ),
        ("The plays were printed in [1592|1592] or [1597|1597].", [("1592", "The plays were printed")]),
        (
            "Wren was re-elected in the [1955|1955] and [1959|1959] elections.",
            [
                ("1955", "Wren was re-elected in the 1955 and 1959 elections"),
                ("1959", "Wren was re-elected in the 1955 and 1959 elections"),
            ],
        ),
        (
            "The king died in [1702|1702], [January 6|1702-01-06], of a fever.",
            [("1702-01-06", "The king died, of a fever")],
        ),
        (
            "When, early in [1821|1821], the Duchess’s child, the Princess, died, the interest increased.",
            [("1821", "The Duchess’s child, the Princess, died")],
        ),
        (
            "The details are as follows: Mr. Covey sent me in [January 1833|1833-01] to the woods.",
            [("1833-01", "Mr. Covey sent me to the woods")],
        ),
        (
            "It was in the year [1549|1549], during the war, that the French, being bold, landed some men.",
            [("1549", "The French, being bold, landed some men")],
        ),
        ("It was in [July 1805|1805-07], and the king gave a ball.", [("1805-07", "The king gave a ball")]),
        (
            "The late Miss Anne Chepmell, who died in [1899|1899], also gave me most valuable assistance.",
            [("1899", "The late Miss Anne Chepmell died")],
        ),
        (
            "The prison was closed about the middle of the century, and demolished in [1856|1856].",
            [("1856", "The prison was demolished")],
        ),
        (
            "The mayor built five markets in [2013|2013] and four schools in [2014|2014].",
            [("2013", "The mayor built five markets"), ("2014", "The mayor built four schools")],
        ),
        (
            "Hitler sent German forces to Libya in [February 1941|1941-02], and by the end of "
            "[March|1941-03] they had launched an offensive.",
            [
                ("1941-02", "Hitler sent German forces to Libya"),
                ("1941-03", "The German forces had launched an offensive"),
            ],
        ),
        (
            "In [1737|1737], the old Colonel, late governor, and then postmaster-general, being in doubt, "
            "took the commission.",
            [("1737", "The old Colonel took the commission")],
        ),
        (
            "The town was told the following story in [1896|1896].",
            [("1896", "The town was told the following story")],
        ),
        (
            "Seeking to adopt the laws issued by the Tang, who came to power in China in [618|0618], "
            "Temmu and Jito built a capital in [694|0694].",
            [("0618", "The Tang came to power in China"), ("0694", "Temmu and Jito built a capital")],
        ),
        (
            "Mills stood there, and about one-third of the land was given to cotton in [1900|1900].",
            [("1900", "About one-third of the land was given to cotton")],
        ),
        ("The book was first published in [1860|1860].", [("1860", "The book was first published")]),
    ],
)
def test_the_clause_of_a_date_is_told_whole(text: str, events: list[tuple[str, str]]) -> None:
    assert told(text) == events


@pytest.mark.parametrize(
    "text",
    [
        "I had now worked for one half of [the day|1833-01].",
        "“When I play him, I feel well,” the man explained in [2014|2014].",
        "Was voted best man by the Daily News in [1969|1969].",
        "The talks began again with the Zollverein, a union formed by Prussia in [1834|1834].",
        "Hadid studied in Beirut before moving, in [1972|1972], to London.",
        "The miner sang a [Christmas|1780-12-25] song.",
        "Dickens knew her, and he tells the story in a letter, dated Paris, [May 14, 1847|1847-05-14].",
        "But revelations of the massacre, in which a platoon raped and killed civilians, and the [1969|1969] "
        "affair where soldiers were arrested caused outrage.",
    ],
)
def test_what_did_not_happen_then_is_not_shown(text: str) -> None:
    assert told(text) == []
