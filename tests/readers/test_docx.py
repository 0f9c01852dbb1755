from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import STRICT, WORD, paragraph, part, relations, style, word_file, words

from companion.core.document import Style
from companion.readers import UnreadableError
from companion.readers.docx import read_docx
from companion.readers.pictures import picture_bytes

if TYPE_CHECKING:
    from companion.core.document import Document

JPEG = b"\xff\xd8\xff and more"
PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="{1}"/><a:graphic><a:graphicData>'
    '<pic:pic><pic:blipFill><a:blip r:{2}="{0}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)
WALLS = ("p", "image", "media/walls.jpg")
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
MEDIA: dict[str, str | bytes] = {"word/media/walls.jpg": JPEG}


def read(data: bytes) -> Document:
    return read_docx(data, "book.docx", "book")


def seen(document: Document) -> list[tuple[str, str, int, str]]:
    text = document.text
    return [(b.kind.value, text[b.start : b.end], b.level, b.marker) for b in document.blocks]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [found[:2] for found in seen(document)]


def field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code[:5]}</w:instrText></w:r><w:r><w:instrText>{code[5:]}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_what_the_file_states() -> None:
    core = (
        "<dc:title>The Siege</dc:title><dc:creator>Anna Verl; Windows User;Bertha Ende</dc:creator>"
        "<dc:language>en-GB</dc:language><dc:identifier>urn:1</dc:identifier>"
    )
    document = read(word_file(paragraph("One."), core=core))
    stated = (document.title, document.author, document.language, document.identifier, document.format)
    assert stated == ("The Siege", "Anna Verl, Bertha Ende", "en-gb", "urn:1", "docx")


@pytest.mark.parametrize("junk", ["", "Microsoft Word - siege.doc", "Dokument1", "siege.docx"])
def test_a_title_that_only_a_program_would_give_is_none(junk: str) -> None:
    core = f"<dc:title>{junk}</dc:title>"
    body = paragraph("The Siege", "Title") + paragraph("One", "Heading1") + paragraph("Words.")
    document = read(word_file(body, core=core))
    assert document.title == "The Siege"
    assert [(s.title, s.level) for s in document.sections] == [("One", 1)]
    assert read(word_file(paragraph("Words."), core=core)).title == "book"


def test_headings_by_name_by_outline_and_by_what_they_are_based_on() -> None:
    styles = (
        style("H", "heading 1,Chapter")
        + style("mine", "My own", based="H")
        + style("berschrift2", "")
        + style("outlined", "Part", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
        + style("body", "Looks like one", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', based="H")
        + style("round", "a", based="trip")
        + style("trip", "b", based="round")
    )
    names = ("H", "mine", "berschrift2", "outlined", "body", "round", "Titre3", "Heading 9", "none")
    body = "".join(paragraph(name, name) for name in names)
    body += paragraph("direct", properties='<w:outlineLvl w:val="0"/>')
    body += paragraph("long " * 100, "H")
    assert [found[:3] for found in seen(read(word_file(body, styles=styles)))][:-1] == [
        ("heading", "H", 1),
        ("heading", "mine", 1),
        ("heading", "berschrift2", 2),
        ("heading", "outlined", 3),
        ("paragraph", "body", 0),
        ("paragraph", "round", 0),
        ("heading", "Titre3", 3),
        ("heading", "Heading 9", 6),
        ("paragraph", "none", 0),
        ("heading", "direct", 1),
    ]


def test_other_kinds_of_paragraphs() -> None:
    styles = style("a", "Intense Quote") + style("b", "caption") + style("c", "HTML Preformatted")
    body = (
        paragraph("Said.", "a")
        + paragraph("A wall", "b")
        + paragraph("x = 1", "c")
        + paragraph(
            "<w:r><w:t xml:space='preserve'>  y  =</w:t><w:tab/><w:t>2</w:t><w:br/><w:t>z</w:t></w:r>", "c"
        )
        + paragraph("<w:r><w:t>Roses are red,</w:t><w:br/><w:t>violets blue</w:t></w:r>")
        + paragraph('<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>')
        + paragraph(
            "<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:noBreakHyphen/><w:t>th</w:t><w:softHyphen/></w:r>"
        )
        + "<w:p/>"
    )
    assert kinds(read(word_file(body, styles=styles))) == [
        ("quotation", "Said."),
        ("caption", "A wall"),
        ("preformatted", "x = 1\n  y  =\t2\nz"),
        ("verse", "Roses are red,"),
        ("verse", "violets blue"),
        ("rule", "* * *"),
        ("paragraph", "One two-th"),
    ]


def test_styles_of_words() -> None:
    styles = style("E", "Emphasis", "<w:rPr><w:i/></w:rPr>", "character") + style(
        "V", "Verbatim Char", kind="character", based="E"
    )
    runs = (
        words("a ", "<w:b/>")
        + words("b ", '<w:b w:val="1"/><w:i w:val="0"/>')
        + words("c ", '<w:rStyle w:val="E"/>')
        + words("d ", '<w:rStyle w:val="E"/><w:i w:val="false"/>')
        + words("e ", '<w:rStyle w:val="V"/>')
        + words("f ", '<w:rFonts w:ascii="Courier New"/>')
        + words("10", "")
        + words("6", '<w:vertAlign w:val="superscript"/>')
    )
    document = read(word_file(paragraph(runs), styles=styles))
    assert document.text == "a b c d e f 10⁶"
    assert [(document.text[r.start : r.end].strip(), r.style) for r in document.styles] == [
        ("a b", Style.STRONG),
        ("c", Style.EMPHASIS),
        ("e", Style.EMPHASIS),
        ("e f", Style.CODE),
    ]


def test_hidden_words_are_left_out_and_told() -> None:
    styles = style("S", "secret", "<w:rPr><w:vanish/></w:rPr>")
    body = paragraph(words("Seen") + words(" unseen", "<w:vanish/>")) + paragraph("Unseen", "S")
    body += paragraph(words("seen again", '<w:vanish w:val="0"/>'), "S")
    document = read(word_file(body, styles=styles))
    assert kinds(document) == [("paragraph", "Seen"), ("paragraph", "seen again")]
    assert [str(told) for told in document.warnings] == ["Words that are marked as hidden were left out."]


def test_changes_that_were_tracked_are_accepted() -> None:
    body = (
        paragraph(
            words("Ann")
            + f"<w:del>{words('e').replace('w:t', 'w:delText')}</w:del><w:ins>{words('a')}</w:ins>"
            + f"<w:moveFrom>{words(' gone')}</w:moveFrom><w:moveTo>{words(' here')}</w:moveTo>"
        )
        + paragraph("One ", properties="<w:rPr><w:del/></w:rPr>")
        + paragraph("paragraph.")
        + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>"
        + paragraph("Deleted row")
        + "</w:tc></w:tr></w:tbl>"
    )
    document = read(word_file(body))
    assert kinds(document) == [("paragraph", "Anna here"), ("paragraph", "One paragraph.")]
    assert [str(told)[:16] for told in document.warnings] == ["What was deleted"]


def test_comments_headers_and_chunks_are_left_out() -> None:
    body = paragraph(
        '<w:commentRangeStart w:id="0"/>' + words("One.") + '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    extra: dict[str, str | bytes] = {
        "word/comments.xml": part("comments", f"<w:comment>{paragraph('A comment')}</w:comment>"),
        "word/header1.xml": part("hdr", paragraph("A header")),
    }
    related = (("c", "comments", "comments.xml"), ("h", "header", "header1.xml"), ("x", "aFChunk", "x.html"))
    document = read(word_file(body + '<w:altChunk r:id="x"/>', related=related, extra=extra))
    assert document.text == "One."
    assert [str(told) for told in document.warnings] == [
        "Comments on the text were left out.",
        "What the file only refers to, such as pictures elsewhere, was left out.",
    ]


def link(attribute: str, said: str) -> str:
    return f"<w:hyperlink {attribute}>{words(said)}</w:hyperlink>"


def test_links_lead_to_bookmarks_and_addresses() -> None:
    links = (
        link('w:anchor="there"', "within"),
        link('r:id="o"', " without"),
        link('r:id="o" w:anchor="a"', " further"),
        link('r:id="j"', " bad"),
        link('w:anchor="no"', " nowhere"),
    )
    simple = '<w:fldSimple w:instr=" HYPERLINK \\l &quot;there&quot; ">' + words("simple") + "</w:fldSimple>"
    body = (
        paragraph("".join(links))
        + paragraph(field(' HYPERLINK "http://b.example/c" ', words("field")))
        + paragraph(field(" REF there \\h", words("see")))
        + paragraph(simple)
        + paragraph('<w:bookmarkStart w:id="1" w:name="there"/>' + words("There."))
    )
    related = (("o", "hyperlink", "http://a.example/"), ("j", "hyperlink", "javascript:alert(1)"))
    document = read(word_file(body, related=related))
    there = document.text.index("There.")
    found = [(document.text[k.start : k.end].strip(), k.address or k.place) for k in document.links]
    assert found == [
        ("within", there),
        ("without", "http://a.example/"),
        ("further", "http://a.example/#a"),
        ("field", "http://b.example/c"),
        ("see", there),
        ("simple", there),
    ]


def test_codes_of_fields_are_not_shown_unless_they_never_end() -> None:
    nested = field(" IF ", words("shown")).replace(
        '<w:r><w:fldChar w:fldCharType="separate"',
        field("X", words("not")) + '<w:r><w:fldChar w:fldCharType="separate"',
        1,
    )
    assert read(word_file(paragraph(nested))).text == "shown"
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE cmd</w:instrText></w:r>'
    assert read(word_file(paragraph(begun + words("kept")) + paragraph("too"))).text == "kept\n\ntoo"


def test_a_line_of_contents_has_no_page_number() -> None:
    line = '<w:hyperlink w:anchor="a">' + words("Chapter") + "<w:r><w:tab/></w:r>"
    line += field(" PAGEREF a \\h ", words("17")) + "</w:hyperlink>"
    body = paragraph(line, "TOC2") + paragraph('<w:bookmarkStart w:name="a"/>' + words("Chapter"), "Heading2")
    document = read(word_file(body))
    assert seen(document) == [("item", "Chapter", 1, ""), ("heading", "Chapter", 2, "")]
    assert len(document.links) == 1


def test_notes_stand_at_the_end_and_are_whole() -> None:
    first = paragraph("<w:r><w:footnoteRef/></w:r>" + words(" First.")) + paragraph("More of it.")
    second = paragraph(words("Second.") + '<w:r><w:endnoteReference w:id="1"/></w:r>')
    footnotes = (
        f'<w:footnote w:id="0">{paragraph("<w:r><w:separator/></w:r>")}</w:footnote>'
        f'<w:footnote w:id="5">{first}</w:footnote><w:footnote w:id="7">{second}</w:footnote>'
    )
    endnotes = '<w:endnote w:id="1">' + paragraph("Last.") + "</w:endnote>"
    body = paragraph(
        words("One") + '<w:r><w:footnoteReference w:id="5"/></w:r>' + words(" two")
        + '<w:r><w:footnoteReference w:id="7" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
        + '<w:r><w:footnoteReference w:id="99"/></w:r>'
    )  # fmt: skip
    document = read(word_file(body, footnotes=footnotes, endnotes=endnotes))
    assert seen(document) == [
        ("paragraph", "One[1] two*[3]", 0, ""),
        ("rule", "* * *", 0, ""),
        ("item", "First.", 0, "1."),
        ("item", "More of it.", 0, ""),
        ("item", "Second.[i]", 0, "*"),
        ("item", "Last.", 0, "i."),
    ]
    text = document.text
    assert [(text[n.start : n.end], text[n.note_start : n.note_end]) for n in document.note_marks] == [
        ("[1]", "First.\n\nMore of it."),
        ("*", "Second.[i]"),
        ("[i]", "Last."),
    ]


def test_tables_of_data_and_of_layout() -> None:
    def cell(content: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(content)}</w:tc>"

    data = (
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
        + cell("Year") + cell("Losses", '<w:gridSpan w:val="2"/>') + "</w:tr><w:tr>"
        + cell("1812", '<w:vMerge w:val="restart"/>') + cell("many") + cell("men")
        + "</w:tr><w:sdt><w:sdtContent><w:tr>" + cell("", "<w:vMerge/>") + cell("few")
        + "</w:tr></w:sdtContent></w:sdt></w:tbl>"
    )  # fmt: skip
    layout = f"<w:tbl><w:tr>{cell('Left')}{cell('right ' * 100)}</w:tr></w:tbl>"
    document = read(word_file(data + layout))
    assert [found[0] for found in kinds(document)] == ["table", "paragraph", "paragraph"]
    (table,) = document.tables
    assert [(document.text[c.start : c.end], *c[2:]) for c in table.cells] == [
        ("Year", 0, 0, 1, 1, True),
        ("Losses", 0, 1, 1, 2, True),
        ("1812", 1, 0, 2, 1, False),
        ("many", 1, 1, 1, 1, False),
        ("men", 1, 2, 1, 1, False),
        ("few", 2, 1, 1, 1, False),
    ]


def test_pictures_have_their_parts() -> None:
    body = (
        paragraph(PICTURE.format("p", "The walls", "embed"))
        + paragraph(words("Seen ") + PICTURE.format("p", "afar", "embed"))
        + paragraph(PICTURE.format("e", "elsewhere", "link"))
        + paragraph(PICTURE.format("out", "outside", "embed"))
    )
    related = (WALLS, ("e", "image", "http://a.example/x.png"), ("out", "image", "../../../etc/passwd"))
    data = word_file(body, related=related, extra=MEDIA)
    document = read(data)
    assert kinds(document) == [
        ("picture", "The walls"),
        ("paragraph", "Seen afar"),
        ("picture", "elsewhere"),
        ("picture", "outside"),
    ]
    assert [(document.text[p.start : p.end], p.source) for p in document.pictures] == [
        ("The walls", "word/media/walls.jpg"),
        ("afar", "word/media/walls.jpg"),
    ]
    assert document.cover == "word/media/walls.jpg"
    assert picture_bytes(data, "docx", document.cover) == JPEG
    assert len(document.warnings) == 1


def test_text_boxes_stand_after_their_paragraph_and_once() -> None:
    inner = f"<w:txbxContent>{paragraph('In the box', 'Heading2')}</w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><wp:docPr descr=''/>"
        f"<wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = paragraph(words("Before ") + box + words("after")) + paragraph(
        box + PICTURE.format("p", "", "embed")
    )
    document = read(word_file(body, related=(WALLS,), extra=MEDIA))
    assert kinds(document) == [
        ("paragraph", "Before after"),
        ("heading", "In the box"),
        ("picture", "walls"),
        ("heading", "In the box"),
    ]


def formula(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


def test_what_wraps_words_is_looked_through() -> None:
    ruby = "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"
    symbols = (("Symbol", "F061"), ("Wingdings", "F0E0"), ("Webdings", "F001"), ("Arial", "zz"))
    signs = "".join(f'<w:sym w:font="{font}" w:char="{code}"/>' for font, code in symbols)
    fraction = f"<m:f><m:num>{formula('a+b')}</m:num><m:den>{formula('2')}</m:den></m:f>"
    power = f"<m:sSup><m:e>{formula('x')}</m:e><m:sup>{formula('2')}</m:sup></m:sSup>"
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('One')}</w:sdtContent></w:sdt>"
        + paragraph(f"<w:smartTag>{words('two')}<w:customXml>{words(' three')}</w:customXml></w:smartTag>")
        + paragraph(ruby.format(words("kan"), words("漢")))
        + paragraph(f"<w:r>{signs}</w:r>")
        + paragraph(f"<m:oMath>{fraction}{formula('=')}{power}</m:oMath>")
    )
    assert read(word_file(body)).text.split("\n\n") == ["One", "two three", "漢(kan)", "α→□", "(a+b)/2=x²"]


def test_sums_limits_and_matrices_of_formulas_are_told_in_signs() -> None:
    def inside(name: str, words: str) -> str:
        return f"<m:{name}>{formula(words)}</m:{name}>"

    total = f"<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr>{inside('sub', 'i=1')}{inside('sup', 'n')}"
    both = f"<m:sSubSup>{inside('e', 'x')}{inside('sub', '1')}{inside('sup', '2')}</m:sSubSup>"
    row = f"<m:mr>{inside('e', 'a')}{inside('e', 'b')}</m:mr>"
    brackets = "<m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr>"
    matrix = f"<m:d>{brackets}<m:e><m:m>{row}{row}</m:m></m:e></m:d>"
    body = f"<m:oMath>{total}{inside('e', 'i')}</m:nary>{formula('+')}{both}{matrix}</m:oMath>"
    assert read(word_file(paragraph(body))).text == "∑_(i=1)^n i+x₁²[a, b; a, b]"


def test_the_strict_form_is_read_too() -> None:
    data = word_file(paragraph("One.", "Heading1"), styles=style("Heading1", "heading 1"))
    strict = {
        "word/document.xml": part("document", f"<w:body>{paragraph('One.', 'Heading1')}</w:body>").replace(
            WORD, STRICT
        ),
        "_rels/.rels": relations(("m", "officeDocument", "/word/document.xml")).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006",
            "http://purl.oclc.org/ooxml/officeDocument",
        ),
    }
    assert seen(read(data)) == seen(read(word_file("", extra=dict(strict))))


def test_a_document_that_is_not_where_it_should_be_is_looked_for() -> None:
    document = read(word_file(paragraph("One."), extra={"_rels/.rels": ""}))
    assert document.text == "One."
    assert [str(told)[:21] for told in document.warnings] == ["The file does not say"]


@pytest.mark.parametrize("broken", ["", "nothing", "\0"])
def test_a_file_without_a_document_is_refused(broken: str) -> None:
    with pytest.raises(UnreadableError, match=r"book\.docx"):
        read(word_file("", extra={"word/document.xml": broken}))


def test_damage_is_told() -> None:
    source = part("document", f"<w:body>{paragraph('One.')}{paragraph('Two.')}</w:body>")
    document = read(word_file("", extra={"word/document.xml": source[:-60]}))
    assert document.text.startswith("One.")
    assert "damaged" in str(document.warnings[0])


def test_entities_from_outside_are_not_followed() -> None:
    head = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "why">]>'
    source = part("document", f"<w:body>{paragraph(words('One &x;two &y;.'))}</w:body>")
    document = read(word_file("", extra={"word/document.xml": source.replace("<w:doc", f"{head}<w:doc", 1)}))
    assert document.text == "One two why."
    assert len(document.warnings) == 1


def test_tables_nested_without_end_are_read_as_words() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 120 + paragraph("Deep.") + "</w:tc></w:tr></w:tbl>" * 120
    assert read(word_file(body)).text == "Deep."


INNER = st.sampled_from(
    (
        words("One two "),
        words(" three", "<w:b/><w:i/>"),
        words("unseen", "<w:vanish/>"),
        "<w:r><w:tab/></w:r>",
        "<w:r><w:br/></w:r>",
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r><w:instrText>HYPERLINK http://a.example/</w:instrText></w:r>",
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        link('w:anchor="b"', "linked"),
        '<w:bookmarkStart w:name="b"/>',
        PICTURE.format("p", "The walls", "embed"),
        f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('Box')}</w:txbxContent></v:textbox></w:pict></w:r>",
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>",
    )
)
PARAGRAPHS = st.builds(
    paragraph,
    st.lists(INNER, max_size=5).map("".join),
    st.sampled_from(("", "Heading1", "Title", "Quote", "TOC1", "SourceCode", "Caption")),
    st.sampled_from(
        (
            "",
            "<w:rPr><w:del/></w:rPr>",
            '<w:numPr><w:numId w:val="1"/></w:numPr>',
            '<w:outlineLvl w:val="2"/>',
        )
    ),
)
BLOCKS = st.recursive(
    PARAGRAPHS,
    lambda blocks: st.one_of(
        blocks.map("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format),
        st.lists(st.lists(blocks.map("<w:tc>{}</w:tc>".format), max_size=3), max_size=3).map(
            lambda rows: f"<w:tbl>{''.join(f'<w:tr>{chr(32).join(row)}</w:tr>' for row in rows)}</w:tbl>"
        ),
    ),
    max_leaves=8,
)


@given(st.lists(BLOCKS, max_size=5))
def test_whatever_is_put_together_makes_an_orderly_document(blocks: list[str]) -> None:
    document = read(
        word_file(
            "".join(blocks),
            numbering=NUMBERING,
            footnotes=f'<w:footnote w:id="1">{paragraph("Note.")}</w:footnote>',
            related=(WALLS,),
            extra=MEDIA,
        )
    )
    reached = 0
    for block in document.blocks:
        said = document.text[block.start : block.end]
        assert reached <= block.start < block.end <= len(document.text)
        assert said.rstrip() == said != ""
        reached = block.end
    for found in (*document.styles, *document.pictures, *document.links, *document.note_marks):
        holder = document.block_at(found.start)
        assert holder is not None
        assert holder.start <= found.start < found.end <= holder.end
    assert {document.text[n.note_start : n.note_end] for n in document.note_marks} <= {"Note."}
    for table in document.tables:
        assert all(table.start <= cell.start <= cell.end <= table.end for cell in table.cells)
