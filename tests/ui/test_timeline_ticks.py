"""The labels of the axis: from minutes to millennia, never one over the other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.dates import day_number
from companion.output.timeline.scale import Axis, Scale
from companion.output.timeline.stretches import Stretch
from companion.output.timeline.ticks import Tick, ticks, year_in_words


def width_of(label: str) -> float:
    return 7.0 * len(label)


def shown(start: float, end: float, width: float = 1000, *left_out: Stretch) -> list[Tick]:
    """The ticks of the whole axis."""
    axis = Axis(start, end, left_out, kept=min((s.days / 100 for s in left_out), default=0.0))
    return ticks(Scale(axis, axis.fitting(width)), 0, width, width_of)


def labels(start: float, end: float, width: float = 1000) -> list[str]:
    return [tick.label for tick in shown(start, end, width) if tick.label]


def year(number: int) -> float:
    return float(day_number(number))


@given(
    start=st.floats(-1e7, 1e7),
    exponent=st.floats(-2, 9),
    left=st.floats(0, 1),
    closer=st.floats(1, 1000),
    gap=st.none() | st.tuples(st.floats(0.1, 0.4), st.floats(0.5, 0.9)),
)
def test_labels_never_overlap_and_stay_in_view(
    start: float, exponent: float, left: float, closer: float, gap: tuple[float, float] | None
) -> None:
    span = 10**exponent
    left_out = (Stretch(start + span * gap[0], start + span * gap[1]),) if gap else ()
    axis = Axis(start, start + span, left_out)
    scale = Scale(axis, axis.fitting(900) * closer)
    begin = (scale.width - 900) * left
    found = ticks(scale, begin, begin + 900, width_of)
    labelled = [tick for tick in found if tick.label]
    assert labelled, "one always knows when one is"
    assert len(labelled) < 40
    for first, second in pairwise(labelled):
        assert first.x + width_of(first.label) < second.x
    for tick in labelled:
        assert begin <= tick.x
        assert tick.x + width_of(tick.label) <= begin + 900
    lines = [tick.line for tick in found if tick.line is not None]
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("start", "end", "some"),
    [
        (year(1939), year(1945), ["1939", "1940", "1941", "1942", "1943", "1944", "1945"]),
        (year(1943), year(1944), ["1943", "Apr", "Jul", "Oct", "1944"]),
        (day_number(1943, 9, 1), day_number(1943, 9, 20), ["1 Sep 1943", "5 Sep", "10 Sep"]),
        (day_number(1943, 9, 3), day_number(1943, 9, 4), ["3 Sep 1943", "03:00", "06:00"]),
        (711_000 + 8 / 24, 711_000 + 8.5 / 24, ["08:00", "08:05", "08:10"]),
        (year(-1000), year(2000), ["1000 BC", "500 BC", "AD 1", "AD 500", "1000", "1500"]),
        (year(-12_000), year(0), ["12,000 BC", "10,000 BC", "2000 BC"]),
        (year(-66_000_000), year(1), ["60 million BC", "10 million BC"]),
    ],
)
def test_the_unit_suits_the_zoom(start: float, end: float, some: list[str]) -> None:
    found = labels(start, end)
    for label in some:
        assert any(label in tick for tick in found), found


def test_a_line_stands_at_the_beginning_of_its_year() -> None:
    axis = Axis(year(1939), year(1945))
    scale = Scale(axis, axis.fitting(1000))
    lines = {tick.label: tick.line for tick in ticks(scale, 0, 1000, width_of)}
    assert lines["1942"] == pytest.approx(scale.x(day_number(1942)))
    assert lines["1945"] == pytest.approx(scale.x(day_number(1945)))


def test_there_is_no_year_nought() -> None:
    found = labels(year(-3), year(5))
    assert [label for label in found if label[:2] in ("1 ", "AD")][:2] == ["1 BC", "AD 1"]


def test_the_year_among_months_and_the_day_among_hours_are_major() -> None:
    months = {tick.label: tick.is_major for tick in shown(year(1943) + 40, year(1944) + 90)}
    assert months["1944"]
    assert not months["Apr"]
    hours = {tick.label: tick.is_major for tick in shown(710_000.3, 710_001.6)}
    assert [label for label, major in hours.items() if major and ":" not in label]


def test_the_first_label_says_the_year_of_a_month() -> None:
    assert "1943" in labels(day_number(1943, 2, 2), day_number(1943, 8, 1))[0]


def test_a_short_piece_after_a_break_says_its_year_only() -> None:
    start, end = float(day_number(1943)), day_number(1985, 4, 12)
    gap = Stretch(day_number(1944), end - 20)
    axis = Axis(start, end, (gap,), kept=19.5)
    found = ticks(Scale(axis, axis.fitting(1000)), 0, 1000, width_of)
    assert found[-1].label == "1985"
    assert found[-1].line is None
    assert [tick.label for tick in found[:3]] == ["1943", "Apr", "Jul"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1944, "1944"),
        (60, "AD 60"),
        (0, "1 BC"),
        (-43, "44 BC"),
        (-11_999, "12,000 BC"),
        (12_000, "12,000"),
        (-66_000_000, "66 million BC"),
        (-65_999_880, "65,999,881 BC"),
    ],
)
def test_years_are_said_as_people_say_them(number: int, words: str) -> None:
    assert year_in_words(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(1944, "1944"), (60, "60 n. Chr."), (-43, "44 v. Chr."), (-66_499_999, "66,5 Mio. v. Chr.")],
)
def test_years_are_counted_in_the_language_of_the_labels(number: int, words: str) -> None:
    assert year_in_words(number, "de") == words


def test_months_are_named_in_the_language_of_the_labels() -> None:
    axis = Axis(day_number(1943, 9), day_number(1944))
    found = ticks(Scale(axis, axis.fitting(900)), 0, 900, width_of, "de-AT")
    said = {tick.label for tick in found}
    assert "Dez." in said
    assert not any("Oct" in label or "Dec" in label for label in said)
