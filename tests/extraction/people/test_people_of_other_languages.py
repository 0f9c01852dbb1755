from __future__ import annotations

from companion.core.document import Document
from companion.core.sentences import Sentences
from companion.extraction.names import find_names, score_people
from companion.extraction.people.finding import find_people
from companion.extraction.source import Source


def groups(text: str, language: str) -> list[set[str]]:
    source = Source(Document(text=text), language, Sentences())
    names = find_names(source)
    return [set(person.forms) for person in find_people(source, names, score_people(source, names))]


def test_a_short_title_in_spanish_is_no_initial() -> None:
    text = (
        "D. Teodoro Golfín habló. Entonces dijo D. Teodoro que sí. Luego salió Teodoro. Don Teodoro volvió. "
    )
    assert groups(text * 3, "es") == [{"Teodoro", "Don Teodoro", "Don Teodoro Golfín"}]


def test_a_german_title_stands_in_the_nominative() -> None:
    text = (
        "Dann sagte Herr Waser nichts. Man sah Herrn Waser und Grafen Travers. Da sagte Graf Travers viel. "
    )
    assert groups(text * 3, "de") == [{"Herr Waser"}, {"Graf Travers"}]


def test_a_german_nickname_is_the_persons_of_the_full_name() -> None:
    text = "Da sagte Georg Jenatsch nichts. Dann lachte Jürg Jenatsch. Wieder sagte Jürg nichts. "
    assert groups(text * 4, "de") == [{"Georg Jenatsch", "Jürg Jenatsch", "Jürg"}]


def test_what_things_are_so_often_in_is_a_place() -> None:
    town = "W Pipidówce rzekł on. W Pipidówce mieszkał. Pipidówka rzekła tak. Pipidówka była mała. "
    person = "Wystalski rzekł to. Potem rzekł Wystalski nie. Wtedy Wystalski odparł. "
    assert groups(town * 8 + person * 4, "pl") == [{"Wystalski"}]


def test_a_french_particle_is_part_of_the_surname() -> None:
    text = "Alors Maurice d'Escorval dit non. Puis M. d'Escorval sortit. Maurice d'Escorval entra. "
    assert groups(text * 3, "fr") == [{"Maurice d'Escorval", "M. d'Escorval"}]
