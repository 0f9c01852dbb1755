from __future__ import annotations

from epub_books import book, package, page

from companion.core.document import Style
from companion.readers.epub import read_epub
from companion.readers.html import read_html
from companion.readers.web_styles import LARGEST_SHEET, styled_by


def test_classes_that_are_set_in_italics_or_bold() -> None:
    sheet = """
    @charset "utf-8"; @import url("x.css");
    /* .commented { font-style: italic } */
    .It, p.head, span.title2 { color: red; font-style : Italic; }
    .b1{font-weight:700;font-style:normal}
    .both { font: 1em serif; FONT-STYLE: oblique; font-weight: bolder !important }
    p.para, div .inner, .a.b, .c > i, #id, .x:first-letter { font-style: italic; font-weight: bold }
    .light { font-weight: 300 } .small { my-font-style: italic }
    @media print { .printed { font-style: italic } .other { font-weight: bold } }
    @font-face { font-family: "A"; font-style: italic }
    .last { font-weight: bold"""
    assert styled_by([sheet]) == {
        "it": (Style.EMPHASIS,),
        "title2": (Style.EMPHASIS,),
        "b1": (Style.STRONG,),
        "both": (Style.EMPHASIS, Style.STRONG),
    }


def test_a_later_sheet_may_take_it_back() -> None:
    first = ".a { font-style: italic; font-weight: bold } .b { font-style: italic }"
    assert styled_by([first, ".a { font-style: normal } .b { font-style: inherit }"]) == {
        "a": (Style.STRONG,)
    }


def test_what_is_damaged_says_nothing() -> None:
    for sheet in ("", "{", "}}}{", "@media {{{{", "/*", ".a", ".a {", "\x00", "}.a{{font-style: italic}"):
        assert styled_by([sheet]) == {}


def test_no_sheet_takes_long() -> None:
    for part in (
        "a",
        "@x",
        "@",
        "@x{",
        ".a{",
        "}",
        "{",
        "/*",
        "*/",
        ";",
        " ",
        ".a,",
        "@a{{}",
        "font-style: ",
    ):
        assert styled_by([part * (LARGEST_SHEET // len(part)), f"@{part * 300_000}"]) == {}


def test_words_are_set_as_the_style_sheet_of_the_book_says() -> None:
    opf = package({"c1": "c1.xhtml"}, ["c1"]).replace(
        "<manifest>", '<manifest><item id="s" href="s.css" media-type="text/css"/>'
    )
    body = (
        '<p class="it">Anna read <span class="It">War and Peace</span> to <i><span class="it">me</span></i>, '
        '<span class="it bold">all</span> of <a class="it" href="#x">it</a>.</p>'
        '<div class="poem"><span class="line">And <span class="bold">snow</span></span></div>'
    )
    sheet = ".it { font-style: italic } .bold { font-weight: bold }"
    files = {"OPS/book.opf": opf, "OPS/c1.xhtml": page(body), "OPS/s.css": sheet}
    document = read_epub(book(files), "book.epub", "book")
    assert [(document.text[run.start : run.end], run.style) for run in document.styles] == [
        ("War and Peace", Style.EMPHASIS),
        ("me", Style.EMPHASIS),
        ("all", Style.EMPHASIS),
        ("all", Style.STRONG),
        ("snow", Style.STRONG),
    ]


def test_words_of_a_web_page_are_set_as_the_page_says() -> None:
    page_of_web = '<style>.x { font-weight: bold }</style><p>one <span class="x">two</span></p>'
    document = read_html(page_of_web.encode(), "page.html", "page")
    assert [(document.text[run.start : run.end], run.style) for run in document.styles] == [
        ("two", Style.STRONG)
    ]
