"""A folded text has one spelling, and every place in it leads back to the text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import Block, BlockKind, Document
from companion.linking.folding import fold, small, tidy


def paragraphs(*texts: str, between: str = "\n\n") -> Document:
    blocks, start = [], 0
    for text in texts:
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(text)))
        start += len(text) + len(between)
    return Document(between.join(texts), tuple(blocks))


@pytest.mark.parametrize(
    ("text", "cased"),
    [
        ("plain words", "plain words"),
        ("two  blanks\tand a\u00a0hard one", "two blanks and a hard one"),
        ("a line\nbroken \n  twice", "a line broken twice"),
        ("Hoxha’s ‘men’ O`Brien", "Hoxha's 'men' O'Brien"),
        ("co‐ordinated co‑ordinated", "co-ordinated co-ordinated"),
        ("1943–1944—", "1943–1944—"),
        ("bat\u00adtal\u200bion\ufeff", "battalion"),
        ("a \u200b b", "a b"),
        ("Nata\u0301sha", "Natásha"),
        ("ﬁne oﬃce", "fine office"),
        ("İstanbul ſea", "Istanbul sea"),
        ("Пе́тр", "Петр"),
        ("한국", unicodedata.normalize("NFC", "한국")),
        ("😀 Anna 😀", "😀 Anna 😀"),
        ("", ""),
    ],
)
def test_one_spelling(text: str, cased: str) -> None:
    assert fold(paragraphs(text)).cased == f"\n{cased}\n"


def test_small_letters_have_no_marks_and_hyphens_are_blanks() -> None:
    assert fold(paragraphs("Balli Kombëtar, Łódź, Πέτρος, ёж, ılık, co-op, 1943–44 — ÅNGSTRÖM")).small == (
        "\nballi kombetar, lodz, πετροσ, еж, ilik, co op, 1943 44 — angstrom\n"
    )


def test_blocks_are_kept_apart_whatever_stands_between_them() -> None:
    for between in ("\n\n", "\n", " ", "", " - "):
        first, *_, last = fold(paragraphs("one", "two", between=between)).cased.strip("\n").split("\n")
        assert (first.strip(" -"), last.strip(" -")) == ("one", "two")


def test_a_text_without_blocks_is_parted_by_empty_lines() -> None:
    assert fold(Document("one\ntwo\n\nthree")).cased == "\none two\nthree\n"


def test_places_lead_back_to_the_text() -> None:
    text = "The  Nata\u0301sha’s bat\u00adtalion,\u200b ﬁne\n😀  İda."
    folded = fold(paragraphs(text))
    for words, source in {
        "Natásha": "Nata\u0301sha",
        "battalion": "bat\u00adtalion",
        "battalion,": "bat\u00adtalion,",
        "fine": "ﬁne",
        "Natásha's battalion": "Nata\u0301sha’s bat\u00adtalion",
        "fine 😀 Ida": "ﬁne\n😀  İda",
        "The": "The",
    }.items():
        start = folded.cased.index(words)
        first, last = folded.span(start, start + len(words))
        assert text[first:last] == source


@given(st.text(alphabet="aB e\u0301\u00ad\u200b\n\t ’-–😀ﬁİ", max_size=60))
def test_both_copies_are_of_one_length_and_every_sign_has_its_place(text: str) -> None:
    folded = fold(Document(text))

    assert len(folded.small) == len(folded.cased)
    assert folded.cased[0] == folded.cased[-1] == "\n"
    assert "  " not in folded.cased
    last = 0
    for place in range(1, len(folded.cased) - 1):
        start, end = folded.span(place, place + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last or text[start:end] in ("ﬁ",)
        last = start


@given(st.text(max_size=30))
def test_a_name_is_folded_as_the_text_is(name: str) -> None:
    folded = fold(paragraphs(f"x {name} y"))

    assert f"x {tidy(name)} y".split() == folded.cased.split()
    assert tidy(tidy(name)) == tidy(name)
    assert len(small(tidy(name))) == len(tidy(name))
