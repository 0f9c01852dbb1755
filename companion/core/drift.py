"""Drift: where in a changed text a place is likely to be, by the places nearby that are known."""

from __future__ import annotations

from bisect import bisect_left, insort

_FAR = 20_000
"""A place that is farther away says nothing."""

_REACH = 400
"""Code points by which a place may differ from the likely one, and ..."""

_REACH_SHARE = 0.1
"""... besides, this share of how far the nearest known place is."""

_STRETCHED = 1.5
"""Between two known places the text may have become so many times as long or as short."""


class Drift:
    """Pairs of an old and a new place that are known."""

    def __init__(self) -> None:
        self._known: list[tuple[int, int]] = []

    def add(self, old: int, new: int) -> None:
        """What stood at `old` stands at `new`."""
        insort(self._known, (old, new))

    def near(self, old: int) -> tuple[int, int] | None:
        """About where that stands which stood at `old`, and how far it may be from there; None if unknown.

        Two known places, one on either side, must agree.
        """
        index = bisect_left(self._known, (old, -1))
        if not 0 < index < len(self._known):
            return None
        (old_before, before), (old_after, after) = self._known[index - 1], self._known[index]
        gap, old_gap = after - before, old_after - old_before
        if (
            not 0 < old_gap <= 2 * _FAR
            or not old_gap / _STRETCHED - _REACH <= gap <= old_gap * _STRETCHED + _REACH
        ):
            return None
        share = (old - old_before) / old_gap
        away = min(old - old_before, old_after - old)
        return round(before + share * gap), round(_REACH + abs(gap - old_gap) + _REACH_SHARE * away)
