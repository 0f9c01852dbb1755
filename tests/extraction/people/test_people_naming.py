from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.extraction.people.naming import listed_forms, usual_name
from companion.extraction.people.spelling import usual_spellings


@pytest.mark.parametrize(
    ("spellings", "name"),
    [
        ({"Hoxha": 8, "Enver Hoxha": 1, "Colonel-General Enver Hoxha": 1}, "Enver Hoxha"),
        ({"Pierre": 1900, "Pierre Bezukhov": 2}, "Pierre Bezukhov"),
        ({"Prince Andrew": 900, "Andrew": 60, "Andrew Bolkonski": 2}, "Andrew Bolkonski"),
        ({"Mr. Collins": 149}, "Mr. Collins"),
        ({"Bingley": 100, "Mr. Bingley": 110}, "Bingley"),
        ({"Mrs. Munt": 70, "Munt": 1}, "Mrs. Munt"),
        ({"JANE EYRE": 3, "Jane Eyre": 1, "Jane": 40}, "Jane Eyre"),
        ({"Alexander": 80, "Emperor Alexander Moldavia": 1}, "Alexander"),
        ({"Peppino": 95, "Rocca Priori": 3}, "Peppino"),
        ({"Pip": 95, "Philip Pirrip": 3}, "Philip Pirrip"),
        ({"Louis": 4, "Louis XVI": 10, "King Louis XVI": 2}, "Louis XVI"),
        ({"James": 9, "James II": 6, "King James II": 2}, "James II"),
        ({"Alexander": 80, "Alexander I": 2}, "Alexander"),
        ({"Anna Pavlovna": 148, "Anna Pavlovna Scherer": 4}, "Anna Pavlovna Scherer"),
        (
            {"Prince Vasili": 200, "Vasili Sergeevich": 3, "Prince Vasili Kuragin": 2},
            "Prince Vasili Kuragin",
        ),
        ({"Princess Anna": 30, "Anna Mikhaylovna": 136, "Mikhaylovna": 2}, "Anna Mikhaylovna"),
        ({"Harriet": 300, "Miss Harriet Verrall": 1}, "Harriet Verrall"),
        ({"Harriet": 8, "Miss Harriet Verrall": 4}, "Miss Harriet Verrall"),
        ({"Mr. Dunmore": 90, "Honourable James Dunmore": 1, "James": 3}, "James Dunmore"),
        ({"Mrs. Dunmore": 90, "Mrs. James Dunmore": 1, "James": 3}, "Mrs. James Dunmore"),
        ({"Mr. Gilmore": 70, "Vincent Gilmore of Chancery Lane": 1}, "Vincent Gilmore"),
        ({"William": 70, "William Duke of Normandy": 2}, "William Duke of Normandy"),
        ({"Quincey": 60, "Quincey Morris": 12, "Morris Quincey": 1}, "Quincey Morris"),
    ],
)
def test_the_fullest_of_the_usual_names_is_taken(spellings: dict[str, int], name: str) -> None:
    assert usual_name(spellings) == name


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ({"rachael": 40, "rachel": 1}, {"rachel": "rachael"}),
        ({"blathers": 20, "blatherd": 1}, {}),
        ({"karagin": 20, "karagina": 1}, {}),
        ({"smith": 40, "smyth": 1}, {}),
        ({"jonathan": 4, "jonathon": 1}, {}),
        ({"brownlow": 40, "brawnlow": 2}, {"brawnlow": "brownlow"}),
        ({"bonaparte": 90, "buonaparte": 30}, {"buonaparte": "bonaparte"}),
        ({"katharine": 90, "katherine": 30}, {}),
    ],
)
def test_a_rare_spelling_one_letter_off_is_mended(counts: dict[str, int], found: dict[str, str]) -> None:
    assert usual_spellings(counts) == found


def test_mere_ways_of_writing_a_name_are_not_listed() -> None:
    spellings = {"Aziz": 40, "Dr. Aziz": 6, "Unluckily Aziz": 1, "AZIZ": 3, "Ahmed Aziz": 1, "A. Aziz": 1}
    assert listed_forms(spellings) == ["Aziz", "Dr. Aziz", "A. Aziz", "Ahmed Aziz"]
    assert listed_forms({"AZIZ": 12}) == ["AZIZ"]


@pytest.mark.parametrize(
    ("spellings", "listed"),
    [
        ({"Dr. Orme": 20, "Orme": 9, "Doctor Orme": 3}, ["Dr. Orme", "Orme"]),
        ({"Dr. Orme": 6, "Orme": 3, "Doctor Orme": 3}, ["Dr. Orme", "Doctor Orme", "Orme"]),
        ({"Anne Orme": 30, "Anne": 9, "Miss Anne Orme": 1}, ["Anne Orme", "Anne"]),
        ({"Anne Orme": 3, "Anne": 9, "Miss Anne Orme": 1}, ["Anne", "Anne Orme", "Miss Anne Orme"]),
        ({"Paul Orme": 30, "Paul": 9, "Paul of the Hill": 1}, ["Paul Orme", "Paul"]),
        ({"Paul Orme": 90, "Paul": 9, "Uncle Paul": 1}, ["Paul Orme", "Paul"]),
        ({"Paul Orme": 90, "Paul": 9, "Pauly": 1}, ["Paul Orme", "Paul", "Pauly"]),
        ({"Paul Orme": 90, "Paul": 9, "Uncle Paul": 5}, ["Paul Orme", "Paul", "Uncle Paul"]),
        ({"Harriet": 300, "Miss Harriet Orme": 1}, ["Harriet", "Miss Harriet Orme"]),
    ],
)
def test_what_tells_nothing_of_one_who_is_named_often_is_not_listed(
    spellings: dict[str, int], listed: list[str]
) -> None:
    assert listed_forms(spellings) == listed


@given(
    st.dictionaries(
        st.sampled_from(
            ["Anne Orme", "Anne", "Miss Anne Orme", "Mrs. Orme", "ANNE", "Orme of Ley", "Nan Orme"]
        ),
        st.integers(1, 300),
        min_size=1,
    )
)
def test_listed_forms_are_the_person_s_own_and_tell_the_name(spellings: dict[str, int]) -> None:
    listed, name = listed_forms(spellings), usual_name(spellings)
    assert set(listed) <= set(spellings)
    assert len(set(listed)) == len(listed)
    assert any(text.endswith(name) for text in listed)
    assert max(spellings, key=lambda text: spellings[text]).casefold() in {text.casefold() for text in listed}
