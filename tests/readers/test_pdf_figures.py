from __future__ import annotations

import io

from pdf_books import Book, Page
from PIL import Image

from companion.core.document import BlockKind, Document
from companion.readers.pdf import read_pdf
from companion.readers.pictures import picture_bytes

STORY = (
    "The gate stood open all that night and nobody thought of closing it until the watchman "
    "came down from the tower and saw what had been done by those who were to guard it."
)


def read(*pages: Page) -> Document:
    return read_pdf(Book(list(pages)).data(), "a.pdf", "file name")


def drawing(page: Page, foot: float) -> None:
    """A cross of two axes and a bar, with a word at each axis."""
    page.drawn.append("1 0 0 rg")
    page.rule(100, foot, 160, 1)
    page.rule(100, foot, 1, 100)
    page.rule(140, foot, 20, 60)
    page.drawn.append("0 g")
    page.line(170, foot - 12, "time", 8)
    page.line(104, foot + 102, "men", 8)
    page.line(94, foot + 30, "up", 8, turn="0 1 -1 0")


def blocks(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_a_drawing_above_its_caption_is_shown_with_the_words_in_it() -> None:
    page = Page()
    page.text(60, 560, [STORY], 40)
    drawing(page, 330)
    page.line(90, 300, "Figure 1: Men over time.")
    page.text(60, 260, [STORY], 40)
    data = Book([page]).data()
    document = read_pdf(data, "a.pdf", "")
    assert blocks(document) == [
        (BlockKind.PARAGRAPH, STORY),
        (BlockKind.PICTURE, "men time"),
        (BlockKind.CAPTION, "Figure 1: Men over time."),
        (BlockKind.PARAGRAPH, STORY),
    ]
    drawn = picture_bytes(data, "pdf", document.pictures[0].source)
    assert drawn is not None
    with Image.open(io.BytesIO(drawn)) as image:
        colours = {colour for _, colour in image.getcolors(100_000) or []}
    assert {(255, 0, 0), (255, 255, 255)} <= colours


def test_a_drawing_without_a_caption_is_left_alone() -> None:
    page = Page()
    page.text(60, 560, [STORY], 40)
    drawing(page, 330)
    page.text(60, 260, [STORY], 40)
    document = read(page)
    assert document.pictures == ()
    assert "time" in document.text


def test_words_that_speak_of_a_figure_do_not_take_what_is_drawn_above_the_text() -> None:
    page = Page()
    drawing(page, 480)
    page.text(60, 460, [f"{STORY} Who was it?", f"Figure 1 shows the gate. {STORY}"], 40, indent=0)
    assert read(page).pictures == ()


def test_a_frame_round_a_text_is_no_drawing() -> None:
    page = Page()
    for x, y, width, height in ((50, 300, 300, 1), (50, 560, 300, 1), (50, 300, 1, 260), (350, 300, 1, 260)):
        page.rule(x, y, width, height)
    page.text(60, 540, [STORY, STORY, STORY], 36)
    page.line(90, 280, "Figure 1: A text in a frame.")
    document = read(page)
    assert document.pictures == ()
    assert document.text.count("The gate stood open") == 3


def test_no_amount_of_lines_takes_long() -> None:
    page = Page()
    page.drawn += [f"{x % 400} {100 + x // 40} 0.1 0.1 re f" for x in range(0, 16_000)]
    for number in range(30):
        page.line(90, 20 + 2 * number, f"Figure {number}")
    assert read(page).text
