"""Boxes: how long the mark of a date is on an axis: a dot, a bar, or a bar that runs out."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from companion.core.dates import Precision
from companion.output.timeline.lanes import Box
from companion.output.timeline.scale import LEFT, RIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.output.timeline.scale import Scale
    from companion.output.timeline.story import Dated, Story

DOT = 12.0
"""The width kept for a dot, in pixels."""

OPEN = 56.0
"""How long a date without an end (or a beginning) is drawn."""

_BAR = 20.0
"""A date as wide as this, in pixels, is drawn as a bar."""

_BAR_OF_A_DAY = 120.0
"""A day or a minute is exact: it stays a dot until it is as wide as this."""

_NEAR = 0.06
"""So small a part of the whole time may be narrower than the drawing of an open date."""

_EXACT = (Precision.DAY, Precision.MINUTE)


def boxes_of(events: Sequence[Dated], scale: Scale, labels: Sequence[float]) -> list[Box]:
    """The extents of the marks of events, whose labels are so wide: a dot for a date too short for a bar."""
    dates = [event.date for event in events]
    starts = scale.all_x([date.earliest for date in dates])
    ends = scale.all_x([date.latest for date in dates])
    boxes: list[Box] = []
    for date, start, end, label in zip(dates, starts, ends, labels, strict=True):
        length = end - start
        if length < _BAR or (length < _BAR_OF_A_DAY and date.precision in _EXACT):
            middle = (start + end) / 2
            boxes.append(Box(middle - DOT / 2, middle + DOT / 2, label))
        elif length < math.inf:
            boxes.append(Box(start, end, label))
        else:
            boxes.append(_open_box(start, end, label, scale))
    return boxes


def room_before(story: Story) -> float:
    """The pixels needed before the first day: a date that is open to the past may reach beyond it."""
    extents = story.extents()
    first = min((extent.start for extent in extents), default=0.0)
    near = first + _NEAR * (max((extent.end for extent in extents), default=0.0) - first)
    reaches = (event.date.open_start and event.date.latest <= near for event in story.events)
    return LEFT + OPEN if any(reaches) else LEFT


def _open_box(start: float, end: float, label: float, scale: Scale) -> Box:
    if start > -math.inf:
        return Box(start, start + OPEN, label)
    if end < math.inf:
        return Box(end - OPEN, end, label)
    return Box(LEFT, scale.width - RIGHT, label)
