"""Language: known from small words, and left open where nothing is clear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.language import guess_language, script_of, two_letters

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


def test_a_word_that_many_languages_share_tells_less_than_one_of_few() -> None:
    text = (
        "Juana de Arce nació en Cuenca el 3 de mayo de 1783. En 1799 viajó a Toledo para completar su "
        "educación. Allí se casó en enero de 1803 con Luis del Olmo, que murió de fiebre amarilla el 9 de "
        "abril de ese año. El 15 de diciembre de 1812 publicó la Carta de Toledo, en la que explicaba las "
        "causas de la derrota de Uclés."
    )
    assert guess_language(text) == "es"


def test_a_notice_at_the_beginning_does_not_count() -> None:
    assert guess_language(TEXTS["en"] * 3 + TEXTS["de"] * 60) == "de"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the and of to",  # too few words
        "Dette her kan du læse. " * 2,  # too few words
        "Þetta er texti á íslensku sem segir ekki til um það hvaða tungumál hann notar. " * 9,
        "0x1f 0x2e 0x3d " * 99,
        "".join(
            first + second for first, second in zip(TEXTS["en"].split(), TEXTS["fr"].split(), strict=False)
        ),
    ],
)
def test_what_is_not_clear_is_left_open(text: str) -> None:
    assert guess_language(text) == ""


SHORT = {
    "en": "In July 1942 Enver Hoxha met the partisans in the mountains. He was the leader of the party.",
    "de": "Im Juli 1942 traf der General die Partisanen in den Bergen. Er war der Führer der Partei.",
    "nb": "I juli 1942 møtte generalen partisanene i fjellene. Han var leder av partiet og ble der etter.",
    "cs": "V červenci 1942 se generál setkal s partyzány v horách. Byl vůdcem, ale nevzdal se, když to šlo.",
    "ru": "В июле 1942 года генерал встретился с партизанами в горах. Он был вождём партии и не сдавался.",
    "uk": "У липні 1942 року генерал був у горах. Він не здавався до кінця, але це було важко для партії.",
    "el": "Τον Ιούλιο του 1942 ο στρατηγός συνάντησε τους αντάρτες στα βουνά. Ήταν ο αρχηγός του κόμματος.",
    "hu": "1942 júliusában a tábornok találkozott velük. Ő volt a párt vezetője, és nem adta meg magát.",
    "ca": "El juliol de 1942 el general va trobar els partisans a les muntanyes amb els seus homes.",
}


@pytest.mark.parametrize("language", SHORT)
def test_two_sentences_are_enough(language: str) -> None:
    assert guess_language(SHORT[language]) == language


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("In the mountains, 山", "Latin"),
        ("В горах", "Cyrillic"),
        ("Στα βουνά", "Greek"),
        ("これは日本語です", "Chinese or Japanese"),
        ("한국어", "Korean"),
        ("هذا نص عربي", "Arabic"),
        ("שלום", "Hebrew"),
        ("हिन्दी", "Devanagari"),
        ("ภาษาไทย", "Thai"),
        ("1942 – 1943 ª ﹏", ""),
        ("Latin title. " + "עברית " * 90_000, "Hebrew"),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, script: str) -> None:
    assert script_of(text) == script


@given(st.text(max_size=400))
def test_any_text_can_be_asked(text: str) -> None:
    assert len(guess_language(text)) in (0, 2)
    assert isinstance(script_of(text), str)


@pytest.mark.parametrize(
    ("code", "language"),
    [
        *(("en", "en"), ("en-GB", "en"), ("en_US", "en"), ("ENG", "en"), ("deu", "de"), ("ger-AT", "de")),
        *(("cze", "cs"), ("ces", "cs"), ("grc", "grc"), ("und", ""), ("", "")),
    ],
)
def test_a_language_has_one_code_whatever_it_is_called_by(code: str, language: str) -> None:
    assert two_letters(code) == language
