from __future__ import annotations

from pdf_books import Book, Page

from companion.core.document import BlockKind, Document
from companion.readers.pdf import read_pdf

STORY = (
    "The gate stood open all that night and nobody thought of closing it until the watchman "
    "came down from the tower and saw what had been done by those who were to guard it."
)
TITLES = ["The Gate", "Horses", "A Tower by Night", "Aldmere"]
FIRST = ["gate A door in a wall that may be wide", "Enough for a cart; the one of Aldmere", "was of oak."]
SECOND = ["keep The strongest tower of a castle, to", "which all withdrew who could."]


def read(*pages: Page) -> Document:
    return read_pdf(Book(list(pages)).data(), "a.pdf", "file name")


def blocks(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def hanging(page: Page, y: float, lines: list[str], by: float = 30) -> float:
    """Sets lines of which all but the first are set in; gives the height of the next line."""
    for number, words in enumerate(lines):
        page.line(60 + (by if number else 0), y - 12 * number, words)
    return y - 12 * len(lines)


def test_lines_that_hang_belong_to_the_first() -> None:
    page = Page()
    y = page.text(60, 560, [STORY], 43) - 12
    y = hanging(page, y, FIRST)
    hanging(page, y, SECOND)
    assert [words for _, words in blocks(read(page))] == [STORY, " ".join(FIRST), " ".join(SECOND)]


def test_an_indented_line_below_a_full_sentence_begins_a_paragraph() -> None:
    page = Page()
    y = page.text(60, 560, [STORY], 43) - 12
    hanging(
        page, y, ["The captain of the watch slept all nights.", "Nobody woke him in the evening, and the"], 12
    )
    assert [words for _, words in blocks(read(page))][-2:] == [
        "The captain of the watch slept all nights.",
        "Nobody woke him in the evening, and the",
    ]


def test_points_behind_dashes_whose_lines_hang_are_a_list() -> None:
    page = Page()
    y = page.text(60, 560, [STORY], 43) - 12
    y = hanging(page, y, ["– seven horses that came in the night and", "were seen by nobody"], 12)
    hanging(page, y, ["– an open gate"], 12)
    assert blocks(read(page))[-2:] == [
        (BlockKind.ITEM, "seven horses that came in the night and were seen by nobody"),
        (BlockKind.ITEM, "an open gate"),
    ]


def test_what_somebody_says_behind_a_dash_is_no_point_of_a_list() -> None:
    page = Page()
    y = page.text(60, 560, [STORY], 43) - 12
    page.line(72, y, "– Who goes there?")
    page.line(72, y - 12, "– Nobody.")
    assert blocks(read(page))[-2:] == [
        (BlockKind.PARAGRAPH, "– Who goes there?"),
        (BlockKind.PARAGRAPH, "– Nobody."),
    ]


def noted(number: int) -> Page:
    """A page with words in both of its margins."""
    page = Page()
    page.text(60, 560, [f"Page {number} begins here. {STORY}", f"It was night, and {STORY} It was so."], 40)
    page.line(10, 536, "Aldmere", 8)
    page.line(320, 524, "a note", 8)
    page.line(320, 515, "of two", 8)
    return page


def test_what_is_written_in_the_margin_breaks_no_paragraph() -> None:
    pages = []
    for number in range(8):
        page = noted(number) if number == 2 else Page()
        if number != 2:
            page.text(
                60, 560, [f"Page {number} begins here. {STORY}", f"It was night, and {STORY} It was so."], 40
            )
        pages.append(page)
    found = [words for _, words in blocks(read(*pages))]
    assert [words for words in found if words.startswith(("Page", "It"))] == [
        words
        for number in range(8)
        for words in (f"Page {number} begins here. {STORY}", f"It was night, and {STORY} It was so.")
    ]
    assert [words for words in found if not words.startswith(("Page", "It"))] == ["Aldmere", "a note of two"]


def test_the_number_of_a_heading_may_hang_in_the_margin() -> None:
    pages = [Page() for _ in range(4)]
    for number, page in enumerate(pages):
        page.line(30, 560, f"1.{number}", font="bold")
        page.line(60, 560, TITLES[number], font="bold")
        page.text(60, 536, [f"Page {number} begins here. {STORY}", f"It was night, and {STORY}"], 40)
    found = [words for kind, words in blocks(read(*pages)) if kind is BlockKind.HEADING]
    assert found == [f"1.{number} {title}" for number, title in enumerate(TITLES)]


def test_code_stays_together() -> None:
    page = Page()
    y = page.text(60, 560, [STORY], 43) - 12
    for words, x, gap in (
        ("def gate():", 60, 0),
        ("return open", 84, 0),
        ("gate()", 60, 10),
        ("close()", 60, 0),
    ):
        y -= gap
        page.line(x, y, words, font="italic")
        y -= 12
    page.text(60, y - 12, [STORY], 40)
    data = Book([page]).data().replace(b"/BaseFont /Courier /", b"/BaseFont/Helvetica/")
    found = blocks(read_pdf(data, "a.pdf", "file name"))
    assert found[1] == (BlockKind.PREFORMATTED, "def gate():\n    return open\n\ngate()\nclose()")


def test_a_foot_in_which_a_number_touches_the_title_runs_along() -> None:
    pages = []
    for number in range(4):
        page = Page()
        page.text(60, 560, [f"Page {number} begins here. {STORY}"], 40)
        page.line(190, 20, f"{number + 11}Gates")
        pages.append(page)
    assert "Gates" not in read(*pages).text
