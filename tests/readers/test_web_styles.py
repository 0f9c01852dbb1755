from __future__ import annotations

from epub_books import book, package, page

from companion.core.document import BlockKind, Document, Style
from companion.readers.epub import read_epub
from companion.readers.html import read_html
from companion.readers.web_styles import LARGEST_SHEET, UNSTYLED, styled_by


def _set(document: Document) -> list[tuple[str, Style]]:
    return [(document.text[run.start : run.end], run.style) for run in document.styles]


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
    assert styled_by([sheet]).styles == {
        "it": (Style.EMPHASIS,),
        "title2": (Style.EMPHASIS,),
        "b1": (Style.STRONG,),
        "both": (Style.EMPHASIS, Style.STRONG),
    }


def test_a_later_sheet_may_take_it_back() -> None:
    first = ".a { font-style: italic; font-weight: bold } .b { font-style: italic }"
    assert styled_by([first, ".a { font-style: normal } .b { font-style: inherit }"]).styles == {
        "a": (Style.STRONG,)
    }


def test_what_is_damaged_says_nothing() -> None:
    for sheet in (
        "",
        "{",
        "}}}{",
        "@media {{{{",
        "/*",
        ".a",
        ".a {",
        "\x00",
        "}.a{{font-style: italic}",
        ".a { display: }",
    ):
        assert styled_by([sheet]) == UNSTYLED


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
        assert styled_by([part * (LARGEST_SHEET // len(part)), f"@{part * 300_000}"]) == UNSTYLED


def test_words_are_set_as_the_style_sheet_of_the_book_says() -> None:
    opf = package({"c1": "c1.xhtml"}, ["c1"]).replace(
        "<manifest>", '<manifest><item id="s" href="s.css" media-type="text/css"/>'
    )
    body = (
        '<p class="x">Anna read <span class="It">War and Peace</span> to <i><span class="it">me</span></i>, '
        '<span class="it bold">all</span> of <a class="it" href="#x">it</a>.</p>'
        '<div class="poem"><span class="line">And <span class="bold">snow</span></span></div>'
    )
    sheet = ".it { font-style: italic } .bold { font-weight: bold }"
    files = {"OPS/book.opf": opf, "OPS/c1.xhtml": page(body), "OPS/s.css": sheet}
    document = read_epub(book(files), "book.epub", "book")
    assert _set(document) == [
        ("War and Peace", Style.EMPHASIS),
        ("me", Style.EMPHASIS),
        ("all", Style.EMPHASIS),
        ("all", Style.STRONG),
        ("snow", Style.STRONG),
    ]


def test_pages_of_a_book_are_set_as_sheets_within_them_say_too() -> None:
    rules = (".x { font-style: italic }", ".x { display: none } .y { font-weight: bold }")
    body = '<p>A long paragraph <span class="y">one</span> <span class="x">2</span></p>'
    files = {
        f"OPS/c{number}.xhtml": page(body).replace("</head>", f"<style>{rule}</style></head>")
        for number, rule in enumerate(rules)
    }
    files["OPS/book.opf"] = package({"a": "c0.xhtml", "b": "c1.xhtml"}, ["a", "b"])
    document = read_epub(book(files), "book.epub", "book")
    assert _set(document) == [("2", Style.EMPHASIS), ("one", Style.STRONG)]
    assert document.text.count("2") == 1


def test_whole_paragraphs_are_set_as_their_class_says_but_not_all_that_holds_some() -> None:
    sheet = "<style>.x, div.y { font-style: italic } h2.x, p.z { font-weight: bold }</style>"
    body = (
        '<h2 class="x">One</h2><p class="x">two <i>three</i></p><div class="y"><p>four</p></div>'
        '<div class="y">five</div><p class="z">six</p>'
    )
    assert _set(read_html((sheet + body).encode(), "page.html", "page")) == [
        ("two three", Style.EMPHASIS),
        ("five", Style.EMPHASIS),
        ("six", Style.STRONG),
    ]


def test_words_are_set_as_they_say_of_themselves() -> None:
    body = (
        '<p>one <span style="color: red; font-style: italic">two</span> <span style="color: red">3</span></p>'
        '<p style="font-weight: 700">four</p><style>.x { font-style: italic }</style>'
        '<p class="x" style="font-style: normal">five</p>'
    )
    assert _set(read_html(body.encode(), "page.html", "page")) == [
        ("two", Style.EMPHASIS),
        ("four", Style.STRONG),
    ]


def test_words_of_a_web_page_are_set_as_the_page_says() -> None:
    page_of_web = '<style>.x { font-weight: bold }</style><p>one <span class="x">two</span></p>'
    document = read_html(page_of_web.encode(), "page.html", "page")
    assert _set(document) == [("two", Style.STRONG)]


def test_classes_that_are_hidden_for_good() -> None:
    sheet = """
    .gone, p.lost { DISPLAY : none } span.blank { visibility: hidden; color: red }
    .answer { display: none } .answer.asked { display: block }
    .drop { display: none } @media amzn-kf8 { .drop { display: inline } }
    @media print { .unprinted { display: none } }
    #menu { display: none } .a > .b { display: none } .floats { display: none; float: left }
    """
    assert styled_by([sheet]).unseen == {
        "gone": {""},
        "lost": {"p"},
        "blank": {"span"},
        "floats": {""},
    }


def test_classes_of_words_that_stand_on_a_line_of_their_own() -> None:
    sheet = "span.sub, .l { display: block } .cap { display: block; float: left } p.x { display: block }"
    assert styled_by([sheet]).lines == {"sub", "l"}


def test_how_far_lines_are_set_in() -> None:
    sheet = """
    .poem p { margin-left: 9em } .line { padding-left: 3em; text-indent: -3em }
    .poem .in2 { text-indent: -1em } .in4 { margin: 0 1em 0 24pt } .odd { margin-left: auto }
    """
    styled = styled_by([sheet])
    assert [styled.indent(kinds) for kinds in (["line"], ["line", "in2"], ["in4"], ["odd"], [])] == [
        0.0,
        2.0,
        2.0,
        None,
        None,
    ]


def _read(sheet: str, body: str) -> Document:
    return read_html(f"<html><style>{sheet}</style><body>{body}</body></html>".encode(), "a.html", "a")


LONG = "<p>" + "Anna went on and on over the wide snow. " * 20 + "</p>"


def test_what_a_style_sheet_hides_is_not_shown() -> None:
    body = (
        '<p>One <span class="gone">two <b class="gone">three</b></span> four<b class="seen"> five</b>.</p>'
        '<p class="gone" id="x">Six.</p><p><a href="#y">Seven</a></p><p class="gone" id="y">Eight.</p>'
        '<aside class="gone footnote">Nine.</aside><p hidden="">Ten.</p>'
    )
    document = _read(".gone { display: none }", LONG + body)
    assert document.text.split("\n\n")[1:] == ["One four five.", "Seven", "Eight.", "Nine."]


def test_no_style_sheet_hides_a_text() -> None:
    body = '<p>One.</p><p class="gone">Two, which is a good part of it.</p>'
    assert _read(".gone { visibility: hidden }", body).text == "One.\n\nTwo, which is a good part of it."
    assert _read(".all { display: none }", f'<div class="all">{body}</div>').text.startswith("One.")


def test_a_page_number_that_is_hidden_still_names_its_place() -> None:
    body = f'{LONG}<p>Anna <span class="pagenum" id="p7">[7]</span>came.</p>'
    document = _read(".pagenum { visibility: hidden }", body)
    assert [place.name for place in document.place_names] == ["7"]
    assert document.text.endswith("Anna came.")


def test_a_note_that_is_hidden_where_it_stands_is_read() -> None:
    body = (
        '<p>Anna<a role="doc-noteref" href="#n1">1</a> came.</p>'
        '<aside role="doc-footnote" id="n1" hidden="">A friend.</aside>'
    )
    document = _read("", body)
    [mark] = document.note_marks
    assert document.text[mark.note_start : mark.note_end] == "A friend."


def test_words_on_lines_of_their_own() -> None:
    sheet = ".l { display: block }"
    heading = '<h1>Chapter 1<span class="l">The Letter</span></h1>'
    lines = '<p><span class="l">One</span><span class="l">Two</span><br/>Three</p>'
    table = '<table><tr><td>A<span class="l">B</span></td><td>C</td></tr></table>'
    document = _read(sheet, heading + lines + table)
    assert [document.text[b.start : b.end] for b in document.blocks] == [
        "Chapter 1 The Letter",
        "One",
        "Two",
        "Three",
        "A B\tC",
    ]


def _levels(document: Document) -> list[tuple[str, int]]:
    return [(document.text[b.start : b.end], b.level) for b in document.blocks if b.kind is BlockKind.VERSE]


def test_lines_of_verse_are_set_in_as_the_style_sheet_says() -> None:
    sheet = """
    .poem { margin-left: 4em } .poem p { margin: 0 } .a { padding-left: 5em; text-indent: -3em }
    .poem .b { text-indent: -1em } .i3 { padding-left: 3em } .far { margin-left: 99em }
    """
    lines = "".join(
        f'<p class="{kinds}">{words}</p>'
        for kinds, words in (("a", "One"), ("a b", "Two"), ("i3", "Three"), ("far", "Four"))
    )
    document = _read(sheet, f'<div class="poem">{lines}</div>')
    assert _levels(document) == [("One", 0), ("Two", 2), ("Three", 1), ("Four", 6)]


def test_lines_of_verse_are_set_in_by_blanks() -> None:
    nbsp, em = "\xa0", "\u2003"
    body = (
        f'<div class="poem"><p>{nbsp * 4}One</p><p> {em}<i>Two</i></p><p>{nbsp}</p><p>Three</p></div>'
        f"<p>{nbsp * 2}Four<br/>{nbsp * 4} Five<br/>Six</p><p>{nbsp * 4}Seven.</p>"
    )
    document = _read("", body)
    assert _levels(document) == [("One", 2), ("Two", 1), ("Three", 0), ("Four", 1), ("Five", 2), ("Six", 0)]
    assert document.blocks[-1].level == 0
