from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import Span
from companion.core.search import Hits, Search, fold


def _found(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in Search(text).find(query)]


def test_capitals_make_no_difference() -> None:
    assert _found("The man at the Theatre", "THE") == ["The", "the", "The"]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("İstanbul and ISPARTA", "istanbul", ["İstanbul"]),
        ("İİİ Hoxha", "hoxha", ["Hoxha"]),
        ("ıspanak", "ISPANAK", ["ıspanak"]),
        ("Straße STRASSE strasse", "strasse", ["Straße", "STRASSE", "strasse"]),
        ("Straße STRASSE", "STRAẞE", ["Straße", "STRASSE"]),
        ("oﬃce office", "office", ["oﬃce", "office"]),
        ("ΟΔΟΣ οδός", "οδος", ["ΟΔΟΣ", "οδός"]),
        ("caf\u00e9 cafe\u0301 cafe", "caf\u00e9", ["caf\u00e9", "cafe\u0301", "cafe"]),
        ("caf\u00e9 cafe\u0301", "cafe", ["caf\u00e9", "cafe\u0301"]),
        ("Łódź Malmø", "lodz", ["Łódź"]),
        ("ёж", "еж", ["ёж"]),
        ("и й", "и", ["и"]),
        ("Hoxha’s Hoxha's", "hoxha's", ["Hoxha’s", "Hoxha's"]),
        ("“Yes” «Yes»", '"yes"', ["“Yes”", "«Yes»"]),
        ("1943–1944, co‑ordinated", "1943-1944", ["1943–1944"]),
        ("well… then", "well...", ["well…"]),
        ("zero\u200bwidth soft\u00adhyphen", "softhyphen", ["soft\u00adhyphen"]),
        ("a.b a+b", "a.b", ["a.b"]),
        ("(a) [b]", "[b", ["[b"]),
        ("\U0001f600 e\u0301 Hoxha", "hoxha", ["Hoxha"]),
    ],
)
def test_what_looks_the_same_is_found(text: str, query: str, found: list[str]) -> None:
    assert _found(text, query) == found


@pytest.mark.parametrize("between", [" ", "\n", "   ", " \n    ", "\xa0", "\t"])
def test_a_blank_matches_a_line_end_and_several_blanks(between: str) -> None:
    assert _found(f"Enver{between}Hoxha", "enver hoxha") == [f"Enver{between}Hoxha"]


def test_a_blank_does_not_match_a_blank_line() -> None:
    assert _found("Enver\n\nHoxha", "enver hoxha") == []


def test_blanks_round_the_query_are_left_off() -> None:
    assert _found("the man", " man \n") == ["man"]


@pytest.mark.parametrize("query", ["", "  ", "\u00ad"])
def test_nothing_is_found_for_nothing(query: str) -> None:
    assert Search("some words").find(query).count == 0


def test_a_limit_is_told() -> None:
    search = Search("a a a")
    assert list(search.find("a", 2)) == [Span(0, 1), Span(2, 3)]
    assert not search.find("a", 2).complete
    assert search.find("a", 3).complete
    assert search.find("a a", 0).count == 0


def test_hits_know_their_places() -> None:
    hits = Search("one two one two one").find("one")
    assert list(hits.starts) == [0, 8, 16]
    assert list(hits.ends) == [3, 11, 19]
    assert hits[1] == Span(8, 11)
    assert hits.count == len(hits) == 3


def test_hits_within_a_stretch() -> None:
    hits = Search("one two one two one").find("one")
    assert hits.within(2, 9) == [Span(0, 3), Span(8, 11)]
    assert hits.within(3, 8) == []
    assert hits.range_within(11, 99) == range(2, 3)
    assert hits.within(5, 5) == []


def test_steps_go_round() -> None:
    hits = Search("one two one two one").find("one")
    assert [hits.next(place) for place in (0, 1, 16, 17)] == [0, 1, 2, 0]
    assert [hits.previous(place) for place in (0, 1, 16, 99)] == [2, 0, 1, 2]
    assert [hits.nearest(place) for place in (0, 4, 5, 99)] == [0, 0, 1, 2]


def test_steps_among_no_hits() -> None:
    hits = Search("words").find("x")
    assert (hits.next(0), hits.previous(0), hits.nearest(0)) == (None, None, None)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_folding_keeps_the_length(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(
    st.text(alphabet="aAbB ßs\u0301e\u00e9İi\n’'-–\u00ad", max_size=40),
    st.integers(0, 40),
    st.integers(1, 10),
)
def test_every_piece_of_a_text_is_found_in_it(text: str, start: int, length: int) -> None:
    piece = text[start : start + length]
    words = fold(piece).strip(" \n\u00ad\u0301")
    hits: Hits = Search(text).find(piece)
    if words and "\n\n" not in "".join(piece.split(" ")) and piece.isascii():
        assert hits.count > 0
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(before.end <= after.start for before, after in zip(hits, list(hits)[1:], strict=False))


def test_a_long_run_of_accents_takes_no_longer_than_its_length() -> None:
    text = "Z" + "\u0301\u0316" * 50_000 + "x zx"
    assert Search(text).find("zx").count == 2


SCRIPTS = "aé ß…’“ЖжЁёйΣσςά\u05d0\u0301\u200b漢\x80\xa0ÿ\n"


@given(st.text(alphabet=SCRIPTS, max_size=60), st.text(alphabet=SCRIPTS, min_size=1, max_size=4))
def test_signs_that_stand_in_for_others_change_nothing(text: str, query: str) -> None:
    told = list(Search(text).find(query))
    many = text + "".join(map(chr, range(0x4E00, 0x4F00)))  # too many signs for any to be stood in for
    assert told == [hit for hit in Search(many).find(query) if hit.end <= len(text)]


def test_a_sign_that_stands_in_for_another_is_not_that_sign() -> None:
    text = "Весь день шёл дождь"
    search = Search(text)
    assert [text[start:end] for start, end in search.find("ДОЖДЬ")] == ["дождь"]
    assert [text[start:end] for start, end in search.find("шел")] == ["шёл"]
    assert not any(len(search.find(chr(sign))) for sign in range(0x80, 0x100) if not chr(sign).isspace())


def test_few_signs_beyond_latin_take_no_more_memory() -> None:
    latin, more = Search("Anna said nothing. " * 1000), Search("“Anna” said — nothing⸺ " * 800)
    assert asizeof(more) < 1.2 * asizeof(latin)


def test_a_long_text_is_folded_as_a_short_one() -> None:
    text = ("Ἀθῆναι — ΟΔΟΣ İzmir\t" * 20_000)[: (1 << 18) + 100]
    search = Search(text)
    assert len(search.find("οδος")) == text.count("ΟΔΟΣ")
    assert len(search.find("izmir")) == text.count("İzmir")
    assert fold(text) == "".join(fold(text[at : at + 7]) for at in range(0, len(text), 7))


def asizeof(search: Search) -> int:
    """The bytes that a search takes for the text it holds."""
    return max(sys.getsizeof(getattr(search, name)) for name in search.__slots__)
