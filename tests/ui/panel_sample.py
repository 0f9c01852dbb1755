"""A small text in three chapters with its companion, made by hand: what tests of panels look at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.core.companion import Companion
from companion.core.dates import parse_date
from companion.core.document import Block, BlockKind, Document, Section, Span
from companion.core.entries import Alias, Entries, Event, Origin, Person, Relation, Term
from companion.core.links import Links, Mention
from companion.core.sentences import split
from companion.ui.reading import Reading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

H, P = BlockKind.HEADING, BlockKind.PARAGRAPH
WORDS = (
    (H, "The siege of Aldmere"),
    (H, "The walls"),
    (P, "🏰 Anna Verl held the wall. The postern was barred."),
    (P, "Nobody knew how long the wall would stand. Zoë Ferrand did not ask."),
    (H, "The winter"),
    (P, "All winter Verl counted the bread. She slept in her boots."),
    (P, "In January 1644 Anna Verl wrote to Zoë Ferrand about the postern."),
    (H, "The end"),
    (P, "Verl opened the gate, and Ferrand went home."),
)
NAMES = (
    ("verl", "Anna Verl"),
    ("verl", "Verl"),
    ("ferrand", "Zoë Ferrand"),
    ("ferrand", "Ferrand"),
    ("wall", "wall"),
    ("postern", "postern"),
    ("letter", "January 1644"),
)
ENTRIES = Entries(
    terms=(
        Term(id="wall", term="wall", definition="What is round the town.", see_also=("postern",)),
        Term(id="postern", term="postern", definition="A small gate."),
        Term(id="siege", term="siege engine", aliases=(Alias("trébuchet"),), definition="Never seen."),
    ),
    people=(
        Person(
            id="ferrand",
            name="Zoë Ferrand",
            aliases=(Alias("Ferrand"),),
            about="A merchant.",
            origin=Origin.FOUND,
        ),
        Person(
            id="verl",
            name="Anna Verl",
            role="commander of the garrison",
            dates=parse_date("1610/1660"),
            about="Held the walls through the winter.",
            relations=(Relation("ferrand", "her creditor"),),
        ),
        Person(id="ghost", name="<img src='file:///x.png'> & Co", about="Hostile."),
    ),
    events=(Event(id="letter", title="A letter", date=parse_date("1644-01"), people=("verl",)),),
)


def document() -> Document:
    """The text with its chapters."""
    blocks, starts, text = [], [], ""
    for kind, words in WORDS:
        text += "\n\n" if text else ""
        blocks.append(Block(kind, len(text), len(text) + len(words), level=2 if kind is H else 0))
        if kind is H:
            starts.append((words, len(text)))
        text += words
    ends = [len(text), *(start for _, start in starts[2:]), len(text)]
    sections = [
        Section(title, 1 if index == 0 else 2, start, end)
        for index, ((title, start), end) in enumerate(zip(starts, ends, strict=True))
    ]
    return Document(text, tuple(blocks), tuple(sections), title="The siege of Aldmere")


def companion(of: Document, entries: Entries = ENTRIES) -> Companion:
    """The entries tied to the text; one passage tells of Verl without naming her."""
    taken: list[Span] = []
    mentions = []
    for entry, name in NAMES:
        place = of.text.find(name)
        while place >= 0:
            span = Span(place, place + len(name))
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                mentions.append(Mention(entry, *span))
            place = of.text.find(name, place + 1)
    told = of.text.find("She slept in her boots.")
    return Companion(of, entries, Links(mentions), split(of), {"verl": (Span(told, told + 23),)})


def opened(parent: QWidget) -> Reading:
    """A reading of the text with its companion."""
    reading = Reading(parent)
    text = document()
    reading.show(text)
    reading.take(companion(text))
    return reading


def with_many(count: int) -> Companion:
    """A companion with so many people, none of whom the text names."""
    people = tuple(Person(id=f"p{number}", name=f"Person {number}") for number in range(count))
    return companion(document(), replace(ENTRIES, people=people))
