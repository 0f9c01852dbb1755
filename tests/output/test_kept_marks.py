"""Kept marks: highlights, underlines, notes and tags on the printed page; words with their source."""

from __future__ import annotations

import pytest

from companion.core.anchors import anchor, quoted
from companion.core.companion import Companion
from companion.core.corrections import Subject
from companion.core.dates import parse_date
from companion.core.document import Block, BlockKind, Document, Section, Span
from companion.core.entries import Entries, Event, Kind, Person, Term
from companion.core.notes import Colour, Mark, MarkKind
from companion.output import citing
from companion.output.citing import all_cited, cited, cited_in_markdown, source_of
from companion.output.html import to_html
from companion.output.markdown import to_markdown
from companion.output.summarising import summarise
from companion.output.summary import Part, Summary

TEXT = "All winter the *wall* stood. Nobody knew how long."
DOCUMENT = Document(
    TEXT,
    title="The siege",
    author="A. Verl",
    blocks=(Block(BlockKind.PARAGRAPH, 0, len(TEXT)),),
    sections=(Section("The winter", 1, 0, len(TEXT)),),
)
WALL = Span(TEXT.index("the"), TEXT.index(" stood"))


def mark(kind: MarkKind, **fields: object) -> Mark:
    return Mark(str(kind), anchor(DOCUMENT, WALL), kind=kind, **fields)  # type: ignore[arg-type]


@pytest.fixture
def summary() -> Summary:
    marks = [
        (mark(MarkKind.HIGHLIGHT, colour=Colour.BLUE, tags=("stone", "<b>")), WALL),
        (mark(MarkKind.UNDERLINE), WALL),
        (Mark("e", None, note="Who is she?", kind=MarkKind.NOTE, about=Subject(Kind.PERSON, "Anna")), None),
        (Mark("w", None, note="Read it twice.", kind=MarkKind.NOTE), None),
        (Mark("l", quoted("no such words")), None),
    ]
    return summarise(Companion(DOCUMENT), [Part.NOTES], bookmarks=marks)


def test_notes_on_all_stand_first_and_what_is_lost_last(summary: Summary) -> None:
    places = [summary.place_of(note) for note in summary.notes]
    assert places == ["on the whole text", "§1", "§1", "Anna", "no longer found in the text"]


def test_markdown_says_what_was_done_to_the_words(summary: Summary) -> None:
    told = to_markdown(summary)
    assert "**C** §1 (highlighted) *The winter* \\#stone \\#\\<b\\>" in told
    assert "**A** §1 (underlined) *The winter*" in told
    assert "**A** Anna\n\nWho is she?" in told


def test_the_page_marks_the_words_as_they_were_marked(summary: Summary) -> None:
    page = to_html(summary)
    assert "<mark>the *wall*</mark>" in page
    assert "<u>the *wall*</u>" in page
    assert "#stone #&lt;b&gt;" in page


NOTED = Companion(
    DOCUMENT,
    Entries(
        terms=(Term(id="wall", term="wall", definition="Round the town."),),
        people=(Person(id="anna", name="Anna"),),
        events=(Event(id="fall", title="It falls", date=parse_date("1643")),),
    ),
)


@pytest.fixture
def noted() -> Summary:
    def note(name: str, subject: Subject, **fields: object) -> tuple[Mark, None]:
        return Mark(name, None, kind=MarkKind.NOTE, about=subject, **fields), None  # type: ignore[arg-type]

    marks = [
        note("2", Subject(Kind.TERM, "wall"), note="Which?\n\nThe *inner* one.", created="2026-02"),
        note(
            "1", Subject(Kind.TERM, "wall"), label="First", colour=Colour.BLUE, created="2026-01", tags=("a",)
        ),
        note("3", Subject(Kind.EVENT, "It falls", "1643"), note="So soon."),
        note("4", Subject(Kind.PERSON, "Anna"), note="Not printed."),
        note("5", Subject(Kind.TERM, "moat"), note="Gone."),
        (mark(MarkKind.HIGHLIGHT), WALL),
    ]
    return summarise(NOTED, [Part.GLOSSARY, Part.TIMELINE, Part.NOTES], bookmarks=marks)


def test_a_note_on_an_entry_stands_under_it_where_that_is_printed(noted: Summary) -> None:
    (wall,) = noted.parts[Part.GLOSSARY]
    assert [(note.label, note.note.split("?")[0]) for note in wall.notes] == [("First", ""), ("", "Which")]
    (falls,) = noted.parts[Part.TIMELINE]
    assert [note.note for note in falls.notes] == ["So soon."]
    assert [noted.place_of(note) for note in noted.notes] == ["§1", "Anna", "moat"]


def test_markdown_and_the_page_tell_notes_under_their_entries(noted: Summary) -> None:
    told = to_markdown(noted)
    assert "Round the town.\n\n**C** **First** \\#a\n\n**A** Which?\n\nThe \\*inner\\* one." in told
    assert told.index("So soon.") < told.index("## Marks and notes") < told.index("Gone.")
    page = to_html(noted)
    assert '<dd class="note blue"><p><span class="letter">C</span> <strong dir="auto">First</strong>' in page
    assert page.index("Which?") < page.index("It falls") < page.index("So soon.") < page.index("Gone.")


def test_without_marks_there_are_no_notes_under_entries() -> None:
    marks = [(Mark("1", None, note="Mine.", kind=MarkKind.NOTE, about=Subject(Kind.TERM, "wall")), None)]
    assert "Mine." not in to_markdown(summarise(NOTED, [Part.GLOSSARY], bookmarks=marks))


def test_words_are_cited_with_author_title_section_and_paragraph() -> None:
    assert source_of(DOCUMENT, WALL) == "A. Verl, The siege, The winter, §1"
    assert cited(DOCUMENT, WALL, "Mine.") == "“the *wall*” (A. Verl, The siege, The winter, §1)\n\nMine."
    assert cited_in_markdown(DOCUMENT, WALL).startswith("> the \\*wall\\*\n>\n> — A. Verl, The siege")


def test_a_text_without_a_name_is_cited_by_its_paragraph() -> None:
    assert source_of(Document(TEXT, blocks=DOCUMENT.blocks), WALL) == "§1"


def test_all_passages_of_an_entry_stand_under_its_name() -> None:
    told = all_cited(DOCUMENT, [WALL, Span(0, 10)], "wall")
    assert told == "wall (A. Verl, The siege)\n\n§1 “the *wall*”\n\n§1 “All winter”"


def test_many_words_are_cited_as_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    text = " The  *wall* stood.\n+ 12. It\tfell,  \n\n all of it, at Aldmere "
    document = Document(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    whole = cited(document, document.span)
    assert whole.startswith("“The *wall* stood. + 12. It fell, all of it, at Aldmere” (")
    for length in (1, 5, 9):
        monkeypatch.setattr(citing, "_STRETCH", length)
        assert cited(document, document.span) == whole
        assert "\\*wall\\* stood." in cited_in_markdown(document, document.span)
