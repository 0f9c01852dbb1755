"""A text that stands in capitals throughout is searched as if it had been written with small letters."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from companion.core.document import Document
from companion.extraction.extractor import extract
from companion.extraction.recasing import in_small_letters
from companion.readers import read_text

STORY = """Captain Verl came home to Greece in May 1643, and the snow fell. He rose early, and drew on boots.
Mary Holt saw him from the wall. She rose, too, and the captain left with her. “Where is he?” said Verl. Mary
said nothing. The old man who had left the gate open was gone. Verl looked at the wall and at Mary.

In June the Italians came. Mary Holt went to the Special Operations Executive (SOE), and I'm told that the SOE
sent Dr. Verl a letter. A man of the town took it to him. Mary laughed. Verl read it, and rose."""


def recased(text: str) -> str:
    return in_small_letters(read_text(text)).text


def test_names_get_their_capitals_back_and_other_words_do_not() -> None:
    text = recased(STORY.upper())
    for name in (
        "Verl",
        "Mary Holt",
        "Greece",
        "May 1643",
        "June",
        "Italians",
        "(SOE)",
        "the SOE",
        "Dr. Verl",
    ):
        assert name in text
    for word in ("he rose", "she rose", "and drew", "the captain left", "a man", "said Verl", "I'm told"):
        assert word in text.replace("He", "he").replace("She", "she").replace("A man", "a man")


def test_sentences_begin_with_a_capital() -> None:
    text = recased(STORY.upper())
    assert "fell. He rose" in text
    assert text.startswith("Captain Verl came home")
    assert "\n\nIn June" in text


def test_people_of_a_text_in_capitals_are_no_verbs() -> None:
    found = extract(read_text(STORY.upper()))
    names = {person.name for person in found.entries.people if person.confidence >= 0.5}
    assert names <= {"Mary Holt", "Captain Verl", "Dr. Verl", "Verl"}
    assert "Mary Holt" in names


def test_a_text_with_small_letters_is_left_alone() -> None:
    document = Document(STORY)
    assert in_small_letters(document) is document
    few = Document("NATO AND THE UN")
    assert in_small_letters(few) is few


def test_all_offsets_stay() -> None:
    text = "İSTANBUL AND THE STRAẞE, ŉ, ǅ " + STORY.upper()
    assert len(in_small_letters(Document(text)).text) == len(text)


@example("1" * 54 + "A" * 30 + "1AB ẞA")
@given(st.text(alphabet=st.sampled_from("ABİẞÄÉΣ. ’'\"(!?1\n"), min_size=90, max_size=300))
def test_no_capitals_whatsoever_move_anything(text: str) -> None:
    cased = in_small_letters(Document(text)).text
    assert len(cased) == len(text)
    assert cased.casefold() == text.casefold() or "İ" in text
