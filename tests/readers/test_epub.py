from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from epub_books import book, nav, package, page, small_book

from companion.core.document import BlockKind, Document
from companion.readers import UnreadableError, read_document
from companion.readers.epub import read_epub

WAR_AND_PEACE = Path(__file__).resolve().parents[3] / "shared" / "readings" / "war_and_peace_se.epub"


def read(data: bytes) -> Document:
    return read_epub(data, "book.epub", "book")


def words(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def sections(document: Document) -> list[tuple[str, int, str]]:
    return [(s.title, s.level, document.text[s.start : s.end].strip()) for s in document.sections]


def test_the_pages_stand_in_the_order_of_the_spine() -> None:
    pages: dict[str, str | bytes] = {
        f"OPS/{n}.xhtml": page(f"<p>{n}</p>") for n in ("one", "two", "three", "four")
    }
    items = {n: f"{n}.xhtml" for n in ("four", "three", "two", "one")}
    document = read(book({"OPS/book.opf": package(items, ["four?", "one", "two?", "three"]), **pages}))
    assert words(document) == ["four", "one", "three", "two"]


def test_what_the_package_states() -> None:
    metadata = (
        '<dc:creator id="a">Anna Verl</dc:creator><dc:creator id="b">Bertha Ende</dc:creator>'
        '<meta refines="#a" property="role">aut</meta><meta refines="#b" property="role">ill</meta>'
    )
    opf = package({"c1": "c1.xhtml"}, ["c1"], metadata=metadata)
    document = read(book({"OPS/book.opf": opf, "OPS/c1.xhtml": page("<p>Words</p>")}))
    stated = (document.title, document.author, document.language, document.identifier, document.format)
    assert stated == ("The Siege", "Anna Verl", "en-gb", "urn:isbn:9780000000002", "epub")


def test_the_contents_make_the_sections() -> None:
    contents = nav(
        '<li><a href="c1.xhtml">Part <i>One</i></a><ol><li><a href="c1.xhtml#a">Alpha</a></li>'
        '<li><a href="c2.xhtml">Beta</a></li></ol></li>',
        '<li><a href="missing.xhtml">Nowhere</a></li>',
    )
    document = read(
        small_book('<p>Before</p><p id="a">Alpha is here.</p>', "<p>Beta is here.</p>", contents=contents)
    )
    assert sections(document) == [
        ("Part One", 1, "Before\n\nAlpha is here.\n\nBeta is here."),
        ("Alpha", 2, "Alpha is here."),
        ("Beta", 2, "Beta is here."),
    ]


def test_a_line_of_the_contents_without_a_link_stands_for_what_is_below_it() -> None:
    contents = nav(
        '<li><span>Part One</span><ol><li><a href="c1.xhtml">Alpha</a></li></ol></li>',
        '<li><span>Part Two</span><ol><li><a href="c2.xhtml">Beta</a></li></ol></li>',
    )
    document = read(small_book("<p>First.</p>", "<p>Second.</p>", contents=contents))
    assert sections(document) == [
        ("Part One", 1, "First."),
        ("Alpha", 2, "First."),
        ("Part Two", 1, "Second."),
        ("Beta", 2, "Second."),
    ]


def test_a_line_of_the_contents_that_is_a_picture_is_called_as_it_is_described() -> None:
    picture = '<a href="c{}.xhtml"><img src="a.png" alt="{}" title="A gate"/></a>'
    contents = nav(f"<li>{picture.format(1, 'Alpha')}</li>", f"<li>{picture.format(2, '')}</li>")
    document = read(small_book("<p>First.</p>", "<p>Second.</p>", contents=contents))
    assert sections(document) == [("Alpha", 1, "First."), ("A gate", 1, "Second.")]


def test_contents_that_are_read_have_no_numbers() -> None:
    files = {
        "OPS/book.opf": package({"n": "nav.xhtml|nav", "a": "c1.xhtml"}, ["n", "a"]),
        "OPS/nav.xhtml": nav('<li><a href="c1.xhtml">1. One</a></li>'),
        "OPS/c1.xhtml": page("<p>Words</p><ol><li>item</li></ol>"),
    }
    document = read_epub(book(files), "book.epub", "book")
    assert [block.marker for block in document.blocks] == ["•", "", "1."]


def test_an_ncx_serves_as_contents() -> None:
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint>'
        "<navLabel><text>One</text></navLabel>"
        '<content src="c%201.xhtml"/><navPoint><navLabel><text>Inner</text></navLabel>'
        '<content src="c%201.xhtml#in"/></navPoint></navPoint></navMap><pageList><pageTarget>'
        '<navLabel><text>vii</text></navLabel><content src="c%201.xhtml#in"/></pageTarget></pageList></ncx>'
    )
    opf = package({"c1": "c%201.xhtml", "ncx": "toc.ncx"}, ["c1"], toc="ncx")
    document = read(
        book(
            {
                "OPS/book.opf": opf,
                "OPS/toc.ncx": ncx,
                "OPS/c 1.xhtml": page('<p>First.</p><p id="in">Second.</p>'),
            }
        )
    )
    assert sections(document) == [("One", 1, "First.\n\nSecond."), ("Inner", 2, "Second.")]
    assert [(name.name, document.text[name.offset :]) for name in document.place_names] == [
        ("vii", "Second.")
    ]


def test_headings_make_the_sections_where_there_are_no_contents() -> None:
    document = read(small_book("<h1>One</h1><p>Words.</p><h2>Inner</h2><p>More.</p>"))
    assert [(title, level) for title, level, _ in sections(document)] == [("One", 1), ("Inner", 2)]


def test_notes_are_led_to_from_their_marks() -> None:
    text = (
        '<p>The king<a epub:type="noteref" href="c2.xhtml#n1">1</a> came, and Anna<sup>'
        '<a href="c2.xhtml#n2">2</a></sup> went.</p>'
    )
    notes = (
        '<ol><li id="n1" epub:type="endnote"><p>He was old.</p><p>Very old. '
        '<a href="c1.xhtml#r" epub:type="backlink">↩</a></p></li></ol>'
        '<p><a id="n2" href="c1.xhtml#r">2</a> She was young.</p>'
    )
    document = read(small_book(text, notes))
    found = [
        (document.text[m.start : m.end], document.text[m.note_start : m.note_end])
        for m in document.note_marks
    ]
    assert found == [("[1]", "He was old.\n\nVery old."), ("[2]", "2 She was young.")]
    assert "king[1] came, and Anna[2] went" in document.text
    assert not document.links


def test_links_lead_to_places_and_to_the_web_only() -> None:
    text = (
        '<p><a href="c2.xhtml#x">within</a> <a href="https://example.org/a">web</a> '
        '<a href="javascript:alert(1)">script</a> <a href="file:///etc/passwd">file</a> '
        '<a href="#nowhere">nowhere</a> '
        '<a href="mailto:a@example.org">mail</a></p>'
    )
    document = read(small_book(text, '<p>Far.</p><p id="x">There.</p>'))
    found = {document.text[link.start : link.end]: link for link in document.links}
    assert set(found) == {"within", "web", "mail"}
    assert document.text[found["within"].place :] == "There."
    assert (found["web"].place, found["web"].address) == (-1, "https://example.org/a")


def test_printed_pages_are_named_and_not_shown() -> None:
    text = (
        '<p>One <span epub:type="pagebreak" id="p7" title="7">7</span>two.</p>'
        '<p><span class="pagenum">[Pg 8]</span>Three</p>'
    )
    document = read(small_book(text))
    assert words(document) == ["One two.", "Three"]
    assert [(name.name, document.text[name.offset :][:4]) for name in document.place_names] == [
        ("7", "two."),
        ("8", "Thre"),
    ]


def test_a_glossary_of_the_book_is_told() -> None:
    text = (
        '<dl epub:type="glossary"><dt>sally port</dt><dt>postern</dt><dd>A small gate.</dd><dt>moat</dt>'
        "<dd><p>A ditch.</p><p>Often wet.</p></dd></dl><p>A <dfn>keep</dfn> is the last tower.</p>"
        "<dl><dt>No term</dt><dd>Only a list.</dd></dl>"
    )
    document = read(small_book(text))
    assert [(g.term, document.text[g.start : g.end]) for g in document.glosses] == [
        ("sally port", "A small gate."),
        ("postern", "A small gate."),
        ("moat", "A ditch.\n\nOften wet."),
        ("keep", "A keep is the last tower."),
    ]


def test_pages_that_are_pictures() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><title>The walls</title><path d="M0 0"/></svg>'
    opf = package({"c1": "c1.svg", "c2": "old_map.jpg", "c3": "c3.xhtml"}, ["c1", "c2", "c3"])
    data = book(
        {
            "OPS/book.opf": opf,
            "OPS/c1.svg": svg,
            "OPS/old_map.jpg": b"\xff\xd8",
            "OPS/c3.xhtml": page("<p>W</p>"),
        }
    )
    document = read(data)
    assert words(document) == ["The walls", "old map", "W"]
    assert [block.kind for block in document.blocks][:2] == [BlockKind.PICTURE, BlockKind.PICTURE]


def test_a_fallback_stands_in_for_what_cannot_be_read() -> None:
    opf = package({"b": "b.xhtml"}, ["a", "x"]).replace(
        "<manifest>",
        '<manifest><item id="a" href="a.bin" media-type="application/x-a" fallback="b"/>'
        '<item id="x" href="x.bin" media-type="application/x-x" fallback="y"/>'
        '<item id="y" href="y.bin" media-type="application/x-y" fallback="x"/>',
    )
    document = read(book({"OPS/book.opf": opf, "OPS/a.bin": "?", "OPS/b.xhtml": page("<p>Instead.</p>")}))
    assert words(document) == ["Instead."]
    assert "missing" in document.warnings[0]


@pytest.mark.parametrize(
    ("files", "warning"),
    [
        ({"META-INF/container.xml": ""}, "where its parts are"),
        ({"OPS/book.opf": ""}, "list of the book's parts is missing"),
        (
            {"OPS/book.opf": package({"c1": "C1.XHTML", "no": "no.xhtml"}, ["c1", "no", "never"])},
            "2 parts of the book are missing",
        ),
        ({"OPS/book.opf": package({"c1": "elsewhere/c1.xhtml"}, ["c1", "c1"])}, "several times"),
        ({"OPS/book.opf": package({"c1": "c1.xhtml"}, [])}, "in which order"),
        ({"OPS/book.opf": package({"c1": "c1.xhtml"}, ["c1"]).replace("</metadata>", "")}, "was mended"),
        ({"OPS/c1.xhtml": "<html><body><p>Words &foo; <b>no end <p>more"}, "One part of the book is damaged"),
    ],
)
def test_what_is_broken_is_mended_and_told(files: dict[str, str | bytes], warning: str) -> None:
    document = read(small_book("<p>Words</p>", extra=files))
    assert "Words" in document.text
    assert warning in " ".join(document.warnings)


def test_a_wrong_checksum_is_told() -> None:
    body = page("<p>Words</p>").encode()
    data = small_book("<p>Words</p>")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        checksum = archive.getinfo("OPS/c1.xhtml").CRC.to_bytes(4, "little")
    assert len(body) < len(data)
    document = read(data.replace(checksum, b"\1\2\3\4"))
    assert words(document) == ["Words"]
    assert "damaged" in document.warnings[0]


@pytest.mark.parametrize("place", [30, 200, -30])
def test_a_cut_archive_is_refused_in_one_sentence(place: int) -> None:
    with pytest.raises(UnreadableError, match=r"“book.epub” is a damaged or incomplete archive"):
        read(small_book("<p>Words</p>")[:place])


AES = "http://www.w3.org/2001/04/xmlenc#aes256-cbc"


def encryption(algorithm: str, file: str) -> str:
    return (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
        'xmlns:enc="http://www.w3.org/2001/04/xmlenc#">'
        f'<enc:EncryptedData><enc:EncryptionMethod Algorithm="{algorithm}"/><enc:CipherData>'
        f'<enc:CipherReference URI="{file}"/></enc:CipherData></enc:EncryptedData></encryption>'
    )


def test_a_protected_book_is_told_from_one_with_obfuscated_fonts() -> None:
    fonts = {"META-INF/encryption.xml": encryption("http://www.idpf.org/2008/embedding", "OPS/font.otf")}
    assert words(read(small_book("<p>Words</p>", extra={**fonts}))) == ["Words"]
    locked: dict[str, str | bytes] = {
        "META-INF/encryption.xml": encryption(AES, "OPS/c1.xhtml"),
        "OPS/c1.xhtml": b"\x93\x1c\xfe random",
    }
    with pytest.raises(UnreadableError, match="protected by its seller"):
        read(small_book("<p>Words</p>", extra=locked))


def test_a_book_that_wants_a_password_is_not_said_to_be_its_sellers() -> None:
    book = bytearray(small_book("<p>Words</p>"))
    place = book.find(b"PK\x01\x02")
    while place >= 0:
        book[place + 8] |= 1  # encrypted, in the list of files. APPNOTE 4.4.4
        place = book.find(b"PK\x01\x02", place + 1)
    with pytest.raises(UnreadableError, match="without a password"):
        read(bytes(book))


def test_a_file_without_a_name_is_no_harm() -> None:
    buffer = BytesIO(small_book("<p>Words</p>"))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("x", "y")
        archive.getinfo("x").filename = ""
    assert words(read(buffer.getvalue())) == ["Words"]


def test_an_archive_that_would_burst_is_refused() -> None:
    bomb = page("<p>" + "a" * 60_000_000 + "</p>")
    with pytest.raises(UnreadableError, match="made to do harm"):
        read(small_book("<p>Words</p>", extra={"OPS/c1.xhtml": bomb}))


def test_entities_of_other_files_are_left_out_and_told() -> None:
    text = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY name "Anna">'
        '<!ENTITY big "&name;&name;">]>'
        + page("<p>&name; saw &x;it&big;.&nbsp;&mdash;</p>").partition("?>")[2]
    )
    document = read(small_book("<p>Words</p>", extra={"OPS/c1.xhtml": text}))
    assert words(document) == ["Anna saw it.\xa0—"]
    assert "left out" in document.warnings[0]


def test_paths_out_of_the_book_lead_nowhere() -> None:
    items = {"c1": "c1.xhtml", "x": "../../../etc/passwd", "y": "/etc/passwd", "z": "file:///etc/passwd"}
    opf = package(items, ["c1", "x", "y", "z"])
    document = read(small_book("<p>Words</p>", extra={"OPS/book.opf": opf}))
    assert words(document) == ["Words"]
    assert "3 parts of the book are missing" in document.warnings[0]


@pytest.mark.skipif(not WAR_AND_PEACE.exists(), reason="the book is not there")
def test_a_whole_novel() -> None:
    document = read_document(WAR_AND_PEACE)
    assert (document.title, document.author, document.warnings) == ("War and Peace", "Leo Tolstoy", ())
    assert len(document.sections) > 380
    assert len(document.note_marks) == 137
    assert "“Well, Prince, so Genoa and Lucca are now just family estates" in document.text


def test_pages_that_are_called_something_else_are_not_said_to_be_missing() -> None:
    pages: dict[str, str | bytes] = {f"OPS/c{n}.xhtml": page(f"<p>Page {n}.</p>") for n in (1, 2)}
    listed = package({"a": "c1.xhtml", "b": "c2.xhtml", "c": "c3.xhtml"}, ["a", "b", "c"])
    listed = listed.replace("application/xhtml+xml", "text/plain")
    document = read_epub(book({"OPS/book.opf": listed, **pages}), "a.epub", "a")
    assert document.text == "Page 1.\n\nPage 2."
    assert "One part of the book is missing in the file." in document.warnings


def test_pictures_that_are_missing_are_told_of_once_but_none_from_elsewhere() -> None:
    here = "<p>Words.</p><img src='a.png' alt='A wall'/><img src='a.png' alt='A wall'/>"
    far = "<img src='http://a.example/b.png' alt='B'/><audio src='c.mp3'/><img src='../../../../d' alt='D'/>"
    assert list(map(str, read_epub(small_book(here + far), "a.epub", "a").warnings)) == [
        "One picture of the book is missing in the file; its description stands in its place."
    ]
    two = read_epub(small_book(here + "<img src='e.jpg' alt='E'/>"), "a.epub", "a")
    assert [str(warning)[:10] for warning in two.warnings] == ["2 pictures"]


def test_a_part_that_is_missing_is_called_as_the_contents_call_it() -> None:
    listed = package({"a": "a.xhtml", "b": "b.xhtml", "nav": "nav.xhtml|nav"}, ["a", "b"])
    contents = nav("<li><a href='a.xhtml'>One</a></li>", "<li><a href='b.xhtml#x'>The winter</a></li>")
    files = {"OPS/book.opf": listed, "OPS/nav.xhtml": contents, "OPS/a.xhtml": page("<p>Words.</p>")}
    assert list(map(str, read_epub(book({**files}), "a.epub", "a").warnings)) == [
        "The part “The winter” of the book is missing in the file."
    ]


def test_two_files_of_one_name_are_read_one_after_the_other() -> None:
    listed = package({"a": "c1.xhtml", "b": "c2.xhtml"}, ["a", "b"])
    opf = listed.replace('id="b"', 'id="a"').replace('idref="b"', 'idref="a"')
    files = {"OPS/book.opf": opf, "OPS/c1.xhtml": page("<p>One.</p>"), "OPS/c2.xhtml": page("<p>Two.</p>")}
    document = read_epub(book(files), "book.epub", "book")
    assert (document.text, document.warnings) == ("One.\n\nTwo.", ())
