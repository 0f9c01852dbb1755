"""Linker: ties the entries of a companion to the places of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core import sentences
from companion.core.companion import Companion
from companion.core.links import Links
from companion.linking.automaton import longest
from companion.linking.deciding import Deciding, Vetoes
from companion.linking.folding import fold
from companion.linking.names import Names
from companion.linking.quotes import Quotes
from companion.linking.scanning import scan

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.core.document import Document
    from companion.core.entries import Entries


def link(
    document: Document, entries: Entries, *, progress: Callable[[float], None] | None = None
) -> Companion:
    """The companion of `document`: every place where an entry is named, and every passage that is quoted.

    `progress` is told, from time to time, how much is done, from 0 to 1.
    """
    language = (entries.language or document.language).partition("-")[0].lower()
    folded = fold(document)
    names = Names(entries, language)
    quotes = Quotes(names.entries)
    found = scan(folded, names, quotes.anchors, language, progress)
    vetoes = Vetoes(found.names, names, folded)
    deciding = Deciding(names, folded, vetoes)
    hits = [hit for hit in found.names if deciding.allowed(hit)] if vetoes else found.names
    for hit in longest(hits):
        deciding.name(hit)
    told = quotes.found(found.marks, folded)
    return Companion(
        document,
        entries,
        Links(deciding.mentions, deciding.ambiguities),
        sentences.split(document),
        told,
        (*names.warnings.values(), *quotes.missing(), *_undecided(deciding, names)),
    )


def _undecided(deciding: Deciding, names: Names) -> list[str]:
    """A sentence for each name that stays undecided somewhere."""
    warnings = []
    for bearers, places in deciding.undecided.items():
        headings = [f"‘{names.entries[bearer].heading}’" for bearer in bearers]
        who = ", ".join(headings[:-1]) + f" or {headings[-1]}"
        where = "one place" if len(places) == 1 else f"{len(places)} places"
        warnings.append(
            f"‘{places[0]}’ may be {who}; {where} where nothing before decides it stay without a link."
        )
    return warnings
