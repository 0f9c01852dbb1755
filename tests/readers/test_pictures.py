from __future__ import annotations

import base64
import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest
from epub_books import book, package, page

from companion.readers.epub import read_epub
from companion.readers.fb2 import read_fb2, read_zipped_fb2
from companion.readers.html import read_html
from companion.readers.limits import LARGEST_PICTURE
from companion.readers.pictures import picture_bytes
from companion.readers.process.showing import pixels_in

if TYPE_CHECKING:
    from companion.core.document import Document

PNG = b"\x89PNG\r\n\x1a\n and more"
JPEG = b"\xff\xd8\xff and more"


def shown(document: Document) -> list[tuple[str, str]]:
    return [(document.text[found.start : found.end], found.source) for found in document.pictures]


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def epub(body: str, *, metadata: str = "", cover: str = "walls.jpg", extra: str = "") -> bytes:
    files: dict[str, str | bytes] = {
        "OPS/book.opf": package({"c": "text/c.xhtml", "w": cover}, ["c"], metadata=metadata, extra=extra),
        "OPS/text/c.xhtml": page(body),
        "OPS/walls.jpg": JPEG,
        "OPS/tower.svg": "<svg/>",
        "OPS/lies.png": b"MZ no picture",
    }
    return book(files)


def test_pictures_of_an_epub_are_named_as_in_its_archive() -> None:
    data = epub(
        "<img src='../walls.jpg' alt=' The walls '/><p>Seen <img src='../walls.jpg' alt='afar'/> once.</p>"
        "<figure><svg xmlns='http://www.w3.org/2000/svg' xmlns:l='http://www.w3.org/1999/xlink'>"
        "<image l:href='../WALLS.jpg'/></svg></figure>"
        "<img src='../../../etc/passwd' alt='none'/><img src='http://a.example/b.png' alt='far'/>"
    )
    document = read_epub(data, "book.epub", "book")
    assert shown(document) == [
        ("The walls", "OPS/walls.jpg"),
        ("afar", "OPS/walls.jpg"),
        ("WALLS", "OPS/walls.jpg"),
    ]
    assert picture_bytes(data, "epub", "OPS/walls.jpg") == JPEG


def test_a_picture_without_words_has_a_sign_amid_words_unless_it_is_mere_ornament() -> None:
    data = epub("<p>Two <img src='../walls.jpg'/> words<img src='../walls.jpg' alt=''/>.</p>")
    document = read_epub(data, "book.epub", "book")
    assert document.text == "Two 🖼 words."
    assert shown(document) == [("🖼", "OPS/walls.jpg")]


def test_a_heading_that_is_a_picture() -> None:
    data = epub("<h1><img src='../walls.jpg'/></h1><h2><img src='../walls.jpg' alt='Chapter I'/></h2>")
    document = read_epub(data, "book.epub", "book")
    assert [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks] == [
        ("picture", "walls"),
        ("heading", "Chapter I"),
    ]
    assert [found.source for found in document.pictures] == ["OPS/walls.jpg"] * 2


@pytest.mark.parametrize(
    "given",
    [
        {"cover": "walls.jpg|cover-image"},
        {"metadata": '<meta name="cover" content="w"/>'},
        {"extra": '<guide><reference type="cover" href="text/c.xhtml"/></guide>'},
    ],
)
def test_the_cover_of_an_epub(given: dict[str, str]) -> None:
    assert read_epub(epub("<img src='../walls.jpg'/>", **given), "book.epub", "book").cover == "OPS/walls.jpg"


def test_a_drawing_is_shown_by_the_picture_in_it() -> None:
    link = 'xmlns="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink"'
    own = f"data:image/png;base64,{encoded(PNG)}"
    drawings: dict[str, str | bytes] = {
        "far.svg": f'<svg {link}><image width="9" l:href="walls.jpg"/></svg>',
        "own.svg": f'<svg {link}><title>Own</title><image l:href="{own}"/></svg>',
        "lines.svg": f'<svg {link}><path d="M0 0"/></svg>',
        "out.svg": f'<svg {link}><image l:href="../../etc/walls.jpg"/></svg>',
        "round.svg": f'<svg {link}><image l:href="round.svg"/></svg>',
    }
    images = "".join(f'<img src="{name}" alt="{name[:-4]}"/>' for name in drawings)
    data = book(
        {
            "OPS/book.opf": package(
                {"c": "c.xhtml", "s": "own.svg", "v": "far.svg|cover-image"}, ["c", "s"], metadata=""
            ),
            "OPS/c.xhtml": page(images + '<p>One.</p><img src="lines.svg" alt=""/>'),
            "OPS/walls.jpg": JPEG,
            **{f"OPS/{name}": drawing for name, drawing in drawings.items()},
        }
    )
    document = read_epub(data, "book.epub", "book")
    assert shown(document) == [("far", "OPS/walls.jpg"), ("own", "OPS/own.svg"), ("Own", "OPS/own.svg")]
    assert document.text == "far\n\nown\n\nlines\n\nout\n\nround\n\nOne.\n\nOwn"
    assert document.cover == "OPS/walls.jpg"
    assert picture_bytes(data, "epub", "OPS/own.svg") == PNG


def test_an_epub_without_a_cover_has_none() -> None:
    data = epub("<p>One.</p>", extra='<guide><reference type="cover" href="text/c.xhtml"/></guide>')
    assert read_epub(data, "book.epub", "book").cover == ""


@pytest.mark.parametrize(
    "source",
    ["", "OPS/none.jpg", "../walls.jpg", "/etc/hostname", "OPS/tower.svg", "OPS/lies.png", "mimetype"],
)
def test_what_is_no_picture_in_the_book_is_not_had(source: str) -> None:
    assert picture_bytes(epub("<p>One.</p>"), "epub", source) is None


def test_a_picture_within_a_drawing() -> None:
    link = 'xmlns:l="http://www.w3.org/1999/xlink"'
    image = f'<image {{}}="data:image/png;base64,{encoded(PNG)}"/>'
    drawings: dict[str, str | bytes] = {
        "a.svg": f'<svg xmlns="http://www.w3.org/2000/svg" {link}><g>{image.format("l:href")}</g></svg>',
        "b.svg": f"<svg>{image.format('href')}</svg>",
        "c.svg": '<svg><image href="a.png"/></svg>',
        "d.svg": "no drawing",
        "a.png": PNG,
    }
    data = book(drawings)
    assert [picture_bytes(data, "epub", f"{name}.svg") for name in "abcd"] == [PNG, PNG, None, None]


def test_a_picture_that_is_too_large_is_not_had() -> None:
    data = book({"OPS/a.png": PNG + bytes(range(256)) * (LARGEST_PICTURE // 256)})
    assert picture_bytes(data, "epub", "OPS/a.png") is None


def test_bytes_that_are_no_book_hold_no_picture() -> None:
    for form in ("epub", "docx", "fb2", "html", "pdf", "plain"):
        assert picture_bytes(b"nothing of the kind", form, "data:0") is None


FICTION = (
    '<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">'
    '<description><title-info><coverpage><image l:href="#c.png"/></coverpage></title-info></description>'
    '<body><section><image l:href="#c.png"/><p>In <image l:href="#c.png" alt="small"/> words.</p>'
    '<image l:href="#none.png"/></section></body>'
    f'<binary id="c.png" content-type="image/png">\n{encoded(PNG)}\n</binary>'
    '<binary id="d.png">A</binary></FictionBook>'
).encode()


def test_pictures_of_a_fiction_book() -> None:
    document = read_fb2(FICTION, "book.fb2", "book")
    assert shown(document) == [("c", "c.png"), ("small", "c.png")]
    assert document.cover == "c.png"
    assert picture_bytes(FICTION, "fb2", "c.png") == PNG
    assert picture_bytes(FICTION, "fb2", "d.png") is None
    assert picture_bytes(FICTION, "fb2", "none.png") is None


def test_pictures_of_a_zipped_fiction_book() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("book.fb2", FICTION)
    data = packed.getvalue()
    assert picture_bytes(data, read_zipped_fb2(data, "book.zip", "book").format, "c.png") == PNG


def test_only_the_pictures_within_a_web_page_can_be_had() -> None:
    page = (
        f"<nav><img src='data:image/png;base64,{encoded(JPEG)}'></nav><img src='a.png' alt='far'>"
        f"<img src='data:image/png;base64,{encoded(PNG)}' alt='near'><img src='data:text/html,a' alt='c'>"
    ).encode()
    document = read_html(page, "page.html", "page")
    assert shown(document) == [("near", "data:1"), ("c", "data:2")]
    assert picture_bytes(page, "html", "data:1") == PNG
    assert [picture_bytes(page, "html", f"data:{other}") for other in ("2", "7", "-1", "²", "")] == [None] * 5


def png_that_claims(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(said)) + name + said + struct.pack(">I", zlib.crc32(name + said))
        for name, said in chunks
    )


@pytest.mark.parametrize("side", [7_000, 30_000])
def test_a_picture_of_more_pixels_than_can_be_shown_is_not_shown(side: int) -> None:
    files: dict[str, str | bytes] = {"w.png": png_that_claims(side, side)}
    assert pixels_in(book(files), "epub", "w.png", 400, 400) is None
