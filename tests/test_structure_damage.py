from __future__ import annotations

import contextlib
from random import Random

import pytest
from epub_books import small_book
from mutations import mutated
from pdf_books import Book as PdfBook
from pdf_books import Page as PdfPage
from structure_damage import restructured
from word_files import paragraph, word_file

from companion.readers.pdf_file import DamagedPdfError, LockedPdfError, PdfFile


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311


def a_pdf() -> bytes:
    page = PdfPage()
    page.line(50, 500, "All winter the wall stood.")
    return PdfBook([page, page]).data()


SEEDS = {
    "epub": small_book("<h1>One</h1><p id='a'>All winter.</p>", "<p><a href='c1.xhtml#a'>One</a></p>"),
    "docx": word_file(paragraph("All winter the wall stood.") * 3),
    "html": b"<!DOCTYPE html><html><body><ul><li id='a'>One</li></ul><a href='#a'>up</a></body></html>",
    "pdf": a_pdf(),
    "txt": b"All winter\nthe wall stood.\n\nNobody came out.\n",
}


@pytest.mark.parametrize("form", SEEDS)
def test_files_change_in_many_ways_and_the_same_again_for_the_same_chance(form: str) -> None:
    data, others = SEEDS[form], [SEEDS[form], b"<html><p class='x'>Other\xed\xa0\x80</p></html>"]
    for damage in (restructured, mutated):
        made = [damage(data, others, chance(seed)) for seed in range(60)]
        assert len(set(made)) > 20
        assert made[:9] == [damage(data, others, chance(seed)) for seed in range(9)]


def test_a_pdf_stays_one_that_can_be_opened() -> None:
    opened = 0
    for seed in range(30):
        made = restructured(SEEDS["pdf"], [], chance(seed)) or b""
        with contextlib.suppress(DamagedPdfError, LockedPdfError), PdfFile(made) as file:
            opened += file.page_count > 0
    assert opened > 10


def test_what_has_no_structure_is_left_alone() -> None:
    assert restructured(b"PK\x03\x04 no archive", [], chance(1)) is None
    assert restructured(b"%PDF-1.4 no objects", [], chance(1)) is None
