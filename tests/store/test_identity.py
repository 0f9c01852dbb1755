from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import Document
from companion.store import identity as identity_module
from companion.store.identity import identity

TEXT = "Zoë stood at the wall.\n\nAll winter the 城 stood — and then? „Nein.“ 🏰"


def test_an_identity_never_changes_from_one_release_to_the_next() -> None:
    assert identity(Document(TEXT)) == ("88ac5a0458f0b3472bd4b29dd07f967713484b81e66e0a50ac291d9ab313074e")
    assert identity(Document("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n\n", "\n"),
        TEXT.replace(" ", "\xa0"),
        f"\n\n  {TEXT}\u2003\u3000\t".replace(" ", "  "),
        unicodedata.normalize("NFD", TEXT),
    ],
)
def test_the_same_text_is_known_again(other: str) -> None:
    assert identity(Document(other, title="another", format="epub")) == identity(Document(TEXT))


@pytest.mark.parametrize(
    "other", [TEXT + ".", TEXT.lower(), TEXT.replace("ë", "e"), TEXT.replace("—", "-"), TEXT[::-1]]
)
def test_another_text_is_another(other: str) -> None:
    assert identity(Document(other)) != identity(Document(TEXT))


@given(st.lists(st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF), min_size=1), min_size=1))
def test_blanks_of_any_kind_make_no_difference(words: list[str]) -> None:
    assert identity(Document("\u2028 \x85".join(words))) == identity(Document(" ".join(words)))


def test_half_a_character_is_no_obstacle() -> None:
    assert len(identity(Document("\ud800 broken"))) == 64


@given(st.text(st.sampled_from("aë\n\u0301\u0327\u1100\u1161\u2028🏰 "), max_size=40), st.integers(1, 9))
def test_a_long_text_is_known_as_it_would_be_at_once(text: str, stretch: int) -> None:
    whole = identity(Document(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(identity_module, "_STRETCH", stretch)
        assert identity(Document(text)) == whole
