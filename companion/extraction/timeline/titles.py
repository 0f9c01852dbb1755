"""Titles: a clause is made short enough for a line by leaving out what a reader can do without."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.extraction.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    VERB,
    VERB_WORD,
    either,
    words_of,
)
from companion.extraction.timeline.clauses import RELATIVES
from companion.extraction.timeline.undating import GLUED
from companion.extraction.timeline.wellformed import is_well_formed

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 72
"""Characters of a title."""

_CONNECTIVE = re.compile(
    rf"[\s,;:–—-]*(?:(?:{either(words_of('connectives'))})\s*"
    r"(?:,\s*|(?<=\b(?:and|but|yet))\s+|(?<=\bso)\s+)|[,;:–—-]\s*)+",
    re.IGNORECASE,
)
_LEADING_WORD = re.compile(
    r"(?:and|but|so|yet|then|thus|meanwhile|also|later|however|finally|eventually|soon)\s+(?!that\b)",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"the\s+(?:very\s+|same\s+)?(?:eve|day|morning|evening|night|anniversary|year)\b[^,;]{0,80},\s+|"
    r"(?:(?:even|just|only|shortly|soon|long|immediately|right|not|most|more|very|quite)\s+)?(?:(?:"
    + either(PREPOSITIONS - {"like"})
    + r"|when|while|although|though|because|once|whereas|if|having|unable|"
    r"[A-Za-z]+(?:ing|ly))\b)[^,;]{0,160},\s+(?!(?:and|or|which|who|where)\b)",
    re.IGNORECASE,
)
"""A phrase before the subject, with the comma after it."""

_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{0,200}[)\]]")
_NOTE_MARK = re.compile(r"\[\d+\]|[*†‡]")
_TAIL = re.compile(rf",?\s(?:{either(words_of('tails'))})\b|\s*[;:](?=\s|$)|\s[–—-](?=\s)|—|\s?--")
_THAT = re.compile(r"^that\s(?=(?:he|she|it|they|we|I|the|an?|his|her|their|its|[A-Z]\w*)\b)")
_BEFORE_PRONOUN = re.compile(
    r"^(?:(?!\b(?:" + either(AUXILIARIES) + r")\b)[^,;]){1,120},\s+(?=(?:he|she|it|they|we|I)\s)"
)
_ADVERBS = frozenset(
    {"still", "even", "already", "now", "then", "also", "once", "only", "unlike", "together"}
)
_FAR_VERB = 48
"""Characters of a subject that leave too little room for what it did."""
_MODIFYING = re.compile(r"(?<=\w)\s(?:by|from|with|in|for|at|on|near|under|between|against|among|to)\s")
_HEADED = re.compile(r"(?:The|the|An?|an?|Some|Many|Several|Two|Three|His|Her|Their|Its|his|her|their|its)\s")
"""How a subject begins of which the head is told apart from what is added to it."""
_MODIFYING_OF = re.compile(r"(?<=\w)\sof\s")
_WHEN = re.compile(
    r"\b(?:days?|mornings?|evenings?|nights?|weeks?|months?|years?|times?|later|ago|hours?|moments?)$"
)
_SECOND = re.compile(r",|\b(?:that|which|who|whom|whose|nothing|he|she|it|they|we|I)\b")
"""Signs of another subject behind the head of the first."""
_VERB_AGAIN = re.compile(r", (?=(?:[a-z]+ly )?" + VERB_WORD + ")")
_YEAR_REST = re.compile(r"^\d{1,2}\s+(?=(?:an?|the)\s)")
"""What is left of a range of years whose first was taken away: "1809 - 10 an old man"."""
_HEADLESS = re.compile(r"[^;]{1,120};\s+")
_PARTICIPLE = re.compile(
    r"^(?:(?:[a-z]+ly|still|already|once)\s+)?(?:" + VERB_WORD + r")[^,;]{0,120},\s+", re.IGNORECASE
)
_LOOSE_END = re.compile(r"(?:[\s,–—-]+(?:and|but|or|again|in|on|by|at|of|to|the|from|until|a))+$")
_NAMED = re.compile(r"[^,]{3,30}, (?:[A-Z][\w’'.-]*\s?){1,4}(?=,)")
_ADJECTIVE = re.compile(r"\b(?:the|an?|his|her|its|their)\s[a-z-]+$")
_ANOTHER = re.compile(
    rf"(?:, (?!{VERB_WORD}|(?:{either(words_of('participles'))})\b)[a-z-]+,? "
    rf"(?!(?:{either(DETERMINERS | PREPOSITIONS)})\b)[a-z]|"
    r"\s[a-z]{2,}ing\b)"
)
_HALF_LED = re.compile(
    rf"\b(?:{either(PREPOSITIONS)})\s(?:[a-z]+(?<!s)|[A-Z]\w*(?:ian|ese|ish|ern|tral)|German|French|Dutch|Greek)$"
)
"""An adjective behind a preposition, before another one: "into German" and Italian zones."""
_STOP = re.compile(r",\s|\s(?=(?:[a-z]{2,}ing|to|and|but|or|of|" + either(PREPOSITIONS) + r")\s)")
_DANGLING = (
    DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | AUXILIARIES
    | {"to", "not", "very", "also", "said", "announced", "stated"}
) - {"all", "both", "more", "most", "others", "off", "up", "down", "out", "over", "in", "his", "her", "their"}
_LEADING_ON = (
    CONJUNCTIONS
    | AUXILIARIES
    | {
        "a",
        "an",
        "the",
        "that",
        "their",
        "its",
        "of",
        "to",
        "with",
        "by",
        "from",
        "into",
        "for",
        "at",
        "also",
    }
) - {"before", "do", "did", "does"}
"""Words with which no title ends, unlike "broke out" and "fired on"."""
_WORDS = re.compile(r"\S+")
_ENDING_ADVERB = re.compile(r"\s(?:[a-z]{2,}ly|then|also|later|soon|again|once|never|had|first|all|both)$")
_EDGE = " \t\n,;:–—-.…'\"“”‘’«»!*_"


def title_of(words: str) -> str:
    """A title made of a clause's `words`, from which the date was taken: LONGEST characters at most.

    Empty where nothing is left that could stand as one.
    """
    lead, glued, rest = words.rpartition(GLUED)
    if glued and (VERB.search(lead) or lead.split(None, 1)[0].lower() not in PREPOSITIONS):
        return ""
    words = _without_lead(_plain(rest))
    for whole in dict.fromkeys((words, _bared(words))):
        for title in _candidates(whole):
            if is_well_formed(title):
                return title
    return ""


def title_of_thing(words: str) -> str:
    """A title made of `words` that name a thing or stand in a table, with a verb or without one."""
    words = _LOOSE_END.sub("", _without_tail(_without_lead(_plain(words))))
    return _capital(_ended(_balanced(_shortened(words).strip(_EDGE))))


def _candidates(words: str) -> Iterator[str]:
    """Titles that `words` may give, the fullest first."""
    short = _LOOSE_END.sub("", _without_tail(words))
    if len(short) > LONGEST:
        short = _bared(short)
    if len(short) > LONGEST:
        short = _with_short_subject(short)
    verb = VERB.search(short)
    ends = [found.start() for found in _STOP.finditer(short, verb.end() if verb else 0, LONGEST + 2)]
    if len(short) <= LONGEST:
        ends.append(len(short))
    for end in reversed(ends):
        if end <= LONGEST and (end == len(short) or (_may_end(short, end) and not _in_list(short, end))):
            yield _capital(_ended(_balanced(short[:end].strip(_EDGE))))


def _in_list(words: str, end: int) -> bool:
    """Whether a cut at `end` leaves a list without its last part: "residential, commercial"."""
    if _ADJECTIVE.search(words, max(0, end - 30), end) and _ANOTHER.match(words, end):
        return True
    if words.startswith((" and ", " or "), end) and _HALF_LED.search(words, max(0, end - 40), end):
        return True
    comma = words.rfind(", ", max(0, end - 28), end)
    return comma >= 0 and words[end : end + 5].startswith((" and ", " or ", ", "))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def title_of_sentence(words: str) -> str:
    """A title made of a sentence in any language: its first words, up to a comma where there is one."""
    words = _plain(words)
    if len(words) > LONGEST:
        cut = max(words.rfind(mark, 30, LONGEST) for mark in ",;:–—")
        words = words[: cut if cut > 0 else words.rfind(" ", 0, LONGEST)]
        while " " in words and len(words.rsplit(None, 1)[-1]) < 4:
            words = words.rsplit(None, 1)[0]
    words = _balanced(words.strip(_EDGE))
    return words[:1].upper() + words[1:]


def subject_of(words: str) -> str:
    """The subject of a clause: the words before its first verb, without what stands round it."""
    words = _without_lead(_plain(words))
    verb = VERB.search(words)
    subject = words[: verb.start()] if verb else ""
    if named := _NAMED.match(subject):
        return f"{named[0]},"
    subject = re.split(r",\s|\s(?:who|which|that|led|under)\s", subject, maxsplit=1)[0].strip(_EDGE)
    subject = _ENDING_ADVERB.sub("", subject)
    return subject if len(subject) <= 45 else ""


def _plain(words: str) -> str:
    words = _NOTE_MARK.sub("", _ASIDE.sub("", words.replace(GLUED, "")))
    return " ".join(words.split()).strip(" ,;")


def _without_lead(words: str) -> str:
    """Without connecting words and phrases before the subject, as long as a verb is left."""
    headless = _HEADLESS.match(words)
    if headless and not VERB.search(headless[0]):
        words = words[headless.end() :]
    words = _BEFORE_PRONOUN.sub("", _THAT.sub("", words))
    for _ in range(4):
        found = (
            _CONNECTIVE.match(words)
            or _LEADING_WORD.match(words)
            or _LEAD_IN.match(words)
            or _PARTICIPLE.match(words)
        )
        if not found or not found.end():
            break
        rest = words[found.end() :]
        if not VERB.search(rest) or len(rest.split(None, 2)) < 2:
            break
        words = rest
    return _YEAR_REST.sub("", words)


def _bared(words: str) -> str:
    """Without what stands between commas before the verb, or before the subject."""
    verb = VERB.search(words)
    comma = words.find(", ", 3)
    if verb is None or not 0 < comma < verb.start():
        return words
    first = words[:comma]
    if first.split(None, 1)[0].lower() in PREPOSITIONS | _ADVERBS or _WHEN.search(first):
        return words[words.rfind(", ", 0, verb.start()) + 2 :]
    participle = verb.start() == comma + 2
    again = _VERB_AGAIN.search(words, verb.end() if participle else comma)
    return f"{first} {words[again.end() :]}" if again else words


def _with_short_subject(words: str) -> str:
    """With nothing of a long subject but its head: "A raid by soldiers of two divisions" killed him."""
    verb = VERB.search(words)
    if verb is None or verb.start() < _FAR_VERB or not _HEADED.match(words):
        return words
    cut = _MODIFYING.search(words, 0, verb.start()) or _MODIFYING_OF.search(words, 0, verb.start())
    if not cut or _SECOND.search(words, cut.end(), verb.start()):
        return words
    return f"{words[: cut.start()]} {words[verb.start() :]}"


def _without_tail(words: str) -> str:
    """Without what a subordinate clause adds behind the verb."""
    verb = VERB.search(words)
    if not verb:
        return words
    for found in _TAIL.finditer(words, verb.end()):
        left = words[: found.start()].rstrip(" ,")
        if found[0].strip() in RELATIVES and left.rsplit(None, 1)[-1] in PREPOSITIONS:
            left = left[: max(left.rfind(","), 0)]  # "the feature of which": it hangs on what follows
        left = _LOOSE_END.sub("", left)
        if len(left.split()) >= 3 and _may_end(left, len(left)):
            return left
    return words


def _shortened(words: str) -> str:
    """The words up to the last place before LONGEST characters at which a phrase ends."""
    if len(words) <= LONGEST:
        return words
    least, best = 18, 0
    for found in _STOP.finditer(words, least, LONGEST + 2):
        if found.start() <= LONGEST and _may_end(words, found.start()):
            best = found.start()
    if not best:
        ends = [found.end() for found in _WORDS.finditer(words, 0, LONGEST + 1) if found.end() <= LONGEST]
        fitting = [end for end in ends if end >= least - 3 and _may_end(words, end)]
        best = max(fitting or ends, default=LONGEST)
    return words[:best]


def _ended(words: str) -> str:
    """Without small words at the end that lead on to what was left out."""
    while " " in words and words.rsplit(None, 1)[-1].lower() in _LEADING_ON:
        words = words.rsplit(None, 1)[0].rstrip(" ,")
    return words


def _may_end(words: str, place: int) -> bool:
    """Whether a title may end at `place`: not behind a small word, nor within "led by" or "head of"."""
    *_, before, last = ["", *words[:place].rstrip(" ,").lower().rsplit(None, 2)]
    if last in _DANGLING or (last.endswith("ing") and len(last) > 5) or words.startswith(" of ", place):
        return False
    if not VERB.fullmatch(last):
        return True
    return before in AUXILIARIES and not words.startswith(" by ", place)


def _balanced(words: str) -> str:
    """Without quotation marks and brackets that have lost their partner."""
    for opening, closing in ("“”", "()", "[]", "«»"):
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    if words.count('"') % 2:
        words = words.replace('"', "")
    return " ".join(words.split()).rstrip(" ,;:")
