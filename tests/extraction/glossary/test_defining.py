from __future__ import annotations

import pytest

from companion.core.document import Span
from companion.extraction.glossary.defining import definition_at, shortened


def defined(sentence: str, term: str, *, is_sure: bool = True) -> str:
    start = sentence.index(term)
    return definition_at(sentence, Span(0, len(sentence)), start, start + len(term), is_sure=is_sure)


@pytest.mark.parametrize(
    ("sentence", "term", "definition"),
    [
        ("They left by a postern, a small hidden gate.", "postern", "a small hidden gate"),
        ("A postern is a small hidden gate.", "postern", "a small hidden gate"),
        ("The term postern refers to a small hidden gate.", "postern", "a small hidden gate"),
        ("The postern—a small hidden gate—was shut.", "postern", "a small hidden gate"),
        ("He went off the gold standard (a system in which gold backs money).", "gold standard",
         "a system in which gold backs money"),
        ("The Tejanos, the Mexican residents of the region, were outnumbered.", "Tejanos",
         "the Mexican residents of the region"),
        ("A gate of this kind is called a postern.", "postern", "A gate of this kind is called a postern."),
    ],
)  # fmt: skip
def test_the_words_that_explain_are_cut_out(sentence: str, term: str, definition: str) -> None:
    assert defined(sentence, term) == definition


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("The postern was shut.", "postern"),
        ("They had a gate, a postern, a tower and a wall.", "postern"),
        ("The postern was the last to fall.", "postern"),
    ],
)
def test_other_sentences_explain_nothing(sentence: str, term: str) -> None:
    assert defined(sentence, term) == ""


def test_where_it_is_no_sure_term_an_apposition_counts_for_nothing() -> None:
    assert defined("She wore a coat, a rough thing.", "coat", is_sure=False) == ""


def test_long_words_are_broken_off_at_the_end_of_one() -> None:
    assert shortened("word " * 200).endswith("word …")
    assert len(shortened("word " * 200)) <= 402
    assert shortened(" two\nwords ") == "two words"


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("After the revolt in Aldmere, the Northern Council authorized a convention.", "Aldmere"),
        ("To limit the spread of the plague, the Free Towns, ports and villages were shut.", "plague"),
        ("They favour distant reading (Moretti, 2013).", "distant reading"),
    ],
)
def test_the_subject_of_the_sentence_and_a_source_define_nothing(sentence: str, term: str) -> None:
    assert defined(sentence, term) == ""


def test_a_list_in_an_apposition_stays_whole() -> None:
    sentence = "It began the Long Quarrel, a contest for social, economic, and military power that lasted."
    assert (
        defined(sentence, "Long Quarrel") == "a contest for social, economic, and military power that lasted"
    )
