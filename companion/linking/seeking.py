"""Seeking: where a few names stand in a text, each looked for as if there were no other."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from companion.core.entries import Match
from companion.core.language import two_letters
from companion.core.links import Links, Mention
from companion.linking.automaton import longest
from companion.linking.deciding import Vetoes
from companion.linking.event_dates import EventDates
from companion.linking.folding import fold
from companion.linking.names import Names
from companion.linking.scanning import Scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.core.document import Document
    from companion.core.entries import Entries
    from companion.linking.automaton import Hit
    from companion.linking.folding import Folded


def seek(document: Document, entries: Entries) -> Links:
    """The places where each of `entries` is named, and where the dates of events stand.

    Nothing is decided among them: places of two entries may overlap, so that only `Links.of` is to be asked.
    A short form of a person's name counts where one of the people given could alone bear it. The text
    is made ready once for as long as its document lives; a call takes some 12 ms for 3 million code points.
    """
    return Links(_mentions(_folded(document), entries, two_letters(entries.language or document.language)))


def _mentions(folded: Folded, entries: Entries, language: str) -> Iterator[Mention]:
    dates = EventDates(list(entries), language)
    names = Names(entries, language, dates)
    scan = Scan(folded, names, dates.anchors, language)
    found: dict[int, list[Hit]] = {}
    vetoes = Vetoes(scan.hits, names, folded)
    for number, start, end in scan.hits:
        written = folded.cased[start:end]
        for claim in names.claims[number]:
            is_meant = claim.form.match is not Match.NEVER and claim.fits(written)
            if is_meant and not (vetoes and vetoes.forbid(claim.entry, start, end)):
                found.setdefault(claim.entry, []).append((number, start, end - claim.form.tail))
    for date in dates.found(scan.marked, folded.cased):
        for entry in date.events:
            found.setdefault(entry, []).append((-1, date.start, date.end))
    for entry, hits in found.items():
        for _, start, end in longest(hits):
            yield Mention(names.entries[entry].id, *folded.span(start, end))


_last: list[tuple[weakref.ref[Document], Folded]] = []


def _folded(document: Document) -> Folded:
    for known, folded in _last:
        if known() is document:
            return folded
    folded = fold(document)
    _last[:] = [(weakref.ref(document, _forget), folded)]
    return folded


def _forget(gone: weakref.ref[Document]) -> None:
    _last[:] = [kept for kept in _last if kept[0] is not gone]
