"""Hyphens and filled lines: they are only ever shown; every position of the text keeps its meaning."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication, QWidget
from reading_view_sample import LONG, shown, span_of, top_line

from companion.core.document import Block, BlockKind, Document, Style, StyledRun
from companion.ui.looks.look import Look
from companion.ui.looks.type_setting import TypeSetting
from companion.ui.offsets import Offsets
from companion.ui.reading_view.hyphens import (
    SOFT_HYPHEN,
    HyphenatedOffsets,
    hyphen_places,
    language_of,
    with_hyphens,
)
from companion.ui.reading_view.laid_block import LaidBlock
from companion.ui.reading_view.page import Page

SENTENCE = "Considerably mountainous international governments 🏰 reorganised revolutionary understanding. "
BY_LETTER = QTextLayout.CursorMode.SkipCharacters


def page_of(width: int = 260, **values: object) -> Page:
    return Page(Look(setting=TypeSetting(**values)), width)  # type: ignore[arg-type]


def laid(
    page: Page, *texts: str, kind: BlockKind = BlockKind.PARAGRAPH, language: str = "en"
) -> list[LaidBlock]:
    blocks, whole = [], ""
    for text in texts:
        blocks.append(Block(kind, len(whole), len(whole) + len(text)))
        whole += text + "\n\n"
    document = Document(whole, tuple(blocks), language=language)
    return [LaidBlock(document, index, page) for index in range(len(blocks))]


def with_hyphen(word: str, language: str = "en") -> str:
    return with_hyphens(word, hyphen_places(word, language)).replace(SOFT_HYPHEN, "-")


class TestWords:
    """Where words are parted."""

    @pytest.mark.parametrize(
        ("word", "language", "parted"),
        [
            ("considerably", "en", "con-sid-er-ably"),
            ("mountainous", "en-US", "moun-tain-ous"),
            ("Eisenbahnschaffner", "de", "Ei-sen-bahn-schaff-ner"),
            ("considerably", "en_GB", "con-sid-er-ably"),
            ("house", "en", "house"),  # too short
            ("Revolutionary", "en", "Revolutionary"),  # perhaps a name
            ("UNESCOMMISSION", "de", "UNESCOMMISSION"),
            ("self-considerably", "en", "self-considerably"),
            ("www/considerably/mountainous", "en", "www/considerably/mountainous"),
            ("consider\u0301ably", "en", "consider\u0301ably"),
            ("con\u00adsiderably", "en", "con\u00adsiderably".replace("\u00ad", "-")),
            ("considerably", "tlh", "considerably"),
            ("considerably", "", "considerably"),
            ("considerably", "../../etc", "considerably"),
        ],
    )
    def test_by_the_rules_of_the_language(self, word: str, language: str, parted: str) -> None:
        assert with_hyphen(word, language) == parted

    def test_one_endless_word_is_left_alone(self) -> None:
        assert hyphen_places("a" * 1_000_000, "en") == []

    def test_a_text_that_does_not_say_its_language_is_asked_by_its_words(self) -> None:
        assert language_of(LONG) == "en"
        assert language_of(Document(LONG.text, LONG.blocks, language="de")) == "de"
        assert language_of(Document("Xyzzy.")) == ""


class TestOffsets:
    """Positions with and without the signs."""

    @given(st.text(st.sampled_from("ab🏰é ") | st.characters(), max_size=40), st.data())
    def test_there_and_back_is_the_same(self, text: str, data: st.DataObject) -> None:
        inside = st.integers(0, max(0, len(text) - 1))
        places = sorted(data.draw(st.sets(inside, max_size=8))) if text else []
        offsets, plain = HyphenatedOffsets(text, places), Offsets(text)
        drawn = with_hyphens(text, places)
        assert drawn.replace(SOFT_HYPHEN, "") == text.replace(SOFT_HYPHEN, "")
        units = [offsets.to_qt(offset) for offset in range(len(text) + 1)]
        assert all(one < two for one, two in pairwise(units))
        assert [offsets.to_text(unit) for unit in units] == list(range(len(text) + 1))
        for place in places:
            before = offsets.to_qt(place) - 1
            assert offsets.to_text(before) == place
            assert drawn.encode("utf-16-le", "surrogatepass")[2 * before : 2 * before + 2] == b"\xad\x00"
        assert units[-1] == plain.to_qt(len(text)) + len(places)


class TestLines:
    """What the page looks like, and where its words are."""

    @pytest.fixture(autouse=True)
    def _application(self, qapp: QApplication) -> None:
        pass

    def test_words_are_parted_at_the_ends_of_lines_and_nowhere_else(self) -> None:
        (parted,) = laid(page_of(300, hyphenated=True), SENTENCE * 3)
        ends = [parted.line_span(line).end for line in parted.lines[:-1]]
        places = hyphen_places(SENTENCE * 3, "en")
        assert any(end in places for end in ends)
        assert all(end in places or (SENTENCE * 3)[end - 1] == " " for end in ends)
        spans = [parted.line_span(line) for line in parted.lines]
        assert [span.start for span in spans[1:]] == [span.end for span in spans[:-1]]
        assert (spans[0].start, spans[-1].end) == parted.block.span

    @settings(max_examples=25)
    @given(st.lists(st.sampled_from(SENTENCE.split()), min_size=1, max_size=30), st.booleans())
    def test_a_letter_is_found_where_it_stands(self, words: list[str], justified: bool) -> None:
        (block,) = laid(page_of(hyphenated=True, justified=justified, indented=True), " ".join(words))
        for offset in range(block.block.start, block.block.end):
            rects = block.rects(offset, offset + 1)
            if block._shown[offset] == " ":
                continue
            assert len(rects) == 1
            rect, line = rects[0]
            assert 0 <= rect.left() < rect.right() <= block.page.width + 1
            assert block.line_span(line).start <= offset < block.line_span(line).end
            assert block.offset_over(rect.center().x(), rect.center().y()) == offset
            assert block.x_of(offset) == pytest.approx(rect.left(), abs=0.1)

    def test_a_caret_steps_letter_by_letter_over_hyphens_both_ways(self) -> None:
        (block,) = laid(page_of(hyphenated=True), SENTENCE.replace("🏰 ", ""))
        there, here = [], 0
        while here < block.block.end:
            there.append(here)
            here = block.next_caret(here, BY_LETTER)
        assert there == list(range(block.block.end))
        back = []
        while here > 0:
            here = block.previous_caret(here, BY_LETTER)
            back.append(here)
        assert back == there[::-1]

    @pytest.mark.parametrize(
        "kind", [BlockKind.HEADING, BlockKind.VERSE, BlockKind.PREFORMATTED, BlockKind.CAPTION]
    )
    def test_headings_verse_and_code_are_left_as_they_are(self, kind: BlockKind) -> None:
        (block,) = laid(page_of(hyphenated=True, justified=True), SENTENCE * 2, kind=kind)
        assert SOFT_HYPHEN not in block.layout.text()
        assert not block.layout.textOption().alignment() & Qt.AlignmentFlag.AlignJustify

    def test_code_within_a_paragraph_is_never_parted(self) -> None:
        text = "Call reorganisation considerably."
        runs = (StyledRun(5, 19, Style.CODE),)
        document = Document(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),), styles=runs, language="en")
        drawn = LaidBlock(document, 0, page_of(hyphenated=True)).layout.text()
        assert "reorganisation" in drawn
        assert "con\u00adsid" in drawn

    def test_full_lines_reach_both_edges_and_the_last_does_not(self) -> None:
        words = "the wall of the town was held by few in that year and they were not paid for it by the king "
        (block,) = laid(page_of(600, justified=True), words * 4)
        edges = [line.line.naturalTextRect().right() for line in block.lines]
        assert edges[:-1] == pytest.approx([block.page.width] * (len(edges) - 1), abs=0.5)
        assert edges[-1] < block.page.width

    def test_a_line_that_only_holes_could_fill_stays_ragged(self) -> None:
        (block,) = laid(page_of(260, justified=True), "a wall " + "x" * 24 + " and more of it " * 4)
        first = block.lines[0].line.naturalTextRect()
        assert first.right() < block.page.width * 0.8

    def test_an_indent_stands_for_the_space_between_paragraphs(self) -> None:
        first, second = laid(page_of(400, indented=True), "One " * 40, "Two " * 40)
        assert second.above == 0
        lefts = [line.line.naturalTextRect().left() for line in (*first.lines[:2], *second.lines[:2])]
        assert lefts[0] == lefts[1] == lefts[3] == 0
        assert lefts[2] == 1.5 * second.page.em
        assert all(line.line.naturalTextRect().right() <= second.page.width for line in second.lines)
        assert laid(page_of(400), "One", "Two")[1].above > 0

    def test_from_the_right_the_indent_is_at_the_right(self) -> None:
        hebrew = "שלום עולם זה טקסט בעברית שנמשך ונמשך "
        for justified in (False, True):
            second = laid(page_of(400, indented=True, justified=justified), hebrew * 6, hebrew * 6)[1]
            rects = [line.line.naturalTextRect() for line in second.lines]
            assert rects[0].right() == pytest.approx(second.page.width - 1.5 * second.page.em, abs=1)
            assert rects[-1].right() == pytest.approx(second.page.width, abs=1)


class TestView:
    """In the view, set anew while one reads."""

    def test_nothing_of_it_is_in_the_text_a_copy_or_a_search(self, host: QWidget) -> None:
        view = shown(host, LONG)
        view.look.set_type(TypeSetting(size=30, hyphenated=True, justified=True))
        view.selecting.select_all()
        view.copy()
        assert SOFT_HYPHEN not in QApplication.clipboard().text()
        assert SOFT_HYPHEN not in view.reading.document.text
        QApplication.clipboard().clear()

    @pytest.mark.parametrize(
        "setting",
        [
            TypeSetting(size=31),
            TypeSetting(line_height=2.0),
            TypeSetting(measure=45),
            TypeSetting(margin=150),
            TypeSetting(indented=True, justified=True, hyphenated=True),
            TypeSetting(family="sans-serif"),
        ],
    )
    def test_the_line_under_the_eye_stays_there(self, host: QWidget, setting: TypeSetting) -> None:
        view = shown(host, LONG)
        view.show_place(span_of(view, "Paragraph 60")[0])
        QApplication.processEvents()
        middle = view.viewport().height() / 2
        seen, line = view.flow.line_at(middle)
        held = seen.laid.line_span(line).start
        before = view.flow.y_of(held)
        for wanted in (setting, TypeSetting(), setting, TypeSetting()):
            view.look.set_type(wanted)
            y = view.flow.y_of(held)
            assert y is not None
            assert before is not None
            assert abs(y - before) <= view.flow.page.line_height  # type: ignore[union-attr]
        assert view.flow.y_of(held) == pytest.approx(before, abs=1)
        assert top_line(view) <= held
