from __future__ import annotations

import pytest

from companion.core.document import Document
from companion.core.sentences import Sentences
from companion.extraction.names import find_names, score_people
from companion.extraction.people.finding import FoundPerson, find_people
from companion.extraction.source import Source

FILLER = "And nothing else happened for a very long while. " * 200


def people_of(text: str) -> list[FoundPerson]:
    """The people of a text, found with the names that the program knows and takes for persons'."""
    source = Source(Document(text=text), "en", Sentences())
    names = find_names(source)
    return find_people(source, names, score_people(source, names))


def groups(text: str) -> list[set[str]]:
    return [set(person.forms) for person in people_of(text)]


def test_first_name_and_surname_of_the_same_scenes_are_one_person() -> None:
    scene = "“Go, Henry,” she said. Mr. Wilcox went. " * 6 + FILLER
    other = "Then she took Henry to Mr. Wilcox. “Go, Henry,” she said. " * 6 + FILLER
    assert {"Henry", "Mr. Wilcox"} in groups(scene * 8)
    assert {"Henry", "Mr. Wilcox"} not in groups(other * 8)


def test_a_bride_is_the_wife_of_the_later_chapters() -> None:
    single = "Charlotte Lucas smiled. Mr. Collins bowed. Charlotte sighed. " * 12
    married = "Mrs. Collins rose. She was tired. Charlotte sat down. Mr. Collins came. "
    alone = "Elizabeth walked out. She sang. "
    text = (single + FILLER) * 2 + (alone * 9 + FILLER) * 3 + (married * 6 + FILLER) * 2
    assert {"Charlotte", "Charlotte Lucas", "Mrs. Collins"} in groups(text)
    unmarried = text.replace("Charlotte sat down.", "Charlotte Lucas sat down.")
    assert not any({"Charlotte", "Mrs. Collins"} <= group for group in groups(unmarried))


def test_the_elder_miss_is_decided_place_by_place() -> None:
    jane = "Jane Bennet smiled. Jane sang. Jane wept. “Miss Bennet,” he said. "
    elizabeth = "Miss Elizabeth Bennet smiled. Elizabeth sang. “Miss Bennet,” he said. "
    text = jane * 8 + FILLER * 3 + elizabeth * 2 + "Elizabeth walked. Elizabeth rose. " * 4
    first, second = people_of(text)
    assert [text[s:e] for s, e in first.mentions].count("Miss Bennet") == 8
    assert [text[s:e] for s, e in second.mentions].count("Miss Bennet") == 2


@pytest.mark.parametrize("name", ["Owl", "Pooh", "the Tin Woodman"])
def test_what_speaks_is_a_person_be_it_a_common_noun(name: str) -> None:
    said = f"“Good morning,” said {name}. “Sit down,” said {name}. They sat. Then {name} sang. "
    assert [person.name for person in people_of(said * 3)] == [name.removeprefix("the ")]


def test_a_cry_is_nobody() -> None:
    assert people_of("“Pooh! Pooh! nonsense,” he said. “Pooh, pooh!” she cried. " * 3) == []


@pytest.mark.parametrize(
    "cry", ["Sacré Dieu", "Ma foi", "Ha-ha-ha", "Bonjour", "Ma’am", "Jove", "Thquire", "Majesty"]
)
def test_cries_greetings_and_addresses_are_nobody(cry: str) -> None:
    assert (
        people_of(f"“{cry}! He is late,” he said. “Come here, {cry}!” she cried. They sat down. " * 3) == []
    )


def test_a_trade_that_is_called_by_its_name_is_nobody() -> None:
    assert people_of("Then the Mason came. He saw the Mason there. “No,” said the Mason. " * 6) == []
    assert [person.name for person in people_of("Then Mason came. “No,” said Mason. He saw Mason. " * 6)] == [
        "Mason"
    ]


@pytest.mark.parametrize(
    "text",
    ["On the seventeenth of August Rostóv left.", "In January Rostóv left.", "After Smolénsk Rostóv left."],
)
def test_a_month_or_place_before_a_name_is_no_part_of_it(text: str) -> None:
    people = people_of(
        "“Go,” said Rostóv. Rostóv rose. Then they saw Rostóv. They went to Smolénsk. " * 6 + text
    )
    assert [person.forms for person in people] == [("Rostóv",)]
    assert len(people[0].mentions) == 19


def test_a_first_name_that_is_a_month_is_a_part_of_the_name() -> None:
    text = (
        "“Go,” said Strindberg. Strindberg rose. Then they saw Strindberg. " * 6
        + "He read of August Strindberg."
    )
    assert people_of(text)[0].name == "August Strindberg"


def test_the_wife_is_she_of_the_same_scenes_and_not_the_daughter() -> None:
    scene = "Emma wept. She was alone. Madame Bovary rose. Emma went out. Charles Bovary came. "
    text = (scene * 4 + FILLER) * 12 + "Berthe Bovary played. Berthe slept. " * 4
    assert {"Emma", "Madame Bovary"} in groups(text)
    apart = (scene.replace("She was alone.", "She was Emma and Madame Bovary.") * 4 + FILLER) * 12
    assert not any({"Emma", "Madame Bovary"} <= group for group in groups(apart + text[len(text) - 200 :]))


def test_the_general_is_he_who_is_meant_by_the_surname() -> None:
    text = "Michael Kutuzov came. " * 3 + "Then Kutuzov spoke. " * 60
    text += "Paul Kutuzov left. They met General Kutuzov there."
    assert {"Kutuzov", "Michael Kutuzov", "General Kutuzov"} in groups(text)


def test_authors_that_are_cited_are_persons() -> None:
    text = "This is known (Brunnel, 2004). Work by Tarvik (2011) and others (Oskell, Veer, & Moltran, 2008)."
    assert {person.name for person in people_of(text)} >= {"Brunnel", "Tarvik", "Oskell", "Veer", "Moltran"}


def test_two_authors_with_a_sign_between_them_are_two_persons() -> None:
    text = "This is known (Brunnel & Tarvik, 2004). Brunnel & Tarvik (2011) told of it, as Oskell (2008)."
    people = {person.name: [text[s:e] for s, e in person.mentions] for person in people_of(text)}
    assert people["Brunnel"] == ["Brunnel"] * 2
    assert people["Tarvik"] == ["Tarvik"] * 2


def test_a_surname_that_begins_with_saint_is_the_mans_before_the_womans() -> None:
    text = "Monsieur St. Aubert came. Madame St. Aubert sat. “No,” said St. Aubert. St. Aubert rose. " * 3
    mentions = {p.name: [text[s:e] for s, e in p.mentions] for p in people_of(text)}
    assert mentions["St. Aubert"].count("St. Aubert") == 6
    assert mentions["Madame St. Aubert"] == ["Madame St. Aubert"] * 3


def test_a_ruler_is_called_by_the_bare_name_and_not_somebody_of_a_full_one() -> None:
    ruler = "The Emperor Alexander rode by. Alexander smiled. “Ride on,” said Alexander. " * 20
    prince = "Prince Alexander Golítsyn bowed to Anna Schérer. "
    assert {"Alexander", "Emperor Alexander"} in groups(ruler + prince + FILLER)
