"""The small text of the panels with what a search might have found in it: claims, doubts, no dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import panel_sample as sample

from companion.core.claims import with_claims
from companion.core.companion import Companion
from companion.core.document import Span
from companion.core.entries import Alias, Claim, ClaimKind, Entries, Origin, Person, Relation, Term
from companion.core.links import Links, Mention
from companion.core.sentences import split
from companion.ui.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from companion.core.document import Document

HELD = "🏰 Anna Verl held the wall."
BARRED = "The postern was barred."
ASKED = "Zoë Ferrand did not ask."
SLEPT = "She slept in her boots."
COUNTED = "All winter Verl counted the bread."
WROTE = "In January 1644 Anna Verl wrote to Zoë Ferrand about the postern."
OPENED = "Verl opened the gate, and Ferrand went home."


def place(of: Document, words: str) -> Span:
    """Where words stand."""
    start = of.text.index(words)
    return Span(start, start + len(words))


def entries(of: Document) -> Entries:
    """Two people, one of them unexplained, a doubtful one, and terms of very different need."""

    def claim(kind: ClaimKind, text: str, sentence: str) -> Claim:
        return Claim(kind, text, place(of, sentence))

    verl = with_claims(
        Person(
            id="verl",
            name="Anna Verl",
            aliases=(Alias("Verl"), Alias("Iron Annie")),
            origin=Origin.FOUND,
            confidence=0.9,
            relations=(Relation("ferrand", "her creditor", place(of, WROTE)),),
        ),
        (
            claim(ClaimKind.ABOUT, HELD, HELD),
            claim(ClaimKind.ROLE, "counter of bread", COUNTED),
            claim(ClaimKind.BORN, "1610", SLEPT),
            claim(ClaimKind.ABOUT, OPENED, OPENED),
            claim(ClaimKind.ROLE, "opener of gates", OPENED),
            claim(ClaimKind.TOLD, HELD, HELD),
        ),
    )
    ferrand = with_claims(
        Person(id="ferrand", name="Zoë Ferrand", origin=Origin.FOUND, confidence=0.8),
        (claim(ClaimKind.TOLD, ASKED, ASKED),),
    )
    nobody = with_claims(
        Person(id="nobody", name="Nobody", origin=Origin.FOUND, confidence=0.3),
        (claim(ClaimKind.TOLD, "Nobody knew how long the wall would stand.", "Nobody knew how long"),),
    )
    wall = with_claims(
        Term(id="wall", term="wall", origin=Origin.FOUND, confidence=0.55),
        (claim(ClaimKind.TOLD, HELD, HELD),),
    )
    postern = with_claims(
        Term(id="postern", term="postern", origin=Origin.FOUND, confidence=0.95),
        (claim(ClaimKind.DEFINITION, "what was <b>barred</b>", BARRED),),
    )
    return Entries(terms=(wall, postern), people=(nobody, ferrand, verl))


NAMES = (
    ("verl", "Anna Verl"),
    ("verl", "Verl"),
    ("ferrand", "Zoë Ferrand"),
    ("ferrand", "Ferrand"),
    ("nobody", "Nobody"),
    ("wall", "wall"),
    ("postern", "postern"),
)


def companion(of: Document, found: Entries | None = None) -> Companion:
    """What was found, tied to the text; one passage speaks of Verl as "She" only."""
    known = found if found is not None else entries(of)
    links = Links(_mentions(of, known))
    return Companion(of, known, links, split(of), {"verl": (place(of, "She"),)})


def _mentions(of: Document, known: Entries) -> Sequence[Mention]:
    ids = {entry.id for entry in known}
    taken: list[Span] = []
    mentions = []
    for entry, name in NAMES:
        at = of.text.find(name)
        while at >= 0:
            span = Span(at, at + len(name))
            if entry in ids and not any(span.overlaps(other) for other in taken):
                taken.append(span)
                mentions.append(Mention(entry, *span))
            at = of.text.find(name, at + 1)
    return mentions


def opened(parent: QWidget) -> Reading:
    """A reading of the text with what was found in it."""
    reading = Reading(parent)
    text = sample.document()
    reading.show(text)
    reading.take(companion(text))
    return reading
