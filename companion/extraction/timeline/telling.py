"""Telling: the clauses of one sentence that say when something happened, with date, title and people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from companion.core.dates import Date, DateError, Precision, parse_date
from companion.core.document import Span
from companion.extraction.grammar import VERB
from companion.extraction.timeline.clauses import RELATIVES, SUBORDINATE, Clause, clauses_of
from companion.extraction.timeline.phrases import date_phrase
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


class _Dated(NamedTuple):
    """A clause with its date, the words that say it and the phrase they stand in."""

    clause: int
    date: Date
    words: Span
    phrase: Span


_WHEN = frozenset(("when", "where"))
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_ANY_PRONOUN = re.compile(r"(?:he|she|it|they|we|I|you|this|these|that|those)\b", re.IGNORECASE)
_MAYBE = re.compile(
    r"\b(?:will|would|shall|should|may|might|could|if|not|never|planned|scheduled|expected|expects?)\b"
)
_STATE = re.compile(r"\b(?:is|are|has|have|was|were)\b(?! (?:\w+ly )?\w+(?:ed|en|wn|un|ld|nt|de|ought)\b)")
_SAME_CLAUSE = re.compile(r"\s*(?:,|and|or|,\s*and)\s*")
_RANGE = re.compile(r"\s*(?:to|until|till|through|and|[–—-])\s*(?:the\s+)?")
_FROM = re.compile(r"\b(?P<from>from)|(?P<between>between)\b")
_ANTECEDENT = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their)\s+(?:[\w’'-]+\s+){0,4}|\b(?:[A-Z][\w’'.-]*\s+){0,4})[\w’'-]+\s*$"
)


def tellings_of(
    source: Source, sentence: Span, dates: Sequence[Time], involved: Involved
) -> Iterator[Telling]:
    """What the sentence tells at each of the `dates` in it, all of which say when something happened."""
    text = source.text
    phrases = [date_phrase(text, time, sentence.start, sentence.end) for time in dates]
    if source.language not in ("en", ""):
        yield from _without_grammar(text, sentence, dates, involved)
        return
    clauses = clauses_of(text, sentence, phrases)
    dated = list(_dated(text, clauses, dates, phrases))
    for number, one in enumerate(dated):
        if number and dated[number - 1].clause == one.clause:
            continue
        words, subject = _words(text, sentence, clauses, one.clause, phrases, involved)
        title = title_of(words)
        if not _can_stand(title):
            continue
        clause = clauses[one.clause]
        reach = sentence if len({each.clause for each in dated}) == 1 else Span(clause.start, clause.end)
        named = involved.within(*reach)
        people = dict.fromkeys(place.entry for place in named if place.is_person)
        if subject:
            people[subject] = None
        terms = dict.fromkeys(place.entry for place in named if not place.is_person)
        sure = _confidence(text, clause, one, title)
        yield Telling(one.date, title, one.words, sentence, tuple(people), tuple(terms), sure)


def _dated(
    text: str, clauses: Sequence[Clause], times: Sequence[Time], phrases: Sequence[Span]
) -> Iterator[_Dated]:
    """The clause that each date dates; two dates that are the ends of one range are one date."""
    number = 0
    while number < len(times):
        time, phrase = times[number], phrases[number]
        value, end = time.value, time.end
        if number + 1 < len(times) and (joined := _range(text, phrase, time, times[number + 1])):
            number += 1
            value, end = joined, times[number].end
        number += 1
        date = _date(value)
        if date is not None:
            yield _Dated(
                _clause_of(clauses, phrase, end), date, Span(time.start, end), Span(phrase.start, end)
            )


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


def _clause_of(clauses: Sequence[Clause], phrase: Span, end: int) -> int:
    """The clause that holds the phrase; "until 1985 when he died" dates the clause that follows it."""
    for number, clause in enumerate(clauses):
        if phrase.start < clause.end:
            following = number + 1
            if (
                following < len(clauses)
                and clauses[following].opening in _WHEN
                and clause.end - end <= 1
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
    words = subject_of(without(text, main.start, main.end, phrases))
    return words


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


def _confidence(text: str, clause: Clause, dated: _Dated, title: str) -> float:
    """How sure it is that the clause is something that happened, and happened then."""
    words = text[clause.start : clause.end]
    sure = 0.9 if dated.date.precision in (Precision.DAY, Precision.MONTH, Precision.MINUTE) else 0.8
    if dated.phrase.start == dated.words.start:
        sure -= 0.15
    if not VERB.search(words):
        sure -= 0.4
    if _MAYBE.search(words):
        sure -= 0.25
    elif _STATE.search(words):
        sure -= 0.1
    if _ANY_PRONOUN.match(title):
        sure -= 0.1
    if dated.date.precision in (Precision.CENTURY, Precision.MILLENNIUM) or dated.date.open_start:
        sure -= 0.2
    return max(0.1, sure)


def _without_grammar(
    text: str, sentence: Span, dates: Sequence[Time], involved: Involved
) -> Iterator[Telling]:
    """One event for the first date of a sentence in a language of which only the dates are known."""
    date = _date(dates[0].value)
    title = title_of_sentence(text[sentence.start : min(sentence.end, sentence.start + 400)])
    if date is None or len(title.split()) < 3:
        return
    named = involved.within(*sentence)
    people = dict.fromkeys(place.entry for place in named if place.is_person)
    terms = dict.fromkeys(place.entry for place in named if not place.is_person)
    words = Span(dates[0].start, dates[0].end)
    yield Telling(date, title, words, sentence, tuple(people), tuple(terms), 0.6)
