"""English terms have plurals and singulars; names have not."""

from __future__ import annotations

import pytest

from companion.linking.inflection import across_the_atlantic, plurals, singulars


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("battalion", ["battalions"]),
        ("ally", ["allies"]),
        ("day", ["days"]),
        ("box", ["boxes"]),
        ("stomach", ["stomaches", "stomachs"]),
        ("match", ["matches"]),
        ("hero", ["heroes", "heros"]),
        ("radio", ["radios"]),
        ("wife", ["wives"]),
        ("chief", ["chiefs"]),
        ("analysis", ["analyses"]),
        ("radius", ["radii"]),
        ("genius", ["genii", "geniuses"]),
        ("phenomenon", ["phenomena"]),
        ("index", ["indices", "indexes"]),
        ("sheep", []),
        ("headquarters", []),
        ("guerrillas", []),
        ("Englishman", ["Englishmen"]),
        ("Ottoman", ["Ottomans"]),
        ("MacDonald", ["MacDonalds"]),
        ("Kennedy", ["Kennedies", "Kennedys"]),
        ("SOE", ["SOEs"]),
        ("Axis", []),
        ("axis", ["axes"]),
        ("head of state", ["heads of state"]),
        ("commander-in-chief", ["commanders-in-chief"]),
        ("attorney general", ["attorney generals", "attorneys general"]),
        ("C++", []),
        ("", []),
    ],
)
def test_plurals(term: str, expected: list[str]) -> None:
    assert plurals(term) == expected


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("guerrillas", ["guerrilla"]),
        ("allies", ["ally", "allie"]),
        ("boxes", ["box", "boxe"]),
        ("crises", ["crise", "cris", "crisis"]),
        ("wives", ["wife"]),
        ("men-of-war", ["man-of-war"]),
        ("policemen", ["policeman"]),
        ("children", ["child"]),
        ("Chetniks", ["Chetnik"]),
        ("Allies", ["Ally", "Allie"]),
        ("SOEs", ["SOE"]),
        *(
            (name, [])
            for name in (
                "Axis",
                "axis",
                "Wales",
                "Mars",
                "news",
                "arms",
                "glass",
                "bus",
                "SS",
                "gas",
                "is",
                "",
            )
        ),
    ],
)
def test_singulars(term: str, expected: list[str]) -> None:
    assert singulars(term) == expected


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("harbour", "harbor"),
        ("centre", "center"),
        ("defence", "defense"),
        ("organisation", "organization"),
        ("Armoured division", "Armored division"),
    ],
)
def test_spellings_on_both_sides_of_the_atlantic(british: str, american: str) -> None:
    assert across_the_atlantic(british) == [american]
    assert british in across_the_atlantic(american)
    assert across_the_atlantic("four hours of labyrinth") == []
