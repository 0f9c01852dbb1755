"""Quoting: a title made of a sentence's own words as they stand, with dots where they are cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.extraction.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    UNDERLINE,
    VERB,
    VERB_WORD,
    either,
)
from companion.extraction.timeline.clauses import RELATIVES, SUBORDINATE
from companion.extraction.timeline.cutting import ended, ends_of
from companion.extraction.timeline.wellformed import is_well_formed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.core.document import Span
    from companion.extraction.timeline.clauses import Clause

LONGEST = 120
"""Characters of a quotation, with its dots."""
_BEFORE_DATE = 60
"""Characters of it that may stand before the date."""
_LEAST, _TELLING = 36, 52
"""Characters of it that are more than a stump, and that may tell something when it begins anywhere."""

_HEAD = re.compile(
    r"(?:(?:and|but|or|nor|so|yet|for (?:example|instance)|that(?=\s(?:he|she|it|they|we|I|the)\b)"
    r"|then|thus|moreover|however|therefore)\b|[\s,;:.—–*“”\"‘’()\[\]-])+\s*",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[,;:]\s+|\s?—\s?|\s[–-]\s|\s?--\s?|[(]")
_RELATIVE = re.compile(r"(?:who|whom|whose|which|that)\b")
_GOVERNED = re.compile(
    rf"\s(?:(?:however|then|also|thus|\w+ly),?\s)?(?:{VERB_WORD}|(?:{either(PREPOSITIONS)})\b)"
)
"""What follows a date that is the subject of its clause."""
_DET = "(?:the|an?|his|her|their|its|this|these|those|some|many|several|two|three)"
_BESIDE = frozenset({"", "and", "but", "yet", "or", "so", ";"})
"""What opens a clause that hangs on no other."""
_NOUN_START = re.compile(rf"(?<!\b(?:in|on|at|of|to|by)) (?={_DET}\b)")
_PHRASE_START = re.compile(rf" (?=(?:{either(PREPOSITIONS - {'of'})})\b)")
"""Where a noun with all before it, and where a phrase begins."""
_BLANK = re.compile(" ")
_STOP = re.compile(r"\s?—|\s?--|[,;:.]?\s")
_NEXT_PHRASE = re.compile(
    rf"(?:{either((PREPOSITIONS | CONJUNCTIONS | RELATIVES | {'to'}) - {'of', 'and'})})\b"
)
"""How the words go on where one phrase is over."""
_NO_END = (
    DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | AUXILIARIES
    | {"to", "not", "very", "he", "she", "it", "they", "i", "we"}
) - {
    "him",
    "her",
    "more",
    "most",
    "others",
}
_TURN = re.compile(
    r"(?:,? (?=(?:which|who|whom|whose|where|when|while|whereas|although|though|because)\b)"
    r"|, (?=(?:but|so|since|as|with|making|[a-z]{3,}ing)\b)|; |\s?—\s?|\s?--\s?| – )"
)
"""Where a sentence turns from what it says first to something else."""
_SAID = re.compile(rf"(?<!, )\b{VERB_WORD}")
"""The verb of a sentence, and not a participle between commas."""
_HANGING = re.compile(
    rf"(?:{either(SUBORDINATE | {'if', 'unless', 'whether', 'following', 'despite', 'during'})}"
    r"|[A-Z][a-z]+(?:ing|ed))\b",
    re.IGNORECASE,
)
"""How words begin that hang on what follows."""
_DOTS = "…"
_NOTES = re.compile(rf"\[\d{{1,3}}\]|[*†‡]|\s?\(\s*\)|{UNDERLINE}")


def quoted(text: str, sentence: Span, clauses: Sequence[Clause], number: int, phrase: Span) -> str:
    """What stands round `phrase`, the date, in the clause of that `number`; empty where that is too little.

    The words stand in the sentence just so, but for a date at their very beginning, which is left out.
    """
    start = _start(text, sentence, clauses[number], phrase)
    head = _HEAD.match(text, start, sentence.end)
    words = text[head.end() if head else start : min(sentence.end, start + 4 * LONGEST)]
    words = " ".join(_NOTES.sub("", words).split())
    # A small word that leads on may be left out at a sentence's beginning without being told.
    begins = not text[sentence.start : start].strip(" \n“\"‘'(*—") or _is_led_in(
        text, sentence, start, phrase
    )
    begins = begins or _is_own(clauses[number], start)
    words = _cut(_balanced(words), LONGEST - (0 if begins else 1))
    words = _balanced(words)
    if begins:
        return words[:1].upper() + words[1:]
    return _DOTS + words if words else ""


def _start(text: str, sentence: Span, clause: Clause, phrase: Span) -> int:
    """Where the quotation begins: with the sentence, its clause, or a part of it not far before the date."""
    head = _HEAD.match(text, sentence.start)
    first = head.end() if head else sentence.start
    if phrase.start <= first:
        return _past(text, phrase, sentence)
    if phrase.start - sentence.start <= _BEFORE_DATE or (
        clause.start == sentence.start and phrase.start - first <= LONGEST
    ):
        return sentence.start
    if (
        clause.opening not in RELATIVES
        and phrase.start - clause.start <= LONGEST
        and (sentence.end - clause.start >= _LEAST)
    ):
        return _past(text, phrase, sentence) if phrase.start <= clause.start + 1 else clause.start
    nearest = max(sentence.start, phrase.start - _BEFORE_DATE)
    for found in _BREAK.finditer(text, nearest, phrase.start):
        if sentence.end - found.end() >= _LEAST and not _RELATIVE.match(text, found.end()):
            return found.end()
    farthest = max(sentence.start, phrase.start - LONGEST + 12)
    for begin in (_NOUN_START, _PHRASE_START, _BLANK):
        begun = begin.search(text, farthest, max(farthest, min(phrase.start, sentence.end - _TELLING)))
        if begun:
            return begun.end()
    return nearest


def _past(text: str, phrase: Span, sentence: Span) -> int:
    """Behind a date that leads in, where enough is left and the date is not itself the subject."""
    led_in = text[phrase.start : phrase.end].split(None, 1)[0].lower() in PREPOSITIONS
    if not led_in and _GOVERNED.match(text, phrase.end):
        return sentence.start if phrase.start - sentence.start < _BEFORE_DATE else phrase.start
    if text.startswith(("’s", "'s"), phrase.end) or _RELATIVE.match(text, phrase.end + 2):
        return phrase.start
    place = phrase.end
    while place < sentence.end and text[place] in " ,\n":
        place += 1
    if sentence.end - place >= _LEAST:
        return place
    if phrase.start - sentence.start <= _BEFORE_DATE:
        return sentence.start
    return text.find(" ", phrase.start - _BEFORE_DATE, phrase.start) + 1 or phrase.start


def _is_led_in(text: str, sentence: Span, start: int, phrase: Span) -> bool:
    """Whether the quotation begins behind a date with which the sentence begins."""
    head = _HEAD.match(text, sentence.start)
    first = head.end() if head else sentence.start
    return phrase.start <= first and not text[phrase.end : start].strip(" ,\n")


def _is_own(clause: Clause, start: int) -> bool:
    """Whether `start` begins a clause that has a subject of its own and hangs on no other."""
    return start == clause.start and not clause.shared and clause.opening in _BESIDE


def _turned(words: str, longest: int) -> str:
    """The words up to the last turn of the sentence, behind which it says something new, if it has one."""
    if _HANGING.match(words):
        return ""
    lead = words.find(", ") + 2 if words.split(None, 1)[0].lower() in PREPOSITIONS else 0
    verb = _SAID.search(words, lead)
    turns = (
        [found.start() for found in _TURN.finditer(words, max(verb.end(), _LEAST), longest)] if verb else []
    )
    whole = [turn for turn in turns if not _leads_on(words[:turn])]
    return words[: whole[-1]].rstrip(" ,;:—–-") if whole else ""


def _leads_on(words: str) -> bool:
    """Whether what follows belongs to the words: to a small one or a verb at their end, or to a "that"."""
    last = words.rsplit(None, 1)[-1].strip("“\"‘'(")
    if last.lower() in _NO_END or VERB.fullmatch(last):
        return True
    that = words.rfind(" that ")
    return that >= 0 and VERB.search(words, that + 6) is None


def _cut(words: str, longest: int) -> str:
    """The words up to a turn or, with dots, to the last place where no small word leads on."""
    if len(words) <= longest:
        return words.rstrip(" .,;:—–-")
    if turned := _turned(words, longest):
        return turned
    for end in ends_of(words, longest):
        whole = ended(words[:end].strip(" ,;:—–-"))
        if len(whole) >= _LEAST and is_well_formed(whole):
            return whole
    best = between = 0
    for found in _STOP.finditer(words, 0, longest):
        end = found.start()
        if end >= longest:
            break
        last = words[:end].rsplit(None, 1)[-1:] or [""]
        is_mark = found[0].strip() != ""
        if last[0].lower().strip("“\"‘'(") in _NO_END and not is_mark:
            continue
        best = end
        if is_mark or _NEXT_PHRASE.match(words, found.end()):
            between = end
    if between >= longest // 2:
        best = between
    return words[: best or longest - 1].rstrip(" .,;:—–-") + _DOTS


def _balanced(words: str) -> str:
    """Without quotation marks and brackets that have lost their partner."""
    for opening, closing in ("“”", "()", "[]", "«»"):
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    if words.count('"') % 2:
        words = words.replace('"', "")
    return " ".join(words.split())
