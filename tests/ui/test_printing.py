from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import aldmere
import pytest

from companion.core.companion import Companion
from companion.core.dates import parse_date
from companion.core.document import Document
from companion.core.entries import Entries, Event, Person, Term
from companion.output.summary import Part, summarise
from companion.ui.printing import Sheets, to_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from companion.output.summary import Summary

pytestmark = pytest.mark.usefixtures("qapp")
needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


def _pages(summary: Summary, folder: Path) -> list[str]:
    """The words of each page as another program reads them."""
    path = folder / "summary.pdf"
    path.write_bytes(to_pdf(summary))
    made = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", path, "-"], capture_output=True, check=True)
    return [" ".join(page.split()) for page in made.stdout.decode("utf-8").split("\f")[:-1]]


def _long(count: int) -> Entries:
    """A companion with so many entries of each kind, the last of each with words of its own."""
    return Entries(
        title="Long",
        terms=tuple(
            Term(id=f"t{n}", term=f"term {n:05}", definition=f"Meaning {n} " + "word " * (n % 60))
            for n in range(count)
        ),
        people=tuple(
            Person(id=f"p{n}", name=f"Person {n:05}", about="Lived. " * (1 + n % 9)) for n in range(count)
        ),
        events=tuple(
            Event(id=f"e{n}", title=f"Event {n:05}", date=parse_date(f"{1000 + n}"), about=f"Last {n}")
            for n in range(count)
        ),
    )


@needs_pdftotext
def test_a_page_tells_what_the_summary_has(tmp_path: Path) -> None:
    (page,) = _pages(summarise(aldmere.companion()), tmp_path)
    for words in (
        "The siege of Aldmere A. Teacher Invented. For tests.",
        "sally port A small hidden gate from which defenders could rush out. §1, 3 see the Special",
        "the Special Operations Executive (also SOE) Not yet founded. §1",
        "commander · 1610–1660",
        "see Zoë Nobody (her rival)",
        "The gate is barred",
        "the winter of The walls hold 1643–1644 All hold out. §2",
    ):
        assert words in page
    assert re.search(r"The siege of Aldmere 1 ?/ ?1$", page)


@needs_pdftotext
def test_the_last_word_is_on_the_last_page(tmp_path: Path) -> None:
    pages = _pages(summarise(Companion(Document(""), _long(300))), tmp_path)
    assert len(pages) > 10
    assert "Last 299" in pages[-1]
    numbers = [re.search(r"Long (\d+) ?/ ?(\d+)$", page) for page in pages]
    assert [found and found.groups() for found in numbers] == [
        (str(n), str(len(pages))) for n in range(1, len(pages) + 1)
    ]
    for kind in ("term", "Person", "Event"):
        assert sorted(re.findall(rf"{kind} (\d{{5}})", " ".join(pages))) == [f"{n:05}" for n in range(300)]


@needs_pdftotext
def test_no_heading_is_left_alone_at_the_foot(tmp_path: Path) -> None:
    for count in range(20, 60, 3):
        for page in _pages(summarise(Companion(Document(""), _long(count))), tmp_path):
            assert not re.search(r"(Glossary|People|Timeline|Person \d{5}) Long \d+ ?/ ?\d+$", page)


@needs_pdftotext
def test_long_and_odd_words_are_all_there(tmp_path: Path) -> None:
    heading = "Llanfair" * 40
    entries = Entries(
        title="Title " * 60,
        terms=(
            Term(id="a", term=heading, definition="مرحبا بالعالم"),
            Term(id="b", term="b", definition="<b>&amp;"),
        ),
        events=(Event(id="e", title="e " * 200, date=parse_date("1643")),),
    )
    words = "".join(_pages(summarise(Companion(Document(""), entries)), tmp_path)).replace(" ", "")
    assert words.count("Llanfair") >= 39
    assert "<b>&amp;" in words


@needs_pdftotext
def test_an_empty_companion_still_has_its_title(tmp_path: Path) -> None:
    (page,) = _pages(summarise(Companion(Document("", title="Alone"))), tmp_path)
    assert page.replace(" ", "") == "AloneAlone1/1"


def test_parts_that_are_not_there_take_no_room() -> None:
    whole = Sheets(summarise(Companion(Document(""), _long(80))))
    people = Sheets(summarise(Companion(Document(""), _long(80)), [Part.PEOPLE]))
    none = Sheets(summarise(Companion(Document(""), replace(_long(80), terms=(), people=(), events=()))))
    assert len(whole) > len(people) > len(none) == 1
