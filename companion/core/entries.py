"""Entries: the terms, people and events of a companion, before they are tied to a text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.dates import Date
    from companion.core.document import Span


class Kind(StrEnum):
    """The three kinds of entry."""

    TERM = "term"
    PERSON = "person"
    EVENT = "event"


class Origin(StrEnum):
    """Where an entry comes from."""

    CURATED = "curated"
    FOUND = "found"
    EDITED = "edited"


class Part(StrEnum):
    """A part of an entry that a reader may have put into words of her own."""

    HEADING = "heading"
    TEXT = "text"
    ROLE = "role"
    DATE = "date"


class Match(StrEnum):
    """How an alias is looked for in the text.

    USUAL: capitals in the alias must be capitals in the text (or the whole name stands in capitals);
    small letters may be capital. EXACT: letter for letter as written. ANY: capitals do not matter.
    NEVER: these words are not this entry, though a shorter alias inside them would say so.
    """

    USUAL = "usual"
    EXACT = "exact"
    ANY = "any"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of an entry, and how it is looked for."""

    text: str
    match: Match = Match.USUAL


class Pin(NamedTuple):
    """Words at one place of the text: the first of that kind in the passage that is quoted in `within`."""

    words: str
    within: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie of one person to another: `person` is an entry id, `role` what that one is ("his wife").

    `evidence` is the sentence that says so, where the relation was found in the text.
    """

    person: str
    role: str
    evidence: Span | None = None


class ClaimKind(StrEnum):
    """What part of an entry a claim fills. BORN and DIED are dates, in EDTF.

    TOLD is no explanation: it is the first sentence that tells of an entry which nothing explains.
    """

    ROLE = "role"
    ABOUT = "about"
    DEFINITION = "definition"
    BORN = "born"
    DIED = "died"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that an entry says, and the span of the sentence it is taken from."""

    kind: ClaimKind
    text: str
    evidence: Span


DOUBTFUL = 0.5
"""The confidence below which an entry is hidden until the reader asks for the doubtful ones."""


LONGEST_EVENT_NAME = 5
"""Words of an event's title that may be its name; a longer one says what happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """What all entries share. `quotes` are words of passages that speak of the entry without naming it.

    At the places of `here` the entry is meant, and at those of `not_here` it is not, whatever its names and
    those of others say.

    An entry that was found in the text has `claims`, of which its texts are made, and a `confidence`
    from 0 to 1: below DOUBTFUL it is hidden at first.

    One that the reader mended has the origin EDITED; `before` is the origin that it had till then, None
    where she added it herself, and `own` are the parts that say what she says. `by` names whoever else did.
    """

    id: str
    aliases: tuple[Alias, ...] = ()
    quotes: tuple[str, ...] = ()
    here: tuple[Pin, ...] = ()
    not_here: tuple[Pin, ...] = ()
    origin: Origin = Origin.CURATED
    evidence: tuple[Span, ...] = ()
    claims: tuple[Claim, ...] = ()
    confidence: float = 1.0
    before: Origin | None = None
    own: frozenset[Part] = frozenset()
    by: str = ""

    @property
    def is_found(self) -> bool:
        """Whether it was found in the text, be it mended since or not."""
        return Origin.FOUND in (self.origin, self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(_Entry):
    """A word or name that may need explaining; `see_also` are ids of entries of any kind."""

    term: str
    definition: str = ""
    see_also: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """What kind of entry this is."""
        return Kind.TERM

    @property
    def heading(self) -> str:
        """The name under which the entry is listed."""
        return self.term

    @property
    def text(self) -> str:
        """What the entry says."""
        return self.definition


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(_Entry):
    """Somebody the text speaks of. `dates` is a lifetime or reign as an interval, as far as known."""

    name: str
    role: str = ""
    dates: Date | None = None
    about: str = ""
    relations: tuple[Relation, ...] = ()

    @property
    def kind(self) -> Kind:
        """What kind of entry this is."""
        return Kind.PERSON

    @property
    def heading(self) -> str:
        """The name under which the entry is listed."""
        return self.name

    @property
    def text(self) -> str:
        """What the entry says."""
        return self.about


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(_Entry):
    """Something that happened at a date; `people` and `terms` are ids of the entries it involves."""

    title: str
    date: Date
    about: str = ""
    people: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """What kind of entry this is."""
        return Kind.EVENT

    @property
    def is_named_by_title(self) -> bool:
        """Whether the title may be looked for: not one that is a sentence, where quotes tell the places."""
        return not self.quotes or len(self.title.split()) <= LONGEST_EVENT_NAME

    @property
    def heading(self) -> str:
        """The name under which the entry is listed."""
        return self.title

    @property
    def text(self) -> str:
        """What the entry says."""
        return self.about


Entry = Term | Person | Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """All entries of one companion, in the order in which they were written, not yet tied to a text."""

    title: str = ""
    author: str = ""
    language: str = ""
    notes: str = ""
    terms: tuple[Term, ...] = ()
    people: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()

    def __iter__(self) -> Iterator[Entry]:
        yield from self.terms
        yield from self.people
        yield from self.events

    def __len__(self) -> int:
        return len(self.terms) + len(self.people) + len(self.events)

    def holding(self, entries: Iterable[Entry]) -> Entries:
        """What is said of the whole, with these entries instead: each among its kind, in their order."""
        held = tuple(entries)
        return replace(
            self,
            terms=tuple(one for one in held if isinstance(one, Term)),
            people=tuple(one for one in held if isinstance(one, Person)),
            events=tuple(one for one in held if isinstance(one, Event)),
        )
