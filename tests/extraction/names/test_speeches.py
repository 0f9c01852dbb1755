from __future__ import annotations

import pytest

from companion.extraction.names import find_names, score_people
from companion.extraction.source import source_of
from companion.readers.plain import read_plain


def scores(text: str) -> dict[str, float]:
    source = source_of(read_plain(text, ""))
    return dict(score_people(source, find_names(source)))


@pytest.mark.parametrize("head", ["{name}\n\n", "{upper}. ", "{upper}: (aside) "])
def test_who_speaks_in_a_play_is_a_person(head: str) -> None:
    speech = "Good morrow to you all, my friends, and be seated.\n\n"
    turns = (
        head.format(name=name, upper=name.upper()) + speech for name in ["Pistol", "Hostess", "Nym"] * 12
    )
    found = scores("".join(turns))
    names = ("Pistol", "Hostess", "Nym")
    assert all(max(found.get(name, 0), found.get(name.upper(), 0)) > 0.9 for name in names)


def test_heads_of_a_table_do_not_speak() -> None:
    rows = "".join(
        f"{land}\t{year}\t12,4\n" for year in range(1900, 1920) for land in ("Ruritania", "Gallia")
    )
    found = scores("A table of exports follows here.\n\n" + rows)
    assert max(found.get("Ruritania", 0.0), found.get("Gallia", 0.0)) < 0.9


def test_a_name_goes_over_no_cell() -> None:
    source = source_of(read_plain("Katherine\tDe nails. Write it down.", ""))
    assert next(name.form for name in find_names(source)) == "Katherine"
