"""Selecting: by mouse and by keyboard, in whole letters, words and paragraphs; copied as it is read."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from reading_view_sample import (
    CTRL,
    LEFT,
    LONG,
    NO_KEYS,
    SHIFT,
    document_of,
    drag,
    edge_of,
    middle_of,
    move,
    press,
    shown,
    span_of,
)

from companion.core.document import Block, BlockKind, Document, Span, Style, StyledRun
from companion.ui.reading_view import moving
from companion.ui.reading_view.caret import Step, moved
from companion.ui.reading_view.copying import as_html, as_plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from companion.ui.reading_view import ReadingView

Key = Qt.Key
TEXT = document_of(
    (BlockKind.HEADING, "A heading"),
    "The first paragraph has some words in it, don't you think? Enough of them to be broken over "
    "two or three lines.",
    "A family 👨‍👩‍👧‍👦 and an accent e\u0301 in the second, then more.",
    "שלום עולם and English",
    "The last paragraph.",
)
HERE = "some words in it"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_motion(widget: QWidget) -> bool:
        return False

    monkeypatch.setattr(moving, "motion_is_wanted", no_motion)


@pytest.fixture
def view(host: QWidget) -> ReadingView:
    return shown(host, TEXT, linked=False)


@pytest.fixture
def long(host: QWidget) -> ReadingView:
    return shown(host, LONG, linked=False)


def selected(view: ReadingView) -> str:
    return view.reading.document.text[slice(*view.selecting.span)]


def double_click(view: ReadingView, point: QPoint) -> None:
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, point)
    QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, point)
    QTest.mouseDClick(view.viewport(), LEFT, NO_KEYS, point)


class TestMouse:
    """Pressing, dragging, clicking two and three times."""

    def test_a_drag_selects_from_letter_to_letter(self, view: ReadingView) -> None:
        span = span_of(view, HERE)
        drag(view, edge_of(view, span.start), edge_of(view, span.end))
        assert selected(view) == HERE
        drag(view, edge_of(view, span.end), edge_of(view, span.start))
        assert selected(view) == HERE

    def test_a_drag_goes_over_paragraphs(self, view: ReadingView) -> None:
        first, last = span_of(view, HERE), span_of(view, "accent")
        drag(view, edge_of(view, first.start), edge_of(view, last.start))
        assert view.selecting.span == Span(first.start, last.start)

    def test_a_hand_that_trembles_selects_nothing(self, view: ReadingView) -> None:
        point = edge_of(view, span_of(view, HERE).start)
        drag(view, point, point + QPoint(2, 1))
        assert view.selecting.is_empty

    def test_a_click_clears(self, view: ReadingView) -> None:
        view.selecting.select(Span(0, 20))
        QTest.mouseClick(view.viewport(), LEFT, NO_KEYS, middle_of(view, span_of(view, "think")))
        assert view.selecting.is_empty

    def test_shift_and_click_extend_to_both_sides(self, view: ReadingView) -> None:
        start, middle, end = (span_of(view, word).start for word in ("first", "words", "think"))
        QTest.mouseClick(view.viewport(), LEFT, NO_KEYS, edge_of(view, middle))
        QTest.mouseClick(view.viewport(), LEFT, SHIFT, edge_of(view, end))
        assert view.selecting.span == Span(middle, end)
        QTest.mouseClick(view.viewport(), LEFT, SHIFT, edge_of(view, start))
        assert view.selecting.span == Span(start, middle)

    @pytest.mark.parametrize("word", ["words", "don't", "A", "think", "עולם", "last"])
    def test_a_double_click_selects_the_word_anywhere_in_it(self, view: ReadingView, word: str) -> None:
        span = span_of(view, word)
        for offset in {span.start, (span.start + span.end) // 2, span.end - 1}:
            double_click(view, middle_of(view, Span(offset, offset + 1)))
            assert selected(view) == word
            QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS)

    def test_a_double_click_at_the_very_edges_of_a_word_selects_that_word(self, view: ReadingView) -> None:
        rect = view.rects_of(span_of(view, "words"))[0]
        for x in (rect.left() + 1, rect.right() - 1):
            double_click(view, QPoint(round(x), round(rect.center().y())))
            assert selected(view) == "words"

    def test_a_drag_after_a_double_click_goes_by_words(self, view: ReadingView) -> None:
        here, there = span_of(view, "words"), span_of(view, "think")
        double_click(view, middle_of(view, here))
        move(view, edge_of(view, there.start + 2), LEFT)
        assert selected(view) == "words in it, don't you think"
        back = span_of(view, "first")
        move(view, edge_of(view, back.start + 2), LEFT)
        assert selected(view) == "first paragraph has some words"
        move(view, middle_of(view, here), LEFT)
        assert selected(view) == "words"
        QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS)

    def test_a_triple_click_selects_the_paragraph_and_a_drag_goes_on_by_paragraphs(
        self, view: ReadingView
    ) -> None:
        point = middle_of(view, span_of(view, "words"))
        double_click(view, point)
        QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, point)
        QTest.mousePress(view.viewport(), LEFT, NO_KEYS, point)
        blocks = TEXT.blocks
        assert view.selecting.span == blocks[1].span
        move(view, middle_of(view, span_of(view, "family")), LEFT)
        assert view.selecting.span == Span(blocks[1].start, blocks[2].end)
        move(view, middle_of(view, span_of(view, "heading")), LEFT)
        assert view.selecting.span == Span(blocks[0].start, blocks[1].end)
        QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS)

    def test_a_third_click_somewhere_else_is_a_click(self, view: ReadingView) -> None:
        double_click(view, middle_of(view, span_of(view, "words")))
        QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS)
        QTest.mousePress(view.viewport(), LEFT, NO_KEYS, middle_of(view, span_of(view, "last")))
        assert view.selecting.is_empty
        QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS)

    def test_a_drag_beyond_the_edge_scrolls_on_until_it_ends(self, long: ReadingView, qtbot: QtBot) -> None:
        start = long.reading.place.start
        drag(long, QPoint(200, 300), QPoint(200, 640), release=False)
        qtbot.waitUntil(lambda: long.reading.place.start > start + 200)
        assert long.selecting.span.end >= long.reading.place.end - 120
        QTest.mouseRelease(long.viewport(), LEFT, NO_KEYS, QPoint(200, 640))
        place = long.reading.place
        qtbot.wait(60)
        assert long.reading.place == place

    def test_a_drag_above_the_edge_scrolls_up(self, long: ReadingView, qtbot: QtBot) -> None:
        long.scroll_by(2000)
        start = long.reading.place.start
        drag(long, QPoint(200, 300), QPoint(200, -60), release=False)
        qtbot.waitUntil(lambda: long.reading.place.start < start - 100)
        QTest.mouseRelease(long.viewport(), LEFT, NO_KEYS, QPoint(200, -60))

    def test_a_view_that_is_hidden_while_dragging_scrolls_no_more(
        self, long: ReadingView, qtbot: QtBot
    ) -> None:
        drag(long, QPoint(200, 300), QPoint(200, 640), release=False)
        long.hide()
        place = long.reading.place
        qtbot.wait(60)
        assert long.reading.place == place

    def test_no_selection_ends_inside_a_letter(self, view: ReadingView) -> None:
        family, accent = span_of(view, "👨‍👩‍👧‍👦"), span_of(view, "e\u0301")
        inside = {*range(family.start + 1, family.end), accent.start + 1}
        rects = view.rects_of(TEXT.blocks[2].span)
        y = round(rects[0].center().y())
        for x in range(round(rects[0].left()), round(rects[0].right()), 3):
            drag(view, QPoint(round(rects[0].left()), y), QPoint(x, y))
            assert view.selecting.span.end not in inside

    def test_the_right_button_leaves_the_selection(self, view: ReadingView) -> None:
        view.selecting.select(Span(0, 9))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, NO_KEYS, QPoint(50, 50))
        assert view.selecting.span == Span(0, 9)

    def test_the_side_buttons_take_jumps_back(self, long: ReadingView) -> None:
        long.reading.go_to(span_of(long, "Paragraph 60"))
        place = long.reading.place
        QTest.mouseClick(long.viewport(), Qt.MouseButton.BackButton, NO_KEYS, QPoint(50, 50))
        assert long.flow.is_at_start()
        QTest.mouseClick(long.viewport(), Qt.MouseButton.ForwardButton, NO_KEYS, QPoint(50, 50))
        assert long.reading.place == place


class TestKeyboard:
    """Selecting without a mouse."""

    def begin(self, view: ReadingView, words: str) -> int:
        start = span_of(view, words).start
        view.selecting.clear(at=start)
        return start

    def test_by_letters(self, view: ReadingView) -> None:
        self.begin(view, "👨‍👩‍👧‍👦")
        press(view, Key.Key_Right, SHIFT)
        assert selected(view) == "👨‍👩‍👧‍👦"
        press(view, Key.Key_Left, SHIFT)
        press(view, Key.Key_Left, SHIFT)
        assert selected(view) == " "

    def test_by_words(self, view: ReadingView) -> None:
        start = self.begin(view, HERE)
        press(view, Key.Key_Right, SHIFT | CTRL)
        press(view, Key.Key_Right, SHIFT | CTRL)
        assert selected(view) == "some words "
        for _ in range(3):
            press(view, Key.Key_Left, SHIFT | CTRL)
        assert view.selecting.span.end == start
        assert selected(view).strip() == "has"

    def test_by_lines_keeps_its_distance_from_the_edge(self, view: ReadingView) -> None:
        start = self.begin(view, "words in it")
        x = edge_of(view, start).x()
        for _ in range(3):
            press(view, Key.Key_Down, SHIFT)
        here = view.selecting.caret
        assert here > span_of(view, "Enough").start
        press(view, Key.Key_Down, SHIFT)
        press(view, Key.Key_Up, SHIFT)
        assert view.selecting.caret == here
        for _ in range(3):
            press(view, Key.Key_Up, SHIFT)
        assert abs(edge_of(view, view.selecting.caret).x() - x) < 2
        assert view.selecting.is_empty

    def test_down_takes_each_line_once(self, long: ReadingView) -> None:
        long.selecting.clear(at=span_of(long, "Paragraph 3").start)
        press(long, Key.Key_End, SHIFT)
        carets = [long.selecting.caret]
        for _ in range(12):
            press(long, Key.Key_Down, SHIFT)
            carets.append(long.selecting.caret)
        lines = [long.flow.laid(LONG.block_index(caret)).line_of(caret) for caret in carets]
        assert len({id(line) for line in lines}) == len(lines)
        gaps = [long.flow.distance_to(caret, 1e4) for caret in carets]
        steps = [b - a for a, b in pairwise(gaps)]
        assert max(steps) < 2 * long.flow.page.line_height

    def test_down_takes_each_line_once_where_no_blanks_end_the_lines(self, host: QWidget) -> None:
        document = document_of("漢字仮名" * 150)
        view = shown(host, document, linked=False)
        lines = [view.flow.laid(0).line_span(line) for line in view.flow.laid(0).lines]
        assert len(lines) > 5
        caret = lines[0].end - 1
        for line in lines[1:-1]:
            caret = moved(view.flow, caret, Step.LINE, forward=True, x=5000)
            assert caret == line.end - 1

    def test_to_the_ends_of_the_line(self, view: ReadingView) -> None:
        start = self.begin(view, "words in it")
        line = view.flow.laid(1).line_span(view.flow.laid(1).line_of(start))
        press(view, Key.Key_End, SHIFT)
        assert view.selecting.span == Span(start, line.end - 1)
        press(view, Key.Key_Home, SHIFT)
        assert view.selecting.span == Span(line.start, start)

    def test_by_paragraphs(self, view: ReadingView) -> None:
        start = self.begin(view, HERE)
        blocks = TEXT.blocks
        press(view, Key.Key_Down, SHIFT | CTRL)
        assert view.selecting.span == Span(start, blocks[1].end)
        press(view, Key.Key_Down, SHIFT | CTRL)
        assert view.selecting.span == Span(start, blocks[2].end)
        for _ in range(2):
            press(view, Key.Key_Up, SHIFT | CTRL)
        assert view.selecting.span == Span(blocks[1].start, start)

    def test_by_pages_and_to_the_ends_of_the_text(self, long: ReadingView) -> None:
        start = span_of(long, "Paragraph 40").start
        long.reading.go_to(Span(start, start + 9))
        long.selecting.clear(at=start)
        press(long, Key.Key_PageDown, SHIFT)
        assert long.selecting.span.end > start + 700
        press(long, Key.Key_PageUp, SHIFT)
        assert long.selecting.is_empty
        press(long, Key.Key_End, SHIFT | CTRL)
        assert long.selecting.span == Span(start, len(LONG.text))
        assert long.flow.is_at_end()
        press(long, Key.Key_Home, SHIFT | CTRL)
        assert long.selecting.span == Span(0, start)

    def test_the_caret_is_shown_and_kept_in_sight(self, long: ReadingView) -> None:
        painting = long.painting
        long.selecting.clear(at=0)
        assert painting.caret is None
        for _ in range(40):
            press(long, Key.Key_Down, SHIFT)
            assert painting.caret == long.selecting.caret
            y = long.flow.y_of(painting.caret)
            assert y is not None
            assert 0 <= y <= long.flow.height - long.flow.page.line_height + 0.01
        QTest.mouseClick(long.viewport(), LEFT, NO_KEYS, QPoint(300, 300))
        assert painting.caret is None

    def test_out_of_sight_it_begins_on_the_screen(self, long: ReadingView) -> None:
        long.selecting.clear(at=0)
        long.show_place(span_of(long, "Paragraph 60").start)
        place = long.reading.place
        press(long, Key.Key_Right, SHIFT)
        assert long.selecting.span == Span(place.start, place.start + 1)
        assert long.reading.place == place

    def test_the_keyboard_goes_on_from_a_word_by_letters(self, view: ReadingView) -> None:
        double_click(view, middle_of(view, span_of(view, "words")))
        QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS)
        press(view, Key.Key_Right, SHIFT)
        assert selected(view) == "words "
        press(view, Key.Key_Left, SHIFT)
        press(view, Key.Key_Left, SHIFT)
        assert selected(view) == "word"

    def test_everything_and_nothing(self, view: ReadingView) -> None:
        press(view, Key.Key_A, CTRL)
        assert view.selecting.span == TEXT.span
        press(view, Key.Key_Escape)
        assert view.selecting.is_empty

    @settings(max_examples=25, deadline=None)
    @given(
        steps=st.lists(
            st.tuples(
                st.sampled_from(
                    [
                        Key.Key_Left,
                        Key.Key_Right,
                        Key.Key_Up,
                        Key.Key_Down,
                        Key.Key_Home,
                        Key.Key_End,
                        Key.Key_PageDown,
                    ]
                ),
                st.booleans(),
            ),
            max_size=12,
        )
    )
    def test_no_keys_leave_the_text_or_cut_a_letter(
        self, qapp: QApplication, steps: list[tuple[Qt.Key, bool]]
    ) -> None:
        from PySide6.QtWidgets import QWidget

        host = QWidget()
        host.resize(400, 300)
        view = shown(host, TEXT, linked=False)
        inside = {
            o
            for word in ("👨‍👩‍👧‍👦", "e\u0301")
            for o in range(span_of(view, word).start + 1, span_of(view, word).end)
        }
        for key, by_words in steps:
            press(view, key, SHIFT | CTRL if by_words else SHIFT)
            assert 0 <= view.selecting.span.start <= view.selecting.span.end <= len(TEXT.text)
            assert view.selecting.caret in view.selecting.span
            assert not inside & set(view.selecting.span)
        host.deleteLater()


class TestCopy:
    """What lands on the clipboard."""

    def test_plain_words_are_as_they_are_read(self) -> None:
        text = "Title\n\nA wrapped   line\nof text\n\n• one\n• two\n\n\n\na  b\nc"
        at = text.index
        blocks = (
            Block(BlockKind.HEADING, 0, 5, 1),
            Block(BlockKind.PARAGRAPH, 7, at("\n\n•")),
            Block(BlockKind.ITEM, at("one"), at("one") + 3, 0, "•"),
            Block(BlockKind.ITEM, at("two"), at("two") + 3, 0, "•"),
            Block(BlockKind.PREFORMATTED, at("a  b"), len(text)),
        )
        document = Document(text, blocks)
        assert (
            as_plain(document, document.span) == "Title\n\nA wrapped line\nof text\n\n• one\n• two\n\na  b\nc"
        )
        assert as_plain(document, Span(2, 12)) == "tle\n\nA wra"
        assert as_plain(document, Span(at("two") + 1, at("a  b") + 1)) == "wo\n\na"
        assert as_plain(document, Span(5, 7)) == ""
        assert as_plain(document, Span(9, 9)) == ""

    def test_html_has_the_styles_and_nothing_of_the_texts_own(self) -> None:
        text = (
            "Title <b>\n\nwords & strong emphasis <script>x</script>\n\nsaid he\n\n"
            "roses\nviolets\n\ndef f():\n\tpass"
        )
        at = text.index
        blocks = (
            Block(BlockKind.HEADING, 0, 9, 2),
            Block(BlockKind.PARAGRAPH, 11, at("\n\nsaid")),
            Block(BlockKind.QUOTATION, at("said"), at("said") + 7),
            Block(BlockKind.VERSE, at("roses"), at("roses") + 5),
            Block(BlockKind.VERSE, at("violets"), at("violets") + 7),
            Block(BlockKind.PREFORMATTED, at("def"), len(text)),
        )
        styles = (
            StyledRun(at("strong"), at("<script"), Style.STRONG),
            StyledRun(at("emphasis"), at("<script"), Style.EMPHASIS),
        )
        document = Document(text, blocks, styles=styles)
        assert as_html(document, document.span) == (
            "<h2>Title &lt;b&gt;</h2>"
            "<p>words &amp; <strong>strong </strong><em><strong>emphasis </strong></em>"
            "&lt;script&gt;x&lt;/script&gt;</p>"
            "<blockquote><p>said he</p></blockquote>"
            "<p>roses<br>violets</p>"
            "<pre>def f():\n\tpass</pre>"
        )
        part = as_html(document, Span(at("phasis"), at("phasis") + 3))
        assert part == "<p><em><strong>pha</strong></em></p>"

    def test_ctrl_c_puts_both_on_the_clipboard(self, view: ReadingView) -> None:
        span = span_of(view, HERE)
        view.selecting.select(span)
        press(view, Key.Key_C, CTRL)
        data = QGuiApplication.clipboard().mimeData()
        assert data.text() == HERE
        assert data.html() == f"<p>{HERE}</p>"

    def test_copying_nothing_leaves_the_clipboard(self, view: ReadingView) -> None:
        QGuiApplication.clipboard().setText("what was there")
        press(view, Key.Key_C, CTRL)
        view.copy()
        assert QGuiApplication.clipboard().text() == "what was there"

    def test_what_is_selected_can_be_pasted_with_the_middle_button(
        self, view: ReadingView, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        offered: list[tuple[str, QClipboard.Mode]] = []

        def set_text(
            clipboard: QClipboard, text: str, mode: QClipboard.Mode = QClipboard.Mode.Clipboard
        ) -> None:
            offered.append((text, mode))

        def supports(clipboard: QClipboard) -> bool:
            return True

        monkeypatch.setattr(QClipboard, "supportsSelection", supports)
        monkeypatch.setattr(QClipboard, "setText", set_text)
        span = span_of(view, HERE)
        drag(view, edge_of(view, span.start), edge_of(view, span.end))
        assert offered == [(HERE, QClipboard.Mode.Selection)]
        press(view, Key.Key_Left, SHIFT)
        assert offered[1:] == [(HERE[:-1], QClipboard.Mode.Selection)]
        QTest.mouseClick(view.viewport(), LEFT, NO_KEYS, middle_of(view, span))
        assert len(offered) == 2


@pytest.mark.qt_log_ignore("This plugin does not support")
class TestMenu:
    """What can be done with the selected words."""

    def menu(self, view: ReadingView) -> dict[str, object]:
        from PySide6.QtGui import QContextMenuEvent

        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5))
        )
        QApplication.sendEvent(view.viewport(), event)
        found = view.findChild(QMenu, "text_menu")
        return {action.text(): action for action in found.actions() if action.text()}

    def test_words_are_copied_and_looked_for(self, view: ReadingView, qtbot: QtBot) -> None:
        view.selecting.select(span_of(view, "paragraph"))
        actions = self.menu(view)
        assert all(action.isEnabled() for action in actions.values())
        actions["Find these words"].trigger()
        assert view.reading.query == "paragraph"
        actions["Copy"].trigger()
        assert QGuiApplication.clipboard().text() == "paragraph"
        actions["Select all"].trigger()
        assert view.selecting.span == TEXT.span
        menu = view.findChild(QMenu, "text_menu")
        with qtbot.waitSignal(menu.destroyed):
            menu.close()

    def test_without_a_selection_there_is_nothing_that_needs_one(
        self, view: ReadingView, qtbot: QtBot
    ) -> None:
        actions = self.menu(view)
        assert list(actions) == ["Bookmark this line", "Select all"]
        assert all(action.isEnabled() for action in actions.values())
        actions["Bookmark this line"].trigger()
        (mark,) = view.reading.bookmarks
        place = view.reading.marginalia.place_of(mark.id)
        assert place is not None
        assert place.start <= view.selecting.caret <= place.end
        menu = view.findChild(QMenu, "text_menu")
        with qtbot.waitSignal(menu.destroyed):
            menu.close()


def test_a_selection_is_told_once(view: ReadingView) -> None:
    told: list[Span] = []
    view.selection_changed.connect(told.append)
    view.selecting.select(Span(3, 9))
    view.selecting.select(Span(3, 9))
    view.selecting.clear()
    view.selecting.clear()
    assert told == [Span(3, 9), Span(9, 9)]


def test_another_text_has_nothing_selected(view: ReadingView) -> None:
    view.selecting.select(Span(3, 9))
    view.reading.show(document_of("Short."))
    assert view.selecting.is_empty
    assert view.selecting.caret == 0
