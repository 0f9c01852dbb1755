"""Language: known from small words, and left open where nothing is clear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.language import guess_language

TEXTS = {
    "en": "It was the best of times, and the people of the town had gone to the wall with all that they had. "
    "They were not afraid of the winter, which was long, nor of the men who came from the hills for bread.",
    "de": "Es war die beste aller Zeiten, und die Leute der Stadt waren auf die Mauer gegangen mit allem, "
    "was sie hatten. Sie fürchteten sich nicht vor dem Winter, der lang ist, und das Brot war nicht da.",
    "fr": "Les gens de la ville étaient montés sur le mur avec tout ce qui leur restait dans les maisons. "
    "Une femme qui avait peur du froid est descendue au marché, et elle ne trouvait pas plus que des pommes.",
    "es": "Los vecinos del pueblo subieron a la muralla con todo lo que les quedaba en las casas. Una mujer "
    "que no tenía miedo del frío bajó por el camino para buscar el pan, pero no se encontraba más.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_language_is_known_by_its_small_words(language: str) -> None:
    assert guess_language(TEXTS[language] * 2) == language
    assert guess_language(TEXTS[language].upper() * 2) == language


def test_a_notice_at_the_beginning_does_not_count() -> None:
    assert guess_language(TEXTS["en"] * 3 + TEXTS["de"] * 60) == "de"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the and of to",  # too few words
        "Αυτό είναι ένα κείμενο στα ελληνικά που δεν λέει σε ποια γλώσσα είναι γραμμένο. " * 9,
        "0x1f 0x2e 0x3d " * 99,
        "".join(
            first + second for first, second in zip(TEXTS["en"].split(), TEXTS["fr"].split(), strict=False)
        ),
    ],
)
def test_what_is_not_clear_is_left_open(text: str) -> None:
    assert guess_language(text) == ""


@given(st.text(max_size=400))
def test_any_text_can_be_asked(text: str) -> None:
    assert guess_language(text) in {"", "en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "pl"}
