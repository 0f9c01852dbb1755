"""How like the words of terms words are, read from a list and added up for what surrounds a candidate."""

from __future__ import annotations

from string import ascii_uppercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.extraction.glossary.likeness import (
    UNKNOWN,
    UNKNOWN_NAME,
    Likeness,
    Surroundings,
    known_form,
    letters_from,
    likeness,
    surroundings,
)
from companion.extraction.glossary.words import words_of
from companion.extraction.source import source_of
from companion.readers.plain import read_plain

KNOWN = {
    UNKNOWN: "MMMM",
    UNKNOWN_NAME: "JJMM",
    "theory": "PNMM",
    "called": "MMQM",
    "is": "MMMO",
    "rare": "QQ",
}
WORDS = st.text(alphabet="aeilnst-", max_size=8)


def around(text: str, key: str) -> Surroundings:
    words = words_of(source_of(read_plain(text, "a")))
    first = words.plain.index(key.split(" ")[0])
    return surroundings(key, (first, first + len(key.split(" "))), words)


def test_a_list_tells_how_many_letters_a_word_shares_with_the_one_before() -> None:
    lines = ["# 3notKQ", "0?MMMM1?JJMM", "0abolishKLMN7mentOP5tionQR", "0zealAZ"]
    assert letters_from(lines) == {
        "?": "MMMM",
        "??": "JJMM",
        "abolish": "KLMN",
        "abolishment": "OP",
        "abolition": "QR",
        "zeal": "AZ",
    }


def test_what_surrounds_a_candidate_ends_with_its_sentence() -> None:
    text = "It ended. They called this the theory of games, in 1944, and it is taught. All know it."
    found = around(text, "theory of game")
    assert list(found.own) == ["theory", "game"]
    assert list(found.before) == ["they", "called", "this", "the"]
    assert "taught" not in found.behind or "all" not in found.behind
    assert not {"1944", ",", "know"} & set(found.behind)


def test_the_last_word_counts_twice_and_the_others_on_average() -> None:
    known = Likeness(KNOWN)
    assert known.of(Surroundings(["theory"], [], [])) == 3 + 1
    assert known.of(Surroundings(["glob", "theory"], [], [])) == 3 + 0.5
    assert known.of(Surroundings(["theory"], ["called", "so"], ["is"])) == 3 + 1 + 2 + 2


def test_of_a_rare_word_nothing_is_known_where_it_stands_beside() -> None:
    assert Likeness(KNOWN).of(Surroundings(["theory"], ["rare"], ["rare"])) == 4


@pytest.mark.parametrize(
    ("word", "form"),
    [("theory", "theory"), ("game-theory", "theory"), ("blorf", "?"), ("johnson", "??"), ("", "?")],
)
def test_a_word_is_known_by_itself_or_its_last_part(word: str, form: str) -> None:
    assert known_form(word, KNOWN) == form


def test_a_plural_that_alone_is_known_tells_of_the_singular() -> None:
    assert known_form("sanction", {"sanctions", "?", "??"}) == "sanctions"


def test_without_any_words_nothing_is_like_a_term() -> None:
    assert Likeness().of(Surroundings(["theory"], ["called"], [])) == 0


def test_words_of_ideas_are_liker_terms_than_words_of_days() -> None:
    known = likeness()
    likes = {
        word: known.of(Surroundings([word], [], [])) for word in ("doctrine", "year", "woman", "federalism")
    }
    assert min(likes["doctrine"], likes["federalism"]) > max(likes["year"], likes["woman"])
    assert all(set(letters) <= set(ascii_uppercase) for letters in known.letters.values())
    assert {2, 4} == {len(letters) for letters in known.letters.values()}


@given(st.lists(WORDS), st.lists(WORDS), st.lists(WORDS))
def test_any_words_have_a_likeness_within_bounds(
    own: list[str], before: list[str], behind: list[str]
) -> None:
    assert abs(likeness().of(Surroundings(own, before, behind))) <= 4 * 13
