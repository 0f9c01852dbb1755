"""Nearby: what may be meant at a place of the text: who was named last, and when it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.dates import DateError, parse_date
from companion.core.entries import Event

if TYPE_CHECKING:
    from collections.abc import Collection

    from companion.core.companion import Companion
    from companion.core.document import Span
    from companion.core.entries import Entry, Kind
    from companion.core.found import Time

_MENTIONS = 400
"""So many mentions back it is looked who was named."""
_FAR = 600
"""Code points round a place in which a date may be that of it."""
_LONGEST_NAME = 40


def name_of(entry: Entry) -> str:
    """The heading, cut where it is long."""
    heading = " ".join(entry.heading.split())
    return heading if len(heading) <= _LONGEST_NAME else f"{heading[: _LONGEST_NAME - 1]}…"


def named_before(
    companion: Companion, place: Span, without: Collection[str], kind: Kind | None = None
) -> list[str]:
    """The ids of those who may be meant at a place: who may bear its words, and who was named last.

    Those of the `kind` stand first.
    """
    links = companion.links
    undecided = links.ambiguity_at(place.start)
    found = dict.fromkeys(undecided.entries if undecided is not None else ())
    last = links.index_from(place.start)
    for index in range(last - 1, max(-1, last - _MENTIONS), -1):
        found[links[index].entry] = None
    kinds = {entry: one.kind for entry in found if (one := companion.entry(entry)) is not None}
    ordered = sorted(kinds, key=lambda entry: kind is not None and kinds[entry] is not kind)
    return [entry for entry in ordered if entry not in without]


def date_near(companion: Companion, place: Span) -> str:
    """The date, in EDTF, that stands in the words or nearest to them; empty where there is none."""
    times = [time for time in companion.times if not time.is_duration and _distance(time, place) <= _FAR]
    if times:
        return min(times, key=lambda time: _distance(time, place)).value
    near = companion.links.within(place.start - _FAR, place.end + _FAR)
    for mention in sorted(near, key=lambda mention: _distance(mention.span, place)):
        event = companion.entry(mention.entry)
        if isinstance(event, Event):
            return event.date.edtf
    try:
        return parse_date(companion.document.text[place.start : place.end].strip()).edtf
    except DateError:
        return ""


def _distance(one: tuple[int, ...] | Time, place: Span) -> int:
    return max(0, int(one[0]) - place.end, place.start - int(one[1]))
