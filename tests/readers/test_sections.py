from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from companion.readers import read_text
from companion.readers.limits import LONGEST_STATED
from companion.readers.sections import Heading, sections_of


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
