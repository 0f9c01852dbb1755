"""Finding: what the summary tells of entries that were found in the text, each thing with its paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.core.dates import DateError, parse_date
from companion.core.entries import DOUBTFUL, ClaimKind, Event, Kind, Origin
from companion.output.quoting import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.core.companion import Companion
    from companion.core.document import Document
    from companion.core.entries import Claim, Entry

MOST = 100
"""Found entries of one kind of which more are not printed, unless it is asked for."""


class Told(NamedTuple):
    """The sentence that first tells of an entry which nothing explains, and the number of its paragraph."""

    words: str
    paragraph: int


class Findings(NamedTuple):
    """What stands under the heading of a found entry and in its text, or else who first told of it; and the
    numbers of the paragraphs that these are from."""

    under: str = ""
    text: str = ""
    told: Told | None = None
    paragraphs: frozenset[int] = frozenset()


def findings(entry: Entry, document: Document, until: int | None, language: str, doubtful: str) -> Findings:
    """What the sentences say of a found entry that end at the offset `until` or before."""
    claims = [claim for claim in entry.claims if until is None or claim.evidence.end <= until]
    brief = [said for kind in _BRIEF if (said := _first(claims, kind, document, language))]
    if entry.confidence < DOUBTFUL:
        brief.append(doubtful)
    explained = " ".join(_explaining(claims, document))
    told = next((claim for claim in claims if claim.kind is ClaimKind.TOLD), None)
    explaining = [claim for claim in claims if claim.kind is not ClaimKind.TOLD]
    numbers = frozenset(document.paragraph_number(claim.evidence.start) for claim in explaining)
    if explaining or told is None:
        return Findings(" · ".join(brief), explained, None, numbers)
    number = document.paragraph_number(told.evidence.start)
    return Findings(" · ".join(brief), "", Told(shortened(told.text), number), frozenset((number,)))


_BRIEF = (ClaimKind.ROLE, ClaimKind.BORN, ClaimKind.DIED)
_DATES = {ClaimKind.BORN: "* {date}", ClaimKind.DIED: "† {date}"}
"""How dates of birth and death are written in short, in every language."""


def _first(claims: Sequence[Claim], kind: ClaimKind, document: Document, language: str) -> str:
    claim = next((claim for claim in claims if claim.kind is kind), None)
    if claim is None:
        return ""
    if kind in _DATES:
        return _with_place(_DATES[kind].format(date=_in_words(claim.text, language)), claim, document)
    return _with_place(claim.text, claim, document)


def _in_words(edtf: str, language: str) -> str:
    try:
        return parse_date(edtf).words(language)
    except DateError:
        return edtf


def _explaining(claims: Sequence[Claim], document: Document) -> Iterator[str]:
    """The first definition, and everything that is told about an entry."""
    definition = next((claim for claim in claims if claim.kind is ClaimKind.DEFINITION), None)
    if definition is not None:
        yield _with_place(definition.text, definition, document)
    for claim in dict.fromkeys(claim for claim in claims if claim.kind is ClaimKind.ABOUT):
        yield _with_place(claim.text, claim, document)


def _with_place(words: str, claim: Claim, document: Document) -> str:
    number = document.paragraph_number(claim.evidence.start)
    return f"{' '.join(words.split())} (§{number})"


def printed(entries: Sequence[Entry], most: int | None = MOST) -> int:
    """How many of the entries of one kind are printed: all that somebody wrote, `most` of those found."""
    found = sum(entry.origin is Origin.FOUND for entry in entries)
    return len(entries) - max(0, found - (found if most is None else most))


def weightiest(
    companion: Companion, entries: Sequence[Entry], most: int | None = MOST
) -> tuple[list[Entry], int]:
    """The entries without those found ones for which there is no room, and how many these are.

    Of the found ones `most` stay, all of them if that is None.
    The confidence decides what stays, and then how many passages speak of an entry; of people and events
    it is the other way round, for they are not there to be explained. What somebody wrote always stays.
    """
    found = [entry for entry in entries if entry.origin is Origin.FOUND]
    if most is None or len(found) <= most:
        return list(entries), 0

    def weight(entry: Entry) -> tuple[bool, float, float]:
        count = float(len(companion.passages(entry.id)))
        if isinstance(entry, Event):
            count += len(entry.people) + len(entry.terms)
        pair = (entry.confidence, count) if entry.kind is Kind.TERM else (count, entry.confidence)
        return (entry.confidence >= DOUBTFUL, *pair)

    kept = {entry.id for entry in sorted(found, key=weight, reverse=True)[:most]}
    shown = [entry for entry in entries if entry.origin is not Origin.FOUND or entry.id in kept]
    return shown, len(entries) - len(shown)
