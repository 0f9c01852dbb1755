from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from companion.core.document import BlockKind, Document
from companion.readers import read_document, read_text
from companion.readers.divisions import division_of

_BODY = "It began in the spring of the year, when all was well and good there, and nobody thought of war."
_SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "readings"


def _sections(text: str) -> list[tuple[str, int]]:
    return [(section.title, section.level) for section in read_text(text).sections]


def _book(*headings: str) -> str:
    return "".join(f"{heading}\n\n{_BODY}\n\n" for heading in headings)


def _heading_words(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.HEADING]


@pytest.mark.parametrize(
    "line",
    [
        "CHAPTER IV",
        "Chapter 12. Loomings",
        "Chapter the First",
        "CHAPTER THIRTY-ONE",
        "Book One: 1805",
        "BOOK THE SECOND",
        "Part First",
        "FIRST EPILOGUE: 1813 - 20",
        "ACT II",
        "Scene 3. A room",
        "Prologue",
        "PREFACE",
        "Appendix B: Maps",
        "Introduction to the Second Edition",
        "Erstes Kapitel",
        "Première partie",
        "CAPÍTULO 3",
        "Глава первая",
        "ЧАСТЬ II",
        "第一章 開始",
    ],
)
def test_headings_that_name_themselves(line: str) -> None:
    assert division_of(line) is not None
    assert [title for title, _ in _sections(_book(line))] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Part of the army went home.",
        "Chapter and verse were given.",
        "Book in hand, he went.",
        "Chapter one of his life was over.",
        "Introduction was not needed.",
        "First came the war.",
        "chapter house",
    ],
)
def test_sentences_that_begin_like_headings(line: str) -> None:
    assert division_of(line) is None


def test_a_part_a_book_and_a_chapter_are_nested() -> None:
    text = _book(
        "PART ONE\n\nBOOK I\n\nCHAPTER I",
        "CHAPTER II",
        "BOOK II\n\nCHAPTER I",
        "PART TWO\n\nBOOK III\n\nCHAPTER I",
    )
    assert [level for _, level in _sections(text)] == [1, 2, 3, 3, 2, 3, 1, 2, 3]


def test_of_parts_and_books_the_fewer_are_the_larger() -> None:
    text = _book("BOOK I\n\nPART ONE", "PART TWO", "PART THREE", "BOOK II\n\nPART ONE")
    assert [level for _, level in _sections(text)] == [1, 2, 2, 2, 1, 2]


def test_a_prologue_is_as_high_as_the_highest_division() -> None:
    assert _sections(_book("Prologue", "CHAPTER I", "CHAPTER II", "Epilogue")) == [
        *(("Prologue", 1), ("CHAPTER I", 1), ("CHAPTER II", 1), ("Epilogue", 1))
    ]


def test_a_title_right_under_a_number_belongs_to_it() -> None:
    text = _book("CHAPTER I\n\nLOOMINGS", "CHAPTER II\n\nThe Carpet-Bag")
    assert _sections(text) == [("CHAPTER I: LOOMINGS", 1), ("CHAPTER II: The Carpet-Bag", 1)]
    assert _heading_words(read_text(text)) == ["CHAPTER I", "LOOMINGS", "CHAPTER II", "The Carpet-Bag"]


def test_a_heading_may_stand_right_above_its_text() -> None:
    assert _sections(f"CHAPTER I\n{_BODY}\n\nCHAPTER II\n{_BODY}\n") == [("CHAPTER I", 1), ("CHAPTER II", 1)]


def test_a_short_line_alone_above_a_text_is_a_heading() -> None:
    assert _sections(f"{_BODY}\n\nEnver Hoxha\n\n{_BODY}\n") == [("Enver Hoxha", 1)]


@pytest.mark.parametrize(
    "line", ["He went.", "“Yes”", "and then", "Yours truly,", "THE END", "He said:", "- dash", "A name" * 12]
)
def test_short_lines_that_are_no_headings(line: str) -> None:
    assert _sections(f"{_BODY}\n\n{line}\n\n{_BODY}\n") == []


def test_a_name_under_a_letter_is_no_heading() -> None:
    assert _sections(f"{_BODY}\n\nYours truly,\n\nAnna Verl\n\n{_BODY}\n") == []


def test_numbers_with_titles_are_nested_by_their_points() -> None:
    text = f"1. Methods\n\n{_BODY}\n\n1.1 Samples\n\n{_BODY}\n\n2. Results\n\n{_BODY}\n"
    assert _sections(text) == [("1. Methods", 1), ("1.1 Samples", 2), ("2. Results", 1)]


def test_numbers_with_titles_may_end_with_a_full_stop() -> None:
    text = (
        f"1. Source Code.\n\n{_BODY}\n\n2. Use with the Other License.\n\n{_BODY}\n\n3. He came.\n\n{_BODY}\n"
    )
    assert [title for title, _ in _sections(text)] == ["1. Source Code.", "2. Use with the Other License."]


def test_a_heading_may_stand_over_a_lesser_one() -> None:
    text = f"{_BODY}\n\nTERMS AND CONDITIONS\n\n1. Terms\n\n{_BODY}\n\n2. Conditions\n\n{_BODY}\n"
    assert _sections(text) == [("TERMS AND CONDITIONS", 1), ("1. Terms", 2), ("2. Conditions", 2)]


def test_a_centred_line_is_as_high_as_one_in_capitals() -> None:
    wrapped = "\n".join([*textwrap.wrap(_BODY * 2, 72), ""])
    text = f"{wrapped}\n{'The First Part':^72}\n\n{wrapped}\n1. Terms\n\n{wrapped}"
    assert _sections(text) == [("The First Part", 1), ("1. Terms", 2)]


def test_a_date_under_the_title_is_no_section() -> None:
    document = read_text(f"THE LICENCE\n\nVersion 3, June 2007\n\n{_BODY}\n\nTERMS\n\n{_BODY}\n")
    assert [section.title for section in document.sections] == ["TERMS"]


def test_numerals_alone_are_chapters() -> None:
    assert _sections(_book("I", "II", "III")) == [("I", 1), ("II", 1), ("III", 1)]


def test_page_numbers_in_the_middle_of_sentences_are_not() -> None:
    page = (
        "A page that broke off in the middle of one of its sentences, which then went on upon the next page"
    )
    assert _sections(f"{page}\n\n12\n\n{page}\n\n13\n\n{page}\n\n14\n\n{_BODY}\n") == []


def test_underlined_headings() -> None:
    text = f"My Walks\n========\n\n{_BODY}\n\nThe Hills\n---------\n{_BODY}\n\nThe Sea\n-------\n\n{_BODY}\n"
    document = read_text(text)
    assert document.title == "My Walks"
    assert _heading_words(document) == ["My Walks", "The Hills", "The Sea"]
    assert [section.title for section in document.sections] == ["The Hills", "The Sea"]
    assert not any(block.kind is BlockKind.RULE for block in document.blocks)


def test_the_first_line_may_be_the_title_and_the_next_name_the_author() -> None:
    document = read_text(f"THE OLD MILL\n\nby Jane Smith\n\n{_book('CHAPTER I', 'CHAPTER II')}")
    assert (document.title, document.author) == ("THE OLD MILL", "Jane Smith")
    assert document.blocks[0].kind is BlockKind.HEADING
    assert [section.title for section in document.sections] == ["CHAPTER I", "CHAPTER II"]


def test_a_single_line_is_no_title_of_nothing() -> None:
    document = read_text("Just a line", name="file")
    assert document.title == "file"
    assert document.blocks[0].kind is BlockKind.PARAGRAPH


def test_a_line_that_comes_again_and_again_is_a_running_head() -> None:
    assert _sections(_book(*["The Sea and the Hills"] * 5)) == []


def test_a_table_of_contents_makes_no_sections() -> None:
    chapters = ["CHAPTER I", "CHAPTER II", "CHAPTER III"]
    contents = "\n\n".join(["CONTENTS", "BOOK ONE", *chapters, "BOOK TWO", *chapters])
    text = f"THE WALKS\n\n{contents}\n\n\n{_book('BOOK ONE' + chr(10) * 2 + 'CHAPTER I', *chapters[1:])}"
    text += _book("BOOK TWO\n\nCHAPTER I", *chapters[1:])
    document = read_text(text)
    assert [section.title for section in document.sections] == ["BOOK ONE", *chapters, "BOOK TWO", *chapters]
    assert document.sections[0].start > text.index("CHAPTER III")
    assert _heading_words(document)[:2] == ["THE WALKS", "CONTENTS"]
    assert [block.level for block in document.blocks if block.kind is BlockKind.ITEM] == [
        0,
        1,
        1,
        1,
        0,
        1,
        1,
        1,
    ]


def test_contents_with_titles_and_page_numbers_make_no_sections() -> None:
    titles = ["CHAPTER I. The Start", "CHAPTER II. The Middle", "CHAPTER III. The End"]
    contents = "\n\n".join(f"{title} ...... {page}" for page, title in enumerate(titles, 7))
    assert [title for title, _ in _sections(f"CONTENTS\n\n{contents}\n\n{_book(*titles)}")] == titles


def test_headings_that_are_listed_nowhere_else_stay() -> None:
    assert len(_sections("CHAPTER I\n\nCHAPTER II\n\nCHAPTER III\n\nCHAPTER IV\n")) == 4


def test_the_licence_after_a_book_belongs_to_no_chapter() -> None:
    text = "*** START OF THIS PROJECT GUTENBERG EBOOK WALKS ***\n\n" + _book("CHAPTER I")
    text += "*** END OF THIS PROJECT GUTENBERG EBOOK WALKS ***\n\nSection 1. Terms of Use\n\n" + _BODY
    (section,) = read_text(text).sections
    assert text[section.end :].startswith("*** END")


@pytest.mark.skipif(not _SHARED.is_dir(), reason="the long readings are not here")
def test_war_and_peace_has_its_books_and_chapters() -> None:
    document = read_document(_SHARED / "war_and_peace_pg2600.txt")
    assert (document.title, document.author, document.language) == ("War and Peace", "Leo Tolstoy", "en")
    books = [section for section in document.sections if section.level == 1]
    chapters = [section for section in document.sections if section.level == 2]
    assert len(books) == 17
    assert books[0].title == "BOOK ONE: 1805"
    assert books[-1].title == "SECOND EPILOGUE"
    assert len(chapters) == 365
    assert document.text[chapters[0].start :].split("\n\n")[1].startswith("“Well, Prince, so Genoa and Lucca")
    assert "we are not conscious" in " ".join(document.text[chapters[-1].start : chapters[-1].end].split())
