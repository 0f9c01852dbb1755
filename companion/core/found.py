"""Found: what was found in a text that nobody prepared; becomes a companion."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from companion.core.companion import Companion
from companion.core.entries import DOUBTFUL, Entries
from companion.core.links import Links
from companion.core.sentences import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.core.document import Document, Span
    from companion.core.entries import Event, Kind, Person, Relation, Term
    from companion.core.message import Message
    from companion.core.sentences import Sentences


AnyPart = TypeVar("AnyPart", "Term", "Person", "Event", "Relation")


class Time(NamedTuple):
    """Words of the text that say when, or how long: the span ``[start, end)`` and what they mean.

    `value` is EDTF (ISO 8601-2) for a date, and for a duration ISO 8601: ``P2Y``, ``PT3H``.
    """

    start: int
    end: int
    value: str

    @property
    def is_duration(self) -> bool:
        """Whether it says how long, not when."""
        return self.value.startswith("P")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Everything that was found in a document. Frozen; may cross threads.

    All entries have the origin FOUND and at least one span of evidence. `mentions` are decided one by one,
    `told` are passages that speak of an entry without its name, `times` are in the order of the text,
    `abbreviations` pairs of a short and a long form. `entries.language` is the language that the text is
    taken to be in. `warnings` are sentences for the reader about what was not tried. `sentences` are those of
    the document, where they are known already.
    """

    entries: Entries = field(default_factory=Entries)
    mentions: Links = field(default_factory=Links)
    told: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    times: tuple[Time, ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    warnings: tuple[Message, ...] = ()
    sentences: Sentences | None = field(default=None, compare=False, repr=False)


def companion_of(document: Document, found: Found, sentences: Sentences | None = None) -> Companion:
    """The companion that was found in `document`, with `sentences`, or else with those that are known."""
    if sentences is None:
        sentences = split(document) if found.sentences is None else found.sentences
    return Companion(
        document,
        found.entries,
        found.mentions,
        sentences,
        found.told,
        found.warnings,
        found.times,
        found.abbreviations,
    )


def without_doubtful(found: Found, *kinds: Kind) -> Found:
    """What was found but for the entries of these kinds that are doubtful, with all that refers to them.

    Without `kinds` it is all of them.
    """
    kept = {
        entry.id: entry.id
        for entry in found.entries
        if entry.confidence >= DOUBTFUL or (kinds and entry.kind not in kinds)
    }
    return found if len(kept) == len(found.entries) else renamed(found, kept)


def renamed(found: Found, ids: Mapping[str, str]) -> Found:
    """What was found with other ids; what has none of them is left out, with all that refers to it."""
    entries = found.entries
    return replace(
        found,
        entries=replace(
            entries,
            terms=tuple(_term(term, ids) for term in entries.terms if term.id in ids),
            people=tuple(_person(person, ids) for person in entries.people if person.id in ids),
            events=tuple(_event(event, ids) for event in entries.events if event.id in ids),
        ),
        mentions=found.mentions.renamed(ids),
        told={ids[entry]: places for entry, places in found.told.items() if entry in ids},
    )


def _others(others: Iterable[str], ids: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids[other] for other in others if other in ids))


def _term(term: Term, ids: Mapping[str, str]) -> Term:
    return _with(term, id=ids[term.id], see_also=_others(term.see_also, ids))


def _person(person: Person, ids: Mapping[str, str]) -> Person:
    relations = (
        _with(relation, person=ids[relation.person])
        for relation in person.relations
        if relation.person in ids
    )
    return _with(person, id=ids[person.id], relations=tuple(relations))


def _event(event: Event, ids: Mapping[str, str]) -> Event:
    people, terms = _others(event.people, ids), _others(event.terms, ids)
    return _with(event, id=ids[event.id], people=people, terms=terms)


def _with(entry: AnyPart, **values: Any) -> AnyPart:
    """With these values; itself where it has them already, as nearly all have."""
    is_other = any(getattr(entry, name) != value for name, value in values.items())
    return replace(entry, **values) if is_other else entry
