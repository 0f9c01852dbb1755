"""Marking: highlights, underlines and notes on words, on entries and on the whole text, and undoing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import panel_sample as sample
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from companion.core.anchors import quoted
from companion.core.corrections import Subject
from companion.core.document import Span
from companion.core.entries import Kind
from companion.core.notes import Colour, Mark, MarkKind, Notes
from companion.ui.bookmarks.placed_marks import Placed
from companion.ui.bookmarks.ribbon import highlight_colours
from companion.ui.looks.look import Look
from companion.ui.looks.theme import Role, contrast, theme_names
from companion.ui.reading_view.highlights import layered

if TYPE_CHECKING:
    from companion.ui.reading import Reading

HIGHLIGHT, UNDERLINE = MarkKind.HIGHLIGHT, MarkKind.UNDERLINE


@pytest.fixture
def reading(host: QWidget) -> Reading:
    return sample.opened(host)


def span(reading: Reading, words: str) -> Span:
    start = reading.document.text.index(words)
    return Span(start, start + len(words))


def told(reading: Reading) -> list[tuple[MarkKind, Colour, str]]:
    return [(mark.kind, mark.colour, mark.words) for mark in reading.bookmarks]


def test_the_same_colour_takes_a_highlight_away_and_another_one_changes_it(reading: Reading) -> None:
    words = span(reading, "held the wall")
    reading.toggle_mark(words, HIGHLIGHT, Colour.GREEN)
    reading.toggle_mark(words, HIGHLIGHT, Colour.ROSE)
    assert told(reading) == [(HIGHLIGHT, Colour.ROSE, "held the wall")]
    reading.toggle_mark(words, HIGHLIGHT, Colour.ROSE)
    assert told(reading) == []
    stack = reading.marginalia.undo_stack
    for expected in (1, 1, 0):
        stack.undo()
        assert len(reading.bookmarks) == expected
    stack.redo()
    assert told(reading) == [(HIGHLIGHT, Colour.GREEN, "held the wall")]


def test_words_within_a_highlight_stand_for_it(reading: Reading) -> None:
    reading.toggle_mark(span(reading, "held the wall"), HIGHLIGHT)
    reading.toggle_mark(span(reading, "the wall"), HIGHLIGHT)
    assert told(reading) == []


def test_kinds_do_not_take_each_other_away(reading: Reading) -> None:
    words = span(reading, "held the wall")
    reading.toggle_mark(words, HIGHLIGHT)
    reading.toggle_mark(words, UNDERLINE)
    reading.toggle_bookmark(words)
    assert {mark.kind for mark in reading.bookmarks} == {HIGHLIGHT, UNDERLINE, MarkKind.BOOKMARK}
    reading.toggle_bookmark(words)
    assert {mark.kind for mark in reading.bookmarks} == {HIGHLIGHT, UNDERLINE}


def test_the_colour_used_last_is_used_again(reading: Reading) -> None:
    reading.toggle_mark(span(reading, "the wall"), HIGHLIGHT, Colour.BLUE)
    reading.toggle_mark(span(reading, "her boots"), UNDERLINE)
    assert [colour for _, colour, _ in told(reading)] == [Colour.BLUE, Colour.BLUE]


def test_without_words_nothing_is_marked(reading: Reading) -> None:
    reading.toggle_mark(Span(0, 0), HIGHLIGHT)
    reading.note_on(Span(3, 3))
    assert told(reading) == []


def test_a_note_opens_what_is_marked_there_or_marks_it(reading: Reading) -> None:
    asked: list[str] = []
    reading.edit_wanted.connect(asked.append)
    words = span(reading, "her boots")
    reading.note_on(words)
    reading.note_on(words)
    assert asked == [reading.bookmarks[0].id] * 2
    assert reading.bookmarks[0].kind is MarkKind.NOTE


def test_notes_on_an_entry_and_on_the_whole_text_have_no_place(reading: Reading) -> None:
    anna = Subject(Kind.PERSON, "Anna Verl")
    on_her, on_all = reading.note_about(anna), reading.note_about(None)
    assert [mark.id for mark in reading.marginalia.about(anna)] == [on_her.id]
    assert [mark.id for mark in reading.marginalia.about(None)] == [on_all.id]
    assert reading.marginalia.place_of(on_her.id) is None
    assert reading.note_about(None).id == on_all.id  # still empty, so it is not made a second time


def test_a_mark_is_put_at_other_words_and_back(reading: Reading) -> None:
    lost = Mark("lost", quoted("words that stand nowhere in this text"), note="Mine.")
    reading.take_notes(Notes().added(lost, "2026-01-01T00:00:00Z"))
    assert reading.marginalia.place_of("lost") is None
    there = span(reading, "her boots")
    reading.marginalia.move("lost", there)
    assert reading.marginalia.place_of("lost") == there
    assert [mark.words for mark in reading.marginalia.over(there.start)] == ["her boots"]
    reading.marginalia.undo_stack.undo()
    assert reading.marginalia.place_of("lost") is None


def test_a_shaky_place_is_shaky_until_it_is_said_to_be_right(reading: Reading) -> None:
    words = quoted("boots")
    mark = Mark("shaky", words)
    there = span(reading, "boots")
    notes = Notes().added(mark, "2026-01-01T00:00:00Z")
    reading.take_notes(notes, {words: there}, {words})
    assert reading.marginalia.is_shaky(reading.bookmarks[0])
    reading.marginalia.move("shaky", there)
    assert not reading.marginalia.is_shaky(reading.bookmarks[0])
    assert reading.marginalia.place_of("shaky") == there


def test_an_earlier_state_is_restored_and_that_is_undone(reading: Reading) -> None:
    reading.toggle_mark(span(reading, "the wall"), HIGHLIGHT)
    past = reading.marginalia.notes
    reading.toggle_mark(span(reading, "the wall"), HIGHLIGHT)
    reading.toggle_mark(span(reading, "her boots"), UNDERLINE)
    reading.marginalia.restore("Restore", past)
    assert [words for _, _, words in told(reading)] == ["the wall"]
    reading.marginalia.undo_stack.undo()
    assert [words for _, _, words in told(reading)] == ["her boots"]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 15)), max_size=14))
def test_marks_that_overlap_lie_on_different_levels(spans: list[tuple[int, int]]) -> None:
    placed = [
        Placed(Mark(str(number), quoted("x"), kind=HIGHLIGHT), Span(start, start + length))
        for number, (start, length) in enumerate(sorted(spans))
    ]
    layers = layered(placed, HIGHLIGHT)
    assert len(layers) == len(placed)
    for one in layers:
        for other in layers:
            if one is not other and one.span.overlaps(other.span) and max(one.level, other.level) < 4:
                assert one.level != other.level


@pytest.mark.parametrize("name", theme_names())
def test_words_are_read_on_every_highlight_of_every_theme(host: QWidget, name: str) -> None:
    look = Look(host)
    look.set_theme(name)
    strengths = set()
    for colour in Colour:
        colours = highlight_colours(look, colour)
        assert contrast(look[Role.INK], colours.ground) >= 4.5
        assert contrast(look[Role.INK], colours.hatching) >= 4.5
        assert contrast(colours.edge, look[Role.PAPER]) >= 3
        strengths.add(QColor(colours.ground).name())
    assert len(strengths) == len(Colour)
    QApplication.processEvents()
