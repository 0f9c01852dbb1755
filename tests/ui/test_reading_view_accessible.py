"""Accessible: a screen reader finds a document with words, lines, sentences, caret and selection."""

from __future__ import annotations

import gc
import weakref
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from reading_view_sample import SHIFT, document_of, press, shown, span_of

from companion.core.document import BlockKind, Document, Span, Style, StyledRun
from companion.ui.look import Look
from companion.ui.offsets import Offsets
from companion.ui.reading import Reading
from companion.ui.reading_view import ReadingView, accessible
from companion.ui.reading_view.units import Boundary, next_unit, previous_unit, unit_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface, QAccessibleTextInterface

TEXT = document_of(
    (BlockKind.HEADING, "🏰 The siege"),
    "🏰 Anna Verl held the wall. She wrote to Zoë Ferrand, and her letter is long enough to be broken "
    "over some lines.",
    "A family 👨‍👩‍👧‍👦 wrote in January 1644.",
    styles=(StyledRun(17, 21, Style.EMPHASIS),),
)
UNITS = [
    Boundary.CharBoundary,
    Boundary.WordBoundary,
    Boundary.SentenceBoundary,
    Boundary.LineBoundary,
    Boundary.ParagraphBoundary,
]


@pytest.fixture(autouse=True)
def _screen_reader(qapp: QApplication) -> Iterator[None]:
    """A screen reader is running."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def view(host: QWidget) -> ReadingView:
    return shown(host, TEXT)


def interface(view: ReadingView) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(view)
    assert found is not None
    return found


def text(view: ReadingView) -> QAccessibleTextInterface:
    found = interface(view).textInterface()
    assert found is not None
    return found


def at(view: ReadingView, words: str) -> int:
    """The position, in UTF-16 units, of these words."""
    return Offsets(TEXT.text).to_qt(span_of(view, words).start)


class TestDocument:
    """What it says that it is."""

    def test_it_is_a_document_with_a_name(self, view: ReadingView) -> None:
        found = interface(view)
        assert found.role() == QAccessible.Role.Document
        assert found.text(QAccessible.Text.Name) == "Text"

    def test_it_can_be_read_and_selected_in_but_not_written_in(self, view: ReadingView) -> None:
        state = interface(view).state()
        assert state.readOnly
        assert state.multiLine
        assert state.selectableText
        assert state.focusable
        assert not state.editable

    def test_the_parts_of_it_are_named(self, view: ReadingView) -> None:
        assert view.verticalScrollBar().accessibleName()
        assert view.accessibleName()


class TestWords:
    """Text, in positions of UTF-16."""

    def test_the_whole_text_is_there(self, view: ReadingView) -> None:
        count = len(TEXT.text.encode("utf-16-le")) // 2
        assert text(view).characterCount() == count > len(TEXT.text)
        assert text(view).text(0, count) == TEXT.text
        assert text(view).text(0, -1) == TEXT.text

    @pytest.mark.parametrize("words", ["siege", "Anna", "family", "January"])
    def test_a_word_after_astral_letters_is_found(self, view: ReadingView, words: str) -> None:
        position = at(view, words)
        assert text(view).text(position, position + len(words)) == words
        inside = position + len(words) // 2
        assert text(view).textAtOffset(inside, Boundary.WordBoundary) == (
            words,
            position,
            position + len(words),
        )

    def test_a_sentence_goes_to_the_next(self, view: ReadingView) -> None:
        found, start, end = text(view).textAtOffset(at(view, "held"), Boundary.SentenceBoundary)
        assert found == "🏰 Anna Verl held the wall. "
        assert text(view).text(start, end) == found
        following = text(view).textAfterOffset(at(view, "held"), Boundary.SentenceBoundary)
        assert following[0].startswith("She wrote")
        assert following[1] == end

    def test_a_line_is_one_of_the_screens(self, view: ReadingView) -> None:
        found, start, end = text(view).textAtOffset(at(view, "wrote"), Boundary.LineBoundary)
        span = Span(Offsets(TEXT.text).to_text(start), Offsets(TEXT.text).to_text(end))
        assert found == TEXT.text[slice(*span)]
        assert len(view.rects_of(span)) == 1
        assert text(view).textBeforeOffset(start, Boundary.LineBoundary)[2] == start

    def test_a_letter_of_many_parts_is_one(self, view: ReadingView) -> None:
        position = at(view, "👨‍👩‍👧‍👦")
        assert text(view).textAtOffset(position + 4, Boundary.CharBoundary) == (
            "👨‍👩‍👧‍👦",
            position,
            position + 11,
        )

    def test_without_a_companion_a_sentence_is_the_paragraph(self, host: QWidget) -> None:
        view = shown(host, TEXT, linked=False)
        found = text(view).textAtOffset(at(view, "held"), Boundary.SentenceBoundary)[0]
        assert found.strip() == TEXT.text[slice(*TEXT.blocks[1].span)]

    @pytest.mark.parametrize("boundary", UNITS)
    def test_the_units_follow_each_other_to_the_end(self, view: ReadingView, boundary: Boundary) -> None:
        place, units = 0, []
        while (unit := unit_at(view, place, boundary)) and place < len(TEXT.text):
            assert unit.start <= place < unit.end
            units.append(unit)
            place = unit.end
        assert units[0].start == 0
        assert units[-1].end == len(TEXT.text)
        assert all(first.end == second.start for first, second in pairwise(units))
        for number, unit in enumerate(units):
            before = units[number - 1] if number else None
            after = units[number + 1] if number + 1 < len(units) else None
            for offset in (unit.start, unit.end - 1):
                assert unit_at(view, offset, boundary) == unit
                assert previous_unit(view, offset, boundary) == before
                assert next_unit(view, offset, boundary) == after

    @pytest.mark.parametrize("boundary", [*UNITS, Boundary.NoBoundary])
    @pytest.mark.parametrize("document", [Document(""), Document(" \n "), document_of("x")])
    def test_odd_texts_and_odd_places_can_be_asked_for(
        self, host: QWidget, boundary: Boundary, document: Document
    ) -> None:
        view = shown(host, document)
        found = text(view)
        for position in (-2, -1, 0, 1, 2, 3, 99):
            for ask in (found.textAtOffset, found.textBeforeOffset, found.textAfterOffset):
                words, start, end = ask(position, boundary)
                assert (words, start, end) == ("", -1, -1) or words == document.text[start:end]
            found.text(position, position + 5)
            found.characterRect(position)
            found.attributes(position)
        assert found.characterCount() == len(document.text)

    def test_styles_are_told_in_runs(self, view: ReadingView) -> None:
        position = Offsets(TEXT.text).to_qt(18)
        words, start, end = text(view).attributes(position)
        assert "italic" in words
        assert text(view).text(start, end) == TEXT.text[17:21]
        words, start, _ = text(view).attributes(end)
        assert (words, start) == ("", end)


class TestCaret:
    """Where the reader is, and what she has selected."""

    def test_the_caret_and_the_selection_are_told(self, view: ReadingView) -> None:
        view.selecting.clear(at=span_of(view, "Verl").start)
        assert text(view).cursorPosition() == at(view, "Verl")
        assert text(view).selectionCount() == 0
        press(view, Qt.Key.Key_Right, SHIFT)
        assert text(view).selectionCount() == 1
        assert text(view).selection(0) == (at(view, "Verl"), at(view, "Verl") + 1)

    def test_the_screen_reader_can_set_both(self, view: ReadingView) -> None:
        start = at(view, "wall")
        text(view).setSelection(0, start, start + 4)
        assert TEXT.text[slice(*view.selecting.span)] == "wall"
        text(view).removeSelection(0)
        assert view.selecting.is_empty
        text(view).setCursorPosition(at(view, "January"))
        assert view.selecting.caret == span_of(view, "January").start
        text(view).addSelection(start + 4, start)
        assert TEXT.text[slice(*view.selecting.span)] == "wall"

    def test_going_to_words_brings_them_on_the_screen(self, host: QWidget) -> None:
        document = document_of(*[f"🏰 paragraph {n} of the text" for n in range(300)])
        view = shown(host, document)
        span = span_of(view, "paragraph 250")
        position = Offsets(document.text).to_qt(span.start)
        text(view).scrollToSubstring(position, position + 5)
        assert view.rects_of(span)

    def test_a_letter_is_found_where_it_stands(self, view: ReadingView) -> None:
        position = at(view, "wall")
        rect = text(view).characterRect(position)
        assert rect.width() > 2
        assert text(view).offsetAtPoint(rect.center()) == position
        assert text(view).offsetAtPoint(view.viewport().mapToGlobal(QPoint(2, 2))) == -1

    def test_walking_and_selecting_with_a_screen_reader_running(self, view: ReadingView) -> None:
        view.setFocus()
        for _ in range(3):
            press(view, Qt.Key.Key_Tab)
        assert text(view).cursorPosition() == at(view, "Zoë Ferrand")
        press(view, Qt.Key.Key_Right, SHIFT)
        view.reading.show(document_of("Another text"))
        assert text(view).characterCount() == 12


class TestLife:
    """Qt keeps bare pointers to interfaces made in Python."""

    def test_views_come_and_go(self, qapp: QApplication) -> None:
        before = len(accessible._readable)
        for _ in range(60):
            host = QWidget()
            view = ReadingView(Reading(host), Look(host), host)
            view.reading.show(TEXT)
            assert text(view).characterCount() > 0
            host.deleteLater()
            del host, view
            QApplication.sendPostedEvents(None, 52)  # QEvent.Type.DeferredDelete
        gc.collect()
        assert len(accessible._readable) == before

    def test_an_interface_does_not_keep_its_view(self, qapp: QApplication) -> None:
        host = QWidget()
        view = ReadingView(Reading(host), Look(host), host)
        text(view)
        gone = weakref.ref(view)
        host.deleteLater()
        del host, view
        QApplication.sendPostedEvents(None, 52)
        gc.collect()
        assert gone() is None

    def test_other_widgets_are_described_by_qt(self, host: QWidget) -> None:
        assert QAccessible.queryAccessibleInterface(host).textInterface() is None


@settings(max_examples=40, deadline=None)
@given(
    words=st.lists(
        st.text(st.sampled_from("ab .\u0301🏰é漢א\n"), min_size=1, max_size=30), min_size=1, max_size=4
    ),
    boundary=st.sampled_from(UNITS),
)
def test_units_cover_any_text(qapp: QApplication, words: list[str], boundary: Boundary) -> None:
    host = QWidget()
    host.resize(300, 200)
    document = document_of(*words)
    view = shown(host, document)
    place = 0
    while place < len(document.text):
        unit = unit_at(view, place, boundary)
        assert unit is not None
        assert unit.start <= place < unit.end
        place = unit.end
    host.deleteLater()
