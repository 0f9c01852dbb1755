from __future__ import annotations

import pytest

from companion.core.document import Document
from companion.core.sentences import Sentences
from companion.extraction.names import find_names, score_people
from companion.extraction.source import Source

STORY = """Captain Anna Verl rode to Aldmere in the autumn. “The gate is shut,” said Bertram Holt. Verl
shook her head. Mrs. Holt, who had come from London with the Royal Society, asked Bertram where the Duke was.
“In France,” replied Holt. The French were everywhere. Then Verl sighed, and Aldmere fell. Nobody in Aldmere
slept. Her Majesty wept. On Monday Verl wrote to the Bank of England, and Bertram’s sister Elizabeth laughed
at Captain Verl."""


def scores(text: str, language: str = "en") -> dict[str, float]:
    source = Source(Document(text=text.replace("\n", " ")), language, Sentences())
    return score_people(source, find_names(source))


@pytest.mark.parametrize(
    "form", ["Captain Anna Verl", "Verl", "Bertram Holt", "Mrs. Holt", "Bertram", "Elizabeth"]
)
def test_persons_are_likely(form: str) -> None:
    assert scores(STORY)[form] > 0.5


@pytest.mark.parametrize(
    "form", ["Aldmere", "London", "France", "French", "Royal Society", "Bank of England"]
)
def test_places_peoples_and_bodies_are_not(form: str) -> None:
    assert scores(STORY)[form] < 0.5


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The carrier USS Abraham Lincoln was leaving.", "USS Abraham Lincoln"),
        ("Then Task Force Smith attacked the hill, and Task Force Smith lost.", "Task Force Smith"),
        ("The revelations of the Lai Massacre were told. The Lai Massacre shook them.", "Lai Massacre"),
        ("They turned to Zoroastrianism. Zoroastrianism said so.", "Zoroastrianism"),
        ("Suspected Sunni Muslims said so, and Sunni Muslims left.", "Sunni Muslims"),
        ("Suspected Sunni Arab men, and a Sunni Arab town.", "Sunni Arab"),
        ("In Christian Europe they wrote. Of Christian Europe he thought.", "Christian Europe"),
        ("The Roosevelt Corollary was told. He reversed the Roosevelt Corollary.", "Roosevelt Corollary"),
        ("The 1689 Bill of Rights established it. Bill of Rights and laws.", "Bill of Rights"),
        ("They fought at Monte Cassino and attempted to outflank it.", "Monte Cassino"),
        ("They left Burma and went on. They escaped to Burma and continued.", "Burma"),
        ("An army was sent to attack Santa Fe, but Santa Fe held.", "Santa Fe"),
    ],
)
def test_ships_faiths_and_places_are_no_persons(text: str, form: str) -> None:
    assert scores(text)[form] < 0.5


def test_what_stands_behind_at_and_in_is_a_place() -> None:
    text = (
        "He lived at Thornton Lacey. In Thornton Lacey it rained. They danced at St. James’s till dawn, and "
        * 4
    )
    found = scores(f"{text} went to Edmund. Edmund said that he was at Thornton Lacey. Edmund laughed.")
    assert max(found["Thornton Lacey"], found["St. James"]) < 0.5
    assert found["Edmund"] > 0.5


def test_a_project_of_the_name_tells_against_the_name_alone() -> None:
    alone, beside = (
        scores(f"He saw {one}. Then Gutenberg slept. Gutenberg was glad.")["Gutenberg"]
        for one in ("Project Aldmere", "Project Gutenberg and Project Gutenberg")
    )
    assert beside < alone


def test_who_is_called_like_a_place_is_a_person() -> None:
    text = (
        "José de San Martín rode out. San Martín said so. “No,” said Paris Lodron, and Mary France laughed."
    )
    assert min(scores(text)[form] for form in ("San Martín", "Mary France", "José de San Martín")) > 0.5


def test_a_mere_title_is_nobody_unless_it_is_a_name_here() -> None:
    assert scores(STORY)["Duke"] == 0
    assert scores(STORY)["Majesty"] == 0
    marched = "They heard Martin King speak. Then King said so. “No,” said King, and Martin King smiled."
    assert scores(marched)["King"] > 0.5


def test_a_well_known_name_is_known_without_help() -> None:
    assert scores("They had broken with Stalin in Russia.")["Stalin"] > 0.5


def test_german_nouns_are_no_persons() -> None:
    german = scores("Da rief die Mutter im Zimmer nach Grete Samsa, und Grete lief zur Tür.", "de")
    assert max(german.get(noun, 0.0) for noun in ("Mutter", "Zimmer", "Tür")) < 0.5
    assert german["Grete Samsa"] > 0.5


def test_there_is_a_probability_for_every_form() -> None:
    text = "Ann. BOB! ǅ Éa 2A A1 Ω Жж of Of Mr. Mrs. I. “X” Y-Z"
    source = Source(Document(text=text), "en", Sentences())
    names = find_names(source)
    found = score_people(source, names)
    assert set(found) == {name.form for name in names}
    assert all(0 <= value <= 1 for value in found.values())


def test_no_names_no_scores() -> None:
    assert scores("") == {}
    assert scores("nothing has a capital here.") == {}


def test_either_apostrophe_makes_the_same_name() -> None:
    text = "Then O'Brien came. “No,” said O'Brien. He saw O'Brien there."
    assert scores(text.replace("'", "’"))["O’Brien"] == scores(text)["O'Brien"] > 0.5
