"""Summary: what is printed of a companion, chosen and ordered once, before anybody writes it as a page."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from companion.core.entries import Event, Kind, Match, Person, Term
from companion.output.front import front_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.companion import Companion
    from companion.core.dates import Date
    from companion.core.entries import Entry


class Part(StrEnum):
    """What can stand in a summary, in the order in which it stands there."""

    ABOUT = "about"
    GLOSSARY = "glossary"
    PEOPLE = "people"
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that the summary adds to those of the companion."""

    parts: dict[Part, str] = field(
        default_factory=lambda: {
            Part.ABOUT: "About this companion",
            Part.GLOSSARY: "Glossary",
            Part.PEOPLE: "People",
            Part.TIMELINE: "Timeline",
        }
    )
    also: str = "also"
    see: str = "see"
    more: str = "and {count} more"


class Link(NamedTuple):
    """Another entry of the companion: its id, its heading and, for a person, what that one is to this."""

    entry: str
    heading: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry as it is printed.

    `under` is what stands under the heading: a person's role and years. `also` are its other names,
    `see` the entries it is related to, `paragraphs` the numbers of those that speak of it, ascending.
    """

    entry: str
    kind: Kind
    heading: str
    text: str = ""
    under: str = ""
    also: tuple[str, ...] = ()
    date: Date | None = None
    see: tuple[Link, ...] = ()
    paragraphs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """All that is printed. A part that is empty, or was not asked for, is not there."""

    title: str
    author: str = ""
    language: str = ""
    about: str = ""
    parts: dict[Part, tuple[Item, ...]] = field(default_factory=dict)
    labels: Labels = field(default_factory=Labels)


def summarise(companion: Companion, parts: Iterable[Part] = Part, labels: Labels | None = None) -> Summary:
    """The summary of a companion with the `parts` that are asked for.

    The glossary is in alphabetical order, the people in that of their appearance, the timeline by story
    date.
    """
    wanted = frozenset(parts)
    front = front_of(companion)
    far = len(companion.document.text)

    def place(person: Person) -> int:
        first = companion.first_place(person.id)
        return far if first is None else first

    terms, people = sorted(companion.terms, key=_alphabetical), sorted(companion.people, key=place)
    ordered: dict[Part, Iterable[Entry]] = {
        Part.GLOSSARY: terms,
        Part.PEOPLE: people,
        Part.TIMELINE: companion.events,
    }
    items = {
        part: tuple(_item(companion, entry) for entry in entries)
        for part, entries in ordered.items()
        if part in wanted
    }
    return Summary(
        title=front.title,
        author=front.author,
        language=front.language,
        about=companion.entries.notes if Part.ABOUT in wanted else "",
        parts={part: found for part, found in items.items() if found},
        labels=labels or Labels(),
    )


def references(paragraphs: tuple[int, ...], labels: Labels, most: int = 6) -> str:
    """Paragraph numbers as a reader would cite them: ``"§3, 5–7, 12 and 4 more"``; runs are drawn together.

    At most `most` numbers or runs are written out.
    """
    if not paragraphs:
        return ""
    breaks = [index for index, (one, next_one) in enumerate(pairwise(paragraphs), 1) if next_one > one + 1]
    runs = [paragraphs[start:end] for start, end in pairwise([0, *breaks, len(paragraphs)])]
    said = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs[:most])
    left = sum(len(run) for run in runs[most:])
    return f"§{said}" + (f" {labels.more.format(count=left)}" if left else "")


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of an entry's text, each on one line; an empty line stands between two."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if words := line.split():
            found[-1] += words
        elif found[-1]:
            found.append([])
    return [" ".join(words) for words in found if words]


def _item(companion: Companion, entry: Entry) -> Item:
    document = companion.document
    numbers = {document.paragraph_number(span.start) for span in companion.passages(entry.id).spans}
    return Item(
        entry=entry.id,
        kind=entry.kind,
        heading=entry.heading,
        text=entry.text,
        under=_under(entry),
        also=_other_names(entry),
        date=entry.date if isinstance(entry, Event) else None,
        see=tuple(_see(companion, entry)),
        paragraphs=tuple(sorted(numbers)),
    )


def _under(entry: Entry) -> str:
    if not isinstance(entry, Person):
        return ""
    return " · ".join(part for part in (entry.role, entry.dates.words() if entry.dates else "") if part)


def _see(companion: Companion, entry: Entry) -> Iterator[Link]:
    """The entries that this one declares to belong to it, and that are there."""
    match entry:
        case Term(see_also=others):
            roles = [(other, "") for other in others]
        case Person(relations=relations):
            roles = [(relation.person, relation.role) for relation in relations]
        case Event(people=people, terms=terms):
            roles = [(other, "") for other in (*people, *terms)]
    for other, role in roles:
        if (found := companion.entry(other)) is not None:
            yield Link(other, found.heading, role)


def _other_names(entry: Entry) -> tuple[str, ...]:
    """The aliases that tell a reader something: names of their own, with a capital.

    The others are there to find the entry in the text: "occupied" for an occupation, "Allied" for the
    Allies, a longer or shorter form of the heading.
    """
    names = dict.fromkeys(alias.text for alias in entry.aliases if alias.match is not Match.NEVER)
    heading = set(_plain(entry.heading).split())
    return tuple(name for name in names if name != name.lower() and not _is_form(name, heading))


def _is_form(name: str, heading: set[str]) -> bool:
    words = set(_plain(name).split())
    if words <= heading or heading <= words:
        return True
    stem = _plain(name)[:4]
    return (
        len(words) == 1 and len(stem) == 4 and not name.isupper() and any(w.startswith(stem) for w in heading)
    )


def _plain(text: str) -> str:
    """Small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _alphabetical(term: Term) -> tuple[str, str]:
    """Sorts without regard to capitals, accents and an article before the word."""
    plain = _plain(term.term)
    first, _, rest = plain.partition(" ")
    return (rest if rest and first in ("a", "an", "the") else plain), term.id
