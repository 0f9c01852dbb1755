"""Painting: what is lit is under its words, marks differ by line, and every theme is painted through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from reading_view_sample import LONG, SHIFT, companion_of, document_of, press, shown, span_of

from companion.core.document import BlockKind, Span
from companion.core.entries import Kind
from companion.core.notes import Colour, MarkKind
from companion.ui.bookmarks.ribbon import ribbon_colour
from companion.ui.looks.theme import Role
from companion.ui.reading_view import moving
from companion.ui.reading_view.canvas import Canvas

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.ui.reading_view import ReadingView

TEXT = document_of(
    "Anna Verl held the wall over the winter. Nobody came to the gate in January 1644.",
    "Then the captain rode out, and she was not seen again by those who stayed.",
)
HEBREW = document_of("זה טקסט בעברית עם English words 123 בתוכו, כדי לראות איך הבחירה נצבעת כאן ושם.")


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_motion(widget: QWidget) -> bool:
        return False

    monkeypatch.setattr(moving, "motion_is_wanted", no_motion)


@pytest.fixture
def view(host: QWidget) -> ReadingView:
    return shown(host, TEXT)


def picture(view: ReadingView) -> QImage:
    return view.viewport().grab().toImage()


def share(image: QImage, rect: QRectF | QRect, colour: QColor) -> float:
    """The part of a rectangle that has exactly that colour."""
    area = (rect.toAlignedRect() if isinstance(rect, QRectF) else rect).intersected(image.rect())
    dots = [(x, y) for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom())]
    return sum(image.pixelColor(*dot).rgb() == colour.rgb() for dot in dots) / len(dots)


def mark_under(view: ReadingView, words: str, colour: QColor) -> str:
    """The pattern of the line under these words: '#' for a dot of its colour, ' ' for one without."""
    image, rect = picture(view), view.rects_of(span_of(view, words))[0].toRect()
    rows = []
    for y in range(rect.center().y(), rect.bottom() + 1):
        dots = (
            image.pixelColor(x, y).rgb() == colour.rgb() for x in range(rect.left() + 1, rect.right() - 1)
        )
        rows.append("".join("#" if dot else " " for dot in dots))
    return max(rows, key=lambda row: row.count("#"))


class TestLayers:
    """What lies under the words."""

    def test_words_with_a_note_are_dotted_below_and_not_above(self, view: ReadingView) -> None:
        look, words = view.look, span_of(view, "captain rode out")
        view.reading.marginalia.add(words, "", Colour.GREEN, "Who?", MarkKind.NOTE)
        line = mark_under(view, "captain rode out", ribbon_colour(look, Colour.GREEN))
        assert 0.2 < line.count("#") / len(line) < 0.8
        assert "#" in line[: len(line) // 4]
        rect = view.rects_of(words)[0]
        above = QRectF(rect.left(), rect.top(), rect.width() / 2, rect.height() / 3)
        assert share(picture(view), above, ribbon_colour(look, Colour.GREEN)) == 0

    def test_the_focus_lights_its_names_and_tints_its_passages(self, view: ReadingView) -> None:
        look, names = view.look, view.rects_of(span_of(view, "Anna Verl"))
        passage = view.rects_of(span_of(view, "over the winter"))
        other = view.rects_of(span_of(view, "Nobody came"))
        view.reading.focus_on("verl")
        image = picture(view)
        assert share(image, names[0].adjusted(0, 6, 0, -6), look[Role.FOCUS]) > 0.5
        assert share(image, passage[0], look[Role.PASSAGE]) > 0.6
        assert share(image, other[0], look[Role.PAPER]) > 0.6
        view.reading.release()
        assert share(picture(view), passage[0], look[Role.PASSAGE]) == 0

    def test_a_tint_has_no_seams_between_its_lines(self, host: QWidget) -> None:
        tale = "In winter Anna Verl " + "wrote many words to everybody in the town " * 12
        document = document_of(tale, *["Other words. " * 30] * 9)
        view = shown(host, document)
        view.reading.focus_on("verl")
        view.scroll_by(0.37)
        assert view.flow.off == pytest.approx(0.37)
        rects = view.rects_of(document.blocks[0].span)
        assert len(rects) > 5
        image = picture(view)
        column = [
            image.pixelColor(int(rects[0].left()) - 1, y) for y in range(46, int(rects[-1].bottom()) - 2)
        ]
        assert {colour.rgb() for colour in column} == {view.look[Role.PASSAGE].rgb()}

    def test_hits_are_tinted_and_the_one_she_is_at_has_a_line_round_it(self, view: ReadingView) -> None:
        view.reading.search("winter")
        rect = view.rects_of(span_of(view, "winter"))[0]
        assert share(picture(view), rect.adjusted(0, 6, 0, -6), view.look[Role.SEARCH]) > 0.4
        before = picture(view)
        view.reading.go_to_hit(0)
        after = picture(view)
        edge = QRect(rect.toRect().left() + 8, rect.toRect().top() - 1, 20, 8)
        assert before.copy(edge) != after.copy(edge)

    def test_the_selection_lies_over_the_other_layers(self, view: ReadingView) -> None:
        view.reading.focus_on("verl")
        view.selecting.select(TEXT.blocks[0].span)
        rect = view.rects_of(span_of(view, "over the winter"))[0]
        assert share(picture(view), rect, view.look[Role.SELECTION]) > 0.6

    @pytest.mark.parametrize("words", ["בעברית", "English", "123", "הבחירה", "לראות איך"])
    def test_in_mixed_text_the_selection_lies_under_its_letters(self, host: QWidget, words: str) -> None:
        view = shown(host, HEBREW)
        span = span_of(view, words)
        before = picture(view)
        view.selecting.select(span)
        after = picture(view)
        rects = [rect.toAlignedRect() for rect in view.rects_of(span)]
        changed = [
            (x, y)
            for y in range(rects[0].top(), rects[-1].bottom(), 3)
            for x in range(after.width())
            if before.pixelColor(x, y) != after.pixelColor(x, y)
        ]
        assert changed
        assert all(any(rect.adjusted(-1, -1, 1, 1).contains(*dot) for rect in rects) for dot in changed)
        view.look.set_marked_kinds([])
        view.selecting.clear()
        ink = [
            image_x
            for image_x in range(rects[0].left() + 1, rects[0].right() - 1)
            if any(
                before.pixelColor(image_x, y).lightness() < 120
                for y in range(rects[0].top(), rects[0].bottom())
            )
        ]
        assert len(ink) > rects[0].width() * 0.25

    def test_the_place_of_arrival_is_lit_for_a_moment(self, view: ReadingView) -> None:
        span = span_of(view, "she was not seen")
        before = picture(view)
        view.show_span(span)
        view.landing._faded(1.0)
        rect = view.rects_of(span)[0].toAlignedRect()
        assert picture(view).copy(rect) != before.copy(rect)
        view.landing._faded(0.0)
        assert picture(view) == before


class TestMarks:
    """Lines told apart by their pattern."""

    def test_each_kind_has_its_line(self, view: ReadingView) -> None:
        look = view.look
        person = mark_under(view, "Anna Verl", look.colour_of(Kind.PERSON))
        term = mark_under(view, "wall", look.colour_of(Kind.TERM))
        date = mark_under(view, "January 1644", look.colour_of(Kind.EVENT))
        undecided = mark_under(view, "the captain", look[Role.DIM])
        assert person.count("#") > len(person) * 0.85
        assert 0.2 < term.count("#") / len(term) < 0.6
        assert "#####" in date
        assert date.split()
        assert len(date.split()) > 3
        assert "#####" in undecided
        assert " # " in undecided

    def test_marks_are_switched_off_by_kind_and_thinned_out(self, host: QWidget) -> None:
        view = shown(host, LONG)
        colour = view.look.colour_of(Kind.PERSON)

        def marked(number: int) -> bool:
            rect = view.rects_of(span_of(view, "Anna Verl", number))[0].toRect()
            below = QRect(rect.left(), rect.center().y(), rect.width(), rect.height() // 2)
            return share(picture(view), below, colour) > 0.02

        assert marked(0)
        assert marked(1)
        view.look.set_first_in_section(True)
        assert marked(0)
        assert not marked(1)
        view.look.set_first_in_section(False)
        view.look.set_marked_kinds([Kind.TERM])
        assert not marked(0)

    def test_marks_come_with_the_companion(self, host: QWidget) -> None:
        view = shown(host, TEXT, linked=False)
        before = picture(view)
        view.reading.take(companion_of(TEXT))
        assert picture(view) != before

    def test_the_focus_has_a_strong_line_in_the_accent(self, view: ReadingView) -> None:
        view.reading.focus_on("verl")
        line = mark_under(view, "Anna Verl", view.look[Role.ACCENT])
        assert line.count("#") > len(line) * 0.85


class TestKeyboard:
    """What shows where the keyboard is."""

    def test_the_name_that_has_the_keyboard_has_a_ring(self, view: ReadingView) -> None:
        view.setFocus()
        before = picture(view)
        assert view.walk_links(True)
        rect = view.rects_of(span_of(view, "Anna Verl"))[0].toRect().adjusted(-4, 0, 4, 0)
        assert (
            share(picture(view), QRect(rect.left(), rect.center().y() - 4, 4, 8), view.look[Role.ACCENT])
            > 0.3
        )
        view.walking.leave()
        assert picture(view) == before

    def test_a_caret_is_seen_while_selecting_by_keyboard(self, view: ReadingView) -> None:
        view.setFocus()
        view.selecting.clear(at=span_of(view, "over").start)
        press(view, Qt.Key.Key_Right, SHIFT)
        rect = view.rects_of(Span(view.selecting.caret, view.selecting.caret + 1))[0]
        strip = QRect(round(rect.left()) - 1, round(rect.top()), 3, round(rect.height()))
        assert share(picture(view), strip, view.look[Role.ACCENT]) > 0.6


class TestThemes:
    """Every colour comes from the theme."""

    @pytest.mark.parametrize("theme", ["light", "sepia", "dark"])
    def test_paper_and_ink_are_the_themes(self, view: ReadingView, theme: str) -> None:
        view.look.set_theme(theme)
        image = picture(view)
        assert image.pixelColor(2, 2).rgb() == view.look[Role.PAPER].rgb()
        assert share(image, view.rects_of(TEXT.blocks[0].span)[0], view.look[Role.INK]) > 0.01
        line = mark_under(view, "Anna Verl", view.look.colour_of(Kind.PERSON))
        assert line.count("#") > len(line) * 0.85

    def test_every_kind_of_block_is_painted(self, host: QWidget) -> None:
        words = "some words of this kind"
        for kind in BlockKind:
            view = shown(host, document_of((kind, words)))
            rect = view.rects_of(view.reading.document.span)[0]
            assert picture(view).copy(rect.toAlignedRect()) != QImage(), kind
            assert share(picture(view), rect, view.look[Role.PAPER]) < 1.0
            view.setParent(None)
            view.deleteLater()

    def test_only_what_is_asked_for_is_painted(self, view: ReadingView) -> None:
        image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
        image.fill(QColor("magenta"))
        painter = QPainter(image)
        rect = view.rects_of(TEXT.blocks[1].span)[0].toAlignedRect()
        painter.setClipRect(rect)
        view.painting.paint(painter, rect)
        painter.end()
        assert image.copy(rect) == picture(view).convertToFormat(QImage.Format.Format_RGB32).copy(rect)
        assert image.pixelColor(rect.left(), rect.top() - 1) == QColor("magenta")


@pytest.mark.parametrize("dots", [1.0, 1.25, 1.5, 2.0])
def test_edges_stand_on_whole_dots_of_the_screen(dots: float) -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Canvas(painter, 0, 10, dots)
    first, second = QRectF(1.3, 2.2, 7.7, 27.0), QRectF(1.3, 29.2, 3.3, 27.0)
    upper, lower = canvas.on_dots(first), canvas.on_dots(second)
    painter.end()
    assert upper.bottom() == pytest.approx(lower.top())
    for edge in (upper.left(), upper.right(), upper.top(), upper.bottom()):
        assert edge * dots == pytest.approx(round(edge * dots))
