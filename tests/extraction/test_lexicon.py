from __future__ import annotations

import pytest

from companion import resources
from companion.extraction import lexicon

LISTS = resources.names("words")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_where_it_comes_from(name: str) -> None:
    head = "".join(
        line for line in resources.text("words", name).splitlines() if line.startswith("#")
    ).lower()
    assert any(word in head for word in ("licence", "license", "apache-2.0", "mit"))
    assert "source" in head or "written for this program" in head


def test_all_lists_together_are_small() -> None:
    size = sum(
        len(resources.text(folder, name))
        for folder in ("words", "weights")
        for name in resources.names(folder)
    )
    assert size < 3_500_000


def test_what_the_lists_know() -> None:
    assert lexicon.titles()["mrs"] == ("f", "surname")
    assert lexicon.titles()["sir"] == ("m", "given")
    assert lexicon.first_names()["mary"] == "f"
    assert "robin" in lexicon.first_names()
    assert "elizabeth" in lexicon.nicknames()["lizzy"]
    assert lexicon.surnames()["smith"] < lexicon.surnames()["lindqvist"]
    assert lexicon.places()["london"] < lexicon.places()["oxford"]
    assert lexicon.frequencies()["the"] == 7
    assert {"french", "russian"} <= lexicon.demonyms()
    assert "shakespeare" in lexicon.well_known()


def test_every_key_is_in_small_letters() -> None:
    lists = (
        lexicon.titles(),
        lexicon.first_names(),
        lexicon.surnames(),
        lexicon.nicknames(),
        lexicon.places(),
    )
    for listed in lists:
        assert all(word == word.lower() for word in listed)


def test_a_group_that_is_not_there_is_an_error() -> None:
    assert "said" in lexicon.group("saying")
    with pytest.raises(KeyError):
        lexicon.group("nonsense")
