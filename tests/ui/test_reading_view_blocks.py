"""Laid blocks: every letter stands somewhere, and what stands there is that letter."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout

from companion.core.direction import begins_right_to_left
from companion.core.document import Block, BlockKind, Document, Style, StyledRun
from companion.ui.looks.look import Look
from companion.ui.reading_view.laid_block import LaidBlock
from companion.ui.reading_view.page import Page
from companion.ui.reading_view.shown_text import UNSEEN, is_mixed, shown_text

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

LETTERS = "abcdefghij klmno pqrstuvwxyz ABC .,;’–1 2 3éß"
BY_LETTER = QTextLayout.CursorMode.SkipCharacters
HEBREW, ARABIC = "שלום עולם, זה טקסט בעברית שנמשך ונמשך", "هذا نص عربي طويل بما يكفي ليلتف"


@pytest.fixture(scope="module")
def page(qapp: object) -> Page:
    return Page(Look(), 420)


def laid(
    page: Page, text: str, kind: BlockKind = BlockKind.PARAGRAPH, styles: tuple[StyledRun, ...] = ()
) -> LaidBlock:
    return LaidBlock(Document(text, (Block(kind, 0, len(text)),), styles=styles), 0, page)


def boxes(block: LaidBlock, start: int, end: int) -> list[QRectF]:
    return [rect for rect, _ in block.rects(start, end)]


class TestShownText:
    """What is drawn has the length of what is written."""

    @given(
        st.text(st.sampled_from("ab \t\n\0\x0b\x0c\r\x1b\x85\u2028\u2029\ufffc\ud800🏰é") | st.characters())
    )
    def test_every_sign_keeps_its_place(self, text: str) -> None:
        for kind in BlockKind:
            shown = shown_text(text, kind)
            assert len(shown) == len(text)
            assert not set(shown) & set("\n\0\x0b\x0c\r\x1b\x85\u2029\ufffc\ud800")
            for written, drawn in zip(text, shown, strict=True):
                assert (
                    written == drawn or not written.isprintable() or written == " " or written in "\t\ufffc"
                )

    def test_joined_lines_leave_one_blank(self) -> None:
        assert shown_text("and   so  on", BlockKind.PARAGRAPH) == f"and {UNSEEN * 2}so {UNSEEN}on"
        assert shown_text("a\tb", BlockKind.QUOTATION) == "a b"

    @pytest.mark.parametrize("kind", [BlockKind.PREFORMATTED, BlockKind.VERSE])
    def test_blanks_mean_something_in_verse_and_code(self, kind: BlockKind) -> None:
        assert shown_text("ond    þa\n\tx", kind) == "ond    þa\u2028\tx"

    def test_the_first_strong_letter_gives_the_direction(self) -> None:
        assert begins_right_to_left("— 12 " + HEBREW)
        assert not begins_right_to_left("a " + HEBREW)
        assert not begins_right_to_left("\u2067" + HEBREW + "\u2069 then English")
        assert not begins_right_to_left("123 …")

    @pytest.mark.parametrize("text", [HEBREW, ARABIC, "a\u202eb", "\U0001e900", "a \u05d0"])
    def test_what_runs_from_the_right_is_known(self, text: str) -> None:
        assert is_mixed(text)

    @pytest.mark.parametrize("text", ["plain", "é — 漢字", "Αθήνα", "🏰"])
    def test_what_does_not_is_not_looked_at_twice(self, text: str) -> None:
        assert not is_mixed(text)


class TestLeftToRight:
    """The law of the hit test, in text that runs from left to right."""

    @example("a  b")
    @example("office")
    @given(st.text(st.sampled_from(LETTERS), min_size=1, max_size=160).map(str.strip).filter(bool))
    def test_a_letter_is_found_where_it_stands(self, page: Page, text: str) -> None:
        block = laid(page, text)
        for offset, letter in enumerate(text):
            rects = boxes(block, offset, offset + 1)
            if not rects:
                assert letter == " ", "only a blank at which a line is broken stands nowhere"
                continue
            rect = rects[0]
            if rect.width() < 0.5:
                continue
            middle = rect.center()
            assert block.offset_over(middle.x(), middle.y()) == offset
            assert block.character_at(middle.x(), middle.y()) == offset
            assert block.offset_at(rect.left() + rect.width() * 0.2, middle.y()) == offset
            after = block.offset_at(rect.left() + rect.width() * 0.8, middle.y())
            assert after == offset + 1 or (after > offset and text[offset:after].isspace())

    @given(st.text(st.sampled_from(LETTERS), min_size=2, max_size=200), st.data())
    def test_the_parts_of_a_span_cover_it(self, page: Page, text: str, data: st.DataObject) -> None:
        block = laid(page, text)
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        middle = data.draw(st.integers(start, end))
        whole = sum(rect.width() for rect in boxes(block, start, end))
        parts = sum(rect.width() for rect in boxes(block, start, middle) + boxes(block, middle, end))
        assert math.isclose(whole, parts, abs_tol=0.01)

    def test_no_rectangle_reaches_beyond_the_letters_of_its_line(self, page: Page) -> None:
        block = laid(
            page, "some words that are broken over more than one line of this narrow page, with blanks"
        )
        assert len(block.lines) > 1
        for rect, line in block.rects(0, 1000):
            assert rect.right() <= line.line.naturalTextRect().right() + 0.01
            assert (rect.top(), rect.height()) == (line.top, line.height)

    def test_centred_words_are_found_where_they_stand(self, page: Page) -> None:
        block = laid(page, "A caption", BlockKind.CAPTION)
        rect = boxes(block, 0, 9)[0]
        assert rect.left() > 20
        assert math.isclose(rect.center().x(), page.width / 2, abs_tol=2)
        assert block.offset_over(rect.left() - 3, rect.center().y()) is None
        assert block.offset_over(rect.left() + 1, rect.center().y()) == 0


class TestLetters:
    """A letter as a reader sees it may be several code points."""

    @pytest.mark.parametrize("letter", ["é", "e\u0301", "👨‍👩‍👧‍👦", "👍🏽", "🇦🇱", "a\u0308\u0323", "각"])
    def test_no_point_is_inside_a_letter(self, page: Page, letter: str) -> None:
        block = laid(page, f"x{letter}y")
        whole = {0, 1, 1 + len(letter), 2 + len(letter)}
        right = int(boxes(block, 0, 2 + len(letter))[0].right()) + 4
        y = block.lines[0].top + 3
        assert {block.offset_at(x, y) for x in range(-4, right)} <= whole
        assert {block.character_at(x, y) for x in range(-4, right)} <= whole - {2 + len(letter)}
        assert block.next_caret(1, BY_LETTER) == 1 + len(letter)
        assert block.previous_caret(1 + len(letter), BY_LETTER) == 1

    def test_a_caret_passes_joined_blanks_at_once(self, page: Page) -> None:
        block = laid(page, "a    b")
        assert block.next_caret(1, BY_LETTER) == 5
        assert block.previous_caret(5, BY_LETTER) == 1

    def test_the_end_of_a_line_without_a_blank_is_reached(self, page: Page) -> None:
        block = laid(page, "漢字仮名" * 30)
        first, second = (block.line_span(line) for line in block.lines[:2])
        assert block.offset_at(5000, block.lines[0].top + 3) == first.end == second.start
        assert block.end_of_line(first.start) == first.end

    def test_the_end_of_a_line_is_before_the_blank_that_is_lost_there(self, page: Page) -> None:
        text = "many short words to break here and there over a number of lines on a page"
        block = laid(page, text)
        end = block.offset_at(5000, block.lines[0].top + 3)
        assert text[end] == " "
        assert block.end_of_line(0) == end


class TestRightToLeft:
    """Rectangles and hits follow the letters, wherever their direction takes them."""

    @pytest.mark.parametrize(
        "text",
        [HEBREW, ARABIC, f"An English line with {HEBREW} in it", f"{HEBREW} and English words 123 {ARABIC}"],
    )
    def test_a_letter_is_found_where_it_stands(self, page: Page, text: str) -> None:
        block = laid(page, text)
        for offset in range(len(text)):
            for rect in boxes(block, offset, offset + 1)[:1]:
                if rect.width() > 1 and text[offset] not in " لا":
                    middle = rect.center()
                    assert block.offset_over(middle.x(), middle.y()) == offset

    @pytest.mark.parametrize("text", [HEBREW * 3, f"English {HEBREW} English {ARABIC} 123 {HEBREW} end"])
    def test_the_rectangles_of_a_span_do_not_overlap_and_cover_its_letters(
        self, page: Page, text: str
    ) -> None:
        block = laid(page, text)
        for start, end in ((0, len(text)), (3, 20), (10, 30)):
            rects = boxes(block, start, end)
            for first in rects:
                assert not any(first is not other and first.intersects(other) for other in rects)
            single = sum(
                rect.width() for offset in range(start, end) for rect in boxes(block, offset, offset + 1)
            )
            assert math.isclose(sum(rect.width() for rect in rects), single, rel_tol=0.03)

    def test_a_paragraph_that_begins_from_the_right_stands_at_the_right(self, page: Page) -> None:
        block = laid(page, HEBREW * 3)
        assert block.is_right_to_left
        rights = [rect.right() for rect in boxes(block, 0, 5000)]
        assert all(math.isclose(right, page.width, abs_tol=1) for right in rights)
        first = boxes(block, 0, 1)[0]
        assert math.isclose(first.right(), page.width, abs_tol=1)

    def test_an_item_from_the_right_stands_in_from_the_right(self, page: Page) -> None:
        rect = boxes(laid(page, HEBREW, BlockKind.ITEM), 0, 1)[0]
        assert rect.right() < page.width - page.em


class TestLines:
    """Lines stand at even distances, whatever is in them."""

    def test_a_fallback_font_or_a_style_moves_no_baseline(self, page: Page) -> None:
        words = "some words in a paragraph that goes on over a few lines "
        plain = laid(page, words * 4)
        odd = laid(
            page,
            (words + "漢字 א é ") * 4,
            styles=(StyledRun(5, 60, Style.CODE), StyledRun(70, 90, Style.STRONG)),
        )
        for block in (plain, odd):
            steps = {round(b.baseline - a.baseline, 3) for a, b in pairwise(block.lines)}
            assert steps == {page.line_height}
        assert plain.lines[0].baseline == odd.lines[0].baseline

    def test_lines_stand_on_whole_pixels(self, page: Page) -> None:
        for kind in BlockKind:
            block = laid(
                page, "some words that go on for more than a line, so that there are two of them", kind
            )
            assert all(
                value == int(value)
                for line in block.lines
                for value in (line.top, line.height, line.baseline)
            )

    def test_every_letter_is_in_one_line(self, page: Page) -> None:
        text = (
            "🏰 words with an emoji before them, and 🏰 more\nthan one line can hold on this page, 🏰 really"
        )
        block = laid(page, text)
        spans = [block.line_span(line) for line in block.lines]
        assert (spans[0].start, spans[-1].end) == (0, len(text))
        assert all(a.end == b.start for a, b in pairwise(spans))

    @pytest.mark.parametrize(
        "text",
        ["", "x", "x" * 1000, "\u200b" * 50, "\0\0\0", "\u2028\u2028", "a\tb", " ", "\u202e", "🏰" * 300],
    )
    def test_odd_blocks_can_be_laid_out_and_asked(self, page: Page, text: str) -> None:
        for kind in BlockKind:
            block = laid(page, text, kind)
            assert block.height >= block.above
            for x, y in ((-5.0, -5.0), (10.0, block.height / 2), (1e5, 1e5)):
                assert 0 <= block.offset_at(x, y) <= len(text)
                assert 0 <= block.character_at(x, y) <= max(0, len(text) - 1)
            for line in block.lines:
                assert line.line.naturalTextWidth() <= page.width + page.em

    def test_only_lines_that_are_seen_are_looked_at(self, page: Page) -> None:
        block = laid(page, "word " * 3000)
        everything = block.rects(0, 15_000)
        some = block.rects(0, 15_000, (1000.0, 1200.0))
        assert 0 < len(some) < 12 < len(everything)
        assert some == [pair for pair in everything if pair[1].bottom > 1000 and pair[1].top < 1200]

    def test_styles_that_overlap_are_both_seen(self, page: Page) -> None:
        runs = (StyledRun(0, 10, Style.STRONG), StyledRun(5, 15, Style.EMPHASIS))
        block = laid(page, "words in several styles", styles=runs)
        fonts = {(shape.start, shape.length): shape.format.font() for shape in block.layout.formats()}
        assert set(fonts) == {(0, 5), (5, 5), (10, 5)}
        assert fonts[(5, 5)].italic()
        assert fonts[(5, 5)].weight() > fonts[(10, 5)].weight()


class TestPage:
    """The column keeps its measure and never leaves the screen."""

    @pytest.mark.parametrize("width", [120, 300, 420, 700, 1600])
    def test_the_column_is_within_the_screen_and_within_the_measure(self, qapp: object, width: int) -> None:
        look = Look()
        page = Page(look, width)
        assert page.left >= 14
        assert page.left + page.width <= width
        assert page.width <= look.type.measure * page.character + 1

    def test_deep_nesting_leaves_room_for_words(self, page: Page) -> None:
        for kind in BlockKind:
            assert page.indent(Block(kind, 0, 1, 20)) <= page.width * 0.41

    def test_deeper_blocks_stand_further_in(self, page: Page) -> None:
        for kind in (BlockKind.ITEM, BlockKind.QUOTATION, BlockKind.VERSE, BlockKind.PARAGRAPH):
            indents = [page.indent(Block(kind, 0, 1, level)) for level in range(3)]
            assert indents == sorted(set(indents))

    def test_lines_of_verse_stand_together_and_stanzas_apart(self, page: Page) -> None:
        text = "first line\n  second line\n\nthird line"
        verse = BlockKind.VERSE
        blocks = (Block(verse, 0, 10), Block(verse, 13, 24, 1), Block(verse, 26, 36))
        document = Document(text, blocks)
        assert LaidBlock(document, 1, page).above == 0
        assert LaidBlock(document, 2, page).above > page.em / 2
