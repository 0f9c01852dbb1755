"""The bundled reading: its article and companion hold together, and every entry finds its passages."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from companion import resources
from companion.core.document import Block, BlockKind
from companion.linking import link
from companion.readers import read_document
from companion.store.companion_file import companion_path, read_companion

if TYPE_CHECKING:
    from companion.core.companion import Companion
    from companion.core.entries import Entry

ARTICLE = resources.path("readings", "albania.md")

DATES_IN_THE_ARTICLE = {
    "1942-07": "July 1942",
    "1942-11": "November 1942",
    "1943-07": "July 1943",
    "1943-09-08": "8 September 1943",
    "1943-24": "winter of 1943–1944",
    "1944-05": "May 1944",
    "1944-11": "November 1944",
    "1948-11": "November 1948",
    "1985-04-11": "11 April 1985",
}
"""Dates that the article must tell of, each with the words that stand for it there."""


@cache
def bundled() -> Companion:
    file = companion_path(ARTICLE)
    assert file is not None
    return link(read_document(ARTICLE), read_companion(file))


def words_of(companion: Companion, entry: Entry) -> list[str]:
    text = companion.document.text
    return [text[mention.start : mention.end] for mention in companion.links.of(entry.id)]


def test_the_article_is_read_without_a_warning_and_names_itself() -> None:
    document = bundled().document
    assert document.warnings == ()
    assert document.title == bundled().entries.title == "The resistance in Albania"
    assert document.author == "The Reading Companion authors"
    assert document.language == "en"


def test_the_article_is_of_a_length_to_be_read_at_one_sitting() -> None:
    document = bundled().document
    words = sum(len(document.text[block.start : block.end].split()) for block in document.blocks)
    assert 1_000 <= words <= 1_500


def test_every_section_has_a_heading_and_prose() -> None:
    document = bundled().document

    def is_prose(block: Block) -> bool:
        return block.kind is BlockKind.PARAGRAPH

    sections = [section for section in document.sections if section.level == 2]
    assert 5 <= len(sections) <= 7
    for section in sections:
        inside = [block for block in document.blocks if section.start <= block.start < section.end]
        assert sum(map(is_prose, inside)) >= 2, section.title


def test_there_are_enough_entries() -> None:
    companion = bundled()
    assert len(companion.terms) >= 25
    assert len(companion.people) >= 12
    assert len(companion.events) >= 25


def test_everything_is_linked_without_a_warning_and_without_an_open_question() -> None:
    companion = bundled()
    assert companion.warnings == ()
    assert companion.links.ambiguities == ()


def test_every_entry_says_something_in_whole_sentences() -> None:
    said = {entry.heading: entry.text for entry in bundled().entries}
    assert {
        heading: text for heading, text in said.items() if not re.fullmatch(r"[A-Z0-9].{20,}\.", text)
    } == {}
    assert [heading for heading, text in said.items() if "  " in text] == []


def test_every_person_and_every_term_is_named_in_the_article() -> None:
    companion = bundled()
    named = (*companion.people, *companion.terms)
    assert [entry.heading for entry in named if not companion.links.count(entry.id)] == []


def test_every_event_is_tied_to_a_passage() -> None:
    companion = bundled()
    assert [event.heading for event in companion.events if not companion.passages(event.id)] == []


@pytest.mark.parametrize(("date", "words"), DATES_IN_THE_ARTICLE.items())
def test_a_date_of_the_article_is_tied_to_its_event(date: str, words: str) -> None:
    companion = bundled()
    events = [event for event in companion.events if event.date.edtf == date]
    assert len(events) == 1, date
    assert words in words_of(companion, events[0])


def test_every_event_involves_somebody_or_something() -> None:
    for event in bundled().entries.events:
        assert event.people or event.terms, event.heading


def test_a_surname_alone_goes_to_the_one_who_was_last_named_in_full() -> None:
    companion = bundled()
    bare = {
        person.name: [words for words in words_of(companion, person) if " " not in words]
        for person in companion.people
    }
    assert bare["Midhat Frashëri"] == bare["Mehdi Frashëri"] == ["Frashëri"]
    assert bare["Nexhmije Hoxha"] == ["Hoxha"]
    assert len(bare["Enver Hoxha"]) >= 4


def test_relations_between_two_people_are_told_on_both_sides() -> None:
    people = {person.id: person for person in bundled().people}
    one_sided = [
        (person.name, people[relation.person].name)
        for person in people.values()
        for relation in person.relations
        if person.id not in {back.person for back in people[relation.person].relations}
    ]
    assert one_sided == []
