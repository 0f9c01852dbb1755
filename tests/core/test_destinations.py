from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.destinations import Destinations, Way
from companion.core.document import Block, BlockKind, Document, NoteMark, PlaceName, Section

TITLES = ("Chapter 1", "Chapter 12: The Bridge", "Épilogue")


def document(paragraphs: int = 30) -> Document:
    text, blocks, sections = "", [], []
    for number in range(paragraphs):
        if number % 10 == 0 and number // 10 < len(TITLES):
            title = TITLES[number // 10]
            sections.append((title, len(text)))
            blocks.append(Block(BlockKind.HEADING, len(text), len(text) + len(title), 1))
            text += title + "\n\n"
        blocks.append(Block(BlockKind.PARAGRAPH, len(text), len(text) + 20))
        text += "x" * 20 + "\n\n"
    ends = [start for _, start in sections[1:]] + [len(text)]
    return Document(
        text,
        tuple(blocks),
        tuple(Section(title, 1, start, end) for (title, start), end in zip(sections, ends, strict=True)),
    )


PLACES = Destinations(document())


@given(
    st.decimals(0, 100, places=2),
    st.sampled_from(["{}%", " {} % ", "{} percent", "{} Per Cent", "{} Prozent"]),
)
def test_a_percentage_is_that_part_of_the_text(percent: object, form: str) -> None:
    for written in (str(percent), str(percent).replace(".", ",")):
        first = PLACES.find(form.format(written))[0]
        assert first.way is Way.PERCENT
        assert abs(first.offset - len(document().text) * float(str(percent)) / 100) <= 0.5


@given(
    st.integers(1, 30),
    st.sampled_from(
        ["§{}", "§ {}", "§§{}", "¶{}", "p. {}", "par. {}", "Paragraph {}", "Absatz {}", "Abs. {}", "{}"]
    ),
)
def test_a_paragraph_is_the_one_of_that_number(number: int, form: str) -> None:
    first = PLACES.find(form.format(number))[0]
    assert (first.way, first.number) == (Way.PARAGRAPH, number)
    assert document().paragraph_number(first.offset) == number


@given(st.text(max_size=30))
def test_whatever_is_typed_leads_into_the_text_or_nowhere(typed: str) -> None:
    for place in PLACES.find(typed):
        assert 0 <= place.offset <= len(document().text)


@pytest.mark.parametrize("typed", ["§0", "§31", "101%", "100,5 %", "§99999999999", "-3 %", "§²"])
def test_there_is_no_such_place(typed: str) -> None:
    assert PLACES.find(typed) == []


def test_a_lone_number_may_be_a_paragraph_a_percentage_or_part_of_a_name() -> None:
    assert [(place.way, place.number) for place in PLACES.find("12")] == [
        (Way.PARAGRAPH, 12),
        (Way.PERCENT, 12),
        (Way.SECTION, 1),
    ]
    assert [place.way for place in PLACES.find("77")] == [Way.PERCENT]


def test_a_section_is_found_by_its_name() -> None:
    assert [place.number for place in PLACES.find("bridge")] == [1]
    assert [place.number for place in PLACES.find("epi")] == [2]
    assert [place.number for place in PLACES.find("")] == [0, 1, 2]


def test_digits_of_other_scripts_are_digits() -> None:
    assert PLACES.find("§١٢")[0].number == 12
    assert PLACES.find("٣١٪")[0].number == 31


def test_an_empty_text_has_no_places() -> None:
    empty = Destinations(Document(""))
    for typed in ("", "0%", "§1", "1", "x"):
        assert empty.find(typed) == []


PAGED = Document(
    "One[1] two[2] three",
    (Block(BlockKind.PARAGRAPH, 0, 19),),
    note_marks=(NoteMark(3, 6, 14, 19), NoteMark(10, 13, 14, 19)),
    place_names=(PlaceName("iv", 0), PlaceName("1", 7), PlaceName("p. 37", 14)),
)


@pytest.mark.parametrize(
    ("typed", "offset"),
    [
        ("iv", 0),
        ("p. IV", 0),
        ("p1", 7),
        ("page 1", 7),
        ("1", 7),
        ("S. 37", 14),
        ("p. 37", 14),
        ("Seite 37", 14),
    ],
)
def test_a_page_is_where_the_edition_has_it(typed: str, offset: int) -> None:
    first = Destinations(PAGED).find(typed)[0]
    assert (first.way, first.offset) == (Way.PAGE, offset)


@pytest.mark.parametrize("typed", ["note 2", "n. [2]", "Anm. 2", "Fußnote 2", "fn 2"])
def test_a_note_is_at_its_mark(typed: str) -> None:
    first = Destinations(PAGED).find(typed)[0]
    assert (first.way, first.offset) == (Way.NOTE, 10)


def test_a_page_or_note_that_is_not_there_leads_nowhere() -> None:
    assert not [place for place in Destinations(PAGED).find("p. 99") if place.way is Way.PAGE]
    assert not Destinations(PAGED).find("note 9")
    assert Destinations(PAGED).first_page == "iv"
    assert PLACES.first_page == ""
