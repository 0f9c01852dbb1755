from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import Block, BlockKind, Document, Section, Span, Style, StyledRun

TEXT = "Part\n\nOne\n\nFirst words.\n\n* * *\n\nMore words.\n\nTwo\n\nLast words."


def _block(kind: BlockKind, words: str) -> Block:
    start = TEXT.index(words)
    return Block(kind, start, start + len(words))


@pytest.fixture
def document() -> Document:
    kinds = {
        "Part": BlockKind.HEADING,
        "One": BlockKind.HEADING,
        "Two": BlockKind.HEADING,
        "* * *": BlockKind.RULE,
    }
    blocks = tuple(_block(kinds.get(words, BlockKind.PARAGRAPH), words) for words in TEXT.split("\n\n"))
    two = TEXT.index("Two")
    sections = (
        Section("Part", 1, 0, len(TEXT)),
        Section("One", 2, 6, two),
        Section("Two", 2, two, len(TEXT)),
    )
    first = TEXT.index("words")
    styles = (StyledRun(first, first + 5, Style.EMPHASIS), StyledRun(two, two + 3, Style.STRONG))
    return Document(TEXT, blocks, sections, styles)


def test_spans_that_touch_do_not_overlap() -> None:
    assert not Span(0, 5).overlaps(Span(5, 9))
    assert Span(0, 6).overlaps(Span(5, 9))
    assert Span(0, 9).contains(Span(0, 9))
    assert not Span(1, 9).contains(Span(0, 2))


def test_the_block_at_a_place(document: Document) -> None:
    assert document.block_at(0) == document.blocks[0]
    assert document.block_at(TEXT.index("words.")) == document.blocks[2]
    assert document.block_at(4) == document.blocks[0]
    assert document.block_at(10_000) == document.blocks[-1]
    assert Document("").block_at(0) is None


def test_the_innermost_section_at_a_place(document: Document) -> None:
    def title(words: str) -> str:
        section = document.section_at(TEXT.index(words))
        return section.title if section else ""

    assert [title(words) for words in ("Part", "First", "More", "Last")] == ["Part", "One", "One", "Two"]
    assert Document("words").section_at(0) is None


def test_a_place_after_a_section_belongs_to_the_one_round_it() -> None:
    document = Document("x" * 30, sections=(Section("Part", 1, 0, 30), Section("One", 2, 5, 10)))
    assert document.section_index(20) == 0
    assert document.section_index(7) == 1


def test_styles_within_a_stretch(document: Document) -> None:
    assert [run.style for run in document.styles_within(0, len(TEXT))] == [Style.EMPHASIS, Style.STRONG]
    assert document.styles_within(0, document.styles[0].start) == ()


def test_paragraphs_are_numbered_without_headings_and_scene_breaks(document: Document) -> None:
    numbers = [document.paragraph_number(block.start) for block in document.blocks]
    assert numbers == [1, 1, 1, 2, 2, 3, 3]
    assert document.offset_of_paragraph(2) == TEXT.index("More")
    assert document.offset_of_paragraph(99) == TEXT.index("Last")
    assert Document("").paragraph_number(0) == 0
    assert Document("").offset_of_paragraph(3) == 0


@given(
    st.lists(
        st.sampled_from([BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.VERSE]), min_size=1, max_size=20
    )
)
def test_the_number_of_a_paragraph_leads_back_to_it(kinds: list[BlockKind]) -> None:
    blocks = tuple(Block(kind, place * 3, place * 3 + 2) for place, kind in enumerate(kinds))
    document = Document("ab " * len(kinds), blocks)
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            assert document.offset_of_paragraph(document.paragraph_number(block.start)) == block.start


def test_of_many_places_the_paragraphs_are_those_of_each(document: Document) -> None:
    places = range(len(TEXT) + 2)

    assert document.block_indices(places) == {document.block_index(place) for place in places}
    assert document.paragraph_numbers(places) == {document.paragraph_number(place) for place in places}
    assert document.paragraph_numbers([]) == Document("words").paragraph_numbers([0]) == set()
