"""Sons: a son who has his father's name is told from him: young Tom from Mr. Gradgrind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.extraction.people.ranks import MEN

if TYPE_CHECKING:
    from companion.extraction.people.bearers import Bearer, Bearers
    from companion.extraction.people.company import Company
    from companion.extraction.people.handles import Handle

_YOUNG = "young"
_YOUNG_OFTEN = 5
"""So many times at least the son is called young."""

_BOTH_OFTEN = 20
"""So many times at least the son is called by the first name, and the father by Mr and the surname."""


_LATE, _LONG_BEFORE = 0.1, 60
"""Who is first called by the first name after so large a share of the text, and after so many places of the
surname, may be the son of the one who bore it before."""

_BY_FIRST_NAME, _FULL_OFTEN = 0.2, 5
"""The share of a son's places with the first name alone, and how often both names stand together."""

_FATHERS = 0.5
"""How much what is called by the surname later means the father."""

_KIN = re.compile(r"\b(?:son|daughter|father|mother|sister|brother|fils|père|mère|frère|sœur)s?\b")
_KIN_NEAR, _FIRST_PLACES = 400, 3
"""So many code points round one of a son's first places his kin is spoken of."""


def part_fathers(bearers: Bearers, company: Company) -> dict[Handle, dict[Bearer, float]]:
    """Give what is called by the surname long before a son appears to a father who has no first name.

    The handles of the surname are to be decided place by place between the two from then on.
    """
    open_handles: dict[Handle, dict[Bearer, float]] = {}
    for son in bearers:
        born = _appears(son, company) if son.gender == "m" else None
        if born is None:
            continue
        father: Bearer | None = None
        for handle in _of_surname(son):
            early = handle.split(born, company.form_at)
            if early is not None:
                father = bearers.add(early, father, (), handle.family_word)
        for handle in _of_surname(son) if father else ():
            son.handles.remove(handle)
            if father and handle.places:
                open_handles[handle] = {son: 1.0, father: _FATHERS}
    return open_handles


def _appears(son: Bearer, company: Company) -> int | None:
    """The place where a son first has his first name, if he may be one who is told from his father."""
    bare = [handle for handle in son.handles if _is_first_name(handle, son)]
    full = [handle for handle in son.handles if handle.is_full]
    by_surname = _of_surname(son)
    if not bare or not by_surname or sum(handle.count for handle in full) < _FULL_OFTEN:
        return None
    if sum(handle.count for handle in bare) < _BY_FIRST_NAME * son.count:
        return None
    places = sorted(place for handle in (*bare, *full) for place in handle.places)
    before = sorted(place for handle in by_surname for place in handle.places if place < places[0])
    if len(before) < _LONG_BEFORE or company.at(places[0]) - company.at(before[0]) < _LATE:
        return None
    is_kin = any(company.is_near(_KIN, place, _KIN_NEAR) for place in places[:_FIRST_PLACES])
    return places[0] if is_kin else None


def _of_surname(bearer: Bearer) -> list[Handle]:
    return [h for h in bearer.handles if not h.is_full and h.family_word in bearer.families]


def part_sons(bearers: Bearers, company: Company) -> None:
    """Make two persons of each who is called "young Tom" as well as "Mr. Gradgrind", both of them often.

    What has the surname stays the father's, for the son is called by the first name.
    """
    for bearer in bearers:
        if bearer.gender != "m" or len(bearer.handles) < 2:
            continue
        by_first_name = [handle for handle in bearer.handles if _is_first_name(handle, bearer)]
        if not _are_often(by_first_name):
            continue
        if not _are_often([h for h in _of_surname(bearer) if not MEN.isdisjoint(h.titles)]):
            continue
        young = sum(handle.count for handle in by_first_name if handle.epithet == _YOUNG)
        if young + company.behind(_YOUNG, by_first_name) >= _YOUNG_OFTEN:
            son: Bearer | None = None
            for handle in by_first_name:
                son = bearers.give(handle, bearer, son, is_given=True)


def _is_first_name(handle: Handle, bearer: Bearer) -> bool:
    return not handle.is_full and handle.word in bearer.given and handle.word not in bearer.families


def _are_often(handles: list[Handle]) -> bool:
    return sum(handle.count for handle in handles) >= _BOTH_OFTEN
