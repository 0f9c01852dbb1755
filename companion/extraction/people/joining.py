"""Joining: nicknames are brought to the full names, Aunt Juley to the Mrs Munt whom others call so."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from companion.extraction.people.families import eldest_of
from companion.extraction.people.fitting import OF
from companion.extraction.people.given_names import (
    are_nicknames,
    formal_names,
    is_diminutive,
    is_foreign_pet_name,
)
from companion.extraction.people.namesakes import are_told_apart
from companion.extraction.people.ranks import (
    AUNTS,
    HEADS,
    LADIES,
    MAIDEN,
    MEN,
    RANKS,
    WIFE,
    is_noble,
    same_gender,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.extraction.people.bearers import Bearer, Bearers
    from companion.extraction.people.company import Company
    from companion.extraction.people.handles import Handle

_MOST = 24
"""How many persons are compared with one; keeps a text full of one name linear."""

_TOGETHER = 1.0
_LESS_TOGETHER = 0.4
"""How much oftener than by chance nickname and full name share a stretch; less where both stand alone."""

_SOLE, _SELDOM = 0.8, 20
"""How much of that is enough if nobody else is so called but who is named so many times more seldom."""

_SIDE_BY_SIDE, _SIDE_BY_SIDE_MARRIED = 0.03, 0.1
"""In so small a share of their places two names of one may stand side by side; more after a marriage."""

_NO_RANKS = MEN | LADIES | RANKS | AUNTS | {WIFE, MAIDEN}
_MUCH = 10
"""Who is named so many times as often as all others of a surname is also meant by a rank before it."""

_TOLD_OFTEN = 2
"""What is told so many times of two names is true, though it is where they stand side by side."""

_MAIN = 20
"""How often both must be named of whom one bears a pet name that many bear, as maids called Masha do."""

_AUNT_TIMES = 3
_AUNT_LIFT = 2.0
_AUNT_SHARE = 0.45
"""How often an aunt must be named, and how much she must share her stretches with the one she is."""


def join_nicknames(bearers: Bearers, company: Company, *, kin_only: bool) -> None:
    """Join each who bears a nickname with the one who bears a full name of it.

    With `kin_only` just those of one surname, who never stand side by side.
    """
    formal: defaultdict[str, dict[Bearer, None]] = defaultdict(dict)
    for bearer in sorted(bearers, key=_count, reverse=True):
        for name in islice(bearer.given, 3):
            for full in formal_names(name):
                formal[full][bearer] = None
    for bearer in sorted(bearers, key=_count):
        if bearer in bearers and bearer.first_name not in ("", OF):
            others = _of_like_name(bearer, bearers, formal)
            others = {o: None for o in others if _are_foremost((bearer, o), bearers)}
            sole = _is_sole(bearer, others)
            found = [o for o in others if _may_be_one(bearer, o, company, kin_only=kin_only, sole=sole)]
            if found:
                bearers.join(bearer, max(found, key=_count))


def _are_foremost(pair: Iterable[Bearer], bearers: Bearers) -> bool:
    """Whether neither is an "Elizabeth-Jane" of another surname, or father, than who is named most."""
    joined = [b for b in pair if "-" in b.first_name or (b.patronymic and not b.families)]
    return not any(other.count > b.count for b in joined for other in bearers.of_given(b.first_name))


def _is_sole(bearer: Bearer, others: Iterable[Bearer]) -> bool:
    """Whether but one bears a full name of the bearer's nickname, leaving out who is hardly ever named.

    Nobody calls Lady Catherine Kitty.
    """
    full = [o for o in others if o.first_name != bearer.first_name and o.count * _SELDOM > bearer.count]
    return len(full) == 1 and all(RANKS.isdisjoint(b.titles) for b in (bearer, *full))


def _of_like_name(
    bearer: Bearer, bearers: Bearers, formal: Mapping[str, Mapping[Bearer, None]]
) -> dict[Bearer, None]:
    names = formal_names(bearer.first_name)
    others: dict[Bearer, None] = {}
    for full in names:
        others.update(dict.fromkeys(islice(formal.get(full, ()), _MOST)))
    for family in (*bearer.families, *names):
        others.update(dict.fromkeys(bearers.of_family(family)))
    return {other: None for other in others if other is not bearer and other in bearers}


def _may_be_one(bearer: Bearer, other: Bearer, company: Company, *, kin_only: bool, sole: bool) -> bool:
    name, full = bearer.first_name, other.first_name
    kin = not bearer.families.keys().isdisjoint(other.families)
    if not kin and (kin_only or name == full or not _may_share_family(bearer, other)):
        return False
    by_family = not bearer.families and _is_pet_name(name, other)
    if not by_family and not (full and are_nicknames(name, full)):
        return False
    if not same_gender(bearer.gender, other.gender) or are_told_apart(bearer, other):
        return False
    if company.are_listed_apart(bearer.handles, other.handles):
        return False
    share = _SIDE_BY_SIDE_MARRIED if bearer.families and other.families and not kin else _SIDE_BY_SIDE
    allowed = 0 if kin_only else max(1.0, share * min(bearer.count, other.count))
    if company.beside(bearer.handles, other.handles) > allowed:
        return False
    if kin:
        return is_noble(bearer) == is_noble(other)
    if not by_family and not is_diminutive(name, full):
        return False
    if is_foreign_pet_name(name, full) and min(bearer.count, other.count) < _MAIN:
        return False
    needed = _needed(bearer, other) * (_SOLE if sole else 1.0)
    return company.lift(bearer, other) > needed


def _may_share_family(bearer: Bearer, other: Bearer) -> bool:
    """Whether two with no surname in common may be one: one has none, or she has another by marriage."""
    if not bearer.families or not other.families:
        return True
    return {bearer.gender, other.gender} == {"f"} and bool(bearer.titles[WIFE]) != bool(other.titles[WIFE])


def _is_pet_name(name: str, other: Bearer) -> bool:
    """Whether `name` is made of the other's surname: "Skaggsy"."""
    return name not in other.families and not formal_names(name).isdisjoint(other.families)


def _needed(bearer: Bearer, other: Bearer) -> float:
    """How much the two must share their stretches, by how the one with the full name is called."""
    if other.first_name in formal_names(bearer.first_name):
        bearer, other = other, bearer
    full = bearer.first_name
    alone = sum(handle.count for handle in bearer.handles if handle.lone == full and not handle.titles)
    return _LESS_TOGETHER if alone * 2 > bearer.given[full] else _TOGETHER


def join_aliases(bearers: Bearers, company: Company, pairs: Iterable[tuple[Handle, Handle]]) -> None:
    """Join those of whom the text says that they are one person."""
    owner = {handle: bearer for bearer in bearers for handle in bearer.handles}
    for pair, times in Counter(pairs).items():
        one, other = (owner.get(handle) for handle in pair)
        if one is None or other is None or one is other:
            continue
        apart = times < _TOLD_OFTEN and company.are_apart(pair[1], one)
        apart = apart or are_told_apart(one, other) or company.are_listed_apart(one.handles, other.handles)
        if times >= _TOLD_OFTEN and not apart and _is_anothers_too(pair[1], other, one):
            bearers.give(pair[1], other, one, is_given=True)
            continue
        if same_gender(one.titled_gender, other.titled_gender) and not apart:
            if one.count < other.count:
                one, other = other, one
            owner.update(dict.fromkeys(other.handles, one))
            bearers.join(one, other)


def _is_anothers_too(handle: Handle, owner: Bearer, other: Bearer) -> bool:
    """Whether a bare first name is only one of the names of its owner, who has another surname."""
    if not handle.lone or handle.titles or not owner.given[handle.word] or len(owner.handles) < 2:
        return False
    return bool(owner.families and other.families) and owner.families.keys().isdisjoint(other.families)


def join_ranked(bearers: Bearers, company: Company) -> None:
    """Join a mere rank and surname with the one who is by far the most meant by that surname alone."""
    for bearer in bearers:
        if bearer.given or not bearer.families or not _NO_RANKS.isdisjoint(bearer.titles):
            continue
        word = next(iter(bearer.families))
        family = [b for b in bearers.of_family(word) if b.given and same_gender(bearer.gender, b.gender)]
        family.sort(key=_count, reverse=True)
        if not family or family[0].count < _MUCH * bearer.count:
            continue
        head = family[0]
        is_meant = any(handle.lone == word and not handle.titles for handle in head.handles)
        alone = all(head.count > _MUCH * other.count for other in family[1:])
        if is_meant and alone and not any(company.are_apart(handle, head) for handle in bearer.handles):
            bearers.join(head, bearer)


def join_aunts(bearers: Bearers, company: Company) -> None:
    """Join whom nephews call Aunt Juley with whom others call Mrs Munt: both stand in the same stretches."""
    heads = [b for b in bearers if b.families and not b.given and not HEADS.isdisjoint(b.titles)]
    heads = sorted(heads, key=_count, reverse=True)[:_MOST]
    aunts = [b for b in bearers if not b.families and _is_aunt(b)]
    for aunt in sorted(aunts, key=_count, reverse=True)[:_MOST]:
        # Who is Aunt Celia already is not Aunt Maggie too.
        same = [b for b in heads if b.gender == aunt.gender and b in bearers and not b.given]
        best = max(same, key=lambda b: company.likeness(aunt, b), default=None)
        if best and _may_be_aunt(aunt, best, company):
            bearers.join(aunt, best)


def _is_aunt(bearer: Bearer) -> bool:
    times = sum(bearer.titles[title] for title in AUNTS)
    return times >= _AUNT_TIMES and times * 3 >= bearer.count


def _may_be_aunt(aunt: Bearer, other: Bearer, company: Company) -> bool:
    if any(company.are_apart(handle, other) for handle in aunt.handles):
        return False
    return company.lift(aunt, other) >= _AUNT_LIFT and company.share(aunt, other) >= _AUNT_SHARE


def settle_daughters(bearers: Bearers, company: Company) -> None:
    """Give "Miss Gradgrind" to the eldest where only her marriage kept her from being seen as one."""
    for owner in bearers:
        for handle in [h for h in owner.handles if h.titles == (MAIDEN,) and not h.is_full]:
            eldest = eldest_of(handle, bearers.of_family(handle.family_word))
            if eldest and eldest is not owner and not company.are_apart(handle, eldest):
                bearers.give(handle, owner, eldest, is_given=False)


def _count(bearer: Bearer) -> int:
    return bearer.count
