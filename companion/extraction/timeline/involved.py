"""Involved: which people and terms are named in a piece of the text, and whom a pronoun in it means."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from companion.core.document import Span
    from companion.extraction.glossary.terms import FoundTerm
    from companion.extraction.people.finding import FoundPerson


class Named(NamedTuple):
    """A place where an entry is named or, with `is_told`, meant by a pronoun."""

    start: int
    end: int
    entry: str
    is_person: bool
    is_told: bool = False


class Involved:
    """All places of people and terms in the order of the text, found by bisection."""

    def __init__(
        self, people: Sequence[FoundPerson], terms: Sequence[FoundTerm], told: Mapping[str, Sequence[Span]]
    ) -> None:
        self._people = {person.id: person for person in people}
        places = [Named(start, end, person.id, True) for person in people for start, end in person.mentions]
        places += [
            Named(start, end, found.term.id, False) for found in terms for start, end in found.mentions
        ]
        places += [
            Named(start, end, entry, True, True)
            for entry, spans in told.items()
            if entry in self._people
            for start, end in spans
        ]
        self._places = sorted(places)
        self._starts = [place.start for place in self._places]

    def within(self, start: int, end: int) -> Sequence[Named]:
        """The places that begin in ``[start, end)``."""
        first = bisect_left(self._starts, start)
        return self._places[first : bisect_left(self._starts, end, first)]

    def entries_within(self, span: Span) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of the people and of the terms that are named in `span`, in the order of the text."""
        named = self.within(*span)
        people = dict.fromkeys(place.entry for place in named if place.is_person)
        terms = dict.fromkeys(place.entry for place in named if not place.is_person)
        return tuple(people), tuple(terms)

    def person_ending(self, start: int, end: int) -> FoundPerson | None:
        """The person whose name begins at `start` or after and ends just at `end`."""
        for place in reversed(self.within(start, end)):
            if place.is_person and not place.is_told and place.end == end:
                return self._people[place.entry]
        return None

    def meant_by(self, pronoun: str, start: int, sentence: int) -> FoundPerson | None:
        """Whom "he" or "she" at `start` means, in a sentence that begins at `sentence`.

        That is somebody only if it is told, or if the sentence has spoken of one person alone so far.
        """
        for place in self.within(start, start + 1):
            if place.is_told:
                return self._people[place.entry]
        gender = "m" if pronoun.lower() == "he" else "f"
        before = {place.entry for place in self.within(sentence, start) if place.is_person}
        if len(before) != 1:
            return None
        person = self._people[before.pop()]
        return person if person.gender == gender else None
