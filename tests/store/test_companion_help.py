"""The reference of the companion file is right: its example is read, its dates mean what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from companion.core.dates import parse_date
from companion.store.companion_file import CompanionFileError, parse_companion
from companion.store.companion_keys import EVENT, FILE, PERSON, TERM

TEXT = (Path(__file__).resolve().parents[2] / "resources" / "help" / "companion-file.md").read_text("utf-8")
EXAMPLE = TEXT.split("```yaml\n")[1].split("```")[0]
DATES = TEXT.split("## How dates are written")[1].split("\n## ")[0]

SAME = re.findall(r"`([^`\n]+)`\s+or\s+`([^`\n]+)`", DATES)


def test_the_example_is_a_companion() -> None:
    entries = parse_companion(EXAMPLE, "aldmere.companion.yaml")
    assert [entry.heading for entry in entries] == [
        "sally port", "garrison", "Anna Verl", "Bo Verl", "The walls hold", "The gate is opened",
    ]  # fmt: skip


@pytest.mark.parametrize("key", {key for shape in (FILE, TERM, PERSON, EVENT) for key in shape.keys})
def test_every_key_is_explained_and_shown(key: str) -> None:
    assert f"`{key}`" in TEXT
    assert re.search(rf"^[ -]*{key}:", EXAMPLE, re.MULTILINE)


@pytest.mark.parametrize("written", re.findall(r"`([^`\n]+)`", DATES))
def test_every_date_can_be_read(written: str) -> None:
    assert parse_date(written)


@pytest.mark.parametrize(("words", "edtf"), [pair for pair in SAME if pair[0] != "1667 or 1668"])
def test_both_ways_of_writing_mean_the_same(words: str, edtf: str) -> None:
    assert parse_date(words) == parse_date(edtf)


def test_the_errors_shown_are_those_of_the_program() -> None:
    broken = (
        "people:\n  - name: Anna Verl\n    dates: 1643-02-30\n"
        "terms:\n  - nmae: ridge\n    see also: [Anna Verk]\n"
    )
    with pytest.raises(CompanionFileError) as caught:
        parse_companion(broken, "x")
    for problem in caught.value.problems:
        assert problem.sentence in TEXT
