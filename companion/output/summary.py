"""Summary: what is printed of a companion, chosen and ordered once, before anybody writes it as a page."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from companion.core.entries import Event, Kind, Match, Origin, Person, Term
from companion.core.notes import MarkKind
from companion.output.finding import Findings, findings, weightiest
from companion.output.front import front_of
from companion.output.noted import by_entry
from companion.output.quoting import kept, quoted
from companion.output.timeline.signs import Sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.companion import Companion
    from companion.core.dates import Date
    from companion.core.document import Document, Span
    from companion.core.entries import Entry
    from companion.core.notes import Mark
    from companion.output.finding import Told
    from companion.output.noted import Marks
    from companion.output.quoting import Kept, Quoted


class Part(StrEnum):
    """What can stand in a summary, in the order in which it stands there.

    DRAWING is the timeline as a drawing, TIMELINE the same events as a list, PASSAGES are those of a focus,
    NOTES the reader's own marks with what she wrote to them.
    """

    ABOUT = "about"
    GLOSSARY = "glossary"
    PEOPLE = "people"
    DRAWING = "drawing"
    TIMELINE = "timeline"
    PASSAGES = "passages"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that the summary adds to those of the companion; dates are said in `language`."""

    parts: dict[Part, str] = field(
        default_factory=lambda: {
            Part.ABOUT: "About this companion",
            Part.GLOSSARY: "Glossary",
            Part.PEOPLE: "People",
            Part.DRAWING: "Timeline",
            Part.TIMELINE: "Events by date",
            Part.PASSAGES: "Passages: {focus}",
            Part.NOTES: "Marks and notes",
        }
    )
    language: str = "en"
    kicker: str = "A reading companion"
    also: str = "also"
    see: str = "see"
    more: str = "and {count} more"
    both: str = "{one} and {other}"
    numbers: str = "A number after § is that of a paragraph of the text."
    unplaced: str = "no longer found in the text"
    whole: str = "on the whole text"
    kinds: dict[MarkKind, str] = field(
        default_factory=lambda: {
            MarkKind.HIGHLIGHT: "highlighted",
            MarkKind.UNDERLINE: "underlined",
        }
    )
    told: str = "first mention"
    doubtful: str = "doubtful"
    left_out: str = "{count} more were found; these are the ones of most weight."
    events: str = "{count} events"
    legend: str = "What the signs mean"
    signs: dict[Sign, str] = field(
        default_factory=lambda: {
            Sign.DAY: "one day or a short time",
            Sign.WHILE: "from … to …, or some time within it",
            Sign.APPROXIMATE: "about that time",
            Sign.UNCERTAIN: "perhaps then",
            Sign.OPEN: "reaches further, or its end is not known",
            Sign.BREAK: "a long time in which nothing happens is left out",
        }
    )


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
    `told` is quoted where nothing explains an entry that was found in the text; `quoted` are the numbers of
    the paragraphs that are told with what is said; `notes` is what the reader noted on it.
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
    told: Told | None = None
    quoted: frozenset[int] = frozenset()
    notes: tuple[Kept, ...] = ()

    @property
    def elsewhere(self) -> tuple[int, ...]:
        """The numbers of its paragraphs, unless all of them stand in what is said of it already."""
        return () if self.quoted.issuperset(self.paragraphs) else self.paragraphs


@dataclass(frozen=True, slots=True)
class Summary:
    """All that is printed. A part that is empty, or was not asked for, is not there.

    `parts` holds the entries of GLOSSARY, PEOPLE, DRAWING and TIMELINE, `left_out` how many more of each were
    found in the text. `focus` says of what the passages are.
    """

    title: str
    author: str = ""
    language: str = ""
    about: str = ""
    parts: dict[Part, tuple[Item, ...]] = field(default_factory=dict)
    focus: str = ""
    passages: tuple[Quoted, ...] = ()
    notes: tuple[Kept, ...] = ()
    labels: Labels = field(default_factory=Labels)
    left_out: dict[Part, int] = field(default_factory=dict)

    @property
    def refers(self) -> bool:
        """Whether the number of any paragraph is told."""
        return (
            any(item.paragraphs for items in self.parts.values() for item in items)
            or any(passage.paragraph for passage in self.passages)
            or any(note.paragraph for note in self.notes)
        )

    def rest(self, part: Part) -> str:
        """A sentence that tells how many entries of a part are not printed; nothing where all are."""
        count = self.left_out.get(part, 0)
        return self.labels.left_out.format(count=count) if count else ""

    def place_of(self, note: Kept) -> str:
        """Where a mark stands, in words: ``"§12"``, the entry it is on, or that it is no longer found."""
        if note.paragraph:
            return f"§{note.paragraph}"
        if not note.is_placed:
            return self.labels.unplaced
        return note.about or self.labels.whole

    def heading(self, part: Part) -> str:
        """What stands over a part."""
        return self.labels.parts[part].replace("{focus}", self.focus)


def summarise(
    companion: Companion,
    parts: Iterable[Part] = Part,
    labels: Labels | None = None,
    *,
    focus: tuple[str, ...] = (),
    bookmarks: Iterable[tuple[Mark, Span | None]] = (),
    until: int | None = None,
) -> Summary:
    """The summary of a companion with the `parts` that are asked for.

    The glossary is in alphabetical order, the people in that of their appearance, the timeline by story
    date. `focus` are ids of the entries whose passages are printed, `bookmarks` the reader's own with the
    place of each, None for one that was not found again. What the text tells after the offset `until`
    is left out, and so are entries of which it has not spoken before. A note on an entry stands under that
    where it is printed, else with the other marks.
    """
    wanted = frozenset(parts)
    front = front_of(companion)
    words = labels or Labels()
    far = len(companion.document.text) if until is None else until
    named = tuple(entry.heading for one in focus if (entry := companion.entry(one)) is not None)
    quotes = quoted(companion, focus, far) if Part.PASSAGES in wanted and len(named) == len(focus) else ()
    entries = [one for one in _entries(companion, wanted, until, words) if one[1]]
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
    companion: Companion, wanted: frozenset[Part], until: int | None, words: Labels
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
            shown, left = weightiest(companion, told)
            items = tuple(_item(companion, entry, until, words) for entry in shown)
            if part is Part.TIMELINE and Part.DRAWING in wanted:
                yield Part.DRAWING, items, left
            if part in wanted:
                yield part, items, left


def references(paragraphs: tuple[int, ...], labels: Labels, most: int = 6) -> str:
    """Paragraph numbers as a reader would cite them: ``"§3, 5–7, 12 and 4 more"``; runs are drawn together.

    At most `most` numbers or runs are written out, or one more rather than "and 1 more".
    """
    if not paragraphs:
        return ""
    breaks = [index for index, (one, next_one) in enumerate(pairwise(paragraphs), 1) if next_one > one + 1]
    runs = [paragraphs[start:end] for start, end in pairwise([0, *breaks, len(paragraphs)])]
    left = sum(len(run) for run in runs[most:])
    if left == 1:
        most, left = most + 1, 0
    said = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs[:most])
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
