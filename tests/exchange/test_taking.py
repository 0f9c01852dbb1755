"""Marks that arrive find their places, and are taken in once; what does not fit keeps its words."""

from __future__ import annotations

from companion.core.document import Block, BlockKind, Document
from companion.core.notes import MarkKind, Notes
from companion.exchange.arrived import Arrived, ArrivedMark, Book
from companion.exchange.taking import book_for, joined, taken

WORDS = "All winter the wall stood. Captain Verl barred the sally port, and nobody came."
BLOCKS = (Block(BlockKind.PARAGRAPH, 0, len(WORDS)),)
DOCUMENT = Document(WORDS, title="The siege of Aldmere", author="A. Teacher", blocks=BLOCKS)
NOW = "2026-01-02T03:04:05Z"


def test_a_quote_is_placed_and_what_is_not_there_keeps_its_words() -> None:
    found = taken(
        [
            ArrivedMark("Captain  Verl\nbarred the sally port", note="mine", share=0.4, where="I"),
            ArrivedMark("these words stand nowhere in any text of ours", share=0.7, where="II"),
            ArrivedMark("", kind=MarkKind.NOTE, note="on the whole"),
            ArrivedMark(" "),
        ],
        DOCUMENT,
        NOW,
    )
    placed, note = found.placed
    assert placed.words == "Captain Verl barred the sally port"
    assert (placed.note, placed.created, placed.label) == ("mine", NOW, "")
    assert (note.anchor, note.note) == (None, "on the whole")
    (lost,) = found.lost
    assert lost.words == "these words stand nowhere in any text of ours"
    assert lost.label == "II"  # which is all that is known of its place
    assert lost.anchor is not None
    assert lost.anchor.share == 0.7


def test_few_words_are_sure_where_they_stand_only_once() -> None:
    document = Document(f"{WORDS} Captain Verl slept.")
    found = taken([ArrivedMark("All winter\nthe wall"), ArrivedMark("Captain Verl")], document, NOW)
    assert [mark.words for mark in found.placed] == ["All winter the wall"]
    assert [mark.words for mark in (*found.shaky, *found.lost)] == ["Captain Verl"]


def test_words_that_stand_often_are_found_between_the_marks_before_and_after() -> None:
    slept = dict.fromkeys((10, 50), " Captain Verl slept on.")
    pages = [f"Page {n} tells of {n * 7919 % 1000} ships.{slept.get(n, '')} " + "x " * 400 for n in range(60)]
    document = Document("".join(pages))
    sure = [ArrivedMark(f"Page {n} tells of {n * 7919 % 1000} ships", at=n * 100) for n in range(60)]
    found = taken([*sure, ArrivedMark("Captain Verl slept on", at=5005)], document, NOW)
    (words,) = [mark for mark in found.marks if mark.words == "Captain Verl slept on"]
    place = found.places[words.anchor]  # type: ignore[index]
    assert place is not None
    assert document.text.index("Page 50 ") < place.start < document.text.index("Page 51 ")


def test_what_is_taken_in_twice_stands_once_and_stays_as_she_changed_it() -> None:
    marks = taken([ArrivedMark("All winter the wall stood", created="2024-01-01")], DOCUMENT, NOW).marks
    once = joined(Notes(), marks, NOW)
    assert [mark.words for mark in once.bookmarks] == ["All winter the wall stood"]
    (mark,) = once.bookmarks
    assert mark.created == "2024-01-01"
    changed = once.changed(mark.__class__(mark.id, mark.anchor, note="hers"), NOW)
    same = taken([ArrivedMark("All winter the wall stood", created="2024-01-01")], DOCUMENT, NOW).marks
    again = joined(changed, same, NOW)
    assert [one.note for one in again.bookmarks] == ["hers"]


def test_joining_merges_with_other_copies() -> None:
    marks = taken([ArrivedMark("All winter the wall stood"), ArrivedMark("nobody came")], DOCUMENT, NOW).marks
    one = joined(Notes(), marks, NOW)
    assert one.merged(Notes()).by_id.keys() == one.by_id.keys() == {mark.id for mark in marks}
    assert joined(one, marks, NOW) == one


def test_the_book_is_told_by_its_title_or_else_by_its_words() -> None:
    own = Book("Siege of Aldmere, The", "Teacher", (ArrivedMark("x"),))
    other = Book("War and Peace", "Tolstoy", (ArrivedMark("Well, Prince"),))
    assert book_for(Arrived("x", (other, own)), DOCUMENT) is own
    assert book_for(Arrived("x", (other,)), DOCUMENT) is other  # the only one is meant
    assert book_for(Arrived("x", (other, Book("Emma", "", ()))), DOCUMENT) is None
    untitled = Book("", "", (ArrivedMark("the wall  stood"), ArrivedMark("nobody came")))
    assert book_for(Arrived("x", (Book("", "", (ArrivedMark("Emma"),)), untitled)), DOCUMENT) is untitled
