"""The numbers by which candidates are judged one beside the other."""

from __future__ import annotations

from math import isfinite

from hypothesis import given, settings
from hypothesis import strategies as st

from companion.extraction.glossary.features import setting_of
from companion.extraction.glossary.layout import layout_of
from companion.extraction.glossary.likeness import Likeness, likeness
from companion.extraction.glossary.ranking import at_first_sight
from companion.extraction.glossary.seen import Seen, seen
from companion.extraction.glossary.standing import NUMBERS, standings
from companion.extraction.glossary.weights import weights
from companion.extraction.glossary.words import words_of
from companion.extraction.source import source_of
from companion.readers.plain import read_plain

TEXT = """An oligarchy is a form of government in which a handful of people rule. It kept its power.

The people called the rule of a few families an oligarchy, and the council had no ombudsman."""


def rows_of(text: str, known: Seen, alike: Likeness | None = None) -> dict[str, dict[str, float]]:
    source = source_of(read_plain(text, "a"))
    words = words_of(source)
    setting = setting_of(words, layout_of(source, words))
    found, odds = at_first_sight(setting, (), weights())
    rows = standings(found, odds, source, setting, known, alike or likeness())
    return {one.key: dict(zip(NUMBERS, row, strict=True)) for one, row in zip(found, rows, strict=True)}


def test_a_row_tells_of_the_best_place_and_of_all_places() -> None:
    row = rows_of(TEXT, seen())["oligarchy"]
    assert row["to sentence"] == len("An ")
    assert row["being"] == 0
    assert row["words"] == 1
    assert row["article"] == 1
    assert row["first"] == 1 / len(words_of(source_of(read_plain(TEXT, "a"))).words)
    assert row["rank"] <= 3


def test_what_was_seen_everywhere_is_less_odd() -> None:
    rare = rows_of(TEXT, Seen(100, {}))["oligarchy"]
    common = rows_of(TEXT, Seen(100, {"oligarchy": 90}))["oligarchy"]
    assert rare["odd"] > common["odd"]
    assert common["seen"] == common["seen head"] == 90


def test_the_last_word_of_a_candidate_tells_most_of_its_likeness() -> None:
    plain = {"?": "MMMM", "??": "MMMM"}
    none = rows_of(TEXT, seen(), Likeness(plain))["oligarchy"]
    like = rows_of(TEXT, seen(), Likeness(plain | {"oligarchy": "ZP"}))["oligarchy"]
    assert none["likeness"] == 0
    assert like["likeness"] == (ord("Z") - ord("M")) + (ord("P") - ord("M"))


def test_common_words_were_seen_in_most_texts() -> None:
    known = seen()
    assert known.counts["the"] == known.texts
    assert known.counts["government"] > known.counts["treaty"] > 0
    assert "" not in known.counts


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="Aab ecdl.,—(“”)'’s-\nthe", max_size=300))
def test_odd_text_has_finite_numbers(text: str) -> None:
    for row in rows_of(text, seen()).values():
        assert all(map(isfinite, row.values()))
