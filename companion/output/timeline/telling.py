"""Telling: who and what first appears where in a text, as a story whose days are the places of the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from companion.core.appearances import first_appearances
from companion.core.dates import Date, Precision
from companion.output.timeline.scale import Axis
from companion.output.timeline.story import Dated, Story, on_one_line
from companion.output.timeline.ticks import GAP, Tick, without_overlap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from companion.core.companion import Companion
    from companion.core.document import Document, Section, Span
    from companion.core.entries import Kind
    from companion.output.timeline.scale import Scale

_UNIT = 400.0
"""Code points that are 240 pixels wide at the highest zoom."""

_CLOSE = 7.0
"""Sections that are nearer to each other, in pixels, have no line of their own."""

_LONGEST_TITLE = 40
_QUARTERS = (0.0, 0.25, 0.5, 0.75)


@dataclass(frozen=True, slots=True)
class Place(Date):
    """A place in a text where a story has a date: its days are counted in code points. `said` names it."""

    said: str = field(default="", compare=False)

    def words(self, language: str = "en") -> str:
        """What the place is called; the language is that of whoever made it."""
        return self.said


@dataclass(frozen=True)
class Telling(Story):
    """First appearances in the order of the text; the axis is the text with its sections."""

    sections: tuple[Section, ...] = ()
    length: int = 1
    kinds: tuple[Kind, ...] = ()

    @property
    def is_dated(self) -> bool:
        """It runs along the text."""
        return False

    def kind(self, index: int) -> Kind:
        """Whether it is a person or a term."""
        return self.kinds[index]

    def axis(self, width: float) -> Axis:
        """The whole text, however little of it brings anybody new."""
        return Axis(0.0, float(max(self.length, 1)), finest=max(240.0 / _UNIT, width / max(self.length, 1)))

    def ticks(
        self, scale: Scale, left: float, right: float, width_of: Callable[[str], float], language: str = "en"
    ) -> list[Tick]:
        """The beginnings of the sections in view, and where the view begins if that is within one."""
        if not self.sections:
            return [self._quarter(scale, share) for share in _QUARTERS]
        top = min(section.level for section in self.sections)
        found: list[Tick] = []
        for section in self.sections:
            x = scale.x(section.start)
            is_major = section.level == top
            near = bool(found) and found[-1].line is not None and x - found[-1].line < _CLOSE
            if left <= x <= right and (is_major or not near):
                found.append(Tick(x + GAP, _in_short(section.title), is_major, x))
        before = [section for section in self.sections if scale.x(section.start) < left]
        if before and left > 0:
            found.insert(0, Tick(left + GAP, _in_short(before[-1].title), False, None))
        return without_overlap(found, right, width_of)

    def _quarter(self, scale: Scale, share: float) -> Tick:
        x = scale.x(self.length * share)
        return Tick(x + GAP, f"{share:.0%}".replace("%", " %"), False, x)


def telling_of(companion: Companion, words_of: Callable[[int], str]) -> Telling:
    """Who and what a text names for the first time where; `words_of` says what a place is called."""
    links, document = companion.links, companion.document
    entered = sorted(
        (links.start(links.indices_of(entry.id)[0]), entry.id, entry)
        for appearances in first_appearances(companion)
        for entry in appearances.entries
    )
    events = tuple(
        Dated(entry.id, on_one_line(entry.heading), _place(start, words_of(start)))
        for start, _, entry in entered
    )
    order = sorted(range(len(events)), key=lambda index: (-links.count(events[index].id), index))
    return Telling(
        events,
        tuple(order),
        tuple(_titled(document)),
        len(document.text),
        tuple(entry.kind for *_, entry in entered),
    )


def entering(telling: Telling, span: Span) -> frozenset[int]:
    """The numbers of those who first appear in the words of `span`."""
    dates = enumerate(event.date.earliest for event in telling.events)
    return frozenset(index for index, start in dates if span.start <= start < span.end)


def _place(offset: int, said: str) -> Place:
    return Place(float(offset), float(offset), "", Precision.MINUTE, said=said)


def _titled(document: Document) -> Iterator[Section]:
    """The sections that have a title; not the one that is the whole text."""
    sections: Sequence[Section] = [section for section in document.sections if section.title.strip()]
    if len(sections) > 1 and sections[0].level < min(section.level for section in sections[1:]):
        sections = sections[1:]
    yield from sections


def _in_short(title: str) -> str:
    words = " ".join(title[:200].split())
    return words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1].rstrip()}…"
