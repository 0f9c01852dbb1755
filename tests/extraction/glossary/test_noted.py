"""What footnotes say of the words at whose place they stand."""

from __future__ import annotations

import pytest

from companion.core.entries import ClaimKind
from companion.extraction.glossary import find_terms
from companion.extraction.glossary.noted import noted_terms
from companion.extraction.names import find_names
from companion.extraction.people.finding import FoundPerson
from companion.extraction.source import Source, source_of
from companion.readers.markdown import read_markdown


def source(line: str, note: str) -> Source:
    return source_of(read_markdown(f"{line}\n\n[^1]: {note}\n", "a"))


@pytest.mark.parametrize(
    ("line", "note", "term", "definition"),
    [
        ("He drove in a telega.[^1]", "Telega: a cart without springs.", "telega", "a cart without springs."),
        ("She wore a kokoshnik[^1] that day.", "Kokoshnik, a headdress.", "kokoshnik", "a headdress."),
        ("He saw the *mir*[^1] at work.", "The village commune.", "mir", "The village commune."),
        ("The moujiks[^1] had gone.", "Russian for peasants.", "moujiks", "Russian for peasants."),
        ("He asked the starosta,[^1] who knew.", "Village elder.", "starosta", "Village elder."),
        ("He bore the Order of Saint George.[^1]", "A high award.", "Order of Saint George", "A high award."),
        ("He wore a *zipun*[^1].", "The coat that is worn here.", "zipun", "The coat that is worn here."),
        ("They met in the “long house”[^1].", "A hall of the tribe.", "long house", "A hall of the tribe."),
    ],
)  # fmt: skip
def test_a_note_explains_the_word_before_its_mark(line: str, note: str, term: str, definition: str) -> None:
    found = noted_terms(source(line, note))
    assert [(one.term, one.definition) for one in found] == [(term, definition)]


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("He had read Hume.[^1]", "See Hume, Essays, vol. 2, p. 33."),
        ("He lived in Saint Anne Street.[^1]", "He lived there from 1820 on."),
        ("It was the Sabbath.[^1]", "They kept it holy."),
        ("He came to Aldmere.[^1]", "The letter is lost."),
        ("He came to Aldmere.[^1]", "The letters of this year have not come down to us."),
        ("He saw the press.[^1]", "The press at which he worked is kept in the town hall."),
        ("He came to Blackfriar.[^1]", "About three miles."),
        ("He went to the Mayor’s.[^1]", "The signing of the contract."),
        ("Then all were gone.[^1]", "A thing that often happens."),
        ("He went to Paris.[^1]", "The year was 1812."),
        ("He went to Paris.[^1]", "The " + "very long tale of the town " * 20),
    ],
)
def test_other_notes_explain_nothing(line: str, note: str) -> None:
    assert noted_terms(source(line, note)) == []


def test_the_evidence_is_the_note() -> None:
    made = source("He drove in a telega. The telega[^1] broke down.", "A cart without springs.")
    (one,) = (one for one in find_terms(made, find_names(made), (), ()) if one.term.term == "telega")
    claim = one.term.claims[0]
    assert claim.kind is ClaimKind.DEFINITION
    assert made.text[claim.evidence.start : claim.evidence.end] == "A cart without springs."
    assert len(one.mentions) == 2


def test_a_person_in_a_note_is_no_term() -> None:
    made = source("Then Bagration[^1] came.", "The general of the second army.")
    person = FoundPerson("p", "Bagration", ("Bagration",), (), "m", (), 0.9)
    assert not [one for one in find_terms(made, find_names(made), (person,), ()) if one.term.confidence > 0.9]
