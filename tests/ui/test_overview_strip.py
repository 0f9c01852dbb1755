from __future__ import annotations

from typing import TYPE_CHECKING

import panel_sample as sample
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage

from companion.core.document import Span
from companion.ui.frame.overview_strip import OverviewStrip
from companion.ui.looks.look import Look
from companion.ui.looks.theme import Role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def strip(host: QWidget) -> OverviewStrip:
    made = OverviewStrip(sample.opened(host), Look(host), host)
    made.resize(16, 400)
    made.show()
    return made


def drawn(strip: OverviewStrip) -> QImage:
    return strip.grab().toImage()


def rows_with(image: QImage, colour: QColor, x: int) -> list[int]:
    return [y for y in range(image.height()) if QColor(image.pixel(x, y)) == colour]


def test_a_bar_for_every_passage_where_it_stands(strip: OverviewStrip) -> None:
    accent = strip._look[Role.ACCENT]
    assert rows_with(drawn(strip), accent, 6) == []
    strip.reading.focus_on("verl")
    rows = rows_with(drawn(strip), accent, 6)
    nameless = strip.reading.passages.nameless
    assert len(nameless) == 1
    for number, span in enumerate(strip.reading.passages.spans):
        assert (int(strip.y_of(span.start)) in rows) is (number not in nameless)
    strip.reading.release()
    assert rows_with(drawn(strip), accent, 6) == []


def test_a_passage_without_the_name_is_a_row_of_dots(strip: OverviewStrip) -> None:
    strip.reading.focus_on("verl")
    accent, image = strip._look[Role.ACCENT], drawn(strip)
    [number] = strip.reading.passages.nameless
    y = int(strip.y_of(strip.reading.passages.spans[number].start))
    columns = [x for x in range(strip.width()) if y in rows_with(image, accent, x)]
    assert columns == [3, 4, 7, 8, 11, 12]
    assert strip._words_at(y) == "§3 · The winter · without the name"


def test_hits_are_ticks_at_the_edge(strip: OverviewStrip) -> None:
    strip.reading.search("gate")
    ink, image = strip._look[Role.INK], drawn(strip)
    y = int(strip.y_of(strip.reading.hits[0].start))
    assert y in rows_with(image, ink, 12)
    assert y not in rows_with(image, ink, 5)


def test_few_and_many_ticks_are_drawn_alike(strip: OverviewStrip) -> None:
    starts = list(range(0, len(strip.reading.document.text), 3))
    few = strip._rows(starts)
    many = strip._rows(sorted(starts * 60))
    covered = [
        {row for first, more in rows for row in range(first, first + more + 1)} for rows in (few, many)
    ]
    assert covered[0] <= covered[1] | {row + 1 for row in covered[1]} | {row - 1 for row in covered[1]}
    assert abs(len(covered[0]) - len(covered[1])) <= 2


def test_the_frame_is_what_is_on_the_screen(strip: OverviewStrip) -> None:
    length = len(strip.reading.document.text)
    strip.reading.moved_to(Span(length // 2, length // 2 + length // 4))
    assert strip.thumb.top() == pytest.approx(strip.y_of(length // 2))
    assert strip.thumb.bottom() == pytest.approx(strip.y_of(length // 2 + length // 4))
    strip.reading.moved_to(Span(length, length))
    assert strip.thumb.height() >= 12
    assert strip.rect().toRectF().contains(strip.thumb)
    strip.reading.moved_to(Span(0, 1))
    assert strip.rect().toRectF().contains(strip.thumb)


def test_the_frame_is_seen_among_bars(strip: OverviewStrip) -> None:
    strip.reading.focus_on("verl")
    strip.reading.moved_to(Span(0, 1))
    top = strip.thumb.toRect().top()
    strip._rows = lambda starts: [(0, 400)] if starts else []  # type: ignore[method-assign]
    image = drawn(strip)
    column = [QColor(image.pixel(8, y)) for y in range(top - 1, top + 3)]
    paper, ink, accent = (strip._look[role] for role in (Role.PAPER, Role.INK, Role.ACCENT))
    assert column == [paper, ink, paper, accent]


def test_places_go_there_and_back(strip: OverviewStrip) -> None:
    for offset in (0, 17, len(strip.reading.document.text)):
        assert strip.offset_at(strip.y_of(offset)) == offset
    assert strip.offset_at(-50) == 0
    assert strip.offset_at(5000) == len(strip.reading.document.text)


def test_a_click_on_a_bar_goes_to_the_passage(strip: OverviewStrip, qtbot: QtBot) -> None:
    strip.reading.focus_on("verl")
    y = round(strip.y_of(strip.reading.passages.spans[3].start))
    with qtbot.waitSignal(strip.reading.passage_requested):
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(8, y + 1))
    assert strip.reading.passage_index == 3


def test_a_click_elsewhere_brings_that_place_to_the_middle(strip: OverviewStrip, qtbot: QtBot) -> None:
    length = len(strip.reading.document.text)
    strip.reading.moved_to(Span(0, length // 4))
    y = round(strip.y_of(length * 0.75))
    with qtbot.waitSignal(strip.reading.place_requested) as asked:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(8, y))
    assert asked.args[0] == pytest.approx(length * 0.75 - length / 8, abs=3)
    assert strip.reading.can_go_back


def test_dragging_the_frame_scrolls_without_a_jump(strip: OverviewStrip, qtbot: QtBot) -> None:
    length = len(strip.reading.document.text)
    strip.reading.moved_to(Span(0, length // 4))
    start = round(strip.thumb.center().y())
    asked: list[int] = []
    strip.reading.place_requested.connect(asked.append)
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(8, start))
    qtbot.mouseMove(strip, QPoint(8, start + 60))
    qtbot.mouseMove(strip, QPoint(8, start + 90))
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(8, start + 90))
    assert asked == sorted(asked)
    assert asked[-1] == pytest.approx(strip.offset_at(8 + 90), abs=2)
    assert not strip.reading.can_go_back


def test_says_where_one_points_and_what_is_shown(strip: OverviewStrip) -> None:
    offset = strip.reading.document.text.index("All winter")
    assert strip._words_at(strip.y_of(offset + 2)) == "§3 · The winter"
    strip.reading.moved_to(Span(offset, offset + 30))
    strip.reading.focus_on("verl")
    assert strip.accessibleDescription() == "shown: §3 · The winter, 5 passages, 1 of them without the name"
    strip.reading.search("gate")
    assert strip.accessibleDescription().endswith("1 hit")


def test_an_empty_text_has_no_places(host: QWidget, qtbot: QtBot) -> None:
    from companion.ui.reading import Reading

    strip = OverviewStrip(Reading(host), Look(host), host)
    strip.resize(16, 300)
    strip.show()
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(8, 100))
    assert strip.accessibleDescription() == ""
    assert not drawn(strip).isNull()


def test_ticks_are_drawn_once_for_a_focus(strip: OverviewStrip) -> None:
    strip.reading.focus_on("verl")
    drawn(strip)
    kept = strip._ticks
    strip.reading.moved_to(Span(3, 40))
    drawn(strip)
    assert strip._ticks is kept
    strip.resize(16, 390)
    drawn(strip)
    assert strip._ticks is not kept


def test_a_text_that_is_all_seen_has_no_frame(strip: OverviewStrip) -> None:
    length = len(strip.reading.document.text)
    ink = strip._look[Role.INK]
    strip.reading.moved_to(Span(0, length // 2))
    assert rows_with(drawn(strip), ink, 1)
    strip.reading.moved_to(Span(0, length))
    assert not rows_with(drawn(strip), ink, 1)


def test_the_strip_stands_on_the_page(strip: OverviewStrip) -> None:
    assert QColor(drawn(strip).pixel(0, 0)) == strip._look[Role.PAPER]
