"""Deciding: whom of several a bare name means, place by place."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from companion.extraction.people.calling import is_call, presence
from companion.extraction.people.ranks import WIFE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from companion.extraction.names import Name
    from companion.extraction.people.bearers import Bearer
    from companion.extraction.people.handles import Handle

_NEAR = 3000
"""How many code points back the last sure mention of a person counts half of what one just before does."""


_LONG, _LEFT = 200_000, 0.6
"""How many code points back the last mention halves what the usual meaning counts, and what is left of it."""

_CARRIED = 0.5
"""How much it counts that somebody was just called by the name."""

_HABIT = 0.3
"""How much the usual meaning of a name counts where it calls somebody who is there."""


def decide(
    text: str,
    ambiguous: Mapping[Handle, Mapping[Bearer, float]],
    sure: Mapping[Bearer, Sequence[int]],
    names: Sequence[Name],
) -> dict[Handle, dict[Bearer, list[int]]]:
    """For each handle the places at which it means each of its bearers.

    A bearer weighs the more, the nearer before the place it was surely named; whom the name calls upon must
    be there. `sure` are the places, in order, at which each bearer surely is meant.
    """
    decided: dict[Handle, dict[Bearer, list[int]]] = {}
    for handle, weights in ambiguous.items():
        meant: dict[Bearer, list[int]] = {}
        called: dict[Bearer, list[int]] = {}
        for place in handle.places:
            best = _called(text, handle, place, weights, sure, names)
            if best is not None:
                called.setdefault(best, []).append(place)
            else:
                best = max(
                    weights,
                    key=lambda b: (
                        weights[b] * _lasting(place, (sure[b], meant.get(b, ())), names)
                        + _nearness(place, sure[b], names)
                        + _CARRIED * _nearness(place, called.get(b, ()), names)
                    ),
                )
            meant.setdefault(best, []).append(place)
        decided[handle] = meant
    return decided


def _called(
    text: str,
    handle: Handle,
    place: int,
    weights: Mapping[Bearer, float],
    sure: Mapping[Bearer, Sequence[int]],
    names: Sequence[Name],
) -> Bearer | None:
    """Whom the name calls upon at `place`; None where it calls nobody, or nobody of them is there."""
    if not is_call(text, names[place]):
        return None
    there = {b: presence(text, place, sure[b], names) for b in weights if handle.titles or not b.titles[WIFE]}
    best = max(there, key=lambda b: _HABIT * weights[b] + there[b], default=None)
    return best if best and there[best] else None


def _nearness(place: int, sure: Sequence[int], names: Sequence[Name], half: int = _NEAR) -> float:
    at = bisect_left(sure, place)
    if not at:
        return 0.0
    return half / (half + names[place].start - names[sure[at - 1]].start)


def _lasting(place: int, named: Sequence[Sequence[int]], names: Sequence[Name]) -> float:
    """How much the usual meaning counts of one who was named long ago, or not yet."""
    return _LEFT + (1 - _LEFT) * max(_nearness(place, places, names, _LONG) for places in named)
