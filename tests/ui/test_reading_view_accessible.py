"""Accessible: a screen reader finds a document with its words, where they stand, and the caret."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget
from reading_view_sample import CTRL, SHIFT, document_of, press, shown, span_of

from companion.core.document import BlockKind, Document
from companion.ui.looks.look import Look
from companion.ui.offsets import Offsets
from companion.ui.reading import Reading
from companion.ui.reading_view import ReadingView, accessible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleEvent, QAccessibleInterface, QAccessibleTextInterface

TEXT = document_of(
    (BlockKind.HEADING, "🏰 The siege"),
    "🏰 Anna Verl held the wall. She wrote to Zoë Ferrand, and her letter is long enough to be broken "
    "over some lines.",
    "A family 👨‍👩‍👧‍👦 wrote in January 1644.",
)


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
    def test_a_word_after_astral_letters_is_where_utf_16_counts_it(
        self, view: ReadingView, words: str
    ) -> None:
        position = at(view, words)
        assert text(view).text(position, position + len(words)) == words

    @pytest.mark.parametrize("document", [Document(""), Document(" \n "), document_of("x")])
    def test_odd_texts_and_odd_places_can_be_asked_for(self, host: QWidget, document: Document) -> None:
        view = shown(host, document)
        found = text(view)
        for position in (-2, -1, 0, 1, 2, 3, 99):
            found.text(position, position + 5)
            found.characterRect(position)
            found.setCursorPosition(position)
            assert 0 <= found.cursorPosition() <= found.characterCount() == len(document.text)


class TestCaret:
    """Where the reader is, and what she has selected."""

    def test_the_caret_is_told(self, view: ReadingView) -> None:
        view.selecting.clear(at=span_of(view, "Verl").start)
        assert text(view).cursorPosition() == at(view, "Verl")
        press(view, Qt.Key.Key_Right, SHIFT)
        assert text(view).cursorPosition() == at(view, "Verl") + 1

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


class TestAnnouncements:
    """What is said without being asked for."""

    @pytest.fixture
    def said(self, view: ReadingView, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """The announcements."""
        found: list[str] = []
        original = QAccessible.updateAccessibility

        def update(event: QAccessibleEvent) -> None:
            if isinstance(event, QAccessibleAnnouncementEvent):
                found.append(event.message())
            original(event)

        monkeypatch.setattr(QAccessible, "updateAccessibility", update)
        return found

    def test_a_name_is_said_with_what_it_is(self, view: ReadingView, said: list[str]) -> None:
        for _ in range(4):
            view.walk_links(True)
        assert said == ["Anna Verl, person", "wall, term", "Zoë Ferrand, person", "January 1644, event"]

    def test_what_is_selected_and_let_go_by_keyboard_is_said(
        self, view: ReadingView, said: list[str]
    ) -> None:
        view.selecting.clear(at=span_of(view, "held").start)
        press(view, Qt.Key.Key_Right, SHIFT | CTRL)
        press(view, Qt.Key.Key_Right, SHIFT | CTRL)
        press(view, Qt.Key.Key_Left, SHIFT | CTRL)
        press(view, Qt.Key.Key_Left, SHIFT | CTRL)
        press(view, Qt.Key.Key_Left, SHIFT | CTRL)
        assert said == [
            "held  selected",
            "the  selected",
            "the  unselected",
            "held  unselected",
            "Verl  selected",
        ]

    def test_of_a_long_selection_the_beginning_is_said(self, host: QWidget, said: list[str]) -> None:
        view = shown(host, document_of("word " * 500))
        press(view, Qt.Key.Key_End, SHIFT | CTRL)
        assert len(said[-1]) < 250

    def test_with_no_screen_reader_nothing_is_said(self, view: ReadingView, said: list[str]) -> None:
        QAccessible.setActive(False)
        view.walk_links(True)
        press(view, Qt.Key.Key_Right, SHIFT)
        view.reading.show(document_of("Another text"))
        assert said == []


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
