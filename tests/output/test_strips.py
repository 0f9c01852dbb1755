"""Strips: every event is drawn or counted, no words stand on others, and nothing leaves the page."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from companion.core.dates import parse_date
from companion.core.entries import Kind
from companion.output.summary import Item, Labels
from companion.output.svg import to_svg
from companion.output.timeline.legend import draw_legend
from companion.output.timeline.lettering import Lettering, estimated
from companion.output.timeline.shapes import Bar, Caption, Strip, Stroke, Tone
from companion.output.timeline.signs import Sign
from companion.output.timeline.strips import Drawn, draw_timeline

WIDTH = 700.0
_DATES = some.one_of(
    some.integers(1, 3000).map("{:04}".format),
    some.dates().map(str),
    some.integers(1000, 2000).map("{}~".format),
    some.integers(1000, 2000).map("{}?".format),
    some.integers(1000, 2000).map("{}/..".format),
    some.integers(1000, 2000).map("../{}".format),
    some.tuples(some.integers(1000, 1500), some.integers(1501, 2000)).map("{0[0]}/{0[1]}".format),
)
_EVENTS = some.lists(some.tuples(_DATES, some.text("abc é界", max_size=30)), min_size=1, max_size=70)


def _items(*dates: str, titles: dict[int, str] | None = None) -> list[Item]:
    made = [
        Item(f"e{number}", Kind.EVENT, (titles or {}).get(number, f"event {number}"), date=parse_date(date))
        for number, date in enumerate(dates)
    ]
    return sorted(made, key=lambda item: item.date or parse_date("1"))


def _captions(drawn: Drawn, *, small: bool = False) -> list[list[Caption]]:
    return [
        [shape for shape in strip.shapes if isinstance(shape, Caption) and shape.small is small]
        for strip in drawn.strips
    ]


def _told(drawn: Drawn) -> list[str]:
    return [caption.words for captions in _captions(drawn) for caption in captions]


@given(_EVENTS)
def test_no_words_stand_on_others_or_leave_the_page(events: list[tuple[str, str]]) -> None:
    titles = {number: title for number, (_, title) in enumerate(events)}
    drawn = draw_timeline(_items(*(date for date, _ in events), titles=titles), WIDTH)
    for strip, captions in zip(drawn.strips, _captions(drawn), strict=True):
        for caption in captions:
            assert caption.x >= 0
            assert caption.x + caption.width <= WIDTH + 0.01
            assert 0 < caption.y < strip.height
        for one, other in combinations(captions, 2):
            apart = one.x + one.width <= other.x + 0.01 or other.x + other.width <= one.x + 0.01
            assert abs(one.y - other.y) > 13 or apart


@given(_EVENTS)
def test_every_event_has_a_mark_or_is_counted(events: list[tuple[str, str]]) -> None:
    drawn = draw_timeline(_items(*(date for date, _ in events)), WIDTH, crowd="{count} more")
    marks = sum(
        (isinstance(shape, Bar) and shape.fill is not Tone.PAPER and shape.radius > 0) or _is_hollow(shape)
        for strip in drawn.strips
        for shape in strip.shapes
    )
    counted = sum(
        int(found[1])
        for captions in _captions(drawn, small=True)
        for caption in captions
        if (found := re.fullmatch(r"(\d+) more", caption.words))
    )
    assert marks + counted >= len(events)


def _is_hollow(shape: object) -> bool:
    return isinstance(shape, Bar) and shape.fill is Tone.PAPER and shape.outline is Tone.INK


def test_a_few_events_are_one_strip_and_many_are_several() -> None:
    few = draw_timeline(_items(*(f"{1800 + 2 * n}" for n in range(10))), WIDTH)
    many = draw_timeline(_items(*(f"{1800 + 2 * n}" for n in range(100))), WIDTH)
    assert len(few.strips) == 1
    assert 4 <= len(many.strips) <= 12
    numbers = [[int(caption.words.split()[1]) for caption in captions] for captions in _captions(many)]
    assert sorted(n for strip in numbers for n in strip) == list(range(100))
    assert all(max(one) < min(other) for one, other in pairwise(numbers))


def test_what_lasts_long_stands_in_every_strip_that_it_reaches() -> None:
    drawn = draw_timeline(_items("1800/1990", *(f"{1801 + 2 * n}" for n in range(90))), WIDTH)
    assert _told(drawn).count("event 0") == len(drawn.strips) > 2
    assert Sign.OPEN in drawn.signs


def test_events_of_one_day_cannot_be_parted_and_are_counted() -> None:
    drawn = draw_timeline(_items(*["1812-09-07"] * 60), WIDTH)
    assert len(drawn.strips) == 1
    (captions,) = _captions(drawn, small=True)
    assert any(re.fullmatch(r"\d\d events", caption.words) for caption in captions)


@pytest.mark.parametrize(
    ("date", "signs"),
    [
        ("1943-07-06", {Sign.DAY}),
        ("1943-07-06~", {Sign.DAY, Sign.APPROXIMATE}),
        ("1943-07-06?", {Sign.DAY, Sign.UNCERTAIN}),
        ("1943-07-06/..", {Sign.OPEN}),
        ("1941/1960", {Sign.DAY, Sign.WHILE}),
    ],
)
def test_only_signs_that_are_used_are_explained(date: str, signs: set[Sign]) -> None:
    drawn = draw_timeline(_items(date, "1950-01-01" if "/19" in date else date), WIDTH)
    assert drawn.signs == signs
    words = [
        shape.words
        for shape in draw_legend(drawn.signs, Labels().signs, WIDTH).shapes
        if isinstance(shape, Caption)
    ]
    assert words == [Labels().signs[sign] for sign in Sign if sign in signs]


def test_marks_are_told_apart_without_colour() -> None:
    def look(date: str) -> tuple[Tone, Tone | None, bool]:
        (strip,) = draw_timeline(_items(date), WIDTH).strips
        (bar,) = [shape for shape in strip.shapes if isinstance(shape, Bar)]
        return bar.fill, bar.outline, bar.dashed

    looks = {look(date) for date in ("1943-07-06", "1943-07-06~", "1943-07-06?")}
    assert len(looks) == 3


def test_years_left_out_are_marked_as_a_break() -> None:
    drawn = draw_timeline(
        _items(*(f"{year}" for year in (1000, 1001, 1002, 1003, 1990, 1991, 1992, 1993))), WIDTH
    )
    assert Sign.BREAK in drawn.signs
    assert any(isinstance(shape, Stroke) and len(shape.points) == 4 for shape in drawn.strips[0].shapes)


def test_a_label_is_cut_by_its_letters() -> None:
    letters = Lettering(len, len)
    assert letters.shortened("abcdef", 6) == "abcdef"
    assert letters.shortened("abcdef", 5) == "abcd…"
    assert letters.shortened("abc def", 5) == "abc…"
    assert letters.shortened("abcdef", 0) == "…"


def test_letters_that_nobody_measured_are_wide_enough() -> None:
    label, small = estimated()
    assert label("Wm") > label("il") > 0
    assert label("界") > label("a") > small("a")
    assert label("é") == label("e\N{COMBINING ACUTE ACCENT}")


def test_svg_is_escaped() -> None:
    strip = Strip(10, 10, (Caption(1, 2.5, '</text><script>"&\x00', 8.0, Tone.DIM, small=True),))
    assert to_svg(strip, 'a "name" <b>') == (
        '<svg viewBox="0 0 10 10" role="group" aria-label="a &quot;name&quot; &lt;b&gt;">\n'
        '<text class="fill-dim small" x="1" y="2.5">&lt;/text&gt;&lt;script&gt;&quot;&amp;</text>\n</svg>'
    )
