from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import Span
from companion.ui.passages.excerpt import excerpt, excerpt_of_two, opening

TEXT = (
    "It was late. The committee chose Enver Hoxha, a teacher from the south who studied in France. He went."
)
SENTENCE = Span(13, TEXT.index(" He went"))
NAME = Span(TEXT.index("Enver"), TEXT.index("Enver") + 11)


def marked(cut: object) -> list[str]:
    return [cut.text[start:end] for start, end in cut.marks]


def test_a_short_passage_is_whole() -> None:
    assert excerpt(TEXT, SENTENCE, [NAME], 100).text == TEXT[SENTENCE.start : SENTENCE.end]


def test_it_begins_where_the_passage_does_if_the_name_is_near() -> None:
    cut = excerpt(TEXT, SENTENCE, [NAME], 60)
    assert cut.text.startswith("The committee chose Enver Hoxha")
    assert cut.text.endswith("…")
    assert marked(cut) == ["Enver Hoxha"]


def test_it_is_cut_between_words() -> None:
    for room in range(30, 84):
        cut = excerpt(TEXT, SENTENCE, [NAME], room)
        words = cut.text.strip("…").split()
        assert set(words) <= set(TEXT.split()), cut.text
        assert marked(cut) == ["Enver Hoxha"]


def test_a_name_at_the_end_has_words_before_it() -> None:
    text = "x " * 50 + "and then came Verl."
    cut = excerpt(text, Span(0, len(text)), [Span(len(text) - 5, len(text) - 1)], 40)
    assert cut.text.startswith("…")
    assert cut.text.endswith("then came Verl.")


def test_without_a_name_it_is_the_beginning() -> None:
    assert excerpt(TEXT, SENTENCE, (), 30).text == "The committee chose Enver…"


def test_a_line_end_becomes_a_blank() -> None:
    assert excerpt("one\ntwo", Span(0, 7)).text == "one two"


def test_two_names_far_apart_are_both_seen() -> None:
    text = (
        "Anna Verl went out into the snow " + "and on and on " * 20 + "until she met Zoë Ferrand at the gate."
    )
    first, second = Span(0, 9), Span(text.index("Zoë"), text.index("Zoë") + 11)
    cut = excerpt_of_two(text, Span(0, len(text)), [first, second], (first, second), 80)
    assert marked(cut) == ["Anna Verl", "Zoë Ferrand"]
    assert "……" not in cut.text
    assert len(cut.text) < 110


@given(st.text(max_size=200), st.data())
def test_marks_stay_on_their_words(text: str, data: st.DataObject) -> None:
    numbers = st.integers(0, len(text))
    start, end = sorted((data.draw(numbers), data.draw(numbers)))
    places = sorted(data.draw(st.lists(st.integers(start, end), max_size=6)))
    marks = [Span(one, two) for one, two in zip(places[::2], places[1::2], strict=False) if one < two]
    room = data.draw(st.integers(1, 100))
    cut = excerpt(text, Span(start, end), marks, room)
    plain = "".join(" " if sign in "\t\n\v\f\r\x85\u2028\u2029" else sign for sign in text)
    assert cut.text.removeprefix("…").removesuffix("…") in plain or "…" in text
    longest = max((mark.end - mark.start for mark in marks), default=0)
    assert len(cut.text) <= room + longest + 2
    for mark in cut.marks:
        assert 0 <= mark.start < mark.end <= len(cut.text)
    if marks:
        first = plain[marks[0].start : marks[0].end]
        assert cut.text[cut.marks[0].start : cut.marks[0].end] == first


@pytest.mark.parametrize(
    ("text", "room", "begins"),
    [
        ("Short.", 50, "Short."),
        ("One sentence here. Another one follows it.", 25, "One sentence here."),
        ("No end to this sentence at all", 20, "No end to this…"),
        ("  blanks  ", 50, "blanks"),
        ("Ωmega! And more of it than fits here", 15, "Ωmega!"),
    ],
)
def test_opening(text: str, room: int, begins: str) -> None:
    assert opening(text, room) == begins
