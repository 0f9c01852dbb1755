from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from companion.readers import read_text
from companion.readers.html import read_html
from companion.readers.limits import LONGEST_STATED
from companion.readers.sections import Heading, sections_of, title_of


def test_a_section_reaches_to_the_next_heading_of_its_level_or_a_higher_one() -> None:
    sections = sections_of(
        [Heading("Part", 1, 0), Heading("One", 2, 10), Heading("Two", 2, 20), Heading("B", 1, 30)], 40
    )
    assert [(section.title, section.start, section.end) for section in sections] == [
        ("Part", 0, 30),
        ("One", 10, 20),
        ("Two", 20, 30),
        ("B", 30, 40),
    ]


@given(st.lists(st.integers(1, 6), max_size=30))
def test_sections_are_nested(levels: list[int]) -> None:
    sections = sections_of([Heading("", level, place) for place, level in enumerate(levels)], len(levels))
    for index, outer in enumerate(sections):
        for inner in sections[index + 1 :]:
            assert inner.start >= outer.end or inner.end <= outer.end
            if inner.start < outer.end:
                assert inner.level > outer.level


def test_a_title_is_no_longer_than_a_line_may_be() -> None:
    document = read_text("Words.\n\n# " + "very " * 100_000, "markdown")
    assert len(document.sections[0].title) == len(document.title) == LONGEST_STATED
    assert document.sections[0].title.endswith("very…")


def test_the_mark_of_a_note_is_no_part_of_a_title() -> None:
    assert title_of("The first\n cable[1] of 1858*", [(16, 19), (27, 28)]) == "The first cable of 1858"
    assert title_of("[1]", [(0, 3)]) == "[1]"
    marked = "# A history[^1]\n\n## The first cable[^1]\n\nIt failed.\n\n[^1]: Of Field's.\n"
    document = read_text(marked, "markdown")
    assert document.title == "A history"
    assert [section.title for section in document.sections] == ["A history", "The first cable"]
    page = (
        "<body><h1>A history<a epub:type='noteref' role='doc-noteref' href='#n'>1</a></h1><p>It failed.</p>"
        "<aside id='n' role='doc-footnote'>Of Field's.</aside></body>"
    )
    assert read_html(page.encode(), "page.html", "page").sections[0].title == "A history"
