from __future__ import annotations

import pytest
from pdf_books import Book, Page, width_of

from companion.core.document import BlockKind, Document, Span, Style
from companion.readers.pdf import read_pdf
from companion.readers.unreadable import UnreadableError

STORY = (
    "The gate stood open all that night and nobody thought of closing it until the watchman "
    "came down from the tower."
)
SECOND = (
    "He had slept for an hour and was ashamed of it, so he said nothing of the open gate to the "
    "captain at all."
)
THIRD = (
    "In the morning the captain found the tracks of seven horses in the yard and asked who had "
    "ridden in the dark."
)


def read(*pages: Page, **said: object) -> Document:
    return read_pdf(Book(list(pages), **said).data(), "a.pdf", "file name")  # type: ignore[arg-type]


def page_of(*paragraphs: str, signs: int = 40) -> Page:
    page = Page()
    page.text(60, 540, list(paragraphs), signs)
    return page


def texts(document: Document, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is kind]


def test_lines_become_the_paragraphs_that_were_set() -> None:
    assert texts(read(page_of(STORY, SECOND, THIRD))) == [STORY, SECOND, THIRD]


def test_paragraphs_parted_by_a_gap_stay_parted() -> None:
    page = Page()
    y = 540.0
    for paragraph in (STORY, SECOND, THIRD):
        y = page.text(60, y, [paragraph], 40) - 8
    assert texts(read(page)) == [STORY, SECOND, THIRD]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    words = f"{STORY} {SECOND} {THIRD}".split()
    pages = [Page(), Page()]
    pages[0].text(60, 540, [" ".join(words[:33])], 40)
    pages[1].text(60, 540, [" ".join(words[33:])], 40)
    assert texts(read(*pages)) == [" ".join(words)]


def running(count: int) -> list[Page]:
    pages = []
    for number in range(count):
        page = page_of(f"Page number {number} begins here and is like no other page. {STORY}", SECOND, THIRD)
        page.line(60, 580, "THE SIEGE" if number % 2 else "Of an open gate", 8)
        page.line(190, 20, str(number + 11))
        pages.append(page)
    return pages


def test_running_heads_and_page_numbers_are_dropped_and_name_the_pages() -> None:
    document = read(*running(6))
    assert "SIEGE" not in document.text
    assert "Of an open" not in document.text
    assert not any(block.end - block.start < 4 for block in document.blocks)
    assert [name.name for name in document.place_names] == ["11", "12", "13", "14", "15", "16"]
    for number, name in enumerate(document.place_names):
        assert document.text[name.offset :].startswith(f"Page number {number} begins")


def test_page_labels_of_the_file_name_the_pages() -> None:
    labels = "0 << /S /r >> 2 << /S /D /St 1 >>"
    document = read(*running(4), labels=labels)
    assert [name.name for name in document.place_names] == ["i", "ii", "1", "2"]


def two_columns() -> Page:
    page = Page()
    page.line(90, 560, "The Open Gate", 20)
    page.text(40, 520, [f"{STORY} {SECOND}", THIRD], 22)
    page.text(220, 520, [f"Yes, {SECOND}", f"Then {THIRD}"], 24)
    return page


def test_columns_are_read_one_after_the_other_below_their_heading() -> None:
    document = read(two_columns())
    assert texts(document, BlockKind.HEADING) == ["The Open Gate"]
    assert texts(document) == [f"{STORY} {SECOND}", THIRD, f"Yes, {SECOND}", f"Then {THIRD}"]


def test_a_title_over_the_middle_of_three_columns_stands_before_them() -> None:
    page = Page()
    page.line(164, 560, "Gate", 20)
    page.line(170, 540, "A. Verl", 10)
    for x, words in ((15, STORY), (140, SECOND), (265, THIRD)):
        page.text(x, 510, [words, words, words], 19, size=9)
    document = read(page)
    assert [document.text[block.start : block.end] for block in document.blocks][:2] == ["Gate", "A. Verl"]
    assert " ".join(texts(document)[1:]) == " ".join([STORY] * 3 + [SECOND] * 3 + [THIRD] * 3)


def test_the_number_of_the_only_page_is_no_heading() -> None:
    page = page_of(STORY, SECOND)
    page.line(195, 40, "1")
    document = read(page)
    assert texts(document) == [STORY, SECOND]
    assert [place.name for place in document.place_names] == ["1"]


def test_a_mark_of_a_note_at_the_end_of_a_line_is_parted_from_the_next() -> None:
    page = with_note()
    words = "He was so ashamed of it that he said nothing"
    page.line(60, 504, words)
    page.line(60 + width_of(words, 10), 508, "1", 6)
    page.line(60, 492, "of the gate to him.")
    assert f"{words}1 of the gate" in read(page).text


def test_a_letter_that_is_mirrored_stands_in_its_word() -> None:
    page = Page()
    page.line(60, 500, "All of X")
    page.line(113, 500, "T")
    page.line(108, 498, "E", turn="-1 0 0 1")
    page.line(119, 500, "EX is younger than the gate.")
    assert texts(read(page)) == ["All of XETEX is younger than the gate."]


def test_lines_of_contents_do_not_go_on_over_the_end_of_a_page() -> None:
    pages = [Page(), Page()]
    for page, titles in zip(pages, (["Night", "Morning"], ["Noon", "Evening"]), strict=True):
        for number, title in enumerate(titles):
            page.line(60, 540 - 12 * number, f"{title:.<34} {number + 11}")
    assert [words.partition(" ")[0] for words in texts(read(*pages))] == [
        "Night",
        "Morning",
        "Noon",
        "Evening",
    ]


def test_what_is_large_is_a_heading_and_the_title() -> None:
    document = read(two_columns())
    assert document.title == "The Open Gate"
    assert [section.title for section in document.sections] == ["The Open Gate"]
    assert document.format == "pdf"


@pytest.mark.parametrize("stated", ["Microsoft Word - gate.doc", "untitled", "C:\\texts\\gate.tex", ""])
def test_a_title_that_a_program_wrote_is_none(stated: str) -> None:
    document = read(page_of(STORY), title=stated.replace("\\", "\\\\"), author="Administrator")
    assert (document.title, document.author) == ("file name", "")


def test_what_the_file_states_is_kept() -> None:
    document = read(page_of(STORY), title="The Gate", author="Anna Verl", language="en-GB")
    assert (document.title, document.author, document.language) == ("The Gate", "Anna Verl", "en-GB")


def test_bookmarks_make_the_sections() -> None:
    pages = [page_of(STORY), page_of(SECOND)]
    pages[1].line(60, 400, "The Morning")
    pages[1].text(60, 380, [THIRD], 40)
    outline = [("The Night", 0, 600.0), ("Of the Watchman", 1, 600.0), ("The Morning", 1, 410.0)]
    document = read(*pages, outline=outline)
    begun = [(s.title, document.text[s.start : s.start + 11]) for s in document.sections]
    assert begun == [
        ("The Night", STORY[:11]),
        ("Of the Watchman", SECOND[:11]),
        ("The Morning", "The Morning"),
    ]
    assert texts(document, BlockKind.HEADING) == ["The Morning"]


def test_broken_words_are_joined_as_they_stand_elsewhere() -> None:
    page = Page()
    lines = [
        "It was a well-known gate and a wonderful tower",
        "which was near. He thought that the won-",
        "derful tower was as ugly as it was well-",
        "known, and said so to the captain when they",
        "had gone.",
    ]
    for number, line in enumerate(lines):
        page.line(60, 540 - 12 * number, line)
    assert texts(read(page)) == [
        "It was a well-known gate and a wonderful tower which was near. He thought that the wonderful "
        "tower was as ugly as it was well-known, and said so to the captain when they had gone."
    ]


def with_note(mark: str = "1", note: str = "A note on the gate.") -> Page:
    page = Page()
    page.line(60, 540, "The gate stood open")
    page.line(60 + width_of("The gate stood open", 10), 544, mark, 6)
    page.line(60 + width_of("The gate stood open", 10) + 10, 540, "all that night, although")
    page.line(60, 528, "nobody came to close it, not even he.")
    page.line(60, 60, mark, 5)
    page.line(64, 57, note, 8)
    page.line(60, 47, "It goes on in a second line.", 8)
    return page


def test_a_footnote_is_taken_out_of_the_text_and_its_mark_leads_to_it() -> None:
    document = read(with_note())
    text = "The gate stood open1 all that night, although nobody came to close it, not even he."
    note = "A note on the gate. It goes on in a second line."
    assert [document.text[b.start : b.end] for b in document.blocks] == [text, note]
    (mark,) = document.note_marks
    assert document.text[mark.start : mark.end] == "1"
    assert document.text[mark.note_start : mark.note_end] == note
    assert document.blocks[-1].marker == "1"


def test_notes_stand_behind_their_section() -> None:
    page = with_note()
    later = page_of(SECOND)
    later.line(60, 570, "The Second Part", 18)
    document = read(page, later)
    kinds = [block.kind for block in document.blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_a_large_initial_belongs_to_its_word() -> None:
    page = Page()
    page.line(60, 518, "T", 30)
    page.line(80, 540, "he gate stood open all that night and")
    page.line(80, 529, "nobody thought of closing it at all, or")
    page.line(80, 518, "of asking who might have ridden in it.")
    page.line(60, 507, "It was the watchman who saw it first, so.")
    assert texts(read(page)) == [
        "The gate stood open all that night and nobody thought of closing it at all, or of asking who "
        "might have ridden in it. It was the watchman who saw it first, so."
    ]


def test_bullets_and_numbers_make_lists() -> None:
    page = page_of(STORY)
    for number, words in enumerate(
        ("\u2022 bread and salt", "\u2022 seven horses", "1. the gate", "2. the tower")
    ):
        page.line(60, 400 - 14 * number, words)
    document = read(page)
    items = [(b.marker, document.text[b.start : b.end]) for b in document.blocks if b.kind is BlockKind.ITEM]
    assert items == [("•", "bread and salt"), ("•", "seven horses"), ("1.", "the gate"), ("2.", "the tower")]


def test_lines_of_verse_stay_lines() -> None:
    page = page_of(STORY)
    lines = [
        "The gate was wide and open",
        "And seven horses came",
        "With riders in the darkness",
        "That nobody could name.",
    ]
    for number, words in enumerate(lines):
        page.line(90, 420 - 12 * number, words)
    assert texts(read(page), BlockKind.VERSE) == lines


def test_rows_of_cells_make_a_table() -> None:
    page = page_of(STORY)
    for number, cells in enumerate(
        (("Name", "Age", "Town"), ("Anna", "31", "Aldmere"), ("Piet", "7", "Oss"))
    ):
        for column, words in enumerate(cells):
            page.line(60 + 90 * column, 400 - 14 * number, words)
    assert texts(read(page), BlockKind.TABLE) == ["Name\tAge\tTown\nAnna\t31\tAldmere\nPiet\t7\tOss"]


def test_slanted_and_bold_letters_are_styles() -> None:
    page = page_of(STORY)
    page.line(60, 400, "He said ")
    page.line(60 + width_of("He said ", 10), 400, "never", font="italic")
    page.line(60 + width_of("He said never ", 10), 400, "and", font="plain")
    page.line(60 + width_of("He said never and ", 10), 400, "always.", font="bold")
    document = read(page)
    styled = [(document.text[run.start : run.end], run.style) for run in document.styles]
    assert styled == [("never", Style.EMPHASIS), ("always.", Style.STRONG)]


def test_a_page_that_is_turned_is_read_along_its_lines() -> None:
    page = Page(rotate=90)
    for number, words in enumerate(
        ("The gate stood open all that night and", "nobody thought of closing it.")
    ):
        page.line(60 + 12 * number, 60, words, turn="0 1 -1 0")
    assert texts(read(page)) == ["The gate stood open all that night and nobody thought of closing it."]


def test_letters_from_right_to_left_come_in_the_order_of_reading() -> None:
    page = Page()
    page.line(200, 540, "cba", font="hebrew")  # drawn from the left, so the last letter comes first
    page.line(200 + width_of("cba ", 10), 540, "fed", font="hebrew")
    assert texts(read(page)) == ["דהו אבג"]


def test_words_across_the_page_in_a_slant_are_no_text() -> None:
    page = page_of(STORY)
    page.line(100, 200, "DRAFT", 40, turn="0.7 0.7 -0.7 0.7")
    assert read(page).text == STORY


def test_pages_without_text_are_told_of() -> None:
    ornament, blank = Page(), Page()
    ornament.picture(60, 300, 20, 20)
    document = read(page_of(STORY), ornament, ornament, blank)
    assert document.text == STORY
    assert [str(warning) for warning in document.warnings] == [
        "2 pages have no text, only pictures at most; they are left out."
    ]


def test_a_file_without_any_text_is_refused() -> None:
    with pytest.raises(UnreadableError, match=r"“a\.pdf” has no text that can be read.*OCR"):
        read(Page(), Page())


def test_a_file_with_a_password_is_refused() -> None:
    lock = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'61' * 32}> /U <{'62' * 32}> >> /ID [<61> <61>]"
    )
    with pytest.raises(UnreadableError, match="encrypted; save a copy without a password"):
        read(page_of(STORY), trailer=lock)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 40])
def test_what_is_no_pdf_is_refused_as_damaged(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"“a\.pdf” is damaged"):
        read_pdf(data, "a.pdf", "")


def test_a_file_that_lost_its_end_is_mended_with_a_warning() -> None:
    data = Book([page_of(STORY)]).data()
    document = read_pdf(data[: data.index(b"xref")], "a.pdf", "")
    assert document.text == STORY
    assert [str(warning) for warning in document.warnings] == [
        "The file is damaged; it is shown as far as it could be read."
    ]


def test_a_file_that_claims_more_pages_is_told_of() -> None:
    data = Book([page_of(STORY)]).data().replace(b"/Count 1 ", b"/Count 900000000 ")
    assert [str(warning) for warning in read_pdf(data, "a.pdf", "").warnings] == [
        "The file says that it has more pages than are in it."
    ]


def test_an_outline_in_a_circle_comes_to_an_end() -> None:
    book = Book([page_of(STORY), page_of(SECOND)], outline=[("One", 0, 600.0), ("Two", 1, 600.0)])
    data = book.data()
    first = data.index(b"/Title (One)")
    number = data[:first].rsplit(b" 0 obj", 1)[0].rsplit(b"\n", 1)[1]
    two = data.index(b"/Title (Two)")
    circle = data[:two] + data[two:].replace(b"/Dest", b"/Next %b 0 R /Dest" % number, 1)
    assert [section.title for section in read_pdf(circle, "a.pdf", "").sections] == ["One", "Two"]


def test_every_word_of_a_page_is_in_its_blocks() -> None:
    document = read(two_columns(), with_note(), *running(3))
    covered = "".join(document.text[b.start : b.end] for b in document.blocks)
    assert covered.split()
    assert len("".join(covered.split())) == len("".join(document.text.split()))
    assert all(document.span.contains(Span(b.start, b.end)) for b in document.blocks)


def test_a_blank_page_with_nothing_but_a_running_head_stays_blank() -> None:
    blank = Page()
    blank.line(60, 580, "THE SIEGE", 8)
    pages = running(6)
    document = read(*pages[:4], blank, *pages[4:])
    assert "SIEGE" not in document.text


def test_words_on_every_page_are_kept_when_there_is_little_else() -> None:
    slides = [Page() for _ in range(5)]
    for number, slide in enumerate(slides):
        slide.line(60, 300, f"Slide {number}", 30)
    assert texts(read(*slides), BlockKind.HEADING) or "Slide 4" in read(*slides).text
