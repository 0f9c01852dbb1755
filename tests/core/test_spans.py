"""Spans answer as a list of the same would."""

from __future__ import annotations

from bisect import bisect_right

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import Span
from companion.core.spans import Spans

lists = st.lists(st.builds(Span, st.integers(0, 99), st.integers(0, 99)), max_size=12)


@given(lists, st.slices(12), st.integers(0, 99))
def test_spans_are_as_a_list_of_them(listed: list[Span], part: slice, offset: int) -> None:
    spans = Spans(listed)
    assert (len(spans), list(spans), bool(spans)) == (len(listed), listed, bool(listed))
    assert [spans[index] for index in range(-len(listed), len(listed))] == listed * 2
    assert spans[part] == listed[part]
    ordered = sorted(listed)
    assert bisect_right(Spans(ordered), (offset,)) == bisect_right(ordered, (offset,))


@given(lists, lists)
def test_spans_are_equal_where_lists_are(one: list[Span], other: list[Span]) -> None:
    assert (Spans(one) == Spans(other)) is (one == other)
    assert (Spans(one) == other) is (one == other)
    assert (tuple(one) == Spans(other)) is (one == other)


def test_spans_are_nothing_else() -> None:
    assert Spans() != 0
    assert repr(Spans([(1, 2)])) == "Spans([(1, 2)])"
    with pytest.raises(IndexError):
        Spans()[0]
    with pytest.raises(TypeError):
        hash(Spans())
