from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import Document
from companion.core.sentences import Sentences
from companion.extraction.glossary.abbreviations import find_abbreviations
from companion.extraction.glossary.alignment import align
from companion.extraction.source import Source


def pairs(text: str) -> list[tuple[str, str]]:
    found = find_abbreviations(Source(Document(text), "en", Sentences()))
    for one in found:
        assert text[one.short_span.start : one.short_span.end] == one.short
        assert " ".join(text[one.long_span.start : one.long_span.end].split()) == one.long
    return [(one.short, one.long) for one in found]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("He joined the Special Operations Executive (SOE).", "SOE", "Special Operations Executive"),
        ("The SOE (Special Operations Executive) helped.", "SOE", "Special Operations Executive"),
        ("The SOE, the Special Operations Executive, helped.", "SOE", "Special Operations Executive"),
        ("The Special Operations Executive, or SOE, helped.", "SOE", "Special Operations Executive"),
        ("Many Landing Craft Tanks (LCTs) sank.", "LCTs", "Landing Craft Tanks"),
        ("the Office of Management and Budget (OMB) said", "OMB", "Office of Management and Budget"),
        ("the United States (U.S.) army", "U.S.", "United States"),
        ("the deoxyribonucleic acid (DNA) of mice", "DNA", "deoxyribonucleic acid"),
        ("a two-dimensional (2D) image", "2D", "two-dimensional"),
        ("of obese (body mass index (BMI) 27-40) men", "BMI", "body mass index"),
        ("after an electroencephalogram [EEG] was made", "EEG", "electroencephalogram"),
        ("a sickness (posttransplant lymphoproliferative disorder, PTLD) came", "PTLD",
         "posttransplant lymphoproliferative disorder"),
    ],
)  # fmt: skip
def test_a_short_form_is_tied_to_its_words(text: str, short: str, long: str) -> None:
    assert (short, long) in pairs(text)


def test_words_that_stand_far_away_are_found() -> None:
    text = "The SOE sent men to Albania.\n\nIn London the Special Operations Executive waited for news."
    assert pairs(text) == [("SOE", "Special Operations Executive")]


def test_two_names_with_the_same_letters_leave_a_far_form_alone() -> None:
    assert pairs("The ANC won. The African National Congress met. The Albanian National Council met.") == []


@pytest.mark.parametrize(
    "text",
    [
        "He came late (he was ill) and left.",
        "The house (see below) was old.",
        "She went home (sic).",
        "AND THEN THE WHOLE TOWN WENT (AND DANCED)",
        "They met (in 1942) and parted (for good).",
        "",
        "(",
        "((((((((((",
    ],
)
def test_other_brackets_are_no_abbreviations(text: str) -> None:
    assert pairs(text) == []


def test_the_long_form_does_not_reach_into_the_sentence_before() -> None:
    assert pairs("He saw Oslo. Fine old cars (FOC) passed.") == [("FOC", "Fine old cars")]


def test_letters_may_be_taken_from_within_a_word_only_after_its_first() -> None:
    inside, beginning = align("DNA", "deoxyribonucleic acid"), align("DA", "deoxyribonucleic acid")
    assert inside is not None
    assert beginning is not None
    assert inside.fit < beginning.fit
    assert align("XQZ", "deoxyribonucleic acid") is None


@given(st.text(alphabet="ABCabc .,()[]-–“”\n1I’", max_size=120))
def test_odd_text_gives_pairs_that_stand_in_it(text: str) -> None:
    pairs(text)
