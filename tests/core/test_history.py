"""History: every jump can be taken back and made again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from companion.core.history import History


def test_a_jump_is_taken_back_and_made_again() -> None:
    history = History()
    history.leave(10)
    assert history.back(500) == 10
    assert history.forward(10) == 500
    assert history.back(500) == 10


def test_without_a_jump_there_is_nothing_to_take_back() -> None:
    history = History()
    assert not history.can_go_back
    assert not history.can_go_forward
    assert history.back(7) is None
    assert history.forward(7) is None
    assert not history.can_go_forward


def test_a_new_jump_forgets_what_lay_ahead() -> None:
    history = History()
    history.leave(1)
    history.leave(2)
    history.back(3)
    assert history.can_go_forward
    history.leave(9)
    assert not history.can_go_forward
    assert [history.back(0), history.back(0), history.back(0)] == [9, 1, None]


def test_leaving_the_same_place_twice_is_one_jump() -> None:
    history = History()
    history.leave(4)
    history.leave(4)
    assert history.back(8) == 4
    assert history.back(8) is None


def test_only_so_many_places_are_remembered() -> None:
    history = History()
    for place in range(2000):
        history.leave(place)
    taken = 0
    while history.back(0) is not None:
        taken += 1
    assert taken == 500


@given(st.lists(st.integers(0, 1000), max_size=30))
def test_going_all_the_way_back_and_forward_returns(places: list[int]) -> None:
    history, here = History(), 0
    for place in places:
        history.leave(here)
        here = place
    end, steps = here, 0
    while (before := history.back(here)) is not None:
        here, steps = before, steps + 1
    while (after := history.forward(here)) is not None:
        here, steps = after, steps - 1
    assert here == end
    assert steps == 0
