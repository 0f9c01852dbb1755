"""Applying: a reader's corrections laid over a companion, be it written or found, old or built anew."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from companion.core.anchors import places
from companion.core.correcting import kinds, merging, names, parting, texts
from companion.core.correcting.draft import Draft, Sought
from companion.core.corrections import Correction, Verb
from companion.core.document import Span
from companion.core.entries import DOUBTFUL, Entries, Origin
from companion.core.lookup import plain
from companion.core.message import ToldError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from companion.core.companion import Companion
    from companion.core.document import Document
    from companion.core.entries import Entry
    from companion.core.found import Found
    from companion.core.links import Links
    from companion.core.message import Message


class Left(NamedTuple):
    """A correction that could not be done, or not at all its places, and why."""

    correction: Correction
    reason: Message


@dataclass(frozen=True, slots=True)
class Corrected:
    """A companion with the corrections that could be done in it, and those that could not."""

    companion: Companion
    left: tuple[Left, ...] = ()


def corrected(
    companion: Companion,
    corrections: Sequence[Correction],
    find: Callable[[Document, Entries], Links],
) -> Corrected:
    """The companion as its reader mended it, by corrections in the order of their making.

    An entry is known by its kind and heading, or else by a name that it had or has besides; quoted words by
    what stands round them. Entries that a correction changed are of the origin EDITED; what they say keeps
    its sentences as far as it still is what those say. All that refers to an entry follows it. `find` tells
    where entries are named, each as if there were no other; places that somebody has are taken only
    by a longer name.
    """
    if not corrections:
        return Corrected(companion)
    draft = Draft(companion, _sought(companion.document, corrections, find))
    left = []
    for correction in corrections:
        try:
            _DOING[correction.verb](draft, correction)
            _sign(draft, correction)
        except ToldError as error:
            left.append(Left(correction, error.sentence))
    return Corrected(draft.companion(), tuple(left))


def _sign(draft: Draft, correction: Correction) -> None:
    """Notes on the entry who mended it last."""
    entry = draft.find(correction.subject) if correction.verb is not Verb.REMOVE else None
    if entry is not None and entry.origin is Origin.EDITED and entry.by != correction.by:
        draft.put(replace(entry, by=correction.by))


_DOING: dict[Verb, Callable[[Draft, Correction], None]] = {
    Verb.RENAME: names.rename,
    Verb.ALIAS: names.alias,
    Verb.IGNORE: names.ignore,
    Verb.SAY: texts.say,
    Verb.ROLE: texts.role,
    Verb.RETYPE: kinds.retype,
    Verb.MERGE: merging.merge,
    Verb.APART: parting.apart,
    Verb.SPLIT: parting.split,
    Verb.ASSIGN: names.assign,
    Verb.REMOVE: parting.remove,
    Verb.ADD: names.add,
    Verb.DATE: texts.date,
    Verb.PASSAGE: texts.passage,
}


def _sought(
    document: Document, corrections: Sequence[Correction], find: Callable[[Document, Entries], Links]
) -> Sought:
    anchors = list(dict.fromkeys(anchor for one in corrections for anchor in one.anchors))
    wanted = names.sought_names(corrections)
    entries: list[Entry] = list(wanted.values())
    links = find(document, Entries().holding(entries)) if entries else None
    return Sought(
        dict(zip(anchors, places(document, anchors), strict=True)),
        {
            subject: tuple(Span(one.start, one.end) for one in links.of(entry.id)) if links else ()
            for subject, entry in wanted.items()
        },
    )


def doubtful_ones(found: Found, corrections: Iterable[Correction]) -> frozenset[str]:
    """The ids of those doubtful entries of which a correction speaks by their heading."""
    meant = {
        (subject.kind, plain(subject.heading))
        for one in corrections
        for subject in (one.subject, one.other)
        if subject is not None
    }
    return frozenset(
        entry.id
        for entry in found.entries
        if meant and entry.confidence < DOUBTFUL and (entry.kind, plain(entry.heading)) in meant
    )


def beyond_doubt(found: Found, ids: Collection[str]) -> Found:
    """What was found, where the entries of these ids are not doubtful: the reader took them up."""
    if not ids:
        return found
    sure = (replace(one, confidence=DOUBTFUL) if one.id in ids else one for one in found.entries)
    return replace(found, entries=found.entries.holding(sure))
