from __future__ import annotations

import pytest
from word_files import paragraph, style, word_file

from companion.readers.docx import read_docx
from companion.readers.docx_numbering import written


def level(depth: int, form: str = "decimal", words: str = "", more: str = "") -> str:
    words = words or f"%{depth + 1}."
    return f'<w:lvl w:ilvl="{depth}">{more}<w:numFmt w:val="{form}"/><w:lvlText w:val="{words}"/></w:lvl>'


def form(key: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def numbered(key: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def item(words: str, key: int, depth: int = 0, name: str = "") -> str:
    return paragraph(words, name, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{key}"/></w:numPr>')


def seen(body: str, numbering: str, styles: str = "") -> list[tuple[str, str, int, str]]:
    document = read_docx(word_file(body, numbering=numbering, styles=styles), "book.docx", "book")
    text = document.text
    return [(b.kind.value, text[b.start : b.end], b.level, b.marker) for b in document.blocks]


def test_levels_are_counted_each_in_its_form_and_begin_again() -> None:
    numbering = form(0, level(0), level(1, "lowerLetter", "%1.%2)"), level(2, "bullet", "\uf0b7")) + numbered(
        1, 0
    )
    body = "".join(item("w", 1, depth) for depth in (0, 1, 1, 2, 0, 1))
    markers = [(depth, marker) for _, _, depth, marker in seen(body, numbering)]
    assert markers == [(0, "1."), (1, "1.a)"), (1, "1.b)"), (2, "•"), (0, "2."), (1, "2.a)")]


def test_lists_of_one_form_go_on_unless_they_say_otherwise() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = form(0, level(0)) + numbered(1, 0) + numbered(2, 0) + numbered(3, 0, again)
    body = "".join(item("w", key) for key in (1, 1, 2, 3, 3, 1))
    assert [marker for *_, marker in seen(body, numbering)] == ["1.", "2.", "3.", "5.", "6.", "7."]


def test_a_level_may_go_on_after_one_above_it() -> None:
    kept = level(1, more='<w:lvlRestart w:val="0"/>')
    numbering = form(0, level(0), kept) + numbered(1, 0)
    body = "".join(item("w", 1, depth) for depth in (0, 1, 0, 1))
    assert [marker for *_, marker in seen(body, numbering)] == ["1.", "1.", "2.", "2."]


def test_a_numbered_heading_has_its_number_among_its_words() -> None:
    styles = style("H1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style(
        "H2", "heading 2", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    )
    numbering = form(
        0, level(0, "upperRoman", "Part %1", '<w:pStyle w:val="H1"/>'),
        level(1, words="%1.%2", more='<w:pStyle w:val="H2"/><w:isLgl/>'),
    ) + numbered(1, 0)  # fmt: skip
    body = paragraph("Snow", "H1") + paragraph("Ice", "H2") + paragraph("", "H2") + paragraph("Thaw", "H2")
    assert [found[:3] for found in seen(body, numbering, styles)] == [
        ("heading", "Part I Snow", 1),
        ("heading", "1.1 Ice", 2),
        ("heading", "1.3 Thaw", 2),
    ]


def test_a_list_may_be_taken_from_a_style_and_taken_away() -> None:
    styles = style("L", "List Number", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>') + style(
        "N", "Mine", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering"
    )
    linked = '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="N"/></w:abstractNum>'
    numbering = form(0, level(0, "decimalZero")) + linked + numbered(1, 0) + numbered(2, 9)
    body = paragraph("one", "L") + item("none", 0, name="L") + paragraph("two", "L") + item("unknown", 77)
    assert [(kind, marker) for kind, _, _, marker in seen(body, numbering, styles)] == [
        ("item", "01."),
        ("paragraph", ""),
        ("item", "02."),
        ("paragraph", ""),
    ]


@pytest.mark.parametrize(
    ("count", "kind", "shown"),
    [
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (999_999, "lowerLetter", "999999"),
        (1994, "lowerRoman", "mcmxciv"),
        (0, "upperRoman", "0"),
        (5, "chicago", "**"),
        (7, "none", ""),
        (3, "ideographDigital", "3"),
    ],
)
def test_numbers_are_written_as_word_writes_them(count: int, kind: str, shown: str) -> None:
    assert written(count, kind) == shown
