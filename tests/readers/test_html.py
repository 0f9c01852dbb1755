from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import BlockKind, Document, Style
from companion.readers.html import read_html


class Seen(NamedTuple):
    kind: str
    words: str
    level: int = 0
    marker: str = ""


def read(source: str | bytes) -> Document:
    return read_html(source if isinstance(source, bytes) else source.encode(), "page.html", "page")


def seen(source: str) -> list[Seen]:
    document = read(source)
    return [Seen(b.kind, document.text[b.start : b.end], b.level, b.marker) for b in document.blocks]


def test_blanks_collapse_as_a_browser_collapses_them() -> None:
    source = "<p>\n  One <b> two </b>\n three<br> \n four </p>\n\n<p> \n </p><p>five&nbsp; six</p>"
    assert seen(source) == [
        Seen("verse", "One two three"),
        Seen("verse", "four"),
        Seen("paragraph", "five\xa0 six"),
    ]


def test_styles_are_runs_within_their_blocks() -> None:
    document = read("<p><i>One</i></p><p><i>two <b><em>th</em>ree</b></i></p><p>four <code>x = 1</code>")
    assert [(document.text[r.start : r.end], r.style) for r in document.styles] == [
        ("One", Style.EMPHASIS),
        ("two three", Style.EMPHASIS),
        ("three", Style.STRONG),
        ("x = 1", Style.CODE),
    ]


def test_lists_have_markers_and_depths() -> None:
    source = (
        "<ul><li>One<ol start=3 type=a><li>two<li value=5>three</ol></li><li><p>four</p><p>five</p></li></ul>"
        "<ol reversed><li>six<li>seven</ol><ol type=I start=9><li>eight</ol><dl><dt>nine<dd>ten</dl>"
    )
    assert seen(source) == [
        Seen("item", "One", 0, "•"),
        Seen("item", "two", 1, "c."),
        Seen("item", "three", 1, "e."),
        Seen("item", "four", 0, "•"),
        Seen("item", "five", 0),
        Seen("item", "six", 0, "2."),
        Seen("item", "seven", 0, "1."),
        Seen("item", "eight", 0, "IX."),
        Seen("item", "nine", 0),
        Seen("item", "ten", 1),
    ]


@pytest.mark.parametrize("start", ["99999999999999999999", "-1e9", "x", "²"])
def test_numbers_out_of_range_are_no_numbers(start: str) -> None:
    assert seen(f'<ol start="{start}"><li>One</ol>') == [Seen("item", "One", 0, "1.")]


def test_quotations_verse_rules_and_what_is_preformatted() -> None:
    source = (
        "<blockquote><p>Said.</p><blockquote>Within.</blockquote></blockquote><hr>"
        '<div class="poem"><p>A line<br><span class="i2">and another</span></p><p>A stanza</p></div>'
        "<pre>\n\n  kept   as\n it is</pre>"
    )
    assert seen(source) == [
        Seen("quotation", "Said."),
        Seen("quotation", "Within.", 1),
        Seen("rule", "* * *"),
        Seen("verse", "A line"),
        Seen("verse", "and another", 2),
        Seen("verse", "A stanza"),
        Seen("preformatted", "  kept   as\n it is"),
    ]
    assert "A line\nand another\n\nA stanza" in read(source).text


def test_a_table_of_data_keeps_its_columns() -> None:
    source = (
        "<table><caption>Losses</caption><tr><th><th>1812 <th>1813</tr><tr>"
        "<th rowspan=2>Men<td colspan=2>many"
        "<tr><td>few<td> none</table>"
    )
    assert seen(source) == [
        Seen("caption", "Losses"),
        Seen("table", "\u200b\t1812\t1813\nMen\tmany\t\n\tfew\tnone"),
    ]


def test_a_table_that_only_sets_things_beside_each_other_is_no_table() -> None:
    source = "<table><tr><td><h2>Menu</h2><td><p>Words.</p></table>"
    assert seen(source) == [Seen("heading", "Menu", 2), Seen("paragraph", "Words.")]


def test_pictures_are_described_or_named() -> None:
    source = (
        '<figure><img src="maps/the_walls.png"><figcaption>The walls</figcaption></figure>'
        '<p><img alt="A gate" src=x></p><p><img alt="T" src=t.png>he wall stood.</p>'
        '<img src="data:image/png;base64,AAAA">'
    )
    assert seen(source) == [
        Seen("picture", "the walls"),
        Seen("caption", "The walls"),
        Seen("picture", "A gate"),
        Seen("paragraph", "The wall stood."),
        Seen("picture", "🖼"),
    ]


def test_ruby_quotes_raised_digits_and_formulas_are_words() -> None:
    source = (
        "<p><ruby>山<rp>(</rp><rt>やま</rt><rp>)</rp></ruby> and <q>yes</q>, 10<sup>6</sup>, "
        "H<sub>2</sub>O, "
        "4<sup>th</sup>, so\xadft 1805\u2060–\u20606</p><p><math alttext='a+b'><mi>x</mi></math></p>"
    )
    first, formula = [block.words for block in seen(source)]
    assert first == "山(やま) and “yes”, 10⁶, H₂O, 4th, soft 1805–6"
    assert formula == "a+b"


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        (
            "<mi>x</mi><mo>=</mo><mfrac><mrow><mi>b</mi><mo>±</mo><msqrt><msup><mi>b</mi><mn>2</mn></msup>"
            "<mo>−</mo><mn>4</mn></msqrt></mrow><mrow><mn>2</mn><mi>a</mi></mrow></mfrac>",
            "x=(b±√(b²−4))/(2a)",
        ),
        ("<mfrac><mn>1</mn><mn>2</mn></mfrac><mi>m</mi><msup><mi>v</mi><mi>k</mi></msup>", "1/2 mv^k"),
        (
            "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>"
            "<msub><mi>x</mi><mi>i</mi></msub>",
            "∑_(i=1)^n x_i",
        ),
        ("<mo>(</mo><mfrac linethickness='0'><mi>n</mi><mi>k</mi></mfrac><mo>)</mo>", "(n; k)"),
        ("<mi>sin</mi><mi>x</mi><mo>+</mo><mover><mi>v</mi><mo>→</mo></mover>", "sin x+v\u20d7"),
        (
            "<semantics><apply><times/><ci>a</ci></apply><annotation-xml encoding='MathML-Presentation'>"
            "<msup><mi>a</mi><mn>2</mn></msup></annotation-xml></semantics>",
            "a²",
        ),
        (
            "<semantics><mrow><mi>a</mi><mo>\u2062</mo><msub><mi>b</mi><mn>1</mn></msub></mrow>"
            "<annotation encoding='application/x-tex'>a b_1</annotation></semantics>",
            "ab₁",
        ),
        (
            "<mfenced><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr>"
            "<mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable></mfenced>",
            "(1, 0; 0, 1)",
        ),
    ],
)
def test_a_formula_is_one_line_of_signs(formula: str, words: str) -> None:
    assert seen(f"<p>a <math>{formula}</math></p>") == [Seen("paragraph", f"a {words}")]


def test_a_displayed_formula_stands_by_itself() -> None:
    source = "<p>It is <math display=block alttext='{\\x}'><mi>x</mi></math> then.</p>"
    assert [block.words for block in seen(source)] == ["It is", "x", "then."]


def test_what_is_hidden_or_run_is_not_read() -> None:
    source = (
        "<p hidden>a</p><p style='display: none'>b</p><script>c</script><style>d</style>"
        "<template>e</template>"
        "<p style='color: red' onclick='x()'>Words</p><!-- f --><noscript>g</noscript>"
        "<textarea>h</textarea>"
    )
    assert [block.words for block in seen(source)] == ["Words"]


def test_the_main_content_is_read_and_not_what_surrounds_it() -> None:
    article = (
        "<article><header><h1>The siege</h1></header><p>All winter the wall stood.</p>"
        "<footer>By A.</footer></article>"
    )
    source = (
        "<title>The siege – Site</title><meta name=author content='Anna Verl'><html lang=de>"
        f"<header><a href=/>Home</a></header><nav>Menu</nav><div>{article}</div><aside>More</aside>"
        f"<form><button>Send</button></form>"
        "<footer>Imprint</footer>"
    )
    document = read(source)
    assert document.text == "The siege\n\nAll winter the wall stood.\n\nBy A."
    assert (document.title, document.author, document.format) == ("The siege", "Anna Verl", "html")
    assert document.text in read(f"<header>Top</header><main>{article}</main><div>Side</div>").text
    assert "Side" not in read(f"<header>Top</header><main>{article}</main><div>Side</div>").text


def test_a_title_and_notes_beside_the_main_content_are_kept() -> None:
    source = (
        "<header><h1>Letters</h1><p>From the front</p></header>"
        "<p>Dear Anna<sup><a href='#fn1'>1</a></sup></p><footer class='footnotes'><ol><li id=fn1>His sister. "
        "<a class='footnote-back' href='#r'>↩</a></ol></footer>"
    )
    document = read(source)
    assert document.text == "Letters\n\nFrom the front\n\nDear Anna[1]\n\nHis sister."
    assert [document.text[m.note_start : m.note_end] for m in document.note_marks] == ["His sister."]


def test_a_page_of_nothing_but_menus_is_shown_whole() -> None:
    assert seen("<nav><ul><li>Home</ul></nav>") == [Seen("item", "Home", 0, "•")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'<meta charset="windows-1251"><p>\xcf\xf0\xe8\xe2\xe5\xf2</p>', "Привет"),
        (b'<meta charset="iso-8859-1"><p>\x93caf\xe9\x94</p>', "“café”"),
        ('<meta charset="windows-1251"><p>Привет</p>'.encode(), "Привет"),
        ("<p>Привет</p>".encode("utf-16"), "Привет"),
        (b'<meta charset="utf-7"><p>+ADw-script+AD4-</p>', "+ADw-script+AD4-"),
        ('<?xml version="1.0" encoding="shift_jis"?><html><p>草枕</p></html>'.encode("shift_jis"), "草枕"),
    ],
)
def test_the_encoding_is_marked_declared_or_found(data: bytes, words: str) -> None:
    assert read(data).text == words


def test_what_is_nested_too_deep_is_read_as_words() -> None:
    document = read("<p>Before</p>" + "<div>" * 100_000 + "within")
    assert document.text == "Before\n\nwithin"
    assert "nested so deep" in document.warnings[0]


def test_signs_that_cannot_be_shown_are_blanks() -> None:
    document = read("<p>&#x1e; &#11;Words&#127;</p><pre><p>&#x1f; more</p></pre><p>&#x1e;</p>")
    assert [document.text[block.start : block.end] for block in document.blocks] == ["Words", "more"]


def test_an_element_of_a_hundred_thousand_attributes_is_no_burden() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(100_000))
    assert read(f"<p {attributes}>Words</p>").text == "Words"


def test_definitions_explain_their_terms() -> None:
    document = read("<p>A <dfn title='keep, the'>keep</dfn> is a tower.</p>")

    found = [(g.term, document.text[g.start : g.end]) for g in document.glosses]
    assert found == [("keep, the", "A keep is a tower.")]


def glosses(source: str) -> list[tuple[str, str]]:
    document = read(source)
    return [(gloss.term, document.text[gloss.start : gloss.end]) for gloss in document.glosses]


def test_a_list_of_definitions_explains_its_terms() -> None:
    source = (
        "<h2>Words</h2><dl><dt>ravelin:</dt><dd>An outwork of two faces.</dd>"
        "<div><dt>glacis</dt><dt>talus</dt><dd>The bare slope before it.</dd></div></dl>"
    )
    assert glosses(source) == [
        ("ravelin", "An outwork of two faces."),
        ("glacis", "The bare slope before it."),
        ("talus", "The bare slope before it."),
    ]


@pytest.mark.parametrize(
    "pairs",
    [
        [("ravelin", "An outwork of two faces.")],
        [("Author", "Anna Verl"), ("Pages", "312"), ("Price", "two pounds")],
        [("Anna", "I have seen them come."), ("Verl", "How many were there?"), ("Anna", "More than we are.")],
        [("What is a ravelin?", "It is an outwork."), ("How high is it?", "As high as a man is.")],
        [("May 1643", "The siege of the town begins."), ("June 1644", "The siege of the town ends.")],
    ],
)
def test_a_list_of_pairs_that_defines_nothing_is_no_glossary(pairs: list[tuple[str, str]]) -> None:
    assert not glosses("<dl>" + "".join(f"<dt>{one}</dt><dd>{two}</dd>" for one, two in pairs) + "</dl>")


_NAMES = (
    "p b i a ul ol li dl dt dd table tr td th caption pre br hr h1 h3 blockquote div span sup figure "
    "figcaption "
    "img dfn ruby rt q svg math section nav main article"
)
_TAGS = st.sampled_from(_NAMES.split())
_CLASSES = st.sampled_from(["poem", "pagenum", "glossary"])
_PIECES = st.one_of(
    st.builds("<{}>".format, _TAGS),
    st.builds("</{}>".format, _TAGS),
    st.builds(
        "<{} class='{}' id=x href='#x' start=2>".format,
        _TAGS,
        st.sampled_from(["poem", "pagenum", "glossary"]),
    ),
    st.sampled_from([" ", "\n", "\t", "words", "two words ", "\xa0", "&nbsp;", "\u2028", "&shy;", "😀"]),
)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_whatever_the_tags_the_document_keeps_its_rules(source: str) -> None:
    document = read(source)
    reached = 0
    for block in document.blocks:
        words = document.text[block.start : block.end]
        assert reached <= block.start < block.end <= len(document.text)
        assert words.strip()
        if block.kind is not BlockKind.PREFORMATTED:
            assert words == words.strip()
        reached = block.end
    spans = [(b.start, b.end) for b in document.blocks]
    assert list(document.styles) == sorted(document.styles, key=lambda run: run.start)
    for run in document.styles:
        assert any(start <= run.start < run.end <= end for start, end in spans)
    for link in document.links:
        assert 0 <= link.start < link.end <= len(document.text)
        assert 0 <= link.place <= len(document.text)


def test_lists_of_links_about_the_site_are_known_by_their_classes_too() -> None:
    source = (
        "<div class='nav-panel top'>Next: <a href='b.html'>The Walls of Aldmere</a>, <a href='a.html'>Up</a>"
        "</div><p>Words <a class='menu' href='#a'></a></p><div class=sidebar><p>An aside that is to be read: "
        "<a href='c.html'>see</a>.</div><ul class=breadcrumbs><li><a href='/'>Home</a></ul>"
    )
    assert seen(source) == [
        Seen("paragraph", "Words"),
        Seen("paragraph", "An aside that is to be read: see."),
    ]


def test_the_sign_that_leads_from_a_heading_to_itself_is_left_out() -> None:
    source = "<h2 id=a>The Walls<a class=headerlink href='#a' title='Permalink'>¶</a></h2><p>Words."
    assert seen(source)[0] == Seen("heading", "The Walls", 2)


def test_a_caption_is_short_and_says_something() -> None:
    figure = "<figure><img src='a.png' alt='Walls'/><figcaption>{}</figcaption></figure>"
    assert seen(figure.format("<p>The walls.</p>"))[-1] == Seen("caption", "The walls.")
    assert seen(figure.format("\n<b>Walls</b>")) == [Seen("picture", "Walls")]
    story = "The walls stood all winter. " * 20
    assert [one.kind for one in seen(figure.format(f"<p>{story}</p><p>{story}</p><p>They fell.</p>"))] == [
        "picture",
        "paragraph",
        "paragraph",
        "paragraph",
    ]


def test_verse_in_an_item_has_its_marker() -> None:
    source = "<ol><li><div class='verse'>One<br>two</div></li><li>three</li></ol>"
    assert seen(source) == [
        Seen("verse", "One", 0, "1."),
        Seen("verse", "two"),
        Seen("item", "three", 0, "2."),
    ]


def test_a_page_of_project_gutenberg_is_told_from_its_notices() -> None:
    page = (
        "<html><head><title>The Project Gutenberg eBook of Two Plays, by Anna Verl</title></head><body>"
        "<pre>\nTitle: Two Plays for Winter\n\nAuthor: Anna Verl\n\nLanguage: English\n\n"
        "*** START OF THIS PROJECT GUTENBERG EBOOK TWO PLAYS ***\n</pre>"
        "<h1>TWO PLAYS</h1><p>It snowed.</p><pre>End of Project Gutenberg's Two Plays\n\n"
        "*** END OF THIS PROJECT GUTENBERG EBOOK TWO PLAYS ***\n</pre><p>The licence.</p></body></html>"
    )
    document = read_html(page.encode(), "a.html", "a")
    assert (document.title, document.author, document.language) == ("Two Plays for Winter", "Anna Verl", "en")
    assert document.work is not None
    assert document.text[document.work.start : document.work.end].split() == ["TWO", "PLAYS", "It", "snowed."]


def test_what_only_speaks_of_project_gutenberg_is_a_whole_work() -> None:
    page = "<title>Our libraries</title><p>Project Gutenberg is the oldest of them.</p>"
    document = read_html(page.encode(), "a.html", "a")
    assert (document.title, document.work) == ("Our libraries", None)


def test_rules_without_anything_between_are_one() -> None:
    kinds = [block.kind for block in seen("<p>One.</p><hr/><div><hr/></div> <hr/><p>Two.</p>")]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.RULE, BlockKind.PARAGRAPH]


def test_a_heading_that_is_a_link_to_itself_is_read() -> None:
    body = '<main><h2 id="a"><a class="header" href="#a">The Gate</a></h2><p>It stood open.</p></main>'
    away = '<div class="header"><a href="/">Home</a></div>'
    assert [section.title for section in read(f"<body>{away}{body}</body>").sections] == ["The Gate"]


@pytest.mark.parametrize("start", ["", "<?xml version='1.0'?>"])
def test_ligatures_are_read_as_letters(start: str) -> None:
    source = f"{start}<html><body><p>The ﬁrst oﬃce, ﬂat and oﬀ; the beﬅ ﬆone. ﬔ</p></body></html>"
    assert read(source).text == "The first office, flat and off; the best stone. ﬔ"
