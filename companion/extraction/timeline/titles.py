"""Titles: a clause is made short enough for a line by leaving out what a reader can do without."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.extraction.grammar import (
    AUXILIARIES,
    PREPOSITIONS,
    UNDERLINE,
    VERB,
    VERB_WORD,
    either,
    words_of,
)
from companion.extraction.timeline.cutting import LONGEST, ROOMY, ended, ends_of, shortened, without_tail
from companion.extraction.timeline.undating import GLUED
from companion.extraction.timeline.wellformed import is_well_formed

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["subject_of", "title_of", "title_of_sentence", "title_of_thing"]

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
    r"(?!(?:before|until|till)\s(?:\w+\s){0,3}\d{3,4}\b)(?:the\s+(?:very\s+|same\s+)?(?:eve|day|morning|evening|night|anniversary|year)\b[^,;]{0,80},\s+|"
    r"(?:(?:even|just|only|shortly|soon|long|immediately|right|not|most|more|very|quite)\s+)?(?:(?:"
    + either(PREPOSITIONS - {"like"})
    + r"|(?:\w+\s){0,3}(?:days?|weeks?|months?|years?|hours?|minutes?)\s(?:later|before|after|earlier|into)"
    r"|given|compared|when|while|although|though|because|once|whereas|if|having|unable|"
    rf"(?!(?:{either(words_of('no_leads'))})\b)[A-Za-z]+(?:ing|ly))\b)"
    r"[^,;]{0,160},\s+(?!(?:and|or|which|who|where)\b))",
    re.IGNORECASE,
)
"""A phrase before the subject, with the comma after it."""

_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{0,200}[)\]]")
_INTERPOSED = re.compile(
    r",\s(?:however|moreover|furthermore|therefore|nevertheless|nonetheless|for example|for instance"
    r"|of course|in turn|in fact|as a result|consequently)(?:,(?=\s" + VERB_WORD + ")|$)"
)
"""What stands between commas before a verb, or at the end, and only ties a sentence to the one before."""

_NOTE_MARK = re.compile(r"\[\d+\]|[*†‡]")
_THAT = re.compile(r"^that\s(?=(?:he|she|it|they|we|I|the|an?|his|her|their|its|[A-Z]\w*)\b)")
_BEFORE_PRONOUN = re.compile(
    r"^(?:(?!\b(?:" + either(AUXILIARIES) + r")\b)[^,;]){1,120},\s+(?=(?:he|she|it|they|we|I)\s)"
)
_ADVERBS = frozenset(
    {"still", "even", "already", "now", "then", "also", "once", "only", "unlike", "together"}
)
_FAR_VERB = 48
"""Characters of a subject that leave too little room for what it did."""
_MODIFYING = re.compile(r"(?<=\w)\s(?:by|from|with|in|for|at|on|near|under|between|against|among)\s")
_HEADED = re.compile(r"(?:The|the|An?|an?|Some|Many|Several|Two|Three|His|Her|Their|Its|his|her|their|its)\s")
"""How a subject begins of which the head is told apart from what is added to it."""
_WHEN = re.compile(
    r"\b(?:days?|mornings?|evenings?|nights?|weeks?|months?|years?|times?|later|ago|hours?|moments?)$"
)
_SECOND = re.compile(r",|\b(?:that|which|who|whom|whose|nothing|he|she|it|they|we|I)\b")
"""Signs of another subject behind the head of the first."""
_VERB_AGAIN = re.compile(r", (?=(?:[a-z]+ly )?" + VERB_WORD + ")")
_OPENED, _SHUT = re.compile(r"(?<!\w)['‘](?=\w)"), re.compile(r"(?<=\w)[.,!?]?['’](?!\w)")
_YEAR_REST = re.compile(r"^-?\d{1,2}(?:-\d{1,2})?\s+(?=(?:an?|the)\s)", re.IGNORECASE)
"""What is left of a range of years whose first was taken away: "1809 - 10 an old man"."""
_HEADLESS = re.compile(r"[^;]{1,120};\s+")
_PARTICIPLE = re.compile(
    r"^(?:(?:[a-z]+ly|still|already|once)\s+)?(?:" + VERB_WORD + r")[^,;]{0,120},\s+", re.IGNORECASE
)
_TWO = re.compile(
    r"([^,]{3,60}), (?:[a-z]|An?\s)[^,]{2,80}, and ([A-Z][^,]{2,50}?)(?:, (?:[a-z]|An?\s)[^,]{2,80},)?"
    rf"\s(?:both\s)?(?={VERB_WORD})"
)
"""Two people, what they are between commas: "Rabin, prime minister, and Arafat, chairman, signed"."""
_COMMA = re.compile(r", ")
_MOST_COMMAS = 5
_PARTICIPLES, _NO_LEADS = words_of("participles"), words_of("no_leads")
_LISTED = re.compile(r", (?:and|or) (?!(?:\w+ing|then|later|afterwards|formerly|once)\b)")
_CLEFT = re.compile(
    r"It was,? (?:(?:only|not until|in|during|on|at|about|under|by|after|near|towards?)\b[^;]{0,120}?,?\s?)?"
    r"that (?=(?:the|an?|[A-Z]|he|she|they|we|his|her|their|its|these|those|both|two)\b|[A-Z])"
)
"""What only sets a date off: "it was not until the 1290s, during the war, that"."""
_DASHED = re.compile(r"\s?(?:—|--)[^—;:]{2,160}?(?:—|--)\s?|\s[–-]\s[^–;:]{2,160}?\s[–-]\s")
"""What is put in between dashes."""
_CALLED = re.compile(r"\ban? (?:[\w-]+ ){1,3}(?:named|called|known|entitled)$")
"""A participle that is no verb of the clause: "a slave named Eli"."""
_LIST_BEGUN = re.compile(r"(?:the|The) [^,]*[A-Z][^,]* and ")
"""A subject of several: "the 7th Regiment and Charlie Company, 70th Battalion"."""
_NAMED = re.compile(r"[^,]{3,30}, (?:[A-Z][\w’'.-]*\s?){1,4}(?=,)")
_ENDING_ADVERB = re.compile(r"\s(?:[a-z]{2,}ly|then|also|later|soon|again|once|never|had|first|all|both)$")
_LED = tuple(f"{word} " for word in PREPOSITIONS)
_THE_LAST = re.compile(r", (?:the|this|that|these|his|her|their|its) [^,]*$")
"""The subject behind a phrase with a comma in it: "Located near Cusco, Peru, the city"."""
_IN_WHICH = re.compile(rf"\b(?:{either(PREPOSITIONS)}) (?:which|whom|whose)\b")
"""What leads on to the verb of a relative clause: "revelations of the massacre, in which a platoon went"."""
_UNDERLINE = re.compile(UNDERLINE)
_EDGE = " \t\n,;:–—-.…'\"“”‘’«»!*_"


def title_of(words: str) -> str:
    """A title made of a clause's `words`, from which the date was taken; it has ROOMY characters at most.

    Empty where nothing is left that could stand as one.
    """
    lead, glued, rest = words.rpartition(GLUED)
    if glued and (VERB.search(lead) or not lead.lower().startswith(_LED)):
        return ""
    plain = _plain(rest)
    words = _without_lead(plain)
    for wholes in ((words, _bared(words)), (*_behind_leads(plain, words),)):
        for longest in (LONGEST, ROOMY):
            for whole in dict.fromkeys(wholes):
                for title in _candidates(whole, longest):
                    if is_well_formed(title):
                        return title
    return ""


def _behind_leads(plain: str, words: str) -> Iterator[str]:
    """What follows the commas of a phrase before the subject that has several of them itself."""
    if not _is_led_in(plain):
        return
    begin = 0
    for number, comma in enumerate(_COMMA.finditer(words, 0, 3 * LONGEST)):
        if number >= _MOST_COMMAS or _LIST_BEGUN.match(words, begin, comma.start()):
            return
        begin = comma.end()
        yield words[begin:]


def _is_led_in(plain: str) -> bool:
    """Whether words begin with a phrase before the subject, by their first word."""
    first = plain.split(None, 1)[0].lower() if plain else ""
    if first in _NO_LEADS:
        return False
    return first in PREPOSITIONS | _PARTICIPLES | {"unlike"} or first.endswith(("ed", "ing", "ly"))


def title_of_thing(words: str) -> str:
    """A title made of `words` that name a thing or stand in a table, with a verb or without one."""
    words = without_tail(_without_lead(_plain(words)))
    return _capital(ended(_balanced(shortened(words).strip(_EDGE))))


def _candidates(words: str, longest: int) -> Iterator[str]:
    """Titles that `words` may give, the fullest first."""
    short = without_tail(words)
    if len(short) > longest:
        short = _bared(short)
    if len(short) > longest:
        short = _with_short_subject(short)
    for end in ends_of(short, longest):
        yield _capital(ended(_balanced(short[:end].strip(_EDGE))))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def title_of_sentence(words: str) -> str:
    """A title made of a sentence in any language: its first words, up to a comma where there is one."""
    words = _plain(words)
    cut = max(words.rfind(mark, 30, LONGEST) for mark in ",;:–—")
    if len(words) > ROOMY:
        words = words[: cut if cut > 0 else words.rfind(" ", 0, LONGEST)]
        while " " in words and len(words.rsplit(None, 1)[-1]) < 4:
            words = words.rsplit(None, 1)[0]
    words = _balanced(words.strip(_EDGE))
    return words[:1].upper() + words[1:]


def subject_of(words: str) -> str:
    """The subject of a clause: the words before its first verb, without what stands round it."""
    plain = _plain(words)
    words = _without_lead(plain)
    verb = VERB.search(words)
    subject = words[: verb.start()] if verb else ""
    if _IN_WHICH.search(subject) or subject.strip().lower() == "there":
        return ""
    if _is_led_in(plain) and (subject.count(", ") > 1 or _THE_LAST.search(subject)):
        subject = subject.rsplit(", ", 1)[1]
    if named := _NAMED.match(subject):
        return f"{named[0]},"
    subject = re.split(r",\s|\s(?:who|which|that|led|under)\s|\s?[—(]|\s?--|\s[–-]\s", subject, maxsplit=1)[
        0
    ].strip(_EDGE)
    subject = _ENDING_ADVERB.sub("", subject)
    return subject if len(subject) <= 45 else ""


def _plain(words: str) -> str:
    words = _UNDERLINE.sub("", _NOTE_MARK.sub("", _ASIDE.sub("", words.replace(GLUED, ""))))
    words = _CLEFT.sub("", _DASHED.sub(" ", words).lstrip(" ,"))
    return _INTERPOSED.sub("", " ".join(words.split()).strip(" ,;"))


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
    if verb and _CALLED.search(words, 0, verb.end()):
        verb = VERB.search(words, verb.end())
    comma = words.find(", ", 3)
    if verb is None or not 0 < comma < verb.start():
        return words
    first = words[:comma]
    if two := _TWO.match(words):
        return f"{two[1]} and {two[2]} {words[two.end() :]}"
    if _LISTED.search(words, comma, verb.start()):
        return words
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
    cut = _MODIFYING.search(words, 0, verb.start())
    if not cut or _SECOND.search(words, cut.end(), verb.start()):
        return words
    return f"{words[: cut.start()]} {words[verb.start() :]}"


def _balanced(words: str) -> str:
    """Without quotation marks and brackets that have lost their partner."""
    for opening, closing in ("“”", "()", "[]", "«»"):
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    if _OPENED.search(words) and not _SHUT.search(words):
        words = _OPENED.sub("", words)
    if words.count('"') % 2:
        words = words.replace('"', "")
    return " ".join(words.split()).rstrip(" ,;:")
