"""Drift: where in a changed text a place is likely to be, by the places nearby that are known."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import NamedTuple

_FAR = 20_000
"""A place that is farther away says nothing."""

_REACH = 400
"""Code points by which a place may differ from the likely one, and ..."""

_REACH_SHARE = 0.1
"""... besides, this share of how far the nearest known place is."""

_STRETCHED = 1.5
"""Between two known places the text may have become so many times as long or as short."""

_APART = 200
"""Another copy of the words must be so far from the likely place."""

_STILL, _STILL_APART = 300, 4000
"""The same where nothing is known but the old place, which often has hardly changed."""


class Likely(NamedTuple):
    """That words stand within `reach` of `near`, if no copy of them is nearer to it than `apart`."""

    near: int
    reach: int
    apart: int


class Drift:
    """Pairs of an old and a new place that are known."""

    def __init__(self) -> None:
        self._known: list[tuple[int, int]] = []

    def add(self, old: int, new: int) -> None:
        """What stood at `old` stands at `new`."""
        insort(self._known, (old, new))

    def likely(self, old: int) -> Likely | None:
        """About where that stands which stood at `old`; None where the known places contradict each other."""
        index = bisect_left(self._known, (old, -1))
        around = self._known[max(0, index - 1) : index + 1]
        near = [(one, other) for one, other in around if abs(one - old) <= _FAR]
        if not near:
            return Likely(old, _STILL, _STILL_APART)
        away = min(abs(one - old) for one, _ in near)
        reach = _REACH + round(_REACH_SHARE * away)
        if len(near) == 1:
            return Likely(near[0][1] + old - near[0][0], reach, _APART)
        (old_before, before), (old_after, after) = near
        gap, old_gap = after - before, old_after - old_before
        if not old_gap / _STRETCHED - _REACH <= gap <= old_gap * _STRETCHED + _REACH:
            return None
        share = (old - old_before) / old_gap if old_gap else 0.0
        return Likely(round(before + share * gap), reach + abs(gap - old_gap), _APART)
