from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.anchors import Anchor, anchor, place, places
from companion.core.document import Block, BlockKind, Document, Span

_WORDS = (
    *("the", "wall", "gate", "river", "captain", "winter", "snow", "stood", "fell", "opened", "slowly"),
    *("again", "never", "“Verl”", "well-known"),
)
_random = random.Random(5)  # noqa: S311
TEXT = "\n\n".join(
    " ".join(_random.choice(_WORDS) for _ in range(60)) + f" {number} Zoë said: “Dær—yes.”"
    for number in range(80)
)
DOCUMENT = Document(TEXT)


def words_at(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def test_an_anchor_quotes_the_words_and_what_stands_round_them() -> None:
    found = anchor(Document("a" * 100 + "WORDS" + "b" * 100), Span(100, 105))
    assert found == Anchor("WORDS", "a" * 64, "b" * 64, 100, 105)


def test_a_span_beyond_the_text_is_cut() -> None:
    assert anchor(Document("some words"), Span(5, 900)) == Anchor("words", "some ", "", 5, 10)
    assert anchor(Document(""), Span(3, 9)) == Anchor("", "", "", 0, 0)


@given(st.integers(0, len(TEXT)), st.integers(1, 200))
def test_words_are_found_where_they_were(start: int, length: int) -> None:
    span = Span(min(start, len(TEXT) - 1), min(start + length, len(TEXT)))
    span = Span(span.start, max(span.end, span.start + 1))
    assert place(DOCUMENT, anchor(DOCUMENT, span)) == span


@given(st.integers(0, len(TEXT) - 300), st.integers(1, 200))
def test_words_that_moved_are_found_or_given_up_never_misplaced(start: int, length: int) -> None:
    moved = Document("A preface, new in this printing.\n\n" + TEXT)
    kept = anchor(DOCUMENT, Span(start, start + length))
    found = place(moved, kept)
    assert found is None or found.start - 34 - start <= len(kept.exact) - len(kept.exact.lstrip())
    assert found is None or words_at(moved.text, found) in (kept.exact, kept.exact.strip())


def test_a_part_of_a_run_of_blanks_is_given_up_where_it_moved() -> None:
    text = "One paragraph.\n\nAnother one."
    kept = anchor(Document(text), Span(14, 15))
    assert place(Document(text), kept) == Span(14, 15)
    assert place(Document("A preface.\n\n" + text), kept) is None


def _respelt(text: str) -> str:
    for old, new in (
        ("“", '"'),
        ("”", '"'),
        ("—", " -- "),
        ("-k", "‐k"),
        (" ", "  "),
        ("ë", "e\u0308"),
        ("æ", "ae"),
    ):
        text = text.replace(old, new)
    return text.replace("winter", "win\u00adter").upper()


def test_words_in_other_letters_quotes_blanks_and_dashes_are_found() -> None:
    other = Document(_respelt(TEXT))
    for number in range(10, 70):
        start = TEXT.index(f" {number} Zoë") - 5
        kept = anchor(DOCUMENT, Span(start, start + 24))
        found = (words_at(other.text, place(other, kept)) or "").replace("\u00ad", "")
        assert found == _respelt(kept.exact).strip()


def test_composed_and_decomposed_letters_are_the_same() -> None:
    korean = " ".join(f"제{number}장 세상의 모든 길은 서울로 통한다고 한다 그리고 봄" for number in range(9))
    document = Document(korean)
    kept = anchor(document, Span(korean.index("제5장"), korean.index("제6장") - 1))
    other = Document(unicodedata.normalize("NFD", korean))
    assert unicodedata.normalize("NFC", words_at(other.text, place(other, kept)) or "") == kept.exact


def test_the_copy_with_the_same_surroundings_is_taken() -> None:
    text = "\n\n".join(
        f"In the year {year} there was a hard frost, and then the gate fell." for year in range(1600, 1640)
    )
    start = text.index("the gate fell", text.index("1620"))
    kept = anchor(Document(text), Span(start, start + 13))
    moved = place(Document("New.\n\n" + text), kept)
    assert moved == Span(start + 6, start + 19)


def test_a_blank_that_moved_is_a_blank() -> None:
    start = TEXT.index(" 40 Zoë")
    kept = anchor(DOCUMENT, Span(start, start + 1))
    assert place(Document("New. " + TEXT), kept) == Span(start + 5, start + 6)


def test_of_two_places_that_look_alike_neither_is_taken() -> None:
    refrain = "And the wall stood, and the wall stood,\nand all through the winter of snow the wall stood.\n"
    kept = anchor(Document("x" + refrain * 9), Span(331, 345))
    assert place(Document("A title.\n" + refrain * 9), kept) is None


def test_the_copy_that_was_printed_as_before_is_not_taken_for_the_other() -> None:
    verse = "“O wall,” she sang, “stand through the winter, and fall not before the captain comes!”"
    other = verse.replace("“", "„")
    kept = anchor(Document(f"One. {verse} Two. {verse} Three."), Span(30, 36))
    assert place(Document(f"I: {other} II: {verse} III."), kept) in (None, Span(28, 34))


def test_words_that_are_gone_are_not_found() -> None:
    half = len(TEXT) // 2
    gone = [
        anchor(DOCUMENT, Span(start, start + length))
        for start in range(half + 200, len(TEXT) - 100, 148)
        for length in (1, 5, 16, 40)
    ]
    found = [span for span in places(Document(TEXT[:half]), gone) if span is not None]
    assert len(found) <= len(gone) / 200, (
        "only fifteen words, so that half a context stands elsewhere by chance"
    )


def test_a_title_keeps_its_place_at_the_head_of_a_text_that_was_changed_soon_after() -> None:
    title, chapter = "The siege of Aldmere", "\n\nChapter one\n\n"
    kept = anchor(Document(f"{title}{chapter}In 1643 the gate was barred. {TEXT}"), Span(0, len(title)))
    changed = Document(f"{title}{chapter}By then the gate was barred. {TEXT} {title}")
    assert place(changed, kept) == Span(0, len(title))
    assert place(Document("Foreword.\n\n" + changed.text), kept) == Span(11, 11 + len(title))


def test_last_words_keep_their_place_at_the_foot_of_a_text_that_was_changed_before_them() -> None:
    last = "So ends this chronicle of the siege."
    before = f"{TEXT} Nobody came back. "
    kept = anchor(Document(before + last), Span(len(before), len(before + last)))
    assert kept.exact == last
    changed = f"{TEXT} Many came home. {last}"
    assert place(Document(changed), kept) == Span(len(changed) - len(last), len(changed))


def test_the_same_words_at_the_old_offset_are_not_trusted_in_another_text() -> None:
    kept = anchor(Document("Anna came home late that day."), Span(0, 4))
    assert place(Document("Anna was never seen again by anybody."), kept) is None


@pytest.mark.parametrize("exact", ["a", "a" * 50, "a" * 5000])
def test_a_text_of_one_letter_is_no_riddle(exact: str) -> None:
    kept = Anchor(exact, "a" * 64, "a" * 64, 10_000, 10_000 + len(exact))
    assert place(Document("b" + "a" * 200_000), kept) == Span(10_000, 10_000 + len(exact))
    kept = Anchor(exact, "b" + "a" * 63, "a" * 64, 10_000, 10_000 + len(exact))
    assert place(Document("a" * 200_000), kept) is None


def test_an_anchor_made_by_anyone_is_survived() -> None:
    for kept in (
        Anchor("", "", "", 0, 0),
        Anchor("wall", "", "", 9, 2),
        Anchor("wall", "", "", 10**12, 10**12 + 4),
        Anchor("\ud800", "\x00", "\u2028", 0, 1),
        Anchor(" \u00ad ", "", "", 0, 3),
    ):
        assert places(DOCUMENT, (kept,)) == [None]


# -- a place without a selection

_LINES = (
    "Chapter One\n\n"
    "It was a dark and stormy night; the rain fell in torrents, except at rare intervals.\n\n"
    "End."
)
_BLOCKS = tuple(
    Block(kind, _LINES.index(words), _LINES.index(words) + len(words))
    for kind, words in zip(
        (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH), _LINES.split("\n\n"), strict=True
    )
)
PAGE = Document(_LINES, _BLOCKS)


@pytest.mark.parametrize(
    ("at", "quoted"),
    [
        ("Chapter", "Chapter One"),
        ("It was", "It was a dark and stormy night; the rain fell in torrents,"),
        ("ormy night", "stormy night; the rain fell in torrents, except at rare"),
        ("intervals", "intervals."),
        ("\n\nIt was", "It was a dark and stormy night; the rain fell in torrents,"),
        ("End", "End."),
    ],
)
def test_a_place_is_kept_by_the_first_words_of_its_line(at: str, quoted: str) -> None:
    offset = _LINES.index(at)
    assert anchor(PAGE, Span(offset, offset)).exact == quoted


def test_a_place_in_a_script_without_blanks_begins_where_the_line_begins() -> None:
    text = "春はあけぼの" * 30
    kept = anchor(Document(text), Span(40, 40))
    assert (kept.start, kept.end) == (40, 100)


@given(st.text(max_size=300), st.integers(-5, 320))
def test_any_place_of_any_text_can_be_kept(text: str, offset: int) -> None:
    document = Document(text)
    kept = anchor(document, Span(offset, offset))
    assert text[kept.start : kept.end] == kept.exact
    assert place(document, kept) == (Span(kept.start, kept.end) if kept.exact else None)
