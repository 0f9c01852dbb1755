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


def test_the_general_is_he_who_is_meant_by_the_surname() -> None:
    text = "Michael Kutuzov came. " * 3 + "Then Kutuzov spoke. " * 60
    text += "Paul Kutuzov left. They met General Kutuzov there."
    assert {"Kutuzov", "Michael Kutuzov", "General Kutuzov"} in groups(text)


def test_authors_that_are_cited_are_persons() -> None:
    text = "This is known (Brunnel, 2004). Work by Tarvik (2011) and others (Oskell, Veer, & Moltran, 2008)."
    assert {person.name for person in people_of(text)} >= {"Brunnel", "Tarvik", "Oskell", "Veer", "Moltran"}


def test_a_ruler_is_called_by_the_bare_name_and_not_somebody_of_a_full_one() -> None:
    ruler = "The Emperor Alexander rode by. Alexander smiled. “Ride on,” said Alexander. " * 20
    prince = "Prince Alexander Golítsyn bowed to Anna Schérer. "
    assert {"Alexander", "Emperor Alexander"} in groups(ruler + prince + FILLER)
