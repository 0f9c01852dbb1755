"""Defining: the words with which a sentence says what a term is, cut out of it cleanly."""

from __future__ import annotations

import re

from companion.core.document import Span
from companion.extraction.glossary.apposed import (
    ARTICLE,
    apposition,
    has_verb,
    is_listed,
    is_no_meaning,
    is_subject,
    is_the_sentence,
    to_comma,
)
from companion.extraction.grammar import PREPOSITIONS

_HEDGES = (
    r"(?:actually|basically|broadly|commonly|especially|essentially|formerly|generally|historically|largely|literally|"
    r"mainly|merely|mostly|normally|officially|often|originally|primarily|simply|traditionally|typically|usually)"
)
_APPOSED = re.compile(rf"[’”\"_]?,[’”\"]? (?:or )?(?={ARTICLE} [\w“])")
_RENAMED = re.compile(
    r"[’”\"_]?,[’”\"]? or (?!of |in |on |by |for |to |with |from |at |as )(?=(?:an?|the) |[\w -]{4,50}[,.])|"
    r"[’”\"_]?,[’”\"]? (?:meaning|i\.e\.,?|that is,?) (?!of |in |into |on |by |for |to |with |from |at |as )"
)
_DASHED = re.compile(r"[”\"_]? ?(?:—|–|--) ?(?=[a-z“])")
_BRACKETED = re.compile(
    r"[”\"_]? \((?![Ss]ee |[Ff]ig|[Ss]ection|[Tt]able|pronounced|also |e\.g|cf\b|like |such as|"
    r"including|available|introduced|added|since |for |or |[A-Z]\w+: |[A-Z][^()]{0,60} \d{4}[a-z]?\))"
    r"(?=[A-Za-z“][^()]{8,160}\))"
)
_OR_BRACKETED = re.compile(r"[”\"_]? \(or (?=[A-Za-z“][^()]{8,120}\))")
_BEING = re.compile(
    r"[”\"_]?(?: \([^()]{1,60}\))?,? (?:is|are|was|were) "
    rf"(?=(?:{ARTICLE}|when|where|how|what|not|{_HEDGES} {ARTICLE}) )"
)
_MEANING = re.compile(
    r"[”\"_]?(?: \([^()]{1,60}\))?,? "
    rf"(?:means|meant|refers? to|referred to(?= {ARTICLE} )|describes?|denotes?|signif(?:ies|y)) "
    r"(?!to |by )(?=\w)"
)
_LISTED = re.compile(r" ?: (?=[a-zA-Z])")
_CASE = re.compile(r"(?:In|Under|With|During|Through) (?:an? )?")
_IN_SUCH_CASE = re.compile(
    r", (?:an?|people|one) (?:(?!was |were |had )[\w’-]+ ){1,4}?(?!was |were |had )[a-z]+s\b"
)
"""What surrounds a term in a sentence that tells what happens in general: "In a truce, a side lowers …"."""

_NEAR = 60
_CALLED = re.compile(
    r"(?:called|termed|dubbed|named|labell?ed|nicknamed|known(?: [a-z]+)? as|referred to(?: [a-z]+)? as|"
    r"defined as|described as|so-called)(?: the| an?)?[ “‘\"]*\Z"
)
_NEVER = re.compile(
    r"(?:(?:an?|the) )?(?:not|only|bit|little|lot|great deal|good deal|point|main point|"
    r"very|most|more|less|least|one|other|next|same|first|second|third|last|"
    r"former|latter|sooner|moment|result|reason|cause|case|time|way|year|day)\b|"
    r"an? (?:[\w-]+ ){0,2}(?:blow|cause|challenge|concern|disaster|example|factor|failure|issue|matter|"
    r"mistake|necessity|problem|question|reason|result|setback|sign|step|success|surprise|turning point|"
    r"victory)(?![\w-])"
)
_NO_SUBJECT = re.compile(
    rf"(?:\b(?:{'|'.join(sorted(PREPOSITIONS - {'of'}))}|when|whenever|if|unless|whether|until|"
    r"than|most|more|his|her|their|my|our|your|[\w]+est|whose)"
    r" (?:(?!(?:that|which|who|and|but|where|is|are|was|were)\b)[\w’'-]+ ){0,3}(?:and )?|"
    r"\b[\w-]+ of (?:an? |the )?)\Z",
    re.IGNORECASE,
)
"""What before a term tells that not the term is what the clause speaks of, or that it speaks of one case."""

_CLAUSE_END = re.compile(r"[;:—–] ?|, (?=and |but |which |who |where )")
_FURTHER = re.compile(
    r", (?:and|but|while|whereas|although|though|so) "
    r"(?:the|his|her|its|their|this|these|he|she|it|they|on|in|at|by|from|for)\b"
)
_LEAST_PREDICATE = 25
_THAT_IS = re.compile(r"\A(?:i\.e\.,?|that is,?|meaning) ")
_SQUARE = re.compile(r"[\[\]]")
_QUOTES = re.compile(r"[“”\"]|[!?]\Z")
_LONGEST = 400
_SHORTEST = 12
_FARTHEST = 2_000
"""Characters before and behind a term that are looked at in a sentence without an end."""


def definition_at(text: str, sentence: Span, start: int, end: int, *, is_sure: bool) -> str:
    """What `sentence` says the term at ``[start, end)`` is, in its own words; empty when it does not say so.

    An apposition or a predicate is cut out of it; a sentence that says what something is called stays whole.
    Where it is not `is_sure` that this is a term or name, only plain statements count.
    """
    sentence = Span(max(sentence.start, start - _FARTHEST), min(sentence.end, end + _FARTHEST))
    for pattern, ends in _WAYS if is_sure else _PLAIN_WAYS:
        match = pattern.match(text, end, sentence.end)
        if match and not _NEVER.match(text, match.end()):
            if pattern is _BEING and _is_no_subject(text[max(sentence.start, start - 60) : start]):
                continue
            if pattern in (_APPOSED, _RENAMED) and is_listed(text, sentence, start, match.end()):
                continue
            if pattern is _APPOSED and is_subject(text, sentence, start, match.end()):
                continue
            rest = text[match.end() : sentence.end]
            words = _clean(apposition(text, sentence, start, rest) if pattern is _APPOSED else ends(rest))
            if pattern in _BESIDE and (is_the_sentence(words) or is_no_meaning(words, text[start:end])):
                continue
            if len(words) < _SHORTEST or " " not in words or _QUOTES.search(words):
                continue
            if not words.lower().startswith(text[start:end].lower()):
                return shortened(words)
    is_case = is_sure and _CASE.fullmatch(text, sentence.start, start) and _IN_SUCH_CASE.match(text, end)
    if is_case and has_verb(text[end : min(sentence.end, end + _NEAR)]):
        return shortened(text[sentence.start : sentence.end])
    if _CALLED.search(text, max(sentence.start, start - 40), start):
        return _ending_with(text[sentence.start : sentence.end], end - sentence.start)
    return ""


def _is_no_subject(before: str) -> bool:
    """Whether a term behind these words is not what its clause says something of in general."""
    clause = re.split(r"[,;:—–(]", before)[-1]
    return _NO_SUBJECT.search(clause) is not None


def _to_end(rest: str) -> str:
    """The predicate that `rest` begins with, without a further clause: "…, and the new name fits"."""
    further = _FURTHER.search(rest, _LEAST_PREDICATE)
    return rest[: further.start()] if further else rest


def _to_bracket(rest: str) -> str:
    return rest.partition(")")[0]


def _to_dash(rest: str) -> str:
    return re.split(r" ?(?:—|–|--) ?", rest, maxsplit=1)[0]


def _clean(words: str) -> str:
    """The words without references to figures and without marks at the ends."""
    words = re.sub(r"\s*\((?:[Ff]ig(?:ure)?\.?[^()]*)?\)|\s*\[\d{1,3}\]", "", words)
    words = _within_brackets(words)
    words = _THAT_IS.sub("", " ".join(words.split()).strip(" ,;:.—–-"))
    if words.endswith(")") and words.count(")") > words.count("("):
        words = words[:-1].rstrip(" .")
    return words.removesuffix(" and")


def _within_brackets(words: str) -> str:
    """The words up to a bracket that closes without having been opened in them."""
    depth = 0
    for mark in _SQUARE.finditer(words):
        depth += 1 if mark[0] == "[" else -1
        if depth < 0:
            return words[: mark.start()]
    return words


_PLAIN_WAYS = ((_MEANING, _to_end), (_BRACKETED, _to_bracket))
_BESIDE = (_APPOSED, _DASHED, _RENAMED, _BRACKETED, _OR_BRACKETED)
_WAYS = (
    (_BRACKETED, _to_bracket),
    (_DASHED, _to_dash),
    (_MEANING, _to_end),
    (_BEING, _to_end),
    (_RENAMED, to_comma),
    (_APPOSED, to_comma),
    (_OR_BRACKETED, _to_bracket),
)


def _ending_with(sentence: str, end: int) -> str:
    """The sentence; of a long one whose term ends late, at `end`, only from a clause before it on."""
    if end <= _LONGEST or len(sentence) <= _LONGEST:
        return shortened(sentence)
    starts = [mark.end() for mark in _CLAUSE_END.finditer(sentence, max(0, end - _LONGEST), end - _SHORTEST)]
    return f"… {shortened(sentence[starts[0] if starts else max(0, end - _LONGEST) :])}"


def shortened(words: str) -> str:
    """The words on one line, broken off after some 400 letters at the end of a word."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
