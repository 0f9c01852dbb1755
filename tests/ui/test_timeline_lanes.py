"""Where marks and labels go: nothing overlaps, nobody is lost."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from companion.output.timeline.lanes import (
    CROWDED,
    LABEL_GAP,
    LEAST_LABEL,
    Arrangement,
    Box,
    anchor,
    arrange,
    grown,
)

WIDTH = 1200.0


def number_width(count: int) -> float:
    return 12.0 if count == 1 else 60.0 + 8 * len(str(count))


def boxes_at(*lefts: float, label: float = 90.0) -> list[Box]:
    return [Box(left, left + 12, label) for left in lefts]


@st.composite
def boxes(draw: st.DrawFn) -> list[Box]:
    """Marks of any length, dense and sparse, in order."""
    count = draw(st.integers(0, 60))
    found = []
    for _ in range(count):
        left = draw(st.floats(8, WIDTH - 110))
        length = draw(st.sampled_from([12.0, 12.0, 12.0, 30.0, 300.0]))
        found.append(Box(left, left + length, draw(st.floats(10, 240))))
    return sorted(found)


def taken(arrangement: Arrangement, found: list[Box]) -> dict[int, list[tuple[float, float]]]:
    """The ranges of pixels that are taken in each lane."""
    ranges: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for box, spot in zip(found, arrangement.spots, strict=True):
        if spot.lane != CROWDED:
            label = (spot.label_left, spot.label_left + spot.label_width)
            has_label = spot.label_width > 0
            ranges[spot.lane].append(
                (
                    min(box.left, label[0]) if has_label else box.left,
                    max(box.right, label[1] if has_label else 0),
                )
            )
    return ranges


@given(found=boxes(), lanes=st.integers(0, 6), data=st.data())
def test_nothing_overlaps_and_everybody_is_somewhere(
    found: list[Box], lanes: int, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(found))))
    arrangement = arrange(found, order, lanes, WIDTH, number_width)
    ranges = taken(arrangement, found)
    ranges[lanes] += [(crowd.left, crowd.right) for crowd in arrangement.crowds]
    for lane in ranges.values():
        assert all(first[1] <= second[0] for first, second in pairwise(sorted(lane)))
    crowded = [event for crowd in arrangement.crowds for event in crowd.members]
    in_lanes = [event for event, spot in enumerate(arrangement.spots) if spot.lane != CROWDED]
    assert sorted(crowded + in_lanes) == list(range(len(found)))
    assert all(spot.lane <= lanes for spot in arrangement.spots)


@given(found=boxes(), lanes=st.integers(1, 6))
def test_a_label_is_whole_or_worth_reading_and_beside_its_mark(found: list[Box], lanes: int) -> None:
    arrangement = arrange(found, range(len(found)), lanes, WIDTH, number_width)
    for box, spot in zip(found, arrangement.spots, strict=True):
        if spot.lane == CROWDED or not spot.label_width:
            continue
        assert spot.label_width == box.label or LEAST_LABEL <= spot.label_width < box.label
        after, before = box.right + LABEL_GAP, box.left - LABEL_GAP - spot.label_width
        assert spot.label_left in (after, before)
        assert spot.label_left >= 0
        assert spot.label_left + spot.label_width <= WIDTH + 1e-6


def test_what_has_room_stands_in_one_lane_with_its_whole_label() -> None:
    found = boxes_at(20, 200, 400, 600)
    spots = arrange(found, range(4), 3, WIDTH, number_width).spots
    assert {spot.lane for spot in spots} == {1}
    assert {spot.label_width for spot in spots} == {90.0}


def test_a_label_at_the_end_of_the_axis_stands_before_its_mark() -> None:
    [spot] = arrange(boxes_at(WIDTH - 40), [0], 3, WIDTH, number_width).spots
    assert spot.label_left + spot.label_width < WIDTH - 40
    before, last = arrange(
        [*boxes_at(WIDTH - 300), *boxes_at(WIDTH - 40, label=240)], [0, 1], 1, WIDTH, number_width
    ).spots
    assert before.label_width == 90
    assert LEAST_LABEL <= last.label_width < 240, "shortened, where there is no room for all of it"
    long = Box(WIDTH - 320, WIDTH - 308, 290)
    before, last = arrange([long, *boxes_at(WIDTH - 40, label=240)], [0, 1], 1, WIDTH, number_width).spots
    assert LEAST_LABEL <= before.label_width < 290, "a neighbour gives it room"
    assert last.label_width == LEAST_LABEL


def test_a_neighbour_is_shortened_before_an_event_is_lost() -> None:
    found = boxes_at(20, 180, label=200)
    first, second = arrange(found, range(2), 1, WIDTH, number_width).spots
    assert first.lane == second.lane == 0
    assert LEAST_LABEL <= first.label_width < 200
    assert second.label_width == 200


def test_what_matters_more_is_not_shortened_for_what_matters_less() -> None:
    found = boxes_at(20, 180, label=200)
    first, _ = arrange(found, range(2), 1, WIDTH, number_width, squeezes=False).spots
    assert first.label_width == 200


def test_too_many_make_one_crowd_with_their_number() -> None:
    found = boxes_at(*(300 + number for number in range(12)))
    arrangement = arrange(found, range(12), 2, WIDTH, number_width)
    assert [len(crowd.members) for crowd in arrangement.crowds] == [10]
    assert arrangement.crowds[0].left < 306 < arrangement.crowds[0].right


def test_crowds_far_from_each_other_stay_apart() -> None:
    found = boxes_at(*([200] * 6), *([900] * 7))
    arrangement = arrange(found, range(13), 1, WIDTH, number_width)
    assert [len(crowd.members) for crowd in arrangement.crowds] == [5, 6]


def test_one_that_finds_no_lane_is_labelled_in_the_row_of_the_crowds() -> None:
    arrangement = arrange(boxes_at(300, 301), range(2), 1, WIDTH, number_width)
    assert [spot.lane for spot in arrangement.spots] == [0, 1]
    assert arrangement.spots[1].label_width == 90
    assert not arrangement.crowds


def test_an_event_keeps_its_lane_at_another_zoom() -> None:
    close = arrange(boxes_at(20, 40, 60), range(3), 3, WIDTH, number_width)
    apart = arrange(boxes_at(20, 400, 800), range(3), 3, WIDTH, number_width, close.spots)
    assert [spot.lane for spot in apart.spots] == [spot.lane for spot in close.spots]
    assert len({spot.lane for spot in apart.spots}) == 3


def test_a_long_bar_without_room_is_counted_where_it_begins() -> None:
    assert anchor(Box(100, 112, 50)) == 106
    assert anchor(Box(100, 900, 50)) == 100


def test_the_more_important_are_labelled_first() -> None:
    found = boxes_at(300, 302, 304, 306)
    spots = arrange(found, [3, 2, 1, 0], 1, WIDTH, number_width).spots
    assert [event for event, spot in enumerate(spots) if spot.lane == 0] == [3]


@given(found=boxes(), lanes=st.integers(0, 6), longer=st.floats(0, 900))
def test_a_title_takes_what_its_lane_leaves_free_and_no_more(
    found: list[Box], lanes: int, longer: float
) -> None:
    arrangement = arrange(found, range(len(found)), lanes, WIDTH, number_width)
    wholes = [box.label + longer for box in found]
    spots = grown(arrangement, found, wholes, lanes, WIDTH)
    for before, after, wanted, box in zip(arrangement.spots, spots, wholes, found, strict=True):
        assert after.lane == before.lane
        if before.label_left > box.left:
            assert after.label_left == before.label_left
        else:
            ends = [spot.label_left + spot.label_width for spot in (before, after)]
            assert abs(ends[0] - ends[1]) < 1e-6
            assert after.label_left >= 0
        assert before.label_width - 1e-6 <= after.label_width <= max(wanted, before.label_width) + 1e-6
        assert not after.label_width or after.label_left + after.label_width <= WIDTH + 1e-6
    ranges = taken(Arrangement(spots, arrangement.crowds), found)
    ranges[lanes] += [(crowd.left, crowd.right) for crowd in arrangement.crowds]
    for lane in ranges.values():
        assert all(first[1] <= second[0] + 1e-6 for first, second in pairwise(sorted(lane)))


def test_a_long_title_is_whole_where_nothing_follows_it() -> None:
    found = boxes_at(20, 700)
    arrangement = arrange(found, range(2), 1, WIDTH, number_width)
    first, second = grown(arrangement, found, [400.0, 2000.0], 1, WIDTH)
    assert first.label_width == 400
    assert second.label_left + second.label_width == WIDTH


def test_a_long_title_before_its_mark_begins_where_there_is_room() -> None:
    found = boxes_at(20, WIDTH - 40)
    arrangement = arrange(found, range(2), 1, WIDTH, number_width)
    _, last = grown(arrangement, found, [90.0, 500.0], 1, WIDTH)
    assert last.label_width == 500
    assert last.label_left + 500 + LABEL_GAP == WIDTH - 40
