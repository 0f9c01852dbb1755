"""Scene: what one view of the timeline shows, and where: what is painted, pointed at and spoken of."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from companion.output.timeline.boxes import DOT
from companion.output.timeline.lanes import CROWDED, LABEL_GAP, USUAL_LABEL, Box, Crowd, anchor

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from companion.output.timeline.story import Story
    from companion.output.timeline.ticks import Tick
    from companion.ui.timeline.layout import Layout
    from companion.ui.timeline.tones import Letters
    from companion.ui.timeline.viewport import Viewport

_REACH = 4.0
"""So many pixels beside a mark still belong to it."""

_INSIDE = 16.0
"""Where the label of a bar begins that is drawn in the bar, in pixels from the bar's end in view."""

_LEAST = 48.0
"""A label with less room than this is not shown at the edge of the view."""

_EDGE = 4.0


@dataclass(frozen=True)
class Emphasis:
    """Which events, by number, stand out: the focus's, those in focus, pointed at, at the keyboard.

    `strong` is None while nothing is in focus. `on_screen` are told by the words on the screen now; in a
    passage of those in `marked` the reader marked something, or noted something on them.
    """

    strong: frozenset[int] | None = None
    focused: frozenset[int] = frozenset()
    pointed: int | None = None
    cursor: int | None = None
    crowd: Crowd | None = None
    on_screen: frozenset[int] = frozenset()
    marked: frozenset[int] = frozenset()

    def raised(self) -> list[int]:
        """The events whose label is always shown, the most urgent last."""
        wanted = [*sorted(self.focused), self.cursor, self.pointed]
        return list(dict.fromkeys(index for index in reversed(wanted) if index is not None))[::-1]


@dataclass(frozen=True)
class Scene:
    """One view of a layout. All rectangles are in pixels of the view."""

    story: Story
    viewport: Viewport
    layout: Layout
    ticks: list[Tick]
    labels: list[str]
    letters: Letters
    emphasis: Emphasis = field(default_factory=Emphasis)

    @cached_property
    def visible(self) -> list[int]:
        """The events in a lane whose mark or label is in view."""
        left, right = self.viewport.left, self.viewport.right
        boxes, spots = self.layout.boxes, self.layout.spots
        seen = []
        for index in self.layout.placed:
            box, spot = boxes[index], spots[index]
            first = min(box.left, spot.label_left)
            if first <= right and max(box.right, spot.label_left + spot.label_width) >= left:
                seen.append(index)
        return seen

    @cached_property
    def crowds(self) -> list[tuple[Crowd, QRectF]]:
        """The crowds in view and where their numbers stand: beside a label that is shown over them."""
        left, right = self.viewport.left, self.viewport.right
        taken = [self.rect(index) for index in self.raised]
        seen = [crowd for crowd in self.layout.crowds if crowd.right >= left and crowd.left <= right]
        free = [(crowd, self._usual_rect(crowd)) for crowd in seen]
        taken += [rect for _, rect in free if not any(map(rect.intersects, taken))]
        taken += [
            self.rect(index)
            for index in self.visible
            if self.layout.spot(index).lane == self.layout.rows.lanes
        ]
        shown = ((crowd, rect if rect in taken else _beside(rect, taken)) for crowd, rect in free)
        return [(crowd, rect) for crowd, rect in shown if rect is not None]

    @cached_property
    def raised(self) -> dict[int, QRectF]:
        """The labels that are always shown, each where it can be read; no two overlap."""
        shown: dict[int, QRectF] = {}
        for index in reversed(self.emphasis.raised()):
            if (rect := self._raised_rect(index)) and not any(map(rect.intersects, shown.values())):
                shown[index] = rect
        return shown

    def middle(self, index: int) -> float:
        """The height at which an event stands."""
        return self.layout.rows.middle(self.layout.spot(index).lane)

    def mark(self, index: int) -> Box:
        """Where an event's mark stands: a dot for one that is lost in a crowd."""
        box = self.layout.box(index, self.story)
        if self.layout.spot(index).lane == CROWDED:
            middle = anchor(box)
            box = Box(middle - DOT / 2, middle + DOT / 2, box.label)
        return Box(box.left - self.viewport.offset, box.right - self.viewport.offset, box.label)

    def label(self, index: int) -> QRectF | None:
        """Where the label of an event stands; in its bar when it would be out of view after it.

        None when the event has no room for a label, or its mark is out of view.
        """
        spot, mark = self.layout.spot(index), self.mark(index)
        if not spot.label_width or mark.right < 0 or mark.left > self.viewport.width:
            return None
        left = spot.label_left - self.viewport.offset
        width = min(spot.label_width, self.viewport.width - left - _EDGE)
        least = min(_LEAST, spot.label_width)
        if width < least:
            left = max(mark.left, 0.0) + _INSIDE
            room = min(mark.right, self.viewport.width) - left - _INSIDE
            width = min(self.letters.label_width(self.labels[index]), room)
        if width < least:
            return None
        height = self.layout.rows.lane_height - 2
        return QRectF(left, self.middle(index) - height / 2, width, height)

    def _usual_rect(self, crowd: Crowd) -> QRectF:
        height = self.layout.rows.lane_height - 4
        left = crowd.left - self.viewport.offset
        return QRectF(left, self.layout.rows.crowds - height / 2, crowd.right - crowd.left, height)

    def rect(self, index: int) -> QRectF:
        """Mark and label of an event."""
        mark, middle = self.mark(index), self.middle(index)
        left, right = max(mark.left, -_REACH), min(mark.right, self.viewport.width + _REACH)
        whole = QRectF(left - _REACH, middle - DOT / 2 - _REACH, right - left + 2 * _REACH, DOT + 2 * _REACH)
        label = self.raised.get(index) or self.label(index)
        return whole.united(label) if label else whole

    def at(self, point: QPointF) -> int | Crowd | None:
        """The event or the crowd at a point."""
        for index in self.raised:
            if self.rect(index).contains(point):
                return index
        for index in self.visible:
            if self.rect(index).contains(point):
                return index
        for crowd, rect in self.crowds:
            if rect.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(point):
                return crowd.members[0] if len(crowd.members) == 1 else crowd
        return None

    def _raised_rect(self, index: int) -> QRectF | None:
        """Where the whole label of an event has room; None when its mark is out of view."""
        mark, width = self.mark(index), self.viewport.width
        if mark.right < 0 or mark.left > width:
            return None
        usual = self.label(index)
        wanted = self.letters.label_width(self.labels[index])
        if index not in (self.emphasis.pointed, self.emphasis.cursor):
            wanted = min(USUAL_LABEL, wanted)  # what stays shown hides less of the others
        if usual and usual.width() >= wanted - 1 and usual.left() >= 0 and usual.right() <= width:
            return usual
        height = self.layout.rows.lane_height - 2
        left = mark.right + LABEL_GAP
        if left + wanted > width:
            left = mark.left - LABEL_GAP - wanted
        if left < 0:
            left = max(0.0, min(max(mark.left, 0.0) + _INSIDE, width - wanted))
        return QRectF(left, self.middle(index) - height / 2, wanted, height)


def _beside(rect: QRectF, taken: list[QRectF]) -> QRectF | None:
    """The same rectangle beside the first of the others that covers it; None where there is no room."""
    cover = next(other for other in taken if other.intersects(rect))
    after = rect.translated(cover.right() + 2 * _REACH - rect.left(), 0)
    before = rect.translated(cover.left() - 2 * _REACH - rect.right(), 0)
    return next((moved for moved in (before, after) if not any(map(moved.intersects, taken))), None)
