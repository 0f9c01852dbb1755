"""Texts: what an entry says, when it was, and which passages tell of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.core.correcting.entries import edited, said, the_date
from companion.core.correcting.names import NAMELESS
from companion.core.correcting.taking import take_places, tell_lost, tie
from companion.core.corrections import Correction, Subject
from companion.core.dates import DateError, parse_date
from companion.core.entries import ClaimKind, Event, Kind, Part, Person, Term
from companion.core.links import Mention
from companion.core.lookup import plain
from companion.core.message import Message, ToldError

if TYPE_CHECKING:
    from companion.core.correcting.draft import Draft
    from companion.core.document import Span


def say(draft: Draft, correction: Correction) -> None:
    """Has an entry say what the reader says."""
    draft.put(said(draft.the(correction.subject), correction.text.strip()))


def role(draft: Draft, correction: Correction) -> None:
    """Gives a person a role."""
    entry = draft.the(correction.subject)
    if not isinstance(entry, Person):
        raise ToldError(Message("‘{heading}’ is not a person and has no role.", heading=entry.heading))
    draft.put(_without(edited(entry, Part.ROLE, role=correction.text.strip()), ClaimKind.ROLE))


def date(draft: Draft, correction: Correction) -> None:
    """Gives an event a date, or a person a lifetime; without words a person has none."""
    entry, words = draft.the(correction.subject), correction.text.strip()
    if isinstance(entry, Term):
        raise ToldError(Message("‘{heading}’ is a term and has no date.", heading=entry.heading))
    if isinstance(entry, Person):
        dates = the_date(words) if words else None
        draft.put(_without(edited(entry, Part.DATE, dates=dates), ClaimKind.BORN, ClaimKind.DIED))
        return
    draft.put(edited(entry, Part.DATE, date=the_date(words)))
    for span in draft.places.of(entry.id):
        if _is_date(draft, entry, span):
            draft.places.free(Mention(entry.id, *span))
    if not entry.is_found:  # not each such date speaks of one that was found
        name = Subject(Kind.EVENT, NAMELESS, correction.text)
        take_places(draft, entry.id, draft.sought.names.get(name, ()))


def _is_date(draft: Draft, event: Event, span: Span) -> bool:
    """Whether a place names an event by when it was, not by what it is called."""
    words = draft.words(span)
    if any(words in plain(name) for name in (event.title, *(alias.text for alias in event.aliases))):
        return False
    try:
        return bool(parse_date(draft.document.text[span.start : span.end]))
    except DateError:
        return any(sign.isdigit() for sign in words)


def _without(entry: Person, *kinds: ClaimKind) -> Person:
    claims = tuple(claim for claim in entry.claims if claim.kind not in kinds)
    evidence = tuple(dict.fromkeys(claim.evidence for claim in claims)) if entry.claims else entry.evidence
    return replace(entry, claims=claims, evidence=evidence)


def passage(draft: Draft, correction: Correction) -> None:
    """Ties passages to an entry."""
    entry = draft.the(correction.subject)
    spans, lost = draft.placed(correction.anchors)
    for span in spans:
        tie(draft, draft.entry(entry.id), span)
    tell_lost(correction, lost)
