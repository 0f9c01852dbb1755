"""Lanes: where the marks and labels of events go, so that none overlaps another, and which make a crowd."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

CROWDED = -1
"""The lane of an event that found no room: it is counted in a crowd above the axis."""

LABEL_GAP = 7.0
"""Pixels between a mark and its label."""

LEAST_LABEL = 120.0
"""A label that would have less room than this, in pixels, is left out: of a title with fewer words nothing
can be told, and its neighbours have the room."""

USUAL_LABEL = 240.0
"""A label wants no more room than this, in pixels, where another may want it too."""

_APART = 14.0
"""Pixels between two neighbours in a lane."""

_CROWDS_APART = 6.0

_LONG = 160.0
"""A bar longer than this, in pixels, has its dot at its beginning where it is lost in a crowd."""

_CELL, _TRIES = 26.0, 3
"""Where so many events, for each lane, were tried within so many pixels, further ones cannot find room."""


class Box(NamedTuple):
    """The extent of an event's mark, and how wide its label would like to be, all in pixels."""

    left: float
    right: float
    label: float


class Spot(NamedTuple):
    """Where an event is: its lane, and where its label begins and how wide it is (0: it has none).

    The row of the crowds is one more lane, below the others.
    """

    lane: int
    label_left: float
    label_width: float


class Crowd(NamedTuple):
    """Events for which there is no room, in the order of their dates, and where their number stands."""

    members: tuple[int, ...]
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A spot for every event, and the crowds from left to right."""

    spots: tuple[Spot, ...]
    crowds: tuple[Crowd, ...]


class _Lane:
    """Who stands in one lane: ranges of pixels that do not overlap, in order, each with its event."""

    __slots__ = ("ends", "events", "starts")

    def __init__(self) -> None:
        self.starts: list[float] = []
        self.ends: list[float] = []
        self.events: list[int] = []

    def room(self, left: float) -> float:
        """How far to the right of `left` the lane is free; 0 when `left` is taken."""
        index = bisect_right(self.starts, left)
        if index and self.ends[index - 1] > left:
            return 0.0
        return self.starts[index] - left if index < len(self.starts) else math.inf

    def room_before(self, left: float, right: float) -> float:
        """How far to the left of `left` the lane is free; 0 when it is taken between `left` and `right`."""
        if self.room(left) < right + _APART - left:
            return 0.0
        index = bisect_right(self.starts, left)
        return left - self.ends[index - 1] if index else left

    def take(self, event: int, left: float, right: float) -> None:
        """Gives a range that is free to an event."""
        index = bisect_right(self.starts, left)
        self.starts.insert(index, left)
        self.ends.insert(index, right)
        self.events.insert(index, event)


class _Arranger:
    """Places one event after the other."""

    def __init__(self, boxes: Sequence[Box], lanes: int, width: float, *, squeezes: bool) -> None:
        self.boxes = boxes
        self._squeezes = squeezes
        self.width = width
        self.lanes = [_Lane() for _ in range(lanes)]
        self.spots = [Spot(CROWDED, 0.0, 0.0)] * len(boxes)
        self._tries: dict[int, int] = {}
        self._most_tries = _TRIES * lanes

    def place(self, event: int, home: int) -> bool:
        """Finds the best spot for one event, near the lane `home`; whether that holds its whole label."""
        box = self.boxes[event]
        cell = int(box.left / _CELL)
        tries = self._tries[cell] = self._tries.get(cell, 0) + 1
        if tries > self._most_tries:
            return False
        order = _nearest(len(self.lanes), home)
        limit = math.inf
        if box.right + LABEL_GAP + box.label > self.width:
            if self._place_before(event, box, order):
                return self.spots[event].label_width >= box.label
            if self._squeezes and self._squeeze_before(event, box, order):
                return False
            limit = self.width - box.left + _APART
        mark = box.right - box.left + _APART
        best, most = CROWDED, mark
        for lane in order:
            room = min(limit, self.lanes[lane].room(box.left))
            if room > most:
                best, most = lane, room
                if room >= mark + LABEL_GAP + box.label:
                    break
        if best != CROWDED:
            self._put(event, box, best, most)
        elif self._squeezes:
            self._squeeze_in(event, box, order, limit)
        return best != CROWDED and self.spots[event].label_width >= box.label

    def _place_before(self, event: int, box: Box, order: Sequence[int]) -> bool:
        """Puts the label before the mark, where the axis ends; shortened, if there is less room after it."""
        least, best, most = min(LEAST_LABEL, box.label), CROWDED, self.width - box.right - LABEL_GAP
        for lane in order:
            room = min(box.label, self.lanes[lane].room_before(box.left, box.right) - LABEL_GAP)
            if room >= least and room > most:
                best, most = lane, room
                if room >= box.label:
                    break
        if best != CROWDED:
            left = box.left - LABEL_GAP - most
            self.lanes[best].take(event, left, box.right + _APART)
            self.spots[event] = Spot(best, left, most)
        return best != CROWDED

    def _squeeze_before(self, event: int, box: Box, order: Sequence[int]) -> bool:
        """Shortens a neighbour's label, if that makes room for one before a mark that has none after it."""
        needed = min(LEAST_LABEL, box.label) + LABEL_GAP
        if self.width - box.right - LABEL_GAP >= needed:
            return False
        lane = self._shorten_neighbour(box, order, needed)
        if lane == CROWDED:
            return False
        left = box.left - needed
        self.lanes[lane].take(event, left, box.right + _APART)
        self.spots[event] = Spot(lane, left, needed - LABEL_GAP)
        return True

    def _squeeze_in(self, event: int, box: Box, order: Sequence[int], limit: float) -> None:
        """Shortens the label of a neighbour, if that makes room for the mark."""
        lane = self._shorten_neighbour(box, order, 0.0)
        if lane != CROWDED:
            self._put(event, box, lane, min(limit, self.lanes[lane].room(box.left)))

    def _shorten_neighbour(self, box: Box, order: Sequence[int], needed: float) -> int:
        """Shortens the label before a mark that keeps most, so that `needed` pixels before that are free.

        Gives the lane where that was done; CROWDED where it can be in none.
        """
        best, most = CROWDED, LEAST_LABEL
        for lane in order:
            there = self.lanes[lane]
            index = bisect_right(there.starts, box.left) - 1
            following = there.starts[index + 1] if index + 1 < len(there.starts) else math.inf
            if index < 0 or box.right + _APART > following:
                continue
            neighbour = there.events[index]
            left = box.left - needed - _APART - self.spots[neighbour].label_left
            if self.spots[neighbour].label_left > self.boxes[neighbour].left and left >= most:
                best, most = lane, left
        if best != CROWDED:
            there = self.lanes[best]
            index = bisect_right(there.starts, box.left) - 1
            neighbour = there.events[index]
            there.ends[index] = box.left - needed
            shorter = min(most, self.spots[neighbour].label_width)
            self.spots[neighbour] = self.spots[neighbour]._replace(label_width=shorter)
        return best

    def _put(self, event: int, box: Box, lane: int, room: float) -> None:
        """Puts an event into a lane that is free for `room` pixels, with as much of its label as fits."""
        label = min(box.label, room - (box.right - box.left) - LABEL_GAP - _APART)
        label = label if label >= min(LEAST_LABEL, box.label) else 0.0
        after = LABEL_GAP + label if label else 0.0
        self.lanes[lane].take(event, box.left, box.right + after + _APART)
        self.spots[event] = Spot(lane, box.right + LABEL_GAP, label)


@cache
def _nearest(lanes: int, home: int) -> tuple[int, ...]:
    """The numbers of so many lanes, those first that are near `home`."""
    return tuple(sorted(range(lanes), key=lambda lane: (abs(lane - home), lane)))


def whole(boxes: Sequence[Box], lanes: int, width: float, home: int) -> Arrangement | None:
    """The events in their order, each near the lane `home` with its whole label; None if they have no room.

    That is what `arrange` finds, where nothing is shortened or left out; else it is known much sooner.
    """
    arranger = _Arranger(boxes, lanes, width, squeezes=False)
    if all(arranger.place(event, home) for event in range(len(boxes))):
        return Arrangement(tuple(arranger.spots), ())
    return None


def arrange(
    boxes: Sequence[Box],
    order: Iterable[int],
    lanes: int,
    width: float,
    number_width: Callable[[int], float],
    homes: Sequence[Spot] = (),
    *,
    squeezes: bool = True,
) -> Arrangement:
    """Finds each event a lane and room for its label, in `order`.

    A label stands after its mark, or before it where the axis (`width` pixels) ends; it is shortened where
    there is too little room, and left out where there is none. An event whose mark has no room either is
    counted in a crowd, in a row below the lanes; where it is alone there it may have a label again.
    `number_width` gives the width of a number of events. An event stays in the lane that it has in `homes`,
    an arrangement at another zoom, when it can. With `squeezes` the label of an earlier one is shortened
    where that makes room for a mark.
    """
    arranger = _Arranger(boxes, lanes, width, squeezes=squeezes)
    middle = lanes // 2  # of all rows, with that of the crowds
    for event in order if lanes else ():
        home = homes[event].lane if homes else middle
        arranger.place(event, home if 0 <= home < lanes else middle)
    spots = arranger.spots
    crowded = [event for event, spot in enumerate(spots) if spot.lane == CROWDED]
    crowds = list(_crowds(boxes, crowded, width, number_width))
    for event, spot in _lone(crowds, boxes, lanes, width):
        spots[event] = spot
    return Arrangement(
        tuple(spots),
        tuple(crowd for crowd in crowds if spots[crowd.members[0]].lane == CROWDED),
    )


def grown(
    arrangement: Arrangement, boxes: Sequence[Box], wholes: Sequence[float], lanes: int, width: float
) -> tuple[Spot, ...]:
    """The spots of an arrangement, where each label takes what its lane leaves free beyond it.

    `wholes` are the widths of the labels that nothing was taken from, in pixels; `width` is the axis's. What
    stands where does not change, so that a long title costs no other one its place.
    """
    spots = list(arrangement.spots)
    following: dict[int, float] = {}
    for event in sorted(range(len(boxes)), key=lambda event: -_beginning(boxes[event], spots[event])):
        box, spot = boxes[event], spots[event]
        end = following.get(spot.lane, width + _APART) - _APART
        following[spot.lane] = _beginning(box, spot)
        if 0 <= spot.lane < lanes and spot.label_width and spot.label_left > box.left:
            wide = min(wholes[event], end - spot.label_left)
            spots[event] = spot._replace(label_width=max(spot.label_width, wide))
    _grow_backwards(spots, boxes, wholes, lanes)
    return tuple(spots)


def _grow_backwards(spots: list[Spot], boxes: Sequence[Box], wholes: Sequence[float], lanes: int) -> None:
    """Lets the labels that stand before their marks take what is free before them."""
    reached: dict[int, float] = {}
    for event in sorted(range(len(boxes)), key=lambda event: boxes[event].right):
        box, spot = boxes[event], spots[event]
        if 0 <= spot.lane < lanes and spot.label_width and spot.label_left < box.left:
            end = spot.label_left + spot.label_width
            left = min(spot.label_left, max(reached.get(spot.lane, 0.0), end - wholes[event]))
            spots[event] = spot = spot._replace(label_left=left, label_width=end - left)
        after = spot.label_left + spot.label_width if spot.label_width else 0.0
        reached[spot.lane] = max(box.right, after) + _APART


def _beginning(box: Box, spot: Spot) -> float:
    """Where mark and label of an event begin."""
    return min(box.left, spot.label_left) if spot.label_width else box.left


def _lone(
    crowds: Sequence[Crowd], boxes: Sequence[Box], row: int, width: float
) -> Iterator[tuple[int, Spot]]:
    """Spots in the row of the crowds for crowds of one, as far as mark and label have room there."""
    end = 0.0
    for number, crowd in enumerate(crowds):
        following = crowds[number + 1].left - _APART if number + 1 < len(crowds) else width
        box = boxes[crowd.members[0]]
        if len(crowd.members) > 1 or box.left < end or box.right > following:
            end = crowd.right + _APART
            continue
        label = min(box.label, following - box.right - LABEL_GAP)
        label = label if label >= min(LEAST_LABEL, box.label) else 0.0
        yield crowd.members[0], Spot(row, box.right + LABEL_GAP, label)
        end = box.right + LABEL_GAP + label + _APART


def _crowds(
    boxes: Sequence[Box], crowded: Iterable[int], width: float, number_width: Callable[[int], float]
) -> Iterator[Crowd]:
    """The events without room, joined with their neighbours until no two numbers overlap."""
    ordered = sorted((anchor(boxes[event]), event) for event in crowded)
    alone = number_width(1)
    ranges: list[tuple[int, int, float, float]] = []
    for last, (place, _) in enumerate(ordered):
        first, left, wide = last, place - alone / 2, alone
        while ranges and ranges[-1][3] + _CROWDS_APART > left:
            first = ranges.pop()[0]
            wide = number_width(last + 1 - first)
            left = max(0.0, min((ordered[first][0] + place - wide) / 2, width - wide))
        ranges.append((first, last + 1, left, left + wide))
    for first, last, left, right in ranges:
        yield Crowd(tuple(event for _, event in ordered[first:last]), left, right)


def anchor(box: Box) -> float:
    """Where a mark is put when there is room for a dot only: its middle, or the beginning of a long bar."""
    return (box.left + box.right) / 2 if box.right - box.left <= _LONG else box.left
