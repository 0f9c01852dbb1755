"""Finding people: the names of a text are put together into persons, each mention decided by itself."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.core.document import Span
from companion.extraction.people.apart import Apart, Company
from companion.extraction.people.handles import handles_of
from companion.extraction.people.merging import Merger
from companion.extraction.people.parting import part_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from companion.extraction.names import Name
    from companion.extraction.people.bearers import Bearer
    from companion.extraction.people.handles import Handle
    from companion.extraction.source import Source


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person that a text names: the usual name, all forms of it, and every place where it stands."""

    id: str
    name: str
    forms: tuple[str, ...]
    mentions: tuple[Span, ...]
    gender: str
    titles: tuple[str, ...]
    confidence: float


def find_people(source: Source, names: Sequence[Name], scores: Mapping[str, float]) -> list[FoundPerson]:
    """The persons that the names of `source` name, the one with the most mentions first."""
    names = part_names(names, scores)
    handles = handles_of(names, scores)
    owners: list[Handle | None] = [None] * len(names)
    for handle in handles:
        for place in handle.places:
            owners[place] = handle
    merged = Merger(Apart(source.text, names, owners), Company(names)).merge(handles)
    places = {bearer: [p for h in bearer.handles for p in h.places] for bearer in merged.bearers}
    forms = {bearer: {s for h in bearer.handles for s in h.spellings} for bearer in merged.bearers}
    for bearer in merged.bearers:
        places[bearer].sort()
    sure = {bearer: list(of) for bearer, of in places.items()}
    for handle, bearers in merged.ambiguous.items():
        chosen: dict[Bearer, list[int]] = {}
        for place in handle.places:
            best = max(bearers, key=lambda b: _weight(place, sure[b[0]], b[1], names))[0]
            chosen.setdefault(best, []).append(place)
        for best, its in chosen.items():
            places[best] += its
            if len(its) * 5 >= len(handle.places):
                forms[best].update(handle.spellings)
    people = [
        FoundPerson(
            id=f"p{n}",
            name=max(forms[b], key=len),
            forms=tuple(sorted(forms[b])),
            mentions=tuple(Span(names[p].start, names[p].end) for p in sorted(places[b])),
            gender=b.gender,
            titles=tuple(t for t, _ in b.titles.most_common()),
            confidence=1.0,
        )
        for n, b in enumerate(merged.bearers)
    ]
    return sorted(people, key=lambda person: -len(person.mentions))


def _weight(place: int, sure: list[int], prior: float, names: Sequence[Name]) -> float:
    at = bisect_left(sure, place)
    here = names[place].start
    near = 1e9
    if at:
        near = here - names[sure[at - 1]].start
    return prior + 3000 / (3000 + near)
