from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from companion.readers import UnreadableError, read_document
from companion.readers.file_kinds import book_form
from companion.readers.limits import LARGEST_FILE

if TYPE_CHECKING:
    from pathlib import Path


def _zip(names: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in names.items():
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (_zip({"mimetype": b"application/vnd.oasis.opendocument.text"}), "an OpenDocument file"),
        (_zip({"a.txt": b"words"}), "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "an image"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "an image"),
        (b"{\\rtf1\\ansi words}", "RTF"),
        (b"\x7fELF\x02\x01\x01", "a program"),
        (b"MZ\x90\0\x03\0\0\0", "a program"),
        (b"\0" * 60 + b"BOOKMOBI" + b"\0" * 9, "Kindle"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"PK\x05\x06" + b"\0" * 18, "an empty ZIP archive"),
    ],
)
def test_a_file_that_is_no_text_is_named_for_what_it_is(tmp_path: Path, data: bytes, kind: str) -> None:
    path = tmp_path / "book.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        read_document(path)
    assert "“book.txt” cannot be opened" in str(caught.value)
    assert kind in str(caught.value)
    assert "this version opens plain text, Markdown, HTML, EPUB, FB2, DOCX and PDF" in str(caught.value)


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (_zip({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<x/>"}), "epub"),
        (_zip({"OPS/book.opf": b"<package/>"}), "epub"),
        (_zip({"novel.fb2": b"<FictionBook/>"}), "zipped fb2"),
        (_zip({"word/document2.xml": b"<x/>"}), "docx"),
        (_zip({"xl/workbook.xml": b"<x/>"}), ""),
        (b"<!DOCTYPE html>\n<html><body>Words</body></html>", "html"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<html xmlns="x">', "html"),
        (b'<?xml version="1.0"?><!-- a page --><!DOCTYPE HTML PUBLIC "-//W3C//DTD"><html>', "html"),
        ("\ufeff<html><body>Words".encode("utf-16-le"), "html"),
        (b'<?xml version="1.0" encoding="utf-8"?>\n<FictionBook xmlns="x">', "fb2"),
        (b"%PDF-1.7\n%\xe2\xe3", "pdf"),
        (b"HTTP/1.0 200 OK\n\n%PDF-1.4\n1 0 obj" + b" " * 2000 + b"startxref 12 %%EOF", "pdf"),
        (b"%PDF-1.4 is how a PDF begins. This text tells of it."[1:], ""),
        (b"<p>Words</p>", ""),
        (b"The tag <html> begins a page.", ""),
    ],
)
def test_a_book_is_told_by_its_bytes(data: bytes, form: str) -> None:
    assert book_form(data, ".txt") == form


@pytest.mark.parametrize(
    "part", [b"<?xml version='1.0'?>", b"<?a b?>", b"<!-- a -->", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b" \n"]
)
def test_a_hundred_prologues_take_no_longer_than_one(part: bytes) -> None:
    assert book_form(part * 200 + b"<x", ".xml") == ""
    assert book_form(part * 3 + b"<FictionBook>", ".xml") == "fb2"


def test_html_that_does_not_say_so_is_told_by_its_ending() -> None:
    assert book_form(b"<p>Words</p>", ".HTM") == "html"
    assert book_form("<p>Words</p>".encode("utf-16-be"), ".html") == "html"
    assert book_form(b"\x89PNG\r\n\x1a\n", ".html") == ""
    assert book_form(b"Nothing but words,\n\nand 1 < 2.", ".html") == ""


def test_an_archive_is_told_by_its_parts_before_its_ending() -> None:
    assert book_form(_zip({"word/document.xml": b"<x/>"}), ".epub") == "docx"
    assert book_form(_zip({"novel.fb2": b"<FictionBook/>"}), ".epub") == "zipped fb2"
    assert book_form(_zip({"chapter.xhtml": b"<html/>"}), ".epub") == "epub"


def test_a_text_under_a_books_name_is_opened_and_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "letter.epub"
    path.write_text("Dear Anna, all is well.", encoding="utf-8")
    document = read_document(path)
    assert document.text == "Dear Anna, all is well."
    assert "not what the end of its name says" in document.warnings[0]


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\0" * 5000, b"\x01\x02\x03 word " * 200])
def test_bytes_that_no_writing_uses(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "noise.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match="not a text"):
        read_document(path)


def test_bytes_under_a_books_name_are_a_damaged_book(tmp_path: Path) -> None:
    path = tmp_path / "story.epub"
    path.write_bytes(bytes(range(1, 256)) * 40)
    with pytest.raises(UnreadableError, match="is so damaged"):
        read_document(path)


@pytest.mark.parametrize(
    "text", ["MZ was his sign.", "ID3 tags are dull.\n" * 3, "PK is a code.", "<p>Words</p>"]
)
def test_words_that_begin_like_a_mark_are_words(tmp_path: Path, text: str) -> None:
    path = tmp_path / "words.txt"
    path.write_text(text, encoding="utf-8")
    assert read_document(path).text == text


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(UnreadableError, match=r"too large.*67 MB"):
        read_document(path)
