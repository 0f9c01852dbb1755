"""Quoted words are found whatever their blanks, capitals, quotation marks and dashes are."""

from __future__ import annotations

import pytest
from marked_text import linked

from companion.core.dates import parse_date
from companion.core.entries import Event, Term


def told(text: str, *quotes: str) -> list[str]:
    companion = linked(text, Term(id="t", term="unnamed thing", quotes=quotes))
    return [text[span.start : span.end] for span in companion.told.get("t", ())]


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("He ran the country alone.", "He ran the country", ["He ran the country"]),
        ("HE RAN the  country alone.", "he ran   the country", ["HE RAN the  country"]),
        ("“He ran,” she said—“the country.”", '"He ran", she said - "the country"', []),
        (
            "“He ran,” she said—“the country.”",
            '"He ran," she said - "the country."',
            ["He ran,” she said—“the country"],
        ),
        ("It’s the king's man", "it's the king’s man", ["It’s the king's man"]),
        (
            "He ran. They fell. All slept in the end.",
            "He ran ... the end",
            ["He ran. They fell. All slept in the end"],
        ),
        ("He ran. They fell.", "He ran … fell", ["He ran. They fell"]),
        ("He ran. " + "x " * 120 + "fell.", "He ran ... fell", []),
        ("...they fell and ran...", "...they fell...", ["they fell"]),
        ("one two. one two", "one two", ["one two", "one two"]),
        ("stone two", "one two", []),
        ("one twos", "one two", []),
        ("a co-ordinated entity", "co‑ordinated entity", ["co-ordinated entity"]),
        (
            "The end of one.\nThe start of two.",
            "end of one. The start of two",
            ["end of one.\nThe start of two"],
        ),
        ("bat\u00adtal\u00adion of men", "battalion of men", ["bat\u00adtal\u00adion of men"]),
        ("😀 they fell", "they fell", ["they fell"]),
        ("毛泽东同志说话", "泽东同志", ["泽东同志"]),
        ("anything", "...", []),
        ("anything", "", []),
    ],
)
def test_quotes_are_found_by_their_words(text: str, quote: str, found: list[str]) -> None:
    assert told(text, quote) == found


def test_a_quote_that_is_found_gives_no_warning() -> None:
    assert linked("They fell.", Term(id="t", term="x", quotes=("they fell",))).warnings == ()


def test_quotes_that_are_not_found_give_one_warning_for_an_entry() -> None:
    companion = linked(
        "They fell.", Term(id="t", term="rain", quotes=("it rained", "they fell", "it poured"))
    )

    assert companion.warnings == (
        "The text does not have 2 of the passages quoted for ‘rain’, first “it rained”.",
    )


def test_one_quote_may_belong_to_two_entries() -> None:
    companion = linked(
        "They fell.", *(Term(id=name, term=name, quotes=("they fell",)) for name in ("rain", "snow"))
    )

    assert set(companion.told) == {"rain", "snow"}


def test_a_quote_may_be_a_name_as_well() -> None:
    companion = linked("The wall fell.", Term(id="t", term="wall", quotes=("wall",)))

    assert companion.links.count("t") == 1
    assert companion.told == {"t": ((4, 8),)}


@pytest.mark.parametrize(
    ("title", "quotes", "is_a_name"),
    [
        ("The walls of Aldmere hold", ("All winter",), True),
        ("The walls of Aldmere hold out until spring", ("All winter",), False),
        ("The walls of Aldmere hold out until spring", (), True),
    ],
)
def test_a_title_that_is_a_sentence_is_no_name_where_quotes_tell_the_places(
    title: str, quotes: tuple[str, ...], is_a_name: bool
) -> None:
    event = Event(id="e", title=title, date=parse_date("1643-24"), quotes=quotes)
    companion = linked(f"All winter it snowed. {title}, it was said.", event)
    assert bool(companion.links.of("e")) == is_a_name
