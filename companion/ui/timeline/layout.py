"""Layout: what is where on the drawn timeline at one zoom; panning reuses it, a change of focus too."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from companion.output.timeline.boxes import boxes_of
from companion.output.timeline.lanes import (
    CROWDED,
    USUAL_LABEL,
    Box,
    Crowd,
    Spot,
    arrange,
    grown,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from companion.output.timeline.lanes import Arrangement
    from companion.output.timeline.story import Story
    from companion.ui.timeline.viewport import Viewport

_FEW = 300
"""So many events are laid out along the whole axis; of more only those round the view."""

_AROUND = 2
"""How many widths of the view are laid out on either side of it."""

_NOWHERE = Spot(CROWDED, 0.0, 0.0)


_ROOM_AROUND = 3.0


class Rows(NamedTuple):
    """The heights of the drawing in pixels: the lanes of labels, the row of crowds, the axis."""

    lanes: int
    top: float
    lane_height: float
    crowds: float
    axis: float

    def middle(self, lane: int) -> float:
        """The middle of a lane; of the row of crowds for an event in none of the lanes above it."""
        return self.top + (lane + 0.5) * self.lane_height if 0 <= lane < self.lanes else self.crowds


def rows_of(height: float, line: float) -> Rows:
    """The rows of a drawing `height` pixels high, with lines of text `line` pixels high."""
    axis = height - line - 4
    room = axis - 2 * _ROOM_AROUND
    count = max(1, int(room / (line + 4)))
    pitch = max(line + 4, min(room / count, line + 10))
    crowds = axis - _ROOM_AROUND - pitch / 2
    return Rows(count - 1, crowds - (count - 0.5) * pitch, pitch, crowds, axis)


class Layout:
    """Mark, lane and label of the events round a view; all in pixels along the axis.

    `boxes` and `spots` are those of the events that were laid out, by number; `placed` are those that stand
    in a lane, and `crowds` count the others.
    """

    def __init__(
        self,
        story: Story,
        viewport: Viewport,
        rows: Rows,
        label_widths: Sequence[float],
        number_width: Callable[[int], float],
        home: Layout | None = None,
    ) -> None:
        few = len(story) <= _FEW
        self.scale = viewport.scale
        self.rows = rows
        self._left = -math.inf if few else viewport.left - _AROUND * viewport.width
        self._right = math.inf if few else viewport.right + _AROUND * viewport.width
        members = self._members(story)
        wholes = [label_widths[index] for index in members]
        usual = [min(USUAL_LABEL, wide) for wide in wholes]
        boxes = boxes_of([story.events[index] for index in members], self.scale, usual)
        self.boxes = dict(zip(members, boxes, strict=True))
        arrangement = (self._with_whole_labels(boxes, wholes) if few and home is None else None) or arrange(
            boxes,
            _order(story, members, few),
            rows.lanes,
            self.scale.width,
            number_width,
            [home.spot(index) for index in members] if home else (),
            squeezes=few,
        )
        spots = grown(arrangement, boxes, wholes, rows.lanes, self.scale.width)
        self.spots = dict(zip(members, spots, strict=True))
        self.placed = [index for index, spot in self.spots.items() if spot.lane != CROWDED]
        self.crowds = [_renumbered(crowd, members) for crowd in arrangement.crowds]

    def _with_whole_labels(self, boxes: Sequence[Box], wholes: Sequence[float]) -> Arrangement | None:
        """Where each title has all its room, however long; None where so many have it not."""
        asking = [box._replace(label=wide) for box, wide in zip(boxes, wholes, strict=True)]
        return whole(asking, self.rows.lanes, self.scale.width, self.rows.lanes // 2)

    def covers(self, viewport: Viewport) -> bool:
        """Whether this layout serves that view: the same zoom, and not panned too far."""
        return (
            viewport.scale.zoom == self.scale.zoom
            and viewport.scale.axis is self.scale.axis
            and (self._left <= viewport.left - viewport.width or viewport.left <= 0)
            and (self._right >= viewport.right + viewport.width or viewport.right >= self.scale.width)
        )

    def box(self, index: int, story: Story) -> Box:
        """The mark of an event, wherever it is."""
        return self.boxes.get(index) or boxes_of([story.events[index]], self.scale, [0.0])[0]

    def spot(self, index: int) -> Spot:
        """The lane and label of an event; in no lane when it is far from the view."""
        return self.spots.get(index, _NOWHERE)

    def _members(self, story: Story) -> list[int]:
        if math.isinf(self._left):
            return list(range(len(story)))
        first, last = self.scale.day(self._left), self.scale.day(self._right)
        return [
            index
            for index, event in enumerate(story.events)
            if event.date.latest >= first and event.date.earliest <= last
        ]


def _order(story: Story, members: list[int], few: bool) -> Iterable[int]:
    """In which order the events are placed: by date, or when there are many those first that matter most."""
    if few:
        return range(len(members))
    numbers = {index: number for number, index in enumerate(members)}
    return [numbers[index] for index in story.prominence if index in numbers]


def _renumbered(crowd: Crowd, members: list[int]) -> Crowd:
    return crowd._replace(members=tuple(members[number] for number in crowd.members))
