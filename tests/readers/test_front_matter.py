from __future__ import annotations

import pytest

from companion.readers.front_matter import front_of, language_code, named_by_library

_BOOK = """The Project Gutenberg EBook of Walks, by Anna Verl

Title: Walks

Author: Anna Verl

Language: German

*** START OF THIS PROJECT GUTENBERG EBOOK WALKS ***

The text.

*** END OF THIS PROJECT GUTENBERG EBOOK WALKS ***

Licence.
"""


def test_a_book_of_project_gutenberg_states_what_it_is() -> None:
    front = front_of(_BOOK)
    assert (front.title, front.author, front.language) == ("Walks", "Anna Verl", "de")
    assert _BOOK[front.start : front.end].strip() == "The text."


def test_a_text_may_state_it_above_the_first_blank_line() -> None:
    front = front_of("\nTitle: Walks\nAuthor: Anna Verl\n\nThe text.\n")
    assert (front.title, front.author) == ("Walks", "Anna Verl")


def test_what_the_text_itself_says_is_not_a_statement_about_it() -> None:
    front = front_of("He filled in the form.\n\nTitle: Captain\n\nHe signed it.")
    assert front.title == ""


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(
            ("English", "en"),
            ("fr", "fr"),
            ("pt_BR", "pt-br"),
            ("Deutsch", "de"),
            ("Klingonish", ""),
            ("", ""),
        ),
        *(("eng", "en"), ("ger-AT", "de-at"), ("FRE", "fr"), ("grc", "grc"), ("und", ""), ("mul", "")),
    ],
)
def test_languages_have_codes(name: str, code: str) -> None:
    assert language_code(name) == code


@pytest.mark.parametrize(
    ("named", "title", "author"),
    [
        ("The Project Gutenberg eBook of Two Plays, by Anna Verl", "Two Plays", "Anna Verl"),
        ("The Project Gutenberg E-text of Seen by Night by Anna Verl.", "Seen by Night", "Anna Verl"),
        ("Project Gutenberg's eBook of The Gate", "The Gate", ""),
        ("A history of Project Gutenberg", "A history of Project Gutenberg", ""),
        ("", "", ""),
    ],
)
def test_a_title_as_the_library_gives_it(named: str, title: str, author: str) -> None:
    assert named_by_library(named) == (title, author)
