"""Describing: what the text itself says of each person, every claim with the sentence it is from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from companion.core.claims import with_claims
from companion.core.entries import Alias, Claim, ClaimKind, Origin, Person, Relation
from companion.extraction.people.cast import presented
from companion.extraction.people.cues import cues_at, gender_told
from companion.extraction.people.forms import parse_form
from companion.extraction.people.kin import Kinship, Place, gender_of, inverse, kinship_of
from companion.extraction.people.lifetimes import Dated, Lifetimes
from companion.extraction.people.pronouns import find_told
from companion.extraction.people.roles import group, kin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from companion.core.document import Span
    from companion.core.found import Time
    from companion.extraction.people.finding import FoundPerson
    from companion.extraction.source import Source

_MOST_ROLES, _MOST_SENTENCES = 4, 2
_LONGEST_SENTENCE = 340
"""Characters of a sentence that may stand as what is told about somebody."""


_PRESENTED = 1.0
"""How sure the text's own list of its persons tells who they are: surer than any sentence."""

_start = attrgetter("start")

_TELLING = 0.6
"""How sure a sentence must tell who somebody is to stand beside a surer one."""


class _Told(NamedTuple):
    """A claim and how sure it is."""

    claim: Claim
    strength: float


def describe(
    source: Source, people: Sequence[FoundPerson], times: Sequence[Time]
) -> tuple[list[Person], dict[str, tuple[Span, ...]]]:
    """The people with what the text says of them, in the same order; and the pronouns that mean them.

    A person's claims stand in the order of preference: the surest first. The second value gives for a
    person's id the pronouns at the beginning of sentences of which it is beyond doubt whom they mean. Of a
    text that is not in English only lifetimes in brackets are told.
    """
    told = find_told(source, people)
    teller = _Teller(source, people, times, told)
    claims, relations = teller.claims(), teller.relations()
    described = [
        _person(person, claims[number], relations.get(number, ()), source)
        for number, person in enumerate(people)
    ]
    return described, told


class _Teller:
    """Looks at every place where a person is named for what the words beside it tell."""

    def __init__(
        self,
        source: Source,
        people: Sequence[FoundPerson],
        times: Sequence[Time],
        told: Mapping[str, Sequence[Span]],
    ) -> None:
        self._source = source
        self._people = people
        self._told = told
        self._is_english = source.language in ("en", "")
        self._lifetimes = Lifetimes(source.text, times)
        self._places = sorted(
            Place(start, end, number, person.gender)
            for number, person in enumerate(people)
            for start, end in person.mentions
        )
        self._starts = [place.start for place in self._places]
        self._presented, self._lines = presented(source.document, self._places, self._starts)

    def claims(self) -> list[list[_Told]]:
        """For each person all that is claimed, in the order of the text."""
        return [self._in_cast(number) + self._of(person) for number, person in enumerate(self._people)]

    def _in_cast(self, number: int) -> list[_Told]:
        """What the text's own list of its persons says of one."""
        there = self._presented.get(number)
        if there is None:
            return []
        about = _Told(Claim(ClaimKind.ABOUT, there.words, there.line), _PRESENTED)
        role = _Told(Claim(ClaimKind.ROLE, there.role, there.line), _PRESENTED)
        if not there.role:
            return [about]
        return [role] if there.words.rstrip(".").casefold() == there.role.casefold() else [role, about]

    def _is_in_cast(self, sentence: Span) -> bool:
        line = bisect_right(self._lines, sentence.start, key=_start) - 1
        return line >= 0 and self._lines[line].contains(sentence)

    def _of(self, person: FoundPerson) -> list[_Told]:
        text, sentences = self._source.text, self._source.sentences
        found: list[_Told] = []
        pronouns = self._told.get(person.id, ())
        for places, is_pronoun in ((person.mentions, False), (pronouns, True)):
            for place in places:
                if text[place.end : place.end + 1] not in " ,(\n" and is_pronoun:
                    continue
                sentence = sentences.at(place.start)
                if self._is_in_cast(sentence):
                    continue
                cues = cues_at(text, sentence, place, is_pronoun=is_pronoun) if self._is_english else ()
                for cue in cues:
                    if {person.gender, gender_told(cue.role)} == {"m", "f"}:
                        continue
                    if cue.role:
                        found.append(_Told(Claim(ClaimKind.ROLE, cue.role, sentence), cue.strength))
                    found.append(_Told(Claim(ClaimKind.ABOUT, "", sentence), cue.strength))
                for dated in self._dates(sentence, place):
                    found.append(_Told(Claim(dated.kind, dated.value, sentence), dated.strength))
                    found.append(_Told(Claim(ClaimKind.ABOUT, "", sentence), 0.5))
        return found

    def _dates(self, sentence: Span, place: Span) -> Iterator[Dated]:
        """The birth and the death that a sentence tells of the one named at `place`."""
        yield from self._lifetimes.at(sentence, place)
        if place.start == sentence.start:
            first = bisect_left(self._starts, sentence.start)
            named = {
                one.person for one in self._places[first : bisect_left(self._starts, sentence.end, first)]
            }
            if len(named) <= 1:
                yield from self._lifetimes.death_of(sentence, place.end)

    def relations(self) -> dict[int, list[Relation]]:
        """For each person, by number, the relations to others."""
        if not self._is_english:
            return {}
        found: dict[int, dict[str, Relation]] = {}
        for kinship in self._kinships():
            of, to = self._people[kinship.of], self._people[kinship.to]
            if _is_of_another_house(self._source.text, kinship, of, to):
                continue
            if _rules_elsewhere(self._source.text, kinship.evidence, (of, to)):
                continue
            theirs = {"m": "his ", "f": "her ", "": ""}
            role = f"{theirs[to.gender or _tells(kinship.role)]}{kinship.role}"
            found.setdefault(kinship.to, {}).setdefault(of.id, Relation(of.id, role, kinship.evidence))
            if back := inverse(kinship.role, to.gender):
                owner = theirs[of.gender or gender_of(kinship.role)]
                there = Relation(to.id, f"{owner}{back}", kinship.evidence)
                found.setdefault(kinship.of, {}).setdefault(to.id, there)
        return {number: list(relations.values()) for number, relations in found.items()}

    def _kinships(self) -> Iterable[Kinship]:
        text, sentences = self._source.text, self._source.sentences
        places, first = self._places, 0
        while first < len(places):
            sentence = sentences.at(places[first].start)
            last = first
            while last < len(places) and places[last].start < sentence.end:
                last += 1
            last = max(last, first + 1)
            if last - first > 1 and sentence.end - sentence.start < 1500:
                yield from kinship_of(text, sentence, places[first:last])
            first = last


_BORN_ALIKE = frozenset({"brother", "son", "father", "grandson"})
"""What somebody is only to people who mostly have the same surname."""


def _is_of_another_house(text: str, kinship: Kinship, of: FoundPerson, to: FoundPerson) -> bool:
    """Whether a brother or son whom the sentence names by a given name alone has a surname of his own.

    Then "his brother Robert" may be another Robert than the one with that surname.
    """
    if kinship.role.rsplit(None, 1)[-1] not in _BORN_ALIKE:
        return False
    first, second = parse_form(of.name).surname, parse_form(to.name).surname
    if not first or not second or first == second:
        return False
    sentence = kinship.evidence
    named = [text[start:end] for start, end in of.mentions if sentence.start <= start < sentence.end]
    return bool(named) and not any(first in form for form in named)


_RULES = re.compile(
    r",\s(?:the\s)?(King|Queen|Emperor|Empress|Duke|Duchess|Prince|Princess|Earl|Count|Countess|Elector|Marquis|Baron)"
    r"\s(?:of|de|von)\s"
)


def _rules_elsewhere(text: str, sentence: Span, people: Sequence[FoundPerson]) -> bool:
    """Whether the sentence names one who rules by a given name: "Francis, Duke of Saxony" is no other."""
    for person in people:
        for start, end in person.mentions:
            rules = _RULES.match(text, end) if sentence.start <= start < sentence.end else None
            if rules and " " in person.name and not any(rules[1] in form for form in person.forms):
                return True
    return False


def _tells(role: str) -> str:
    """The gender of the one to whom somebody is `role`, where the word tells it."""
    known = kin().get(role.rsplit(None, 1)[-1])
    return known.other if known else ""


def _person(
    person: FoundPerson, told: Sequence[_Told], relations: Sequence[Relation], source: Source
) -> Person:
    entry = Person(
        id=person.id,
        name=person.name,
        aliases=tuple(Alias(form) for form in person.forms if form != person.name),
        relations=tuple(relations),
        origin=Origin.FOUND,
        confidence=person.confidence,
    )
    claims = _chosen(told, source.text) + _titles(person, source)
    return with_claims(entry, claims) if claims else entry


def _chosen(told: Sequence[_Told], text: str) -> list[Claim]:
    """The surest claims of each kind, in the order of preference."""
    ordered = sorted(told, key=lambda one: (-one.strength, one.claim.evidence.start))
    claims: list[Claim] = []
    roles = _different([one for one in ordered if one.claim.kind is ClaimKind.ROLE])
    claims += [one.claim for one in roles[:_MOST_ROLES]]
    for kind in (ClaimKind.BORN, ClaimKind.DIED):
        claims += [one.claim for one in ordered if one.claim.kind is kind][:1]
    telling = [one for one in ordered if one.claim.kind is ClaimKind.ABOUT]
    best = {one.claim.evidence: one.strength for one in reversed(telling)}
    words = {one.claim.evidence: one.claim.text for one in telling if one.claim.text}
    fitting = [span for span in dict.fromkeys(one.claim.evidence for one in telling) if _fits(span)]
    more = [span for span in fitting[1:_MOST_SENTENCES] if best[span] >= _TELLING]
    for span in sorted(fitting[:1] + more):
        said = words.get(span) or " ".join(text[span.start : span.end].split())
        claims.append(Claim(ClaimKind.ABOUT, said, span))
    return claims


def _fits(span: Span) -> bool:
    return span.end - span.start <= _LONGEST_SENTENCE


def _different(roles: Sequence[_Told]) -> list[_Told]:
    """The roles without those that say again what a surer one says; the first telling of one is kept."""
    kept: dict[str, _Told] = {}
    for role in roles:
        kept.setdefault(role.claim.text.casefold(), role)
    return list(kept.values())


def _titles(person: FoundPerson, source: Source) -> list[Claim]:
    """The rank that the text gives to somebody most often, if the usual name does not show it."""
    text, known = source.text, person.name.casefold()
    for title in person.titles:
        if title in group("address") or len(title) < 3 or title in known:
            continue
        for start, end in person.mentions:
            if text[start:end].casefold().startswith(f"{title} "):
                titles = _office(" ".join(text[start:end].split()), person.name)
                return [Claim(ClaimKind.ROLE, titles, source.sentences.at(start))] if titles else []
    return []


def _office(form: str, name: str) -> str:
    """The titles at the beginning of a form, with what they are of: "Secretary of Defense"."""
    titles = " ".join(parse_form(form).titles)
    head, named, _ = form.partition(f" {name.partition(' ')[0]} ")
    return head if named and head.startswith(f"{titles} of ") else titles
