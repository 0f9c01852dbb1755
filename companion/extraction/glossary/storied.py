"""Storied: what little a story says of what its names and words mean, where it stops telling for a moment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.extraction.grammar import AUXILIARIES, VERB
from companion.extraction.people.roles import person_words

if TYPE_CHECKING:
    from companion.core.document import Span

_BESIDE_NAME = re.compile(
    r"[’”\"]?(?:, (?=(?:an?|the) [a-z])([^,;:.!?()—“”\"]{8,90})[,;.]|"
    r" \((?=(?:an?|the) [a-z])([^()!?—“”\"]{8,120})\))"
)
_IN_GENERAL = re.compile(
    r"(?:\A|[\s“])An? (?P<word>[a-z][\w -]{1,40}) (?:is|means) (?P<words>an? [^,;:!?()—“”\"]{10,120})[.;,]"
)
_PART = re.compile(
    r"(?:, (?:and |or )?|\b(?:and|or|both|between|of|from|than) )(?:(?:an?|the|his|her|its|their) )?\Z"
)
_NEXT_ITEM = re.compile(r" (?:and|or|then|but|while|as|an?|the)\b")
_TELLING = re.compile(
    r"\b(?:I|me|my|mine|you|your|he|him|his|she|her|they|them|their|it|its|we|us|our|less|more|most|same|only|"
    r"first|last|next|other|former|latter|little|deal|bit|later|week|month|moment|minute|hour|day|night|morning|evening|year|time|while|till|"
    rf"until|then|now|this|that|{'|'.join(sorted(AUXILIARIES - {'be', 'been', 'being'}))})\b"
)
_HEAD = re.compile(
    r"(?:an?|the) (?:[\w’-]+ ){0,4}?([\w’-]+)(?= (?:of|in|at|with|to|for|from|on|near|by|who|where)\b|\Z)"
)
_UNENDED = re.compile(r"\b(?:which|who|whom|whose|where|when|that|of|in|on|at|by|with|from|to)\Z")
_FOR_HEAD, _LEAST_BLANKS = 60, 2

_PLACE_WORDS = (
    "borough city colony country county district estate fortress hamlet island islands isle kingdom "
    "manor monastery parish peninsula port province region republic river settlement station suburb "
    "territory town township valley village"
)
_THING_WORDS = (
    "abbey alley bay bridge brig brook canal cape castle cathedral chapel church club coast college "
    "continent creek ferry forest fort frigate garden gulf hall harbour highway hill hills hotel house "
    "inn journal lake lane lodge mansion marsh moor mountain mountains newspaper ocean order palace "
    "park pass peak plain plantation prison quarter railway ranch redoubt regiment resort restaurant "
    "review ridge road schooner sea ship sloop square steamer strait street tavern theatre tower tribe "
    "vessel wood woods yacht"
)
KINDS_OF_PLACE = frozenset(_PLACE_WORDS.split())
"""What places are: "village", "province"."""

_PLACE = "(?:" + "|".join(_PLACE_WORDS.split()) + ")"
_THING = "(?:" + "|".join(f"{_PLACE_WORDS} {_THING_WORDS}".split()) + ")"
_KIND_BEFORE = re.compile(
    r"\b(?P<words>(?:the|an?|his|her|their|our|my) (?:[a-z][\w’-]+ ){0,2}?"
    rf"(?:{_PLACE},? of|{_THING}(?:,? (?:called|named))?) )[“‘\"]?\Z"
)
_KIND_BEHIND = re.compile(
    r"(?:,| (?:is|was)) (?P<words>(?:an?|the|one of the) "
    r"(?:(?!(?:of|to|in|at|for|and|or|an?|the)\b)[a-z][\w’-]+ ){0,4}?"
    rf"{_THING}\b(?: (?!and )[^,;:.!?()—“”\"]{{3,90}})?)[,.;!]"
)
_FOR_KIND = 70


def definition_in_story(text: str, sentence: Span, start: int, end: int) -> str:
    """What `sentence` of a story says the term at ``[start, end)`` is; empty when it does not plainly say so.

    Beside a name it is a phrase without a verb, closed by marks, that names no person; of another word only
    what is said of it in general counts: "A postern is a small hidden gate."
    """
    form = text[start:end]
    if form == form.lower():
        general = _IN_GENERAL.search(text, max(sentence.start, start - 4), sentence.end)
        return general["words"] if general and general["word"] == form else ""
    beside = _BESIDE_NAME.match(text, end, sentence.end)
    if not beside or _PART.search(text, max(sentence.start, start - 30), start):
        return ""
    words = " ".join((beside[1] or beside[2]).split())
    goes_on = _NEXT_ITEM.match(text, beside.end()) or _UNENDED.search(words)
    return "" if goes_on or _TELLING.search(words) or not _is_thing(words) else words


def kind_in_story(text: str, sentence: Span, start: int, end: int) -> str:
    """What kind of place or thing the name at ``[start, end)`` is: "the village of Tarutino"; or empty."""
    before = _KIND_BEFORE.search(text, max(sentence.start, start - _FOR_KIND), start)
    if before:
        return " ".join(text[before.start("words") : end].split())
    behind = _KIND_BEHIND.match(text, end, sentence.end)
    if behind is None or _PART.search(text, max(sentence.start, start - 30), start):
        return ""
    words = " ".join(behind["words"].split())
    goes_on = _NEXT_ITEM.match(text, behind.end()) or _UNENDED.search(words)
    return "" if goes_on or _TELLING.search(words) or VERB.search(words) else words


def _is_thing(words: str) -> bool:
    """Whether a phrase names a thing, and not a person or what somebody does."""
    if words.count(" ") < _LEAST_BLANKS:
        return False
    head = _HEAD.match(words[:_FOR_HEAD])
    if head is None or VERB.search(words, 0, head.end()):
        return False
    return not any(word in person_words() for word in head[0].lower().split())
