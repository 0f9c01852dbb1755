from __future__ import annotations

from epub_books import book, package, page

from companion.readers.epub import read_epub

NAME = "Straße.xhtml"


def named(how: bytes, opf: str = NAME) -> bytes:
    """A book in which the name of one file, of which no flag tells the encoding, has these bytes."""
    stand_in = ("x" * (len(how) - len(b".xhtml")) + ".xhtml").encode()
    files = {"OPS/book.opf": package({"c": opf}, ["c"]), f"OPS/{stand_in.decode()}": page("<p>Words</p>")}
    return book(files).replace(stand_in, how)


def test_a_name_in_utf8_is_found_also_where_nothing_says_so() -> None:
    document = read_epub(named(NAME.encode()), "b.epub", "b")
    assert document.text == "Words"
    assert document.warnings == ()


def test_a_name_in_another_encoding_is_told() -> None:
    document = read_epub(named(NAME.encode("cp437")), "b.epub", "b")
    assert document.text == "Words"
    assert "not written as they have to be" in document.warnings[0]


def test_a_package_from_before_epub_is_told() -> None:
    old = package({"c": "c.xhtml"}, ["c"]).replace(
        "http://www.idpf.org/2007/opf", "http://openebook.org/namespaces/oeb-package/1.0/"
    )
    document = read_epub(book({"OPS/book.opf": old, "OPS/c.xhtml": page("<p>Words</p>")}), "b.epub", "b")
    assert document.text == "Words"
    assert ["older than EPUB" in warning for warning in document.warnings] == [True]
