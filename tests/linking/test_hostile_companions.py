"""Companions and texts that were made to do harm, or written without care, are linked in no time."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import pytest
from marked_text import event, linked, never, person, term

from companion.core.document import Document
from companion.core.entries import Alias, Entries, Term
from companion.linking import link

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    """Anything quadratic here would take hours; half a minute is far more than any of it needs."""
    if sys.platform == "win32":
        yield
        return

    def too_long(number: int, frame: FrameType | None) -> None:
        pytest.fail("This takes so long that something must be quadratic.")

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(30)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def test_names_inside_names() -> None:
    aliases = [" ".join("a" * length) for length in range(1, 100)]
    companion = linked("a " * 20_000, term("nothing", *aliases))

    assert companion.links.count("term") == 20_000 // 99 + 1


def test_names_that_begin_alike() -> None:
    aliases = ["a" * length for length in range(1, 200)]
    companion = linked("a" * 50_000 + " " + "a" * 150 + " " + "ab" * 20_000, term("nothing", *aliases))

    assert [(one.start, one.end) for one in companion.links] == [(50_001, 50_151)]


def test_ten_thousand_aliases_of_one_letter() -> None:
    aliases = [chr(ord("a") + number % 26) for number in range(10_000)]
    companion = linked("a b c " * 5_000, term("nothing", *aliases))

    assert companion.links.count("term") == 15_000


def test_ten_thousand_entries_of_one_name() -> None:
    entries = [person("Anna", id=str(number)) for number in range(10_000)]
    companion = linked("Anna met Anna. " * 1_000, *entries)

    assert len(companion.links) == 0
    assert companion.warnings == ("‘Anna’ names more than 64 entries and is not looked for.",)


def test_ten_thousand_vetoes() -> None:
    companion = linked("Anna House, Anna. " * 10_000, person("Anna", never("Anna House"), id="anna"))

    assert companion.links.count("anna") == 10_000


def test_ten_thousand_events_of_one_date() -> None:
    companion = linked(
        "In 1942. " * 1_000, *(event("1942", f"Day {number}", id=str(number)) for number in range(10_000))
    )

    assert len(companion.links) == 0
    assert companion.warnings == ("More than 200 events have the date of ‘Day 0’; it is not looked for.",)


def test_ten_thousand_quotes_of_one_passage() -> None:
    entry = Term(id="t", term="x", quotes=tuple(f"they fell {number} ... all" for number in range(3_000)))
    companion = linked("They fell and fell. " * 300, entry)

    assert companion.told == {}
    assert len(companion.warnings) == 1


def test_a_quote_of_gaps() -> None:
    companion = linked("a b " * 5_000, Term(id="t", term="x", quotes=("a ... " * 300 + "z", "a ... b ... a")))

    assert len(companion.warnings) == 1


@pytest.mark.parametrize(
    "quote", ["ab, " * 2_000, "ab, " * 2_000 + "xx", "ab, " * 200 + "..." + "ab, " * 200 + "x"]
)
def test_a_quote_of_one_word_again_and_again(quote: str) -> None:
    companion = linked("ab, " * 10_000, Term(id="t", term="y", quotes=(quote,)))

    assert bool(companion.told) == ("x" not in quote)


def test_a_long_word_of_numbers_and_dates() -> None:
    companion = linked(
        "July 1942 " * 2_000 + "1942-" * 5_000 + "19" * 20_000, event("1942-07"), event("1942", id="year")
    )

    assert companion.links.count("event") == 2_000


def test_nothing_at_all() -> None:
    assert len(link(Document(""), Entries()).links) == 0
    assert len(linked("A text.").links) == 0
    assert len(linked("", term("battalion")).links) == 0


def test_names_of_signs_only_are_left_out_with_a_warning() -> None:
    companion = linked("— … ’ 😀 and a ridge", term("ridge", "—", "…", "", " ", "’", "😀"))

    assert companion.links.count("term") == 1
    assert companion.warnings == ("A name of ‘ridge’ has no letter and no digit and is not looked for.",)


def test_names_longer_than_the_text_or_than_any_name() -> None:
    companion = linked("A ridge.", term("ridge", "ridge " * 30, "ridge " * 300))

    assert companion.links.count("term") == 1
    assert companion.warnings == ("A name of ‘ridge’ is longer than 200 letters and is not looked for.",)


def test_braces_and_backslashes_in_names_are_only_signs() -> None:
    linked(
        "{0} \\1 %s [a-z]",
        term("{0}"),
        term("\\1", Alias("…{x}…"), Alias("—"), id="b"),
        term("%s [a-z]", id="c"),
    )
