from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.pace import Pace


def test_prose_is_read_at_230_words_a_minute() -> None:
    text = "seven words stand here in this line " * 2300
    assert Pace(text).minutes(0, len(text)) == pytest.approx(70, rel=0.02)


def test_a_text_without_blanks_is_read_by_its_signs() -> None:
    text = "春眠不觉晓处处闻啼鸟。" * 400
    assert 9 < Pace(text).minutes(0, len(text)) < 18


@given(st.text(max_size=300), st.lists(st.integers(0, 300), min_size=3, max_size=3))
def test_parts_take_as_long_as_the_whole(text: str, places: list[int]) -> None:
    first, middle, last = sorted(places)
    pace = Pace(text)
    whole = pace.minutes(first, last)
    assert whole >= 0
    assert pace.minutes(first, middle) + pace.minutes(middle, last) == pytest.approx(whole)
    assert pace.minutes(last, first) == 0 or first == last
