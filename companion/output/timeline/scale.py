"""Scale: days to pixels and back, along an axis that leaves empty stretches of time out."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from companion.output.timeline.stretches import BREAK, Extent, Stretch, stretches_left_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEFT, RIGHT = 20.0, 96.0
"""Pixels before the first and after the last day of an axis: there is room for the last label."""

_WIDEST = 1e11
"""An axis is never wider than so many pixels, for fractions of a pixel would be lost."""

_RESOLUTION = 1e14
"""A day number holds about so many distinct steps, as a float does."""

_ALONE = 30.0
"""An axis covers at least so many times the finest unit of its dates."""

_FINEST = 240.0
"""At the highest zoom the finest unit of the dates is so many pixels wide."""


class Piece(NamedTuple):
    """A part of the axis over which the scale is even: days and pixels, each from and to.

    Between two pieces lies a break. `event` is the day of the first event in it.
    """

    first_day: float
    last_day: float
    left: float
    right: float
    event: float


@dataclass(frozen=True, slots=True)
class Axis:
    """The time that is drawn, in day numbers, the stretches left out of it, and the highest zoom.

    `kept` days lie between a stretch that is left out and the events next to it. `before` are the pixels
    before the first day.
    """

    start: float
    end: float
    left_out: tuple[Stretch, ...] = ()
    kept: float = 0.0
    before: float = LEFT
    finest: float = _FINEST

    def fitting(self, width: float) -> float:
        """The zoom, in pixels a day, at which the whole axis is `width` pixels wide."""
        room = max(width - self.before - RIGHT, BREAK)
        gaps = sorted(stretch.days for stretch in self.left_out)
        span = self.end - self.start
        for index in range(len(gaps) + 1):  # the shortest may be drawn in full, and then are no breaks
            broken = gaps[index:]
            rest = room - len(broken) * BREAK
            zoom = rest / (span - sum(broken))
            if rest > 0 and (not broken or broken[0] * zoom >= BREAK):
                return zoom
        return room / span


class Scale:
    """Where each day is, in pixels from the left end of the axis, at one zoom (pixels a day)."""

    __slots__ = ("_days", "_xs", "axis", "width", "zoom")

    def __init__(self, axis: Axis, zoom: float) -> None:
        self.axis = axis
        self.zoom = zoom
        self._days = [axis.start]
        self._xs = [axis.before]
        for start, end in axis.left_out:
            if (end - start) * zoom > BREAK:
                x = self._xs[-1] + (start - self._days[-1]) * zoom
                self._days += (start, end)
                self._xs += (x, x + BREAK)
        self.width = self._xs[-1] + (axis.end - self._days[-1]) * zoom + RIGHT

    def x(self, day: float) -> float:
        """Where a day is; before and after the axis the scale goes on evenly."""
        index = max(0, bisect_right(self._days, day) - 1)
        return self._xs[index] + (day - self._days[index]) * self._pixels_a_day(index)

    def all_x(self, days: Sequence[float]) -> list[float]:
        """Where each of many days is; `x` of each, in a sixth of the time."""
        if len(self._days) == 1:
            first, zoom = self._days[0], self.zoom
            before = self.axis.before
            return [before + (day - first) * zoom for day in days]
        marks, xs = self._days, self._xs
        slopes = [self._pixels_a_day(index) for index in range(len(marks))]
        indices = [bisect_right(marks, day, 1) - 1 for day in days]
        return [xs[i] + (day - marks[i]) * slopes[i] for i, day in zip(indices, days, strict=True)]

    def day(self, x: float) -> float:
        """The day at `x`; undoes `x`."""
        index = max(0, bisect_right(self._xs, x) - 1)
        return self._days[index] + (x - self._xs[index]) / self._pixels_a_day(index)

    def pieces(self) -> Iterator[Piece]:
        """The parts of the axis between its breaks, from left to right."""
        lasts = [*self._days[1::2], self.axis.end]
        rights = [*self._xs[1::2], self.width - RIGHT]
        events = [self.axis.start, *(day + self.axis.kept for day in self._days[2::2])]
        yield from map(Piece, self._days[::2], lasts, self._xs[::2], rights, events)

    def breaks(self) -> list[float]:
        """Where the middle of each break is."""
        return [(left + right) / 2 for left, right in zip(self._xs[1::2], self._xs[2::2], strict=True)]

    def _pixels_a_day(self, index: int) -> float:
        if index % 2 == 0:
            return self.zoom
        return BREAK / (self._days[index + 1] - self._days[index])


def axis_of(extents: Sequence[Extent], unit: float, width: float, before: float = LEFT) -> Axis:
    """The axis for events of these extents, `unit` days being the finest unit of their dates.

    `width` is that of the view, and `before` what is kept free before the first day, in pixels.
    """
    if not extents:
        return Axis(0.0, 1.0, before=before)
    start = min(extent.start for extent in extents)
    end = max(extent.end for extent in extents)
    largest = max(1.0, abs(start), abs(end))
    lacking = max(_ALONE * unit, largest * 1e-9) - (end - start)
    if lacking > 0:
        start, end = start - lacking / 2, end + lacking / 2
    room = width - before - RIGHT
    left_out, days_kept = stretches_left_out(extents, room) if room > 0 else ((), 0.0)
    kept = end - start - sum(stretch.days for stretch in left_out)
    return Axis(
        start, end, left_out, days_kept, before, min(_FINEST / unit, _WIDEST / kept, _RESOLUTION / largest)
    )
