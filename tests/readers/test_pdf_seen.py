from __future__ import annotations

import io

import pytest
from pdf_books import HEIGHT, WIDTH, Book, Page
from PIL import Image

from companion.core.document import BlockKind, Document
from companion.readers.pdf import read_pdf
from companion.readers.pictures import picture_bytes

STORY = (
    "The gate stood open all that night and nobody thought of closing it until the watchman "
    "came down from the tower."
)
THIRD = (
    "In the morning the captain found the tracks of seven horses in the yard and asked who had "
    "ridden in the dark."
)


def read(*pages: Page) -> Document:
    return read_pdf(Book(list(pages)).data(), "a.pdf", "file name")


def kinds(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def linked(document: Document) -> list[tuple[str, str]]:
    return [
        (document.text[link.start : link.end], link.address or document.text[link.place :].split("\n")[0])
        for link in document.links
    ]


def test_a_link_leads_to_the_line_below_its_goal() -> None:
    first, second = Page(), Page()
    first.line(60, 500, "See the part on towers for more of this.")
    first.link(60 + 48, 500, "part on towers", "/Dest [13 0 R /XYZ 60 412 0]")
    second.line(60, 500, "There were many gates in that town.")
    second.line(60, 400, "Towers are built of stone and mortar.")
    document = read(first, second)
    assert linked(document) == [("part on towers", "Towers are built of stone and mortar.")]


def test_a_link_to_a_whole_page_leads_to_its_beginning() -> None:
    first, second = Page(), Page()
    first.line(60, 500, "See the next page for more of this.")
    first.link(60, 500, "See", "/A << /S /GoTo /D [13 0 R /Fit] >>")
    second.line(60, 400, "Towers are built of stone and mortar.")
    assert linked(read(first, second)) == [("See", "Towers are built of stone and mortar.")]


@pytest.mark.parametrize(
    ("goal", "address"),
    [
        ("/A << /S /URI /URI (https://example.org/a?b=c#d) >>", "https://example.org/a?b=c#d"),
        ("/A << /S /URI /URI (mailto:anna@example.org) >>", "mailto:anna@example.org"),
        ("/A << /S /URI /URI (www.example.org) >>", "https://www.example.org"),
        ("/A << /S /URI /URI (javascript:alert\\(1\\)) >>", ""),
        ("/A << /S /URI /URI (file:///etc/passwd) >>", ""),
        ("/A << /S /Launch /F (/bin/sh) >>", ""),
        ("/A << /S /GoToR /F (other.pdf) /D [0 /Fit] >>", ""),
        ("/A << /S /JavaScript /JS (app.alert\\(1\\)) >>", ""),
        ("/Dest [99 0 R /XYZ 0 0 0]", ""),
    ],
)
def test_links_lead_to_the_web_and_to_mail_and_nowhere_else_outside(goal: str, address: str) -> None:
    page = Page()
    page.line(60, 500, "All of it stands there, in the town.")
    page.link(60 + 18 * 6, 500, "there,", goal)
    assert linked(read(page)) == ([("there,", address)] if address else [])


def test_a_link_goes_on_over_the_end_of_a_line() -> None:
    page = Page()
    page.line(60, 500, "All of this is told in the history of the")
    page.line(60, 488, "town, which nobody has read to its end.")
    goal = "/A << /S /URI /URI (http://a.example) >>"
    page.link(60 + 27 * 6, 500, "history of the", goal)
    page.link(60, 488, "town,", goal)
    assert linked(read(page)) == [("history of the town,", "http://a.example")]


def test_a_picture_stands_before_its_caption() -> None:
    page = Page()
    y = page.text(60, 560, [STORY], 40)
    page.picture(100, y - 120, 160, 120)
    page.line(120, y - 135, "Figure 1. The gate by night.", 9)
    page.text(60, y - 170, [THIRD], 40)
    document = read(page)
    assert [kind for kind, _ in kinds(document)] == [
        BlockKind.PARAGRAPH,
        BlockKind.PICTURE,
        BlockKind.CAPTION,
        BlockKind.PARAGRAPH,
    ]
    assert len(document.pictures) == 1


def test_a_picture_is_drawn_as_it_is_seen() -> None:
    page = Page()
    page.text(60, 560, [STORY], 40)
    page.picture(100, 300, 160, 120)
    data = Book([page]).data()
    document = read_pdf(data, "a.pdf", "")
    drawn = picture_bytes(data, "pdf", document.pictures[0].source)
    assert drawn is not None
    with Image.open(io.BytesIO(drawn)) as image:
        assert image.width / image.height == pytest.approx(4 / 3, rel=0.02)
        assert {image.getpixel(at) for at in ((3, 3), (image.width - 4, image.height - 4))} == {(255, 0, 0)}
    assert picture_bytes(data, "pdf", "page 0 at 0.0 0.0 1e9x1.0, 1 pixels") is None
    assert picture_bytes(data, "pdf", "page 7 at 0.0 0.0 90.0x90.0, 9 pixels") is None


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_picture_on_a_turned_page_is_drawn_turned(turn: int) -> None:
    page = Page(turn)
    page.text(60, 560, [STORY], 40)
    page.picture(100, 300, 160, 120)
    data = Book([page]).data()
    drawn = picture_bytes(data, "pdf", read_pdf(data, "a.pdf", "").pictures[0].source)
    assert drawn is not None
    with Image.open(io.BytesIO(drawn)) as image:
        assert (image.width > image.height) is (turn == 180)
        assert image.getpixel((image.width // 2, image.height // 2)) == (255, 0, 0)


def test_strips_are_one_picture() -> None:
    page = Page()
    page.text(60, 560, [STORY], 40)
    for strip in range(8):
        page.picture(100, 300 + 10 * strip, 160, 10)
    assert len(read(page).pictures) == 1


def test_ornaments_backgrounds_and_what_is_on_all_pages_are_no_pictures() -> None:
    pages = []
    for _ in range(4):
        page = Page()
        page.picture(0, 0, WIDTH, HEIGHT)
        page.text(60, 540, [STORY, THIRD], 40)
        page.picture(60, 300, 20, 20)
        page.picture(60, 100, 160, 2)
        page.picture(300, 560, 60, 30)
        pages.append(page)
    assert read(*pages).pictures == ()


def test_a_page_that_is_only_a_picture_is_shown() -> None:
    plate = Page()
    plate.picture(0, 0, WIDTH, HEIGHT)
    before, behind = Page(), Page()
    before.text(60, 540, [STORY], 40)
    behind.text(60, 540, [THIRD], 40)
    document = read(before, plate, behind)
    assert [kind for kind, _ in kinds(document)] == [
        BlockKind.PARAGRAPH,
        BlockKind.PICTURE,
        BlockKind.PARAGRAPH,
    ]
    assert [place.name for place in document.place_names] == ["1", "2", "3"]
    assert [str(told) for told in document.warnings] == [
        "One page has no text, only a picture, which is shown."
    ]


def test_the_first_page_is_the_cover() -> None:
    page = Page()
    page.text(60, 540, [STORY], 40)
    data = Book([page]).data()
    drawn = picture_bytes(data, "pdf", read_pdf(data, "a.pdf", "").cover)
    assert drawn is not None
    with Image.open(io.BytesIO(drawn)) as image:
        assert image.height / image.width == pytest.approx(HEIGHT / WIDTH, rel=0.01)


def ruled(page: Page, lefts: list[float], tops: list[float]) -> None:
    for top in tops:
        page.rule(lefts[0], top, lefts[-1] - lefts[0], 0.5)
    for left in lefts:
        page.rule(left, tops[-1], 0.5, tops[0] - tops[-1])


def cells(document: Document) -> list[tuple[int, int, str]]:
    return [(c.row, c.column, document.text[c.start : c.end]) for c in document.tables[0].cells]


def test_a_table_with_rules_keeps_the_words_of_each_cell_together() -> None:
    page = Page()
    page.text(60, 560, [STORY], 40)
    ruled(page, [60, 130, 260, 320], [470, 452, 416, 398])
    for x, y, words in (
        (64, 457, "Name"),
        (134, 457, "What it was for"),
        (264, 457, "Men"),
        (64, 439, "Postern"),
        (134, 439, "A small gate from"),
        (134, 427, "which to rush out"),
        (264, 439, "4"),
        (64, 403, "Tower"),
        (264, 403, "12"),
    ):
        page.line(x, y, words)
    page.text(60, 370, [THIRD], 40)
    document = read(page)
    assert cells(document) == [
        (0, 0, "Name"),
        (0, 1, "What it was for"),
        (0, 2, "Men"),
        (1, 0, "Postern"),
        (1, 1, "A small gate from which to rush out"),
        (1, 2, "4"),
        (2, 0, "Tower"),
        (2, 1, ""),
        (2, 2, "12"),
    ]
    assert [kind for kind, _ in kinds(document)] == [
        BlockKind.PARAGRAPH,
        BlockKind.TABLE,
        BlockKind.PARAGRAPH,
    ]


def test_a_frame_and_the_lines_of_a_diagram_are_no_table() -> None:
    framed = Page()
    ruled(framed, [50, 330], [560, 480])
    framed.text(60, 540, [STORY], 40)
    ruled(framed, [60, 90, 120, 150, 180], [400, 380, 360, 340, 320])
    framed.line(40, 390, "9")
    framed.line(40, 330, "1")
    assert read(framed).tables == ()


def test_cells_of_a_table_without_rules_may_go_on_below() -> None:
    page = Page()
    for y, name, words in (
        (500, "gate", "A way through the wall that can"),
        (488, "", "be closed with a door"),
        (476, "tower", "A high building"),
        (464, "ditch", "A long hole before the wall"),
    ):
        if name:
            page.line(60, y, name)
        page.line(130, y, words)
    page.text(60, 400, [STORY, THIRD], 40)
    assert cells(read(page))[:4] == [
        (0, 0, "gate"),
        (0, 1, "A way through the wall that can be closed with a door"),
        (1, 0, "tower"),
        (1, 1, "A high building"),
    ]


def test_lines_below_others_that_begin_afresh_are_no_cells() -> None:
    page = Page()
    for number in range(4):
        y = 560 - 40 * number
        page.line(60, y, f"19{number}0")
        page.line(130, y, "A gate is built", font="bold")
        page.line(130, y - 12, "It stood for a hundred years and no")
        page.line(130, y - 24, "longer.")
    assert read(page).tables == ()


def test_points_of_a_list_are_no_table() -> None:
    page = Page()
    for number, words in enumerate(("One thing is this", "Another is that", "A third one is neither")):
        page.line(60, 500 - 12 * number, "•")
        page.line(84, 500 - 12 * number, words)
    page.text(60, 400, [STORY, THIRD], 40)
    document = read(page)
    assert document.tables == ()
    assert [kind for kind, _ in kinds(document)][:3] == [BlockKind.ITEM] * 3


def test_names_below_the_title_are_no_headings() -> None:
    page = Page()
    for y, words, size in (
        (560, "On Gates", 18),
        (530, "Anna Verl and Li Wei", 12),
        (512, "12 March 2021", 12),
    ):
        page.line(200 - 0.3 * size * len(words), y, words, size)
    page.line(60, 470, "1 Walls", 14)
    page.text(60, 440, [STORY, THIRD], 40)
    headings = [words for kind, words in kinds(read(page)) if kind is BlockKind.HEADING]
    assert headings == ["On Gates", "1 Walls"]


@pytest.mark.parametrize(
    ("words", "is_caption"),
    [
        ("Figure 1. The gate by night.", True),
        ("Table A.2: Gates of the town", True),
        ("Abbildung 3", True),
        ("Fig. 4 The gate by night", True),
        ("Figure 5 shows the gate by night.", False),
        ("Maps 5. are rare in this town.", False),
    ],
)
def test_what_names_a_figure_is_a_caption(words: str, is_caption: bool) -> None:
    page = Page()
    y = page.text(60, 560, [STORY], 40)
    page.line(100, y - 30, words, 8)
    page.text(60, y - 70, [THIRD], 40)
    assert [kind for kind, _ in kinds(read(page))][1] is (
        BlockKind.CAPTION if is_caption else BlockKind.PARAGRAPH
    )


def test_what_was_filled_into_a_form_is_read() -> None:
    form = Page()
    form.field(60, 400, "Anna Verl")
    form.field(60, 300, "seen by nobody", "/F 2")
    form.field(60, 200, "a password", "/Ff 8192")
    assert [words for _, words in kinds(read(form))] == ["Anna Verl"]


def test_books_in_a_list_keep_their_words_behind_their_short_names() -> None:
    page = Page()
    page.text(60, 560, [STORY, THIRD], 40)
    for y, name, words in (
        (400, "[Ver90]", "Anna Verl."),
        (388, "", "On gates and towers. Aldmere, 1990."),
        (376, "[Wei99]", "Li Wei."),
        (364, "", "Ditches and what is in them. Aldmere,"),
        (352, "", "1999."),
        (340, "[BV]", "Johann Brink."),
        (328, "", "Walls. Aldmere."),
    ):
        if name:
            page.line(60, y, name)
        page.line(110, y, words)
    document = read(page)
    items = [
        (block.marker, document.text[block.start : block.end]) for block in document.blocks if block.marker
    ]
    assert items == [
        ("[Ver90]", "Anna Verl. On gates and towers. Aldmere, 1990."),
        ("[Wei99]", "Li Wei. Ditches and what is in them. Aldmere, 1999."),
        ("[BV]", "Johann Brink. Walls. Aldmere."),
    ]


def test_numbered_headings_of_one_depth_are_of_one_level() -> None:
    page, y = Page(), 560.0
    for words, font in (
        ("1 Walls", "bold"),
        ("1.1 Of stone", "bold"),
        ("2 Gates and DOORS", "plain"),
        ("2.1 Of wood", "plain"),
    ):
        page.line(60, y, words, 16 - 2 * words.count("."), font)
        y = page.text(60, y - 24, [STORY], 46) - 14
    document = read(page)
    assert [(section.title, section.level) for section in document.sections] == [
        ("1 Walls", 1),
        ("1.1 Of stone", 2),
        ("2 Gates and DOORS", 1),
        ("2.1 Of wood", 2),
    ]


def test_what_a_file_says_of_its_picture_stands_for_it() -> None:
    page = Page()
    page.text(60, 560, [STORY], 40)
    page.picture(100, 300, 160, 120)
    document = read_pdf(Book([page], picture="The gate by night").data(), "a.pdf", "")
    picture = document.pictures[0]
    assert document.text[picture.start : picture.end] == "The gate by night"


def test_authors_side_by_side_are_read_one_after_the_other() -> None:
    page = Page()
    page.line(146, 560, "On Gates", 18)
    for x, y, words in (
        (100, 530, "Anna Verl"),
        (220, 530, "Li Wei"),
        (90, 514, "Aldmere Hall"),
        (207, 514, "The Gate"),
    ):
        page.line(x, y, words, 12)
    page.line(60, 470, "1 Walls", 14)
    page.text(60, 440, [STORY, THIRD], 40)
    assert [words for _, words in kinds(read(page))][1:5] == [
        "Anna Verl",
        "Aldmere Hall",
        "Li Wei",
        "The Gate",
    ]


def test_the_progress_goes_from_page_to_page() -> None:
    page = Page()
    page.text(60, 560, [STORY], 40)
    told: list[float] = []
    read_pdf(Book([page] * 41).data(), "a.pdf", "", told.append)
    assert told == sorted(told)
    assert len(told) == 5
    assert 0.9 < told[-1] <= 1


def test_authors_beside_each_other_in_large_letters_are_no_headings() -> None:
    page = Page()
    page.line(90, 560, "The Open Gate", 20)
    for x, names in ((60, ("A. Verl", "Aldmere")), (240, ("P. Oss", "Moscow"))):
        for number, name in enumerate(names):
            page.line(x, 530 - 14 * number, name, 12)
    page.text(60, 480, [STORY, THIRD], 40)
    found = [words for kind, words in kinds(read(page)) if kind is BlockKind.HEADING]
    assert found == ["The Open Gate"]


def test_a_numbered_heading_right_below_another_begins_a_section_of_its_own() -> None:
    page = Page()
    y = page.text(60, 560, [STORY], 40) - 20
    page.line(60, y, "1 Gates", 14)
    y = page.text(60, y - 30, [STORY], 40) - 20
    page.line(60, y, "2 Towers", 14)
    page.line(60, y - 24, "2.1 Of Aldmere", 12)
    page.text(60, y - 48, [STORY], 40)
    found = [(section.title, section.level) for section in read(page).sections]
    assert found[-3:] == [("1 Gates", 1), ("2 Towers", 1), ("2.1 Of Aldmere", 2)]


def test_ligatures_and_quotes_of_tex_that_do_not_say_what_they_are() -> None:
    page = Page()
    page.text(60, 540, [STORY], 40)
    page.drawn.append("BT /plain 10 Tf 1 0 0 1 60 300 Tm (\\020di\\033erent, \\034rst\\021 \\026 yes) Tj ET")
    text = read(page).text
    assert text.endswith("“different, first” — yes")


def test_dots_that_lead_to_the_number_of_a_page_are_one_sign() -> None:
    page = Page()
    page.line(60, 560, "Contents", 14)
    page.line(60, 530, "1 Gates . . . . . . . . . . . . 3")
    page.line(60, 518, "2 Towers...")
    page.line(130, 518, ".......... 11")
    page.text(60, 480, [STORY], 40)
    assert [words for _, words in kinds(read(page))][1:3] == ["1 Gates … 3", "2 Towers … 11"]


def test_a_field_that_is_drawn_by_what_is_no_drawing_breaks_nothing() -> None:
    page, other = Page(), Page()
    other.text(60, 540, [STORY], 40)
    page.field(60, 300, "Anna Verl", "/AP << /N 1 0 R >> /T (name)")
    assert [words for _, words in kinds(read(page, other))] == ["Anna Verl", STORY]


def test_an_address_at_the_end_of_a_line_goes_on_only_with_what_looks_like_one() -> None:
    page = Page()
    y = page.text(60, 560, [STORY], 40) - 12
    for words in (
        "They asked about it at https://a.org/",
        "and at https://b.example.org/the/gate/",
        "of/aldmere",
    ):
        page.line(60, y, words)
        y -= 12
    text = read(page).text
    assert text.endswith("at https://a.org/ and at https://b.example.org/the/gate/of/aldmere")
