"""Moving: by wheel, keys, bar and jumps; nothing moves that need not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractAnimation, QPoint, Qt
from PySide6.QtWidgets import QApplication
from reading_view_sample import CTRL, LONG, SHIFT, document_of, press, shown, span_of, top_line, turn_wheel

from companion.core.document import Block, BlockKind, Document, Span
from companion.ui.reading_view import moving
from companion.ui.reading_view.motion import Glide

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from companion.ui.reading_view import ReadingView

Key = Qt.Key


def wants_no_motion(widget: QWidget) -> bool:
    """What the system says where it asks for less motion."""
    return False


def wants_motion(widget: QWidget) -> bool:
    """What the system says elsewhere."""
    return True


@pytest.fixture
def view(host: QWidget, monkeypatch: pytest.MonkeyPatch) -> ReadingView:
    """A view of the long text in which nothing moves softly."""
    monkeypatch.setattr(moving, "motion_is_wanted", wants_no_motion)
    return shown(host, LONG)


@pytest.fixture
def soft(host: QWidget, monkeypatch: pytest.MonkeyPatch) -> ReadingView:
    """A view of the long text that scrolls softly."""
    monkeypatch.setattr(moving, "motion_is_wanted", wants_motion)
    return shown(host, LONG)


def is_gliding(view: ReadingView) -> bool:
    return view.findChild(Glide).state() == QAbstractAnimation.State.Running


def settle(view: ReadingView, qtbot: QtBot) -> None:
    """Waits until it has stopped."""
    qtbot.waitUntil(lambda: not is_gliding(view))


def pixels_from(view: ReadingView, offset: int) -> float:
    """How far below the upper edge that line is."""
    found = view.flow.distance_to(offset, 1e4)
    assert found is not None
    return found


class TestShowingWords:
    """Bringing words into view."""

    def test_words_that_are_comfortably_in_view_do_not_move(self, view: ReadingView) -> None:
        view.show_place(span_of(view, "Paragraph 20").start)
        before = (view.flow.top, view.flow.off)
        place = view.reading.place
        inside = [
            Span(offset, offset + 5)
            for offset in range(place.start, place.end, 40)
            if 60 < pixels_from(view, offset) < 480
        ]
        assert len(inside) > 10
        for span in inside:
            view.show_span(span)
            assert (view.flow.top, view.flow.off) == before

    def test_far_words_land_in_the_upper_third(self, view: ReadingView) -> None:
        span = span_of(view, "Paragraph 77")
        view.show_span(span)
        assert pixels_from(view, span.start) == pytest.approx(0.28 * view.flow.height, abs=1)

    def test_words_at_the_edge_are_brought_in(self, view: ReadingView) -> None:
        view.show_place(span_of(view, "Paragraph 20").start)
        last = view.reading.place.end - 4
        view.show_span(Span(last, last + 3))
        assert 0.05 * view.flow.height < pixels_from(view, last) < 0.8 * view.flow.height

    def test_a_passage_that_ends_below_the_screen_is_seen_as_a_whole(self, view: ReadingView) -> None:
        view.show_place(span_of(view, "Paragraph 20").start)
        start = next(o for o in range(view.reading.place.start, len(LONG.text)) if pixels_from(view, o) > 470)
        span = Span(start, start + 500)
        view.show_span(span)
        assert pixels_from(view, span.start) >= 0
        assert pixels_from(view, span.end - 1) + view.flow.page.line_height <= view.flow.height

    def test_a_passage_longer_than_the_screen_is_shown_from_its_beginning(self, view: ReadingView) -> None:
        span = Span(span_of(view, "Paragraph 20").start, span_of(view, "Paragraph 60").start)
        view.show_span(span)
        top = pixels_from(view, span.start)
        assert 0 <= top < 0.3 * view.flow.height
        view.show_span(span)
        assert pixels_from(view, span.start) == top

    def test_the_very_last_words_are_seen(self, view: ReadingView) -> None:
        span = Span(len(LONG.text) - 6, len(LONG.text))
        view.show_span(span)
        assert view.rects_of(span)
        assert view.flow.is_at_end()
        before = view.flow.off
        view.show_span(span)
        assert view.flow.off == before

    def test_the_first_words_are_seen_with_the_margin(self, view: ReadingView) -> None:
        view.show_place(5000)
        view.show_span(Span(0, 3))
        assert view.flow.is_at_start()

    def test_near_words_are_scrolled_to_softly_and_lit(self, soft: ReadingView, qtbot: QtBot) -> None:
        soft.show_place(span_of(soft, "Paragraph 20").start)
        span = span_of(soft, "Paragraph 25")
        before = pixels_from(soft, span.start)
        soft.show_span(span)
        assert is_gliding(soft)
        assert pixels_from(soft, span.start) == before
        settle(soft, qtbot)
        assert pixels_from(soft, span.start) == pytest.approx(0.28 * soft.flow.height, abs=1)
        layers = soft.painting.layers
        assert layers.arrival == span
        qtbot.waitUntil(lambda: layers.arrival_strength == 0.0, timeout=5000)

    def test_a_jump_in_the_middle_of_a_soft_scroll_wins(self, soft: ReadingView, qtbot: QtBot) -> None:
        soft.show_place(span_of(soft, "Paragraph 20").start)
        soft.show_span(span_of(soft, "Paragraph 25"))
        qtbot.wait(30)
        target = span_of(soft, "Paragraph 90").start
        soft.show_place(target)
        assert not is_gliding(soft)
        assert top_line(soft) == target


class TestJumps:
    """Jumps of the reading, and taking them back."""

    def test_every_jump_is_taken_back_to_the_same_line(self, view: ReadingView) -> None:
        reading = view.reading
        view.scroll_by(3333)
        places = [top_line(view)]
        for words in ("Paragraph 80", "Paragraph 10", "Paragraph 119"):
            reading.go_to(span_of(view, words))
            places.append(top_line(view))
        for place in places[-2::-1]:
            reading.back()
            assert top_line(view) == place
        for place in places[1:]:
            reading.forward()
            assert top_line(view) == place

    def test_home_and_end_are_jumps(self, view: ReadingView) -> None:
        view.scroll_by(3000)
        place = top_line(view)
        press(view, Key.Key_End)
        assert view.flow.is_at_end()
        view.reading.back()
        assert top_line(view) == place
        press(view, Key.Key_Home)
        assert view.flow.is_at_start()


class TestKeys:
    """Scrolling by keyboard."""

    def test_arrows_scroll_a_line(self, view: ReadingView) -> None:
        view.show_place(span_of(view, "Paragraph 20").start)
        offset = top_line(view)
        before = pixels_from(view, offset)
        press(view, Key.Key_Down)
        assert pixels_from(view, offset) == before - view.flow.page.line_height
        press(view, Key.Key_Up)
        assert pixels_from(view, offset) == before

    @pytest.mark.parametrize(
        ("down", "up"),
        [((Key.Key_Space,), (Key.Key_Space, SHIFT)), ((Key.Key_PageDown,), (Key.Key_PageUp,))],
    )
    def test_a_page_keeps_two_lines(self, view: ReadingView, down: tuple, up: tuple) -> None:
        view.show_place(span_of(view, "Paragraph 20").start)
        offset, before = top_line(view), view.reading.place
        place = pixels_from(view, offset)
        press(view, *down)
        assert view.reading.place.start < before.end
        way = place - pixels_from(view, offset)
        assert way == pytest.approx(view.flow.height - 2 * view.flow.page.line_height)
        press(view, *up)
        assert pixels_from(view, offset) == pytest.approx(place)

    @pytest.mark.parametrize("keys", [CTRL, Qt.KeyboardModifier.AltModifier])
    def test_keys_with_other_meanings_are_left_to_the_window(
        self, view: ReadingView, keys: Qt.KeyboardModifier
    ) -> None:
        view.scroll_by(2000)
        before = view.reading.place
        for key in (Key.Key_Down, Key.Key_Up, Key.Key_PageDown, Key.Key_Space, Key.Key_Left):
            press(view, key, keys)
        assert view.reading.place == before

    def test_a_key_held_down_gives_one_even_movement(self, soft: ReadingView, qtbot: QtBot) -> None:
        soft.show_place(span_of(soft, "Paragraph 20").start)
        offset = top_line(soft)
        before = pixels_from(soft, offset)
        for _ in range(6):
            press(soft, Key.Key_Down)
            qtbot.wait(25)
        settle(soft, qtbot)
        way = before - pixels_from(soft, offset)
        assert way == pytest.approx(6 * soft.flow.page.line_height, abs=0.5)


class TestWheel:
    """The wheel and the pad."""

    def test_a_notch_scrolls_by_the_systems_lines(self, view: ReadingView) -> None:
        view.show_place(span_of(view, "Paragraph 20").start)
        offset = top_line(view)
        before = pixels_from(view, offset)
        turn_wheel(view, -120)
        way = before - pixels_from(view, offset)
        assert way == pytest.approx(QApplication.wheelScrollLines() * view.flow.page.line_height)

    def test_the_small_steps_of_a_fine_wheel_add_up_to_a_notch(self, view: ReadingView) -> None:
        view.show_place(span_of(view, "Paragraph 20").start)
        offset = top_line(view)
        before = pixels_from(view, offset)
        for _ in range(8):
            turn_wheel(view, -15)
        way = before - pixels_from(view, offset)
        assert way == pytest.approx(QApplication.wheelScrollLines() * view.flow.page.line_height)

    def test_a_pad_scrolls_by_its_pixels_at_once(self, soft: ReadingView) -> None:
        soft.show_place(span_of(soft, "Paragraph 20").start)
        offset = top_line(soft)
        before = pixels_from(soft, offset)
        turn_wheel(soft, -40, pixels=-7)
        assert pixels_from(soft, offset) == before - 7
        assert not is_gliding(soft)

    def test_notches_are_scrolled_softly_and_add_up(self, soft: ReadingView, qtbot: QtBot) -> None:
        soft.show_place(span_of(soft, "Paragraph 20").start)
        offset = top_line(soft)
        before = pixels_from(soft, offset)
        turn_wheel(soft, -120)
        turn_wheel(soft, -120)
        assert pixels_from(soft, offset) == before
        settle(soft, qtbot)
        notch = QApplication.wheelScrollLines() * soft.flow.page.line_height
        assert before - pixels_from(soft, offset) == pytest.approx(2 * notch, abs=0.5)

    def test_turning_back_and_forth_returns(self, view: ReadingView) -> None:
        view.show_place(span_of(view, "Paragraph 20").start)
        place = view.reading.place
        for angle in (-120, -37, 37, 120):
            turn_wheel(view, angle)
        assert view.reading.place == place


class TestZoom:
    """Larger and smaller type, and the line that stays."""

    @pytest.mark.parametrize("y", [20, 300, 560])
    def test_with_ctrl_the_line_under_the_pointer_stays(self, view: ReadingView, y: int) -> None:
        view.show_place(span_of(view, "Paragraph 50").start)
        size = view.look.type.size
        seen, line = view.flow.line_at(y)
        words = seen.laid.line_span(line)
        for angle in (120, 120, 240, -120, -240, -240, 120):
            turn_wheel(view, angle, keys=CTRL, at=QPoint(200, y))
            top = view.flow.y_of(words.start)
            assert top is not None
            assert abs(top - y) < 4 * view.flow.page.line_height
        assert view.look.type.size == size
        seen, line = view.flow.line_at(y)
        assert seen.laid.line_span(line) == words

    def test_the_small_steps_of_a_fine_wheel_zoom_by_whole_sizes(self, view: ReadingView) -> None:
        size = view.look.type.size
        for _ in range(7):
            turn_wheel(view, 15, keys=CTRL)
        assert view.look.type.size == size
        turn_wheel(view, 15, keys=CTRL)
        assert view.look.type.size == size + 1
        for _ in range(8):
            turn_wheel(view, -15, keys=CTRL)
        assert view.look.type.size == size

    def test_what_is_left_of_a_notch_counts_for_the_next(self, view: ReadingView) -> None:
        size = view.look.type.size
        turn_wheel(view, 180, keys=CTRL)
        turn_wheel(view, 60, keys=CTRL)
        assert view.look.type.size == size + 2
        turn_wheel(view, 100, keys=CTRL)
        turn_wheel(view, -100, keys=CTRL)
        assert view.look.type.size == size + 2

    def test_by_keyboard_the_middle_of_the_screen_stays(self, view: ReadingView) -> None:
        view.show_place(span_of(view, "Paragraph 50").start)
        middle = view.flow.height / 2
        seen, line = view.flow.line_at(middle)
        words = seen.laid.line_span(line)
        for size in (20, 24, 30, 16, 18):
            view.look.set_size(size)
        seen, line = view.flow.line_at(middle)
        assert seen.laid.line_span(line) == words

    def test_at_the_beginning_the_title_stays(self, view: ReadingView) -> None:
        for size in (20, 40, 18):
            view.look.set_size(size)
            assert view.flow.is_at_start()

    def test_another_theme_moves_nothing(self, view: ReadingView) -> None:
        view.scroll_by(1234.5)
        before = (view.flow.top, view.flow.off)
        view.look.set_theme("dark")
        view.look.set_first_in_section(True)
        assert (view.flow.top, view.flow.off) == before


class TestResize:
    """The window changes its size, the reader keeps her line."""

    def test_the_top_line_stays_over_many_sizes(self, view: ReadingView) -> None:
        view.scroll_by(4321)
        line = top_line(view)
        for width in [*range(700, 380, -11), *range(380, 1100, 23), 700]:
            view.resize(width, 600 - width % 50)
        view.resize(700, 600)
        assert top_line(view) == line

    def test_after_a_zoom_it_is_again_the_top_line(self, view: ReadingView) -> None:
        view.scroll_by(4321)
        view.look.set_size(24)
        line = top_line(view)
        y = view.flow.y_of(line)
        view.resize(500, 600)
        assert view.flow.y_of(line) == pytest.approx(y)


class TestScrollBar:
    """The bar follows the text, and the text the bar."""

    def test_the_bar_follows_and_is_at_its_ends_with_the_text(self, view: ReadingView) -> None:
        bar = view.verticalScrollBar()
        assert bar.value() == bar.minimum() == 0
        view.scroll_by(3000)
        assert 0 < bar.value() < bar.maximum()
        view.show_place(len(LONG.text))
        assert bar.value() == bar.maximum()

    def test_the_text_follows_the_bar(self, view: ReadingView) -> None:
        bar = view.verticalScrollBar()
        bar.setValue(bar.maximum())
        assert view.flow.is_at_end()
        bar.setValue(bar.maximum() // 2)
        assert abs(top_line(view) - len(LONG.text) // 2) < 2500
        bar.setValue(0)
        assert view.flow.is_at_start()

    def test_dragging_the_bar_ends_a_soft_scroll(self, soft: ReadingView) -> None:
        soft.scroll_softly(400)
        assert is_gliding(soft)
        soft.verticalScrollBar().setValue(6000)
        assert not is_gliding(soft)

    def test_a_text_that_fits_has_nothing_to_scroll(self, host: QWidget) -> None:
        view = shown(host, document_of("One."))
        assert view.verticalScrollBar().maximum() == 0
        view.scroll_by(500)
        assert view.flow.is_at_start()


def test_the_place_is_told_once_for_each_movement(view: ReadingView) -> None:
    told: list[Span] = []
    view.reading.place_changed.connect(told.append)
    view.scroll_by(200)
    view.scroll_by(0)
    view.show_place(view.reading.place.start)
    assert 1 <= len(told) <= 2
    assert told[-1] == view.reading.place == view.flow.seen_span()


def test_an_empty_document_can_be_scrolled_and_asked(host: QWidget) -> None:
    view = shown(host, Document(""))
    view.show_span(Span(0, 0))
    view.show_place(0)
    view.scroll_by(100)
    view.scroll_softly(100)
    for key in (Key.Key_Down, Key.Key_End, Key.Key_A, Key.Key_Tab, Key.Key_Escape):
        press(view, key)
    turn_wheel(view, -120)
    turn_wheel(view, 120, keys=CTRL)
    view.resize(200, 100)
    assert view.reading.place == Span(0, 0)
    assert not view.grab().isNull()


def test_a_text_that_is_all_seen_has_nothing_to_scroll_with(host: QWidget) -> None:
    words = "A short letter."
    view = shown(host, Document(words, blocks=(Block(BlockKind.PARAGRAPH, 0, len(words)),)))
    assert not view.verticalScrollBar().isEnabled()
    view.resize(view.width(), 20)
    assert view.verticalScrollBar().isEnabled() == (view.verticalScrollBar().maximum() > 0)
