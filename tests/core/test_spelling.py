from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.spelling import Spelling

_SIGNS = st.text(alphabet="aB é\u0301—--\n\t\u00ad\u200bﬁæß“'’…각\u1100\u1161\u11a8İ", max_size=40)
_LETTERS = st.text(alphabet="aéǖỗçñй и̧́각한ᄀäω", max_size=20)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("plain words", "plain words"),
        ("Two  \n blanks", "two blanks"),
        ("a — b–c -- d - e well-known", "a-b-c-d-e well-known"),
        ("“Don’t”", '"don\'t"'),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("Zoe\u0308 Zoë", "zoe zoe"),
        ("Straße ﬁn Cæsar…", "strasse fin caesar..."),
        ("й", "й"),
        ("и\u0306", "й"),
        ("\u1100\u1161\u11a8", "각"),
    ],
)
def test_what_differs_only_in_print_is_spelt_alike(text: str, plain: str) -> None:
    assert Spelling(text).plain == plain


@given(_SIGNS)
def test_every_sign_leads_back_to_where_it_stands(text: str) -> None:
    spelling = Spelling(text)
    before = 0
    for index in range(len(spelling.plain)):
        span = spelling.span(index, index + 1)
        assert 0 <= before <= span.start < span.end <= len(text)
        assert Spelling(text[span.start : span.end]).plain.strip(" -").startswith(
            spelling.plain[index].strip(" -")
        ) or (len(Spelling(text[span.start : span.end]).plain) > 1)
        assert spelling.to_plain(span.start) <= index
        before = span.start


@given(_LETTERS)
def test_composed_and_decomposed_letters_are_spelt_alike(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert Spelling(composed).plain == Spelling(decomposed).plain
