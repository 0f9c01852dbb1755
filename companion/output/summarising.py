"""Summarising: what of a companion is printed is chosen and put in order."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from companion.core.entries import Event, Match, Origin, Person, Term
from companion.output.finding import MOST, Findings, findings, weightiest
from companion.output.front import front_of
from companion.output.noted import by_entry
from companion.output.quoting import kept, quoted
from companion.output.summary import Item, Labels, Link, Part, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.companion import Companion
    from companion.core.document import Document, Span
    from companion.core.entries import Entry
    from companion.core.notes import Mark
    from companion.output.noted import Marks


def summarise(
    companion: Companion,
    parts: Iterable[Part] = Part,
    labels: Labels | None = None,
    *,
    focus: tuple[str, ...] = (),
    bookmarks: Iterable[tuple[Mark, Span | None]] = (),
    until: int | None = None,
    most: int | None = MOST,
) -> Summary:
    """The summary of a companion with the `parts` that are asked for.

    The glossary is in alphabetical order, the people in that of their appearance, the timeline by story
    date. `focus` are ids of the entries whose passages are printed, `bookmarks` the reader's own with the
    place of each, None for one that was not found again. What the text tells after the offset `until`
    is left out, and so are entries of which it has not spoken before. Of the entries of one kind that were
    found in the text, `most` are printed, the weightiest; all of them if that is None. A note on an entry
    stands under that where it is printed, else with the other marks.
    """
    wanted = frozenset(parts)
    front = front_of(companion)
    words = labels or Labels()
    far = len(companion.document.text) if until is None else until
    named = tuple(entry.heading for one in focus if (entry := companion.entry(one)) is not None)
    quotes = quoted(companion, focus, far) if Part.PASSAGES in wanted and len(named) == len(focus) else ()
    entries = [one for one in _entries(companion, wanted, until, words, most) if one[1]]
    listed = {item.entry for part, items, _ in entries if part is not Part.DRAWING for item in items}
    marks = bookmarks if Part.NOTES in wanted else ()
    mine, others = by_entry((one for one in companion.entries if one.id in listed), marks)
    return Summary(
        title=front.title,
        author=front.author,
        language=front.language,
        about=companion.entries.notes if Part.ABOUT in wanted else "",
        parts={part: tuple(_noted(items, mine, companion.document)) for part, items, _ in entries},
        left_out={part: count for part, _, count in entries if count and not _is_repeated(part, wanted)},
        focus=words.both.format(one=named[0], other=named[1]) if len(named) == 2 else "".join(named),
        passages=tuple(quotes) if focus else (),
        notes=tuple(kept(companion.document, others)),
        labels=words,
    )


def _noted(items: Iterable[Item], mine: dict[str, Marks], document: Document) -> Iterator[Item]:
    """The items with the notes on each."""
    for item in items:
        notes = tuple(kept(document, mine.get(item.entry, ())))
        yield replace(item, notes=notes) if notes else item


def _is_repeated(part: Part, wanted: frozenset[Part]) -> bool:
    """Whether what is said of a part is said of another one, too: the drawn timeline and the list."""
    return part is Part.DRAWING and Part.TIMELINE in wanted


def _entries(
    companion: Companion, wanted: frozenset[Part], until: int | None, words: Labels, most: int | None
) -> Iterator[tuple[Part, tuple[Item, ...], int]]:
    """The items of each part, and how many there is no room for."""
    far = len(companion.document.text)

    def place(entry: Entry) -> int:
        first = companion.first_place(entry.id)
        return far if first is None else first

    terms: list[Term] = sorted(companion.terms, key=_alphabetical)
    ordered: dict[Part, Iterable[Entry]] = {
        Part.GLOSSARY: terms,
        Part.PEOPLE: sorted(companion.people, key=place),
        Part.TIMELINE: companion.events,
    }
    for part, entries in ordered.items():
        if part in wanted or (part is Part.TIMELINE and Part.DRAWING in wanted):
            told = [entry for entry in entries if until is None or _is_told(companion, entry.id, until)]
            shown, left = weightiest(companion, told, most)
            items = tuple(_item(companion, entry, until, words) for entry in shown)
            if part is Part.TIMELINE and Part.DRAWING in wanted:
                yield Part.DRAWING, items, left
            if part in wanted:
                yield part, items, left


def _item(companion: Companion, entry: Entry, until: int | None, words: Labels) -> Item:
    document = companion.document
    places = companion.passages(entry.id).spans.starts
    numbers = document.paragraph_numbers(place for place in places if until is None or place < until)
    said = Findings(_under(entry, words), entry.text)
    if entry.origin is Origin.FOUND and entry.claims:
        said = findings(entry, document, until, words.language, words.doubtful)
    return Item(
        entry=entry.id,
        kind=entry.kind,
        heading=entry.heading,
        text=said.text,
        under=said.under,
        told=said.told,
        quoted=said.paragraphs,
        also=other_names(entry),
        date=entry.date if isinstance(entry, Event) else None,
        see=tuple(_see(companion, entry, until)),
        paragraphs=tuple(sorted(numbers)),
    )


def _under(entry: Entry, words: Labels) -> str:
    if not isinstance(entry, Person):
        return ""
    dates = entry.dates.words(words.language) if entry.dates else ""
    return " · ".join(part for part in (entry.role, dates) if part)


def _see(companion: Companion, entry: Entry, until: int | None) -> Iterator[Link]:
    """The entries that this one declares to belong to it, and that are there."""
    match entry:
        case Term(see_also=others):
            roles = [(other, "") for other in others]
        case Person(relations=relations):
            roles = [(relation.person, relation.role) for relation in relations]
        case Event(people=people, terms=terms):
            roles = [(other, "") for other in (*people, *terms)]
    for other, role in roles:
        found = companion.entry(other)
        if found is not None and (until is None or _is_told(companion, other, until)):
            yield Link(other, found.heading, role)


def _is_told(companion: Companion, entry: str, until: int) -> bool:
    first = companion.first_place(entry)
    return first is not None and first < until


def other_names(entry: Entry) -> tuple[str, ...]:
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
