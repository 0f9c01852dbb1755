"""Stretches: which long empty stretches of time an axis leaves out, so that its dense part can be read."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BREAK = 24.0
"""How wide, in pixels, a stretch that is left out is drawn."""

_MOST = 8
_SHARE = 0.6
"""Breaks may take up that part of the width."""

_EXCEPTIONAL = 8.0
"""A stretch is left out only if it is so many times as long as the mean of those that are kept."""

_ENOUGH = 128.0
"""More pixels than these between two events make them no easier to read."""

_DISLIKE = 1.0
"""What a break must add to the readability of the rest; doubling one small distance adds about 1."""


class Stretch(NamedTuple):
    """A range of time, in day numbers, in which nothing happens."""

    start: float
    end: float

    @property
    def days(self) -> float:
        """Its length."""
        return self.end - self.start


class Extent(NamedTuple):
    """The earliest and latest day of an event, as far as they are finite.

    `is_range` says that both ends are told ("1944–1985"), not only how exactly one date is known ("1961").
    """

    start: float
    end: float
    is_range: bool


def stretches_left_out(extents: Iterable[Extent], width: float) -> tuple[tuple[Stretch, ...], float]:
    """The stretches to leave out of an axis of `width` pixels over all `extents`, in order.

    Also gives how many days are kept before and after each, between it and the nearest event. The k longest
    gaps between events are left out, for the k that makes the rest easiest to read. A date that is known to
    the year counts as its middle, unless years are long in what is left of the axis.
    """
    known = list(extents)
    margin = min(20.0, width / 64)
    cost = BREAK + 2 * margin
    left_out, rest = _choose(_positions(known, math.inf), width, cost)
    if left_out:
        left_out, rest = _choose(_positions(known, rest / 3), width, cost)
    if not left_out:
        return (), 0.0
    kept = margin * rest / (width - len(left_out) * cost)
    return tuple(Stretch(gap.start + kept, gap.end - kept) for gap in sorted(left_out)), kept


def _positions(extents: Iterable[Extent], wide: float) -> list[float]:
    """Where something begins, ends or happens, each once and in order."""
    found: set[float] = set()
    for start, end, is_range in extents:
        if is_range or end - start > wide:
            found.update((start, end))
        else:
            found.add((start + end) / 2)
    return sorted(found)


def _choose(positions: Sequence[float], width: float, cost: float) -> tuple[list[Stretch], float]:
    """The best stretches to leave out, and how many days of the axis remain without them.

    A break takes `cost` pixels with the time that is kept on either side of it.
    """
    gaps = sorted((Stretch(first, second) for first, second in pairwise(positions)), key=_days, reverse=True)
    total = positions[-1] - positions[0] if positions else 0.0
    most = max(0, min(_MOST, len(gaps) - 2, int(_SHARE * width / cost)))
    best, best_rest, best_score = 0, total, _readability(gaps, total, width)
    rest = total
    for count, gap in enumerate(gaps[:most], start=1):
        rest -= gap.days
        room = width - count * cost
        kept = gaps[count:]
        if rest > 0 and _is_exceptional(gap, kept, rest) and gap.days * room > 3 * cost * rest:
            score = _readability(kept, rest, room) + count * (_apart(cost) - _DISLIKE)
            if score > best_score:
                best, best_rest, best_score = count, rest, score
    return gaps[:best], best_rest


def _is_exceptional(gap: Stretch, kept: Sequence[Stretch], rest: float) -> bool:
    return gap.days * len(kept) > _EXCEPTIONAL * rest


def _readability(gaps: Iterable[Stretch], days: float, width: float) -> float:
    """How far apart the events stand on an axis: every doubling of a small distance counts alike."""
    zoom = width / days if days else 0.0
    return sum(_apart(gap.days * zoom) for gap in gaps)


def _apart(pixels: float) -> float:
    return math.log2(1 + min(pixels, _ENOUGH) / 8)


def _days(stretch: Stretch) -> float:
    return stretch.days
