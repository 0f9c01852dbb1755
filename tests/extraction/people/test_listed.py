"""What a text's own list of its persons tells of their names."""

from __future__ import annotations

from companion.extraction.names import find_names, score_people
from companion.extraction.people.finding import find_people
from companion.extraction.source import source_of
from companion.readers.markdown import read_markdown

LIST = """# Dramatis Personae

Prince Basil Orlov; Vasska, Basile. A wealthy landowner.

Countess Natalya Petrova (née Lane), his aunt.

Countess Natalya Ilyinichna Petrova (13); Natasha. Her youngest daughter.

Henry Fleming, Butler

Thomas Wood, Robert Stone, soldiers.

# Act I

Then Basil Orlov smiled. Vasska laughed. “No,” said Vasska. Orlov rose. “Yes,” said Natasha.
Natasha sang. Natasha wept. “So,” said Natasha. Henry Fleming came with Thomas Wood and Robert Stone.
"""


def groups(text: str) -> list[set[str]]:
    source = source_of(read_markdown(text, ""))
    names = find_names(source)
    return [set(person.forms) for person in find_people(source, names, score_people(source, names))]


def test_other_names_of_a_line_are_the_persons() -> None:
    found = groups(LIST)
    assert any({"Vasska", "Prince Basil Orlov"} <= group for group in found)
    other = groups(LIST.replace("; Vasska, Basile", "").replace("Petrova (13)", "Petrova (13), Vasska"))
    assert not any({"Vasska", "Prince Basil Orlov"} <= group for group in other)


def test_persons_of_two_lines_are_two() -> None:
    found = groups(LIST)
    assert any(
        {"Countess Natalya Petrova"} <= group <= {"Countess Natalya Petrova", "Lane"} for group in found
    )
    assert any({"Natasha", "Countess Natalya Ilyinichna Petrova"} <= group for group in found)


def test_a_comma_alone_parts_persons_and_a_role_is_none() -> None:
    found = groups(LIST)
    assert {"Thomas Wood"} in found
    assert {"Robert Stone"} in found
    assert {"Henry Fleming"} in found
    assert not any("Butler" in group for group in found)
    assert any("Butler" in group for group in groups(LIST + "“Yes,” said Butler. “No,” said Butler.\n"))
