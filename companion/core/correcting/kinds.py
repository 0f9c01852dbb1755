"""Kinds: an entry becomes one of another kind, and all that is tied to it follows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from companion.core.correcting.entries import edited, references, the_date
from companion.core.entries import ClaimKind, Event, Kind, Person, Term
from companion.core.message import Message, ToldError

if TYPE_CHECKING:
    from companion.core.correcting.draft import Draft
    from companion.core.corrections import Correction, Subject
    from companion.core.entries import Entry


def retype(draft: Draft, correction: Correction) -> None:
    """Turns an entry into one of another kind; what does not fit that is put into its text or left."""
    if correction.other is None:
        raise ToldError(Message("This correction does not say of what other kind it is."))
    turn(draft, draft.the(correction.subject), correction.other)


def turn(draft: Draft, entry: Entry, wanted: Subject) -> Entry:
    """Has the entry be of the kind that is wanted; the same one where it is."""
    if entry.kind is wanted.kind:
        return entry
    turned = _turned(draft, entry, wanted)
    draft.put(turned)
    for other in draft.referring(entry.id):
        draft.put(_sorted_by_kind(draft, other))
    return turned


_SAID = {Kind.TERM: ClaimKind.DEFINITION, Kind.PERSON: ClaimKind.ABOUT, Kind.EVENT: ClaimKind.ABOUT}


def _turned(draft: Draft, entry: Entry, wanted: Subject) -> Entry:
    shared = _shared(entry, wanted.kind)
    others = [draft.entry(one) for one in _others(entry)]
    match wanted.kind:
        case Kind.TERM:
            text = entry.text or (entry.role if isinstance(entry, Person) else "")
            see_also = tuple(other.id for other in others)
            return Term(term=entry.heading, definition=text, see_also=see_also, **shared)
        case Kind.PERSON:
            return Person(name=entry.heading, about=entry.text, **shared)
    day = the_date(wanted.date)
    people = tuple(other.id for other in others if isinstance(other, Person))
    terms = tuple(other.id for other in others if isinstance(other, Term))
    return Event(title=entry.heading, date=day, about=entry.text, people=people, terms=terms, **shared)


def _others(entry: Entry) -> tuple[str, ...]:
    return tuple(dict.fromkeys(references(entry)))


def _shared(entry: Entry, kind: Kind) -> dict[str, Any]:
    """What all kinds of entry have, mended: the claims are of the kind that the new one is made of."""
    mended = edited(entry)
    claims = []
    for claim in entry.claims:
        if claim.kind in (ClaimKind.DEFINITION, ClaimKind.ABOUT):
            claims.append(replace(claim, kind=_SAID[kind]))
        elif claim.kind is ClaimKind.TOLD or kind is Kind.PERSON:
            claims.append(claim)
        elif claim.kind is ClaimKind.ROLE and kind is Kind.TERM:
            claims.append(replace(claim, kind=ClaimKind.DEFINITION))
    return {
        "id": entry.id,
        "aliases": entry.aliases,
        "quotes": entry.quotes,
        "here": entry.here,
        "not_here": entry.not_here,
        "evidence": entry.evidence,
        "claims": tuple(claims),
        "origin": mended.origin,
        "before": mended.before,
        "own": mended.own,
        "confidence": mended.confidence,
    }


def _sorted_by_kind(draft: Draft, entry: Entry) -> Entry:
    """An entry whose ties are of the kinds that they may be; others are left out."""
    if isinstance(entry, Event):
        ids = (*entry.people, *entry.terms)
        people = tuple(one for one in ids if isinstance(draft.entry(one), Person))
        terms = tuple(one for one in ids if isinstance(draft.entry(one), Term))
        return replace(entry, people=people, terms=terms)
    if isinstance(entry, Person):
        ties = (tie for tie in entry.relations if isinstance(draft.entry(tie.person), Person))
        return replace(entry, relations=tuple(ties))
    return entry
