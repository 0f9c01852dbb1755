"""Second wives: who is called Mrs long after the death of the first one is another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.extraction.people.ranks import LADIES, WIFE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.extraction.people.bearers import Bearer, Bearers
    from companion.extraction.people.company import Company
    from companion.extraction.people.handles import Handle

_OFTEN, _CALLED_BEFORE, _CALLED_AFTER = 30, 3, 4
"""How often the name stands, and how often it calls somebody before the death and after the wedding."""

_SILENCE = 0.1
"""For so large a share of the text at least nobody is called so behind the death."""

_MOST = 12
"""How many women may be the second wife; keeps a text full of names linear."""

_SURE = 1.5
"""How much oftener than any other woman the second wife is there when the name calls her."""

_DEAD = re.compile(
    r"\b(?:death|funeral|grave|burial|loss|memory)\sof\s(?:poor\s)?$|\b(?:late|first|dead)\s$", re.IGNORECASE
)
_HAS_DIED = re.compile(
    r"(?:\s(?:was|is|had\sbeen|were)\s(?:now\s)?dead\b|\s(?:had\s)?died\b|[’']s\s(?:death|funeral|grave|will)\b)"
)
_NEAR = 24


def settle_second_wives(bearers: Bearers, company: Company) -> dict[Handle, dict[Bearer, float]]:
    """The name of a dead wife, from where it calls another one on, to be decided place by place.

    The dead are not called: where nobody was for long, and then somebody is, it is she who is there then.
    """
    open_handles: dict[Handle, dict[Bearer, float]] = {}
    for first in bearers:
        for handle in [h for h in first.handles if h.titles == (WIFE,) and not h.given and h.count >= _OFTEN]:
            calls = _calls_of_another(handle, company)
            second = _present(calls, first, bearers, company) if calls else None
            if second is None:
                continue
            early = handle.split(calls[0], company.form_at)
            if early is not None:
                first.handles[first.handles.index(handle)] = early
                open_handles[handle] = {first: 1.0, second: 1.0}
    return open_handles


def _calls_of_another(handle: Handle, company: Company) -> list[int]:
    """The places where the name calls somebody long after the death of her who was called so before."""
    dead = next(
        (place for place in handle.places if company.is_between(_DEAD, place, _HAS_DIED, _NEAR)), None
    )
    if dead is None:
        return []
    calls = [place for place in handle.places if company.is_call(place)]
    after = [place for place in calls if place > dead]
    while len(after) > 1 and company.at(after[1]) - company.at(after[0]) >= _SILENCE:
        del after[0]  # a slip
    is_silent = len(after) >= _CALLED_AFTER and company.at(after[0]) - company.at(dead) >= _SILENCE
    return after if is_silent and len(calls) - len(after) >= _CALLED_BEFORE else []


def _present(calls: Sequence[int], first: Bearer, bearers: Bearers, company: Company) -> Bearer | None:
    """The woman who is there most when the name calls, if there is one by far."""
    women = [b for b in bearers if b.gender == "f" and b.given and b is not first and not b.titles[WIFE]]
    women = [b for b in women if LADIES.isdisjoint(b.titles)]
    women.sort(key=lambda bearer: -bearer.count)
    there = {woman: sum(company.presence(place, woman) for place in calls) for woman in women[:_MOST]}
    best = sorted(there, key=there.__getitem__, reverse=True)[:2]
    if not best or there[best[0]] * 2 < len(calls) * 0.5:
        return None
    is_clear = len(best) == 1 or there[best[0]] > _SURE * there[best[1]]
    return best[0] if is_clear else None
