"""Wording: the words of one clause, with a subject and without its date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Span
from companion.extraction.grammar import PREPOSITIONS, VERB, VERB_WORD, either, words_of
from companion.extraction.timeline.antecedents import kind_of
from companion.extraction.timeline.clauses import RELATIVES, SUBORDINATE, Clause
from companion.extraction.timeline.involved import Meant
from companion.extraction.timeline.titles import subject_of
from companion.extraction.timeline.undating import without

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.extraction.timeline.antecedents import Antecedents
    from companion.extraction.timeline.involved import Involved

_PRONOUN = re.compile(r"\b(?:(?P<own>his|her|their|its)(?=\s[a-z])|he|she|they|it)\b", re.IGNORECASE)
_WORD = rf"(?!(?:{either(PREPOSITIONS - {'of'})}|{VERB_WORD})\b)[\w’'-]+"
_ANTECEDENT = re.compile(
    rf"(?:\b(?:the|a|an|his|her|its|their)\s+(?:{_WORD}\s+){{0,4}}|\b(?:[A-Z][\w’'.-]*\s+(?:of\s+)?){{0,4}}){_WORD}\s*$"
)
_APPOSED = re.compile(r",\s(?:also\s|then\s|once\s|later\s)?an?\s[^,]*$")
"""What somebody was, between his name and a relative clause: "his brother Jim, a singer," who."""
_CONNECTING = re.compile(r"(?:and|but|so|yet|then|thus|however|later|soon|meanwhile|still),?", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(was|were|been)\s(?:[a-z]+ly\s)?[a-z]+(?:ed|en|wn|ght|lt|rn|de|ld|ung|uck)\b")
_DONE_TO = re.compile(
    rf"(?:[a-z]+ly\s)?(?:{either(words_of('done_to') | words_of('undergone'))})(?:\s*[.,;]?$|"
    r"\s(?:in|into|on|at|by|to|from|for|with|as|under|near|again|there|without|roughly|about)\b)"
)
"""What was done to somebody, and no object behind it."""
_REACH = 80
"""Characters before a relative clause in which the one it is about is looked for."""


_STUB = re.compile(r",\s[A-Z][\w’'-]*$")
_HALF = re.compile(r",\s([A-Z][\w’'-]*)\s+and\s+$")
_HUNG = RELATIVES | SUBORDINATE
_AND_THEN = re.compile(r"(?<!;)\sand,?\s(?:then,?\s)?$")
_VERB_OF_THING = re.compile(
    rf"\b{VERB_WORD}(?: (?:[a-z]+ly|{VERB_WORD}))*(?: (?:{either(PREPOSITIONS)}))?(?= )"
)
"""A verb, with a preposition behind it, that two things share."""


class Words(NamedTuple):
    """The words of a clause, and the id of the person whom a pronoun means that a name replaced in them."""

    text: str
    person: str = ""


class _Subject(NamedTuple):
    """A pronoun that is the subject of a clause or owns it, what it means in words, and the person's id."""

    start: int
    end: int
    name: str
    person: str = ""


class Wording:
    """Words the clauses of one sentence, of which `phrases` say when and can be left out."""

    def __init__(
        self,
        text: str,
        sentence: Span,
        clauses: Sequence[Clause],
        phrases: Sequence[Span],
        involved: Involved,
        antecedents: Antecedents,
    ) -> None:
        self._text = text
        self._antecedents = antecedents
        self._sentence = sentence
        self._clauses = clauses
        self._phrases = phrases
        self._involved = involved

    def words(self, number: int) -> Words:
        """The words of a clause; a subject that it shares with another, or a name for "he", is added."""
        clause = self._clauses[number]
        if clause.opening == "gap":
            return Words(self._filled(number))
        if stub := self._stub(number):
            self._clauses = [*self._clauses[:number], clause._replace(end=stub), *self._clauses[number + 1 :]]
            clause = self._clauses[number]
        if clause.shared:
            return self._with_subject(number)
        meant = self._meant(number)
        clause = self._with_shared(number)
        if meant is None:
            return Words(self._half_subject(number) + self.plain(clause))
        lead = without(self._text, clause.start, meant.start, self._phrases)
        rest = without(self._text, meant.end, clause.end, self._phrases)
        return Words(f"{lead} {meant.name} {rest}".strip(), meant.person)

    def _stub(self, number: int) -> int:
        """Where a clause ends before half of a subject: "who ruled, Temmu and Jito"."""
        clause = self._clauses[number]
        following = self._clauses[number + 1] if number + 1 < len(self._clauses) else None
        if clause.opening not in _HUNG or following is None:
            return 0
        if following.opening != "and" or following.shared:
            return 0
        stub = _STUB.search(self._text, max(clause.start, clause.end - 40), clause.end)
        return stub.start() if stub else 0

    def _half_subject(self, number: int) -> str:
        """The half of a clause's subject that was taken for the end of the one before it: "Temmu and "."""
        clause = self._clauses[number]
        if not number or clause.opening != "and" or self._clauses[number - 1].opening not in _HUNG:
            return ""
        half = _HALF.search(self._text, max(self._clauses[number - 1].start, clause.start - 50), clause.start)
        return f"{half[1]} and " if half else ""

    def plain(self, clause: Clause) -> str:
        """The words of a clause as they stand, without what says when."""
        return without(self._text, clause.start, clause.end, self._phrases)

    def _with_shared(self, number: int) -> Clause:
        """The clause with those after it that share its subject and have no date: "came and went"."""
        clause = self._clauses[number]
        for following in self._clauses[number + 1 :]:
            dated = any(following.start <= phrase.start < following.end for phrase in self._phrases)
            if following.opening != "and" or not following.shared or dated:
                break
            clause = clause._replace(end=following.end)
        return clause

    def _with_subject(self, number: int) -> Words:
        """The words of a clause that has no subject of its own, with that of the clause before it."""
        clause = self._clauses[number]
        rest = self.plain(clause)
        if clause.opening in RELATIVES:
            return Words(f"{self._antecedent(self._clauses[number - 1])} {rest}".strip())
        while number and self._clauses[number].shared:
            number -= 1
        main = self._clauses[number]
        rest = self._in_passive(main, rest)
        subject = subject_of(self.plain(main))
        meant = self._meant(number) if _PRONOUN.match(subject) else None
        if meant:
            own = subject.partition(" ")[2]
            return Words(" ".join(filter(None, (meant.name, own, rest))), meant.person)
        return Words(f"{subject} {rest}".strip())

    def _in_passive(self, main: Clause, rest: str) -> str:
        """What a clause without a subject tells, with "was" where the main one has it ("was hanged")."""
        passive = _PASSIVE.search(self._text, main.start, main.end)
        if passive is None or not _DONE_TO.match(rest):
            return rest
        return f"{'was' if passive[1] == 'been' else passive[1]} {rest}"

    def _antecedent(self, before: Clause) -> str:
        """Of whom a relative clause tells: the one named at the end of the clause before it."""
        person = self._involved.person_ending(before.start, before.end)
        if person:
            return person.name
        start = max(before.start, before.end - _REACH)
        if apposed := _APPOSED.search(self._text, start, before.end):
            person = self._involved.person_ending(before.start, apposed.start())
            if person:
                return person.name  # of whom is told, and not what he was
            named = _ANTECEDENT.search(self._text, start, apposed.start())
            return named[0] if named and named[0].rpartition(" ")[2][:1].isupper() else ""
        found = _ANTECEDENT.search(without(self._text, start, before.end, self._phrases))
        return found[0] if found else ""

    def _filled(self, number: int) -> str:
        """The words of a clause that leaves out subject and verb, with those of the clause that has them."""
        main = number
        while main and (self._clauses[main].shared or self._clauses[main].opening in SUBORDINATE):
            main -= 1
        rest = self.plain(self._clauses[number]).removeprefix("and ")
        words, start = self.words(main).text, self._clauses[number].start
        preposition = rest.split(None, 1)[0] if rest.split() else ""
        is_joined = _AND_THEN.search(self._text, max(0, start - 12), start) is not None
        if is_joined and preposition not in PREPOSITIONS and (verb := _VERB_OF_THING.search(words)):
            return f"{words[: verb.end()]} {rest}"
        head, found, _ = words.partition(f" {preposition} ")
        return f"{head} {rest}" if found and preposition else f"{words} {rest}"

    def _meant(self, number: int) -> _Subject | None:
        """The pronoun that is the subject of a clause, or owns it, where it is certain what it means."""
        clause = self._clauses[number]
        verb = VERB.search(self._text, clause.start, clause.end)
        pronoun = _PRONOUN.search(self._text, clause.start, verb.start() if verb else clause.end)
        if pronoun is None or not self._is_subject(pronoun, clause):
            return None
        person = None
        if kind_of(pronoun[0]) in ("he", "she"):
            he = kind_of(pronoun[0])
            person = self._involved.meant_by(he, pronoun.start(), self._sentence.start)
        meant = (
            Meant(person.name, person.id)
            if person
            else self._antecedents.of(Span(*pronoun.span()), self._sentence, self._clauses, number)
        )
        if meant is None:
            return None
        name = meant.name
        if self._text[clause.start : pronoun.start()].strip(" ,") and name.startswith(("The ", "A ", "An ")):
            name = name[0].lower() + name[1:]
        owned = ("’" if name.endswith("s") else "’s") if pronoun["own"] else ""
        return _Subject(*pronoun.span(), name + owned, meant.person)

    def _is_subject(self, pronoun: re.Match[str], clause: Clause) -> bool:
        """Whether a pronoun before the verb is the subject, or begins it."""
        if not pronoun["own"]:
            return True
        lead = without(self._text, clause.start, pronoun.start(), self._phrases).strip()
        return not lead.strip(" ,") or lead.endswith(",") or _CONNECTING.fullmatch(lead) is not None
