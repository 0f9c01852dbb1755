"""Events in languages of which only the dates are known."""

from __future__ import annotations

import pytest
from marked_story import marked

from companion.extraction.timeline.events import find_events


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("de", "Zwischen [1951|1951] und [1954|1954] wurde das Haus gebaut.", "1951/1954"),
        ("de", "Von [1914|1914] bis [1918|1918] war das Haus geschlossen.", "1914/1918"),
        ("de", "Er wurde [1751|1751] in Zwickau geboren und [1780|1780] Lehrer.", "1751"),
        ("fr", "De [1914|1914] à [1918|1918], le théâtre servit d'hôpital.", "1914/1918"),
        ("es", "Entre [1951|1951] y [1954|1954] se construyó la casa.", "1951/1954"),
    ],
)
def test_two_ends_of_a_range_are_one_date_in_other_languages_too(language: str, text: str, date: str) -> None:
    source, times, people = marked(text, language=language)
    assert [one.event.date.edtf for one in find_events(source, times, people, [], {})] == [date]


def _told(language: str, text: str) -> list[tuple[str, str]]:
    source, times, people = marked(text, language=language)
    return [(one.event.date.edtf, one.event.title) for one in find_events(source, times, people, [], {})]


def test_two_clauses_with_dates_of_their_own_are_two_events_of_one_subject() -> None:
    text = (
        "Ibarra nació en Bilbao el [3 de mayo de 1741|1741-05-03] y murió en Madrid el "
        "[12 de enero de 1810|1810-01-12]."
    )
    assert _told("es", text) == [
        ("1741-05-03", "Ibarra nació en Bilbao"),
        ("1810-01-12", "Ibarra murió en Madrid"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        (
            "de",
            "Am [3. Mai 1849|1849-05-03] brach in Dresden ein Aufstand der Bürger aus.",
            "Ein Aufstand der Bürger brach in Dresden aus",
        ),
        (
            "de",
            "[1297|1297] gründete Mechthild von Kleve, die Gemahlin Heinrichs I., das Spital.",
            "Mechthild von Kleve, die Gemahlin Heinrichs I., gründete das Spital",
        ),
        ("de", "Im [Mai 1849|1849-05] floh er nach Zürich.", "Er floh nach Zürich"),
        ("de", "Peres wurde im [August 1923|1923-08] in Polen geboren.", "Peres wurde in Polen geboren"),
        ("de", "Das Haus blieb bis [1838|1838] in ihrem Besitz.", "Das Haus blieb bis 1838 in ihrem Besitz"),
        (
            "fr",
            "Le navire est remis en service le [23 mai 1898|1898-05-23], peu après la guerre.",
            "Le navire est remis en service, peu après la guerre",
        ),
        (
            "fr",
            "La base, fondée en [1990|1990] par Needham, était libre.",
            "La base, fondée en 1990 par Needham, était libre",
        ),
        ("es", "La estación fue inaugurada el [8 de mayo de 1896|1896-05-08].", "La estación fue inaugurada"),
        ("it", "Morì a Caprera il [2 giugno 1882|1882-06-02].", "Morì a Caprera"),
        (
            "it",
            "Nel [1903|1903] la parte principale dell'anello, che va dalla stazione di Ikebukuro a Tabata "
            "e poi fino al mare, fu completata e prese il nome di Linea Toshima.",
            "La parte principale dell'anello fu completata e prese il nome di Linea Toshima",
        ),
    ],
)
def test_a_title_in_another_language_is_a_clause_without_its_date(
    language: str, text: str, title: str
) -> None:
    assert [told for _, told in _told(language, text)] == [title]


def test_what_is_asked_is_no_event_in_other_languages_either() -> None:
    assert _told("it", "Quale stato venne istituito nel [1948|1948]?") == []
