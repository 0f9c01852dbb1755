from __future__ import annotations

import re
from dataclasses import replace

import aldmere
import pytest
from hypothesis import given
from hypothesis import strategies as some

from companion.core.companion import Companion
from companion.core.document import Document
from companion.core.entries import Alias, Entries, Term
from companion.output.html import to_html
from companion.output.markdown import to_markdown
from companion.output.summarising import summarise
from companion.output.summary import Labels, Link, Part, paragraphs_of, references
from companion.output.timeline.shapes import Caption
from companion.output.timeline.strips import draw_timeline

LABELS = Labels()


def test_a_summary_has_every_part_in_its_order() -> None:
    summary = summarise(aldmere.companion())
    assert (summary.title, summary.author, summary.language) == ("The siege of Aldmere", "A. Teacher", "en")
    assert summary.about == "Invented.\n\nFor tests."
    assert list(summary.parts) == [Part.GLOSSARY, Part.PEOPLE, Part.DRAWING, Part.TIMELINE]


def test_the_glossary_is_alphabetical_without_the_article() -> None:
    glossary = summarise(aldmere.companion()).parts[Part.GLOSSARY]
    assert [item.heading for item in glossary] == ["sally port", "the Special Operations Executive"]


def test_accents_and_capitals_do_not_disturb_the_alphabet() -> None:
    words = ("Zebra", "élan", "apple", "Earth", "the dawn")
    entries = Entries(terms=tuple(Term(id=word, term=word) for word in words))
    glossary = summarise(Companion(Document(""), entries)).parts[Part.GLOSSARY]
    assert [item.heading for item in glossary] == ["apple", "the dawn", "Earth", "élan", "Zebra"]


def test_people_stand_in_the_order_of_their_appearance() -> None:
    people = summarise(aldmere.companion()).parts[Part.PEOPLE]
    assert [person.heading for person in people] == ["Anna Verl", "Zoë Nobody"]
    verl, nobody = people
    assert verl.under == "commander · 1610–1660"
    assert verl.see == (Link("nobody", "Zoë Nobody", "her rival"),)
    assert verl.paragraphs == (1, 3)
    assert (nobody.under, nobody.paragraphs, nobody.see) == ("", (), ())


def test_the_timeline_goes_by_story_date_and_names_who_takes_part() -> None:
    timeline = summarise(aldmere.companion()).parts[Part.TIMELINE]
    assert [item.heading for item in timeline] == [
        "The gate is barred", "The walls hold", "The gate is opened",
    ]  # fmt: skip
    assert [link.heading for link in timeline[2].see] == ["Anna Verl", "sally port"]
    assert [item.paragraphs for item in timeline] == [(1,), (2,), (3,)]


def test_only_what_was_asked_for_is_there() -> None:
    summary = summarise(aldmere.companion(), [Part.PEOPLE])
    assert list(summary.parts) == [Part.PEOPLE]
    assert summary.about == ""


def test_an_empty_part_is_left_out() -> None:
    summary = summarise(aldmere.companion(replace(aldmere.ENTRIES, people=(), notes="")))
    assert list(summary.parts) == [Part.GLOSSARY, Part.DRAWING, Part.TIMELINE]
    assert summarise(Companion(Document("", title="Nothing"))).parts == {}


def test_what_is_not_there_is_not_referred_to() -> None:
    port = summarise(aldmere.companion()).parts[Part.GLOSSARY][0]
    assert [link.entry for link in port.see] == ["soe"]


@pytest.mark.parametrize(
    ("heading", "alias", "told"),
    [
        ("the Special Operations Executive", "SOE", True),
        ("National Liberation Movement", "National Liberation Front", True),
        ("Anna Verl", "Iron Anna", True),
        ("Anna Verl", "Captain Anna Verl", False),
        ("Anna Verl", "Verl", False),
        ("occupation", "occupied", False),
        ("the Allies", "Allied", False),
        ("Balli Kombëtar", "Balli Kombetar", False),
        ("Communism", "COMINTERN", True),
    ],
)
def test_only_telling_names_are_printed(heading: str, alias: str, told: bool) -> None:
    entries = Entries(terms=(Term(id="x", term=heading, aliases=(Alias(alias),)),))
    (item,) = summarise(Companion(Document(""), entries)).parts[Part.GLOSSARY]
    assert item.also == ((alias,) if told else ())


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        ((), ""),
        ((7,), "§7"),
        ((7, 8), "§7–8"),
        ((1, 3, 4, 5, 9), "§1, 3–5, 9"),
        ((1, 3, 5, 7, 9, 11, 13, 14, 20), "§1, 3, 5, 7, 9, 11 and 3 more"),
        ((1, 3, 5, 7, 9, 11, 13, 14), "§1, 3, 5, 7, 9, 11 and 2 more"),
        ((1, 3, 5, 7, 9, 11, 13), "§1, 3, 5, 7, 9, 11, 13"),
    ],
)
def test_paragraphs_are_cited_in_runs(paragraphs: tuple[int, ...], said: str) -> None:
    assert references(paragraphs, LABELS) == said


@given(some.sets(some.integers(1, 60), min_size=1))
def test_every_paragraph_is_cited_once(numbers: set[int]) -> None:
    said = references(tuple(sorted(numbers)), LABELS, most=100)
    cited: list[int] = []
    for run in said.removeprefix("§").split(", "):
        first, _, last = run.partition("–")
        cited += range(int(first), int(last or first) + 1)
    assert cited == sorted(numbers)


def test_texts_keep_their_paragraphs() -> None:
    assert paragraphs_of("one\n two \n\n\n  three\n") == ["one two", "three"]
    assert paragraphs_of(" \n ") == []


def test_passages_stand_only_for_what_is_in_focus() -> None:
    companion = aldmere.companion()
    assert summarise(companion).passages == ()
    assert summarise(companion, [Part.PEOPLE], focus=("verl",)).passages == ()
    assert summarise(companion, focus=("gone",)).passages == ()
    summary = summarise(companion, focus=("verl", "sally-port"))
    assert summary.heading(Part.PASSAGES) == "Passages: Anna Verl and sally port"
    assert [passage.paragraph for passage in summary.passages] == [1, 3]


def test_what_is_not_read_yet_can_be_left_out() -> None:
    far = aldmere.span("All winter").start
    summary = summarise(aldmere.companion(), focus=("verl",), until=far)
    assert [item.heading for item in summary.parts[Part.PEOPLE]] == ["Anna Verl"]
    assert [item.heading for item in summary.parts[Part.TIMELINE]] == ["The gate is barred"]
    port = summary.parts[Part.GLOSSARY][0]
    assert (port.heading, port.paragraphs) == ("sally port", (1,))
    assert [link.entry for link in summary.parts[Part.PEOPLE][0].see] == []
    assert [passage.paragraph for passage in summary.passages] == [1]


def test_a_summary_that_tells_no_number_need_not_explain_them() -> None:
    assert summarise(aldmere.companion()).refers
    assert not summarise(aldmere.companion(), [Part.ABOUT]).refers
    assert summarise(aldmere.companion(), [Part.NOTES], bookmarks=aldmere.bookmarks()).refers


def test_dates_are_said_in_the_language_of_the_labels() -> None:
    summary = summarise(aldmere.companion(), labels=Labels(language="de"))
    winter = summary.parts[Part.DRAWING][:2]
    drawn = draw_timeline(winter, 2000, language=summary.labels.language)
    captions = " ".join(
        shape.words for strip in drawn.strips for shape in strip.shapes if isinstance(shape, Caption)
    )
    assert "Juli 1643" in to_markdown(summary)
    assert "Juli 1643" in to_html(summary, "")
    assert "Dez." in captions or "Okt." in captions
    for written in (to_markdown(summary), to_html(summary, ""), captions):
        assert not re.search(r"\b(July|Oct|Dec|winter of)\b", written)
