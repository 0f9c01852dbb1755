"""Dates in German: every phrase, and what every language of the table must have."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, get_type_hints

import pytest

from companion.core.date_languages import ENGLISH, LANGUAGES, DateLanguage, date_language
from companion.core.date_parts import PARTS_OF_YEAR
from companion.core.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator

GERMAN = {
    "1942": "1942",
    "1942-03": "März 1942",
    "1943-09-03": "3. September 1943",
    "1943-21": "Frühling 1943",
    "1943-24": "Winter 1943–1944",
    "1943-28": "Winter 1943–1944 (Nordhalbkugel)",
    "1943-32": "Winter 1943 (Südhalbkugel)",
    "1943-36": "4. Quartal 1943",
    "1943-37": "Anfang 1943",
    "1943-38": "Mitte 1943",
    "1943-39": "Ende 1943",
    "1943-41": "zweite Hälfte 1943",
    "1942-XX": "1942 (Monat unbekannt)",
    "1942-07-XX": "Juli 1942 (Tag unbekannt)",
    "192X": "1920er Jahre",
    "190X": "Jahrzehnt 1900–1909",
    "18XX": "19. Jahrhundert",
    "1XXX": "2. Jahrtausend",
    "0060": "60 n. Chr.",
    "-0043": "44 v. Chr.",
    "-0043-03-15": "15. März 44 v. Chr.",
    "-0043-24": "Winter 44–43 v. Chr.",
    "-04XX": "5. Jahrhundert v. Chr.",
    "Y-11999": "12.000 v. Chr.",
    "1560/1570": "1560–1570",
    "-0026/0014": "27 v. Chr. – 14 n. Chr.",
    "1943-07/1943-09": "Juli–September 1943",
    "1944-05-03/1944-05-05": "3.–5. Mai 1944",
    "1944-05-03/1944-07-07": "3. Mai – 7. Juli 1944",
    "1942-22/1943-24": "Sommer 1942 bis Winter 1943–1944",
    "1860~": "um 1860",
    "1560~/1570~": "um 1560–1570",
    "1560~/1570?": "um 1560 bis vielleicht 1570",
    "1943-09-03~": "etwa 3. September 1943",
    "192X~": "etwa 1920er Jahre",
    "1860?": "vielleicht 1860",
    "1860%": "vielleicht um 1860",
    "2004-~06-11": "11. Juni 2004 (Monat ungefähr)",
    "[1667,1668]": "1667 oder 1668",
    "[1914..1918]": "zwischen 1914 und 1918",
    "[..1899]": "vor 1900",
    "[1901..]": "nach 1900",
    "[192X..]": "1920er Jahre oder später",
    "1914/..": "ab 1914",
    "../1985": "bis 1985",
    "1908/": "1908–?",
    "1944-05-01T09:05Z": "1. Mai 1944, 09:05 UTC",
}


@pytest.mark.parametrize(("edtf", "words"), GERMAN.items())
def test_a_date_is_said_in_german(edtf: str, words: str) -> None:
    assert parse_date(edtf).words("de") == words


@pytest.mark.parametrize("tag", ["de", "de-AT", "de_CH", "DE"])
def test_a_country_does_not_change_the_language(tag: str) -> None:
    assert date_language(tag) is LANGUAGES["de"]


@pytest.mark.parametrize("tag", ["", "C", "sq", "en-GB", "den"])
def test_a_language_that_is_not_there_is_english(tag: str) -> None:
    assert date_language(tag) is ENGLISH


def phrases(words: DateLanguage) -> Iterator[tuple[str, str]]:
    """Every phrase of a language, with where it stands."""
    for name in get_type_hints(DateLanguage):
        value = getattr(words, name)
        named = value.items() if isinstance(value, dict) else enumerate([value])
        yield from ((f"{name} {key}", phrase) for key, phrase in named if isinstance(phrase, str))


def put_in(phrase: str) -> set[str | None]:
    return {field for _, field, _, _ in Formatter().parse(phrase) if field}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_complete_and_takes_what_english_takes(language: str) -> None:
    words = LANGUAGES[language]
    assert len(words.months) == len(words.short_months) == 12
    assert set(words.parts_of_year) == set(PARTS_OF_YEAR)
    english = dict(phrases(ENGLISH))
    for name, phrase in phrases(words):
        assert put_in(phrase) == put_in(english.get(name, "{date}")), name
