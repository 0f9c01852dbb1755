"""Mended entries: an entry with other names, another text or other ties, and that the reader did it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from companion.core.dates import Date, DateError, parse_date
from companion.core.entries import Alias, ClaimKind, Event, Match, Origin, Part, Person, Term
from companion.core.lookup import plain
from companion.core.message import Message, ToldError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.core.entries import Entry

Some = TypeVar("Some", bound=Term | Person | Event)

TELLING = frozenset({ClaimKind.ABOUT, ClaimKind.DEFINITION, ClaimKind.TOLD})
"""The claims of which an entry's text is made."""


def edited(entry: Some, *own: Part, **changes: Any) -> Some:
    """The entry, mended by the reader: with other values of its fields, of which `own` are her words."""
    before = entry.before if entry.origin is Origin.EDITED else entry.origin
    return replace(
        entry, origin=Origin.EDITED, before=before, own=entry.own | {*own}, confidence=1.0, **changes
    )


def said(entry: Entry, text: str) -> Entry:
    """The entry with what the reader says of it; what an event was found by stays with it."""
    if isinstance(entry, Event):
        return edited(entry, Part.TEXT, about=text)
    claims = tuple(claim for claim in entry.claims if claim.kind not in TELLING)
    evidence = tuple(dict.fromkeys(claim.evidence for claim in claims))
    if isinstance(entry, Term):
        return edited(entry, Part.TEXT, definition=text, claims=claims, evidence=evidence)
    return edited(entry, Part.TEXT, about=text, claims=claims, evidence=evidence)


def with_text(entry: Entry, text: str) -> Entry:
    """The entry with another text, whoever's that is."""
    return replace(entry, definition=text) if isinstance(entry, Term) else replace(entry, about=text)


def with_alias(aliases: Iterable[Alias], new: Alias) -> tuple[Alias, ...]:
    """The other names with one more, each once; that it is no name of the entry does not hold any more."""
    known = [one for one in aliases if plain(one.text) != plain(new.text) or one.match is not Match.NEVER]
    return (*known, *([] if any(plain(one.text) == plain(new.text) for one in known) else [new]))


def read_date(words: str) -> Date | None:
    """The date, where the words are one."""
    try:
        return parse_date(words) if words.strip() else None
    except DateError:
        return None


def the_date(words: str) -> Date:
    """The date. Raises `ToldError` for words that are none."""
    date = read_date(words)
    if date is None:
        if not words.strip():
            raise ToldError(Message("An event needs a date."))
        raise ToldError(Message("‘{words}’ is not a date.", words=words))
    return date


def references(entry: Entry) -> tuple[str, ...]:
    """The ids of the entries to which that one refers."""
    match entry:
        case Term(see_also=others):
            return others
        case Person(relations=relations):
            return tuple(tie.person for tie in relations)
        case Event(people=people, terms=terms):
            return (*people, *terms)


def referring_to(entry: Entry, old: str, new: str) -> Entry:
    """The entry with its ties to `old` tied to `new`, or without them where that is empty."""

    def turned(others: Iterable[str]) -> tuple[str, ...]:
        ids = (new if other == old else other for other in others)
        return tuple(dict.fromkeys(other for other in ids if other and other != entry.id))

    match entry:
        case Term():
            return replace(entry, see_also=turned(entry.see_also))
        case Person():
            ties = {replace(tie, person=new) if tie.person == old else tie: None for tie in entry.relations}
            kept = (tie for tie in ties if tie.person and tie.person != entry.id)
            return replace(entry, relations=tuple(kept))
        case Event():
            return replace(entry, people=turned(entry.people), terms=turned(entry.terms))
