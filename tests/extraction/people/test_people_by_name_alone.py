from __future__ import annotations

import pytest

from companion.core.document import Document
from companion.core.sentences import Sentences
from companion.extraction.names import find_names, score_people
from companion.extraction.people.finding import FoundPerson, find_people
from companion.extraction.source import Source

FILLER = "And nothing else happened for a very long while. " * 200


def people_of(text: str, language: str = "en") -> list[FoundPerson]:
    """The people of a text, found with the names that the program knows and takes for persons'."""
    source = Source(Document(text=text), language, Sentences())
    names = find_names(source)
    return find_people(source, names, score_people(source, names))


def groups(text: str, language: str = "en") -> list[set[str]]:
    return [set(person.forms) for person in people_of(text, language)]


def test_a_particle_before_a_double_surname_is_no_first_name() -> None:
    text = "Then Monte Cristo smiled. M. de Monte Cristo bowed. “Yes,” said Monte Cristo. "
    assert groups(text * 4) == [{"Monte Cristo", "M. de Monte Cristo"}]


def test_a_foreign_title_is_the_same_as_its_english_one() -> None:
    text = "Count Albert de Morcerf came. “Yes,” said Albert. The Vicomte Albert de Morcerf smiled. "
    assert len(groups(text * 3)) == 1
    text = "Baroness Danglars came with Eugénie Danglars. The Baronne Danglars sat down. “No,” said Eugénie. "
    assert {"Baroness Danglars", "Baronne Danglars"} in groups(text * 4)


def test_the_prior_of_a_house_is_not_its_abbot_but_its_duke_may_be_an_earl() -> None:
    text = "“Yes,” said the {0} of Naseby. The {1} of Naseby smiled. “My lord,” said the {1} of Naseby. " * 3
    assert groups(text.format("Prior", "Abbot")) == [{"Abbot of Naseby"}, {"Prior of Naseby"}]
    assert groups(text.format("Duke", "Earl")) == [{"Duke of Naseby", "Earl of Naseby"}]


def test_a_first_name_and_a_rank_with_the_husbands_name_are_one() -> None:
    stone = "On the stone stood: Laura, Lady Glyde. "
    laura = "Laura Fairlie smiled. Laura sang. Laura wept. " * 6 + FILLER
    lady = "Lady Glyde rose. Lady Glyde was ill. Sir Percival Glyde came. " * 6 + FILLER
    assert {"Laura", "Laura Fairlie", "Lady Glyde"} in groups(laura + lady + stone * 2)
    assert {"Lady Glyde"} in groups(laura + lady + stone)
    assert {"Lady Glyde"} in groups(laura + lady + "He saw Roger, Lady Glyde and Henry. " * 2)


def test_who_loses_her_surname_as_a_wife_comes_is_the_wife() -> None:
    single = "Lucetta Templeman smiled. Donald Farfrae bowed. “Oh,” said Lucetta. Lucetta sat down. "
    married = "Mrs. Farfrae rose. She was tired. “Oh,” said Lucetta. Lucetta wept. Donald came. "
    text = (single * 4 + FILLER) * 6 + (married * 4 + FILLER) * 4
    assert {"Lucetta", "Lucetta Templeman", "Mrs. Farfrae"} in groups(text)
    kept = text.replace("She was tired.", "Lucetta Templeman came.")
    assert not any({"Lucetta", "Mrs. Farfrae"} <= group for group in groups(kept))


def test_the_pet_name_of_a_main_character_is_found_everywhere() -> None:
    home = "“Oh, Rodya,” said she. Raskolnikov was silent. “Rodya, Rodya!” she wept. "
    street = "Raskolnikov walked on. Rodion Raskolnikov laughed. “No,” said Raskolnikov. "
    text = (home * 8 + FILLER + street * 8 + FILLER) * 4
    assert any({"Rodya", "Raskolnikov"} <= group for group in groups(text))


def with_kitty(lady: str) -> str:
    """A text in which Kitty and the lady share their scenes as chance has it."""
    kitty, other = "“Go, Kitty,” she said. Kitty went. ", f"“Yes,” said {lady}. {lady} Westenra rose. "
    scenes = (kitty * 5 + other, kitty, other, "And nothing happened. ")
    return "".join((scene * 60)[:3000].rpartition(". ")[0].ljust(3000, ".") for scene in scenes * 4)


def test_nobody_calls_a_lady_by_a_pet_name() -> None:
    assert {"Kitty", "Katherine", "Katherine Westenra"} in groups(with_kitty("Katherine"))
    assert {"Kitty"} in groups(with_kitty("Lady Katherine"))


def test_a_german_pet_name_is_the_end_of_the_name() -> None:
    text = "Da sagte Thilde nichts. Dann lachte Thilde. Wieder sagte Mathilde nichts. "
    assert groups(text * 6, "de") == [{"Thilde", "Mathilde"}]


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Jean Joseph Mounier spoke first.", "m"),
        ("Jean le Rond d'Alembert wrote it.", "m"),
        ("Jean Smith wrote it.", "f"),
        ("Then Mao Zedong spoke first.", ""),
        ("Then Mao Zedong said that he was tired. So Mao Zedong took his hat.", "m"),
        ("Jean Smith said that she was tired. Jean Smith took her hat. Then Jean Smith took his hand.", "f"),
        ("Jean Smith said that he was tired. Jean Smith took his hat. " * 2, "m"),
    ],
)
def test_the_gender_of_a_foreign_name(text: str, gender: str) -> None:
    assert [person.gender for person in people_of(text)] == [gender]


def test_jean_is_a_man_in_french() -> None:
    text = "Alors Jean Lacheneur dit que non. Puis Jean se leva. "
    assert [person.gender for person in people_of(text * 3, "fr")] == ["m"]
