"""A sum of trees is what each tree says of a row, added up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from companion.extraction.glossary.trees import Trees

NUMBERS = st.floats(-5, 5)


def small() -> Trees:
    return Trees(
        roots=(0, 2),
        asked=(0, 1, 0),
        limits=(1.0, 0.5, -1.0),
        below=(~0, ~1, ~3),
        above=(1, ~2, ~4),
        values=(10.0, 20.0, 30.0, 0.1, 0.2),
        bias=1.0,
    )


@given(NUMBERS, NUMBERS)
def test_each_tree_adds_one_leaf(first: float, second: float) -> None:
    one = 10.0 if first <= 1 else 20.0 if second <= 0.5 else 30.0
    other = 0.1 if first <= -1 else 0.2
    assert small().sum_for((first, second)) == 1.0 + one + other


def test_no_trees_say_nothing() -> None:
    assert Trees().sum_for(()) == 0.0


def test_a_tree_may_be_a_single_leaf() -> None:
    assert Trees(roots=(~0,), values=(2.5,)).sum_for(()) == 2.5
