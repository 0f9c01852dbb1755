from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtGui import QFont

from companion.ui.looks.look import TEXT_FONT
from companion.ui.print.typesetting import Flow, Line, Pages, Words, beside, paragraph, together

WIDTH, HEIGHT = 400.0, 100.0
_LINES = some.lists(
    some.builds(
        Line,
        pieces=some.just(()),
        height=some.integers(1, 60).map(float),
        before=some.integers(0, 20).map(float),
        together=some.booleans(),
    ),
    max_size=40,
)


def _lines(count: int, height: float = 10.0) -> list[Line]:
    return [Line((), height) for _ in range(count)]


@pytest.fixture
def font(qapp: object) -> QFont:
    assert qapp
    made = QFont(TEXT_FONT)
    made.setPixelSize(20)
    return made


@given(_LINES, _LINES, some.integers(1, 3))
def test_every_line_stands_once_and_in_order_on_a_page(
    first: list[Line], second: list[Line], columns: int
) -> None:
    pages = Pages(WIDTH, HEIGHT)
    pages.flow(Flow(first))
    pages.flow(Flow(second, columns=columns, gap=10, before=7))
    placed = [placed for page in pages.pages for placed in page]
    assert [id(one.line) for one in placed] == [id(line) for line in first + second]
    assert all(one.y >= 0 and one.y + one.line.height <= HEIGHT + 0.1 for one in placed)


@given(_LINES)
def test_no_two_lines_overlap_in_a_column(lines: list[Line]) -> None:
    pages = Pages(WIDTH, HEIGHT)
    pages.flow(Flow(lines, columns=2, gap=10))
    for page in pages.pages:
        for one, other in pairwise(page):
            assert other.x > one.x or other.y >= one.y + one.line.height - 0.01


def test_a_heading_is_never_left_at_the_foot() -> None:
    pages = Pages(WIDTH, HEIGHT)
    pages.flow(Flow(_lines(8)))
    head = _lines(1)
    pages.flow(Flow(together(_lines(2)) + _lines(1), head))
    assert [len(page) for page in pages.pages] == [8, 4]
    assert pages.pages[1][0].line is head[0]


def test_what_belongs_together_stays_together() -> None:
    pages = Pages(WIDTH, HEIGHT)
    pages.flow(Flow(_lines(8) + together(_lines(3)) + _lines(1)))
    assert [len(page) for page in pages.pages] == [8, 4]


def test_what_is_higher_than_a_page_is_parted_all_the_same() -> None:
    pages = Pages(WIDTH, HEIGHT)
    pages.flow(Flow(together(_lines(25))))
    assert [len(page) for page in pages.pages] == [10, 10, 5]


def test_columns_end_equally_long() -> None:
    pages = Pages(WIDTH, HEIGHT)
    pages.flow(Flow(_lines(9), columns=2, gap=20))
    left = [placed for placed in pages.pages[0] if placed.x == 0]
    right = [placed for placed in pages.pages[0] if placed.x > 0]
    assert (len(left), len(right)) == (5, 4)
    assert right[0].x == (WIDTH + 20) / 2
    pages.flow(Flow(_lines(1)))
    assert pages.pages[0][-1].y == 50


def test_space_above_a_line_is_swallowed_by_the_top_of_a_column() -> None:
    pages = Pages(WIDTH, HEIGHT)
    pages.flow(Flow([line._replace(before=5.0) for line in _lines(8)]))
    assert [placed.y for placed in pages.pages[0]] == [0, 15, 30, 45, 60, 75, 90]
    assert [placed.y for placed in pages.pages[1]] == [0]


def test_words_are_broken_to_the_width(font: QFont) -> None:
    lines = paragraph([Words("many words " * 40)], font, WIDTH, leading=26)
    assert len(lines) > 3
    assert all(line.pieces[0].line.naturalTextWidth() <= WIDTH + 0.5 for line in lines)
    assert [line.together for line in lines[:2]] == [True, False]
    assert [line.together for line in lines[-2:]] == [True, False]


def test_a_word_wider_than_the_column_is_broken_too(font: QFont) -> None:
    lines = paragraph([Words("Rind" * 60)], font, WIDTH, leading=26)
    assert len(lines) > 3
    assert all(line.pieces[0].line.naturalTextWidth() <= WIDTH + 0.5 for line in lines)


def test_words_that_run_leftwards_begin_at_the_right(font: QFont) -> None:
    for text, at_left in (("Verl", True), ("(1643) السلام", False), ("שלום Verl", False), ("1643", True)):
        (line,) = paragraph([Words(text)], font, WIDTH, leading=26)
        rect = line.pieces[0].line.naturalTextRect()
        assert (rect.left() < 1) is at_left
        assert (rect.right() > WIDTH - 1) is not at_left


def test_a_year_stands_beside_the_words_that_it_belongs_to(font: QFont) -> None:
    years = [Words("1898 – 1978")]
    (left,), (right,) = (paragraph(years, font, WIDTH, leading=26, leftwards=one) for one in (False, True))
    ends = [piece.line.naturalTextRect().right() for line in (left, right) for piece in line.pieces]
    assert ends[0] < WIDTH / 2 < WIDTH - 1 <= ends[1]


def test_a_full_stop_stands_where_its_sentence_ends(font: QFont) -> None:
    for text, is_leftwards in (
        ("שלום.", True),
        ("Verl.", False),
        ("שלום Verl.", True),
        ("Verl שלום.", False),
    ):
        (line,) = paragraph([Words(text)], font, WIDTH, leading=26)
        words = line.pieces[0].line
        stop, _ = words.cursorToX(len(text) - 1)
        assert (stop < words.naturalTextRect().center().x()) is is_leftwards


def test_formats_count_as_qt_counts(font: QFont) -> None:
    (line,) = paragraph(
        [Words("🏰🏰 "), Words("Verl", bold=True), Words(" is there")], font, WIDTH, leading=26
    )
    (part,) = [part for part in line.pieces[0].layout.formats() if part.format.fontWeight() == 600]
    assert (part.start, part.length) == (5, 4)


def test_two_paragraphs_share_their_lines() -> None:
    joined = beside(_lines(1), together(_lines(3, height=12)), 50)
    assert [line.height for line in joined] == [12, 12, 12]
    assert [line.together for line in joined] == [True, True, True]
