"""Telling: the clauses of one sentence that say when something happened, with date, title and people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from companion.core.dates import Date, DateError, Precision, parse_date
from companion.core.document import Span
from companion.extraction.grammar import AUXILIARIES, PREPOSITIONS, VERB, VERB_WORD
from companion.extraction.timeline.clauses import LONGEST, RELATIVES, SUBORDINATE, Clause, clauses_of
from companion.extraction.timeline.phrases import date_phrase, thing_before
from companion.extraction.timeline.titles import subject_of, title_of, title_of_sentence, without

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.core.found import Time
    from companion.extraction.source import Source
    from companion.extraction.timeline.involved import Involved


class Telling(NamedTuple):
    """One clause that tells when something happened; `phrase` is the date in the text."""

    date: Date
    title: str
    phrase: Span
    sentence: Span
    people: tuple[str, ...]
    terms: tuple[str, ...]
    confidence: float


_WHEN = frozenset(("when", "where"))
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_ANY_PRONOUN = re.compile(r"(?:he|she|it|they|we|I|you|this|these|that|those)\b", re.IGNORECASE)
_EMPTY = AUXILIARIES | {
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "this",
    "that",
    "these",
    "those",
    "so",
    "them",
}
_MOST = 30
"""Dates of one sentence that are looked at; one with more is a list."""

_NAMED_BY_YEAR = re.compile(r"\bthe \d{4}$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_PAST = re.compile(rf"\b(?!(?:am|is|are|has|have|do|does|can|may|must|will|shall)\b){VERB_WORD}")
_HEADS = re.compile(r"\s*[:–—-]\s")
_LOST = ("Whose ", "Which ", "Who ", "That ", "Whom ")
"""How a title begins whose subject was not found."""

_NEEDED = re.compile(
    r"[’']s\b|\s(?:was|were|is|had|would|will|marked|brought|witnessed|proved|became|began|ended|saw)\b"
)
_MAYBE = re.compile(
    r"\b(?:will|would|shall|should|may|might|could|if|not|never|planned|scheduled|expected|expects?)\b"
)
_STATE = re.compile(r"\b(?:is|are|has|have|was|were)\b(?! (?:\w+ly )?\w+(?:ed|en|wn|un|ld|nt|de|ought)\b)")
_RANGE = re.compile(r"\s*(?:to|until|till|through|and|[–—-])\s*(?:the\s+)?")
_FROM = re.compile(r"\b(?P<from>from)|(?P<between>between)\b", re.IGNORECASE)
_ANTECEDENT = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their)\s+(?:[\w’'-]+\s+){0,4}|\b(?:[A-Z][\w’'.-]*\s+){0,4})[\w’'-]+\s*$"
)


def tellings_of(
    source: Source, sentence: Span, dates: Sequence[Time], involved: Involved
) -> Iterator[Telling]:
    """What the sentence tells at each of the `dates` in it, all of which say when something happened."""
    text = source.text
    if sentence.end - sentence.start > LONGEST:
        sentence = Span(sentence.start, sentence.start + LONGEST)
        dates = [time for time in dates[:_MOST] if time.end <= sentence.end]
    if source.language not in ("en", ""):
        yield from _without_grammar(text, sentence, dates, involved)
        return
    ranges = list(_ranges(text, sentence, dates))
    phrases = [phrase for _, _, phrase in ranges]
    clauses = clauses_of(text, sentence, phrases)
    numbers = [_clause_of(clauses, phrase) for phrase in phrases]
    phrases = [phrase for _, _, phrase in ranges if not _is_needed(text, phrase)]
    alone = len(set(numbers)) == 1
    for place, (date, words, phrase) in enumerate(ranges):
        thing = thing_before(text, clauses[numbers[place]].start, phrase.start)
        if not thing and place and numbers[place - 1] == numbers[place]:
            continue
        clause = clauses[numbers[place]]
        told, subject = (
            (text[slice(*thing)], "")
            if thing
            else _words(text, sentence, clauses, numbers[place], phrases, involved)
        )
        title = title_of(told)
        if _is_empty(title) and numbers[place]:
            before = clauses[numbers[place] - 1]
            title = title_of(without(text, before.start, before.end, phrases))
        if not _can_stand(title) or not (_DIGIT.search(text, *words) or _PAST.search(told)):
            continue
        people, terms = involved.entries_within(
            thing or (sentence if alone else Span(clause.start, clause.end))
        )
        if subject and subject not in people:
            people += (subject,)
        sure = _confidence(told, date, title, leads=phrase.start < words.start)
        if not clause.shared and VERB.match(text[clause.start : phrase.start].lower()):
            sure -= 0.3
        if thing or _is_chronicle(text, sentence, phrase):
            sure = 0.7
        yield Telling(date, title, words, sentence, people, terms, max(0.1, sure))


def _ranges(text: str, sentence: Span, times: Sequence[Time]) -> Iterator[tuple[Date, Span, Span]]:
    """Each date with its words and the phrase they stand in; the two ends of one range are one date."""
    number = 0
    while number < len(times):
        time = times[number]
        phrase = date_phrase(text, time, sentence.start, sentence.end)
        value, end = time.value, phrase.end
        if number + 1 < len(times) and (value := _range(text, phrase, time, times[number + 1])):
            number += 1
            end = times[number].end
        date = _date(value or time.value)
        if date is not None:
            yield date, Span(time.start, times[number].end), Span(phrase.start, end)
        number += 1


def _range(text: str, phrase: Span, first: Time, second: Time) -> str:
    """The EDTF interval of two dates that the text puts together ("from May to July"), or an empty string."""
    between = text[first.end : second.start]
    if len(between) > 14 or not _RANGE.fullmatch(between) or "/" in first.value + second.value:
        return ""
    word = between.strip().split(None, 1)[0] if between.strip() else ""
    opening = _FROM.search(text, max(0, phrase.start - 1), first.start)
    if word == "and" and not (opening and opening["between"]):
        return ""
    value = f"{first.value}/{second.value}"
    date = _date(value)
    return value if date is not None and date.earliest < date.latest else ""


def _date(value: str) -> Date | None:
    try:
        return parse_date(value)
    except DateError:
        return None


def _clause_of(clauses: Sequence[Clause], phrase: Span) -> int:
    """The clause that holds the phrase; "until 1985 when he died" dates the clause that follows it."""
    for number, clause in enumerate(clauses):
        if phrase.start < clause.end:
            following = number + 1
            if (
                following < len(clauses)
                and clauses[following].opening in _WHEN
                and clause.end - phrase.end <= 1
                and not clauses[following].shared
            ):
                return following
            return number
    return len(clauses) - 1


def _words(
    text: str,
    sentence: Span,
    clauses: Sequence[Clause],
    number: int,
    phrases: Sequence[Span],
    involved: Involved,
) -> tuple[str, str]:
    """The words of a clause without dates, with a subject; and the id of the person whom a pronoun means."""
    clause = clauses[number]
    if clause.opening == "gap":
        return _filled(text, clauses, number, phrases), ""
    if clause.shared:
        subject = _subject(text, clauses, number, phrases, involved)
        rest = without(text, clause.start, clause.end, phrases)
        main = _main(clauses, number)
        person = _meant(text, sentence, main, involved)
        if person and _PRONOUN.fullmatch(subject):
            return f"{person[1]} {rest}", person[2]
        return f"{subject} {rest}" if subject else rest, ""
    person = _meant(text, sentence, clause, involved)
    clause = _with_shared(clauses, number, phrases)
    if person is None:
        return without(text, clause.start, clause.end, phrases), ""
    place, name, entry = person
    end = place + len(_PRONOUN.match(text, place)[0])  # type: ignore[index]
    lead = without(text, clause.start, place, phrases)
    return f"{lead} {name} {without(text, end, clause.end, phrases)}".strip(), entry


def _with_shared(clauses: Sequence[Clause], number: int, phrases: Sequence[Span]) -> Clause:
    """The clause with those after it that share its subject and have no date: "was shot and captured"."""
    clause = clauses[number]
    for following in clauses[number + 1 :]:
        dated = any(following.start <= phrase.start < following.end for phrase in phrases)
        if following.opening != "and" or not following.shared or dated:
            break
        clause = clause._replace(end=following.end)
    return clause


def _filled(text: str, clauses: Sequence[Clause], number: int, phrases: Sequence[Span]) -> str:
    """The words of a clause that leaves out subject and verb, with those of the clause that has them."""
    clause, main = clauses[number], number
    while main and (clauses[main].shared or clauses[main].opening in SUBORDINATE):
        main -= 1
    rest = without(text, clause.start, clause.end, phrases).removeprefix("and ")
    preposition = rest.split(None, 1)[0] if rest.split() else ""
    words = without(text, clauses[main].start, clauses[main].end, phrases)
    head, found, _ = words.partition(f" {preposition} ")
    return f"{head} {rest}" if found and preposition else f"{words} {rest}"


def _main(clauses: Sequence[Clause], number: int) -> Clause:
    """The clause whose subject a clause shares that has none of its own."""
    while number and clauses[number].shared:
        number -= 1
    return clauses[number]


def _subject(
    text: str, clauses: Sequence[Clause], number: int, phrases: Sequence[Span], involved: Involved
) -> str:
    """The subject of a clause that has none of its own, in the words of the clause before it."""
    if clauses[number].opening in RELATIVES:
        before = clauses[number - 1]
        person = involved.person_ending(before.start, before.end)
        if person:
            return person.name
        found = _ANTECEDENT.search(without(text, max(before.start, before.end - 80), before.end, phrases))
        return found[0] if found else ""
    main = _main(clauses, number)
    return subject_of(without(text, main.start, main.end, phrases))


def _meant(text: str, sentence: Span, clause: Clause, involved: Involved) -> tuple[int, str, str] | None:
    """The pronoun that is the subject of a clause: where it stands, and the person's name and id."""
    verb = VERB.search(text, clause.start, clause.end)
    pronoun = _PRONOUN.search(text, clause.start, verb.start() if verb else clause.end)
    if pronoun is None:
        return None
    person = involved.meant_by(pronoun[0], pronoun.start(), sentence.start)
    return (pronoun.start(), person.name, person.id) if person else None


def _can_stand(title: str) -> bool:
    """Whether the words may be a title: more than one, and not a pronoun alone with a verb."""
    words = title.split()
    return len(words) >= 3 or (len(words) == 2 and _ANY_PRONOUN.match(words[0]) is None)


def _is_chronicle(text: str, sentence: Span, phrase: Span) -> bool:
    """Whether the date heads what happened then, as in a table of dates: "1944: landings in Normandy"."""
    return phrase.start == sentence.start and _HEADS.match(text, phrase.end) is not None


def _is_needed(text: str, phrase: Span) -> bool:
    """Whether a date is more than an adverbial: "1914 saw the outbreak", "Thursday's attack"."""
    words = text[phrase.start : phrase.end]
    if _NAMED_BY_YEAR.search(words) and text[phrase.end + 1 : phrase.end + 2].isupper():
        return True
    return words.split(None, 1)[0].lower() not in PREPOSITIONS and _NEEDED.match(text, phrase.end) is not None


def _is_empty(title: str) -> bool:
    """Whether the words tell nothing by themselves: "They had it"."""
    return all(word in _EMPTY for word in title.lower().split())


def _confidence(words: str, date: Date, title: str, *, leads: bool) -> float:
    """How sure it is that the words tell what happened, and that it happened then.

    `leads` tells that a preposition or the like leads the date in.
    """
    sure = 0.9 if date.precision in (Precision.DAY, Precision.MONTH, Precision.MINUTE) else 0.8
    if not leads:
        sure -= 0.15
    if not VERB.search(title):
        sure -= 0.45
    if _MAYBE.search(words):
        sure -= 0.3
    elif _STATE.search(words):
        sure -= 0.1
    if _ANY_PRONOUN.match(title):
        sure -= 0.1
    elif title.startswith(_LOST):
        sure -= 0.4
    if date.precision in (Precision.CENTURY, Precision.MILLENNIUM) or date.open_start:
        sure -= 0.2
    return max(0.1, sure)


def _without_grammar(
    text: str, sentence: Span, dates: Sequence[Time], involved: Involved
) -> Iterator[Telling]:
    """One event for the first date of a sentence in a language of which only the dates are known."""
    date = _date(dates[0].value) if dates else None
    title = title_of_sentence(text[sentence.start : min(sentence.end, sentence.start + 400)])
    if date is None or len(title.split()) < 3:
        return
    people, terms = involved.entries_within(sentence)
    words = Span(dates[0].start, dates[0].end)
    yield Telling(date, title, words, sentence, people, terms, 0.6)
