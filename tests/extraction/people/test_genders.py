from __future__ import annotations

from companion.extraction.names import find_names, score_people
from companion.extraction.people.finding import FoundPerson, find_people
from companion.extraction.source import source_of
from companion.readers.plain import read_plain


def people_of(text: str) -> list[FoundPerson]:
    source = source_of(read_plain(text, ""))
    names = find_names(source)
    return find_people(source, names, score_people(source, names))


def gender_of(text: str, name: str) -> str:
    return next(person.gender for person in people_of(text) if person.name == name)


def test_he_and_she_tell_more_than_the_list_of_names() -> None:
    often = "At the club Dolly said that he was tired. Then Dolly took his hat. " * 15
    assert gender_of(often, "Dolly") == "m"
    seldom = "At the club Dolly said that she was tired. Then Dolly took his hat. " * 15
    assert gender_of(seldom, "Dolly") == "f"


def test_he_and_she_tell_of_a_name_that_no_list_has() -> None:
    text = "Then Bilibin said that he was tired. But Bilibin took his hat and Bilibin laughed. " * 15
    assert gender_of(text, "Bilibin") == "m"


def test_a_lady_is_she_who_is_called_by_the_bare_name() -> None:
    text = "Then Idris said that she was tired. But Idris took her hat. " * 15 + "Lady Idris rose. " * 4
    assert [set(person.forms) for person in people_of(text)] == [{"Idris", "Lady Idris"}]


def test_a_countess_may_have_been_a_princess() -> None:
    text = (
        "Princess Marya Bolkonskaya prayed. Princess Marya wept. " * 20
        + "Countess Marya Naryshkina danced. "
        + "Countess Marya rose. Countess Marya smiled at the children. " * 8
    )
    first = people_of(text)[0]
    assert {"Princess Marya", "Countess Marya"} <= set(first.forms)
