"""Taking: whom a place of the text means is settled, place by place or wherever a name is free."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.core.correcting.pinning import pin
from companion.core.entries import Event
from companion.core.lookup import plain
from companion.core.message import Message, ToldError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.core.correcting.draft import Draft
    from companion.core.corrections import Correction
    from companion.core.document import Span
    from companion.core.entries import Entry
    from companion.core.links import Mention


def give(draft: Draft, entry: Entry, span: Span) -> list[str]:
    """Has exactly this place mean the entry; the ids of those whom it meant before.

    An event may share a place with a term or a person, so neither takes it from the other.
    """
    before: list[str] = []
    for undecided in draft.places.undecided_at(span):
        draft.places.decide(undecided)
    for mention in draft.places.at(span):
        other = draft.entry(mention.entry)
        if mention.span != span or isinstance(other, Event) == isinstance(entry, Event):
            draft.places.free(mention)
            before.append(mention.entry)
    draft.places.give(entry.id, span)
    return [one for one in before if one != entry.id]


def take_places(draft: Draft, entry_id: str, spans: Iterable[Span]) -> None:
    """Has the entry named at those of the places that are free, or of which others have but a part."""
    entry, places = draft.entry(entry_id), draft.places
    for span in spans:
        held = places.at(span)
        undecided = places.undecided_at(span)
        shared = [one for one in held if _may_share(draft, entry, one, span)]
        others = [one.span for one in held if one not in shared] + undecided
        if all(span.contains(other) and other != span for other in others):
            for mention in held:
                if mention not in shared:
                    places.free(mention)
            for one in undecided:
                places.decide(one)
            places.give(entry_id, span)


def _may_share(draft: Draft, entry: Entry, mention: Mention, span: Span) -> bool:
    is_other_kind = isinstance(draft.entry(mention.entry), Event) != isinstance(entry, Event)
    return mention.span == span and is_other_kind


def tie(draft: Draft, entry: Entry, span: Span) -> None:
    """Has a passage speak of an entry: by its name where the passage is just that, or else without."""
    words = draft.words(span)
    if words in {plain(entry.heading), *(plain(one.text) for one in entry.aliases)}:
        give(draft, entry, span)
        pin(draft, entry.id, [span])
    elif not any(one.entry == entry.id for one in draft.places.at(span)):
        draft.tell(entry.id, (span,))
        quote = " ".join(draft.document.text[span.start : span.end].split())
        draft.put(replace(entry, quotes=tuple(dict.fromkeys((*entry.quotes, quote)))))


def tell_lost(correction: Correction, lost: int) -> None:
    """Raises `ToldError` where of some of the quoted words the place is not found."""
    if not lost:
        return
    if len(correction.anchors) == 1:
        words = " ".join(correction.anchors[0].exact.split())[:80]
        raise ToldError(Message("The place of ‘{words}’ is not found in this text.", words=words))
    if lost == 1:
        raise ToldError(Message("One of the places is not found in this text."))
    raise ToldError(Message("%Ln of the places are not found in this text.", "", lost))
