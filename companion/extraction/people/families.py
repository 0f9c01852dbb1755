"""Families: whom of those who share a surname a title before it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.extraction.people.given_names import are_nicknames, formal_names
from companion.extraction.people.ranks import (
    AUNTS,
    CALLINGS,
    LADIES,
    MAIDEN,
    MEN,
    WIFE,
    is_noble,
    same_gender,
    share_title,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.extraction.people.bearers import Bearer
    from companion.extraction.people.company import Company
    from companion.extraction.people.handles import Handle

_FOREMOST = 3
"""Who is named so many times as often as all others of the surname is meant without a first name."""

_SELDOM = 40
"""A wife who is named by her first name so much more seldom than as Mrs may be another of the family."""

_MISTER = 5
"""Who is so many times as often Mr as there is a rank before the surname, does not hold the rank."""

_FEW = 0.03
_OFTEN = 10
"""A married woman may be called Miss in so small a share of the places, or once if she is named so often."""


def meant_of_family(
    handle: Handle, found: Sequence[Bearer], family: Sequence[Bearer], company: Company
) -> Bearer | None:
    """The one of `found` whom the handle, a title and the surname of the `family`, means; None for a new one.

    `found` are those of the family whose gender, titles and company do not speak against it.
    """
    untold = [bearer for bearer in found if not bearer.given]
    named = [bearer for bearer in found if bearer.given]
    usual = [bearer for bearer in untold if not (named and bearer.suffix)]
    same = next((bearer for bearer in usual if share_title(handle, bearer)), None)
    if WIFE in handle.titles:
        return _wife(handle, named) or same
    elder = _elder(handle, named, untold)
    if elder or same:
        return elder or same
    if not AUNTS.isdisjoint(handle.titles):
        return untold[0] if untold else None
    if not LADIES.isdisjoint(handle.titles):
        ladies = [bearer for bearer in named if share_title(handle, bearer)]
        lady = min(ladies, key=_by_first_name, default=None) or _wife(handle, named)
        return lady if lady and not LADIES.isdisjoint(lady.titles) else None
    if MAIDEN in handle.titles:
        return _daughter(named)
    return _man(handle, named or untold, family, company)


def _elder(handle: Handle, named: Sequence[Bearer], untold: Sequence[Bearer]) -> Bearer | None:
    """Who is told as the elder, where the younger is rather called by the first name alone."""
    if MEN.isdisjoint(handle.titles):
        return None
    elder = next((b for b in untold if b.suffix == "sr" and share_title(handle, b)), None)
    sons = [b for b in named if b.gender != "f"]
    return elder if elder and all(_by_first_name(b) >= handle.count for b in sons) else None


def _by_first_name(bearer: Bearer) -> int:
    return sum(handle.count for handle in bearer.handles if handle.lone in bearer.given and not handle.titles)


def _wife(handle: Handle, named: Sequence[Bearer]) -> Bearer | None:
    """The only woman of the family who is no Miss."""
    slips = max(_FEW * handle.count, 1 if handle.count >= _OFTEN else 0)
    women = [b for b in named if b.gender == "f" and b.titles[MAIDEN] <= slips]
    may_be = [b for b in women if b.count * _SELDOM >= handle.count]
    return may_be[0] if len(may_be) == 1 else None


def _daughter(named: Sequence[Bearer]) -> Bearer | None:
    """The eldest daughter: younger ones are called by "Miss" and their first names."""
    may_be = [b for b in named if b.gender == "f" and LADIES.isdisjoint(b.titles)]
    return _foremost(may_be) or _foremost([b for b in may_be if MAIDEN not in b.titles])


def eldest_of(handle: Handle, family: Sequence[Bearer]) -> Bearer | None:
    """The woman of the family whom "Miss" and the surname mean, though later she is Mrs with another."""
    word = handle.family_word
    women = [b for b in family if b.given and b.gender == "f" and LADIES.isdisjoint(b.titles.keys() - {WIFE})]
    single = [b for b in women if not b.titles[WIFE] or b.families.keys() - {word}]
    eldest = _foremost(single)
    return eldest if eldest and eldest.titles[WIFE] and handle not in eldest.handles else None


def _foremost(bearers: Sequence[Bearer]) -> Bearer | None:
    best = max(bearers, key=lambda bearer: bearer.count, default=None)
    if best is None or best.count <= _FOREMOST * (sum(bearer.count for bearer in bearers) - best.count):
        return None
    return best


def _clear(word: str, may_be: Sequence[Bearer]) -> Sequence[Bearer]:
    """Those of one first name and its nicknames, if they are called by the surname `word` far the most."""
    best = max(may_be, key=lambda bearer: bearer.families[word], default=None)
    if best is None:
        return ()
    own = [b for b in may_be if not b.given or are_nicknames(b.first_name, best.first_name)]
    times = sum(b.families[word] for b in own)
    others = sum(b.families[word] for b in may_be) - times
    return own if times > _FOREMOST * others else ()


def _is_younger(handle: Handle, bearer: Bearer, family: Sequence[Bearer]) -> bool:
    """Whether the family has a "Mrs. John Knightley": then John, if named less, is not Mr. Knightley."""
    if bearer.count > handle.count:
        return False
    wives = (own for b in family if not b.given for own in b.handles if WIFE in own.titles)
    return any(own.given[:1] == (bearer.first_name,) for own in wives)


def _is_junior(bearer: Bearer, others: Sequence[Bearer]) -> bool:
    """Whether the bearer goes by a nickname of another's first name, as a son named for his father does."""
    formal = formal_names(bearer.first_name)
    return any(b.first_name in formal and bearer.first_name not in formal_names(b.first_name) for b in others)


def _man(
    handle: Handle, may_be: Sequence[Bearer], family: Sequence[Bearer], company: Company
) -> Bearer | None:
    """The man of the family who is most called by the surname, of like rank."""
    word = handle.family_word
    if not MEN.isdisjoint(handle.titles):
        may_be = [b for b in may_be if not is_noble(b) and not _is_younger(handle, b, family)]
        may_be = [b for b in may_be if b.gender == "m"] or may_be
        may_be = [b for b in may_be if not _is_junior(b, may_be)]
    elif CALLINGS.isdisjoint(handle.titles):
        may_be = [b for b in may_be if b.titles["mr"] <= _MISTER * handle.count or share_title(handle, b)]
        may_be = [b for b in may_be if share_title(handle, b)] or _clear(word, may_be)
    best = max(may_be, key=lambda bearer: bearer.families[word], default=None)
    if best is None or best.titles:
        return best
    # If the head of the family stands apart from the handle, that means nobody with a first name.
    heads = [b for b in family if b.given and same_gender(handle.gender, b.gender)]
    apart = any(b.families[word] > best.families[word] and company.are_apart(handle, b) for b in heads)
    return None if apart else best
