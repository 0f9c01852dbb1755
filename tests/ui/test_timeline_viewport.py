"""What is in view: zooming at a place, panning, bringing into view, the way from one view to another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.output.timeline.scale import Axis
from companion.output.timeline.stretches import Stretch
from companion.ui.timeline.viewport import Viewport

AXIS = Axis(0.0, 10_000.0, (Stretch(3_000.0, 8_000.0),), finest=240.0)


@st.composite
def views(draw: st.DrawFn) -> Viewport:
    """Any view of the axis."""
    fitted = Viewport(AXIS, draw(st.floats(300, 2000)))
    closer = fitted.zoomed(draw(st.floats(1, 300)), fitted.width * draw(st.floats(0, 1)))
    return closer.panned(draw(st.floats(-5000, 5000)))


@given(view=views(), factor=st.floats(0.1, 10), share=st.floats(0, 1))
def test_the_day_under_the_pointer_stays_there(view: Viewport, factor: float, share: float) -> None:
    x = view.width * share
    day = view.day(x)
    zoomed = view.zoomed(factor, x)
    if 0 < zoomed.offset < zoomed.scale.width - zoomed.width:
        assert zoomed.x(day) == pytest.approx(x, abs=0.5)


@given(view=views(), pixels=st.floats(-1e6, 1e6))
def test_the_axis_always_fills_the_view(view: Viewport, pixels: float) -> None:
    panned = view.panned(pixels)
    assert panned.left >= 0
    assert panned.right <= panned.scale.width + 1e-6
    assert panned.zoom == view.zoom


@given(view=views(), factor=st.floats(1e-6, 1e6))
def test_the_zoom_has_limits(view: Viewport, factor: float) -> None:
    zoomed = view.zoomed(factor, 100)
    assert AXIS.fitting(view.width) <= zoomed.zoom <= AXIS.finest
    assert view.fitted().shows_all
    assert view.zoomed(1e9, 0).is_closest


@given(view=views(), left=st.floats(0, 50_000), length=st.floats(1, 200))
def test_what_is_asked_for_comes_into_view_and_moves_nothing_when_it_is(
    view: Viewport, left: float, length: float
) -> None:
    left = min(left, view.scale.width - length)
    shown = view.showing(left, left + length)
    assert shown.left <= left + 1e-6
    assert left + length <= shown.right + 1e-6
    assert shown.showing(left, left + length).offset == pytest.approx(shown.offset)


@given(view=views(), first=st.floats(0, 2_900), length=st.floats(0, 100))
def test_looking_closer_shows_the_days_larger(view: Viewport, first: float, length: float) -> None:
    closer = view.closer(first, first + length)
    assert closer.zoom >= min(2 * view.zoom, AXIS.finest) * 0.999
    if length * closer.zoom <= closer.width - 100:
        assert closer.x(first) >= -1e-6
        assert closer.x(first + length) <= closer.width + 1e-6


@given(start=views(), share=st.floats(0, 1))
def test_the_way_leads_from_one_view_to_the_other(start: Viewport, share: float) -> None:
    end = start.fitted()
    assert start.between(end, 1) == end
    between = start.between(end, share)
    assert end.zoom * 0.999 <= between.zoom <= start.zoom * 1.001


def test_another_width_keeps_the_middle_or_the_whole() -> None:
    whole = Viewport(AXIS, 800)
    assert whole.resized(AXIS, 1200).shows_all
    near = whole.at(1_500, 5.0, 400)
    assert near.resized(AXIS, 1200).day(600) == pytest.approx(near.day(400))
    assert near.resized(AXIS, 1200).zoom == near.zoom
