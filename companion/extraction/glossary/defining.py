"""Defining: the words with which a sentence says what a term is, cut out of it cleanly."""

from __future__ import annotations

import re
from itertools import pairwise

from companion.core.document import Span
from companion.extraction.glossary.words import part_of_speech
from companion.extraction.grammar import AUXILIARIES, PREPOSITIONS, VERB, VERB_WORD

_ARTICLE = r"(?:an?|the|any|one|those|some|people|someone|anyone)"
_HEDGES = (
    r"(?:actually|basically|broadly|commonly|especially|essentially|formerly|generally|historically|largely|literally|"
    r"mainly|merely|mostly|normally|officially|often|originally|primarily|simply|traditionally|typically|usually)"
)
_APPOSED = re.compile(rf",[’”\"]? (?:or )?(?={_ARTICLE} [\w“])")
_RENAMED = re.compile(
    r",[’”\"]? or (?!of |in |on |by |for |to |with |from |at |as )(?=(?:an?|the) |[\w -]{4,50}[,.])|"
    r",[’”\"]? (?:meaning|i\.e\.,?|that is,?) (?!of |in |into |on |by |for |to |with |from |at |as )"
)
_DASHED = re.compile(r"[”\"]? ?(?:—|–|--) ?(?=[a-z“])")
_BRACKETED = re.compile(
    r"[”\"]? \((?![Ss]ee |[Ff]ig|[Ss]ection|[Tt]able|pronounced|also |e\.g|cf\b|like |such as|"
    r"including|available|introduced|added|since |for |or |[A-Z]\w+: |[A-Z][^()]{0,60} \d{4}[a-z]?\))"
    r"(?=[A-Za-z“][^()]{8,160}\))"
)
_OR_BRACKETED = re.compile(r"[”\"]? \(or (?=[A-Za-z“][^()]{8,120}\))")
_BEING = re.compile(
    r"[”\"]?(?: \([^()]{1,60}\))?,? (?:is|are|was|were) "
    rf"(?=(?:{_ARTICLE}|when|where|how|what|not|{_HEDGES} {_ARTICLE}) )"
)
_MEANING = re.compile(
    r"[”\"]?(?: \([^()]{1,60}\))?,? "
    r"(?:means|meant|refers? to|referred to|describes?|denotes?|signif(?:ies|y)) (?!to |by )(?=\w)"
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
    r"(?:(?:an?|the) )?(?:not|only|very|most|more|less|least|one|other|next|same|first|second|third|last|"
    r"former|latter|sooner|moment|result|reason|cause|case|time|way|year|day)\b|"
    r"an? (?:[\w-]+ ){0,2}(?:blow|cause|challenge|concern|disaster|example|factor|failure|issue|matter|"
    r"mistake|necessity|problem|question|reason|result|setback|sign|step|success|surprise|turning point|"
    r"victory)(?![\w-])"
)
_ITEM_BEFORE = re.compile(
    r"(?:, (?:and |or )?|\b(?:and|or|both|between) )(?:(?:an?|the|his|her|its|their) )?\Z"
)
_ITEM_BEHIND = re.compile(
    r"(?:[^,.;]{1,60}|[^,.;]{1,30}(?:, (?:an?|the|his|her|some) [^,.;]{1,30}){1,6}),? "
    r"(?:and|or) (?:an?|the|his|her|some) "
)
_CARRYING = re.compile(rf"\b(?:{'|'.join(sorted(AUXILIARIES - {'be', 'been', 'being'}))})\b")
_CLAUSE = re.compile(
    r"(?:it|he|she|they|we|you|there|this|that|these|those|in|on|at|by|with|from|as|but|and|so|if|when|where|"
    r"while|for|to|not)\b",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    rf"(?:\b(?:{'|'.join(sorted(PREPOSITIONS - {'of'}))}|when|whenever|if|unless|whether|until|"
    r"than|most|more|his|her|their|my|our|your|[\w]+est|whose)"
    r" (?:(?!(?:that|which|who|and|but|where|is|are|was|were)\b)[\w’'-]+ ){0,3}|"
    r"\b[\w-]+ of (?:an? |the )?)\Z",
    re.IGNORECASE,
)
"""What before a term tells that not the term is what the clause speaks of, or that it speaks of one case."""

_GOING_ON_WITH = re.compile(r"[a-z]+s (?:from|to|as|that|the|an?|its|their|his|her)\b")
_OF_RELATIVES = re.compile(r"\b(?:which|who|whom|whose|where|that(?! is,))\b")
_NO_FINITE = frozenset({"to", "and", "or", "not"})
"""Words behind which a verb is most likely an infinitive."""

_FEW = 8
"""Blanks of a sentence up to its second part that hardly hold its verb: "In all these, led by him, the …"."""

_RELATIVE = re.compile(r"\b(?:who|whose|whom|which|that|where|when|what|as|because)\b")
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
_EXAMPLES = re.compile(
    rf"(?!{_ARTICLE} )(?:[^,;]{{1,50}}(?:,[^,;]{{1,50}}){{2}}|[^,;]{{1,25}},? (?:and|or) [^,; ]{{1,25}}\Z)",
    re.IGNORECASE,
)
"""Words that list what belongs to a term, but do not say what it is."""

_CLAUSE_END = re.compile(r"[;:—–] ?|, (?=and |but |which |who |where )")
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
            if pattern in (_APPOSED, _RENAMED) and _is_listed(text, sentence, start, match.end()):
                continue
            if pattern is _APPOSED and _is_subject(text, sentence, match.end()):
                continue
            words = _clean(ends(text[match.end() : sentence.end]))
            if pattern in _BESIDE and (_is_the_sentence(words) or _EXAMPLES.match(words)):
                continue
            if len(words) < _SHORTEST or " " not in words or _QUOTES.search(words):
                continue
            if not words.lower().startswith(text[start:end].lower()):
                return shortened(words)
    is_case = is_sure and _CASE.fullmatch(text, sentence.start, start) and _IN_SUCH_CASE.match(text, end)
    if is_case and _has_verb(text[end : min(sentence.end, end + _NEAR)]):
        return shortened(text[sentence.start : sentence.end])
    if _CALLED.search(text, max(sentence.start, start - 40), start):
        return _ending_with(text[sentence.start : sentence.end], end - sentence.start)
    return ""


def _is_no_subject(before: str) -> bool:
    """Whether a term behind these words is not what its clause says something of in general."""
    clause = re.split(r"[,;:—–(]", before)[-1]
    return _NO_SUBJECT.search(clause) is not None


def _is_the_sentence(words: str) -> bool:
    """Whether what seems to stand beside a term is what the sentence says: "In Rome, the crowd was wild"."""
    if _CLAUSE.match(words) and not words.startswith(("when ", "where ")):
        return True
    verb = _CARRYING.search(words)
    if verb is not None:
        return _RELATIVE.search(words, 0, verb.start()) is None
    main = _RELATIVE.split(words, maxsplit=1)[0].split()
    return any(word.endswith("s") and part_of_speech(word) == "v" for word in main)


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
    if first not in _LEADING and not first.endswith("ing"):
        return False
    apposition, comma, _ = rest.partition(",")
    if _A_NAME.match(rest) or _has_verb(_OF_RELATIVES.split(apposition, maxsplit=1)[0]):
        return True
    is_short = first == "according" or text.count(" ", sentence.start, apposed) <= _FEW
    return not comma and is_short and _CARRYING.search(text, sentence.start, apposed) is None


def _has_verb(words: str) -> bool:
    """Whether there is what must be a finite verb among `words`."""
    found = words.split()
    return VERB.search(words) is not None or any(
        part_of_speech(word) == "v" and before not in _NO_FINITE for before, word in pairwise(["", *found])
    )


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
        if (
            verb
            or _GOING_ON.match(following)
            or following.startswith(_CLAUSES)
            or _goes_on(rest[:place], following)
        ):
            return rest[:place]


def _goes_on(apposition: str, following: str) -> bool:
    """Whether the verb of the sentence follows in the present: "…, results from"."""
    *_, last = _OF_RELATIVES.split(apposition)
    if last != apposition and not _has_verb(last):
        return False  # it is rather the verb of the relative clause
    first = following.partition(" ")[0]
    return _GOING_ON_WITH.match(following) is not None or (first.islower() and part_of_speech(first) == "v")


def _clean(words: str) -> str:
    """The words without references to figures and without marks at the ends."""
    words = re.sub(r"\s*\((?:[Ff]ig(?:ure)?\.?[^()]*)?\)", "", words)
    words = _within_brackets(words)
    words = " ".join(words.split()).strip(" ,;:.—–-")
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
    (_RENAMED, _to_comma),
    (_APPOSED, _to_comma),
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
