"""Finding people: the names of a text are put together into persons, each mention decided by itself."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from companion.core.document import Span
from companion.extraction import lexicon
from companion.extraction.people.aliases import bynames, told_aliases
from companion.extraction.people.company import Company
from companion.extraction.people.deciding import decide
from companion.extraction.people.gathering import handles_of
from companion.extraction.people.genders import surer_gender, tell_genders
from companion.extraction.people.generations import marks_of, with_generations
from companion.extraction.people.listed import listed, only_roles
from companion.extraction.people.merging import merge
from companion.extraction.people.naming import listed_forms, usual_name
from companion.extraction.people.parting import part_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from companion.extraction.names import Name
    from companion.extraction.people.bearers import Bearer
    from companion.extraction.people.handles import Handle
    from companion.extraction.people.merging import Merged
    from companion.extraction.source import Source

_OFTEN = 0.2
"""A form that may mean several counts as one's own from this share of its places on."""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person that a text names: the usual name, the forms worth listing, and every place where it stands.

    `gender` is "m", "f" or "" when unknown; `titles` are in small letters, the commonest first; `confidence`,
    from 0 to 1, grows with the probability that the forms name a person and with the number of mentions.
    """

    id: str
    name: str
    forms: tuple[str, ...]
    mentions: tuple[Span, ...]
    gender: str
    titles: tuple[str, ...]
    confidence: float


def find_people(source: Source, names: Sequence[Name], scores: Mapping[str, float]) -> list[FoundPerson]:
    """The persons that the `names` of `source` name, the one with the most mentions first.

    Of those with equally many come first who have a title or speak, as those do who appear in the story.
    `scores` gives for each form the probability that it names a single person. No place is of two persons.
    """
    names, scores = part_names(source.text, names, scores)
    names, scores = with_generations(source.text, names, scores)
    scores = {**scores, **dict.fromkeys(only_roles(source.document, names), 0.0)}
    handles = handles_of(names, scores, marks_of(source.text, names), source.language)
    if source.language == "en":
        tell_genders(source.text, names, handles)
    owners: list[Handle | None] = [None] * len(names)
    for handle in handles:
        for place in handle.places:
            owners[place] = handle
    same, lines = listed(source.document, names, owners)
    told = chain(told_aliases(source.text, names, owners), bynames(handles), same, same)
    merged = merge(handles, Company(source.text, names, owners, lines), told)
    drafts = [draft for draft in _drafts(source.text, merged, names) if draft.places]
    drafts.sort(key=lambda draft: (-len(draft.places), -draft.presence(names), draft.places[0]))
    text = source.text if source.language == "en" else ""
    return [draft.person(f"p{number}", text, names, scores) for number, draft in enumerate(drafts, 1)]


@dataclass(slots=True)
class _Draft:
    """A bearer with all its places in order, and how often it stands in each spelling."""

    bearer: Bearer
    places: list[int]
    spellings: Counter[str]

    def presence(self, names: Sequence[Name]) -> int:
        """How much tells that one appears and is not only spoken of, from 0 to 2: a title, words said."""
        saying = lexicon.group("saying")
        speaks = any(names[place].after in saying or names[place].before in saying for place in self.places)
        return bool(self.bearer.titles) + speaks

    def person(
        self, identity: str, text: str, names: Sequence[Name], scores: Mapping[str, float]
    ) -> FoundPerson:
        """The person with this identity; the `text` is empty where its pronouns tell no gender."""
        gender = self.bearer.gender
        if text and not self.bearer.titled_gender:
            gender = surer_gender(text, names, self.places, gender)
        return FoundPerson(
            id=identity,
            name=usual_name(self.spellings),
            forms=tuple(listed_forms(self.spellings)),
            mentions=tuple(Span(names[place].start, names[place].end) for place in self.places),
            gender=gender,
            titles=tuple(title for title, _ in self.bearer.titles.most_common()),
            confidence=self._confidence(scores),
        )

    def _confidence(self, scores: Mapping[str, float]) -> float:
        times = self.spellings.total()
        mean = sum(scores.get(form, 0.0) * count for form, count in self.spellings.items()) / times
        return round(math.pow(min(1.0, mean), 1 / (1 + math.log10(times))), 3)


def _drafts(text: str, merged: Merged, names: Sequence[Name]) -> list[_Draft]:
    drafts: dict[Bearer, _Draft] = {}
    for bearer in merged.bearers:
        spellings: Counter[str] = Counter()
        for handle in bearer.handles:
            spellings.update(handle.spellings)
        places = sorted(place for handle in bearer.handles for place in handle.places)
        drafts[bearer] = _Draft(bearer, places, spellings)
    sure = {bearer: list(draft.places) for bearer, draft in drafts.items()}
    for handle, meant in decide(text, merged.ambiguous, sure, names).items():
        for bearer, places in meant.items():
            draft = drafts[bearer]
            draft.places = sorted((*draft.places, *places))
            if len(places) >= _OFTEN * handle.count:
                draft.spellings.update(names[place].form for place in places)
    return list(drafts.values())
