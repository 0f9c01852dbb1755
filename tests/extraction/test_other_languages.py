"""Texts in other languages: names, dates and acronyms are found there, and little else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from companion.extraction.extractor import extract
from companion.extraction.timeline.cutting import ROOMY
from companion.readers import read_text

if TYPE_CHECKING:
    from companion.core.found import Found


def found(text: str, times: int = 1) -> Found:
    return extract(read_text("\n\n".join([text] * times)))


def shown(result: Found) -> set[str]:
    return {term.term for term in result.entries.terms if term.confidence >= 0.5}


def named(result: Found, name: str) -> int:
    """How often the person of that name is named."""
    (person,) = [person for person in result.entries.people if person.name == name]
    return sum(mention.entry == person.id for mention in result.mentions)


GERMAN = (
    "Die Mutter öffnete die Tür und sah in den Garten. „Wo ist der Wagen?“ fragte Grete. Herr Orden sagte "
    "nichts; der alte Mann nahm den Hut vom Tisch. Gretes Bruder war im Haus. Dann rief Grete noch einmal, "
    "und Herr Orden ging in die Küche. Der Kutscher brachte das Pferd, und das Kind lachte. "
)


def test_german_nouns_are_neither_people_nor_terms() -> None:
    result = found(GERMAN, 8)
    assert {person.name for person in result.entries.people} == {"Grete", "Herr Orden"}
    assert not shown(result)


def test_a_german_genitive_names_the_same_person() -> None:
    assert named(found(GERMAN, 8), "Grete") == 24


NAMES = {
    "French": (
        "« Je ne sais pas », dit Émile Vernon à madame Orbec. Elle était dans la cour avec les enfants, et "
        "Vernon alla vers elle. C'était le soir. L'abbé Morin répondit que madame Orbec avait raison. "
        "D'abord, il ne dit plus rien. ",
        {"Émile Vernon", "Madame Orbec", "Morin"},
    ),
    "Spanish": (
        "«No lo sé», dijo don Álvaro a la señora que estaba en la puerta. Pero doña Inés respondió que era "
        "tarde. Entonces don Álvaro salió de la casa con los otros, y doña Inés se quedó. ",
        {"Don Álvaro", "Doña Inés"},
    ),
    "Italian": (
        "«Non lo so», disse Renzino alla signora Balbi. Era una sera di maggio, e non c'era più nessuno per "
        "la strada. Quand'ecco che la signora Balbi rispose: è tardi. Renzino disse che non gli importava. ",
        {"Renzino", "Signora Balbi"},
    ),
}


@pytest.mark.parametrize("language", NAMES)
def test_people_are_found_with_their_titles(language: str) -> None:
    text, names = NAMES[language]
    assert {person.name.removeprefix("Abbé ") for person in found(text, 5).entries.people} == names


def test_all_cases_of_a_name_are_one_person() -> None:
    text = (
        "Анна сказала, что она не знает. Иван не видел Анны, но потом он дал Анне книгу и пошел с Анной "
        "в сад. Анна была там, и Иван стал говорить о том, что было на дворе. "
    )
    assert named(found(text, 3), "Анна") == 15


def test_acronyms_and_dates_need_no_english() -> None:
    result = found(
        "Die Neue Bergbaugesellschaft (NBG) wurde am 16. September 1942 in der Stadt gegründet. Im Sommer "
        "1945 war die NBG nicht mehr im Land, und der Vorsitzende ging mit den anderen nach Wien. "
    )
    assert ("NBG", "Neue Bergbaugesellschaft") in result.abbreviations
    assert [event.date.edtf for event in result.entries.events] == ["1942-09-16", "1945-22"]


def test_a_long_title_of_a_foreign_event_begins_with_its_sentence_and_has_whole_words() -> None:
    text = (
        "Y aquel hombre, que había perdido la mano izquierda en la guerra contra los ingleses y los "
        "franceses delante de la ciudad y del puerto de Valdoro en 1793, no se acordaba de nada "
        "de lo que había visto. "
    )
    (event,) = found(text).entries.events
    assert event.title.startswith("Y aquel hombre, que había perdido")
    assert event.title.endswith(" …")
    assert len(event.title) <= ROOMY
    assert set(event.title.split()[:-1]) <= set(text.split())


@pytest.mark.parametrize("text", ["კაცი მოვიდა 1942 წელს. " * 9, "曹操到了北京。" * 9, "사람이 왔다. " * 9])
def test_a_script_that_cannot_be_done_says_so(text: str) -> None:
    result = found(text)
    assert not list(result.entries)
    assert len(result.warnings) == 1


def test_a_wrong_name_of_the_language_is_not_believed() -> None:
    document = read_text("\n\n".join([GERMAN] * 30))
    assert extract(replace(document, language="en")).entries.language == "de"
    assert extract(replace(document, language="eo")).entries.language == "eo"


def test_a_quotation_in_another_script_does_not_make_a_text_foreign() -> None:
    text = "“Ἄνδρα μοι ἔννεπε, Μοῦσα,” said Thomas Orden to the teacher. Mr. Orden had read it in 1943. "
    result = found(text, 3)
    assert "Thomas Orden" in {person.name for person in result.entries.people}
    assert not result.warnings
