"""In a story only plain statements are definitions; what merely follows a name is not."""

from __future__ import annotations

import pytest

from companion.core.document import Span
from companion.extraction.glossary import find_terms
from companion.extraction.glossary.storied import definition_in_story, kind_in_story
from companion.extraction.names import find_names
from companion.extraction.source import source_of
from companion.readers.plain import read_plain


def defined(sentence: str, term: str) -> str:
    start = sentence.index(term)
    return definition_in_story(sentence, Span(0, len(sentence)), start, start + len(term))


@pytest.mark.parametrize(
    ("sentence", "term", "definition"),
    [
        ("To Braunau, the headquarters of the army, they rode.", "Braunau", "the headquarters of the army"),
        ("She loved Milka (a bitch with broad haunches).", "Milka", "a bitch with broad haunches"),
        ("“A postern is a small hidden gate, my lord.”", "postern", "a small hidden gate"),
    ],
)  # fmt: skip
def test_a_plain_statement_counts(sentence: str, term: str, definition: str) -> None:
    assert defined(sentence, term) == definition


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("He met the Kiev grenadiers—fine fellows busy with peaceful affairs.", "Kiev grenadiers"),
        ("The nearer he came to the Kremlin, the less he remembered to walk.", "Kremlin"),
        ("On the bridge at Enns, an officer, in a cloak, was waiting.", "Enns"),
        ("He was an officer of the Semyon regiment, a notorious gambler, and rich.", "Semyon regiment"),
        ("They spoke of Rome, the ships, and the war.", "Rome"),
        ("The hussar was a man of importance to them.", "hussar"),
        ("He read the Gospel: it seemed to him a strange book.", "Gospel"),
    ],
)
def test_what_goes_on_telling_is_no_definition(sentence: str, term: str) -> None:
    assert defined(sentence, term) == ""


def test_everyday_words_of_a_story_are_no_terms() -> None:
    text = (
        "“My good friend,” he said to her, “you know that I am your good friend.” She looked at him. “Do you "
        "think so?” she asked him. He gave her his hand. “I am your good friend, a friend who loves you.” "
        "BOOK FOUR\n\nHe told her of his Majesty. She laughed at him and he laughed at her."
    )
    source = source_of(read_plain(text, "a"))
    found = {one.term.term for one in find_terms(source, find_names(source), [], [])}
    assert not found & {"good friend", "friend", "Majesty", "BOOK FOUR"}


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("They rode to the village of Pratzen at dawn.", "Pratzen", "the village of Pratzen"),
        ("He crossed the little river Enns.", "Enns", "the little river Enns"),
        ("They had an old house called Bly Lodge.", "Bly Lodge", "an old house called Bly Lodge"),
        ("Sotherton was a large house in the hills.", "Sotherton", "a large house in the hills"),
        ("He came to Sandleford, a small town on the coast.", "Sandleford", "a small town on the coast"),
    ],
)  # fmt: skip
def test_a_story_says_what_kind_of_place_a_name_is(sentence: str, name: str, kind: str) -> None:
    start = sentence.index(name)
    assert kind_in_story(sentence, Span(0, len(sentence)), start, start + len(name)) == kind


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("She stood at the gate of Stone Lodge.", "Stone Lodge"),
        ("They saw London, the river and the town.", "London"),
        ("He left Moscow, the city he loved.", "Moscow"),
        ("From Rome, the town went mad.", "Rome"),
    ],
)
def test_what_belongs_to_a_place_is_not_what_it_is(sentence: str, name: str) -> None:
    start = sentence.index(name)
    assert kind_in_story(sentence, Span(0, len(sentence)), start, start + len(name)) == ""
