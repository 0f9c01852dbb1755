"""Involved: which people and terms are named in a piece of the text, and whom a pronoun in it means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction.people.roles import person_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from companion.core.document import Span
    from companion.extraction.glossary.terms import FoundTerm
    from companion.extraction.people.finding import FoundPerson


_WINDOW, _FAR = 2500, 2000
"""Characters before a pronoun in which the text speaks of one person, and behind the last naming of him."""
_OFTEN, _MAINLY = 3, 0.6
"""How often it must name him there, and what share of all that could be meant."""
_OPENING = 12
"""Characters with which an article may begin before the name of whom it tells: "Sir "."""
_IS_A = re.compile(r"\b(?:is|was|became|as|were) (?:an?|the) (?:[\w-]+ )*$")
"""What tells of the person named before, and of no other: "was a British mathematician"."""
_NAME_FOLLOWS = re.compile(r",?\s[A-Z]")
_OF_ANOTHER = re.compile(
    r"\b(?:the|an?|his|her|its|their|my|our|this|that|these|those|another|other|one|some|two|three|old|young|[\w]+[’']s)\s(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
"""What stands before a word for somebody who is told of: "his old father"."""
_WORD = re.compile(r"[a-z][\w-]+")
_QUOTE = re.compile(r"[“”\"«»]")


def _is_another(text: str, start: int, end: int) -> bool:
    """Whether a word for a person tells of somebody without a name, and not of the one named beside it."""
    if _NAME_FOLLOWS.match(text, end) or _IS_A.search(text, max(0, start - 90), start):
        return False
    return _OF_ANOTHER.search(text, max(0, start - 40), start) is not None


class Meant(NamedTuple):
    """What a pronoun means, in words, and the id of the person if it is one."""

    name: str
    person: str = ""


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
        self,
        people: Sequence[FoundPerson],
        terms: Sequence[FoundTerm],
        told: Mapping[str, Sequence[Span]],
        text: str = "",
    ) -> None:
        self._text = text
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

    def only_person(self, start: int, end: int, gender: str) -> Meant | None:
        """The only person who is named or meant between `start` and `end` and may be of that gender."""
        found = {
            place.entry
            for place in self.within(start, end)
            if place.is_person and self._people[place.entry].gender in ("", gender)
        }
        return self._meant(found.pop()) if len(found) == 1 else None

    def hero(self, place: int, gender: str) -> Meant | None:
        """The person of whom most is told before `place`, by far more than of others of that gender."""
        told: Counter[str] = Counter(
            one.entry
            for one in self.within(max(0, place - _WINDOW), place)
            if one.is_person and self._people[one.entry].gender in ("", gender)
        )
        if not told:
            return None
        entry, times = told.most_common(1)[0]
        alone = times > 1 and times == told.total()
        return self._meant(entry) if alone or (times >= _OFTEN and times >= _MAINLY * told.total()) else None

    def last_named(self, place: int, gender: str) -> Meant | None:
        """The last person of that gender who is named before `place`."""
        for one in reversed(self.within(max(0, place - _WINDOW), place)):
            if one.is_person and self._people[one.entry].gender in ("", gender):
                return self._meant(one.entry)
        return None

    def topic(self, begin: int, place: int, gender: str) -> Meant | None:
        """The person with whose name the words from `begin` on open, if no other is meant up to `place`.

        That is so where an article begins "Daniel Near was a politician", and names nobody else.
        """
        named = self.within(begin, place)
        if not named or not named[0].is_person or named[0].start > begin + _OPENING:
            return None
        person = self._people[named[0].entry]
        others = {one.entry for one in named if one.is_person and self._may_be(one.entry, gender)}
        if person.gender not in ("", gender) or others != {person.id}:
            return None
        last = max(one.end for one in named if one.entry == person.id)
        return None if self._another(last, place, (gender,)) else self._meant(person.id)

    def _may_be(self, entry: str, gender: str) -> bool:
        return self._people[entry].gender in ("", gender)

    def _another(self, start: int, end: int, genders: tuple[str, ...]) -> bool:
        """Whether the words tell of somebody else without a name: "his father", “a lady”."""
        between = self._text[start:end]
        words = person_words()
        return _QUOTE.search(between) is not None or any(
            words.get(word[0]) in genders and _is_another(between, *word.span())
            for word in _WORD.finditer(between)
        )

    def _meant(self, entry: str) -> Meant:
        return Meant(self._people[entry].name, entry)

    def person_within(self, start: int, end: int) -> bool:
        """Whether a person is named between `start` and `end`."""
        return any(place.is_person for place in self.within(start, end))

    def person_ending(self, start: int, end: int) -> FoundPerson | None:
        """The person whose name begins at `start` or after and ends just at `end`."""
        for place in reversed(self.within(start, end)):
            if place.is_person and not place.is_told and place.end == end:
                return self._people[place.entry]
        return None

    def meant_by(self, pronoun: str, start: int, sentence: int) -> FoundPerson | None:
        """Whom "he" or "she" at `start` means, in a sentence that begins at `sentence`.

        That is somebody only if it is told, or if the sentence has spoken of one person alone so far, or of
        nobody, and all that was told last was of one, as in the story of a life.
        """
        for place in self.within(start, start + 1):
            if place.is_told:
                return self._people[place.entry]
        gender = "m" if pronoun.lower() == "he" else "f"
        before = {place.entry for place in self.within(sentence, start) if place.is_person}
        if len(before) > 1:
            return None
        if before:
            person = self._people[before.pop()]
            return person if person.gender in ("", gender) else None
        told = self._told_of(gender, start, sentence)
        return told if told is not None and told.gender == gender else None

    def _told_of(self, gender: str, start: int, sentence: int) -> FoundPerson | None:
        """The person of a gender of whom the text speaks before `start`, and of hardly another."""
        able = [
            place
            for place in self.within(max(0, start - _WINDOW), sentence)
            if place.is_person and self._people[place.entry].gender in ("", gender)
        ]
        if not able:
            return None
        last = able[-1]
        own = sum(place.entry == last.entry for place in able)
        if own < _OFTEN or own < _MAINLY * len(able) or start - last.end > _FAR:
            return None
        return None if self._another(last.end, start, ("", gender)) else self._people[last.entry]
