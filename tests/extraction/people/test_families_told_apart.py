from __future__ import annotations

from companion.extraction.names import Name
from companion.extraction.people.finding import find_people
from companion.extraction.source import source_of
from companion.readers.plain import read_plain

FAR = "Nothing happened for a very long time in that quiet place by the sea. " * 60


def parties(text: str, *forms: str) -> list[set[str]]:
    """The forms of each person of a text in which just `forms` are names, the most often named first."""
    names: list[Name] = []
    taken: set[int] = set()
    for form in sorted(forms, key=len, reverse=True):
        start = text.find(form)
        while start >= 0:
            end = start + len(form)
            if start not in taken:
                taken.update(range(start, end))
                before = text[:start].split()[-1:] or [""]
                names.append(Name(start, end, form, before[0].lower(), "", False, False))
            start = text.find(form, end)
    people = find_people(source_of(read_plain(text, "")), sorted(names), dict.fromkeys(forms, 0.95))
    return [{text[m.start : m.end] for m in person.mentions} for person in people]


def test_a_bride_is_the_wife_of_the_same_first_name() -> None:
    text = (
        "Mina Murray wrote. Miss Murray came. Mina read. " * 3
        + FAR
        + "Mina Harker wrote. Mrs. Harker came. Mina read. Jonathan Harker slept. " * 5
    )
    forms = ("Mina Murray", "Miss Murray", "Mina Harker", "Mrs. Harker", "Mina", "Jonathan Harker")
    assert parties(text, *forms)[0] == set(forms) - {"Jonathan Harker"}


def test_who_is_called_by_both_surnames_at_one_time_is_two() -> None:
    text = "Mary Smith wrote. Miss Smith came. Mary Jones sang. Mrs. Jones sat. " * 6
    found = parties(text, "Mary Smith", "Miss Smith", "Mary Jones", "Mrs. Jones")
    assert {frozenset(forms) for forms in found} == {
        frozenset({"Mary Smith", "Miss Smith"}),
        frozenset({"Mary Jones", "Mrs. Jones"}),
    }


def test_miss_is_the_daughter_of_her_who_is_rather_called_mrs() -> None:
    text = (
        "Susan sighed. Mrs. Henchard slept. Susan Henchard rose. " * 8
        + FAR
        + "Miss Henchard sang. Nobody else came. " * 4
    )
    found = parties(text, "Susan", "Mrs. Henchard", "Susan Henchard", "Miss Henchard")
    assert found == [{"Susan", "Mrs. Henchard", "Susan Henchard"}, {"Miss Henchard"}]


def test_a_father_of_the_beginning_is_not_his_son() -> None:
    text = (
        "M. Morrel sat. Then Morrel spoke. " * 40
        + FAR
        + "Maximilian Morrel helped his father. Maximilian laughed. Morrel rode. " * 60
    )
    found = parties(text, "M. Morrel", "Morrel", "Maximilian Morrel", "Maximilian")
    assert [sorted(forms) for forms in found] == [
        ["Maximilian", "Maximilian Morrel", "Morrel"],
        ["M. Morrel", "Morrel"],
    ]


def test_a_hero_whose_first_name_comes_late_is_one() -> None:
    text = (
        "Mr. Denham sat. Then Denham spoke. " * 40
        + FAR
        + "Ralph Denham wrote. Ralph laughed. Denham rode. " * 60
    )
    assert len(parties(text, "Mr. Denham", "Denham", "Ralph Denham", "Ralph")) == 1


def test_a_known_surname_is_no_misspelling() -> None:
    text = "Fritz Muller wrote. Muller observed bees. " * 9 + "Professor Miller disagreed."
    assert {"Professor Miller"} in parties(text, "Fritz Muller", "Muller", "Professor Miller")


def test_a_heading_that_goes_on_is_no_name() -> None:
    text = "Father Barham prayed. " * 9 + "\n\nFather Barham Visits London\n\nFather John Barham knelt. "
    found = parties(text, "Father Barham", "Father Barham Visits London", "Father John Barham")
    assert found == [{"Father Barham", "Father John Barham"}]


def test_namesakes_with_no_one_in_common_are_two() -> None:
    valet = "Tikhon served Marya. Bourienne called Tikhon. " * 12 + FAR
    partisan = "Tikhon Shcherbaty joined Denisov. " + "Tikhon laughed at Denisov. Petya heard Tikhon. " * 12
    names = ("Tikhon Shcherbaty", "Tikhon", "Marya", "Bourienne", "Denisov", "Petya")
    assert sorted(map(sorted, parties(valet + partisan, *names)))[-2:] == [
        ["Tikhon"],
        ["Tikhon", "Tikhon Shcherbaty"],
    ]
    both = partisan.replace("Petya", "Marya").replace("Denisov", "Bourienne")
    assert ["Tikhon"] not in map(sorted, parties(valet + both, *names))
