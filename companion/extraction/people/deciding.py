"""Deciding: whom of several a bare name means, place by place."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from companion.extraction.names import Name
    from companion.extraction.people.bearers import Bearer
    from companion.extraction.people.handles import Handle

_NEAR = 3000
"""How many code points back the last sure mention of a person counts half of what one just before does."""


def decide(
    ambiguous: Mapping[Handle, Mapping[Bearer, float]],
    sure: Mapping[Bearer, Sequence[int]],
    names: Sequence[Name],
) -> dict[Handle, dict[Bearer, list[int]]]:
    """For each handle the places at which it means each of its bearers.

    A bearer weighs the more, the nearer before the place it was surely named; `sure` are the places, in
    order, at which each bearer surely is meant.
    """
    decided: dict[Handle, dict[Bearer, list[int]]] = {}
    for handle, weights in ambiguous.items():
        meant: dict[Bearer, list[int]] = {}
        for place in handle.places:
            best = max(weights, key=lambda b: weights[b] + _nearness(place, sure[b], names))
            meant.setdefault(best, []).append(place)
        decided[handle] = meant
    return decided


def _nearness(place: int, sure: Sequence[int], names: Sequence[Name]) -> float:
    at = bisect_left(sure, place)
    if not at:
        return 0.0
    return _NEAR / (_NEAR + names[place].start - names[sure[at - 1]].start)
