from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.readers.decoding import clean, decode, is_odd
from companion.readers.guessing import guessed

_RUSSIAN = "Съешь ещё этих мягких французских булок, да выпей чаю. "
_GERMAN = "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. „Ja“ – 5 Uhr… "


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + _RUSSIAN.encode(encoding), "a.txt")
    assert decoded == (_RUSSIAN, encoding, ())


@pytest.mark.parametrize("text", [_RUSSIAN, "Plain English text without a mark.", "短い文 です。 1\n"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_known_by_their_zero_bytes(text: str, encoding: str) -> None:
    decoded = decode((text * 3).encode(encoding), "a.txt")
    assert decoded.text == text * 3
    assert decoded.warnings == ()


def test_an_encoding_that_shifts_by_escapes() -> None:
    text = "吾輩は猫である。名前はまだ無い。"
    assert decode(text.encode("iso2022_jp"), "a.txt").text == text


def test_a_few_zero_bytes_do_not_make_a_text_wide() -> None:
    assert decode(b"A\0B\0Visible sentence forty-two.\0\0\0 end\n", "a.txt").text.split() == [
        *("A", "B", "Visible", "sentence", "forty-two.", "end")
    ]


def test_one_foreign_line_does_not_spoil_the_book() -> None:
    data = "ещё раз\n".encode() * 50 + "café naïve\n".encode("cp1252") + "ещё\n".encode() * 50
    decoded = decode(data, "book.txt")
    assert decoded.text.count("ещё") == 100
    assert "caf\ufffd na\ufffdve" in decoded.text
    assert "2 characters" in decoded.warnings[0]
    assert "book.txt" in decoded.warnings[0]


def test_a_text_cut_off_in_the_middle_of_a_character() -> None:
    decoded = decode("Просто ещё".encode()[:-1], "a.txt")
    assert decoded.text == "Просто ещ\ufffd"


def test_a_last_byte_in_another_encoding_is_not_a_cut_off_character() -> None:
    assert decode(b"Un caf\xe9", "a.txt").text == "Un café"


def test_halves_of_pairs_are_joined_or_marked() -> None:
    whole = "a \U0001f600 b"
    halves = whole.encode("utf-16-be", "surrogatepass").decode("utf-16-be")
    written_as_two = "a \ud83d\ude00 b".encode("utf-8", "surrogatepass")
    assert decode(written_as_two, "a.txt").text == halves == whole
    lone = decode("a \ud800 b".encode("utf-8", "surrogatepass"), "a.txt")
    assert lone.text == "a \ufffd b"
    assert lone.warnings


def test_wide_text_that_ends_in_half_a_character() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + "Words".encode("utf-16-le") + b"x", "a.txt")
    assert decoded.text == "Words\ufffd"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (_RUSSIAN, "koi8-r"),
        (_RUSSIAN, "cp1251"),
        (_RUSSIAN, "cp866"),
        (_RUSSIAN, "iso8859-5"),
        (_RUSSIAN, "mac-cyrillic"),
        (_GERMAN, "cp1252"),
        ("Portez ce vieux whisky au juge blond qui fume ; « où » naïve élève.", "iso8859-1"),
        ("Portez ce vieux whisky au juge blond qui fume ; « où » naïve cœur élève.", "mac-roman"),
        ("Grüße aus Zürich, ça va? naïve élève.", "cp437"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy.", "cp1250"),
        ("Zażółć gęślą jaźń.", "iso8859-2"),
        ("Ξεσκεπάζω την ψυχοφθόρα βδελυγμία.", "cp1253"),
        ("דג סקרן שט בים מאוכזב ולפתע מצא חברה.", "cp1255"),
        ("نص حكيم له سر قاطع وذو شأن عظيم.", "cp1256"),
        ("Pijamalı hasta yağız şoföre çabucak güvendi.", "cp1254"),
        ("吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。", "shift_jis"),
        ("我不认识你，但是我想认识你。今天天气很好，我们去公园散步吧。", "gb18030"),
    ],
)
def test_an_encoding_that_nothing_tells_is_guessed(text: str, encoding: str) -> None:
    decoded = decode((text * 8).encode(encoding), "old.txt")
    assert decoded.text == text * 8
    assert "old.txt" in decoded.warnings[0]


@given(st.binary(min_size=1, max_size=300))
def test_a_guess_is_made_for_any_bytes(data: bytes) -> None:
    assert isinstance(guessed(data).text, str)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc\nd", "a \nb\nc\nd"),
        ("a\x0bb\x85c\u2028d\u2029e", "a\nb\nc\nd\ne"),
        ("a\x00b\x1b[31mc\x7fd", "a b [31mc d"),
        ("\ufdd0\uffff\ufffc\ud800x", "\ufffd\ufffd\ufffd\ufffdx"),
        ("end.\n\fNew page", "end.\n\nNew page"),
        ("a sentence that\n\fgoes on", "a sentence that\n goes on"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_clean_keeps_the_length(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text(alphabet=st.characters(codec=None)))
def test_clean_text_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert len(once) == len(text)
    assert clean(once) == once


@given(st.text())
def test_every_text_in_utf_8_comes_back(text: str) -> None:
    ordinary = "".join(sign for sign in text if sign.isprintable() or sign == "\n")
    if not ordinary.startswith("\ufeff"):
        assert decode(ordinary.encode(), "a.txt").text == clean(ordinary)


@given(st.characters(exclude_categories=()))
def test_what_is_odd_is_found_in_a_long_text_as_in_a_short_one(sign: str) -> None:
    assert is_odd(f"a{sign}b") == is_odd(f"{'long ' * 1000}{sign}b") == (clean(sign) != sign)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_encoding_that_project_gutenberg_states_is_taken(end: str) -> None:
    lines = ("Title: Zwölf", "Character set encoding: ISO-8859-2", "", "Krótki łabędź ździebło.", "")
    decoded = decode(end.join(lines).encode("iso8859-2"), "a.txt")
    assert decoded == ("\n".join(lines), "iso8859-2", ())
    wrong = decode(b"Character set encoding: Big5\n\xe4\xf6\xfc sch\xf6n \xff gr\xfc\xdfe", "a.txt")
    assert wrong.warnings
    assert decode(b"Character set encoding: rot13\nsch\xf6n gr\xfc\xdfe", "a.txt").warnings
