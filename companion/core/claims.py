"""Claims: what an entry that was found says is made of single claims, each with the sentence it is from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from companion.core.dates import Date, DateError, parse_date
from companion.core.entries import Claim, ClaimKind, Event, Person, Term

if TYPE_CHECKING:
    from collections.abc import Sequence


Made = TypeVar("Made", bound=Term | Person | Event)


def with_claims(entry: Made, claims: Sequence[Claim]) -> Made:
    """The entry saying just what `claims` say, which stand in the order of preference.

    Of several roles or definitions the first is taken; what is told about an entry is put together in the
    order given. The entry's evidence are the sentences of the claims that explain it, or else of those that
    only tell of it, in the same order.
    """
    explaining = [claim for claim in claims if claim.kind is not ClaimKind.TOLD]
    evidence = tuple(dict.fromkeys(claim.evidence for claim in explaining or claims))
    words = _words_of(entry, claims)
    return replace(entry, claims=tuple(claims), evidence=evidence, **words)


def claims_until(claims: Sequence[Claim], end: int) -> tuple[Claim, ...]:
    """The claims whose sentence ends at the offset `end` or before."""
    return tuple(claim for claim in claims if claim.evidence.end <= end)


def lifetime(born: str, died: str) -> Date | None:
    """The interval from one EDTF date to the other, either of them empty where it is not known.

    None where neither is a date.
    """
    first, last = _edtf(born), _edtf(died)
    if not first and not last:
        return None
    try:
        return parse_date(f"{first}/{last}")
    except DateError:
        return None


def _edtf(words: str) -> str:
    """A single date as it may stand in an interval; empty for what is none, or is an interval itself."""
    try:
        date = parse_date(words) if words else None
    except DateError:
        return ""
    return "" if date is None or "/" in date.edtf else date.edtf


def _words_of(entry: Term | Person | Event, claims: Sequence[Claim]) -> dict[str, Any]:
    if isinstance(entry, Term):
        return {"definition": _first(claims, ClaimKind.DEFINITION)}
    about = " ".join(dict.fromkeys(claim.text for claim in claims if claim.kind is ClaimKind.ABOUT))
    if isinstance(entry, Event):
        return {"about": about}
    dates = lifetime(_first(claims, ClaimKind.BORN), _first(claims, ClaimKind.DIED))
    return {"role": _first(claims, ClaimKind.ROLE), "about": about, "dates": dates}


def _first(claims: Sequence[Claim], kind: ClaimKind) -> str:
    return next((claim.text for claim in claims if claim.kind is kind), "")
