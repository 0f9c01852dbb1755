from __future__ import annotations

import io
import zipfile

import pytest

from companion.core.document import BlockKind, Document, Style
from companion.readers import UnreadableError
from companion.readers.fb2 import read_fb2, read_zipped_fb2

DESCRIPTION = (
    "<description><title-info>"
    "<author><first-name>Anna</first-name><last-name>Verl</last-name></author>"
    "<author><nickname>Bertha</nickname></author><book-title>The Siege</book-title><lang>en</lang>"
    "</title-info>"
    "<document-info><id>ABC-1</id></document-info></description>"
)


def fiction(bodies: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" '
        f'xmlns:l="http://www.w3.org/1999/xlink">{DESCRIPTION}{bodies}</FictionBook>'
    ).encode()


def read(bodies: str) -> Document:
    return read_fb2(fiction(bodies), "book.fb2", "book")


def seen(document: Document) -> list[tuple[str, str, int]]:
    return [
        (block.kind.value, document.text[block.start : block.end], block.level) for block in document.blocks
    ]


def test_what_the_book_states() -> None:
    document = read("<body><section><p>Words</p></section></body>")
    stated = (document.title, document.author, document.language, document.identifier, document.format)
    assert stated == ("The Siege", "Anna Verl, Bertha", "en", "ABC-1", "fb2")


def test_titles_begin_sections_as_deep_as_they_are_nested() -> None:
    document = read(
        "<body><title><p>The Siege</p></title><section><title><p>Part One</p><p>Winter</p></title><section>"
        "<title><p>I</p></title><p>Snow.</p></section></section><section><title><p>Part Two</p></title>"
        "<p>Thaw.</p>"
        "</section></body>"
    )
    assert [(s.title, s.level, document.text[s.start : s.end].strip()) for s in document.sections] == [
        ("Part One Winter", 1, "Part One Winter\n\nI\n\nSnow."),
        ("I", 2, "I\n\nSnow."),
        ("Part Two", 1, "Part Two\n\nThaw."),
    ]
    assert seen(document)[0] == ("heading", "The Siege", 1)


def test_paragraphs_and_titles_that_are_pictures_are_shown_as_such() -> None:
    image = '<image l:href="#p.png"/>'
    document = read_fb2(
        fiction(
            f"<body><section><title><p>{image}</p></title><p>One.</p><subtitle>{image}</subtitle>"
            f"<subtitle><p>Below</p></subtitle><p><strong>{image}</strong></p><subtitle>* * *</subtitle>"
            f"<p>Two {image}.</p></section></body>"
            '<binary id="p.png" content-type="image/png">AAAA</binary>'
        ),
        "book.fb2",
        "book",
    )
    kinds = [(kind, words) for kind, words, _ in seen(document)]
    picture = ("picture", "🖼")
    assert kinds == [
        *(picture, ("paragraph", "One."), picture, ("heading", "Below"), picture),
        *(("rule", "* * *"), ("paragraph", "Two 🖼.")),
    ]
    assert not document.sections


def test_a_table_within_a_table_is_read_once_however_deep() -> None:
    levels = 40
    inner = "<table><tr><td>wall</td><td>gate</td></tr></table>"
    table = "<table><tr><td>left</td><td>" * levels + inner + "</td></tr></table>" * levels
    text = read(f"<body><section><p>Before.</p>{table}<p>Behind.</p></section></body>").text
    assert text.count("left") == levels
    assert text.split()[-4:] == ["left", "wall", "gate", "Behind."]


def test_poems_quotations_tables_and_pictures() -> None:
    document = read(
        "<body><section><epigraph><p>All falls.</p><text-author>A poet</text-author></epigraph><poem>"
        "<title><p>Ode"
        "</p></title><stanza><v>A line</v><v>another</v></stanza><stanza><v>a third</v></stanza>"
        "<text-author>Odysseus</text-author></poem>"
        "<cite><p>Said.</p></cite><subtitle>* * *</subtitle><table><tr><th>Year</th><td>1812</td></tr>"
        "<tr><th>Men </th><td>few</td></tr></table><image l:href='#the_walls.png' alt='Walls'/><p>In <image "
        "l:href='#x.png' alt='small'/> words.</p><empty-line/></section></body>"
        "<binary id='the_walls.png'>AAAA</binary>"
    )
    assert seen(document) == [
        ("quotation", "All falls.", 0),
        ("quotation", "A poet", 0),
        ("heading", "Ode", 2),
        ("verse", "A line", 0),
        ("verse", "another", 0),
        ("verse", "a third", 0),
        ("quotation", "Odysseus", 0),
        ("quotation", "Said.", 0),
        ("rule", "* * *", 0),
        ("table", "Year\t1812\nMen\tfew", 0),
        ("picture", "Walls", 0),
        ("paragraph", "In small words.", 0),
    ]
    assert "A line\nanother\n\na third" in document.text


def test_notes_are_led_to_from_their_marks() -> None:
    document = read(
        "<body name='notes'><title><p>Notes</p></title><section id='n1'><title><p>1</p></title>"
        "<p>He was old.</p>"
        "<p>Very old.</p></section></body><body><section><p>The <strong>king</strong>"
        "<a l:href='#n1' type='note'>1</a> "
        "and <a l:href='https://example.org/'>the web</a>, <a l:href='file:///etc/passwd'>a "
        "file</a>.</p></section></body>"
    )
    mark = document.note_marks[0]
    assert document.text[mark.start : mark.end] == "[1]"
    assert document.text[mark.note_start : mark.note_end] == "1 He was old.\n\nVery old."
    assert [link.address for link in document.links] == ["https://example.org/"]
    assert [(document.text[run.start : run.end], run.style) for run in document.styles] == [
        ("king", Style.STRONG)
    ]
    assert document.text.startswith("The king[1] and")


def test_a_book_that_is_cut_off_is_shown_as_far_as_it_goes() -> None:
    data = fiction("<body><section><p>One.</p><p>Two is longer.</p></section></body>")
    document = read_fb2(data[: data.index(b"longer")], "book.fb2", "book")
    assert [words for _, words, _ in seen(document)] == ["One.", "Two is"]
    assert "damaged" in document.warnings[0]


def test_a_book_that_lies_about_its_encoding() -> None:
    text = "Привет, мир. Зима была долгой, и стена стояла."
    data = fiction(f"<body><section><p>{text}</p></section></body>").decode().encode("cp1251")
    document = read_fb2(data, "book.fb2", "book")
    assert document.text == text
    assert document.warnings


def test_a_zipped_book_is_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("siege.fb2", fiction("<body><section><p>Words</p></section></body>"))
    assert read_zipped_fb2(buffer.getvalue(), "siege.fb2.zip", "siege").text == "Words"


def test_a_file_without_a_book_is_refused() -> None:
    with pytest.raises(UnreadableError, match=r"“book.fb2” is so damaged"):
        read_fb2(b"\x00\x01\x02" * 400, "book.fb2", "book")


def test_sections_nested_without_end_are_read_as_words() -> None:
    document = read("<body>" + "<section>" * 5000 + "<p>Deep.</p>" + "</section>" * 5000 + "</body>")
    assert "Deep." in document.text
    assert any("nested so deep" in warning for warning in document.warnings)
    assert all(block.kind is BlockKind.PARAGRAPH for block in document.blocks)
