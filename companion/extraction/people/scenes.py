"""Scenes: two names that share their scenes but no sentence are one person's: Ronny is Mr. Heaslop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.extraction.people.bearers import Bearer
from companion.extraction.people.given_names import gender_of
from companion.extraction.people.ranks import LADIES, LADY, MAIDEN, MEN, WIFE

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from companion.extraction.people.bearers import Bearers
    from companion.extraction.people.company import Company
    from companion.extraction.people.handles import Handle

_MOST = 24
"""How many of the main characters are compared; keeps a text full of names linear."""

_MAIN = 40
"""So many times at least each half of a name stands."""

_ALIKE = 0.35
_SIDE_BY_SIDE = 0.01
"""How alike the scenes of the halves must be, and in what share of places at most they share a sentence."""

_SELDOM = 1.5
"""Who is named so many times as often at most as she is called Mrs is seldom named otherwise."""

_WIFE_BESIDE = 0.03
"""In so small a share of places "Madame Bovary" may stand beside Emma."""

_LATE = 0.3
"""The share of a text before a marriage in it, in which the bride is named by her maiden name."""

_BRIDE, _WIFE, _HUSBAND = 15, 3, 5
"""So many times she is named before, as the wife, and he all together."""

_RATHER = 1.5
"""So much more a wife's scenes are hers than her daughter's whose mother is called by the first name."""

_MAIDEN = 3
"""So many times at least her maiden name stands."""

_HER_SHARE, _HER_LIFT, _HIS_LIFT = 0.5, 2.0, 1.5
"""How much the wife's scenes are those of the bride, and hers his."""

_MOSTLY_FROM = 0.05
"""So small a share of a wife's places may be before the wedding, where it is but spoken of."""

_EXPECTED, _DROPPED = 5, 0.2
"""How often her earlier name should still stand behind the wedding if she had kept it, at least, and in what
share of those places at most it does."""

_HER_PART, _HIS_PART, _BESIDE = 0.5, 0.9, 0.02
"""How much her scenes are the wife's and his, and how seldom the two names share a sentence."""

_STILL, _STILL_OFTEN = 0.1, 3
"""In so small a share of its places her earlier name stands after the wedding, or so many times at most."""

_WIDOW_LIFT, _WIDOW_SHARE, _WIDOWS_HUSBAND_LIFT = 4.0, 0.25, 3.0
"""The same of a widow who was only called Mrs as well, of whom less is known."""


def join_halves(bearers: Bearers, company: Company) -> None:
    """Join one who is only called by the first name with one who is only called by title and surname.

    Both must be main characters: who are so often in the same scenes, and never in one sentence, are not two.
    """
    first = [b for b in bearers if _is_first_name_only(b)]
    last = [b for b in bearers if _is_surname_only(b)]
    first, last = (sorted(some, key=_count, reverse=True)[:_MOST] for some in (first, last))
    for one in first:
        found = [other for other in last if other in bearers and _are_halves(one, other, company)]
        if len(found) == 1 and sum(_are_halves(b, found[0], company) for b in first if b in bearers) == 1:
            bearers.join(one, found[0])


def settle_wives(bearers: Bearers, company: Company) -> None:
    """Give "Madame Bovary" to Emma where she shares all scenes with her, and not to the daughter Berthe.

    Only a woman who is seldom named otherwise loses what she was called by as the only one of the family.
    """
    women = [b for b in bearers if _is_first_name_only(b, {MAIDEN}) and b.gender == "f"]
    women = sorted(women, key=_count, reverse=True)[:_MOST]
    owners = [b for b in bearers if b.given and b.titles[WIFE] * _SELDOM >= b.count] if women else []
    for owner in owners:
        handles = [handle for handle in owner.handles if WIFE in handle.titles and not handle.given]
        wife = Bearer()
        for handle in handles:
            wife.add(handle, (), handle.family_word)
        if wife.count < _MAIN or wife.count * _SELDOM < owner.count:
            continue
        found = [
            b
            for b in women
            if b is not owner and b in bearers and _are_halves(b, wife, company, _WIFE_BESIDE)
        ]
        if len(found) == 1:
            for handle in handles:
                bearers.give(handle, owner, found[0], is_given=False)


def without_wife(
    handle: Handle, found: list[Bearer], mrs: Sequence[Handle], company: Company
) -> list[Bearer]:
    """Those of `found` whom "Miss" and the surname may mean: not the only woman if she is rather `mrs`."""
    women = [b for b in found if b.given and b.gender == "f"]
    if len(women) != 1 or not mrs or women[0].titles:
        return found
    as_wife, as_maiden = Bearer(list(mrs)), Bearer([handle])
    if sum(wife.count for wife in mrs) < handle.count or company.beside(women[0].handles, mrs) > 1:
        return found
    if company.lift(women[0], as_wife) > _RATHER * company.lift(women[0], as_maiden):
        return [b for b in found if b is not women[0]]
    return found


def _is_first_name_only(bearer: Bearer, titles: Set[str] = frozenset()) -> bool:
    if bearer.count < _MAIN or bearer.families or bearer.titles.keys() - titles or bearer.patronymic:
        return False
    return bool(gender_of(bearer.first_name))


def _is_surname_only(bearer: Bearer) -> bool:
    if bearer.count < _MAIN or bearer.given or not bearer.families or not bearer.titles:
        return False
    return bearer.titles.keys() <= MEN | {WIFE, MAIDEN}


def _are_halves(one: Bearer, other: Bearer, company: Company, most: float = _SIDE_BY_SIDE) -> bool:
    if one.gender != other.gender or company.likeness(one, other) < _ALIKE:
        return False
    return company.beside(one.handles, other.handles) <= most * min(one.count, other.count)


def join_married(bearers: Bearers, company: Company) -> None:
    """Join the wife of a later part of the text with the woman of another surname whom he has married."""
    wives = [b for b in bearers if _is_wife(b) and not b.given and company.since(b, _MOSTLY_FROM) >= _LATE]
    women = [b for b in bearers if b.families and b.gender == "f" and b.count >= _BRIDE]
    wives, women = (sorted(some, key=_count, reverse=True)[:_MOST] for some in (wives, women))
    for wife in wives:
        men = [b for family in wife.families for b in bearers.of_family(family) if b.gender == "m"]
        husband = max(men, key=_count, default=None)
        if husband and husband.count >= _HUSBAND:
            found = [b for b in women if b in bearers and _has_married(b, wife, husband, company)]
            found = found or [b for b in women if b in bearers and _has_dropped(b, wife, husband, company)]
            if len(found) == 1:
                bearers.join(found[0], wife)


def _is_wife(bearer: Bearer) -> bool:
    return any(bearer.titles[title] >= _WIFE for title in (WIFE, LADY))


def join_maidens(bearers: Bearers, company: Company) -> None:
    """Join "Mina Murray" with the later Mina Harker whom others call Mrs. Harker."""
    for wife in bearers:
        if not wife.given or not wife.families or not _is_wife(wife) or wife not in bearers:
            continue
        for maiden in bearers.of_given(wife.first_name):
            if maiden is not wife and maiden in bearers and _was_called(maiden, wife, company):
                bearers.join(wife, maiden)


def _was_called(maiden: Bearer, wife: Bearer, company: Company) -> bool:
    """Whether a surname of one who is called by the wife's first name ends where the wife's begins."""
    if not maiden.families or maiden.gender != "f" or not LADIES.isdisjoint(maiden.titles):
        return False
    if not maiden.families.keys().isdisjoint(wife.families) or maiden.first_name != wife.first_name:
        return False
    hers = [h for h in wife.handles if h.family_word in wife.families or h.family in wife.families]
    earlier = [place for h in maiden.handles for place in h.places]
    wedding = min(place for h in hers if WIFE in h.titles or LADY in h.titles for place in h.places)
    still = sum(place > wedding for place in earlier)
    if len(earlier) < _MAIDEN or still > max(_STILL * len(earlier), min(_STILL_OFTEN, len(earlier) // 3)):
        return False
    return company.beside(maiden.handles, hers) <= 1


def _has_married(bride: Bearer, wife: Bearer, husband: Bearer, company: Company) -> bool:
    is_widow = not bride.given and bride.titles[WIFE] == bride.count
    if not (bride.given or is_widow) or not bride.families.keys().isdisjoint(wife.families):
        return False
    if not LADIES.isdisjoint(bride.titles.keys() - {WIFE} if is_widow else bride.titles):
        return False
    hers, share, his = (
        (_WIDOW_LIFT, _WIDOW_SHARE, _WIDOWS_HUSBAND_LIFT) if is_widow else (_HER_LIFT, _HER_SHARE, _HIS_LIFT)
    )
    if company.beside(bride.handles, wife.handles) > 1 or company.lift(bride, wife) < hers:
        return False
    if company.share(bride, wife) < share or company.lift(bride, husband) < his:
        return False
    earlier, still, before = _about_wedding(bride, wife, company)
    return before >= _BRIDE and still <= max(_STILL * earlier, _STILL_OFTEN * (not is_widow))


def _has_dropped(bride: Bearer, wife: Bearer, husband: Bearer, company: Company) -> bool:
    """Whether one who goes on being called by her first name loses her surname where the wife's begins.

    That tells a marriage even of a main character, who shares her scenes with everybody.
    """
    if not bride.given or wife.count < _BRIDE - _HUSBAND or not LADIES.isdisjoint(bride.titles):
        return False
    if not bride.families.keys().isdisjoint(wife.families):
        return False
    earlier, still, before = _about_wedding(bride, wife, company)
    expected = earlier * (bride.count - before) / bride.count
    if before < _BRIDE or expected < _EXPECTED or still > _DROPPED * expected:
        return False
    if company.beside(bride.handles, wife.handles) > max(1, _BESIDE * min(bride.count, wife.count)):
        return False
    return company.share(bride, wife) >= _HER_PART and company.lift(bride, husband) >= _HIS_PART


def _about_wedding(bride: Bearer, wife: Bearer, company: Company) -> tuple[int, int, int]:
    """How often the bride's earlier name stands, how often still behind the wedding, and she before it."""
    wedding = company.since(wife, _MOSTLY_FROM)
    earlier = [place for h in bride.handles if h.surname or MAIDEN in h.titles for place in h.places]
    still = sum(company.at(place) > wedding for place in earlier)
    before = sum(company.at(place) < wedding for h in bride.handles for place in h.places)
    return len(earlier), still, before


def _count(bearer: Bearer) -> int:
    return bearer.count
