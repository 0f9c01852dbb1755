"""Viewport: the part of the axis that is in view; zooming and panning give another one."""

from __future__ import annotations

from dataclasses import dataclass, field

from companion.output.timeline.scale import Axis, Scale

_ROUND = 40.0
"""Pixels left round what is brought into view."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """`width` pixels of an axis at a zoom (pixels a day), from `offset` pixels after its left end.

    What is asked for is put right: the axis always fills the view, and the zoom stays within its limits.
    """

    axis: Axis
    width: float
    zoom: float = 0.0
    offset: float = 0.0
    scale: Scale = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        least = self.axis.fitting(self.width)
        zoom = max(least, min(self.zoom, max(self.axis.finest, least)))
        scale = Scale(self.axis, zoom)
        object.__setattr__(self, "zoom", zoom)
        object.__setattr__(self, "scale", scale)
        object.__setattr__(self, "offset", max(0.0, min(self.offset, scale.width - self.width)))

    @property
    def shows_all(self) -> bool:
        """Whether the whole axis is in view."""
        return self.zoom <= self.axis.fitting(self.width) * 1.001

    @property
    def is_closest(self) -> bool:
        """Whether one cannot zoom in any further."""
        return self.zoom >= max(self.axis.finest, self.axis.fitting(self.width)) * 0.999

    @property
    def left(self) -> float:
        """Where the view begins, in pixels along the axis."""
        return self.offset

    @property
    def right(self) -> float:
        """Where the view ends, in pixels along the axis."""
        return self.offset + self.width

    def day(self, x: float) -> float:
        """The day at `x`, in pixels from the left of the view."""
        return self.scale.day(self.offset + x)

    def x(self, day: float) -> float:
        """Where a day is, in pixels from the left of the view."""
        return self.scale.x(day) - self.offset

    def fitted(self) -> Viewport:
        """The whole axis."""
        return Viewport(self.axis, self.width)

    def resized(self, axis: Axis, width: float) -> Viewport:
        """The same time in the middle of another width; the whole axis if that was in view."""
        if self.shows_all:
            return Viewport(axis, width)
        middle = self.day(self.width / 2)
        made = Viewport(axis, width, self.zoom)
        return made.panned(made.x(middle) - width / 2)

    def panned(self, pixels: float) -> Viewport:
        """The view moved to later times by so many pixels."""
        return Viewport(self.axis, self.width, self.zoom, self.offset + pixels)

    def zoomed(self, factor: float, x: float) -> Viewport:
        """The view magnified by `factor`; the day at `x` stays where it is."""
        return self.at(self.day(x), self.zoom * factor, x)

    def at(self, day: float, zoom: float, x: float) -> Viewport:
        """The view at a zoom, with `day` at `x` if the axis is long enough."""
        scaled = Viewport(self.axis, self.width, zoom)
        return scaled.panned(scaled.x(day) - x)

    def showing(self, left: float, right: float) -> Viewport:
        """The view moved as little as needed to show these pixels of the axis; their beginning at least."""
        if left >= self.left and right <= self.right:
            return self
        if left < self.left or right - left + 2 * _ROUND > self.width:
            return self.panned(left - _ROUND - self.left)
        return self.panned(right + _ROUND - self.right)

    def closer(self, first: float, last: float) -> Viewport:
        """The days from `first` to `last` over most of the view, at least twice as large as now."""
        room = max(self.width - 4 * _ROUND, _ROUND)
        wide = self.scale.x(last) - self.scale.x(first)
        factor = max(2.0, room / wide) if wide > 0 else 8.0
        near = self.at((first + last) / 2, self.zoom * factor, self.width / 2)
        middle = (near.x(first) + near.x(last)) / 2
        return near.panned(middle - self.width / 2)

    def between(self, other: Viewport, share: float) -> Viewport:
        """The view on the way to `other`, another view of the same axis, after that share of the way."""
        if other.zoom == self.zoom:
            return self.panned((other.offset - self.offset) * share)
        day = other.day(other.width / 2)
        zoom = self.zoom * (other.zoom / self.zoom) ** share
        start, end = self.x(day), other.width / 2
        return self.at(day, zoom, start + (end - start) * share) if share < 1 else other
