"""Story: the dated events of a companion as the timeline needs them, in the order in which they happened."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from companion.core.dates import Precision
from companion.core.entries import Kind
from companion.output.timeline.boxes import room_before
from companion.output.timeline.scale import axis_of
from companion.output.timeline.stretches import Extent
from companion.output.timeline.ticks import ticks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from companion.core.companion import Companion
    from companion.core.dates import Date
    from companion.core.document import Span
    from companion.output.timeline.scale import Axis, Scale
    from companion.output.timeline.ticks import Tick

_DAYS = {
    Precision.MINUTE: 1 / 1440,
    Precision.DAY: 1.0,
    Precision.MONTH: 30.0,
    Precision.SEASON: 90.0,
    Precision.YEAR: 365.0,
    Precision.DECADE: 3652.0,
    Precision.CENTURY: 36524.0,
    Precision.MILLENNIUM: 365242.0,
    Precision.INTERVAL: 1.0,
}


_LONGEST_TITLE = 200


class Dated(NamedTuple):
    """One event: its id, its title on one line, and its date."""

    id: str
    title: str
    date: Date

    @property
    def extent(self) -> Extent | None:
        """From its earliest to its latest day, as far as they are told; None when neither is."""
        start, end = self.date.earliest, self.date.latest
        if math.isinf(start) and math.isinf(end):
            return None
        is_range = self.date.precision is Precision.INTERVAL
        return Extent(end if math.isinf(start) else start, start if math.isinf(end) else end, is_range)


@dataclass(frozen=True)
class Story:
    """All events by story date. `prominence` is their indices, those first that the text tells most of."""

    events: tuple[Dated, ...] = ()
    prominence: tuple[int, ...] = ()
    _indices: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        indices = {event.id: index for index, event in enumerate(self.events)}
        object.__setattr__(self, "_indices", indices)

    def __len__(self) -> int:
        return len(self.events)

    @property
    def is_dated(self) -> bool:
        """Whether it runs in the time of the story, not along the text."""
        return True

    def index(self, event: str) -> int | None:
        """The number of the event of that id, by date, from 0."""
        return self._indices.get(event)

    def indices(self, events: Iterable[str]) -> frozenset[int]:
        """The numbers of those of the ids that are events."""
        return frozenset(self._indices[event] for event in events if event in self._indices)

    def extents(self) -> list[Extent]:
        """The extents of all events whose date has a beginning or an end."""
        return [extent for event in self.events if (extent := event.extent) is not None]

    def kind(self, index: int) -> Kind:
        """What kind of entry the one of that number is."""
        return Kind.EVENT

    def axis(self, width: float) -> Axis:
        """The axis for a view `width` pixels wide."""
        return axis_of(self.extents(), self.finest_unit(), width, room_before(self))

    def ticks(
        self, scale: Scale, left: float, right: float, width_of: Callable[[str], float], language: str = "en"
    ) -> list[Tick]:
        """The lines and labels of the axis between two pixels; see the function of that name."""
        return ticks(scale, left, right, width_of, language)

    def finest_unit(self) -> float:
        """The length in days of the finest unit in which a date is given."""
        return min((_DAYS[event.date.precision] for event in self.events), default=1.0)


def story_of(companion: Companion, language: str = "en") -> Story:
    """The story that a companion tells; an event without a title is called by its date."""
    events = companion.events
    dated = tuple(
        Dated(event.id, on_one_line(event.title) or event.date.words(language), event.date)
        for event in events
    )
    told = [companion.links.count(event.id) + len(companion.told.get(event.id, ())) for event in events]
    ties = [len(event.people) + len(event.terms) for event in events]
    order = sorted(range(len(dated)), key=lambda index: (-told[index], -ties[index], index))
    return Story(dated, tuple(order))


def on_one_line(title: str) -> str:
    """A title of a sensible length, whatever line ends stand in it."""
    return " ".join(title[: 4 * _LONGEST_TITLE].split())[:_LONGEST_TITLE]


def involved(companion: Companion, focus: tuple[str, ...]) -> frozenset[str]:
    """The ids of the events that involve every entry in focus, and those that are in focus themselves."""
    if not focus:
        return frozenset()
    each = [{event.id for event in companion.events_of(entry)} for entry in focus]
    return frozenset(set.intersection(*each)).union(focus)


def told_within(companion: Companion, story: Story, span: Span) -> frozenset[int]:
    """The numbers of the events that the words of `span` tell of."""
    named = story.indices(companion.links.entries_within(span.start, span.end))
    told = (
        entry for entry, places in companion.told.items() if any(place.overlaps(span) for place in places)
    )
    return named | story.indices(told)
