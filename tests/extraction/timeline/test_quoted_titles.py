from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_story import marked

from companion.core.document import Span
from companion.extraction.people.pronouns import find_told
from companion.extraction.timeline.clauses import Clause, clauses_of
from companion.extraction.timeline.events import find_events
from companion.extraction.timeline.quoting import LONGEST, quoted


def titles(text: str) -> list[str]:
    source, times, people = marked(text)
    return [found.event.title for found in find_events(source, times, people, [], find_told(source, people))]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "These first days, before [the eighth of May 1850|1850-05-08] when the prisoners were had up for "
            "a second time, were the hardest of all.",
            "These first days, before the eighth of May 1850 when the prisoners were had up for a "
            "second time…",
        ),
        (
            "On [8 May 1850|1850-05-08] an officer—a very important one judging by the respect the guards "
            "showed him—entered the barn where the prisoners were.",
            "An officer—a very important one judging by the respect the guards showed him—entered the barn "
            "where the prisoners were",
        ),
        (
            "The first half of [the winter of 1806|1806-24], which the colonel spent in Aldmere, was one of "
            "the happiest and merriest times for him and the family.",
            "The first half of the winter of 1806, which the colonel spent in Aldmere, was one of the "
            "happiest and merriest times…",
        ),
        ("It was a hot [July 1850|1850-07] day.", "It was a hot July 1850 day"),
    ],
)
def test_what_gives_no_whole_clause_is_quoted(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The ferry was closed, and in [1850|1850] it was granted a charter, along with the right to hold "
            "fairs.",
            "The ferry was granted a charter, along with the right to hold fairs",
        ),
        (
            "On [8 May 1850|1850-05-08] the abbot told the millers who had come to the castle that the weir, "
            "which had stood for ninety years, would be broken up by the men of the valley.",
            "The abbot told the millers",
        ),
    ],
)
def test_a_title_that_ends_with_a_thought_has_no_dots(text: str, title: str) -> None:
    assert titles(text) == [title]


def test_dots_tell_where_a_quotation_is_cut() -> None:
    text = (
        "Whatever the millers of the valley may have thought of the new road at the time, in the course of "
        "which many barges were broken up, those that worked in [1850|1850] as before, and the others, "
        "sold what they had to the abbot and his brother and all the friends of the house."
    )
    (title,) = titles(text)
    assert title.startswith("…")
    assert title.endswith("…")
    assert title.strip("…") in re.sub(r"\[([^|]+)\|[^]]+\]", r"\1", text)


def test_a_heading_and_the_head_of_a_letter_make_no_event() -> None:
    assert titles("BOOK SIX: [1808|1808]") == []
    assert titles("Aldmere Castle, [3 July 1844|1844-07-03],") == []


_WORDS = st.sampled_from(
    [
        "The",
        "miller",
        "which",
        "and",
        "in",
        "of",
        "had",
        "gone",
        "sold",
        "the",
        "mill",
        ",",
        ";",
        "—",
        "“",
        "”",
        "(",
    ]
)


@given(st.lists(_WORDS, max_size=40), st.lists(_WORDS, max_size=40))
def test_a_quotation_is_short_and_stands_in_the_text(before: list[str], after: list[str]) -> None:
    lead = " ".join([*before, "in "])
    text = lead + "1850 " + " ".join(after)
    sentence, phrase = Span(0, len(text)), Span(len(lead) - 3, len(lead) + 4)
    clauses: list[Clause] = clauses_of(text, sentence, [phrase])
    for number in range(len(clauses)):
        title = quoted(text, sentence, clauses, number, phrase)
        assert len(title) <= LONGEST + 1
        bare = re.sub(r"[\W_]", "", title).lower()
        assert bare in re.sub(r"[\W_]", "", text).lower()
