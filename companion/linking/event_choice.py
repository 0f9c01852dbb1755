"""Event choice: which of several events of one date a place in the text speaks of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.entries import Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from companion.core.document import Span
    from companion.core.entries import Entry

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_COMMON = frozenset(
    {"about", "after", "again", "against", "begin", "begins", "ends", "first", "from", "into", "last", "made"}
    | {"makes", "over", "take", "taken", "takes", "that", "their", "there", "they", "this", "under", "were"}
    | {"when", "with"}
)
"""Words of a title that tell nothing about where the text speaks of it."""


def choose(
    events: Iterable[Entry],
    place: Span,
    sentence: str,
    named: Iterable[str],
    told: Mapping[str, Sequence[Span]],
) -> list[Entry]:
    """The events that a date at `place` means: all those that fit best.

    Before all others come the events with a quoted passage that covers the date; then those of which the
    most people, terms and words of the title stand in the same sentence. `named` are the ids of the
    entries named in the sentence, `told` the spans of the quotes by entry.
    """
    events = list(events)
    quoted = [event for event in events if any(span.overlaps(place) for span in told.get(event.id, ()))]
    events = quoted or events
    if len(events) == 1:
        return events
    known, stems = frozenset(named), _stems(sentence)
    scores = [
        len(known.intersection(_involved(event))) + len(stems & _stems(event.heading)) for event in events
    ]
    return [event for event, score in zip(events, scores, strict=True) if score == max(scores)]


def _involved(event: Entry) -> tuple[str, ...]:
    return (*event.people, *event.terms) if isinstance(event, Event) else ()


def _stems(words: str) -> set[str]:
    """The beginnings of the words that say something: telep for telephone."""
    return {word[:_STEM] for word in _WORD.findall(words.lower()) if word not in _COMMON}
