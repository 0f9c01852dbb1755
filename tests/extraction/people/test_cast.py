"""Lists of persons with which plays and long novels begin."""

from __future__ import annotations

import pytest
from marked_story import marked

from companion.core.entries import ClaimKind, Person
from companion.extraction.people.describing import describe

LIST = """# {heading}

{{Duncan Gray|duncan}}, King of Northland.

{{Prince Ivan Petrov|ivan}} (27); Vanya, Jean. Son of Peter Petrov, adjutant to {{General Orlov|orlov}}.

{{Countess Vera Petrova|vera}} (née Lane); “little countess.” Peter’s eldest daughter; loves dancing.

{{Captain Mills|mills}} and {{Sergeant Doe|doe}}, officers of the guard.

{{Anna Lane|anna}}, his wife.

{{Miss Ward|ward}}, Governess

{{Lane|lane}}, Manservant

# Act I

{{Anna Lane|anna}}. Who is there, and why so late?

{{Orlov|orlov}} and {{Vera|vera}} spoke for a long time.
"""


def people(text: str, language: str = "en") -> dict[str, Person]:
    source, times, found = marked(text, language=language)
    return {person.id: person for person in describe(source, found, times)[0]}


@pytest.mark.parametrize("heading", ["Dramatis Personae", "The Characters of the Play", "CAST"])
def test_each_is_described_by_the_line_that_presents_him(heading: str) -> None:
    found = people(LIST.format(heading=heading))
    assert (found["duncan"].role, found["duncan"].about) == ("king of Northland", "")
    assert found["ivan"].about == "Son of Peter Petrov, adjutant to General Orlov."
    assert found["vera"].about == "Peter’s eldest daughter; loves dancing."
    assert found["vera"].role == "Peter’s eldest daughter"
    assert found["ward"].role == "governess"
    assert found["lane"].role == "manservant"


def test_the_line_is_the_evidence() -> None:
    source, times, found = marked(LIST.format(heading="Persons"))
    (ivan,) = (person for person in describe(source, found, times)[0] if person.id == "ivan")
    (claim,) = (claim for claim in ivan.claims if claim.kind is ClaimKind.ABOUT)
    line = source.text[claim.evidence.start : claim.evidence.end]
    assert line.startswith("Prince Ivan Petrov (27);")
    assert line.endswith("General Orlov.")


def test_what_is_said_of_several_or_of_another_line_describes_nobody() -> None:
    found = people(LIST.format(heading="Dramatis Personae"))
    assert not any(found[one].about or found[one].role for one in ("mills", "doe", "anna", "orlov"))


def test_of_two_of_one_name_the_second_is_known_by_another_name() -> None:
    text = (
        "# Characters\n\n{Prince Paul|old}. A harsh old man.\n\n"
        "{Prince Paul|old}; {Pasha|young}. Anna’s little son.\n\n"
        "{Anna|anna}. A widow of thirty.\n\n# I\n\n{Pasha|young} ran to {Anna|anna}."
    )
    found = people(text)
    assert found["old"].about == "A harsh old man."
    assert found["young"].role == "Anna’s little son"


@pytest.mark.parametrize("heading", ["The persons we met", "Chapter I", "Character"])
def test_under_any_other_heading_lines_are_sentences(heading: str) -> None:
    found = people(LIST.format(heading=heading))
    assert found["vera"].about != "Peter’s eldest daughter; loves dancing."


def test_a_heading_without_persons_below_it_begins_no_list() -> None:
    text = (
        "# Characters\n\nFurry leaves; long stems.\n\n{Linnaeus|linnaeus}; Linné. The first to draw them.\n"
    )
    assert people(text)["linnaeus"].about == ""


def test_other_languages_have_such_lists_too() -> None:
    text = (
        "# Personen\n\n{Karl Moor|karl}, ein verarmter Graf.\n\n{Franz Moor|franz}, sein Bruder.\n\n"
        "{Amalia|amalia}, eine Waise aus dem Hause.\n"
    )
    assert people(text, "de")["karl"].about == "Ein verarmter Graf."
