from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from companion.readers.limits import LONGEST_BLOCK
from companion.readers.portions import portions


def test_a_short_text_is_one_portion_without_the_blanks_round_it() -> None:
    assert portions("Words and words. ") == [(0, 16)]


def test_a_long_text_is_cut_after_sentences() -> None:
    text = "A sentence of some words. " * 3000
    cut = portions(text)
    assert len(cut) > 3
    assert all(text[start:end].endswith("words.") for start, end in cut)
    assert " ".join(text[start:end] for start, end in cut) == text.strip()


def test_a_word_without_end_is_cut_at_the_limit() -> None:
    assert portions("a" * (LONGEST_BLOCK * 2 + 5)) == [
        (0, LONGEST_BLOCK),
        (LONGEST_BLOCK, LONGEST_BLOCK * 2),
        (LONGEST_BLOCK * 2, LONGEST_BLOCK * 2 + 5),
    ]


def test_sentences_without_blanks_are_cut_after_their_stops() -> None:
    text = "吾輩は猫である。" * 5000
    assert all(text[start:end].endswith("。") for start, end in portions(text))


def test_lines_that_are_kept_are_cut_between_lines() -> None:
    text = "some code (x. y)\n" * 3000
    assert all(text[start:end].endswith("y)") for start, end in portions(text))


@given(st.text(alphabet="ab. \n", min_size=1), st.integers(LONGEST_BLOCK, LONGEST_BLOCK * 3))
def test_nothing_but_blanks_is_lost(unit: str, length: int) -> None:
    text = (unit * (length // len(unit) + 1)).strip()
    cut = portions(text)
    kept = "".join(text[start:end] for start, end in cut)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(0 < end - start <= LONGEST_BLOCK for start, end in cut)
