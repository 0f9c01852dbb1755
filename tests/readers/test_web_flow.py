from __future__ import annotations

from typing import TYPE_CHECKING

from epub_books import book, package, page
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import BlockKind
from companion.readers.epub import read_epub
from companion.readers.html import read_html
from companion.readers.limits import DEEPEST_MARKUP, LONGEST_BLOCK

if TYPE_CHECKING:
    from companion.core.document import Document

SIGNS = ["a", "B.", "é", "𝔸", " ", "  ", "\n", "\t", "\r", *"\xa0\xad\u2060\ufeff\u200b\u2028\x85"]
WORDS = st.lists(st.sampled_from(SIGNS), max_size=6).map("".join)
BEFORE = [
    "",
    "loose ",
    '<i id="a"></i>',
    "<hr/>",
    '<p id="b">named</p>',
    "<p>one<br/>two</p>",
    "<h2>Title</h2>",
]
AROUND = [
    "{}",
    "<div>{}</div>",
    "<blockquote>{}</blockquote>",
    '<div class="verse">{}</div>',
    '<div class="poem"><div>{}</div><div>x</div></div>',
    "<ul><li>{}</li></ul>",
    "<dl><dd>{}</dd></dl>",
    "<i>{}</i>",
    "<a href='#b'>{}</a>",
    "<pre>{}</pre>",
    "<table><tr><td>{}</td><td>x</td></tr><tr><td>y</td></tr></table>",
    "<figure><figcaption>{}</figcaption></figure>",
]


def read(body: str) -> Document:
    page = f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
    return read_html(page.encode(), "page.html", "page")


ODD = [
    "\x7f",
    "\x85",
    "\x9f",
    "\u2028",
    "\u2029",
    "\ufdd0",
    "\ufffc",
    "&#133;",
    "&#x7f;",
    "&#13;",
    "&#xfffc;",
]
ODD_WORDS = st.lists(st.sampled_from([*SIGNS, *ODD]), max_size=6).map("".join)


def read_in_book(body: str) -> Document:
    opf = package({"c1": "c1.xhtml"}, ["c1"])
    return read_epub(book({"OPS/book.opf": opf, "OPS/c1.xhtml": page(body)}), "book.epub", "book")


def told(document: Document) -> tuple[object, ...]:
    return document.text, document.blocks, document.styles, document.sections, document.links, document.tables


@given(st.lists(WORDS, min_size=1, max_size=5), st.sampled_from(BEFORE), st.sampled_from(AROUND), WORDS)
def test_paragraphs_taken_in_one_step_are_as_those_taken_word_by_word(
    paragraphs: list[str], before: str, around: str, between: str
) -> None:
    at_once = between.join(f"<p>{words}</p>" for words in paragraphs)
    by_words = between.join(f"<p><span>{words}</span></p>" for words in paragraphs)
    one, other = (read(before + around.format(body) + "<p>end</p>") for body in (at_once, by_words))
    assert told(one) == told(other)


def test_a_paragraph_that_is_too_long_is_cut_where_it_stands_among_others() -> None:
    words = "word " * LONGEST_BLOCK
    document = read(f"<p>before</p><p>{words}</p><p>after</p>")
    assert [document.text[b.start : b.end] for b in (document.blocks[0], document.blocks[-1])] == [
        "before",
        "after",
    ]
    assert max(block.end - block.start for block in document.blocks) <= LONGEST_BLOCK
    assert " ".join(document.text.split()) == f"before {words}after"


@given(st.lists(ODD_WORDS, min_size=1, max_size=4), ODD_WORDS)
def test_what_cannot_be_shown_is_told_at_once_for_a_page_as_it_is_for_each_block(
    paragraphs: list[str], styled: str
) -> None:
    body = "".join(f"<p>{words}</p>" for words in paragraphs) + f"<p>end<i>{styled}</i></p>"
    assert told(read_in_book(body)) == told(read(body))


def test_a_line_of_verse_may_be_a_mere_span_that_is_said_to_be_one() -> None:
    document = read_in_book(
        '<p>It sounded:</p><div class="poem"><span class="line">Farewell, thou <i>warrior</i> brave,</span> '
        '<span class="c8">For this day</span></div><div class="stanza"><p class="line">thou must</p>'
        '<p class="line">die!</p></div><p>And <span class="line">so</span> it was.</p>'
    )
    assert document.text == (
        "It sounded:\n\nFarewell, thou warrior brave,\nFor this day\n\nthou must\ndie!\n\nAnd so it was."
    )
    kinds = [block.kind for block in document.blocks]
    assert kinds == [BlockKind.PARAGRAPH, *[BlockKind.VERSE] * 4, BlockKind.PARAGRAPH]


def test_numbers_of_lines_are_no_words_of_a_poem() -> None:
    document = read_in_book(
        '<div class="linegroup"><div>And went on in sunlight<span class="lnum">10</span></div>'
        '<div>And <span class="lnum">x</span> drank coffee</div></div>'
    )
    assert document.text == "And went on in sunlight\nAnd x drank coffee"


def test_what_is_called_a_line_is_one_in_verse_only() -> None:
    inner = 'a <span class="line">b</span> c'
    for around in ("<h2>{}</h2>", "<pre>{}</pre>", "<table><tr><td>{}</td><td>d</td></tr></table>"):
        document = read_in_book(f'<div class="poem">{around.format(inner)}</div>')
        assert document.text.startswith("a b c")


def test_all_words_of_what_is_nested_too_deep_are_read() -> None:
    deep = "<div>" * DEEPEST_MARKUP + "<b>one<i> two</i> three</b> four" + "</div>" * DEEPEST_MARKUP
    assert read_in_book(f"{deep}<p>five</p>").text == "one two three four\n\nfive"
