from __future__ import annotations

import pytest

from companion.core.document import Document
from companion.extraction.glossary.candidates import candidates
from companion.extraction.glossary.words import part_of_speech, words_of
from companion.extraction.source import source_of


def found(text: str) -> set[str]:
    return set(candidates(words_of(source_of(Document(text=text)))))


@pytest.mark.parametrize(
    ("word", "sign"),
    [
        ("garden", "l"), ("building", "l"), ("family", "l"), ("hundred", "l"), ("gear", "l"),
        ("working-class", "l"),
        ("gloomy", "j"), ("political", "j"), ("fiercest", "j"), ("happiest", "j"),
        ("launched", "V"), ("fought", "V"), ("consist", "v"), ("relies", "v"),
        ("redistributing", "G"), ("overwhelmingly", "f"), ("throughout", "f"), ("quark", "l"),
    ],
)  # fmt: skip
def test_a_word_that_is_no_noun_is_known_by_its_part_of_speech(word: str, sign: str) -> None:
    text = words_of(source_of(Document(text=word)))
    assert text.signs == sign
    assert part_of_speech(word) == sign


def test_candidates_end_where_a_verb_or_an_adjective_does() -> None:
    keys = found("The Germans launched a massive raid. The guild relies on free labour.")
    assert {"german", "massive raid", "raid", "guild", "free labour"} <= keys
    assert not {"german launched", "guild relies", "launched", "relies"} & keys
    assert "occasional rainy" not in found("There was an occasional rainy day.")


def test_a_name_may_end_in_an_adjective_and_a_participle_may_begin_a_term() -> None:
    assert "homo sapien" in found("They were Homo sapiens already.")
    assert "enumerated power" in found("These are its enumerated powers.")


def test_no_candidate_reaches_from_one_cell_of_a_table_into_the_next() -> None:
    keys = found("Count\tDay\nSpring tide\tNeap tide")
    assert {"spring tide", "neap tide"} <= keys
    assert not {"count day", "tide neap", "tide neap tide"} & keys


def test_words_with_tabs_keep_their_places() -> None:
    text = "\tA postern\t\tis  a gate.\n\nIt was\tshut.\t"
    words = words_of(source_of(Document(text=text)))
    assert [text[start : words.end(at)] for at, start in enumerate(words.starts)] == words.words
    assert " ".join(word for word in words.words if word.strip()) == "A postern is a gate . It was shut ."
