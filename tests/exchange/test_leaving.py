"""What goes out is as other programs read it, whatever stands in a companion and in its marks."""

from __future__ import annotations

import csv
import io
import json
import struct
from dataclasses import replace

import pytest
from aldmere import ENTRIES, bookmarks, companion
from hypothesis import given
from hypothesis import strategies as st

from companion.core.anchors import Anchor
from companion.core.corrections import Subject
from companion.core.dates import parse_date
from companion.core.entries import Entries, Event, Kind, Person, Term
from companion.core.notes import Colour, Mark, MarkKind
from companion.exchange.arriving import arrived
from companion.exchange.bundle import Bundle, bundle, file_name
from companion.exchange.leaving import FORMS, form

EVIL = '=HYPERLINK("http://x")\n<b>|[[x]]"; \u202e==a== #tag $x$ %%c%% ```\x00'


def whole() -> Bundle:
    return bundle(companion(), bookmarks())


def written(name: str, given: Bundle | None = None) -> str:
    (data,) = form(name).write(given or whole(), 1_700_000_000).values()
    return data.decode("utf-8-sig")


def rows(name: str, given: Bundle | None = None) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written(name, given), newline="")))


def mark(words: str = "All winter the wall stood", **more: object) -> Mark:
    return replace(Mark("urn:uuid:1", Anchor(words, "", "", 0, len(words)), kind=MarkKind.HIGHLIGHT), **more)  # type: ignore[arg-type]


def evil() -> Bundle:
    entries = Entries(
        title=EVIL,
        author=EVIL,
        people=(Person(id="p", name=EVIL, role=EVIL, about=EVIL),),
        terms=(Term(id="t", term=EVIL, definition=EVIL),),
        events=(Event(id="e", title=EVIL, date=parse_date("1643-07"), about=EVIL),),
    )
    made = companion(entries)
    made = replace(made, document=replace(made.document, title=EVIL, author=EVIL))
    return bundle(made, [(mark(EVIL, label=EVIL, note=EVIL, tags=(EVIL,)), None)])


@pytest.mark.parametrize("one", FORMS, ids=lambda one: one.name)
def test_every_form_writes_files_for_any_system_and_any_words(one) -> None:  # type: ignore[no-untyped-def]
    for each in (whole(), evil(), bundle(companion(Entries()))):
        files = one.write(each, 0)
        assert files
        assert one.is_folder or len(files) == 1
        for name, data in files.items():
            assert name == name.strip()
            assert not set(name) & set('\\/:*?"<>|\n\0')
            assert len(name.encode()) < 255
            assert isinstance(data, bytes)


@pytest.mark.parametrize("name", ["csv", "marks-csv", "readwise"])
def test_no_cell_is_ever_a_formula(name: str) -> None:
    cells = [cell for row in rows(name, evil()) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not any(cell.startswith(("=", "@", "+", "-", "\t", "\r")) for cell in cells)


@given(st.text(max_size=20), st.sampled_from("=+-@\t\r"))
def test_words_that_begin_like_a_formula_are_words(words: str, sign: str) -> None:
    (_, row) = rows("readwise", bundle(companion(), [(mark(f"x {words}", note=f"{sign}cmd {words}"), None)]))
    assert not any(cell.startswith(("=", "@", "+", "-", "\t", "\r")) for cell in row)


def test_a_table_of_entries_has_a_line_for_each() -> None:
    head, *lines = rows("csv")
    told = {line[1]: dict(zip(head, line, strict=True)) for line in lines}
    assert told.keys() == {entry.heading for entry in ENTRIES}
    assert told["Anna Verl"]["aliases"] == "Captain Verl; Verl; Iron Anna"
    assert told["Anna Verl"]["date"] == "1610/1660"
    assert told["sally port"]["mentions"] == "2"


def test_cards_have_the_fields_of_the_kind_of_note_that_anki_has() -> None:
    lines = written("anki").split("\n")
    assert lines[:5] == [
        "#separator:tab",
        "#html:true",
        "#deck:siege",
        "#columns:Front\tBack\tTags",
        "#tags column:3",
    ]
    cards = {row[0]: row[1:] for row in csv.reader(lines[5:], delimiter="\t") if row}
    back, tags = cards["sally port"]
    assert back.startswith("postern<br>A small hidden gate")
    assert "<i>In July 1643 Captain Verl" in back
    assert tags == "term siege"


def test_no_markup_of_a_book_reaches_a_card() -> None:
    assert "<b>" not in written("anki", evil()).split("\n", 5)[5]


def test_marks_come_back_from_readwise() -> None:
    given = bundle(companion(), [(mark(note="mine", tags=("war", "two words"), colour=Colour.BLUE), None)])
    (book,) = arrived(written("readwise", given).encode()).books
    assert (book.title, book.author) == (given.title, given.author)
    (came,) = book.marks
    assert (came.words, came.note, came.colour) == ("All winter the wall stood", "mine", Colour.BLUE)
    assert came.tags == ("war", "two-words")


def test_a_note_of_obsidian_is_not_broken_by_words() -> None:
    note = written("obsidian", evil())
    head = note.split("---\n")[1]
    for line in head.strip().split("\n")[:2]:
        assert json.loads(line.partition(": ")[2])  # a string of JSON is one of YAML
    body = note.split("---\n", 2)[2]
    assert "<b>" not in body.replace("\\<b", "")
    assert "[[x]]" not in body
    assert "==a==" not in body


def test_one_note_for_each_entry_with_links_between_them() -> None:
    files = form("obsidian-notes").write(whole(), 0)
    assert len(files) == len(ENTRIES) + 1
    index = files["siege.md"].decode()
    assert "[[Anna Verl]]" in index
    verl = files["Anna Verl.md"].decode()
    assert 'aliases: ["Captain Verl", "Verl", "Iron Anna"]' in verl
    assert "[[Zoë Nobody]] (her rival)" in verl


def test_marks_are_callouts_with_their_words_and_notes() -> None:
    note = written("obsidian", bundle(companion(), [(mark(note="one\ntwo", tags=("at war",)), None)]))
    assert "> ==All winter the wall stood==\n>\n> one\n> two\n>\n> #at-war\n\n^1\n" in note


def noted() -> Bundle:
    wall = replace(
        mark(), id="urn:uuid:2", anchor=None, about=Subject(Kind.TERM, "sally port"), kind=MarkKind.NOTE
    )
    lost = replace(wall, id="urn:uuid:3", about=Subject(Kind.TERM, "moat"), note="Where?")
    return bundle(
        companion(), [(replace(wall, note="Round *it*.\nAll.", tags=("at war",)), None), (lost, None)]
    )


def test_what_was_noted_on_an_entry_goes_out_with_it() -> None:
    note = written("obsidian", noted())
    assert "  - Round \\*it\\*. All. #at-war ^2\n" in note
    assert note.index("Round") < note.index("## Marks and notes") < note.index("Where?")
    assert note.count("Round \\*it") == 1
    files = form("obsidian-notes").write(noted(), 0)
    assert "> Round \\*it\\*.\n> All.\n" in files["sally port.md"].decode()
    assert "Round" not in files["siege.md"].decode()
    assert "Where?" in files["siege.md"].decode()
    (row,) = [row for row in rows("csv", noted()) if row[1] == "sally port"]
    assert row[-1] == "Round *it*.\nAll."
    assert "Round *it*. All." in written("anki", noted())


def test_a_note_on_the_whole_text_says_so() -> None:
    whole_text = replace(mark(), anchor=None, note="Long.", kind=MarkKind.NOTE)
    assert "> [!quote] On the whole text\n" in written("obsidian", bundle(companion(), [(whole_text, None)]))


def test_a_dictionary_is_as_the_format_has_it() -> None:
    files = form("stardict").write(whole(), 0)
    info = dict(line.split("=", 1) for line in files["siege.ifo"].decode().split("\n")[1:] if line)
    index, text = files["siege.idx"], files["siege.dict"]
    assert int(info["idxfilesize"]) == len(index)
    words, at = [], 0
    while at < len(index):
        end = index.index(b"\0", at)
        start, size = struct.unpack(">II", index[end + 1 : end + 9])
        words.append((index[at:end].decode(), text[start : start + size].decode()))
        at = end + 9
    assert len(words) == int(info["wordcount"])
    assert dict(words)["sally port"].startswith("postern\nA small hidden gate")
    assert [word for word, _ in words] == sorted(
        (word for word, _ in words), key=lambda w: w.lower().encode()
    )
    synonyms = files["siege.syn"]
    assert synonyms.count(b"\0") >= int(info["synwordcount"])
    assert b"so so" not in synonyms


@pytest.mark.parametrize(
    "date",
    ["1643-07-02", "1643-07", "1643", "-0043", "1643-24", "1650/1660", "18XX", "192X", "1860~", "0001"],
)
def test_dates_come_back_from_a_timeline(date: str) -> None:
    event = Event(id="e", title="An event", date=parse_date(date), about="So it was.")
    came = arrived(written("timelinejs", bundle(companion(Entries(events=(event,))))).encode()).entries
    assert [(one.title, one.date.edtf) for one in came.events] == [("An event", date)]


def test_a_timeline_has_the_years_of_a_calendar_without_the_year_0() -> None:
    event = Event(id="e", title="The Ides", date=parse_date("-0043-03-15"))
    (told,) = json.loads(written("timelinejs", bundle(companion(Entries(events=(event,))))))["events"]
    assert told["start_date"] == {"year": -44, "month": 3, "day": 15}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("a/b\\c:d", "a b c d"),
        ("..", "untitled"),
        ("con", "con_"),
        ("COM1.x", "COM1.x_"),
        (" dots. ", "dots"),
        ("x" * 300, "x" * 80),
        ("\u202egpj.exe\x00", "\u202egpj.exe"),
        ("half \ud800 a pair", "half a pair"),
    ],
)
def test_names_of_files_hold_on_any_system(title: str, name: str) -> None:
    assert file_name(title) == name


def test_no_two_notes_have_one_name() -> None:
    taken: set[str] = set()
    assert [file_name(one, taken) for one in ("Verl", "verl", "VERL")] == ["Verl", "verl 2", "VERL 3"]
