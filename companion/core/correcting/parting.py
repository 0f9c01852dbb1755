"""Parting: some places of an entry become another's, and what a build joined is parted again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.core.claims import with_claims
from companion.core.correcting.entries import edited, with_alias, with_text
from companion.core.correcting.names import new_entry
from companion.core.correcting.pinning import pin
from companion.core.correcting.taking import give, tell_lost
from companion.core.entries import Alias, Event, Kind, Match, Part, Person, Term
from companion.core.lookup import plain
from companion.core.message import Message, ToldError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.core.correcting.draft import Draft
    from companion.core.corrections import Correction, Subject
    from companion.core.document import Span
    from companion.core.entries import Claim, Entry


def split(draft: Draft, correction: Correction) -> None:
    """Parts some mentions of an entry from it, which are from then on those of a new one."""
    entry = draft.the(correction.subject)
    if correction.other is None:
        raise ToldError(Message("This correction does not say what the new entry is called."))
    spans, lost = draft.placed(correction.anchors)
    other = draft.named(correction.other)
    if spans and (other is None or other.id != entry.id):
        part_off(draft, entry, correction.other, spans)
    tell_lost(correction, lost)


def part_off(draft: Draft, entry: Entry, subject: Subject, spans: Sequence[Span]) -> None:
    """Gives these places, with what was said of them alone, to another entry, made where there is none."""
    other = draft.named(subject)
    if other is None:
        other = replace(_new_of(draft, entry, subject), before=entry.before or entry.origin)
        draft.put(other)
    for span in spans:
        for mention in draft.places.at(span):
            if mention.entry == entry.id:
                draft.places.free(mention)
        give(draft, other, span)
    pin(draft, other.id, spans)
    other = draft.entry(other.id)
    left = {draft.words(span) for span in draft.places.of(entry.id)}
    names = {draft.words(span): " ".join(draft.document.text[slice(*span)].split()) for span in spans}
    aliases = other.aliases
    for words, name in names.items():
        if words not in left and words != plain(other.heading):
            aliases = with_alias(aliases, Alias(name))
    kept = tuple(alias for alias in entry.aliases if _stays(alias, names, left, subject))
    moved = _claims_of(draft, entry, spans)
    other = replace(other, aliases=aliases)
    if moved and not other.text:
        other = replace(with_claims(other, (*other.claims, *moved)), own=other.own)
    draft.put(other)
    if moved or kept != entry.aliases:
        draft.put(_without_claims(edited(draft.entry(entry.id), aliases=kept), moved))
    _part_events(draft, entry.id, other)


def _new_of(draft: Draft, entry: Entry, subject: Subject) -> Entry:
    if subject.kind is Kind.EVENT and not subject.date and isinstance(entry, Event):
        subject = subject._replace(date=entry.date.edtf)
    return new_entry(draft, subject)


def _stays(alias: Alias, names: Iterable[str], left: Iterable[str], subject: Subject) -> bool:
    name = plain(alias.text)
    return (
        alias.match is Match.NEVER or name in left or (name not in names and name != plain(subject.heading))
    )


def _claims_of(draft: Draft, entry: Entry, spans: Iterable[Span]) -> tuple[Claim, ...]:
    """The claims of an entry whose sentences name now only who was parted from it."""
    parted = list(spans)
    kept = draft.places.of(entry.id)
    return tuple(
        claim
        for claim in entry.claims
        if any(claim.evidence.overlaps(span) for span in parted)
        and not any(claim.evidence.overlaps(span) for span in kept)
    )


def _without_claims(entry: Entry, gone: Sequence[Claim]) -> Entry:
    if not gone:
        return entry
    made = with_claims(entry, tuple(claim for claim in entry.claims if claim not in gone))
    if Part.TEXT in entry.own:
        made = with_text(made, entry.text)
    if isinstance(made, Person) and isinstance(entry, Person):
        made = replace(made, role=entry.role if Part.ROLE in entry.own else made.role)
        made = replace(made, dates=entry.dates if Part.DATE in entry.own else made.dates)
    return made


def _part_events(draft: Draft, entry_id: str, other: Entry) -> None:
    """Has events that are told of where only the other is named involve that one instead, or both."""
    for event in draft.referring(entry_id):
        if not isinstance(event, Event):
            continue
        told = (*event.evidence, *draft.told.get(event.id, ()))
        named = {one.entry for span in told for one in draft.places.at(span)}
        if other.id not in named:
            continue
        gone = {entry_id} - named
        people = tuple(one for one in event.people if one not in gone)
        terms = tuple(one for one in event.terms if one not in gone)
        if isinstance(other, Person):
            people = tuple(dict.fromkeys((*people, other.id)))
        elif isinstance(other, Term):
            terms = tuple(dict.fromkeys((*terms, other.id)))
        draft.put(replace(event, people=people, terms=terms))


def apart(draft: Draft, correction: Correction) -> None:
    """Keeps two entries from being one: where a later build joined them, their names part them again."""
    if correction.other is None:
        raise ToldError(Message("This correction does not say which other entry it means."))
    entry, other = draft.the(correction.subject), draft.find(correction.other)
    if other is None:
        raise ToldError(Message("There is no ‘{heading}’ any more.", heading=correction.other.heading))
    if entry.id != other.id:
        return
    one, two = correction.subject, correction.other
    if plain(entry.heading) == plain(two.heading):
        one, two = two, one
    wanted, shared = {*plain(two.heading).split()}, {*plain(entry.heading).split()}
    spans = [
        span
        for span in draft.places.of(entry.id)
        if (words := {*draft.words(span).split()}) <= wanted and not words <= shared
    ]
    if spans:
        part_off(draft, entry, two, spans)


def remove(draft: Draft, correction: Correction) -> None:
    """Takes an entry out; its places are nobody's."""
    draft.drop(draft.the(correction.subject).id)
