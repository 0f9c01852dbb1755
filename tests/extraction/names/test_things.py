from __future__ import annotations

import pytest

from companion.extraction.names.things import is_thing


@pytest.mark.parametrize(
    "form",
    [
        "Project Gutenberg",
        "Task Force Smith",
        "Hurricane Andrew",
        "Villa Diodati",
        "Heaven",
        "Heavens",
        "Carbury Manor",
    ],
)
def test_what_is_called_after_a_person_is_none(form: str) -> None:
    assert is_thing(form)


@pytest.mark.parametrize(
    "form",
    ["Pancho Villa", "Daniel Radio Smith", "Anne Port", "Pierre Bezukhov", "Nell Heaven", "Rose Manor"],
)
def test_a_person_may_be_called_like_a_thing(form: str) -> None:
    assert not is_thing(form)


def test_what_stands_in_letters_and_addresses_is_nobody() -> None:
    assert all(map(is_thing, ("Sirs", "Sons", "Esq.", "Finis")))
    assert not any(map(is_thing, ("Mr. Sons", "Bart Simpson", "John Finis")))
