"""Hits: what is shown of a row in which words were found, and which of them are marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from companion.core.companion import Companion
from companion.core.document import Block, BlockKind, Document, Section
from companion.core.entries import Entries
from companion.core.links import Links
from companion.shelf.hits import Fitting, Hit, hit_in, words_of
from companion.shelf.told_rows import ENTRY, TEXT, portions

LONG = (
    "IX\nThe plain and the towns belonged to the invaders; the mountains did not, and in the wintertime "
    "nobody came up there. A lorry needs a road, and there were few; a mule needs a path, and of paths there "
    "were thousands, as every shepherd knew who had gone that way behind his flock since he was a boy."
)


def found(words: str, query: str, sort: str = TEXT, heading: str = "Book 2 · IX", start: int = 100) -> Hit:
    return hit_in(Fitting("id", "The war", sort, start, heading, words), words_of(query))


def marked(hit: Hit) -> list[str]:
    return [hit.excerpt[mark.start : mark.end] for mark in hit.marks]


def test_an_excerpt_is_cut_between_words_and_its_words_are_marked() -> None:
    hit = found(LONG, "mule path")
    assert hit.excerpt.startswith("…")
    assert hit.excerpt.strip("…") in LONG
    words = LONG.split()
    assert {*hit.excerpt.strip("…").split()} <= {*words}
    assert marked(hit) == ["mule", "path", "paths"]
    assert hit.start == 100 + LONG.index("mule")


def test_a_heading_that_is_told_already_is_not_shown_again() -> None:
    assert found(LONG, "plain").excerpt.startswith("The plain")
    entry = "Anna Verl, Captain Verl\nHeld the walls through the winter."
    assert found(entry, "verl", ENTRY, "Anna Verl").excerpt == "Held the walls through the winter."
    assert found(entry, "winter", ENTRY, "Anna Verl").excerpt == "Held the walls through the winter."
    assert found(entry, "captain", ENTRY, "Anna Verl").excerpt.startswith("Anna Verl, Captain Verl Held")
    assert found("Anna Verl\n", "anna", ENTRY, "Anna Verl").excerpt == "Anna Verl"


def test_words_are_marked_whatever_their_capitals_and_accents_and_in_scripts_without_blanks() -> None:
    assert marked(found("Natásha danced with NATASHA.", "natasha", heading="")) == ["Natásha", "NATASHA"]
    assert marked(found("海は静かだった。", "静か", heading=""))


@given(st.text(alphabet="ab éß\nж海…", max_size=400), st.text(alphabet="abéж海", min_size=1, max_size=5))
def test_whatever_is_sought_the_marks_lie_in_the_excerpt(text: str, query: str) -> None:
    hit = found(text, query, heading="")
    assert all(0 <= mark.start < mark.end <= len(hit.excerpt) for mark in hit.marks)
    assert [*hit.marks] == sorted(hit.marks)


def test_chapters_of_the_same_name_are_told_with_their_part() -> None:
    text = "One\nI\nfirst\nTwo\nI\nsecond\nEnd"
    at = [0, 4, 6, 12, 16, 18, 25]
    ends = [*[start - 1 for start in at[1:]], len(text)]
    blocks = tuple(Block(BlockKind.PARAGRAPH, start, end) for start, end in zip(at, ends, strict=True))
    sections = (
        Section("One", 1, 0, 12),
        Section("I", 2, 4, 12),
        Section("Two", 1, 12, 25),
        Section("I", 2, 16, 25),
        Section("End", 1, 25, len(text)),
    )
    document = Companion(Document(text, blocks, sections), Entries(), Links(())).document
    headings = [heading for _, _, heading, _ in portions(document)]
    assert headings == ["One", "One · I", "Two", "Two · I", "End"]
