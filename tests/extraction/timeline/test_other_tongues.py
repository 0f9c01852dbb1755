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


def test_a_title_in_another_language_goes_on_to_the_end_of_its_sentence() -> None:
    text = (
        "Ibarra nació en Bilbao el [3 de mayo de 1741|1741-05-03] y murió en Madrid el "
        "[12 de enero de 1810|1810-01-12]."
    )
    source, times, people = marked(text, language="es")
    (found,) = find_events(source, times, people, [], {})
    assert found.event.title.endswith("murió en Madrid el 12 de enero de 1810")
