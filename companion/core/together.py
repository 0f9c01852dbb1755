"""Together: a written companion with what was found beside it, each entry once."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from companion.core.companion import Companion
from companion.core.entries import Event, Person, Term
from companion.core.found import renamed
from companion.core.links import Links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.entries import Entry
    from companion.core.found import Found
    from companion.core.links import Mention


def together(curated: Companion, found: Found) -> Companion:
    """A written companion with what was found beside it, of the same text.

    An entry that was found is left out where it doubles a written one: it bears the same name, or half of
    the places that name it are the written one's; what refers to it then refers to that one. An event
    doubles a written one of the same date that has a passage in common with it. Where a written entry is
    named, no other is.
    """
    same = _Doubles(curated, found).written()
    taken = _Taken(curated.links)
    free = Links(one for one in found.mentions if one.entry not in same and not taken.overlaps(one))
    seen = {*free.ids} | (found.told.keys() - same.keys())
    new = _ids((entry.id for entry in found.entries if entry.id in seen), curated)
    kept = renamed(replace(found, mentions=free), new | same)
    ids = set(new.values())
    added = [entry for entry in kept.entries if entry.id in ids]
    written = curated.entries
    return Companion(
        curated.document,
        replace(
            written,
            terms=(*written.terms, *(entry for entry in added if isinstance(entry, Term))),
            people=(*written.people, *(entry for entry in added if isinstance(entry, Person))),
            events=(*written.events, *(entry for entry in added if isinstance(entry, Event))),
        ),
        Links([*curated.links, *kept.mentions], curated.links.ambiguities),
        curated.sentences,
        {**{entry: places for entry, places in kept.told.items() if entry in ids}, **curated.told},
        (*curated.warnings, *found.warnings),
        found.times,
        found.abbreviations,
    )


class _Taken:
    """The places that a written companion has taken, undecided ones among them."""

    def __init__(self, links: Links) -> None:
        places = [*(mention.span for mention in links), *((one.start, one.end) for one in links.ambiguities)]
        self._places = sorted(places)
        self._longest = max((end - start for start, end in places), default=0)

    def overlaps(self, mention: Mention) -> bool:
        """Whether one of the places shares a sign with the mention."""
        index = bisect_left(self._places, (mention.end,)) - 1
        while index >= 0 and self._places[index][0] > mention.start - self._longest:
            if self._places[index][1] > mention.start:
                return True
            index -= 1
        return False


class _Doubles:
    """Which entries that were found are written already."""

    def __init__(self, curated: Companion, found: Found) -> None:
        self._curated, self._found = curated, found
        written: tuple[Term | Person, ...] = (*curated.terms, *curated.people)
        self._names = {name: entry.id for entry in written for name in _names(entry)}
        self._mentions = found.mentions

    def written(self) -> dict[str, str]:
        """For each of them its id and that of the written one."""
        found = ((entry.id, self._written(entry)) for entry in self._found.entries)
        return {entry: other for entry, other in found if other is not None}

    def _written(self, entry: Entry) -> str | None:
        if isinstance(entry, Event):
            return self._event(entry)
        for name in _names(entry):
            if name in self._names:
                return self._names[name]
        return self._by_places(entry)

    def _by_places(self, entry: Entry) -> str | None:
        """The written entry that at least half of the places name."""
        mentions = self._mentions.of(entry.id)
        named = [
            other
            for mention in mentions
            for other in self._curated.links.entries_within(mention.start, mention.end)
        ]
        most = max(set(named), key=lambda other: (named.count(other), other), default=None)
        return most if most is not None and 2 * named.count(most) >= len(mentions) else None

    def _event(self, event: Event) -> str | None:
        for other in self._curated.entries.events:
            is_same_time = other.date.earliest < event.date.latest and event.date.earliest < other.date.latest
            if is_same_time and any(
                span.overlaps(place)
                for span in self._curated.passages(other.id).spans
                for place in event.evidence
            ):
                return other.id
        return None


def _names(entry: Entry) -> Iterator[str]:
    for name in (entry.heading, *(alias.text for alias in entry.aliases)):
        yield " ".join(name.casefold().split())


def _ids(entries: Iterable[str], curated: Companion) -> dict[str, str]:
    """For each of the entries an id that no written one has."""
    given = {entry.id for entry in curated.entries}
    ids: dict[str, str] = {}
    for entry in entries:
        new, number = entry, 1
        while new in given:
            number += 1
            new = f"{entry}-{number}"
        given.add(new)
        ids[entry] = new
    return ids
