"""The automaton finds what a search for every name finds, and of overlapping names the right ones."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from companion.linking.automaton import Automaton, Hit, longest

WORDS = st.text("abc ", min_size=1, max_size=12).map(str.strip).filter(bool)


def all_hits(names: list[str], text: str) -> set[Hit]:
    return {
        (number, found.start(), found.start() + len(name))
        for number, name in enumerate(names)
        for found in re.finditer(rf"(?<!\w)(?={re.escape(name)}(?!\w))", text)
    }


@given(st.lists(WORDS, unique=True, max_size=12), st.text("abc \n", max_size=200))
def test_it_finds_every_name_that_stands_by_itself(names: list[str], text: str) -> None:
    text = f"\n{text}\n"
    found = [hit for _, hits in Automaton(names).find(text) for hit in hits]

    assert len(found) == len(set(found))
    assert set(found) == all_hits(names, text)


@given(st.lists(WORDS, unique=True, max_size=12), st.text("abc \n", max_size=200))
def test_the_longest_of_the_leftmost_are_kept(names: list[str], text: str) -> None:
    text = f"\n{text}\n"
    kept = longest(hit for _, hits in Automaton(names).find(text) for hit in hits)

    expected, end = [], 0
    for hit in sorted(all_hits(names, text), key=lambda hit: (hit[1], -hit[2])):
        if hit[1] >= end:
            expected.append(hit)
            end = hit[2]
    assert kept == expected


def test_names_are_found_across_the_stretches_of_a_long_text() -> None:
    text = "\n" + "x " * 8190 + "the last battalion of all came" + " y" * 9000 + "\n"
    names = ["battalion", "last battalion of all", "the last"]

    assert {hit for _, hits in Automaton(names).find(text) for hit in hits} == all_hits(names, text)


def test_progress_goes_to_the_end_of_the_text() -> None:
    text = "\n" + "a b " * 20_000 + "\n"
    ends = [end for end, _ in Automaton(["a"]).find(text)]

    assert ends == sorted(ends)
    assert ends[-1] == len(text)


def test_no_names_find_nothing() -> None:
    assert [hits for _, hits in Automaton([]).find("\na text\n")] == []


def test_others_replace_hits_of_their_length_and_shorter_ones() -> None:
    assert longest([(1, 0, 4), (2, 10, 14)], [(7, 10, 14), (8, 0, 3), (9, 20, 22)]) == [
        (1, 0, 4),
        (7, 10, 14),
        (9, 20, 22),
    ]
