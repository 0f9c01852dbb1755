from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from found_strategies import anything_found, documents
from hypothesis import given
from hypothesis import strategies as st

from companion.core.companion import Companion
from companion.core.document import Document, Span
from companion.core.entries import Alias, Claim, ClaimKind, Entries, Match, Person, Relation, Term
from companion.core.found import Found, companion_of
from companion.store.companion_file import parse_companion
from companion.store.companion_writing import companion_text
from companion.store.yaml_writing import listed, one_line, scalar, text

if TYPE_CHECKING:
    from companion.core.sentences import Sentences


def read(companion: Companion) -> Entries:
    return parse_companion(companion_text(companion), "x.companion.yaml")


@given(documents(), anything_found())
def test_what_is_written_is_read_without_a_problem(text: tuple[Document, Sentences], found: Found) -> None:
    entries = read(companion_of(text[0], found, text[1]))

    assert [len(entries.terms), len(entries.people), len(entries.events)] == [2, 2, 2]
    for before, after in zip(found.entries.people, entries.people, strict=True):
        assert one_line(before.role) == after.role
        assert one_line(before.about) == one_line(after.about)
        assert before.dates == after.dates
    for before, after in zip(found.entries.terms, entries.terms, strict=True):
        assert one_line(before.definition) == one_line(after.definition)
    assert sorted(event.date for event in entries.events) == sorted(
        event.date for event in found.entries.events
    )


TROUBLE = [
    "yes",
    "1908",
    "- a",
    "a: b",
    "a:",
    "a #b",
    "#b",
    "[a]",
    "a, b",
    "{a}",
    "“Anna”",
    '"Anna" \\ "Bern"',
    "it's",
    "'tis",
    "@a",
    "`a",
    "%a",
    "&a",
    "*a",
    "!a",
    "|",
    ">",
    "? a",
    "…",
    "0x1f",
    "~",
    "null",
    "a\u2028b",
    "a\x85b",
    "Verl's – “x”",
    "🏰",
    "<<",
]


@pytest.mark.parametrize("words", TROUBLE)
def test_words_are_read_as_they_were_written(words: str) -> None:
    definition = words + " and so on" * 30
    term = Term(id="t", term=words, aliases=(Alias(f"{words} b"),), definition=definition, see_also=("p",))
    person = Person(
        id="p", name=f"{words} c", role=words, relations=(Relation("q", words),), about=f"{words} x"
    )
    other = Person(id="q", name=f"{words} d")
    document = Document("A text. " * 9, title=words)
    entries = read(Companion(document, Entries(terms=(term,), people=(person, other))))

    (again,) = entries.terms
    plain = one_line(words)
    assert (again.term, one_line(again.definition)) == (plain, one_line(definition))
    assert [alias.text for alias in again.aliases] == [f"{plain} b"]
    assert entries.title == plain
    first, second = entries.people
    assert (first.name, first.role, first.about) == (f"{plain} c", plain, f"{plain} x")
    assert first.relations == (Relation(second.id, plain),)
    assert again.see_also == (first.id,)


@given(st.text(max_size=200))
def test_any_words_can_be_written(words: str) -> None:
    if plain := one_line(words):
        (term,) = parse_companion(
            "\n".join(
                [
                    "terms:",
                    f"  - term: {scalar(words)}",
                    f"    see also: {listed([])}",
                    f"    aliases: {listed([scalar('x ' + words, in_list=True)])}",
                    f"    definition: {text(words, '      ')[0]}",
                    *text(words, "      ")[1:],
                ]
            ),
            "x",
        ).terms
        assert (term.term, term.aliases[0].text) == (plain, one_line("x " + words))
        assert one_line(term.definition) == plain


def test_entries_of_one_name_are_told_apart_and_small_names_spelt_exactly() -> None:
    people = tuple(Person(id=f"p{number}", name=name) for number, name in enumerate(("Anna", "anna", "Bern")))
    terms = (Term(id="t", term="wills", aliases=(Alias("will"),)), Term(id="u", term="Will"))
    written = companion_text(Companion(Document("x"), Entries(people=people, terms=terms)))

    assert "name: anna (2)" in written
    assert "aliases: [{text: will, case: exact}]" in written
    assert parse_companion(written, "x").terms[0].aliases == (Alias("will", Match.EXACT),)


def test_each_line_tells_its_paragraph_and_its_sentence() -> None:
    text = "Anna was the queen. She won.\n\nBern told it."
    person = Person(
        id="a",
        name="Anna",
        role="queen",
        about="She won.",
        claims=(
            Claim(ClaimKind.ROLE, "queen", Span(0, 19)),
            Claim(ClaimKind.ABOUT, "She won.", Span(20, 28)),
        ),
    )
    term = Term(id="t", term="Bern", claims=(Claim(ClaimKind.TOLD, "Bern told it.", Span(30, 43)),))
    lines = companion_text(Companion(Document(text), Entries(people=(person,), terms=(term,)))).splitlines()

    assert lines[lines.index("    role: queen") - 1] == "    # paragraph 0: Anna was the queen."
    assert lines[lines.index("    about: She won.") - 1] == "    # paragraph 0"
    assert lines[lines.index("  - term: Bern") + 1] == "    # paragraph 0: Bern told it."


def test_a_quote_is_as_long_as_it_must_be_to_be_found_once() -> None:
    sentence = "In 1643 Anna of Bern won the great battle at the gate of the town"
    text = f"{sentence} again. {sentence}, she said."
    first, second = Span(0, len(sentence) + 7), Span(len(sentence) + 8, len(text))
    event = replace(
        parse_companion("events:\n  - {date: 1643, title: Anna won}", "x").events[0], evidence=(first, second)
    )
    written = companion_text(Companion(Document(text), Entries(events=(event,))))

    assert f'"{sentence} again."' in written
    assert f'"{sentence}, she said."' in written
