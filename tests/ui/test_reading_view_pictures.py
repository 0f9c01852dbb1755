"""Pictures in the text: they come in the background, take their place once, and are shown large."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reading_view_sample import LEFT, NO_KEYS, press

from companion.core.document import Block, BlockKind, Document, Picture, Span
from companion.ui.looks.look import Look
from companion.ui.looks.theme import Role
from companion.ui.reading import Reading
from companion.ui.reading_view import ReadingView, moving
from companion.ui.reading_view.gallery import Gallery
from companion.ui.reading_view.laid_picture import LaidPicture
from companion.ui.reading_view.picture_overlay import PictureOverlay

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

RED = bytes((200, 0, 0, 255))
CLEAR = bytes(4)
SIZES = {"red.png": (300, 200), "huge.png": (4000, 3000), "clear.png": (60, 40)}


class Seen(NamedTuple):
    width: int
    height: int
    data: bytes


class Book:
    """Pictures of one colour, by their names; any other is broken."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int, int]] = []

    def picture(self, source: str, most_width: int, most_height: int) -> Seen | None:
        self.asked.append((source, most_width, most_height))
        if source not in SIZES:
            return None
        width, height = SIZES[source]
        factor = min(1.0, most_width / width, most_height / height)
        size = round(width * factor), round(height * factor)
        return Seen(*size, (CLEAR if source == "clear.png" else RED) * (size[0] * size[1]))


def document_of(*parts: str | tuple[str, str]) -> Document:
    """Paragraphs, and pictures as (source, words)."""
    text, blocks, pictures = "", [], []
    for part in parts:
        source, words = part if isinstance(part, tuple) else ("", part)
        kind = BlockKind.PICTURE if source else BlockKind.PARAGRAPH
        blocks.append(Block(kind, len(text), len(text) + len(words)))
        if source:
            pictures.append(Picture(len(text), len(text) + len(words), source))
        text += words + "\n\n"
    return Document(text.removesuffix("\n\n"), tuple(blocks), pictures=tuple(pictures))


LINES = "All winter the wall stood, and nobody came over it but the snow and the birds. " * 4
BOOK = document_of("Before.", ("red.png", "A red wall"), *([LINES] * 30), ("huge.png", "huge.png"), LINES)


def opened(host: QWidget, document: Document, book: Book | None) -> ReadingView:
    view = ReadingView(Reading(host), Look(host), host)
    view.gallery.take_from(lambda: book)
    view.setGeometry(host.rect())
    view.show()
    view.reading.show(document)
    return view


def wait(view: ReadingView, done: Callable[[], bool]) -> None:
    """Lets the thread work, which Qt's own waiting does not."""
    until = time.monotonic() + 20
    while not done():
        assert time.monotonic() < until
        QApplication.processEvents()
        time.sleep(0.002)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_motion(widget: QWidget) -> bool:
        return False

    monkeypatch.setattr(moving, "motion_is_wanted", no_motion)


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def view(host: QWidget, book: Book) -> object:
    made = opened(host, BOOK, book)
    yield made
    made.gallery.finish()


def laid(view: ReadingView, index: int) -> LaidPicture:
    found = view.flow.laid(index)
    assert isinstance(found, LaidPicture)
    return found


def is_there(view: ReadingView, index: int) -> Callable[[], bool]:
    def known() -> bool:
        return view.gallery.image(laid(view, index).source, QSize(1, 1)) is not None

    return known


class TestShowing:
    """Pictures between the paragraphs."""

    def test_it_has_a_place_before_and_its_own_size_after(self, view: ReadingView) -> None:
        before = laid(view, 1).frame
        assert before.height() > 50
        wait(view, is_there(view, 1))
        after = laid(view, 1).frame
        assert (after.width(), after.height()) == (300, 200)
        assert after.center().x() == pytest.approx(view.flow.page.width / 2, abs=1)

    def test_it_is_drawn_and_its_words_stand_below(self, view: ReadingView) -> None:
        wait(view, is_there(view, 1))
        seen = view.viewport().grab().toImage()
        words = view.rects_of(Span(9, 19))[0]
        assert seen.pixelColor(QPoint(round(words.center().x()), round(words.top()) - 60)).red() > 150
        assert words.top() > laid(view, 1).frame.bottom()

    def test_only_what_is_near_is_decoded(self, view: ReadingView, book: Book) -> None:
        wait(view, is_there(view, 1))
        assert {asked[0] for asked in book.asked} == {"red.png"}
        view.reading.scroll_to(BOOK.pictures[1].start)
        wait(view, is_there(view, 32))
        assert {asked[0] for asked in book.asked} == {"red.png", "huge.png"}
        assert all(asked[1] < 2000 for asked in book.asked)

    def test_a_large_one_fits_measure_and_window(self, view: ReadingView) -> None:
        view.reading.scroll_to(BOOK.pictures[1].start)
        wait(view, is_there(view, 32))
        frame = laid(view, 32).frame
        assert frame.width() <= view.flow.page.width
        assert frame.height() < view.viewport().height()
        assert frame.width() / frame.height() == pytest.approx(4 / 3, rel=0.02)

    def test_what_is_read_below_stays_where_it_is(self, view: ReadingView, book: Book) -> None:
        wait(view, is_there(view, 1))
        view.gallery.begin()
        view.flow.show(BOOK)
        view._set_page()
        start = BOOK.blocks[2].start
        view.scroll_by(laid(view, 1).height)
        y = view.flow.y_of(start)
        assert y is not None
        wait(view, is_there(view, 1))
        assert view.flow.y_of(start) == pytest.approx(y, abs=1.5)

    def test_a_name_of_a_file_is_not_shown_beside_its_picture(self, view: ReadingView) -> None:
        view.reading.scroll_to(BOOK.pictures[1].start)
        wait(view, is_there(view, 32))
        picture = laid(view, 32)
        assert picture.height == picture.frame.bottom()
        assert picture.rects(*picture.block.span)[0][0] == picture.frame

    def test_a_mere_sign_is_not_shown_beside_its_picture(self, host: QWidget, book: Book) -> None:
        view = opened(host, document_of("Before.", ("red.png", "🖼"), "After."), book)
        wait(view, is_there(view, 1))
        assert laid(view, 1).height == laid(view, 1).frame.bottom()
        view.gallery.finish()

    def test_beside_a_caption_no_other_words_are_shown(self, host: QWidget, book: Book) -> None:
        document = document_of("Before.", ("red.png", "A red wall"), "Fig. 1: The wall.", "After.")
        caption = document.blocks[2]._replace(kind=BlockKind.CAPTION)
        blocks = (*document.blocks[:2], caption, *document.blocks[3:])
        view = opened(host, replace(document, blocks=blocks), book)
        wait(view, is_there(view, 1))
        assert laid(view, 1).height == laid(view, 1).frame.bottom()
        view.gallery.finish()

    def test_of_a_broken_one_the_words_stay(self, host: QWidget, book: Book) -> None:
        view = opened(host, document_of("Before.", ("broken.png", "A wall"), "After."), book)
        assert not laid(view, 1).frame.isEmpty()
        wait(view, lambda: laid(view, 1).frame.isEmpty())
        assert view.rects_of(Span(9, 15))
        assert len(book.asked) == 1
        view.gallery.finish()

    def test_without_pictures_the_words_stand_alone(self, host: QWidget) -> None:
        view = opened(host, BOOK, None)
        assert laid(view, 1).frame.isEmpty()
        assert view.rects_of(Span(9, 19))

    def test_a_drawing_on_nothing_is_seen_on_dark_paper(self, host: QWidget, book: Book) -> None:
        view = opened(host, document_of(("clear.png", "A drawing"), "After."), book)
        view.look.set_theme("dark")
        wait(view, is_there(view, 0))
        frame = laid(view, 0).frame.translated(view.flow.page.left, 0)
        colour = view.viewport().grab().toImage().pixelColor(frame.center().toPoint())
        paper = view.look[Role.PAPER]
        assert paper.lightness() + 80 < colour.lightness() < 240
        view.gallery.finish()


class TestKeeping:
    """The gallery keeps no more than it may."""

    def test_those_not_looked_at_for_long_go(
        self, host: QWidget, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
    ) -> None:
        monkeypatch.setattr("companion.ui.reading_view.gallery._MOST_BYTES", 300 * 200 * 4)
        gallery = Gallery(Look(host), host)
        for name in "abc":
            image = QImage(300, 200, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(QColor("red"))
            gallery._keep(name, image)
        assert list(gallery._images) == ["c"]

    def test_another_text_forgets_them(self, view: ReadingView) -> None:
        wait(view, is_there(view, 1))
        view.gallery.take_from(lambda: None)
        view.reading.show(document_of("Nothing to see."))
        assert not view.gallery._images


class TestLarge:
    """A picture as large as the window."""

    @pytest.fixture
    def overlay(self, view: ReadingView, host: QWidget) -> PictureOverlay:
        made = PictureOverlay(view.reading, view.look, view.gallery, host)
        view.signs.leading.picture_wanted.connect(made.show_picture)
        return made

    def test_a_click_opens_it_and_esc_closes_it(self, view: ReadingView, overlay: PictureOverlay) -> None:
        wait(view, is_there(view, 1))
        view.setFocus()
        words = view.rects_of(Span(9, 19))[0].center().toPoint()
        QTest.mouseClick(view.viewport(), LEFT, NO_KEYS, words - QPoint(0, 90))
        assert overlay.isVisible()
        assert "A red wall" in overlay.accessibleName()
        wait(view, lambda: not overlay.frame().isEmpty())
        assert overlay.frame().width() == 300
        QTest.keyClick(overlay, Qt.Key.Key_Escape)
        assert not overlay.isVisible()
        assert view.gallery.large is None

    def test_enter_opens_it_for_the_keyboard(self, view: ReadingView, overlay: PictureOverlay) -> None:
        assert view.walk_links(True)
        assert view.walking.span == Span(9, 19)
        press(view, Qt.Key.Key_Return)
        assert overlay.isVisible()

    def test_a_large_one_fills_the_window(
        self, view: ReadingView, overlay: PictureOverlay, book: Book
    ) -> None:
        view.signs.leading.follow(BOOK.pictures[1])
        wait(view, lambda: view.gallery.large is not None)
        frame = overlay.frame()
        assert frame.width() == pytest.approx(overlay.width() - 48, abs=60)
        assert book.asked[-1][1] == overlay.width()


def test_the_keyboard_has_its_ring_round_the_picture(view: ReadingView) -> None:
    wait(view, is_there(view, 1))
    view.reading.scroll_to(BOOK.blocks[3].start)
    assert view.walk_links(False)
    assert view.walking.span == Span(9, 19)
    picture = laid(view, 1)
    assert picture.outlines(Span(9, 19)) == [picture.frame]
    top = view.flow.y_of(9)
    assert top is not None
    assert 0 <= top <= view.viewport().height() - picture.frame.height()
