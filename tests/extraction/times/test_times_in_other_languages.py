"""Words of time in languages other than English."""

from __future__ import annotations

import pytest

from companion import resources
from companion.core.document import Document
from companion.core.sentences import Sentences
from companion.extraction.source import Source
from companion.extraction.times import find_times
from companion.extraction.times.months import month_names


def told(language: str, text: str) -> list[tuple[str, str]]:
    """The words that were found, and what they mean."""
    times = find_times(Source(Document(text), language, Sentences()))
    return [(text[start:end], value) for start, end, value in times]


@pytest.mark.parametrize(
    ("language", "text", "words", "value"),
    [
        ("de", "Am 3. September 1943 war es aus.", "3. September 1943", "1943-09-03"),
        ("de", "Ende Mai 1944 zogen sie ab.", "Ende Mai 1944", "1944-05"),
        ("de", "Der Winter 1943/44 war hart.", "Winter 1943/44", "1943-24"),
        ("de", "Das war im neunzehnten Jahrhundert.", "neunzehnten Jahrhundert", "18XX"),
        ("de", "Das war in den 1920er Jahren.", "1920er Jahren", "192X"),
        ("de", "Cäsar starb 44 v. Chr. in Rom.", "44 v. Chr.", "-0043"),
        ("de", "Es geschah am 14.7.1942 um zwölf.", "14.7.1942", "1942-07-14"),
        ("de", "Er wartete zwei Jahre.", "zwei Jahre", "P2Y"),
        ("fr", "Le 1er septembre 1939, la guerre.", "1er septembre 1939", "1939-09-01"),
        ("fr", "Au XIXe siècle, la paix.", "XIXe siècle", "18XX"),
        ("fr", "Pendant les années vingt, la paix.", "années vingt", "192X"),
        ("fr", "Au début de 1943, la faim.", "début de 1943", "1943"),
        ("es", "El 3 de septiembre de 1943 acabó.", "3 de septiembre de 1943", "1943-09-03"),
        ("es", "En el siglo XIX acabó.", "siglo XIX", "18XX"),
        ("it", "Nel luglio del 1942 finì.", "luglio del 1942", "1942-07"),
        ("it", "Nell’Ottocento finì.", "Ottocento", "18XX"),
        ("it", "Nell’inverno 1943-1944 finì.", "inverno 1943-1944", "1943-24"),
        ("pl", "Było to 3 września 1943 roku.", "3 września 1943", "1943-09-03"),
        ("ru", "Это было 3 сентября 1943 года.", "3 сентября 1943", "1943-09-03"),
        ("el", "Στις 3 Σεπτεμβρίου 1943 τελείωσε.", "3 Σεπτεμβρίου 1943", "1943-09-03"),
        ("", "Lorem (1943) ipsum.", "1943", "1943"),
        ("", "Lorem 1942-07-14 ipsum.", "1942-07-14", "1942-07-14"),
    ],
)
def test_what_words_mean(language: str, text: str, words: str, value: str) -> None:
    assert told(language, text) == [(words, value)]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("de", "Im Juli 1942 kamen sie. Im November zogen sie ab.", "1942-11"),
        ("de", "Im Juli 1942 kamen sie. Im folgenden Jahr zogen sie ab.", "1943"),
        ("fr", "Le 3 juillet 1942, ils vinrent. Le lendemain, rien.", "1942-07-04"),
        ("es", "En 1942 llegaron. Al año siguiente se fueron.", "1943"),
        ("it", "Nel 1942 arrivarono. L’anno seguente partirono.", "1943"),
    ],
)
def test_years_are_lent(language: str, text: str, wanted: str) -> None:
    assert told(language, text)[-1][1] == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Es kamen 1500 Mann und 1943 Pferde."),
        ("fr", "Mille et 1500 hommes."),
        ("", "1500 km, 2000 kg"),
    ],
)
def test_amounts_are_no_years(language: str, text: str) -> None:
    assert told(language, text) == []


def _languages() -> list[str]:
    lines = resources.text("words", "months.txt").splitlines()
    return [line.partition("\t")[0] for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("language", [code for code in _languages() if code != "en"])
def test_every_month_of_every_language_is_read(language: str) -> None:
    names = month_names(language).numbers
    assert set(names.values()) == set(range(1, 13))
    for name, number in names.items():
        assert (f"3 {name} 1943", f"1943-{number:02d}-03") in told(language, f"3 {name} 1943, 1944")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Über 1543 Quellen sind in seinem Nachlass verzeichnet."),
        ("de", "Er schrieb einen Katalog von 2014 Sternen."),
        ("de", "Mehr als 1914 Leute wurden gezählt."),
        ("fr", "Plus de 1915 blessés furent soignés."),
        ("es", "Más de 1915 heridos fueron atendidos."),
        ("it", "Più di 1915 feriti furono curati."),
    ],
)
def test_how_many_there_are_is_no_year(language: str, text: str) -> None:
    assert told(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "1942 kamen sie. Zwei Jahre später gingen sie."),
        ("fr", "Ils vinrent en 1942. Deux ans plus tard, ils partirent."),
        ("es", "Llegaron en 1942. Dos años después se fueron."),
        ("it", "Vennero nel 1942. Due anni dopo, partirono."),
    ],
)
def test_so_many_years_later_lead_on(language: str, text: str) -> None:
    assert [value for _, value in told(language, text)] == ["1942", "1944"]
