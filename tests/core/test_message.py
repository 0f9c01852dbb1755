"""Message: an English sentence for all who know nothing of it, and its template and parts for who does."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.dates import DateError, parse_date
from companion.core.message import Message, ToldError, filled

if TYPE_CHECKING:
    from collections.abc import Callable

INSIDE = Message("a list of %Ln names", "", 1200)
WHOLE = Message("‘{key}’ takes {wanted}; {most} at most", key="terms", wanted=INSIDE, most=5000)


def test_it_is_the_english_sentence() -> None:
    assert WHOLE == "‘terms’ takes a list of 1,200 names; 5,000 at most"
    assert str(WHOLE) == f"{WHOLE}" == " ".join([WHOLE])


def test_it_remembers_what_it_was_made_of() -> None:
    assert WHOLE.template == "‘{key}’ takes {wanted}; {most} at most"
    assert WHOLE.parts == {"key": "terms", "wanted": INSIDE, "most": 5000}
    assert WHOLE.parts["wanted"] is INSIDE
    assert (INSIDE.template, INSIDE.number) == ("a list of %Ln names", 1200)


def test_other_braces_and_signs_stand_for_themselves() -> None:
    assert Message("The ‘{’ of {x}, 50 %, {}.", x="y") == "The ‘{’ of y, 50 %, {}."


@given(st.text(), st.text())
def test_what_a_part_says_is_never_taken_for_a_template(one: str, other: str) -> None:
    assert Message("{one}|{other}", one=one, other=other) == f"{one}|{other}"


def test_a_hostile_part_stays_as_it_is() -> None:
    assert Message("‘{name}’ at {other}", name="{other} %Ln {0.__class__}", other="here") == (
        "‘{other} %Ln {0.__class__}’ at here"
    )


def test_a_name_without_a_part_stays_as_it_is() -> None:
    assert filled("{known} {unknown}", {"known": 1}, str) == "1 {unknown}"


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy])
def test_a_copy_is_as_whole(again: Callable[[Message], Message]) -> None:
    message = Message("‘{’ {name}", name="{x}")
    other = again(message)
    assert (other, other.template, other.parts) == (message, message.template, message.parts)


def test_it_can_be_made_anew_from_what_was_kept() -> None:
    other = Message.anew(INSIDE.template, INSIDE.comment, INSIDE.number, INSIDE.parts)
    assert (other, other.template, other.number) == (INSIDE, INSIDE.template, INSIDE.number)


def test_an_error_tells_its_sentence() -> None:
    error = ToldError(WHOLE)
    assert error.sentence is WHOLE
    assert str(error) == WHOLE


def test_a_date_that_is_none_keeps_what_it_quotes() -> None:
    with pytest.raises(DateError) as caught:
        parse_date("-0043-02-30")
    assert isinstance(caught.value, ValueError)
    sentence = caught.value.sentence
    assert sentence == "‘-0043-02-30’ is no date: February 44 BC has 28 days."
    assert sentence.parts["text"] == "-0043-02-30"
    assert isinstance(sentence.parts["month"], Message)
