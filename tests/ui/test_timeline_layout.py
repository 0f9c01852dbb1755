"""What is laid out: marks by precision, what is reused, what is in view; nothing overlaps at any zoom."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont
from timeline_sample import ODD, WAR, story

from companion.output.timeline.boxes import DOT, OPEN, boxes_of, room_before
from companion.output.timeline.scale import Scale, axis_of
from companion.output.timeline.story import Story
from companion.ui.timeline.layout import Layout, Rows, rows_of
from companion.ui.timeline.scene import Emphasis, Scene
from companion.ui.timeline.tones import Letters
from companion.ui.timeline.viewport import Viewport
from companion.ui.timeline.words import label_of

pytestmark = pytest.mark.usefixtures("qapp")
ROWS = rows_of(160, 20)


def view_of(found: Story, width: float = 1200) -> Viewport:
    return Viewport(axis_of(found.extents(), found.finest_unit(), width, room_before(found)), width)


def layout_of(found: Story, view: Viewport, home: Layout | None = None, rows: Rows = ROWS) -> Layout:
    return Layout(found, view, rows, [90.0] * len(found), lambda count: 12.0 if count == 1 else 80.0, home)


def scene_of(found: Story, view: Viewport, emphasis: Emphasis, rows: Rows = ROWS) -> Scene:
    letters = Letters(QFont())
    labels = [label_of(event) for event in found.events]
    widths = [letters.label_width(label) for label in labels]
    home = Layout(found, view.fitted(), rows, widths, letters.crowd_width)
    layout = Layout(found, view, rows, widths, letters.crowd_width, home)
    return Scene(found, view, layout, [], labels, letters, emphasis)


def length_of(date: str, pixels_a_day: float) -> float:
    found = story([("1800", "before"), (date, "it"), ("2000", "after")])
    axis = axis_of(found.extents(), 1, 1000)
    event = next(event for event in found.events if event.title == "it")
    [box] = boxes_of([event], Scale(axis, pixels_a_day), [0.0])
    return box.right - box.left


@pytest.mark.parametrize(
    ("date", "zoom", "length"),
    [
        ("1943-09-03", 0.5, DOT),
        ("1943-09-03", 100, DOT),
        ("1943-09-03", 200, 200),
        ("1943-09-03T10:30", 50_000, DOT),
        ("1942-07", 0.5, DOT),
        ("1942-07", 2, 62),
        ("1943-24", 0.5, 91 / 2),
        ("1943", 0.1, 36.5),
        ("1914/..", 0.01, OPEN),
        ("../1914", 10, OPEN),
    ],
)
def test_a_date_is_a_dot_until_it_is_long_enough_for_a_bar(date: str, zoom: float, length: float) -> None:
    assert length_of(date, zoom) == pytest.approx(length, rel=0.02)


def test_a_date_that_is_open_to_the_past_is_drawn_whole_though_it_is_the_first() -> None:
    found = story([("../1862", "Until then"), ("1870", "after")])
    scene = scene_of(found, view_of(found), Emphasis())
    assert scene.mark(0).left >= 0
    assert scene.mark(0).right == pytest.approx(scene.viewport.x(found.events[0].date.latest))


@pytest.mark.parametrize("height", range(60, 300, 7))
def test_the_rows_never_overlap(height: int) -> None:
    rows = rows_of(height, 20)
    bottom = rows.top + rows.lanes * rows.lane_height
    assert rows.top >= 0
    assert rows.lanes == 0 or bottom <= rows.crowds - rows.lane_height / 2 + 1e-6
    assert rows.crowds + rows.lane_height / 2 <= rows.axis
    assert rows.axis + 20 <= height


def test_panning_lays_nothing_out_and_zooming_does() -> None:
    found = story(WAR)
    near = view_of(found).zoomed(5, 400)
    layout = layout_of(found, near)
    assert layout.covers(near.panned(300))
    assert layout.covers(near.panned(-1e9))
    assert not layout.covers(near.zoomed(1.1, 0))


@pytest.fixture(scope="module")
def thousands() -> Story:
    """Five thousand events over two centuries."""
    rows = [(f"{1800 + n % 200}-{1 + n % 12:02d}-{1 + n * 7 % 28:02d}", f"Event {n}") for n in range(5000)]
    return story(rows)


def test_of_thousands_only_those_round_the_view_are_laid_out(thousands: Story) -> None:
    whole = view_of(thousands)
    home = layout_of(thousands, whole)
    assert sum(len(crowd.members) for crowd in home.crowds) + len(home.placed) == 5000
    near = whole.zoomed(300, 600)
    layout = layout_of(thousands, near, home)
    assert 0 < len(layout.boxes) < 500
    assert layout.covers(near.panned(near.width / 2))
    assert not layout.covers(near.panned(5 * near.width))


def test_of_thousands_those_stay_labelled_that_the_text_tells_most_of(thousands: Story) -> None:
    favoured = Story(thousands.events, (2500, *(i for i in range(5000) if i != 2500)))
    layout = layout_of(favoured, view_of(favoured))
    assert layout.spot(2500).label_width == 90.0


def test_at_home_every_event_of_few_is_placed_and_keeps_its_lane() -> None:
    found = story(WAR)
    whole = view_of(found)
    home = layout_of(found, whole)
    assert len(home.placed) == len(WAR)
    near = layout_of(found, whole.zoomed(6, 500), home)
    assert [near.spot(i).lane for i in range(len(WAR))] == [home.spot(i).lane for i in range(len(WAR))]


DATES = st.sampled_from([date for date, _ in (*WAR, *ODD[1:13])])


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    dates=st.lists(DATES, min_size=1, max_size=40),
    closer=st.floats(1, 2000),
    share=st.floats(0, 1),
    width=st.floats(150, 2500),
    raised=st.lists(st.integers(0, 39), max_size=3),
    height=st.integers(90, 260),
)
def test_no_label_covers_another(
    dates: list[str], closer: float, share: float, width: float, raised: list[int], height: int
) -> None:
    found = story([(date, f"It happens, number {number}") for number, date in enumerate(dates)])
    chosen = [index for index in raised if index < len(found)]
    emphasis = Emphasis(
        focused=frozenset(chosen[:1]),
        cursor=chosen[1] if len(chosen) > 1 else None,
        pointed=chosen[2] if len(chosen) > 2 else None,
    )
    view = view_of(found, width).zoomed(closer, width * share)
    scene = scene_of(found, view, emphasis, rows_of(height, 20))
    shown = list(scene.raised.values())
    shown += [
        label
        for index in scene.visible
        if index not in scene.raised
        and (label := scene.label(index))
        and not any(map(label.intersects, scene.raised.values()))
    ]
    shown += [rect for _, rect in scene.crowds]
    inner = [rect.adjusted(0.01, 0.01, -0.01, -0.01) for rect in shown]
    assert not any(first.intersects(second) for first, second in combinations(inner, 2))


def test_what_is_under_a_point_is_what_is_drawn_there() -> None:
    found = story(WAR)
    scene = scene_of(found, view_of(found), Emphasis())
    for index in range(len(found)):
        rect = scene.rect(index)
        assert scene.at(rect.center()) == index
        label = scene.label(index)
        assert label is not None
        assert scene.at(QPointF(label.right() - 2, label.center().y())) == index
    assert scene.at(QPointF(5, 2)) is None


@pytest.mark.parametrize("emphasis", [Emphasis(pointed=3), Emphasis(cursor=3)])
def test_a_long_title_is_shown_whole_under_the_pointer_and_at_the_keyboard(emphasis: Emphasis) -> None:
    title = "The Germans launched another operation against the partisans"
    found = story([(f"1943-{month:02}", f"{title}, number {month}") for month in range(1, 13)])
    usual, raised = (scene_of(found, view_of(found), one) for one in (Emphasis(), emphasis))
    cut = usual.label(3)
    assert cut is None or cut.width() < usual.letters.label_width(usual.labels[3])
    assert raised.raised[3].width() == raised.letters.label_width(raised.labels[3])


def test_the_label_of_an_event_in_focus_is_whole_though_it_is_in_a_crowd() -> None:
    found = story([("1943-09-03", f"The same day, number {number}") for number in range(30)])
    scene = scene_of(found, view_of(found), Emphasis(focused=frozenset({29})))
    assert scene.layout.spot(29).lane < 0
    assert scene.raised[29].width() >= scene.letters.label_width(scene.labels[29]) - 1
    [(crowd, rect)] = scene.crowds
    assert len(crowd.members) + len(scene.visible) == 30
    assert not rect.intersects(scene.rect(29))


def test_a_bar_that_runs_out_of_view_has_its_label_inside() -> None:
    found = story([("1800/1900", "A long century"), ("1850-01-01", "A day"), ("1850-01-05", "Another")])
    view = view_of(found).at(675_700.0, 20.0, 600)
    label = scene_of(found, view, Emphasis()).label(0)
    assert label is not None
    assert QRectF(0, 0, view.width, 160).contains(label)


def test_events_are_told_apart_by_date_then_by_place() -> None:
    found = story([("1943", "later"), ("1942", "first"), ("1943", "last")])
    assert [event.title for event in found.events] == ["first", "later", "last"]
    assert [found.index("e1"), found.index("e0"), found.index("nobody")] == [0, 1, None]


def test_a_title_of_many_lines_is_one_line_and_no_longer_than_needed() -> None:
    found = story([("1943", "One\n  two\tthree " + "x" * 100_000)])
    assert found.events[0].title.startswith("One two three x")
    assert len(found.events[0].title) <= 200
    assert all(first < second for first, second in pairwise([0, len(found)]))


def test_a_label_that_is_raised_hides_none_of_another_lane() -> None:
    found = story([(f"1943-09-{day:02d}", f"Some title, number {day}") for day in range(1, 9)])
    scene = scene_of(found, view_of(found), Emphasis(focused=frozenset({3})))
    own = scene.layout.spot(3).lane
    for index in scene.visible:
        label = scene.label(index)
        if scene.layout.spot(index).lane != own and label:
            assert not label.intersects(scene.raised[3])
