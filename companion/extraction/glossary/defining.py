"""Defining: the words with which a sentence says what a term is, cut out of it cleanly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.extraction.grammar import AUXILIARIES, PREPOSITIONS, VERB, VERB_WORD

if TYPE_CHECKING:
    from companion.core.document import Span

_ARTICLE = r"(?:an?|the|any|one|those|some|people|someone|anyone)"
_APPOSED = re.compile(rf",[’”\"]? (?:or )?(?={_ARTICLE} [\w“])")
_RENAMED = re.compile(
    r",[’”\"]? or (?=(?:an?|the) |[\w -]{4,50}[,.])|,[’”\"]? (?:meaning|i\.e\.,?|that is,?) "
)
_DASHED = re.compile(r"[”\"]? ?(?:—|–|--) ?(?=[a-z“])")
_BRACKETED = re.compile(
    r"[”\"]? \((?![Ss]ee |[Ff]ig|pronounced|also |e\.g|cf\b|[A-Z][^()]{0,60} \d{4}[a-z]?\))"
    r"(?=[A-Za-z“][^()]{8,160}\))"
)
_BEING = re.compile(
    r"[”\"]?(?: \([^()]{1,60}\))?,? (?:is|are|was|were) "
    rf"(?=(?:{_ARTICLE}|when|where|how|what|not|\w+ly {_ARTICLE}) )"
)
_MEANING = re.compile(
    r"[”\"]?(?: \([^()]{1,60}\))?,? "
    r"(?:means|meant|refers? to|referred to|describes?|denotes?|signif(?:ies|y)) (?=\w)"
)
_LISTED = re.compile(r" ?: (?=[a-zA-Z])")
_CALLED = re.compile(
    r"(?:called|termed|dubbed|named|labell?ed|nicknamed|known(?: [a-z]+)? as|referred to(?: [a-z]+)? as|"
    r"defined as|described as|so-called)(?: the| an?)?[ “‘\"]*\Z"
)
_NEVER = re.compile(
    r"(?:(?:an?|the) )?(?:not|only|very|most|more|less|least|one|other|next|same|first|second|third|last|"
    r"former|latter|sooner|moment|result|reason|cause|case|time|way|year|day)\b"
)
_ITEM_BEFORE = re.compile(
    r"(?:, (?:and |or )?|\b(?:and|or|both|between) )(?:(?:an?|the|his|her|its|their) )?\Z"
)
_ITEM_BEHIND = re.compile(r"[^,.;]{1,60},? (?:and|or) (?:an?|the|his|her|some) ")
_CARRYING = re.compile(rf"\b(?:{'|'.join(sorted(AUXILIARIES - {'be', 'been', 'being'}))})\b")
_CLAUSE = re.compile(
    r"(?:it|he|she|they|we|you|there|this|that|these|those|in|on|at|by|with|from|as|but|and|so|if|when|where|"
    r"while|for|to|not)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:who|whose|whom|which|that|where|when|what|as|because)\b")
_GOVERNED = re.compile(rf"\b(?:{'|'.join(sorted(PREPOSITIONS))}) (?:(?:an?|the) )?\Z", re.IGNORECASE)
_NAMED_SUBJECT = re.compile(rf"the (?:[A-Z][\w’-]* ){{1,4}}{VERB_WORD}")
_A_NAME = re.compile(r"the [A-Z]")
_FIRST_WORD = re.compile(r"[“‘\"]?(?P<word>\w+)")
_LEADING = PREPOSITIONS | {
    "to",
    "when",
    "while",
    "as",
    "if",
    "because",
    "although",
    "though",
    "since",
    "despite",
}
_GOING_ON = re.compile(
    r"(?:and|but) (?:(?:he|she|it|they|we|you|I|who|which)\b|"
    rf"(?:(?!that |which |who )[\w’-]+ ){{0,4}}?{VERB_WORD})"
)
_QUOTES = re.compile(r"[“”\"]|[!?]\Z")
_LONGEST = 400
_SHORTEST = 12


def definition_at(text: str, sentence: Span, start: int, end: int, *, is_sure: bool) -> str:
    """What `sentence` says the term at ``[start, end)`` is, in its own words; empty when it does not say so.

    An apposition or a predicate is cut out of it; a sentence that says what something is called stays whole.
    Where it is not `is_sure` that this is a term or name, only plain statements count.
    """
    for pattern, ends in _WAYS if is_sure else _PLAIN_WAYS:
        match = pattern.match(text, end, sentence.end)
        if match and not _NEVER.match(text, match.end()):
            if pattern is _BEING and _GOVERNED.search(text, max(sentence.start, start - 20), start):
                continue
            if pattern is _APPOSED and (
                _is_listed(text, sentence, start, match.end()) or _is_subject(text, sentence, match.end())
            ):
                continue
            words = _clean(ends(text[match.end() : sentence.end]))
            if pattern in _BESIDE and _is_the_sentence(words):
                continue
            if len(words) >= _SHORTEST and " " in words and not _QUOTES.search(words):
                return shortened(words)
    if _CALLED.search(text, max(sentence.start, start - 40), start):
        return shortened(text[sentence.start : sentence.end])
    return ""


def _is_the_sentence(words: str) -> bool:
    """Whether what seems to stand beside a term is what the sentence says: "In Rome, the crowd was wild"."""
    if _CLAUSE.match(words):
        return True
    verb = _CARRYING.search(words)
    return verb is not None and _RELATIVE.search(words, 0, verb.start()) is None


def _is_listed(text: str, sentence: Span, start: int, apposed: int) -> bool:
    """Whether what seems to be an apposition is the next item of a list."""
    before = text[max(sentence.start, start - 30) : start]
    rest = text[apposed : sentence.end]
    return _ITEM_BEFORE.search(before) is not None or _ITEM_BEHIND.match(rest) is not None


def _is_subject(text: str, sentence: Span, apposed: int) -> bool:
    """Whether what seems to be an apposition is what the sentence is about: "In Rome, the Goths fled"."""
    rest = text[apposed : sentence.end]
    if _NAMED_SUBJECT.match(rest):
        return True
    begins = _FIRST_WORD.match(text, sentence.start, apposed)
    first = begins["word"].lower() if begins else ""
    is_led = first in _LEADING or first.endswith("ing")
    return is_led and (_A_NAME.match(rest) or VERB.search(rest.partition(",")[0])) is not None


def _to_end(rest: str) -> str:
    return rest


def _to_bracket(rest: str) -> str:
    return rest.partition(")")[0]


def _to_dash(rest: str) -> str:
    return re.split(r" ?(?:—|–|--) ?", rest, maxsplit=1)[0]


_CLAUSES = ("he ", "she ", "they ", "it ", "which ", "who ")


def _to_comma(rest: str) -> str:
    """An apposition ends where, after a comma, the sentence goes on with its verb."""
    place = 0
    while True:
        place = rest.find(", ", place + 1)
        if place < 0:
            return rest
        following = rest[place + 2 :]
        verb = VERB.match(following)
        if verb or _GOING_ON.match(following) or following.startswith(_CLAUSES):
            return rest[:place]


def _clean(words: str) -> str:
    """The words without references to figures and without marks at the ends."""
    words = re.sub(r"\s*\((?:[Ff]ig(?:ure)?\.?[^()]*)?\)", "", words)
    return " ".join(words.split()).strip(" ,;:.—–-").removesuffix(" and")


_PLAIN_WAYS = ((_MEANING, _to_end), (_BRACKETED, _to_bracket))
_BESIDE = (_APPOSED, _DASHED, _RENAMED)
_WAYS = (
    (_BRACKETED, _to_bracket),
    (_DASHED, _to_dash),
    (_MEANING, _to_end),
    (_BEING, _to_end),
    (_RENAMED, _to_comma),
    (_APPOSED, _to_comma),
)


def shortened(words: str) -> str:
    """The words on one line, broken off after some 400 letters at the end of a word."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
