"""Offsets: code points and UTF-16 units are converted both ways without loss."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from companion.ui.offsets import Offsets

TEXTS = st.text(st.sampled_from("ab é\u0301漢\u2028\0🏰👍🏽\U0010ffff\ue000\uffff"), max_size=40) | st.text(
    max_size=40
)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXTS)
def test_positions_are_those_that_utf_16_counts(text: str) -> None:
    offsets = Offsets(text)
    for offset in range(len(text) + 1):
        assert offsets.to_qt(offset) == units(text[:offset])
        assert offsets.to_text(offsets.to_qt(offset)) == offset


@given(TEXTS)
def test_the_second_unit_of_a_character_belongs_to_it(text: str) -> None:
    offsets = Offsets(text)
    for position in range(units(text)):
        place = offsets.to_text(position)
        assert offsets.to_qt(place) <= position < offsets.to_qt(place + 1)


def test_an_emoji_before_a_name_shifts_it_by_one() -> None:
    offsets = Offsets("🏰 Anna")
    assert offsets.to_qt(2) == 3
    assert offsets.to_text(3) == 2
    assert offsets.to_text(1) == 0
