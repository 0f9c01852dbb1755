from __future__ import annotations

import aldmere
import pytest
from hypothesis import given
from hypothesis import strategies as some

from companion.core.document import Span
from companion.core.entries import Kind
from companion.core.notes import Colour
from companion.output.quoting import Quoted, Run, in_quotes, kept, on_one_line, quoted, shortened

COMPANION = aldmere.companion()
FAR = len(aldmere.TEXT)


def test_names_in_focus_are_marked_in_their_passages() -> None:
    first, second = quoted(COMPANION, ("verl",), FAR)
    assert first == Quoted(
        1,
        "The siege",
        (Run("In July 1643 "), Run("Captain Verl", Kind.PERSON), Run(" 🏰 barred the sally port.")),
    )
    assert second.runs[0] == Run("Anna Verl", Kind.PERSON)


def test_two_in_focus_are_both_marked() -> None:
    passages = list(quoted(COMPANION, ("verl", "sally-port"), FAR))
    assert [run.kind for run in passages[0].runs if run.kind] == [Kind.PERSON, Kind.TERM]


def test_a_passage_not_read_yet_is_not_quoted() -> None:
    end = aldmere.span("SOE was far away.").start
    assert [passage.paragraph for passage in quoted(COMPANION, ("verl",), end)] == [1]


def test_bookmarks_stand_in_the_order_of_the_text_and_lost_ones_last() -> None:
    notes = list(kept(COMPANION.document, aldmere.bookmarks()))
    assert [(note.paragraph, note.colour) for note in notes] == [
        (1, Colour.YELLOW), (2, Colour.ROSE), (0, Colour.GREEN),
    ]  # fmt: skip
    assert (notes[0].label, notes[0].words) == ("Who?", "barred the sally port")
    assert notes[2].section == ""


def test_a_bookmark_on_the_last_letter_comes_before_a_lost_one() -> None:
    (lost, _), (other, _), _ = aldmere.bookmarks()
    notes = list(kept(COMPANION.document, [(lost, None), (other, Span(FAR, FAR))]))
    assert notes[1].words == "lost words"


@given(some.lists(some.tuples(some.text("ab \n\t", max_size=6), some.sampled_from([None, Kind.TERM]))))
def test_words_are_the_same_on_one_line(runs: list[tuple[str, Kind | None]]) -> None:
    made = list(on_one_line(Run(*run) for run in runs))
    text = "".join(run.text for run in made)
    assert text.split() == "".join(words for words, _ in runs).split()
    assert "  " not in text
    assert "\n" not in text


@given(some.text("abc ,.—é", max_size=80), some.integers(4, 40))
def test_what_is_cut_is_cut_after_a_word(text: str, longest: int) -> None:
    line = " ".join(text.split())
    cut = shortened(text, longest)
    if len(line) <= longest:
        assert cut == line
    else:
        assert len(cut) <= longest + 2
        assert cut.endswith(" …")
        assert line.startswith(cut[:-2])


@pytest.mark.parametrize(
    ("language", "quotation"),
    [("en", "“wall”"), ("de", "„wall“"), ("de-AT", "„wall“"), ("fr", "«\u00a0wall\u00a0»"), ("", "“wall”")],
)
def test_a_quotation_has_the_marks_of_its_language(language: str, quotation: str) -> None:
    assert in_quotes("wall", language) == quotation
    assert in_quotes(quotation, language) == quotation
