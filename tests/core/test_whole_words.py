"""Words that were drawn over roughly are marked from their beginning to their end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import Span
from companion.core.whole_words import whole_words


@pytest.mark.parametrize(
    ("text", "drawn", "whole"),
    [
        ("Well, my dear friend.", "ell, my dear fri", "Well, my dear friend"),
        ("Well, my dear friend.", "my dear", "my dear"),
        ("Well, my dear friend.", "rien", "rien"),
        ("Well, my dear friend.", ", my dear friend.", ", my dear friend."),
        ("Он любил её сестру.", "юбил её сест", "любил её сестру"),
        ("היא אהבה אותו מאוד", "הבה אות", "אהבה אותו"),
        ("그녀는 그를 사랑했다", "녀는 그", "그녀는 그를"),
        ("她说 海は静かだった。", "说 海は静", "说 海は静"),
        ("in 1943 they left", "43 they", "1943 they"),
    ],
)
def test_words_are_taken_whole_where_there_are_several(text: str, drawn: str, whole: str) -> None:
    start = text.index(drawn)
    found = whole_words(text, Span(start, start + len(drawn)))
    assert text[slice(*found)] == whole


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_nothing_that_was_drawn_over_is_left_out_and_once_is_enough(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = whole_words(text, Span(start, end))
    assert 0 <= found.start <= start
    assert end <= found.end <= len(text)
    assert whole_words(text, found) == found
