"""Pronouns: sentences that speak of a person as "he" or "she", where it is beyond doubt who is meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import BlockKind, Span
from companion.extraction.grammar import VERB_WORD
from companion.extraction.people.roles import person_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.core.document import Block
    from companion.extraction.people.finding import FoundPerson
    from companion.extraction.source import Source

_PRONOUN = re.compile(
    r"\b(?:(?P<first>He|She|His|Her)"
    r"|(?:In|On|By|From|Since|Around|About|During|Until)\s[^.;:!?()“”\"\n]{0,30}?\d,?\s+(?P<led>he|she))\b"
    r"(?=\s+[a-z‘“\d])"
)
"""A pronoun at the beginning of a sentence, or behind a date there: "In 1939 he"."""
_GENDER = {"he": "m", "his": "m", "she": "f", "her": "f"}
_QUOTE = re.compile(r"[\"“”„«»]|[‘'](?<!\w.)(?=\w)")
_SUBJECT_END = re.compile(
    r"(?:,\s(?!and\b)[^,;:.!?“\"]{3,80},)?(?:\s\([^()]{0,120}\))?(?:\s(?:[a-z]{2,}ly|also|then|soon|never|later|now|first|once|still|even|himself|herself))?\s"
    + VERB_WORD
)
_LEAD = re.compile(r"(?:[^\W\d_][^,;:.!?“”\"()]{0,60},\s+|(?:But|And|Then|So|Yet|Now|Thus)\s+)")
_WORD = re.compile(r"[a-z][\w-]+|[A-Z][\w’-]*")
_GENDERED = {"he": "m", "him": "m", "his": "m", "himself": "m"} | dict.fromkeys(
    ("she", "her", "hers", "herself"), "f"
)


_FAR = 700
"""Characters from the beginning of a paragraph to a pronoun that means the only person in it."""


_WINDOW = 3000
"""Characters before a pronoun in which a quotation may have begun."""


class _Place(NamedTuple):
    start: int
    end: int
    person: int


def find_told(source: Source, people: Sequence[FoundPerson]) -> dict[str, tuple[Span, ...]]:
    """For a person's id the pronouns, each at the beginning of a sentence, that mean this person.

    A pronoun means the subject of the sentence before it in the same paragraph, if that sentence speaks of
    nobody else of its gender; or the one that a line above names alone.
    """
    if source.language not in ("en", ""):
        return {}
    return _Reader(source, people).told()


class _Reader:
    def __init__(self, source: Source, people: Sequence[FoundPerson]) -> None:
        self._source = source
        self._text = source.text
        self._people = people
        self._places = sorted(
            _Place(start, end, number)
            for number, person in enumerate(people)
            for start, end in person.mentions
        )
        self._starts = [place.start for place in self._places]
        self._meant: dict[int, int] = {}
        """For the number of a sentence that begins with a pronoun the person it means."""

    def told(self) -> dict[str, tuple[Span, ...]]:
        """All pronouns at the beginning of a sentence that mean somebody for certain."""
        found: dict[str, list[Span]] = {}
        sentences = self._source.sentences
        for pronoun in _PRONOUN.finditer(self._text):
            number = sentences.index(pronoun.start())
            if sentences[number].start != pronoun.start():
                continue
            place = "first" if pronoun["first"] else "led"
            person = self._antecedent(number, _GENDER[pronoun[place].lower()])
            if person is not None:
                self._meant[number] = person
                found.setdefault(self._people[person].id, []).append(Span(*pronoun.span(place)))
        return {entry: tuple(spans) for entry, spans in found.items()}

    def _antecedent(self, number: int, gender: str) -> int | None:
        sentences, document = self._source.sentences, self._source.document
        sentence = sentences[number]
        index = document.block_index(sentence.start) if document.blocks else -1
        block = document.blocks[index] if index >= 0 else None
        if block is not None and sentence.start == block.start:
            return self._named_above(index, gender)
        if number == 0 or block is None:
            return None
        person = self._subject(number - 1, sentences[number - 1], gender)
        if person is None:
            person = self._only_one(block.start, sentence.start, gender)
        return None if person is None or self._is_quoted(block.start, sentence.start) else person

    def _only_one(self, start: int, end: int, gender: str) -> int | None:
        """The only person of whom a paragraph speaks before the offset `end`, if that is not far."""
        if end - start > _FAR:
            return None
        places = self._within(start, end)
        persons = {place.person for place in places}
        if len(persons) != 1 or _QUOTE.search(self._text, start, end):
            return None
        person = persons.pop()
        if any(
            _GENDERED.get(word[0].lower()) == gender
            for word in _WORD.finditer(self._text, start, places[0].start)
        ):
            return None
        if not self._may_be(person, gender) or self._speaks_of_others(start, end, places, gender):
            return None
        return person

    def _is_quoted(self, start: int, end: int) -> bool:
        """Whether a quotation that begins after `start` goes on at `end`."""
        text = self._text
        return (
            text.count("“", start, end) > text.count("”", start, end) or text.count('"', start, end) % 2 == 1
        )

    def _named_above(self, index: int, gender: str) -> int | None:
        """The person whose name alone is the block before: a caption, or the heading of a life."""
        if index == 0:
            return None
        above: Block = self._source.document.blocks[index - 1]
        if above.kind not in _ABOVE or above.end - above.start > 60:
            return None
        places = self._within(above.start, above.end)
        if (
            len(places) != 1
            or self._text[above.start : above.end].strip(" .:*_")
            != self._text[places[0].start : places[0].end]
        ):
            return None
        return places[0].person if self._may_be(places[0].person, gender) else None

    def _subject(self, number: int, sentence: Span, gender: str) -> int | None:
        """The person who is the subject of a sentence that speaks of nobody else of that gender."""
        text = self._text
        if sentence.end - sentence.start > 600 or _QUOTE.search(text, sentence.start, sentence.end):
            return None
        places = self._within(sentence.start, sentence.end)
        meant = self._meant.get(number)
        if meant is None:
            predicate = self._predicate(sentence, places[0]) if places else None
            if predicate is None:
                return None
            meant, begin = places[0].person, predicate
        else:
            begin = sentence.start
        if not self._may_be(meant, gender):
            return None
        others = {place.person for place in places if place.person != meant}
        if any(self._may_be(other, gender) for other in others):
            return None
        if self._speaks_of_others(begin, sentence.end, places, gender):
            return None
        return meant

    def _predicate(self, sentence: Span, place: _Place) -> int | None:
        """Where the verb ends of which the one named at `place` is the subject; None when that is nobody."""
        if place.start != sentence.start:
            lead = _LEAD.match(self._text, sentence.start, place.start)
            if not lead or lead.end() != place.start:
                return None
        found = _SUBJECT_END.match(self._text, place.end, sentence.end)
        return found.end() if found else None

    def _speaks_of_others(self, start: int, end: int, places: Sequence[_Place], gender: str) -> bool:
        """Whether a word for a person of that gender, or a name of which nothing is known, stands there."""
        words = person_words()
        covered = {place.start for place in places}
        inside = 0
        for word in _WORD.finditer(self._text, start, end):
            if word.start() in covered:
                inside = next(place.end for place in places if place.start == word.start())
            if word.start() < inside:
                continue
            known = words.get(word[0])
            if known is not None and known in ("", gender):
                return True
        return False

    def _may_be(self, person: int, gender: str) -> bool:
        return self._people[person].gender in ("", gender)

    def _within(self, start: int, end: int) -> Sequence[_Place]:
        first = bisect_left(self._starts, start)
        return self._places[first : bisect_left(self._starts, end, first)]


_ABOVE = frozenset({BlockKind.HEADING, BlockKind.CAPTION, BlockKind.PARAGRAPH})
