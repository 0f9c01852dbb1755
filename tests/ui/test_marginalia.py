"""Bookmarks: set, changed, removed, found again by place; every change is undone and done again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from reading_view_sample import document_of

from companion.core.anchors import anchor
from companion.core.corrections import Correction, Subject, Verb
from companion.core.document import Document, Span
from companion.core.entries import Kind
from companion.core.notes import Colour, Mark, Notes, new_id
from companion.ui.bookmarks.marginalia import Marginalia
from companion.ui.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

DOCUMENT = document_of(
    "🏰 Anna Verl held the wall. Nobody came to the gate.",
    "The wall stood. Verl wrote to Ferrand in January 1644.",
    "Ferrand did not answer. Anna Verl opened the gate.",
)


def span_of(words: str) -> Span:
    start = DOCUMENT.text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def reading(qapp: QApplication) -> Iterator[Reading]:
    made = Reading()
    made.show(DOCUMENT)
    yield made
    made.show(Document(""))  # it waits for nothing any more


def words(reading: Reading) -> list[str]:
    return [bookmark.anchor.exact for bookmark in reading.bookmarks]


def test_bookmarks_stand_in_the_order_of_their_places(reading: Reading) -> None:
    for name in ("Ferrand in", "🏰 Anna", "the gate"):
        reading.add_bookmark(span_of(name))
    assert words(reading) == ["🏰 Anna", "the gate", "Ferrand in"]
    assert all(reading.marginalia.place_of(b.id) == span_of(b.anchor.exact) for b in reading.bookmarks)


def test_a_place_without_words_takes_those_of_its_line(reading: Reading) -> None:
    start = span_of("The wall stood").start
    made = reading.add_bookmark(Span(start, start))
    assert made.anchor.exact.startswith("The wall stood.")


def test_the_same_key_takes_it_away_again(reading: Reading) -> None:
    start = span_of("The wall stood").start
    for here in (Span(start, start), span_of("opened the gate")):
        reading.toggle_bookmark(here)
        assert len(reading.bookmarks) == 1
        reading.toggle_bookmark(here)
        assert reading.bookmarks == ()


def test_the_key_takes_away_the_bookmark_that_one_went_to(reading: Reading) -> None:
    made = reading.add_bookmark(span_of("January 1644"))
    reading.moved_to(DOCUMENT.span)
    reading.toggle_bookmark(Span(0, 0))  # one that was just set stays
    assert len(reading.bookmarks) == 2
    reading.marginalia.undo_stack.undo()
    reading.go_to_bookmark(made.id)
    reading.toggle_bookmark(Span(0, 0))
    assert reading.bookmarks == ()


def test_other_words_in_the_same_place_are_another_bookmark(reading: Reading) -> None:
    reading.toggle_bookmark(span_of("Verl wrote"))
    reading.toggle_bookmark(span_of("Verl wrote to Ferrand"))
    assert words(reading) == ["Verl wrote", "Verl wrote to Ferrand"]


def test_a_long_bookmark_is_not_taken_away_by_a_line_within_it(reading: Reading) -> None:
    reading.toggle_bookmark(DOCUMENT.span)
    start = span_of("Ferrand did not answer").start
    reading.toggle_bookmark(Span(start, start))
    assert len(reading.bookmarks) == 2


def test_adding_changing_and_removing_are_undone_and_done_again(reading: Reading) -> None:
    undo = reading.marginalia.undo_stack
    made = reading.add_bookmark(span_of("the wall"), "A label", Colour.BLUE, "a note")
    reading.change_bookmark(replace(made, label="Another", colour=Colour.ROSE))
    reading.remove_bookmark(made.id)
    assert reading.bookmarks == ()
    undo.undo()
    assert [(b.label, b.colour) for b in reading.bookmarks] == [("Another", Colour.ROSE)]
    undo.undo()
    assert [(b.label, b.colour, b.note) for b in reading.bookmarks] == [("A label", Colour.BLUE, "a note")]
    undo.undo()
    assert reading.bookmarks == ()
    for _ in range(2):
        undo.redo()
    assert [b.label for b in reading.bookmarks] == ["Another"]
    assert reading.bookmarks[0].created


def test_a_change_that_changes_nothing_is_no_step(reading: Reading) -> None:
    made = reading.add_bookmark(span_of("the wall"))
    reading.change_bookmark(made)
    reading.remove_bookmark("urn:none")
    reading.change_bookmark(replace(made, id="urn:none"))
    assert reading.marginalia.undo_stack.count() == 1


def test_another_text_has_other_bookmarks_and_nothing_to_undo(reading: Reading) -> None:
    reading.add_bookmark(span_of("the wall"))
    reading.show(document_of("Another text."))
    assert reading.bookmarks == ()
    assert reading.bookmark == ""
    assert not reading.marginalia.undo_stack.canUndo()


def test_next_and_previous_walk_round(reading: Reading) -> None:
    ids = [reading.add_bookmark(span_of(name)).id for name in ("🏰 Anna", "January", "opened")]
    reading.choose_bookmark("")
    asked: list[Span] = []
    reading.passage_requested.connect(asked.append)
    reading.moved_to(Span(0, 10))
    walked = []
    for _ in range(4):
        reading.next_bookmark()
        walked.append(reading.bookmark)
        reading.moved_to(asked[-1])
    assert walked == [ids[1], ids[2], ids[0], ids[1]]
    reading.previous_bookmark()
    assert reading.bookmark == ids[0]


def test_walking_without_bookmarks_goes_nowhere(reading: Reading) -> None:
    asked: list[Span] = []
    reading.passage_requested.connect(asked.append)
    reading.next_bookmark()
    reading.previous_bookmark()
    assert asked == []


def test_a_removal_is_told_with_what_was_removed(reading: Reading) -> None:
    heard: list[object] = []
    made = reading.add_bookmark(span_of("the wall"))
    reading.bookmark_removed.connect(heard.append)
    reading.remove_bookmark(made.id)
    reading.marginalia.undo_stack.undo()
    assert [bookmark.id for bookmark in heard if isinstance(bookmark, Mark)] == [made.id]
    assert reading.bookmark == ""


def test_what_is_not_found_again_is_kept_at_the_end(reading: Reading) -> None:
    other = document_of("Words of quite another book that nobody here has ever read or heard of.")
    lost = Mark(new_id(), anchor(other, Span(0, 30)), "Lost")
    reading.take_notes(Notes().added(lost, "2024-01-01T00:00:00Z"))
    reading.add_bookmark(span_of("opened"))
    assert [b.label for b in reading.bookmarks] == ["", "Lost"]
    assert reading.marginalia.place_of(lost.id) is None
    heard: list[Span] = []
    reading.passage_requested.connect(heard.append)
    reading.go_to_bookmark(lost.id)
    assert heard == []


def test_what_another_window_wrote_is_taken_in_beside_ones_own(reading: Reading) -> None:
    mine = reading.add_bookmark(span_of("the wall"))
    theirs = Mark(new_id(), anchor(DOCUMENT, span_of("January 1644")))
    reading.take_notes(Notes().added(theirs, "2024-01-01T00:00:00Z"))
    assert {b.id for b in reading.bookmarks} == {mine.id, theirs.id}
    reading.marginalia.undo_stack.undo()
    assert [b.id for b in reading.bookmarks] == [theirs.id]


@given(
    places=st.lists(st.tuples(st.integers(0, 150), st.integers(0, 60)), max_size=12),
    asked=st.tuples(st.integers(0, 160), st.integers(0, 60)),
)
def test_touching_and_beginning_are_found_by_bisection(
    qapp: QApplication, places: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    parent = QObject()
    reading = Reading(parent)
    reading.show(DOCUMENT)
    for start, length in places:
        reading.add_bookmark(Span(start, min(start + length, len(DOCUMENT.text))))
    span = Span(asked[0], asked[0] + asked[1])
    placed = [it for it in reading.marginalia.placed if it.span]
    assert reading.marginalia.touching(span) == [it for it in placed if it.span and it.span.overlaps(span)]
    begins = [it for it in placed if it.span and span.start <= it.span.start < span.end]
    assert reading.marginalia.beginning_in(*span) == begins


def test_only_what_is_read_on_counts_as_read(reading: Reading) -> None:
    reading.moved_to(Span(0, 40))
    reading.moved_to(Span(30, 70))
    assert reading.furthest == 70
    reading.moved_to(Span(120, 150))
    assert reading.furthest == 70


@given(st.lists(st.tuples(st.sampled_from("acrut"), st.integers(0, 60)), max_size=12))
def test_a_change_of_one_leaves_all_as_if_they_were_placed_anew(steps: list[tuple[str, int]]) -> None:
    owner = QObject()
    marginalia, other = Marginalia(owner), Marginalia(owner)
    marginalia.show(DOCUMENT)
    other.show(DOCUMENT)
    elsewhere = Notes().added(Mark("else", None, note="on the whole"), "t")
    for verb, number in steps:
        some = marginalia.bookmarks[number % len(marginalia.bookmarks)] if marginalia.bookmarks else None
        if verb == "a" or some is None:
            marginalia.add(Span(number, number + 7), "", Colour.BLUE, "")
        elif verb == "c":
            marginalia.change(replace(some, note=some.note + "x"))
        elif verb == "r":
            marginalia.remove(some.id)
        elif verb == "u":
            marginalia.undo_stack.undo()
        else:
            marginalia.take(elsewhere)
        other.show(DOCUMENT)
        other.take(marginalia.notes)
        assert marginalia.placed == other.placed
        assert [marginalia.place_of(mark.id) for mark in other.bookmarks] == [
            placed.span for placed in other.placed
        ]


def test_corrections_are_told_of_when_they_are_others(reading: Reading, qtbot: QtBot) -> None:
    marginalia = reading.marginalia
    made = Correction("urn:x", Verb.REMOVE, Subject(Kind.TERM, "wall"))
    with qtbot.waitSignal(marginalia.mended):
        marginalia.put_correction(made, is_there=True)
    with qtbot.assertNotEmitted(marginalia.mended):
        marginalia.take(marginalia.notes)
    with qtbot.waitSignal(marginalia.mended):
        marginalia.put_correction(made, is_there=False)
    with qtbot.waitSignal(marginalia.mended):
        marginalia.take(Notes().corrected(replace(made, id="urn:y"), "2026-01-01T00:00:00Z"))
