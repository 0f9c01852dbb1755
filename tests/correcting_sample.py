"""A short text, invented, with its companion, and corrections made of a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.anchors import Anchor, anchor
from companion.core.corrections import Correction, Subject, Verb
from companion.core.dates import parse_date
from companion.core.document import Span
from companion.core.entries import Alias, Entries, Entry, Event, Kind, Person, Relation, Term
from companion.linking import link
from companion.readers import read_text

if TYPE_CHECKING:
    from companion.core.companion import Companion
    from companion.core.document import Document

TEXT = """Anna Verl held the postern all winter. The captain slept little, and Verl wrote home in May 1643.

Thomas Orden came in June 1643 with the garrison. Orden asked for Anna, and she showed him the postern.

Old Verl, her father, had built the sally port. A drum was heard. Orden slept, and the drum fell silent.

Jon Verl, who was nobody's captain, sold the drum. Anna Verl wept by the sally port, and Orden left."""

VERL = Person(
    id="person:anna-verl",
    name="Anna Verl",
    aliases=(Alias("Verl"), Alias("Anna"), Alias("captain")),
    role="commander",
    about="Held the walls.",
    relations=(Relation("person:orden", "her friend"),),
)
ORDEN = Person(id="person:orden", name="Thomas Orden", aliases=(Alias("Orden"),))
POSTERN = Term(id="term:postern", term="postern", definition="A gate.", see_also=("person:anna-verl",))
PORT = Term(id="term:sally-port", term="sally port")
COMING = Event(
    id="event:coming",
    title="Orden comes",
    date=parse_date("1643-06"),
    people=("person:orden", "person:anna-verl"),
    terms=("term:postern",),
    quotes=("Thomas Orden came",),
)
ENTRIES = Entries(terms=(POSTERN, PORT), people=(VERL, ORDEN), events=(COMING,))


def the_companion(entries: Entries = ENTRIES, text: str = TEXT) -> Companion:
    return link(read_text(text), entries)


def subject(entry: Entry) -> Subject:
    return Subject(entry.kind, entry.heading, entry.date.edtf if isinstance(entry, Event) else "")


def person(name: str) -> Subject:
    return Subject(Kind.PERSON, name)


def term(name: str) -> Subject:
    return Subject(Kind.TERM, name)


def quoted(document: Document, words: str, number: int = 0) -> Anchor:
    """The anchor of the words where they stand for the time `number`, counted from 0."""
    start = -1
    for _ in range(number + 1):
        start = document.text.index(words, start + 1)
    return anchor(document, Span(start, start + len(words)))


def correction(verb: Verb, about: Subject, **fields: object) -> Correction:
    return Correction(f"urn:{verb}:{about.heading}:{fields}", verb, about, **fields)  # type: ignore[arg-type]


def named(companion: Companion, entry_id: str) -> list[str]:
    """The words by which an entry is named, in the order of the text."""
    text = companion.document.text
    return [text[one.start : one.end] for one in companion.links.of(entry_id)]
