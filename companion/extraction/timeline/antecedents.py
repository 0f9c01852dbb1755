"""Antecedents: whom or what "they", "it" or "he" means, where the subject told last leaves no doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.document import Span
from companion.extraction import lexicon
from companion.extraction.grammar import DETERMINERS, PREPOSITIONS, VERB, either
from companion.extraction.people.roles import person_words
from companion.extraction.timeline.clauses import RELATIVES, SUBORDINATE, clauses_of
from companion.extraction.timeline.involved import Meant
from companion.extraction.timeline.titles import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.extraction.source import Source
    from companion.extraction.timeline.clauses import Clause
    from companion.extraction.timeline.involved import Involved

_KINDS = {
    "they": "they", "their": "they", "it": "it", "its": "it",
    "he": "he", "his": "he", "she": "she", "her": "she",
}  # fmt: skip
_GENDERS = {"he": "m", "she": "f"}
_BACK = 6
"""Sentences that are gone back while each begins with the pronoun again."""
_MANY = re.compile(
    r"(?:(?:nearly|almost|about|over|some|more than) )?(?:\d[\d,]+|many|several|some|two|three|four|five|ten|"
    r"few|both|most|these|hundreds|thousands|a (?:group|number|majority|handful|pair|couple|band) of)\b",
    re.IGNORECASE,
)
_PEOPLES = frozenset(
    {
        "people",
        "men",
        "women",
        "children",
        "police",
        "british",
        "french",
        "dutch",
        "spanish",
        "chinese",
        "irish",
    }
    | {
        "japanese",
        "portuguese",
        "swiss",
        "english",
        "vietnamese",
        "scottish",
        "welsh",
        "turkish",
        "polish",
        "clergy",
    }
)
_COLLECTIVES = frozenset(
    {
        "band",
        "group",
        "team",
        "family",
        "couple",
        "crew",
        "duo",
        "trio",
        "quartet",
        "quintet",
        "pair",
        "club",
        "squad",
        "garrison",
    }
)
"""Words for several who act as one, of whom "they" tells."""
_ONE = re.compile(r".*(?:ss|us|is|’s|'s|as|os|news|series|politics)$")
_HEAD_END = re.compile(
    rf"\s(?:{either(PREPOSITIONS | frozenset(('who', 'that', 'which', 'called', 'named', 'known')))})\b|,"
)
_NO_NAME = re.compile(
    r"(?:it|they|he|she|we|i|you|there|this|that|these|those|what|which|who|one|some|many|most|others?|another|all|both|"
    r"each|none|few|such|here|so|nothing|everything|its|his|her|their|my|our|no|not|how|why|if)\b(?!\s[A-Za-z]+(?:s|men|people|children)\b)",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"(?:it|they|he|she|we|i|you|this|that|these|those|its|his|her|their|my|our|your)\b", re.IGNORECASE
)
_FULL_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][\w.’'-]*){1,3}")
_DATED = re.compile(
    r"\d|\b(?:year|month|week|day|decade|century|morning|evening|night|spring|summer|autumn|winter)s?\b"
)
_HALF = re.compile(r"\bnot\b|\b(?:most|more|less|nor)$|\s(?:its|his|her|their)\s")
"""Signs of a subject that is not whole, or that another pronoun is part of."""
_LED = re.compile(rf"(?:{either(PREPOSITIONS)})\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:[A-Z][a-z]+s|[a-z]+(?:ers|ors|ists|ians|ees|men|ants|ents|ives)|people|troops|forces|women|children|families|slaves|kings|allies|"
    r"settlers|peoples|tribes|groups|armies|states|countries|governments|parties)\b(?![’'])"
)
"""Others whom "they" may mean."""
_SEVERAL = re.compile(
    r"(?<!\bof )(?<!\bin )\b(?:the |[A-Z]\w+ |[A-Z][\w-]+(?:ese|ish|ian|an) )*(?:[a-z]+ed )?"
    r"(?:[A-Z][a-z]+(?:ese|ish|ian|an)s|forces|troops|soldiers|men|settlers|workers|rebels|armies|ships|divisions)\b"
)
"""Others whom "they" may mean, with the words before them."""
_PLACED = re.compile(r"\b(?:in|into|within|of|at|on)\s(?:[\w-]+\s){0,3}$")
"""What stands before others who are no party to what is told: "operated in groups"."""
_ANOTHER = re.compile(r"(?<!\bis )(?<!\bwas )(?<!\bbecame )(?<!\bas )\b(?:an?|another)\s[a-z]")
"""Something told of for the first time, which "it" may mean."""
_STILL = re.compile(r"(?:and|but|;|,)\s[^,;.]{0,40}?\bit\s")
"""Signs that a sentence goes on to tell of its subject."""
_DUMMY = re.compile(
    r"it\s(?:took|had taken|takes|cost|seem(?:s|ed)|appear(?:s|ed)|happened|turned out|"
    r"(?:is|was|had been|has been|would be|will be|became)\s(?:\w+\s){0,3}?"
    r"(?:that|to|until|who|which|when|in|on|at|not|dark|late|hot|cold|raining|snowing|spring|summer|autumn|winter|time)\b)",
    re.IGNORECASE,
)
"""What is no thing: "it was estimated that"."""
_LONGEST_TOPIC = 1500
"""Characters of a paragraph in which the person is remembered with whom it begins."""
_LONGEST = 600
"""Characters of a sentence in which the subject is looked for."""


def kind_of(pronoun: str) -> str:
    """They, it, he or she, of which `pronoun` is a form."""
    return _KINDS[pronoun.lower()]


class Antecedents:
    """Tells in one document what the pronouns mean that stand for the subject told last."""

    def __init__(self, source: Source, involved: Involved) -> None:
        self._source = source
        self._text = source.text
        self._involved = involved

    def of(self, pronoun: Span, sentence: Span, clauses: Sequence[Clause], number: int) -> Meant | None:
        """What the `pronoun`, the subject of a clause (its `number`), means; None where it is in doubt."""
        words = self._text[slice(*pronoun)]
        kind = kind_of(words)
        if words.lower() == "it" and _DUMMY.match(self._text, pronoun.start):
            return None
        for clause in self._told_with(clauses, number):
            subject = self._subject(clause)
            if _is_form(subject, kind):
                continue
            if kind in _GENDERS and (person := self._person(clause, kind)):
                return person
            if subject and self._agrees(subject, clause, kind):
                return Meant(subject)
            return self._only_others(clause) if kind == "they" else None
        meant = self._told_before(sentence, kind)
        return self._topic(pronoun.start, kind) if meant is None and kind in _GENDERS else meant

    def _only_others(self, clause: Clause) -> Meant | None:
        """The only ones besides its subject of whom a clause tells: "Hitler sent German forces"."""
        found = list(_SEVERAL.finditer(self._text, clause.start, clause.end))
        if len(found) != 1 or len(list(_OTHERS.finditer(self._text, clause.start, clause.end))) != 1:
            return None
        others = " ".join(found[0][0].split())
        return Meant(others if others.startswith("the ") else f"the {others}")

    def _topic(self, place: int, kind: str) -> Meant | None:
        """The person with whom the paragraph begins, if it has told of nobody else."""
        block = self._source.document.block_at(place)
        if block is None or place - block.start > _LONGEST_TOPIC:
            return None
        return self._involved.topic(block.start, place, _GENDERS[kind])

    def _person(self, clause: Clause, kind: str) -> Meant | None:
        """The person who is the subject of a clause, or owns it."""
        verb = VERB.search(self._text, clause.start, clause.end)
        return self._involved.only_person(clause.start, verb.start() if verb else clause.end, _GENDERS[kind])

    def _person_before(self, main: Clause, sentence: Span, kind: str) -> Meant | None:
        """The person of whom the sentence before tells, or all that is told here, if no other can be."""
        gender = _GENDERS[kind]
        hero = self._involved.hero(sentence.end, gender)
        person = self._person(main, kind)
        if person is None:
            verb = VERB.search(self._text, main.start, main.end)
            named = self._involved.person_within(main.start, verb.start() if verb else main.end)
            if named or _speaks_of_person(self._subject(main)):
                return None
            goes_on = _is_form(self._subject(main), kind)
            return hero if goes_on or self._involved.last_named(sentence.end, gender) == hero else None
        alone = self._involved.only_person(*sentence, gender) == person
        return person if person == hero or alone else None

    def _told_with(self, clauses: Sequence[Clause], number: int) -> Iterator[Clause]:
        """The clauses of the same sentence whose subjects may be meant, the nearest first."""
        if number == 0 and clauses[0].opening in SUBORDINATE and len(clauses) > 1:
            yield clauses[1]
        passed = RELATIVES | {"gap"}
        if clauses[number].opening not in SUBORDINATE:
            passed |= SUBORDINATE
        for place in range(number - 1, -1, -1):
            clause = clauses[place]
            if not clause.shared and (
                clause.opening not in passed or (place == 0 and clause.opening in SUBORDINATE)
            ):
                yield clause

    def _told_before(self, sentence: Span, kind: str) -> Meant | None:
        """The subject of the sentence before, if it alone can be meant."""
        sentences = self._source.sentences
        block = self._source.document.block_at(sentence.start)
        number = sentences.index(sentence.start)
        for back in range(number - 1, max(-1, number - 1 - _BACK), -1):
            before = sentences[back]
            if block is not None and back == number - 1 and before.start < block.start and kind in _GENDERS:
                hero = self._involved.hero(sentence.start, _GENDERS[kind])
                return hero if self._involved.last_named(sentence.start, _GENDERS[kind]) == hero else None
            if block is None or before.start < block.start or before.end - before.start > _LONGEST:
                return None
            if any(mark in self._text[slice(*before)] for mark in '“”"«»'):
                return None
            main = self._main(before)
            subject = self._subject(main)
            if kind in _GENDERS and (person := self._person_before(main, before, kind)):
                return person
            if _is_form(subject, kind):
                continue
            if not subject:
                return None
            if not self._agrees(subject, main, kind) or self._in_doubt(subject, Span(*before), kind):
                return None
            return Meant(subject)
        return None

    def _main(self, sentence: Span) -> Clause:
        clauses = clauses_of(self._text, sentence, [])
        return clauses[1] if len(clauses) > 1 and clauses[0].opening in SUBORDINATE else clauses[0]

    def _subject(self, clause: Clause) -> str:
        """The subject of a clause in words that can stand in another one, or a pronoun."""
        subject = subject_of(" ".join(self._text[clause.start : clause.end].split()))
        subject = subject.rstrip(",")
        return "" if _LED.match(subject) or _DATED.search(subject) or _HALF.search(subject) else subject

    def _agrees(self, subject: str, clause: Clause, kind: str) -> bool:
        """Whether a subject can be meant by a pronoun of that kind."""
        if _NO_NAME.match(subject) or _OWNED.match(subject) or "“" in subject or '"' in subject:
            return False
        head = _HEAD_END.split(subject, maxsplit=1)[0]
        if kind in _GENDERS:
            return self._is_person(head, kind)
        named = self._involved.person_within(clause.start, clause.start + len(subject) + 2)
        if kind == "they":
            return _is_plural(subject, head)
        named = named and not head.split()[-1][:1].islower()  # unlike "Dvořák's first piece"
        return not _is_plural(subject, head) and not named and not _speaks_of_person(head)

    def _is_person(self, head: str, kind: str) -> bool:
        """Whether the words name one person by what he or she is: "the King"."""
        last = head.split()[-1].lower() if head.split() else ""
        if (
            _FULL_NAME.fullmatch(head)
            and lexicon.first_names().get(head.split()[0].lower()) == _GENDERS[kind]
        ):
            return True
        return head.split()[0].lower() in ("the", "a", "an") and person_words().get(last) == _GENDERS[kind]

    def _in_doubt(self, subject: str, sentence: Span, kind: str) -> bool:
        """Whether the sentence tells of something else that the pronoun may mean."""
        text = self._text[slice(*sentence)]
        rest = text[text.find(subject) + len(subject) :]
        if kind == "they":
            return any(not _PLACED.search(rest, 0, others.start()) for others in _OTHERS.finditer(rest))
        if kind == "it":
            return _ANOTHER.search(rest) is not None and _STILL.search(rest) is None
        return any(
            person_words().get(word) in ("", _GENDERS[kind]) for word in re.findall(r"[a-z]+", rest)
        ) or bool(self._involved.person_within(*sentence))


def _is_form(subject: str, kind: str) -> bool:
    return _KINDS.get(subject.lower()) == kind


def _speaks_of_person(head: str) -> bool:
    return any(word in person_words() for word in head.lower().split()[-1:])


def _is_plural(subject: str, head: str) -> bool:
    """Whether words tell of several: "the settlers", "Castro and Guevara", "many of them"."""
    if _MANY.match(subject):
        return True
    words = head.split()
    if not words or words[0].lower() in ("a", "an", "each", "every", "no"):
        return False
    last = words[-1].lower()
    if last in _COLLECTIVES:
        return True
    if " and " in head:
        return words[0].lower() not in DETERMINERS or last.endswith("s") or head.count(" the ") > 0
    if last in _PEOPLES or last.endswith("men"):
        return True
    return last.endswith("s") and not _ONE.fullmatch(last) and VERB.fullmatch(last) is None
