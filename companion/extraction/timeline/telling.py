"""Telling: the clauses of one sentence that say when something happened, with date, title and people."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from companion.core.dates import Date, Precision
from companion.core.document import Span
from companion.extraction.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    VERB,
    VERB_WORD,
    either,
    words_of,
)
from companion.extraction.timeline.antecedents import Antecedents
from companion.extraction.timeline.asides import aside_round
from companion.extraction.timeline.clauses import LONGEST, RELATIVES, SUBORDINATE, Clause, clauses_of
from companion.extraction.timeline.dating import Dating, datings
from companion.extraction.timeline.foreign_titles import dated_titles
from companion.extraction.timeline.phrases import thing_before
from companion.extraction.timeline.quoting import quoted
from companion.extraction.timeline.titles import title_of, title_of_thing
from companion.extraction.timeline.undating import without
from companion.extraction.timeline.wording import Wording, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.core.found import Time
    from companion.extraction.source import Source
    from companion.extraction.timeline.involved import Involved
    from companion.extraction.timeline.weighing import Weighing

_MOST = 30
"""Dates of one sentence that are looked at; one with more is a list."""
_FOREIGN_SURE, _NAMED_SURE = 0.6, 0.7
"""How sure an event is in a language whose grammar is not known, and one that a noun or a table tells."""

_QUOTED_SURE, _QUOTED_ASIDE_SURE = 0.6, 0.45
"""How sure an event is at most whose title is a quotation, from a main clause and from another."""
_UNTOLD_SURE = 0.45
"""How sure an event is at most whose title does not say what it tells of."""
_POINTING = re.compile(
    rf"(?:This|That|These|Those|Such)\s(?:\w+ly\s)?{VERB_WORD}|(?:{either(words_of('tasks'))})\s",
    re.IGNORECASE,
)
"""What points to something told before, and a task that is set to the reader."""
_FAR_QUOTED = 120
"""Characters of a sentence behind which a date stands that a title cut at the end does not tell of."""
_SPEECH = re.compile('[“"‘«][^“”"»]{8,400}[,?!.][”"’»]')
"""How a sentence begins in which somebody says something."""
_WHOLE = 350
"""Characters of a sentence all of which tells of one event; of a longer one only a clause does."""
_FEW = 5
"""Words that are no sentence, but the head of a letter or the like, if no verb is among them."""
_REFERRING = AUXILIARIES | {
    "he",
    "she",
    "it",
    "they",
    "we",
    "you",
    "this",
    "that",
    "these",
    "those",
    "them",
    "so",
}
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_LOUD = re.compile(r"\W*[A-Z]{3,}\b")

_PARTICIPLES = words_of("participles")
_HUNG = re.compile(
    rf"(?:{either(SUBORDINATE | PREPOSITIONS | {'given', 'if', 'aside', 'owing', 'unlike'})})\b|\w+ing\s",
    re.I,
)
_MAIN_VERB = re.compile(rf"(?<!who )(?<!which )(?<!that )(?<!, )(?<!—)\b{VERB_WORD}(?! by\b)")
_LIMITED = re.compile(r"(?:(?:ever|only|up)\s)?(?:since|until|till|before)\b", re.IGNORECASE)
_THAT = re.compile(rf"[a-z]\s(?:that|which)\s(?:[a-z]+ly\s)?(?={VERB_WORD})")
_RESUMED = re.compile(rf"[^,;]{{0,80}}, (?:[a-z]+ly )?(?={VERB_WORD})")
_WHEN = frozenset({"when", "where"})
_DONE_TO = either(words_of("done_to") | words_of("undergone"))
_APPOSED = re.compile(
    rf"(?:(?:{_DONE_TO})|(?:(?:once|now|then)\s)?(?:an?|the)\s(?:[\w’'-]+\s){{1,6}}?(?:{_DONE_TO}))\b(?:\s(?:[\w’'.-]+\s){{0,8}})?"
)
"""What was done to a noun, behind a comma: "a customs union formed by Prussia"."""
_WHILE_DOING = re.compile(rf"\b{VERB_WORD}[^,;]{{0,90}}\s(?:before|after)\s[a-z]+ing\b[^,;]{{0,24}},?\s$")
"""What is done before or after something else, whose date it is: "studied there before moving, in"."""
_ONLY_DATES = re.compile(
    r"(?:(?:It|it) was|(?:It|it) happened)\s*(?:,?\s?(?:about|near|early|late|at)\s[^,;]{2,24})?[\s,]*"
)
"""A clause that tells nothing but when: "It was in July, 1805, and the speaker"."""
_ANY_PRONOUN = re.compile(r"(?:he|she|it|they|we|I|you|this|these|that|those)\b", re.IGNORECASE)
_CALENDAR = re.compile(
    r"\d|\b(?:Jan|Feb|Mar|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|Christmas|Easter)"
)
"""What is named by a date that is not counted from another one, as "the next day" is."""
_DIGIT = re.compile(r"\d")
_PAST = re.compile(rf"\b(?!(?:am|is|are|has|have|do|does|can|may|must|will|shall)\b){VERB_WORD}")
_HEADS = re.compile(r"\s*[:–—-]\s")
_MAYBE = re.compile(
    r"\b(?:will|would|shall|should|may|might|could|if|not|never|planned|scheduled|expected|expects?)\b"
)
_STATE = re.compile(r"\b(?:is|are|has|have|was|were)\b(?! (?:\w+ly )?\w+(?:ed|en|wn|un|ld|nt|de|ought)\b)")


class Telling(NamedTuple):
    """One clause that tells when something happened; `phrase` is the date in the text."""

    date: Date
    title: str
    phrase: Span
    sentence: Span
    people: tuple[str, ...]
    terms: tuple[str, ...]
    confidence: float


def tellings_of(
    source: Source, sentence: Span, dates: Sequence[Time], involved: Involved, weighing: Weighing
) -> Iterator[Telling]:
    """What the sentence tells at each of the `dates` in it, all of which say when something happened."""
    if sentence.end - sentence.start > LONGEST:
        sentence = Span(sentence.start, sentence.start + LONGEST)
        dates = [time for time in dates[:_MOST] if time.end <= sentence.end]
    if source.is_english:
        antecedents = Antecedents(source, involved)
        yield from _Sentence(source.text, sentence, dates, involved, weighing, antecedents).tellings()
    else:
        for told in dated_titles(source, sentence, dates) if dates else ():
            people, terms = involved.entries_within(sentence)
            sure = _FOREIGN_SURE if told.is_whole else _UNTOLD_SURE
            yield Telling(told.date, told.title, told.words, sentence, people, terms, sure)


class _Sentence:
    """A sentence with its dates, cut into clauses."""

    def __init__(
        self,
        text: str,
        sentence: Span,
        dates: Sequence[Time],
        involved: Involved,
        weighing: Weighing,
        antecedents: Antecedents,
    ) -> None:
        self._text = text
        self._sentence = sentence
        self._involved = involved
        self._weighing = weighing
        told = list(datings(text, sentence, dates))
        if any(dating.is_led_in for dating in told):
            told = [dating for dating in told if not dating.is_of_name(text)]
        self._datings = told
        self._clauses = clauses_of(text, sentence, [dating.phrase for dating in self._datings])
        self._numbers = [_clause_of(text, self._clauses, dating.phrase) for dating in self._datings]
        self._asides = [
            aside_round(text, self._clauses[number].start, self._clauses[number].end, dating)
            for dating, number in zip(self._datings, self._numbers, strict=True)
        ]
        loose = [dating.phrase for dating in self._datings if not dating.is_needed(text)]
        loose = sorted([*loose, *(aside.span for aside in self._asides if aside)])
        self._wording = Wording(text, sentence, self._clauses, loose, involved, antecedents)

    def tellings(self) -> Iterator[Telling]:
        """One for each clause that has a date, and for each thing that is named with one."""
        told: dict[str, Span] = {}
        for telling in self._all():
            # Two dates of one clause: what it tells may have happened at the first alone.
            again = told.setdefault(telling.title, telling.phrase) != telling.phrase
            sure = min(telling.confidence, _UNTOLD_SURE) if again else telling.confidence
            yield telling._replace(confidence=sure)

    def _all(self) -> Iterator[Telling]:
        before = -1
        for dating, number, aside in zip(self._datings, self._numbers, self._asides, strict=True):
            if aside:
                yield from self._telling(dating, number, Words(aside.words), None)
                continue
            thing = thing_before(self._text, self._clauses[number].start, dating.phrase.start)
            if thing:
                yield from self._telling(dating, number, Words(self._text[slice(*thing)]), thing)
            elif number != before:
                for telling in self._telling(dating, number, self._wording.words(number), None):
                    yield telling
                    yield from (telling._replace(date=date) for date in dating.again)
            before = number

    def _telling(self, dating: Dating, number: int, words: Words, thing: Span | None) -> Iterator[Telling]:
        """What `words` tell, unless they are no title, or tell what happens every year."""
        if not (_DIGIT.search(self._text, *dating.words) or _PAST.search(words.text)):
            return
        named = thing is not None or self._is_chronicle(dating)
        title = (title_of_thing if named else title_of)(words.text)
        if not title and number and self._clauses[number].opening == "and":
            title = self._before(words.text, number)
        sure = _NAMED_SURE if named else self._sure(dating, number, words, title)
        is_cut_off = False
        if not _can_stand(title):
            title = self._quoted(dating, number)
            is_cut_off = self._is_cut_off(title)
            is_told = self._is_main(number) and VERB.search(title) is not None
            sure = min(sure, _QUOTED_SURE if is_told else _QUOTED_ASIDE_SURE)
        if not title:
            return
        is_within = self._clauses[number].start <= dating.phrase.start  # not "until 1985 when he died"
        if is_within and dating.is_needed(self._text) and _LIMITED.match(self._text, dating.phrase.start):
            said = self._text[dating.words.start : dating.words.end].split()
            sure = sure if any(word in title for word in said) else min(sure, _UNTOLD_SURE)
        if title.endswith("…") and not _tells(title):
            sure = min(sure, _UNTOLD_SURE)
        is_far = title.endswith("…") and dating.phrase.start - self._sentence.start > _FAR_QUOTED
        if is_far or title.startswith("…") or _POINTING.match(title) or is_cut_off:
            sure = min(sure, _UNTOLD_SURE)
        people, terms = self._involved.entries_within(thing or self._reach(number))
        if words.person and words.person not in people:
            people += (words.person,)
        sure = min(sure, self._weighing.at_most(self._sentence, self._clauses[number], dating.words))
        yield Telling(dating.date, title, dating.words, self._sentence, people, terms, sure)

    def _is_cut_off(self, title: str) -> bool:
        """Whether a title lacks its subject, or begins with what somebody says."""
        first, _, rest = title.partition(" ")
        if VERB.fullmatch(first.lower()) and not VERB.search(title.partition(", ")[2]):
            second = rest.partition(" ")[0]
            small = DETERMINERS | PREPOSITIONS | {"me", "him", "them", "as"}
            return first.lower() in AUXILIARIES or second in small or not second.islower()
        return _SPEECH.match(self._text, *self._sentence) is not None

    def _before(self, words: str, number: int) -> str:
        """The title of the clause before, where `words` only refer to it: "they fought, and had it"."""
        said = {word.lower() for word in _LETTERS.findall(words)}
        return title_of(self._wording.plain(self._clauses[number - 1])) if said <= _REFERRING else ""

    def _quoted(self, dating: Dating, number: int) -> str:
        """The words round a date as they stand; empty where these are a heading or the like."""
        bare = without(self._text, *self._sentence, [dating.phrase for dating in self._datings])
        if not VERB.search(bare) and (len(_LETTERS.findall(bare)) < _FEW or _LOUD.match(bare)):
            return ""
        return quoted(self._text, self._sentence, self._clauses, number, dating.phrase)

    def _is_put_in(self, dating: Dating, clause: Clause) -> bool:
        """Whether a date stands between commas in words that are put in behind the subject."""
        if self._asides[self._datings.index(dating)]:
            return False
        begin = self._text.rfind(", ", clause.start, dating.phrase.start)
        if begin < 0 or VERB.search(self._text, clause.start, begin):
            return False
        resumed = _RESUMED.match(self._text, dating.phrase.end, clause.end)
        return resumed is not None and _is_of_other(self._text[begin + 2 : dating.phrase.start])

    def _is_of_object(self, dating: Dating, clause: Clause) -> bool:
        """Whether a date only says more of what the clause tells of: "a regime that lasted until 1867"."""
        that = _THAT.search(self._text, clause.start, dating.phrase.start)
        return that is not None and VERB.search(self._text, clause.start, that.start()) is not None

    def _is_apposed(self, dating: Dating, clause: Clause) -> bool:
        """Whether a date belongs to what a noun was or suffered: "the Zollverein, a union formed in 1834"."""
        begin = self._text.rfind(", ", clause.start, dating.phrase.start)
        if self._asides[self._datings.index(dating)]:
            return False
        if _WHILE_DOING.search(self._text, self._sentence.start, dating.phrase.start):
            return True
        if begin < 0 or not VERB.search(self._text, clause.start, begin):
            return False
        return _APPOSED.fullmatch(self._text, begin + 2, dating.phrase.start) is not None

    def _is_main(self, number: int) -> bool:
        return self._clauses[number].opening not in SUBORDINATE | RELATIVES

    def _reach(self, number: int) -> Span:
        """Where those stand whom a clause involves: all of a short sentence in which no other has a date."""
        clause = self._clauses[number]
        alone = len(set(self._numbers)) == 1 and self._sentence.end - self._sentence.start <= _WHOLE
        return self._sentence if alone else Span(clause.start, clause.end)

    def _is_chronicle(self, dating: Dating) -> bool:
        """Whether the date heads what happened then, as in a table: "1944: landings in Normandy"."""
        phrase = dating.phrase
        return phrase.start == self._sentence.start and _HEADS.match(self._text, phrase.end) is not None

    def _sure(self, dating: Dating, number: int, words: Words, title: str) -> float:
        """How sure it is that the words tell what happened, and that it happened then."""
        clause = self._clauses[number]
        sure = _confidence(words.text, dating.date, title)
        if (
            self._is_put_in(dating, clause)
            or self._is_of_object(dating, clause)
            or self._is_apposed(dating, clause)
        ):
            sure -= 0.35
        if not dating.is_led_in:
            sure -= 0.15
        if not _CALENDAR.search(self._text, *dating.words):
            sure -= 0.15
        if not clause.shared and VERB.match(self._text[clause.start : dating.phrase.start].lower()):
            # "Founded in 1871, it has become": the date is not that of the verb.
            sure -= 0.3
        return max(0.1, sure)


def _tells(title: str) -> bool:
    """Whether a title that is cut gets as far as the verb of its main clause."""
    words = title.partition(", ")[2] if _HUNG.match(title) else title
    return _MAIN_VERB.search(words) is not None


def _is_of_other(words: str) -> bool:
    """Whether words behind a comma only say more of what stands before: "embarked upon in 1928"."""
    first = words.split(None, 1)[:1]
    return (
        bool(first)
        and (first[0] in _PARTICIPLES or VERB.fullmatch(first[0]) is not None)
        and (first[0] not in AUXILIARIES)
    )


def _clause_of(text: str, clauses: Sequence[Clause], phrase: Span) -> int:
    """The clause that holds the phrase; "until 1985 when he died" dates the clause that follows it."""
    for number, (clause, following) in enumerate(pairwise(clauses)):
        if phrase.start < clause.end:
            if number and clause.opening in RELATIVES and text[phrase.start - 2 : phrase.start] == ", ":
                return number - 1  # "She married Franklin, who was her cousin, in 1905"
            leads_on = following.opening in _WHEN and not following.shared and clause.end - phrase.end <= 1
            only_dates = following.opening in ("and", ";") and _ONLY_DATES.fullmatch(
                text[clause.start : phrase.start] + text[phrase.end : clause.end]
            )
            return number + bool(leads_on or (only_dates and not following.shared))
    return len(clauses) - 1


def _can_stand(title: str) -> bool:
    """Whether the words may be a title: more than one, and not a pronoun alone with a verb."""
    words = title.split()
    return len(words) >= 3 or (len(words) == 2 and _ANY_PRONOUN.match(words[0]) is None)


def _confidence(words: str, date: Date, title: str) -> float:
    """How sure it is, by the words alone, that they tell what happened at that date."""
    sure = 0.9 if date.precision in (Precision.DAY, Precision.MONTH, Precision.MINUTE) else 0.8
    if not VERB.search(words):
        sure -= 0.45
    if _MAYBE.search(words):
        sure -= 0.3
    elif _STATE.search(words):
        sure -= 0.1
    if _ANY_PRONOUN.match(title):
        sure -= 0.1
    if date.precision in (Precision.CENTURY, Precision.MILLENNIUM) or date.open_start:
        sure -= 0.2
    return sure
