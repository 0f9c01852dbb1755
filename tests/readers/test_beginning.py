"""The beginning of a long text is the start of the whole."""

from __future__ import annotations

from pathlib import PurePath

import pytest
from epub_books import nav, small_book
from hypothesis import given
from hypothesis import strategies as st
from pdf_books import Book as PdfBook
from pdf_books import Page
from word_files import paragraph, word_file

from companion.core.document import Block, BlockKind, Cell, Document, Link, NoteMark, Table
from companion.readers import UnreadableError, document_in
from companion.readers.beginning import ENOUGH, beginning_of
from companion.readers.process.document_form import encoded
from companion.readers.process.document_reading import decoded

LINE = "All winter the wall stood, and nobody came to see it fall. "
LONG = f"<p>{LINE * 400}</p>"


def read(data: bytes) -> tuple[Document, list[Document]]:
    """The document in an EPUB, and what was told of it before."""
    begun: list[Document] = []
    return document_in(data, PurePath("a.epub"), begun=begun.append), begun


def check_is_start(beginning: Document, whole: Document) -> None:
    """Whether all that is seen of a beginning stands in the whole just so."""
    end = len(beginning.text)
    assert whole.text.startswith(beginning.text)
    assert whole.blocks[: len(beginning.blocks)] == beginning.blocks
    assert [run for run in whole.styles if run.start < end] == [*beginning.styles]
    assert [one for one in whole.pictures if one.start < end] == [*beginning.pictures]
    assert [table for table in whole.tables if table.start < end] == [*beginning.tables]
    assert [(one.start, one.end) for one in whole.links if one.start < end] == [
        (one.start, one.end) for one in beginning.links
    ]
    assert [(one.start, one.end) for one in whole.note_marks if one.start < end] == [
        (one.start, one.end) for one in beginning.note_marks
    ]
    assert beginning.title in ("", whole.title)
    told = ("author", "language", "identifier", "format")
    assert [getattr(beginning, name) for name in told] == [getattr(whole, name) for name in told]
    assert decoded(encoded(beginning)) == beginning


PIECES = (
    "<h2>A part</h2>",
    f"<p>{LINE}</p>",
    f"<p>{LINE} <em>And <strong>more</strong></em><br/>of it.</p>",
    "<p>One<a epub:type='noteref' href='c9.xhtml#n1'>1</a>, two<sup><a href='c9.xhtml#n2'>2</a></sup>.</p>",
    "<p>See <a href='c9.xhtml'>the end</a>, <a href='https://a.example/'>there</a>.</p>",
    "<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>",
    "<table><tr><td>a</td><td>b <em>c</em></td></tr><tr><td>d</td></tr></table>",
    "<blockquote><p>Said.</p></blockquote><hr/>",
    "<div class='poem'><p>Tyger<br/>burning</p></div>",
    "<figure><img src='a.png' alt='A wall'/><figcaption>The wall</figcaption></figure>",
    "<p>an <img src='b.png' alt='inner'/> picture</p>",
    "<pre>a\n  b\n</pre>",
    "<p id='here'/>",
    "words by themselves",
    "",
)
NOTES = "<aside epub:type='footnote' id='n1'><p>A note.</p></aside><p id='n2'>2. Another.</p>"


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), min_size=1, max_size=8))
def test_the_beginning_of_a_book_is_the_start_of_the_whole(bodies: list[str]) -> None:
    bodies += [f"<p>{LINE * 20}</p>"] * (8 - len(bodies)) + [NOTES]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("companion.readers.beginning.ENOUGH", 700)
        whole, begun = read(small_book(*bodies, contents=nav("<li><a href='c1.xhtml'>One</a></li>")))
    assert len(begun) <= 1
    for beginning in begun:
        assert len(beginning.text) >= 700
        check_is_start(beginning, whole)


def test_a_beginning_is_told_before_the_rest_is_read() -> None:
    whole, begun = read(small_book(LONG, f"<p>{LINE}</p>", LONG))
    assert len(begun) == 1
    assert ENOUGH <= len(begun[0].text) < len(whole.text)
    check_is_start(begun[0], whole)


def test_of_a_short_book_nothing_is_told_before() -> None:
    assert read(small_book(f"<p>{LINE}</p>", f"<p>{LINE}</p>"))[1] == []


def test_nothing_is_begun_of_a_book_that_is_refused() -> None:
    begun: list[Document] = []
    with pytest.raises(UnreadableError):
        document_in(small_book("", ""), PurePath("a.epub"), begun=begun.append)
    assert begun == []


def test_no_more_is_told_than_somebody_reads_meanwhile() -> None:
    many = "".join(f"<p>{LINE}</p>" for _ in range(3_000))
    _, (beginning,) = read(small_book(many, LONG))
    assert ENOUGH <= len(beginning.text) <= ENOUGH + len(LINE)


def test_a_note_at_the_end_of_a_part_is_awaited() -> None:
    noted = (
        "<p>Noted<a epub:type='noteref' href='#n'>1</a>, see <a href='#n'>there</a> "
        "and <a href='#x'>none</a>.</p>"
    )
    many = "".join(f"<p>{LINE}</p>" for _ in range(400))
    body = f"{noted}{many}<aside epub:type='footnote' id='n'><p>A note.</p></aside>"
    whole, (beginning,) = read(small_book(body))
    end = len(beginning.text)
    assert [(mark.start, mark.end) for mark in whole.note_marks] == [
        (mark.start, mark.end) for mark in beginning.note_marks
    ]
    assert beginning.note_marks[0].note_start == end
    assert beginning.links[0].place == end
    assert len(whole.links) == 1  # it shows later that the last one leads nowhere
    whole, (beginning,) = read(small_book(noted, many))
    assert beginning.links == whole.links == ()


def test_a_table_is_never_cut() -> None:
    text = "x" * (3 * ENOUGH)
    blocks = tuple(Block(BlockKind.TABLE, start, start + ENOUGH) for start in (0, ENOUGH, 2 * ENOUGH))
    cells = (Cell(0, ENOUGH, 0, 0), Cell(ENOUGH, 2 * ENOUGH, 1, 0))
    whole = Document(text, blocks, tables=(Table(0, 2 * ENOUGH, cells),))
    beginning = beginning_of(whole)
    assert (len(beginning.blocks), beginning.tables) == (2, whole.tables)
    assert beginning_of(Document("")).blocks == ()


def test_what_leads_beyond_the_beginning_leads_to_its_end() -> None:
    text = "x" * ENOUGH + "\n\n" + "y" * 10
    whole = Document(
        text,
        (Block(BlockKind.PARAGRAPH, 0, ENOUGH), Block(BlockKind.PARAGRAPH, ENOUGH + 2, len(text))),
        links=(
            Link(1, 2, 3),
            Link(4, 5, ENOUGH + 2),
            Link(6, 7, -1, "https://a.example"),
            Link(ENOUGH + 3, ENOUGH + 4, 0),
        ),
        note_marks=(NoteMark(8, 9, ENOUGH + 2, len(text)),),
    )
    beginning = beginning_of(whole)
    assert beginning.links == (Link(1, 2, 3), Link(4, 5, ENOUGH), Link(6, 7, -1, "https://a.example"))
    assert beginning.note_marks == (NoteMark(8, 9, ENOUGH, ENOUGH),)
    assert decoded(encoded(beginning)) == beginning


# -- other kinds of files


def sentence(number: int) -> str:
    return f"In line {number} all winter the wall stood, and nobody came to see it fall."


def pdf(count: int) -> bytes:
    """A PDF of so many pages with a running head on each."""
    pages = []
    for number in range(count):
        page = Page()
        page.line(60, 570, f"The Siege {number + 1}", size=8)
        page.text(60, 540, [" ".join(sentence(30 * number + line) for line in range(20))], 48)
        pages.append(page)
    return PdfBook(pages).data()


def test_the_first_pages_of_a_pdf_are_told_before_the_rest_is_read() -> None:
    data, begun = pdf(40), list[Document]()
    whole = document_in(data, PurePath("a.pdf"), begun=begun.append)
    (beginning,) = begun
    assert whole == document_in(data, PurePath("a.pdf"))  # and the whole does not suffer from it
    assert whole.text.startswith(beginning.text)
    assert whole.blocks[: len(beginning.blocks) - 1] == beginning.blocks[:-1]
    assert ENOUGH <= len(beginning.text) + 500 < len(whole.text)
    assert decoded(encoded(beginning)) == beginning
    begun.clear()
    document_in(pdf(3), PurePath("a.pdf"), begun=begun.append)
    assert begun == []


def check_one_part(data: bytes, name: str) -> None:
    """Whether a file that is all one part is begun, and the beginning is the start of the whole."""
    begun: list[Document] = []
    whole = document_in(data, PurePath(name), begun=begun.append)
    assert ENOUGH <= len(begun[0].text) < len(whole.text)
    check_is_start(begun[0], whole)


def test_a_web_page_is_begun() -> None:
    line = f"<h2>Part <em>x</em></h2><p>{LINE} <b>More</b> <a href='#end'>there</a>.</p>"
    body = f"<nav><a href='/'>Home</a></nav><main>{line * 400}<p id='end'>The end.</p></main>"
    page = f"<html lang='en'><head><title>The Siege</title></head><body>{body}</body></html>"
    check_one_part(page.encode(), "a.html")


def test_a_fiction_book_is_begun() -> None:
    note = "<a type='note' xlink:href='#n1'>[1]</a>"
    part = f"<section><title><p>Part</p></title><p>{LINE} <emphasis>More</emphasis>{note}.</p></section>"
    notes = "<body name='notes'><section id='n1'><p>A note.</p></section></body>"
    info = "<title-info><book-title>The Siege</book-title><lang>en</lang></title-info>"
    book = (
        "<FictionBook xmlns:xlink='http://www.w3.org/1999/xlink'>"
        f"<description>{info}</description><body>{part * 500}</body>{notes}</FictionBook>"
    )
    check_one_part(book.encode(), "a.fb2")


def test_a_word_file_is_begun() -> None:
    check_one_part(word_file("".join(paragraph(LINE + str(number)) for number in range(600))), "a.docx")


CONTENTS = "The Siege\n\nCONTENTS\n\n" + "".join(f"  Chapter {number}\n\n" for number in range(1, 5))
CHAPTERS = "".join(
    f"Chapter {number}\n\n"
    + "\n\n".join(sentence(line) + "\n" + sentence(line + 1) for line in range(700))
    + "\n\n"
    for number in range(1, 6)
)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_the_beginning_of_a_very_long_text_is_told_before_the_rest_is_read(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.readers.beginning._LONG", 400_000)
    data, begun = (CONTENTS + CHAPTERS).encode(), list[Document]()
    whole = document_in(data, PurePath(name), begun=begun.append)
    (beginning,) = begun
    assert len(whole.text) > 400_000
    assert ENOUGH <= len(beginning.text) < 2 * ENOUGH
    assert whole.text.startswith(beginning.text)
    assert whole.blocks[: len(beginning.blocks)] == beginning.blocks
    assert (beginning.title, beginning.encoding) == (whole.title, whole.encoding)
    assert decoded(encoded(beginning)) == beginning


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "Words. " * 60_000),  # all one paragraph
        ("a.txt", CONTENTS),
        ("a.md", "See [the wall][1].\n\n" + CHAPTERS),
        ("a.md", "A note.[^1]\n\n" + CHAPTERS),
        ("a.txt", " \n\n" * 201_000 + CHAPTERS),
    ],
)
def test_of_a_text_that_cannot_be_begun_nothing_is_told(
    name: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.readers.beginning._LONG", 400_000)
    begun: list[Document] = []
    document_in(text.encode(), PurePath(name), begun=begun.append)
    assert begun == []
