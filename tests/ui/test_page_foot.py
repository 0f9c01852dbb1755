from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from panel_sample import document
from PySide6.QtGui import QAccessible

from companion.core.document import Block, BlockKind, Document, Section, Span
from companion.core.pace import Pace
from companion.ui.contents.place_words import minutes_in_words, percent_in_words, progress_in_words
from companion.ui.frame.page_foot import PageFoot
from companion.ui.looks.look import Look
from companion.ui.reading import Reading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WORD = "word " * 2300


def long_document() -> Document:
    """Two sections of ten minutes each."""
    text = WORD * 2
    half = len(WORD)
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, half - 1),
        Block(BlockKind.PARAGRAPH, half, len(text) - 1),
    )
    return Document(text, blocks, (Section("One", 1, 0, half), Section("Two", 1, half, len(text))))


LONG = long_document()


@pytest.fixture
def reading(host: QWidget) -> Reading:
    made = Reading(host)
    made.show(long_document())
    return made


@pytest.fixture
def foot(reading: Reading, host: QWidget) -> PageFoot:
    made = PageFoot(reading, Look(host), host)
    made.show()
    return made


def test_it_says_where_one_is_and_what_is_left(reading: Reading, foot: PageFoot) -> None:
    half = len(WORD)
    reading.moved_to(Span(half // 2, half // 2 + 500))
    assert foot.words == "25 % · 5 min left in this section · 15 min in all"
    reading.moved_to(Span(half, half + 500))
    assert foot.words == "50 % · 10 min left"
    reading.moved_to(Span(2 * half - 600, 2 * half))
    assert foot.words == "100 % · the last page"


def test_a_text_that_is_seen_whole_has_only_its_length(reading: Reading, foot: PageFoot) -> None:
    reading.show(document())
    reading.moved_to(reading.document.span)
    assert foot.words == "1 min in all"
    reading.show(Document(""))
    assert foot.words == ""


def test_another_text_has_another_pace(reading: Reading, foot: PageFoot) -> None:
    reading.moved_to(Span(0, 500))
    assert "20 min" in foot.words
    reading.show(document())
    reading.moved_to(Span(0, 40))
    assert "min" in foot.words
    assert "20" not in foot.words


def test_after_a_jump_the_way_back_is_offered_and_taken(reading: Reading, foot: PageFoot) -> None:
    reading.moved_to(Span(0, 500))
    reading.jump_to_place(12_000)
    assert foot.back.isHidden()  # the text has not moved yet
    reading.moved_to(Span(12_000, 12_500))
    assert not foot.back.isHidden()
    assert foot.back.words == "‹ back to §1"
    foot.back.click()
    reading.moved_to(Span(0, 500))
    assert foot.back.isHidden()


def test_each_jump_offers_the_place_that_it_left(reading: Reading, foot: PageFoot) -> None:
    reading.moved_to(Span(0, 500))
    reading.jump_to_place(12_000)
    reading.moved_to(Span(12_000, 12_500))
    reading.jump_to_place(20_000)
    reading.moved_to(Span(20_000, 20_500))
    assert foot.back.words == "‹ back to §2"


def test_nothing_is_offered_within_the_page_or_after_scrolling(reading: Reading, foot: PageFoot) -> None:
    reading.moved_to(Span(0, 500))
    reading.moved_to(Span(3000, 3500))
    assert foot.back.isHidden()
    reading.go_to(Span(3100, 3110))
    reading.moved_to(Span(2990, 3490))
    assert foot.back.isHidden()


def test_the_offer_ends_when_the_reader_is_back_by_herself_or_reads_another_text(
    reading: Reading, foot: PageFoot
) -> None:
    for end in ("scroll", "other", "time"):
        reading.show(long_document())
        reading.moved_to(Span(0, 500))
        reading.jump_to_place(12_000)
        reading.moved_to(Span(12_000, 12_500))
        assert not foot.back.isHidden()
        if end == "scroll":
            reading.moved_to(Span(0, 500))
        elif end == "other":
            reading.show(document())
        else:
            foot._patience.timeout.emit()
        assert foot.back.isHidden()
        reading.moved_to(Span(1000, 1500))
        assert foot.back.isHidden()


def test_what_it_says_is_said_to_screen_readers(reading: Reading, foot: PageFoot) -> None:
    reading.moved_to(Span(0, 500))
    assert foot.words in [
        QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
        for label in foot.children()
        if label.objectName() == "progress_words"
    ]
    reading.jump_to_place(12_000)
    reading.moved_to(Span(12_000, 12_500))
    name = QAccessible.queryAccessibleInterface(foot.back).text(QAccessible.Text.Name)
    assert "back to §1" in name


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 min"), (0.2, "1 min"), (59.5, "1 h 0 min"), (125, "2 h 5 min")]
)
def test_times_are_said_in_minutes_begun(minutes: float, words: str) -> None:
    assert minutes_in_words(minutes) == words


@given(st.integers(0, 23_000))
def test_only_the_end_is_all_of_it(offset: int) -> None:
    text = LONG
    percent = int(percent_in_words(text, offset).split()[0])
    assert (percent == 100) == (offset >= len(text.text))
    assert abs(percent - 100 * offset / len(text.text)) <= 1


@given(st.integers(0, 22_999), st.integers(1, 23_000))
def test_words_are_found_for_every_place(start: int, length: int) -> None:
    text = LONG
    place = Span(start, min(len(text.text), start + length))
    assert progress_in_words(text, place, Pace(text.text))
