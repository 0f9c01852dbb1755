"""Scales weigh each number of a row, but none beyond what is usual for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.extraction.glossary.scales import Scales
from companion.extraction.glossary.standing import NUMBERS
from companion.extraction.glossary.weights import weights

SMALL = Scales(least=(0.0, -1.0), most=(2.0, 1.0), weights=(0.5, -4.0), bias=1.0)


def test_each_number_adds_what_it_weighs() -> None:
    assert SMALL.sum_for((1.0, 0.25)) == 1.0 + 0.5 - 1.0


@given(st.floats(2, 1e12), st.floats(-1e12, -1))
def test_beyond_the_usual_a_number_counts_no_more(first: float, second: float) -> None:
    assert SMALL.sum_for((first, second)) == SMALL.sum_for((2.0, -1.0)) == 6.0


def test_no_scales_say_nothing() -> None:
    assert Scales().sum_for(()) == 0.0


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="argument"):
        SMALL.sum_for((1.0,))


def test_what_is_learned_has_a_weight_for_each_number() -> None:
    learned = weights().scales
    assert len(learned.least) == len(learned.most) == len(learned.weights) == len(NUMBERS)
    assert all(least <= most for least, most in zip(learned.least, learned.most, strict=True))
