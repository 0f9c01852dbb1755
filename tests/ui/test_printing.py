from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import aldmere
import pytest
from PySide6.QtGui import QImage, QPainter

from companion.core.companion import Companion
from companion.core.corrections import Subject
from companion.core.dates import parse_date
from companion.core.document import Document
from companion.core.entries import Entries, Event, Kind, Person, Term
from companion.core.notes import Colour, Mark
from companion.output.summarising import summarise
from companion.output.summary import Item, Part, Summary
from companion.ui.print.paper import MM, Ink, Paper
from companion.ui.print.printing import Sheets, to_pdf
from companion.ui.print.setting import Setting
from companion.ui.print.typesetting import Flow, Set

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.usefixtures("qapp")
needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


def _pages(summary: Summary, folder: Path, paper: Paper = Paper.A4) -> list[str]:
    """The words of each page as another program reads them."""
    path = folder / "summary.pdf"
    path.write_bytes(to_pdf(summary, paper))
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
        "A reading companion The siege of Aldmere A. Teacher Invented. For tests. A number after §",
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
@pytest.mark.parametrize("paper", Paper)
def test_the_last_word_is_on_the_last_page(tmp_path: Path, paper: Paper) -> None:
    parts = [Part.GLOSSARY, Part.PEOPLE, Part.TIMELINE]
    pages = _pages(summarise(Companion(Document(""), _long(300)), parts), tmp_path, paper)
    assert len(pages) > 10
    assert "Last 299" in pages[-1]
    numbers = [re.search(r"Long (\d+) ?/ ?(\d+)$", page) for page in pages]
    assert [found and found.groups() for found in numbers] == [
        (str(n), str(len(pages))) for n in range(1, len(pages) + 1)
    ]
    for kind in ("term", "Person", "Event"):
        assert re.findall(rf"{kind} (\d{{5}})", " ".join(pages)) == [f"{n:05}" for n in range(300)]


@needs_pdftotext
def test_every_event_stands_in_the_drawing(tmp_path: Path) -> None:
    pages = _pages(summarise(Companion(Document(""), _long(120)), [Part.DRAWING]), tmp_path)
    drawn = re.findall(r"Event (\d{5})", " ".join(pages))
    assert sorted(drawn) == [f"{n:05}" for n in range(120)]
    assert "some time within it" in pages[-1]


@needs_pdftotext
def test_passages_and_bookmarks_are_printed(tmp_path: Path) -> None:
    parts = [Part.PASSAGES, Part.NOTES]
    summary = summarise(aldmere.companion(), parts, focus=("verl",), bookmarks=aldmere.bookmarks())
    (page,) = _pages(summary, tmp_path)
    for words in (
        "Passages: Anna Verl The siege",
        "In July 1643 Captain Verl",
        "Marks and notes",
        "Ask *her*.",
        "no longer found in the text",
    ):
        assert words in page
    assert re.search(r"A .?§1 Who\? The siege", page)


@needs_pdftotext
def test_a_note_on_an_entry_is_printed_under_it(tmp_path: Path) -> None:
    notes = [
        (
            Mark("1", None, "Doubt", note="Was she?", about=Subject(Kind.PERSON, "Anna Verl"), tags=("x",)),
            None,
        ),
        (Mark("2", None, note="Two in all.", about=Subject(Kind.EVENT, "The walls hold", "1643-24")), None),
    ]
    parts = [Part.PEOPLE, Part.TIMELINE, Part.NOTES]
    (page,) = _pages(summarise(aldmere.companion(), parts, bookmarks=notes), tmp_path)
    assert "Marks and notes" not in page
    assert re.search(r"A .?Doubt +Was she\? +#x", page)
    assert page.index("Anna Verl") < page.index("Was she?") < page.index("Two in all.")


@pytest.mark.parametrize("paper", Paper)
def test_nothing_runs_out_of_its_column(paper: Paper) -> None:
    """Long words, addresses, words without blanks, and words from right to left."""
    odd = (
        "https://example.org/" + "a/" * 150,
        "Donau\u00addampf" * 30,
        "界" * 200,
        "مرحبا " * 40,
        "x-" * 200,
    )
    entries = Entries(
        title=odd[0],
        author=odd[1],
        notes=" ".join(odd),
        terms=tuple(Term(id=f"t{n}", term=word, definition=word) for n, word in enumerate(odd)),
        people=tuple(Person(id=f"p{n}", name=word, role=word, about=word) for n, word in enumerate(odd)),
        events=tuple(Event(id=f"e{n}", title=word, date=parse_date("1643")) for n, word in enumerate(odd)),
    )
    summary = summarise(Companion(Document(""), entries), bookmarks=aldmere.bookmarks())
    width = paper.width - 44 * MM
    for flow in _flows(summary, width):
        column = (width - flow.gap * (flow.columns - 1)) / flow.columns
        for piece in (piece for line in flow.lines for piece in line.pieces):
            if isinstance(piece, Set):
                rect = piece.line.naturalTextRect()
                assert piece.x + rect.left() >= -1.0
                assert piece.x + rect.right() <= column + 1.0


def _flows(summary: Summary, width: float) -> list[Flow]:
    setting = Setting(summary, Ink(), width)
    assert list(setting.set())[-1:] in ([1.0], [])
    return setting.flows


def test_the_last_page_is_not_mostly_white() -> None:
    """Whatever there is to print: the lines are set a little closer or wider where that helps."""
    well_filled = [
        _share_of_last(summarise(Companion(Document(""), _long(count)))) for count in range(20, 60)
    ]
    assert sum(share > 0.33 for share in well_filled) >= 0.9 * len(well_filled)


def _share_of_last(summary: Summary) -> float:
    """How far down the last words of the last page stand, as a part of the page between its margins."""
    image = _drawn(Sheets(summary), -1)
    lowest = max(y for y in range(image.height()) if _is_dark(image, y))
    top, bottom = 20 / 297, (297 - 24) / 297
    return (lowest / image.height() - top) / (bottom - top)


def _drawn(sheets: Sheets, page: int) -> QImage:
    """A sheet in 30 dots an inch, without its foot."""
    wide, high = round(sheets.paper.width / 10), round((sheets.paper.height - 22 * MM) / 10)
    image = QImage(wide, round(sheets.paper.height / 10), QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setClipRect(0, 0, wide, high)
    painter.scale(0.1, 0.1)
    sheets.draw(painter, page % len(sheets))
    painter.end()
    return image


def _is_dark(image: QImage, y: int) -> bool:
    return any(image.pixelColor(x, y).lightness() < 215 for x in range(image.width()))


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
def test_every_letter_can_be_found_in_a_pdf(tmp_path: Path) -> None:
    words = "after office find flow afflict shelf life fjord Þorf"
    entries = Entries(title=words, terms=(Term(id="a", term=words, definition=words),))
    (page,) = _pages(summarise(Companion(Document(""), entries)), tmp_path)
    assert page.count(words) == 4


@needs_pdftotext
def test_an_empty_companion_still_has_its_title(tmp_path: Path) -> None:
    (page,) = _pages(summarise(Companion(Document("", title="Alone"))), tmp_path)
    assert page.replace(" ", "") == "AreadingcompanionAloneAlone1/1"


@needs_pdftotext
def test_no_paragraph_number_is_broken(tmp_path: Path) -> None:
    numbers = tuple(range(111111110, 111111180, 10))
    items = tuple(
        Item(f"t{n}", Kind.TERM, "term", text="m" * n + " meaning", paragraphs=numbers) for n in range(1, 30)
    )
    words = " ".join(_pages(Summary("Many", parts={Part.GLOSSARY: items}), tmp_path))
    for number in numbers:
        assert len(re.findall(rf"\b{number}\b", words)) == len(items)


def test_colours_of_bookmarks_have_a_letter_beside_them() -> None:
    summary = summarise(aldmere.companion(), [Part.NOTES], bookmarks=aldmere.bookmarks())
    setting = Setting(summary, Ink(), 1500.0)
    assert list(setting.set()) == [1 / 3, 2 / 3, 1.0]
    pieces = [piece for line in setting.flows[1].lines for piece in line.pieces if isinstance(piece, Set)]
    letters = [piece.layout.text() for piece in pieces if len(piece.layout.text()) == 1]
    assert letters == ["A", "D", "B"]
    assert len({Ink.bookmark(colour).name() for colour in Colour}) == len(Colour)


def test_sheets_can_be_laid_out_bit_by_bit() -> None:
    summary = summarise(Companion(Document(""), _long(30)))
    sheets = Sheets(summary, at_once=False)
    done = list(sheets.laying_out())
    assert len(done) > 80
    assert done == sorted(done)
    assert len(sheets) == len(Sheets(summary))


def test_parts_that_are_not_there_take_no_room() -> None:
    whole = Sheets(summarise(Companion(Document(""), _long(80))))
    people = Sheets(summarise(Companion(Document(""), _long(80)), [Part.PEOPLE]))
    none = Sheets(summarise(Companion(Document(""), replace(_long(80), terms=(), people=(), events=()))))
    assert len(whole) > len(people) > len(none) == 1


def test_no_line_ends_within_a_date_and_none_begins_with_a_blank() -> None:
    dates = "18 October 1925 – 7 October 2011"
    item = Item("p", Kind.PERSON, "Ramiz Alia", under=f"leader · {dates}", paragraphs=(3, 5))
    setting = Setting(Summary("T", parts={Part.PEOPLE: (item,)}), Ink(), 400.0)
    for _ in setting.set():
        pass
    lines = [
        piece.layout.text()[piece.line.textStart() : piece.line.textStart() + piece.line.textLength()]
        for flow in setting.flows
        for line in flow.lines
        for piece in line.pieces
        if isinstance(piece, Set)
    ]
    assert not [line for line in lines if line.startswith(" ")]
    whole = " ".join(line.strip() for line in lines)
    assert "18\N{NO-BREAK SPACE}October\N{NO-BREAK SPACE}1925" in whole
    assert "7\N{NO-BREAK SPACE}October\N{NO-BREAK SPACE}2011" in whole
    assert any(line.startswith("§3") for line in lines)
