from __future__ import annotations

from companion.extraction.names import find_names, score_people
from companion.extraction.people.finding import find_people
from companion.extraction.source import source_of
from companion.readers.plain import read_plain

FIRST = (
    "Ruth Wilcox walked in the garden. Margaret Schlegel came.\n\n“Good day, Mrs. Wilcox,” said Margaret.\n\n"
    "Mrs. Wilcox smiled. Ruth was kind. Then Mrs. Wilcox sat down.\n\n"
) * 10
DEATH = "The death of Mrs. Wilcox changed them all.\n\n"
YEARS = "Margaret Schlegel grew older, and she wrote letters to her brother in Oxford.\n\n" * 60
SECOND = (
    "Margaret came in. She was tired.\n\n“Yes, Mrs. Wilcox,” said the cook.\n\n"
    "Margaret thanked her and went out.\n\n"
) * 8


def names_of(text: str, name: str) -> list[str]:
    """At all places of the person of that name the words there."""
    source = source_of(read_plain(text, ""))
    names = find_names(source)
    people = find_people(source, names, score_people(source, names))
    person = next(person for person in people if person.name == name)
    return [text[m.start : m.end] for m in person.mentions]


def test_the_name_of_a_dead_wife_calls_the_second_one() -> None:
    text = FIRST + DEATH + YEARS + SECOND
    assert names_of(text, "Margaret Schlegel").count("Mrs. Wilcox") == 8
    assert names_of(text, "Ruth Wilcox").count("Mrs. Wilcox") == 31


def test_a_wife_who_lives_is_called_by_her_name() -> None:
    text = FIRST + YEARS + SECOND
    assert "Mrs. Wilcox" not in names_of(text, "Margaret Schlegel")
    talked_of = FIRST + DEATH + SECOND
    assert "Mrs. Wilcox" not in names_of(talked_of, "Margaret Schlegel")
