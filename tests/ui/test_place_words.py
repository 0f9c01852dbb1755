from __future__ import annotations

from companion.core.document import Document, PlaceName, Section
from companion.ui.contents.place_words import page_in_words, section_in_words

BOOK = Document(
    "x" * 60,
    sections=(
        Section("War", 1, 0, 60),
        Section("Book 1", 2, 0, 30),
        Section("Chapter 1", 3, 5, 15),
        Section("The ball", 3, 15, 30),
        Section("Book 2", 2, 30, 60),
        Section("Chapter 1", 3, 35, 60),
    ),
    title="War",
)


def test_a_title_that_others_have_too_is_told_with_the_one_round_it() -> None:
    said = [section_in_words(BOOK, section) for section in range(len(BOOK.sections))]
    assert said == ["War", "Book 1", "Book 1 · Chapter 1", "The ball", "Book 2", "Book 2 · Chapter 1"]


def test_the_title_of_the_text_is_not_told_again() -> None:
    document = Document(
        "x" * 20,
        sections=(Section("War", 1, 0, 20), Section("Note", 2, 2, 8), Section("Note", 2, 8, 20)),
        title="War",
    )
    assert section_in_words(document, 2) == "Note"


def test_the_page_of_the_printed_edition_is_the_one_that_began_last() -> None:
    names = (PlaceName("iv", 5), PlaceName("1", 9), PlaceName("the second plate", 15))
    document = Document("x" * 20, place_names=names)
    said = [page_in_words(document, offset) for offset in (0, 5, 8, 9, 19)]
    assert said == ["", "p. iv", "p. iv", "p. 1", "the second plate"]
