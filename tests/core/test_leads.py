"""Leads: every one is found by its place, and none twice."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import Block, BlockKind, Document, Link, NoteMark, Picture, Span
from companion.core.leads import Leads, goal_of, is_raised, links_within, marks_within, span_of

TEXT = "One[1] two three\n\nA wall\n\nA note"
DOCUMENT = Document(
    TEXT,
    (
        Block(BlockKind.PARAGRAPH, 0, 16),
        Block(BlockKind.PICTURE, 18, 24),
        Block(BlockKind.PARAGRAPH, 26, 32),
    ),
    links=(Link(7, 10, 26), Link(11, 16, -1, "https://example.org/")),
    note_marks=(NoteMark(3, 6, 26, 32),),
    pictures=(Picture(7, 10, "amid.png"), Picture(18, 24, "wall.png")),
)


def test_they_stand_in_order_and_pictures_amid_words_are_none() -> None:
    leads = Leads(DOCUMENT)
    assert [span_of(lead) for lead in leads.within(0, len(TEXT))] == [(3, 6), (7, 10), (11, 16), (18, 24)]
    assert isinstance(leads.at(18), Picture)
    assert leads.at(6) is None
    assert leads.next_from(4) == DOCUMENT.links[0]
    assert leads.last_before(3) is None
    assert leads.next_from(19) is None


def test_a_note_and_a_link_have_a_goal_and_an_address_none() -> None:
    mark, link, address, picture = Leads(DOCUMENT).within(0, len(TEXT))
    assert goal_of(mark) == Span(26, 32)
    assert goal_of(link) == Span(26, 26)
    assert goal_of(address) is goal_of(picture) is None


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)), max_size=12))
def test_at_and_within_agree(places: list[tuple[int, int]]) -> None:
    links = tuple(sorted(Link(start, start + length, 0) for start, length in places))
    document = Document("x" * 60, (Block(BlockKind.PARAGRAPH, 0, 60),), links=links)
    leads = Leads(document)
    found = leads.within(0, 60)
    assert all(before.end <= after.start for before, after in pairwise(found))
    for offset in range(60):
        assert leads.at(offset) == next((one for one in found if one.start <= offset < one.end), None)
    assert links_within(document, 0, 60) == links


@pytest.mark.parametrize("sign", ["1", "[12]", " † ", "a"])
def test_a_short_mark_is_raised(sign: str) -> None:
    assert is_raised(sign)


@pytest.mark.parametrize("sign", ["¹", "¹²", "*", "**", "", "  ", "see the note"])
def test_one_that_is_high_already_or_is_words_is_not(sign: str) -> None:
    assert not is_raised(sign)


def test_marks_are_found_by_their_block() -> None:
    assert marks_within(DOCUMENT, 0, 16) == DOCUMENT.note_marks
    assert marks_within(DOCUMENT, 4, 16) == ()
