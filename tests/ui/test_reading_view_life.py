"""Life: a view that was closed is gone, leaves nothing running, and no text is too odd to show."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from reading_view_sample import LEFT, LONG, NO_KEYS, SHIFT, document_of, drag, move, press, shown, turn_wheel

from companion.core.document import Block, BlockKind, Document, Span
from companion.ui.looks.look import Look
from companion.ui.reading import Reading
from companion.ui.reading_view import ReadingView, moving

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key
HEBREW = "שלום עולם, זה טקסט בעברית "
ODD = {
    "one letter": "x",
    "one word": "Word",
    "a long word": "x" * 1000,
    "a long block": "word and another, " * 1100,
    "tabs": "a\tb\t\tc",
    "line separators": "a\u2028b\u2029c\x85d",
    "controls": "a\0b\x01c\x1bd\x7f",
    "no width": "\u200b\u200c\u200d\ufeffa\u00adb",
    "from the right": HEBREW * 20,
    "mixed": f"English {HEBREW} English {HEBREW} 123 " * 20,
    "overrides": "\u202eabc\u202c \u2067def\u2069 \u200f",
    "chinese": "漢字仮名交じり文。" * 60,
    "emoji": "👨‍👩‍👧‍👦👍🏽🇦🇱🏰" * 40,
    "stacked accents": ("a" + "\u0301\u0323\u0338" * 8) * 40,
    "halves of pairs": "a\ud83db\udc4dc",
    "no characters": "\uffff\ufffe\ufffc\ufffd",
    "devanagari": "अनुच्छेद १. सभी मनुष्यों को गौरव और अधिकारों के मामले में " * 10,
}


def is_at_work(thing: object) -> bool:
    if isinstance(thing, QTimer):
        return thing.isActive()
    return isinstance(thing, QAbstractAnimation) and thing.state() == QAbstractAnimation.State.Running


def at_work(view: ReadingView) -> list[object]:
    """The timers and animations of a view that run."""
    return [
        child
        for child in view.findChildren(QTimer) + view.findChildren(QAbstractAnimation)
        if is_at_work(child)
    ]


def use(view: ReadingView) -> None:
    """Does a bit of everything that a reader may do."""
    view.setFocus()
    for key in (Key.Key_Down, Key.Key_Space, Key.Key_End, Key.Key_PageUp, Key.Key_Tab, Key.Key_Return):
        press(view, key)
    for key in (
        Key.Key_Right,
        Key.Key_Down,
        Key.Key_End,
        Key.Key_PageDown,
        Key.Key_Left,
        Key.Key_Up,
        Key.Key_Home,
    ):
        press(view, key, SHIFT)
    press(view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    turn_wheel(view, 120)
    turn_wheel(view, -120, keys=Qt.KeyboardModifier.ControlModifier)
    for point in (QPoint(100, 60), QPoint(300, 80), QPoint(600, 300), QPoint(-5, 900)):
        move(view, point)
        QTest.mouseClick(view.viewport(), LEFT, NO_KEYS, point)
        QTest.mouseDClick(view.viewport(), LEFT, NO_KEYS, point)
        QTest.mouseRelease(view.viewport(), LEFT, NO_KEYS, point)
    drag(view, QPoint(90, 50), QPoint(400, 200))
    text = view.reading.document.text
    view.show_span(Span(max(0, len(text) - 3), len(text)))
    view.reading.search("a")
    view.reading.next_hit()
    view.reading.back()
    view.grab()


@pytest.fixture
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_motion(widget: QWidget) -> bool:
        return False

    monkeypatch.setattr(moving, "motion_is_wanted", no_motion)


@pytest.mark.usefixtures("_at_once")
@pytest.mark.parametrize("name", ODD)
def test_odd_texts_are_shown_and_used(host: QWidget, name: str) -> None:
    view = shown(host, document_of(ODD[name], "Anna Verl held the wall.", ODD[name]))
    use(view)
    alone = Document(ODD[name], (Block(BlockKind.PARAGRAPH, 0, len(ODD[name])),))
    view.reading.show(alone)
    use(view)


@pytest.mark.usefixtures("_at_once")
@pytest.mark.parametrize("kind", BlockKind)
def test_every_kind_of_block_is_shown_and_used(host: QWidget, kind: BlockKind) -> None:
    text = "Anna Verl held the wall\nand nobody came"
    for level in (0, 1, 6, 20, 500):
        document = Document(text, (Block(kind, 0, len(text), level, "•"),))
        view = shown(host, document)
        use(view)
        view.setParent(None)
        view.deleteLater()


@pytest.mark.usefixtures("_at_once")
@pytest.mark.parametrize(
    "document", [Document(""), Document("no blocks"), Document("x", (Block(BlockKind.RULE, 0, 0),))]
)
def test_a_text_without_words_is_shown_and_used(host: QWidget, document: Document) -> None:
    use(shown(host, document))


@pytest.mark.parametrize("size", [(1, 1), (40, 10), (120, 3000), (3000, 40)])
def test_any_size_can_be_taken(host: QWidget, size: tuple[int, int]) -> None:
    view = shown(host, LONG)
    view.scroll_by(3000)
    view.resize(*size)
    view.grab()
    assert view.reading.place.end > view.reading.place.start
    view.resize(700, 600)


def test_a_closed_view_is_gone(qapp: QApplication, qtbot: QtBot) -> None:
    host = QWidget()
    reading, look = Reading(), Look()
    view = ReadingView(reading, look, host)
    host.show()
    reading.show(LONG)
    use(view)
    gone = weakref.ref(view)
    host.close()
    host.deleteLater()
    del view, host
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None
    reading.show(document_of("Nobody listens any more."))
    look.set_theme("dark")


def test_nothing_of_a_hidden_view_is_at_work(
    host: QWidget, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def motion(widget: QWidget) -> bool:
        return True

    monkeypatch.setattr(moving, "motion_is_wanted", motion)
    view = shown(host, LONG)
    view.scroll_softly(400)
    view.show_span(Span(3000, 3050))
    QTest.mousePress(view.viewport(), LEFT, NO_KEYS, QPoint(200, 300))
    move(view, QPoint(200, 900), LEFT)
    view.show_span(Span(900, 950))
    assert len(at_work(view)) >= 2
    view.hide()
    assert not at_work(view)
    view.show_span(Span(3000, 3050))
    view.scroll_softly(100)
    assert not at_work(view)


def test_a_view_that_rests_does_nothing(host: QWidget, qtbot: QtBot) -> None:
    view = shown(host, LONG)
    view.show_span(Span(900, 950))
    qtbot.waitUntil(lambda: not at_work(view), timeout=5000)
    assert not at_work(view)
