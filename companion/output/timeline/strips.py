"""Strips: the story drawn across a page, in as many strips one below the other as its events need."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from companion.core.dates import Precision
from companion.output.timeline.boxes import DOT, boxes_of, room_before
from companion.output.timeline.lanes import CROWDED, Box, Spot, arrange, grown, whole
from companion.output.timeline.lettering import estimated
from companion.output.timeline.scale import RIGHT, Scale, axis_of
from companion.output.timeline.shapes import LABEL_SIZE, Bar, Caption, Strip, Stroke, Tone
from companion.output.timeline.signing import Ends, band, cuts, mark, signs_of, zigzag
from companion.output.timeline.signs import Sign
from companion.output.timeline.story import Dated, Story
from companion.output.timeline.ticks import ticks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.output.summary import Item
    from companion.output.timeline.lanes import Arrangement
    from companion.output.timeline.lettering import Lettering
    from companion.output.timeline.shapes import Shape

_EACH = 26
"""Events of a strip at most, as far as they can be parted at all."""

_FEW = 6
"""So many events are never parted, however little room their labels have."""

_LANES = 11
_LANE = 18.0
_TOP = 4.0
_AXIS = 20.0
"""Below the lanes: the axis with its labels."""

_LONGEST = 280.0
"""A label wants no more room than this; it takes more where nobody else wants it."""

_INSIDE = 14.0
"""Left and right of a label that stands in a bar."""

_BASE = 0.34
"""How far below the middle of a line its baseline is, as a part of the size of the letters."""


class Drawn(NamedTuple):
    """A drawn timeline: its strips from early to late, and the signs that are used in it."""

    strips: tuple[Strip, ...]
    signs: frozenset[Sign]


class _Part(NamedTuple):
    """The events of one strip, with their dates cut to it, and which of them go on beyond its ends."""

    events: list[Dated]
    ends: list[Ends]


def draw_timeline(
    items: Sequence[Item],
    width: float,
    lettering: Lettering | None = None,
    crowd: str = "{count} events",
    language: str = "en",
) -> Drawn:
    """Draws events, in the order of their dates, over a width.

    All measures are in a unit of which the letters of a label are 13. `crowd` is what is said of events
    for which there is no room, `language` that of the dates.
    """
    dated = [(item, item.date) for item in items if item.date]
    events = [Dated(item.entry, item.heading or date.words(language), date) for item, date in dated]
    letters = lettering or estimated()
    unit = Story(tuple(events)).finest_unit()
    starts = [0, *_cuts(events, 0, len(events), math.ceil(len(events) / _EACH))]
    made: list[_Drawer] = []
    for first, last in pairwise([*starts, len(events)]):
        made += _drawers(events, first, last, _Style(width, unit, letters, crowd, language))
    signs = frozenset[Sign]().union(*(drawer.signs() for drawer in made))
    return Drawn(tuple(drawer.strip() for drawer in made), signs)


class _Style(NamedTuple):
    """What all strips of a drawing share."""

    width: float
    unit: float
    letters: Lettering
    crowd: str
    language: str


def _drawers(events: Sequence[Dated], first: int, last: int, style: _Style) -> list[_Drawer]:
    """The strip of some events; cut into two, and these again, while there is no room for all labels."""
    drawer = _Drawer(_part(events, first, last), style)
    middle = [] if drawer.has_room or last - first <= _FEW else [*_cuts(events, first, last, 2)]
    if not middle:
        return [drawer]
    return [*_drawers(events, first, middle[0], style), *_drawers(events, middle[0], last, style)]


def _part(events: Sequence[Dated], first: int, last: int) -> _Part:
    """The events from `first` to `last`, and those before that reach so far."""
    since = -math.inf if not first else events[first].date.earliest
    until = math.inf if last == len(events) else events[last].date.earliest
    longer = [event for event in events[:first] if _is_range(event) and event.date.latest > since]
    shown = [*longer, *events[first:last]]
    dated = [_within(event, since, until) for event in shown]
    return _Part(dated, [_ends(event, since, until) for event in shown])


def _cuts(events: Sequence[Dated], first: int, last: int, count: int) -> Iterator[int]:
    """Where to cut some events into so many parts: where most time lies between two of them."""
    reach = max(1, (last - first) // count // 4)
    before = first
    for number in range(1, count):
        wanted = first + round((last - first) * number / count)
        near = range(max(before + 1, wanted - reach), min(last, wanted + reach + 1))
        best = max(near, key=lambda index: (_gap(events, index), -abs(index - wanted)), default=first)
        if best > before and _gap(events, best) > 0:
            yield best
            before = best


def _gap(events: Sequence[Dated], index: int) -> float:
    before, after = events[index - 1].date.earliest, events[index].date.earliest
    return after - before if math.isfinite(before) else 0.0


def _is_range(event: Dated) -> bool:
    return event.date.precision is Precision.INTERVAL


def _within(event: Dated, since: float, until: float) -> Dated:
    date = event.date
    early = max(date.earliest, since) if math.isfinite(since) else date.earliest
    late = min(date.latest, until) if math.isfinite(until) else date.latest
    return event._replace(date=replace(date, earliest=early, latest=max(early, late)))


def _ends(event: Dated, since: float, until: float) -> Ends:
    """Whether a date reaches beyond the strip."""
    return Ends(
        event.date.open_start or event.date.earliest < since, event.date.open_end or event.date.latest > until
    )


class _Drawer:
    """Draws one strip."""

    def __init__(self, part: _Part, style: _Style) -> None:
        self._events, self._ends = part
        self._width, unit, self._letters, self._crowd, self._language = style
        self._scale = self._scaled(unit)
        self._labels = [self._letters.shortened(event.title, _LONGEST) for event in self._events]
        self._boxes = self._boxed()
        self._lanes = self._least_lanes()
        self._whole = self._arranged()
        while self._lanes < _LANES and not self.has_room:
            self._lanes += 1
            self._whole = self._arranged()
        self._lines: list[float] = []

    def strip(self) -> Strip:
        """The strip with all that stands in it."""
        self._arrangement = self._with_longer_labels(self._whole or self._squeezed())
        lanes = [spot.lane for spot in self._arrangement.spots if spot.lane != CROWDED]
        self._unused = min(lanes, default=self._lanes)
        self._crowds = bool(self._arrangement.crowds) or self._lanes in lanes
        return Strip(self._width, self._axis() + _AXIS, (*self._ground(), *self._marks(), *self._numbers()))

    def signs(self) -> frozenset[Sign]:
        """The signs that are used in it."""
        found = {Sign.BREAK} if self._scale.breaks() else set()
        for event, ends, box in zip(self._events, self._ends, self._boxes, strict=True):
            found.update(signs_of(box, event.date, ends))
        return frozenset(found)

    def _scaled(self, unit: float) -> Scale:
        story = Story(tuple(self._events))
        axis = axis_of(story.extents(), unit, self._width, room_before(story))
        return Scale(axis, axis.fitting(self._width))

    def _boxed(self) -> list[Box]:
        """The marks of the events; the label of a long bar stands in it and takes no room beside it."""
        widths = [self._letters.label(label) + 2 for label in self._labels]
        boxes = boxes_of(self._events, self._scale, widths)
        return [box._replace(label=0.0) if _is_band(box) else box for box in boxes]

    @property
    def has_room(self) -> bool:
        """Whether every event has its place and its whole label."""
        return self._whole is not None

    def _least_lanes(self) -> int:
        """Fewer lanes than this cannot hold all labels."""
        needed = sum(box.right - box.left + box.label for box in self._boxes)
        return max(1, min(_LANES, math.ceil(needed / self._width)))

    def _arranged(self) -> Arrangement | None:
        """The events in the lanes, from the axis upwards; None when these are too few."""
        return whole(self._boxes, self._lanes, self._width, self._lanes - 1)

    def _squeezed(self) -> Arrangement:
        """The same with labels that are shortened, or left out, where there is no room for all."""
        homes = [Spot(self._lanes - 1, 0.0, 0.0)] * len(self._boxes)
        order = range(len(self._boxes))
        return arrange(self._boxes, order, self._lanes, self._width, self._number_width, homes)

    def _with_longer_labels(self, arrangement: Arrangement) -> Arrangement:
        """On paper nobody can point at a title to read it to its end: each takes what is free beside it."""
        wholes = [self._letters.label(event.title) + 2 for event in self._events]
        return replace(arrangement, spots=grown(arrangement, self._boxes, wholes, self._lanes, self._width))

    def _number_width(self, count: int) -> float:
        return DOT if count == 1 else self._letters.small(self._crowd.format(count=count)) + 14

    def _middle(self, lane: int) -> float:
        lane = self._lanes if lane == CROWDED else lane
        return _TOP + (lane - self._unused + 0.5) * _LANE

    def _axis(self) -> float:
        return _TOP + (self._lanes - self._unused + self._crowds) * _LANE + 5

    # -- what is drawn

    def _ground(self) -> Iterator[Shape]:
        axis, scale = self._axis(), self._scale
        found = ticks(scale, 0.0, self._width, self._letters.small, self._language)
        is_fine = any(tick.is_major for tick in found)
        self._lines = [tick.line for tick in found if tick.line is not None]
        for tick in found:
            if tick.line is not None:
                top = _TOP if tick.is_major or not is_fine else axis - 4
                yield Stroke(((tick.line, top), (tick.line, axis)), Tone.LINE)
        first = scale.x(scale.axis.start) - 8
        for x in scale.breaks():
            yield Stroke(((first, axis), (x - 6, axis)), Tone.DIM)
            yield zigzag(x, axis)
            first = x + 6
        yield Stroke(((first, axis), (self._width - RIGHT / 3, axis)), Tone.DIM)
        for tick in found:
            tone = Tone.INK if tick.is_major else Tone.DIM
            width = self._letters.small(tick.label)
            yield Caption(tick.x, axis + 13, tick.label, width, tone, small=True)

    def _marks(self) -> Iterator[Shape]:
        breaks = self._scale.breaks()
        for index, spot in enumerate(self._arrangement.spots):
            if spot.lane == CROWDED and not self._is_alone(index):
                continue
            box, y = self._boxes[index], self._middle(spot.lane)
            if spot.lane == CROWDED:
                middle = (box.left + box.right) / 2
                box = box._replace(left=middle - DOT / 2, right=middle + DOT / 2)
            if box.label or spot.lane == CROWDED:
                yield from mark(box, y, self._events[index].date, self._ends[index])
                yield from cuts(box, y, breaks)
            else:
                yield from self._band(index, box, y)
            if spot.label_width and box.label:
                yield from self._label(index, spot, y)

    def _band(self, index: int, box: Box, y: float) -> Iterator[Shape]:
        """A bar with its label in it."""
        date, ends = self._events[index].date, self._ends[index]
        yield from band(box, y, date, ends)
        yield from cuts(box, y, self._scale.breaks())
        yield self._caption(index, box.left + _INSIDE, y, box.right - box.left - 2 * _INSIDE)

    def _label(self, index: int, spot: Spot, y: float) -> Iterator[Shape]:
        caption = self._caption(index, spot.label_left, y, spot.label_width)
        left, width = caption.x, caption.width
        if any(left < x < left + width for x in self._lines):
            yield Bar(left - 2, y - _LANE / 2 + 1, width + 4, _LANE - 2, 0.0, Tone.PAPER)
        yield caption

    def _caption(self, index: int, x: float, y: float, room: float) -> Caption:
        words = self._letters.shortened(self._events[index].title, room)
        return Caption(x, y + _BASE * LABEL_SIZE, words, self._letters.label(words))

    def _is_alone(self, index: int) -> bool:
        return any(crowd.members == (index,) for crowd in self._arrangement.crowds)

    def _numbers(self) -> Iterator[Shape]:
        """The crowds: how many events have no room here."""
        y = self._middle(CROWDED)
        for crowd in self._arrangement.crowds:
            if len(crowd.members) > 1:
                words = self._crowd.format(count=len(crowd.members))
                width = crowd.right - crowd.left
                yield Bar(crowd.left, y - 8, width, 16, 8, Tone.PAPER, Tone.DIM)
                left = crowd.left + 7
                yield Caption(left, y + 4, words, self._letters.small(words), Tone.INK, small=True)


def _is_band(box: Box) -> bool:
    return box.right - box.left >= box.label + 2 * _INSIDE
