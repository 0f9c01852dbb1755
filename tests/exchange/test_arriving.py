"""Whatever file is given, it is read or refused with a sentence; nothing else comes of it."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from aldmere import bookmarks, companion
from hypothesis import given
from hypothesis import strategies as st
from test_calibre_marks import IN_BOOK, MARKS, book
from test_kindle import LINES, clip
from test_koreader import NEW, OLD, XRAY

from companion.exchange.arrived import LARGEST, ForeignError, plain_text, text_in
from companion.exchange.arriving import arrived
from companion.exchange.bundle import bundle
from companion.exchange.leaving import FORMS

SAMPLES = {
    "calibre": json.dumps({"type": "calibre_highlights", "highlights": MARKS}).encode(),
    "book": book(IN_BOOK),
    "clippings": clip(LINES["de"][0], "words").encode(),
    "koreader": NEW,
    "old": OLD,
    "xray": XRAY,
}

BEGINNINGS = [b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"PK\x03\x04", b"SQLite format 3\0", b"return "]


def _given() -> dict[str, bytes]:
    whole = bundle(companion(), bookmarks())
    names = ("readwise", "timelinejs", "web-annotation", "koreader")
    return {one.name: next(iter(one.write(whole, 0).values())) for one in FORMS if one.name in names}


@pytest.mark.parametrize("name", [*SAMPLES, "readwise", "timelinejs", "web-annotation"])
def test_a_file_that_is_cut_off_anywhere_is_read_or_refused(name: str) -> None:
    data = (_given() | SAMPLES)[name]
    for length in range(len(data)):
        with suppress(ForeignError):
            arrived(data[:length])


@given(st.sampled_from(sorted(SAMPLES)), st.integers(0, 4000), st.binary(min_size=1, max_size=6))
def test_a_damaged_file_is_read_or_refused(name: str, at: int, noise: bytes) -> None:
    data = SAMPLES[name]
    at %= len(data)
    with suppress(ForeignError):
        arrived(data[:at] + noise + data[at + len(noise) :])


@given(st.binary(max_size=400))
def test_noise_is_refused(noise: bytes) -> None:
    with suppress(ForeignError):
        arrived(noise)


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=200))
def test_noise_behind_a_known_beginning_is_refused(begun: bytes, noise: bytes) -> None:
    with suppress(ForeignError):
        arrived(begun + noise)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain words",
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b'{"events": [' + b"9" * 100_000 + b"]}",
        b'{"events": {}}',
        b"[1e999, NaN]",
        b"Highlight\n" + b'"' * 2_000_005,
        b'Highlight,Note\n"' + b"x" * 1_000_001,
        b"a,b,c\n1,2,3\n",
        b" " * (LARGEST + 1),
    ],
    ids=range(11),
)
def test_what_holds_nothing_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(ForeignError) as refused:
        arrived(data)
    assert refused.value.sentence.endswith(".")


def test_clippings_in_other_encodings_are_read() -> None:
    text = clip(LINES["fr"][0], "déjà vu", "Été (Zoë)")
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        (told,) = arrived(text.encode(encoding)).books
        assert (told.title, told.marks[0].words) == ("Été", "déjà vu")


@pytest.mark.parametrize("evil", ["<" * 99_000, "<a" * 49_000, "<br " * 24_000, "&" * 99_000, "<p>" * 30_000])
def test_evil_markup_ends_soon_and_shows_no_sign_that_is_not_seen(evil: str) -> None:
    assert plain_text(evil + "\u202e\x00end").endswith("end")


def test_signs_that_are_not_seen_are_taken_out_and_joiners_are_kept() -> None:
    assert text_in("a\u202eb\x00c\u200dd\u200ce\ufeff\r\nf\tg") == "abc\u200dd\u200ce\nf\tg"
    assert text_in(3) == ""
    assert len(text_in("x" * 200_000)) == 100_000


@pytest.mark.parametrize(
    "line",
    [
        "(" * 90_000,
        ")" * 90_000,
        "a (" + "(" * 40_000 + ")" * 40_000 + ")",
        " " * 90_000 + "x",
        "a " + "()" * 40_000,
    ],
    ids=range(5),
)
def test_evil_titles_and_blanks_of_clippings_end_soon(line: str) -> None:
    words = " " * 90_000 + "<" + " " * 9_000
    told = arrived(clip(LINES["en"][0], "x" + words + "y", f"t{line}").encode())
    assert len(told.books[0].marks) == 1


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_readwise_table_that_a_spreadsheet_saved_is_read(delimiter: str) -> None:
    rows = (("Highlight", "Title", "Note"), ("all winter, the wall stood", "Aldmere", "mine"))
    data = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows).encode("utf-8-sig")
    (found,) = arrived(data).books
    assert (found.title, found.marks[0].words, found.marks[0].note) == (
        "Aldmere",
        "all winter, the wall stood",
        "mine",
    )


def test_a_chapter_that_somebody_marked_is_one_mark() -> None:
    (found,) = arrived(f'Highlight,Title\n"{"wall " * 30_000}",Aldmere\nshort,Aldmere\n'.encode()).books
    assert [len(mark.words) for mark in found.marks] == [99_999, 5]
    with pytest.raises(ForeignError, match="CSV"):
        arrived(f'Highlight,Title\n"{"wall " * 210_000}",Aldmere\n'.encode())
