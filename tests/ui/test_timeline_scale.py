"""Days and pixels: round trips, what is left out, and the axis of any story."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timeline_sample import ODD, WAR, story

from companion.core.dates import day_number, parse_date
from companion.output.timeline.scale import LEFT, RIGHT, Axis, Scale, axis_of
from companion.output.timeline.stretches import BREAK, Extent, Stretch, stretches_left_out

DAYS = st.floats(-1e6, 1e6, allow_nan=False)


@st.composite
def axes(draw: st.DrawFn) -> Axis:
    """An axis with up to four stretches left out."""
    ends = sorted(draw(st.lists(DAYS, min_size=2, max_size=10, unique_by=lambda day: round(day))))
    inside = ends[1:-1]
    stretches = [Stretch(a, b) for a, b in zip(inside[::2], inside[1::2], strict=False) if b - a > 1]
    return Axis(ends[0], ends[-1], tuple(stretches))


@given(axis=axes(), closer=st.floats(1, 1e4), share=st.floats(0, 1))
def test_a_day_comes_back_from_its_pixel(axis: Axis, closer: float, share: float) -> None:
    scale = Scale(axis, axis.fitting(1000) * closer)
    day = axis.start + (axis.end - axis.start) * share
    assert scale.day(scale.x(day)) == pytest.approx(day, abs=1e-3)


@given(axis=axes(), closer=st.floats(1, 1e4), days=st.lists(DAYS, max_size=20))
def test_later_is_further_right_and_many_are_as_one(axis: Axis, closer: float, days: list[float]) -> None:
    scale = Scale(axis, axis.fitting(1000) * closer)
    days.sort()
    xs = [scale.x(day) for day in days]
    assert xs == sorted(xs)
    assert scale.all_x(days) == pytest.approx(xs)


@given(axis=axes(), width=st.floats(400, 4000))
def test_the_fitting_zoom_fills_the_width(axis: Axis, width: float) -> None:
    scale = Scale(axis, axis.fitting(width))
    assert scale.x(axis.start) == LEFT
    assert scale.width == pytest.approx(width)
    assert scale.x(axis.end) == pytest.approx(width - RIGHT)


def test_a_break_has_one_width_at_every_zoom() -> None:
    axis = Axis(0, 1000, (Stretch(100, 900),))
    for zoom in (0.5, 5, 500):
        scale = Scale(axis, zoom)
        assert scale.x(900) - scale.x(100) == pytest.approx(BREAK)
        assert len(scale.breaks()) == 1
    assert Scale(axis, 0.01).breaks() == [], "a stretch that is narrower than a break is drawn as it is"


def years(*numbers: float) -> list[Extent]:
    return [Extent(number * 365.25, number * 365.25 + 1, False) for number in numbers]


def test_the_long_empty_stretch_is_left_out() -> None:
    stretches, kept = stretches_left_out(story(WAR).extents(), 1200)
    assert len(stretches) == 1
    assert day_number(1944, 11) < stretches[0].start < stretches[0].end < day_number(1985, 4, 11)
    assert day_number(1985, 4, 11) - stretches[0].end == pytest.approx(kept, abs=1)


@pytest.mark.parametrize(
    "extents",
    [
        [],
        years(1900),
        years(1900, 1990),
        years(1900, 1901, 1990),
        years(*range(1900, 1950)),
        years(*(1900 + (7 * n * n) % 97 for n in range(60))),
    ],
)
def test_nothing_is_left_out_of_few_or_even_events(extents: list[Extent]) -> None:
    assert stretches_left_out(extents, 1200) == ((), 0.0)


@given(
    starts=st.lists(st.integers(-700_000, 800_000), min_size=1, max_size=40),
    lengths=st.lists(st.sampled_from([1, 31, 365, 36_500]), min_size=40, max_size=40),
    width=st.integers(100, 3000),
)
def test_what_is_left_out_is_empty(starts: list[int], lengths: list[int], width: int) -> None:
    extents = [Extent(start, start + lengths[n], n % 2 == 0) for n, start in enumerate(starts)]
    stretches, kept = stretches_left_out(extents, width)
    for stretch in stretches:
        assert stretch.start < stretch.end
        for start, end, is_range in extents:
            if is_range:
                assert not stretch.start - kept / 2 < start < stretch.end + kept / 2
                assert not stretch.start - kept / 2 < end < stretch.end + kept / 2
            else:  # a date that is not known better than to the year may reach into it, its middle may not
                assert not (stretch.start < (start + end) / 2 < stretch.end and end - start < kept)
    assert all(first.end < second.start for first, second in pairwise(stretches))


def test_a_range_over_an_empty_stretch_does_not_hold_it_open() -> None:
    rows = [*WAR, ("1944-11/1985-04", "A rule")]
    assert len(stretches_left_out(story(rows).extents(), 1200)[0]) == 1


@pytest.mark.parametrize(
    "date",
    ["1944-05-01T10:30", "1944-05-01", "1944", "19XX", "-0043", "1914/..", "Y-66000000", "Y999999999999"],
)
def test_one_event_has_time_round_it(date: str) -> None:
    found = story([(date, "Alone")])
    axis = axis_of(found.extents(), found.finest_unit(), 1000)
    read = parse_date(date)
    earliest, latest = read.earliest, min(read.latest, read.earliest + 1)
    assert axis.start < earliest
    assert latest < axis.end or read.open_end
    scale = Scale(axis, axis.finest)
    assert scale.x(earliest) < scale.x(axis.end)


def test_an_axis_without_finite_dates_can_still_be_drawn() -> None:
    axis = axis_of(story([("[..1870,1872..]", "Never or always")]).extents(), 1, 1000)
    assert Scale(axis, axis.fitting(1000)).width == pytest.approx(1000)


@pytest.mark.parametrize("width", [1, 60, 300, 5000])
def test_every_sort_of_date_fits_any_width(width: int) -> None:
    found = story(ODD)
    axis = axis_of(found.extents(), found.finest_unit(), width)
    scale = Scale(axis, axis.fitting(width))
    xs = scale.all_x([event.date.earliest for event in found.events])
    assert all(x == x for x in xs), "no day is nowhere"
