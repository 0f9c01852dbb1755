"""Clauses: a sentence is cut where one clause ends and the next begins."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS, VERB, VERB_WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from companion.core.document import Span


class Clause(NamedTuple):
    """A clause of a sentence, the span ``[start, end)``, without the word that opens it.

    `opening` is that word ("and", "when", "who"), ";" for any mark that parts sentences, "gap" where
    subject and verb are left out as well, empty for the first.
    `shared` tells that it has no subject of its own ("and died").
    """

    start: int
    end: int
    opening: str
    shared: bool = False


RELATIVES = frozenset(("who", "which", "whom", "whose", "that"))
SUBORDINATE = frozenset(
    {"when", "where", "while", "whereas", "after", "before", "until", "till", "because", "although", "though"}
    | {"since", "as", "once", "whilst", "so"}
)

LONGEST = 3000
"""Characters of a sentence that are looked at; what is longer is a list, or no prose."""

_BOUNDARY = re.compile(
    r"\s*(?P<mark>[;:](?=\s)(?:\s+(?:and|but|yet|nor|or)(?=\s))?|\s[–—-](?=\s)|—|\s--(?=\s)|(?<=\w)--(?=\w))[\s]*"
    r"|,?\s+(?P<join>and|but|or|yet|nor),?\s+(?:(?:then|later|thus|so|finally|eventually|soon|subsequently|there|"
    r"as a result|as a consequence|in turn|in response|in return|by then),?\s+)?"
    r"|,?\s+(?P<under>when|where|while|whereas|after|before|until|till|because|although|though|since|once|whilst|"
    r"as(?!\s+(?:well|much|many|soon|long|far|early|late|part|follows)\b))\s+"
    rf"|,?\s+(?P<rel>who|which|that(?=\s(?:[a-z]+ly\s)?{VERB_WORD}))\s+"
    r"|,\s+(?P<so>so)\s+"
)
_WORD = re.compile(r"[^\W_][\w’'.-]*")
_ADVERB = re.compile(
    r"(?:[a-z]{2,}ly|then|later|soon|finally|never|also|again|once|not|there|already|thus|still|even|now|only)"
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:[a-z]+ly\s+)?[a-z]+$")
_LAST = re.compile(r"[^\W_]+\s+$")
_ABOUT, _COUNTED = (
    frozenset({"about", "around", "over", "nearly", "almost"}),
    re.compile(r"\d|one-|two-|half\b"),
)
_NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_LONGEST_THING = 60
"""Characters of the second of two things that share a verb."""
_GAP = re.compile(r"(?:and\s+|then\s+)*([a-z]+)\s")
_LEADING = re.compile(
    r"\W*(?:(?:[Bb]ut|[Aa]nd|[Yy]et|[Ss]o)\s+)?(?:(?:[Ee]ven|[Ss]hortly|[Ss]oon|[Jj]ust|[Ii]mmediately|[Ll]ong|[Oo]nly)\s+)?"
    r"(?P<word>[Aa]lthough|[Tt]hough|[Ww]hile|[Ww]hereas|[Ww]hen|[Aa]fter|[Bb]efore|[Aa]s|[Ss]ince|[Bb]ecause|[Oo]nce|[Uu]ntil"
    r"|[Bb]y the time|(?:[Dd]espite|[Ii]n spite of) the fact|[Gg]iven|[Nn]ow)(?P<date>,)?\s+(?:that\s+)?"
)
"""What begins a sentence that tells something else before its main clause."""
_LONGEST_LEAD = 320
"""Characters of what is told so."""
_APPOSED = re.compile(rf"[^,;:]{{3,60}}, [^,;:]{{3,90}}, (?:[a-z]+ly )?(?={VERB_WORD})")
"""A subject with an apposition between commas, up to its verb."""
_OBJECT = re.compile(
    rf"(?:\b{VERB_WORD}|,)\s(?:an?|the|his|her|its|their|several|two|three)\s"
    r"(?:(?!(?:of|in|on|for|to|with|from)\b)[\w’'-]+\s?){1,5}$"
    r"|\b(?:in|into|to|through|by|with|for|was|were|is)\san?\s(?:(?!(?:in|on|for|to|with|from)\b)[\w’'-]+\s?){1,5}$"
)
"""What a verb, or a comma, is followed by at the end of words."""
_WHO = re.compile(r"\b(?:who|which|that)\b")
_RESUMED = re.compile(rf", (?:[a-z]+ly )?(?={VERB_WORD})")
"""Where the verb of a subject follows what was put in behind it."""
_LED_IN = re.compile(r"[^,;:]{3,90}, ")
_JOINS = frozenset({"and", "but", "or", "yet", ";"})
_SUBJECT_PRONOUN = re.compile(
    r"(?:he|she|it|they|we|I|you|there|this|these|those|some|many|most|both|all|others?)\b"
)


def clauses_of(text: str, sentence: Span, dates: Sequence[Span]) -> list[Clause]:
    """The clauses of `sentence` in order; `dates` are the phrases in it that say when, in order.

    A clause has a verb. What has none stays with the clause before it.
    """
    end = min(sentence.end, sentence.start + LONGEST)
    cuts: list[Clause] = []
    start, opening, shared = sentence.start, "", False
    lead = _lead(text, start, end, dates)
    if lead:
        first, begin = lead
        cuts.append(first)
        start = begin
    spliced = [(date.start - 2, date.start, ";") for date in dates if text.startswith(", ", date.start - 2)]
    for left, right, word in sorted([*_boundaries(text, sentence.start, end), *spliced]):
        if left <= start or any(date.start < right and left < date.end for date in dates):
            continue
        if not _has_verb(text, start, left) and opening != "gap":
            continue
        if word in RELATIVES and text[start:left].rsplit(None, 1)[-1].lower() in PREPOSITIONS:
            continue  # "the chief feature of which was"
        if word == "that" and not _tells_by_itself(text, start, left, right, dates):
            continue  # without a date of its own it may stay in the title
        if word in ("and", "or") and _is_passive_pair(text, left, right):
            continue
        if word == "and" and _goes_on(text, start, left, end):
            continue
        begins = _begins(text, right, end, word, dates)
        if begins is None:
            lacks = word == ";" and _leaves_out(text, right, end)
            if not lacks and not (word == "and" and _shares_verb(text, start, left, right, dates)):
                continue
            word, begins = "gap", True
        cuts.append(Clause(start, left, opening, shared))
        start, opening, shared = right, word, begins
    cuts.append(Clause(start, end, opening, shared))
    return cuts


def _lead(text: str, start: int, end: int, dates: Sequence[Span]) -> tuple[Clause, int] | None:
    """What hangs on the main clause and stands before it ("When he died, she left"), and where it is over."""
    past = next((date.end for date in dates if date.start == start and text.startswith(" ", date.end)), start)
    opened = _LEADING.match(text, past, end)
    if opened is None:
        return None
    place, far = _past_date(text, opened.end(), dates), min(end, opened.end() + _LONGEST_LEAD)
    if opened["date"] and place == opened.end():
        return None
    words = _words(text, place, _comma(text, place, far))
    if not words or words[0].endswith("ing"):
        return None
    if not (_subject_then_verb(words) or _APPOSED.match(text, place, end)):
        return None
    comma = text.find(", ", place, far)
    while comma >= 0:
        begin = comma + 2
        if _is_clause_start(text, _past_date(text, begin, dates), end) and not any(
            date.start < begin < date.end for date in dates
        ):
            word = opened["word"].lower()
            opening = "when" if word == "by the time" else word if word in SUBORDINATE else "although"
            return Clause(opened.end(), comma, opening), begin
        comma = text.find(", ", begin, far)
    return None


def _words(text: str, start: int, end: int) -> list[str]:
    """The first words of a part of a sentence."""
    return [found[0].rstrip(".") for found in islice(_WORD.finditer(text, start, end), 14)]


def _past_date(text: str, start: int, dates: Iterable[Span]) -> int:
    """Where a clause goes on behind a date with which it begins."""
    for date in dates:
        if date.start == start:
            start = date.end
            while start < len(text) and text[start] in " ,":
                start += 1
    return start


def _is_clause_start(text: str, start: int, end: int) -> bool:
    """Whether a clause with a subject of its own begins at `start`."""
    words = _words(text, start, _comma(text, start, min(end, start + 160)))
    if not words or words[0].lower() in RELATIVES | SUBORDINATE | {"and", "or", "but", "nor"}:
        return False
    if not VERB.fullmatch(words[0]) and not words[0].endswith("ing") and _subject_then_verb(words):
        return True
    return _APPOSED.match(text, start, end) is not None


def _tells_by_itself(text: str, start: int, left: int, right: int, dates: Iterable[Span]) -> bool:
    """Whether a clause with "that" has a date, and of what it tells stands just before it, behind a verb."""
    if not any(date.start >= right for date in dates) or " that " in text[start:left]:
        return False
    return _OBJECT.search(text, max(start, left - 90), left) is not None


def _goes_on(text: str, start: int, left: int, end: int) -> bool:
    """Whether an "and" at `left` goes on with what is put in ("X, who ruled and died, left")."""
    who = _WHO.search(text, start, left)
    if who is None or _has_verb(text, start, who.start()):
        return False
    return _RESUMED.search(text, left, min(end, left + 200)) is not None


def _is_passive_pair(text: str, left: int, right: int) -> bool:
    """Whether two participles share one auxiliary: "was shot and captured"."""
    second = _WORD.match(text, right)
    if second is None or second[0] in AUXILIARIES or not VERB.fullmatch(second[0]):
        return False
    return _PASSIVE.search(text, max(0, left - 60), left) is not None


def _boundaries(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Where a clause may end and another begin, and the word or mark between them."""
    for found in _BOUNDARY.finditer(text, start, end):
        if found["mark"]:
            yield found.start(), found.end(), ";"
        else:
            yield found.start(), found.end(), found["join"] or found["under"] or found["rel"] or found["so"]


def _begins(text: str, start: int, end: int, word: str, dates: Iterable[Span]) -> bool | None:
    """Whether a clause begins at `start`: None if it does not, True if it shares the subject before it."""
    for date in dates:
        if start <= date.start <= start + 12 and not text[start : date.start].strip(" ,"):
            is_bare = text[date.start : date.end].isdigit()
            start = date.end
            while start < end and text[start] in " ,":
                start += 1
            if is_bare and VERB.match(text, start):
                return False  # "exports grew: 1952 saw the opening"
            break
    if word in _JOINS and (led := _LED_IN.match(text, start, end)) and _is_lead(led[0]):
        start = led.end()
    words = _words(text, start, _comma(text, start, min(end, start + 160)))
    place = 0
    while place < len(words) - 1 and _ADVERB.fullmatch(words[place]):
        if words[place] == "there" and words[place + 1] in AUXILIARIES:
            break
        place += 1
    if place >= len(words):
        return None
    first = words[place]
    if first in SUBORDINATE | RELATIVES | _JOINS:
        return None
    if word in RELATIVES:
        return True if VERB.fullmatch(first) else None
    if VERB.fullmatch(first) and not _is_adjective(words[place:]):
        if word == ";":
            return True
        return True if word in ("and", "but", "or", "yet") else None
    if first.endswith("ing") and word in ("and", "or") and first[0].islower():
        return None
    if _subject_then_verb(words[place:]):
        return False
    return False if _APPOSED.match(text, start, end) and first.lower() not in PREPOSITIONS else None


def _is_lead(words: str) -> bool:
    """Whether the words up to a comma only lead a clause in: "by the end of the war"."""
    return words.split(None, 1)[0].lower() in PREPOSITIONS and VERB.search(words) is None


def _is_adjective(words: Sequence[str]) -> bool:
    """Whether what looks like a verb belongs to the subject of another: "protracted negotiations began"."""
    if len(words) < 3 or not words[0].endswith("ed"):
        return False
    follows = words[1]
    if follows.lower() in DETERMINERS | PREPOSITIONS | AUXILIARIES | {
        "to",
        "him",
        "them",
        "himself",
        "themselves",
    }:
        return False
    if not follows[0].islower() or _ADVERB.fullmatch(follows) or VERB.fullmatch(follows):
        return False
    verb = next((place for place, word in enumerate(words[1:8], 1) if VERB.fullmatch(word)), 0)
    between = words[1:verb]
    return bool(between) and not any(
        word in RELATIVES | SUBORDINATE | PREPOSITIONS | {"to", "and"} for word in between
    )


def _shares_verb(text: str, start: int, left: int, right: int, dates: Iterable[Span]) -> bool:
    """Whether "and" joins two things with a date each to one verb: "built a house in 1901 and a mill in"."""
    told = [date for date in dates if start <= date.start]
    verb = VERB.search(text, start, left)
    if verb is None or "," in text[verb.end() : left] or not any(date.end == left for date in told):
        return False
    if not SUBORDINATE.isdisjoint(text[start:left].lower().split()):
        return False
    following = next((date for date in told if date.start > right), None)
    if following is None or following.start - right > _LONGEST_THING:
        return False
    thing = text[right : following.start].split()
    if not thing or not (thing[0].lower() in DETERMINERS or thing[0][0].isupper() or thing[0] in _NUMBERS):
        return False
    if any(word in SUBORDINATE or word.endswith((",", "ing")) for word in thing):
        return False
    return not _has_verb(text, right, following.start)


def _leaves_out(text: str, start: int, end: int) -> bool:
    """Whether subject and verb are left out of what begins at `start`: "; and with China in 1978"."""
    found = _GAP.match(text, start, end)
    if not found or found[1] not in PREPOSITIONS:
        return False
    stop = text.find(";", start, end)
    return not _has_verb(text, start, _comma(text, start, stop if stop >= 0 else end))


def _comma(text: str, start: int, end: int) -> int:
    """Where the first part of a clause ends that a comma parts from the rest."""
    place = text.find(", ", start, end)
    return place if place >= 0 else end


def _subject_then_verb(words: Sequence[str]) -> bool:
    """Whether the words begin with a subject and a finite verb after it."""
    if len(words) > 2 and words[0].lower() in _ABOUT and _COUNTED.match(words[1]):
        words = words[1:]  # "about one-third of the land was"
    if words[0].lower() in PREPOSITIONS and words[0].lower() != "as":
        return False
    if _SUBJECT_PRONOUN.match(words[0]):
        own = list(takewhile(lambda word: word not in RELATIVES, words[1:5]))
        return any(VERB.fullmatch(word) for word in own)
    for place, word in enumerate(words[1:9], 1):
        if word in RELATIVES and word != "that":
            return False
        if VERB.fullmatch(word) and words[place - 1].lower() not in DETERMINERS | PREPOSITIONS:
            following = words[place + 1].lower() if place + 1 < len(words) else ""
            return word in AUXILIARIES or not word.endswith("ed") or following != "by"
    return False


def _has_verb(text: str, start: int, end: int) -> bool:
    """Whether there is a finite verb; behind "of" a participle is none ("a sense of shared duty")."""
    for verb in VERB.finditer(text, start, end):
        before = _LAST.search(text, max(start, verb.start() - 16), verb.start())
        small = before[0].strip().lower() if before else ""
        if verb[0] in AUXILIARIES or small not in PREPOSITIONS | DETERMINERS:
            return True
    return False
