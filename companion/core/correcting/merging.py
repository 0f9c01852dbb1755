"""Merging: of two entries one is made, with the names, the places and the ties of both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.core.claims import with_claims
from companion.core.correcting.entries import TELLING, edited, with_alias, with_text
from companion.core.correcting.kinds import turn
from companion.core.corrections import Correction, Subject
from companion.core.entries import Alias, Event, Match, Part, Person, Term
from companion.core.lookup import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.core.correcting.draft import Draft
    from companion.core.entries import Claim, Entry


def merge(draft: Draft, correction: Correction) -> None:
    """Joins an entry with another, which keeps its heading, and its text where it has one."""
    entry, other = draft.the(correction.subject), draft.the(correction.other)
    if entry.id == other.id:
        return
    if entry.kind is not other.kind:
        entry = turn(draft, entry, Subject(other.kind, entry.heading, _date_of(other)))
        other = draft.entry(other.id)
    draft.put(_united(other, entry))
    draft.hand_over(entry, other)


def _date_of(entry: Entry) -> str:
    return entry.date.edtf if isinstance(entry, Event) else ""


def _united(kept: Entry, gone: Entry) -> Entry:
    """What is kept, with the names, the ties and the claims of what is gone."""
    aliases = kept.aliases
    for alias in (Alias(gone.heading), *gone.aliases):
        is_name = alias.match is not Match.NEVER and _is_name_of(gone, alias)
        if is_name and plain(alias.text) != plain(kept.heading):
            aliases = with_alias(aliases, alias)
    told = _telling(kept, gone)
    return edited(
        _with_ties(told, gone),
        aliases=aliases,
        quotes=tuple(dict.fromkeys((*kept.quotes, *gone.quotes))),
        here=tuple(dict.fromkeys((*kept.here, *gone.here))),
        not_here=tuple(dict.fromkeys((*kept.not_here, *gone.not_here))),
        evidence=tuple(dict.fromkeys((*kept.evidence, *gone.evidence))),
    )


def _is_name_of(entry: Entry, alias: Alias) -> bool:
    """Whether another name is one: an event's title may be a sentence."""
    return not isinstance(entry, Event) or alias.text != entry.heading or entry.is_named_by_title


def _with_ties(kept: Entry, gone: Entry) -> Entry:
    match kept, gone:
        case Term(), Term():
            return replace(kept, see_also=_both(kept.see_also, gone.see_also, kept, gone))
        case Person(), Person():
            ties = dict.fromkeys((*kept.relations, *gone.relations))
            return replace(
                kept,
                role=kept.role or gone.role,
                dates=kept.dates or gone.dates,
                relations=tuple(tie for tie in ties if tie.person not in (kept.id, gone.id)),
            )
        case Event(), Event():
            people = _both(kept.people, gone.people, kept, gone)
            return replace(kept, people=people, terms=_both(kept.terms, gone.terms, kept, gone))
    return kept


def _both(ones: Iterable[str], others: Iterable[str], kept: Entry, gone: Entry) -> tuple[str, ...]:
    return tuple(one for one in dict.fromkeys((*ones, *others)) if one not in (kept.id, gone.id))


def _telling(kept: Entry, gone: Entry) -> Entry:
    """The entry with the claims of both: a text that a person wrote stays, others are made of the claims."""
    if _is_written(kept):
        return replace(kept, claims=tuple(dict.fromkeys((*kept.claims, *_not_telling(gone)))))
    if _is_written(gone) and not kept.text:
        claims = tuple(dict.fromkeys((*_not_telling(kept), *gone.claims)))
        own = kept.own | (gone.own & {Part.TEXT})
        return with_text(replace(kept, claims=claims, own=own), gone.text)
    made = with_claims(kept, tuple(dict.fromkeys((*kept.claims, *gone.claims))))
    if isinstance(made, Person) and isinstance(kept, Person):
        role = kept.role if Part.ROLE in kept.own else made.role or kept.role
        return replace(
            made, role=role, dates=kept.dates if Part.DATE in kept.own else made.dates or kept.dates
        )
    return made


def _is_written(entry: Entry) -> bool:
    """Whether its text is a person's own, and not what was found to be said."""
    return Part.TEXT in entry.own or bool(entry.text and not entry.claims)


def _not_telling(entry: Entry) -> tuple[Claim, ...]:
    return tuple(claim for claim in entry.claims if claim.kind not in TELLING)
