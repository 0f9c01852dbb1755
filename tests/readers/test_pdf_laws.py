from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from companion.readers.pdf_columns import columns_of
from companion.readers.pdf_hyphens import Hyphens
from companion.readers.pdf_labels import labels_of
from companion.readers.pdf_lines import lines_of
from companion.readers.pdf_mending import claimed_pages, with_trailer, without_circles
from companion.readers.pdf_notes import parted
from companion.readers.pdf_paragraphs import paragraphs_of
from companion.readers.pdf_pieces import Piece, Run
from companion.readers.pdf_running import running_of
from companion.readers.pdf_setting import setting_of

if TYPE_CHECKING:
    from collections.abc import Callable

PLACE = st.integers(0, 80).map(lambda place: place * 7.5)


@st.composite
def a_piece(draw: st.DrawFn) -> Piece:
    left, base, size = draw(PLACE), draw(PLACE), draw(st.sampled_from((8.0, 10.0, 10.0, 10.0, 20.0)))
    text = draw(st.text("ab 1.-•", min_size=1, max_size=30).filter(str.strip)).strip()
    return Piece(left, left + 0.5 * size * len(text), base, size, (Run(text, draw(st.integers(0, 7))),), 5.0)


PAGE = st.lists(a_piece(), max_size=40)


def letters(words: str) -> list[str]:
    return sorted(words.replace(" ", ""))


@given(PAGE)
def test_every_piece_stands_in_one_column(pieces: list[Piece]) -> None:
    found = [piece for column in columns_of(pieces, 10.0) for piece in column]
    assert sorted(found) == sorted(pieces)


def a_letter(text: str, right: float, size: float) -> Piece:
    return Piece(0.0, right, 0.0, size, (Run(text, 0),), 5.0)


@settings(deadline=None)
@given(PAGE)
@example([a_letter("a", 10.0, 20.0), a_letter("1", 4.0, 8.0)])
def test_no_letter_is_lost_on_the_way_to_paragraphs(pieces: list[Piece]) -> None:
    lines = lines_of(pieces, 0)
    told = "".join(piece.text for piece in pieces)
    assert letters("".join(line.text for line in lines)) == letters(told)
    paragraphs = paragraphs_of(lines, setting_of([lines], 10.0, 0))
    assert [line for paragraph in paragraphs for line in paragraph.lines] == lines


@given(PAGE, st.booleans(), st.booleans())
def test_notes_are_parted_from_the_end_of_a_column(
    pieces: list[Piece], is_last: bool, may_go_on: bool
) -> None:
    lines = lines_of(pieces, 0)
    found = parted(lines, 10.0, is_last=is_last, may_go_on=may_go_on)
    assert lines[: len(found.lines)] == found.lines
    assert len(lines) == len(found.lines) + len(found.rest) + sum(len(note.lines) for note in found.notes)


@given(st.lists(PAGE, max_size=5))
def test_only_pieces_of_its_page_run_along(pages: list[list[Piece]]) -> None:
    for pieces, running in zip(pages, running_of(pages, 10.0), strict=True):
        assert running.pieces <= set(range(len(pieces)))


@given(st.text("abc-‐ ", max_size=20), st.text("abc- ", max_size=20))
def test_joining_takes_a_hyphen_or_adds_a_blank_at_most(before: str, behind: str) -> None:
    assert Hyphens([["a b", "c"]]).joined(before, behind) in (before, before + " ", before[:-1])


@given(st.lists(st.sampled_from(["", "ii", "3", "4", "5", "6"]), max_size=8))
def test_every_page_has_a_label_at_most(printed: list[str]) -> None:
    assert len(labels_of([""] * len(printed), printed)) == len(printed)


MARKS = b"1 0 obj |2 0 obj |/Subtype /Form |1 0 R |2 0 R |endobj |stream |/Type/Pages |/Count 7 |<<|>>"
PARTS = st.lists(st.sampled_from(MARKS.split(b"|")), max_size=40).map(b"".join)


@given(PARTS)
def test_mending_keeps_the_length_and_is_done_once(data: bytes) -> None:
    mended = without_circles(data)
    assert len(mended) == len(data)
    assert without_circles(mended) == mended
    assert with_trailer(data).startswith(data)
    assert claimed_pages(data) in (0, 7)


def test_a_form_that_stands_twice_draws_itself_by_neither() -> None:
    draws_itself = (
        b"6 0 obj << /Subtype /Form /Resources << /XObject << /X 6 0 R >> >> >> stream\n/X Do /X Do"
    )
    draws_nothing = b"6 0 obj << /Subtype /Form >> stream\n"
    assert b"6 0 R" not in without_circles(draws_itself + b"\nendstream\n" + draws_itself)
    assert b"6 0 R" not in without_circles(draws_itself + b"\nendstream\n" + draws_nothing)


@pytest.mark.parametrize("pack", [bytes, zlib.compress])
def test_a_form_that_draws_itself_by_the_names_of_its_page_is_none(pack: Callable[[bytes], bytes]) -> None:
    page = b"3 0 obj << /Resources << /XObject << /X 6 0 R /Y 7 0 R >> >> >> endobj "
    packed = b"/Filter /FlateDecode" if pack is zlib.compress else b""
    form = b"%d 0 obj << /Subtype /Form " + packed + b">> stream\n%b\nendstream endobj "

    def mended(first: bytes, second: bytes) -> bytes:
        contents = (pack(b"q /%b Do /X1 Do Q" % name) for name in (first, second))
        return without_circles(page + b"".join(form % pair for pair in zip((6, 7), contents, strict=True)))

    assert mended(b"X", b"Z").count(b"/Form") == 1
    assert mended(b"Y", b"X").count(b"/Form") == 1
    assert mended(b"Y", b"Z").count(b"/Form") == 2


def test_a_form_that_draws_itself_by_resources_in_an_object_of_their_own_is_none() -> None:
    form = b"6 0 obj << /Subtype /Form /Resources 7 0 R >> stream\n/X Do\nendstream endobj "
    others = b"8 0 obj << /XObject << /X 6 0 R >> >> endobj "
    assert b"/Form" not in without_circles(form + others + b"7 0 obj << /XObject << /X 6 0 R >> >> endobj")
    assert b"/Form" in without_circles(form + others + b"7 0 obj << /XObject << /X 9 0 R >> >> endobj")


@pytest.mark.parametrize("resources", [b"/Resources 7 0 R", b"/Resources << /XObject 9 0 R >>", b""])
@pytest.mark.parametrize("pack", [bytes, zlib.compress])
def test_a_form_that_draws_itself_by_what_is_packed_away_is_none(
    resources: bytes, pack: Callable[[bytes], bytes]
) -> None:
    form = b"6 0 obj << /Subtype /Form %b >> stream\n/X Do\nendstream endobj " % resources

    def mended(number: int) -> bytes:
        said = [b"<< /XObject 9 0 R >>", b"<< /X %d 0 R >>" % number]
        head = b"7 0 9 %d " % len(said[0])
        flate = b"/Filter /FlateDecode" if pack is zlib.compress else b""
        kind = b"8 0 obj << /Type /ObjStm /N 2 /First %d %b >> stream\n" % (len(head), flate)
        return without_circles(form + kind + pack(head + b"".join(said)) + b"\nendstream endobj")

    assert b"/Form" not in mended(6)
    assert b"/Form" in mended(5)
