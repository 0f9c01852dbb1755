"""Summary: what is printed of a companion, before anybody writes it as a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from companion.core.notes import MarkKind
from companion.output.timeline.signs import Sign

if TYPE_CHECKING:
    from companion.core.dates import Date
    from companion.core.entries import Kind
    from companion.output.finding import Told
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
    left_out: str = "{count} more were found; these are the weightiest."
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
