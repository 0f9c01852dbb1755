"""Namesakes: persons of one name whom numbers, generations or all that surrounds them tell apart."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from companion.extraction.people.given_names import agree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.extraction.people.bearers import Bearer, Bearers
    from companion.extraction.people.company import Company
    from companion.extraction.people.handles import Handle


_EARLY, _LATE, _PAUSE = 15, 8, 0.02
"""So many places of a first name alone are before its first full name, and behind it, and so large a share of
the text is between the two."""

_NEIGHBOURS, _STRANGERS = 8, 0.1
"""How many names round a place are looked at, and how alike those round two persons are at most."""


def part_namesakes(bearers: Bearers, company: Company) -> None:
    """Tell Tikhon the valet from the Tikhon Shcherbaty of the war, who never meet the same people."""
    owners: dict[int, Bearer] = {}
    for bearer in bearers:
        bare = [h for h in bearer.handles if h.lone and not h.titles and h.lone in bearer.given]
        full = [handle.places[0] for handle in bearer.handles if handle.is_full and handle.places]
        if not bare or not full:
            continue
        first, places = min(full), sorted(place for handle in bare for place in handle.places)
        early = [place for place in places if place < first]
        late = places[len(early) :]
        if len(early) < _EARLY or len(late) < _LATE or company.at(first) - company.at(early[-1]) < _PAUSE:
            continue
        owners = owners or {p: b for b in bearers for handle in b.handles for p in handle.places}
        if _likeness(_round(early, bearer, owners), _round(late, bearer, owners)) < _STRANGERS:
            namesake: Bearer | None = None
            for handle in bare:
                before = handle.split(first, company.form_at)
                namesake = bearers.add(before, namesake, (handle.lone,)) if before else namesake
                if not handle.places:
                    bearer.handles.remove(handle)


def _round(places: Iterable[int], bearer: Bearer, owners: Mapping[int, Bearer]) -> Counter[Bearer]:
    near = (owners.get(place + away) for place in places for away in range(-_NEIGHBOURS, _NEIGHBOURS + 1))
    return Counter(other for other in near if other is not None and other is not bearer)


def _likeness(one: Counter[Bearer], other: Counter[Bearer]) -> float:
    """How alike two counts are, from 0 to 1 (the cosine); 1 where nothing is known."""
    if not one or not other:
        return 1.0
    both = sum(count * other[bearer] for bearer, count in one.items())
    return both / math.sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))


def are_told_apart(one: Bearer, other: Bearer) -> bool:
    """Whether numbers or generations tell the two apart: "Jr." and "Sr."."""
    return bool(one.suffix) and bool(other.suffix) and one.suffix != other.suffix


def of_several(handle: Handle, bearers: Iterable[Bearer]) -> dict[Bearer, float]:
    """Those of the full name who are told apart by Jr. and Sr. or a number, where it stands without."""
    if handle.suffix:
        return {}
    told = [bearer for bearer in bearers if bearer.suffix and _bears(handle, bearer)]
    return dict.fromkeys(told, 1.0) if len({bearer.suffix for bearer in told}) > 1 else {}


def rulers_of(word: str, bearers: Iterable[Bearer]) -> dict[Bearer, float]:
    """The rulers of a name with their weights if there are several."""
    rulers = [bearer for bearer in bearers if bearer.suffix]
    most = max((bearer.called[word] for bearer in rulers), default=0.0)
    return {ruler: ruler.called[word] / most for ruler in rulers} if len(rulers) > 1 and most else {}


def _bears(handle: Handle, bearer: Bearer) -> bool:
    return any(other.is_full and agree(handle.given, other.given) for other in bearer.handles)
